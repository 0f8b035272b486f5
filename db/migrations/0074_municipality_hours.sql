-- Hours of work in a municipality in a month, where somebody wishes to count them: one number of the whole municipality, and of no employee. A correction is the next version; no number: it was taken away again.
create table app.municipality_hours (
  region_id uuid not null references kernel.region_register,
  municipality_id uuid not null,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  version int not null check (version > 0),
  hours int check (hours between 0 and 9999),
  entered_by uuid not null,
  entered_at timestamptz not null,
  primary key (region_id, municipality_id, month, version),
  foreign key (region_id, municipality_id) references app.municipality,
  foreign key (region_id, entered_by) references app.staff_member
);
call kernel.protect('app.municipality_hours', false);
call kernel.append_only('app.municipality_hours');
grant select, insert on app.municipality_hours to vv_house;
