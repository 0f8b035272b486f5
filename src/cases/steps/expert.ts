import { done } from '../../kernel/outcome.ts';
import { addDays, osloDay, type Day, type Instant } from '../../kernel/time.ts';
import type { Lang } from '../../kernel/texts.ts';
import { EXPERT_QUESTION, type AnswerBasis, type ExpertQuestion, type SeenOrHeard } from '../../reports/codes.ts';
import type { CaseState } from '../case.ts';
import type { Answer } from '../choices.ts';
import type { DecisionContext } from '../conditions.ts';
import { entry } from '../events.ts';
import { renewed } from '../evolve/expert.ts';
import { codesGiven, askShut, codeBasis, EXPERT_DAYS, standsOn, type ExpertAsk } from '../expert.ts';
import { check, type Decision } from '../guard.ts';
import type { Namesake } from '../expert-namesake.ts';
import { refuseCase } from '../refusals.ts';
import { keptGrounds, objectionFault, reachesByBasis, type ToHealthAnswer } from '../reservation.ts';
import { restingOn, stillStands, type Resting } from '../resting.ts';
import { EXPERT_SAID } from '../texts/expert.ts';

export type AskExpert = Resting & ToHealthAnswer & {
  readonly organ: string;
  /** new and random; also the id of the disclosure */
  readonly askId: string;
  readonly expertShown: string;
  readonly grounds: string;
  readonly personInformed: Answer;
  readonly personToldWhy?: string | undefined;
  readonly expertQuestions?: readonly ExpertQuestion[] | undefined;
  readonly expertFree?: string | undefined;
  /** whose name is like that of whoever is asked */
  readonly like?: Namesake | undefined;
  /** has read through exactly what the professional will see */
  readonly seen: boolean;
};

/**
 * T19: what one professional outside is told and asked. It is a disclosure as any other, recorded before anybody can read it. Refusals:
 * those of the table; `bad_input` for nothing asked; those of restingOn (resting.ts); `health_objection` (hpl § 29); `look_first` where nobody has
 * read through what will be shown, with `like_…` at `organ` where whoever is asked may be somebody of the case (fvl § 6); `expert_exists` where the id is taken, by a question that says something else or by another disclosure.
 */
export function decideAskExpert(state: CaseState, input: AskExpert, ctx: DecisionContext): Decision {
  const { askId, seen, like, expertQuestions = [], expertFree, expertShown: shared, restsOn, withinConsent, toHealth, despiteObjection, ...said } = input;
  const no = check('askExpert', state, { ...said, restsOn, withinConsent, expertShown: shared, expertQuestions, expertFree, toHealth, despiteObjection }, ctx);
  if (no !== undefined) return no;
  const today = osloDay(ctx.now);
  if (expertQuestions.length === 0 && (expertFree ?? '') === '') return refuseCase('bad_input', { expertQuestions: 'missing' });
  if (state.disclosures.some(({ disclosureId }) => disclosureId === askId)) return isSame(state, input) ? done([]) : refuseCase('expert_exists');
  const consent = restingOn(state, input, today);
  if (!consent.ok) return consent;
  const consentId = consent.value;
  const objected = objectionFault(state, { toHealth, despiteObjection }, reachesByBasis(said.basis));
  if (objected !== undefined) return objected;
  if (!seen) return refuseCase('look_first', like && { organ: `like_${like}` });
  return done([
    entry('Disclosed', ctx.now, { ...said, disclosureId: askId, direction: 'UT', consentId, shared, ...keptGrounds(state, { toHealth, despiteObjection }, reachesByBasis(said.basis)) }),
    entry('ExpertAsked', ctx.now, { askId, expertQuestions, expertFree, expertUntil: lastDay(state, consentId, today) }),
  ]);
}

/** The same form sent once more, as it was. */
function isSame({ experts, disclosures }: CaseState, { askId, organ, basis, expertShown, grounds, personInformed, personToldWhy, expertQuestions = [], expertFree }: AskExpert): boolean {
  const [ask, told] = [experts.find((one) => one.askId === askId), disclosures.find(({ disclosureId }) => disclosureId === askId)];
  if (ask === undefined || told === undefined) return false;
  const pairs = [[told.organ, organ], [told.basis, basis], [told.shared, expertShown], [told.grounds, grounds], [told.personInformed, personInformed], [told.personToldWhy, personToldWhy], [ask.expertFree, expertFree], [[...ask.expertQuestions].sort().join(), [...expertQuestions].sort().join()]];
  return pairs.every(([before, now]) => (before ?? '') === (now ?? ''));
}

/** Fourteen days, and no longer than the consent it stands on. */
function lastDay({ consents }: CaseState, consentId: string | undefined, today: Day): Day {
  const usual = addDays(today, EXPERT_DAYS);
  const until = consents.find((one) => one.consentId === consentId)?.until;
  return until !== undefined && until < usual ? until : usual;
}

function waiting({ experts }: CaseState, askId: string): ExpertAsk | undefined {
  return experts.find((one) => one.askId === askId && one.answered === undefined && one.withdrawn === undefined);
}

export type RenewExpertCode = Pick<Resting, 'restsOn' | 'withinConsent'> & ToHealthAnswer & { readonly expertAsk: string; /** how many codes had been given on the page that was read (codesGiven); undefined where nobody says */ readonly codesGiven?: number | undefined };

