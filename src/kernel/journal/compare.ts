import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';

type Cell = string | number | boolean | null | undefined | Buffer | object;

/**
 * Whether a table holds exactly these rows where its columns are as `where` says: no more, no fewer, and every column as it
 * is here. The database reads the rows by its own types, so that a moment or a list compares as it would be stored.
 * @param rows whole rows by column name; a column that is left out is null
 * @param besides columns that are not made of what is compared, and may hold anything
 */
export async function rowsAre(tx: Tx, table: keyof Tables & string, where: Readonly<Record<string, string | Buffer>>, rows: readonly object[], besides: readonly string[] = []): Promise<boolean> {
  const name = sql.table(table);
  const here = sql.join(Object.entries(where).map(([column, value]): RawBuilder<unknown> => sql`${sql.ref(`t.${column}`)} = ${value}`), sql` and `);
  const stored = sql`select to_jsonb(t) - ${[...besides]}::text[] from ${name} t where ${here}`;
  const expected = sql`select to_jsonb(e) - ${[...besides]}::text[] from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows.map(inJson))}::jsonb) e`;
  const found = await sql<{ same: boolean }>`select not exists ((${stored} except all ${expected}) union all (${expected} except all ${stored})) as same`.execute(tx);
  return found.rows[0]?.same === true;
}

function inJson(row: object): object {
  return Object.fromEntries(Object.entries(row).map(([column, value]: [string, Cell]) => [column, Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value]));
}
