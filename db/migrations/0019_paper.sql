-- Pads of the paper form. Each sheet has a number, so that one which does not come back is missed. In clear: numbers, days, who,
-- and which report a sheet was entered as. Where a pad lies is sealed: staff write it in words of their own.
create table app.paper_pad (
  region_id uuid not null references kernel.region_register,
  pad_id uuid not null,
  pad_number int not null check (pad_number > 0),
  lang text not null check (lang in ('nb', 'nn', 'en')),
  sealed bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (region_id, pad_id),
  unique (region_id, pad_number),
  foreign key (region_id, made_by) references app.staff_member
);
call kernel.protect('app.paper_pad', false);
grant select, insert on app.paper_pad to vv_house;

-- settled: shredded unused (MAKULERT), or looked for and not found (SAVNET); a sheet that turns up is entered all the same
create table app.paper_sheet (
  region_id uuid not null,
  pad_id uuid not null,
  sheet smallint not null check (sheet > 0),
  report_id uuid,
  used_at timestamptz,
  settled text check (settled in ('MAKULERT', 'SAVNET')),
  settled_by uuid,
  settled_at timestamptz,
  primary key (region_id, pad_id, sheet),
  foreign key (region_id, pad_id) references app.paper_pad,
  foreign key (region_id, report_id) references kernel.file,
  foreign key (region_id, settled_by) references app.staff_member,
  check ((report_id is null) = (used_at is null)),
  check ((settled is null) = (settled_at is null))
);
create index paper_sheet_report on app.paper_sheet (region_id, report_id) where report_id is not null;
call kernel.protect('app.paper_sheet', false);
grant select, insert, update (report_id, used_at, settled, settled_by, settled_at) on app.paper_sheet to vv_house;
