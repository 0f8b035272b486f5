-- Who has answered whether they are connected to somebody in a report, before its content was shown to them (fvl § 6); SENERE: opened
-- because it was Akutt, the answer still owed. Whoever answered yes is not here: kernel.file_exclusion keeps them out. By id, as the journal's
-- entry has it anyway: the token of kernel.file_exclusion here would tell whose it is.
create table app.report_answer (
  region_id uuid not null,
  file_id uuid not null,
  user_id uuid not null,
  answer text not null check (answer in ('INGEN', 'SENERE')),
  primary key (region_id, file_id, user_id),
  foreign key (region_id, file_id) references app.report,
  foreign key (region_id, user_id) references app.staff_member
);
call kernel.protect('app.report_answer', false);
grant select, insert, update, delete on app.report_answer to vv_house, vv_worker;

-- What members of staff have chosen for themselves. `single_keys` false: no key acts alone (WCAG 2.1.4). No row: as it comes.
create table app.own_setting (
  region_id uuid not null,
  user_id uuid not null,
  single_keys boolean not null,
  primary key (region_id, user_id),
  foreign key (region_id, user_id) references app.staff_member
);
call kernel.protect('app.own_setting', false);
grant select, insert, update on app.own_setting to vv_house;
