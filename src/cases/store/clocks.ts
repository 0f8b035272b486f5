import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, MunicipalityId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { DueClock } from '../projection.ts';

/** Open cases whose deadlines were counted by older settings, locked for this transaction; those that somebody writes in are left out. */
export async function lockBehind(tx: Tx, region: RegionId, version: number, limit: number): Promise<FileId[]> {
  const rows = await tx.selectFrom('app.case_file').select('file_id').where('region_id', '=', region).where('closed_at', 'is', null).where('clocks_version', '<', version)
    .limit(limit).forUpdate().skipLocked().execute();
  return rows.map((row) => row.file_id);
}

/** Whether an open case's deadlines were counted by older settings. */
export async function isBehind(tx: Tx, region: RegionId, fileId: FileId, version: number): Promise<boolean> {
  const row = await tx.selectFrom('app.case_file').select('file_id').where('region_id', '=', region).where('file_id', '=', fileId)
    .where('closed_at', 'is', null).where('clocks_version', '<', version).executeTakeFirst();
  return row !== undefined;
}

export async function saveClocks(tx: Tx, region: RegionId, fileId: FileId, clocks: readonly DueClock[], version: number): Promise<void> {
  await tx.updateTable('app.case_file').set({ clocks: JSON.stringify(clocks), next_due_at: clocks[0]?.due ?? null, clocks_version: version })
    .where('region_id', '=', region).where('file_id', '=', fileId).execute();
}

export type LateRow = { readonly file_id: FileId; readonly owner_municipality_id: MunicipalityId | null; readonly lead_user_id: UserId | null; /** who stands in for the lead at this moment */ readonly standing_in: UserId | null; readonly clocks: readonly DueClock[] };

/** Open cases of which at least one deadline has passed, the oldest first; none with a strictly confidential address, of which nobody is told by a notice. */
export async function listLate(tx: Tx, region: RegionId, now: Instant, limit: number): Promise<LateRow[]> {
  return tx.selectFrom('app.case_file').select(['file_id', 'owner_municipality_id', 'lead_user_id', 'clocks', sql<UserId | null>`case when deputy_from <= ${now} and deputy_until > ${now} then deputy_user_id end`.as('standing_in')]).where('region_id', '=', region).where('closed_at', 'is', null)
    .where('named_only', 'is', null).where('next_due_at', '<=', now).orderBy('next_due_at').limit(limit).execute();
}
