import type { FileEvent, NewEvent, Writer } from '../kernel/journal/event.ts';
import type { UserId } from '../kernel/ids.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import { addMs, MINUTE, type Instant } from '../kernel/time.ts';
import type { AfterConsultation, AfterConsultationEvent } from './after-consultation.ts';
import { declared, type Answers, type ConnectionEvent } from './connection.ts';
import { caseFrom, evolveCrossing, NO_CROSSINGS, type CrossingEvent, type Crossings } from './crossing.ts';
import { evolveDialogue, NO_DIALOGUE, type Dialogue, type DialogueEvent } from './dialogue.ts';
import type { TypedIn } from './desk/typed.ts';
import type { ReportContent } from './form/content.ts';
import { evolveSettled, livesElsewhere, NOT_SETTLED, type ReportOutcome, type Settled, type SettledEvent } from './settled.ts';
import type { UrgentRecord } from './urgent-record.ts';

/** What is done to a report after it arrived. Append-only: an edited re-send adds, it never replaces. */
export type ReportEvent =
  | FileEvent<'ReportArrived', Numbered & { readonly reference: string; readonly channel: string; readonly receivedAt: Instant; readonly report: ReportContent; readonly leftOut: readonly UserId[]; readonly forReserve: boolean; /** staff typed it */ readonly typedIn?: TypedIn; /** strictly confidential where it came from: whose it is here */ readonly named?: readonly UserId[] }>
  | FileEvent<'ReportAdded', Numbered & { readonly receivedAt: Instant; readonly report: ReportContent; readonly leftOut: readonly UserId[]; readonly forReserve: boolean }>
  | FileEvent<'ReportSeen', Record<string, never>>
  | FileEvent<'ReportMadeUrgent', UrgentRecord>
  | FileEvent<'ReportHandedOver', { readonly note: string }>
  /** a coordinator has read what was handed over (T3) */
  | FileEvent<'ReportHandOverRead', Record<string, never>>
  | FileEvent<'ReportDecided', { readonly outcome: ReportOutcome }>
  /** out of «Mange på én gang», in among the others */
  | FileEvent<'ReportMovedOut', Record<string, never>>
  | AfterConsultationEvent
  | ConnectionEvent
  /** compared again, with a colleague who came to the register or got another name after it had arrived */
  | FileEvent<'ReportColleagueLeftOut', { readonly leftOut: readonly UserId[] }>
  | DialogueEvent
  | SettledEvent
  | CrossingEvent;

/** Which part of what was received this is, as the ledger counts them from 0: one that cannot be read yet leaves a hole. Absent in version 1. */
type Numbered = { readonly part?: number };

/** RECEIVED until somebody opens it, SEEN, HANDED_OVER to the coordinators, DECIDED when it has ended in reception (settled.ts). */
export type ReportProgress = 'RECEIVED' | 'SEEN' | 'HANDED_OVER' | 'DECIDED';

