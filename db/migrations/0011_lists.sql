-- Lists ask which cases somebody was let into and still is: of all that a person ever had to do with, only these.
create index case_access_granted on app.case_access (region_id, user_id, granted_until) include (file_id, impartial) where granted_until is not null;

-- The open cases in the very order of the work list: a page is read from the front and nothing is sorted, also where many cases
-- have the same deadline or none.
drop index app.case_file_open;
create index case_file_open on app.case_file (region_id, next_due_at, opened_at desc, file_id)
  include (status, case_type, akutt, owner_municipality_id, lead_user_id, in_reception, awaits, updated_at, access_ends_at) where closed_at is null;
