import { osloDay } from '../../kernel/time.ts';
import type { CaseState } from '../case.ts';
import type { EventOf } from '../events.ts';

type VoiceEventType = 'InformedAnswered' | 'WishRecorded' | 'HelpDeclined';
type Apply = { readonly [Type in VoiceEventType]: (state: CaseState, event: EventOf<Type>) => CaseState };

/** What the entries about the person's voice and about being informed do to a case; evolve.ts takes them in with the others. */
export const APPLY_VOICE: Apply = {
  InformedAnswered: (state, event) => ({ ...state, informings: [...state.informings, { ...event.content, recorded: signed(event) }] }),
  WishRecorded: (state, event) => ({ ...state, wishes: [...state.wishes, { ...event.content, recorded: signed(event) }] }),
  HelpDeclined: (state, event) => ({ ...state, declined: [...state.declined, { ...event.content, saidOn: osloDay(event.happenedAt), recorded: { by: event.actor, at: event.writtenAt } }] }),
};

function signed(event: EventOf<VoiceEventType>) {
  return { by: event.actor, at: event.happenedAt };
}
