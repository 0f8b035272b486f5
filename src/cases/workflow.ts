import { ADVICE_STEPS, type AdviceStepKey } from './workflow/advice.ts';
import type { ClockId } from '../regions/codes.ts';
import type { Condition } from './conditions.ts';
import { EMERGENCY_STEPS, type EmergencyStepKey } from './workflow/emergency.ts';
import { DEPUTY_STEPS, type DeputyStepKey } from './workflow/deputy.ts';
import { DOCUMENT_STEPS, type DocumentStepKey } from './workflow/document.ts';
import type { CaseEventType } from './events.ts';
import { EXPERT_STEPS, type ExpertStepKey } from './workflow/expert.ts';
import type { Asked } from './fields.ts';
import { FIGURE_FIELDS } from './person.ts';
import { OTHER_PRINCIPLES } from './fields/safety.ts';
import { SAFETY_STEPS, type SafetyStepKey } from './workflow/safety.ts';
import { PERSON_STEPS, type PersonStepKey } from './workflow/person.ts';
import { COORDINATION_STEPS, type CoordinationStepKey } from './workflow/coordination.ts';
import { RIGHTS_STEPS, type RightsStepKey } from './workflow/rights.ts';
import type { CaseStatus } from './status.ts';
import { SECRECY_STEPS, type SecrecyStep } from './workflow/secrecy.ts';
import { BACK, TAKES_IN, TEAM_STEPS } from './steps/team.ts';
import { dutySteps, type DutyStep } from './workflow/duties.ts';
import { voiceSteps, type VoiceStep } from './workflow/voice.ts';

/** The roles that take part in a case; others (staff/codes.ts) never act on one. */
export type CaseRole = 'MOTTAK' | 'KOORDINATOR' | 'TEAMMEDLEM' | 'LEDER';

/** Anyone with one of the roles, or (where `lead`) the one who is SAKSANSVARLIG. */
export type Who = { readonly roles: readonly (CaseRole | 'TILSYN')[]; readonly lead?: true };

/** «NY»: there was no case before. */
export type Move = readonly [from: CaseStatus | 'NY', to: CaseStatus];

/** One line of the table. Its key is also the key of its words in texts.ts. */
export type Step = Asked & {
  /** the line in domain reference §9.1 that it carries out */
  readonly number: string;
  readonly moves: readonly Move[];
  readonly who: Who;
  readonly conditions: readonly Condition[];
  readonly clock?: ClockId;
  /** the entry that the step writes into the journal */
  readonly event: CaseEventType;
  /** may be taken before the question about impartiality is answered */
  readonly beforeContent?: true;
  readonly source: string;
};

export type StepKey =
  | SafetyStepKey | AdviceStepKey
  | VoiceStep | DutyStep
  | 'openCase' | 'joinReport' | 'readReport' | 'askForMeeting' | 'minuteMeeting' | 'nameInMeeting' | 'mergeCase' | 'takeInCase' | 'declareImpartiality' | 'raiseAkutt' | 'reviewAkutt' | 'lowerAkutt' | 'handOver' | 'readHandover' | 'proposeTransfer' | 'confirmTransfer' | 'confirmReceipt' | 'transferTaken' | 'transferReturned'
  | 'proposeClassification' | 'classifyProvisionally' | 'confirmClassification' | 'proposeNotACase' | 'confirmNotACase' | 'changeLead'
  | 'proposeReclassification' | 'startInvestigation' | 'awaitPolice' | 'checkPolice' | 'resumeInvestigation' | 'concludeInvestigation' | DocumentStepKey | 'decideMeasure' | 'updateMeasure' | 'startFollowUp' | 'recordFollowUp' | 'investigateAgain' | 'actAgain'
  | 'proposeClosing' | 'proposeEarlyClosing' | 'returnClosing' | 'closeCase' | 'reopenCase' | 'writeNote' | 'correctNote' | 'writeNightCard' | 'removeNightCard' | 'grantAccess' | 'endAccess'
  | SecrecyStep
  | EmergencyStepKey | DeputyStepKey
  | 'addPerson' | 'changePerson' | 'assessCapacity' | 'recordConsent' | 'recordOthersConsent' | 'withdrawConsent' | 'discloseOut' | 'discloseIn' | 'reviewDisclosure'
  | RightsStepKey | PersonStepKey | CoordinationStepKey
  | ExpertStepKey;

