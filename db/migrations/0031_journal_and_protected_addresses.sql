-- A case with a strictly confidential address (kode 6) belongs to named people alone. That it does, and who the coordinators are, is in
-- clear, since lists and the door judge by it; its municipality is not. null: any other case.
alter table app.case_file add column named_only uuid[];

-- The same for the reports that such a case holds: only the coordinators named here have them, whatever anybody's role.
create table app.report_named (
  region_id uuid not null,
  report_id uuid not null,
  case_id uuid not null,
  named uuid[] not null,
  primary key (region_id, report_id, case_id),
  foreign key (region_id, report_id) references app.report,
  foreign key (region_id, case_id) references app.case_file
);
call kernel.protect('app.report_named', false);
grant select, insert, update (named), delete on app.report_named to vv_house;
grant select, insert, update (named), delete on app.report_named to vv_worker;

-- Such a case is counted for the region alone, and stands in no table of single cases.
alter table stats.case_fact add column restricted boolean not null default false;
alter table stats.case_fact alter column restricted drop default;

-- Who is writing in the journal of a case at this moment, so that two who write see each other. Forgotten within minutes.
create table app.case_writing (
  region_id uuid not null,
  file_id uuid not null,
  user_id uuid not null,
  at timestamptz not null,
  primary key (region_id, file_id, user_id),
  foreign key (region_id, file_id) references app.case_file,
  foreign key (region_id, user_id) references app.staff_member
);
call kernel.protect('app.case_writing', false);
grant select, insert, update (at), delete on app.case_writing to vv_house;
