import { done, type Refusal } from '../../kernel/outcome.ts';
import { osloDay, type Day } from '../../kernel/time.ts';
import type { CaseState } from '../case.ts';
import type { DecisionContext } from '../conditions.ts';
import type { AvertingAnswer, ChildDutyAnswer, EmployerTold, SupervisionTold } from '../choices/duty.ts';
import { timesTold, type AnswersDuty } from '../duties.ts';
import { entry } from '../events.ts';
import type { Filled } from '../fields.ts';
import { check, type Decision } from '../guard.ts';
import { refuseCase } from '../refusals.ts';

/** `toldTimes`: how many times it had been told of on the page that was read (timesTold); undefined where nobody says. */
type Read = { readonly toldTimes?: number | undefined };

/** The guard and the fields, and that nothing has been told since that the answer would settle unread: `told_meanwhile`. */
function checkRead(duty: AnswersDuty, state: CaseState, { toldTimes, ...filled }: Filled & Read, ctx: DecisionContext): Refusal | undefined {
  return check(duty, state, filled, ctx) ?? (toldTimes !== undefined && timesTold(state, duty) > toldTimes ? refuseCase('told_meanwhile') : undefined);
}

export type AnswerAverting = Read & {
  readonly avertingAnswer: AvertingAnswer;
  readonly avertingGrounds?: string | undefined;
  readonly avertedHow?: string | undefined;
  readonly avertedBy?: string | undefined;
  readonly avertedWhen?: string | undefined;
};

/** strl. § 196: whoever knows that a serious crime will most likely happen reports or stops it. Asked anew whenever something has happened. */
export function decideAnswerAverting(state: CaseState, input: AnswerAverting, ctx: DecisionContext): Decision {
  const no = checkRead('answerAverting', state, input, ctx);
  if (no !== undefined) return no;
  const { avertingAnswer: answer, avertingGrounds: grounds, avertedHow: how, avertedBy: by, avertedWhen: when } = input;
  switch (answer) {
    case 'IKKE_AKTUELL': return done([entry('AvertingAnswered', ctx.now, { answer })]);
    case 'IKKE_OPPFYLT': return done([entry('AvertingAnswered', ctx.now, { answer, grounds })]);
    case 'OPPFYLT': return done([entry('AvertingAnswered', ctx.now, { answer, how, by, when })]);
  }
}

export type RecordChildDuty = Read & { readonly childDuty: ChildDutyAnswer; readonly childWhy: string; readonly childBy: string; readonly childOn: Day };

/** barnevernsloven § 13-2: child protection was told, or why it did not have to be. */
export function decideRecordChildDuty(state: CaseState, input: RecordChildDuty, ctx: DecisionContext): Decision {
  const no = checkRead('recordChildDuty', state, input, ctx);
  if (no !== undefined) return no;
  if (input.childOn > osloDay(ctx.now)) return refuseCase('bad_input', { childOn: 'in_future' });
  const { childDuty: answer, childWhy: why, childBy: by, childOn: on } = input;
  return done([entry('ChildDutyAnswered', ctx.now, { answer, why, by, on })]);
}

export type RecordChildFeedback = { readonly childFeedback: string; readonly askAgain?: Day | undefined };

/** bvl. § 13-3: child protection answers a public reporter within three weeks. What it said; or that it was silent, and when we ask again. */
export function decideRecordChildFeedback(state: CaseState, input: RecordChildFeedback, ctx: DecisionContext): Decision {
  const { childFeedback: said, askAgain } = input;
  return check('recordChildFeedback', state, input, ctx) ?? done([entry('ChildFeedbackCame', ctx.now, { said, askAgain })]);
}

export type RecordServiceDuty = Read & { readonly employerTold: EmployerTold; readonly supervisionTold: SupervisionTold; readonly toldDetails: string };

/** hol. § 12-3 a: somebody suspected works in a service or lives in it. Who there knows; the personnel case itself is kept elsewhere. */
export function decideRecordServiceDuty(state: CaseState, input: RecordServiceDuty, ctx: DecisionContext): Decision {
  const { employerTold: employer, supervisionTold: supervision, toldDetails: details } = input;
  return checkRead('recordServiceDuty', state, input, ctx) ?? done([entry('ServiceDutyAnswered', ctx.now, { employer, supervision, details })]);
}
