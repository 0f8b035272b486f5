import type { CaseState } from '../case.ts';
import type { EventOf } from '../events.ts';

type EmergencyEventType = 'EmergencyTaken' | 'EmergencyReviewed';
type Apply = { readonly [Type in EmergencyEventType]: (state: CaseState, event: EventOf<Type>) => CaseState };

/** What the entries about access in an emergency do to a case; evolve.ts takes them in with the others. */
export const APPLY_EMERGENCY: Apply = {
  EmergencyTaken: (state, event) => {
    if (event.actor === 'system') return state;
    return { ...state, emergencies: [...state.emergencies, { ...event.content, userId: event.actor, takenAt: event.happenedAt, review: undefined }] };
  },
  EmergencyReviewed: (state, event) => {
    const { emergencyId, ...review } = event.content;
    return { ...state, emergencies: state.emergencies.map((one) => (one.emergencyId === emergencyId ? { ...one, review: { ...review, by: event.actor, at: event.happenedAt } } : one)) };
  },
};
