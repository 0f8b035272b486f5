-- Reports that the region writes: annual report, internal control, two pages for the steering group. In clear: what kind, which months,
-- where it stands, who wrote when. What people wrote is sealed.
create table app.publication (
  region_id uuid not null references kernel.region_register,
  publication_id uuid not null,
  kind text not null check (kind in ('R1', 'R10', 'R11')),
  lang text not null check (lang in ('nb', 'nn', 'en')),
  from_month text not null check (from_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  to_month text not null check (to_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  cut_off date not null,
  version int not null check (version > 0),
  corrects uuid,
  state text not null check (state in ('UNDER_ARBEID', 'TIL_GODKJENNING', 'FROSSET')),
  revision int not null check (revision > 0),
  begun_by uuid not null,
  begun_at timestamptz not null,
  sent_by uuid,
  sent_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  primary key (region_id, publication_id),
  foreign key (region_id, corrects) references app.publication,
  foreign key (region_id, begun_by) references app.staff_member,
  foreign key (region_id, sent_by) references app.staff_member,
  foreign key (region_id, approved_by) references app.staff_member,
  unique (region_id, corrects),
  check (from_month <= to_month),
  check ((version = 1) = (corrects is null)),
  check ((sent_by is null) = (sent_at is null)),
  check ((approved_by is null) = (approved_at is null)),
  check ((state = 'FROSSET') = (approved_by is not null))
);
call kernel.protect('app.publication', false);
grant select, insert, update (from_month, to_month, cut_off, state, revision, sent_by, sent_at, approved_by, approved_at) on app.publication to vv_house;
grant select on app.publication to vv_worker;

-- What was approved stands for good: a correction is a publication of its own.
create function app.keep_frozen() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.state = 'FROSSET' then raise exception 'frozen' using errcode = 'VV001'; end if;
  return new;
end $$;
create trigger keep_frozen before update on app.publication for each row execute function app.keep_frozen();

-- Each saving of a part is a row of its own, so that nothing is overwritten; the newest counts.
create table app.publication_part (
  region_id uuid not null,
  publication_id uuid not null,
  part text not null,
  revision int not null check (revision > 0),
  carried boolean not null,
  written_by uuid not null,
  written_at timestamptz not null,
  sealed bytea not null,
  primary key (region_id, publication_id, part, revision),
  foreign key (region_id, publication_id) references app.publication,
  foreign key (region_id, written_by) references app.staff_member
);
call kernel.protect('app.publication_part', false);
call kernel.append_only('app.publication_part');
grant select, insert on app.publication_part to vv_house;

create table app.publication_comment (
  region_id uuid not null,
  publication_id uuid not null,
  comment_id uuid not null,
  part text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  resolved_by uuid,
  resolved_at timestamptz,
  sealed bytea not null,
  primary key (region_id, publication_id, comment_id),
  foreign key (region_id, publication_id) references app.publication,
  foreign key (region_id, written_by) references app.staff_member,
  foreign key (region_id, resolved_by) references app.staff_member,
  check ((resolved_by is null) = (resolved_at is null))
);
call kernel.protect('app.publication_comment', false);
grant select, insert, update (resolved_by, resolved_at) on app.publication_comment to vv_house;

-- A file that somebody asked for: what it is to say is sealed when it is asked for, by whoever may read it; the worker only sets it. The
-- file of an approved report is kept and never made again; every other is its asker's alone, and gone after a day.
create table app.publication_output (
  region_id uuid not null,
  output_id uuid not null,
  publication_id uuid not null,
  edition text not null check (edition in ('YTRE', 'INTERN')),
  format text not null check (format in ('pdf', 'docx')),
  kept boolean not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  made_at timestamptz,
  tries int not null check (tries >= 0),
  fault text,
  sealed_content bytea not null,
  sealed_file bytea,
  primary key (region_id, output_id),
  foreign key (region_id, publication_id) references app.publication,
  foreign key (region_id, asked_by) references app.staff_member,
  check (not kept or edition = 'YTRE'),
  check ((made_at is null) = (sealed_file is null))
);
create index publication_output_of on app.publication_output (region_id, publication_id, asked_at);
create index publication_output_waiting on app.publication_output (region_id, asked_at) where made_at is null and fault is null;
create unique index publication_output_kept on app.publication_output (region_id, publication_id, format) where kept;
call kernel.protect('app.publication_output', false);
grant select, insert on app.publication_output to vv_house;
grant select, update (made_at, tries, fault, sealed_file), delete on app.publication_output to vv_worker;

-- A file that is made is never made over, and one that is kept never goes.
create function app.keep_made() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.kept then raise exception 'kept' using errcode = 'VV001'; end if;
    return old;
  end if;
  if old.made_at is not null then raise exception 'made' using errcode = 'VV001'; end if;
  return new;
end $$;
create trigger keep_made before update or delete on app.publication_output for each row execute function app.keep_made();
