-- Rows leave when the controller of each municipality has said yes (GDPR art. 4 no. 7): its own leader, or a leader of the whole region for those that have none.
create table app.return_allowance (
  region_id uuid not null references kernel.region_register,
  decision_id uuid not null,
  municipality_id uuid not null,
  allowed_by uuid not null,
  allowed_at timestamptz not null,
  primary key (region_id, decision_id, municipality_id),
  foreign key (region_id, decision_id) references app.return_decision,
  foreign key (region_id, municipality_id) references app.municipality,
  foreign key (region_id, allowed_by) references app.staff_member
);
call kernel.protect('app.return_allowance', false);
call kernel.append_only('app.return_allowance');
grant select, insert on app.return_allowance to vv_house;

-- What was decided before holds for what whoever decided it answers for: a leader of one municipality for that one, one of the whole region for all of them.
do $$
declare
  one record;
begin
  for one in select region_id from kernel.region_register loop
    perform set_config('app.region', one.region_id::text, true);
    insert into app.return_allowance (region_id, decision_id, municipality_id, allowed_by, allowed_at)
      select d.region_id, d.decision_id, m.municipality_id, d.confirmed_by, d.confirmed_at
      from app.return_decision d
      join app.staff_member s on s.region_id = d.region_id and s.user_id = d.confirmed_by
      join app.municipality m on m.region_id = d.region_id and m.merged_into is null and (s.municipality_id is null or m.municipality_id = s.municipality_id)
      where d.region_id = one.region_id and d.confirmed_at is not null;
  end loop;
  perform set_config('app.region', '', true);
end $$;
revoke update (confirmed_by, confirmed_at) on app.return_decision from vv_house; -- a dropped column would keep its right
alter table app.return_decision drop column confirmed_by, drop column confirmed_at;