export type ReportState = Answers & Settled & Crossings & {
  readonly progress: ReportProgress;
  readonly reference: string;
  readonly channel: string;
  /** undefined for what came by itself */
  readonly typedIn: (TypedIn & { readonly by: Writer }) | undefined;
  readonly receivedAt: Instant | undefined;
  readonly registeredAt: Instant | undefined;
  readonly urgent: boolean;
  readonly forReserve: boolean;
  /** came as a strictly confidential case: whose it is until a case has it */
  readonly namedOnArrival: readonly UserId[] | undefined;
  /** came above the limit of what one place sends at once, and nobody has done anything with it but read it */
  readonly crowded: boolean;
  readonly contents: readonly { readonly at: Instant; /** when it could first be read here */ readonly readableAt?: Instant | undefined; /** its place among all that arrived, from 0 */ readonly order?: number; readonly report: ReportContent }[];
  readonly dialogue: Dialogue;
  /** the consultations it was made after */
  readonly consultations: readonly AfterConsultation[];
  /** the number that the ledger gave each thing that arrived (reports, messages, files), in the order they came in */
  readonly parts: readonly number[];
  readonly urgentRecords: readonly { readonly at: Instant; readonly by: Writer; readonly record: UrgentRecord }[];
  readonly handOvers: readonly { readonly at: Instant; readonly by: Writer; readonly note: string }[];
  /** when everything that has arrived so far was last read; undefined again when an addition arrives */
  readonly seenAt: Instant | undefined;
  /** the first time that anything of it was read; what came later changes nothing in it */
  readonly firstSeenAt: Instant | undefined;
  /** how many of the contents, and of the parts, somebody has read */
  readonly seenContents: number;
  readonly seenParts: number;
  readonly handedOverAt: Instant | undefined;
  /** who did so last, and when a coordinator first read it after that; undefined in journals from before there was a receipt */
  readonly handedOverBy: Writer | undefined;
  readonly handOverReadAt: Instant | undefined;
  /** how many of the parts had arrived when it was last handed over */
  readonly handedOverParts: number;
  readonly decidedAt: Instant | undefined;
  /** how many of the contents, and of the parts, a case has taken in; an addition after that is taken in when it is read */
  readonly decidedContents: number;
  readonly decidedParts: number;
  /** how many of the parts had arrived when it was decided; what came later the case was not made of */
  readonly partsThen: number | undefined;
};

export const NO_REPORT: ReportState = {
  ...NOT_SETTLED, ...NO_CROSSINGS, namedOnArrival: undefined,
  progress: 'RECEIVED', reference: '', channel: '', typedIn: undefined, receivedAt: undefined, registeredAt: undefined, urgent: false, forReserve: false, crowded: false,
  leftOut: [], impartial: [], owing: [], contents: [], dialogue: NO_DIALOGUE, consultations: [], parts: [], urgentRecords: [], handOvers: [], seenAt: undefined, firstSeenAt: undefined, seenContents: 0, seenParts: 0,
  handedOverAt: undefined, handedOverBy: undefined, handOverReadAt: undefined, handedOverParts: 0, decidedAt: undefined, decidedContents: 0, decidedParts: 0, partsThen: undefined,
};

export function evolveReport(state: ReportState, event: ReportEvent): ReportState {
  switch (event.type) {
    case 'ReportArrived':
    case 'ReportAdded':
      return withContent(state, event);
    case 'ReportSeen':
      return { ...state, ...(state.progress === 'DECIDED' ? takenIn(state) : {}), progress: state.progress === 'RECEIVED' ? (state.handedOverAt === undefined ? 'SEEN' : 'HANDED_OVER') : state.progress, seenAt: event.happenedAt, firstSeenAt: state.firstSeenAt ?? event.happenedAt, seenContents: state.contents.length, seenParts: state.parts.length };
    case 'ReportMadeUrgent':
      return { ...state, urgent: true, crowded: false, urgentRecords: [...state.urgentRecords, { at: event.happenedAt, by: event.actor, record: event.content }] };
    case 'ReportHandedOver':
      return withHandOver(state, event);
    case 'ReportHandOverRead':
      return { ...state, handOverReadAt: event.happenedAt };
    case 'ReportDecided':
      return { ...state, outcome: event.content.outcome, progress: 'DECIDED', crowded: false, decidedAt: event.happenedAt, partsThen: state.partsThen ?? state.parts.length, ...takenIn(state) };
    case 'ReportMovedOut':
      return { ...state, crowded: false };
    case 'ReportAfterConsultation':
      return { ...state, consultations: [...state.consultations, event.content] };
    case 'ReportImpartialityDeclared':
      return { ...state, ...declared(state, event) };
    case 'ReportColleagueLeftOut':
      return { ...state, leftOut: [...new Set([...state.leftOut, ...event.content.leftOut])] };
    case 'ReporterWrote':
    case 'AttachmentArrived':
      return withAddition(state, event);
    case 'ReportSplit': case 'ReportSentOn':
      return { ...state, ...evolveSettled(state, event), progress: 'DECIDED', decidedAt: state.decidedAt ?? event.happenedAt, ...readTo(state, event.content.parts ?? state.parts.length, event.happenedAt) };
    case 'ReportPassedOn':
      return { ...state, ...evolveSettled(state, event), ...(event.content.parts < state.parts.length ? {} : { ...readAll(state, event.happenedAt), ...takenIn(state) }) };
    case 'SendingCarried': case 'SendingConfirmed': case 'AttachmentFollowed':
      return { ...state, ...evolveSettled(state, event) };
    case 'CaseSentBack':
      return { ...state, ...evolveCrossing(state, event), outcome: 'OVERFORT', progress: 'DECIDED', decidedAt: event.happenedAt, ...readAll(state, event.happenedAt), ...takenIn(state) };
    case 'CaseSentOn': case 'FilesSentAlong': case 'CaseSendingProtected': case 'CaseCarried': case 'CaseAnswered': case 'SentBackFetched':
      return { ...state, ...evolveCrossing(state, event) };
    case 'AttachmentChecked': case 'AttachmentsAwaited': case 'ReporterAsked': case 'WindowClosed':
      return { ...state, dialogue: evolveDialogue(state.dialogue, event, state.parts.length) };
  }
}

