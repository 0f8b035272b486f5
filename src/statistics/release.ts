import { day, type Day } from '../kernel/time.ts';
import { mayReplace } from './suppression.ts';

/**
 * How many cases a year that still runs must have before it is broken down. What comes after may have to stay out of the
 * table (`mayReplace`), so it should be a small part of it; a year that is over is counted whole.
 */
export const FEWEST_IN_RUNNING_YEAR = 22;

/** From this day the year is over for figures: what came before New Year has had a month to be assessed. */
export function yearIsOverFrom(year: number): Day {
  return day(`${year + 1}-02-01`) ?? never();
}

/** Ten or fewer are not broken down (suppression.ts): from nothing to a table is a difference like any other. */
export function isEnoughToBreakDown(cases: number): boolean {
  return mayReplace(0, cases);
}

/**
 * Whether a year's cases may be counted anew and broken down.
 * @param standing cases in the tables that readers have seen; undefined when there are none
 * @param counted cases of the year by now
 */
export function mayBreakDown(year: number, standing: number | undefined, counted: number, today: Day): boolean {
  if (standing !== undefined) return mayReplace(standing, counted);
  if (!isEnoughToBreakDown(counted)) return false;
  return today >= yearIsOverFrom(year) || counted >= FEWEST_IN_RUNNING_YEAR;
}

function never(): never {
  throw new RangeError('no such year');
}
