-- Talks and letters that reception is typing in. In clear: whose, since when, by which way it came. What is written is sealed.
-- A draft is gone when it is registered; its id becomes the report's id, so that the same form sent twice is one report.
create table app.report_draft (
  region_id uuid not null references kernel.region_register,
  draft_id uuid not null,
  user_id uuid not null,
  channel text not null,
  sealed bytea not null,
  version int not null check (version > 0),
  started_at timestamptz not null,
  saved_at timestamptz not null,
  primary key (region_id, draft_id),
  foreign key (region_id, user_id) references app.staff_member
);
create index report_draft_left on app.report_draft (region_id, started_at);
call kernel.protect('app.report_draft', false);
grant select, insert, update, delete on app.report_draft to vv_house;
grant select on app.report_draft to vv_worker;
