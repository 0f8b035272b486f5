import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { done } from '../../kernel/outcome.ts';
import { mayWriteJournal } from '../access.ts';
import { colleagueNames } from '../queries/rows.ts';
import { deleteWriting, listWriting, saveWriting } from '../store/writing.ts';
import { askedCase, type AskedCase } from './asked.ts';

/**
 * A page on which somebody writes in the journal says whether they do, and is told who else does. Opens no file.
 * Answers the names of the others.
 */
export const sayWriting = command({
  name: 'cases.say_writing',
  schema: z.strictObject({ caseId: idField<'file'>(), writing: z.boolean('not_offered') }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx: Context, input) => askedCase(ctx, input.caseId),
  access: (_actor, asked: AskedCase) => mayWriteJournal(asked.actor, asked.facts, asked.asker.now),
  run: async ({ tx, regionId, now }, { writing }, { facts: { fileId }, actor: { userId }, asker }) => {
    await (writing ? saveWriting(tx, regionId, fileId, userId, now) : deleteWriting(tx, regionId, fileId, userId));
    const names = colleagueNames(asker);
    return done({ others: (await listWriting(tx, regionId, fileId, userId, now)).map((id) => names[id] ?? '').filter((name) => name !== '') });
  },
});
