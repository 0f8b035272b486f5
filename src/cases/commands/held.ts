import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { reportForCase, type ReportState } from '../../reports/public.ts';

/** The reports that a case holds, each with all that was added to it. The verdict has opened their files. */
export async function heldReports(ctx: Context, reports: readonly FileId[]): Promise<readonly ReportState[]> {
  const held = [];
  for (const report of reports) held.push(await reportForCase(ctx, report));
  return held;
}
