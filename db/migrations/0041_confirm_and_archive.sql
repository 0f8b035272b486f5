-- Whom somebody asked by name to confirm a proposal: they find the case for as long as the proposal waits.
alter table app.case_file add column awaits_asked uuid;
create index case_file_asked on app.case_file (region_id, awaits_asked, file_id) where awaits_asked is not null;

-- What the archive is given is a file of the whole case; the protocol holds its checksums, so that another file in its place shows. It lies
-- until it is handed over, and not a day only.
alter table app.case_whole add column kept_until timestamptz;
grant update (kept_until) on app.case_whole to vv_house;
alter table app.case_whole_file add column sha256_pdf bytea, add column sha256_json bytea;
alter table app.disposal add column package_id uuid, add column package_pdf bytea, add column package_json bytea, add column received_by uuid, add column received_at timestamptz,
  add constraint disposal_package check ((package_id is null) = (package_pdf is null) and (package_id is null) = (package_json is null)),
  add constraint disposal_received check ((received_by is null) = (received_at is null) and (received_at is null or confirmed_at is not null));
grant update (received_by, received_at) on app.disposal to vv_house, vv_worker;

-- A request that no case holds goes by a rule of its own (src/privacy/access-request.ts), and the worker carries it out.
grant select, delete on app.access_request to vv_worker;
create index access_request_alone on app.access_request (region_id, answered_on) where case_id is null and answered_on is not null;
