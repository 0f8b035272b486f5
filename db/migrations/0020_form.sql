-- Words of one's own may be chosen by two people; a window must never open for the other. Whoever comes second is asked for
-- other words, and nothing of what they sent is stored before that. Codes are drawn, and never meet.
create function app.window_taken() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  -- two at the same moment wait for each other
  perform pg_advisory_xact_lock(hashtextextended(new.region_id::text || new.lookup::text, 0));
  if exists (select 1 from app.report_window w where w.region_id = new.region_id and w.lookup = new.lookup and w.report_id <> new.report_id) then
    raise exception 'words taken' using errcode = 'VV020';
  end if;
  return new;
end $$;
revoke all on function app.window_taken() from public;
create trigger window_taken before insert on app.report_window for each row execute function app.window_taken();

-- the reporter did not say who they are: shown beside the kind of reporter, which stays what it is (domain reference §8.3)
alter table stats.case_fact add column anonymous boolean not null default false;
alter table stats.case_fact alter column anonymous drop default;
