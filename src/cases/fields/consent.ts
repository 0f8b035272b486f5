import { QUESTION, TO_ALL, WITHIN_CONSENT } from '../choices/consent.ts';
import { LINE, linkTo, oneOf, someOf } from './rule.ts';

/** What is asked of whether a person can consent and to what, of a consent, and of what is shared on a consent; fields.ts takes them in with the others. */
export const CONSENT_FIELDS = {
  capacityQuestion: oneOf(QUESTION.codes),
  capacityAbout: LINE,
  consentAbout: oneOf(QUESTION.codes),
  consentAboutWhat: LINE,
  consentTo: LINE,
  consentToAll: someOf(TO_ALL.codes),
  consentPurpose: LINE,
  consentLanguage: LINE,
  restsOn: linkTo('consent'),
  withinConsent: someOf(WITHIN_CONSENT.codes),
} as const;

export type ConsentHelped = 'concludedWho' | 'capacityQuestion' | 'capacityAbout' | 'consentAbout' | 'consentAboutWhat' | 'consentTo' | 'consentPurpose' | 'consentLanguage' | 'restsOn' | 'withinConsent';
