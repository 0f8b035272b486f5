import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { exclude, leavesOut } from '../../kernel/journal/file.ts';
import type { Projection } from '../../kernel/journal/replay.ts';
import type { ReportEvent, ReportState } from '../../reports/public.ts';
import { listCasesOf } from '../store/read.ts';

/**
 * fvl § 6: whoever an addition to a report names is left out of the cases that hold it, before anybody can read the addition; and so
 * is a colleague whom the report names and who came to the register, or got another name, after it had arrived.
 * The report's own journal keeps who it was. Runs as the worker, which opens no case.
 */
export async function leaveOutOfCases(ctx: Context, reportId: FileId, event: Extract<ReportEvent, { type: 'ReportAdded' | 'ReporterWrote' | 'AttachmentArrived' | 'ReportColleagueLeftOut' }>): Promise<void> {
  const { leftOut } = event.content;
  if (leftOut.length === 0) return;
  for (const caseId of await listCasesOf(ctx.tx, ctx.regionId, reportId)) await exclude(ctx, caseId, leftOut);
}

/** The same, for the comparison with the report's journal: whoever it names is left out of each case that holds it. */
export const LEFT_OUT_OF_CASES: Projection<ReportState> = {
  name: 'kernel.file_exclusion (case)',
  same: async (ctx, reportId, { leftOut }) => {
    for (const caseId of leftOut.length === 0 ? [] : await listCasesOf(ctx.tx, ctx.regionId, reportId)) if (!(await leavesOut(ctx, caseId, leftOut))) return false;
    return true;
  },
  write: async (ctx, reportId, { leftOut }) => {
    for (const caseId of await listCasesOf(ctx.tx, ctx.regionId, reportId)) await exclude(ctx, caseId, leftOut);
  },
};

/** The same for whoever says so themselves when they come to a report that cases hold. */
export async function leaveOutConnected(ctx: Context, reportId: FileId, event: Extract<ReportEvent, { type: 'ReportImpartialityDeclared' }>): Promise<void> {
  const { actor, content } = event;
  if (content.connection !== 'TILKNYTTET' || actor === 'system') return;
  for (const caseId of await listCasesOf(ctx.tx, ctx.regionId, reportId)) await exclude(ctx, caseId, [actor]);
}
