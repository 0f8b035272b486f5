import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';

export type WholeRow = { readonly file_id: FileId; readonly whole_id: string; readonly made_by: UserId; readonly made_at: Instant };
export type WholeFileRow = { readonly file_id: FileId; readonly whole_id: string; readonly sealed_pdf: Buffer; readonly sealed_json: Buffer };

/** Answers false where it is there already: the same form sent twice makes one. */
export async function insertWhole(tx: Tx, region: RegionId, row: WholeRow): Promise<boolean> {
  const hit = await tx.insertInto('app.case_whole').values({ region_id: region, ...row }).onConflict((c) => c.doNothing()).executeTakeFirst();
  return hit.numInsertedOrUpdatedRows === 1n;
}

export async function insertWholeFile(tx: Tx, region: RegionId, row: WholeFileRow): Promise<void> {
  await tx.insertInto('app.case_whole_file').values({ region_id: region, ...row }).execute();
}

/** One person's files of a case that were made after a moment, the newest first. */
export async function listWhole(tx: Tx, region: RegionId, fileId: FileId, by: UserId, after: Instant): Promise<WholeRow[]> {
  return tx.selectFrom('app.case_whole').select(['file_id', 'whole_id', 'made_by', 'made_at'])
    .where('region_id', '=', region).where('file_id', '=', fileId).where('made_by', '=', by).where('made_at', '>', after).orderBy('made_at', 'desc').limit(50).execute();
}

export async function findWholeFile(tx: Tx, region: RegionId, fileId: FileId, wholeId: string): Promise<WholeFileRow | undefined> {
  return tx.selectFrom('app.case_whole_file').select(['file_id', 'whole_id', 'sealed_pdf', 'sealed_json'])
    .where('region_id', '=', region).where('file_id', '=', fileId).where('whole_id', '=', wholeId).executeTakeFirst();
}

/** Those made before a moment, oldest first. */
export async function listOldWhole(tx: Tx, region: RegionId, before: Instant, most: number): Promise<WholeRow[]> {
  return tx.selectFrom('app.case_whole').select(['file_id', 'whole_id', 'made_by', 'made_at']).where('region_id', '=', region).where('made_at', '<=', before).orderBy('made_at').limit(most).execute();
}

export async function deleteWhole(tx: Tx, region: RegionId, { file_id: fileId, whole_id: wholeId }: Pick<WholeRow, 'file_id' | 'whole_id'>): Promise<void> {
  await tx.deleteFrom('app.case_whole_file').where('region_id', '=', region).where('file_id', '=', fileId).where('whole_id', '=', wholeId).execute();
  await tx.deleteFrom('app.case_whole').where('region_id', '=', region).where('file_id', '=', fileId).where('whole_id', '=', wholeId).execute();
}
