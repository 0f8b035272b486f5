import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { done } from '../../kernel/outcome.ts';
import { osloDay, type Instant } from '../../kernel/time.ts';
import { hasShelterBasis, shielded } from '../../reports/public.ts';
import { countConsultations } from '../../consultations/public.ts';
import { listMunicipalities, type MunicipalityRow } from '../../regions/public.ts';
import { hasReturns, maySeeFigures, maySeeInternal } from '../access.ts';
import { countedUnder, placesOf, type Place } from '../places.ts';
import { publishedBlocks } from '../published.ts';
import { isEnoughToBreakDown, mayBreakDown } from '../release.ts';
import { countYears, findStanding, listFacts, lockYear, saveStanding, type StandingRow, type YearCount } from '../store.ts';
import { isSmall, LESS, PROTECTED, type Cell } from '../suppression-cells.ts';
import { columnOf, DEFINITIONS, ownCases, tally, type ShownBlock } from '../tally.ts';

/** What is shown of a year: counted once, and then standing. */
export type Breakdown = {
  /** how many cases of the region stand in it; all of them had been opened by `countedAt` */
  readonly counted: number;
  readonly countedAt: Instant;
  readonly definitions: string;
  readonly received: Cell;
  readonly own: Cell;
  readonly blocks: readonly ShownBlock[];
};

export type Figures = {
  readonly year: number;
  /** newest first: the running year, the one that is shown, and each in which there were cases */
  readonly years: readonly number[];
  readonly municipality: Place | undefined;
  readonly municipalities: readonly Place[];
  /** every case of the year in the whole region, by now */
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
  readonly mayOpenReturns: boolean;
  readonly now: Instant;
};

/**
 * A year's counts for the region or one municipality, small numbers hidden. Without a year: the newest that is broken down, so
 * that somebody who comes twice a year lands on something to read. A municipality that is no member is not found.
 * The first reader after a year has enough cases has it counted; the others are shown the same tables (release.ts).
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
    const counts = await countYears(ctx.tx, ctx.regionId);
    const { year, standing } = await chosenYear(ctx, input.year, counts, members);
    const cases = casesIn(counts, year);
    return done<Figures>({
      year, years: yearsOf(ctx, counts, year), municipality, municipalities: placesOf(members), received: cellOf(cases), consultations: cellOf(await countConsultations(ctx, year)),
      later: Math.max(0, cases - (standing?.counted ?? cases)),
      breakdown: standing === undefined ? undefined : breakdownOf(standing, municipality, ctx.actor.kind === 'person' && hasShelterBasis(ctx.actor.roles)),
      waitsForYearEnd: standing === undefined && isEnoughToBreakDown(cases), mayOpenInternal: maySeeInternal(ctx.actor).allow, mayOpenReturns: hasReturns(ctx.actor), now: ctx.now,
    });
  },
});

function cellOf(count: number): Cell {
  return isSmall(count) ? LESS : { shown: count };
}

function casesIn(counts: readonly YearCount[], year: number): number {
  return counts.find((one) => one.year === year)?.cases ?? 0;
}

function yearsOf(ctx: Context, counts: readonly YearCount[], ...more: readonly number[]): number[] {
  return [...new Set([thisYear(ctx), ...more, ...counts.map(({ year }) => year)])].toSorted((a, b) => b - a);
}

function thisYear(ctx: Context): number {
  return Number(osloDay(ctx.now).slice(0, 4));
}

type Chosen = { readonly year: number; readonly standing: StandingRow | undefined };

async function chosenYear(ctx: Context, asked: number | undefined, counts: readonly YearCount[], members: readonly MunicipalityRow[]): Promise<Chosen> {
  if (asked !== undefined) return { year: asked, standing: await standingOf(ctx, asked, casesIn(counts, asked), members) };
  for (const { year, cases } of counts) {
    const standing = await standingOf(ctx, year, cases, members);
    if (standing !== undefined) return { year, standing };
  }
  return { year: counts[0]?.year ?? thisYear(ctx), standing: undefined };
}

async function standingOf(ctx: Context, year: number, cases: number, members: readonly MunicipalityRow[]): Promise<StandingRow | undefined> {
  const { tx, regionId, now } = ctx;
  const known = await findStanding(tx, regionId, year);
  if (!mayBreakDown(year, known?.counted, cases, osloDay(now))) return known;
  await lockYear(tx, regionId, year);
  const newest = await findStanding(tx, regionId, year);
  const facts = (await listFacts(tx, regionId, year)).map(({ fact }) => ({ ...fact, owner: countedUnder(members, fact.owner) }));
  if (!mayBreakDown(year, newest?.counted, facts.length, osloDay(now))) return newest;
  const { counted, blocks } = tally(facts, placesOf(members).map(({ number }) => number));
  const made: StandingRow = { counted, counted_at: now, definitions: DEFINITIONS, figures: blocks };
  await saveStanding(tx, regionId, year, made);
  return made;
}

function breakdownOf(standing: StandingRow, municipality: Place | undefined, seesShelter: boolean): Breakdown {
  const blocks = publishedBlocks.parse(standing.figures).map((block) => columnOf(block, municipality?.number));
  const status = blocks.find((block) => block.key === 'status');
  return {
    counted: standing.counted, countedAt: standing.counted_at, definitions: standing.definitions,
    received: status?.total ?? PROTECTED, own: status === undefined ? PROTECTED : ownCases(status), blocks: blocks.map((block) => (block.key === 'reporter' ? { ...block, rows: block.rows.map((row) => ({ ...row, code: shielded({ reporter: row.code }, seesShelter).reporter })) } : block)),
  };
}