/** What nobody has opened yet is new to whoever gets it. Version 1 came from people who had read it, and kept no receipt. */
function withHandOver(state: ReportState, event: Extract<ReportEvent, { type: 'ReportHandedOver' }>): ReportState {
  const receipt = event.version > 1;
  return {
    ...state, progress: receipt && state.progress === 'RECEIVED' ? 'RECEIVED' : 'HANDED_OVER', handedOverAt: event.happenedAt, handedOverParts: state.parts.length, crowded: false,
    handedOverBy: receipt ? event.actor : undefined, handOverReadAt: undefined, handOvers: [...state.handOvers, { at: event.happenedAt, by: event.actor, note: event.content.note }],
  };
}

function readAll({ contents, parts, seenAt, firstSeenAt }: ReportState, at: Instant): Pick<ReportState, 'seenAt' | 'firstSeenAt' | 'seenContents' | 'seenParts'> {
  return { seenAt: seenAt ?? at, firstSeenAt: firstSeenAt ?? at, seenContents: contents.length, seenParts: parts.length };
}

/**
 * Divided or sent on by somebody who had read the first `parts` of them: what came since is not taken in with the rest, whoever has read it, and
 * waits until it is told on (decidePassedOn).
 */
function readTo(state: ReportState, parts: number, at: Instant): Partial<ReportState> {
  if (parts >= state.parts.length) return { ...readAll(state, at), ...takenIn(state) };
  const contents = state.contents.filter(({ order = 0 }) => order < parts).length;
  return {
    seenAt: undefined, firstSeenAt: state.firstSeenAt ?? at, seenContents: Math.max(state.seenContents, contents), seenParts: Math.max(state.seenParts, parts),
    decidedContents: Math.max(state.decidedContents, contents), decidedParts: Math.max(state.decidedParts, parts),
  };
}

function takenIn({ contents, parts }: ReportState): Pick<ReportState, 'decidedContents' | 'decidedParts'> {
  return { decidedContents: contents.length, decidedParts: parts.length };
}

/** Something to read, like any addition. «Det er blitt verre» raises Akutt. */
function withAddition(state: ReportState, event: Extract<ReportEvent, { type: 'ReporterWrote' | 'AttachmentArrived' }>): ReportState {
  const { part, leftOut, forReserve } = event.content;
  const worse = event.type === 'ReporterWrote' && event.content.message.feels === 'VERRE';
  return {
    ...state,
    urgent: state.urgent || worse,
    crowded: state.crowded && !worse,
    forReserve: state.forReserve || forReserve,
    leftOut: [...new Set([...state.leftOut, ...leftOut])],
    dialogue: evolveDialogue(state.dialogue, event, state.parts.length),
    parts: [...state.parts, part],
    seenAt: undefined,
  };
}

