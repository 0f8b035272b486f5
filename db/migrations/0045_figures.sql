-- Figures in full: whether the person's wish was met stands with the case; how long things took stands apart from every code, since days lead to
-- a file whose entries have their moment in clear; reports and consultations have rows of their own.
alter table stats.case_fact add column wish text;

create table stats.pace_fact (
  region_id uuid not null references kernel.region_register,
  fact_id bytea not null,
  kind text not null check (kind in ('SAK', 'MELDING')),
  opened_month text not null check (opened_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  owner_number text,
  seen_days int check (seen_days >= 0),
  classified_days int check (classified_days >= 0),
  measure_days int check (measure_days >= 0),
  closed_days int check (closed_days >= 0),
  primary key (region_id, fact_id)
);
create index pace_fact_month on stats.pace_fact (region_id, kind, opened_month);
call kernel.protect('stats.pace_fact', false);
grant select, insert, update, delete on stats.pace_fact to vv_house, vv_worker;
grant select on stats.pace_fact to vv_statistics;

create table stats.report_fact (
  region_id uuid not null references kernel.region_register,
  fact_id bytea not null,
  received_month text not null check (received_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  owner_number text,
  channel text not null,
  reporter text not null,
  anonymous boolean not null,
  became text,
  primary key (region_id, fact_id)
);
create index report_fact_month on stats.report_fact (region_id, received_month);
call kernel.protect('stats.report_fact', false);
grant select, insert, update, delete on stats.report_fact to vv_house, vv_worker;
grant select on stats.report_fact to vv_statistics;

create table stats.consultation_fact (
  region_id uuid not null references kernel.region_register,
  fact_id bytea not null,
  received_month text not null check (received_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  owner_number text,
  direction text not null,
  service text not null,
  violence text[] not null,
  topics text[] not null,
  outcome text,
  primary key (region_id, fact_id)
);
create index consultation_fact_month on stats.consultation_fact (region_id, received_month);
call kernel.protect('stats.consultation_fact', false);
grant select, insert, update on stats.consultation_fact to vv_house, vv_worker;
grant select on stats.consultation_fact to vv_statistics;

-- Reports of a person who keeps out of figures (krisesenterlova § 5 a): a keyed token of each, and nothing else.
create table stats.kept_out (
  region_id uuid not null references kernel.region_register,
  fact_id bytea not null,
  primary key (region_id, fact_id)
);
call kernel.protect('stats.kept_out', false);
grant select, insert, delete on stats.kept_out to vv_house, vv_worker;

-- Tables may be of several years together, where one alone has too few cases (decision 0046).
alter table stats.standing_figures add column from_year smallint;
update stats.standing_figures set from_year = year;
alter table stats.standing_figures alter column from_year set not null;
alter table stats.standing_figures add check (from_year between year - 2 and year);
-- medians of the same years, or null in each where too few stand behind it
alter table stats.standing_figures add column pace jsonb;
