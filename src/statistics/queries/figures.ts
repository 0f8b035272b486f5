import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { done } from '../../kernel/outcome.ts';
import { osloDay, type Instant } from '../../kernel/time.ts';
import { hasShelterBasis, shielded } from '../../reports/public.ts';
import { countConsultations } from '../../consultations/public.ts';
import { listMunicipalities } from '../../regions/public.ts';
import { maySeeFigures, maySeeInternal } from '../access.ts';
import { placesOf, type Place } from '../places.ts';
import { publishedBlocks, publishedPace } from '../published.ts';
import { isEnoughToBreakDown, type Unit } from '../release.ts';
import type { StandingRow } from '../store.ts';
import { isSmall, LESS, PROTECTED, TOO_FEW, type Cell } from '../suppression-cells.ts';
import { columnOf, ownCases, type ShownBlock } from '../tally.ts';
import { casesIn, countedNow, standingOf, type Counted, type PaceFigures } from './standing.ts';

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
};

export type Figures = {
  readonly year: number;
  /** the last month that is counted, `YYYY-MM` */
  readonly through: string;
  /** newest first: the running year, the one that is shown, and each in which there were cases */
  readonly years: readonly number[];
  readonly municipality: Place | undefined;
  readonly municipalities: readonly Place[];
  /** every case of the year in the whole region, through that month */
  readonly received: Cell;
  /** anonymous consultations of the year in the whole region, by now; they are no cases and stand in none of the tables */
  readonly consultations: Cell;
  /** cases that came after the tables were counted */
  readonly later: number;
  /** absent where nothing may be broken down */
  readonly breakdown: Breakdown | undefined;
  /** there would be enough cases, but the year is not over */
  readonly waitsForYearEnd: boolean;
  readonly mayOpenInternal: boolean;
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
  run: async (ctx, input, { members, municipality }) => {
    const known = await countedNow(ctx);
    const asked = input.year === undefined ? [...known.counts.keys()] : [input.year];
    const { year, standing } = await firstStanding(asked, (one) => standingOf(ctx, one, known, members)) ?? { year: asked[0] ?? thisYear(ctx), standing: undefined };
    const cases = casesIn(known, standing === undefined ? { fromYear: year, year } : { fromYear: standing.from_year, year: standing.year });
    return done<Figures>({
      year, through: known.through, years: yearsOf(ctx, known, year), municipality, municipalities: placesOf(members), received: yearCell(cases), consultations: cellOf(await countConsultations(ctx, year)),
      later: Math.max(0, cases - (standing?.counted ?? cases)),
      breakdown: standing === undefined ? undefined : breakdownOf(standing, municipality, ctx.actor.kind === 'person' && hasShelterBasis(ctx.actor.roles)),
      waitsForYearEnd: standing === undefined && isEnoughToBreakDown(cases), mayOpenInternal: maySeeInternal(ctx.actor).allow, now: ctx.now,
    });
  },
});

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

/** A year that is not broken down may be put together with others later: then its own number would tell theirs. */
function yearCell(cases: number): Cell {
  return cases > 0 && !isEnoughToBreakDown(cases) ? TOO_FEW : { shown: cases };
}

function yearsOf(ctx: Context, { counts }: Counted, ...more: readonly number[]): number[] {
  return [...new Set([thisYear(ctx), ...more, ...counts.keys()])].toSorted((a, b) => b - a);
}

function thisYear(ctx: Context): number {
  return Number(osloDay(ctx.now).slice(0, 4));
}

/** @param seesShelter may know which reporters are a shelter */
export function breakdownOf(standing: StandingRow, municipality: Place | undefined, seesShelter: boolean): Breakdown {
  const blocks = publishedBlocks.parse(standing.figures).map((block) => columnOf(block, municipality?.number));
  const status = blocks.find((block) => block.key === 'status');
  return {
    fromYear: standing.from_year, year: standing.year, counted: standing.counted, countedAt: standing.counted_at, definitions: standing.definitions, pace: publishedPace.parse(standing.pace) ?? undefined,
    received: status?.total ?? PROTECTED, own: status === undefined ? PROTECTED : ownCases(status),
    blocks: blocks.map((block) => (block.key === 'reporter' ? { ...block, rows: block.rows.map((row) => ({ ...row, code: shielded({ reporter: row.code }, seesShelter).reporter })) } : block)),
  };
}
