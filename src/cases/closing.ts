import { done } from '../kernel/outcome.ts';
import { askingFault, type Asking } from './asking.ts';
import type { CaseState } from './case.ts';
import { EARLY_REASONS, EARLY_REASONS_KAN, type Answer, type ReporterFeedback, type Retention } from './choices.ts';
import type { Achieved, ClosingReason } from './codes.ts';
import type { DecisionContext } from './conditions.ts';
import { entry } from './events.ts';
import type { FigureField } from './person.ts';
import type { Numbered } from './two-people.ts';
import { figuresFilled, figuresLeft, figuresRaiseDuty, type FiguresInput } from './figures.ts';
import { check, type Decision } from './guard.ts';
import { keptLocal, localAfter, type WithLocal } from './local-answers.ts';
import { refuseCase } from './refusals.ts';
import { feedbackFault } from './reporter-told.ts';
import { retentionsFor } from './retention.ts';
import { isStrict } from './secrecy.ts';
import { declinedFault } from './voice.ts';

export type ClosingContent = WithLocal & {
  readonly reasons: readonly ClosingReason[];
  readonly remainingRisk: string;
  readonly whoHasItNow: string;
  readonly personTold: Answer;
  readonly personToldWhy?: string | undefined;
  /** whether it went as the person wanted; absent in older entries */
  readonly wishAchieved?: Achieved | undefined;
  /** what the person says now, in their own words */
  readonly wishEnd?: string | undefined;
};

/** `correctionId`: of what is filled in along with the closing. */
export type ProposeClosing = ClosingContent & FiguresInput & Asking & { readonly correctionId: string };

/**
 * T13: the case lead proposes to close. Before follow-up only with reasons that leave nothing to follow up
 * (`reason_needs_follow_up` otherwise). They may ask a coordinator by name to decide; `bad_input` with `cannot_confirm` or `confirmer_away` where that one could not.
 */
export function decideProposeClosing(state: CaseState, input: ProposeClosing, ctx: DecisionContext): Decision {
  const { confirmerRoles: _roles, confirmerAway: _away, correctionId, ...filled } = input;
  const early = state.status !== 'OPPFOLGING';
  const step = early ? 'proposeEarlyClosing' : 'proposeClosing';
  const no = check(step, state, filled, ctx) ?? askingFault(step, state, input, ctx);
  if (no !== undefined) return no;
  if (early && !input.reasons.every((reason) => endsEarly(state, reason))) return refuseCase('reason_needs_follow_up', { reasons: 'reason_needs_follow_up' });
  const declined = input.reasons.includes('PERSON_ONSKER_IKKE') ? declinedFault(state) : undefined;
  if (declined !== undefined) return refuseCase(declined, { reasons: declined });
  const { reasons, remainingRisk, whoHasItNow, personTold, personToldWhy, wishAchieved, wishEnd } = input;
  return done([...figuresFilled(state, input, correctionId, ctx.now), entry('ClosingProposed', ctx.now, { proposal: state.proposals + 1, reasons, remainingRisk, whoHasItNow, personTold, personToldWhy, wishAchieved, wishEnd, asked: input.confirmer, ...keptLocal('UTFALL', localAfter('UTFALL', reasons, { before: state.closingLocal, now: input.local, covered: isStrict(state) })) })]);
}

/** T14: not yet; the case goes back to where it was. */
export function decideReturnClosing(state: CaseState, input: { readonly grounds: string }, ctx: DecisionContext): Decision {
  return check('returnClosing', state, input, ctx) ?? done([entry('ClosingReturned', ctx.now, { grounds: input.grounds })]);
}

export type CloseCase = Numbered & FiguresInput & { readonly correctionId: string; /** required of whoever closes what they proposed themselves */ readonly aloneWhy?: string | undefined; readonly learning: string; readonly reporterFeedback: ReporterFeedback; readonly retention?: Retention | undefined };

/**
 * T14: closed for the reasons that were proposed, by a coordinator who did not propose it, or alone where the team has been small (alone.ts): then with why. `proposal`: the number of the
 * proposal this person has read. Every minimum figure that is missing is answered with it, be it with «ukjent» (domain reference §3.8). Refuses `not_short` where what is kept for
 * a short time was no mistake (retention.ts); `raises_duty` where an answer tells of something that a duty follows from, which is answered before the case ends; `no_consent` where whoever reported was told more than that it arrived and no consent stands, `use_asks_ground` while the use is restricted (reporter-told.ts).
 */
export function decideCloseCase(state: CaseState, input: CloseCase, ctx: DecisionContext): Decision {
  const { proposal, correctionId, aloneWhy, learning, reporterFeedback, retention = 'BEVARES', ...figures } = input;
  const no = check('closeCase', state, { ...figures, aloneWhy, learning, reporterFeedback, retention }, ctx) ?? feedbackFault(state, reporterFeedback, ctx.now);
  if (no !== undefined) return no;
  const proposed = state.closingProposal;
  if (proposed?.no !== proposal) return refuseCase('proposal_changed');
  const declined = proposed.reasons.includes('PERSON_ONSKER_IKKE') ? declinedFault(state) : undefined;
  if (declined !== undefined) return refuseCase(declined);
  const alone = proposed.by === ctx.actor.userId;
  if (alone && aloneWhy === undefined) return refuseCase('bad_input', { aloneWhy: 'missing' });
  // What one person decided is kept.
  if (!retentionsFor(state).includes(retention) || (alone && retention !== 'BEVARES')) return refuseCase('not_short', { retention: 'not_short' });
  const left = figuresLeft(state, figures);
  if (left.length > 0) return refuseCase('bad_input', faults(left, 'figure_missing'));
  const duty = figuresRaiseDuty(state, figures);
  if (duty.length > 0) return refuseCase('bad_input', faults(duty, 'raises_duty'));
  return done([...figuresFilled(state, figures, correctionId, ctx.now), entry('CaseClosed', ctx.now, { proposal, reasons: proposed.reasons, learning, reporterFeedback, retention, ...(alone ? { alone, aloneWhy } : {}), ...keptLocal('UTFALL', proposed.local) })]);
}

/** T15: a closed case is taken up again, where it was asked into last, for another reason than a report: what comes as one reopens it by joining it (joining.ts). */
export function decideReopenCase(state: CaseState, input: { readonly grounds: string }, ctx: DecisionContext): Decision {
  return check('reopenCase', state, input, ctx) ?? done([entry('CaseReopened', ctx.now, { grounds: input.grounds })]);
}

function faults(names: readonly FigureField[], fault: 'figure_missing' | 'raises_duty'): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, fault]));
}

function endsEarly(state: CaseState, reason: ClosingReason): boolean {
  const kan = state.classification?.caseType === 'KAN' ? EARLY_REASONS_KAN : [];
  return [...EARLY_REASONS, ...kan].some((early) => early === reason);
}
