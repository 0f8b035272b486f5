-- A file that was disposed of (arkivforskrifta § 5): its key is gone, so that its entries, which are append-only, can never be opened again.
create table kernel.file_disposed (
  region_id uuid not null,
  file_id uuid not null,
  disposed_at timestamptz not null,
  primary key (region_id, file_id),
  foreign key (region_id, file_id) references kernel.file
);
call kernel.protect('kernel.file_disposed', false);
call kernel.append_only('kernel.file_disposed');
grant select on kernel.file_disposed to vv_house, vv_worker;

-- How long a closed case is kept (bevaringsforskrifta § 3), and whether its use is restricted (GDPR art. 18). Of cases that were closed
-- before this column the class stands in the journal alone, and the nightly check writes it here.
alter table app.case_file add column retention text, add column restricted boolean not null default false;
alter table app.case_file alter column restricted drop default;

-- The protocol of what was exported, handed over to an archive, or disposed of: proof without content. Proposed by one person and
-- confirmed by another; each row is under a MAC of the region's key. No reference to the staff register: after a restore the protocol
-- is written again from the log beside the database, which may know of people that the restored register does not.
create table app.disposal (
  region_id uuid not null references kernel.region_register,
  disposal_id uuid not null,
  operation text not null check (operation in ('EKSPORT', 'AVLEVERING', 'KASSASJON')),
  file_id uuid not null,
  files uuid[] not null,
  reference text not null,
  rule text not null,
  receiver text,
  owner_municipality_id uuid,
  closed_on date not null,
  entries int not null check (entries > 0),
  head bytea not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  done_at timestamptz,
  revision int not null check (revision > 0),
  mac bytea not null,
  primary key (region_id, disposal_id),
  foreign key (region_id, file_id) references kernel.file,
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (confirmed_by <> proposed_by),
  check (done_at is null or confirmed_at is not null),
  check (done_at is null or withdrawn_at is null),
  check (file_id = any (files))
);
create index disposal_of on app.disposal (region_id, file_id);
create index disposal_waiting on app.disposal (region_id, confirmed_at) where done_at is null;
call kernel.protect('app.disposal', false);
grant select, insert, update (confirmed_by, confirmed_at, withdrawn_at, done_at, revision, mac) on app.disposal to vv_house, vv_worker;

-- Carries out a disposal that two people decided: the keys of its files, and every row about them that may go. What is append-only stays,
-- and cannot be opened. Whatever table is added later that points to a file is emptied, too. The worker's alone; the caller has opened the files.
create function app.dispose(p_disposal uuid, p_at timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  region constant uuid := kernel.this_region();
  what uuid[];
  t record;
  blocked boolean;
begin
  select d.files into what from app.disposal d
    where d.region_id = region and d.disposal_id = p_disposal and d.operation = 'KASSASJON'
      and d.confirmed_by <> d.proposed_by and d.confirmed_at is not null and d.withdrawn_at is null for update;
  if not found then raise exception 'not decided' using errcode = 'VV007'; end if;
  if not what <@ kernel.open_files() then raise exception 'not opened' using errcode = 'VV007'; end if;
  delete from app.report_reply r using app.report_window w
    where w.region_id = region and w.report_id = any (what) and r.region_id = region and r.lookup = w.lookup;
  -- One table may have to wait for another that points to it.
  for pass in 1 .. 6 loop
    blocked := false;
    for t in
      select c.oid::regclass as name, a.attname as points from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname in ('file_id', 'case_id', 'report_id') and not a.attisdropped
        -- What says that something came, or that a sheet came back, stays; so does the protocol.
        where n.nspname = 'app' and c.relkind = 'r' and c.relname not in ('disposal', 'report_ledger', 'report_envelope', 'ledger_lost', 'paper_sheet', 'consultation') order by c.relname
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
  return true;
end $$;
revoke all on function app.dispose(uuid, timestamptz) from public;
grant execute on function app.dispose(uuid, timestamptz) to vv_worker;

-- Somebody asks to see what is written about a person (GDPR art. 15). Registered apart from any case, whether there is one or not. In
-- clear: when it came, when it was answered, by whom it is handled. Who asks about whom, and what was decided, is sealed.
create table app.access_request (
  region_id uuid not null references kernel.region_register,
  request_id uuid not null,
  received_on date not null,
  answered_on date,
  case_id uuid,
  registered_by uuid not null,
  registered_at timestamptz not null,
  version int not null check (version > 0),
  sealed bytea not null,
  primary key (region_id, request_id),
  foreign key (region_id, case_id) references kernel.file (region_id, file_id),
  foreign key (region_id, registered_by) references app.staff_member
);
create index access_request_case on app.access_request (region_id, case_id) where case_id is not null;
call kernel.protect('app.access_request', false);
grant select, insert, update (answered_on, case_id, version, sealed) on app.access_request to vv_house;

-- What of a case was given and what was withheld, and the answer with its passages: under the case's own key, and gone with it.
create table app.access_decision (
  region_id uuid not null,
  file_id uuid not null,
  request_id uuid not null,
  version int not null check (version > 0),
  sealed bytea not null,
  primary key (region_id, file_id, request_id),
  foreign key (region_id, file_id) references kernel.file
);
call kernel.protect('app.access_decision', true);
grant select, insert, update (version, sealed) on app.access_decision to vv_house;

-- A breach of personal data security (avvik, GDPR art. 33): each saving is a row of its own, so that what was known when can be shown
-- (art. 33 nr. 5). In clear: when it was discovered and who wrote. What happened is sealed.
create table app.breach (
  region_id uuid not null references kernel.region_register,
  breach_id uuid not null,
  version int not null check (version > 0),
  discovered_at timestamptz not null,
  settled boolean not null,
  written_by uuid not null,
  written_at timestamptz not null,
  sealed bytea not null,
  primary key (region_id, breach_id, version),
  foreign key (region_id, written_by) references app.staff_member
);
call kernel.protect('app.breach', false);
call kernel.append_only('app.breach');
grant select, insert on app.breach to vv_house;