function withContent(state: ReportState, event: Extract<ReportEvent, { type: 'ReportArrived' | 'ReportAdded' }>): ReportState {
  const { report, receivedAt, leftOut, forReserve } = event.content;
  const first = event.type === 'ReportArrived';
  return {
    ...state,
    reference: first ? event.content.reference : state.reference,
    channel: first ? event.content.channel : state.channel,
    namedOnArrival: first ? event.content.named : state.namedOnArrival,
    typedIn: first && event.content.typedIn !== undefined ? { ...event.content.typedIn, by: event.actor } : state.typedIn,
    receivedAt: state.receivedAt ?? receivedAt,
    registeredAt: state.registeredAt ?? event.writtenAt,
    urgent: state.urgent || report.danger === 'ja',
    forReserve: state.forReserve || forReserve,
    // danger is never kept aside
    crowded: (first ? report.crowded === true : state.crowded) && report.danger !== 'ja',
    leftOut: [...new Set([...state.leftOut, ...leftOut])],
    contents: [...state.contents, { at: receivedAt, readableAt: event.writtenAt > receivedAt ? event.writtenAt : receivedAt, order: state.parts.length, report }],
    dialogue: { ...state.dialogue, awaited: [...state.dialogue.awaited, ...report.sentFrom?.files ?? []] },
    parts: [...state.parts, event.content.part ?? state.contents.length],
    seenAt: undefined,
  };
}

type Decision = Outcome<NewEvent<ReportEvent>[]>;

/** What may be done with a report that has arrived. */
export type ReportStep = 'urgent' | 'hand_over' | 'decide' | 'split' | 'send_on';
export type StepClosed = 'already_decided' | 'already_handed_over' | 'consultation' | 'from_case';

/** Mode C: an employee asks for advice and names nobody. It never becomes a case (domain reference §9.3); what is named later is a report. */
export function isConsultation({ contents }: Pick<ReportState, 'contents'>): boolean {
  return contents.length > 0 && contents.every(({ report }) => report.mode === 'C');
}

/** A consultation as it stood before somebody was named in it: of what came from then on, nothing. */
export function beforeNamed(events: readonly ReportEvent[]): ReportState {
  const named = events.findIndex((event) => (event.type === 'ReportArrived' || event.type === 'ReportAdded') && event.content.report.mode !== 'C');
  return (named === -1 ? events : events.slice(0, named)).reduce(evolveReport, NO_REPORT);
}

/** Why a step is closed now; undefined when it is open. The page and the rules below ask the same. */
export function closedBecause(state: ReportState, step: ReportStep): StepClosed | undefined {
  if (state.progress === 'DECIDED') {
    // What is sent on may be sent again: something was added, or it came to the wrong place.
    if (step === 'send_on' && state.sendings.length > 0) return undefined;
    // Until somebody on the case has read an addition, danger in it is raised here: the case does not know of it yet.
    return step === 'urgent' && state.seenAt === undefined ? undefined : 'already_decided';
  }
  // It is one person's case, and whoever it is not for sends it back (decision 0090).
  if ((step === 'split' || step === 'send_on') && caseFrom(state) !== undefined) return 'from_case';
  if ((step === 'decide' || step === 'split' || step === 'send_on') && isConsultation(state)) return 'consultation';
  const handedOver = state.handedOverAt !== undefined && state.parts.length === state.handedOverParts;
  return step === 'hand_over' && handedOver ? 'already_handed_over' : undefined;
}

/** `coordinator`: one who opens cases from reports and follows them. `reception`: the others who may read a report. */
export type Reader = 'coordinator' | 'reception';

