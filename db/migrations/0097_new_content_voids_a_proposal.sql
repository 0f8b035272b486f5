-- Whose proposal to end a case fell because a report, or another case, came into it meanwhile: it stands on their day until they have written in the case again. null: none did.
alter table app.case_file add column voided_by text;
