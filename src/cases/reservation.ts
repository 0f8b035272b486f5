import type { Writer } from '../kernel/journal/event.ts';
import type { Refusal } from '../kernel/outcome.ts';
import type { Instant } from '../kernel/time.ts';
import type { Basis } from '../reports/codes.ts';
import { TO_OTHERS, type Delivery, type Letter } from './choices/document.ts';
import type { Reservation, ReservationStands, ToHealth } from './choices/reservation.ts';
import { refuseCase } from './refusals.ts';

/** What the person has said no to, or takes back. `about`: what it covers, in the person's words; nobody has to give a reason. */
export type ReservationContent = { readonly reservation: Reservation; readonly stands: ReservationStands; readonly about?: string | undefined };

/** Those that stand, one of each kind. */
export type Reservations = { readonly reservations: readonly (ReservationContent & { readonly by: Writer; readonly at: Instant })[] };

export function hasReserved({ reservations }: Reservations, kind: Reservation): boolean {
  return reservations.some(({ reservation }) => reservation === kind);
}

/**
 * What a case has to be told of a no that was said in another about the same person; nothing where its own covers it. Of two the wider stands: a no
 * without words is to all, and two with words are both kept, since nobody here can say which of them the person meant.
 */
export function toldBesides({ reservations }: Reservations, { reservation, stands, about }: ReservationContent): readonly ReservationContent[] {
  const own = reservations.find((one) => one.reservation === reservation);
  if (own !== undefined && (own.about === undefined || own.about === about)) return [];
  if (about === undefined) return [{ reservation, stands }];
  return [{ reservation, stands, about: own === undefined ? about : `${own.about} / ${about}` }];
}

/** What somebody answers while the person has said no: whether it goes to health personnel, and the weighty grounds on which it does all the same. */
export type ToHealthAnswer = { readonly toHealth?: ToHealth | undefined; readonly despiteObjection?: string | undefined };

/**
 * hpl § 29, pasientjournalloven § 17: the person objects that health personnel get information, and only weighty grounds go above it. Refuses
 * `health_objection` until somebody has answered whether the receiver is health personnel, and, where it is, why it must be shared.
 * @param reaches whether health personnel get it: `asked` where only the writer knows
 */
export function objectionFault(state: Reservations, { toHealth, despiteObjection }: ToHealthAnswer, reaches: 'asked' | 'always' | 'never'): Refusal | undefined {
  if (reaches === 'never' || !hasReserved(state, 'HELSEPERSONELL')) return undefined;
  if (reaches === 'asked' && toHealth === undefined) return refuseCase('health_objection', { toHealth: 'missing' });
  if (reaches === 'asked' && toHealth === 'NEI') return undefined;
  return (despiteObjection ?? '').trim() === '' ? refuseCase('health_objection', { despiteObjection: 'missing' }) : undefined;
}

/** What is shared for health care (hpl § 25) is read by health personnel, whatever the receiver is called. */
export function reachesByBasis(basis: Basis): 'asked' | 'always' {
  return basis === 'HPL_25' ? 'always' : 'asked';
}

/** A letter that is handed over at the doctor's is known there; one to others may be to health personnel. */
export function reachesByLetter(letter: Letter, delivery: Delivery): 'asked' | 'always' | 'never' {
  if (delivery === 'HELSE') return 'always';
  return TO_OTHERS.includes(letter) ? 'asked' : 'never';
}

/** The grounds are kept where they were needed, and not what was typed beside them. */
export function keptGrounds(state: Reservations, { toHealth, despiteObjection }: ToHealthAnswer, reaches: 'asked' | 'always' | 'never'): { readonly despiteObjection?: string } {
  const needed = hasReserved(state, 'HELSEPERSONELL') && (reaches === 'always' || (reaches === 'asked' && toHealth === 'JA'));
  return needed && despiteObjection !== undefined ? { despiteObjection } : {};
}
