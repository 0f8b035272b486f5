import { day, type Day } from '../kernel/time.ts';

/** A year; of what left before decision 0059, perhaps half of one. Months as `YYYY-MM`, both included. */
export type Period = { readonly first: string; readonly last: string };

/** `2025`; undefined for anything else. No half-years: the year is told to everybody, so one half would tell the other. */
export function periodOf(key: string): Period | undefined {
  return /^\d{4}$/.test(key) ? { first: `${key}-01`, last: `${key}-12` } : undefined;
}

export function periodKey({ first, last }: Period): string {
  const year = first.slice(0, 4);
  if (first.endsWith('-01') && last.endsWith('-12')) return year;
  return `${year}-${first.endsWith('-01') ? '1' : '2'}`;
}

export function contains({ first, last }: Period, month: string | undefined): boolean {
  return month !== undefined && first <= month && month <= last;
}

export function overlaps(a: Period, b: Period): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** The first day on which a period may leave: what came in its last days has had a month to be assessed, as for a year (statistics/release.ts). */
export function closedFrom({ last }: Period): Day {
  const found = day(`${Number(last.slice(0, 4)) + 1}-02-01`);
  if (found === undefined) throw new RangeError('no such period');
  return found;
}

/** The keys that may be chosen, newest first: closed, and not before the first year that has cases. */
export function choosable(today: Day, firstYear: number): string[] {
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: Math.max(0, thisYear - firstYear + 1) }, (_, i) => thisYear - i);
  return years.map(String).filter((key) => {
    const period = periodOf(key);
    return period !== undefined && closedFrom(period) <= today;
  });
}
