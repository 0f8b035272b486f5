import { done, type Outcome } from '../kernel/outcome.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { Consent } from '../reports/codes.ts';
import type { CaseMeasure } from './case.ts';
import { refuseCase } from './refusals.ts';
import type { MeasureBasis } from './safety-codes.ts';
import { isSuspect, standingConsents, type Sharing } from './sharing.ts';

type SaidForThem = { readonly consent?: Consent | undefined; readonly measureBasis?: MeasureBasis | undefined };

/**
 * The id of the consent that an answer «given by next of kin», «by the guardian» stands on: the newest of such a giver that stands (hpl § 22, pbrl § 4-3). undefined where
 * nobody else's word is what is said. `no_consent` where none stands: one that was never written down, or of somebody who is suspected, carries nothing here either.
 */
export function consentForThem(sharing: Sharing, { consent, measureBasis }: SaidForThem, today: Day): Outcome<string | undefined> {
  const by = consent === 'PARORENDE' || consent === 'VERGE' ? consent : undefined;
  if (by === undefined && measureBasis !== 'ANDRE_SAMTYKKER') return done(undefined);
  const gave = (giver: string | undefined) => by === undefined || sharing.related.some(({ relatedId, parts }) => relatedId === giver && parts.includes(by));
  const stands = standingConsents(sharing, 'OTHERS', today).findLast(({ giver }) => gave(giver));
  return stands === undefined ? refuseCase('no_consent', { [by === undefined ? 'measureBasis' : 'consent']: 'no_consent' }) : done(stands.consentId);
}

/** Measures that are not over, and that stand on the word of somebody who is suspected by now: in older entries, of whom none other than the suspected consented. */
export function fallenMeasures(state: Sharing & { readonly measures: readonly CaseMeasure[] }, today: Day): readonly CaseMeasure[] {
  const others = state.consents.filter(({ giver }) => giver !== undefined);
  const onlySuspects = others.some(({ giver }) => isSuspect(state, giver)) && standingConsents(state, 'OTHERS', today).length === 0;
  return state.measures.filter(({ status, consentId, consent, measureBasis }) => {
    if (status !== 'PLANLAGT' && status !== 'PAGAR') return false;
    if (consentId !== undefined) return isSuspect(state, others.find((one) => one.consentId === consentId)?.giver);
    return onlySuspects && (measureBasis === 'ANDRE_SAMTYKKER' || (measureBasis === undefined && (consent === 'PARORENDE' || consent === 'VERGE')));
  });
}

/** When the first of those who consented to one of them became suspected; undefined where none is left to judge. */
export function measuresFallenSince(state: Parameters<typeof fallenMeasures>[0], today: Day): Instant | undefined {
  const fallen = fallenMeasures(state, today);
  const givers = state.consents.filter(({ consentId }) => fallen.some((one) => one.consentId === undefined || one.consentId === consentId)).map(({ giver }) => giver);
  return fallen.length === 0 ? undefined : state.related.flatMap(({ relatedId, suspected }) => (suspected !== undefined && givers.includes(relatedId) ? [suspected.at] : [])).sort()[0];
}
