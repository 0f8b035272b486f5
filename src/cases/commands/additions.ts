import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { exclude } from '../../kernel/journal/file.ts';
import type { ReportEvent } from '../../reports/public.ts';
import { listCasesOf } from '../store/read.ts';

/**
 * fvl § 6: whoever an addition to a report names is left out of the cases that hold it, before anybody can read the addition.
 * The report's own journal keeps who it was. Runs as the worker, which opens no case.
 */
export async function leaveOutOfCases(ctx: Context, reportId: FileId, event: Extract<ReportEvent, { type: 'ReportAdded' }>): Promise<void> {
  const { leftOut } = event.content;
  if (leftOut.length === 0) return;
  for (const caseId of await listCasesOf(ctx.tx, ctx.regionId, reportId)) await exclude(ctx, caseId, leftOut);
}
