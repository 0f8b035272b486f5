import { osloDay } from '../../kernel/time.ts';
import type { CaseState } from '../case.ts';
import type { EventOf } from '../events.ts';
import type { SafetyEvent } from '../safety.ts';

type Apply = { readonly [Type in SafetyEvent['type']]: (state: CaseState, event: EventOf<Type>) => CaseState };

/** What the entries about risk and safety do to a case; evolve.ts takes them in with the others. */
export const APPLY_SAFETY: Apply = {
  RiskAssessed: (state, event) => ({ ...state, risks: [...state.risks, { ...event.content, recorded: signed(event) }] }),
  RiskFactorsMarked: (state, event) => ({ ...state, factorLooks: [...state.factorLooks, { ...event.content, recorded: signed(event) }] }),
  SafetyPlanWritten: (state, event) => ({ ...state, planPostponed: undefined, planPrompts: stillToCome(state, event), safetyPlans: [...state.safetyPlans, { ...event.content, written: signed(event), reviewed: undefined }] }),
  SafetyPlanReviewed: (state, event) => {
    const { planWith, planReview } = event.content;
    const last = state.safetyPlans.at(-1);
    if (last === undefined) return state;
    return { ...state, planPrompts: stillToCome(state, event), safetyPlans: [...state.safetyPlans.slice(0, -1), { ...last, planReview, reviewed: { ...signed(event), with: planWith } }] };
  },
  SafetyPlanPostponed: (state, event) => ({ ...state, planPostponed: { ...event.content, ...signed(event) } }),
  SuspectChanged: (state, event) => {
    const change = { ...event.content, ...signed(event) };
    return { ...state, planPostponed: undefined, planPrompts: [...state.planPrompts, change], suspectChanges: [...state.suspectChanges, change] };
  },
  ProtectionRecorded: (state, event) => {
    const { from, until } = event.content;
    return { ...state, protections: [...state.protections, { ...event.content, recorded: signed(event), periods: [{ from, until, ...signed(event) }], ended: undefined }] };
  },
  ProtectionRenewed: (state, event) => {
    const { protectionId, from, until } = event.content;
    return changed(state, protectionId, (one) => ({ ...one, from, until, periods: [...one.periods, { from, until, ...signed(event) }] }));
  },
  ProtectionEnded: (state, event) => changed(state, event.content.protectionId, (one) => ({ ...one, ended: { ...signed(event), grounds: event.content.grounds } })),
};

/** Whoever goes through the plan today has not seen the suspected abuser come out tomorrow. */
function stillToCome({ planPrompts }: CaseState, event: SafetyEvent): CaseState['planPrompts'] {
  return planPrompts.filter(({ on }) => on > osloDay(event.happenedAt));
}

type Protected = CaseState['protections'][number];

function changed(state: CaseState, id: string, change: (one: Protected) => Protected): CaseState {
  return { ...state, protections: state.protections.map((one) => (one.protectionId === id ? change(one) : one)) };
}

function signed(event: SafetyEvent) {
  return { by: event.actor, at: event.happenedAt };
}
