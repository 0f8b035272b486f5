import type { Context } from '../../kernel/context.ts';
import { osloDay } from '../../kernel/time.ts';
import type { MunicipalityRow } from '../../regions/public.ts';
import { asTold, casesByYear, isTold, monthsDue } from '../as-told.ts';
import { DEFINITIONS } from '../definitions.ts';
import { hidesOpen, movementOf } from '../movement.ts';
import { shownByClock } from '../overdue.ts';
import { publishedBlocks, publishedMovement } from '../published.ts';
import type { Cell } from '../suppression-cells.ts';
import { leastBehind, paceOf } from '../pace.ts';
import { countedUnder, placesOf } from '../places.ts';
import { lastClosedMonth, mayBreakDown, unitOf, type Unit } from '../release.ts';
import { shownReports } from '../outreach.ts';
import { countMonths, insertMonths, listMonths } from '../store/months.ts';
import { listFacts, listPace, listStanding, lockFigures, saveStanding, type Months, type StandingRow } from '../store.ts';
import { columnOf, tally, type ShownBlock } from '../tally.ts';
import { overdueIn } from './overdue.ts';
import { standingQuarters } from './quarters.ts';

/** What has been counted by now: the cases of each year through the last month that is over, as readers are told, and the tables that stand. What stands in figures today is no part of it. */
export type Counted = { readonly told: ReadonlyMap<number, number>; readonly through: string; readonly standing: readonly StandingRow[] };

export async function countedNow(ctx: Context): Promise<Counted> {
  const through = lastClosedMonth(osloDay(ctx.now));
  return { told: await toldByYear(ctx, through), through, standing: await listStanding(ctx.tx, ctx.regionId) };
}

/** Newest year first. A month is counted by whoever asks first when it is over, and stands: a total that fell by one would tell that somebody keeps out since. */
async function toldByYear(ctx: Context, through: string): Promise<ReadonlyMap<number, number>> {
  let months = await listMonths(ctx.tx, ctx.regionId);
  if (!isTold(months, through)) {
    await lockFigures(ctx.tx, ctx.regionId);
    months = await listMonths(ctx.tx, ctx.regionId);
    const due = isTold(months, through) ? [] : monthsDue(months, await countMonths(ctx.tx, ctx.regionId, through), through);
    if (due.length > 0) await insertMonths(ctx.tx, ctx.regionId, due, ctx.now);
    months = [...months, ...due];
  }
  return casesByYear(months);
}

/**
 * The tables in which a year stands, counted now where that is due. The first reader after a year has enough cases has it counted; the
 * others are shown the same tables (release.ts). undefined: too few, or the year still runs.
 * @param counts false: only years that stand already are shown, and none is counted by looking; a month that is over is (toldByYear)
 */
export async function standingOf(ctx: Context, year: number, known: Counted, members: readonly MunicipalityRow[], counts = true): Promise<StandingRow | undefined> {
  if (!counts || !isDue(ctx, year, known)) return found(year, known);
  await lockFigures(ctx.tx, ctx.regionId);
  const newest = await countedNow(ctx);
  if (!isDue(ctx, year, newest)) return found(year, newest);
  const unit = unitFor(ctx, year, newest);
  const months: Months = { from: `${unit.fromYear}-01`, through: `${unit.year}-12` < newest.through ? `${unit.year}-12` : newest.through };
  const facts = asTold(await listFacts(ctx.tx, ctx.regionId, months), casesOfUnit(newest, unit), months.from).map((fact) => ({ ...fact, owner: countedUnder(members, fact.owner) }));
  const older = (await listFacts(ctx.tx, ctx.regionId, { from: '0000-00', through: `${unit.fromYear - 1}-12` })).map(({ fact }) => fact);
  const { counted, blocks } = tally(facts, placesOf(members).map(({ number }) => number));
  const shown = blocks.map((block) => columnOf(block, undefined));
  const made: StandingRow = {
    from_year: unit.fromYear, year: unit.year, counted, counted_at: ctx.now, definitions: DEFINITIONS, figures: blocks,
    pace: paceOf(await listPace(ctx.tx, ctx.regionId, months), leastBehind(shown, shownReports(await standingQuarters(ctx, newest.through), months))),
    overdue: shownByClock(await overdueIn(ctx, months)),
    movement: movementOf([...older, ...facts], months, months.through === `${unit.year}-12`, endBefore(newest, unit), statusOf(shown), hidingOpen(newest)),
  };
  await saveStanding(ctx.tx, ctx.regionId, made);
  return made;
}

function statusOf(blocks: readonly ShownBlock[]): ShownBlock {
  return blocks.find(({ key }) => key === 'status') ?? { key: 'status', rows: [], total: { shown: 0 } };
}

function hidingOpen({ standing }: Counted): Months[] {
  const hides = ({ figures }: StandingRow): boolean => hidesOpen(statusOf(publishedBlocks.parse(figures).map((block) => columnOf(block, undefined))));
  return standing.filter(hides).map(({ from_year: fromYear, year }) => ({ from: `${fromYear}-01`, through: `${year}-12` }));
}

/** What readers have seen of the end of the year before. */
function endBefore({ standing }: Counted, unit: Unit): Cell | undefined {
  return publishedMovement.parse(standing.find(({ year }) => year === unit.fromYear - 1)?.movement ?? null)?.end;
}

const unitsOf = ({ standing }: Counted): Unit[] => standing.map(({ from_year: fromYear, year }) => ({ fromYear, year }));

function unitFor(ctx: Context, year: number, known: Counted): Unit {
  return unitOf(year, known.told, unitsOf(known), osloDay(ctx.now));
}

function found(year: number, { standing }: Counted): StandingRow | undefined {
  return standing.find((row) => row.from_year <= year && year <= row.year);
}

/** The years that a year is told of together with, as it stands, or as the next one who asks has it counted; undefined where it is not told. Counts nothing. */
export function toldWith(ctx: Context, year: number, known: Counted): Unit | undefined {
  const row = found(year, known);
  if (row !== undefined) return { fromYear: row.from_year, year: row.year };
  return isDue(ctx, year, known) ? unitFor(ctx, year, known) : undefined;
}

/** Whether the next one who asks has the year counted. */
export function isDue(ctx: Context, year: number, known: Counted): boolean {
  const unit = unitFor(ctx, year, known);
  return mayBreakDown(unit.year, found(year, known) !== undefined, casesOfUnit(known, unit), osloDay(ctx.now));
}

export function casesOfUnit({ told }: Pick<Counted, 'told'>, { fromYear, year }: Unit): number {
  let cases = 0;
  for (let one = fromYear; one <= year; one += 1) cases += told.get(one) ?? 0;
  return cases;
}
