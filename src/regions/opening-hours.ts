import { publicHoliday } from '../kernel/calendar.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import { addDays, addMs, day, daysBetween, MINUTE, osloDay, osloInstant, osloTime, weekday, type Day, type Instant } from '../kernel/time.ts';

/** From–to on the wall clock in Oslo, `HH:MM`, `to` not included and at most `24:00`. A night is two spans. */
export type Span = { readonly from: string; readonly to: string };
/** 1 = Monday … 7 = Sunday */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** A day that differs from the rule, a closed one with no spans. It beats the holiday rule, and that beats the week. */
export type ExceptionDay = { readonly day: Day; readonly spans: readonly Span[] };
export type WeeklyHours = {
  readonly kind: 'weekly';
  /** a weekday left out is closed */
  readonly week: Readonly<Partial<Record<Weekday, readonly Span[]>>>;
  /** `as-weekday`: a public holiday is like any other day of that name */
  readonly holidays: 'as-weekday' | readonly Span[];
  readonly exceptions: readonly ExceptionDay[];
};
/** When somebody is there: round the clock, by the week, or nobody has said. */
export type OpeningHours = { readonly kind: 'always' } | { readonly kind: 'unknown' } | WeeklyHours;

/** When a report sent now is read. `at` is `HH:MM`; `inDays` counts days in Oslo from today (2 or more). */
export type WhenRead =
  | { readonly kind: 'now'; readonly part: 'day' | 'evening' | 'night' }
  | { readonly kind: 'today'; readonly at: string }
  | { readonly kind: 'tomorrow'; readonly at: string }
  | { readonly kind: 'day'; readonly weekday: Weekday; readonly date: Day; readonly at: string; readonly inDays: number }
  | { readonly kind: 'unknown' };

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const minutes = (at: string): number => Number(at.slice(0, 2)) * 60 + Number(at.slice(3));

/** A minute of a day as a moment; inside the hour that spring skips, the moment the clock jumps. */
function moment(on: Day, at: string): Instant {
  let found = osloInstant(on, Math.floor(minutes(at) / 60), minutes(at) % 60);
  for (let before = addMs(found, -MINUTE); isAtOrAfter(before, on, at); before = addMs(before, -MINUTE)) found = before;
  return found;
}

function isAtOrAfter(now: Instant, on: Day, at: string): boolean {
  const shown = osloTime(now);
  return shown.day === on && shown.hour * 60 + shown.minute >= minutes(at);
}

function spansOn(hours: WeeklyHours, on: Day): readonly Span[] {
  const exception = hours.exceptions.find((one) => one.day === on);
  if (exception !== undefined) return exception.spans;
  if (hours.holidays !== 'as-weekday' && publicHoliday(on) !== undefined) return hours.holidays;
  return hours.week[weekday(on) as Weekday] ?? []; // weekday() gives 1–7
}

/** Longest closure a public page still promises an end of. */
const HORIZON_DAYS = 60;

/** Whether somebody is there at this moment. Unknown hours are never open: nothing is promised that nobody has said. */
export function isOpen(hours: OpeningHours, now: Instant): boolean {
  if (hours.kind !== 'weekly') return hours.kind === 'always';
  const on = osloDay(now);
  return spansOn(hours, on).some((span) => moment(on, span.from) <= now && now < moment(on, span.to));
}

/** The first moment at or after `now` when somebody is there: `now` itself when open; undefined when unknown or not within 60 days. */
export function nextOpening(hours: OpeningHours, now: Instant): Instant | undefined {
  if (isOpen(hours, now)) return now;
  if (hours.kind !== 'weekly') return undefined;
  const today = osloDay(now);
  for (let i = 0; i <= HORIZON_DAYS; i += 1) {
    const on = addDays(today, i);
    const starts = spansOn(hours, on).map((span) => moment(on, span.from)).filter((start) => start > now).toSorted();
    if (starts[0] !== undefined) return starts[0];
  }
  return undefined;
}

/** In the last half hour before closing nothing is promised for today: a report in the last minute would wait till the morning. */
const LAST_CALL = 30 * MINUTE;

/** When a report sent at `now` is read, as something that can be put in words (`texts/opening-hours.ts`). */
export function whenRead(hours: OpeningHours, now: Instant): WhenRead {
  const last = addMs(now, LAST_CALL);
  if (isOpen(hours, now) && isOpen(hours, last)) return { kind: 'now', part: partOfDay(osloTime(now).hour) };
  const opening = nextOpening(hours, isOpen(hours, now) ? last : now);
  if (opening === undefined) return { kind: 'unknown' };
  const shown = osloTime(opening);
  const at = `${String(shown.hour).padStart(2, '0')}:${String(shown.minute).padStart(2, '0')}`;
  const inDays = daysBetween(osloDay(now), shown.day);
  if (inDays === 0) return { kind: 'today', at };
  if (inDays === 1) return { kind: 'tomorrow', at };
  return { kind: 'day', weekday: shown.weekday as Weekday, date: shown.day, at, inDays }; // osloTime gives 1–7
}

function partOfDay(hour: number): 'day' | 'evening' | 'night' {
  if (hour >= 22 || hour < 6) return 'night';
  return hour >= 18 ? 'evening' : 'day';
}

/** The days on which the office itself is closed: for `addWorkingDays`. */
export function closedDays(hours: OpeningHours): ReadonlySet<Day> {
  if (hours.kind !== 'weekly') return new Set();
  return new Set(hours.exceptions.filter((one) => one.spans.length === 0).map((one) => one.day));
}

/**
 * Checks hours that somebody typed. Refusals: `hours-time` (not HH:MM), `hours-backwards` (ends before it begins), `hours-overlap`,
 * `hours-day` (no such day), `hours-day-twice`, `hours-never-open`; `fields` names the place: `week.1`, `holidays`, `exceptions.0`.
 */
export function checkedHours(hours: OpeningHours): Outcome<OpeningHours> {
  if (hours.kind !== 'weekly') return done(hours);
  const faults: Record<string, string> = {};
  const look = (place: string, spans: readonly Span[]): void => {
    const fault = spanFault(spans);
    if (fault !== undefined) faults[place] = fault;
  };
  for (const name of WEEKDAYS) look(`week.${name}`, hours.week[name] ?? []);
  if (hours.holidays !== 'as-weekday') look('holidays', hours.holidays);
  hours.exceptions.forEach((one, i) => {
    look(`exceptions.${i}`, one.spans);
    if (day(one.day) === undefined) faults[`exceptions.${i}`] = 'hours-day';
    else if (hours.exceptions.findIndex((other) => other.day === one.day) < i) faults[`exceptions.${i}`] = 'hours-day-twice';
  });
  if (WEEKDAYS.every((name) => (hours.week[name] ?? []).length === 0)) faults['week.1'] = 'hours-never-open';
  const [first] = Object.values(faults);
  return first === undefined ? done(hours) : refuse(first, faults);
}

function spanFault(spans: readonly Span[]): string | undefined {
  if (spans.some((span) => !CLOCK.test(span.from) || !CLOCK.test(span.to))) return 'hours-time';
  if (spans.some((span) => span.from >= span.to)) return 'hours-backwards';
  const sorted = spans.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.some((span, i) => i > 0 && span.from < (sorted[i - 1]?.to ?? '')) ? 'hours-overlap' : undefined;
}
