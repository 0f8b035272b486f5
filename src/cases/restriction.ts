import { addDays, osloDay, type Instant } from '../kernel/time.ts';
import { TO_OTHERS, type Delivery, type Letter } from './choices/document.ts';
import type { RestrictedBasis, RestrictedUse } from './choices.ts';
import type { CaseRefusal } from './refusals.ts';
import type { Rights } from './rights.ts';
import { standingConsents, type Sharing } from './sharing.ts';
import type { StepKey } from './workflow.ts';

/**
 * Why a step goes on although the use of the case is restricted (GDPR art. 18 no. 2). `STORAGE`: what happened is written down and kept. `SAFETY`: it protects the person, or others, from danger (art. 6 no. 1 d; the
 * rights of another person). `RIGHTS`: the person's own word, consent and rights. `DUTY`: the law demands it (important public interest). `ORDER`: who answers for the case and who may see it (art. 32). `END`: the use ends, and
 * what is left is storage.
 */
export const GOES_ON = ['STORAGE', 'SAFETY', 'RIGHTS', 'DUTY', 'ORDER', 'END'] as const;
export type GoesOn = (typeof GOES_ON)[number];

/** Asked for a ground first, which `useRestricted` writes down. `TO_OTHERS`: only of what goes to others than the person. */
type Asks = { readonly asks: RestrictedUse; readonly of?: 'TO_OTHERS' };
export type WhenRestricted = GoesOn | Asks | 'STOPPED';

const ASSESS: Asks = { asks: 'VURDERE' };
const TRANSFER: Asks = { asks: 'OVERFORE' };
const LETTER: Asks = { asks: 'DELE', of: 'TO_OTHERS' };

/**
 * Every step of the workflow, while the use of the case is restricted. A page that stands open to somebody outside for days is never needed at once, so it is stopped; what has to be
 * asked can be asked by sharing. Compared with docs/workflow.md by test/cases/workflow.test.ts.
 */
export const WHEN_RESTRICTED: Readonly<Record<StepKey, WhenRestricted>> = {
  openCase: 'STORAGE', joinReport: 'STORAGE', readReport: 'SAFETY', mergeCase: 'STORAGE', takeInCase: 'STORAGE',
  askForMeeting: 'ORDER', minuteMeeting: 'STORAGE', nameInMeeting: { asks: 'MOTE' },
  declareImpartiality: 'ORDER', handOver: 'ORDER', readHandover: 'ORDER', changeLead: 'ORDER', handOverLead: 'ORDER', nameKeeper: 'ORDER', deputiseLead: 'ORDER', endDeputy: 'ORDER', grantAccess: 'ORDER', endAccess: 'ORDER', seeReporter: 'ORDER', reviewEmergency: 'ORDER', withdrawExpert: 'ORDER',
  raiseAkutt: 'SAFETY', reviewAkutt: 'SAFETY', lowerAkutt: 'SAFETY', takeEmergency: 'SAFETY',
  proposeTransfer: TRANSFER, confirmTransfer: TRANSFER, confirmReceipt: 'STORAGE', transferTaken: 'STORAGE', transferReturned: 'STORAGE',
  proposeClassification: ASSESS, classifyProvisionally: ASSESS, confirmClassification: ASSESS, proposeReclassification: ASSESS, startInvestigation: ASSESS, concludeInvestigation: ASSESS, decideMeasure: ASSESS,
  informPerson: 'RIGHTS', informSuspect: 'RIGHTS', recordWish: 'RIGHTS', recordDeclined: 'RIGHTS', recordInterpreter: 'RIGHTS', recordPerson: 'RIGHTS', correctNote: 'RIGHTS',
  answerAverting: 'DUTY', recordChildDuty: 'DUTY', recordChildFeedback: 'DUTY', recordServiceDuty: 'DUTY', recordCoordination: 'DUTY', reviewDisclosure: 'DUTY',
  awaitPolice: 'STORAGE', checkPolice: 'STORAGE', resumeInvestigation: 'STORAGE', updateMeasure: 'SAFETY', startFollowUp: 'SAFETY', recordFollowUp: 'SAFETY', investigateAgain: 'SAFETY', actAgain: 'SAFETY', reopenCase: 'SAFETY',
  draftDocument: LETTER, editDocument: 'STORAGE', finaliseDocument: LETTER, recordSending: 'STORAGE',
  assessRisk: 'SAFETY', markRiskFactors: 'SAFETY', writeSafetyPlan: 'SAFETY', reviewSafetyPlan: 'SAFETY', postponeSafetyPlan: 'SAFETY', suspectChanged: 'SAFETY', recordProtection: 'SAFETY', renewProtection: 'SAFETY', endProtection: 'SAFETY',
  proposeNotACase: 'END', confirmNotACase: 'END', adviseOnly: 'END', proposeClosing: 'END', proposeEarlyClosing: 'END', returnClosing: 'END', closeCase: 'END',
  writeNote: 'STORAGE', pinNote: 'STORAGE', unpinNote: 'STORAGE', addPerson: 'STORAGE', changePerson: 'STORAGE', assessCapacity: 'STORAGE', discloseIn: 'STORAGE', answerExpert: 'STORAGE', readExpertAnswer: 'SAFETY',
  writeWarning: 'SAFETY', reviewWarning: 'SAFETY', protectAddress: 'SAFETY', proposeLowering: 'SAFETY', confirmLowering: 'SAFETY', writeNightCard: 'SAFETY', removeNightCard: 'SAFETY', closeWay: 'SAFETY',
  recordConsent: 'RIGHTS', recordOthersConsent: 'RIGHTS', withdrawConsent: 'RIGHTS',
  discloseOut: { asks: 'DELE' }, askExpert: 'STOPPED', renewExpertCode: 'STOPPED',
  restrictUse: 'RIGHTS', liftRestriction: 'RIGHTS', useRestricted: 'ORDER', recordObjection: 'RIGHTS', recordFiguresWish: 'RIGHTS', recordReservation: 'RIGHTS', tellReceiver: 'RIGHTS',
};

