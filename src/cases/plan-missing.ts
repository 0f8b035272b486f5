import { addDays, osloInstant, type Instant } from '../kernel/time.ts';
import type { CaseState } from './case.ts';
import { firstTalk } from './voice.ts';

/**
 * From when a case asks for a safety plan (domain reference §5.4); undefined where it does not. Somebody has talked with the person, so it is known that there is somebody to make it with; no plan
 * stands; and nobody has proposed that the case ends here. `from`: since the first talk. `on`: the day was chosen, with «not now, because …».
 */
export function planMissing(state: CaseState): { readonly from: Instant } | { readonly on: Instant } | undefined {
  const { safetyPlans, planPrompts, planPostponed, proposal, status } = state;
  const ends = status === 'TIL_AVSLUTNING' || proposal?.kind === 'NOT_A_CASE' || proposal?.kind === 'TRANSFER';
  if (ends || safetyPlans.length > 0 || planPrompts.length > 0) return undefined;
  if (planPostponed !== undefined) return planPostponed.askAgain === undefined ? undefined : { on: osloInstant(addDays(planPostponed.askAgain, 1), 0, 0) };
  const talked = firstTalk(state);
  return talked === undefined ? undefined : { from: osloInstant(talked, 12, 0) };
}
