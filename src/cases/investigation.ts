import { done } from '../kernel/outcome.ts';
import type { CaseState } from './case.ts';
import type { DecisionContext } from './conditions.ts';
import { entry, type Findings, type InvestigationPlan } from './events.ts';
import { check, type Decision } from './guard.ts';

/** T7: the plan first, above all how the person is contacted safely and what the suspected abuser may know. */
export function decideStartInvestigation(state: CaseState, input: InvestigationPlan, ctx: DecisionContext): Decision {
  const { questions, sources, whoTalks, safeContact, suspectMayKnow } = input;
  return check('startInvestigation', state, input, ctx) ?? done([entry('InvestigationStarted', ctx.now, { questions, sources, whoTalks, safeContact, suspectMayKnow })]);
}

/** T9: what was found, and why the measures are no more than needed (frihet, proporsjonalitet). At least one measure is recorded, be it «ingen». */
export function decideConcludeInvestigation(state: CaseState, input: Findings, ctx: DecisionContext): Decision {
  const { findings, freedom, proportionality, risk, riskTool, consent } = input;
  return check('concludeInvestigation', state, input, ctx) ?? done([entry('InvestigationConcluded', ctx.now, { findings, freedom, proportionality, risk, riskTool, consent })]);
}
