-- Accounts that nobody uses are shut by the worker: when somebody signed in last is asked of the log, and what it changes of a colleague is that they are shut out and their roles ended.
create index audit_event_sign_in on kernel.audit_event (region_id, actor, at) where use_case = 'sign_in.signed-in';
grant update (disabled_at) on app.staff_member to vv_worker;
grant update (ended_at, revision, mac) on app.role_grant to vv_worker;

-- A case that is held is not disposed of while somebody may need it as evidence. Each row says that it is held from then on, or no longer; the newest
-- counts. In clear: which case, since when, who wrote. For what and why is sealed. Nothing is changed; the rows go with the case.
create table app.disposal_hold (
  region_id uuid not null references kernel.region_register,
  case_id uuid not null,
  version int not null check (version > 0),
  held boolean not null,
  written_by uuid not null,
  written_at timestamptz not null,
  sealed bytea not null,
  primary key (region_id, case_id, version),
  foreign key (region_id, case_id) references kernel.file (region_id, file_id),
  foreign key (region_id, written_by) references app.staff_member
);
call kernel.protect('app.disposal_hold', false);
grant select, insert on app.disposal_hold to vv_house;
grant select on app.disposal_hold to vv_worker;
