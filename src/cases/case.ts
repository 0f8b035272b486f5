import type { FileId, MunicipalityId, UserId } from '../kernel/ids.ts';
import type { Writer } from '../kernel/journal/event.ts';
import { addDays, osloDay, osloInstant, type Day, type Instant } from '../kernel/time.ts';
import type { AccessReason } from './choices.ts';
import type { CaseType, MeasureStatus } from './codes.ts';
import type { Duties } from './duties.ts';
import type { Documents } from './documents.ts';
import type {
  AkuttRecord, CaseStart, ClassificationContent, EventOf, NotACaseContent, TransferContent,
} from './events.ts';
import type { ClosingContent } from './closing.ts';
import type { Findings, InvestigationPlan, PoliceAgreement } from './investigation.ts';
import type { MeasureContent } from './measure.ts';
import type { NightCardContent } from './night-card.ts';
import type { Pins } from './pins.ts';
import type { Secrecy } from './secrecy.ts';
import type { MeetingPart } from './meeting.ts';
import type { MergePart } from './merging.ts';
import type { Safety } from './safety.ts';
import type { Emergencies } from './emergency.ts';
import type { DeputyPart } from './deputy.ts';
import type { Corrections } from './person.ts';
import type { Coordination } from './coordination.ts';
import type { Rights } from './rights.ts';
import type { Experts } from './expert.ts';
import type { SentForms } from './sent-forms.ts';
import type { Sharing } from './sharing.ts';
import { isClosed, type CaseStatus } from './status.ts';
import type { VoidedPart } from './voided.ts';
import type { Voice } from './voice.ts';

export type Signed = { readonly by: Writer; readonly at: Instant };

export type Akutt = AkuttRecord & { readonly raisedBy: Writer; /** in the other of two cases that became one */ readonly alsoRaisedBy?: readonly Writer[] | undefined; readonly raisedAt: Instant; readonly reviewedAt: Instant | undefined };

/** What waits for a second person. A newer proposal takes the place of an older one. */
export type Proposal = Signed & { readonly no: number; readonly byCoordinator: boolean; /** false: reception's, which never counts as one of the two */ readonly byTeam: boolean; /** who was asked by name to confirm it */ readonly asked: UserId | undefined } & (
  | { readonly kind: 'CLASSIFICATION'; readonly classification: ClassificationContent }
  | { readonly kind: 'NOT_A_CASE'; readonly notACase: NotACaseContent }
  | { readonly kind: 'TRANSFER'; readonly transfer: TransferContent }
);

export type Classification = ClassificationContent & {
  readonly proposed: Signed;
  /** undefined while provisional: one person at night, a second one still to confirm */
  readonly confirmed: Signed | undefined;
};

export type CaseMeasure = MeasureContent & { readonly decided: Signed; readonly status: MeasureStatus; readonly effect: string | undefined; readonly updatedAt: Instant; /** it ran, however it went on; absent in a case that was taken in before this was kept */ readonly began?: boolean | undefined };

export type ClosingProposal = ClosingContent & Signed & { readonly no: number; readonly from: CaseStatus; /** by name, to close it */ readonly asked?: UserId | undefined };

export type Grant = { readonly userId: UserId; readonly reason: AccessReason; readonly until: Day; readonly granted: Signed; readonly endedAt: Instant | undefined };

export type Note = Signed & EventOf<'JournalNoteWritten'>['content'] & { readonly writtenAt: Instant };

