-- Kernel: regions, files and their journals, audit, exclusions. Knows no word of the domain.
create schema kernel;
create schema app;
create schema intake;
create schema stats;
grant usage on schema kernel, app to vv_house, vv_worker, vv_backup;
grant usage on schema intake to vv_public;
grant usage on schema stats to vv_statistics, vv_house, vv_worker, vv_backup;

-- The one place that writes row-level security. `sealed` tables also ask that the door has opened the file.
create function kernel.this_region() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.region', true), '')::uuid $$;
create function kernel.open_files() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.files', true), ''), '{}')::uuid[] $$;

create procedure kernel.protect(t regclass, sealed boolean) language plpgsql as $$
declare
  region constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::uuid';
  opened constant text := ' and file_id = any (coalesce(nullif(current_setting(''app.files'', true), ''''), ''{}'')::uuid[])';
  test text := region || case when sealed then opened else '' end;
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy region on %s using (%s) with check (%s)', t, test, test);
  execute format('revoke all on %s from public', t);
  execute format('create policy backup on %s for select to vv_backup using (true)', t);
  execute format('grant select on %s to vv_backup', t);
end $$;

create function kernel.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append only' using errcode = 'VV001';
end $$;

create procedure kernel.append_only(t regclass) language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function kernel.refuse_change()', t);
  execute format('create trigger append_only_all before truncate on %s for each statement execute function kernel.refuse_change()', t);
end $$;

-- Closed list of tables without a region: nothing in them is about a person.
create table kernel.deployment (
  only_row boolean primary key check (only_row),
  kind text not null check (kind in ('demo', 'real')),
  key_check bytea not null,
  identity_key bytea not null,
  created_at timestamptz not null
);
create table kernel.region_register (
  region_id uuid primary key,
  host text not null unique,
  created_at timestamptz not null
);
-- keyed hash of (issuer, subject) -> region: lets sign-in find the region before any region is set
create table kernel.identity_index (
  lookup bytea not null,
  region_id uuid not null references kernel.region_register,
  primary key (lookup, region_id)
);
grant select on kernel.deployment, kernel.region_register to vv_house, vv_worker, vv_backup;
grant select, insert, delete on kernel.identity_index to vv_house;
grant select on kernel.identity_index to vv_backup;

create table kernel.region_key (
  region_id uuid primary key references kernel.region_register,
  wrapped_key bytea not null
);
call kernel.protect('kernel.region_key', false);
grant select on kernel.region_key to vv_house, vv_worker;

create table kernel.intake_key (
  region_id uuid not null references kernel.region_register,
  version int not null,
  public_key bytea not null,
  sealed_private bytea not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (region_id, version)
);
call kernel.protect('kernel.intake_key', false);
grant select, insert, update (retired_at) on kernel.intake_key to vv_house, vv_worker;

create table kernel.file (
  region_id uuid not null references kernel.region_register,
  file_id uuid not null,
  kind text not null,
  created_at timestamptz not null,
  primary key (region_id, file_id)
);
call kernel.protect('kernel.file', false);
call kernel.append_only('kernel.file');
grant select, insert on kernel.file to vv_house, vv_worker;

create table kernel.file_key (
  region_id uuid not null,
  file_id uuid not null,
  wrapped_key bytea not null,
  primary key (region_id, file_id),
  foreign key (region_id, file_id) references kernel.file
);
call kernel.protect('kernel.file_key', true);
grant select, insert on kernel.file_key to vv_house, vv_worker;

create table kernel.file_event (
  region_id uuid not null,
  file_id uuid not null,
  seq int not null check (seq > 0),
  event_id uuid not null,
  type text not null,
  version smallint not null,
  actor text not null,
  happened_at timestamptz not null,
  written_at timestamptz not null,
  sealed bytea not null,
  mac bytea not null,
  primary key (region_id, file_id, seq),
  foreign key (region_id, file_id) references kernel.file
);
call kernel.protect('kernel.file_event', true);
call kernel.append_only('kernel.file_event');
grant select, insert on kernel.file_event to vv_house, vv_worker;

-- who must never see a file: a keyed hash of the user, so that a stolen table names nobody
create table kernel.file_exclusion (
  region_id uuid not null,
  file_id uuid not null,
  token bytea not null,
  primary key (region_id, file_id, token),
  foreign key (region_id, file_id) references kernel.file
);
call kernel.protect('kernel.file_exclusion', false);
call kernel.append_only('kernel.file_exclusion');
grant select, insert on kernel.file_exclusion to vv_house, vv_worker;

create table kernel.audit_event (
  region_id uuid not null references kernel.region_register,
  audit_id uuid not null,
  at timestamptz not null,
  actor text not null,
  use_case text not null,
  outcome text not null,
  files uuid[] not null,
  heads jsonb not null,
  xid xid8 not null,
  mac bytea not null,
  primary key (region_id, audit_id)
);
create index audit_event_xid on kernel.audit_event (region_id, xid);
create index audit_event_files on kernel.audit_event using gin (files);
call kernel.protect('kernel.audit_event', false);
call kernel.append_only('kernel.audit_event');
grant select, insert on kernel.audit_event to vv_house, vv_worker;

-- `server` tells when a backup was restored elsewhere, where transaction numbers begin again; the ids name a row that is gone
create table kernel.audit_block (
  region_id uuid not null references kernel.region_register,
  block_no int not null check (block_no > 0),
  server text not null,
  from_xid xid8 not null,
  upto_xid xid8 not null,
  row_ids uuid[] not null,
  root bytea not null,
  previous bytea not null,
  mac bytea not null,
  closed_at timestamptz not null,
  primary key (region_id, block_no)
);
create index audit_block_row_ids on kernel.audit_block using gin (row_ids);
call kernel.protect('kernel.audit_block', false);
call kernel.append_only('kernel.audit_block');
grant select, insert on kernel.audit_block to vv_worker;
grant select on kernel.audit_block to vv_house;
