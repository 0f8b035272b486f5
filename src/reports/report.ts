import type { FileEvent, NewEvent, Writer } from '../kernel/journal/event.ts';
import type { UserId } from '../kernel/ids.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import type { Instant } from '../kernel/time.ts';
import type { ReportContent } from './form/content.ts';

/** What is done to a report after it arrived. Append-only: an edited re-send adds, it never replaces. */
export type ReportEvent =
  | FileEvent<'ReportArrived', { readonly reference: string; readonly channel: string; readonly receivedAt: Instant; readonly report: ReportContent; readonly leftOut: readonly UserId[]; readonly forReserve: boolean }>
  | FileEvent<'ReportAdded', { readonly receivedAt: Instant; readonly report: ReportContent; readonly leftOut: readonly UserId[]; readonly forReserve: boolean }>
  | FileEvent<'ReportSeen', Record<string, never>>
  | FileEvent<'ReportMadeUrgent', UrgentRecord>
  | FileEvent<'ReportHandedOver', { readonly note: string }>
  | FileEvent<'ReportDecided', { readonly outcome: ReportOutcome }>;

/** T2 of the life cycle: what was seen, and who called for help. */
export type UrgentRecord = { readonly danger: string; readonly called: 'nei' | '112' | '113' | '02800'; readonly calledBy: string; readonly calledWhen: string };

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
  readonly decidedAt: Instant | undefined;
  /** how many of the contents a case has taken in; an addition after that is taken in when it is read */
  readonly decidedContents: number;
};

export const NO_REPORT: ReportState = {
  progress: 'RECEIVED', reference: '', channel: '', receivedAt: undefined, registeredAt: undefined, urgent: false, forReserve: false,
  leftOut: [], contents: [], urgentRecords: [], handOvers: [], seenAt: undefined, seenContents: 0, handedOverAt: undefined, decidedAt: undefined, decidedContents: 0,
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
      return { ...state, progress: 'HANDED_OVER', handedOverAt: event.happenedAt, handOvers: [...state.handOvers, { at: event.happenedAt, by: event.actor, note: event.content.note }] };
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

/** Opening a report marks it seen; an addition that came later is seen when it is opened again. */
export function decideSeen(state: ReportState, now: Instant): Decision {
  return done(state.seenAt === undefined && state.contents.length > 0 ? [{ type: 'ReportSeen', version: 1, happenedAt: now, content: {} }] : []);
}

/** T2: Akutt may be raised at any time before the report is decided; afterwards it is raised on the case. */
export function decideUrgent(state: ReportState, record: UrgentRecord, now: Instant): Decision {
  if (state.progress === 'DECIDED') return refuse('already_decided');
  if (record.called !== 'nei' && record.calledBy.trim() === '') return refuse('bad_input', { calledBy: 'who_called' });
  return done([{ type: 'ReportMadeUrgent', version: 1, happenedAt: now, content: record }]);
}

/** T3: reception hands the report to the coordinators. */
export function decideHandOver(state: ReportState, note: string, now: Instant): Decision {
  if (state.progress === 'DECIDED') return refuse('already_decided');
  if (state.progress === 'HANDED_OVER') return refuse('already_handed_over');
  return done([{ type: 'ReportHandedOver', version: 1, happenedAt: now, content: { note } }]);
}

/** A case took the report in. The report does not know which: the case holds the report's id. */
export function decideDecided(state: ReportState, now: Instant): Decision {
  if (state.progress === 'DECIDED') return refuse('already_decided');
  const seen: NewEvent<ReportEvent>[] = state.seenAt === undefined ? [{ type: 'ReportSeen', version: 1, happenedAt: now, content: {} }] : [];
  return done([...seen, { type: 'ReportDecided', version: 1, happenedAt: now, content: { outcome: 'SAK' } }]);
}
