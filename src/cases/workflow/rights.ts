import { CASE_STATUSES } from '../status.ts';
import type { Move, Step } from '../workflow.ts';

export type RightsStepKey = 'restrictUse' | 'liftRestriction' | 'useRestricted' | 'recordObjection' | 'recordFiguresWish' | 'recordReservation' | 'tellReceiver';

/** At any time, also of a closed case: what was written does not lose its subject. */
const WHENEVER: readonly Move[] = CASE_STATUSES.map((status) => [status, status]);
/** What is counted of a case that was merged is counted where it goes on (src/statistics), so the wish is written there. */
const WHERE_IT_IS: readonly Move[] = WHENEVER.filter(([status]) => status !== 'SAMMENSLATT');

/** Rectification is `recordPerson` and `correctNote`: corrected by adding (arkivforskrifta § 11). Access is a request of its own, apart from the case (src/privacy). */
export const RIGHTS_STEPS: Readonly<Record<RightsStepKey, Step>> = {
  restrictUse: {
    number: 'T20', moves: WHENEVER, who: { roles: ['KOORDINATOR'] }, conditions: ['NOT_RESTRICTED'],
    required: ['restrictionGround', 'grounds'], optional: ['reviewOn'], clock: 'REVIEW_DAY', event: 'UseRestricted', source: 'GDPR art. 18',
  },
  liftRestriction: {
    number: 'T20', moves: WHENEVER, who: { roles: ['KOORDINATOR'] }, conditions: ['RESTRICTED'],
    required: ['grounds', 'toldOfLift'], optional: [], event: 'RestrictionLifted', source: 'GDPR art. 18 nr. 3',
  },
  useRestricted: {
    number: 'T20', moves: WHENEVER, who: { roles: ['KOORDINATOR'], lead: true }, conditions: ['RESTRICTED'],
    required: ['restrictedUse', 'restrictedOn', 'grounds'], optional: [], event: 'RestrictedUseGrounded', source: 'GDPR art. 18 nr. 2',
  },
  // Also of a closed case: what was given is used where it is. In one that was merged it is told in the case that went on, which has all that was shared.
  tellReceiver: {
    number: 'T20', moves: WHERE_IT_IS, who: { roles: ['KOORDINATOR'], lead: true }, conditions: ['RECEIVER_TO_TELL'],
    required: ['toldOf', 'receiverTold'], requiredWhen: [{ field: 'receiverTold', is: ['IKKE_MULIG'], require: ['grounds'] }], optional: [], event: 'ReceiverTold', source: 'GDPR art. 19',
  },
  recordObjection: {
    number: 'T20', moves: WHENEVER, who: { roles: ['KOORDINATOR'] }, conditions: [],
    required: ['objection', 'objectionResult', 'grounds'], optional: [], event: 'ObjectionRecorded', source: 'GDPR art. 21',
  },
  recordFiguresWish: {
    number: 'T20', moves: WHERE_IT_IS, who: { roles: ['KOORDINATOR'], lead: true }, conditions: [],
    required: ['figuresWish'], optional: [], event: 'FiguresWishRecorded', source: 'krisesenterlova § 5 a',
  },
  // By whoever hears it. In one that was merged nobody sends anything: it is said in the case that went on.
  recordReservation: {
    number: 'T20', moves: WHENEVER.filter(([status]) => status !== 'SAMMENSLATT'), who: { roles: ['MOTTAK', 'KOORDINATOR', 'TEAMMEDLEM'] }, conditions: [],
    required: ['reservation', 'reservationStands'], optional: ['reservationAbout'], inSight: ['reservationAbout'], event: 'ReservationRecorded', source: 'eForvaltningsforskriften § 9; hpl § 29; pasientjournalloven § 17',
  },
};
