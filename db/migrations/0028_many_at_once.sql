-- When very many reports come from one place at once, those above the limit lie in a lane of their own in the inbox until somebody moves them.
alter table app.report add column crowded boolean not null default false;
alter table app.report alter column crowded drop default;

-- The window of an anonymous consultation knows that it is one before its envelope is opened, so that no file and no name is taken in the
-- seconds between. In clear it says no more than app.report.consultation does when the envelope is opened.
alter table app.report_window add column advice boolean not null default false;
alter table app.report_window alter column advice drop default;
-- in every region at once, which nobody may otherwise: no policy stands for the length of one statement
alter table app.report_window no force row level security;
alter table app.report no force row level security;
update app.report_window w set advice = true
  from app.report r where r.region_id = w.region_id and r.file_id = w.report_id and r.consultation;
alter table app.report_window force row level security;
alter table app.report force row level security;

drop function intake.submit(uuid, uuid, bytea, int, bytea, uuid, bytea, timestamptz, uuid, text, text, uuid);
create function intake.submit(
  p_region uuid, p_report uuid, p_fingerprint bytea, p_key_version int, p_sealed bytea,
  p_lookup uuid, p_reply_key bytea, p_received_at timestamptz, p_envelope uuid, p_channel text default 'NETTSKJEMA', p_kind text default 'report', p_object uuid default null,
  p_advice boolean default false
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
    -- a consultation to which somebody adds a name is a report from then on
    insert into app.report_window as w (region_id, lookup, report_id, reply_public_key, opened_at, advice)
      values (p_region, p_lookup, p_report, p_reply_key, p_received_at, p_advice)
      on conflict (region_id, lookup) do update set advice = false where w.advice and not p_advice;
  end if;
  return query select did, coalesce(first_part.received_at, p_received_at), not spent;
end $$;

create or replace function intake.find_window(p_region uuid, p_lookup uuid)
  returns table (status text, thread uuid, advice boolean, files int, sent_at timestamptz, message_id uuid, asks boolean, sealed bytea, written_at timestamptz, answered_at timestamptz)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform set_config('app.region', p_region::text, true);
  return query
    with found as (select w.* from app.report_window w where w.region_id = p_region and w.lookup = p_lookup),
      parts as (select l.* from app.report_ledger l join found f on l.region_id = f.region_id and l.report_id = f.report_id)
    select case when f.closed_at is not null then 'closed'
        when exists (select 1 from app.report_reply q where q.region_id = f.region_id and q.lookup = f.lookup and q.asks and q.answered_at is null) then 'question'
        when exists (select 1 from parts l where l.seen_at is null) then 'received' else 'read' end,
      f.report_id, f.advice,
      (select count(*)::int from parts l where l.kind = 'file'), (select max(l.received_at) from parts l where l.kind = 'message'),
      r.message_id, r.asks, r.sealed, r.written_at, r.answered_at
    from found f left join app.report_reply r on r.region_id = f.region_id and r.lookup = f.lookup
    order by r.written_at, r.message_id;
end $$;

create or replace function intake.may_add_file(p_region uuid, p_report uuid, p_lookup uuid) returns table (may text, received_at timestamptz, shown boolean, coded boolean)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  home app.report_window%rowtype;
  first_part app.report_ledger%rowtype;
begin
  perform set_config('app.region', p_region::text, true);
  select w.* into home from app.report_window w where w.region_id = p_region and w.lookup = p_lookup;
  select l.* into first_part from app.report_ledger l where l.region_id = p_region and l.report_id = coalesce(p_report, home.report_id) and l.part = 0;
  return query select case when first_part.report_id is null then 'unknown' when p_report is null and home.closed_at is not null then 'closed'
      when exists (select 1 from app.report_window w where w.region_id = p_region and w.report_id = first_part.report_id and w.advice) then 'advice'
      when (select count(*) from app.report_ledger l where l.region_id = p_region and l.report_id = first_part.report_id and l.kind = 'file') >= 10 then 'too_many' else 'yes' end,
    first_part.received_at, not exists (select 1 from app.spent_draft d where d.region_id = p_region and d.draft_id = p_report),
    coalesce(home.report_id = first_part.report_id, false);
end $$;

revoke all on function intake.submit(uuid, uuid, bytea, int, bytea, uuid, bytea, timestamptz, uuid, text, text, uuid, boolean) from public;
grant execute on function intake.submit(uuid, uuid, bytea, int, bytea, uuid, bytea, timestamptz, uuid, text, text, uuid, boolean) to vv_public;