/**
 * Another code for a question that nobody has answered; the one before opens nothing any more. Whoever reads it is told anew, so it is asked about as a disclosure is: the
 * consent that the question stands on holds while it stands, else those of restingOn; and what the person says no to by now (`health_objection`, hpl § 29). Refusals: those of the table besides; `code_given_meanwhile` where a code was given since the page was read.
 */
export function decideRenewExpertCode(state: CaseState, input: RenewExpertCode, ctx: DecisionContext): Decision {
  const { expertAsk, codesGiven: read, ...answers } = input;
  const no = check('renewExpertCode', state, { expertAsk, ...answers }, ctx);
  if (no !== undefined) return no;
  // A second press would shut the code that somebody is just reading out on the phone.
  if (read !== undefined && codesGiven(state) > read) return refuseCase('code_given_meanwhile');
  const disclosure = state.disclosures.find(({ disclosureId }) => disclosureId === expertAsk);
  const ask = waiting(state, expertAsk);
  if (ask === undefined || disclosure === undefined) return refuseCase('bad_input', { expertAsk: 'not_offered' });
  if (disclosure.review?.result === 'INGEN_GRUNNLAG') return refuseCase('no_consent');
  const [basis, today, before] = [codeBasis(disclosure), osloDay(ctx.now), standsOn(disclosure, ask)];
  const consent = stillStands(state, before, today) ? done(before) : restingOn(state, { ...input, basis, organ: disclosure.organ }, today);
  if (!consent.ok) return consent;
  const reaches = reachesByBasis(basis);
  const objected = objectionFault(state, input, reaches);
  if (objected !== undefined) return objected;
  const newest = { askId: expertAsk, expertUntil: lastDay(state, consent.value, today), consentId: consent.value, ...keptGrounds(state, input, reaches) };
  // A code that would open nothing is not made.
  return askShut({ ...state, updatedAt: ctx.now }, renewed(ask, newest, ctx.now)) === undefined ? done([entry('ExpertCodeRenewed', ctx.now, newest)]) : refuseCase('no_consent');
}

/** Nobody can open or answer it any more. What was read before stays said. */
export function decideWithdrawExpert(state: CaseState, input: { readonly expertAsk: string; readonly grounds?: string | undefined }, ctx: DecisionContext): Decision {
  const no = check('withdrawExpert', state, input, ctx);
  if (no !== undefined) return no;
  if (waiting(state, input.expertAsk) === undefined) return refuseCase('bad_input', { expertAsk: 'not_offered' });
  return done([entry('ExpertAskWithdrawn', ctx.now, { askId: input.expertAsk, grounds: input.grounds })]);
}

export function decideReadExpertAnswer(state: CaseState, { expertAsk }: { readonly expertAsk: string }, ctx: DecisionContext): Decision {
  const no = check('readExpertAnswer', state, { expertAsk }, ctx);
  if (no !== undefined) return no;
  const ask = state.experts.find((one) => one.askId === expertAsk);
  if (ask?.answered === undefined) return refuseCase('bad_input', { expertAsk: 'not_offered' });
  return done(ask.read === undefined ? [entry('ExpertAnswerRead', ctx.now, { askId: expertAsk })] : []);
}

/** An answer as it came (reports/expert/content.ts). */
export type CameFromExpert = {
  readonly askId: string; readonly disclosureId: string; readonly receivedAt: Instant; readonly lang: Lang;
  readonly name: string; readonly role: string; readonly workplace: string; readonly can: boolean;
  readonly answers: readonly { readonly question: string; readonly text: string }[];
  readonly seen?: SeenOrHeard | undefined; readonly basis?: AnswerBasis | undefined;
};

/**
 * What a professional answered becomes something that was told to us, not verified unless they saw it themselves (politiregisterloven § 27
 * asks it of what the police give; here of everybody). It is written whatever became of the case meanwhile: there is a receipt for it.
 * Answers no entry where the question is not known or has an answer.
 */
export function decideExpertAnswered(state: CaseState, came: CameFromExpert): Decision {
  const ask = state.experts.find(({ askId }) => askId === came.askId);
  if (ask === undefined || ask.answered !== undefined) return done([]);
  const { askId, disclosureId, receivedAt: at, lang, name, role, workplace, can, seen } = came;
  const who = { expertName: name, expertRole: role, expertWorkplace: workplace };
  if (!can) return done([entry('ExpertAnswered', at, { askId, expertCan: 'NEI', ...who })]);
  const shared = came.answers.map(({ question, text }) => `${EXPERT_QUESTION.is(question) ? EXPERT_QUESTION.label(question, lang) : ask.expertFree ?? ''}:\n${text}`).join('\n\n');
  return done([
    entry('Disclosed', at, {
      disclosureId, direction: 'INN', organ: `${role}, ${workplace}`, basis: came.basis ?? 'UKJENT', shared, grounds: EXPERT_SAID[lang].answeredBy(name), unverified: seen === 'SETT' ? 'NEI' : 'JA',
    }),
    entry('ExpertAnswered', at, { askId, expertCan: 'JA', ...who, expertSeen: seen, disclosureId }),
  ]);
}
