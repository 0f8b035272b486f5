import { fold, nearWord } from '../kernel/likeness.ts';
import { done, type Outcome, type Refusal } from '../kernel/outcome.ts';
import type { Day } from '../kernel/time.ts';
import type { Basis, Consent } from '../reports/codes.ts';
import type { WithinConsent } from './choices/consent.ts';
import { refuseCase } from './refusals.ts';
import { consentFault, standingConsents, type ConsentGiven, type Sharing } from './sharing.ts';

/** What whoever records a disclosure says of the consent that it rests on. */
export type Resting = {
  readonly basis: Basis;
  /** undefined: nobody outside is told */
  readonly organ: string | undefined;
  /** the consent they chose; needed where more than one stands */
  readonly restsOn?: string | undefined;
  /** that they have read what a partial consent covers, and that this is within it; that a receiver a consent does not name is meant, too */
  readonly withinConsent?: readonly WithinConsent[] | undefined;
};

/** Whose consent a basis stands on; undefined for a basis that needs none. */
function giverOf(basis: Basis): 'PERSON' | 'OTHERS' | undefined {
  return basis === 'SAMTYKKE' ? 'PERSON' : basis === 'SAMTYKKE_PARORENDE' ? 'OTHERS' : undefined;
}

const GIVEN: readonly Consent[] = ['GITT_SKRIFTLIG', 'GITT_MUNTLIG', 'DELVIS'];

/** Whether a basis is a consent of somebody. */
export function isOnConsent(basis: Basis | undefined): boolean {
  return basis !== undefined && giverOf(basis) !== undefined;
}

/**
 * The id of the consent that a disclosure rests on (fvl § 13 a nr. 1, hpl § 22): the one that was chosen, or the only one that stands. undefined where the basis is no
 * consent. Refusals: `no_consent`; `bad_input` at `restsOn` where several stand and none is chosen, or where the one chosen is not of whom the basis says (`consent_of_another`);
 * at `withinConsent` of a receiver that it does not name, until somebody has said that the person meant it too; and where it was given for some of it, that this is within it (domain reference §4.3, step 4: «within its limits»; §8.14).
 */
export function restingOn(sharing: Sharing, resting: Resting, today: Day): Outcome<string | undefined> {
  const from = giverOf(resting.basis);
  return from === undefined ? done(undefined) : chosenOf(standingConsents(sharing, from, today), resting);
}

/**
 * Before anybody has written a consent into the case, what was answered of the person's own is taken at its word, and a no that they have said is not. Somebody else's is a consent only where it stands: not the
 * suspect's, and not of somebody who can consent themselves (hpl § 22). `no_consent`, at the basis.
 */
export function earlyConsentFault(sharing: Sharing, { basis, consent }: { readonly basis: Basis; readonly consent: Consent }, today: Day): Refusal | undefined {
  const from = giverOf(basis);
  if (from === undefined || standingConsents(sharing, from, today).length > 0) return undefined;
  const said = sharing.consents.some(({ giver }) => giver === undefined);
  return from === 'PERSON' && !said && GIVEN.includes(consent) ? undefined : refuseCase('no_consent', { basis: 'no_consent' });
}

/** The same where the person's consent and somebody else's for them will do alike. */
export function restingOnEither(sharing: Sharing, resting: Omit<Resting, 'basis'>, today: Day): Outcome<string> {
  return chosenOf([...standingConsents(sharing, 'PERSON', today), ...standingConsents(sharing, 'OTHERS', today)], resting);
}

/** Said already, and it stands still: then nothing is chosen anew. */
export function stillStands(sharing: Sharing, consentId: string | undefined, today: Day): boolean {
  const consent = sharing.consents.find((one) => one.consentId === consentId);
  return consent !== undefined && consentFault(sharing, consent, today) === undefined;
}

function chosenOf(standing: readonly ConsentGiven[], { organ, restsOn, withinConsent = [] }: Omit<Resting, 'basis'>): Outcome<string> {
  if (standing.length === 0) return refuseCase('no_consent', { basis: 'no_consent' });
  const chosen = restsOn === undefined && standing.length === 1 ? standing[0] : standing.find(({ consentId }) => consentId === restsOn);
  if (chosen === undefined) return refuseCase('bad_input', { restsOn: restsOn === undefined ? 'missing' : 'consent_of_another' });
  if (organ !== undefined && !reaches(chosen, organ) && !withinConsent.includes('OGSA_DENNE')) return refuseCase('bad_input', { withinConsent: 'consent_to_others' });
  if (chosen.status === 'DELVIS' && !withinConsent.includes('INNENFOR')) return refuseCase('bad_input', { withinConsent: 'consent_partial' });
  return done(chosen.consentId);
}

const MEANS_SOMETHING = 4;
/** «NAV», «BUP», «DPS»: a short word is a name of its own and must be the very same. */
const SHORTEST = 3;
/** words of three letters that stand between names */
const BETWEEN: readonly string[] = ['and', 'den', 'det', 'for', 'fra', 'hos', 'med', 'min', 'som', 'the', 'til', 'ved'];

/** Whether somebody may have to say more of it before something is shared on it. */
export function isBounded({ status, toAll }: Pick<ConsentGiven, 'status' | 'toAll'>): boolean {
  return status === 'DELVIS' || toAll === undefined;
}

/** Whether the receiver is among those a consent names: «Banken, kundevern» in «Banken og fastlegen». An older one names them, if anywhere, in what it covers. */
function reaches({ consentTo, covers, toAll }: ConsentGiven, organ: string): boolean {
  const words = (text: string) => text.split(/[^\p{L}\p{M}]+/u).map(fold).filter((word) => word.length >= SHORTEST && !BETWEEN.includes(word));
  return toAll !== undefined || words(organ).some((one) => words(consentTo ?? covers).some((other) => one === other || (Math.min(one.length, other.length) >= MEANS_SOMETHING && (nearWord(one, other) || one.startsWith(other) || other.startsWith(one)))));
}
