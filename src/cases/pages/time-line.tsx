import type { ReactNode } from 'react';
import type { Writer } from '../../kernel/journal/event.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { Instant } from '../../kernel/time.ts';
import { Quiet, Written } from '../../web/ui/layout.tsx';
import { momentWords } from '../../web/ui/moments.ts';
import type { Tone } from '../../web/ui/surfaces.tsx';
import type { SymbolName } from '../../web/ui/symbols.tsx';
import type { TimelineItem } from '../../web/ui/time-line.tsx';
import type { CaseEvent, CaseEventType } from '../events.ts';
import type { MeasureContent } from '../measure.ts';
import { casePageTexts } from '../texts/page.ts';
import { Answered, nameOf, type Answer, type Reading } from './answers.tsx';
import { dangerWords } from '../danger-words.ts';
import { ownLabel } from './field-codes.ts';
import { MergedWith } from './merged-part.tsx';
import { Voids } from './voided-part.tsx';
import { coordinationAnswers, interpreterAnswers, recordedAnswers } from './content-answers.ts';
import { additionAnswers, avertingAnswers, childFeedbackAnswers, serviceDutyAnswers } from './voice-answers.ts';

const LOOKS: Readonly<Record<CaseEventType, { readonly symbol: SymbolName; readonly tone: Tone }>> = {
  CaseOpened: { symbol: 'doc', tone: 'neutral' }, ReportJoined: { symbol: 'doc', tone: 'accent' }, JoinedReportRead: { symbol: 'eye', tone: 'neutral' },
  MeetingAsked: { symbol: 'flag', tone: 'neutral' }, MeetingMinuted: { symbol: 'note', tone: 'info' }, NamedInMeeting: { symbol: 'eye', tone: 'warning' }, CaseMerged: { symbol: 'arrow', tone: 'info' }, CaseTakenIn: { symbol: 'doc', tone: 'accent' },
  ImpartialityDeclared: { symbol: 'shield', tone: 'neutral' }, ColleagueLeftOut: { symbol: 'shield', tone: 'neutral' },
  AkuttRaised: { symbol: 'bell', tone: 'life' }, AkuttReviewed: { symbol: 'bell', tone: 'life' }, AkuttLowered: { symbol: 'down', tone: 'success' },
  HandedOver: { symbol: 'arrow', tone: 'info' }, HandoverRead: { symbol: 'eye', tone: 'neutral' }, TransferProposed: { symbol: 'half', tone: 'accent' }, CaseTransferred: { symbol: 'arrow', tone: 'info' },
  ClassificationProposed: { symbol: 'half', tone: 'accent' }, ClassificationConfirmed: { symbol: 'check', tone: 'success' },
  InformedAnswered: { symbol: 'person', tone: 'info' }, WishRecorded: { symbol: 'note', tone: 'accent' }, HelpDeclined: { symbol: 'cross', tone: 'neutral' },
  AdditionTold: { symbol: 'doc', tone: 'accent' }, AvertingAnswered: { symbol: 'shield', tone: 'info' }, ChildDutyAnswered: { symbol: 'shield', tone: 'info' }, ChildFeedbackCame: { symbol: 'arrow', tone: 'info' }, ServiceDutyAnswered: { symbol: 'shield', tone: 'info' },
  NotACaseProposed: { symbol: 'half', tone: 'accent' }, NotACaseConfirmed: { symbol: 'check', tone: 'success' }, CaseLeadChanged: { symbol: 'person', tone: 'neutral' },
  InvestigationStarted: { symbol: 'flag', tone: 'accent' }, InvestigationConcluded: { symbol: 'check', tone: 'success' },
  DocumentDrafted: { symbol: 'doc', tone: 'neutral' }, DocumentFinalised: { symbol: 'doc', tone: 'success' }, DocumentSent: { symbol: 'arrow', tone: 'info' },
  PoliceAwaited: { symbol: 'clock', tone: 'warning' }, PoliceChecked: { symbol: 'clock', tone: 'neutral' }, InvestigationResumed: { symbol: 'flag', tone: 'accent' },
  InvestigationReopened: { symbol: 'back', tone: 'warning' }, MeasuresReopened: { symbol: 'back', tone: 'warning' }, CaseReopened: { symbol: 'back', tone: 'warning' },
  MeasureDecided: { symbol: 'hand', tone: 'accent' }, MeasureUpdated: { symbol: 'hand', tone: 'neutral' },
  SafetyPlanPostponed: { symbol: 'clock', tone: 'neutral' }, RiskAssessed: { symbol: 'flag', tone: 'info' }, RiskFactorsMarked: { symbol: 'flag', tone: 'warning' }, SafetyPlanWritten: { symbol: 'shield', tone: 'accent' }, SafetyPlanReviewed: { symbol: 'shield', tone: 'success' },
  SuspectChanged: { symbol: 'alert', tone: 'warning' }, ProtectionRecorded: { symbol: 'lock', tone: 'accent' }, ProtectionRenewed: { symbol: 'lock', tone: 'success' }, ProtectionEnded: { symbol: 'lock', tone: 'neutral' },
  FollowUpStarted: { symbol: 'clock', tone: 'accent' }, FollowUpDone: { symbol: 'clock', tone: 'success' },
  ClosingProposed: { symbol: 'half', tone: 'accent' }, ClosingReturned: { symbol: 'back', tone: 'warning' }, CaseClosed: { symbol: 'check', tone: 'success' },
  PersonRecorded: { symbol: 'person', tone: 'info' }, WayClosed: { symbol: 'alert', tone: 'warning' },
  PersonRelated: { symbol: 'person', tone: 'neutral' }, RelatedChanged: { symbol: 'person', tone: 'warning' }, CapacityAssessed: { symbol: 'doc', tone: 'info' },
  ConsentRecorded: { symbol: 'check', tone: 'info' }, ConsentWithdrawn: { symbol: 'cross', tone: 'warning' }, Disclosed: { symbol: 'arrow', tone: 'info' }, DisclosureReviewed: { symbol: 'check', tone: 'neutral' }, ReceiverTold: { symbol: 'check', tone: 'neutral' },
  NotePinned: { symbol: 'flag', tone: 'neutral' }, NoteUnpinned: { symbol: 'flag', tone: 'neutral' }, WarningWritten: { symbol: 'alert', tone: 'warning' }, WarningReviewed: { symbol: 'alert', tone: 'neutral' },
  ReporterSeen: { symbol: 'eye', tone: 'info' }, AddressProtected: { symbol: 'lock', tone: 'warning' }, AddressLoweringProposed: { symbol: 'half', tone: 'accent' }, AddressLowered: { symbol: 'lock', tone: 'neutral' },
  TransferReceived: { symbol: 'check', tone: 'success' }, TransferTaken: { symbol: 'check', tone: 'success' }, TransferReturned: { symbol: 'arrow', tone: 'warning' }, UseRestricted: { symbol: 'lock', tone: 'warning' }, RestrictionLifted: { symbol: 'lock', tone: 'neutral' }, RestrictedUseGrounded: { symbol: 'lock', tone: 'info' }, ObjectionRecorded: { symbol: 'note', tone: 'warning' }, FiguresWishRecorded: { symbol: 'note', tone: 'neutral' },
  ReservationRecorded: { symbol: 'hand', tone: 'warning' }, CoordinationRecorded: { symbol: 'person', tone: 'info' }, InterpreterRecorded: { symbol: 'person', tone: 'info' },
  JournalNoteWritten: { symbol: 'note', tone: 'neutral' }, NightCardWritten: { symbol: 'note', tone: 'info' }, NightCardRemoved: { symbol: 'note', tone: 'neutral' },
  KeeperNamed: { symbol: 'lock', tone: 'info' },
  LeadDeputised: { symbol: 'person', tone: 'info' }, DeputyEnded: { symbol: 'person', tone: 'neutral' },
  ExpertAsked: { symbol: 'arrow', tone: 'info' }, ExpertCodeRenewed: { symbol: 'lock', tone: 'neutral' }, ExpertAskWithdrawn: { symbol: 'cross', tone: 'warning' }, ExpertAnswered: { symbol: 'check', tone: 'success' }, ExpertAnswerRead: { symbol: 'eye', tone: 'neutral' },
  AccessGranted: { symbol: 'person', tone: 'info' }, AccessEnded: { symbol: 'person', tone: 'neutral' }, AccessLapsed: { symbol: 'person', tone: 'warning' },
  EmergencyTaken: { symbol: 'bell', tone: 'warning' }, EmergencyReviewed: { symbol: 'check', tone: 'neutral' },
};

