import type { CaseState } from '../case.ts';
import type { EventOf } from '../events.ts';

type PinEventType = 'NotePinned' | 'NoteUnpinned' | 'WarningWritten' | 'WarningReviewed';
type Apply = { readonly [Type in PinEventType]: (state: CaseState, event: EventOf<Type>) => CaseState };

/** What the entries about pinned notes and warnings do to a case; evolve.ts takes them in with the others. */
export const APPLY_PINS: Apply = {
  NotePinned: (state, event) => ({ ...state, pins: [{ ...event.content, ...signed(event) }, ...state.pins.filter(({ noteId }) => noteId !== event.content.noteId)] }),
  NoteUnpinned: (state, event) => ({ ...state, pins: state.pins.filter(({ noteId }) => noteId !== event.content.noteId) }),
  WarningWritten: (state, event) => ({ ...state, warnings: [...state.warnings, { ...event.content, recorded: signed(event), reviewed: undefined }] }),
  WarningReviewed: (state, event) => {
    const { warningId: id, reviewOn } = event.content;
    if (reviewOn === undefined) return { ...state, warnings: state.warnings.filter(({ warningId }) => warningId !== id) };
    return { ...state, warnings: state.warnings.map((one) => (one.warningId === id ? { ...one, reviewOn, reviewed: signed(event) } : one)) };
  },
};

function signed(event: EventOf<PinEventType>) {
  return { by: event.actor, at: event.happenedAt };
}
