import { addWorkingDays } from '../kernel/calendar.ts';
import { addDays, osloDay, osloInstant, type Day, type Instant } from '../kernel/time.ts';

/** What a clock asks about one line of the inbox. */
export type ClockFacts = {
  readonly urgent: boolean;
  readonly receivedAt: Instant;
  /** when the oldest part that nobody has read arrived; undefined when all of it is read */
  readonly unreadSince: Instant | undefined;
  /** a case took it in */
  readonly decided: boolean;
};

/**
 * seen, assessed: what is due, on which day in Oslo; `due` is the midnight after it, when it becomes late.
 * at_once: Akutt waits for no day. done: nothing runs here any more.
 */
export type ReportClock =
  | { readonly kind: 'seen' | 'assessed'; readonly state: 'calm' | 'soon' | 'late'; readonly on: Day; readonly due: Instant }
  | { readonly kind: 'at_once'; readonly what: 'seen' | 'assessed' }
  | { readonly kind: 'done' };

/** Our own deadlines, in working days after the day it came (domain reference §9.1, T3 and T5). No law sets them. */
export const SEEN_WITHIN = 1;
export const ASSESSED_WITHIN = 5;

const NONE: ReadonlySet<Day> = new Set();

/**
 * The one clock that runs for a report: read it, then decide what it is to become.
 * @param closed days on which this office is closed besides weekends and public holidays
 */
export function reportClock(report: ClockFacts, now: Instant, closed: ReadonlySet<Day> = NONE): ReportClock {
  const unread = report.unreadSince;
  if (unread === undefined && report.decided) return { kind: 'done' };
  if (report.urgent) return { kind: 'at_once', what: unread === undefined ? 'assessed' : 'seen' };
  return unread === undefined ? running('assessed', report.receivedAt, ASSESSED_WITHIN, now, closed) : running('seen', unread, SEEN_WITHIN, now, closed);
}

function running(kind: 'seen' | 'assessed', from: Instant, days: number, now: Instant, closed: ReadonlySet<Day>): ReportClock {
  const on = addWorkingDays(osloDay(from), days, closed);
  const due = osloInstant(addDays(on, 1), 0, 0);
  return { kind, state: now >= due ? 'late' : osloDay(now) === on ? 'soon' : 'calm', on, due };
}
