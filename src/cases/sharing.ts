import type { WithLocal } from './local-answers.ts';
import type { Writer } from '../kernel/journal/event.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { Basis, Consent, Relation } from '../reports/codes.ts';
import { foundFor, lacksSomewhere } from './capacity.ts';
import type { Answer, CapacityResult, GuardianScope, Part, ReviewResult } from './choices.ts';
import type { Question, ToAll } from './choices/consent.ts';
import type { ToldReceiver } from './receivers.ts';

type Signed = { readonly by: Writer; readonly at: Instant };

/** Somebody by what the case calls them: around the person (`of` their id), or as a report names the suspected abuser (`of` the report's id). */
export type KnownAs = { readonly of: string; readonly name: string };

/** Somebody around the person. No more than is needed; of a suspected abuser no name has to be known (GDPR art. 5 and 14). */
export type RelatedContent = WithLocal & {
  readonly relatedId: string;
  readonly name: string;
  readonly parts: readonly Part[];
  readonly relation?: Relation | undefined;
  readonly livesWith?: Answer | undefined;
  /** of a guardian: what the guardianship is about (vergemålsloven § 20) */
  readonly guardianScope?: GuardianScope | undefined;
  /** those with a like name of whom somebody has said that this is another; absent in older entries */
  readonly otherThan?: readonly KnownAs[] | undefined;
};
export type Related = RelatedContent & { readonly added: Signed; /** since when this one is suspected, by what part they have or by their name (suspects.ts); undefined while not */ readonly suspected: Signed | undefined };

/** Who assessed whether the person can consent, to what, and what they found (pbrl § 4-3). Never the team's own verdict. */
export type CapacityContent = {
  /** absent in older entries, where `about` alone says it */
  readonly question?: Question | undefined;
  /** in own words; always where the question is none of those to choose from */
  readonly about?: string | undefined;
  readonly assessor: string;
  readonly result: CapacityResult;
  readonly assessedOn: Day;
  readonly grounds?: string | undefined;
};
export type Capacity = CapacityContent & { readonly recorded: Signed };

export type ConsentStatus = Extract<Consent, 'GITT_SKRIFTLIG' | 'GITT_MUNTLIG' | 'DELVIS' | 'AVSLATT'>;

/** A consent to share, or a no to it. `giver`: somebody related; undefined for the person themselves. */
export type ConsentContent = {
  readonly consentId: string;
  readonly giver?: string | undefined;
  readonly status: ConsentStatus;
  /** what somebody else's consent is about (pbrl § 4-3, vergemålsloven § 20), in their own words where it is none of those to choose from; absent in older entries, and where the person answers */
  readonly about?: Question | undefined;
  readonly aboutWhat?: string | undefined;
  /** what may be shared; in older entries with which services, too */
  readonly covers: string;
  /** the services that may be told, never people there; absent where it is `toAll`, and in older entries */
  readonly consentTo?: string | undefined;
  /** that was what was said: every service that the case needs */
  readonly toAll?: ToAll | undefined;
  /** what it is to be used for; absent in older entries */
  readonly purpose?: string | undefined;
  /** what was told before the answer */
  readonly informed?: string | undefined;
  /** in which language, and with which interpreter */
  readonly language?: string | undefined;
  readonly until?: Day | undefined;
};
export type ConsentGiven = ConsentContent & { readonly recorded: Signed; readonly withdrawn: (Signed & { readonly grounds: string }) | undefined };

/** What left the case, or came to it, on which basis (domain reference §4.3): the minimum, to an organ and a role, never to a name. */
export type DisclosureContent = {
  readonly disclosureId: string;
  readonly direction: 'UT' | 'INN';
  readonly organ: string;
  readonly basis: Basis;
  /** the consent it stands on, where the basis is one */
  readonly consentId?: string | undefined;
  readonly shared: string;
  readonly grounds: string;
  readonly personInformed?: Answer | undefined;
  readonly personToldWhy?: string | undefined;
  /** the weighty grounds on which it went to health personnel although the person objects (hpl § 29) */
  readonly despiteObjection?: string | undefined;
  /** not verified by whoever gave it (politiregisterloven § 27) */
  readonly unverified?: Answer | undefined;
};
export type DisclosureReview = { readonly disclosureId: string; readonly result: ReviewResult; readonly basis?: Basis | undefined; readonly consentId?: string | undefined; readonly grounds: string; readonly despiteObjection?: string | undefined };
export type Disclosure = DisclosureContent & { readonly recorded: Signed; readonly happenedAt: Instant; readonly review: (DisclosureReview & Signed) | undefined; /** the newest answer to whether they know what was changed since (receivers.ts); absent until there is one */ readonly told?: ToldReceiver | undefined; /** the case itself, to another municipality (T4) */ readonly ofCase?: true };

