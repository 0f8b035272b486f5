import { addMs, HOUR, MINUTE, type Instant } from '../kernel/time.ts';

const FIRST_PAUSE = MINUTE;
const LONGEST_PAUSE = HOUR;

/**
 * When to try again to open what could not be opened: after a minute, then twice as long each time, at most an hour. It is
 * never given up: what somebody sent stays until it can be read.
 * @param attempts how often it was tried, the last time included; at least 1
 */
export function nextAttempt(attempts: number, last: Instant): Instant {
  return addMs(last, Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE));
}
