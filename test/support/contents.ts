import pg from 'pg';

/** A hash of every row of every table of a database, by table. @param url of a login that no row security binds */
export async function contentsOf(url: string): Promise<ReadonlyMap<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('app', 'kernel', 'stats') order by 1`);
    const hash = (name: string): string => `select '${name}' as name, coalesce(md5(string_agg(line, '' order by line)), '') as hash from (select md5(t::text) as line from ${name} t) lines`;
    const rows = await client.query<{ name: string; hash: string }>(tables.rows.map(({ name }) => hash(name)).join(' union all '));
    return new Map(rows.rows.map((row) => [row.name, row.hash]));
  } finally {
    await client.end();
  }
}
