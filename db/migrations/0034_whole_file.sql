-- A whole case that somebody took out as a file: theirs alone, and gone after a day. That it is there is in clear, so that it can be
-- found again and swept; what it holds is sealed under the case's own key.
create table app.case_whole (
  region_id uuid not null,
  file_id uuid not null,
  whole_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (region_id, file_id, whole_id),
  foreign key (region_id, file_id) references kernel.file,
  foreign key (region_id, made_by) references app.staff_member
);
create index case_whole_made on app.case_whole (region_id, made_at);
call kernel.protect('app.case_whole', false);
grant select, insert on app.case_whole to vv_house;
grant select, delete on app.case_whole to vv_worker;

create table app.case_whole_file (
  region_id uuid not null,
  file_id uuid not null,
  whole_id uuid not null,
  sealed_pdf bytea not null,
  sealed_json bytea not null,
  primary key (region_id, file_id, whole_id),
  foreign key (region_id, file_id, whole_id) references app.case_whole
);
call kernel.protect('app.case_whole_file', true);
grant select, insert on app.case_whole_file to vv_house;
grant select (region_id, file_id, whole_id), delete on app.case_whole_file to vv_worker;