const OF_ACCESS: readonly CaseEvent['type'][] = ['AccessGranted', 'AccessEnded', 'EmergencyTaken', 'EmergencyReviewed', 'ImpartialityDeclared'];

/** A colleague was left out together with what named them: whoever wrote that is not told whom it met (fvl § 6). */
const UNTOLD: CaseEvent['type'] = 'ColleagueLeftOut';

/** Who opened the door for whom is told on the page about access; here it would bury what happened to the person. */
export function isOfTheCase(event: CaseEvent): boolean {
  return !OF_ACCESS.includes(event.type) && event.type !== 'ReporterSeen' && event.type !== UNTOLD;
}

/** Entries as a time line, the newest first; of the same moment, what was written last. @param most so many of them, by when they happened */
export function timeLineItems(events: readonly CaseEvent[], reading: Reading, most = events.length): TimelineItem[] {
  const measures = new Map(events.flatMap((event) => (event.type === 'MeasureDecided' ? [[event.content.measureId, event.content] as const] : [])));
  const shown = most >= events.length ? undefined : new Set(events.toReversed().toSorted((a, b) => (a.happenedAt > b.happenedAt ? -1 : a.happenedAt === b.happenedAt ? 0 : 1)).slice(0, most));
  return events.flatMap((event, at): TimelineItem[] => (shown?.has(event) === false || event.type === UNTOLD ? [] : [{
    id: String(at), at: momentWords(event.happenedAt, reading.lang), dateTime: event.happenedAt, who: nameOf(writerOf(event), reading), title: titleOf(event, measures, reading), ...LOOKS[event.type],
    children: bodyOf(event, reading),
  }])).toReversed();
}

