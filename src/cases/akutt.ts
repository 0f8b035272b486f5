import { done } from '../kernel/outcome.ts';
import type { CaseState } from './case.ts';
import type { AvertingDuty, Called } from './choices.ts';
import type { DecisionContext } from './conditions.ts';
import { entry } from './events.ts';
import { check, type Decision } from './guard.ts';

export type RaiseAkutt = {
  readonly danger: string;
  readonly called: Called;
  readonly calledBy?: string | undefined;
  readonly calledWhen?: string | undefined;
  readonly leaderAlerted?: string | undefined;
  readonly avertingDuty?: AvertingDuty | undefined;
  readonly avertedBy?: string | undefined;
  readonly avertedWhen?: string | undefined;
};

/** T2. Danger does not wait for a form: the question about impartiality is not asked first (fvl § 7). */
export function decideRaiseAkutt(state: CaseState, input: RaiseAkutt, ctx: DecisionContext): Decision {
  const no = check('raiseAkutt', state, input, ctx);
  if (no !== undefined) return no;
  const { danger, called, calledBy, calledWhen, leaderAlerted, avertingDuty = 'IKKE_VURDERT', avertedBy, avertedWhen } = input;
  return done([entry('AkuttRaised', ctx.now, { danger, called, calledBy, calledWhen, leaderAlerted, avertingDuty, avertedBy, avertedWhen })]);
}

/** T2: still dangerous. Due every 24 hours until it is lowered. */
export function decideReviewAkutt(state: CaseState, input: { readonly danger: string; readonly avertingDuty?: AvertingDuty | undefined }, ctx: DecisionContext): Decision {
  const { danger, avertingDuty } = input;
  return check('reviewAkutt', state, input, ctx) ?? done([entry('AkuttReviewed', ctx.now, { danger, avertingDuty })]);
}

/** T2: lowered with grounds, by another person than the one who raised it. */
export function decideLowerAkutt(state: CaseState, input: { readonly grounds: string }, ctx: DecisionContext): Decision {
  return check('lowerAkutt', state, input, ctx) ?? done([entry('AkuttLowered', ctx.now, { grounds: input.grounds })]);
}

/** 112 and 02800 are the police's numbers; 113 is the ambulance's. */
export function callsPolice(called: Called): boolean {
  return called === 'N112' || called === 'N02800';
}
