-- Which deadlines of a case ran out, by month, kept when they end: no journal has an entry for what nobody did. Its own pseudonym, no day.
create table stats.overdue_fact (
  region_id uuid not null references kernel.region_register,
  fact_id bytea not null,
  clock text not null,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  primary key (region_id, fact_id, clock, month)
);
create index overdue_fact_month on stats.overdue_fact (region_id, month);
call kernel.protect('stats.overdue_fact', false);
grant select, insert, delete on stats.overdue_fact to vv_house, vv_worker;
grant select on stats.overdue_fact to vv_statistics;

-- counted with the year's tables, small numbers hidden; null in those that were counted before it was
alter table stats.standing_figures add column overdue jsonb;

-- What the region did so that people know where to turn: a day, a code and how many were reached. Nothing of anybody.
create table app.outreach_done (
  region_id uuid not null references kernel.region_register,
  outreach_id uuid not null,
  on_day date not null,
  kind text not null,
  reached int check (reached >= 0),
  entered_by uuid not null,
  entered_at timestamptz not null,
  primary key (region_id, outreach_id)
);
call kernel.protect('app.outreach_done', false);
grant select, insert, delete on app.outreach_done to vv_house;

-- How many reports came in three months, counted once when they were over; null: one to four. What readers have seen is never another number.
create table stats.standing_quarter (
  region_id uuid not null references kernel.region_register,
  first_month text not null check (first_month ~ '^[0-9]{4}-(01|04|07|10)$'),
  reports int check (reports = 0 or reports > 4),
  counted_at timestamptz not null,
  primary key (region_id, first_month)
);
call kernel.protect('stats.standing_quarter', false);
grant select, insert on stats.standing_quarter to vv_house;

-- Who is writing in a part of a report at this moment, so that two who write see each other. Forgotten within minutes.
create table app.publication_writing (
  region_id uuid not null,
  publication_id uuid not null,
  part text not null,
  user_id uuid not null,
  at timestamptz not null,
  primary key (region_id, publication_id, part, user_id),
  foreign key (region_id, publication_id) references app.publication,
  foreign key (region_id, user_id) references app.staff_member
);
call kernel.protect('app.publication_writing', false);
grant select, insert, update (at), delete on app.publication_writing to vv_house;

-- What left a case, by month and legal basis; its own pseudonym, so that it cannot be laid beside the codes of the case.
create table stats.disclosure_fact (
  region_id uuid not null references kernel.region_register,
  fact_id bytea not null,
  told text[] not null,
  primary key (region_id, fact_id)
);
call kernel.protect('stats.disclosure_fact', false);
grant select, insert, update, delete on stats.disclosure_fact to vv_house, vv_worker;

-- What left the cases in a whole year, by legal basis, counted once when it was over, small numbers hidden: periods that overlap and versions that correct tell the same.
create table stats.standing_disclosures (
  region_id uuid not null references kernel.region_register,
  year int not null,
  bases jsonb not null,
  counted_at timestamptz not null,
  primary key (region_id, year)
);
call kernel.protect('stats.standing_disclosures', false);
grant select, insert on stats.standing_disclosures to vv_house;

-- own cases open when the years began and ended; null in tables that were counted before it was
alter table stats.standing_figures add column movement jsonb;
