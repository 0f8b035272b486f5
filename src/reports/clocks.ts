import { addWorkingDays } from '../kernel/calendar.ts';
import { addDays, addMs, HOUR, osloDay, osloInstant, type Day, type Instant } from '../kernel/time.ts';
import { clockRule, type RegionClocks } from '../regions/codes.ts';

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
 * at_once: Akutt waits for no day; what has been read is assessed within as many hours of when it came as the region says, a day at most (domain reference §9.1, T5). done: nothing runs here, or no longer.
 */
export type ReportClock =
  | { readonly kind: 'seen' | 'assessed'; readonly state: 'calm' | 'soon' | 'late'; readonly on: Day; readonly due: Instant }
  | { readonly kind: 'at_once'; readonly what: 'seen' }
  | { readonly kind: 'at_once'; readonly what: 'assessed'; readonly due: Instant; readonly late: boolean }
  | { readonly kind: 'done' };

/**
 * Since when danger waits for a coordinator; undefined where one has met all of it. Reception's reading at the desk does not end it (decision 0073).
 * @param raised when somebody at the desk last noted danger @param met when a coordinator last met what stood there then
 */
export function alarmSince(parts: readonly { readonly received: Instant; readonly readable: Instant }[], raised: Instant | undefined, met: Instant | undefined): Instant | undefined {
  const first = parts.filter(({ readable }) => met === undefined || readable > met).map(({ received }) => received).toSorted()[0];
  const noted = raised !== undefined && (met === undefined || raised > met) ? raised : undefined;
  return first === undefined ? noted : noted !== undefined && noted > first ? noted : first;
}

/** The longest there is in danger, in hours. */
const A_DAY = 24;

/**
 * The one clock that runs for a report: read it, then decide what it is to become (domain reference §9.1, T3 and T5). Its length is
 * the region's own, in working days after the day it came; one that the region has switched off does not run.
 */
export function reportClock(report: ClockFacts, now: Instant, region: RegionClocks): ReportClock {
  const unread = report.unreadSince;
  if (unread === undefined && report.decided) return { kind: 'done' };
  if (report.urgent) return unread === undefined ? assessedInDanger(report.receivedAt, now, region) : { kind: 'at_once', what: 'seen' };
  const [seen, assessed] = [clockRule(region, 'SEEN'), clockRule(region, 'ASSESSED')];
  if (unread !== undefined && seen.on) return running('seen', unread, seen.amount, now, region.closed);
  return report.decided || !assessed.on ? { kind: 'done' } : running('assessed', report.receivedAt, assessed.amount, now, region.closed);
}

function assessedInDanger(receivedAt: Instant, now: Instant, region: RegionClocks): ReportClock {
  const due = addMs(receivedAt, (clockRule(region, 'ASSESSED').akutt?.amount ?? A_DAY) * HOUR);
  return { kind: 'at_once', what: 'assessed', due, late: now >= due };
}

function running(kind: 'seen' | 'assessed', from: Instant, days: number, now: Instant, closed: ReadonlySet<Day>): ReportClock {
  const on = addWorkingDays(osloDay(from), days, closed);
  const due = osloInstant(addDays(on, 1), 0, 0);
  return { kind, state: now >= due ? 'late' : osloDay(now) === on ? 'soon' : 'calm', on, due };
}

/**
 * When (exclusive) a receiver should have said that what was sent on came: an hour later where there was danger, since they were rung; else by the region's own
 * time for passing on, also where it does not count how fast it passes on itself. As for a case that is transferred (decision 0074).
 */
export function confirmedBy(sentAt: Instant, urgent: boolean, region: RegionClocks): Instant {
  const days = clockRule(region, 'TRANSFERRED').amount;
  return urgent ? addMs(sentAt, HOUR) : osloInstant(addDays(addWorkingDays(osloDay(sentAt), days, region.closed), 1), 0, 0);
}
