-- A report of several people becomes a report for each of them: still one report received. Such a row of the ledger is nobody's new report.
alter table app.report_ledger drop constraint report_ledger_kind_check;
alter table app.report_ledger add constraint report_ledger_kind_check check (kind in ('report', 'message', 'file', 'split'));

-- Reports that were sent on (T4): a projection of the report's journal. To whom by name, on what basis and what was sent is sealed there.
-- In clear only what a round and a list need: another region of this system, when it arrived there, and when the receiver confirmed.
create table app.report_transfer (
  region_id uuid not null,
  transfer_id uuid not null,
  file_id uuid not null,
  to_region uuid,
  to_report uuid,
  sent_at timestamptz not null,
  carried_at timestamptz,
  confirmed_at timestamptz,
  primary key (region_id, transfer_id),
  foreign key (region_id, file_id) references kernel.file,
  check ((to_region is null) = (to_report is null)),
  check (carried_at is null or to_region is not null)
);
create index report_transfer_open on app.report_transfer (region_id, sent_at) where confirmed_at is null;
create index report_transfer_file on app.report_transfer (region_id, file_id);
call kernel.protect('app.report_transfer', false);
grant select, insert, update, delete on app.report_transfer to vv_house, vv_worker;

-- What arrives from another region lies in an envelope like everything that arrives; the worker carries it over.
grant insert on app.report_envelope to vv_worker;

-- The regions of this system, by the name and the members that each shows the public on its own site. The caller's region stays set.
create function app.region_directory(p_on date) returns table (region_id uuid, name text, municipalities text[])
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here text := current_setting('app.region', true);
  one uuid;
begin
  for one in select r.region_id from kernel.region_register r order by r.created_at, r.region_id loop
    perform set_config('app.region', one::text, true);
    return query select p.region_id, p.name, coalesce((select array_agg(m.number order by m.number) from app.municipality m
      where m.region_id = one and m.from_day <= p_on and (m.to_day is null or m.to_day >= p_on)), '{}')
      from app.region_profile p where p.region_id = one;
  end loop;
  perform set_config('app.region', coalesce(here, ''), true);
end $$;
revoke all on function app.region_directory(date) from public;
grant execute on function app.region_directory(date) to vv_house;
