-- What a divided report became. The story of each part stands whole in the one it was divided from: who is left out of the part, and who alone has it, follows
-- it there. A projection of the original's journal; what was divided before is written by the night's check of the projections, since the journal alone knows it.
create table app.report_part (
  region_id uuid not null,
  file_id uuid not null,
  report_id uuid not null,
  primary key (region_id, report_id),
  foreign key (region_id, file_id) references app.report
);
create index report_part_file on app.report_part (region_id, file_id);
call kernel.protect('app.report_part', false);
grant select, insert, delete on app.report_part to vv_house, vv_worker;
