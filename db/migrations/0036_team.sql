-- The team around one screen, and two cases that become one.

-- T9: somebody wants a case taken up in a team meeting, and since when. What about is sealed in the journal.
alter table app.case_file add column meeting_asked_at timestamptz;

-- A meeting of the operative team. In clear: that it was held, when, and who was there, which is counted (R1). Guests and what was
-- learnt are sealed. What was said about a case stands in that case and nowhere else.
create table app.team_meeting (
  region_id uuid not null references kernel.region_register,
  meeting_id uuid not null,
  held_on date not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  sealed bytea not null,
  version int not null check (version > 0),
  primary key (region_id, meeting_id),
  foreign key (region_id, opened_by) references app.staff_member
);
create index team_meeting_list on app.team_meeting (region_id, opened_at);
call kernel.protect('app.team_meeting', false);
grant select, insert, update (ended_at, sealed, version) on app.team_meeting to vv_house;

-- Who came, and who is in the room now: somebody who is inhabil goes out while their case is taken up.
create table app.team_meeting_present (
  region_id uuid not null,
  meeting_id uuid not null,
  user_id uuid not null,
  deputy_for uuid,
  in_room boolean not null,
  primary key (region_id, meeting_id, user_id),
  foreign key (region_id, meeting_id) references app.team_meeting,
  foreign key (region_id, user_id) references app.staff_member,
  foreign key (region_id, deputy_for) references app.staff_member,
  check (deputy_for is null or deputy_for <> user_id)
);
call kernel.protect('app.team_meeting_present', false);
grant select, insert, update (deputy_for, in_room), delete on app.team_meeting_present to vv_house;

-- Which meetings wrote minutes in a case; what they wrote stands in its journal.
create table app.case_meeting (
  region_id uuid not null,
  file_id uuid not null,
  meeting_id uuid not null,
  primary key (region_id, file_id, meeting_id),
  foreign key (region_id, file_id) references app.case_file,
  foreign key (region_id, meeting_id) references app.team_meeting
);
create index case_meeting_of on app.case_meeting (region_id, meeting_id);
call kernel.protect('app.case_meeting', false);
grant select, insert, delete on app.case_meeting to vv_house;
grant select, insert, delete on app.case_meeting to vv_worker;

-- A case that became part of another is no case of its own in any figure (domain reference §9.1, T16: the person is counted once).
grant delete on stats.case_fact to vv_house, vv_worker;
