import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { openFile } from '../../kernel/journal/file.ts';
import { done } from '../../kernel/outcome.ts';
import { workplaceIn, type Workplace } from '../../reports/public.ts';
import { mayBeToldWorkplace } from '../access.ts';
import { askedCase, type FoundCase } from '../commands/asked.ts';
import { heldReports } from '../commands/held.ts';
import { CASE_FILE } from '../file.ts';
import { placesTold } from '../told.ts';

/**
 * As for a report (reports/queries/workplace.ts): the one thing of a case that is told before the question, to whoever it is put to. The reports are
 * asked, too: what was added to one after the case was opened stands nowhere else.
 */
export const workplaceOfCase = query({
  name: 'cases.workplace',
  schema: z.strictObject({ caseId: idField<'file'>() }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx: Context, input): Promise<FoundCase | undefined> => askedCase(ctx, input.caseId),
  access: (_actor, { actor, facts, reports, asker }) => mayBeToldWorkplace(actor, facts, reports, asker.now),
  run: async (ctx: Context, _input, { facts, reports }) => {
    const { state } = await openFile(ctx, CASE_FILE, facts.fileId);
    return done<Workplace | undefined>(workplaceIn(placesTold({ state, reports: await heldReports(ctx, reports) }, facts.strict)));
  },
});
