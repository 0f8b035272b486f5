import type { Tx } from '../../kernel/database/connect.ts';
import type { RegionId, UserId } from '../../kernel/ids.ts';
import { addMs, MINUTE, type Instant } from '../../kernel/time.ts';
import type { PartCode } from '../plan.ts';

/** After this without a word they are not writing any more. */
const WRITES_FOR_MS = MINUTE;

/** Somebody is writing in a part; who wrote there a minute ago is forgotten. */
export async function saveWriting(tx: Tx, region: RegionId, id: string, part: PartCode, user: UserId, at: Instant): Promise<void> {
  await tx.deleteFrom('app.publication_writing').where('region_id', '=', region).where('publication_id', '=', id).where('at', '<=', addMs(at, -WRITES_FOR_MS)).execute();
  await tx.insertInto('app.publication_writing').values({ region_id: region, publication_id: id, part, user_id: user, at })
    .onConflict((c) => c.columns(['region_id', 'publication_id', 'part', 'user_id']).doUpdateSet({ at })).execute();
}

export async function deleteWriting(tx: Tx, region: RegionId, id: string, part: PartCode, user: UserId): Promise<void> {
  await tx.deleteFrom('app.publication_writing').where('region_id', '=', region).where('publication_id', '=', id).where('part', '=', part).where('user_id', '=', user).execute();
}

/** Who else writes there now. */
export async function listWriting(tx: Tx, region: RegionId, id: string, part: PartCode, me: UserId, now: Instant): Promise<UserId[]> {
  const rows = await tx.selectFrom('app.publication_writing').select('user_id').where('region_id', '=', region).where('publication_id', '=', id).where('part', '=', part)
    .where('user_id', '<>', me).where('at', '>', addMs(now, -WRITES_FOR_MS)).orderBy('user_id').execute();
  return rows.map((row) => row.user_id);
}
