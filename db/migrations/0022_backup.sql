-- The backup login may read whatever a dump needs, and nothing else; row security gives it all regions to read
-- (pg_dump --enable-row-security). Without these three schemas a dump could not be restored as it was.
grant usage on schema migration, intake to vv_backup;
grant select on migration.step to vv_backup;
