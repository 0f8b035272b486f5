import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { done } from '../../kernel/outcome.ts';
import { plainLine } from '../../kernel/plain-text.ts';
import { listSupervisions } from '../../staff/public.ts';
import { mayFindForLog, mayReadLookers } from '../access.ts';
import { askedCase } from '../commands/asked.ts';
import { LISTS, lookedAt, once } from '../looked.ts';
import { filesOfLog, findByReference, listLooked } from '../store/looked.ts';
import type { WhoLooked } from './models.ts';
import { colleagueNames } from './rows.ts';

type Facts = NonNullable<Awaited<ReturnType<typeof askedCase>>>;

export const LOOKED_PAGE = 20;
const MOST_PAGES = 10_000;

/**
 * «Hvem har sett på saken?»: who opened the case, its reports or a case that became part of it, on which day, and by which right, from the audit log (GDPR art. 15 and 32).
 * Opens no file; that somebody asked stands in the log as well.
 */
export const whoLooked = query({
  name: 'cases.who_looked',
  schema: z.strictObject({ caseId: idField<'file'>(), page: z.coerce.number().int().min(1).max(MOST_PAGES).catch(1).default(1) }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx: Context, input): Promise<Facts | undefined> => askedCase(ctx, input.caseId),
  access: (_actor, { actor, facts, asker }) => mayReadLookers(actor, facts, asker.now),
  run: async (ctx, { page }, asked) => {
    const { facts: { fileId }, line, asker } = asked;
    ctx.touched.set(fileId, { seq: 0, mac: '' });
    const rows = await listLooked(ctx.tx, ctx.regionId, await filesOfLog(ctx.tx, ctx.regionId, fileId), LISTS, LOOKED_PAGE, (page - 1) * LOOKED_PAGE);
    return done<WhoLooked>({
      fileId, reference: line.reference, names: colleagueNames(asker), now: asker.now, page, pages: Math.max(1, Math.ceil((rows[0]?.total ?? 0) / LOOKED_PAGE)),
      supervisions: (await listSupervisions(ctx)).map(({ userId, supervisor, basis, from, until }) => ({ userId, supervisor, basis, from, until })),
      lines: rows.map(({ actor, day, first, last, what }) => ({ who: actor, day, first, last, did: once(what.map(([useCase, outcome]) => lookedAt(useCase, outcome))) })),
    });
  },
});

/** The case that somebody complains about, by the reference they have. Tells only whether there is one; what may be seen of it, the case's own rule says. */
export const findForLog = query({
  name: 'cases.find_for_log',
  schema: z.strictObject({ reference: z.string().transform((text) => plainLine(text).trim().toUpperCase().slice(0, 40)).default('') }),
  facts: async () => ({}),
  access: (actor) => mayFindForLog(actor),
  run: async (ctx, { reference }) => done({ reference, caseId: reference === '' ? undefined : await findByReference(ctx.tx, ctx.regionId, reference) }),
});
