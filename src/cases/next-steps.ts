import type { CaseState } from './case.ts';
import type { DecisionContext } from './conditions.ts';
import { guard } from './guard.ts';
import { isFromElsewhere, STEP_KEYS, type StepKey } from './workflow.ts';

export type NextStep =
  | { readonly step: StepKey; readonly allowed: true }
  | { readonly step: StepKey; readonly allowed: false; readonly because: string };

/** «Neste steg»: every step of the workflow table, open to this person now, or closed with the code of why. In the table's order. */
export function nextSteps(state: CaseState, ctx: DecisionContext): readonly NextStep[] {
  return STEP_KEYS.filter((step) => !isFromElsewhere(step)).map((step) => {
    const no = guard(step, state, ctx);
    return no === undefined ? { step, allowed: true } : { step, allowed: false, because: no.code };
  });
}
