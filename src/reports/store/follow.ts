import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';

export type FollowRow = { readonly slot: string; readonly file_id: FileId; readonly asked_at: Instant; readonly carried_at: Instant | null };

const COLUMNS = ['slot', 'file_id', 'asked_at', 'carried_at'] as const;

/** Exactly these are the report's, as its journal has them. */
export async function saveFollows(tx: Tx, region: RegionId, fileId: FileId, rows: readonly FollowRow[]): Promise<void> {
  await tx.deleteFrom('app.report_file_along').where('region_id', '=', region).where('file_id', '=', fileId).execute();
  if (rows.length > 0) await tx.insertInto('app.report_file_along').values(rows.map((row) => ({ region_id: region, ...row }))).execute();
}

export async function findFollow(tx: Tx, region: RegionId, slot: string): Promise<FollowRow | undefined> {
  return tx.selectFrom('app.report_file_along').select(COLUMNS).where('region_id', '=', region).where('slot', '=', slot).executeTakeFirst();
}

/** Files that should have been there by now; what is dated later than it can be was written before a clock was set back. */
export async function listDueFollows(tx: Tx, region: RegionId, at: { late: Instant; now: Instant }): Promise<FollowRow[]> {
  return tx.selectFrom('app.report_file_along').select(COLUMNS).where('region_id', '=', region).where('carried_at', 'is', null)
    .where((row) => row.or([row('asked_at', '<', at.late), row('asked_at', '>', at.now)])).orderBy('asked_at').limit(100).execute();
}

/** The report that is to have a file, by the way it came; undefined as long as nobody has opened it there. */
export async function findChannel(tx: Tx, region: RegionId, fileId: FileId): Promise<{ file_id: FileId; channel: string } | undefined> {
  return tx.selectFrom('app.report').select(['file_id', 'channel']).where('region_id', '=', region).where('file_id', '=', fileId).executeTakeFirst();
}

/** Asks the worker to bring files along; `region`: whose report they came with. */
export async function enqueueFiles(tx: Tx, region: RegionId, files: readonly { readonly slot: string }[]): Promise<void> {
  for (const { slot } of files) await sql`select queue.enqueue(${region}, 'carry_file', ${slot}, 'epoch')`.execute(tx);
}
