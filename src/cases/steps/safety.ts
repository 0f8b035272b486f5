import { done } from '../../kernel/outcome.ts';
import { osloDay, type Day } from '../../kernel/time.ts';
import type { CaseState } from '../case.ts';
import type { Risk } from '../choices.ts';
import type { DecisionContext } from '../conditions.ts';
import { entry } from '../events.ts';
import { check, type Decision } from '../guard.ts';
import { refuseCase } from '../refusals.ts';
import { NOTED_FACTORS, type RiskFactor, type RiskTool, type SuspectChange } from '../safety-codes.ts';
import { factorNote, type FactorNote } from '../fields/safety.ts';
import type { PostponedContent, SafetyPlanContent } from '../safety.ts';
import { wayFault } from '../ways.ts';

export type AssessRisk = {
  /** new and random, as the ids of the other steps here */
  readonly riskId: string;
  readonly tool: RiskTool;
  readonly toolVersion?: string | undefined;
  readonly riskAssessor: string;
  readonly riskConclusion: Risk;
  readonly riskOn: Day;
  readonly riskGrounds?: string | undefined;
  readonly nextRisk?: Day | undefined;
};

/** By whom, with which tool, what they concluded, and when it is done anew. Never the tool's own questions or points. Another tool than those to choose from is named. */
export function decideAssessRisk(state: CaseState, input: AssessRisk, ctx: DecisionContext): Decision {
  const { riskId, ...said } = input;
  const no = check('assessRisk', state, said, ctx);
  if (no !== undefined) return no;
  if (state.risks.some((one) => one.riskId === riskId)) return done([]);
  if (input.tool === 'ANNET' && (input.toolVersion ?? '').trim() === '') return refuseCase('bad_input', { toolVersion: 'missing' });
  if (input.riskOn > osloDay(ctx.now)) return refuseCase('bad_input', { riskOn: 'in_future' });
  const { tool, toolVersion: version, riskAssessor: assessor, riskConclusion: conclusion, riskOn: assessedOn, riskGrounds: grounds, nextRisk: next } = said;
  return done([entry('RiskAssessed', ctx.now, { riskId, tool, version, assessor, conclusion, assessedOn, grounds, next })]);
}

export type MarkRiskFactors = { readonly lookId: string; readonly riskFactors: readonly RiskFactor[]; readonly lookedOn: Day } & { readonly [Name in FactorNote]?: string | undefined };

/** What is true today of the list, each with what was seen or said. What is not ticked is kept of the looks before and not of this one. */
export function decideMarkRiskFactors(state: CaseState, input: MarkRiskFactors, ctx: DecisionContext): Decision {
  const { lookId, ...said } = input;
  const no = check('markRiskFactors', state, said, ctx);
  if (no !== undefined) return no;
  if (state.factorLooks.some((one) => one.lookId === lookId)) return done([]);
  if (input.lookedOn > osloDay(ctx.now)) return refuseCase('bad_input', { lookedOn: 'in_future' });
  if (input.riskFactors.includes('INGEN') && input.riskFactors.length > 1) return refuseCase('bad_input', { riskFactors: 'none_or_some' });
  const factors = NOTED_FACTORS.filter((factor) => input.riskFactors.includes(factor)).map((factor) => ({ factor, note: said[factorNote(factor)] }));
  return done([entry('RiskFactorsMarked', ctx.now, { lookId, lookedOn: input.lookedOn, factors })]);
}

/** `planVersion`: how many versions there were when this one was begun. */
export type WriteSafetyPlan = SafetyPlanContent & { readonly planVersion: number };

/** A plan made with the person, also when they go on living with whoever hurts them. A version that somebody else wrote meanwhile is read first. */
export function decideWriteSafetyPlan(state: CaseState, input: WriteSafetyPlan, ctx: DecisionContext): Decision {
  const { planId, planVersion, ...said } = input;
  const no = check('writeSafetyPlan', state, said, ctx);
  if (no !== undefined) return no;
  if (state.safetyPlans.some((one) => one.planId === planId)) return done([]);
  if (state.safetyPlans.length !== planVersion) return refuseCase('plan_changed');
  return wayFault(state, said.safeContact) ?? done([entry('SafetyPlanWritten', ctx.now, { planId, ...said })]);
}

/** Gone through with the person, and it still holds. */
export function decideReviewSafetyPlan(state: CaseState, input: { readonly planWith: string; readonly planReview: Day }, ctx: DecisionContext): Decision {
  const { planWith, planReview } = input;
  const no = check('reviewSafetyPlan', state, { planWith, planReview }, ctx);
  if (no !== undefined) return no;
  const before = state.safetyPlans.at(-1);
  const again = !state.planPrompts.some(({ on }) => on <= osloDay(ctx.now)) && before?.planReview === planReview && before.reviewed?.with === planWith && osloDay(before.reviewed.at) === osloDay(ctx.now);
  return done(again ? [] : [entry('SafetyPlanReviewed', ctx.now, { planWith, planReview })]);
}

/** There is no plan yet, and why. Written again in the same words, it is written once. */
export function decidePostponeSafetyPlan(state: CaseState, { grounds, askAgain }: PostponedContent, ctx: DecisionContext): Decision {
  const no = check('postponeSafetyPlan', state, { grounds, askAgain }, ctx);
  if (no !== undefined) return no;
  const before = state.planPostponed;
  return done(before?.grounds === grounds && before.askAgain === askAgain ? [] : [entry('SafetyPlanPostponed', ctx.now, { grounds, askAgain })]);
}

export type SuspectChanged = { readonly suspectChange: SuspectChange; readonly changedOn: Day; readonly changeWhat?: string | undefined };

/** Admitted, discharged, released, moved: the plan has to be gone through. The day may be one that is still to come. */
export function decideSuspectChanged(state: CaseState, input: SuspectChanged, ctx: DecisionContext): Decision {
  const { suspectChange: change, changedOn: on, changeWhat: what } = input;
  const no = check('suspectChanged', state, input, ctx);
  if (no !== undefined) return no;
  const last = state.suspectChanges.at(-1);
  if (last?.change === change && last.on === on && last.what === what) return done([]);
  return done([entry('SuspectChanged', ctx.now, { change, on, what })]);
}
