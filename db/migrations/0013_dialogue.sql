-- The dialogue by code, and files. A message and a file are parts of the report they belong to, in the same ledger.

-- What a part is; also the label that its envelope is sealed under, so that none passes for another.
alter table app.report_ledger add column kind text not null default 'report' check (kind in ('report', 'message', 'file'));
alter table app.report_ledger alter column kind drop default;

create index report_window_report on app.report_window (region_id, report_id);

-- What was written to whoever holds the code, sealed to the code. In clear only whether it asks, and whether it was answered.
create table app.report_reply (
  region_id uuid not null,
  lookup uuid not null,
  message_id uuid not null,
  asks boolean not null,
  sealed bytea not null,
  written_at timestamptz not null,
  answered_at timestamptz,
  primary key (region_id, lookup, message_id),
  foreign key (region_id, lookup) references app.report_window
);
call kernel.protect('app.report_reply', false);
grant select, insert on app.report_reply to vv_house;
grant select on app.report_reply to vv_worker;

-- Sealed objects in the file store: an object without a row is swept, a row without an object is a gap. The row of what the
-- public sent is there before its envelope is opened. checked_at: looked at for harm, and cleaned; null: waits for it.
create table app.report_file (
  region_id uuid not null,
  object_id uuid not null,
  report_id uuid not null,
  part smallint not null,
  copy text not null check (copy in ('original', 'cleaned')),
  stored_at timestamptz not null,
  checked_at timestamptz,
  attempts smallint,
  next_attempt_at timestamptz,
  primary key (region_id, object_id),
  foreign key (region_id, report_id, part) references app.report_ledger
);
create index report_file_report on app.report_file (region_id, report_id, part);
create index report_file_waiting on app.report_file (region_id, stored_at) where checked_at is null;
call kernel.protect('app.report_file', false);
grant select on app.report_file to vv_house;
grant select, insert, update (checked_at, attempts, next_attempt_at) on app.report_file to vv_worker;

-- One more part of a report whose first part the caller has locked: repeated, too_many, or added.
create function app.add_report_part(
  p_region uuid, p_report uuid, p_kind text, p_channel text, p_fingerprint bytea, p_key_version int, p_sealed bytea,
  p_received_at timestamptz, p_envelope uuid, p_object uuid
) returns text language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  most_parts constant int := 1000;
  most_files constant int := 10;
  next_part smallint;
begin
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
revoke all on function app.add_report_part(uuid, uuid, text, text, bytea, int, bytea, timestamptz, uuid, uuid) from public;

-- As before, with the channel it came by, and with files that follow a report.
drop function intake.submit(uuid, uuid, bytea, int, bytea, uuid, bytea, timestamptz, uuid);
create function intake.submit(
  p_region uuid, p_report uuid, p_fingerprint bytea, p_key_version int, p_sealed bytea,
  p_lookup uuid, p_reply_key bytea, p_received_at timestamptz, p_envelope uuid, p_channel text default 'NETTSKJEMA', p_kind text default 'report', p_object uuid default null
) returns table (outcome text, received_at timestamptz, shown boolean)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  first_part app.report_ledger%rowtype;
  did text := 'stored';
  spent boolean;
begin
  if length(p_sealed) > 4 * 1024 * 1024 then raise exception 'too large' using errcode = 'VV003'; end if;
  if p_channel not in ('NETTSKJEMA', 'FAGSYSTEM') or p_kind not in ('report', 'file') then raise exception 'not from outside' using errcode = 'VV006'; end if;
  perform set_config('app.region', p_region::text, true);
  spent := exists (select 1 from app.spent_draft d where d.region_id = p_region and d.draft_id = p_report);
  if p_kind = 'report' then
    insert into app.report_ledger (region_id, report_id, part, channel, kind, fingerprint, received_at)
      values (p_region, p_report, 0, p_channel, 'report', p_fingerprint, p_received_at)
      on conflict do nothing;
  end if;
  if p_kind = 'file' or not found then
    select l.* into first_part from app.report_ledger l where l.region_id = p_region and l.report_id = p_report and l.part = 0 for update;
    if not found then
      return query select 'unknown'::text, p_received_at, not spent;
      return;
    end if;
    did := app.add_report_part(p_region, p_report, p_kind, p_channel, p_fingerprint, p_key_version, p_sealed, p_received_at, p_envelope, p_object);
  else
    insert into app.report_envelope (region_id, envelope_id, report_id, part, key_version, sealed, received_at)
      values (p_region, p_envelope, p_report, 0, p_key_version, p_sealed, p_received_at);
    perform queue.enqueue(p_region, 'open_envelope', p_envelope, 'epoch');
  end if;
  if p_reply_key is not null and did in ('stored', 'added') then
    insert into app.report_window (region_id, lookup, report_id, reply_public_key, opened_at)
      values (p_region, p_lookup, p_report, p_reply_key, p_received_at) on conflict do nothing;
  end if;
  return query select did, coalesce(first_part.received_at, p_received_at), not spent;
