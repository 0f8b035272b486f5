import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';

export type HoldRow = { readonly case_id: FileId; readonly version: number; readonly held: boolean; readonly written_by: UserId; readonly written_at: Instant; readonly sealed: Buffer };

/** What was said last of each of these cases, or of all of them. */
export async function listNewestHolds(tx: Tx, region: RegionId, cases?: readonly FileId[]): Promise<HoldRow[]> {
  const among = cases === undefined ? sql`` : sql`and case_id = any(${cases}::uuid[])`;
  const found = await sql<HoldRow>`select distinct on (case_id) case_id, version, held, written_by, written_at, sealed from app.disposal_hold
    where region_id = ${region} ${among} order by case_id, version desc`.execute(tx);
  return found.rows;
}

/** Answers whether nobody else had said this meanwhile. */
export async function insertHold(tx: Tx, region: RegionId, row: HoldRow): Promise<boolean> {
  const added = await tx.insertInto('app.disposal_hold').values({ region_id: region, ...row }).onConflict((c) => c.doNothing()).executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}
