import type { CaseState } from '../case.ts';
import type { DeputyEvent } from '../deputy.ts';
import type { EventOf } from '../events.ts';

type Apply = { readonly [Type in DeputyEvent['type']]: (state: CaseState, event: EventOf<Type>) => CaseState };

/** What the entries about standing in for a case lead do to a case. */
export const APPLY_DEPUTY: Apply = {
  LeadDeputised: (state, event) => ({ ...state, deputy: { ...event.content, by: event.actor, at: event.happenedAt } }),
  DeputyEnded: (state) => ({ ...state, deputy: undefined }),
};
