import type { CaseEventType } from './events.ts';
import { FIELDS, type FieldName } from './fields.ts';

/** undefined: the question of that name is another one. */
type Called = Readonly<Record<string, FieldName | undefined>>;

const LEVEL: Called = { level: 'addressLevel', source: 'addressSource', since: 'addressSince' };
const RELATED: Called = { name: 'relatedName' };
const SENT_AWAY: Called = { reason: 'transferReason', name: 'toRegion' };

/** Answers that an entry calls otherwise than the form that asked for them. */
const ASKED_AS: Readonly<Partial<Record<CaseEventType, Called>>> = {
  InformedAnswered: { informed: 'isInformed', how: 'informedHow', ground: 'notInformedGround' }, WishRecorded: { phase: 'wishPhase', how: 'askedHow' },
  HelpDeclined: { where: 'declinedWhere', pressure: 'declinedPressure', knows: 'declinedKnows' }, AvertingAnswered: { answer: 'avertingAnswer', grounds: 'avertingGrounds', how: 'avertedHow', by: 'avertedBy', when: 'avertedWhen' },
  ChildDutyAnswered: { answer: 'childDuty', why: 'childWhy', by: 'childBy', on: 'childOn' }, ChildFeedbackCame: { said: 'childFeedback' }, ServiceDutyAnswered: { employer: 'employerTold', supervision: 'supervisionTold', details: 'toldDetails' },
  AddressProtected: LEVEL, AddressLoweringProposed: { ...LEVEL, asked: 'confirmer' }, AddressLowered: LEVEL,
  RiskAssessed: { conclusion: 'riskConclusion', version: 'toolVersion', grounds: 'riskGrounds', next: 'nextRisk' }, RiskFactorsMarked: { factor: 'riskFactors', note: undefined }, SuspectChanged: { change: 'suspectChange', on: 'changedOn', what: 'changeWhat' },
  ProtectionRecorded: { kind: 'protectionKind', from: 'protectedFrom', until: 'protectedUntil', note: 'protectionNote' }, ProtectionRenewed: { from: 'protectedFrom', until: 'protectedUntil' }, ReporterSeen: { reason: 'seeReason' },
  PersonRecorded: { name: 'personName', alias: 'personAlias', relation: 'relations', gone: 'personGone' }, WayClosed: { way: 'unsafeWay' }, PersonRelated: RELATED, RelatedChanged: RELATED,
  ReservationRecorded: { stands: 'reservationStands', about: 'reservationAbout' }, CoordinationRecorded: { service: 'coordinatingService', plan: 'individualPlan', planWho: 'individualPlanWho' },
  InterpreterRecorded: { language: 'interpreterLanguage', how: 'interpreterMode', from: 'interpreterFrom', qualified: 'interpreterQualified', why: 'interpreterWhy' },
  AdditionTold: { relation: 'relations', livesTogether: 'livesWith' }, MeetingAsked: { about: 'meetingAbout' }, EmergencyTaken: { reason: 'emergencyReason' }, EmergencyReviewed: { result: 'emergencyResult', word: 'reviewWord' },
  ClassificationProposed: { asked: 'confirmer' }, NotACaseProposed: { reason: 'notACaseReason', caseType: 'notACaseType', asked: 'confirmer' }, TransferProposed: { ...SENT_AWAY, sent: 'sent', asked: 'confirmer' }, CaseTransferred: { ...SENT_AWAY, sent: 'sent' }, ClosingProposed: { asked: 'confirmer' },
  MeasureDecided: { status: 'measureStatus' }, MeasureUpdated: { status: 'measureStatus' }, FollowUpStarted: { next: 'nextFollowUp' }, FollowUpDone: { next: 'nextFollowUp' }, JournalNoteWritten: { kind: 'noteKind' },
  CapacityAssessed: { question: 'capacityQuestion', about: 'capacityAbout', result: 'capacityResult', grounds: 'assessmentGrounds' }, DisclosureReviewed: { result: 'reviewResult' }, ReceiverTold: { result: 'receiverTold', why: 'grounds' },
  ConsentRecorded: { about: 'consentAbout', aboutWhat: 'consentAboutWhat', toAll: 'consentToAll', purpose: 'consentPurpose', language: 'consentLanguage', status: 'consentStatus', until: 'consentUntil' }, ConsentWithdrawn: { grounds: 'howWithdrawn' },
  DocumentDrafted: { to: 'docTo', lang: 'docLang', text: 'docText' }, DocumentSent: { how: 'sentHow', to: 'sentTo' }, AccessGranted: { userId: 'accessTo', reason: 'accessReason' }, AccessEnded: { userId: 'accessTo' }, AccessLapsed: { userId: 'accessTo' },
  UseRestricted: { ground: 'restrictionGround' }, RestrictionLifted: { personInformed: 'toldOfLift' }, RestrictedUseGrounded: { uses: 'restrictedUse', on: 'restrictedOn' }, ObjectionRecorded: { result: 'objectionResult' },
};

/** What lies inside an entry as its own entry says it: a case that became part of another brings all of these. */
const INSIDE: Readonly<Partial<Record<string, CaseEventType>>> = {
  restriction: 'UseRestricted', uses: 'RestrictedUseGrounded', objections: 'ObjectionRecorded', informings: 'InformedAnswered', wishes: 'WishRecorded', declined: 'HelpDeclined', avertings: 'AvertingAnswered',
  childDuties: 'ChildDutyAnswered', childFeedback: 'ChildFeedbackCame', serviceDuties: 'ServiceDutyAnswered', address: 'AddressProtected', risks: 'RiskAssessed', factorLooks: 'RiskFactorsMarked',
  suspectChanges: 'SuspectChanged', planPrompts: 'SuspectChanged', planPrompt: 'SuspectChanged', protections: 'ProtectionRecorded', coordination: 'CoordinationRecorded', interpreter: 'InterpreterRecorded',
  consents: 'ConsentRecorded', withdrawn: 'ConsentWithdrawn', capacities: 'CapacityAssessed', related: 'PersonRelated', disclosures: 'Disclosed', review: 'DisclosureReviewed', told: 'ReceiverTold', measures: 'MeasureDecided',
  notes: 'JournalNoteWritten', minutes: 'MeetingMinuted', additions: 'AdditionTold', meetingWish: 'MeetingAsked',
};

/** The question that an answer is to, in an entry of that type; undefined: none that a form of a case asks by any name. */
export function fieldAsked(type: string, name: string): FieldName | undefined {
  const called = calledIn(type);
  return called !== undefined && Object.hasOwn(called, name) ? called[name] : Object.keys(FIELDS).find((field): field is FieldName => field === name);
}

/** The same where the entry calls it otherwise than its form; undefined elsewhere. */
export function fieldRenamed(type: string, name: string): FieldName | undefined {
  return calledIn(type)?.[name];
}

/** As whose entry a group of answers is read: under some names in another's, else in that of the entry it stands in. */
export function typeInside(type: string, name: string): string {
  return (Object.hasOwn(INSIDE, name) ? INSIDE[name] : undefined) ?? type;
}

function calledIn(type: string): Called | undefined {
  const all: Readonly<Record<string, Called>> = ASKED_AS;
  return Object.hasOwn(all, type) ? all[type] : undefined;
}