/** Akutt that came along from a report was raised by whoever raised it there. */
function writerOf(event: CaseEvent): Writer {
  return event.type === 'AkuttRaised' ? event.content.raisedBy ?? event.actor : event.actor;
}

function titleOf(event: CaseEvent, measures: ReadonlyMap<string, MeasureContent>, { lang }: Reading): string {
  const t = casePageTexts[lang];
  if (event.type === 'ImpartialityDeclared') return event.content.connection === 'TILKNYTTET' ? t.event_connected : t.event_impartial;
  if (event.type === 'JournalNoteWritten' && event.content.corrects !== undefined) return t.event_corrected;
  if (event.type === 'ClassificationProposed' && event.content.provisional) return t.event_classifiedProvisionally;
  if (event.type === 'CaseTransferred' && event.content.to !== undefined) return t.event_sentToRegion;
  if (event.type === 'CaseTransferred' && event.content.akutt === true) return t.event_transferredInDanger;
  if (event.type === 'AdditionTold' && event.content.worse === true) return t.event_additionWorse;
  if (event.type === 'Disclosed' && event.content.direction === 'INN') return t.received;
  if (event.type === 'InformedAnswered' && event.content.who === 'SUSPECT') return t.event_suspectInformed;
  const measure = event.type === 'MeasureUpdated' ? measures.get(event.content.measureId) : undefined;
  return measure === undefined ? t[`event_${event.type}`] : `${t.event_MeasureUpdated}: ${ownLabel('measure', measure.measure, measure.local, lang)}`;
}