/**
 * Opening a report marks it seen; an addition that came later is seen when it is opened again. Once a case took the report in,
 * only a coordinator's reading counts: reception's reading at night must not hide an addition from those who follow the case. Of one that
 * was split or sent on no reading counts: the addition waits until it has been told where it belongs (decidePassedOn).
 */
export function decideSeen(state: ReportState, reader: Reader, now: Instant): Decision {
  const unread = state.seenAt === undefined && state.parts.length > 0;
  const counts = livesElsewhere(state) ? false : state.progress !== 'DECIDED' || reader === 'coordinator';
  return done([...(unread && counts ? [seenNow(now)] : []), ...receiptOf(state, reader, now)]);
}

function seenNow(now: Instant): NewEvent<ReportEvent> {
  return { type: 'ReportSeen', version: 1, happenedAt: now, content: {} };
}

/** T3: whoever handed it over is told that a coordinator has read it; once. */
function receiptOf({ handedOverBy, handOverReadAt }: ReportState, reader: Reader, now: Instant): NewEvent<ReportEvent>[] {
  const owed = reader === 'coordinator' && handedOverBy !== undefined && handOverReadAt === undefined;
  return owed ? [{ type: 'ReportHandOverRead', version: 1, happenedAt: now, content: {} }] : [];
}

/** What is handed to the coordinators in the same step as it is typed in, and what they are told with it. */
export function handedOver(note: string, now: Instant): NewEvent<ReportEvent> {
  return { type: 'ReportHandedOver', version: 2, happenedAt: now, content: { note } };
}

/** The same words again so soon are a button pressed twice. */
export const PRESSED_TWICE = 10 * MINUTE;

/** T3: reception hands the report to the coordinators, and again when something was added. Refusals: `already_decided`, `already_handed_over`. */
export function decideHandOver(state: ReportState, note: string, now: Instant): Decision {
  const closed = closedBecause(state, 'hand_over');
  const last = state.handOvers.at(-1);
  if (closed === 'already_handed_over' && last?.note === note && addMs(last.at, PRESSED_TWICE) > now) return done([]);
  if (closed !== undefined) return refuse(closed);
  return done([handedOver(note, now)]);
}

/** Out of the lane «Mange på én gang». Pressed twice, or moved by what was done with it meanwhile, it is out. */
export function decideMovedOut(state: ReportState, now: Instant): Decision {
  return done(state.crowded ? [{ type: 'ReportMovedOut', version: 1, happenedAt: now, content: {} }] : []);
}

/** A case took the report in. The report does not know which: the case holds the report's id. */
export function decideDecided(state: ReportState, reader: Reader, now: Instant): Decision {
  const closed = closedBecause(state, 'decide');
  if (closed !== undefined) return refuse(closed);
  const seen = state.seenAt === undefined ? [seenNow(now)] : [];
  return done([...seen, ...receiptOf(state, reader, now), { type: 'ReportDecided', version: 1, happenedAt: now, content: { outcome: 'SAK' } }]);
}

/**
 * An anonymous consultation was answered, by somebody who had read the first `parts` of it: what came while the advice was written is a question
 * that nobody has answered, and it waits. Answered again, nothing is left to decide; one that names somebody by now stays with reception.
 */
export function decideConsulted(state: ReportState, parts: number, reader: Reader, now: Instant): Decision {
  if (!isConsultation(state) || state.progress === 'DECIDED' || parts < state.parts.length) return done([]);
  const seen = state.seenAt === undefined ? [seenNow(now)] : [];
  return done([...seen, ...receiptOf(state, reader, now), { type: 'ReportDecided', version: 1, happenedAt: now, content: { outcome: 'DROFTING' } }]);
}

/** fvl § 6: somebody whom it names is left out of it, once. */
export function decideLeftOut(state: ReportState, user: UserId, now: Instant): Decision {
  return done(state.leftOut.includes(user) ? [] : [{ type: 'ReportColleagueLeftOut', version: 1, happenedAt: now, content: { leftOut: [user] } }]);
}
