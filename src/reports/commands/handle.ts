import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { asId, type FileId } from '../../kernel/ids.ts';
import { exclusionToken } from '../../kernel/sealing/mac.ts';
import { changeFile } from '../../kernel/journal/file.ts';
import { findReserve } from '../../regions/public.ts';
import { mayHandleReport, type ReportFacts } from '../access.ts';
import { REPORT_FILE } from '../file.ts';
import { decideHandOver, decideUrgent } from '../report.ts';
import { findReport } from '../store.ts';

const CALLED = ['nei', '112', '113', '02800'] as const;
const line = z.string().trim().max(200, 'too_long');

/** What access.ts asks about one report, for whoever asks. */
export async function reportFacts(ctx: Context, reportId: string): Promise<ReportFacts | undefined> {
  if (ctx.actor.kind !== 'person') return undefined;
  const fileId: FileId = asId<'file'>(reportId);
  const row = await findReport(ctx.tx, ctx.regionId, fileId, exclusionToken(ctx.keys.lookup, ctx.actor.userId));
  const reserve = await findReserve(ctx);
  if (row === undefined) return undefined;
  return { fileId, excluded: row.excluded, forReserve: row.for_reserve, askerIsReserve: reserve === ctx.actor.userId, decided: row.decided_at !== null };
}

/** T2: Akutt is raised in any state, by whoever sees the danger. */
export const raiseUrgent = command({
  name: 'reports.raise_urgent',
  schema: z.strictObject({
    reportId: z.uuid(), danger: z.string().trim().min(1, 'danger_missing').max(2000, 'too_long'), called: z.enum(CALLED, 'called_missing'),
    calledBy: line, calledWhen: line,
  }),
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: mayHandleReport,
  run: (ctx, input, facts) => {
    const { reportId: _, ...record } = input;
    return changeFile(ctx, REPORT_FILE, facts.fileId, (state) => decideUrgent(state, record, ctx.now));
  },
});

/** T3: from reception to the coordinators. */
export const handOver = command({
  name: 'reports.hand_over',
  schema: z.strictObject({ reportId: z.uuid(), note: z.string().trim().max(2000, 'too_long') }),
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: mayHandleReport,
  run: (ctx, input, facts) => changeFile(ctx, REPORT_FILE, facts.fileId, (state) => decideHandOver(state, input.note, ctx.now)),
});
