import { OPEN_STATUSES } from '../status.ts';
import type { Move, Step, Who } from '../workflow.ts';

const STAY: readonly Move[] = OPEN_STATUSES.map((status) => [status, status]);
/** A closing that is proposed no longer: the case is where it was. */
export const BACK: readonly Move[] = [['TIL_AVSLUTNING', 'OPPFOLGING'], ['TIL_AVSLUTNING', 'KLASSIFISERT'], ['TIL_AVSLUTNING', 'UNDERSOKES'], ['TIL_AVSLUTNING', 'VENTER_POLITI'], ['TIL_AVSLUTNING', 'TILTAK']];
/** What comes into an open case takes back the proposal to close it. */
export const TAKES_IN: readonly Move[] = [...STAY.filter(([from]) => from !== 'TIL_AVSLUTNING'), ...BACK];
const COORDINATOR: Who = { roles: ['KOORDINATOR'] };

/** What the team does together, and what makes two cases one; workflow.ts takes them in with the others. */
export const TEAM_STEPS = {
  askForMeeting: {
    number: 'T9', moves: STAY, who: { roles: ['MOTTAK', 'KOORDINATOR', 'TEAMMEDLEM'] }, conditions: [],
    required: ['meetingAbout'], optional: [], event: 'MeetingAsked', source: 'TryggEst (S0, S3)',
  },
  // Taken from the page of the meeting.
  minuteMeeting: {
    number: 'T9', moves: STAY, who: COORDINATOR, conditions: [],
    required: ['minutes'], optional: [], event: 'MeetingMinuted', source: 'fvl § 11 d',
  },
  nameInMeeting: {
    number: 'T19', moves: STAY, who: COORDINATOR, conditions: [],
    required: ['basis', 'grounds'], optional: ['restsOn', 'withinConsent'], event: 'NamedInMeeting', source: 'fvl §§ 13 a, 13 b',
  },
  // One step on two cases: the first ends as a pointer, the second goes on with both.
  mergeCase: {
    number: 'T16', moves: OPEN_STATUSES.map((status) => [status, 'SAMMENSLATT']), who: COORDINATOR, conditions: ['EXPERT_READ', 'NOT_UNDER_WAY'],
    required: ['grounds'], optional: ['lead'], event: 'CaseMerged', source: 'TryggEst (S3); fvl § 13 c',
  },
  takeInCase: {
    number: 'T16', moves: TAKES_IN, who: COORDINATOR, conditions: ['NOT_UNDER_WAY'],
    required: ['grounds'], optional: ['lead'], event: 'CaseTakenIn', source: 'TryggEst (S3); fvl § 13 c',
  },
} as const satisfies Readonly<Record<string, Step>>;
