import type { Context } from '../../kernel/context.ts';
import { osloDay } from '../../kernel/time.ts';
import type { MunicipalityRow } from '../../regions/public.ts';
import { median } from '../pace.ts';
import { countedUnder, placesOf } from '../places.ts';
import { lastClosedMonth, mayBreakDown, unitOf, type Unit } from '../release.ts';
import { countYears, listFacts, listPace, listStanding, lockFigures, saveStanding, type Months, type Pace, type StandingRow } from '../store.ts';
import { DEFINITIONS, tally } from '../tally.ts';

/** What has been counted by now: the cases of each year through the last month that is over, and the tables that stand. */
export type Counted = { readonly counts: ReadonlyMap<number, number>; readonly through: string; readonly standing: readonly StandingRow[] };

export async function countedNow(ctx: Context): Promise<Counted> {
  const through = lastClosedMonth(osloDay(ctx.now));
  const years = await countYears(ctx.tx, ctx.regionId, through);
  return { counts: new Map(years.map(({ year, cases }) => [year, cases])), through, standing: await listStanding(ctx.tx, ctx.regionId) };
}

/**
 * The tables in which a year stands, counted now where that is due. The first reader after a year has enough cases has it counted; the
 * others are shown the same tables (release.ts). undefined: too few, or the year still runs.
 */
export async function standingOf(ctx: Context, year: number, known: Counted, members: readonly MunicipalityRow[]): Promise<StandingRow | undefined> {
  if (!isDue(ctx, year, known)) return found(year, known);
  await lockFigures(ctx.tx, ctx.regionId);
  const newest = await countedNow(ctx);
  if (!isDue(ctx, year, newest)) return found(year, newest);
  const unit = unitFor(ctx, year, newest);
  const months: Months = { from: `${unit.fromYear}-01`, through: `${unit.year}-12` < newest.through ? `${unit.year}-12` : newest.through };
  const facts = (await listFacts(ctx.tx, ctx.regionId, months)).map(({ fact }) => ({ ...fact, owner: countedUnder(members, fact.owner) }));
  const { counted, blocks } = tally(facts, placesOf(members).map(({ number }) => number));
  const made: StandingRow = {
    from_year: unit.fromYear, year: unit.year, counted, counted_at: ctx.now, definitions: DEFINITIONS, figures: blocks, pace: paceOf(await listPace(ctx.tx, ctx.regionId, months)),
  };
  await saveStanding(ctx.tx, ctx.regionId, made);
  return made;
}

const unitsOf = ({ standing }: Counted): Unit[] => standing.map(({ from_year: fromYear, year }) => ({ fromYear, year }));

function unitFor(ctx: Context, year: number, known: Counted): Unit {
  return unitOf(year, known.counts, unitsOf(known), osloDay(ctx.now));
}

function found(year: number, { standing }: Counted): StandingRow | undefined {
  return standing.find((row) => row.from_year <= year && year <= row.year);
}

function isDue(ctx: Context, year: number, known: Counted): boolean {
  const unit = unitFor(ctx, year, known);
  return mayBreakDown(unit.year, found(year, known)?.counted, casesIn(known, unit), osloDay(ctx.now));
}

export function casesIn({ counts }: Counted, { fromYear, year }: Unit): number {
  let cases = 0;
  for (let one = fromYear; one <= year; one += 1) cases += counts.get(one) ?? 0;
  return cases;
}

/** One person's days would be the median of few. */
const FEWEST_FOR_MEDIAN = 11;

/** Days to each, as the one in the middle took; null where fewer than `fewest` stand behind it. */
export type PaceFigures = { readonly seen: number | null; readonly classified: number | null; readonly measure: number | null; readonly closed: number | null };

export function paceOf(rows: readonly Pace[], fewest = FEWEST_FOR_MEDIAN): PaceFigures {
  const middle = (days: (row: Pace) => number | null): number | null => {
    const known = rows.map(days).filter((one) => one !== null);
    return known.length < fewest ? null : median(known) ?? null;
  };
  return { seen: middle((row) => row.seen_days), classified: middle((row) => row.classified_days), measure: middle((row) => row.measure_days), closed: middle((row) => row.closed_days) };
}
