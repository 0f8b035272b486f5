import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId, UserId } from '../../kernel/ids.ts';
import { addMs, MINUTE, type Instant } from '../../kernel/time.ts';

/** After this without a word they are not writing any more. */
const WRITES_FOR_MS = MINUTE;

/** Somebody is writing in the journal of a case; who wrote there a minute ago is forgotten. */
export async function saveWriting(tx: Tx, region: RegionId, fileId: FileId, user: UserId, at: Instant): Promise<void> {
  await tx.deleteFrom('app.case_writing').where('region_id', '=', region).where('file_id', '=', fileId).where('at', '<=', addMs(at, -WRITES_FOR_MS)).execute();
  await tx.insertInto('app.case_writing').values({ region_id: region, file_id: fileId, user_id: user, at })
    .onConflict((c) => c.columns(['region_id', 'file_id', 'user_id']).doUpdateSet({ at })).execute();
}

/** The note was saved. */
export async function deleteWriting(tx: Tx, region: RegionId, fileId: FileId, user: UserId): Promise<void> {
  await tx.deleteFrom('app.case_writing').where('region_id', '=', region).where('file_id', '=', fileId).where('user_id', '=', user).execute();
}

/** Who else writes there now. */
export async function listWriting(tx: Tx, region: RegionId, fileId: FileId, me: UserId, now: Instant): Promise<UserId[]> {
  const rows = await tx.selectFrom('app.case_writing').select('user_id').where('region_id', '=', region).where('file_id', '=', fileId)
    .where('user_id', '<>', me).where('at', '>', addMs(now, -WRITES_FOR_MS)).orderBy('user_id').execute();
  return rows.map((row) => row.user_id);
}
