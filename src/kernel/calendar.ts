import { addDays, day, daysBetween, weekday, type Day } from './time.ts';

/** The days that the acts on holy days (1995) and on 1 and 17 May (1947) make days off. */
export type PublicHoliday =
  | 'new-year' | 'maundy-thursday' | 'good-friday' | 'easter-sunday' | 'easter-monday' | 'labour-day' | 'constitution-day'
  | 'ascension-day' | 'whit-sunday' | 'whit-monday' | 'christmas-day' | 'boxing-day';

const FIXED: Readonly<Record<string, PublicHoliday>> = {
  '01-01': 'new-year', '05-01': 'labour-day', '05-17': 'constitution-day', '12-25': 'christmas-day', '12-26': 'boxing-day',
};
/** days from Easter Sunday */
const MOVABLE: Readonly<Record<number, PublicHoliday>> = {
  [-3]: 'maundy-thursday', [-2]: 'good-friday', 0: 'easter-sunday', 1: 'easter-monday', 39: 'ascension-day', 49: 'whit-sunday', 50: 'whit-monday',
};

/** Easter Sunday of a Gregorian year (the anonymous computus of 1876). Throws RangeError outside 1583–9999. */
export function easterSunday(year: number): Day {
  if (!Number.isInteger(year) || year < 1583 || year > 9999) throw new RangeError('no such year');
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  const found = day(`${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`);
  if (found === undefined) throw new RangeError('no Easter');
  return found;
}

/** Which public holiday a day is in Norway; undefined on any other day, Christmas Eve and other half-days among them. */
export function publicHoliday(on: Day): PublicHoliday | undefined {
  return FIXED[on.slice(5)] ?? MOVABLE[daysBetween(easterSunday(Number(on.slice(0, 4))), on)];
}

/**
 * Monday to Friday outside public holidays. Half-days (24 and 31 December, Wednesday before Easter) are working days:
 * a deadline that rested on them would end a day later than people expect.
 * @param closed days on which this office is closed besides
 */
export function isWorkingDay(on: Day, closed: ReadonlySet<Day> = NONE): boolean {
  return weekday(on) <= 5 && publicHoliday(on) === undefined && !closed.has(on);
}
const NONE: ReadonlySet<Day> = new Set();

/** A year of days without a working day among them is a wrong list of closed days, not a calendar. */
const LONGEST_REST = 366;

function nextWorkingDay(after: Day, closed: ReadonlySet<Day>): Day {
  let on = addDays(after, 1);
  for (let rest = 0; !isWorkingDay(on, closed); rest += 1) {
    if (rest > LONGEST_REST) throw new RangeError('no working day within a year');
    on = addDays(on, 1);
  }
  return on;
}

/**
 * The n-th working day after a day; the day itself is never counted (domstolloven § 148, to which forvaltningsloven § 30 points).
 * n = 0 gives the day itself, or the next working day when it is none. Throws RangeError when n is no whole number ≥ 0.
 */
export function addWorkingDays(start: Day, n: number, closed: ReadonlySet<Day> = NONE): Day {
  if (!Number.isInteger(n) || n < 0) throw new RangeError('working days are counted forward in whole days');
  if (n === 0) return isWorkingDay(start, closed) ? start : nextWorkingDay(start, closed);
  let on = start;
  for (let left = n; left > 0; left -= 1) on = nextWorkingDay(on, closed);
  return on;
}

/** Working days after `from` up to and including `to`; negative when `to` is the earlier. `addWorkingDays(d, n)` is n away from d. */
export function workingDaysBetween(from: Day, to: Day, closed: ReadonlySet<Day> = NONE): number {
  if (to < from) return -workingDaysBetween(to, from, closed) || 0;
  let count = 0;
  for (let on = from; on < to; ) {
    on = addDays(on, 1);
    if (isWorkingDay(on, closed)) count += 1;
  }
  return count;
}
