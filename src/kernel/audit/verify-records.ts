import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { sameMac } from '../sealing/mac.ts';

/** A row that decides who gets in, as it lies in the database. `key`: `kind:id`. `revision`: how often it was changed, 1 for a new one. */
export type VouchedRow = { readonly key: string; readonly revision: number; readonly mac: Buffer; /** the MAC that these facts have under the region's key */ readonly own: Buffer };

export type RecordFault =
  | { readonly kind: 'record_forged'; readonly record: string }
  | { readonly kind: 'record_gone'; readonly record: string }
  | { readonly kind: 'record_set_back'; readonly record: string };

/** Whether a row was written by the product; one that was not counts as absent. */
export function isGenuine(row: Pick<VouchedRow, 'mac' | 'own'>): boolean {
  return sameMac(row.mac, row.own);
}

/** Goes into the audit row of what is done just now, so that the row is missed when it is set back or taken away. */
export function tellRecord(ctx: Context, key: string, revision: number, mac: Buffer): void {
  ctx.records.set(key, { seq: revision, mac: mac.toString('hex') });
}

/** Rows that nobody here wrote; and, held against the audit log, rows that are gone or are again what they once were. */
export async function recordFaults(ctx: Context, rows: readonly VouchedRow[]): Promise<RecordFault[]> {
  const found = new Map(rows.map((row) => [row.key, row]));
  const faults = rows.filter((row) => !isGenuine(row)).map(({ key }): RecordFault => ({ kind: 'record_forged', record: key }));
  const forged = new Set(faults.map(({ record }) => record));
  for (const { record, revision } of await toldRecords(ctx)) {
    const here = found.get(record);
    if (here === undefined) faults.push({ kind: 'record_gone', record });
    else if (here.revision < revision && !forged.has(record)) faults.push({ kind: 'record_set_back', record });
  }
  return faults;
}

/** How far the log has seen each row come. */
async function toldRecords(ctx: Context): Promise<{ record: string; revision: number }[]> {
  const told = await sql<{ record: string; revision: number }>`select head->>0 as record, max((head->>1)::int) as revision
    from kernel.audit_event a, jsonb_array_elements(a.heads) head
    where a.region_id = ${ctx.regionId} and jsonb_array_length(head) = 4 group by 1 order by 1`.execute(ctx.tx);
  return told.rows;
}
