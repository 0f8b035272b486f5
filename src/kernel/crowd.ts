import { MINUTE } from './time.ts';

/**
 * Counts one report from this address, and answers whether there are too many of them now.
 * @param client as web/http/client-address.ts has it; undefined where nobody can tell: then all are counted as one
 * @param nowMs of the clock, in milliseconds
 * @param only `asked`: counts nothing, and answers whether one more from here would be too many
 */
export type Crowd = (client: string | undefined, nowMs: number, only?: 'asked') => boolean;

/** How many come at once before it is a crowd, and how many a minute are forgotten again. */
export type Limit = { readonly most: number; readonly perMinute: number };

/** From one address: 300 honest reports in ten minutes are none (a whole municipality may stand behind one). In all: for whoever has very many addresses. */
export const LIMITS = { each: { most: 300, perMinute: 1 }, all: { most: 1500, perMinute: 60 } } as const satisfies Readonly<Record<string, Limit>>;

const REMEMBERED = 10_000;

type Count = { level: number; at: number };

/**
 * Counts in memory alone, in each process for itself: an address stands in no database and no log, and is forgotten when its count has sunk
 * or when 10 000 others came after it. So it takes a few megabytes at most, whoever sends.
 */
export function crowd(limits: { readonly each: Limit; readonly all: Limit } = LIMITS, remembered = REMEMBERED): Crowd {
  const each = new Map<string, Count>();
  const all: Count = { level: 0, at: 0 };
  return (client, nowMs, only) => {
    const key = client ?? '';
    const own = each.get(key) ?? { level: 0, at: nowMs };
    if (only === 'asked') return isFull(own, limits.each, nowMs) || isFull(all, limits.all, nowMs);
    each.delete(key);
    each.set(key, own); // the oldest stands first
    const [oldest] = each.keys();
    if (each.size > remembered && oldest !== undefined) each.delete(oldest);
    // what one address sends too much of is no part of the whole: its flood keeps nobody else waiting
    return counted(own, limits.each, nowMs) || counted(all, limits.all, nowMs);
  };
}

/** One more in a count that sinks by the minute; what is above the limit does not fill it further. */
function counted(count: Count, limit: Limit, nowMs: number): boolean {
  const full = isFull(count, limit, nowMs);
  count.level = Math.min(levelOf(count, limit, nowMs) + 1, limit.most + 1);
  count.at = nowMs;
  return full;
}

function isFull(count: Count, limit: Limit, nowMs: number): boolean {
  return levelOf(count, limit, nowMs) + 1 > limit.most;
}

function levelOf({ level, at }: Count, { perMinute }: Limit, nowMs: number): number {
  return Math.max(0, level - Math.max(0, nowMs - at) * perMinute / MINUTE);
}
