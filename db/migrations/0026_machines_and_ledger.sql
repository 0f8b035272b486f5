-- The ledger outside the database: what was received is also written to a log beside it (src/jobs/received-log.ts).
-- outside_at: when it was; null: not yet. What arrived before this column is told of at the worker's first round.
alter table app.report_ledger add column outside_at timestamptz;
create index report_ledger_untold on app.report_ledger (region_id, received_at) where outside_at is null;
grant update (outside_at) on app.report_ledger to vv_worker;

-- What stands in that log and not in here: it was received, and went with a database that was set back. Nothing of what was said.
-- A leader settles each with a line of what was done, which is sealed.
create table app.ledger_lost (
  region_id uuid not null references kernel.region_register,
  lost_id uuid not null,
  report_id uuid not null,
  part smallint not null,
  channel text not null,
  kind text not null check (kind in ('report', 'message', 'file', 'split')),
  fingerprint bytea not null,
  received_at timestamptz not null,
  found_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  sealed bytea,
  primary key (region_id, lost_id),
  unique (region_id, report_id, fingerprint),
  foreign key (region_id, settled_by) references app.staff_member,
  check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (sealed is null))
);
call kernel.protect('app.ledger_lost', false);
grant select, insert on app.ledger_lost to vv_worker;
grant select, update (settled_at, settled_by, sealed) on app.ledger_lost to vv_house;

-- A machine that several people use: its session locks when nobody has touched it for a while. lock_ms: null where it is one
-- person's own. touched_at: when somebody last did something there; what a page does by itself does not count.
alter table app.session add column lock_ms int, add column touched_at timestamptz;

-- What somebody had typed and not sent, for them alone: kept while they write, when the screen locks and when a session ends.
-- Which page it was stands in the sealed part. sealed null: it was sent, or thrown away; what is on its way from that page is not kept again.
create table app.kept_text (
  region_id uuid not null,
  user_id uuid not null,
  kept_id uuid not null,
  sealed bytea,
  version int not null check (version > 0),
  kept_at timestamptz not null,
  primary key (region_id, user_id, kept_id),
  foreign key (region_id, user_id) references app.staff_member
);
call kernel.protect('app.kept_text', false);
grant select, insert, update, delete on app.kept_text to vv_house;
grant select, delete on app.kept_text to vv_worker;
