import { sql, type RawBuilder } from 'kysely';
import type { FileId } from '../../kernel/ids.ts';
import type { SealingKey } from '../../kernel/sealing/aead.ts';
import type { FileKey } from '../../kernel/sealing/region-keys.ts';
import { resealed } from '../../kernel/sealing/sealed.ts';
import { whole, type Change } from './change.ts';
import { SEALED, type SealedTable } from './registry.ts';

type Found = { readonly at: string; readonly rows: readonly string[]; readonly versions: readonly number[]; readonly sealed: readonly (Buffer | null)[] };

/** Few at once: a row may hold a whole document. */
const AT_ONCE = 20;

/** What belongs to a file and is shown with it alone. The door's word for it (`app.files`) has been set. */
export async function resealFileRows(change: Change, fileId: FileId, keys: { readonly from: FileKey; readonly to: FileKey }): Promise<void> {
  for (const table of SEALED.filter((one) => one.of === 'file')) {
    const found = await selecting(change, table, sql` and t.file_id = ${fileId}`).execute(change.from.tx);
    await reseal(change, table, found.rows, keys);
  }
}

/** What belongs to the region. */
export async function resealRegionRows(change: Change): Promise<void> {
  const { tx } = change.from;
  for (const table of SEALED.filter((one) => one.of === 'region')) {
    // A cursor does not see what is changed after it was opened: no row comes twice.
    await sql`declare resealing no scroll cursor for ${selecting(change, table, sql``)}`.execute(tx);
    for (;;) {
      const { rows } = await sql<Found>`fetch ${sql.lit(AT_ONCE)} from resealing`.execute(tx);
      if (rows.length === 0) break;
      await reseal(change, table, rows, undefined);
    }
    await sql`close resealing`.execute(tx);
  }
}

function selecting({ from }: Change, { table, columns }: SealedTable, more: RawBuilder<unknown>): RawBuilder<Found> {
  const each = (texts: readonly string[]) => sql.join(texts.map((text) => sql.raw(text)));
  return sql<Found>`select t.ctid::text as at, json_build_array(${each(columns.map(({ row }) => row))}) as rows, json_build_array(${each(columns.map(({ version }) => version))}) as versions,
    array[${each(columns.map(({ column }) => `t.${column}`))}] as sealed from ${sql.table(table)} t where t.region_id = ${from.regionId}${more}`;
}

async function reseal(change: Change, { table, columns }: SealedTable, found: readonly Found[], file: { readonly from: FileKey; readonly to: FileKey } | undefined): Promise<void> {
  const { from, to, host } = change;
  for (const { at, rows, versions, sealed } of found) {
    const renewed = await whole(host, `noe i ${table}`, async () => columns.map(({ column, key }, n) => {
      const former = sealed[n] ?? null;
      const place = { table, region: from.regionId, row: rows[n] ?? '', field: column, version: versions[n] ?? 0 };
      return former === null ? null : resealed(keyOf(key, from.keys.record, file?.from), keyOf(key, to.keys.record, file?.to), former, place, to.chance);
    }));
    const set = columns.map(({ column }, n) => sql`${sql.ref(column)} = ${renewed[n] ?? null}`);
    await sql`update ${sql.table(table)} set ${sql.join(set)} where region_id = ${from.regionId} and ctid = ${at}::tid`.execute(from.tx);
  }
}

function keyOf(key: 'record' | 'file', record: SealingKey, file: FileKey | undefined): SealingKey {
  if (key === 'record') return record;
  if (file === undefined) throw new Error('a row of a file, and no file');
  return file.seal;
}
