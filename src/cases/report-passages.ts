import type { FileId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { ReportContent, ReportEvent, ReportState } from '../reports/public.ts';
import { pieceOf, startPieces, type Passage, type PassageKind, type Said } from './passages.ts';
import { startFromReports } from './start.ts';

/** A report as it is opened, with its own journal. */
export type OpenReport = { readonly fileId: FileId; readonly state: ReportState; readonly events: readonly ReportEvent[] };

const NO_FACTS = { municipality: () => undefined, dangerReported: '', worseReported: '' };
const CALLED: Readonly<Record<string, string>> = { 112: 'N112', 113: 'N113', '02800': 'N02800', nei: 'NEI' };

/**
 * Every piece of a report's own journal that tells something, in the order it was written: what was told and added, what was written back and forth, each file,
 * and what we wrote. @param stands pieces of the case that took it in: what they say in the same words is not a piece once more
 */
export function reportPassages(report: OpenReport, stands: readonly Passage[] = []): Passage[] {
  const said = saidAlready(stands);
  const self = isBySelf(report.state);
  const [first, prefix] = [{ done: false }, report.fileId.slice(0, 8)];
  return report.events
    .flatMap((event, at) => piecesOf(event, { id: `${prefix}-${at + 1}`, self, report, first }))
    .map((one) => ({ ...one, said: one.said.filter((each) => !said(each)) }))
    .filter((one) => one.said.length > 0 || one.file !== undefined);
}

/** Whoever reported is the person: nothing of it is somebody else's. */
function isBySelf({ contents }: ReportState): boolean {
  return contents.length > 0 && contents.every(({ report }) => report.mode === 'D' || report.reporter.code === 'UTSATT_SELV');
}

/** What stands in the case already, answer for answer; of a long text it is enough that the case holds it. */
function saidAlready(stands: readonly Passage[]): (one: Said) => boolean {
  const known = new Map<string, string[]>();
  for (const { name, values } of stands.flatMap((one) => one.said)) known.set(name, [...known.get(name) ?? [], ...values]);
  return ({ name, values }) => values.every((value) => known.get(name)?.some((other) => other === value || (name === 'whatHappened' && other.split('\n\n').join('\n').includes(value.split('\n\n').join('\n')))) === true);
}

type Place = { readonly id: string; /** whoever reported is the person */ readonly self: boolean; readonly report: OpenReport; /** whether what staff asked on the phone has been told */ readonly first: { done: boolean } };

function piecesOf(event: ReportEvent, place: Place): Passage[] {
  const { id, self } = place;
  const { happenedAt: at } = event;
  switch (event.type) {
    case 'ReportArrived': case 'ReportAdded': return contentPieces(event, place);
    case 'ReportMadeUrgent': {
      const { called, averting, ...rest } = event.content;
      return [pieceOf({ id, at, type: event.type, kind: 'WORK' }, { ...rest, called: CALLED[called], avertingDuty: averting })];
    }
    case 'ReportHandedOver': return [pieceOf({ id, at, type: event.type, kind: 'WORK' }, event.content)];
    case 'ReporterWrote': return [pieceOf({ id, at: event.content.receivedAt, type: event.type, kind: self ? 'TOLD' : 'THEIRS' }, { feels: event.content.message.feels, text: event.content.message.text })];
    case 'ReporterAsked': return [pieceOf({ id, at, type: event.type, kind: self ? 'WORK' : 'OURS' }, { text: event.content.text, decision: event.content.decision })];
    case 'AttachmentArrived': return filePiece(event.content.attachment.object, event.content.receivedAt, place);
    case 'ReportSentOn': {
      const { to, basis, grounds, text, phonedWho, phonedWhen } = event.content;
      return [pieceOf({ id, at, type: event.type, kind: 'WORK' }, { receiver: to.name, spokeWith: to.kind === 'OUTSIDE' ? to.spokeWith : undefined, basis, grounds, text, phonedWho, phonedWhen })];
    }
    case 'SendingConfirmed': return [pieceOf({ id, at, type: event.type, kind: 'WORK' }, { receivedBy: event.content.by, when: event.content.when })];
    case 'CaseSentBack': {
      const { grounds, phonedWho, phonedWhen } = event.content;
      return [pieceOf({ id, at, type: event.type, kind: 'WORK' }, { grounds, phonedWho, phonedWhen })];
    }
    // What was sent of a case, and why it came back, is told by the case itself.
    case 'CaseSentOn': case 'FilesSentAlong': case 'CaseSendingProtected': case 'CaseCarried': case 'CaseAnswered': case 'SentBackFetched':
    // A consultation names nobody, and what it is called says nothing of the person (domain reference §9.3).
    case 'ReportAfterConsultation':
    // Who read, answered for and was left out is told by «Hvem har sett på saken?»; into which reports it was divided is told of each of those.
    case 'ReportSeen': case 'ReportHandOverRead': case 'ReportDecided': case 'ReportMovedOut': case 'ReportImpartialityDeclared': case 'ReportColleagueLeftOut': case 'ReportSplit': case 'ReportPassedOn': case 'SendingCarried':
    case 'AttachmentFollowed': case 'AttachmentChecked': case 'AttachmentsAwaited': case 'WindowClosed': return [];
  }
}

function contentPieces({ type, content: { report: told, receivedAt: at } }: Extract<ReportEvent, { type: 'ReportArrived' | 'ReportAdded' }>, { id, report, first }: Place): Passage[] {
  const one: ReportState = { ...report.state, contents: [{ at, report: told }] };
  const start = startFromReports([one], NO_FACTS);
  if (start === undefined) return [];
  const call = first.done ? undefined : report.state.typedIn?.call;
  first.done = true;
  // What a report that is of several people says is somebody else's until it has been divided between them.
  const kind: PassageKind = isOfSeveral(told) ? 'OTHERS' : 'TOLD';
  return [
    ...startPieces({ type, happenedAt: at }, start, id).map((each) => (each.kind === 'TOLD' ? { ...each, kind, said: [...each.said, ...extra(told)] } : each)),
    pieceOf({ id: `${id}t`, at, type, kind }, { where: call?.where, ifCut: call?.ifCut }),
    pieceOf({ id: `${id}a`, at, type, kind: 'OTHERS' }, { howMany: told.others?.howMany, othersAbout: told.others?.about }),
  ];
}

function isOfSeveral({ others }: ReportContent): boolean {
  return others?.answer === 'ja';
}

/** What a case has no place for. */
function extra({ danger, adult }: ReportContent): Said[] {
  return [...(danger === 'ja' ? [{ name: 'dangerNow', field: undefined, values: ['JA'] }] : []), ...(adult === 'ja' ? [] : [{ name: 'adult', field: undefined, values: [adult === 'nei' ? 'NEI' : 'VET_IKKE'] }])];
}

/** A file by its number and kind: what it is called may tell who sent it. */
function filePiece(object: string, at: Instant, { id, self, report: { fileId, state } }: Place): Passage[] {
  const found = state.dialogue.attachments.findIndex((one) => one.object === object);
  const one = state.dialogue.attachments[found];
  if (one === undefined) return [];
  return [{ id, at, type: 'AttachmentArrived', kind: self ? 'TOLD' : 'FILE', said: [], file: { report: fileId, no: found + 1, kind: one.type, closed: one.check === undefined || one.check === 'INFECTED' || one.check === 'UNSAFE' } }];
}
