import type { Day } from '../kernel/time.ts';
import type { Consent } from '../reports/codes.ts';
import type { CaseState } from './case.ts';
import { consentFault, type ConsentGiven } from './sharing.ts';

/** What the head of a case says of the consent to share. `from`: whose answer it is; where nobody has written one down, undefined for what the assessment says, and REPORT for what only the report says. */
export type ShownConsent = {
  readonly status: Consent;
  readonly from: 'PERSON' | 'KIN' | 'GUARDIAN' | 'REPORT' | undefined;
  /** taken back, run out, or no basis any more */
  readonly fell: boolean;
  /** not to every service that the case needs */
  readonly some: boolean;
};

/**
 * The person's own newest answer, whoever answered after them; without one, what others answered for them: the newest no or fallen yes of one, and the newest that stands
 * (hpl § 22), so that no answer is hidden by another's. Empty where nothing is known.
 */
export function shownConsents(state: Pick<CaseState, 'related' | 'capacities' | 'consents' | 'disclosures' | 'classification' | 'start'>, today: Day): readonly ShownConsent[] {
  const own = state.consents.findLast(({ giver }) => giver === undefined);
  if (own !== undefined) return [shown(state, own, today)];
  const newest = state.consents.filter((one, at) => !state.consents.slice(at + 1).some(({ giver }) => giver === one.giver));
  const stands = (one: ConsentGiven) => consentFault(state, one, today) === undefined;
  const others = [newest.findLast((one) => !stands(one)), newest.findLast(stands)].flatMap((one) => (one === undefined ? [] : [shown(state, one, today)]));
  if (others.length > 0) return others;
  const assessed = state.classification?.consent;
  const status = assessed ?? state.start.consent;
  return status === undefined ? [] : [{ status, from: assessed === undefined ? 'REPORT' : undefined, fell: false, some: false }];
}

function shown(state: Parameters<typeof shownConsents>[0], one: ConsentGiven, today: Day): ShownConsent {
  const parts = state.related.find(({ relatedId }) => relatedId === one.giver)?.parts ?? [];
  const refused = one.status === 'AVSLATT';
  return {
    status: one.status, from: one.giver === undefined ? 'PERSON' : parts.includes('VERGE') ? 'GUARDIAN' : 'KIN',
    fell: !refused && consentFault(state, one, today) !== undefined, some: !refused && one.status !== 'DELVIS' && one.toAll === undefined,
  };
}
