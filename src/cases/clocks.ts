import { addWorkingDays } from '../kernel/calendar.ts';
import { addDays, addMs, HOUR, osloDay, osloInstant, type Day, type Instant } from '../kernel/time.ts';
import { clockRule, isReminder, type ClockId, type ClockRule, type RegionClocks, type Unit } from '../regions/codes.ts';
import type { CaseState } from './case.ts';
import { addMonths } from './months.ts';
import { planMissing } from './plan-missing.ts';
import { runs } from './protection.ts';
import { receiptAwaited, underWay } from './receipt.ts';
import { dutiesUnanswered, feedbackAwaited } from './duties.ts';
import { measuresFallenSince } from './for-them.ts';
import { fallenSince } from './sharing.ts';
import { expertDue } from './expert.ts';
import { isClosed } from './status.ts';
import { informAgainOn } from './voice.ts';

export type RunningClock = {
  readonly clock: ClockId;
  /** the measure whose day it is, for the clock MEASURE */
  readonly measureId: string | undefined;
  /** exclusive: what is due on a day is late from the next midnight in Oslo */
  readonly due: Instant;
  readonly late: boolean;
};

type Running = { readonly clock: ClockId; readonly measureId?: string; readonly due: Instant; /** whatever the region chose */ readonly always?: true };

