import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { osloDay, type Instant } from '../../kernel/time.ts';
import { listMunicipalities, type MunicipalityRow } from '../../regions/public.ts';
import { maySeeFigures, maySeeInternal } from '../access.ts';
import type { CaseFact } from '../fact.ts';
import { mayBreakDown } from '../release.ts';
import { countYears, findStanding, listFacts, lockYear, saveStanding, type YearCount } from '../store.ts';
import { isSmall, LESS, type Cell } from '../suppression-cells.ts';
import { columnOf, DEFINITIONS, NO_MUNICIPALITY, ownCases, publishedBlocks, tally, type PublishedBlock, type ShownBlock } from '../tally.ts';

export type Place = { readonly number: string; readonly name: string };

/** What is shown of a year: counted once, and then standing. */
export type Breakdown = {
  /** the cases that stand in it; all of them had been opened by `countedAt` */
  readonly counted: number;
  readonly countedAt: Instant;
  readonly definitions: string;
  readonly received: Cell;
  readonly own: Cell;
  readonly blocks: readonly ShownBlock[];
};

export type Figures = {
  readonly year: number;
  /** newest first; the running year always, the others where there were cases */
  readonly years: readonly number[];
  readonly municipality: Place | undefined;
  readonly municipalities: readonly Place[];
  /** every case of the year in the whole region, by now */
  readonly received: Cell;
  /** absent where there is nothing that may be broken down */
  readonly breakdown: Breakdown | undefined;
  /** the year runs, and has too few cases to be broken down before it is over */
  readonly waitsForYearEnd: boolean;
  readonly mayOpenInternal: boolean;
  readonly now: Instant;
};

/**
 * A year's counts for the region or one municipality, small numbers hidden. Without a year: the newest that is broken down, so
 * that a reader who comes twice a year lands on something to read. Refuses with not_found for a municipality that is no member.
 */
export const figures = query({
  name: 'statistics.figures',
  schema: z.strictObject({ year: z.int().min(1900).max(2999).optional(), municipality: z.string().max(10).optional() }),
  facts: async (ctx) => ({ members: await listMunicipalities(ctx.tx, ctx.regionId) }),
  access: maySeeFigures,
  run: async (ctx, input, { members }) => {
    const municipalities = members.filter((row) => row.merged_into === null).map(({ number, name }) => ({ number, name }));
    const municipality = municipalities.find(({ number }) => number === input.municipality);
    if (input.municipality !== undefined && municipality === undefined) return refuse('not_found');
    const counts = await countYears(ctx.tx, ctx.regionId);
    const thisYear = Number(osloDay(ctx.now).slice(0, 4));
    const years = [...new Set([thisYear, ...counts.map(({ year }) => year)])].toSorted((a, b) => b - a);
    const { year, standing } = await chosenYear(ctx, input.year, years, counts, members);
    const cases = casesIn(counts, year);
    return done<Figures>({
      year, years, municipality, municipalities, received: isSmall(cases) ? LESS : { shown: cases },
      breakdown: standing === undefined ? undefined : chosenPart(standing, municipality),
      waitsForYearEnd: standing === undefined && !mayBreakDown(year, undefined, cases, osloDay(ctx.now)) && mayBreakDown(year, undefined, cases, osloDay('9999-01-01T00:00:00.000Z' as Instant)),
      mayOpenInternal: maySeeInternal(ctx.actor).allow, now: ctx.now,
    });
  },
});
