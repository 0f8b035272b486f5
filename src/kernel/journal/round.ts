import { sql } from 'kysely';
import type { Tx } from '../database/connect.ts';
import type { FileId, RegionId } from '../ids.ts';
import type { Instant } from '../time.ts';

/** `done`: this night's round is over. `busy`: somebody else is at it. Otherwise the file after which it goes on. */
export type Round = 'done' | 'busy' | { readonly after: FileId | null };

/** Takes the region's round until the end of the transaction, and begins a new one where the last began before `due`. */
export async function takeRound(tx: Tx, region: RegionId, due: Instant, now: Instant): Promise<Round> {
  const rounds = tx.selectFrom('kernel.projection_round').select(['started_at', 'after_file', 'finished_at']).where('region_id', '=', region);
  const last = await rounds.executeTakeFirst();
  if (last !== undefined && last.finished_at !== null && last.started_at >= due) return 'done';
  await tx.insertInto('kernel.projection_round').values({ region_id: region, started_at: now, after_file: null, finished_at: null }).onConflict((c) => c.doNothing()).execute();
  const row = await rounds.forUpdate().skipLocked().executeTakeFirst();
  if (row === undefined) return 'busy';
  if (row.finished_at === null) return { after: row.after_file };
  if (row.started_at >= due) return 'done';
  await tx.updateTable('kernel.projection_round').set({ started_at: now, after_file: null, finished_at: null }).where('region_id', '=', region).execute();
  return { after: null };
}

/** How far the round has come: up to this file, or, where there was none left, to its end. */
export async function moveRound(tx: Tx, region: RegionId, after: FileId | undefined, now: Instant): Promise<void> {
  await tx.updateTable('kernel.projection_round').set(after === undefined ? { finished_at: now } : { after_file: after }).where('region_id', '=', region).execute();
}

/** Whether a round began before `before` and has not come to its end. */
export async function isRoundStuck(tx: Tx, region: RegionId, before: Instant): Promise<boolean> {
  const row = await tx.selectFrom('kernel.projection_round').select('region_id').where('region_id', '=', region)
    .where('finished_at', 'is', null).where('started_at', '<', before).executeTakeFirst();
  return row !== undefined;
}

/** What differs in a file now. What was noted before and is right again counts as mended. */
export async function noteFaults(tx: Tx, region: RegionId, fileId: FileId, projections: readonly string[], now: Instant): Promise<void> {
  const names = [...projections];
  await sql`update kernel.projection_fault set mended_at = ${now} where region_id = ${region} and file_id = ${fileId} and mended_at is null and projection <> all (${names}::text[])`.execute(tx);
  await sql`insert into kernel.projection_fault (region_id, file_id, projection, found_at)
    select ${region}, ${fileId}, name, ${now} from unnest(${names}::text[]) as n (name)
    where not exists (select 1 from kernel.projection_fault f where f.region_id = ${region} and f.file_id = ${fileId} and f.projection = name and (f.mended_at is null or f.found_at = ${now}))`.execute(tx);
}

export type ProjectionFault = { readonly file_id: FileId; readonly projection: string; readonly found_at: Instant; readonly mended_at: Instant | null };

/** What differs still, and what was found since `since` and has been mended; the oldest first. */
export async function listFaults(tx: Tx, region: RegionId, since: Instant): Promise<ProjectionFault[]> {
  return tx.selectFrom('kernel.projection_fault').select(['file_id', 'projection', 'found_at', 'mended_at']).where('region_id', '=', region)
    .where((e) => e.or([e('mended_at', 'is', null), e('found_at', '>', since)])).orderBy('found_at').orderBy('file_id').orderBy('projection').execute();
}

/** Files of which something differs still. */
export async function listFaultyFiles(tx: Tx, region: RegionId): Promise<FileId[]> {
  const rows = await tx.selectFrom('kernel.projection_fault').select('file_id').distinct().where('region_id', '=', region).where('mended_at', 'is', null).execute();
  return rows.map((row) => row.file_id);
}
