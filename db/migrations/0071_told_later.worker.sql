-- The closed list of tasks grows: what was added to a report is told to the case that holds it.
create or replace function queue.enqueue(region uuid, task text, id uuid, run_at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if task not in ('open_envelope', 'compare_colleague', 'clean_file', 'send_notice', 'carry_file', 'tell_case') then
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
