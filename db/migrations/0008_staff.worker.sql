-- The closed list of tasks grows: a colleague is compared with what arrived before them. Comparisons of a region wait for one
-- another, so that the reports that arrive meanwhile never wait for them.
create or replace function queue.enqueue(region uuid, task text, id uuid, run_at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if task not in ('open_envelope', 'compare_colleague') then
    raise exception 'unknown task' using errcode = 'VV002';
  end if;
  perform graphile_worker.add_job(
    task,
    json_build_object('region', region, 'id', id),
    queue_name := case when task = 'compare_colleague' then task || ':' || region end,
    run_at := run_at,
    max_attempts := 25,
    job_key := task || ':' || region || ':' || id
  );
end $$;

-- For the rounds that look for lost work: one that still waits or runs is left alone, with the number of its attempts.
create function queue.enqueue_lost(region uuid, task text, id uuid, run_at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  asked_for constant text := task || ':' || region || ':' || id;
begin
  if not exists (select 1 from graphile_worker._private_jobs j where j.key = asked_for and j.attempts < j.max_attempts) then
    perform queue.enqueue(region, task, id, run_at);
  end if;
end $$;
revoke all on function queue.enqueue_lost(uuid, text, uuid, timestamptz) from public;
