import type { Context } from '../../kernel/context.ts';
import type { FileId, MunicipalityId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Verdict } from '../../kernel/verdict.ts';
import { mayHandleReport, mayReadReport } from '../access.ts';
import { factsOf, meOf } from '../commands/handle.ts';
import { standingOf } from '../commands/standing.ts';
import { findReport, findReportByReference, findReports, listOpen, listReports, type ReportRow } from '../store.ts';

/** A report as lists show it, judged for whoever asks. */
export type JudgedReport = {
  readonly fileId: FileId; readonly reference: string; readonly channel: string; readonly receivedAt: Instant; readonly urgent: boolean;
  readonly state: string; readonly decided: boolean; readonly consultation: boolean; readonly verdict: Verdict;
};

/** Those of these files that are reports, each judged by the reports' own rule. */
export async function listJudged(ctx: Context, files: readonly FileId[]): Promise<JudgedReport[]> {
  if (ctx.actor.kind !== 'person') return [];
  return judge(ctx, await findReports(ctx.tx, ctx.regionId, files, meOf(ctx, ctx.actor.userId)));
}

/** A report as a later module meets it by its id or reference: in clear, and with what the reports' own rules say. Opens nothing. */
export type MetReport = {
  readonly fileId: FileId; readonly reference: string; readonly owner: MunicipalityId | undefined;
  /** it does not exist for whoever asks: they are left out of it, or a strictly confidential case that they do not have holds it */
  readonly hidden: boolean;
  /** such a case holds it, whoever asks */
  readonly strict: boolean;
  /** asks for advice and names nobody: followed up as a consultation */
  readonly consultation: boolean;
  readonly reads: Verdict;
};

/** The same statements whether there is one or not. */
export async function meetReport(ctx: Context, reportId: FileId): Promise<MetReport | undefined> {
  if (ctx.actor.kind !== 'person') return undefined;
  const row = await findReport(ctx.tx, ctx.regionId, reportId, meOf(ctx, ctx.actor.userId));
  const standing = await standingOf(ctx, [reportId]);
  if (row === undefined) return undefined;
  const facts = factsOf(row, standing);
  return { fileId: row.file_id, reference: row.reference, owner: row.owner_municipality_id ?? undefined, hidden: facts.excluded || facts.shut, strict: facts.strict, consultation: row.consultation, reads: mayReadReport(ctx.actor, facts) };
}

/** The report with this reference; what may be seen of it, `meetReport` says. */
export async function reportByReference(ctx: Context, reference: string): Promise<FileId | undefined> {
  if (ctx.actor.kind !== 'person') return undefined;
  return (await findReportByReference(ctx.tx, ctx.regionId, reference, meOf(ctx, ctx.actor.userId)))?.file_id;
}

const MOST_WAITING = 200;
const MOST_DECIDED = 20;

/** What whoever asks may refer to by its reference: what waits, the newest first, then the newest that a case took in. None that names nobody. */
export async function listReferable(ctx: Context): Promise<JudgedReport[]> {
  if (ctx.actor.kind !== 'person') return [];
  const me = meOf(ctx, ctx.actor.userId);
  const [waiting, decided] = [await listReports(ctx.tx, ctx.regionId, me, true, MOST_WAITING), await listReports(ctx.tx, ctx.regionId, me, false, MOST_DECIDED)];
  const all = await judge(ctx, [...waiting, ...decided].filter(({ consultation }) => !consultation));
  return all.filter(({ verdict }) => verdict.allow).toSorted((a, b) => (a.receivedAt > b.receivedAt ? -1 : 1));
}

/** Those of these files that are reports, as a line of the log tells of them. `hidden`: a case with a strictly confidential address holds it. */
export async function reportsInLog(ctx: Context, files: readonly FileId[]): Promise<readonly { readonly fileId: FileId; readonly reference: string; readonly hidden: boolean }[]> {
  if (ctx.actor.kind !== 'person') return [];
  const rows = await findReports(ctx.tx, ctx.regionId, files, meOf(ctx, ctx.actor.userId));
  return rows.map(({ file_id: fileId, reference, shut, strict }) => ({ fileId, reference, hidden: shut || strict }));
}

/** Every report that reception has still: nothing has come of it, or something in it is unread. For whoever asks, to be judged. */
export async function listOpenReports(ctx: Context): Promise<FileId[]> {
  return listOpen(ctx.tx, ctx.regionId);
}

async function judge(ctx: Context, rows: readonly ReportRow[]): Promise<JudgedReport[]> {
  const standing = await standingOf(ctx, rows.map((row) => row.file_id));
  return rows.map((row) => ({
    fileId: row.file_id, reference: row.reference, channel: row.channel, receivedAt: row.received_at, urgent: row.urgent, state: row.state, decided: row.decided_at !== null,
    consultation: row.consultation, verdict: mayHandleReport(ctx.actor, factsOf(row, standing)),
  }));
}
