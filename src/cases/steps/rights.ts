import { done } from '../../kernel/outcome.ts';
import type { Day } from '../../kernel/time.ts';
import type { CaseState } from '../case.ts';
import type { Answer, FiguresWish, ObjectionResult, ReceiverTold, RestrictedBasis, RestrictedUse, RestrictionGround } from '../choices.ts';
import type { Reservation, ReservationStands } from '../choices/reservation.ts';
import type { DecisionContext } from '../conditions.ts';
import { entry } from '../events.ts';
import { check, type Decision } from '../guard.ts';
import { receiversToTell } from '../receivers.ts';
import { refuseCase } from '../refusals.ts';
import { consentedSince } from '../restriction.ts';

export type RestrictUse = { readonly restrictionGround: RestrictionGround; readonly grounds: string; readonly reviewOn?: Day | undefined };

/** T20, GDPR art. 18: from now on the coordinators and the case lead alone read it. What a person in danger needs is still done. */
export function decideRestrictUse(state: CaseState, input: RestrictUse, ctx: DecisionContext): Decision {
  const { restrictionGround: ground, grounds, reviewOn } = input;
  return check('restrictUse', state, input, ctx) ?? done([entry('UseRestricted', ctx.now, { ground, grounds, reviewOn })]);
}

export type LiftRestriction = { readonly grounds: string; readonly toldOfLift: Answer };

/** GDPR art. 18 nr. 3: whoever asked for it is told before it is lifted. */
export function decideLiftRestriction(state: CaseState, input: LiftRestriction, ctx: DecisionContext): Decision {
  const { grounds, toldOfLift: personInformed } = input;
  return check('liftRestriction', state, input, ctx) ?? done([entry('RestrictionLifted', ctx.now, { grounds, personInformed })]);
}

export type UseRestrictedCase = { readonly restrictedUse: readonly RestrictedUse[]; readonly restrictedOn: RestrictedBasis; readonly grounds: string };

/** GDPR art. 18 nr. 2: what it is used for all the same, on which ground, and why. It opens that for some days (restriction.ts). Refuses `no_consent_since` where the person has not consented since. */
export function decideUseRestricted(state: CaseState, input: UseRestrictedCase, ctx: DecisionContext): Decision {
  const no = check('useRestricted', state, input, ctx);
  if (no !== undefined) return no;
  const { restrictedUse: uses, restrictedOn: on, grounds } = input;
  if (on === 'SAMTYKKE' && !consentedSince(state, ctx.now)) return refuseCase('no_consent_since', { restrictedOn: 'no_consent_since' });
  return done([entry('RestrictedUseGrounded', ctx.now, { uses, on, grounds })]);
}

export type TellReceiver = { readonly toldOf: string; readonly receiverTold: ReceiverTold; readonly grounds?: string | undefined };

/** T20, GDPR art. 19: one of them was told, or it was not possible, or they never got what was changed. `bad_input` for one who is not to be told now. */
export function decideTellReceiver(state: CaseState, input: TellReceiver, ctx: DecisionContext): Decision {
  const { toldOf: disclosureId, receiverTold: result, grounds: why } = input;
  const no = check('tellReceiver', state, input, ctx);
  if (no !== undefined) return no;
  if (!receiversToTell(state).some((one) => one.disclosureId === disclosureId)) return refuseCase('bad_input', { toldOf: 'not_offered' });
  return done([entry('ReceiverTold', ctx.now, { disclosureId, result, why })]);
}

export type RecordObjection = { readonly objectionId: string; readonly objection: string; readonly objectionResult: ObjectionResult; readonly grounds: string };

/** GDPR art. 21: somebody objects, and what we decided. */
export function decideRecordObjection(state: CaseState, input: RecordObjection, ctx: DecisionContext): Decision {
  const { objectionId, objection, objectionResult: result, grounds } = input;
  const no = check('recordObjection', state, { objection, objectionResult: result, grounds }, ctx);
  if (no !== undefined) return no;
  return done(state.objections.some((one) => one.objectionId === objectionId) ? [] : [entry('ObjectionRecorded', ctx.now, { objectionId, objection, result, grounds })]);
}

export type RecordFiguresWish = { readonly figuresWish: FiguresWish };

/** Krisesenterlova § 5 a: a right, so there is nothing to decide. Said again, it is written once. */
export function decideRecordFiguresWish(state: CaseState, input: RecordFiguresWish, ctx: DecisionContext): Decision {
  const no = check('recordFiguresWish', state, input, ctx);
  if (no !== undefined) return no;
  return done(state.keepsOut === (input.figuresWish === 'RESERVERT') ? [] : [entry('FiguresWishRecorded', ctx.now, input)]);
}

export type RecordReservation = { readonly reservation: Reservation; readonly reservationStands: ReservationStands; readonly reservationAbout?: string | undefined };

/** eForvaltningsforskriften § 9, hpl § 29: what the person says no to, or takes back. A right, so there is nothing to decide. Said again in the same words, it is written once. */
export function decideRecordReservation(state: CaseState, input: RecordReservation, ctx: DecisionContext): Decision {
  const no = check('recordReservation', state, input, ctx);
  if (no !== undefined) return no;
  const { reservation, reservationStands: stands, reservationAbout: about } = input;
  const before = state.reservations.find((one) => one.reservation === reservation);
  const same = stands === 'TRUKKET' ? before === undefined : before !== undefined && before.about === about;
  return done(same ? [] : [entry('ReservationRecorded', ctx.now, { reservation, stands, ...(about === undefined ? {} : { about }) })]);
}
