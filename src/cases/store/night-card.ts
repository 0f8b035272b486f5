import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId } from '../../kernel/ids.ts';

export type NightCardRow = { readonly file_id: FileId; readonly sealed: Buffer; readonly version: number };

/** Open cases that have a card, without those that somebody is left out of (`token`: the keyed hash that stands for them). */
export async function listCasesWithCard(tx: Tx, region: RegionId, token: Buffer): Promise<FileId[]> {
  const found = await sql<{ file_id: FileId }>`select c.file_id from app.case_file c where c.region_id = ${region} and c.night_card and c.closed_at is null
    and not exists (select 1 from kernel.file_exclusion x where x.region_id = c.region_id and x.file_id = c.file_id and x.token = ${token})
    order by c.file_id`.execute(tx);
  return found.rows.map((row) => row.file_id);
}

/** The sealed cards of these cases; only of those that the door has opened. The same statement for one, many or none. */
export async function listNightCards(tx: Tx, region: RegionId, files: readonly FileId[]): Promise<NightCardRow[]> {
  const found = await sql<NightCardRow>`select n.file_id, n.sealed, n.version from app.case_night_card n
    where n.region_id = ${region} and n.file_id = any (${[...files]}::uuid[])`.execute(tx);
  return found.rows;
}

export async function saveNightCard(tx: Tx, region: RegionId, { file_id: fileId, ...values }: NightCardRow): Promise<void> {
  await tx.insertInto('app.case_night_card').values({ region_id: region, file_id: fileId, ...values })
    .onConflict((c) => c.columns(['region_id', 'file_id']).doUpdateSet(values)).execute();
}

export async function deleteNightCard(tx: Tx, region: RegionId, fileId: FileId): Promise<void> {
  await tx.deleteFrom('app.case_night_card').where('region_id', '=', region).where('file_id', '=', fileId).execute();
}
