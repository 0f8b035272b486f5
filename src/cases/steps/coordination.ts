import { done } from '../../kernel/outcome.ts';
import type { CaseState } from '../case.ts';
import type { CoordinatorStatus, IndividualPlan, InterpreterMode, Qualified } from '../choices/coordination.ts';
import type { DecisionContext } from '../conditions.ts';
import { entry } from '../events.ts';
import { check, type Decision } from '../guard.ts';
import { saysWhoItIs } from '../namesakes.ts';
import { refuseCase } from '../refusals.ts';
import { isAround } from '../suspects.ts';

export type RecordCoordination = {
  readonly coordinatingService: string;
  readonly coordinator: CoordinatorStatus;
  readonly coordinatorWho?: string | undefined;
  readonly individualPlan: IndividualPlan;
  readonly individualPlanWho?: string | undefined;
};

/** hol §§ 3-4, 7-1 to 7-3: which service makes the others work together, and whether the person has, or wants, a coordinator and an individual plan. */
export function decideRecordCoordination(state: CaseState, input: RecordCoordination, ctx: DecisionContext): Decision {
  const no = check('recordCoordination', state, input, ctx);
  if (no !== undefined) return no;
  const { coordinatingService: service, coordinator, coordinatorWho, individualPlan: plan, individualPlanWho } = input;
  const content = { service, coordinator, ...(coordinator === 'HAR' ? { coordinatorWho } : {}), plan, ...(plan === 'FINNES' || plan === 'BEDT_OM' ? { planWho: individualPlanWho } : {}) };
  return done([entry('CoordinationRecorded', ctx.now, content)]);
}

export type RecordInterpreter = {
  readonly interpreterLanguage: string;
  readonly interpreterMode: InterpreterMode;
  readonly interpreterFrom: string;
  readonly interpreterQualified: Qualified;
  readonly interpreterWhy?: string | undefined;
};

/**
 * tolkeloven §§ 6, 7: in which language, how, and by whom. Refuses `interpreter_around` for somebody around the person or the one a report
 * suspects: whoever interprets hears everything, and decides what is said.
 */
export function decideRecordInterpreter(state: CaseState, input: RecordInterpreter, ctx: DecisionContext): Decision {
  const no = check('recordInterpreter', state, input, ctx);
  if (no !== undefined) return no;
  const { interpreterLanguage: language, interpreterMode: how, interpreterFrom: from, interpreterQualified: qualified, interpreterWhy: why } = input;
  if (saysWhoItIs(from) || isAround(state, from)) return refuseCase('interpreter_around', { interpreterFrom: 'interpreter_around' });
  return done([entry('InterpreterRecorded', ctx.now, { language, how, from, qualified, ...(qualified === 'NEI' ? { why } : {}) })]);
}
