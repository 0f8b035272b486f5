-- What is disposed of has nothing alive in it, whoever wrote in the same moment. Whoever writes in a file shares its row here (the foreign key does), and a disposal takes that row
-- alone: it waits for what is being written, and whoever comes after it is refused, and judged anew.
create function kernel.refuse_disposed() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform 1 from kernel.file f where f.region_id = new.region_id and f.file_id = new.file_id for key share;
  if exists (select 1 from kernel.file_disposed d where d.region_id = new.region_id and d.file_id = new.file_id) then
    raise exception 'disposed of' using errcode = 'VV008';
  end if;
  return new;
end $$;
revoke all on function kernel.refuse_disposed() from public;

-- Every table that belongs to a file itself; the others belong to one of these.
do $$
declare
  t text;
begin
  foreach t in array array['kernel.file_event', 'app.access_decision', 'app.case_document_file', 'app.case_file', 'app.case_whole', 'app.consultation', 'app.person_trace', 'app.report',
    'app.report_file_along', 'app.report_transfer'] loop
    execute format('create trigger refuse_disposed before insert on %s for each row execute function kernel.refuse_disposed()', t);
  end loop;
end $$;

-- The same function as before, which now asks for itself, when nobody else can write any more: that what was judged is what there is (`p_judged`: file -> number of its newest entry, of what goes and
-- of what it is one with), that it is closed, that nothing is unread or on its way, and that no other case has come to hold what goes. VV008: something of that changed meanwhile, and it has to be judged anew.
-- `p_again`: after a restore it may be from before it was closed, and goes all the same.
drop function app.dispose(uuid, timestamptz);
create function app.dispose(p_disposal uuid, p_judged jsonb, p_again boolean, p_at timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  region constant uuid := kernel.this_region();
  what uuid[];
  judged uuid[];
  t record;
  blocked boolean;
begin
  select d.files into what from app.disposal d
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
  if exists (select 1 from app.report r where r.region_id = region and r.file_id = any (what) and r.seen_at is null)
      or exists (select 1 from app.report_envelope e where e.region_id = region and e.report_id = any (what)) then
    raise exception 'unread' using errcode = 'VV008';
  end if;
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
revoke all on function app.dispose(uuid, jsonb, boolean, timestamptz) from public;
grant execute on function app.dispose(uuid, jsonb, boolean, timestamptz) to vv_worker;

-- As before; a report that was disposed of while somebody held its window open takes nothing more.
create or replace function app.add_report_part(
  p_region uuid, p_report uuid, p_kind text, p_channel text, p_fingerprint bytea, p_key_version int, p_sealed bytea,
  p_received_at timestamptz, p_envelope uuid, p_object uuid
) returns text language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  most_parts constant int := 1000;
  most_files constant int := 10;
  next_part smallint;
begin
  if exists (select 1 from kernel.file_disposed d where d.region_id = p_region and d.file_id = p_report) then return 'unknown'; end if;
  if length(p_sealed) > 4 * 1024 * 1024 then raise exception 'too large' using errcode = 'VV003'; end if;
  if exists (select 1 from app.report_ledger l where l.region_id = p_region and l.report_id = p_report and l.fingerprint = p_fingerprint) then
    return 'repeated';
  end if;
  select max(l.part) + 1 into next_part from app.report_ledger l where l.region_id = p_region and l.report_id = p_report;
  if next_part >= most_parts then return 'too_many'; end if;
  if p_kind = 'file' and (select count(*) from app.report_ledger l where l.region_id = p_region and l.report_id = p_report and l.kind = 'file') >= most_files then
    return 'too_many';
  end if;
  insert into app.report_ledger (region_id, report_id, part, channel, kind, fingerprint, received_at)
    values (p_region, p_report, next_part, p_channel, p_kind, p_fingerprint, p_received_at);
  insert into app.report_envelope (region_id, envelope_id, report_id, part, key_version, sealed, received_at)
    values (p_region, p_envelope, p_report, next_part, p_key_version, p_sealed, p_received_at);
  if p_object is not null then
    insert into app.report_file (region_id, object_id, report_id, part, copy, stored_at) values (p_region, p_object, p_report, next_part, 'original', p_received_at);
  end if;
  -- at once, whatever the sender's clock says: the queue compares with the server's own
  perform queue.enqueue(p_region, 'open_envelope', p_envelope, 'epoch');
  return 'added';
end $$;
