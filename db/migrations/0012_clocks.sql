-- A region's own deadlines: what it has changed, and the days on which its office is closed, stand in its settings
-- (`clocks`, `closed`). A case's line keeps which version its deadlines were counted by; the worker counts again what is behind.
alter table app.region_profile add column clocks_version int not null default 0;
alter table app.case_file add column clocks_version int not null default 0;
alter table app.region_profile alter column clocks_version drop default;
alter table app.case_file alter column clocks_version drop default;
create index case_file_clocks on app.case_file (region_id, clocks_version) where closed_at is null;

-- Closed days that are published already count from now on, also where nobody publishes again.
do $$
declare
  one record;
begin
  for one in select region_id from kernel.region_register loop
    perform set_config('app.region', one.region_id::text, true);
    update app.region_profile p set clocks_version = 1, settings = p.settings || jsonb_build_object('closed', found.days)
    from (
      select jsonb_agg(e ->> 'day' order by e ->> 'day') as days
      from (select bundle::jsonb -> 'site' -> 'reading' -> 'exceptions' as exceptions from app.published_site s where s.region_id = one.region_id order by version desc limit 1) newest,
        jsonb_array_elements(case jsonb_typeof(newest.exceptions) when 'array' then newest.exceptions else '[]' end) e
      where e -> 'spans' = '[]'
    ) found
    where p.region_id = one.region_id and found.days is not null;
  end loop;
  perform set_config('app.region', '', true);
end $$;
