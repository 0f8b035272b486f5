import type { FileId, MunicipalityId, RegionId, UserId } from '../kernel/ids.ts';
import type { FileEvent, NewEvent, Writer } from '../kernel/journal/event.ts';
import type { Lang } from '../kernel/texts.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { AgeBand, Gender } from '../people/codes.ts';
import type { Basis, Channel, Consent, Need, Relation, Reporter, Service, Violence, Vulnerability } from '../reports/codes.ts';
import type { Mode, Variety } from '../reports/public.ts';
import type {
  AccessReason, Answer, AvertingDuty, Called, ClassifiedType, Connection, Criterion, NotACaseReason, NoteKind, ReporterFeedback, Retention, TransferReason, UnclassifiedType,
} from './choices.ts';
import type { ClosingReason, MeasureStatus } from './codes.ts';
import type { AddressSaid, Lowering, Secrecy } from './secrecy.ts';
import type { AddressSource } from './choices/secrecy.ts';
import type { WarningContent, WarningReview } from './pins.ts';
import type { MeasureBasis } from './safety-codes.ts';
import type { WithLocal } from './local-answers.ts';
import type { SafetyEvent } from './safety.ts';
import type { DutyEvent } from './duties.ts';
import type { DeputyEvent } from './deputy.ts';
import type { ExpertEvent } from './expert.ts';
import type { EmergencyEvent } from './emergency.ts';
import type { MinutesContent, NamingContent } from './meeting.ts';
import type { MergedContent, TakenInContent } from './merging.ts';
import type { DraftContent, FinalContent, SentContent } from './documents.ts';
import type { PersonEvent } from './person.ts';
import type { ReceiverToldContent } from './receivers.ts';
import type { FiguresWishContent, ObjectionContent, RestrictedUseContent, RestrictionContent } from './rights.ts';
import type { ReservationContent, ToHealthAnswer } from './reservation.ts';
import type { CoordinationEvent, DecisionLink } from './coordination.ts';
import type { CapacityContent, ConsentContent, DisclosureContent, DisclosureReview, RelatedContent } from './sharing.ts';
import type { ByName, Numbered, Proposed } from './two-people.ts';
import type { Ending } from './voided.ts';
import type { DeclinedContent, InformedContent, WishContent } from './voice.ts';
import type { NightCardContent } from './night-card.ts';
import type { Findings, InvestigationPlan, PoliceAgreement } from './investigation.ts';
import type { MeasureContent } from './measure.ts';
import type { ClosingContent } from './closing.ts';

/** The person a case is about, as known when it was opened. Without a name (mode D) the alias stands for it. */
export type CasePerson = {
  readonly name?: string | undefined;
  readonly alias?: string | undefined;
  readonly birthYear?: number | undefined;
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
  /** somebody said that the address is secret: it is then not written here */
  readonly protectedAddressHint: boolean;
  /** the only way the person may be contacted; absent means that none is known to be safe */
  readonly safeContact?: string | undefined;
};

export type CaseReporter = WithLocal & {
  readonly code: Reporter;
  readonly name?: string | undefined;
  readonly service?: string | undefined;
  readonly phone?: string | undefined;
  readonly wantsFeedback: boolean;
};

