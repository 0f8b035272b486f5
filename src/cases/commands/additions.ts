import type { Context } from '../../kernel/context.ts';
import type { FileId, UserId } from '../../kernel/ids.ts';
import { exclude, leavesOut } from '../../kernel/journal/file.ts';
import type { Projection } from '../../kernel/journal/replay.ts';
import type { ReportEvent, ReportState } from '../../reports/public.ts';
import { holdRegister } from '../../staff/public.ts';
import { listTogether } from '../store/read.ts';

/**
 * fvl § 6: whoever an addition to a report names is left out of the cases that hold it, and of all that these became or hold (listTogether), before anybody
 * can read the addition; and so is a colleague whom the report names and who came to the register, or got another name, after it had arrived.
 * The report's own journal keeps who it was. Runs as the worker, which opens no case.
 */
export async function leaveOutOfCases(ctx: Context, reportId: FileId, event: Extract<ReportEvent, { type: 'ReportAdded' | 'ReporterWrote' | 'AttachmentArrived' | 'ReportColleagueLeftOut' }>): Promise<void> {
  const { leftOut } = event.content;
  if (leftOut.length === 0) return;
  await leaveOutTogether(ctx, reportId, leftOut);
}

async function leaveOutTogether(ctx: Context, reportId: FileId, leftOut: readonly UserId[]): Promise<void> {
  for (const file of await listTogether(ctx.tx, ctx.regionId, [reportId])) await exclude(ctx, file, leftOut);
}

/** The same, for the comparison with the report's journal: whoever it names is left out of all of it. */
export const LEFT_OUT_OF_CASES: Projection<ReportState> = {
  name: 'kernel.file_exclusion (case)',
  same: async (ctx, reportId, { leftOut }) => {
    for (const file of leftOut.length === 0 ? [] : await listTogether(ctx.tx, ctx.regionId, [reportId])) if (!(await leavesOut(ctx, file, leftOut))) return false;
    return true;
  },
  write: (ctx, reportId, { leftOut }) => leaveOutTogether(ctx, reportId, leftOut),
};

/** The same for whoever says so themselves when they come to a report that cases hold. */
export async function leaveOutConnected(ctx: Context, reportId: FileId, event: Extract<ReportEvent, { type: 'ReportImpartialityDeclared' }>): Promise<void> {
  const { actor, content } = event;
  if (content.connection !== 'TILKNYTTET' || actor === 'system') return;
  await holdRegister(ctx); // two cases that are merged just now are both found, or one
  await leaveOutTogether(ctx, reportId, [actor]);
}
