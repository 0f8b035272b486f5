-- The window of an anonymous consultation says so: what is written there is looked through for what tells who somebody is (fvl § 13), and
-- no file is taken, since nobody can look one through.
drop function intake.find_window(uuid, uuid);
create function intake.find_window(p_region uuid, p_lookup uuid)
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
      f.report_id, exists (select 1 from app.report o where o.region_id = f.region_id and o.file_id = f.report_id and o.consultation),
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
      when exists (select 1 from app.report o where o.region_id = p_region and o.file_id = first_part.report_id and o.consultation) then 'advice'
      when (select count(*) from app.report_ledger l where l.region_id = p_region and l.report_id = first_part.report_id and l.kind = 'file') >= 10 then 'too_many' else 'yes' end,
    first_part.received_at, not exists (select 1 from app.spent_draft d where d.region_id = p_region and d.draft_id = p_report),
    coalesce(home.report_id = first_part.report_id, false);
end $$;

revoke all on function intake.find_window(uuid, uuid) from public;
grant execute on function intake.find_window(uuid, uuid) to vv_public;
