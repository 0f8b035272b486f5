import { addDays, day, type Day } from '../kernel/time.ts';
import { mayReplace } from './suppression.ts';

/** Years that are put together at the most, where one alone has too few cases (decision 0046). */
export const MOST_YEARS = 3;

/** From this day the year is over for figures: what came before New Year has had a month to be assessed. */
export function yearIsOverFrom(year: number): Day {
  return day(`${year + 1}-02-01`) ?? never();
}

/**
 * The last month that is over, `YYYY-MM`: nothing later stands in any figure, so that nobody who looks every day sees a single
 * case come.
 */
export function lastClosedMonth(today: Day): string {
  return addDays(firstOfMonth(today), -1).slice(0, 7);
}

function firstOfMonth(today: Day): Day {
  return day(`${today.slice(0, 7)}-01`) ?? never();
}

/** The month after one, `YYYY-MM`. */
export function monthAfter(month: string): string {
  return addDays(day(`${month}-01`) ?? never(), 31).slice(0, 7);
}

/** Ten or fewer are not broken down (suppression.ts): from nothing to a table is a difference like any other. */
export function isEnoughToBreakDown(cases: number): boolean {
  return mayReplace(0, cases);
}

/**
 * Whether a year's cases may be counted and broken down: once, when the year is over. Two countings of the same year, however many cases
 * lie between them, tell hidden numbers: what was shown before cannot have become less (decision 0051, test/statistics/differencing.test.ts).
 * @param standing whether readers have seen tables of it
 * @param counted cases of the year by now
 */
export function mayBreakDown(year: number, standing: boolean, counted: number, today: Day): boolean {
  return !standing && isEnoughToBreakDown(counted) && today >= yearIsOverFrom(year);
}

/** Years whose cases stand in one table: from the first through the last. */
export type Unit = { readonly fromYear: number; readonly year: number };

/**
 * The years that a year is told of together with. Each year stands in one table and no other, so that nothing can be subtracted: a year
 * that has enough stands alone; one that has too few waits for the next, up to three together, and those that have too few even then are
 * never broken down. What stands already is never put together anew.
 * @param counts cases by year @param standing the tables that readers have seen
 */
export function unitOf(year: number, counts: ReadonlyMap<number, number>, standing: readonly Unit[], today: Day): Unit {
  const known = standing.find((unit) => unit.fromYear <= year && year <= unit.year);
  if (known !== undefined) return known;
  const isFree = (one: number): boolean => !standing.some((unit) => unit.fromYear <= one && one <= unit.year) && !isEnoughToBreakDown(counts.get(one) ?? 0) && today >= yearIsOverFrom(one);
  if (!isFree(year)) return { fromYear: year, year };
  const first = [...counts.keys()].reduce((least, one) => Math.min(least, one), year);
  let from = first;
  // walked from the first year of all, so that a unit is the same whichever of its years is asked for
  for (let last = first; last <= year + MOST_YEARS - 1; last += 1) {
    if (!isFree(last)) { from = last + 1; continue; }
    if (last - from + 1 > MOST_YEARS) from = last - MOST_YEARS + 1;
    if (isEnoughToBreakDown(sumOf(counts, from, last))) {
      if (from <= year && year <= last) return { fromYear: from, year: last };
      from = last + 1;
    }
  }
  return { fromYear: year, year };
}

function sumOf(counts: ReadonlyMap<number, number>, from: number, last: number): number {
  let cases = 0;
  for (let one = from; one <= last; one += 1) cases += counts.get(one) ?? 0;
  return cases;
}

function never(): never {
  throw new RangeError('no such year');
}
