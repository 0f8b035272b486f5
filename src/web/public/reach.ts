import type pg from 'pg';

/**
 * What the public process's login can reach beyond its functions: one sentence when it is too much, undefined when it is
 * right. A mistake in a grant must stop the start, not wait for somebody to use it.
 */
export async function checkReach(pool: pg.Pool): Promise<string | undefined> {
  const found = await pool.query<{ super: boolean; tables: number }>(`
    select r.rolsuper or r.rolbypassrls or r.rolcreaterole as super,
      (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('app', 'kernel', 'stats', 'intake', 'graphile_worker') and c.relkind in ('r', 'p', 'v', 'm', 'f')
          and (has_table_privilege(c.oid, 'select') or has_table_privilege(c.oid, 'insert') or has_table_privilege(c.oid, 'update') or has_table_privilege(c.oid, 'delete'))
          and has_schema_privilege(n.oid, 'usage')) as tables
    from pg_roles r where r.rolname = current_user`);
  const row = found.rows[0];
  if (row === undefined || row.super) return 'Den offentlige delens databasebruker har for store rettigheter.';
  return row.tables > 0 ? 'Den offentlige delens databasebruker kan lese eller skrive i tabeller. Den skal bare kunne kalle sine egne funksjoner.' : undefined;
}