/** For so many days, the day it was written not counted, a ground opens what it was written for: danger is judged anew each day. */
export const GROUND_DAYS: Readonly<Record<RestrictedBasis, number>> = { SAMTYKKE: 7, FARE_FOR_LIV: 1, ANDRES_RETTIGHETER: 7, RETTSKRAV: 7, SAMFUNNSINTERESSE: 7 };

type State = Pick<Rights, 'restriction' | 'uses'> & Sharing & { readonly akutt: unknown };

/** Whether the person has consented since the use was restricted: an earlier yes was to something else. */
export function consentedSince({ restriction, ...sharing }: Pick<Rights, 'restriction'> & Sharing, now: Instant): boolean {
  return restriction !== undefined && standingConsents(sharing, 'PERSON', osloDay(now)).some(({ recorded }) => recorded.at >= restriction.at);
}

/** The grounds that open something now, the oldest first. */
export function groundsNow(state: State, now: Instant): State['uses'] {
  return state.uses.filter(({ on, at }) => osloDay(now) <= addDays(osloDay(at), GROUND_DAYS[on]) && (on !== 'SAMTYKKE' || consentedSince(state, now)));
}

/** Why a step waits while the use is restricted; undefined where it goes on. Our own assessing goes on while the case is Akutt: the alarm says what the danger is, and is looked at every day. */
export function restrictionRefusal(key: StepKey, state: State, now: Instant): Extract<CaseRefusal, 'use_restricted' | 'use_asks_ground'> | undefined {
  if (state.restriction === undefined) return undefined;
  const rule = WHEN_RESTRICTED[key];
  if (rule === 'STOPPED') return 'use_restricted';
  if (typeof rule === 'string' || rule.of !== undefined) return undefined;
  return rule.asks === 'VURDERE' && state.akutt !== undefined ? undefined : asked(rule.asks, state, now);
}

/** The same for a letter, which goes on where it is for the person: they are told of the restriction, and before it is lifted (art. 18 no. 3). */
export function letterRestricted(state: State, { letter, delivery }: { readonly letter: Letter; readonly delivery: Delivery }, now: Instant): 'use_asks_ground' | undefined {
  return TO_OTHERS.includes(letter) || delivery === 'POST' ? tellingRestricted(state, now) : undefined;
}

/** Whatever is told to somebody else, also where it is an answer in the form of another step: that whoever reported was told more than that it arrived. */
export function tellingRestricted(state: State, now: Instant): 'use_asks_ground' | undefined {
  return state.restriction === undefined ? undefined : asked('DELE', state, now);
}

function asked(use: RestrictedUse, state: State, now: Instant): 'use_asks_ground' | undefined {
  return groundsNow(state, now).some(({ uses }) => uses.includes(use)) ? undefined : 'use_asks_ground';
}
