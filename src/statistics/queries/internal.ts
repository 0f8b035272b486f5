import { z } from 'zod';
import { CASE_FILE, opensAmong } from '../../cases/public.ts';
import { hasShelterBasis, REPORT_FILE, shielded } from '../../reports/public.ts';
import { query } from '../../kernel/door.ts';
import type { FileId } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import type { Instant } from '../../kernel/time.ts';
import { isFresh } from '../../staff/public.ts';
import { maySeeInternal } from '../access.ts';
import { countedCase, DIMENSIONS, type Dimension } from '../explore.ts';
import type { CaseFact } from '../fact.ts';
import { caseload, internalRows, monthsOfPage, yearOf, type InternalRow, type MonthCount } from '../internal.ts';
import { placesOf, type Place } from '../places.ts';
import { countCases, type Alike } from '../store/alike.ts';
import { casesIn } from './case-rows.ts';
import { idsAmong, leftOut, placed, sightOf } from './visible.ts';

export const ROWS_ON_A_PAGE = 100;

/** Those of a cell on «Utforsk»: opened in these months, of a municipality, with a value in each of these dimensions. */
export type Selection = { readonly from: string; readonly through: string; readonly owner: string | undefined; readonly values: readonly { readonly dimension: Dimension; readonly code: string }[] };

export type InternalStatistics = {
  readonly rows: readonly InternalRow[];
  /** the case of each row, where this reader may open it */
  readonly cases: readonly (FileId | undefined)[];
  /** of all pages, after access */
  readonly received: number;
  readonly own: number;
  /** absent: all years */
  readonly year: number | undefined;
  readonly years: readonly number[];
  readonly page: number;
  readonly pages: number;
  readonly selection: Selection | undefined;
  readonly places: readonly Place[];
  /** set where the reader sees one municipality's cases only */
  readonly only: Place | undefined;
  /** the reader sees the cases that they may read, and no others */
  readonly ownCases: boolean;
  /** the years of which this reader sees the public tables only */
  readonly closed: readonly number[];
  /** the rows go on paper after a sign-in of a moment ago */
  readonly fresh: boolean;
  readonly now: Instant;
};

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const selected = z.strictObject({
  from: month, through: month, owner: z.string().max(10).optional(), values: z.array(z.strictObject({ dimension: z.enum(DIMENSIONS.saker), code: z.string().max(60) })).max(2),
});

/**
 * R2, restricted. The rows know neither file nor moment. How many there are of each month is counted in the database, without the pseudonyms of
 * what the reader is left out of; which file is behind a row is found by making the fact ids of the page's months anew. What somebody is left
 * out of is neither shown nor counted, and the numbers run over the rest. A case whose
 * address is strictly confidential is in no row and no sum here. Each file
 * whose codes are shown goes into the audit row: «Hvem har sett på saken?» answers with this page too.
 */
export const internalStatistics = query({
  name: 'statistics.internal',
  schema: z.strictObject({ year: z.int().min(1900).max(2999).optional(), page: z.int().min(1).max(100_000).optional(), selection: selected.optional() }),
  facts: async (ctx) => ({ sight: await sightOf(ctx) }),
  access: maySeeInternal,
  run: async (ctx, input, { sight }) => {
    const selection = input.selection as Selection | undefined; // an absent owner and an undefined one are the same here
    const sees = ctx.actor.kind === 'person' && hasShelterBasis(ctx.actor.roles);
    const without = await leftOut(ctx, 'case', [CASE_FILE.kind, REPORT_FILE.kind]);
    const mine = placed(sight, await countCases(ctx.tx, ctx.regionId, { ...ALWAYS, by: 'month', across: 'status', also: selection?.values.map(({ dimension }) => dimension) ?? [], without, closed: sight.closed, among: idsAmong(ctx, sight, 'case') }));
    const isWanted = (fact: CaseFact): boolean => (input.year === undefined || yearOf(fact) === input.year) && isIn(shielded(fact, sees), selection);
    const wanted = mine.filter(({ fact }) => isWanted(fact));
    const { received, own } = caseload(wanted);
    const pages = Math.max(1, Math.ceil(received / ROWS_ON_A_PAGE));
    const page = Math.min(input.page ?? 1, pages);
    const months = monthsOfPage(byMonth(wanted), page, ROWS_ON_A_PAGE);
    const near = months === undefined ? [] : await casesIn(ctx, sight, months, without, isWanted);
    const [first, last] = [months?.skip ?? 0, (months?.skip ?? 0) + ROWS_ON_A_PAGE];
    const here = near.slice(first, last);
    for (const { fileId } of here) ctx.touched.set(fileId, { seq: 0, mac: '' });
    const opens = await opensAmong(ctx, here.map(({ fileId }) => fileId));
    return done<InternalStatistics>({
      rows: shielded(internalRows(near.map(({ fact }) => fact), months?.before).slice(first, last), sees),
      cases: here.map(({ fileId, isCase }) => (isCase && opens.has(fileId) ? fileId : undefined)), received, own, year: input.year,
      years: [...new Set(mine.map(({ fact }) => yearOf(fact)))].toSorted((a, b) => b - a), page, pages, selection, places: placesOf(sight.members), only: sight.only, ownCases: sight.among !== undefined, closed: sight.closed, fresh: ctx.actor.kind === 'person' && isFresh(ctx.actor, ctx.now), now: ctx.now,
    });
  },
});

/** Whatever month. */
const ALWAYS = { from: '0000-01', through: '9999-12' } as const;

/** In the order of the months. */
function byMonth(all: readonly Alike<CaseFact>[]): MonthCount[] {
  const counts = new Map<string, number>();
  for (const { fact, times } of all) counts.set(fact.openedMonth, (counts.get(fact.openedMonth) ?? 0) + times);
  return [...counts].map(([month, times]) => ({ month, times })).toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

function isIn(fact: CaseFact, selection: Selection | undefined): boolean {
  if (selection === undefined) return true;
  const one = countedCase(fact);
  const { from, through, owner, values } = selection;
  return one.month >= from && one.month <= through && (owner === undefined || one.owner === owner) && values.every(({ dimension, code }) => one.values(dimension).includes(code));
}
