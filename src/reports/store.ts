import { sql } from 'kysely';
import type { Tx } from '../kernel/database/connect.ts';
import type { FileId, RegionId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

export type EnvelopeRow = {
  readonly envelope_id: string; readonly report_id: FileId; readonly part: number; readonly key_version: number;
  readonly sealed: Buffer; readonly received_at: Instant; readonly channel: string;
};

/** All waiting envelopes of the report that this envelope belongs to, oldest part first; the report is locked meanwhile. */
export async function findEnvelopes(tx: Tx, region: RegionId, envelopeId: string): Promise<EnvelopeRow[]> {
  const one = await tx.selectFrom('app.report_envelope').select('report_id')
    .where('region_id', '=', region).where('envelope_id', '=', envelopeId).executeTakeFirst();
  if (one === undefined) return [];
  await tx.selectFrom('app.report_ledger').select('part').where('region_id', '=', region)
    .where('report_id', '=', one.report_id).where('part', '=', 0).forUpdate().execute();
  return tx.selectFrom('app.report_envelope as e')
    .innerJoin('app.report_ledger as l', (join) => join.onRef('l.region_id', '=', 'e.region_id').onRef('l.report_id', '=', 'e.report_id').onRef('l.part', '=', 'e.part'))
    .select(['e.envelope_id', 'e.report_id', 'e.part', 'e.key_version', 'e.sealed', 'e.received_at', 'l.channel'])
    .where('e.region_id', '=', region).where('e.report_id', '=', one.report_id).orderBy('e.part').execute();
}

export async function deleteEnvelope(tx: Tx, region: RegionId, envelopeId: string): Promise<void> {
  await tx.deleteFrom('app.report_envelope').where('region_id', '=', region).where('envelope_id', '=', envelopeId).execute();
}

export async function markUnreadable(tx: Tx, region: RegionId, envelope: EnvelopeRow, code: string, at: Instant): Promise<void> {
  await tx.updateTable('app.report_envelope').set({ failure_code: code })
    .where('region_id', '=', region).where('envelope_id', '=', envelope.envelope_id).execute();
  await tx.updateTable('app.report_ledger').set({ unreadable_at: at }).where('region_id', '=', region)
    .where('report_id', '=', envelope.report_id).where('part', '=', envelope.part).execute();
}

export async function markReadable(tx: Tx, region: RegionId, reportId: FileId, part: number, at: Instant): Promise<void> {
  await tx.updateTable('app.report_ledger').set({ readable_at: at, unreadable_at: null }).where('region_id', '=', region)
    .where('report_id', '=', reportId).where('part', '=', part).execute();
}

/** Somebody has read the first `parts` parts. */
export async function markSeen(tx: Tx, region: RegionId, reportId: FileId, parts: number, at: Instant): Promise<void> {
  await tx.updateTable('app.report_ledger').set({ seen_at: at }).where('region_id', '=', region).where('report_id', '=', reportId)
    .where('part', '<', parts).where('seen_at', 'is', null).execute();
}

/** A case took in the first `parts` parts. */
export async function markDecided(tx: Tx, region: RegionId, reportId: FileId, parts: number, at: Instant): Promise<void> {
  await tx.updateTable('app.report_ledger').set({ decided_at: at }).where('region_id', '=', region).where('report_id', '=', reportId)
    .where('part', '<', parts).where('decided_at', 'is', null).execute();
}

export type ReportRow = {
  readonly file_id: FileId; readonly reference: string; readonly channel: string; readonly state: string; readonly urgent: boolean;
  readonly for_reserve: boolean; readonly received_at: Instant; readonly registered_at: Instant; readonly seen_at: Instant | null;
  readonly handed_over_at: Instant | null; readonly decided_at: Instant | null; readonly excluded: boolean;
};

function rows(tx: Tx, region: RegionId, me: Buffer) {
  return tx.selectFrom('app.report as r').select([
    'r.file_id', 'r.reference', 'r.channel', 'r.state', 'r.urgent', 'r.for_reserve', 'r.received_at', 'r.registered_at', 'r.seen_at',
    'r.handed_over_at', 'r.decided_at',
    sql<boolean>`exists (select 1 from kernel.file_exclusion x where x.region_id = r.region_id and x.file_id = r.file_id and x.token = ${me})`.as('excluded'),
  ]).where('r.region_id', '=', region);
}

export async function findReport(tx: Tx, region: RegionId, reportId: FileId, me: Buffer): Promise<ReportRow | undefined> {
  return rows(tx, region, me).where('r.file_id', '=', reportId).executeTakeFirst();
}

/** Whether something in the report is unread; the row is then locked until the end of the transaction. */
export async function lockUnseen(tx: Tx, region: RegionId, reportId: FileId): Promise<boolean> {
  const row = await tx.selectFrom('app.report').select('file_id').where('region_id', '=', region).where('file_id', '=', reportId)
    .where('seen_at', 'is', null).forUpdate().executeTakeFirst();
  return row !== undefined;
}

/** The inbox: what is not decided or has an unread addition, urgent first, then oldest first. `waiting` false gives the newest of the rest. */
export async function listReports(tx: Tx, region: RegionId, me: Buffer, waiting: boolean, limit: number): Promise<ReportRow[]> {
  const list = rows(tx, region, me).limit(limit);
  return waiting
    ? list.where((e) => e.or([e('r.decided_at', 'is', null), e('r.seen_at', 'is', null)])).orderBy('r.urgent', 'desc').orderBy('r.received_at', 'asc').execute()
    : list.where('r.decided_at', 'is not', null).where('r.seen_at', 'is not', null).orderBy('r.decided_at', 'desc').execute();
}

/** Every report that no case has taken in. */
export async function listUndecided(tx: Tx, region: RegionId): Promise<FileId[]> {
  const rows = await tx.selectFrom('app.report').select('file_id').where('region_id', '=', region).where('decided_at', 'is', null).execute();
  return rows.map((row) => row.file_id);
}

/** Parts of these reports that can be read and that nobody has read, newest first. */
export async function listUnseenParts(tx: Tx, region: RegionId, reportIds: readonly FileId[]): Promise<{ report_id: FileId; received_at: Instant }[]> {
  return tx.selectFrom('app.report_ledger').select(['report_id', 'received_at']).where('region_id', '=', region)
    .where('report_id', 'in', reportIds).where('seen_at', 'is', null).where('readable_at', 'is not', null).orderBy('received_at', 'desc').execute();
}

export type UnopenedRow = { readonly envelope_id: string; readonly report_id: FileId; readonly part: number; readonly received_at: Instant; readonly failure_code: string | null };

/** What was received and could not be opened, or has not been yet. */
export async function listUnopened(tx: Tx, region: RegionId): Promise<UnopenedRow[]> {
  return tx.selectFrom('app.report_envelope').select(['envelope_id', 'report_id', 'part', 'received_at', 'failure_code'])
    .where('region_id', '=', region).orderBy('received_at').execute();
}

export type LedgerGap = { readonly report_id: FileId; readonly part: number; readonly received_at: Instant; readonly kind: 'unopened' | 'unreadable' | 'vanished' | 'journal' };

/** Ledger rows that nothing answers to: no envelope and no file, or marked readable with no file behind. */
export async function listGaps(tx: Tx, region: RegionId, before: Instant): Promise<LedgerGap[]> {
  const found = await sql<LedgerGap>`
    select l.report_id, l.part::int as part, l.received_at,
      case when l.unreadable_at is not null then 'unreadable'
           when l.readable_at is not null then 'journal'
           when e.envelope_id is not null then 'unopened'
           else 'vanished' end as kind
    from app.report_ledger l
    left join app.report_envelope e on e.region_id = l.region_id and e.report_id = l.report_id and e.part = l.part
    left join app.report r on r.region_id = l.region_id and r.file_id = l.report_id
    where l.region_id = ${region} and (l.received_at < ${before} or l.received_at > ${before}::timestamptz + interval '1 hour')
      and ((l.readable_at is null) or r.file_id is null)
    order by l.received_at`.execute(tx);
  return found.rows;
}

export async function saveReport(tx: Tx, row: {
  region_id: RegionId; file_id: FileId; reference: string; channel: string; state: string; urgent: boolean; for_reserve: boolean;
  received_at: Instant; registered_at: Instant; seen_at: Instant | null; handed_over_at: Instant | null; decided_at: Instant | null; version: number;
}): Promise<void> {
  await tx.insertInto('app.report').values({ ...row, owner_municipality_id: null })
    .onConflict((c) => c.columns(['region_id', 'file_id']).doUpdateSet({
      state: row.state, urgent: row.urgent, for_reserve: row.for_reserve, seen_at: row.seen_at,
      handed_over_at: row.handed_over_at, decided_at: row.decided_at, version: row.version,
    })).execute();
}