/** Everything about who is who, and what may be and was shared. */
export type Sharing = {
  readonly related: readonly Related[];
  readonly capacities: readonly Capacity[];
  readonly consents: readonly ConsentGiven[];
  readonly disclosures: readonly Disclosure[];
};

export const NO_SHARING: Sharing = { related: [], capacities: [], consents: [], disclosures: [] };

export function isSuspect({ related }: Pick<Sharing, 'related'>, relatedId: string | undefined): boolean {
  return related.some((one) => one.relatedId === relatedId && one.suspected !== undefined);
}

/**
 * Why a consent is no basis now; undefined when it is. `FALLEN`: whoever gave it is suspected by now. `THEIR_OWN`: next of kin gave it, and by the
 * newest assessment of that question the person can answer (hpl § 22, pbrl § 4-3). `OUTSIDE`: a guardian gave it,
 * and as the guardianship is known by now it is about something else (vergemålsloven §§ 20, 31). A later no from the same giver takes back every yes before it.
 */
export function consentFault(sharing: Sharing, consent: ConsentGiven, today: Day): 'REFUSED' | 'FALLEN' | 'OUTSIDE' | 'THEIR_OWN' | 'WITHDRAWN' | 'OVER' | undefined {
  if (consent.status === 'AVSLATT') return 'REFUSED';
  if (isSuspect(sharing, consent.giver)) return 'FALLEN';
  const giver = sharing.related.find(({ relatedId }) => relatedId === consent.giver);
  if (giver !== undefined && !isWithin(giver, consent.about)) {
    if (giver.parts.includes('VERGE') && !giver.parts.includes('PARORENDE')) return 'OUTSIDE';
    if (foundFor(sharing.capacities, consent) === 'HAR') return 'THEIR_OWN';
  }
  const later = sharing.consents.slice(sharing.consents.findIndex(({ consentId }) => consentId === consent.consentId) + 1);
  if (consent.withdrawn !== undefined || later.some(({ giver, status }) => giver === consent.giver && status === 'AVSLATT')) return 'WITHDRAWN';
  return consent.until !== undefined && consent.until < today ? 'OVER' : undefined;
}

/** A guardian speaks for the person in what the guardianship is about; what nobody has looked up covers nothing. An older consent does not say what it is about. */
export function isWithin({ parts, guardianScope }: Pick<RelatedContent, 'parts' | 'guardianScope'>, about: ConsentContent['about']): boolean {
  if (!parts.includes('VERGE')) return false;
  if (about === undefined || guardianScope === 'BEGGE') return true;
  return about !== 'ALT' && about !== 'BEGGE' && guardianScope === (about === 'OKONOMI' ? 'OKONOMI' : 'PERSON');
}

/** The consents that stand, in the order they were given: the person's own, or those that somebody else gave for them. */
export function standingConsents(sharing: Sharing, from: 'PERSON' | 'OTHERS', today: Day): readonly ConsentGiven[] {
  return sharing.consents.filter((one) => (one.giver === undefined) === (from === 'PERSON') && consentFault(sharing, one, today) === undefined);
}

/** The consent that a disclosure rests on by now; undefined where its basis is none, or was none. */
export function restsOn({ consents }: Pick<Sharing, 'consents'>, { review, consentId }: Pick<Disclosure, 'review' | 'consentId'>): ConsentGiven | undefined {
  const id = review === undefined ? consentId : review.consentId;
  return consents.find((one) => one.consentId === id);
}

/** What left the case on the word of somebody who is suspected by now, and that nobody has judged anew. */
export function fallenDisclosures(sharing: Sharing): readonly Disclosure[] {
  return sharing.disclosures.filter((one) => {
    return one.direction === 'UT' && one.review?.result !== 'INGEN_GRUNNLAG' && isSuspect(sharing, restsOn(sharing, one)?.giver);
  });
}

/** When the oldest of them fell; undefined where none is left to judge. */
export function fallenSince(sharing: Sharing): Instant | undefined {
  const givers = fallenDisclosures(sharing).map((one) => restsOn(sharing, one)?.giver);
  return sharing.related.flatMap(({ relatedId, suspected }) => (suspected !== undefined && givers.includes(relatedId) ? [suspected.at] : [])).sort()[0];
}

/** Somebody who speaks for a person that lacks capacity is suspected: a guardian may be needed (vergemålsloven § 57). */
export function guardianMayBeNeeded(sharing: Sharing): boolean {
  return lacksSomewhere(sharing.capacities) && sharing.related.some(({ parts, suspected }) => suspected !== undefined && parts.some((part) => part === 'PARORENDE' || part === 'VERGE' || part === 'FULLMEKTIG'));
}
