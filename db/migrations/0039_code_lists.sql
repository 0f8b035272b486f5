-- A region's own values of the code lists, each under a national one (docs/decisions/0040-local-code-values.md). Names of services and
-- measures, nothing about anybody. Never deleted and never renamed: ends_day is the first day on which it is no longer offered.
create table app.local_code (
  region_id uuid not null references kernel.region_register,
  local_id uuid not null,
  list text not null,
  parent text not null,
  nb text not null,
  nn text not null,
  en text not null,
  synonyms text[] not null,
  from_day date not null,
  ends_day date,
  added_by uuid not null,
  added_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (region_id, local_id),
  foreign key (region_id, added_by) references app.staff_member,
  foreign key (region_id, ended_by) references app.staff_member,
  check ((ends_day is null) = (ended_by is null) and (ends_day is null) = (ended_at is null))
);
call kernel.protect('app.local_code', false);
grant select, insert, update (ends_day, ended_by, ended_at) on app.local_code to vv_house;
