/** A moment: UTC with milliseconds, for example `2026-01-31T23:59:59.000Z`. Sorts as text. */
export type Instant = string & { readonly __instant: true };
/** A calendar day in Europe/Oslo: `YYYY-MM-DD`. */
export type Day = string & { readonly __day: true };
/** The only way for code to know the time; handed in, never read from the machine by a rule. */
export type Clock = () => Instant;

const ZONE = 'Europe/Oslo';
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Parses any ISO 8601 moment with an offset. Throws RangeError when it is not one. */
export function instant(text: string): Instant {
  if (INSTANT.test(text)) return text as Instant; // the shape was just checked
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new RangeError('not a moment in time');
  return fromMs(ms);
}

/** Milliseconds since 1970-01-01T00:00Z. */
export function toMs(at: Instant): number {
  return Date.parse(at);
}

/** From milliseconds since 1970-01-01T00:00Z. */
export function fromMs(ms: number): Instant {
  return new Date(ms).toISOString() as Instant; // toISOString has exactly this shape
}

export function addMs(at: Instant, ms: number): Instant {
  return fromMs(toMs(at) + ms);
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY_MS = 24 * HOUR;

/** Parses `YYYY-MM-DD`; undefined when no such day exists. */
export function day(text: string): Day | undefined {
  if (!DAY.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text) return undefined;
  return text as Day; // checked above
}

const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit',
  hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});

/** The wall clock in Oslo at a moment: day, hour, minute and weekday (1 = Monday … 7 = Sunday). */
export function osloTime(at: Instant): { day: Day; hour: number; minute: number; weekday: number } {
  const text = parts.format(new Date(at));
  const date = text.slice(0, 10) as Day; // sv-SE writes YYYY-MM-DD
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return { day: date, hour: Number(text.slice(11, 13)), minute: Number(text.slice(14, 16)), weekday };
}

export function osloDay(at: Instant): Day {
  return osloTime(at).day;
}

/** The moment when a wall clock in Oslo shows this day and time (the first one, where a clock is set back). */
export function osloInstant(on: Day, hour: number, minute: number): Instant {
  const guess = Date.parse(`${on}T00:00:00Z`) + hour * HOUR + minute * MINUTE;
  for (const offset of [2, 1]) {
    const at = fromMs(guess - offset * HOUR);
    const shown = osloTime(at);
    if (shown.day === osloShift(on, hour) && shown.hour === hour % 24 && shown.minute === minute) return at;
  }
  return fromMs(guess - HOUR);
}

const LOCAL_MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,3})?)?$/;

/** A moment as the browser's box writes it, on the wall clock in Oslo: `2026-03-02T14:05`. */
export function localMoment(written: string): Instant | undefined {
  const [, date = '', hour = '', minute = ''] = LOCAL_MOMENT.exec(written) ?? [];
  const on = day(date);
  return on === undefined || Number(hour) > 23 || Number(minute) > 59 ? undefined : osloInstant(on, Number(hour), Number(minute));
}

function osloShift(on: Day, hour: number): Day {
  return addDays(on, Math.floor(hour / 24));
}

export function addDays(on: Day, days: number): Day {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as Day; // ISO shape
}

/** Whole days from one day to another; negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** A day in words, by the language's own rules; the only place that makes a Date of one. */
export function formatDay(on: Day, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(Date.parse(`${on}T00:00:00Z`));
}

export function weekday(on: Day): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay() || 7;
}

/** For a library that wants one. */
export function asDate(at: Instant): Date {
  return new Date(at);
}

/** The machine's clock. Only the processes' entry points hand it on; `CLOCK` (demo and tests) shifts it. */
export const systemClock: Clock = () => fromMs(Date.now());

/** A clock that starts at the given moment and runs on. */
export function shiftedClock(start: Instant): Clock {
  const shift = toMs(start) - Date.now();
  return () => fromMs(Date.now() + shift);
}

/** As mails have it (RFC 5322): `Mon, 02 Mar 2026 07:00:00 +0000`. */
export function formatMailDate(at: Instant): string {
  return new Date(at).toUTCString().replace(/GMT$/, '+0000');
}
