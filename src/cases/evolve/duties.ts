import type { CaseState } from '../case.ts';
import type { AvertingDuty } from '../choices.ts';
import type { DutyEvent } from '../duties.ts';
import type { CaseEvent, EventOf } from '../events.ts';

type DutyEventType = DutyEvent['type'];
type Apply = { readonly [Type in DutyEventType]: (state: CaseState, event: EventOf<Type>) => CaseState };

/** What the entries about duties do to a case; evolve.ts takes them in with the others. */
export const APPLY_DUTIES: Apply = {
  AvertingAnswered: (state, event) => ({ ...state, avertings: [...state.avertings, { ...event.content, recorded: signed(event) }], avertingAsked: undefined, avertingElse: undefined }),
  ChildDutyAnswered: (state, event) => ({ ...state, childDuties: [...state.childDuties, { ...event.content, recorded: signed(event) }] }),
  ChildFeedbackCame: (state, event) => ({ ...state, childFeedback: [...state.childFeedback, { ...event.content, recorded: signed(event) }] }),
  ServiceDutyAnswered: (state, event) => ({ ...state, serviceDuties: [...state.serviceDuties, { ...event.content, recorded: signed(event) }] }),
  AdditionTold: (state, event) => ({ ...state, additions: [...state.additions, { ...event.content, at: event.happenedAt, known: event.writtenAt }] }),
};

/**
 * After an entry that tells of something new, whatever else it does: from then on the duty to avert waits for an answer (strl. § 196).
 * Akutt can bring the answer along, for its own danger alone: what happened before it or beside it is answered for by itself, or it would be settled by somebody who was asked about something else.
 */
export function afterIncident(state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'AkuttRaised': return considered(asked(state, event), event, event.content.avertingDuty);
    case 'AkuttReviewed': return considered(state, event, event.content.avertingDuty);
    case 'AdditionTold': return event.content.worse === true ? askedElse(state, event) : state;
    case 'InvestigationReopened': case 'MeasuresReopened': case 'ReportJoined': return askedElse(state, event);
    default: return state;
  }
}

function asked(state: CaseState, event: CaseEvent): CaseState {
  return { ...state, avertingAsked: state.avertingAsked ?? event.happenedAt, incidents: state.incidents + 1 };
}

function askedElse(state: CaseState, event: CaseEvent): CaseState {
  return { ...asked(state, event), avertingElse: state.avertingElse ?? event.happenedAt };
}

function considered(state: CaseState, event: EventOf<'AkuttRaised' | 'AkuttReviewed'>, duty: AvertingDuty | undefined): CaseState {
  if (duty === undefined || duty === 'IKKE_VURDERT' || state.avertingAsked === undefined) return state;
  // «Vurdert, gjelder ikke her» is how the alarm says that the duty was considered and does not apply.
  const answer = duty === 'IKKE_AKTUELL' ? 'IKKE_OPPFYLT' : duty;
  const { avertedBy: by, avertedWhen: when } = event.type === 'AkuttRaised' ? event.content : { avertedBy: undefined, avertedWhen: undefined };
  return { ...state, avertings: [...state.avertings, { answer, by, when, recorded: signed(event) }], avertingAsked: state.avertingElse };
}

function signed(event: EventOf<DutyEventType | 'AkuttRaised' | 'AkuttReviewed'>) {
  return { by: event.actor, at: event.happenedAt };
}
