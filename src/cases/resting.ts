import { fold, nearWord } from '../kernel/likeness.ts';
import { done, type Outcome } from '../kernel/outcome.ts';
import type { Day } from '../kernel/time.ts';
import type { Basis } from '../reports/codes.ts';
import type { WithinConsent } from './choices/consent.ts';
import { refuseCase } from './refusals.ts';
import { standingConsents, type ConsentGiven, type Sharing } from './sharing.ts';

/** What whoever records a disclosure says of the consent that it rests on. */
export type Resting = {
  readonly basis: Basis;
  readonly organ: string;
  /** the consent they chose; needed where more than one stands */
  readonly restsOn?: string | undefined;
  /** that they have read what a partial consent covers, and that this is within it; and that a receiver it does not name is meant, too */
  readonly withinConsent?: readonly WithinConsent[] | undefined;
};

/** Whose consent a basis stands on; undefined for a basis that needs none. */
function giverOf(basis: Basis): 'PERSON' | 'OTHERS' | undefined {
  return basis === 'SAMTYKKE' ? 'PERSON' : basis === 'SAMTYKKE_PARORENDE' ? 'OTHERS' : undefined;
}

/**
 * The id of the consent that a disclosure rests on (fvl § 13 a nr. 1, hpl § 22): the one that was chosen, or the only one that stands. undefined where the basis is no
 * consent. Refusals: `no_consent`; `bad_input` at `restsOn` where several stand and none is chosen, or where the one chosen is not of whom the basis says (`consent_of_another`);
 * at `withinConsent` where it was given for some of it, until somebody has said that this is within it, and of a receiver it does not name that the person meant it too (domain reference §4.3, step 4: «within its limits»).
 */
export function restingOn(sharing: Sharing, { basis, organ, restsOn, withinConsent = [] }: Resting, today: Day): Outcome<string | undefined> {
  const from = giverOf(basis);
  if (from === undefined) return done(undefined);
  const standing = standingConsents(sharing, from, today);
  if (standing.length === 0) return refuseCase('no_consent', { basis: 'no_consent' });
  const chosen = restsOn === undefined && standing.length === 1 ? standing[0] : standing.find(({ consentId }) => consentId === restsOn);
  if (chosen === undefined) return refuseCase('bad_input', { restsOn: restsOn === undefined ? 'missing' : 'consent_of_another' });
  if (chosen.status !== 'DELVIS') return done(chosen.consentId);
  if (!names(chosen, organ) && !withinConsent.includes('OGSA_DENNE')) return refuseCase('bad_input', { withinConsent: 'consent_to_others' });
  if (!withinConsent.includes('INNENFOR')) return refuseCase('bad_input', { withinConsent: 'consent_partial' });
  return done(chosen.consentId);
}

/** The newest one, where nobody chooses: names in a meeting, and another code for a question whose own consent no longer stands. `none` where none stands. */
export function newestFor(sharing: Sharing, basis: Basis, today: Day, before?: string): string | 'none' | undefined {
  const from = giverOf(basis);
  if (from === undefined) return undefined;
  const standing = standingConsents(sharing, from, today);
  return (standing.find(({ consentId }) => consentId === before) ?? standing.at(-1))?.consentId ?? 'none';
}

const MEANS_SOMETHING = 4;
/** «NAV», «BUP», «DPS»: a short word is a name of its own and must be the very same. */
const SHORTEST = 3;
/** words of three letters that stand between names */
const BETWEEN: readonly string[] = ['and', 'den', 'det', 'for', 'fra', 'hos', 'med', 'min', 'som', 'the', 'til', 'ved'];

/** Whether the receiver is among those a consent names: «Banken, kundevern» in «Banken og fastlegen». One that names nobody names nobody else. */
function names({ consentTo }: ConsentGiven, organ: string): boolean {
  const words = (text: string) => text.split(/[^\p{L}\p{M}]+/u).map(fold).filter((word) => word.length >= SHORTEST && !BETWEEN.includes(word));
  return consentTo === undefined || words(organ).some((one) => words(consentTo).some((other) => one === other || (Math.min(one.length, other.length) >= MEANS_SOMETHING && (nearWord(one, other) || one.startsWith(other) || other.startsWith(one)))));
}
