-- Tables of the whole country. What a region has sent as a return of tables (small numbers hidden, rounded, locked by two people) is kept here in
-- clear too, in the transaction of the sending: the numbers that the file shows, and nothing of a case. A table is one row, so that the country's
-- sums are read in a few thousand rows. The row without a table says that the return was sent.
create table stats.released_table (
  region_id uuid not null references kernel.region_register,
  schema_id text not null,
  table_id text not null,
  year int not null,
  edition text not null,
  version int not null check (version > 0),
  released_at timestamptz not null,
  row_codes text[] not null,
  column_codes text[] not null, -- empty words in a table of one dimension
  shown int[] not null,
  primary key (region_id, schema_id, table_id, year),
  check (5 <= all (shown)),
  check (cardinality(row_codes) = cardinality(shown) and cardinality(column_codes) = cardinality(shown)),
  check (table_id <> '' or shown = '{}')
);
call kernel.protect('stats.released_table', false);
grant select, insert, update (edition, version, released_at), delete on stats.released_table to vv_house;

-- What each region has sent. For stats.country alone: nobody may call it. The caller's region stays set.
create function stats.released_everywhere(p_schema text, p_from int, p_through int, p_tables text[])
  returns table (year int, edition text, table_id text, row_codes text[], column_codes text[], shown int[])
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here text := current_setting('app.region', true);
  wanted text[] := '{""}'::text[] || p_tables;
  one uuid;
begin
  for one in select r.region_id from kernel.region_register r loop
    perform set_config('app.region', one::text, true);
    return query
      select t.year, t.edition, t.table_id, t.row_codes, t.column_codes, t.shown from stats.released_table t
      where t.region_id = one and t.schema_id = p_schema and t.table_id = any (wanted) and t.year between p_from and p_through;
  end loop;
  perform set_config('app.region', coalesce(here, ''), true);
end $$;
revoke all on function stats.released_everywhere(text, int, int, text[]) from public;

-- The sums over all regions, by year and edition. The row without a table says how many regions have sent; where they are fewer than three there
-- is no other. Whoever holds the sums before and after a region sends can subtract them, and has the tables that it sent; never what those hide. p_column: that column alone, of ten years; null: all of them.
create function stats.country(p_schema text, p_from int, p_through int, p_tables text[], p_column text)
  returns table (year int, edition text, table_id text, row_code text, column_code text, shown int)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    with released as materialized (select * from stats.released_everywhere(p_schema, p_from, p_through, p_tables)),
    senders as (select r.year, r.edition, count(*)::int as regions from released r where r.table_id = '' group by 1, 2),
    sums as (
      select r.year, r.edition, r.table_id, c.row_code, c.column_code, sum(c.shown)::int as shown
        from released r cross join unnest(r.row_codes, r.column_codes, r.shown) c (row_code, column_code, shown)
        where p_column is null or c.column_code in ('', p_column)
        group by 1, 2, 3, 4, 5
    )
    select n.year, n.edition, ''::text, ''::text, ''::text, n.regions from senders n
    union all
    select s.year, s.edition, s.table_id, s.row_code, s.column_code, s.shown from senders n join sums s on s.year = n.year and s.edition = n.edition
      where n.regions >= 3;
end $$;
revoke all on function stats.country(text, int, int, text[], text) from public;
grant execute on function stats.country(text, int, int, text[], text) to vv_house;
