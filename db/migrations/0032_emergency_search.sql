-- Search, and access in an emergency.

-- The transaction that last wrote a trace: what is kept in memory of a region is brought up to date by what was written since it was
-- read, instead of by every line there is (decision 0033).
alter table app.person_trace add column xid xid8 not null default '0';
alter table app.person_trace alter column xid drop default;
create index person_trace_newest on app.person_trace (region_id, xid);

-- T18: who opened a case in an emergency, until when, and whether somebody else has gone through it. Made of the case's journal, where
-- the reason stands sealed. In clear, since the leader who is to be told does not read the case, and access ends by itself.
create table app.case_emergency (
  region_id uuid not null,
  file_id uuid not null,
  emergency_id uuid not null,
  user_id uuid not null,
  taken_at timestamptz not null,
  until timestamptz not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  primary key (region_id, file_id, emergency_id),
  foreign key (region_id, file_id) references app.case_file,
  foreign key (region_id, user_id) references app.staff_member,
  foreign key (region_id, reviewed_by) references app.staff_member,
  check ((reviewed_by is null) = (reviewed_at is null))
);
create index case_emergency_of on app.case_emergency (region_id, user_id, until);
create index case_emergency_newest on app.case_emergency (region_id, taken_at);
create index case_emergency_waiting on app.case_emergency (region_id) where reviewed_at is null;
call kernel.protect('app.case_emergency', false);
grant select, insert, update (user_id, taken_at, until, reviewed_by, reviewed_at), delete on app.case_emergency to vv_house;
grant select, insert, update (user_id, taken_at, until, reviewed_by, reviewed_at), delete on app.case_emergency to vv_worker;

-- Whoever answers for it is told at once that access was taken; as ever, the message says nothing of what it is about.
alter table app.notice_message drop constraint notice_message_occasion_check;
alter table app.notice_message add constraint notice_message_occasion_check check (occasion in ('DIGEST', 'NEW', 'AKUTT', 'EMERGENCY'));
