-- Whom somebody asked by name to confirm a proposal: they find the case for as long as the proposal waits.
alter table app.case_file add column awaits_asked uuid;
create index case_file_asked on app.case_file (region_id, awaits_asked, file_id) where awaits_asked is not null;
