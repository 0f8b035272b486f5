import { addDays, day, formatDay, type Day } from '../kernel/time.ts';
import type { Lang } from '../kernel/texts.ts';

/** A calendar month, `YYYY-MM`. Sorts as text. */
export type Month = string & { readonly __month: true };

/** From the first of one month to the last of another. */
export type Period = { readonly from: Month; readonly to: Month };

export function month(text: string): Month | undefined {
  return /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text) ? (text as Month) : undefined; // the shape was just checked
}

export function monthOf(on: Day): Month {
  return on.slice(0, 7) as Month; // a day begins with its month
}

export function nextMonth(one: Month): Month {
  return monthOf(addDays(firstDay(one), 31));
}

export function firstDay(one: Month): Day {
  return day(`${one}-01`) ?? never();
}

export function lastDay(one: Month): Day {
  return addDays(firstDay(nextMonth(one)), -1);
}

/** The calendar years that a period touches, the first one first. */
export function yearsOf({ from, to }: Period): number[] {
  const first = Number(from.slice(0, 4));
  return Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, i) => first + i);
}

export function within({ from, to }: Period, one: Month): boolean {
  return from <= one && one <= to;
}

const LOCALE: Readonly<Record<Lang, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** «mars 2026» */
export function monthWords(one: Month, lang: Lang): string {
  return formatDay(firstDay(one), LOCALE[lang], { month: 'long', year: 'numeric' });
}

/** «mars 2026–april 2027», or one month alone. */
export function periodWords({ from, to }: Period, lang: Lang): string {
  return from === to ? monthWords(from, lang) : `${monthWords(from, lang)}–${monthWords(to, lang)}`;
}

/** «15. mai 2027» */
export function dayWords(on: Day, lang: Lang): string {
  return formatDay(on, LOCALE[lang], { day: 'numeric', month: 'long', year: 'numeric' });
}

function never(): never {
  throw new RangeError('no such month');
}