/** The deadlines that run for a case now, the nearest first, and behind them what only reminds; in a closed one only that an answer lies there unread, that something was shared on a consent that fell, that nobody knows whether it arrived where it was sent, or that a restriction is to be looked over. None is statutory: «vår frist». */
export function clocks(state: CaseState, region: RegionClocks, now: Instant): readonly RunningClock[] {
  const rule = (clock: ClockId) => clockRule(region, clock);
  const { closed } = region;
  const ended = isClosed(state.status);
  const all = ended ? [...asked(state), ...shared(state, rule, closed), ...receipt(state, rule, closed), ...reviews(state)] : [...assessing(state, rule, closed), ...handling(state, rule, closed), ...sharing(state, rule, closed), ...warnings(state), ...reviews(state), ...asked(state), ...safety(state, rule, closed), ...duties(state, rule, closed), ...danger(state, rule), ...receipt(state, rule, closed)];
  const running = all.filter(({ clock, always }) => always === true || rule(clock).on);
  const net = ended || running.some(({ clock }) => !isReminder(clock)) ? [] : quiet(state, rule, closed);
  return [...running, ...net]
    .map(({ clock, measureId, due }) => ({ clock, measureId, due, late: now >= due && !isReminder(clock) }))
    .sort((a, b) => Number(isReminder(a.clock)) - Number(isReminder(b.clock)) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** Those that can run out: what only reminds is none of them. */
export function deadlines<C extends { readonly clock: ClockId }>(all: readonly C[]): C[] {
  return all.filter(({ clock }) => !isReminder(clock));
}

type RuleOf = (clock: ClockId) => ClockRule;
type ClosedDays = ReadonlySet<Day>;

function assessing(state: CaseState, rule: RuleOf, closed: ClosedDays): Running[] {
  const received = (clock: ClockId) => {
    const { amount, unit } = rule(clock);
    return sooner(dueOf(state.start.receivedAt, amount, unit, closed), akuttDue(state, rule(clock), closed));
  };
  const seen = state.status !== 'MOTTATT' && state.handover?.read !== undefined;
  const assessed = state.classification?.confirmed !== undefined;
  const early = state.status === 'MOTTATT' || state.status === 'TIL_VURDERING';
  return [
    ...(seen ? [] : [{ clock: 'SEEN', due: received('SEEN') } as const]),
    ...(early && state.owner === undefined && underWay(state) === undefined ? [{ clock: 'TRANSFERRED', due: received('TRANSFERRED') } as const] : []),
    ...(assessed ? [] : [{ clock: 'ASSESSED', due: received('ASSESSED') } as const]),
  ];
}

function handling(state: CaseState, rule: RuleOf, closed: ClosedDays): Running[] {
  const due = (clock: ClockId, from: Instant | undefined, amount: number) => (from === undefined ? [] : [{ clock, due: dueOf(from, amount, rule(clock).unit, closed) }]);
  const { status, reached, classification, closingProposal } = state;
  const type = classification?.caseType;
  const days = (type && rule('INVESTIGATION').byType?.[type]) ?? rule('INVESTIGATION').amount;
  return [
    ...(status === 'KLASSIFISERT' ? due('INVESTIGATION', reached.KLASSIFISERT, days) : []),
    ...(status === 'UNDERSOKES' ? due('CONCLUSION', reached.UNDERSOKES, rule('CONCLUSION').amount) : []),
    ...(status === 'VENTER_POLITI' && state.police !== undefined ? [{ clock: 'POLICE_CHECK', due: endOf(state.police.nextCheck) } as const] : []),
    ...followUp(state, rule('FOLLOW_UP'), closed),
    ...(status === 'TIL_AVSLUTNING' ? due('CLOSING', closingProposal?.at, rule('CLOSING').amount) : []),
    ...state.measures.flatMap(({ measureId, due: day, status: how }) => (day !== undefined && (how === 'PLANLAGT' || how === 'PAGAR') ? [{ clock: 'MEASURE', measureId, due: endOf(day) } as const] : [])),
  ];
}

/** By a day that somebody chose, or that came along from another case; else by the rhythm of a case that is followed up. */
function followUp(state: CaseState, rule: ClockRule, closed: ClosedDays): Running[] {
  if (state.status === 'TIL_AVSLUTNING') return [];
  if (state.nextFollowUp !== undefined) return [{ clock: 'FOLLOW_UP', due: endOf(state.nextFollowUp) }];
  if (state.status !== 'OPPFOLGING') return [];
  const from = state.reached.OPPFOLGING;
  // A case that went back begins its rhythm anew.
  const amount = [rule.amount, ...(rule.later ?? [])][state.followUps.filter(({ at }) => from !== undefined && at >= from).length];
  return amount === undefined || from === undefined ? [] : [{ clock: 'FOLLOW_UP', due: dueOf(from, amount, rule.unit, closed) }];
}

/** The day of the next follow-up, where one is to come. */
export function nextFollowUpOn(state: CaseState, region: RegionClocks): Day | undefined {
  const next = followUp(state, clockRule(region, 'FOLLOW_UP'), region.closed)[0];
  return next && osloDay(addMs(next.due, -1));
}

/** The follow-ups that are still to come by the region's rhythm, first counted from today where none has begun: what a form proposes. */
export function followUpDays(state: CaseState, region: RegionClocks, now: Instant): readonly Day[] {
  const rule = clockRule(region, 'FOLLOW_UP');
  const from = state.status === 'OPPFOLGING' ? state.reached.OPPFOLGING : now;
  if (!rule.on || from === undefined || (state.status !== 'OPPFOLGING' && state.status !== 'TILTAK')) return [];
  const today = osloDay(now);
  return [rule.amount, ...(rule.later ?? [])].map((amount) => osloDay(addMs(dueOf(from, amount, rule.unit, region.closed), -1))).filter((on) => on > today);
}

function sharing(state: CaseState, rule: RuleOf, closed: ClosedDays): Running[] {
  return reviewed([fallenSince(state), measuresFallenSince(state, osloDay(state.updatedAt))].flatMap((at) => at ?? []).sort()[0], rule, closed);
}

/** The same in a closed case, of what was shared alone: a measure ended with the case. Of one that was merged it is asked where it went on. */
function shared(state: CaseState, rule: RuleOf, closed: ClosedDays): Running[] {
  return state.status === 'SAMMENSLATT' ? [] : reviewed(fallenSince(state), rule, closed);
}

function reviewed(from: Instant | undefined, rule: RuleOf, closed: ClosedDays): Running[] {
  return from === undefined ? [] : [{ clock: 'SHARING_REVIEW', due: dueOf(from, rule('SHARING_REVIEW').amount, rule('SHARING_REVIEW').unit, closed) }];
}

/** A professional outside was asked, or has answered. */
function asked(state: CaseState): Running[] {
  const due = expertDue(state);
  return due === undefined ? [] : [{ clock: 'EXPERT_ANSWER', due }];
}

/** Somebody has to hear that a transferred case arrived: at once where there was danger. A region that does not count how fast it transfers still counts this. */
function receipt(state: CaseState, rule: RuleOf, closed: ClosedDays): Running[] {
  const since = receiptAwaited(state) ?? underWay(state);
  const { amount, unit } = rule('TRANSFERRED');
  return since === undefined ? [] : [{ clock: 'TRANSFERRED', due: state.transfer?.akutt === true ? addMs(since, HOUR) : dueOf(since, amount, unit, closed), always: true }];
}

/** The nearest of those that somebody has to look over. */
function warnings(state: CaseState): Running[] {
  const nearest = state.warnings.map(({ reviewOn }) => reviewOn).sort()[0];
  return nearest === undefined ? [] : [{ clock: 'WARNING_REVIEW', due: endOf(addDays(nearest, -1)) }];
}

/** The nearest day on which somebody wanted to look over that the use is restricted, or the card for the desk at night. */
function reviews({ restriction, nightCard }: CaseState): Running[] {
  const nearest = [restriction?.reviewOn, nightCard?.reviewOn].flatMap((day) => day ?? []).sort()[0];
  return nearest === undefined ? [] : [{ clock: 'REVIEW_DAY', due: endOf(addDays(nearest, -1)) }];
}

/** Where nothing else reminds anybody of the case. */
function quiet(state: CaseState, rule: RuleOf, closed: ClosedDays): Running[] {
  return [{ clock: 'QUIET', due: dueOf(state.updatedAt, rule('QUIET').amount, rule('QUIET').unit, closed) }];
}

/** What protects ends on a day, a risk is assessed anew, a plan gone through: on its own day, or because the suspected abuser is somewhere else now. */
function safety(state: CaseState, rule: RuleOf, closed: ClosedDays): Running[] {
  const { amount, unit } = rule('PLAN_PROMPT');
  // From its day, where that is still to come: a plan for whoever is let out next month is gone through when it is near.
  const prompt = state.planPrompts.map(({ at, on }) => dueOf(on > osloDay(at) ? osloInstant(on, 12, 0) : at, amount, unit, closed)).sort()[0];
  const missing = planMissing(state);
  const next = state.risks.at(-1)?.next;
  const review = state.safetyPlans.at(-1)?.planReview;
  return [
    ...state.protections.filter(runs).map(({ until }) => ({ clock: 'PROTECTION_END', due: endOf(until) } as const)),
    ...(prompt === undefined ? [] : [{ clock: 'PLAN_PROMPT', due: prompt } as const]),
    ...(missing === undefined ? [] : [{ clock: 'PLAN_MISSING', due: 'on' in missing ? missing.on : dueOf(missing.from, rule('PLAN_MISSING').amount, rule('PLAN_MISSING').unit, closed) } as const]),
    ...(next === undefined ? [] : [{ clock: 'RISK_REVIEW', due: endOf(next) } as const]),
    ...(review === undefined ? [] : [{ clock: 'PLAN_REVIEW', due: endOf(review) } as const]),
  ];
}

/** What was told and has no answer yet; what child protection owes us; and the day on which it is asked again whether somebody can be told. */
function duties(state: CaseState, rule: RuleOf, closed: ClosedDays): Running[] {
  const counted = (clock: ClockId, from: Instant) => ({ clock, due: dueOf(from, rule(clock).amount, rule(clock).unit, closed) });
  const since = dutiesUnanswered(state);
  const awaited = feedbackAwaited(state);
  const again = informAgainOn(state);
  return [
    ...(since === undefined ? [] : [counted('DUTIES', since)]),
    ...(awaited === undefined ? [] : [awaited.askAgain === undefined ? counted('CHILD_FEEDBACK', osloInstant(awaited.sentOn, 12, 0)) : { clock: 'CHILD_FEEDBACK', due: endOf(awaited.askAgain) } as const]),
    ...(again === undefined ? [] : [{ clock: 'INFORM_AGAIN', due: endOf(again) } as const]),
  ];
}

function danger(state: CaseState, rule: RuleOf): Running[] {
  if (state.akutt === undefined) return [];
  return [{ clock: 'AKUTT_REVIEW', due: addMs(state.akutt.reviewedAt ?? state.akutt.raisedAt, rule('AKUTT_REVIEW').amount * HOUR) }];
}

function akuttDue(state: CaseState, rule: ClockRule, closed: ClosedDays): Instant | undefined {
  if (state.akutt === undefined || rule.akutt === undefined) return undefined;
  return dueOf(state.akutt.raisedAt, rule.akutt.amount, rule.akutt.unit, closed);
}

function sooner(a: Instant, b: Instant | undefined): Instant {
  return b !== undefined && b < a ? b : a;
}

/** Hours end at the minute; everything longer ends with the day in Oslo. */
function dueOf(from: Instant, amount: number, unit: Unit, closed: ClosedDays): Instant {
  const day = osloDay(from);
  switch (unit) {
    case 'hours': return addMs(from, amount * HOUR);
    case 'days': return endOf(addDays(day, amount));
    case 'weeks': return endOf(addDays(day, amount * 7));
    case 'months': return endOf(addMonths(day, amount));
    case 'workingDays': return endOf(addWorkingDays(day, amount, closed));
  }
}

function endOf(day: Day): Instant {
  return osloInstant(addDays(day, 1), 0, 0);
}
