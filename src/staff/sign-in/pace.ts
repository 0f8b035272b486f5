import { createHash } from 'node:crypto';
import { crowd, type Limit } from '../../kernel/crowd.ts';
import type { Chance } from '../../kernel/ids.ts';
import { openBytes, sealBytes, type SealingKey } from '../../kernel/sealing/aead.ts';
import { instant, MINUTE, SECOND, toMs, type Instant } from '../../kernel/time.ts';

/**
 * How often a sign-in may be begun and tried, counted in memory alone (kernel/crowd.ts): no address stands in a database or a log. Nothing here keeps anybody
 * out: whoever stands behind an address that many come from waits five seconds, and then has a turn that no flood takes from them.
 */
export const PACE = {
  /** starts from one address, and in all: more are asked to wait */
  each: { most: 200, perMinute: 60 }, all: { most: 1000, perMinute: 300 },
  /** answers to one question of ours: a code is tried so often, and then asked for anew */
  state: { most: 5, perMinute: 0.5 },
  /** sign-ins of one proved person: their own pace, and nobody else's */
  account: { most: 30, perMinute: 3 },
} as const satisfies Readonly<Record<string, Limit>>;
export type PaceLimits = Readonly<Record<keyof typeof PACE, Limit>>;

/** So long somebody waits for a turn, and so long it then holds. Milliseconds. */
export const WAITS_MS = 5 * SECOND;
const HOLDS_MS = 2 * MINUTE;
const REMEMBERED = 10_000;

// bound to its use, so that no other sealed value under the same key opens as one of these
const ADDRESS = Buffer.from('turn to sign in');

export type SignInPace = {
  /** Counts one start, and answers a turn to wait for where there are too many; undefined: go on. @param turn as it was given; it holds once */
  readonly waits: (client: string | undefined, turn: string | undefined, now: Instant) => string | undefined;
  /** Counts one answer to this question, and says whether there were too many. */
  readonly answeredOften: (state: string, now: Instant) => boolean;
  /** Counts one sign-in of whoever this is, and says whether there were too many. */
  readonly cameOften: (issuer: string, subject: string, now: Instant) => boolean;
};

export function signInPace(parts: { readonly key: SealingKey; readonly chance: Pick<Chance, 'bytes'> }, limits: PaceLimits = PACE): SignInPace {
  const without = { most: Number.MAX_SAFE_INTEGER, perMinute: 0 };
  const starts = crowd({ each: limits.each, all: limits.all });
  const answers = crowd({ each: limits.state, all: without });
  const accounts = crowd({ each: limits.account, all: without });
  const spent = new Set<string>();
  const isTurn = (turn: string, now: Instant): boolean => {
    if (spent.has(turn) || !isRipe(parts.key, turn, now)) return false;
    spent.add(turn);
    const [oldest] = spent;
    if (spent.size > REMEMBERED && oldest !== undefined) spent.delete(oldest);
    return true;
  };
  return {
    waits: (client, turn, now) => {
      if (turn !== undefined && isTurn(turn, now)) return undefined;
      return starts(client, toMs(now)) ? sealBytes(parts.key, Buffer.from(now), ADDRESS, parts.chance).toString('base64url') : undefined;
    },
    answeredOften: (state, now) => answers(state, toMs(now)),
    cameOften: (issuer, subject, now) => accounts(createHash('sha256').update(`${issuer} ${subject}`).digest('base64'), toMs(now)),
  };
}

/** Whether it is one of ours, and has been waited for. Never throws on what a browser sends. */
function isRipe(key: SealingKey, turn: string, now: Instant): boolean {
  try {
    const age = toMs(now) - toMs(instant(openBytes(key, Buffer.from(turn, 'base64url'), ADDRESS).toString('utf8')));
    return age >= WAITS_MS && age < HOLDS_MS;
  } catch {
    return false;
  }
}
