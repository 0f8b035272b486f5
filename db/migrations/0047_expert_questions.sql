-- One question to one professional outside, opened by a code that is read out on the phone. In clear: which case, until when it stands, how
-- often a wrong code was tried, when it was opened and answered. What the professional is shown is sealed to the code alone.
create table app.expert_question (
  region_id uuid not null,
  case_id uuid not null,
  ask_id uuid not null,
  -- counts the codes that were made for it
  code_no smallint not null check (code_no > 0),
  asked_at timestamptz not null,
  until timestamptz not null,
  -- false: withdrawn, answered, or ended with the case; then nothing opens it, and what would is gone
  open boolean not null,
  -- the first characters of the code; null: no code opens it
  number text check (number ~ '^[0-9A-HJKMNP-TV-Z]{4}$'),
  -- a hash of what only the whole code gives
  check_hash bytea,
  for_code bytea,
  tries smallint not null check (tries >= 0),
  -- the visit of the page on which it was opened: it opens for that page alone
  opened_by uuid,
  opened_at timestamptz,
  answered_at timestamptz,
  answer_print bytea,
  primary key (region_id, ask_id),
  foreign key (region_id, case_id) references app.case_file,
  check ((number is null) = (check_hash is null) and (number is null) = (for_code is null)),
  check (open or number is null),
  check ((opened_by is null) = (opened_at is null))
);
create unique index expert_question_number on app.expert_question (region_id, number) where number is not null;
create index expert_question_case on app.expert_question (region_id, case_id);
-- An answer that came while its case was closed waits for somebody all the same.
create index case_file_after on app.case_file (region_id, next_due_at, file_id) where closed_at is not null and next_due_at is not null;
call kernel.protect('app.expert_question', false);
grant select, insert, update, delete on app.expert_question to vv_house;
grant select, insert, update, delete on app.expert_question to vv_worker;

-- An answer as it came, sealed to the region's intake key, until the worker has taken it into its case.
create table app.expert_answer (
  region_id uuid not null,
  envelope_id uuid not null,
  case_id uuid not null,
  ask_id uuid not null,
  key_version int not null,
  sealed bytea not null,
  received_at timestamptz not null,
  failure_code text,
  attempts smallint,
  next_attempt_at timestamptz,
  primary key (region_id, envelope_id),
  foreign key (region_id, case_id) references app.case_file
);
create index expert_answer_case on app.expert_answer (region_id, case_id);
call kernel.protect('app.expert_answer', false);
grant select on app.expert_answer to vv_house;
grant select, delete, update (failure_code, attempts, next_attempt_at) on app.expert_answer to vv_worker;

-- The question of a number, where the rest of the code is right. Five wrong tries and it opens no more; they are counted here, for every
-- process. It opens for one page: the same page may ask again, any other is answered as a wrong code is.
create function intake.open_question(p_region uuid, p_number text, p_check bytea, p_visit uuid, p_at timestamptz)
  returns table (ask_id uuid, for_code bytea, code_no smallint, until timestamptz)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  most_tries constant int := 5;
  one app.expert_question%rowtype;
begin
  perform set_config('app.region', p_region::text, true);
  select q.* into one from app.expert_question q where q.region_id = p_region and q.number = p_number for update;
  if not found then return; end if;
  if one.answered_at is not null or one.until <= p_at or one.tries >= most_tries then return; end if;
  if one.check_hash <> p_check then
    update app.expert_question q set tries = q.tries + 1 where q.region_id = p_region and q.ask_id = one.ask_id and q.opened_by is null;
    return;
  end if;
  if one.opened_by is not null and one.opened_by <> p_visit then return; end if;
  update app.expert_question q set opened_by = p_visit, opened_at = p_at where q.region_id = p_region and q.ask_id = one.ask_id and q.opened_by is null;
  return query select one.ask_id, one.for_code, one.code_no, one.until;
end $$;

-- The answer of whoever opened it, once. What was begun in time is taken a day longer.
create function intake.answer_question(
  p_region uuid, p_ask uuid, p_visit uuid, p_print bytea, p_key_version int, p_sealed bytea, p_at timestamptz, p_envelope uuid
) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  one app.expert_question%rowtype;
begin
  if length(p_sealed) > 1024 * 1024 then raise exception 'too large' using errcode = 'VV003'; end if;
  perform set_config('app.region', p_region::text, true);
  select q.* into one from app.expert_question q where q.region_id = p_region and q.ask_id = p_ask for update;
  if not found or one.opened_by is distinct from p_visit then return 'unknown'; end if;
  if one.answer_print = p_print then return 'repeated'; end if;
  if one.answered_at is not null then return 'answered'; end if;
  if not one.open or one.until + interval '1 day' <= p_at then return 'closed'; end if;
  insert into app.expert_answer (region_id, envelope_id, case_id, ask_id, key_version, sealed, received_at)
    values (p_region, p_envelope, one.case_id, p_ask, p_key_version, p_sealed, p_at);
  update app.expert_question q set answered_at = p_at, answer_print = p_print, number = null, check_hash = null, for_code = null
    where q.region_id = p_region and q.ask_id = p_ask;
  perform queue.enqueue(p_region, 'open_envelope', p_envelope, 'epoch');
  return 'stored';
end $$;

revoke all on function intake.open_question(uuid, text, bytea, uuid, timestamptz) from public;
revoke all on function intake.answer_question(uuid, uuid, uuid, bytea, int, bytea, timestamptz, uuid) from public;
grant execute on function intake.open_question(uuid, text, bytea, uuid, timestamptz) to vv_public;
grant execute on function intake.answer_question(uuid, uuid, uuid, bytea, int, bytea, timestamptz, uuid) to vv_public;
