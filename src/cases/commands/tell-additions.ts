import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command, type Door } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { FileId, RegionId } from '../../kernel/ids.ts';
import { changeFile } from '../../kernel/journal/file.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { allow, deny } from '../../kernel/verdict.ts';
import { reportForCase } from '../../reports/public.ts';
import { decideAdditionsTold } from '../added.ts';
import { CASE_FILE } from '../file.ts';
import { enqueueTelling, findHolder } from '../store/additions.ts';

const TASK = 'tell_case';

/** Writes into the case that holds a report what was added to it and a duty follows from. Where no case holds it, nothing. Told twice is told once. Refusals: those of decideAdditionsTold. */
export const tellAdditions = command({
  name: 'cases.tell_additions',
  schema: z.strictObject({ reportId: idField<'file'>() }),
  facts: async (ctx: Context, { reportId }) => ({ reportId, caseId: await findHolder(ctx.tx, ctx.regionId, reportId) }),
  access: (actor, { reportId, caseId }) => (actor.kind === 'system' && actor.task === TASK ? allow('system', caseId === undefined ? [] : [caseId, reportId]) : deny('only_system')),
  run: async (ctx, { reportId }, { caseId }) => {
    if (caseId === undefined) return done({});
    const report = await reportForCase(ctx, reportId);
    const outcome = await changeFile(ctx, CASE_FILE, caseId, (state) => decideAdditionsTold(state, reportId, report));
    return outcome.ok ? done({}) : outcome;
  },
});

/** What the worker does when something was added to a report that a case holds. */
export function tellCase(door: Door, regionId: RegionId, reportId: FileId): Promise<Outcome<unknown>> {
  return door.enter(tellAdditions, { kind: 'system', regionId, task: TASK }, { reportId });
}

/** Asks the worker for it, in the transaction in which it came: whoever takes it in opens no case. */
export async function askToTellCase(ctx: Context, reportId: FileId): Promise<void> {
  if ((await findHolder(ctx.tx, ctx.regionId, reportId)) !== undefined) await enqueueTelling(ctx.tx, ctx.regionId, reportId);
}
