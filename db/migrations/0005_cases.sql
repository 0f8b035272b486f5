-- Cases: the work list is a projection of the cases' journals. In clear only what a list, a clock or an access rule needs;
-- everything else stays sealed in kernel.file_event.
create table app.case_file (
  region_id uuid not null,
  file_id uuid not null,
  reference text not null,
  status text not null,
  case_type text,
  provisional boolean not null,
  akutt boolean not null,
  owner_municipality_id uuid,
  lead_user_id uuid,
  in_reception boolean not null,
  awaits text,
  awaits_by text,
  awaits_by_coordinator boolean not null,
  received_at timestamptz not null,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  access_ends_at timestamptz,
  clocks jsonb not null,
  next_due_at timestamptz,
  version int not null,
  primary key (region_id, file_id),
  foreign key (region_id, file_id) references kernel.file,
  foreign key (region_id, owner_municipality_id) references app.municipality,
  foreign key (region_id, lead_user_id) references app.staff_member
);
-- What a list is filtered, sorted and counted by stands in the index: a region's cases lie scattered over the table.
create index case_file_open on app.case_file (region_id, next_due_at, file_id)
  include (status, case_type, akutt, owner_municipality_id, lead_user_id, in_reception, awaits, opened_at, updated_at, access_ends_at) where closed_at is null;
create index case_file_closed on app.case_file (region_id, closed_at, file_id)
  include (status, case_type, akutt, owner_municipality_id, lead_user_id, in_reception, next_due_at, opened_at, updated_at, access_ends_at) where closed_at is not null;
create unique index case_file_reference on app.case_file (region_id, reference);
call kernel.protect('app.case_file', false);
grant select, insert, update on app.case_file to vv_house;

-- who has answered the question about impartiality, and until when (exclusive) somebody was let in
create table app.case_access (
  region_id uuid not null,
  file_id uuid not null,
  user_id uuid not null,
  impartial boolean not null,
  granted_until timestamptz,
  primary key (region_id, file_id, user_id),
  foreign key (region_id, file_id) references app.case_file,
  foreign key (region_id, user_id) references app.staff_member
);
create index case_access_user on app.case_access (region_id, user_id, file_id) include (impartial, granted_until);
call kernel.protect('app.case_access', false);
grant select, insert, update, delete on app.case_access to vv_house;

-- what the list calls the person: alias or initials, sealed, and open only for the files that the verdict opened
create table app.case_alias (
  region_id uuid not null,
  file_id uuid not null,
  sealed bytea not null,
  primary key (region_id, file_id),
  foreign key (region_id, file_id) references app.case_file
);
call kernel.protect('app.case_alias', true);
grant select, insert on app.case_alias to vv_house;

-- the case holds its reports; a report does not know its case
create table app.case_report (
  region_id uuid not null,
  file_id uuid not null,
  report_id uuid not null,
  primary key (region_id, file_id, report_id),
  foreign key (region_id, file_id) references app.case_file,
  foreign key (region_id, report_id) references app.report
);
create index case_report_report on app.case_report (region_id, report_id);
call kernel.protect('app.case_report', false);
grant select, insert on app.case_report to vv_house;
grant select on app.case_report to vv_worker;

-- the files one person is left out of, for lists
create index file_exclusion_token on kernel.file_exclusion (region_id, token, file_id);
