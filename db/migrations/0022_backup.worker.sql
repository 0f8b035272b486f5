-- The queue, too: which work waits, by ids alone.
grant usage on schema queue, graphile_worker to vv_backup;
grant select on all tables in schema graphile_worker to vv_backup;
grant select on all sequences in schema graphile_worker to vv_backup;
