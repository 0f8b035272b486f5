import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { openFile } from '../../kernel/journal/file.ts';
import { done } from '../../kernel/outcome.ts';
import { workplaceIn, type Workplace } from '../../reports/public.ts';
import { mayDeclareImpartiality } from '../access.ts';
import { askedCase, type FoundCase } from '../commands/asked.ts';
import { CASE_FILE } from '../file.ts';
import { protectionOf } from '../secrecy.ts';

/** As for a report (reports/queries/workplace.ts): the one thing of a case that is told before the question, to whoever it is put to. */
export const workplaceOfCase = query({
  name: 'cases.workplace',
  schema: z.strictObject({ caseId: idField<'file'>() }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx: Context, input): Promise<FoundCase | undefined> => askedCase(ctx, input.caseId),
  access: (_actor, { actor, facts, asker }) => mayDeclareImpartiality(actor, facts, asker.now),
  run: async (ctx: Context, _input, { facts }) => {
    const { state } = await openFile(ctx, CASE_FILE, facts.fileId);
    const graded = facts.strict || protectionOf(state) !== undefined;
    const told = [state.start, ...state.joined.map(({ start }) => start)];
    return done<Workplace | undefined>(workplaceIn(told.map((one) => ({ works: one.worksInService === 'JA', where: one.worksWhere, hidden: graded || one.person.protectedAddressHint }))));
  },
});
