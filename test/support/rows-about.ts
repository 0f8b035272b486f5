import type pg from 'pg';

/** Rows in the app's tables that speak of these files. */
export async function traces(superuser: pg.Client, files: readonly string[]): Promise<string[]> {
  const { rows } = await superuser.query<{ name: string; column: string }>(`select c.oid::regclass::text as name, a.attname as column from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname in ('file_id', 'report_id', 'case_id') where n.nspname = 'app' and c.relkind = 'r' order by 1, 2`);
  const found: string[] = [];
  for (const { name, column } of rows) {
    const { rowCount } = await superuser.query(`select 1 from ${name} where ${column} = any ($1)`, [files]);
    if ((rowCount ?? 0) > 0) found.push(name);
  }
  return found;
}
