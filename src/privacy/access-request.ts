import type { PassageKind } from '../cases/public.ts';
import type { UserId } from '../kernel/ids.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import { addDays, day, type Day, type Instant } from '../kernel/time.ts';
import type { Ground, IdentityCheck, LetterKind, Requester } from './codes.ts';

/** T20: somebody asks to see what is written about a person. Kept apart from any case, whether there is one or not. */
export type AccessRequest = {
  readonly requester: Requester;
  readonly name: string;
  readonly about: string;
  readonly asks: string;
  /** how the answer can be given safely */
  readonly reach: string;
  readonly identity: IdentityCheck;
  readonly identityHow: string;
  /** looked for, and no case was found; undefined: not looked for, or there is one */
  readonly nothingFound: boolean;
  readonly advice: { readonly by: UserId; readonly at: Instant; readonly text: string } | undefined;
  readonly answer: Answer | undefined;
};
export type Answer = { readonly letter: LetterKind; readonly by: UserId; readonly how: string; /** the words of a letter that tells nothing of a case; one that does is kept with the case */ readonly text: string | undefined };

/** What becomes of one piece of a case: given, or withheld on a ground. */
export type Decision = { readonly give: true } | { readonly give: false; readonly ground: Ground };
export type Decisions = Readonly<Record<string, Decision>>;

/**
 * The last day for an answer: one month after the request came (GDPR art. 12 nr. 3), on the same date, or on the last day of a shorter
 * month (regulation (EEC) 1182/71 art. 3).
 */
export function dueOn(receivedOn: Day): Day {
  const [year = 0, month = 1, date = 1] = receivedOn.split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  for (let on = date; on > 0; on -= 1) {
    const found = day(`${next}-${String(on).padStart(2, '0')}`);
    if (found !== undefined) return found;
  }
  return addDays(receivedOn, 30);
}

/** For how many whole calendar years a region may have answers to requests that no case holds kept. */
export const REQUEST_YEARS = { least: 1, most: 30 } as const;

/**
 * Until which day (exclusive) answers to requests that no case holds have been kept long enough: so many whole calendar years lie between the answer and
 * this year. The region decides how many (arkivforskrifta § 3); nothing goes before it has. One that is not answered, and one that a case holds, does not
 * go by this: the latter goes with its case.
 */
export function keptLongEnough(today: Day, years: number): Day {
  return day(`${Number(today.slice(0, 4)) - years}-01-01`) ?? today;
}

/** Whose own data it is, or who acts for them: only they may be given what is written about the person. */
export function asksForThemselves(requester: Requester): boolean {
  return requester === 'PERSONEN' || requester === 'REPRESENTANT';
}

/** What somebody else wrote or sent may tell who they are: it waits for whoever has read it (fvl § 19). */
const TELLS_WHO: readonly PassageKind[] = ['REPORTER', 'THEIRS', 'OURS', 'FILE'];

/**
 * What happens to a piece unless somebody decides otherwise. The reporter is masked for everybody (fvl § 19). The person gets their own
 * story; what the police said, what may be about somebody else, and what whoever reported wrote later or sent, waits for a decision. Everybody else, the suspected abuser first, gets nothing.
 */
export function usualDecision(requester: Requester, kind: PassageKind): Decision {
  if (kind === 'REPORTER') return { give: false, ground: 'FVL_19_2_B' };
  if (!asksForThemselves(requester)) return { give: false, ground: 'POPPLYL_16_D' };
  if (TELLS_WHO.includes(kind)) return { give: false, ground: 'FVL_19_2_B' };
  if (kind === 'OTHERS') return { give: false, ground: 'POPPLYL_16_D' };
  if (kind === 'POLICE') return { give: false, ground: 'POPPLYL_16_B' };
  return { give: true };
}

/** The letter that is proposed: one that tells nothing, but to whoever asks for themselves and is known to be who they say. */
export function usualLetter({ requester, identity, nothingFound }: Pick<AccessRequest, 'requester' | 'identity' | 'nothingFound'>): LetterKind {
  if (!asksForThemselves(requester) || !isChecked(identity)) return 'VERKEN_ELLER';
  return nothingFound ? 'INGENTING' : 'INNSYN';
}

export function isChecked(identity: IdentityCheck): boolean {
  return identity !== 'IKKE_SJEKKET' && identity !== 'KUNNE_IKKE';
}

/** What is known of the case when the answer is given. */
export type Found = { readonly linked: boolean; readonly decided: boolean };

/**
 * Whether this letter may go out. Refuses: `already_answered`, `identity_not_checked`, `letter_not_for_them` (only the person or whoever acts
 * for them is told whether there is anything), `no_case_linked`, `case_was_linked`, `passages_undecided`.
 */
export function decideAnswer(request: AccessRequest, letter: LetterKind, { linked, decided }: Found): Outcome<LetterKind> {
  if (request.answer !== undefined) return refuse('already_answered');
  if (letter === 'VERKEN_ELLER') return done(letter);
  if (!asksForThemselves(request.requester) && !(letter === 'INNSYN' && request.requester === 'MISTENKT')) return refuse('letter_not_for_them', { letter: 'letter_not_for_them' });
  if (!isChecked(request.identity)) return refuse('identity_not_checked', { letter: 'identity_not_checked' });
  if (letter === 'INGENTING') {
    if (linked) return refuse('case_was_linked', { letter: 'case_was_linked' });
    return request.nothingFound ? done(letter) : refuse('nobody_looked', { letter: 'nobody_looked' });
  }
  if (!linked) return refuse('no_case_linked', { letter: 'no_case_linked' });
  return decided ? done(letter) : refuse('passages_undecided', { letter: 'passages_undecided' });
}
