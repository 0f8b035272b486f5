-- Reports of concern, from the moment they arrive. report_id = the draft id of the form = the id of the file.
create table app.report_ledger (
  region_id uuid not null references kernel.region_register,
  report_id uuid not null,
  part smallint not null check (part >= 0),
  channel text not null,
  fingerprint bytea not null,
  received_at timestamptz not null,
  readable_at timestamptz,
  unreadable_at timestamptz,
  seen_at timestamptz,
  decided_at timestamptz,
  primary key (region_id, report_id, part)
);
create index report_ledger_open on app.report_ledger (region_id, received_at) where readable_at is null;
call kernel.protect('app.report_ledger', false);
grant select, insert, update (readable_at, unreadable_at, seen_at, decided_at) on app.report_ledger to vv_house, vv_worker;

create table app.report_envelope (
  region_id uuid not null,
  envelope_id uuid not null,
  report_id uuid not null,
  part smallint not null,
  key_version int not null,
  sealed bytea not null,
  received_at timestamptz not null,
  failure_code text,
  primary key (region_id, envelope_id),
  foreign key (region_id, report_id, part) references app.report_ledger
);
call kernel.protect('app.report_envelope', false);
grant select, delete, update (failure_code) on app.report_envelope to vv_worker;
grant select (region_id, envelope_id, report_id, part, received_at, failure_code) on app.report_envelope to vv_house;

create table app.report_window (
  region_id uuid not null,
  lookup uuid not null,
  report_id uuid not null,
  reply_public_key bytea not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (region_id, lookup)
);
call kernel.protect('app.report_window', false);
grant select, update (closed_at) on app.report_window to vv_house, vv_worker;

create table app.spent_draft (
  region_id uuid not null references kernel.region_register,
  draft_id uuid not null,
  spent_at timestamptz not null,
  primary key (region_id, draft_id)
);
call kernel.protect('app.spent_draft', false);
grant delete, select on app.spent_draft to vv_worker;

-- the inbox: a projection of the file's journal, in clear only what a clock or a list needs
create table app.report (
  region_id uuid not null,
  file_id uuid not null,
  reference text not null,
  channel text not null,
  state text not null,
  urgent boolean not null,
  for_reserve boolean not null,
  owner_municipality_id uuid,
  received_at timestamptz not null,
  registered_at timestamptz not null,
  seen_at timestamptz,
  handed_over_at timestamptz,
  decided_at timestamptz,
  version int not null,
  primary key (region_id, file_id),
  foreign key (region_id, file_id) references kernel.file
);
create index report_inbox on app.report (region_id, state, received_at);
call kernel.protect('app.report', false);
grant select, insert, update on app.report to vv_house, vv_worker;

-- What the public process may do: these functions, and nothing else. The caller is not trusted.
create function intake.submit(
  p_region uuid, p_report uuid, p_fingerprint bytea, p_key_version int, p_sealed bytea,
  p_lookup uuid, p_reply_key bytea, p_received_at timestamptz, p_envelope uuid
) returns table (outcome text, received_at timestamptz, shown boolean)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  first_part app.report_ledger%rowtype;
  next_part smallint := 0;
  spent boolean;
begin
  if length(p_sealed) > 4 * 1024 * 1024 then raise exception 'too large' using errcode = 'VV003'; end if;
  perform set_config('app.region', p_region::text, true);
  spent := exists (select 1 from app.spent_draft d where d.region_id = p_region and d.draft_id = p_report);
  insert into app.report_ledger (region_id, report_id, part, channel, fingerprint, received_at)
    values (p_region, p_report, 0, 'NETTSKJEMA', p_fingerprint, p_received_at)
    on conflict do nothing;
  if not found then
    select l.* into strict first_part from app.report_ledger l
      where l.region_id = p_region and l.report_id = p_report and l.part = 0 for update;
    if exists (select 1 from app.report_ledger l where l.region_id = p_region and l.report_id = p_report and l.fingerprint = p_fingerprint) then
      return query select 'repeated'::text, first_part.received_at, not spent;
      return;
    end if;
    select max(l.part) + 1 into next_part from app.report_ledger l where l.region_id = p_region and l.report_id = p_report;
    insert into app.report_ledger (region_id, report_id, part, channel, fingerprint, received_at)
      values (p_region, p_report, next_part, 'NETTSKJEMA', p_fingerprint, p_received_at);
  end if;
  if p_lookup is not null then
    insert into app.report_window (region_id, lookup, report_id, reply_public_key, opened_at)
      values (p_region, p_lookup, p_report, p_reply_key, p_received_at) on conflict do nothing;
  end if;
  insert into app.report_envelope (region_id, envelope_id, report_id, part, key_version, sealed, received_at)
    values (p_region, p_envelope, p_report, next_part, p_key_version, p_sealed, p_received_at);
  -- at once, whatever the sender's clock says: the queue compares with the server's own
  perform queue.enqueue(p_region, 'open_envelope', p_envelope, 'epoch');
  return query select case when next_part = 0 then 'stored' else 'added' end,
    coalesce(first_part.received_at, p_received_at), not spent;
end $$;

create function intake.find_window(p_region uuid, p_lookup uuid) returns table (status text, received_at timestamptz)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform set_config('app.region', p_region::text, true);
  return query
    select case when w.closed_at is not null then 'closed' when l.seen_at is not null then 'read' else 'received' end, l.received_at
    from app.report_window w
    join app.report_ledger l on l.region_id = w.region_id and l.report_id = w.report_id and l.part = 0
    where w.region_id = p_region and w.lookup = p_lookup;
end $$;

create function intake.spend_draft(p_region uuid, p_draft uuid, p_at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform set_config('app.region', p_region::text, true);
  insert into app.spent_draft (region_id, draft_id, spent_at) values (p_region, p_draft, p_at) on conflict do nothing;
end $$;

-- whether a form was left with «Forlat siden»: then nothing posted with it is shown again
create function intake.draft_spent(p_region uuid, p_draft uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform set_config('app.region', p_region::text, true);
  return exists (select 1 from app.spent_draft d where d.region_id = p_region and d.draft_id = p_draft);
end $$;

create function intake.published_site(p_host text) returns table (region_id uuid, version int, bundle text, signature bytea)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found_region uuid;
begin
  select r.region_id into found_region from kernel.region_register r where r.host = p_host;
  if found_region is null then return; end if;
  perform set_config('app.region', found_region::text, true);
  return query select s.region_id, s.version, s.bundle, s.signature from app.published_site s
    where s.region_id = found_region order by s.version desc limit 1;
end $$;

revoke all on all functions in schema intake from public;
grant execute on all functions in schema intake to vv_public;
