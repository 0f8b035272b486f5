-- The desk at night.

-- Which open cases have a card for the night is in clear, so that only those are opened when somebody asks for one.
alter table app.case_file add column night_card boolean not null default false;
alter table app.case_file alter column night_card drop default;

-- What stands on it, sealed: alias, safe contact, code word, warnings, what is agreed, whom to wake, and what the person is called. It
-- is looked for by opening the cards in memory; neither a name nor a code word has a hash here that could be tried out.
create table app.case_night_card (
  region_id uuid not null,
  file_id uuid not null,
  sealed bytea not null,
  version int not null check (version > 0),
  primary key (region_id, file_id),
  foreign key (region_id, file_id) references app.case_file
);
call kernel.protect('app.case_night_card', true);
grant select, insert, update (sealed, version), delete on app.case_night_card to vv_house;
grant select, insert, update (sealed, version), delete on app.case_night_card to vv_worker;

-- T3: who handed a report to the coordinators, and when one of them read it, so that whoever handed it over can see so. Journals from
-- before this say nothing of a receipt.
alter table app.report add column handed_over_by uuid;
alter table app.report add column hand_over_read_at timestamptz;
alter table app.report add foreign key (region_id, handed_over_by) references app.staff_member;
create index report_handed_over_by on app.report (region_id, handed_over_by, handed_over_at) where handed_over_by is not null;

-- Somebody rings and asks about a person. What they said is sealed; nothing is looked up, and it belongs to no case or report.
create table app.desk_enquiry (
  region_id uuid not null references kernel.region_register,
  enquiry_id uuid not null,
  written_by uuid not null,
  written_at timestamptz not null,
  sealed bytea not null,
  read_by uuid,
  read_at timestamptz,
  sealed_done bytea,
  primary key (region_id, enquiry_id),
  foreign key (region_id, written_by) references app.staff_member,
  foreign key (region_id, read_by) references app.staff_member,
  check ((read_by is null) = (read_at is null) and (read_by is null) = (sealed_done is null))
);
create index desk_enquiry_unread on app.desk_enquiry (region_id, written_at) where read_at is null;
call kernel.protect('app.desk_enquiry', false);
grant select, insert, update (read_by, read_at, sealed_done) on app.desk_enquiry to vv_house;

-- A draft belongs to one sign-in: a page that an older one left open no longer saves over what its writer went on with.
alter table app.report_draft add column session_at timestamptz;

-- A talk that became no report: who put it away, when and why. What was written in it is gone.
create table app.report_draft_away (
  region_id uuid not null references kernel.region_register,
  draft_id uuid not null,
  channel text not null,
  user_id uuid not null,
  started_at timestamptz not null,
  put_away_by uuid not null,
  put_away_at timestamptz not null,
  reason text not null check (reason in ('REGISTRERT', 'FEIL', 'IKKE_BEKYMRING')),
  primary key (region_id, draft_id),
  foreign key (region_id, user_id) references app.staff_member,
  foreign key (region_id, put_away_by) references app.staff_member
);
call kernel.protect('app.report_draft_away', false);
grant select, insert on app.report_draft_away to vv_house;
