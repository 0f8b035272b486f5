-- The desk at night (issue 3, Reception).

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