function bodyOf(event: CaseEvent, reading: Reading): ReactNode {
  const fields = saidIn(event);
  if (fields.length > 0) return <Answered fields={fields} reading={reading} />;
  switch (event.type) {
    case 'AkuttRaised': case 'AkuttReviewed': return <Written text={dangerWords(event.content.danger, reading.lang)} />;
    case 'TransferReceived': return <Written text={event.content.receivedBy} />;
    case 'TransferTaken': return <Written text={`${event.content.receivedBy} (${event.content.reference})`} />;
    case 'TransferReturned': return <Written text={`${event.content.receivedBy}: ${event.content.grounds}`} />;
    case 'AkuttLowered': case 'ClosingReturned': case 'InvestigationResumed': return <Written text={event.content.grounds} />;
    case 'CaseReopened': return <><Written text={event.content.grounds} />{event.content.reference === undefined ? null : <p>{casePageTexts[reading.lang].reopenedBy(event.content.reference)}</p>}</>;
    case 'InvestigationReopened': case 'MeasuresReopened': return <Written text={event.content.incident} />;
    case 'MeetingAsked': return <Written text={event.content.about} />;
    case 'MeetingMinuted': return <Written text={beginning(event.content.text)} />;
    case 'CaseMerged': return <MergedWith at={event.content.into} reference={event.content.intoReference} grounds={event.content.grounds} lang={reading.lang} />;
    case 'ReportJoined': return <Voids voids={event.content.voids} lang={reading.lang} />;
    case 'CaseTakenIn': return <><MergedWith at={event.content.from} reference={event.content.reference} grounds={event.content.grounds} lang={reading.lang} /><Voids voids={event.content.voids} lang={reading.lang} /></>;
    case 'HandedOver': return event.content.note === undefined ? null : <Written text={event.content.note} />;
    case 'JournalNoteWritten': return <>{event.happenedAt === event.writtenAt ? null : <WrittenDown at={event.writtenAt} lang={reading.lang} />}<Written text={beginning(event.content.text)} /></>;
    default: return null;
  }
}

