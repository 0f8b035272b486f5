-- A backup may be from before what was disposed of had been read, or opened at all. It had been when two people decided (0103), so after a restore only what has come since then
-- keeps it: everything else goes again, and with it the envelopes that nobody needs to open any more. Otherwise the function is as before.
create or replace function app.dispose(p_disposal uuid, p_judged jsonb, p_again boolean, p_at timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  region constant uuid := kernel.this_region();
  what uuid[];
  decided timestamptz;
  judged uuid[];
  t record;
  blocked boolean;
begin
  select d.files, d.confirmed_at into what, decided from app.disposal d
    where d.region_id = region and d.disposal_id = p_disposal and d.operation = 'KASSASJON'
      and d.confirmed_by <> d.proposed_by and d.confirmed_at is not null and d.withdrawn_at is null for update;
  if not found then raise exception 'not decided' using errcode = 'VV007'; end if;
  if not what <@ kernel.open_files() then raise exception 'not opened' using errcode = 'VV007'; end if;
  select coalesce(array_agg(k::uuid), '{}') into judged from jsonb_object_keys(p_judged) k;
  perform 1 from kernel.file f where f.region_id = region and f.file_id = any (what || judged) order by f.file_id for update;
  perform 1 from app.case_file c where c.region_id = region and c.file_id = any (what || judged) order by c.file_id for update;
  perform 1 from app.report r where r.region_id = region and r.file_id = any (what || judged) order by r.file_id for update;
  -- Whoever adds to a report from outside takes this row.
  perform 1 from app.report_ledger l where l.region_id = region and l.report_id = any (what) and l.part = 0 order by l.report_id for update;
  if exists (select 1 from app.access_request a where a.region_id = region and a.answered_on is null and a.files && what) then
    raise exception 'still asked for' using errcode = 'VV007';
  end if;
  if exists (select 1 from kernel.file_key k where k.region_id = region and k.file_id = any (what)
      and (p_judged ->> k.file_id::text)::int is distinct from (select max(e.seq) from kernel.file_event e where e.region_id = region and e.file_id = k.file_id)) then
    raise exception 'written in meanwhile' using errcode = 'VV008';
  end if;
  if exists (select 1 from (select c.file_id, c.version from app.case_file c where c.region_id = region union all select r.file_id, r.version from app.report r where r.region_id = region
      union all select k.file_id, k.version from app.consultation k where k.region_id = region) v where v.file_id = any (judged) and v.version <> (p_judged ->> v.file_id::text)::int) then
    raise exception 'written in meanwhile' using errcode = 'VV008';
  end if;
  if not p_again and exists (select 1 from app.case_file c where c.region_id = region and c.file_id = any (what) and (c.closed_at is null or c.restricted or (c.status = 'SAMMENSLATT' and exists (
      select 1 from app.case_report m join app.case_report o on o.region_id = m.region_id and o.report_id = m.report_id and o.file_id <> m.file_id
        join app.case_file f on f.region_id = o.region_id and f.file_id = o.file_id where m.region_id = region and m.file_id = c.file_id and (f.closed_at is null or f.restricted))))) then
    raise exception 'not closed' using errcode = 'VV008';
  end if;
  if exists (select 1 from unnest(what) w (id) where (exists (select 1 from app.report r where r.region_id = region and r.file_id = w.id and r.seen_at is null)
        or exists (select 1 from app.report_envelope e where e.region_id = region and e.report_id = w.id))
      and (not p_again or exists (select 1 from app.report_ledger l where l.region_id = region and l.report_id = w.id and l.received_at > decided))) then
    raise exception 'unread' using errcode = 'VV008';
  end if;
  if p_again then delete from app.report_envelope e where e.region_id = region and e.report_id = any (what); end if;
  if exists (select 1 from app.case_report h where h.region_id = region and h.report_id = any (what) and not h.file_id = any (what)) then
    raise exception 'held by another' using errcode = 'VV008';
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
