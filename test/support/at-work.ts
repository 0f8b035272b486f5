import type { Person } from '../../src/kernel/actor.ts';
import type { Door } from '../../src/kernel/door.ts';
import { systemChance } from '../../src/kernel/ids.ts';
import type { Instant } from '../../src/kernel/time.ts';
import { sessionsIn } from '../../src/staff/sign-in/register.ts';
import { hashOfToken, newSessionToken, openedSession, SESSION_LIMITS, sessionCookieValue, type SessionLimits } from '../../src/staff/sign-in/session.ts';
import { ISSUER } from './people.ts';

/** Signs somebody in, as the house does when they come back from the provider. `cookie`: what their browser has then. */
export async function atWork(door: Door, { userId, regionId, signedInAt }: Person, now: Instant, limits: SessionLimits = SESSION_LIMITS): Promise<{ readonly cookie: string; readonly signsOut: () => Promise<void> }> {
  const sessions = sessionsIn(door, async () => [regionId]);
  const token = newSessionToken(systemChance);
  const session = openedSession({ idHash: hashOfToken(token), userId, regionId, ...limits, authTime: signedInAt, issuer: ISSUER, sid: undefined }, now);
  await sessions.open(session);
  return { cookie: sessionCookieValue(token, regionId), signsOut: () => sessions.end(session) };
}
