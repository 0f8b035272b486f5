import { addDays, osloDay, osloInstant, type Instant } from '../kernel/time.ts';

const HOUR_OF_NIGHT = 4;

/** The last time it was four o'clock at night in the region (Europe/Oslo): when nobody is at work, and what was written that day is written. */
export function lastNight(now: Instant): Instant {
  const today = osloInstant(osloDay(now), HOUR_OF_NIGHT, 0);
  return today <= now ? today : osloInstant(addDays(osloDay(now), -1), HOUR_OF_NIGHT, 0);
}
