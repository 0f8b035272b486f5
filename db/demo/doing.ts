import type { Person } from '../../src/kernel/actor.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import type { UserId } from '../../src/kernel/ids.ts';
import type { Instant } from '../../src/kernel/time.ts';
import type { House } from '../../src/open-house.ts';
import { DEMO_STAFF } from './people.ts';
import { DEMO_REGION } from './region.ts';

export type Staffed = { readonly house: House; readonly users: ReadonlyMap<string, UserId>; readonly clock: { readonly now: Instant } };

/** One of the demo's staff, signed in at the time that the clock shows. */
export function personOf({ users, clock }: Omit<Staffed, 'house'>, subject: string): Person {
  const userId = users.get(subject);
  const roles = DEMO_STAFF.find((one) => one.subject === subject)?.roles;
  if (userId === undefined || roles === undefined) throw new Error(`nobody is called ${subject}`);
  return { kind: 'person', regionId: DEMO_REGION, userId, roles, municipalityId: undefined, signedInAt: clock.now };
}

/** What a use case answers one of the staff; a «no» is a fault of the demo. */
export async function does<I, F, R>(staffed: Staffed, by: string | Person, useCase: UseCase<I, F, R>, input: unknown): Promise<R> {
  const outcome = await staffed.house.door.enter(useCase, typeof by === 'string' ? personOf(staffed, by) : by, input);
  if (!outcome.ok) throw new Error(`demo: ${useCase.name} ${outcome.code} ${JSON.stringify(outcome.fields ?? {})}`);
  return outcome.value;
}
