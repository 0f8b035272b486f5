-- The duty of confidentiality is made known to everybody who works here, and they say that they know it (fvl § 13 c). The region's own words;
-- version 0 is what the product says where the region has written none.
create table app.declaration_text (
  region_id uuid not null references kernel.region_register,
  version int not null check (version > 0),
  words text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (region_id, version),
  foreign key (region_id, made_by) references app.staff_member
);
call kernel.protect('app.declaration_text', false);
grant select, insert on app.declaration_text to vv_house;

-- Who has said so, when, and to which words. Only added to, and under a MAC: without one somebody would be asked again, or never.
create table app.declaration (
  region_id uuid not null,
  declaration_id uuid not null,
  user_id uuid not null,
  text_version int not null check (text_version >= 0),
  lang text not null check (lang in ('nb', 'nn', 'en')),
  accepted_at timestamptz not null,
  mac bytea not null,
  primary key (region_id, declaration_id),
  foreign key (region_id, user_id) references app.staff_member
);
create index declaration_of_person on app.declaration (region_id, user_id, accepted_at);
call kernel.protect('app.declaration', false);
grant select, insert on app.declaration to vv_house;

-- What a leader is to look at in the log of a month: who opened which case, and what stood out. All of that is sealed: what stood out may be
-- that somebody and the person have the same surname. Who has looked at it, when, and what they said of it. Under a MAC (decision 0034).
create table app.log_review (
  region_id uuid not null references kernel.region_register,
  review_id uuid not null,
  -- null: the case belongs to no municipality yet
  municipality_id uuid,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  sealed bytea not null,
  drawn_at timestamptz not null,
  verdict text check (verdict in ('I_ORDEN', 'FOLGES_OPP')),
  sealed_word bytea,
  reviewed_by uuid,
  reviewed_at timestamptz,
  revision int not null check (revision > 0),
  mac bytea not null,
  primary key (region_id, review_id),
  foreign key (region_id, municipality_id) references app.municipality,
  foreign key (region_id, reviewed_by) references app.staff_member,
  check ((verdict is null) = (reviewed_by is null) and (verdict is null) = (reviewed_at is null) and (verdict is null) = (sealed_word is null))
);
create index log_review_month on app.log_review (region_id, month);
call kernel.protect('app.log_review', false);
grant select, insert on app.log_review to vv_worker;
grant select, update (verdict, sealed_word, reviewed_by, reviewed_at, revision, mac) on app.log_review to vv_house;

-- The months that have been drawn: once each.
create table app.log_review_drawn (
  region_id uuid not null references kernel.region_register,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  drawn_at timestamptz not null,
  primary key (region_id, month)
);
call kernel.protect('app.log_review_drawn', false);
grant select, insert on app.log_review_drawn to vv_worker;
grant select on app.log_review_drawn to vv_house;
