import type { FileEvent, NewEvent, Writer } from '../kernel/journal/event.ts';
import type { UserId } from '../kernel/ids.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import { addMs, MINUTE, type Instant } from '../kernel/time.ts';
import type { ReportContent } from './form/content.ts';

/** What is done to a report after it arrived. Append-only: an edited re-send adds, it never replaces. */
export type ReportEvent =
  | FileEvent<'ReportArrived', { readonly reference: string; readonly channel: string; readonly receivedAt: Instant; readonly report: ReportContent; readonly leftOut: readonly UserId[]; readonly forReserve: boolean }>
  | FileEvent<'ReportAdded', { readonly receivedAt: Instant; readonly report: ReportContent; readonly leftOut: readonly UserId[]; readonly forReserve: boolean }>
  | FileEvent<'ReportSeen', Record<string, never>>
  | FileEvent<'ReportMadeUrgent', UrgentRecord>
  | FileEvent<'ReportHandedOver', { readonly note: string }>
  | FileEvent<'ReportDecided', { readonly outcome: ReportOutcome }>;

/** Who was called: nobody, police or ambulance in an emergency, or police otherwise. */
export const CALLED = ['112', '113', '02800', 'nei'] as const;
export type Called = (typeof CALLED)[number];

/** T2 of the life cycle: what was seen, and who called for help. */
export type UrgentRecord = { readonly danger: string; readonly called: Called; readonly calledBy: string; readonly calledWhen: string };

export type ReportOutcome = 'SAK';

/** RECEIVED until somebody opens it, SEEN, HANDED_OVER to the coordinators, DECIDED when a case took it in. */
export type ReportProgress = 'RECEIVED' | 'SEEN' | 'HANDED_OVER' | 'DECIDED';

export type ReportState = {
  readonly progress: ReportProgress;
  readonly reference: string;
  readonly channel: string;
  readonly receivedAt: Instant | undefined;
  readonly registeredAt: Instant | undefined;
  readonly urgent: boolean;
  readonly forReserve: boolean;
  readonly leftOut: readonly UserId[];
  readonly contents: readonly { readonly at: Instant; readonly report: ReportContent }[];
  readonly urgentRecords: readonly { readonly at: Instant; readonly by: Writer; readonly record: UrgentRecord }[];
  readonly handOvers: readonly { readonly at: Instant; readonly by: Writer; readonly note: string }[];
  /** when everything that has arrived so far was last read; undefined again when an addition arrives */
  readonly seenAt: Instant | undefined;
  /** how many of the contents somebody has read */
  readonly seenContents: number;
  readonly handedOverAt: Instant | undefined;
  /** how many of the contents had arrived when it was last handed over */
  readonly handedOverContents: number;
  readonly decidedAt: Instant | undefined;
  /** how many of the contents a case has taken in; an addition after that is taken in when it is read */
  readonly decidedContents: number;
};

export const NO_REPORT: ReportState = {
  progress: 'RECEIVED', reference: '', channel: '', receivedAt: undefined, registeredAt: undefined, urgent: false, forReserve: false,
  leftOut: [], contents: [], urgentRecords: [], handOvers: [], seenAt: undefined, seenContents: 0, handedOverAt: undefined, handedOverContents: 0,
  decidedAt: undefined, decidedContents: 0,
};

export function evolveReport(state: ReportState, event: ReportEvent): ReportState {
  switch (event.type) {
    case 'ReportArrived':
    case 'ReportAdded':
      return withContent(state, event);
    case 'ReportSeen':
      return { ...state, decidedContents: state.progress === 'DECIDED' ? state.contents.length : 0, progress: state.progress === 'RECEIVED' ? 'SEEN' : state.progress, seenAt: event.happenedAt, seenContents: state.contents.length };
    case 'ReportMadeUrgent':
      return { ...state, urgent: true, urgentRecords: [...state.urgentRecords, { at: event.happenedAt, by: event.actor, record: event.content }] };
    case 'ReportHandedOver':
      return { ...state, progress: 'HANDED_OVER', handedOverAt: event.happenedAt, handedOverContents: state.contents.length, handOvers: [...state.handOvers, { at: event.happenedAt, by: event.actor, note: event.content.note }] };
    case 'ReportDecided':
      return { ...state, progress: 'DECIDED', decidedAt: event.happenedAt, decidedContents: state.contents.length };
  }
}

function withContent(state: ReportState, event: Extract<ReportEvent, { type: 'ReportArrived' | 'ReportAdded' }>): ReportState {
  const { report, receivedAt, leftOut, forReserve } = event.content;
  const first = event.type === 'ReportArrived';
  return {
    ...state,
    reference: first ? event.content.reference : state.reference,
    channel: first ? event.content.channel : state.channel,
    receivedAt: state.receivedAt ?? receivedAt,
    registeredAt: state.registeredAt ?? event.writtenAt,
    urgent: state.urgent || report.danger === 'ja',
    forReserve: state.forReserve || forReserve,
    leftOut: [...new Set([...state.leftOut, ...leftOut])],
    contents: [...state.contents, { at: receivedAt, report }],
    seenAt: undefined,
  };
}

type Decision = Outcome<NewEvent<ReportEvent>[]>;

/** What may be done with a report that has arrived. */
export type ReportStep = 'urgent' | 'hand_over' | 'decide';
export type StepClosed = 'already_decided' | 'already_handed_over';

