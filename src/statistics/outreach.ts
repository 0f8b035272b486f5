import type { Day } from '../kernel/time.ts';
import { isSmall, LESS, sum, type Cell } from './suppression-cells.ts';
import type { DoneLine } from './done.ts';

/** What the region did, as the page has it. */
export type OutreachLine = DoneLine & { readonly outreachId: string };

/** Reports of the three months from `first` (`YYYY-01`, `-04`, `-07` or `-10`), of the whole region. Counted once, when they are over: what stood there is never another number (decision 0052). */
export type QuarterCount = { readonly first: string; readonly reports: Cell };

const MONTHS = 3;

/** The first month of the three that a month is one of. */
export function quarterOf(month: string): string {
  return monthsFrom(month, -((Number(month.slice(5)) - 1) % MONTHS));
}

export function quartersFrom(first: string, by: number): string {
  return monthsFrom(first, by * MONTHS);
}

/** The last three months that are over. @param through the last month that is over */
export function lastQuarter(through: string): string {
  return quarterOf(monthsFrom(through, 1 - MONTHS));
}

/** From one through another. */
export function quartersThrough(first: string, last: string): string[] {
  const quarters: string[] = [];
  for (let one = first; one <= last; one = quartersFrom(one, 1)) quarters.push(one);
  return quarters;
}

/** `YYYY-MM` from one through another. */
export function monthsThrough(first: string, last: string): string[] {
  const months: string[] = [];
  for (let one = first; one <= last; one = monthsFrom(one, 1)) months.push(one);
  return months;
}

function monthsFrom(month: string, by: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** As anybody may see them. There is no year's sum of reports to subtract from. */
export function quarterCell(reports: number): Cell {
  return isSmall(reports) ? LESS : { shown: reports };
}

/**
 * A region's first year is not told by quarters: all its cases come from reports of that year, so the year's cases less the quarters that are shown would be one that is hidden.
 * From then on nobody knows how many cases come from reports of the year before. @param first the first months with a report
 */
export function firstTold(first: string | undefined): string | undefined {
  return first === undefined ? undefined : `${Number(first.slice(0, 4)) + 1}-01`;
}

/** How many reports of these months are shown, quarter by quarter; undefined where no quarter of them is told. */
export function shownReports(counts: readonly QuarterCount[], { from, through }: { readonly from: string; readonly through: string }): number | undefined {
  const inside = counts.filter(({ first }) => from <= first && first <= through);
  return inside.length === 0 ? undefined : sum(inside.map(({ reports }) => ('shown' in reports ? reports.shown : 0)));
}

/** Whether there is something to draw: a region of few is told so in one sentence, never in a table of «<5» (domain reference §11). */
export function isEnoughToDraw(counts: readonly QuarterCount[]): boolean {
  return counts.some(({ reports }) => 'shown' in reports && reports.shown > 0);
}

/** Reports in the three months before those in which something was done, and in the three after. undefined: not counted yet, or never. */
export function around(on: Day, counts: readonly QuarterCount[]): { readonly before: Cell | undefined; readonly after: Cell | undefined } {
  const own = quarterOf(on.slice(0, 7));
  const at = (by: number): Cell | undefined => counts.find(({ first }) => first === quartersFrom(own, by))?.reports;
  return { before: at(-1), after: at(1) };
}
