import { openBytes, sealBytes, type SealingKey } from '../../kernel/sealing/aead.ts';
import type { Chance } from '../../kernel/ids.ts';
import { addMs, type Clock } from '../../kernel/time.ts';
import { clearedCookie, MACHINE_COOKIE, machineCookie, readCookies, SESSION_COOKIE } from './cookies.ts';
import type { Sessions } from './ports.ts';
import { LOCK_MS, sessionKey, type Session } from './session.ts';

/** What is asked about the machine itself, whoever sits at it. */
export type SharedMachine = {
  /** Whether several people use it: it was marked so by one who may. */
  readonly isShared: (cookieHeader: string | undefined) => boolean;
  /** Marks it, or takes the mark away; whoever is signed in there now gets the lock, or loses it. Answers Set-Cookie values. */
  readonly share: (cookieHeader: string | undefined, shared: boolean) => Promise<readonly string[]>;
  /** Locks the screen now, where it is one that locks. */
  readonly lock: (cookieHeader: string | undefined) => Promise<void>;
  /** Whose session this browser holds, also where it is locked; not judged, and good for nothing but to say whom to wait for. */
  readonly whose: (cookieHeader: string | undefined) => Promise<Session | undefined>;
};

type MachineParts = { readonly sessions: Sessions; readonly clock: Clock; readonly chance: Chance; readonly pendingKey: SealingKey };

// bound to its use, so that no other sealed value under the same key opens as one of these
const ADDRESS = Buffer.from('shared machine');
const SHARED = Buffer.from('shared');

export function sharedMachine(parts: MachineParts): SharedMachine {
  const whose = (cookieHeader: string | undefined) => sessionIn(parts, readCookies(cookieHeader));
  return {
    isShared: (cookieHeader) => isShared(parts, cookieHeader),
    share: async (cookieHeader, shared) => {
      const session = await whose(cookieHeader);
      if (session !== undefined) await parts.sessions.setLock({ ...session, lockMs: shared ? LOCK_MS : undefined, touchedAt: parts.clock() });
      return [shared ? markedShared(parts) : clearedCookie(MACHINE_COOKIE)];
    },
    lock: async (cookieHeader) => {
      const session = await whose(cookieHeader);
      if (session?.lockMs !== undefined) await parts.sessions.touch(session, session.lastSeenAt, addMs(parts.clock(), -session.lockMs));
    },
    whose,
  };
}

/** The mark of a shared machine, as a Set-Cookie value. */
export function markedShared(parts: Pick<MachineParts, 'pendingKey' | 'chance'>): string {
  return machineCookie(sealBytes(parts.pendingKey, SHARED, ADDRESS, parts.chance).toString('base64url'));
}

/** Never throws on what a browser sends. */
export function isShared({ pendingKey }: Pick<MachineParts, 'pendingKey'>, cookieHeader: string | undefined): boolean {
  const mark = readCookies(cookieHeader).get(MACHINE_COOKIE);
  if (mark === undefined) return false;
  try {
    return openBytes(pendingKey, Buffer.from(mark, 'base64url'), ADDRESS).equals(SHARED);
  } catch {
    return false;
  }
}

/**
 * Whether whoever signs in here proves anew who they are, and gets a session that locks: the machine is marked, or its mark was
 * taken away behind our back while a session with a lock is still there.
 */
export async function locksHere(parts: Pick<MachineParts, 'pendingKey' | 'sessions'>, cookieHeader: string | undefined): Promise<boolean> {
  return isShared(parts, cookieHeader) || (await sessionIn(parts, readCookies(cookieHeader)))?.lockMs !== undefined;
}

/** The session of a browser, as the database has it. */
export async function sessionIn({ sessions }: Pick<MachineParts, 'sessions'>, cookies: ReadonlyMap<string, string>): Promise<Session | undefined> {
  const key = sessionKey(cookies.get(SESSION_COOKIE) ?? '');
  return key === undefined ? undefined : sessions.find(key.regionId, key.idHash);
}
