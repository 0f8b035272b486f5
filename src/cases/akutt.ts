import { done } from '../kernel/outcome.ts';
import type { Instant } from '../kernel/time.ts';
import { raisersOf, type Akutt, type CaseState } from './case.ts';
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

/** One Akutt with both dangers. What is due first is due, nobody who raised either lowers it, and it was looked at again only where both were. */
export function inBoth(own: Akutt, other: Akutt): Akutt {
  const first = (...all: readonly Instant[]) => all.toSorted()[0] ?? own.raisedAt;
  const times = own.reviewedAt !== undefined && other.reviewedAt !== undefined
    ? { raisedAt: first(own.raisedAt, other.raisedAt), reviewedAt: first(own.reviewedAt, other.reviewedAt) }
    : { raisedAt: first(own.reviewedAt ?? own.raisedAt, other.reviewedAt ?? other.raisedAt), reviewedAt: undefined };
  const { called, calledBy, calledWhen } = own.called === 'NEI' || own.called === 'VET_IKKE' ? other : own;
  const { avertingDuty, avertedBy, avertedWhen } = own.avertingDuty === 'IKKE_AKTUELL' || other.avertingDuty === 'IKKE_VURDERT' ? other : own;
  return {
    ...own, danger: own.danger === other.danger ? own.danger : `${own.danger}\n${other.danger}`, called, calledBy, calledWhen, leaderAlerted: own.leaderAlerted ?? other.leaderAlerted, avertingDuty, avertedBy, avertedWhen,
    alsoRaisedBy: [...new Set([...raisersOf(own), ...raisersOf(other)])].filter((by) => by !== own.raisedBy), ...times,
  };
}
