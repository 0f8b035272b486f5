-- One request for access may be about several files: cases that stay apart since their municipalities differ, and reports and consultations that no case has
-- taken in (GDPR art. 15).
alter table app.access_request add column files uuid[] not null default '{}' check (cardinality(files) <= 5);
do $$
declare
  one record;
begin
  for one in select region_id from kernel.region_register loop
    perform set_config('app.region', one.region_id::text, true);
    update app.access_request set files = array[case_id] where case_id is not null;
  end loop;
  perform set_config('app.region', '', true);
end $$;
alter table app.access_request alter column files drop default;
drop index app.access_request_alone;
drop index app.access_request_case;
revoke update (case_id) on app.access_request from vv_house; -- PostgreSQL 15 keeps the right on a column that is gone
alter table app.access_request drop column case_id;
create index access_request_alone on app.access_request (region_id, answered_on) where files = '{}' and answered_on is not null;
grant update (files) on app.access_request to vv_house;