/** The few answers that tell what an entry decided; all of them stand under Vurdering and Tiltak. */
function saidIn(event: CaseEvent): readonly Answer[] {
  switch (event.type) {
    case 'TransferProposed': return [['receiver', event.content.transfer.receiver], ['transferReason', event.content.transfer.reason], ['confirmer', event.content.asked]];
    case 'CaseTransferred': return [['receiver', event.content.receiver], ['toRegion', event.content.to?.name], ['phonedWho', event.content.phonedWho], ['phonedWhen', event.content.phonedWhen]];
    case 'ClassificationProposed': return [['caseType', event.content.classification.caseType], ['lead', event.content.classification.lead], ['confirmer', event.content.asked]];
    case 'InformedAnswered': return [['isInformed', event.content.informed], ['notInformedGround', event.content.ground], ['askAgain', event.content.askAgain]];
    case 'WishRecorded': return [['wishNow', event.content.wish], ['askedHow', event.content.how]];
    case 'HelpDeclined': return [['declinedAlone', event.content.alone], ['openDoor', event.content.openDoor]];
    case 'AdditionTold': return additionAnswers(event.content);
    case 'AvertingAnswered': return avertingAnswers(event.content);
    case 'ChildDutyAnswered': return [['childDuty', event.content.answer], ['childWhy', event.content.why]];
    case 'ChildFeedbackCame': return childFeedbackAnswers(event.content);
    case 'ServiceDutyAnswered': return serviceDutyAnswers(event.content);
    case 'NotACaseProposed': return [['notACaseReason', event.content.notACase.reason], ['confirmer', event.content.asked]];
    case 'CaseLeadChanged': return [['lead', event.content.lead]];
    case 'PoliceAwaited': return [['policeContact', event.content.policeContact], ['policeAgreed', event.content.policeAgreed], ['nextCheck', event.content.nextCheck]];
    case 'PoliceChecked': return [['policeSaid', event.content.policeSaid], ['nextCheck', event.content.nextCheck]];
    case 'InvestigationConcluded': return [['risk', event.content.risk]];
    case 'DocumentDrafted': return [['letter', event.content.letter], ['delivery', event.content.delivery]];
    case 'DocumentFinalised': return [['delivery', event.content.delivery], ['openness', event.content.openness]];
    case 'DocumentSent': return [['sentHow', event.content.how], ['sentTo', event.content.to]];
    case 'MeasureDecided': return [['measure', event.content.measure, event.content.local], ['responsible', event.content.responsible], ['due', event.content.due]];
    case 'MeasureUpdated': return [['measureStatus', event.content.status], ['effect', event.content.effect]];
    case 'RiskAssessed': return [['riskConclusion', event.content.conclusion], ['tool', event.content.tool]];
    case 'RiskFactorsMarked': return [['riskFactors', event.content.factors.length === 0 ? ['INGEN'] : event.content.factors.map(({ factor }) => factor)]];
    case 'SafetyPlanWritten': return [['planWith', event.content.planWith], ['planPlace', event.content.planPlace]];
    case 'SafetyPlanPostponed': return [['grounds', event.content.grounds], ['askAgain', event.content.askAgain]];
    case 'SafetyPlanReviewed': return [['planWith', event.content.planWith], ['planReview', event.content.planReview]];
    case 'SuspectChanged': return [['suspectChange', event.content.change], ['changedOn', event.content.on], ['changeWhat', event.content.what]];
    case 'ProtectionRecorded': return [['protectionKind', event.content.kind], ['protectedUntil', event.content.until]];
    case 'ProtectionRenewed': return [['protectedUntil', event.content.until]];
    case 'ProtectionEnded': return [['grounds', event.content.grounds]];
    case 'FollowUpStarted': return [['carriedOut', event.content.carriedOut], ['personView', event.content.personView]];
    case 'FollowUpDone': return [['found', event.content.found], ['personView', event.content.personView]];
    case 'ClosingProposed': return [['reasons', event.content.reasons, event.content.local], ['confirmer', event.content.asked]];
    case 'CaseClosed': return [['reasons', event.content.reasons, event.content.local], ['aloneWhy', event.content.aloneWhy]];
    case 'PersonRelated': case 'RelatedChanged': return [['relatedName', event.content.name], ['parts', event.content.parts], ['namesake', event.content.otherThan && ['EN_ANNEN']]];
    case 'CapacityAssessed': return [['capacityQuestion', event.content.question], ['capacityAbout', event.content.about], ['capacityResult', event.content.result], ['assessor', event.content.assessor]];
    case 'ConsentRecorded': return [['consentStatus', event.content.status], ['consentAbout', event.content.about], ['consentAboutWhat', event.content.aboutWhat], ['covers', event.content.covers], ['consentTo', event.content.consentTo], ['consentToAll', event.content.toAll], ['consentPurpose', event.content.purpose]];
    case 'ConsentWithdrawn': return [['howWithdrawn', event.content.grounds]];
    case 'Disclosed': return [['organ', event.content.organ], ['shared', event.content.shared]];
    case 'DisclosureReviewed': return [['reviewResult', event.content.result], ['basis', event.content.basis], ['grounds', event.content.grounds], ['despiteObjection', event.content.despiteObjection]];
    case 'NotePinned': case 'NoteUnpinned': return [['grounds', event.content.grounds]];
    case 'WarningWritten': return [['warningText', event.content.text], ['warningReview', event.content.reviewOn]];
    case 'WarningReviewed': return [['warningReview', event.content.reviewOn], ['grounds', event.content.grounds]];
    case 'ReporterSeen': return [['seeReason', event.content.reason], ['grounds', event.content.grounds]];
    case 'AddressProtected': return [['addressLevel', event.content.level], ['addressSource', event.content.source], ['addressSince', event.content.since], ['keeper', event.content.named]];
    case 'AddressLoweringProposed': return [['addressLevel', event.content.level], ['addressSource', event.content.source], ['grounds', event.content.grounds], ['confirmer', event.content.asked]];
    case 'AddressLowered': return [['addressLevel', event.content.level], ['addressSource', event.content.source]];
    case 'NamedInMeeting': return [['basis', event.content.basis], ['grounds', event.content.grounds]];
    case 'FiguresWishRecorded': return [['figuresWish', event.content.figuresWish]];
    case 'AccessGranted': return [['accessTo', event.content.userId], ['accessReason', event.content.reason], ['until', event.content.until]];
    case 'AccessEnded': case 'AccessLapsed': return [['accessTo', event.content.userId]];
    case 'EmergencyTaken': return [['emergencyReason', event.content.reason]];
    case 'EmergencyReviewed': return [['emergencyResult', event.content.result], ['reviewWord', event.content.word]];
    default: return correctedIn(event);
  }
}

