import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command, type Door } from '../../kernel/door.ts';
import { NO_FILE, type FileId, type MunicipalityId, type RegionId } from '../../kernel/ids.ts';
import { idField } from '../../kernel/id-field.ts';
import { openWhole } from '../../kernel/journal/file.ts';
import { listExclusions } from '../../kernel/journal/store.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { lineField } from '../../kernel/text-field.ts';
import { addMs, DAY_MS } from '../../kernel/time.ts';
import { allow, deny } from '../../kernel/verdict.ts';
import { REPORT_FILE, reportsInLog } from '../../reports/public.ts';
import { listColleagues } from '../../staff/public.ts';
import { mayMarkReview, type ReviewFacts } from '../log-access.ts';
import type { CaseState } from '../case.ts';
import { CASE_FILE } from '../file.ts';
import { decideMarked, drawReview, monthToDraw, REVIEW_VERDICTS, type Around, type LookedDay } from '../log-review.ts';
import { LISTS, lookedAt, once } from '../looked.ts';
import { protectionOf } from '../secrecy.ts';
import { addReview, changeReview, findReview, type Review } from './reviewed.ts';
import { findCases, listHeldAmong } from '../store/read.ts';
import { insertDrawn, listDrawnMonths, listLookedDays } from '../store/log-review.ts';
import { loadAsker, workedFor, type Asker } from './asked.ts';

const TASK = 'draw_log_review';
const WEEK = 7 * DAY_MS;

/** Draws what the leaders are to look at of the oldest month that is over and not drawn, once. Compares names and addresses, and keeps none (GDPR art. 32). */
export const drawLogReview = command({
  name: 'cases.draw_log_review',
  schema: z.strictObject({}),
  facts: async (ctx: Context) => {
    const due = monthToDraw(ctx.now, await listDrawnMonths(ctx.tx, ctx.regionId));
    if (due === undefined) return { month: undefined, days: [], cases: [], reports: [] };
    const { month, from, to } = due;
    const rows = await listLookedDays(ctx.tx, ctx.regionId, from, addMs(to, WEEK), LISTS);
    const days = rows.map((row): LookedDay => ({
      actor: row.actor, fileId: row.file_id, municipality: row.owner ?? undefined, day: row.day, first: row.first, last: row.last, times: row.times, hours: row.hours,
      did: once(row.what.map(([useCase, outcome]) => lookedAt(useCase, outcome))), lot: ctx.chance.uuid(),
    }));
    const ofMonth = rows.filter(({ day }) => day.startsWith(month));
    const held = (isCase: boolean) => [...new Set(ofMonth.filter((row) => row.is_case === isCase).map((row) => row.file_id))];
    return { month, days, cases: held(true), reports: held(false) };
  },
  access: (actor, { cases, reports }) => (actor.kind === 'system' && actor.task === TASK ? allow('system', [...cases, ...reports]) : deny('only_system')),
  run: async (ctx, _input, { month, days, cases, reports }) => {
    if (month === undefined || !(await insertDrawn(ctx.tx, ctx.regionId, month, ctx.now))) return done({ lines: 0 });
    const lines = drawReview(days, month, await around(ctx, cases, reports));
    for (const line of lines) await addReview(ctx, month, line);
    return done({ lines: lines.length });
  },
});

async function around(ctx: Context, cases: readonly FileId[], reports: readonly FileId[]): Promise<Around> {
  const staff = (await listColleagues(ctx)).map(({ userId, name, formerNames, unit, roles }) => [userId, { names: [name, ...formerNames], unit, nightWork: roles.includes('MOTTAK') }] as const);
  const known = new Map<FileId, Compared>();
  // What does not open has no names to compare with; how often it was opened, and when, is drawn all the same.
  for (const fileId of cases) {
    const file = await openWhole(ctx, CASE_FILE, fileId);
    if (file !== undefined) known.set(fileId, compared(file.state));
  }
  for (const fileId of reports) {
    const file = await openWhole(ctx, REPORT_FILE, fileId);
    if (file !== undefined) known.set(fileId, told(file.state.contents.map(({ report }) => report), []));
  }
  return { staff: new Map(staff), files: known };
}