end $$;

-- The window of a code: one line for each thing we wrote, or one alone. Nothing of what was reported, and not whether it became a case.
drop function intake.find_window(uuid, uuid);
create function intake.find_window(p_region uuid, p_lookup uuid)
  returns table (status text, thread uuid, files int, sent_at timestamptz, message_id uuid, asks boolean, sealed bytea, written_at timestamptz, answered_at timestamptz)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform set_config('app.region', p_region::text, true);
  return query
    with found as (select w.* from app.report_window w where w.region_id = p_region and w.lookup = p_lookup),
      parts as (select l.* from app.report_ledger l join found f on l.region_id = f.region_id and l.report_id = f.report_id)
    select case when f.closed_at is not null then 'closed'
        when exists (select 1 from app.report_reply q where q.region_id = f.region_id and q.lookup = f.lookup and q.asks and q.answered_at is null) then 'question'
        when exists (select 1 from parts l where l.seen_at is null) then 'received' else 'read' end,
      f.report_id, (select count(*)::int from parts l where l.kind = 'file'), (select max(l.received_at) from parts l where l.kind = 'message'),
      r.message_id, r.asks, r.sealed, r.written_at, r.answered_at
    from found f left join app.report_reply r on r.region_id = f.region_id and r.lookup = f.lookup
    order by r.written_at, r.message_id;
end $$;

-- What whoever holds the code sends: a message, or a file. `p_answers`: it answers what we asked.
create function intake.add_message(
  p_region uuid, p_lookup uuid, p_kind text, p_fingerprint bytea, p_key_version int, p_sealed bytea, p_received_at timestamptz, p_envelope uuid, p_object uuid, p_answers boolean
) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  home app.report_window%rowtype;
  first_part app.report_ledger%rowtype;
  did text;
begin
  if p_kind not in ('message', 'file') then raise exception 'not from outside' using errcode = 'VV006'; end if;
  perform set_config('app.region', p_region::text, true);
  select w.* into home from app.report_window w where w.region_id = p_region and w.lookup = p_lookup;
  if not found then return 'unknown'; end if;
  select l.* into strict first_part from app.report_ledger l where l.region_id = p_region and l.report_id = home.report_id and l.part = 0 for update;
  -- locked before it is looked at: whoever closes the window meanwhile waits, or was first
  if exists (select 1 from app.report_window w where w.region_id = p_region and w.lookup = p_lookup and w.closed_at is not null for share) then return 'closed'; end if;
  did := app.add_report_part(p_region, home.report_id, p_kind, first_part.channel, p_fingerprint, p_key_version, p_sealed, p_received_at, p_envelope, p_object);
  if p_answers and did = 'added' then
    update app.report_reply r set answered_at = p_received_at where r.region_id = p_region and r.lookup = p_lookup and r.asks and r.answered_at is null;
  end if;
  return did;
end $$;

-- Before a file is taken in by a page: known report or window, open, and not too many of them. It is asked again when it is stored.
-- With what the receipt needs that the file was sent from: when the report came, whether it was not left, whether p_lookup opens its window.
create function intake.may_add_file(p_region uuid, p_report uuid, p_lookup uuid) returns table (may text, received_at timestamptz, shown boolean, coded boolean)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  home app.report_window%rowtype;
  first_part app.report_ledger%rowtype;
begin
  perform set_config('app.region', p_region::text, true);
  select w.* into home from app.report_window w where w.region_id = p_region and w.lookup = p_lookup;
  select l.* into first_part from app.report_ledger l where l.region_id = p_region and l.report_id = coalesce(p_report, home.report_id) and l.part = 0;
  return query select case when first_part.report_id is null then 'unknown' when p_report is null and home.closed_at is not null then 'closed'
      when (select count(*) from app.report_ledger l where l.region_id = p_region and l.report_id = first_part.report_id and l.kind = 'file') >= 10 then 'too_many' else 'yes' end,
    first_part.received_at, not exists (select 1 from app.spent_draft d where d.region_id = p_region and d.draft_id = p_report),
    coalesce(home.report_id = first_part.report_id, false);
end $$;

revoke all on function intake.submit(uuid, uuid, bytea, int, bytea, uuid, bytea, timestamptz, uuid, text, text, uuid) from public;
revoke all on function intake.find_window(uuid, uuid) from public;
revoke all on function intake.add_message(uuid, uuid, text, bytea, int, bytea, timestamptz, uuid, uuid, boolean) from public;
revoke all on function intake.may_add_file(uuid, uuid, uuid) from public;
grant execute on function intake.submit(uuid, uuid, bytea, int, bytea, uuid, bytea, timestamptz, uuid, text, text, uuid) to vv_public;
grant execute on function intake.find_window(uuid, uuid) to vv_public;
grant execute on function intake.add_message(uuid, uuid, text, bytea, int, bytea, timestamptz, uuid, uuid, boolean) to vv_public;
grant execute on function intake.may_add_file(uuid, uuid, uuid) to vv_public;
