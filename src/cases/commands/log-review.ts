import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command, type Door } from '../../kernel/door.ts';
import { asId, type FileId, type RegionId } from '../../kernel/ids.ts';
import { idField } from '../../kernel/id-field.ts';
import { openFile } from '../../kernel/journal/file.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { lineField } from '../../kernel/text-field.ts';
import { addMs, DAY_MS } from '../../kernel/time.ts';
import { allow, deny } from '../../kernel/verdict.ts';
import { listColleagues } from '../../staff/public.ts';
import { mayMarkReview, type ReviewFacts } from '../log-access.ts';
import type { CaseState } from '../case.ts';
import { CASE_FILE } from '../file.ts';
import { decideMarked, drawReview, monthToDraw, REVIEW_VERDICTS, type Around, type LookedDay } from '../log-review.ts';
import { LISTS, lookedAt, once } from '../looked.ts';
import { protectionOf } from '../secrecy.ts';
import { addReview, changeReview, findReview, type Review } from './reviewed.ts';
import { findCase } from '../store/read.ts';
import { insertDrawn, listDrawnMonths, listLookedDays } from '../store/log-review.ts';
import { loadAsker, type Asker } from './asked.ts';

const TASK = 'draw_log_review';
const WEEK = 7 * DAY_MS;

/** Draws what the leaders are to look at of the month before, once. Compares names and addresses, and keeps none (GDPR art. 32). */
export const drawLogReview = command({
  name: 'cases.draw_log_review',
  schema: z.strictObject({}),
  facts: async (ctx: Context) => {
    const { month, from, to } = monthToDraw(ctx.now);
    const drawn = (await listDrawnMonths(ctx.tx, ctx.regionId)).includes(month);
    const days = drawn ? [] : (await listLookedDays(ctx.tx, ctx.regionId, from, addMs(to, WEEK), LISTS)).map((row): LookedDay => ({
      actor: row.actor, caseId: row.case_id, municipality: row.owner ?? undefined, day: row.day, first: row.first, last: row.last, times: row.times, hours: row.hours,
      did: once(row.what.map(([useCase, outcome]) => lookedAt(useCase, outcome))), lot: ctx.chance.uuid(),
    }));
    return { month, drawn, days, cases: [...new Set(days.filter(({ day }) => day.startsWith(month)).map(({ caseId }) => caseId))] };
  },
  access: (actor, { cases }) => (actor.kind === 'system' && actor.task === TASK ? allow('system', cases) : deny('only_system')),
  run: async (ctx, _input, { month, drawn, days, cases }) => {
    if (drawn || !(await insertDrawn(ctx.tx, ctx.regionId, month, ctx.now))) return done({ lines: 0 });
    const lines = drawReview(days, month, await around(ctx, cases));
    for (const line of lines) await addReview(ctx, month, line);
    return done({ lines: lines.length });
  },
});

async function around(ctx: Context, cases: readonly FileId[]): Promise<Around> {
  const staff = (await listColleagues(ctx)).map(({ userId, name, formerNames, unit, roles }) => [userId, { names: [name, ...formerNames], unit, nightWork: roles.includes('MOTTAK') }] as const);
  const known = new Map<FileId, ReturnType<typeof compared>>();
  for (const fileId of cases) known.set(fileId, compared((await openFile(ctx, CASE_FILE, fileId)).state));
  return { staff: new Map(staff), cases: known };
}

/** Everybody whom a case names, and where the person lives; not where that is protected: beside a colleague's workplace the sign would tell it. */
export function compared(state: CaseState): { readonly names: readonly string[]; readonly addresses: readonly string[] } {
  const { start, joined, related } = state;
  const told = [start, ...joined.map((one) => one.start)];
  const names = [...told.flatMap(({ person, suspectName, reporter }) => [person.name, suspectName, reporter.name]), ...related.map(({ name }) => name)];
  const addresses = protectionOf(state) === undefined ? told : [];
  return { names: names.filter((name): name is string => name !== undefined && name !== ''), addresses: addresses.map(({ person }) => person.address).filter((text) => text !== undefined) };
}

/** From the worker's round: draws where a month has not been drawn yet. */
export async function drawReviews(door: Door, regionId: RegionId): Promise<void> {
  const waits = await door.unaudited(regionId, TASK, async (ctx) => !(await listDrawnMonths(ctx.tx, ctx.regionId)).includes(monthToDraw(ctx.now).month));
  if (waits) await door.enter(drawLogReview, { kind: 'system', regionId, task: TASK }, {});
}

const NO_FILE = asId<'file'>('00000000-0000-4000-8000-000000000000');

/** What a rule about a line of the review asks for. */
export async function reviewFacts(ctx: Context, asker: Asker, review: Review | undefined): Promise<ReviewFacts> {
  const line = await findCase(ctx.tx, ctx.regionId, review?.looked.caseId ?? NO_FILE, asker);
  return {
    municipality: line?.named_only === null ? review?.row.municipality_id ?? undefined : undefined, wholeRegion: asker.region.every(({ municipality_id: id }) => asker.municipalities.includes(id)),
    excluded: line?.left_out.some((token) => token.equals(asker.token)) === true, municipalities: asker.municipalities,
  };
}

const LONGEST_WORD = 500;

/** A leader says of one line of the log that it is in order, or what is to be looked into. Refusals: `review_own`, and those of decideMarked. */
export const markReview = command({
  name: 'cases.mark_review',
  schema: z.strictObject({ reviewId: idField<'review'>(), verdict: z.enum(REVIEW_VERDICTS, 'not_offered'), word: lineField(LONGEST_WORD), revision: z.coerce.number('not_offered').int('not_offered') }),
  facts: async (ctx: Context, { reviewId }) => {
    const asker = await loadAsker(ctx);
    const review = await findReview(ctx, reviewId);
    if (asker === undefined) return undefined;
    // Asked for also where there is no such line: what is not there costs the same statements (test: access/matrix-statements).
    const facts = await reviewFacts(ctx, asker, review);
    return review === undefined ? undefined : { review, asker, ...facts };
  },
  access: (actor, facts) => mayMarkReview(actor, facts),
  run: async (ctx, { verdict, word, revision }, { review, asker }) => {
    if (review.looked.actor === asker.userId) return refuse('review_own');
    const decided = decideMarked({ verdict: review.row.verdict, word: review.word, revision: review.row.revision }, { verdict, word, revision });
    if (!decided.ok) return decided;
    if (decided.value === 'changed') await changeReview(ctx, review, verdict, word, asker.userId);
    return done({ month: review.row.month });
  },
});
