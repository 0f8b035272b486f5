-- The queue's door. Runs as the worker's role, which owns the queue.
create schema queue;
grant usage on schema queue to vv_house, vv_migrator;

-- Others may ask for work only here: a closed list of tasks, and nothing but ids in the payload.
create function queue.enqueue(region uuid, task text, id uuid, run_at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if task not in ('open_envelope') then
    raise exception 'unknown task' using errcode = 'VV002';
  end if;
  perform graphile_worker.add_job(
    task,
    json_build_object('region', region, 'id', id),
    run_at := run_at,
    max_attempts := 25,
    job_key := task || ':' || region || ':' || id
  );
end $$;
revoke all on function queue.enqueue(uuid, text, uuid, timestamptz) from public;
grant execute on function queue.enqueue(uuid, text, uuid, timestamptz) to vv_house, vv_migrator;

-- What health needs to know of the queue, in one row and without anybody's payload.
create function queue.oldest_waiting(as_of timestamptz) returns table (waiting bigint, oldest timestamptz, failing bigint)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*), min(run_at), count(*) filter (where attempts >= 3)
  from graphile_worker._private_jobs where run_at <= as_of and locked_at is null
$$;
revoke all on function queue.oldest_waiting(timestamptz) from public;
grant execute on function queue.oldest_waiting(timestamptz) to vv_house;
