-- Documents that a case makes. What is written stands in the journal; here lies the file that was made of each finalised version, sealed
-- under the case's own key. The journal holds its hash, so that another file in its place shows.
create table app.case_document_file (
  region_id uuid not null,
  file_id uuid not null,
  document_id uuid not null,
  version int not null check (version > 0),
  made_at timestamptz not null,
  sealed bytea not null,
  primary key (region_id, file_id, document_id, version),
  foreign key (region_id, file_id) references kernel.file
);
call kernel.protect('app.case_document_file', true);
call kernel.append_only('app.case_document_file');
grant select, insert on app.case_document_file to vv_house;

-- The region's own words for each kind of letter, every version kept. Staff write them, and so they are sealed. An empty text is the
-- national template again.
create table app.case_letter_template (
  region_id uuid not null references kernel.region_register,
  letter text not null,
  lang text not null check (lang in ('nb', 'nn', 'en')),
  version int not null check (version > 0),
  sealed bytea not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (region_id, letter, lang, version),
  foreign key (region_id, changed_by) references app.staff_member
);
call kernel.protect('app.case_letter_template', false);
call kernel.append_only('app.case_letter_template');
grant select, insert on app.case_letter_template to vv_house;