/** The case as its journal tells it: a fold of all events, in order. */
export type CaseState = Sharing & Pins & Secrecy & MeetingPart & MergePart & Safety & Voice & Duties & Documents & Emergencies & Rights & Corrections & DeputyPart & Experts & Coordination & SentForms & VoidedPart & {
  readonly reference: string;
  readonly reports: readonly FileId[];
  readonly start: CaseStart;
  /** reports that came to the case later, each with what it told */
  readonly joined: readonly (Signed & EventOf<'ReportJoined'>['content'] & Partial<Pick<Corrections, 'coercionAdded' | 'serviceAdded'>>)[];
  /** one of them the case lead has not read */
  readonly reportUnread: boolean;
  readonly opened: Signed;
  /** when the newest entry was written */
  readonly updatedAt: Instant;
  readonly owner: MunicipalityId | undefined;
  readonly status: CaseStatus;
  /** when the case last came to each status it has been in */
  readonly reached: Readonly<Partial<Record<CaseStatus, Instant>>>;
  readonly closedAt: Instant | undefined;
  /** never see the case: named in a report, or declared themselves connected (fvl § 6) */
  readonly excluded: readonly UserId[];
  /** answered «no» to the question before content */
  readonly impartial: readonly UserId[];
  readonly akutt: Akutt | undefined;
  /** the police were called in an Akutt, this or an earlier one */
  readonly policeCalled: boolean;
  readonly handover: (Signed & { readonly note: string | undefined; readonly read: Signed | undefined }) | undefined;
  /** how many proposals there have been; the next one gets the number after */
  readonly proposals: number;
  readonly proposal: Proposal | undefined;
  readonly classification: Classification | undefined;
  readonly lead: UserId | undefined;
  readonly notACase: (NotACaseContent & Pick<EventOf<'NotACaseConfirmed'>['content'], 'retention'>) | undefined;
  readonly transfer: (TransferContent & { /** when two people had decided it */ readonly at: Instant; /** who has confirmed that it arrived */ readonly received?: (Signed & EventOf<'TransferReceived'>['content'] & { readonly reference?: string | undefined }) | undefined }) | undefined;
  readonly plan: InvestigationPlan | undefined;
  /** what was agreed with the police, while the case waits for them */
  readonly police: (Signed & PoliceAgreement) | undefined;
  readonly findings: Findings | undefined;
  readonly measures: readonly CaseMeasure[];
  readonly followUps: readonly (Signed & EventOf<'FollowUpDone'>['content'])[];
  /** the next follow-up where somebody chose a day; else the region's rhythm decides */
  readonly nextFollowUp: Day | undefined;
  readonly closingProposal: ClosingProposal | undefined;
  /** the region's own reasons in the newest proposal to close, also once it was sent back: a form begins from it */
  readonly closingLocal: ClosingContent['local'];
  readonly closing: (Signed & EventOf<'CaseClosed'>['content']) | undefined;
  readonly notes: readonly Note[];
  readonly grants: readonly Grant[];
  /** for the desk at night; none until somebody writes it, and none when the case is closed */
  readonly nightCard: (Signed & NightCardContent) | undefined;
};

/** Everybody who raised it: none of them lowers it. */
export function raisersOf({ raisedBy, alsoRaisedBy = [] }: Akutt): readonly Writer[] {
  return [raisedBy, ...alsoRaisedBy];
}

export function isExcluded(state: CaseState, userId: UserId): boolean {
  return state.excluded.includes(userId);
}

export function isImpartial(state: CaseState, userId: UserId): boolean {
  return state.impartial.includes(userId) && !isExcluded(state, userId);
}

/** The case type that figures see: what two people decided, or what a transfer that is over or «no case» means. undefined until then. */
export function caseTypeOf(state: CaseState): CaseType | undefined {
  return (state.status === 'OVERFORT' ? state.transfer?.caseType : undefined) ?? state.notACase?.caseType ?? state.classification?.caseType;
}

/** Days that access to a closed case lasts: somebody may have to answer for it (domain reference §9.1, T17). */
export const DAYS_AFTER_CLOSING = 30;

/** When every access by grant or lead ends after closing; undefined while the case is open. */
export function accessEndsAt(closedAt: Instant | undefined): Instant | undefined {
  return closedAt === undefined ? undefined : osloInstant(addDays(osloDay(closedAt), DAYS_AFTER_CLOSING + 1), 0, 0);
}

/** When (exclusive) a person's grant ends or has ended by itself; undefined where there is none. A grant counts through its last day. */
export function grantEnd(state: CaseState, userId: UserId): Instant | undefined {
  const ends = state.grants
    .filter((grant) => grant.userId === userId && grant.endedAt === undefined)
    .map((grant) => osloInstant(addDays(grant.until, 1), 0, 0))
    .map((end) => earlier(end, accessEndsAt(state.closedAt)));
  return ends.sort().at(-1);
}

/** Since when a person's grant is one for supervision; undefined where it was given for anything else, or there is none. */
export function supervisionGrantSince({ grants }: Pick<CaseState, 'grants'>, userId: UserId): Instant | undefined {
  const held = grants.findLast((grant) => grant.userId === userId && grant.endedAt === undefined);
  return held?.reason === 'TILSYN' ? held.granted.at : undefined;
}

/** When (exclusive) a person's grant ends; undefined where none is in force now. */
export function grantedUntil(state: CaseState, userId: UserId, now: Instant): Instant | undefined {
  const end = grantEnd(state, userId);
  return end !== undefined && end > now ? end : undefined;
}

/** No coordinator has read the hand-over yet: reception still has the case. */
export function isInReception(state: CaseState): boolean {
  return !isClosed(state.status) && state.handover?.read === undefined;
}

function earlier(a: Instant, b: Instant | undefined): Instant {
  return b !== undefined && b < a ? b : a;
}
