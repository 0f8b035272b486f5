import { day, type Day } from '../kernel/time.ts';

/** A year or half of one. Months as `YYYY-MM`, both included. */
export type Period = { readonly first: string; readonly last: string };

const KEY = /^(\d{4})(?:-([12]))?$/;

/** `2025`, `2025-1` or `2025-2`; undefined for anything else. */
export function periodOf(key: string): Period | undefined {
  const [, year, half] = KEY.exec(key) ?? [];
  if (year === undefined) return undefined;
  return { first: `${year}-${half === '2' ? '07' : '01'}`, last: `${year}-${half === '1' ? '06' : '12'}` };
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
export function closedFrom({ first, last }: Period): Day {
  const year = Number(first.slice(0, 4));
  const found = last.endsWith('-06') ? day(`${year}-08-01`) : day(`${year + 1}-02-01`);
  if (found === undefined) throw new RangeError('no such period');
  return found;
}

/** The keys that may be chosen, newest first: closed, and not before the first year that has cases. */
export function choosable(today: Day, firstYear: number): string[] {
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: Math.max(0, thisYear - firstYear + 1) }, (_, i) => thisYear - i);
  return years.flatMap((year) => [String(year), `${year}-2`, `${year}-1`]).filter((key) => {
    const period = periodOf(key);
    return period !== undefined && closedFrom(period) <= today;
  });
}
