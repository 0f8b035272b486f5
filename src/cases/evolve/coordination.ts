import type { CaseState } from '../case.ts';
import type { EventOf } from '../events.ts';

type Type = 'CoordinationRecorded' | 'InterpreterRecorded';
type Apply = { readonly [One in Type]: (state: CaseState, event: EventOf<One>) => CaseState };

/** What the entries about coordination and interpreter do to a case; evolve.ts takes them in with the others. */
export const APPLY_COORDINATION: Apply = {
  CoordinationRecorded: (state, event) => ({ ...state, coordination: { ...event.content, by: event.actor, at: event.happenedAt } }),
  InterpreterRecorded: (state, event) => ({ ...state, interpreter: { ...event.content, by: event.actor, at: event.happenedAt } }),
};