type Compared = { readonly names: readonly string[]; readonly addresses: readonly string[] };
type Told = Pick<CaseState['start'], 'suspectName'> & { readonly person: Pick<CaseState['start']['person'], 'name' | 'address'>; readonly reporter: Pick<CaseState['start']['reporter'], 'name'> };

/** Everybody whom a case names, and where the person lives; not where that is protected: beside a colleague's workplace the sign would tell it. */
export function compared(state: CaseState): Compared {
  const all = told([state.start, ...state.joined.map((one) => one.start)], state.related.map(({ name }) => name));
  return protectionOf(state) === undefined ? all : { ...all, addresses: [] };
}

function told(all: readonly Told[], others: readonly (string | undefined)[]): Compared {
  const said = (texts: readonly (string | undefined)[]) => texts.filter((text): text is string => text !== undefined && text !== '');
  return { names: said([...all.flatMap(({ person, suspectName, reporter }) => [person.name, suspectName, reporter.name]), ...others]), addresses: said(all.map(({ person }) => person.address)) };
}

/** From the worker's round: draws each month that has not been drawn yet, so that one in which the worker stood still is looked at, too. */
export async function drawReviews(door: Door, regionId: RegionId): Promise<void> {
  const next = (): Promise<string | undefined> => door.unaudited(regionId, TASK, async (ctx) => monthToDraw(ctx.now, await listDrawnMonths(ctx.tx, ctx.regionId))?.month);
  for (let month = await next(), before; month !== undefined && month !== before; before = month, month = await next()) await door.enter(drawLogReview, { kind: 'system', regionId, task: TASK }, {});
}

/** What is known of a line of the review: what the rules ask, and what it is called. The municipality is undefined also where the address is strictly confidential (domain reference §5.5). */
export type KnownLine = ReviewFacts & { readonly reference: string };

/**
 * What the rules ask about these lines, by id; none of a file that is not there. A report that a case took in since is that case's.
 * The same statements whatever is asked for (test: access/matrix-statements).
 */
export async function reviewFacts(ctx: Context, asker: Asker, reviews: readonly Review[]): Promise<ReadonlyMap<string, KnownLine>> {
  const asked = reviews.length === 0 ? [NO_FILE] : [...new Set(reviews.map(({ looked }) => looked.fileId))];
  const inCase = new Map((await listHeldAmong(ctx.tx, ctx.regionId, asked)).map((row) => [row.report_id, row.file_id]));
  const files = asked.map((fileId) => inCase.get(fileId) ?? fileId);
  const cases = (await findCases(ctx.tx, ctx.regionId, files, asker)).map((line) => [line.file_id, { reference: line.reference, hidden: line.named_only !== null, leftOut: line.left_out }] as const);
  const reports = await reportsInLog(ctx, files);
  const leftOut = await listExclusions(ctx.tx, ctx.regionId, reports.map(({ fileId }) => fileId));
  const known = new Map([...reports.map((one) => [one.fileId, { ...one, leftOut: leftOut.filter((each) => each.file_id === one.fileId).map(({ token }) => token) }] as const), ...cases]);
  return new Map(reviews.flatMap(({ row, looked }) => {
    const found = known.get(inCase.get(looked.fileId) ?? looked.fileId);
    if (found === undefined) return [];
    const municipality = found.hidden ? undefined : row.municipality_id ?? undefined;
    const isOut = (token: Buffer): boolean => found.leftOut.some((one) => one.equals(token));
    const theirs = (municipalities: readonly MunicipalityId[]) => (municipality === undefined ? coversAll(asker, municipalities) : municipalities.includes(municipality));
    const others = asker.colleagues.filter(({ roles, userId, token }) => roles.includes('LEDER') && userId !== looked.actor && !isOut(token));
    return [[row.review_id, {
      reference: found.reference, municipality, municipalities: asker.municipalities, wholeRegion: coversAll(asker, asker.municipalities), excluded: isOut(asker.token),
      nobodyElse: !others.some(({ municipalityId }) => theirs(workedFor(municipalityId ?? undefined, asker.region))),
    }] as const];
  }));
}

function coversAll({ region }: Asker, municipalities: readonly MunicipalityId[]): boolean {
  return region.every(({ municipality_id: id }) => municipalities.includes(id));
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
    const line = (await reviewFacts(ctx, asker, review === undefined ? [] : [review])).get(reviewId);
    return review === undefined || line === undefined ? undefined : { review, asker, ...line };
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
