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

/** Open cases of which at least one deadline has passed, the oldest first; with a limit also closed ones in which an answer lies unread. None with a strictly confidential address, of which nobody is told by a notice. */
export async function listLate(tx: Tx, region: RegionId, now: Instant, limit: number | undefined): Promise<LateRow[]> {
  const open = sql<boolean>`closed_at is null`;
  const after = sql<boolean>`closed_at is not null and next_due_at is not null`;
  const late = tx.selectFrom('app.case_file').select(['file_id', 'owner_municipality_id', 'lead_user_id', 'clocks', sql<UserId | null>`case when deputy_from <= ${now} and deputy_until > ${now} then deputy_user_id end`.as('standing_in')]).where('region_id', '=', region)
    .where(limit === undefined ? open : sql<boolean>`(${open} or ${after})`).where('named_only', 'is', null).where('next_due_at', '<=', now).orderBy('next_due_at');
  return (limit === undefined ? late : late.limit(limit)).execute();
}

export type AskedRow = { readonly file_id: FileId; readonly owner_municipality_id: MunicipalityId | null; readonly asked: UserId; readonly asked_at: Instant };

/** Whoever was asked by name after this to confirm something that still waits; none with a strictly confidential address, as above. */
export async function listAskedByName(tx: Tx, region: RegionId, after: Instant, limit: number): Promise<AskedRow[]> {
  const of = (asked: 'awaits_asked' | 'besides_asked', at: 'awaits_asked_at' | 'besides_asked_at') => tx.selectFrom('app.case_file')
    .select(['file_id', 'owner_municipality_id', sql<UserId>`${sql.ref(asked)}`.as('asked'), sql<Instant>`${sql.ref(at)}`.as('asked_at')])
    .where('region_id', '=', region).where('named_only', 'is', null).where(asked, 'is not', null).where(at, '>', after);
  return of('awaits_asked', 'awaits_asked_at').unionAll(of('besides_asked', 'besides_asked_at').where('besides_by', 'is not', null)).limit(limit).execute();
}
