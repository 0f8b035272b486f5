-- The country's sums are kept as they change, in the transaction in which a return is sent or a newer version takes its place. To add them up
-- anew at each reading was some fifty thousand numbers for a year, and as many for ten years of one table.
create table stats.country_sum (
  schema_id text not null,
  year int not null,
  edition text not null,
  table_id text not null, -- empty: `shown` is how many regions have sent
  row_code text not null,
  column_code text not null, -- empty in a table of one dimension
  shown int not null check (shown >= 0),
  primary key (schema_id, year, edition, table_id, row_code, column_code)
);
grant select on stats.country_sum to vv_backup;

-- What one row adds to the sums: the numbers of its table, or where it says that a return was sent, one region.
create function stats.cells_of(t stats.released_table) returns table (row_code text, column_code text, shown int)
  language sql immutable set search_path = pg_catalog, pg_temp as $$
    select c.row_code, c.column_code, c.shown from unnest(t.row_codes, t.column_codes, t.shown) c (row_code, column_code, shown)
    union all select '', '', 1 where t.table_id = ''
$$;
revoke all on function stats.cells_of(stats.released_table) from public;

create function stats.keep_country_sums() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('country sums', 0)); -- two regions that send at once change the same sums, in no order
  if tg_op <> 'INSERT' then
    update stats.country_sum s set shown = s.shown - c.shown from stats.cells_of(old) c
      where s.schema_id = old.schema_id and s.year = old.year and s.edition = old.edition and s.table_id = old.table_id and s.row_code = c.row_code and s.column_code = c.column_code;
  end if;
  if tg_op <> 'DELETE' then
    insert into stats.country_sum as s (schema_id, year, edition, table_id, row_code, column_code, shown)
      select new.schema_id, new.year, new.edition, new.table_id, c.row_code, c.column_code, c.shown from stats.cells_of(new) c
      on conflict (schema_id, year, edition, table_id, row_code, column_code) do update set shown = s.shown + excluded.shown;
  end if;
  return null;
end $$;
revoke all on function stats.keep_country_sums() from public;
create trigger keep_country_sums after insert or delete or update of edition, row_codes, column_codes, shown on stats.released_table
  for each row execute function stats.keep_country_sums();

-- What has left by now.
do $$
declare one uuid;
begin
  for one in select region_id from kernel.region_register loop
    perform set_config('app.region', one::text, true);
    insert into stats.country_sum as s (schema_id, year, edition, table_id, row_code, column_code, shown)
      select t.schema_id, t.year, t.edition, t.table_id, c.row_code, c.column_code, c.shown from stats.released_table t cross join stats.cells_of(t) c where t.region_id = one
      on conflict (schema_id, year, edition, table_id, row_code, column_code) do update set shown = s.shown + excluded.shown;
  end loop;
  perform set_config('app.region', '', true);
end $$;

-- As before (0052): how many regions have sent, and where they are three or more, the sums.
create or replace function stats.country(p_schema text, p_from int, p_through int, p_tables text[], p_column text)
  returns table (year int, edition text, table_id text, row_code text, column_code text, shown int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select s.year, s.edition, s.table_id, s.row_code, s.column_code, s.shown
      from stats.country_sum n join stats.country_sum s on s.schema_id = n.schema_id and s.year = n.year and s.edition = n.edition
      where n.schema_id = p_schema and n.year between p_from and p_through and n.table_id = '' and s.shown > 0
        and (s.table_id = '' or (n.shown >= 3 and s.table_id = any (p_tables) and (p_column is null or s.column_code in ('', p_column))))
$$;
drop function stats.released_everywhere(text, int, int, text[]);
