import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId } from '../../kernel/ids.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import type { OtherRegion } from '../send-on.ts';

export type TransferRow = {
  readonly transfer_id: string; readonly file_id: FileId; readonly to_region: RegionId | null; readonly to_report: FileId | null;
  readonly sent_at: Instant; readonly carried_at: Instant | null; readonly confirmed_at: Instant | null;
  /** a case, by the first of its reports */
  readonly of_case: boolean;
};

const COLUMNS = ['transfer_id', 'file_id', 'to_region', 'to_report', 'sent_at', 'carried_at', 'confirmed_at', 'of_case'] as const;

/** Exactly these are the report's, as its journal has them. */
export async function saveTransfers(tx: Tx, region: RegionId, fileId: FileId, rows: readonly TransferRow[]): Promise<void> {
  await tx.deleteFrom('app.report_transfer').where('region_id', '=', region).where('file_id', '=', fileId).execute();
  if (rows.length > 0) await tx.insertInto('app.report_transfer').values(rows.map((row) => ({ region_id: region, ...row, failure_code: null, failed_at: null }))).execute();
}

export async function findTransfer(tx: Tx, region: RegionId, transferId: string): Promise<TransferRow | undefined> {
  return tx.selectFrom('app.report_transfer').select(COLUMNS).where('region_id', '=', region).where('transfer_id', '=', transferId).executeTakeFirst();
}

/** What no receiver has confirmed, oldest first. */
export async function listUnconfirmed(tx: Tx, region: RegionId): Promise<TransferRow[]> {
  return tx.selectFrom('app.report_transfer').select(COLUMNS).where('region_id', '=', region).where('confirmed_at', 'is', null).orderBy('sent_at').execute();
}

/** It did not come through this time: by a code, and never a word of what it says. */
export async function saveFailure(tx: Tx, region: RegionId, transferId: string, failure: { readonly code: string; readonly at: Instant }): Promise<void> {
  await tx.updateTable('app.report_transfer').set({ failure_code: failure.code, failed_at: failure.at }).where('region_id', '=', region).where('transfer_id', '=', transferId).where('carried_at', 'is', null).execute();
}

/** How far a case has come that one of these reports took to another region, the newest such; undefined where none did. */
export type OnItsWay = { readonly carried_at: Instant | null; readonly failure_code: string | null; readonly failed_at: Instant | null };
export async function findOnItsWay(tx: Tx, region: RegionId, reports: readonly FileId[]): Promise<OnItsWay | undefined> {
  if (reports.length === 0) return undefined;
  return tx.selectFrom('app.report_transfer').select(['carried_at', 'failure_code', 'failed_at']).where('region_id', '=', region).where('file_id', 'in', [...reports]).where('of_case', '=', true).orderBy('sent_at', 'desc').limit(1).executeTakeFirst();
}

/** All that was carried over to other regions. */
export async function listCarried(tx: Tx, region: RegionId): Promise<TransferRow[]> {
  return tx.selectFrom('app.report_transfer').select(COLUMNS).where('region_id', '=', region).where('carried_at', 'is not', null).orderBy('sent_at').execute();
}

/** The regions of this system but the asker's own, with the municipalities that are members this day. */
export async function listOtherRegions(tx: Tx, region: RegionId, on: Day): Promise<OtherRegion[]> {
  const found = await sql<{ region_id: RegionId; name: string; municipalities: string[] }>`select region_id, name, municipalities from app.region_directory(${on})`.execute(tx);
  return found.rows.filter((row) => row.region_id !== region).map((row) => ({ regionId: row.region_id, name: row.name, municipalities: row.municipalities }));
}

export type Landed = { readonly part: number; readonly seen_at: Instant | null; readonly decided_at: Instant | null };

/** The part of the ledger that a sending became here; undefined while it has not arrived. Whoever else brings it waits. */
export async function findLanded(tx: Tx, region: RegionId, reportId: FileId, fingerprint: Buffer): Promise<Landed | undefined> {
  return tx.selectFrom('app.report_ledger').select(['part', 'seen_at', 'decided_at']).where('region_id', '=', region).where('report_id', '=', reportId).where('fingerprint', '=', fingerprint).executeTakeFirst();
}

/** One after the other for the same report, so that no two have the same part. */
export async function holdReport(tx: Tx, region: RegionId, reportId: FileId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ledger ${region} ${reportId}`}, 0))`.execute(tx);
}

/** The number of the next part of a report; 0 for one that is new. */
export async function nextPart(tx: Tx, region: RegionId, reportId: FileId): Promise<number> {
  const last = await tx.selectFrom('app.report_ledger').select((row) => row.fn.max('part').as('part')).where('region_id', '=', region).where('report_id', '=', reportId).executeTakeFirst();
  return last?.part === null || last?.part === undefined ? 0 : last.part + 1;
}

export type LedgerPart = {
  readonly reportId: FileId; readonly part: number; readonly channel: string; readonly kind: 'report' | 'message' | 'file' | 'split'; readonly fingerprint: Buffer; readonly receivedAt: Instant;
  /** readable from the moment it is stored, where it never lies in an envelope */
  readonly readableAt: Instant | null;
};

export async function insertLedgerPart(tx: Tx, region: RegionId, row: LedgerPart): Promise<void> {
  await tx.insertInto('app.report_ledger').values({
    region_id: region, report_id: row.reportId, part: row.part, channel: row.channel, kind: row.kind, fingerprint: row.fingerprint, received_at: row.receivedAt, readable_at: row.readableAt,
    unreadable_at: null, seen_at: null, decided_at: null,
  }).execute();
}

/** It lies in an envelope, as if it had come by the public form, and the worker is woken. */
export async function insertEnvelope(tx: Tx, region: RegionId, row: { envelopeId: string; reportId: FileId; part: number; keyVersion: number; sealed: Buffer; receivedAt: Instant }): Promise<void> {
  await tx.insertInto('app.report_envelope').values({
    region_id: region, envelope_id: row.envelopeId, report_id: row.reportId, part: row.part, key_version: row.keyVersion, sealed: row.sealed, received_at: row.receivedAt,
    failure_code: null, attempts: null, next_attempt_at: null,
  }).execute();
  await sql`select queue.enqueue(${region}, 'open_envelope', ${row.envelopeId}, 'epoch')`.execute(tx);
}
