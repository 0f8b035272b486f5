import type { CaseState } from '../case.ts';
import type { EventOf } from '../events.ts';
import type { Disclosure, RelatedContent } from '../sharing.ts';

type SharingEventType = 'PersonRelated' | 'RelatedChanged' | 'CapacityAssessed' | 'ConsentRecorded' | 'ConsentWithdrawn' | 'Disclosed' | 'DisclosureReviewed' | 'ReceiverTold';
type Apply = { readonly [Type in SharingEventType]: (state: CaseState, event: EventOf<Type>) => CaseState };

/** What the entries about people, consent and sharing do to a case; evolve.ts takes them in with the others. */
export const APPLY_SHARING: Apply = {
  PersonRelated: (state, event) => ({ ...state, related: [...state.related, { ...event.content, added: signed(event), suspected: suspected(event, event.content) }] }),
  RelatedChanged: (state, event) => ({
    ...state,
    related: state.related.map((one) => one.relatedId === event.content.relatedId
      ? { ...one, ...event.content, local: event.content.local, suspected: one.suspected !== undefined && event.content.parts.includes('MISTENKT') ? one.suspected : suspected(event, event.content) } : one),
  }),
  CapacityAssessed: (state, event) => ({ ...state, capacities: [...state.capacities, { ...event.content, recorded: signed(event) }] }),
  ConsentRecorded: (state, event) => ({ ...state, consents: [...state.consents, { ...event.content, recorded: signed(event), withdrawn: undefined }] }),
  ConsentWithdrawn: (state, event) => ({
    ...state, consents: state.consents.map((one) => (one.consentId === event.content.consentId ? { ...one, withdrawn: { ...signed(event), grounds: event.content.grounds } } : one)),
  }),
  Disclosed: (state, event) => ({ ...state, disclosures: [...state.disclosures, { ...event.content, recorded: { by: event.actor, at: event.writtenAt }, happenedAt: event.happenedAt, review: undefined }] }),
  DisclosureReviewed: (state, event) => ({
    ...state, disclosures: state.disclosures.map((one) => (one.disclosureId === event.content.disclosureId ? { ...one, review: { ...event.content, ...signed(event) } } : one)),
  }),
  ReceiverTold: (state, event) => ({
    ...state, disclosures: state.disclosures.map((one) => (one.disclosureId === event.content.disclosureId ? { ...one, told: { ...event.content, ...signed(event) } } : one)),
  }),
};

/** T4: the case itself went, and stands among what was shared, also where it came back. Whatever was not asked in older entries is not known. */
export function sharedWhole({ content, actor, writtenAt, happenedAt }: EventOf<'CaseTransferred'>): Disclosure {
  const { receiver, basis, sent, grounds = '', personInformed, personToldWhy, despiteObjection, to } = content;
  return {
    disclosureId: to?.transferId ?? `T4 ${writtenAt}`, direction: 'UT', organ: to?.name ?? receiver, basis, shared: sent, grounds, personInformed, personToldWhy, despiteObjection,
    recorded: { by: actor, at: writtenAt }, happenedAt, review: undefined, ofCase: true,
  };
}

function signed(event: EventOf<SharingEventType>) {
  return { by: event.actor, at: event.happenedAt };
}

function suspected(event: EventOf<'PersonRelated' | 'RelatedChanged'>, { parts }: RelatedContent) {
  return parts.includes('MISTENKT') ? signed(event) : undefined;
}
