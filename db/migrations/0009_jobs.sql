-- What the worker does by itself, at rest.

-- An envelope that could not be opened is tried again after a while, and then after a longer while. Null: not tried yet.
alter table app.report_envelope add column attempts smallint, add column next_attempt_at timestamptz;
grant update (attempts, next_attempt_at) on app.report_envelope to vv_worker;

-- Every night each file's journal is folded again and compared with what is kept in clear. One row per region says how far
-- the newest round has come, so that whoever goes on after a killed worker begins where it stopped.
create table kernel.projection_round (
  region_id uuid primary key references kernel.region_register,
  started_at timestamptz not null,
  after_file uuid,
  finished_at timestamptz
);
call kernel.protect('kernel.projection_round', false);
grant select, insert, update on kernel.projection_round to vv_worker;
grant select on kernel.projection_round to vv_house;

-- What did not agree: which file and which table, never what stood there.
create table kernel.projection_fault (
  region_id uuid not null,
  file_id uuid not null,
  projection text not null,
  found_at timestamptz not null,
  mended_at timestamptz,
  primary key (region_id, file_id, projection, found_at),
  foreign key (region_id, file_id) references kernel.file
);
create index projection_fault_open on kernel.projection_fault (region_id, found_at) where mended_at is null;
call kernel.protect('kernel.projection_fault', false);
grant select, insert, update (mended_at) on kernel.projection_fault to vv_worker;
grant select on kernel.projection_fault to vv_house;

-- The worker, which has the keys to every journal, writes the lines of the cases again. The house keeps to what it had.
grant select, insert, update on app.case_file to vv_worker;
grant select, insert, update, delete on app.case_access to vv_worker;
grant select, insert, update (sealed) on app.case_alias to vv_worker;
grant insert, delete on app.case_report to vv_worker;
