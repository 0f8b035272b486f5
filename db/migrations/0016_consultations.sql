-- Anonymous consultations (drøfting): advice about somebody who is not named. In clear: that there is one, its reference, whose
-- municipality, where it stands and when. Direction, service and every other code are sealed; the journal holds the rest.
create table app.consultation (
  region_id uuid not null references kernel.region_register,
  file_id uuid not null,
  reference text not null,
  report_id uuid,
  state text not null check (state in ('ASKED', 'ANSWERED', 'REPORTED')),
  urgent boolean not null,
  owner_municipality_id uuid,
  received_at timestamptz not null,
  answered_at timestamptz,
  version int not null,
  primary key (region_id, file_id),
  unique (region_id, report_id),
  foreign key (region_id, file_id) references kernel.file,
  foreign key (region_id, report_id) references kernel.file
);
create index consultation_list on app.consultation (region_id, state, received_at);
call kernel.protect('app.consultation', false);
grant select, insert, update on app.consultation to vv_house, vv_worker;

-- what the list shows besides: codes alone, shown only where the door has opened the file
create table app.consultation_codes (
  region_id uuid not null,
  file_id uuid not null,
  sealed bytea not null,
  primary key (region_id, file_id),
  foreign key (region_id, file_id) references app.consultation
);
call kernel.protect('app.consultation_codes', true);
grant select, insert, update (sealed) on app.consultation_codes to vv_house, vv_worker;

-- A report in mode C stands in the inbox's lane «Drøfting», and leads to its consultation.
alter table app.report add column consultation boolean not null default false;
alter table app.report alter column consultation drop default;
