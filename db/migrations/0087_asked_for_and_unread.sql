-- A disposal takes no request for access that has no answer (GDPR art. 12 nr. 3): the file is still asked for, and stays. The same function, which looks for itself.
create or replace function app.dispose(p_disposal uuid, p_at timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  region constant uuid := kernel.this_region();
  what uuid[];
  t record;
  blocked boolean;
begin
  select d.files into what from app.disposal d
    where d.region_id = region and d.disposal_id = p_disposal and d.operation = 'KASSASJON'
      and d.confirmed_by <> d.proposed_by and d.confirmed_at is not null and d.withdrawn_at is null for update;
  if not found then raise exception 'not decided' using errcode = 'VV007'; end if;
  if not what <@ kernel.open_files() then raise exception 'not opened' using errcode = 'VV007'; end if;
  if exists (select 1 from app.access_request a where a.region_id = region and a.answered_on is null and a.files && what) then
    raise exception 'still asked for' using errcode = 'VV007';
  end if;
  delete from app.report_reply r using app.report_window w
    where w.region_id = region and w.report_id = any (what) and r.region_id = region and r.lookup = w.lookup;
  -- One table may have to wait for another that points to it.
  for pass in 1 .. 6 loop
    blocked := false;
    for t in
      select c.oid::regclass as name, a.attname as points from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname in ('file_id', 'case_id', 'report_id') and not a.attisdropped
        -- What says that something came, or that a sheet came back, stays; so does the protocol. A consultation goes with itself, not with the report it came as; and what a
        -- divided report became stands with that one, as its journal has it.
        where n.nspname = 'app' and c.relkind = 'r' and c.relname not in ('disposal', 'report_ledger', 'report_envelope', 'ledger_lost', 'paper_sheet')
          and not (c.relname in ('consultation', 'report_part') and a.attname = 'report_id') order by c.relname
    loop
      begin
        execute format('delete from %s where region_id = $1 and %I = any ($2)', t.name, t.points) using region, what;
      exception
        when foreign_key_violation then blocked := true;
        when sqlstate 'VV001' then null;
      end;
    end loop;
    exit when not blocked;
  end loop;
  if blocked then raise exception 'something still points to it' using errcode = 'VV007'; end if;
  delete from kernel.file_key where region_id = region and file_id = any (what);
  insert into kernel.file_disposed (region_id, file_id, disposed_at) select region, f, p_at from unnest(what) f on conflict do nothing;
  -- What was asked about them, and answered, goes with the last of its files.
  delete from app.access_request a where a.region_id = region and a.answered_on is not null and a.files && what
    and not exists (select 1 from unnest(a.files) f (id) where not exists (select 1 from kernel.file_disposed g where g.region_id = region and g.file_id = f.id));
  return true;
end $$;

-- What goes along is what it is when it goes, and the protocol says so.
grant update (files) on app.disposal to vv_house, vv_worker;
