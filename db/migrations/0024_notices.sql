-- Where a member of staff can be told that there is something new: work e-mail, duty phone, what they want to be told, who stands in for
-- them and when. All of it sealed. Under a MAC like the rest of the register: nobody else decides where a message goes (decision 0012).
create table app.staff_contact (
  region_id uuid not null,
  user_id uuid not null,
  sealed bytea not null,
  revision int not null check (revision > 0),
  mac bytea not null,
  primary key (region_id, user_id),
  foreign key (region_id, user_id) references app.staff_member
);
call kernel.protect('app.staff_contact', false);
grant select, insert, update on app.staff_contact to vv_house;
grant select on app.staff_contact to vv_worker;

-- One message to one person, and whether it arrived. To whom is sealed: those who are missing from a list would be the ones who are left out
-- of a file. `mark` is a keyed hash of whom, how and which occasion, so that two houses at once make one message (decision 0024).
create table app.notice_message (
  region_id uuid not null references kernel.region_register,
  message_id uuid not null,
  mark bytea not null,
  sealed bytea not null,
  channel text not null check (channel in ('MAIL', 'SMS')),
  occasion text not null check (occasion in ('DIGEST', 'NEW', 'AKUTT')),
  state text not null check (state in ('QUEUED', 'SENT', 'UNCERTAIN', 'FAILED', 'GIVEN_UP')),
  attempts smallint not null,
  -- of these, how many ended without anybody knowing whether it was taken
  unknowns smallint not null,
  code text,
  asked_at timestamptz not null,
  tried_at timestamptz,
  -- when it is tried again; null: never
  next_attempt_at timestamptz,
  settled_at timestamptz,
  primary key (region_id, message_id),
  unique (region_id, mark)
);
create index notice_message_due on app.notice_message (region_id, next_attempt_at) where next_attempt_at is not null;
create index notice_message_newest on app.notice_message (region_id, asked_at);
call kernel.protect('app.notice_message', false);
grant select, insert, update (state, attempts, unknowns, code, tried_at, next_attempt_at, settled_at) on app.notice_message to vv_worker;
grant select on app.notice_message to vv_house;

-- What a message was about: which clock of which file, and how far up it went. Never what the file says.
create table app.notice (
  region_id uuid not null,
  file_id uuid not null,
  mark bytea not null,
  message_id uuid not null,
  why text not null,
  step text not null check (step in ('OWN', 'DEPUTY', 'LEADER', 'RESERVE')),
  since timestamptz not null,
  told_at timestamptz not null,
  primary key (region_id, file_id, mark),
  foreign key (region_id, message_id) references app.notice_message
);
create index notice_of_message on app.notice (region_id, message_id);
call kernel.protect('app.notice', false);
grant select, insert on app.notice to vv_worker;
grant select on app.notice to vv_house;
