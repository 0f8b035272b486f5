-- By what a person is found again: names and birth years, opened into memory per region and compared there. At rest nothing of a name
-- stands outside the seal, and no token made of one. Every report and case has a line, also one that names nobody: that there is
-- one tells nothing. `version`: the journal's entry that it was made by, so that what is kept in memory is never older than the file.
create table app.person_trace (
  region_id uuid not null references kernel.region_register,
  file_id uuid not null,
  version int not null,
  primary key (region_id, file_id),
  foreign key (region_id, file_id) references kernel.file
);
call kernel.protect('app.person_trace', false);
grant select, insert, update on app.person_trace to vv_house, vv_worker;

-- the sealed part, and keyed hashes of telephones; shown only where the door has opened the file
create table app.person_trace_names (
  region_id uuid not null,
  file_id uuid not null,
  sealed bytea not null,
  phones bytea[] not null,
  primary key (region_id, file_id),
  foreign key (region_id, file_id) references app.person_trace
);
call kernel.protect('app.person_trace_names', true);
grant select, insert, update (sealed, phones) on app.person_trace_names to vv_house, vv_worker;

-- A report that joined a case later, and that whoever leads the case has not read.
alter table app.case_file add column report_unread boolean not null default false;
alter table app.case_file alter column report_unread drop default;
