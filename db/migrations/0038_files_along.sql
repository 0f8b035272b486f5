-- A file that follows a report which was divided or sent on: a projection of the sender's journal. `slot` names the place that waits for it in the
-- report that is to have it; which report that is, and which file, stands sealed in the journals alone.
create table app.report_file_along (
  region_id uuid not null,
  slot uuid not null,
  file_id uuid not null,
  asked_at timestamptz not null,
  carried_at timestamptz,
  primary key (region_id, slot),
  foreign key (region_id, file_id) references kernel.file
);
create index report_file_along_waiting on app.report_file_along (region_id, asked_at) where carried_at is null;
create index report_file_along_file on app.report_file_along (region_id, file_id);
call kernel.protect('app.report_file_along', false);
grant select, insert, update, delete on app.report_file_along to vv_house, vv_worker;
