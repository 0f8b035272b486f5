import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Verdict } from '../../kernel/verdict.ts';
import { mayHandleReport } from '../access.ts';
import { factsOf, meOf } from '../commands/handle.ts';
import { standingOf } from '../commands/standing.ts';
import { findReports, listOpen, listReports, type ReportRow } from '../store.ts';

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