/** Why a step is closed now; undefined when it is open. The page and the rules below ask the same. */
export function closedBecause(state: ReportState, step: ReportStep): StepClosed | undefined {
  if (state.progress === 'DECIDED') {
    // Until somebody on the case has read an addition, danger in it is raised here: the case does not know of it yet.
    return step === 'urgent' && state.seenAt === undefined ? undefined : 'already_decided';
  }
  const handedOver = state.progress === 'HANDED_OVER' && state.contents.length === state.handedOverContents;
  return step === 'hand_over' && handedOver ? 'already_handed_over' : undefined;
}

/** `coordinator`: one who opens cases from reports and follows them. `reception`: the others who may read a report. */
export type Reader = 'coordinator' | 'reception';

/**
 * Opening a report marks it seen; an addition that came later is seen when it is opened again. Once a case took the report in,
 * only a coordinator's reading counts: reception's reading at night must not hide an addition from those who follow the case.
 */
export function decideSeen(state: ReportState, reader: Reader, now: Instant): Decision {
  const unread = state.seenAt === undefined && state.contents.length > 0;
  const counts = state.progress !== 'DECIDED' || reader === 'coordinator';
  return done(unread && counts ? [{ type: 'ReportSeen', version: 1, happenedAt: now, content: {} }] : []);
}

/** The same words again so soon are a button pressed twice. */
const PRESSED_TWICE = 10 * MINUTE;

/** As it was typed: nothing is judged yet. */
export type UrgentAsked = { readonly [K in keyof UrgentRecord]: string };

/**
 * T2: Akutt may be raised, and told more about, until the report is decided; afterwards it is raised on the case.
 * Refusals: `already_decided`; `bad_input` with every fault at once: `danger_missing`, `called_missing`, `who_called`, `when_called`.
 */
export function decideUrgent(state: ReportState, asked: UrgentAsked, now: Instant): Decision {
  const closed = closedBecause(state, 'urgent');
  if (closed !== undefined) return refuse(closed);
  const record = judged(asked);
  if (!record.ok) return record;
  const said = record.value;
  if (state.urgentRecords.some((before) => addMs(before.at, PRESSED_TWICE) > now && sameRecord(before.record, said))) return done([]);
  return done([{ type: 'ReportMadeUrgent', version: 1, happenedAt: now, content: said }]);
}

function judged(asked: UrgentAsked): Outcome<UrgentRecord> {
  const called = CALLED.find((one) => one === asked.called);
  const somebody = called !== undefined && called !== 'nei';
  const faults: Record<string, string> = {};
  if (asked.danger.trim() === '') faults['danger'] = 'danger_missing';
  if (called === undefined) faults['called'] = 'called_missing';
  if (somebody && asked.calledBy.trim() === '') faults['calledBy'] = 'who_called';
  if (somebody && asked.calledWhen.trim() === '') faults['calledWhen'] = 'when_called';
  if (called === undefined || Object.keys(faults).length > 0) return refuse('bad_input', faults);
  // «Nei» hides the two boxes on the page; what was left in them was not said.
  return done(somebody ? { ...asked, called } : { danger: asked.danger, called, calledBy: '', calledWhen: '' });
}

function sameRecord(a: UrgentRecord, b: UrgentRecord): boolean {
  return a.danger === b.danger && a.called === b.called && a.calledBy === b.calledBy && a.calledWhen === b.calledWhen;
}

/** T3: reception hands the report to the coordinators, and again when something was added. Refusals: `already_decided`, `already_handed_over`. */
export function decideHandOver(state: ReportState, note: string, now: Instant): Decision {
  const closed = closedBecause(state, 'hand_over');
  const last = state.handOvers.at(-1);
  if (closed === 'already_handed_over' && last?.note === note && addMs(last.at, PRESSED_TWICE) > now) return done([]);
  if (closed !== undefined) return refuse(closed);
  return done([{ type: 'ReportHandedOver', version: 1, happenedAt: now, content: { note } }]);
}

/** A case took the report in. The report does not know which: the case holds the report's id. */
export function decideDecided(state: ReportState, now: Instant): Decision {
  const closed = closedBecause(state, 'decide');
  if (closed !== undefined) return refuse(closed);
  const seen: NewEvent<ReportEvent>[] = state.seenAt === undefined ? [{ type: 'ReportSeen', version: 1, happenedAt: now, content: {} }] : [];
  return done([...seen, { type: 'ReportDecided', version: 1, happenedAt: now, content: { outcome: 'SAK' } }]);
}

/** One line of what was done with a report, for people to read. */
export type LogEntry =
  | { readonly what: 'arrived' | 'added' | 'seen' | 'decided'; readonly at: Instant; readonly by: Writer }
  | { readonly what: 'urgent'; readonly at: Instant; readonly by: Writer; readonly record: UrgentRecord }
  | { readonly what: 'handed_over'; readonly at: Instant; readonly by: Writer; readonly note: string };

/** What was done, by whom and when, in the order it was written. */
export function reportLog(events: readonly ReportEvent[]): LogEntry[] {
  return events.map((event) => {
    const { actor: by, happenedAt: at } = event;
    switch (event.type) {
      case 'ReportArrived': return { what: 'arrived', at, by };
      case 'ReportAdded': return { what: 'added', at, by };
      case 'ReportSeen': return { what: 'seen', at, by };
      case 'ReportMadeUrgent': return { what: 'urgent', at, by, record: event.content };
      case 'ReportHandedOver': return { what: 'handed_over', at, by, note: event.content.note };
      case 'ReportDecided': return { what: 'decided', at, by };
    }
  });
}
