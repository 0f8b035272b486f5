import type { UserId } from '../kernel/ids.ts';
import type { FileEvent, Writer } from '../kernel/journal/event.ts';
import { addDays, osloInstant, type Day, type Instant } from '../kernel/time.ts';
import type { CaseState } from './case.ts';

/** Who does what a case lead does while that one is away, from the first of these days through the last. */
export type DeputyContent = { readonly deputy: UserId; readonly standsInFor: UserId; readonly awayFrom: Day; readonly awayUntil: Day };

export type DeputyEvent = FileEvent<'LeadDeputised', DeputyContent> | FileEvent<'DeputyEnded', Record<string, never>>;

export type DeputyPart = { readonly deputy: (DeputyContent & { readonly by: Writer; readonly at: Instant }) | undefined };
export const NO_DEPUTY: DeputyPart = { deputy: undefined };

/** `from` and `until` (exclusive), as lists and access compare them: no job ends it, so none can fail to. */
export type Deputising = { readonly userId: UserId; readonly from: Instant; readonly until: Instant };

/** The deputy of the one who leads the case now; a deputy of somebody who led it before, or who is left out (fvl § 6), is none. */
export function deputyOf({ deputy, lead, excluded }: Pick<CaseState, 'deputy' | 'lead' | 'excluded'>): Deputising | undefined {
  if (deputy === undefined || deputy.standsInFor !== lead || excluded.includes(deputy.deputy)) return undefined;
  return { userId: deputy.deputy, from: osloInstant(deputy.awayFrom, 0, 0), until: osloInstant(addDays(deputy.awayUntil, 1), 0, 0) };
}

export function isStandingIn(one: Deputising | undefined, userId: UserId, now: Instant): boolean {
  return one !== undefined && one.userId === userId && one.from <= now && now < one.until;
}

/** Who has the lead's part as this person meets the case: they themselves while they stand in, else whoever leads it. Both have it meanwhile: somebody who is away may look in. */
export function leadFor(state: Pick<CaseState, 'deputy' | 'lead' | 'excluded'>, userId: UserId, now: Instant): UserId | undefined {
  return isStandingIn(deputyOf(state), userId, now) ? userId : state.lead;
}
