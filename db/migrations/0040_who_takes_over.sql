-- Who takes over when somebody leaves or is away.

-- Somebody stands in for a case lead who is away, from a moment until another (exclusive). Made of the case's journal. Whether it is that
-- time is asked whenever somebody looks, so that no job ends it.
alter table app.case_file add column deputy_user_id uuid, add column deputy_from timestamptz, add column deputy_until timestamptz;
alter table app.case_file add foreign key (region_id, deputy_user_id) references app.staff_member;
alter table app.case_file add check ((deputy_user_id is null) = (deputy_from is null) and (deputy_user_id is null) = (deputy_until is null));
