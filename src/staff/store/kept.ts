import type { Tx } from '../../kernel/database/connect.ts';
import { asId, type FileId, type RegionId, type UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';

/** `sealed` null: sent, or thrown away. `about_id`: the file that the page was of. */
export type KeptRow = { readonly kept_id: string; readonly sealed: Buffer | null; readonly version: number; readonly kept_at: Instant; readonly about_id: string | null };

const KEPT = ['kept_id', 'sealed', 'version', 'kept_at', 'about_id'] as const;

/** The row of a kept form, made where there is none, and held until this transaction has ended. */
export async function holdKept(tx: Tx, region: RegionId, user: UserId, keptId: string, at: Instant): Promise<{ readonly row: KeptRow; readonly fresh: boolean }> {
  const made = await tx.insertInto('app.kept_text').values({ region_id: region, user_id: user, kept_id: keptId, sealed: null, version: 1, kept_at: at })
    .onConflict((c) => c.columns(['region_id', 'user_id', 'kept_id']).doNothing()).returning('kept_id').executeTakeFirst();
  const row = await tx.selectFrom('app.kept_text').select(KEPT)
    .where('region_id', '=', region).where('user_id', '=', user).where('kept_id', '=', keptId).forUpdate().executeTakeFirstOrThrow();
  return { row, fresh: made !== undefined };
}

export async function saveKept(tx: Tx, region: RegionId, user: UserId, row: KeptRow): Promise<void> {
  const { kept_id: keptId, ...values } = row;
  await tx.updateTable('app.kept_text').set(values).where('region_id', '=', region).where('user_id', '=', user).where('kept_id', '=', keptId).execute();
}

export async function findKept(tx: Tx, region: RegionId, user: UserId, keptId: string): Promise<KeptRow | undefined> {
  return tx.selectFrom('app.kept_text').select(KEPT)
    .where('region_id', '=', region).where('user_id', '=', user).where('kept_id', '=', keptId).where('sealed', 'is not', null).executeTakeFirst();
}

/** What somebody has typed and not sent, newest first. */
export async function listKept(tx: Tx, region: RegionId, user: UserId): Promise<KeptRow[]> {
  return tx.selectFrom('app.kept_text').select(KEPT)
    .where('region_id', '=', region).where('user_id', '=', user).where('sealed', 'is not', null).orderBy('kept_at', 'desc').orderBy('kept_id').execute();
}

/** What others have typed about one of these files and not sent, the oldest first. */
export async function listKeptAbout(tx: Tx, region: RegionId, files: readonly string[]): Promise<(KeptRow & { readonly user_id: UserId })[]> {
  return tx.selectFrom('app.kept_text').select([...KEPT, 'user_id']).where('region_id', '=', region).where('about_id', 'in', files).where('sealed', 'is not', null).orderBy('kept_at').orderBy('kept_id').execute();
}

/** Which files others than this person have typed about and not sent, in clear; the oldest first. */
export async function listKeptElse(tx: Tx, region: RegionId, user: UserId, most: number): Promise<{ readonly user_id: UserId; readonly about_id: FileId }[]> {
  const rows = await tx.selectFrom('app.kept_text').select(['user_id', 'about_id']).where('region_id', '=', region).where('user_id', '<>', user).where('about_id', 'is not', null).where('sealed', 'is not', null).orderBy('kept_at').orderBy('kept_id').limit(most).execute();
  return rows.flatMap(({ user_id, about_id: about }) => (about === null ? [] : [{ user_id, about_id: asId<'file'>(about) }]));
}

export async function deleteKept(tx: Tx, region: RegionId, user: UserId, keptIds: readonly string[]): Promise<void> {
  if (keptIds.length === 0) return;
  await tx.deleteFrom('app.kept_text').where('region_id', '=', region).where('user_id', '=', user).where('kept_id', 'in', keptIds).execute();
}

/** What nobody has come back to. */
export async function deleteKeptBefore(tx: Tx, region: RegionId, before: Instant): Promise<void> {
  await tx.deleteFrom('app.kept_text').where('region_id', '=', region).where('kept_at', '<', before).execute();
}
