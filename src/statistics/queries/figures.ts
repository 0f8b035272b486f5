import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { done } from '../../kernel/outcome.ts';
import { addDays, day, osloDay, type Day, type Instant } from '../../kernel/time.ts';
import { listMunicipalities, type MunicipalityRow } from '../../regions/public.ts';
import { hasReturns, maySeeFigures, maySeeInternal } from '../access.ts';
import { placesOf, type Place } from '../places.ts';
import type { ClockCell } from '../overdue.ts';
import type { Movement } from '../movement.ts';
import type { PaceFigures } from '../pace.ts';
import { publishedBlocks, publishedMovement, publishedOverdue, publishedPace } from '../published.ts';
import { isEnoughToBreakDown, monthAfter, yearIsOverFrom, type Unit } from '../release.ts';
import { consultationsIn, type StandingRow } from '../store.ts';
import { isSmall, LESS, PROTECTED, TOO_FEW, type Cell } from '../suppression-cells.ts';
import { columnOf, ownCases, type ShownBlock } from '../tally.ts';
import { countWork, type WorkCount } from '../work.ts';
import { workDone } from './work.ts';
import { casesOfUnit, countedNow, isDue, standingOf, type Counted } from './standing.ts';

/** What is shown of a year, or of some years together: counted once, and then standing. */
export type Breakdown = Unit & {
  /** how many cases of the region stand in it; all of them had been opened by `countedAt` */
  readonly counted: number;
  readonly countedAt: Instant;
  readonly definitions: string;
  readonly received: Cell;
  readonly own: Cell;
  readonly blocks: readonly ShownBlock[];
  /** of the whole region; undefined in tables that were counted before it was */
  readonly pace: PaceFigures | undefined;
  /** in how many cases of the whole region a deadline ran out in these years; undefined as above */
  readonly overdue: readonly ClockCell[] | undefined;
  /** own cases of the whole region; undefined as above */
  readonly movement: Movement | undefined;
};

export type Figures = {
  readonly year: number;
  /** the last month that is counted, `YYYY-MM` */
  readonly through: string;
  /** newest first: the running year, the one that is shown, and each in which there were cases */
  readonly years: readonly number[];
  readonly municipality: Place | undefined;
  readonly municipalities: readonly Place[];
  /** every case of the year in the whole region, through that month, as each month was counted when it was over */
  readonly received: Cell;
  /** what was done in the year through that month, about nobody: of the whole region, and never hidden */
  readonly work: WorkCount;
  /** anonymous consultations of the year in the whole region, through that month; they are no cases and stand in none of the tables */
  readonly consultations: Cell;
  /** the running year of the whole region, through that month, beside an earlier one; absent where it is the one shown, or no month of it is over */
  readonly running: { readonly year: number; readonly received: Cell } | undefined;
  /** the newest years that are broken down, where this one is not */
  readonly newest: Unit | undefined;
  /** absent where nothing may be broken down */
  readonly breakdown: Breakdown | undefined;
  /** there would be enough cases, but the year is not over */
  readonly waitsForYearEnd: boolean;
  /** there are enough cases, and nobody has had them counted yet */
  readonly waitsToBeCounted: boolean;
  readonly mayOpenInternal: boolean;
  readonly mayOpenReturns: boolean;
  readonly now: Instant;
};

/**
 * A year's counts for the region or one municipality, small numbers hidden, through the last month that is over. Without a year: the
 * newest that is broken down, so that somebody who comes twice a year lands on something to read. A municipality that is no member is
 * not found.
 */
export const figures = query({
  name: 'statistics.figures',
  schema: z.strictObject({ year: z.int().min(1900).max(2999).optional(), municipality: z.string().max(10).optional() }),
  facts: async (ctx, input) => {
    const members = await listMunicipalities(ctx.tx, ctx.regionId);
    const municipality = placesOf(members).find(({ number }) => number === input.municipality);
    return input.municipality !== undefined && municipality === undefined ? undefined : { members, municipality };
  },
  access: maySeeFigures,
  run: async (ctx, input, { members, municipality }) => done(await figuresOf(ctx, input, { members, municipality }, true)),
});

type Asked = { readonly members: readonly MunicipalityRow[]; readonly municipality: Place | undefined };

