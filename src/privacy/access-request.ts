import type { Passage, PassageKind } from '../cases/public.ts';
import type { FileId, UserId } from '../kernel/ids.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import { addDays, day, type Day, type Instant } from '../kernel/time.ts';
import { DAYS_LEFT, type ExtensionReason, type Ground, type IdentityCheck, type LetterKind, type Requester } from './codes.ts';

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
  /** somebody looked, and found nothing that they may know of; what another has found since does not change it, or it would be told by that */
  readonly nothingFound: boolean;
  /** who looked and found nothing; absent in older ones */
  readonly looked?: readonly UserId[] | undefined;
  /** on which day somebody last looked, whatever they found; absent in older ones */
  readonly lookedOn?: Readonly<Record<UserId, Day>> | undefined;
  readonly advice: { readonly by: UserId; readonly at: Instant; readonly text: string } | undefined;
  readonly answer: Answer | undefined;
  /** the answer takes up to two months more, and they were told so within the first (GDPR art. 12 nr. 3) */
  readonly extended?: Extension | undefined;
};
export type Extension = { readonly reason: ExtensionReason; readonly toldOn: Day; readonly how: string; readonly by: UserId; /** the letter as it was given */ readonly text: string };
export type Answer = { readonly letter: LetterKind; readonly by: UserId; readonly how: string; /** the words of a letter that tells nothing of a case; one that does is kept with the case */ readonly text: string | undefined };

/** What becomes of one piece of a case: given, or withheld on a ground. */
export type Decision = { readonly give: true } | { readonly give: false; readonly ground: Ground };
export type Decisions = Readonly<Record<string, Decision>>;

/** Where a piece's ground is chosen, so that a fault leads there. */
export function groundField(passageId: string): string {
  return `grunn-${passageId}`;
}

/**
 * The last day for an answer: one month after the request came (GDPR art. 12 nr. 3), on the same date, or on the last day of a shorter
 * month (regulation (EEC) 1182/71 art. 3).
 */
