import { z } from 'zod';
import { idField } from '../../kernel/id-field.ts';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import type { FileId } from '../../kernel/ids.ts';
import { changeFile, exclude } from '../../kernel/journal/file.ts';
import { done, refuse, type Outcome } from '../../kernel/outcome.ts';
import { mayHandleReport } from '../access.ts';
import { REPORT_FILE } from '../file.ts';
import { decideConnection } from '../connection.ts';
import { reportFacts } from './handle.ts';

/**
 * The one question before a report's content (fvl § 6), answered once for each report and person. A yes leaves them out at once, here and
 * (src/followers.ts) in the cases that hold the report: the others take it, or the reserve where nobody is left.
 * Answers whether the asker may read on.
 */
export const declareConnection = command({
  name: 'reports.declare_impartiality',
  schema: z.strictObject({ reportId: idField<'file'>(), connection: z.string().max(20) }),
  filesAsked: ({ reportId }) => [reportId],
  facts: (ctx, input) => reportFacts(ctx, input.reportId),
  access: mayHandleReport,
  run: async (ctx, input, facts) => {
    const kept = await keepConnection(ctx, facts.fileId, input.connection);
    return kept.ok ? done({ reads: input.connection !== 'TILKNYTTET' }) : kept;
  },
});

/** Writes the answer into the report's journal; whoever opens a case of it has answered for the report, too. The verdict has opened the file. */
export async function keepConnection(ctx: Context, reportId: FileId, connection: string): Promise<Outcome<unknown>> {
  if (ctx.actor.kind !== 'person') return refuse('bad_input');
  const { userId } = ctx.actor;
  const kept = await changeFile(ctx, REPORT_FILE, reportId, (state) => decideConnection(state, connection, userId, ctx.now));
  if (kept.ok && connection === 'TILKNYTTET') await exclude(ctx, reportId, [userId]);
  return kept;
}
