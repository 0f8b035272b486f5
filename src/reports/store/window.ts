import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';

export type WindowRow = { readonly lookup: string; readonly reply_public_key: Buffer; readonly closed_at: Instant | null };

/** The windows of a report: one for its code, and one for each other words that it was sent again with. */
export async function listWindows(tx: Tx, region: RegionId, reportId: FileId): Promise<WindowRow[]> {
  return tx.selectFrom('app.report_window').select(['lookup', 'reply_public_key', 'closed_at']).where('region_id', '=', region).where('report_id', '=', reportId).orderBy('lookup').execute();
}

export async function closeWindows(tx: Tx, region: RegionId, reportId: FileId, at: Instant): Promise<void> {
  await tx.updateTable('app.report_window').set({ closed_at: at }).where('region_id', '=', region).where('report_id', '=', reportId).where('closed_at', 'is', null).execute();
}

/** Whether every window of the report is closed, or none is. */
export async function windowsAre(tx: Tx, region: RegionId, reportId: FileId, closed: boolean): Promise<boolean> {
  const rows = await listWindows(tx, region, reportId);
  return rows.every(({ closed_at: at }) => (at !== null) === closed);
}

/** Closed as the journal has it, or open again where it was closed in the table alone. */
export async function setWindows(tx: Tx, region: RegionId, reportId: FileId, closedAt: Instant | null): Promise<void> {
  await tx.updateTable('app.report_window').set({ closed_at: closedAt }).where('region_id', '=', region).where('report_id', '=', reportId).execute();
}

export type ReplyRow = { readonly lookup: string; readonly message_id: string; readonly asks: boolean; readonly sealed: Buffer; readonly written_at: Instant };

export async function insertReplies(tx: Tx, region: RegionId, rows: readonly ReplyRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.insertInto('app.report_reply').values(rows.map((row) => ({ ...row, region_id: region, answered_at: null }))).execute();
}

export type FileRow = { readonly report_id: FileId; readonly part: number; readonly stored_at: Instant; readonly checked_at: Instant | null; readonly attempts: number | null };

/** The row of a file as it was sent; undefined for a cleaned copy and for what nobody sent. */
export async function findSentFile(tx: Tx, region: RegionId, object: string): Promise<FileRow | undefined> {
  return tx.selectFrom('app.report_file').select(['report_id', 'part', 'stored_at', 'checked_at', 'attempts']).where('region_id', '=', region)
    .where('object_id', '=', object).where('copy', '=', 'original').executeTakeFirst();
}

export async function insertArrived(tx: Tx, region: RegionId, row: { object_id: string; report_id: FileId; part: number; stored_at: Instant; checked_at: Instant | null }): Promise<void> {
  await tx.insertInto('app.report_file').values({ ...row, region_id: region, copy: 'original', attempts: null, next_attempt_at: null }).execute();
}

export async function insertCleaned(tx: Tx, region: RegionId, row: { object_id: string; report_id: FileId; part: number; stored_at: Instant }): Promise<void> {
  await tx.insertInto('app.report_file').values({ ...row, region_id: region, copy: 'cleaned', checked_at: row.stored_at, attempts: null, next_attempt_at: null }).onConflict((c) => c.doNothing()).execute();
}

export async function markChecked(tx: Tx, region: RegionId, object: string, at: Instant): Promise<void> {
  await tx.updateTable('app.report_file').set({ checked_at: at, next_attempt_at: null }).where('region_id', '=', region).where('object_id', '=', object).where('checked_at', 'is', null).execute();
}

/** It could not be looked at now. */
export async function markWaiting(tx: Tx, region: RegionId, object: string, attempts: number, next: Instant): Promise<void> {
  await tx.updateTable('app.report_file').set({ attempts, next_attempt_at: next }).where('region_id', '=', region).where('object_id', '=', object).where('checked_at', 'is', null).execute();
}

/** Asks the worker to look at a file. */
export async function enqueueCheck(tx: Tx, region: RegionId, object: string): Promise<void> {
  await sql`select queue.enqueue(${region}, 'clean_file', ${object}, 'epoch')`.execute(tx);
}

/** Files that arrived and should have been looked at by now. What is dated later than it can be was written before a clock was set back. */
export async function listDueFiles(tx: Tx, region: RegionId, at: { late: Instant; now: Instant; latest: Instant }): Promise<string[]> {
  const found = await sql<{ object_id: string }>`select f.object_id from app.report_file f
    join app.report_ledger l on l.region_id = f.region_id and l.report_id = f.report_id and l.part = f.part
    where f.region_id = ${region} and f.checked_at is null and l.readable_at is not null
      and case when f.next_attempt_at is null then l.readable_at < ${at.late} or l.readable_at > ${at.now} else f.next_attempt_at <= ${at.now} or f.next_attempt_at > ${at.latest} end
    order by f.stored_at limit 100`.execute(tx);
  return found.rows.map((row) => row.object_id);
}

/** Whether a file has waited to be looked at since before a moment: the scanner, or the worker, is down. */
export async function filesWaitSince(tx: Tx, region: RegionId, before: Instant): Promise<boolean> {
  const row = await tx.selectFrom('app.report_file').select('object_id').where('region_id', '=', region).where('checked_at', 'is', null).where('stored_at', '<', before).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Which of these objects have a row. */
export async function listKnownObjects(tx: Tx, region: RegionId, objects: readonly string[]): Promise<string[]> {
  if (objects.length === 0) return [];
  const rows = await tx.selectFrom('app.report_file').select('object_id').where('region_id', '=', region).where('object_id', 'in', [...objects]).execute();
  return rows.map((row) => row.object_id);
}

/** Every object that a row speaks of, with the report it belongs to. */
export async function listObjects(tx: Tx, region: RegionId): Promise<{ object_id: string; report_id: FileId; part: number; stored_at: Instant }[]> {
  return tx.selectFrom('app.report_file').select(['object_id', 'report_id', 'part', 'stored_at']).where('region_id', '=', region).orderBy('stored_at').execute();
}

/** What a report's journal knows of its objects. */
export type KnownObject = { readonly object: string; readonly copy: 'original' | 'cleaned'; readonly part: number; readonly at: Instant; readonly checked: boolean };

/** Whether each object has its row, marked as the journal has it. A row of what cannot be read yet is none of the journal's. */
export async function filesAgree(tx: Tx, region: RegionId, reportId: FileId, known: readonly KnownObject[]): Promise<boolean> {
  const rows = await tx.selectFrom('app.report_file').select(['object_id', 'copy', 'part', 'checked_at']).where('region_id', '=', region).where('report_id', '=', reportId).execute();
  return known.every((one) => rows.some((row) => row.object_id === one.object && row.copy === one.copy && row.part === one.part && (row.checked_at !== null) === one.checked));
}

export async function saveFiles(tx: Tx, region: RegionId, reportId: FileId, known: readonly KnownObject[], now: Instant): Promise<void> {
  for (const { object, copy, part, at, checked } of known) {
    await tx.insertInto('app.report_file').values({ region_id: region, object_id: object, report_id: reportId, part, copy, stored_at: at, checked_at: checked ? now : null, attempts: null, next_attempt_at: null })
      .onConflict((c) => c.columns(['region_id', 'object_id']).doUpdateSet({ checked_at: checked ? now : null })).execute();
  }
}
