import { done } from '../kernel/outcome.ts';
import type { Day } from '../kernel/time.ts';
import type { CaseState } from './case.ts';
import type { DecisionContext } from './conditions.ts';
import { entry } from './events.ts';
import { check, type Decision } from './guard.ts';

export type StartFollowUp = { readonly carriedOut: string; readonly personView: string; readonly nextFollowUp?: Day | undefined };
export type RecordFollowUp = { readonly found: string; readonly personView: string; readonly nextFollowUp?: Day | undefined };

/** T11: the measures are under way; now the person's own view is heard at 1, 3 and 6 months, or on a day that somebody chose. */
export function decideStartFollowUp(state: CaseState, input: StartFollowUp, ctx: DecisionContext): Decision {
  const { carriedOut, personView, nextFollowUp } = input;
  return check('startFollowUp', state, input, ctx) ?? done([entry('FollowUpStarted', ctx.now, { carriedOut, personView, next: nextFollowUp })]);
}

/** One follow-up done. */
export function decideRecordFollowUp(state: CaseState, input: RecordFollowUp, ctx: DecisionContext): Decision {
  const { found, personView, nextFollowUp } = input;
  return check('recordFollowUp', state, input, ctx) ?? done([entry('FollowUpDone', ctx.now, { found, personView, next: nextFollowUp })]);
}
