import type { CaseState } from '../case.ts';
import type { EventOf } from '../events.ts';

type RightsEventType = 'UseRestricted' | 'RestrictionLifted' | 'RestrictedUseGrounded' | 'ObjectionRecorded' | 'FiguresWishRecorded' | 'ReservationRecorded';
type Apply = { readonly [Type in RightsEventType]: (state: CaseState, event: EventOf<Type>) => CaseState };

/** What the entries about people's own rights do to a case. */
export const APPLY_RIGHTS: Apply = {
  UseRestricted: (state, event) => ({ ...state, restriction: { ...event.content, by: event.actor, at: event.happenedAt }, uses: [] }),
  RestrictionLifted: (state) => ({ ...state, restriction: undefined, uses: [] }),
  RestrictedUseGrounded: (state, event) => ({ ...state, uses: [...state.uses, { ...event.content, by: event.actor, at: event.happenedAt }] }),
  ObjectionRecorded: (state, event) => ({ ...state, objections: [...state.objections, { ...event.content, by: event.actor, at: event.happenedAt }] }),
  FiguresWishRecorded: (state, event) => ({ ...state, keepsOut: event.content.figuresWish === 'RESERVERT', keptOut: state.keptOut || event.content.figuresWish === 'RESERVERT' }),
  // The newest word on each: said again it takes the place of what was said, and taken back it is gone.
  ReservationRecorded: (state, event) => {
    const others = state.reservations.filter(({ reservation }) => reservation !== event.content.reservation);
    return { ...state, reservations: event.content.stands === 'TRUKKET' ? others : [...others, { ...event.content, by: event.actor, at: event.happenedAt }] };
  },
};
