import { done } from '../../kernel/outcome.ts';
import { askingFault, type Asking } from '../asking.ts';
import type { CaseState } from '../case.ts';
import type { ReporterFeedback } from '../choices.ts';
import type { DecisionContext } from '../conditions.ts';
import { entry } from '../events.ts';
import { check, type Decision } from '../guard.ts';
import { readReceipt } from '../opening.ts';
import { personFacts } from '../person-facts.ts';
import { feedbackFault } from '../reporter-told.ts';

export type AdviseOnly = Asking & { readonly advice: string; readonly reporterFeedback?: ReporterFeedback | undefined };

/**
 * T6 in one form: what was advised, and that it is to be no case. It goes to the coordinators in the same breath, and waits for the second person
 * as any other proposal. Refuses: those of the table; `bad_input` with `cannot_confirm` for a colleague who could not be the second; `no_consent` where whoever reported was told more than that it arrived and no consent stands (fvl § 13 a nr. 1), `use_asks_ground` while the use is restricted.
 */
export function decideAdviseOnly(state: CaseState, input: AdviseOnly, ctx: DecisionContext): Decision {
  const { confirmerRoles: _roles, confirmerAway: _away, ...filled } = input;
  const no = check('adviseOnly', state, filled, ctx) ?? askingFault('adviseOnly', state, input, ctx) ?? feedbackFault(state, input.reporterFeedback, ctx.now);
  if (no !== undefined) return no;
  const coordinates = ctx.actor.roles.includes('KOORDINATOR');
  const handOver = state.status === 'MOTTATT' ? [entry('HandedOver', ctx.now, {}), ...(coordinates ? [entry('HandoverRead', ctx.now, {})] : [])] : readReceipt(state, ctx);
  return done([
    ...handOver,
    entry('NotACaseProposed', ctx.now, {
      proposal: state.proposals + 1, byCoordinator: coordinates, asked: input.confirmer,
      notACase: { ...personFacts(state, {}), reason: 'KUN_RADGIVNING', caseType: 'IKKE_VURDERT', advice: input.advice, reporterFeedback: input.reporterFeedback },
    }),
  ]);
}
