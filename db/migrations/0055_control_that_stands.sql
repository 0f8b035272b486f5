-- What internal control counted of a whole year (emergency accesses, breaches), once when it was over, small numbers hidden: periods that overlap and versions that correct tell the same.
create table stats.standing_control (
  region_id uuid not null references kernel.region_register,
  year int not null,
  numbers jsonb not null,
  counted_at timestamptz not null,
  primary key (region_id, year)
);
call kernel.protect('stats.standing_control', false);
grant select, insert on stats.standing_control to vv_house;