const STAY_WHILE_OPEN: readonly Move[] = [
  ['MOTTATT', 'MOTTATT'], ['TIL_VURDERING', 'TIL_VURDERING'], ['KLASSIFISERT', 'KLASSIFISERT'], ['UNDERSOKES', 'UNDERSOKES'],
  ['VENTER_POLITI', 'VENTER_POLITI'], ['TILTAK', 'TILTAK'], ['OPPFOLGING', 'OPPFOLGING'], ['TIL_AVSLUTNING', 'TIL_AVSLUTNING'],
];
/** Two people have classified the case, and nobody has proposed to close it. */
const STAY_IN_HAND: readonly Move[] = [
  ['KLASSIFISERT', 'KLASSIFISERT'], ['UNDERSOKES', 'UNDERSOKES'], ['VENTER_POLITI', 'VENTER_POLITI'], ['TILTAK', 'TILTAK'], ['OPPFOLGING', 'OPPFOLGING'],
];
const STAY_WHEREVER: readonly Move[] = [...STAY_WHILE_OPEN, ['AVSLUTTET', 'AVSLUTTET'], ['IKKE_SAK', 'IKKE_SAK'], ['OVERFORT', 'OVERFORT'], ['SAMMENSLATT', 'SAMMENSLATT']];
/** What was shared is answered for after the closing, too; of a case that was merged where it went on. */
const STAY_UNLESS_MERGED: readonly Move[] = STAY_WHEREVER.filter(([from]) => from !== 'SAMMENSLATT');

const COORDINATOR: Who = { roles: ['KOORDINATOR'] };
const CASE_LEAD: Who = { roles: [], lead: true };
const TEAM: Who = { roles: ['KOORDINATOR', 'TEAMMEDLEM'] };
const EVERYONE: Who = { roles: ['MOTTAK', 'KOORDINATOR', 'TEAMMEDLEM'] };

const CLASSIFYING: Asked = {
  required: ['caseType', 'wish', 'consent', 'grounds', 'lead'],
  optional: ['criteria', 'capacity', 'children', 'animals', 'gender', 'ageBand', 'services', 'owner', 'confirmer'],
};
const CLOSING: Asked = { required: ['reasons', 'remainingRisk', 'whoHasItNow', 'personTold', 'wishAchieved'], optional: ['confirmer', 'personToldWhy', 'wishEnd', ...FIGURE_FIELDS], inSight: ['confirmer'] };

/**
 * The life of a case in one table. Pages, rules, «Neste steg», docs/workflow.md and tests read it; nothing else decides who may
 * do what, when. Checked against every event by test/cases/workflow-property.test.ts.
 */
