import { sql } from 'kysely';
import type { Tx } from '../database/connect.ts';
import { NO_FILE, type FileId, type RegionId } from '../ids.ts';
import type { Instant } from '../time.ts';

export type EventRow = {
  readonly seq: number; readonly event_id: string; readonly type: string; readonly version: number; readonly actor: string;
  readonly happened_at: Instant; readonly written_at: Instant; readonly sealed: Buffer; readonly mac: Buffer;
};

const EVENT = ['seq', 'event_id', 'type', 'version', 'actor', 'happened_at', 'written_at', 'sealed', 'mac'] as const;

export async function getWrappedKey(tx: Tx, region: RegionId, fileId: FileId): Promise<Buffer> {
  const row = await tx.selectFrom('kernel.file_key').select('wrapped_key').where('region_id', '=', region).where('file_id', '=', fileId).executeTakeFirstOrThrow();
  return row.wrapped_key;
}

export async function listEvents(tx: Tx, region: RegionId, fileId: FileId): Promise<EventRow[]> {
  return tx.selectFrom('kernel.file_event').select(EVENT).where('region_id', '=', region).where('file_id', '=', fileId).orderBy('seq').execute();
}

/** What stands in clear of an entry. */
export type EventHeader = Pick<EventRow, 'seq' | 'type' | 'happened_at' | 'written_at'> & { readonly file_id: FileId };

/** Entries of these kinds that were written in a span of time, without what is sealed; only of files that the door has opened. */
export async function listHeaders(tx: Tx, region: RegionId, files: readonly FileId[], types: readonly string[], from: Instant, until: Instant): Promise<EventHeader[]> {
  return tx.selectFrom('kernel.file_event').select(['file_id', 'seq', 'type', 'happened_at', 'written_at']).where('region_id', '=', region)
    .where(sql<boolean>`file_id = any(${[...files]}::uuid[])`).where('type', 'in', [...types]).where('written_at', '>=', from).where('written_at', '<', until).orderBy('file_id').orderBy('seq').execute();
}

export async function insertEvents(tx: Tx, region: RegionId, fileId: FileId, rows: readonly EventRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.insertInto('kernel.file_event').values(rows.map((row) => ({ ...row, region_id: region, file_id: fileId }))).execute();
}

export async function insertFile(tx: Tx, region: RegionId, fileId: FileId, kind: string, wrapped: Buffer, at: Instant): Promise<void> {
  await tx.insertInto('kernel.file').values({ region_id: region, file_id: fileId, kind, created_at: at }).execute();
  await tx.insertInto('kernel.file_key').values({ region_id: region, file_id: fileId, wrapped_key: wrapped }).execute();
}

/** As it is known where one was that is not here: a database that was put back is from before it. What is here stays as it is. */
export async function insertGone(tx: Tx, region: RegionId, fileId: FileId, kind: string, at: Instant): Promise<void> {
  await tx.insertInto('kernel.file').values({ region_id: region, file_id: fileId, kind, created_at: at }).onConflict((c) => c.doNothing()).execute();
}

export async function isFile(tx: Tx, region: RegionId, fileId: FileId): Promise<boolean> {
  const row = await tx.selectFrom('kernel.file').select('file_id').where('region_id', '=', region).where('file_id', '=', fileId).executeTakeFirst();
  return row !== undefined;
}

export async function insertExclusions(tx: Tx, region: RegionId, fileId: FileId, tokens: readonly Buffer[]): Promise<void> {
  if (tokens.length === 0) return;
  await tx.insertInto('kernel.file_exclusion').values(tokens.map((token) => ({ region_id: region, file_id: fileId, token })))
    .onConflict((c) => c.doNothing()).execute();
}

/** Everybody who is left out of these files, as keyed hashes. */
export async function listExclusions(tx: Tx, region: RegionId, fileIds: readonly FileId[]): Promise<{ file_id: FileId; token: Buffer }[]> {
  // an empty list is no SQL
  return tx.selectFrom('kernel.file_exclusion').select(['file_id', 'token']).where('region_id', '=', region)
    .where('file_id', 'in', fileIds.length === 0 ? [NO_FILE] : fileIds).execute();
}

export async function isExcluded(tx: Tx, region: RegionId, fileId: FileId, token: Buffer): Promise<boolean> {
  const row = await tx.selectFrom('kernel.file_exclusion').select('file_id').where('region_id', '=', region)
    .where('file_id', '=', fileId).where('token', '=', token).executeTakeFirst();
  return row !== undefined;
}

export async function areExcluded(tx: Tx, region: RegionId, fileId: FileId, tokens: readonly Buffer[]): Promise<boolean> {
  if (tokens.length === 0) return true;
  const found = await sql<{ all: boolean }>`select not exists (select token from unnest(${[...tokens]}::bytea[]) as t (token)
    except select token from kernel.file_exclusion where region_id = ${region} and file_id = ${fileId}) as all`.execute(tx);
  return found.rows[0]?.all === true;
}

/** The number of a journal's newest entry; 0 where there is none. */
export async function lastSeq(tx: Tx, region: RegionId, fileId: FileId): Promise<number> {
  const row = await tx.selectFrom('kernel.file_event').select((e) => e.fn.max('seq').as('seq')).where('region_id', '=', region).where('file_id', '=', fileId).executeTakeFirst();
  return row?.seq ?? 0;
}

export async function hasFileKey(tx: Tx, region: RegionId, fileId: FileId): Promise<boolean> {
  const row = await tx.selectFrom('kernel.file_key').select('file_id').where('region_id', '=', region).where('file_id', '=', fileId).executeTakeFirst();
  return row !== undefined;
}

export async function findKind(tx: Tx, region: RegionId, fileId: FileId): Promise<string | undefined> {
  const row = await tx.selectFrom('kernel.file').select('kind').where('region_id', '=', region).where('file_id', '=', fileId).executeTakeFirst();
  return row?.kind;
}

/** Files of the region that can be opened, in the order of their ids, from the one after `after`. */
export async function listFilesAfter(tx: Tx, region: RegionId, after: FileId | null, most: number): Promise<{ file_id: FileId; kind: string }[]> {
  const all = standingFiles(tx, region).select(['f.file_id', 'f.kind']).limit(most);
  return (after === null ? all : all.where('f.file_id', '>', after)).execute();
}

/** Files of the region whose key was not destroyed. */
export function standingFiles(tx: Tx, region: RegionId) {
  return tx.selectFrom('kernel.file as f').where('f.region_id', '=', region).orderBy('f.file_id')
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('kernel.file_disposed as d').select('d.file_id').whereRef('d.region_id', '=', 'f.region_id').whereRef('d.file_id', '=', 'f.file_id'))));
}

/** Those of these files that are here and were not disposed of. */
export async function listStanding(tx: Tx, region: RegionId, files: readonly FileId[]): Promise<FileId[]> {
  if (files.length === 0) return [];
  return (await standingFiles(tx, region).select('f.file_id').where('f.file_id', 'in', [...files]).execute()).map((row) => row.file_id);
}

/** How many entries a journal has, and the MAC of the newest, which vouches for all of them: proof of a journal without a word of it. */
export async function findHead(tx: Tx, region: RegionId, fileId: FileId): Promise<{ readonly seq: number; readonly mac: Buffer; readonly written_at: Instant } | undefined> {
  return tx.selectFrom('kernel.file_event').select(['seq', 'mac', 'written_at']).where('region_id', '=', region).where('file_id', '=', fileId).orderBy('seq', 'desc').limit(1).executeTakeFirst();
}
