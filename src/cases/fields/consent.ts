import { WITHIN_CONSENT } from '../choices/consent.ts';
import { LINE, linkTo, someOf } from './rule.ts';

/** What is asked of a consent to some of it, and of what is shared on a consent; fields.ts takes them in with the others. */
export const CONSENT_FIELDS = {
  consentTo: LINE,
  restsOn: linkTo('consent'),
  withinConsent: someOf(WITHIN_CONSENT.codes),
} as const;

export type ConsentHelped = 'consentTo' | 'restsOn' | 'withinConsent';
