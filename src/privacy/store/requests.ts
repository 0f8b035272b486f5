import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Day, Instant } from '../../kernel/time.ts';

export type RequestRow = {
  readonly request_id: string; readonly received_on: Day; readonly answered_on: Day | null; /** what it was found to be about */ readonly files: FileId[];
  readonly registered_by: UserId; readonly registered_at: Instant; readonly version: number; readonly sealed: Buffer;
};

function requests(tx: Tx, region: RegionId) {
  return tx.selectFrom('app.access_request').select(['request_id', 'received_on', 'answered_on', 'files', 'registered_by', 'registered_at', 'version', 'sealed']).where('region_id', '=', region);
}

export async function findRequest(tx: Tx, region: RegionId, requestId: string): Promise<RequestRow | undefined> {
  return requests(tx, region).where('request_id', '=', requestId).executeTakeFirst();
}

/** Those of these that are requests. */
export async function listRequestsAmong(tx: Tx, region: RegionId, ids: readonly string[]): Promise<RequestRow[]> {
  return ids.length === 0 ? [] : requests(tx, region).where('request_id', 'in', [...ids]).execute();
}

/** Those of these files that a request without an answer is about. */
export async function listAskedAbout(tx: Tx, region: RegionId, files: readonly FileId[]): Promise<FileId[]> {
  const rows = await requests(tx, region).where('answered_on', 'is', null).where(sql<boolean>`files && ${[...files]}::uuid[]`).execute();
  return rows.flatMap((row) => row.files.filter((file) => files.includes(file)));
}

/** The oldest first. */
export async function listUnanswered(tx: Tx, region: RegionId): Promise<RequestRow[]> {
  return requests(tx, region).where('answered_on', 'is', null).orderBy('received_on').orderBy('request_id').execute();
}

/** Those without an answer first, the oldest first among them; then the newest answered. */
export async function listRequests(tx: Tx, region: RegionId): Promise<RequestRow[]> {
  const open = await listUnanswered(tx, region);
  const answered = await requests(tx, region).where('answered_on', 'is not', null).orderBy('answered_on', 'desc').orderBy('request_id').execute();
  return [...open, ...answered];
}

/** Answers whether it is new: the same form may be sent twice. */
export async function insertRequest(tx: Tx, region: RegionId, row: RequestRow): Promise<boolean> {
  const added = await tx.insertInto('app.access_request').values({ region_id: region, ...row }).onConflict((c) => c.doNothing()).executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** Answers whether it was still as it was read. */
export async function saveRequest(tx: Tx, region: RegionId, row: Pick<RequestRow, 'request_id' | 'answered_on' | 'files' | 'version' | 'sealed'>): Promise<boolean> {
  const { request_id: requestId, ...values } = row;
  const hit = await tx.updateTable('app.access_request').set(values).where('region_id', '=', region).where('request_id', '=', requestId).where('version', '=', row.version - 1).executeTakeFirst();
  return hit.numUpdatedRows === 1n;
}

/** Nothing holds it: neither a case nor a report nor a consultation. */
const ALONE = sql<boolean>`files = '{}'`;

/** Answered before this day, and held by nothing. */
export async function countSpent(tx: Tx, region: RegionId, before: Day): Promise<number> {
  const rows = await tx.selectFrom('app.access_request').select('request_id').where('region_id', '=', region).where(ALONE).where('answered_on', '<', before).execute();
  return rows.length;
}

/** The same, gone. Answers how many. */
export async function deleteSpent(tx: Tx, region: RegionId, before: Day): Promise<number> {
  const hit = await tx.deleteFrom('app.access_request').where('region_id', '=', region).where(ALONE).where('answered_on', '<', before).executeTakeFirst();
  return Number(hit.numDeletedRows);
}

export type DecisionRow = { readonly version: number; readonly sealed: Buffer };

/** Only where the door has opened the case. */
export async function findDecision(tx: Tx, region: RegionId, fileId: FileId, requestId: string): Promise<DecisionRow | undefined> {
  return tx.selectFrom('app.access_decision').select(['version', 'sealed']).where('region_id', '=', region).where('file_id', '=', fileId).where('request_id', '=', requestId).executeTakeFirst();
}

export async function saveDecision(tx: Tx, region: RegionId, fileId: FileId, requestId: string, row: DecisionRow): Promise<void> {
  await tx.insertInto('app.access_decision').values({ region_id: region, file_id: fileId, request_id: requestId, ...row })
    .onConflict((c) => c.columns(['region_id', 'file_id', 'request_id']).doUpdateSet({ ...row })).execute();
}
