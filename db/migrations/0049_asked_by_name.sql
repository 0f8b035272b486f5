-- Whoever proposes to close a case, or to lower the protection of an address, may ask a colleague by name to decide. What waits besides a
-- proposal or a closing stands in columns of its own: both may wait at once, and the latter in a case that is closed, too. What it is, they do not say.
alter table app.case_file add column awaits_asked_at timestamptz, add column besides_by text, add column besides_asked uuid, add column besides_asked_at timestamptz;
create index case_file_besides on app.case_file (region_id, besides_asked, file_id) where besides_by is not null;
