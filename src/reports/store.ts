import { sql } from 'kysely';
import type { Tx } from '../kernel/database/connect.ts';
import type { FileId, MunicipalityId, RegionId, UserId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { GapKind, PartKind } from './ledger.ts';
import { IS_STRICT, isShut } from './store/named.ts';

export type EnvelopeRow = {
  readonly envelope_id: string; readonly report_id: FileId; readonly part: number; readonly key_version: number;
  readonly sealed: Buffer; readonly received_at: Instant; readonly channel: string; readonly kind: 'report' | 'message' | 'file'; /** how often it was tried; null: never */ readonly attempts: number | null;
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
    .select(['e.envelope_id', 'e.report_id', 'e.part', 'e.key_version', 'e.sealed', 'e.received_at', 'e.attempts', 'l.channel']).select(sql<EnvelopeRow['kind']>`l.kind`.as('kind')) // what a coordinator divided never lay in an envelope
    .where('e.region_id', '=', region).where('e.report_id', '=', one.report_id).orderBy('e.part').execute();
}

export async function deleteEnvelope(tx: Tx, region: RegionId, envelopeId: string): Promise<void> {
  await tx.deleteFrom('app.report_envelope').where('region_id', '=', region).where('envelope_id', '=', envelopeId).execute();
}

/** It was tried and could not be opened; the ledger keeps since when. */
export async function markUnreadable(tx: Tx, region: RegionId, envelope: EnvelopeRow, failed: { code: string; at: Instant; attempts: number; next: Instant }): Promise<void> {
  await tx.updateTable('app.report_envelope').set({ failure_code: failed.code, attempts: failed.attempts, next_attempt_at: failed.next })
    .where('region_id', '=', region).where('envelope_id', '=', envelope.envelope_id).execute();
  await tx.updateTable('app.report_ledger').set({ unreadable_at: failed.at }).where('region_id', '=', region)
    .where('report_id', '=', envelope.report_id).where('part', '=', envelope.part).where('unreadable_at', 'is', null).execute();
}

export async function markReadable(tx: Tx, region: RegionId, reportId: FileId, part: number, at: Instant): Promise<void> {
  await tx.updateTable('app.report_ledger').set({ readable_at: at, unreadable_at: null }).where('region_id', '=', region)
    .where('report_id', '=', reportId).where('part', '=', part).execute();
}

/** Somebody has read these parts; one that cannot be opened yet is not among them. */
export async function markSeen(tx: Tx, region: RegionId, reportId: FileId, parts: readonly number[], at: Instant): Promise<void> {
  if (parts.length === 0) return;
  await tx.updateTable('app.report_ledger').set({ seen_at: at }).where('region_id', '=', region).where('report_id', '=', reportId)
    .where('part', 'in', parts).where('seen_at', 'is', null).execute();
}

/** A case took in these parts. */
export async function markDecided(tx: Tx, region: RegionId, reportId: FileId, parts: readonly number[], at: Instant): Promise<void> {
  if (parts.length === 0) return;
  await tx.updateTable('app.report_ledger').set({ decided_at: at }).where('region_id', '=', region).where('report_id', '=', reportId)
    .where('part', 'in', parts).where('decided_at', 'is', null).execute();
}

/** The ledger's parts, by what the report's journal knows of them. */
export type LedgerParts = { readonly readable: readonly number[]; readonly seen: readonly number[]; readonly decided: readonly number[] };

/** Whether each of a report's parts is marked in the ledger as its journal has it. */
export async function ledgerAgrees(tx: Tx, region: RegionId, reportId: FileId, parts: LedgerParts): Promise<boolean> {
  const found = await sql<{ same: boolean }>`select not exists (select 1 from app.report_ledger where region_id = ${region} and report_id = ${reportId} and (
    (readable_at is not null) <> (part = any (${parts.readable}::smallint[])) or (seen_at is not null) <> (part = any (${parts.seen}::smallint[]))
    or (decided_at is not null) <> (part = any (${parts.decided}::smallint[])))) as same`.execute(tx);
  return found.rows[0]?.same === true;
}

/** Marks each part as the journal has it; what is right keeps its moment. A part whose envelope is still there was never readable. */
export async function markAgain(tx: Tx, region: RegionId, reportId: FileId, parts: LedgerParts, at: { readable: Instant; seen: Instant; decided: Instant }): Promise<void> {
  await sql`update app.report_ledger l set
      readable_at = case when exists (select 1 from app.report_envelope e where e.region_id = l.region_id and e.report_id = l.report_id and e.part = l.part) then null
        when part = any (${parts.readable}::smallint[]) then coalesce(readable_at, ${at.readable}) else readable_at end,
      seen_at = case when part = any (${parts.seen}::smallint[]) then coalesce(seen_at, ${at.seen}) end,
      decided_at = case when part = any (${parts.decided}::smallint[]) then coalesce(decided_at, ${at.decided}) end
    where region_id = ${region} and report_id = ${reportId}`.execute(tx);
}

export type ReportRow = {
  readonly file_id: FileId; readonly reference: string; readonly channel: string; readonly state: string; readonly urgent: boolean;
  readonly for_reserve: boolean; readonly received_at: Instant; readonly registered_at: Instant; readonly seen_at: Instant | null;
  readonly handed_over_at: Instant | null; readonly decided_at: Instant | null; readonly excluded: boolean;
  /** a case with a strictly confidential address holds it, and the asker is not named for that */
  readonly shut: boolean;
  /** such a case holds it, whoever asks */
  readonly strict: boolean;
  /** mode C: asks for advice and names nobody */
  readonly consultation: boolean;
  /** the asker's own, before content (fvl § 6) */
  readonly answer: 'INGEN' | 'SENERE' | null; readonly owner_municipality_id: MunicipalityId | null;
};

/** Whoever asks: `token` is the keyed hash that stands for them where they are left out. */
export type Me = { readonly userId: UserId; readonly token: Buffer };

function rows(tx: Tx, region: RegionId, me: Me) {
  return tx.selectFrom('app.report as r')
    .leftJoin('app.report_answer as a', (join) => join.onRef('a.region_id', '=', 'r.region_id').onRef('a.file_id', '=', 'r.file_id').on('a.user_id', '=', me.userId)).select([
    'r.file_id', 'r.reference', 'r.channel', 'r.state', 'r.urgent', 'r.for_reserve', 'r.received_at', 'r.registered_at', 'r.seen_at',
    'r.handed_over_at', 'r.decided_at', 'r.owner_municipality_id', 'r.consultation', 'a.answer',
    sql<boolean>`exists (select 1 from kernel.file_exclusion x where x.region_id = r.region_id and x.file_id = r.file_id and x.token = ${me.token})`.as('excluded'), isShut(me.userId).as('shut'), IS_STRICT.as('strict'),
  ]).where('r.region_id', '=', region);
}

export async function findReport(tx: Tx, region: RegionId, reportId: FileId, me: Me): Promise<ReportRow | undefined> {
  return rows(tx, region, me).where('r.file_id', '=', reportId).executeTakeFirst();
}

export async function findReports(tx: Tx, region: RegionId, reports: readonly FileId[], me: Me): Promise<ReportRow[]> {
  return reports.length === 0 ? [] : rows(tx, region, me).where('r.file_id', 'in', [...reports]).execute();
}

/** The report with this reference: random, and so no two have the same. */
export async function findReportByReference(tx: Tx, region: RegionId, reference: string, me: Me): Promise<ReportRow | undefined> {
  return rows(tx, region, me).where('r.reference', '=', reference).executeTakeFirst();
}

export async function findReportsByReference(tx: Tx, region: RegionId, references: readonly string[], me: Me): Promise<ReportRow[]> {
  return rows(tx, region, me).where(sql<boolean>`r.reference = any (${[...references]})`).execute();
}

/** Whether something in the report is unread; the row is then locked until the end of the transaction. */
export async function lockUnseen(tx: Tx, region: RegionId, reportId: FileId): Promise<boolean> {
  const row = await tx.selectFrom('app.report').select('file_id').where('region_id', '=', region).where('file_id', '=', reportId)
    .where('seen_at', 'is', null).forUpdate().executeTakeFirst();
  return row !== undefined;
}

/** The inbox: what is not decided or has an unread addition, urgent first, then oldest first, without the lane beside it. `waiting` false gives the newest of the rest. */
export async function listReports(tx: Tx, region: RegionId, me: Me, waiting: boolean, limit: number): Promise<ReportRow[]> {
  const list = rows(tx, region, me).where('r.crowded', '=', false).limit(limit);
  return waiting
    ? list.where((e) => e.or([e('r.decided_at', 'is', null), e('r.seen_at', 'is', null)])).orderBy('r.urgent', 'desc').orderBy('r.received_at', 'asc').execute()
    : list.where('r.decided_at', 'is not', null).where('r.seen_at', 'is not', null).orderBy('r.decided_at', 'desc').execute();
}

/** Since when something in each of these reports can be read, and when a coordinator read its hand-over. */
export async function listAlarms(tx: Tx, region: RegionId, reports: readonly FileId[]): Promise<{ readonly report_id: FileId; readonly parts: readonly { readonly received: Instant; readonly readable: Instant }[]; readonly hand_over_read_at: Instant | null }[]> {
  if (reports.length === 0) return [];
  const rows = await tx.selectFrom('app.report as r').select(['r.file_id as report_id', 'r.hand_over_read_at']).where('r.region_id', '=', region).where('r.file_id', 'in', [...reports]).execute();
  const parts = await tx.selectFrom('app.report_ledger').select(['report_id', 'received_at', 'readable_at']).where('region_id', '=', region).where('report_id', 'in', [...reports]).where('readable_at', 'is not', null).execute();
  return rows.map((row) => ({ ...row, parts: parts.filter((one) => one.report_id === row.report_id).map(({ received_at: received, readable_at: readable }) => ({ received, readable: readable ?? received })) }));
}

/** What came above the limit of one place: unread first, then oldest first. */
export async function listCrowded(tx: Tx, region: RegionId, me: Me): Promise<ReportRow[]> {
  return rows(tx, region, me).where('r.crowded', '=', true).orderBy(sql`r.seen_at is not null`).orderBy('r.received_at').execute();
}

/** Reports in the order of their ids, from the one after `after`. */
export async function listReportsAfter(tx: Tx, region: RegionId, after: FileId | null, most: number): Promise<FileId[]> {
  const all = tx.selectFrom('app.report').select('file_id').where('region_id', '=', region).orderBy('file_id').limit(most);
  const rows = await (after === null ? all : all.where('file_id', '>', after)).execute();
  return rows.map((row) => row.file_id);
}

/** Every report that no case has taken in. */
export async function listUndecided(tx: Tx, region: RegionId): Promise<FileId[]> {
  const rows = await tx.selectFrom('app.report').select('file_id').where('region_id', '=', region).where('decided_at', 'is', null).execute();
  return rows.map((row) => row.file_id);
}

/** Every report that no case has taken in, or that has an unread addition. */
export async function listOpen(tx: Tx, region: RegionId): Promise<FileId[]> {
  const rows = await tx.selectFrom('app.report').select('file_id').where('region_id', '=', region).where((e) => e.or([e('decided_at', 'is', null), e('seen_at', 'is', null)])).execute();
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

/**
 * One envelope of each report that is to be opened now: what should have been opened by `late`, and what could not be opened
 * and whose time has come, or all of that. What is dated later than it can be was written before a clock was set back.
 */
export async function listDueEnvelopes(tx: Tx, region: RegionId, at: { late: Instant; now: Instant; latest: Instant; all: boolean }): Promise<string[]> {
  const found = await sql<{ envelope_id: string }>`select distinct on (report_id) envelope_id from app.report_envelope
    where region_id = ${region} and case when failure_code is null then received_at < ${at.late} or received_at > ${at.now}
      else ${at.all} or next_attempt_at is null or next_attempt_at <= ${at.now} or next_attempt_at > ${at.latest} end
    order by report_id, part`.execute(tx);
  return found.rows.map((row) => row.envelope_id);
}

/** `what`: what the part is; `kind`: how it is not where it should be. */
export type LedgerGap = { readonly report_id: FileId; readonly part: number; readonly channel: string; readonly what: PartKind; readonly received_at: Instant; readonly kind: GapKind };

/** Ledger rows that nothing answers to: no envelope and no file, or marked readable with no file behind. */
export async function listGaps(tx: Tx, region: RegionId, before: Instant): Promise<LedgerGap[]> {
  const found = await sql<LedgerGap>`
    select l.report_id, l.part::int as part, l.channel, l.kind as what, l.received_at,
      case when l.unreadable_at is not null then 'unreadable'
           when l.readable_at is not null then 'journal'
           when e.envelope_id is not null then 'unopened'
           else 'vanished' end as kind
    from app.report_ledger l
    left join app.report_envelope e on e.region_id = l.region_id and e.report_id = l.report_id and e.part = l.part
    left join app.report r on r.region_id = l.region_id and r.file_id = l.report_id
    where l.region_id = ${region} and (l.received_at < ${before} or l.received_at > ${before}::timestamptz + interval '1 hour')
      and ((l.readable_at is null) or r.file_id is null)
      and not exists (select 1 from kernel.file_disposed d where d.region_id = l.region_id and d.file_id = l.report_id)
    order by l.received_at`.execute(tx);
  return found.rows;
}

/** Drafts that were left before this moment: no form that was sent with one is taken any more. */
export async function deleteSpentDrafts(tx: Tx, region: RegionId, before: Instant): Promise<void> {
  await tx.deleteFrom('app.spent_draft').where('region_id', '=', region).where('spent_at', '<', before).execute();
}

export type AnswerRow = { readonly user_id: UserId; readonly answer: 'INGEN' | 'SENERE' };

/** Who has answered, and who owes the answer: these and nobody else. */
export async function saveAnswers(tx: Tx, region: RegionId, reportId: FileId, answers: readonly AnswerRow[]): Promise<void> {
  await tx.deleteFrom('app.report_answer').where('region_id', '=', region).where('file_id', '=', reportId).execute();
  if (answers.length > 0) await tx.insertInto('app.report_answer').values(answers.map((row) => ({ region_id: region, file_id: reportId, ...row }))).execute();
}

/** The whole line of the inbox. */
export type ReportLine = {
  readonly region_id: RegionId; readonly file_id: FileId; readonly reference: string; readonly channel: string; readonly state: string;
  readonly urgent: boolean; readonly for_reserve: boolean; readonly owner_municipality_id: MunicipalityId | null; readonly received_at: Instant;
  readonly registered_at: Instant; readonly seen_at: Instant | null; readonly handed_over_at: Instant | null; readonly decided_at: Instant | null;
  readonly consultation: boolean; readonly crowded: boolean; readonly version: number; readonly handed_over_by: UserId | null; readonly hand_over_read_at: Instant | null;
};

export async function saveReport(tx: Tx, line: ReportLine): Promise<void> {
  const { region_id: _region, file_id: _file, ...values } = line;
  await tx.insertInto('app.report').values(line).onConflict((c) => c.columns(['region_id', 'file_id']).doUpdateSet(values)).execute();
}
