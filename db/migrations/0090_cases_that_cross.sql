-- A case that goes to another region of this system (decision 0090) crosses as a report does: the row is of the first of its reports. In clear besides: that
-- it is a case, and why it did not come through the last time it was tried. Of the reason no word of anybody's; null: it was not tried, or came through.
alter table app.report_transfer add column of_case boolean not null default false;
alter table app.report_transfer alter column of_case drop default;
alter table app.report_transfer add column failure_code text;
alter table app.report_transfer add column failed_at timestamptz;
alter table app.report_transfer add check ((failure_code is null) = (failed_at is null));

-- What comes with a strictly confidential address is named people's before a case is made of it: until then the report stands for itself.
alter table app.report_named drop constraint report_named_region_id_case_id_fkey;

-- Cases whose receiver has not taken them yet, for the round.
create index case_file_under_way on app.case_file (region_id) where awaits = 'RECEIPT';
