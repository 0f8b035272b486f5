-- Figures. A row per case in clear, and therefore with neither name, reference, file, user nor moment: a month at most.
create table stats.case_fact (
  region_id uuid not null references kernel.region_register,
  fact_id bytea not null,
  opened_month text not null check (opened_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  owner_number text,
  age_band text not null,
  gender text not null,
  case_type text,
  reporter text not null,
  channel text not null,
  vulnerability text[] not null,
  violence text[] not null,
  relation text[] not null,
  services text[] not null,
  measures text[] not null,
  closing_reasons text[] not null,
  status_group text not null check (status_group in ('APEN', 'AVSLUTTET', 'IKKE_SAK')),
  closed_month text check (closed_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  primary key (region_id, fact_id),
  check ((status_group = 'APEN') = (closed_month is null))
);
create index case_fact_month on stats.case_fact (region_id, opened_month);
call kernel.protect('stats.case_fact', false);
grant select, insert, update on stats.case_fact to vv_house, vv_worker;
grant select on stats.case_fact to vv_statistics;

-- What readers have seen of a year, with small numbers already hidden. It stands until so many cases have come that nobody
-- can subtract one table from the next and read a single case out of the difference.
create table stats.standing_figures (
  region_id uuid not null references kernel.region_register,
  year smallint not null,
  counted int not null check (counted > 0),
  counted_at timestamptz not null,
  definitions text not null,
  figures jsonb not null,
  primary key (region_id, year)
);
call kernel.protect('stats.standing_figures', false);
grant select, insert, update on stats.standing_figures to vv_house;
grant select on stats.standing_figures to vv_statistics;