/** What a case starts with, copied from its reports: the case stays readable and whole whatever happens to them. */
export type CaseStart = WithLocal & {
  readonly channel: Channel;
  readonly receivedAt: Instant;
  /** of an anonymous consultation (C) no case is made */
  readonly mode: Exclude<Mode, 'C'>;
  readonly lang: Lang;
  /** the member municipality where the person lives; absent while not known */
  readonly owner?: MunicipalityId | undefined;
  readonly person: CasePerson;
  readonly reporter: CaseReporter;
  readonly whatHappened: string;
  readonly vulnerability: readonly Vulnerability[];
  readonly violence: readonly Violence[];
  readonly relation: readonly Relation[];
  readonly suspectName?: string | undefined;
  readonly livesTogether?: Answer | undefined;
  readonly hasCareOrGuardian?: Answer | undefined;
  /** already contacted or involved */
  readonly services: readonly Service[];
  readonly contactedWhen?: string | undefined;
  readonly gender?: Gender | undefined;
  readonly ageBand?: AgeBand | undefined;
  readonly wish?: string | undefined;
  readonly consent?: Consent | undefined;
  readonly basis?: Basis | undefined;
  readonly basisText?: string | undefined;
  readonly children?: Answer | undefined;
  readonly animals?: Answer | undefined;
  /** what is needed to talk with the person, and which language or aid */
  readonly needs?: readonly Need[] | undefined;
  readonly needsWhat?: string | undefined;
  readonly lastHappened?: string | undefined;
  readonly stillHappening?: Answer | undefined;
  /** somebody in a job: talks and measures so far */
  readonly doneSoFar?: string | undefined;
  /** the person, or whoever is behind it, works in a service, and where: a reason to think of inhabilitet (fvl § 6) */
  readonly worksInService?: Answer | undefined;
  readonly worksWhere?: string | undefined;
  /** somebody helped the person to write */
  readonly helper?: { readonly who?: string | undefined } | undefined;
  /** the words in which the form was read, and the answer is given; absent: everyday words */
  readonly variety?: Variety | undefined;
};

/** Who the person is, for the region's figures; prefilled from the report, recorded with the assessment. */
export type PersonFacts = WithLocal & {
  readonly gender: Gender;
  readonly ageBand: AgeBand;
  readonly services: readonly Service[];
};

export type AkuttRecord = {
  readonly danger: string;
  readonly called: Called;
  readonly calledBy?: string | undefined;
  /** in the writer's words, for example «kl. 02:12» */
  readonly calledWhen?: string | undefined;
  readonly leaderAlerted?: string | undefined;
  readonly avertingDuty: AvertingDuty;
  /** who did what the duty asks, and when, in the writer's words */
  readonly avertedBy?: string | undefined;
  readonly avertedWhen?: string | undefined;
};

export type ClassificationContent = PersonFacts & {
  readonly caseType: ClassifiedType;
  readonly criteria: readonly Criterion[];
  readonly wish: string;
  readonly consent: Consent;
  /** has anybody raised whether the person can consent (pbrl § 4-3)? */
  readonly capacity: Answer;
  readonly children: Answer;
  readonly animals: Answer;
  readonly grounds: string;
  readonly lead: UserId;
  readonly owner?: MunicipalityId | undefined;
};

export type NotACaseContent = PersonFacts & {
  readonly reason: NotACaseReason;
  readonly caseType: UnclassifiedType;
  readonly advice: string;
  readonly referredTo?: string | undefined;
  readonly reporterFeedback?: ReporterFeedback | undefined;
};

export type TransferContent = PersonFacts & Pick<ToHealthAnswer, 'despiteObjection'> & Partial<Pick<DisclosureContent, 'grounds' | 'personInformed' | 'personToldWhy'>> & {
  readonly receiver: string;
  readonly basis: Basis;
  readonly consent: Consent;
  readonly sent: string; // with the grounds, and whether the person was told, as of all that is shared (domain reference §4.3): absent in older entries
  readonly reason: TransferReason;
  readonly caseType: 'IKKE_VURDERT';
  /** somebody was in danger still, and the receiver has taken that over */
  readonly akutt?: boolean | undefined;
  /** whom we called, and when, in the writer's words; always where somebody was in danger, absent in older entries */
  readonly phonedWho?: string | undefined; readonly phonedWhen?: string | undefined;
  /** nobody has confirmed yet that it arrived; absent in entries from before that was asked */ readonly awaitsReceipt?: true | undefined;
  /** a region of this system, which the case itself goes to (decision 0090): by which sending, and as which report it arrives, once two people have decided it */ readonly to?: { readonly regionId: RegionId; readonly name: string; readonly transferId?: string | undefined; readonly as?: FileId | undefined } | undefined;
};

