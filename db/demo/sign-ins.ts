import { regionsOf } from '../../src/open-house.ts';
import { addDays, osloDay, osloInstant } from '../../src/kernel/time.ts';
import { auditSignIn } from '../../src/staff/sign-in/register.ts';
import type { Teller } from './live.ts';
import { DEMO_REGION } from './region.ts';

/** Whoever has not been here for so long that it stands at their name. */
const AWAY = { subject: 'stine', days: 80 };

/** Everybody signed in this week, and one has not been here for long. */
export async function signIn({ house, users, clock, end }: Pick<Teller, 'house' | 'users' | 'clock' | 'end'>): Promise<void> {
  const note = auditSignIn(house.door, regionsOf(house));
  for (const [subject, userId] of users) {
    const morning = osloInstant(addDays(osloDay(end), subject === AWAY.subject ? -AWAY.days : -3), 8, 0);
    clock.now = morning;
    await note({ kind: 'signed-in', at: clock.now, regionId: DEMO_REGION, userId, issuer: '', acr: '', fresh: true });
  }
}
