import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';

export type WholeRow = { readonly file_id: FileId; readonly whole_id: string; readonly made_by: UserId; readonly made_at: Instant; /** for the archive: it lies until then, if that is longer */ readonly kept_until: Instant | null; /** how many go beside it; null: no edition for the archive */ readonly files: number | null };
/** The checksums are of what was sealed; null in rows from before there were any. */
export type WholeFileRow = { readonly file_id: FileId; readonly whole_id: string; readonly sealed_pdf: Buffer; readonly sealed_json: Buffer; readonly sha256_pdf: Buffer | null; readonly sha256_json: Buffer | null };

/** Answers false where it is there already: the same form sent twice makes one. */
export async function insertWhole(tx: Tx, region: RegionId, row: WholeRow): Promise<boolean> {
  const hit = await tx.insertInto('app.case_whole').values({ region_id: region, ...row }).onConflict((c) => c.doNothing()).executeTakeFirst();
  return hit.numInsertedOrUpdatedRows === 1n;
}

export async function insertWholeFile(tx: Tx, region: RegionId, row: WholeFileRow): Promise<void> {
  await tx.insertInto('app.case_whole_file').values({ region_id: region, ...row }).execute();
}

/** One person's files of a case that were made after a moment, or lie for the archive now, the newest first. */
export async function listWhole(tx: Tx, region: RegionId, fileId: FileId, by: UserId, after: Instant, now: Instant): Promise<WholeRow[]> {
  return tx.selectFrom('app.case_whole').select(['file_id', 'whole_id', 'made_by', 'made_at', 'kept_until', 'files'])
    .where('region_id', '=', region).where('file_id', '=', fileId).where('made_by', '=', by).where((e) => e.or([e('made_at', '>', after), e('kept_until', '>', now)])).orderBy('made_at', 'desc').limit(50).execute();
}

export async function findWholeFile(tx: Tx, region: RegionId, fileId: FileId, wholeId: string): Promise<WholeFileRow | undefined> {
  return tx.selectFrom('app.case_whole_file').select(['file_id', 'whole_id', 'sealed_pdf', 'sealed_json', 'sha256_pdf', 'sha256_json'])
    .where('region_id', '=', region).where('file_id', '=', fileId).where('whole_id', '=', wholeId).executeTakeFirst();
}

/** Those made before a moment that do not lie for the archive now, oldest first. */
export async function listOldWhole(tx: Tx, region: RegionId, before: Instant, now: Instant, most: number): Promise<WholeRow[]> {
  return tx.selectFrom('app.case_whole').select(['file_id', 'whole_id', 'made_by', 'made_at', 'kept_until', 'files']).where('region_id', '=', region).where('made_at', '<=', before)
    .where((e) => e.or([e('kept_until', 'is', null), e('kept_until', '<=', now)])).orderBy('made_at').limit(most).execute();
}

/** The newest edition for the archive of each of these cases that this person made and that lies now. */
export async function newestWhole(tx: Tx, region: RegionId, files: readonly FileId[], by: UserId, after: Instant): Promise<WholeRow[]> {
  const rows = await sql<WholeRow>`select distinct on (file_id) file_id, whole_id, made_by, made_at, kept_until, files from app.case_whole
    where region_id = ${region} and file_id = any (${[...files]}::uuid[]) and made_by = ${by} and made_at > ${after} and files is not null order by file_id, made_at desc`.execute(tx);
  return rows.rows;
}

/** Lets it lie until then and no longer. */
export async function keepWhole(tx: Tx, region: RegionId, fileId: FileId, wholeId: string, until: Instant): Promise<void> {
  await tx.updateTable('app.case_whole').set({ kept_until: until }).where('region_id', '=', region).where('file_id', '=', fileId).where('whole_id', '=', wholeId).execute();
}

export async function deleteWhole(tx: Tx, region: RegionId, { file_id: fileId, whole_id: wholeId }: Pick<WholeRow, 'file_id' | 'whole_id'>): Promise<void> {
  await tx.deleteFrom('app.case_whole_file').where('region_id', '=', region).where('file_id', '=', fileId).where('whole_id', '=', wholeId).execute();
  await tx.deleteFrom('app.case_whole').where('region_id', '=', region).where('file_id', '=', fileId).where('whole_id', '=', wholeId).execute();
}
