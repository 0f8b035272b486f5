import type { CaseState } from '../case.ts';
import type { EventOf } from '../events.ts';

type MeetingEventType = 'MeetingAsked' | 'MeetingMinuted' | 'NamedInMeeting';
type Apply = { readonly [Type in MeetingEventType]: (state: CaseState, event: EventOf<Type>) => CaseState };

/** What team meetings do to a case; evolve.ts takes them in with the others. */
export const APPLY_MEETING: Apply = {
  MeetingAsked: (state, event) => ({ ...state, meetingWish: { ...signed(event), ...event.content } }),
  MeetingMinuted: (state, event) => ({ ...state, meetingWish: undefined, minutes: [...state.minutes, { ...signed(event), ...event.content }] }),
  NamedInMeeting: (state, event) => ({ ...state, namings: [...state.namings, { ...signed(event), ...event.content }] }),
};

function signed(event: EventOf<MeetingEventType>) {
  return { by: event.actor, at: event.happenedAt };
}
