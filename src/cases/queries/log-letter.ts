import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { done } from '../../kernel/outcome.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import { mayReadLookers } from '../access.ts';
import { askedCase } from '../commands/asked.ts';
import { LISTS, lookedAt, once, type LookedAt } from '../looked.ts';
import { filesOfLog, listLooked } from '../store/looked.ts';

/** More lines than this are no letter: the newest are told, and that there are more. */
const MOST_LINES = 300;

/** What kind of staff did what on which day. No name: the person learns who by part and workplace. */
export type LetterLine = { readonly day: Day; readonly did: readonly LookedAt[]; readonly unit: string | undefined };
export type LogLetter = { readonly fileId: string; readonly reference: string; readonly lines: readonly LetterLine[]; readonly turnedAway: boolean; readonly more: boolean; readonly now: Instant };

/**
 * «Hvem har sett på saken?» as the person may have it (GDPR art. 15; pasientjournalloven § 14 as the model). Of somebody who is left out of the
 * case by now neither part nor workplace is told, of a strictly confidential case no workplace, since it says where the person lives (domain reference §5.5), and of those who were turned away only that there were some: it would tell who is inhabil.
 */
export const logLetter = query({
  name: 'cases.log_letter',
  schema: z.strictObject({ caseId: idField<'file'>() }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx: Context, input) => askedCase(ctx, input.caseId),
  access: (_actor, { actor, facts, asker }) => mayReadLookers(actor, facts, asker.now),
  run: async (ctx, _input, { facts: { fileId, strict }, line, asker, leftOut }) => {
    ctx.touched.set(fileId, { seq: 0, mac: '' });
    const rows = await listLooked(ctx.tx, ctx.regionId, await filesOfLog(ctx.tx, ctx.regionId, fileId), LISTS, MOST_LINES, 0);
    const told = rows.map(({ actor, day, what }) => ({ actor, day, all: once(what.map(([useCase, outcome]) => lookedAt(useCase, outcome))) }));
    const lines = told.flatMap(({ actor, day, all }): LetterLine[] => {
      const did = all.filter(({ kind }) => kind !== 'tried');
      if (did.length === 0) return [];
      if (leftOut.includes(actor)) return [{ day, did: once(did.map(({ kind }) => ({ kind, right: 'other' }))), unit: undefined }];
      return [{ day, did, unit: strict ? undefined : asker.colleagues.find((one) => one.userId === actor)?.unit }];
    });
    return done<LogLetter>({
      fileId, reference: line.reference, lines, turnedAway: told.some(({ all }) => all.some(({ kind }) => kind === 'tried')), more: (rows[0]?.total ?? 0) > MOST_LINES, now: asker.now,
    });
  },
});