export type CaseEvent =
  | FileEvent<'CaseOpened', { readonly reference: string; readonly reports: readonly FileId[]; readonly leftOut: readonly UserId[]; readonly start: CaseStart }>
  /** both reporters are kept: `start` is what this report told, as the opening has it of the first */
  | FileEvent<'ReportJoined', { readonly report: FileId; readonly reference: string; readonly leftOut: readonly UserId[]; readonly start: CaseStart; /** the proposal to end the case that fell with it; absent in older entries, where it stood */ readonly voids?: Ending }>
  | FileEvent<'JoinedReportRead', Record<string, never>> | FileEvent<'MeetingAsked', { readonly about: string }>
  | FileEvent<'MeetingMinuted', MinutesContent>
  | FileEvent<'NamedInMeeting', NamingContent>
  | FileEvent<'CaseMerged', MergedContent>
  | FileEvent<'CaseTakenIn', TakenInContent>
  | FileEvent<'ImpartialityDeclared', { readonly connection: Connection }>
  | FileEvent<'ColleagueLeftOut', { readonly leftOut: readonly UserId[] }>
  /** `raisedBy` where Akutt was raised on the report before there was a case, or in one that was merged with this; else the writer raised it. `alsoRaisedBy`, `reviewedAt`: of two cases that both had it */
  | FileEvent<'AkuttRaised', AkuttRecord & { readonly raisedBy?: Writer | undefined; readonly alsoRaisedBy?: readonly Writer[] | undefined; readonly reviewedAt?: Instant | undefined }>
  | FileEvent<'AkuttReviewed', { readonly danger: string; readonly avertingDuty?: AvertingDuty | undefined }>
  | FileEvent<'AkuttLowered', { readonly grounds: string }>
  | FileEvent<'HandedOver', { readonly note?: string | undefined }>
  | FileEvent<'HandoverRead', Record<string, never>>
  | FileEvent<'TransferProposed', Proposed & { readonly transfer: TransferContent }>
  /** `proposal` is absent in entries from when one coordinator transferred alone */
  | FileEvent<'CaseTransferred', TransferContent & Partial<Numbered>> | FileEvent<'TransferReceived', { readonly receivedBy: string }> /** by the system: the other region made a case of it, of the report with this reference there; or sent it back */ | FileEvent<'TransferTaken', { readonly receivedBy: string; readonly reference: string }> | FileEvent<'TransferReturned', { readonly receivedBy: string; readonly grounds: string }>
  /** `byTeam` is absent in older entries, and then nothing is known against it */
  | FileEvent<'ClassificationProposed', Proposed & { readonly provisional: boolean; readonly byTeam?: boolean | undefined; readonly classification: ClassificationContent }>
  | FileEvent<'ClassificationConfirmed', Numbered>
  | FileEvent<'InformedAnswered', InformedContent>
  | FileEvent<'WishRecorded', WishContent>
  | FileEvent<'HelpDeclined', DeclinedContent>
  | FileEvent<'NotACaseProposed', Proposed & { readonly notACase: NotACaseContent }>
  /** `retention` is absent in older entries, and where nobody had to choose: kept */
  | FileEvent<'NotACaseConfirmed', Numbered & { readonly retention?: Retention | undefined }>
  | FileEvent<'CaseLeadChanged', { readonly lead: UserId }>
  | FileEvent<'InvestigationStarted', InvestigationPlan>
  | FileEvent<'PoliceAwaited', PoliceAgreement>
  | FileEvent<'PoliceChecked', { readonly policeSaid: string; readonly nextCheck: Day }>
  | FileEvent<'InvestigationResumed', { readonly grounds: string }>
  | FileEvent<'InvestigationConcluded', Findings>
  /** begun, written on, or a new version begun */
  | FileEvent<'DocumentDrafted', DraftContent>
  | FileEvent<'DocumentFinalised', FinalContent>
  | FileEvent<'DocumentSent', SentContent>
  | FileEvent<'MeasureDecided', MeasureContent>
  | FileEvent<'MeasureUpdated', { readonly measureId: string; readonly status: MeasureStatus; readonly effect?: string | undefined; readonly measureBasis?: MeasureBasis | undefined; readonly consentId?: string | undefined; readonly decision?: DecisionLink | undefined }>
  | FileEvent<'FollowUpStarted', { readonly carriedOut: string; readonly personView: string; readonly next?: Day | undefined }>
  | FileEvent<'FollowUpDone', { readonly found: string; readonly personView: string; readonly next?: Day | undefined }>
  /** something new has happened: back to asking, or back to acting */
  | FileEvent<'InvestigationReopened', { readonly incident: string }> | FileEvent<'MeasuresReopened', { readonly incident: string }>
  | FileEvent<'ClosingProposed', ByName & ClosingContent>
  | FileEvent<'ClosingReturned', { readonly grounds: string }>
  /** `alone`: whoever proposed it closed it, in a region where few have been of the team (alone.ts); `aloneWhy` is absent in entries from when that was not asked */
  | FileEvent<'CaseClosed', Numbered & WithLocal & { readonly reasons: readonly ClosingReason[]; readonly learning: string; readonly reporterFeedback: ReporterFeedback; readonly retention: Retention; readonly alone?: boolean | undefined; readonly aloneWhy?: string | undefined }>
  | FileEvent<'CaseReopened', { readonly grounds: string } & /** the report that came, where one did; absent in older entries */ { readonly report?: FileId | undefined; readonly reference?: string | undefined }>
  | FileEvent<'JournalNoteWritten', { readonly noteId: string; readonly text: string; readonly kind?: NoteKind | undefined; readonly corrects?: string | undefined }>
  | FileEvent<'NotePinned', { readonly noteId: string; readonly grounds: string }>
  | FileEvent<'NoteUnpinned', { readonly noteId: string; readonly grounds: string }>
  | FileEvent<'WarningWritten', WarningContent>
  | FileEvent<'WarningReviewed', WarningReview>
  | FileEvent<'ReporterSeen', Pick<Secrecy['reporterSeen'][number], 'reason' | 'grounds'>>
  /** `named`: the coordinators who keep the case, where the address is strictly confidential by this */
  | FileEvent<'AddressProtected', AddressSaid & { readonly source: AddressSource; readonly named: readonly UserId[] }>
  /** somebody leaves the case; `keeper`: who is named in their place, undefined where the others who are named suffice */
  | FileEvent<'KeeperNamed', { readonly from: UserId; readonly keeper?: UserId | undefined }>
  | FileEvent<'AddressLoweringProposed', ByName & Pick<Lowering, 'source' | 'level' | 'grounds'>>
  | FileEvent<'AddressLowered', Numbered & AddressSaid & { readonly source: AddressSource }>
  /** takes the place of the card before */
  | FileEvent<'NightCardWritten', NightCardContent>
  | FileEvent<'NightCardRemoved', Record<string, never>>
  | FileEvent<'AccessGranted', { readonly userId: UserId; readonly reason: AccessReason; readonly until: Day }>
  | FileEvent<'AccessEnded', { readonly userId: UserId }> | /** by the system: somebody who was shut out is let in again, without what they had in the case (decision 0104) */ FileEvent<'AccessLapsed', { readonly userId: UserId }>
  | DutyEvent | EmergencyEvent | DeputyEvent | ExpertEvent | SafetyEvent | PersonEvent | CoordinationEvent
  | FileEvent<'PersonRelated', RelatedContent> | FileEvent<'RelatedChanged', RelatedContent>
  | FileEvent<'CapacityAssessed', CapacityContent> | FileEvent<'ConsentRecorded', ConsentContent>
  | FileEvent<'ConsentWithdrawn', { readonly consentId: string; readonly grounds: string }>
  | FileEvent<'Disclosed', DisclosureContent> | FileEvent<'DisclosureReviewed', DisclosureReview>
  | FileEvent<'UseRestricted', RestrictionContent> | FileEvent<'RestrictionLifted', { readonly grounds: string; readonly personInformed: Answer }> | FileEvent<'RestrictedUseGrounded', RestrictedUseContent>
  | FileEvent<'ReceiverTold', ReceiverToldContent> | FileEvent<'ObjectionRecorded', ObjectionContent> | FileEvent<'FiguresWishRecorded', FiguresWishContent> | FileEvent<'ReservationRecorded', ReservationContent>;

export type CaseEventType = CaseEvent['type'];
export type EventOf<Type extends CaseEventType> = Extract<CaseEvent, { readonly type: Type }>;
export type NewCaseEvent = NewEvent<CaseEvent>;
/** A new entry in version 1 of its type's shape. Writer and time of writing are added by the door. */
export function entry<Type extends CaseEventType>(type: Type, happenedAt: Instant, content: EventOf<Type>['content']): NewCaseEvent {
  return { type, version: 1, happenedAt, content } as NewCaseEvent; // the signature ties content to type
}
