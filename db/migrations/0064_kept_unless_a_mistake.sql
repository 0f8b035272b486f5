-- «Kort» was chosen with any closing reason, and the reasons are sealed: until the night's check has read each journal again by the rule of today
-- (src/cases/retention.ts), every closed case is to be kept (bevaringsforskrifta § 3).
do $$
declare
  one record;
begin
  for one in select region_id from kernel.region_register loop
    perform set_config('app.region', one.region_id::text, true);
    update app.case_file set retention = 'BEVARES' where retention = 'KORT';
  end loop;
  perform set_config('app.region', '', true);
end $$;
