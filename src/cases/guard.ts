import type { Outcome, Refusal } from '../kernel/outcome.ts';
import { leadFor } from './deputy.ts';
import { isExcluded, isImpartial, type CaseState } from './case.ts';
import { CONDITIONS, isInTeam, type CaseActor, type DecisionContext } from './conditions.ts';
import type { NewCaseEvent } from './events.ts';
import { checkFields, type Filled } from './fields.ts';
import { refuseCase } from './refusals.ts';
import { restrictionRefusal } from './restriction.ts';
import { isClosed } from './status.ts';
import { WORKFLOW, type StepKey, type Who } from './workflow.ts';

/** What every rule of the case file answers: the entries to write, in order, or why not. */
export type Decision = Outcome<NewCaseEvent[]>;

/** Why this person may not take this step now, as the workflow table has it; undefined when they may. */
export function guard(key: StepKey, state: CaseState, ctx: DecisionContext): Refusal | undefined {
  const step = WORKFLOW[key];
  if (isExcluded(state, ctx.actor.userId)) return refuseCase('excluded');
  if (!step.moves.some(([from]) => from === state.status)) return refuseCase(isClosed(state.status) ? 'case_closed' : 'wrong_status');
  const part = partRefusal(step.who, ctx.actor, leadFor(state, ctx.actor.userId, ctx.now));
  if (part !== undefined) return refuseCase(part);
  if (step.beforeContent !== true && !isImpartial(state, ctx.actor.userId)) return refuseCase('impartiality_first');
  const failed = step.conditions.map((name) => CONDITIONS[name]).find((condition) => !condition.met(state, ctx));
  const why = failed?.refusal ?? restrictionRefusal(key, state, ctx.now);
  return why && refuseCase(why);
}

/** The guard, then the step's fields: where a rule of its own begins, both have been passed. */
export function check(key: StepKey, state: CaseState, filled: Filled, ctx: DecisionContext): Refusal | undefined {
  return guard(key, state, ctx) ?? checkFields(WORKFLOW[key], filled, ctx.now);
}

/** Whether a person has the part that a step belongs to; the code of why not. A lead who lost the role has lost the part with it. */
export function partRefusal(who: Who, actor: CaseActor, lead: CaseState['lead']): 'not_your_role' | 'no_case_lead' | 'not_case_lead' | undefined {
  if (who.roles.some((role) => actor.roles.includes(role))) return undefined;
  if (who.lead === true && lead === actor.userId && isInTeam(actor)) return undefined;
  if (who.lead !== true || who.roles.length > 0) return 'not_your_role';
  return lead === undefined ? 'no_case_lead' : 'not_case_lead';
}