/** Of what was put right of what a report said. */
function correctedIn(event: CaseEvent): readonly Answer[] {
  if (event.type === 'PersonRecorded') return recordedAnswers(event.content);
  return event.type === 'WayClosed' ? [['unsafeWay', event.content.way], ['knownFrom', event.content.knownFrom]] : saidBeside(event);
}

/** What the person asked for about their own data; who has the case now; and of a question to a professional outside, whose words stand in entries of their own. */
function saidBeside(event: CaseEvent): readonly Answer[] {
  switch (event.type) {
    case 'UseRestricted': return [['restrictionGround', event.content.ground], ['grounds', event.content.grounds], ['reviewOn', event.content.reviewOn]];
    case 'RestrictedUseGrounded': return [['restrictedUse', event.content.uses], ['restrictedOn', event.content.on], ['grounds', event.content.grounds]];
    case 'RestrictionLifted': return [['grounds', event.content.grounds], ['toldOfLift', event.content.personInformed]];
    case 'ReceiverTold': return [['receiverTold', event.content.result], ['grounds', event.content.why]];
    case 'ObjectionRecorded': return [['objection', event.content.objection], ['objectionResult', event.content.result], ['grounds', event.content.grounds]];
    case 'ReservationRecorded': return [['reservation', event.content.reservation], ['reservationStands', event.content.stands], ['reservationAbout', event.content.about]];
    case 'CoordinationRecorded': return coordinationAnswers(event.content);
    case 'InterpreterRecorded': return interpreterAnswers(event.content);
    case 'KeeperNamed': return [['keeper', event.content.keeper]];
    case 'LeadDeputised': return [['deputy', event.content.deputy], ['awayFrom', event.content.awayFrom], ['awayUntil', event.content.awayUntil]];
    case 'ExpertAsked': return [['expertQuestions', event.content.expertQuestions], ['expertFree', event.content.expertFree]];
    case 'ExpertCodeRenewed': return [['despiteObjection', event.content.despiteObjection]];
    case 'ExpertAskWithdrawn': return [['grounds', event.content.grounds]];
    case 'ExpertAnswered': return [['expertCan', event.content.expertCan], ['expertName', event.content.expertName], ['expertRole', event.content.expertRole], ['expertWorkplace', event.content.expertWorkplace]];
    default: return [];
  }
}

/** A note that was written afterwards stands where it happened, and says when it was written (fvl § 11 d). */
export function WrittenDown({ at, lang }: { at: Instant; lang: Lang }) {
  return <p><Quiet>{casePageTexts[lang].writtenDown(momentWords(at, lang))}</Quiet></p>;
}

const BEGINNING = 240;

function beginning(text: string): string {
  return text.length <= BEGINNING ? text : `${text.slice(0, BEGINNING).replace(/\s\S*$/, '')} …`;
}
