import { createHash } from 'node:crypto';
import { asId, isUuid, type Chance, type RegionId, type UserId } from '../../kernel/ids.ts';
import { HOUR, MINUTE, SECOND, toMs, type Instant } from '../../kernel/time.ts';

/** A signed-in browser, as the database knows it. The cookie's own value is nowhere in it. */
export type Session = {
  /** SHA-256 of the cookie's secret, hex: a stolen database signs nobody in */
  readonly idHash: string;
  readonly userId: UserId;
  readonly regionId: RegionId;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  /** milliseconds without a request after which it ends */
  readonly idleMs: number;
  /** milliseconds after sign-in at which it ends, whatever happens */
  readonly absoluteMs: number;
  /** when the person last proved who they are */
  readonly authTime: Instant;
  readonly issuer: string;
  readonly sid: string | undefined;
  /** milliseconds without a touch after which the screen locks; undefined on a machine of one's own */
  readonly lockMs?: number | undefined;
  /** when somebody last did something there; what a page does by itself does not count */
  readonly touchedAt?: Instant | undefined;
};

export type SessionLimits = Pick<Session, 'idleMs' | 'absoluteMs'>;

/** ASVS 5.0 7.3.1–2 and our own checklist: half an hour idle, a long shift in all. */
export const SESSION_LIMITS: SessionLimits = { idleMs: 30 * MINUTE, absoluteMs: 10 * HOUR };

const TOKEN_BYTES = 32;
const TOKEN = /^[\w-]{43}$/;
const TOUCH_EVERY_MS = MINUTE;

/** On a machine that several people use. */
export const LOCK_MS = 5 * MINUTE;
const TOUCH_SHARED_EVERY_MS = 10 * SECOND;

/** `locked`: it goes on when the same person has signed in anew. */
export type SessionState = 'live' | 'locked' | 'idle' | 'expired';

/** What its standing is judged by. */
export type Standing = Pick<Session, 'createdAt' | 'lastSeenAt' | 'idleMs' | 'absoluteMs' | 'lockMs' | 'touchedAt'>;

/** Where a session stands now. `expired` (too old) goes before `idle` (unused for too long), and that before `locked`. */
export function judgeSession(session: Standing, now: Instant): SessionState {
  if (toMs(now) >= toMs(session.createdAt) + session.absoluteMs) return 'expired';
  if (toMs(now) >= toMs(session.lastSeenAt) + session.idleMs) return 'idle';
  return session.lockMs !== undefined && toMs(now) >= toMs(session.touchedAt ?? session.lastSeenAt) + session.lockMs ? 'locked' : 'live';
}

/** Whether to write that it was used: at most once a minute, so that reading pages does not mean writing rows; oftener where a lock is near. */
export function worthTouching(session: Session, now: Instant): boolean {
  return session.lockMs === undefined ? toMs(now) - toMs(session.lastSeenAt) >= TOUCH_EVERY_MS : toMs(now) - toMs(session.touchedAt ?? session.lastSeenAt) >= TOUCH_SHARED_EVERY_MS;
}

/** 256 random bits, new at each sign-in (also at step-up), so that nobody can plant them beforehand. */
export function newSessionToken(chance: Pick<Chance, 'bytes'>): string {
  return chance.bytes(TOKEN_BYTES).toString('base64url');
}

/** The hash that stands for a token in the database. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** What the cookie holds: the secret, and the region in which it is looked up, since the database shows no row before it knows the region. */
export function sessionCookieValue(token: string, regionId: RegionId): string {
  return `${token}.${regionId}`;
}

/** Where to look for the session of a cookie; undefined for what was never one of ours. */
export function sessionKey(cookieValue: string): { readonly regionId: RegionId; readonly idHash: string } | undefined {
  const [token = '', region = '', ...more] = cookieValue.split('.');
  if (more.length > 0 || !TOKEN.test(token) || !isUuid(region)) return undefined;
  return { regionId: asId<'region'>(region), idHash: hashOfToken(token) };
}

/** A session that begins now. `idHash` comes from hashOfToken. */
export function openedSession(begin: Omit<Session, 'createdAt' | 'lastSeenAt'>, now: Instant): Session {
  return { ...begin, createdAt: now, lastSeenAt: now, touchedAt: now };
}