export function dueOn(receivedOn: Day, months = 1): Day {
  const [year = 0, month = 1, date = 1] = receivedOn.split('-').map(Number);
  const at = month - 1 + months;
  const next = `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  for (let on = date; on > 0; on -= 1) {
    const found = day(`${next}-${String(on).padStart(2, '0')}`);
    if (found !== undefined) return found;
  }
  return addDays(receivedOn, 30 * months);
}

/** The last day for the answer to this request: two months later where they were told so in time. */
export function dueOf({ received_on: receivedOn }: { readonly received_on: Day }, { extended }: Pick<AccessRequest, 'extended'>): Day {
  return dueOn(receivedOn, extended === undefined ? 1 : 3);
}

type Extending = { readonly reason: ExtensionReason; readonly toldOn: Day; readonly receivedOn: Day; readonly today: Day; /** it is about something that whoever decides may read */ readonly linked: boolean };

/**
 * Two months more, once, told within the first month with the reason (GDPR art. 12 nr. 3). That it is complex tells that there is something: only whoever asks for themselves,
 * is known to be who they say and is to be answered with something may be told so. Refuses: `already_answered`, `already_extended`, `month_is_over`, `not_between`, `reason_tells`.
 */
export function decideExtension(request: AccessRequest, { reason, toldOn, receivedOn, today, linked }: Extending): Outcome<ExtensionReason> {
  if (request.answer !== undefined) return refuse('already_answered');
  if (request.extended !== undefined) return refuse('already_extended');
  if (toldOn > dueOn(receivedOn)) return refuse('month_is_over', { toldOn: 'month_is_over' });
  if (toldOn > today || toldOn < receivedOn) return refuse('bad_input', { toldOn: 'not_between' });
  const may = reason === 'MANGE_KRAV' || (linked && asksForThemselves(request.requester) && isChecked(request.identity));
  return may ? done(reason) : refuse('reason_tells', { reason: 'reason_tells' });
}

/** Who can be asked to look. `named`: by the request. `away`: coordinators who are away now and will be on the last day for the answer, which is not held back for their leave. */
export type Lookers = { readonly coordinators: readonly UserId[]; readonly reserve: UserId | undefined; readonly named: readonly UserId[]; readonly away: readonly UserId[] };

/**
 * Who still has to look before «we found nothing» is said: every coordinator that the request does not name, and when all of them have, the reserve, who alone has what every coordinator is left out of (fvl § 6). What is hidden
 * from one (a strictly confidential case, one that they are inhabil in) another of them has, and the same people look whatever there is, so that nothing is told by who is asked. The reserve is waited for also while away: nobody
 * has what they have. Nobody before somebody has found nothing, once it is answered, and where whoever asks is told nothing anyway.
 */
export function stillToLook({ requester, nothingFound, looked = [], answer }: Pick<AccessRequest, 'requester' | 'nothingFound' | 'looked' | 'answer'>, { coordinators, reserve, named, away }: Lookers): readonly UserId[] {
  if (!asksForThemselves(requester) || !nothingFound || answer !== undefined) return [];
  const toLook = (some: readonly UserId[]) => some.filter((one) => !named.includes(one) && !looked.includes(one));
  const first = toLook(coordinators).filter((one) => !away.includes(one));
  return first.length > 0 || reserve === undefined ? first : toLook([reserve]);
}

/** Whether the reserve finds it: it waits for them to look, or they did and it is not answered, or they answered it. Of any other request they know nothing. */
export function isReserves({ lookedOn, answer }: Pick<AccessRequest, 'lookedOn' | 'answer'>, toLook: readonly UserId[], reserve: UserId): boolean {
  return answer === undefined ? toLook.includes(reserve) || lookedOn?.[reserve] !== undefined : answer.by === reserve;
}

/**
 * For how many more the letter «we found nothing» waits. Where somebody has found something that whoever asks may not know of, one has not said «nothing», also where that one is no coordinator any more or is left out
 * of it since: the letter would be untrue, and could be read, printed and given by everybody else.
 */
export function lettersWaitFor(toLook: readonly UserId[], elsewhere: boolean): number {
  return elsewhere ? Math.max(1, toLook.length) : toLook.length;
}

export type WaitingRequest = { readonly requestId: string; readonly registeredAt: Instant; readonly due: Day; /** what it was found to be about */ readonly files: readonly FileId[]; /** named or nearly named in it (fvl § 6) */ readonly named: readonly UserId[]; /** who has to look before «we found nothing» */ readonly toLook: readonly UserId[] };

/** `overdue`: the last day for the oldest of those whose last day has come, for whoever was told of it and does not answer it; undefined where there is none. */
export type DuesFor = { readonly lines: readonly { readonly requestId: string; readonly due: Day }[]; readonly overdue: Day | undefined };

/**
 * What stands on somebody's day. Whoever answers finds each from a week before its last day, and one that waits for them to look at once, whichever case it is about (decision 0076), and so does the reserve; a leader and the
 * reserve hear on the last day that one waits which they do not find. Nobody is told of one they are named in; nor a leader of one about something that they are left out of.
 * @param waiting the oldest first @param out files that this person is left out of
 */
export function duesFor(waiting: readonly WaitingRequest[], { userId, answers, out }: { readonly userId: UserId; readonly answers: boolean; readonly out: readonly FileId[] }, today: Day): DuesFor {
  const theirs = waiting.filter(({ named }) => !named.includes(userId));
  const found = theirs.filter(({ due, toLook }) => toLook.includes(userId) || (answers && addDays(due, -DAYS_LEFT) <= today));
  const others = answers ? [] : theirs.filter((one) => !found.includes(one) && one.due <= today && !one.files.some((file) => out.includes(file)));
  return { lines: found.map(({ requestId, due }) => ({ requestId, due })), overdue: others.map(({ due }) => due).toSorted()[0] };
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
  // who reported may have what they gave themselves (GDPR art. 15); nothing else of it is theirs to be asked about
  if (requester === 'MELDER') return { give: true };
  if (kind === 'REPORTER') return { give: false, ground: 'FVL_19_2_B' };
  if (!asksForThemselves(requester)) return { give: false, ground: 'POPPLYL_16_D' };
  if (TELLS_WHO.includes(kind)) return { give: false, ground: 'FVL_19_2_B' };
  if (kind === 'OTHERS') return { give: false, ground: 'POPPLYL_16_D' };
  if (kind === 'POLICE') return { give: false, ground: 'POPPLYL_16_B' };
  return { give: true };
}

/** The same for a piece as it is shown: what is covered, and a file that nobody may open, is not given. */
export function usualFor(requester: Requester, { kind, covered, file }: Pick<Passage, 'kind' | 'covered' | 'file'>): Decision {
  if (covered === true) return { give: false, ground: 'FVL_19_2_B' };
  const usual = usualDecision(requester, kind);
  return usual.give && file?.closed === true ? { give: false, ground: 'POPPLYL_16_F' } : usual;
}

/** The letter that is proposed: one that tells nothing, but to whoever asks for themselves and is known to be who they say, and to whoever reported for what they gave. */
export function usualLetter({ requester, identity, nothingFound }: Pick<AccessRequest, 'requester' | 'identity' | 'nothingFound'>): LetterKind {
  if (!isChecked(identity)) return 'VERKEN_ELLER';
  if (requester === 'MELDER') return nothingFound ? 'VERKEN_ELLER' : 'INNSYN';
  if (!asksForThemselves(requester)) return 'VERKEN_ELLER';
  return nothingFound ? 'INGENTING' : 'INNSYN';
}

export function isChecked(identity: IdentityCheck): boolean {
  return identity !== 'IKKE_SJEKKET' && identity !== 'KUNNE_IKKE';
}

/** What is known of the files when the answer is given. `nameless`: a report that says no name of whoever reported. */
export type Found = { readonly linked: boolean; readonly decided: boolean; readonly nameless?: boolean; /** how many have not looked yet of those who have to before «we found nothing» is true */ readonly waits?: number };

/** Who may be given anything at all: the person, whoever acts for them, and by a decision piece by piece the suspected and the reporter. */
const MAY_BE_GIVEN: readonly Requester[] = ['PERSONEN', 'REPRESENTANT', 'MISTENKT', 'MELDER'];

/**
 * Whether this letter may go out. Refuses: `already_answered`, `identity_not_checked`, `letter_not_for_them` (only the person or whoever acts
 * for them is told whether there is anything), `only_by_code` (nobody knows who reported, but whoever has the code), `code_not_for_them`, `no_case_linked`,
 * `case_was_linked`, `nobody_looked`, `others_look_first`, `passages_undecided`.
 */
export function decideAnswer(request: AccessRequest, letter: LetterKind, { linked, decided, nameless = false, waits = 0 }: Found): Outcome<LetterKind> {
  if (request.answer !== undefined) return refuse('already_answered');
  if (letter === 'VERKEN_ELLER') return done(letter);
  if (letter === 'INNSYN' ? !MAY_BE_GIVEN.includes(request.requester) : !asksForThemselves(request.requester)) return refuse('letter_not_for_them', { letter: 'letter_not_for_them' });
  if (!isChecked(request.identity)) return refuse('identity_not_checked', { letter: 'identity_not_checked' });
  if (request.identity === 'KODE' && request.requester !== 'MELDER') return refuse('code_not_for_them', { letter: 'code_not_for_them' });
  if (nameless && request.identity !== 'KODE') return refuse('only_by_code', { letter: 'only_by_code' });
  if (letter === 'INGENTING') {
    if (linked) return refuse('case_was_linked', { letter: 'case_was_linked' });
    if (!request.nothingFound) return refuse('nobody_looked', { letter: 'nobody_looked' });
    return waits === 0 ? done(letter) : refuse('others_look_first', { letter: 'others_look_first' });
  }
  if (!linked) return refuse('no_case_linked', { letter: 'no_case_linked' });
  return decided ? done(letter) : refuse('passages_undecided', { letter: 'passages_undecided' });
}
