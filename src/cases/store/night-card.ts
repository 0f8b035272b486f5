import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';

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

/**
 * When somebody asked for a card in vain since they last found one, oldest first; held until the transaction ends, so that tries in several
 * processes are counted one after the other.
 */
export async function listWrongTries(tx: Tx, region: RegionId, userId: UserId, since: Instant): Promise<Instant[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`night card ${region} ${userId}`}, 0))`.execute(tx);
  const found = await sql<{ at: Instant; found: boolean }>`select e.at, e.outcome like 'done:%' as found from kernel.audit_event e
    where e.region_id = ${region} and e.actor = ${userId} and e.use_case = 'cases.open_night_card' and e.at > ${since}
      and (e.outcome = 'refused:no_such_card' or e.outcome like 'done:%') order by e.at`.execute(tx);
  return found.rows.slice(found.rows.findLastIndex((row) => row.found) + 1).map((row) => row.at);
}
