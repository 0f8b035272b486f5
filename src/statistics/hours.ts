import { osloDay, type Instant } from '../kernel/time.ts';
import { FEWEST_FOR_MEDIAN } from './pace.ts';
import type { Place } from './places.ts';
import type { Unit } from './release.ts';
import type { Cell } from './suppression-cells.ts';

/** Hours of one municipality in one month (`YYYY-MM`), as they were written last. Of the whole municipality: never of an employee. */
export type MonthHours = { readonly municipality: string; readonly month: string; readonly hours: number };

/** A year of a municipality, or so much of it as was written. */
export type YearHours = { readonly year: number; readonly hours: number; /** how many months were written */ readonly months: number };
export type PlaceHours = Place & { readonly years: readonly YearHours[] };

const MOST_IN_A_MONTH = 9999;

/** Whole hours as somebody typed them, also «1 000»; null where the box is empty. Faults: not_whole_hours, too_many_hours. */
export function hoursFrom(typed: string): { readonly hours: number | null } | { readonly fault: string } {
  const text = typed.trim();
  if (text === '') return { hours: null };
  if (!/^(?:\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)$/.test(text)) return { fault: 'not_whole_hours' };
  const hours = Number(text.replaceAll(/[ \u00a0\u202f]/g, ''));
  return hours > MOST_IN_A_MONTH ? { fault: 'too_many_hours' } : { hours };
}

/** The months of a year that have begun. */
export function begunMonths(year: number, now: Instant): string[] {
  const running = osloDay(now).slice(0, 7);
  return Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`).filter((month) => month <= running);
}

/** What was written of each municipality, year by year; a municipality of which nothing was is left out. */
export function hoursByPlace(lines: readonly MonthHours[], places: readonly Place[]): PlaceHours[] {
  const years = [...new Set(lines.map(({ month }) => Number(month.slice(0, 4))))].toSorted((a, b) => a - b);
  return places.flatMap((place): PlaceHours[] => {
    const own = lines.filter(({ municipality }) => municipality === place.number);
    const told = years.flatMap((year): YearHours[] => {
      const of = own.filter(({ month }) => month.startsWith(`${year}-`));
      // two that became one have both written the month
      return of.length === 0 ? [] : [{ year, hours: sumOf(of), months: new Set(of.map(({ month }) => month)).size }];
    });
    return told.length === 0 ? [] : [{ ...place, years: told }];
  });
}

/** All municipalities that wrote, in a year. */
export function hoursInAll(all: readonly PlaceHours[], year: number): number {
  return sumOf(all.flatMap(({ years }) => years.filter((one) => one.year === year)));
}

/**
 * Hours for each case that came, to one decimal: of what is shown alone, so it tells nothing more. undefined where a month is missing, where the number of cases is hidden,
 * or where so few stand behind it that it would be an hour's count of single cases.
 */
export function hoursPerCase(written: readonly YearHours[], { fromYear, year }: Unit, cases: Cell): number | undefined {
  const inside = written.filter((one) => fromYear <= one.year && one.year <= year);
  if (inside.length < year - fromYear + 1 || inside.some(({ months }) => months < 12)) return undefined;
  return 'shown' in cases && cases.shown >= FEWEST_FOR_MEDIAN ? Math.round((sumOf(inside) / cases.shown) * 10) / 10 : undefined;
}

function sumOf(lines: readonly { readonly hours: number }[]): number {
  return lines.reduce((sum, { hours }) => sum + hours, 0);
}
