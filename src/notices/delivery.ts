import type { Sent } from '../kernel/outward/sent.ts';
import { addMs, DAY_MS, HOUR, MINUTE, type Instant } from '../kernel/time.ts';
import type { MessageState } from './codes.ts';

/** Where the delivery of one message stands. */
export type Delivery = {
  readonly state: MessageState;
  readonly attempts: number;
  /** how many of these ended without anybody knowing */
  readonly unknowns: number;
  readonly code: string | null;
  readonly askedAt: Instant;
  readonly triedAt: Instant | null;
  /** null: never again */
  readonly nextAt: Instant | null;
  readonly settledAt: Instant | null;
};

/** After an attempt that failed: soon, then ever more seldom. */
const PAUSES: readonly number[] = [MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR];
/** What has not got through by then is given up. What it told of, where it is still true, is told in another message (commands/plan.ts). */
export const GIVES_UP_AFTER = DAY_MS;
/** Longer than any attempt lasts. One that has not come back by then died with its process. */
export const ATTEMPT_LASTS = 5 * MINUTE;
/** Sent again once at most where nobody knows: the same mail twice does less harm than none, three times more than two. */
const MOST_UNKNOWN = 2;
const UNDER_WAY = 'under_way';
/** Whoever it was for has left, has no address, or may not know of it any more. */
export const NOBODY_THERE = 'nobody_there';

/** A message that nobody has tried yet. */
export function queued(at: Instant): Delivery {
  return { state: 'QUEUED', attempts: 0, unknowns: 0, code: null, askedAt: at, triedAt: null, nextAt: at, settledAt: null };
}

/** Whether it is to be tried now. */
export function isDue({ nextAt }: Delivery, now: Instant): boolean {
  return nextAt !== null && nextAt <= now;
}

/**
 * Written down before the first byte leaves: from here nobody knows, until the attempt comes back. A process that is killed in
 * between leaves just this, and it is tried once more.
 */
export function begun(before: Delivery, now: Instant): Delivery {
  const unknowns = before.unknowns + 1;
  return { ...before, state: 'UNCERTAIN', attempts: before.attempts + 1, unknowns, code: UNDER_WAY, triedAt: now, nextAt: unknowns < MOST_UNKNOWN ? addMs(now, ATTEMPT_LASTS) : null };
}

/** @param during as `begun` left it */
export function ended(during: Delivery, sent: Sent, now: Instant): Delivery {
  const known = { ...during, unknowns: during.unknowns - 1 };
  switch (sent.kind) {
    case 'sent': return { ...known, state: 'SENT', code: null, nextAt: null, settledAt: now };
    case 'unknown': return { ...during, code: sent.code, nextAt: during.nextAt === null ? null : addMs(now, ATTEMPT_LASTS), settledAt: during.nextAt === null ? now : null };
    case 'failed': return failed(known, sent.code, now);
  }
}

function failed(known: Delivery, code: string, now: Instant): Delivery {
  const next = addMs(now, PAUSES[known.attempts - 1] ?? PAUSES.at(-1) ?? HOUR);
  const over = next > addMs(known.askedAt, GIVES_UP_AFTER);
  return over ? { ...known, state: 'GIVEN_UP', code, nextAt: null, settledAt: now } : { ...known, state: 'FAILED', code, nextAt: next };
}

const LATE = 5 * MINUTE;

/** Waits longer than it should have, failed, or nobody knows: something for whoever looks after the machine. What has ended is so for a day. */
export function isTrouble({ state, code, askedAt, triedAt, nextAt, settledAt }: Delivery, now: Instant): boolean {
  const underWay = code === UNDER_WAY && addMs(triedAt ?? askedAt, ATTEMPT_LASTS) >= now;
  const ended = nextAt === null && addMs(settledAt ?? triedAt ?? askedAt, DAY_MS) <= now;
  switch (state) {
    case 'SENT': return false;
    case 'QUEUED': return addMs(askedAt, LATE) < now;
    case 'UNCERTAIN': return !underWay && !ended;
    case 'FAILED': return true;
    case 'GIVEN_UP': return code !== NOBODY_THERE && !ended;
  }
}
