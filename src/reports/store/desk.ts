import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import { DESK_CHANNELS, type AwayReason, type DeskChannel } from '../desk/typed.ts';
import { isShut } from './named.ts';

export type DraftRow = {
  readonly draft_id: FileId; readonly user_id: UserId; readonly channel: DeskChannel; readonly sealed: Buffer; readonly version: number;
  readonly started_at: Instant; readonly saved_at: Instant; /** the sign-in that it belongs to now */ readonly session_at: Instant | null;
};

/** Whoever saves or registers the same draft waits here, so that no late save brings back what was registered. */
export async function holdDraft(tx: Tx, region: RegionId, draftId: FileId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`draft ${region} ${draftId}`}, 0))`.execute(tx);
}

function drafts(tx: Tx, region: RegionId) {
  return tx.selectFrom('app.report_draft').select(['draft_id', 'user_id', 'channel', 'sealed', 'version', 'started_at', 'saved_at', 'session_at']).where('region_id', '=', region);
}

export function findDraft(tx: Tx, region: RegionId, draftId: FileId): Promise<DraftRow | undefined> {
  return drafts(tx, region).where('draft_id', '=', draftId).executeTakeFirst();
}

export function listDrafts(tx: Tx, region: RegionId): Promise<DraftRow[]> {
  return drafts(tx, region).orderBy('started_at').execute();
}

export function listOwnDrafts(tx: Tx, region: RegionId, user: UserId): Promise<DraftRow[]> {
  return drafts(tx, region).where('user_id', '=', user).orderBy('started_at').execute();
}

export function listOthersDrafts(tx: Tx, region: RegionId, user: UserId): Promise<DraftRow[]> {
  return drafts(tx, region).where('user_id', '<>', user).orderBy('started_at').execute();
}

export async function saveDraftRow(tx: Tx, region: RegionId, { draft_id, ...values }: DraftRow): Promise<void> {
  await tx.insertInto('app.report_draft').values({ region_id: region, draft_id, ...values }).onConflict((c) => c.columns(['region_id', 'draft_id']).doUpdateSet(values)).execute();
}

/** Belongs to this sign-in from now on. */
export async function bindDraft(tx: Tx, region: RegionId, draftId: FileId, session: Instant): Promise<void> {
  await tx.updateTable('app.report_draft').set({ session_at: session }).where('region_id', '=', region).where('draft_id', '=', draftId).execute();
}

/** What was written is gone; who put it away, when and why stays. */
export async function putAway(tx: Tx, region: RegionId, row: DraftRow, away: { readonly by: UserId; readonly at: Instant; readonly reason: AwayReason }): Promise<void> {
  const { draft_id, channel, user_id, started_at } = row;
  await tx.insertInto('app.report_draft_away').values({ region_id: region, draft_id, channel, user_id, started_at, put_away_by: away.by, put_away_at: away.at, reason: away.reason }).execute();
  await deleteDraft(tx, region, draft_id);
}

export async function wasPutAway(tx: Tx, region: RegionId, draftId: FileId): Promise<boolean> {
  return await tx.selectFrom('app.report_draft_away').select('draft_id').where('region_id', '=', region).where('draft_id', '=', draftId).executeTakeFirst() !== undefined;
}

export async function deleteDraft(tx: Tx, region: RegionId, draftId: FileId): Promise<void> {
  await tx.deleteFrom('app.report_draft').where('region_id', '=', region).where('draft_id', '=', draftId).execute();
}

/** The fingerprint of a report's first part; undefined where nothing was received under this id. */
export async function firstFingerprint(tx: Tx, region: RegionId, reportId: FileId): Promise<Buffer | undefined> {
  const row = await tx.selectFrom('app.report_ledger').select('fingerprint').where('region_id', '=', region).where('report_id', '=', reportId).where('part', '=', 0).executeTakeFirst();
  return row?.fingerprint;
}

/** Whether a report was typed in under this id. Of no other file it tells that there is one. */
export async function wasTyped(tx: Tx, region: RegionId, reportId: FileId): Promise<boolean> {
  return await tx.selectFrom('app.report_ledger').select('part').where('region_id', '=', region).where('report_id', '=', reportId).where('part', '=', 0)
    .where('kind', '=', 'report').where('channel', 'in', [...DESK_CHANNELS]).executeTakeFirst() !== undefined;
}

/** What staff typed is readable from the moment it is stored: it never lay in an envelope. */
export async function insertTypedLedger(tx: Tx, region: RegionId, row: { reportId: FileId; channel: DeskChannel; fingerprint: Buffer; receivedAt: Instant; at: Instant }): Promise<void> {
  await tx.insertInto('app.report_ledger').values({
    region_id: region, report_id: row.reportId, part: 0, channel: row.channel, kind: 'report', fingerprint: row.fingerprint, received_at: row.receivedAt, readable_at: row.at,
    unreadable_at: null, seen_at: null, decided_at: null,
  }).execute();
}

export type HandedOverRow = { readonly reference: string; readonly handed_over_at: Instant; readonly hand_over_read_at: Instant | null };

/** What somebody handed over after this moment, the newest first. */
export async function listHandedOver(tx: Tx, region: RegionId, user: UserId, after: Instant): Promise<HandedOverRow[]> {
  const rows = await tx.selectFrom('app.report as r').select(['reference', 'handed_over_at', 'hand_over_read_at']).where('region_id', '=', region).where('handed_over_by', '=', user)
    .where('handed_over_at', '>', after).where((e) => e.not(isShut(user))).orderBy('handed_over_at', 'desc').execute();
  return rows.flatMap(({ handed_over_at: at, ...row }) => (at === null ? [] : [{ ...row, handed_over_at: at }]));
}
