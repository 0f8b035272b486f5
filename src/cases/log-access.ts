import type { Actor } from '../kernel/actor.ts';
import type { MunicipalityId } from '../kernel/ids.ts';
import { allow, deny, type Verdict } from '../kernel/verdict.ts';
import type { AccessActor } from './access.ts';

/** What is known of one line of the log that a leader looks at; `municipality` undefined: the case belongs to none yet. */
export type ReviewFacts = {
  readonly municipality: MunicipalityId | undefined; readonly municipalities: readonly MunicipalityId[];
  /** they work for all of the region */
  readonly wholeRegion: boolean;
  /** no leader whose it is may look at it: each is left out, or it is their own doing, or nobody works for all of the region */
  readonly nobodyElse: boolean;
  /** left out of the case: not even that it was opened is for them */
  readonly excluded: boolean;
};

/** May come to the review of the log: the leader whose task it is, and the data-protection officer, who reads the log and what came of it. */
export function mayReviewLog(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  if (actor.roles.includes('LEDER')) return allow('leader');
  return actor.roles.includes('PERSONVERNOMBUD') ? allow('data_protection_officer') : deny('role');
}

/** May see one line of it. A leader sees those of their own municipality, and what would be nobody’s. */
export function mayReadReview({ roles }: Pick<AccessActor, 'roles'>, { municipality, municipalities, wholeRegion, nobodyElse, excluded }: ReviewFacts): Verdict {
  if (excluded) return deny('excluded');
  if (roles.includes('PERSONVERNOMBUD')) return allow('data_protection_officer');
  const own = municipality === undefined ? wholeRegion : municipalities.includes(municipality);
  return (own || nobodyElse) && roles.includes('LEDER') ? allow('leader') : deny('role');
}

/** May say what they found: the leader alone. */
export function mayMarkReview(actor: Actor, facts: ReviewFacts): Verdict {
  if (actor.kind !== 'person') return deny('not_a_person');
  return actor.roles.includes('LEDER') ? mayReadReview({ roles: ['LEDER'] }, facts) : deny('role');
}
