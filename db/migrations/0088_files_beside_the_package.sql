-- How many files go beside a package that was made for the archive: attachments and finalised documents, fetched one by one. null: no edition for the archive.
alter table app.case_whole add column files int check (files >= 0);
-- The same of what is proposed handed over, as it was when it was proposed. null: a line from before there was a count, or without a package.
alter table app.disposal add column package_files int check (package_files >= 0);