export const WORKFLOW: Readonly<Record<StepKey, Step>> = {
  openCase: {
    number: 'T1', moves: [['NY', 'MOTTATT']], who: { roles: ['MOTTAK', 'KOORDINATOR'] }, conditions: [],
    required: ['connection'], optional: [], event: 'CaseOpened', source: 'TryggEst (S0, S3)',
  },
  // Taken from the report's page. One question for report and case, as when a case is opened. A closed case is reopened by it (T15), with grounds.
  joinReport: {
    number: 'T16', moves: [...TAKES_IN, ['AVSLUTTET', 'UNDERSOKES']], who: COORDINATOR, conditions: ['NOT_UNDER_WAY'], beforeContent: true,
    required: ['connection'], optional: ['grounds'], event: 'ReportJoined', source: 'fvl §§ 6, 17',
  },
  readReport: {
    number: 'T16', moves: STAY_WHILE_OPEN, who: CASE_LEAD, conditions: ['REPORT_UNREAD'],
    required: [], optional: [], event: 'JoinedReportRead', source: 'fvl § 11 a',
  },
  ...TEAM_STEPS,
  declareImpartiality: {
    number: 'T3', moves: STAY_WHEREVER, who: { roles: ['MOTTAK', 'KOORDINATOR', 'TEAMMEDLEM', 'LEDER', 'TILSYN'] }, conditions: [], beforeContent: true,
    required: ['connection'], optional: [], event: 'ImpartialityDeclared', source: 'fvl § 6',
  },
  raiseAkutt: {
    number: 'T2', moves: STAY_WHILE_OPEN, who: EVERYONE, conditions: ['AKUTT_NOT_RAISED'], beforeContent: true,
    required: ['danger', 'called'], requiredWhen: [{ field: 'called', is: ['N112', 'N113', 'N02800'], require: ['calledBy', 'calledWhen'] }], optional: ['leaderAlerted', 'avertingDuty', 'avertedBy', 'avertedWhen'],
    event: 'AkuttRaised', source: 'fvl § 13 b nr. 7; strl. § 196; hpl § 31',
  },
  reviewAkutt: {
    number: 'T2', moves: STAY_WHILE_OPEN, who: EVERYONE, conditions: ['AKUTT_RAISED'],
    required: ['danger'], optional: ['avertingDuty'], clock: 'AKUTT_REVIEW', event: 'AkuttReviewed', source: 'vår regel',
  },
  lowerAkutt: {
    number: 'T2', moves: STAY_WHILE_OPEN, who: EVERYONE, conditions: ['AKUTT_RAISED', 'ANOTHER_THAN_RAISER'],
    required: ['grounds'], optional: [], event: 'AkuttLowered', source: 'vår regel',
  },
  handOver: {
    number: 'T3', moves: [['MOTTATT', 'TIL_VURDERING']], who: { roles: ['MOTTAK', 'KOORDINATOR'] }, conditions: [],
    required: [], optional: ['note'], clock: 'SEEN', event: 'HandedOver', source: 'fvl § 11 a',
  },
  readHandover: {
    number: 'T3', moves: STAY_WHILE_OPEN, who: COORDINATOR, conditions: ['HANDOVER_UNREAD'],
    required: [], optional: [], clock: 'SEEN', event: 'HandoverRead', source: 'fvl § 11 a',
  },
  proposeTransfer: {
    number: 'T4', moves: [['MOTTATT', 'MOTTATT'], ['TIL_VURDERING', 'TIL_VURDERING']], who: TEAM, conditions: ['NOT_UNDER_WAY'],
    required: ['receiver', 'basis', 'sent', 'grounds', 'personInformed'], optional: ['personToldWhy', 'toRegion', 'consent', 'transferReason', 'toHealth', 'despiteObjection', 'gender', 'ageBand', 'services', 'confirmer'], inSight: ['personToldWhy', 'toRegion', 'consent', 'transferReason', 'toHealth', 'despiteObjection'],
    clock: 'TRANSFERRED', event: 'TransferProposed', source: 'fvl §§ 13 a, 13 b; hpl §§ 22, 29; pbrl § 3-6',
  },
  // To another region of this system the case stays where it is until they have taken it (decision 0090). Also while Akutt: the danger goes along with the case, and lowering it first would be untrue. Two people have then seen it.
  confirmTransfer: {
    number: 'T4', moves: [['MOTTATT', 'OVERFORT'], ['TIL_VURDERING', 'OVERFORT'], ['MOTTATT', 'MOTTATT'], ['TIL_VURDERING', 'TIL_VURDERING']], who: TEAM,
    conditions: ['TRANSFER_PROPOSED', 'ANOTHER_THAN_PROPOSER', 'ONE_IS_COORDINATOR', 'REPORT_READ', 'EXPERT_READ'],
    required: [], optional: ['phonedWho', 'phonedWhen'], inSight: ['phonedWho', 'phonedWhen'], clock: 'TRANSFERRED', event: 'CaseTransferred', source: 'fvl §§ 13 a, 13 b',
  },
  confirmReceipt: {
    number: 'T4', moves: [['OVERFORT', 'OVERFORT']], who: TEAM, conditions: ['RECEIPT_AWAITED'],
    required: ['receivedBy'], optional: ['happenedAt'], clock: 'TRANSFERRED', event: 'TransferReceived', source: 'fvl § 11 a',
  },
  // By the system alone, when the other region has answered.
  transferTaken: {
    number: 'T4', moves: [['MOTTATT', 'OVERFORT'], ['TIL_VURDERING', 'OVERFORT']], who: { roles: [] }, conditions: [],
    required: ['receivedBy'], optional: [], clock: 'TRANSFERRED', event: 'TransferTaken', source: 'fvl § 11 a',
  },
  transferReturned: {
    number: 'T4', moves: [['MOTTATT', 'MOTTATT'], ['TIL_VURDERING', 'TIL_VURDERING']], who: { roles: [] }, conditions: [],
    required: ['receivedBy', 'grounds'], optional: [], clock: 'TRANSFERRED', event: 'TransferReturned', source: 'fvl § 11 a',
  },
  proposeClassification: {
    number: 'T5', moves: [['TIL_VURDERING', 'TIL_VURDERING'], ['KLASSIFISERT', 'KLASSIFISERT'], ['UNDERSOKES', 'UNDERSOKES']], who: TEAM, conditions: ['NOT_CONFIRMED', 'NOT_UNDER_WAY'],
    ...CLASSIFYING, clock: 'ASSESSED', event: 'ClassificationProposed', source: 'TryggEst (S3)',
  },
  classifyProvisionally: {
    number: 'T5', moves: [['TIL_VURDERING', 'KLASSIFISERT']], who: EVERYONE, conditions: ['NOT_CONFIRMED', 'NOT_UNDER_WAY', 'RECEPTION_ONLY_IN_AKUTT'],
    ...CLASSIFYING, event: 'ClassificationProposed', source: 'vår regel (natt, alene på vakt)',
  },
  confirmClassification: {
    number: 'T5', moves: [['TIL_VURDERING', 'KLASSIFISERT'], ...STAY_IN_HAND], who: TEAM,
    conditions: ['CLASSIFICATION_PROPOSED', 'ANOTHER_THAN_PROPOSER', 'PROPOSER_IN_TEAM', 'ONE_IS_COORDINATOR', 'LEAD_CAN_LEAD'],
    required: [], optional: [], clock: 'ASSESSED', event: 'ClassificationConfirmed', source: 'TryggEst (S3)',
  },
  ...voiceSteps({ moves: STAY_WHILE_OPEN, who: EVERYONE }),
  ...dutySteps({ moves: STAY_WHILE_OPEN, who: EVERYONE }),
  proposeNotACase: {
    number: 'T6', moves: [['TIL_VURDERING', 'TIL_VURDERING'], ['KLASSIFISERT', 'KLASSIFISERT']], who: TEAM, conditions: ['NOT_CONFIRMED', 'NOT_UNDER_WAY', 'AKUTT_LOWERED'],
    required: ['notACaseReason', 'advice'], requiredWhen: [{ field: 'notACaseReason', is: ['IKKE_MALGRUPPE'], require: ['referredTo'] }, { field: 'notACaseType', is: ['UTENFOR'], require: ['referredTo'] }],
    optional: ['notACaseType', 'reporterFeedback', 'gender', 'ageBand', 'services', 'confirmer'],
    clock: 'ASSESSED', event: 'NotACaseProposed', source: 'fvl § 11 (veiledning)',
  },
  confirmNotACase: {
    number: 'T6', moves: [['TIL_VURDERING', 'IKKE_SAK'], ['KLASSIFISERT', 'IKKE_SAK']], who: TEAM,
    conditions: ['NOT_A_CASE_PROPOSED', 'ANOTHER_THAN_PROPOSER', 'ONE_IS_COORDINATOR', 'AKUTT_LOWERED', 'REPORT_READ', 'EXPERT_READ', 'DUTIES_ANSWERED'],
    required: [], optional: ['retention'], clock: 'ASSESSED', event: 'NotACaseConfirmed', source: 'fvl § 11 (veiledning); bevaringsforskrifta § 3',
  },
  ...ADVICE_STEPS,
  changeLead: {
    number: 'T5', moves: STAY_WHILE_OPEN, who: COORDINATOR, conditions: ['CONFIRMED', 'HAS_CASE'],
    required: ['lead'], optional: [], event: 'CaseLeadChanged', source: 'vår regel',
  },
  // While a closing waits, the type it is closed with stands still: send it back first.
  proposeReclassification: {
    number: 'T10', moves: STAY_IN_HAND, who: TEAM, conditions: ['CONFIRMED'],
    ...CLASSIFYING, event: 'ClassificationProposed', source: 'TryggEst (S3)',
  },
  startInvestigation: {
    number: 'T7', moves: [['KLASSIFISERT', 'UNDERSOKES']], who: CASE_LEAD, conditions: ['CONFIRMED_OR_AKUTT'],
    required: ['whoTalks'], optional: ['safeContact', 'suspectMayKnow', 'questions', 'sources'], inSight: ['safeContact'], clock: 'INVESTIGATION', event: 'InvestigationStarted', source: 'fvl § 17',
  },
  awaitPolice: {
    number: 'T8', moves: [['UNDERSOKES', 'VENTER_POLITI']], who: CASE_LEAD, conditions: [],
    required: ['policeContact', 'policeAgreed', 'nextCheck'], optional: [], clock: 'POLICE_CHECK', event: 'PoliceAwaited', source: 'politiregisterloven § 27; fvl § 13 b nr. 6',
  },
  checkPolice: {
    number: 'T8', moves: [['VENTER_POLITI', 'VENTER_POLITI']], who: { roles: ['KOORDINATOR'], lead: true }, conditions: [],
    required: ['policeSaid', 'nextCheck'], optional: [], clock: 'POLICE_CHECK', event: 'PoliceChecked', source: 'vår regel',
  },
  resumeInvestigation: {
    number: 'T8', moves: [['VENTER_POLITI', 'UNDERSOKES']], who: { roles: ['KOORDINATOR'], lead: true }, conditions: [],
    required: ['grounds'], optional: [], clock: 'POLICE_CHECK', event: 'InvestigationResumed', source: 'vår regel',
  },
  concludeInvestigation: {
    number: 'T9', moves: [['UNDERSOKES', 'TILTAK']], who: { roles: ['KOORDINATOR'], lead: true }, conditions: ['CONFIRMED', 'MEASURE_RECORDED'],
    required: ['findings', 'freedom', 'proportionality', 'risk'], requiredWhen: [{ field: 'risk', isNot: [], require: ['concludedWho'], orElse: { of: 'concludedWho', by: 'concludedIn' } }], optional: ['riskTool', 'consent', ...OTHER_PRINCIPLES], clock: 'CONCLUSION', event: 'InvestigationConcluded', source: 'TryggEst, sju prinsipper (S0)',
  },
  ...DOCUMENT_STEPS,
  decideMeasure: {
    number: '§ 8.10', moves: STAY_WHILE_OPEN, who: EVERYONE, conditions: [],
    required: ['measure', 'responsible'], requiredWhen: [{ field: 'measure', isNot: ['INGEN', 'TAKKET_NEI'], require: ['due'] }], optional: ['freedom', 'proportionality', 'measureBasis', 'decisionRef', 'decidedOn', 'complaintUntil', 'start', 'what', 'consent', ...OTHER_PRINCIPLES], inSight: ['freedom', 'proportionality'],
    clock: 'MEASURE', event: 'MeasureDecided', source: 'TryggEst, sju prinsipper (S0, S3)',
  },
  updateMeasure: {
    number: '§ 8.10', moves: STAY_WHILE_OPEN, who: EVERYONE, conditions: ['MEASURE_RECORDED'],
    required: ['measureStatus'], optional: ['effect', 'measureBasis', 'decisionRef', 'decidedOn', 'complaintUntil'], inSight: ['effect'], clock: 'MEASURE', event: 'MeasureUpdated', source: 'TryggEst (S3)',
  },
  ...SAFETY_STEPS,
  startFollowUp: {
    number: 'T11', moves: [['TILTAK', 'OPPFOLGING']], who: CASE_LEAD, conditions: [],
    required: ['carriedOut', 'personView'], optional: ['nextFollowUp'], clock: 'MEASURE', event: 'FollowUpStarted', source: 'TryggEst (S3)',
  },
  recordFollowUp: {
    number: 'T13', moves: STAY_IN_HAND, who: TEAM, conditions: ['FOLLOWED_UP'],
    required: ['found', 'personView'], optional: ['nextFollowUp'], clock: 'FOLLOW_UP', event: 'FollowUpDone', source: 'TryggEst (S3)',
  },
  investigateAgain: {
    number: 'T12', moves: [['TILTAK', 'UNDERSOKES'], ['OPPFOLGING', 'UNDERSOKES']], who: { roles: ['KOORDINATOR'], lead: true }, conditions: [],
    required: ['incident'], optional: [], event: 'InvestigationReopened', source: 'TryggEst (S3)',
  },
  actAgain: {
    number: 'T12', moves: [['OPPFOLGING', 'TILTAK']], who: { roles: ['KOORDINATOR'], lead: true }, conditions: [],
    required: ['incident'], optional: [], event: 'MeasuresReopened', source: 'TryggEst (S3)',
  },
  proposeClosing: {
    number: 'T13', moves: [['OPPFOLGING', 'TIL_AVSLUTNING']], who: CASE_LEAD, conditions: ['CONFIRMED', 'NO_PROPOSAL'],
    ...CLOSING, clock: 'FOLLOW_UP', event: 'ClosingProposed', source: 'TryggEst (S3)',
  },
  proposeEarlyClosing: {
    number: 'T13', moves: [['KLASSIFISERT', 'TIL_AVSLUTNING'], ['UNDERSOKES', 'TIL_AVSLUTNING'], ['VENTER_POLITI', 'TIL_AVSLUTNING'], ['TILTAK', 'TIL_AVSLUTNING']], who: CASE_LEAD, conditions: ['CONFIRMED', 'NO_PROPOSAL'],
    ...CLOSING, event: 'ClosingProposed', source: 'vår regel (død, flyttet, ønsker ikke …)',
  },
  returnClosing: {
    number: 'T14', moves: BACK,
    who: { roles: ['KOORDINATOR'], lead: true }, conditions: [],
    required: ['grounds'], optional: [], clock: 'CLOSING', event: 'ClosingReturned', source: 'vår regel',
  },
  closeCase: {
    number: 'T14', moves: [['TIL_AVSLUTNING', 'AVSLUTTET']], who: COORDINATOR, conditions: ['ANOTHER_THAN_CLOSER', 'PROPOSER_NOT_EXCLUDED', 'AKUTT_LOWERED', 'REPORT_READ', 'EXPERT_READ', 'DUTIES_ANSWERED'],
    required: ['learning', 'reporterFeedback'], optional: ['aloneWhy', 'retention', ...FIGURE_FIELDS, 'figuresUnknown'], inSight: ['aloneWhy', 'figuresUnknown'], clock: 'CLOSING', event: 'CaseClosed', source: 'bevaringsforskrifta § 3; fvl § 11 d',
  },
  reopenCase: {
    number: 'T15', moves: [['AVSLUTTET', 'UNDERSOKES']], who: COORDINATOR, conditions: [],
    required: ['grounds'], optional: [], event: 'CaseReopened', source: 'TryggEst (S3)',
  },
  writeNote: {
    number: '–', moves: STAY_WHILE_OPEN, who: EVERYONE, conditions: [],
    required: ['text'], optional: ['happenedAt', 'noteKind'], event: 'JournalNoteWritten', source: 'fvl § 11 d',
  },
  correctNote: {
    number: '–', moves: STAY_WHEREVER, who: EVERYONE, conditions: ['NOTE_WRITTEN'],
    required: ['text', 'corrects'], optional: ['happenedAt', 'noteKind'], event: 'JournalNoteWritten', source: 'arkivforskrifta § 11; GDPR art. 16',
  },
  ...SECRECY_STEPS,
  writeNightCard: {
    number: '–', moves: STAY_WHILE_OPEN, who: { roles: ['KOORDINATOR'], lead: true }, conditions: ['NOT_STRICT'],
    required: ['codeWord', 'agreed'], requiredWhen: [{ field: 'warnings', isNot: [], require: ['reviewOn'] }], optional: ['cardAlias', 'safeContact', 'warnings', 'reviewOn', 'wake'],
    clock: 'REVIEW_DAY', event: 'NightCardWritten', source: 'vår regel (natt, alene på vakt)',
  },
  removeNightCard: {
    number: '–', moves: STAY_WHILE_OPEN, who: { roles: ['KOORDINATOR'], lead: true }, conditions: ['NIGHT_CARD_WRITTEN'],
    required: [], optional: [], event: 'NightCardRemoved', source: 'vår regel (natt, alene på vakt)',
  },
  grantAccess: {
    number: 'T17', moves: STAY_WHEREVER, who: COORDINATOR, conditions: ['WITHIN_DAYS_AFTER_CLOSING', 'HAS_CASE'],
    required: ['accessTo', 'accessReason', 'until'], optional: [], event: 'AccessGranted', source: 'fvl § 13 c; GDPR art. 32',
  },
  endAccess: {
    number: 'T17', moves: STAY_WHEREVER, who: COORDINATOR, conditions: ['ACCESS_GIVEN'],
    required: ['accessTo'], optional: [], event: 'AccessEnded', source: 'fvl § 13 c; GDPR art. 32',
  },
  ...EMERGENCY_STEPS,
  ...DEPUTY_STEPS,
  ...PERSON_STEPS,
  ...COORDINATION_STEPS,
  addPerson: {
    number: '§ 8.6', moves: STAY_WHILE_OPEN, who: EVERYONE, conditions: [],
    required: ['relatedName', 'parts'], requiredWhen: [{ field: 'parts', is: ['VERGE'], require: ['guardianScope'] }], optional: ['relation', 'livesWith', 'namesake'], event: 'PersonRelated', source: 'GDPR art. 5; vergemålsloven § 20',
  },
  changePerson: {
    number: '§ 8.6', moves: STAY_WHILE_OPEN, who: EVERYONE, conditions: ['SOMEBODY_RELATED'],
    required: ['related', 'parts'], requiredWhen: [{ field: 'parts', is: ['VERGE'], require: ['guardianScope'] }], optional: ['relation', 'livesWith', 'namesake'], event: 'RelatedChanged', source: 'GDPR art. 5; vergemålsloven § 20',
  },
  assessCapacity: {
    number: '§ 3.7', moves: STAY_WHILE_OPEN, who: EVERYONE, conditions: [],
    required: ['capacityQuestion', 'assessor', 'capacityResult', 'assessedOn'], requiredWhen: [{ field: 'capacityQuestion', is: ['ANNET'], require: ['capacityAbout'] }], optional: ['assessmentGrounds'], event: 'CapacityAssessed', source: 'pbrl § 4-3',
  },
  recordConsent: {
    number: '§ 8.14', moves: STAY_WHILE_OPEN, who: EVERYONE, conditions: [],
    required: ['consentStatus', 'covers'], requiredWhen: [{ field: 'consentStatus', isNot: ['AVSLATT'], require: ['consentTo', 'consentPurpose'], orElse: { of: 'consentTo', by: 'consentToAll' } }], optional: ['consentLanguage', 'informed', 'consentUntil'], inSight: ['consentLanguage'], event: 'ConsentRecorded', source: 'fvl § 13 a nr. 1; hpl § 22',
  },
  recordOthersConsent: {
    number: '§ 8.14', moves: STAY_WHILE_OPEN, who: EVERYONE, conditions: ['SOMEBODY_RELATED'],
    required: ['related', 'consentStatus', 'covers'], requiredWhen: [{ field: 'consentStatus', isNot: ['AVSLATT'], require: ['consentTo', 'consentPurpose'], orElse: { of: 'consentTo', by: 'consentToAll' } }], optional: ['consentAbout', 'consentAboutWhat', 'consentLanguage', 'informed', 'consentUntil'], inSight: ['consentAbout', 'consentAboutWhat'], event: 'ConsentRecorded', source: 'hpl § 22; vergemålsloven §§ 20, 31',
  },
  withdrawConsent: {
    number: '§ 8.14', moves: STAY_WHILE_OPEN, who: EVERYONE, conditions: ['CONSENT_RECORDED'],
    required: ['consentGiven', 'howWithdrawn'], optional: [], event: 'ConsentWithdrawn', source: 'GDPR art. 7',
  },
  discloseOut: {
    number: 'T19', moves: STAY_WHILE_OPEN, who: EVERYONE, conditions: [],
    required: ['organ', 'basis', 'shared', 'grounds', 'personInformed'], optional: ['restsOn', 'withinConsent', 'toHealth', 'despiteObjection', 'personToldWhy', 'happenedAt'], inSight: ['toHealth', 'despiteObjection'], event: 'Disclosed', source: 'fvl §§ 13 a, 13 b; hpl §§ 22, 23, 29; pbrl § 3-6',
  },
  discloseIn: {
    number: 'T19', moves: STAY_WHILE_OPEN, who: EVERYONE, conditions: [],
    required: ['organ', 'basis', 'shared', 'grounds'], optional: ['unverified', 'happenedAt'], inSight: ['unverified'], event: 'Disclosed', source: 'fvl § 13 b; politiregisterloven § 27',
  },
  reviewDisclosure: {
    number: 'T19', moves: STAY_UNLESS_MERGED, who: { roles: ['KOORDINATOR'], lead: true }, conditions: ['DISCLOSURE_FELL'],
    required: ['disclosure', 'reviewResult', 'grounds'], requiredWhen: [{ field: 'reviewResult', is: ['NYTT_GRUNNLAG'], require: ['basis'] }], optional: ['restsOn', 'withinConsent', 'despiteObjection'], inSight: ['restsOn', 'withinConsent', 'despiteObjection'], clock: 'SHARING_REVIEW', event: 'DisclosureReviewed', source: 'hpl §§ 22, 29; fvl § 13 b',
  },
  ...EXPERT_STEPS,
  ...RIGHTS_STEPS,
};

/** Taken from the page of a report or on pages of their own, not with a form of the case's own. */
export const FROM_ELSEWHERE = ['openCase', 'joinReport', 'minuteMeeting', 'nameInMeeting', 'mergeCase', 'takeInCase', 'takeEmergency', 'reviewEmergency', 'answerExpert', 'transferTaken', 'transferReturned', 'handOverLead', 'nameKeeper', 'deputiseLead', 'endDeputy'] as const satisfies readonly StepKey[];

export function isFromElsewhere(step: StepKey): step is (typeof FROM_ELSEWHERE)[number] {
  return FROM_ELSEWHERE.some((one) => one === step);
}

// The order in which the steps stand above is the order of «Neste steg» and of docs/workflow.md.
export const STEP_KEYS = Object.keys(WORKFLOW) as readonly StepKey[]; // a Record's keys are exactly its key type
