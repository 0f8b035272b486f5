-- The people register: who has been compared with the reports, and a MAC on each row that decides who gets in.
-- A row whose MAC does not hold counts as absent. Rows from before get theirs once, in the transaction of this step
-- (src/migrations.ts); an empty MAC never holds.
alter table app.staff_member
  -- when everything that has arrived had been compared with the name this person has now; null: not yet
  add column compared_at timestamptz,
  add column revision int not null default 0,
  add column mac bytea not null default '';
alter table app.staff_member alter column revision drop default, alter column mac drop default;
grant update (compared_at, revision, mac) on app.staff_member to vv_worker;

alter table app.role_grant
  add column revision int not null default 0,
  add column mac bytea not null default '';
alter table app.role_grant alter column revision drop default, alter column mac drop default;

-- nobody was ever chosen: revision 0
alter table app.region_profile
  add column reserve_revision int not null default 0,
  add column reserve_mac bytea not null default '';
alter table app.region_profile alter column reserve_revision drop default, alter column reserve_mac drop default;

-- Whoever is signed in signs in again: their session has no MAC yet.
truncate app.session;
alter table app.session add column mac bytea not null;
