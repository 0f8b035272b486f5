-- Returns to others (R3, the English collection): the very bytes that leave, sealed, prepared by one person and locked by another. In clear:
-- which return, of which months, by whom and when. What was locked is never changed; a correction is a version of its own.
create table app.return_version (
  region_id uuid not null references kernel.region_register,
  return_id uuid not null,
  schema_id text not null,
  edition text not null,
  form text not null check (form in ('TABELLER', 'RADER')),
  first_month text not null check (first_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  last_month text not null check (last_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  version int not null check (version > 0),
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  sealed bytea not null,
  primary key (region_id, return_id),
  foreign key (region_id, prepared_by) references app.staff_member,
  foreign key (region_id, confirmed_by) references app.staff_member,
  check (first_month < last_month),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (confirmed_by <> prepared_by),
  check (confirmed_at is null or withdrawn_at is null)
);
create unique index return_version_one on app.return_version (region_id, schema_id, form, first_month, last_month, version) where withdrawn_at is null;
call kernel.protect('app.return_version', false);
grant select, insert, update (confirmed_by, confirmed_at, withdrawn_at) on app.return_version to vv_house;

-- That the controller allows rows to one receiver: coordinator and leader together. Research ends by itself on its day.
create table app.return_decision (
  region_id uuid not null references kernel.region_register,
  decision_id uuid not null,
  kind text not null,
  receiver text not null,
  ends_on date,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  ended_at timestamptz,
  sealed bytea not null,
  primary key (region_id, decision_id),
  foreign key (region_id, proposed_by) references app.staff_member,
  foreign key (region_id, confirmed_by) references app.staff_member,
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (confirmed_by <> proposed_by)
);
call kernel.protect('app.return_decision', false);
grant select, insert, update (confirmed_by, confirmed_at, ended_at) on app.return_decision to vv_house;

-- To whom it was sent and when; nothing is sent by the system.
create table app.return_sending (
  region_id uuid not null references kernel.region_register,
  sending_id uuid not null,
  return_id uuid not null,
  receiver text not null,
  sent_on date not null,
  decision_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (region_id, sending_id),
  foreign key (region_id, return_id) references app.return_version,
  foreign key (region_id, decision_id) references app.return_decision,
  foreign key (region_id, recorded_by) references app.staff_member
);
create index return_sending_of on app.return_sending (region_id, return_id);
call kernel.protect('app.return_sending', false);
call kernel.append_only('app.return_sending');
grant select, insert on app.return_sending to vv_house;
