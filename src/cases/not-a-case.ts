import { done } from '../kernel/outcome.ts';
import { askingFault, type Asking } from './asking.ts';
import type { CaseState } from './case.ts';
import type { NotACaseReason, ReporterFeedback, Retention, UnclassifiedType } from './choices.ts';
import type { DecisionContext } from './conditions.ts';
import { entry, type NotACaseContent } from './events.ts';
import type { Numbered } from './two-people.ts';
import { check, type Decision } from './guard.ts';
import { readReceipt } from './opening.ts';
import { personFacts, type PersonFactsInput } from './person-facts.ts';
import { refuseCase } from './refusals.ts';
import { feedbackFault, feedbackRefusal } from './reporter-told.ts';
import { retentionsFor } from './retention.ts';
import { declinedFault } from './voice.ts';

export type ProposeNotACase = PersonFactsInput & Asking & {
  readonly notACaseReason: NotACaseReason;
  readonly advice: string;
  readonly notACaseType?: UnclassifiedType | undefined;
  readonly referredTo?: string | undefined;
  readonly reporterFeedback?: ReporterFeedback | undefined;
};

/** T6, the first of two people: no case of ours, with the advice that was given. */
export function decideProposeNotACase(state: CaseState, input: ProposeNotACase, ctx: DecisionContext): Decision {
  const { confirmerRoles: _roles, confirmerAway: _away, ...filled } = input;
  const no = check('proposeNotACase', state, filled, ctx) ?? askingFault('proposeNotACase', state, input, ctx) ?? feedbackFault(state, input.reporterFeedback, ctx.now);
  if (no !== undefined) return no;
  const { notACaseReason: reason, advice, referredTo, reporterFeedback } = input;
  const declined = reason === 'PERSON_ONSKER_IKKE' ? declinedFault(state) : undefined;
  if (declined !== undefined) return refuseCase(declined, { notACaseReason: declined });
  const caseType = input.notACaseType ?? (reason === 'IKKE_MALGRUPPE' ? 'UTENFOR' : 'IKKE_VURDERT');
  const notACase: NotACaseContent = { ...personFacts(state, input), reason, caseType, advice, referredTo, reporterFeedback };
  return done([
    ...readReceipt(state, ctx),
    entry('NotACaseProposed', ctx.now, { proposal: state.proposals + 1, byCoordinator: ctx.actor.roles.includes('KOORDINATOR'), asked: input.confirmer, notACase }),
  ]);
}

/**
 * T6, the second person. `proposal`: the number of the proposal this person has read. Nobody fills in a closing form here, so this is where
 * what was registered by mistake may be kept for a short time; `not_short` for anything else. What the proposal stood on is judged as it stands now: `no_consent`, `use_asks_ground`, `declined_not_asked`, `declined_first_contact`.
 */
export function decideConfirmNotACase(state: CaseState, input: Numbered & { readonly retention?: Retention | undefined }, ctx: DecisionContext): Decision {
  const { proposal, retention } = input;
  const no = check('confirmNotACase', state, { retention }, ctx);
  if (no !== undefined) return no;
  if (state.proposal?.kind !== 'NOT_A_CASE' || state.proposal.no !== proposal) return refuseCase('proposal_changed');
  const { reason, reporterFeedback } = state.proposal.notACase;
  const fell = feedbackRefusal(state, reporterFeedback, ctx.now);
  if (fell !== undefined) return refuseCase(fell); // there is no field for it here
  const declined = reason === 'PERSON_ONSKER_IKKE' ? declinedFault(state) : undefined;
  if (declined !== undefined) return refuseCase(declined);
  if (retention !== undefined && !retentionsFor(state).includes(retention)) return refuseCase('not_short', { retention: 'not_short' });
  return done([...readReceipt(state, ctx), entry('NotACaseConfirmed', ctx.now, { proposal, ...(retention === undefined ? {} : { retention }) })]);
}
