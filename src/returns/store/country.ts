import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { RegionId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { CountrySum, ReleasedCell } from '../country.ts';

export type Released = { readonly schema_id: string; readonly year: number; readonly edition: string; readonly version: number; readonly released_at: Instant };

/** The newest version takes the place of the one before; an older one that is sent again, or to somebody else, changes nothing. */
export async function saveReleased(tx: Tx, region: RegionId, row: Released, cells: readonly ReleasedCell[]): Promise<void> {
  const { schema_id, year, ...version } = row;
  const whole = { region_id: region, ...row };
  const newer = await tx.insertInto('stats.released_table').values({ ...whole, table_id: '', row_codes: [], column_codes: [], shown: [] })
    .onConflict((c) => c.columns(['region_id', 'schema_id', 'table_id', 'year']).doUpdateSet(version).where('stats.released_table.version', '<', row.version)).returning('version').executeTakeFirst();
  if (newer === undefined) return;
  await tx.deleteFrom('stats.released_table').where('region_id', '=', region).where('schema_id', '=', schema_id).where('year', '=', year).where('table_id', '<>', '').execute();
  for (const table of new Set(cells.map((cell) => cell.table_id))) {
    const own = cells.filter((cell) => cell.table_id === table);
    await tx.insertInto('stats.released_table').values({ ...whole, table_id: table, row_codes: own.map((one) => one.row_code), column_codes: own.map((one) => one.column_code), shown: own.map((one) => one.shown) }).execute();
  }
}

/** Sums over all regions of these years (both included), of these tables, and how many regions have sent for each. @param column of tables of two dimensions this one alone; undefined: all */
export async function listCountrySums(tx: Tx, schema: string, { from, through }: { readonly from: number; readonly through: number }, tables: readonly string[], column?: string): Promise<CountrySum[]> {
  const found = await sql<CountrySum>`select year, edition, table_id, row_code, column_code, shown from stats.country(${schema}, ${from}, ${through}, ${[...tables]}::text[], ${column ?? null})`.execute(tx);
  return found.rows;
}

/** How many regions there are. */
export async function countRegions(tx: Tx): Promise<number> {
  const { regions } = await tx.selectFrom('kernel.region_register').select((e) => e.fn.countAll<number>().as('regions')).executeTakeFirstOrThrow();
  return regions;
}
