import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { Instant } from '../../kernel/time.ts';
import type { PadId, SheetOutcome } from '../paper/pad.ts';

export type PadRow = { readonly pad_id: PadId; readonly pad_number: number; readonly lang: Lang; readonly sealed: Buffer; readonly made_at: Instant };
export type SheetRow = {
  readonly pad_id: PadId; readonly sheet: number; readonly report_id: FileId | null; readonly used_at: Instant | null;
  readonly settled: SheetOutcome | null; readonly settled_at: Instant | null;
};

/** The number of the next pad. Whoever else makes one waits until this transaction has ended, so that no number is given twice. */
export async function nextPadNumber(tx: Tx, region: RegionId): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`paper pad ${region}`}, 0))`.execute(tx);
  const last = await tx.selectFrom('app.paper_pad').select((row) => row.fn.max('pad_number').as('number')).where('region_id', '=', region).executeTakeFirst();
  return (last?.number ?? 0) + 1;
}

export async function insertPad(tx: Tx, region: RegionId, pad: PadRow & { readonly made_by: UserId }, sheets: readonly number[]): Promise<void> {
  await tx.insertInto('app.paper_pad').values({ region_id: region, ...pad }).execute();
  await tx.insertInto('app.paper_sheet').values(sheets.map((sheet) => ({
    region_id: region, pad_id: pad.pad_id, sheet, report_id: null, used_at: null, settled: null, settled_by: null, settled_at: null,
  }))).execute();
}

function pads(tx: Tx, region: RegionId) {
  return tx.selectFrom('app.paper_pad').select(['pad_id', 'pad_number', 'lang', 'sealed', 'made_at']).where('region_id', '=', region);
}

/** Newest first. */
export async function listPads(tx: Tx, region: RegionId, most: number): Promise<PadRow[]> {
  return pads(tx, region).orderBy('pad_number', 'desc').limit(most).execute();
}

export async function findPad(tx: Tx, region: RegionId, padId: PadId): Promise<PadRow | undefined> {
  return pads(tx, region).where('pad_id', '=', padId).executeTakeFirst();
}

export async function listSheets(tx: Tx, region: RegionId, padIds: readonly PadId[]): Promise<SheetRow[]> {
  if (padIds.length === 0) return [];
  return tx.selectFrom('app.paper_sheet').select(['pad_id', 'sheet', 'report_id', 'used_at', 'settled', 'settled_at'])
    .where('region_id', '=', region).where('pad_id', 'in', padIds).orderBy('pad_id').orderBy('sheet').execute();
}

/** One sheet by what stands on it, held until this transaction has ended: it is entered once. */
export async function holdSheet(tx: Tx, region: RegionId, pad: number, sheet: number): Promise<SheetRow | undefined> {
  return tx.selectFrom('app.paper_sheet as s').innerJoin('app.paper_pad as p', (join) => join.onRef('p.region_id', '=', 's.region_id').onRef('p.pad_id', '=', 's.pad_id'))
    .select(['s.pad_id', 's.sheet', 's.report_id', 's.used_at', 's.settled', 's.settled_at'])
    .where('s.region_id', '=', region).where('p.pad_number', '=', pad).where('s.sheet', '=', sheet).forUpdate('s').executeTakeFirst();
}

export async function useSheet(tx: Tx, region: RegionId, row: Pick<SheetRow, 'pad_id' | 'sheet'>, report: FileId, at: Instant): Promise<void> {
  await tx.updateTable('app.paper_sheet').set({ report_id: report, used_at: at }).where('region_id', '=', region).where('pad_id', '=', row.pad_id).where('sheet', '=', row.sheet).execute();
}

/** Those of the sheets that are not entered as a report; answers how many that were. */
export async function settleSheets(tx: Tx, region: RegionId, padId: PadId, sheets: readonly number[], settled: { outcome: SheetOutcome; by: UserId; at: Instant }): Promise<number> {
  const hit = await tx.updateTable('app.paper_sheet').set({ settled: settled.outcome, settled_by: settled.by, settled_at: settled.at })
    .where('region_id', '=', region).where('pad_id', '=', padId).where('sheet', 'in', sheets).where('report_id', 'is', null).executeTakeFirst();
  return Number(hit.numUpdatedRows);
}