/** @param counts whether a year that is due is counted now */
export async function figuresOf(ctx: Context, input: { readonly year?: number | undefined }, { members, municipality }: Asked, counts: boolean): Promise<Figures> {
  const known = await countedNow(ctx);
  const asked = input.year === undefined ? [...known.told.keys()] : [input.year];
  const { year, standing } = await firstStanding(asked, (one) => standingOf(ctx, one, known, members, counts)) ?? { year: asked[0] ?? thisYear(ctx), standing: undefined };
  const cases = casesOfUnit(known, standing === undefined ? { fromYear: year, year } : { fromYear: standing.from_year, year: standing.year });
  return {
    year, through: known.through, years: yearsOf(ctx, known, year), municipality, municipalities: placesOf(members), received: yearCell(cases), consultations: cellOf(await consultationsIn(ctx.tx, ctx.regionId, year, known.through)),
    running: runningBeside(ctx, known, standing), newest: standing === undefined ? newestOf(known) : undefined,
    work: countWork(await workDone(ctx, ...daysOf(year, known.through))),
    breakdown: standing === undefined ? undefined : breakdownOf(standing, municipality),
    waitsForYearEnd: standing === undefined && isEnoughToBreakDown(cases) && !isOver(ctx, year), waitsToBeCounted: !counts && standing === undefined && isDue(ctx, year, known), mayOpenInternal: maySeeInternal(ctx.actor).allow, mayOpenReturns: hasReturns(ctx.actor), now: ctx.now,
  };
}

/** The year's first day, and the last that stands in any figure. */
function daysOf(year: number, through: string): [Day, Day] {
  const open = monthAfter(through);
  const [first, next] = [day(`${year}-01-01`), day(open > `${year}-12` ? `${year + 1}-01-01` : `${open}-01`)];
  if (first === undefined || next === undefined) throw new Error('a year of four digits has a first day');
  return [first, addDays(next, -1)];
}

async function firstStanding<S>(years: readonly number[], find: (year: number) => Promise<S | undefined>): Promise<{ readonly year: number; readonly standing: S } | undefined> {
  for (const year of years) {
    const standing = await find(year);
    if (standing !== undefined) return { year, standing };
  }
  return undefined;
}

function cellOf(count: number): Cell {
  return isSmall(count) ? LESS : { shown: count };
}

function isOver(ctx: Context, year: number): boolean {
  return osloDay(ctx.now) >= yearIsOverFrom(year);
}

/** A year that is not broken down may be put together with others later: then its own number would tell theirs. */
function yearCell(cases: number): Cell {
  return cases > 0 && !isEnoughToBreakDown(cases) ? TOO_FEW : { shown: cases };
}

function yearsOf(ctx: Context, { told }: Counted, ...more: readonly number[]): number[] {
  return [...new Set([thisYear(ctx), ...more, ...told.keys()])].toSorted((a, b) => b - a);
}

/** Somebody who comes twice a year lands on the last year that was counted, and is told how this one goes; nothing more of it is told (decision 0051). */
function runningBeside(ctx: Context, known: Counted, standing: StandingRow | undefined): Figures['running'] {
  const year = thisYear(ctx);
  return standing === undefined || standing.year >= year || known.through < `${year}-01` ? undefined : { year, received: yearCell(known.told.get(year) ?? 0) };
}

function newestOf({ standing }: Counted): Unit | undefined {
  return standing.map(({ from_year: fromYear, year }) => ({ fromYear, year })).toSorted((a, b) => b.year - a.year)[0];
}

function thisYear(ctx: Context): number {
  return Number(osloDay(ctx.now).slice(0, 4));
}

function movementIn({ movement }: StandingRow): Movement | undefined {
  const known = publishedMovement.parse(movement);
  return known === null ? undefined : { start: known.start, end: known.end };
}

export function breakdownOf(standing: StandingRow, municipality: Place | undefined): Breakdown {
  const blocks = publishedBlocks.parse(standing.figures).map((block) => columnOf(block, municipality?.number));
  const status = blocks.find((block) => block.key === 'status');
  return {
    fromYear: standing.from_year, year: standing.year, counted: standing.counted, countedAt: standing.counted_at, definitions: standing.definitions, pace: publishedPace.parse(standing.pace) ?? undefined, overdue: publishedOverdue.parse(standing.overdue) ?? undefined, movement: movementIn(standing),
    received: status?.total ?? PROTECTED, own: status === undefined ? PROTECTED : ownCases(status),
    blocks,
  };
}
