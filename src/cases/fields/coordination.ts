import { COORDINATOR_STATUS, INDIVIDUAL_PLAN, INTERPRETER_MODE, QUALIFIED } from '../choices/coordination.ts';
import { RESERVATION, RESERVATION_STANDS, TO_HEALTH } from '../choices/reservation.ts';
import { DAY, LINE, LONG, oneOf, type FieldRule } from './rule.ts';

/** What is asked about who coordinates, the interpreter, what the person has said no to, and a measure's decision; fields.ts takes them in with the others. */
export const COORDINATION_FIELDS = {
  coordinatingService: LINE,
  coordinator: oneOf(COORDINATOR_STATUS.codes),
  coordinatorWho: LINE,
  individualPlan: oneOf(INDIVIDUAL_PLAN.codes),
  individualPlanWho: LINE,
  interpreterLanguage: LINE,
  interpreterMode: oneOf(INTERPRETER_MODE.codes),
  interpreterFrom: LINE,
  interpreterQualified: oneOf(QUALIFIED.codes),
  interpreterWhy: LONG,
  reservation: oneOf(RESERVATION.codes),
  reservationStands: oneOf(RESERVATION_STANDS.codes),
  reservationAbout: LONG,
  toHealth: oneOf(TO_HEALTH.codes),
  despiteObjection: LONG,
  decisionRef: LINE,
  decidedOn: DAY,
  complaintUntil: DAY,
} as const satisfies Readonly<Record<string, FieldRule>>;

export type CoordinationHelped = 'coordinatingService' | 'individualPlan' | 'interpreterFrom' | 'interpreterWhy' | 'reservation' | 'reservationAbout' | 'toHealth' | 'despiteObjection' | 'decisionRef' | 'complaintUntil';
