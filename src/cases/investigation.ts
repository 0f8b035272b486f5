import { done } from '../kernel/outcome.ts';
import type { Consent } from '../reports/codes.ts';
import type { CaseState } from './case.ts';
import type { Risk } from './choices.ts';
import type { DecisionContext } from './conditions.ts';
import { osloDay, type Day } from '../kernel/time.ts';
import { entry } from './events.ts';
import type { OtherPrinciples } from './fields/safety.ts';
import { consentForThem } from './for-them.ts';
import { check, type Decision } from './guard.ts';
import { otherPrinciples } from './measure.ts';
import { refuseCase } from './refusals.ts';
import { wayFault } from './ways.ts';

/** `whoTalks`: one text, who talks with the person, when, and how safely. The rest where it helps. */
export type InvestigationPlan = {
  readonly questions?: string | undefined;
  readonly sources?: string | undefined;
  readonly whoTalks: string;
  readonly safeContact?: string | undefined;
  readonly suspectMayKnow?: string | undefined;
};

/** On hold in consultation with the police: who there, what we agreed to do and not to do, and when we ask again. */
export type PoliceAgreement = { readonly policeContact: string; readonly policeAgreed: string; readonly nextCheck: Day };

export type Findings = OtherPrinciples & {
  readonly findings: string;
  /** grounds by two of the seven principles: individuell frihet, proporsjonalitet */
  readonly freedom: string;
  readonly proportionality: string;
  readonly risk: Risk;
  readonly riskTool?: string | undefined; readonly consent?: Consent | undefined;
  /** T9: in which of the team's meetings it was concluded, or who took part; absent in older entries */ readonly meetingId?: string | undefined; readonly concludedIn?: Day | undefined; readonly concludedWho?: string | undefined;
};

/** T7: the plan first, above all how the person is contacted safely and what the suspected abuser may know. `bad_input` for a way that leads through one (ways.ts). */
export function decideStartInvestigation(state: CaseState, input: InvestigationPlan, ctx: DecisionContext): Decision {
  const { questions, sources, whoTalks, safeContact, suspectMayKnow } = input;
  return check('startInvestigation', state, input, ctx) ?? wayFault(state, safeContact) ?? done([entry('InvestigationStarted', ctx.now, { questions, sources, whoTalks, safeContact, suspectMayKnow })]);
}

/** T8: the police have asked us to wait, or we them. What was agreed is written down, and the day on which we ask again. */
export function decideAwaitPolice(state: CaseState, input: PoliceAgreement, ctx: DecisionContext): Decision {
  const { policeContact, policeAgreed, nextCheck } = input;
  return check('awaitPolice', state, input, ctx) ?? done([entry('PoliceAwaited', ctx.now, { policeContact, policeAgreed, nextCheck })]);
}

/** T8: asked again, and a new day set. */
export function decideCheckPolice(state: CaseState, input: { readonly policeSaid: string; readonly nextCheck: Day }, ctx: DecisionContext): Decision {
  const { policeSaid, nextCheck } = input;
  return check('checkPolice', state, input, ctx) ?? done([entry('PoliceChecked', ctx.now, { policeSaid, nextCheck })]);
}

/** T8: we go on. */
export function decideResumeInvestigation(state: CaseState, input: { readonly grounds: string }, ctx: DecisionContext): Decision {
  return check('resumeInvestigation', state, input, ctx) ?? done([entry('InvestigationResumed', ctx.now, { grounds: input.grounds })]);
}

/** T12: something new has happened, and there is more to find out. */
export function decideInvestigateAgain(state: CaseState, input: { readonly incident: string }, ctx: DecisionContext): Decision {
  return check('investigateAgain', state, input, ctx) ?? done([entry('InvestigationReopened', ctx.now, { incident: input.incident })]);
}

/** T12: something new has happened, and what to do about it is clear. */
export function decideActAgain(state: CaseState, input: { readonly incident: string }, ctx: DecisionContext): Decision {
  return check('actAgain', state, input, ctx) ?? done([entry('MeasuresReopened', ctx.now, { incident: input.incident })]);
}

/** `concludedIn`: the id of what a meeting wrote of this case. */
export type ConcludeInvestigation = Omit<Findings, 'meetingId' | 'concludedIn'> & { readonly concludedIn?: string | undefined };

/**
 * T9: what was found, and why the measures are no more than needed (frihet, proporsjonalitet); concluded by a meeting of the team, or by those who are named, be it one in a
 * small team. At least one measure is recorded, be it «ingen». `no_consent`: for-them.ts.
 */
export function decideConcludeInvestigation(state: CaseState, input: ConcludeInvestigation, ctx: DecisionContext): Decision {
  const { findings, freedom, proportionality, risk, riskTool, consent, concludedWho } = input;
  const no = check('concludeInvestigation', state, input, ctx);
  if (no !== undefined) return no;
  const meeting = state.minutes.find(({ minuteId }) => minuteId === input.concludedIn);
  if (input.concludedIn !== undefined && meeting === undefined) return refuseCase('bad_input', { concludedIn: 'not_offered' });
  const rests = consentForThem(state, { consent }, osloDay(ctx.now));
  if (!rests.ok) return rests;
  const by = { ...(meeting === undefined ? {} : { meetingId: meeting.meetingId, concludedIn: meeting.heldOn }), ...(concludedWho === undefined ? {} : { concludedWho }) };
  return done([entry('InvestigationConcluded', ctx.now, { findings, freedom, proportionality, risk, riskTool, consent, ...by, ...otherPrinciples(input) })]);
}
