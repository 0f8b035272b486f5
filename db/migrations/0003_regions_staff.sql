-- Regions: who co-operates, on what agreement, what they publish.
create table app.region_profile (
  region_id uuid primary key references kernel.region_register,
  name text not null,
  draft_site jsonb not null,
  settings jsonb not null,
  reserve_user_id uuid,
  changed_at timestamptz not null
);
call kernel.protect('app.region_profile', false);
grant select, insert, update on app.region_profile to vv_house;
grant select on app.region_profile to vv_worker;

create table app.municipality (
  region_id uuid not null references kernel.region_register,
  municipality_id uuid not null,
  number text not null,
  name text not null,
  from_day date not null,
  to_day date,
  merged_into uuid,
  primary key (region_id, municipality_id),
  foreign key (region_id, merged_into) references app.municipality
);
call kernel.protect('app.municipality', false);
grant select, insert, update on app.municipality to vv_house;
grant select on app.municipality to vv_worker;

-- the organisation that runs reception, and on what agreement it acts for each member
create table app.reception_agreement (
  region_id uuid not null references kernel.region_register,
  agreement_id uuid not null,
  municipality_id uuid not null,
  organisation text not null,
  agreement text not null,
  controller text not null,
  legal_basis text not null,
  from_day date not null,
  to_day date,
  primary key (region_id, agreement_id),
  foreign key (region_id, municipality_id) references app.municipality
);
call kernel.protect('app.reception_agreement', false);
grant select, insert, update on app.reception_agreement to vv_house;
grant select on app.reception_agreement to vv_worker;

-- what the public process may read: the site as published, signed by the provider's root key
create table app.published_site (
  region_id uuid not null references kernel.region_register,
  version int not null,
  host text not null,
  bundle text not null,
  signature bytea not null,
  published_at timestamptz not null,
  primary key (region_id, version)
);
call kernel.protect('app.published_site', false);
call kernel.append_only('app.published_site');
grant select, insert on app.published_site to vv_house, vv_worker;

-- Staff: names and units are sealed; the role grants are not.
create table app.staff_member (
  region_id uuid not null references kernel.region_register,
  user_id uuid not null,
  municipality_id uuid,
  identity_lookup bytea not null,
  sealed bytea not null,
  row_version int not null,
  invited_at timestamptz not null,
  disabled_at timestamptz,
  primary key (region_id, user_id),
  foreign key (region_id, municipality_id) references app.municipality
);
call kernel.protect('app.staff_member', false);
grant select, insert, update on app.staff_member to vv_house;
grant select on app.staff_member to vv_worker;

create table app.role_grant (
  region_id uuid not null,
  grant_id uuid not null,
  user_id uuid not null,
  role text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  ended_at timestamptz,
  primary key (region_id, grant_id),
  foreign key (region_id, user_id) references app.staff_member,
  check (confirmed_by is null or confirmed_by <> proposed_by or confirmed_by = 'system')
);
call kernel.protect('app.role_grant', false);
grant select, insert, update on app.role_grant to vv_house;
grant select on app.role_grant to vv_worker;

-- signed-in browsers; the cookie's own value is nowhere in here
create table app.session (
  region_id uuid not null,
  id_hash text not null,
  user_id uuid not null,
  issuer text not null,
  sid text,
  idle_ms int not null,
  absolute_ms int not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  signed_in_at timestamptz not null,
  primary key (region_id, id_hash),
  foreign key (region_id, user_id) references app.staff_member
);
create index session_sid on app.session (region_id, issuer, sid);
call kernel.protect('app.session', false);
grant select, insert, update, delete on app.session to vv_house;
