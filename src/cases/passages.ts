import type { FileKind } from '../kernel/files/kinds.ts';
import { isUuid, type FileId, type UserId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { isLocalChoice, type LocalChoice } from '../regions/codes.ts';
import type { ConsultationEvent } from '../consultations/public.ts';
import type { ReportEvent } from '../reports/public.ts';
import { fieldAsked, typeInside } from './asked-as.ts';
import type { CaseState } from './case.ts';
import { isPolice, type Measure } from './codes.ts';
import type { AdditionContent } from './duties.ts';
import type { CaseEvent, CaseEventType, CaseStart, EventOf } from './events.ts';
import type { FieldName } from './fields.ts';
import { hasReporter, seesReporter } from './secrecy.ts';
import type { DisclosureContent, RelatedContent } from './sharing.ts';

/**
 * TOLD: what was reported · REPORTER: who reported it · SUSPECT: about a suspected abuser · POLICE: from or about the police · WORK: what we wrote ourselves ·
 * OTHERS: may be about somebody else · THEIRS, OURS: written by and to whoever reported, later than the report · FILE: one that they sent
 */
export type PassageKind = 'TOLD' | 'REPORTER' | 'SUSPECT' | 'POLICE' | 'WORK' | 'OTHERS' | 'THEIRS' | 'OURS' | 'FILE';
/** Entries that tell something, of a report's own journal and of a consultation's. */
export const OTHER_TYPES = ['ReportArrived', 'ReportAdded', 'ReportMadeUrgent', 'ReportHandedOver', 'ReporterWrote', 'ReporterAsked', 'AttachmentArrived', 'ReportSentOn', 'SendingConfirmed', 'CaseSentBack', 'ConsultationAsked', 'ConsultationRegistered', 'ConsultationAnswered'] as const satisfies readonly (ReportEvent | ConsultationEvent)['type'][];
export type PassageType = CaseEventType | (typeof OTHER_TYPES)[number];
/** A file that lies in a report. `no`: its place there, from 1. `closed`: nobody may open it (yet). */
export type PassageFile = { readonly report: FileId; readonly no: number; readonly kind: FileKind; readonly closed: boolean };

/** A piece of a case that is given or withheld by itself when somebody asks to see it. `name`: what the answer is called where it is kept. */
export type Said = { readonly name: string; readonly field: FieldName | undefined; readonly values: readonly string[]; /** the region's own words for what was chosen */ readonly local?: readonly LocalChoice[] };
export type Passage = { /** the entry's number, with a letter for a part of it */ readonly id: string; /** who reported, and whoever looks has not said why: `said` is empty */ readonly covered?: true; readonly at: Instant; readonly type: PassageType; readonly kind: PassageKind; readonly said: readonly Said[]; readonly file?: PassageFile };

/** Who has what access, who read what and who is impartial is told by «Hvem har sett på saken?». */
const NOT_ABOUT_THE_PERSON: readonly CaseEventType[] = ['ImpartialityDeclared', 'ColleagueLeftOut', 'AccessGranted', 'AccessEnded', 'AccessLapsed', 'LeadDeputised', 'KeeperNamed', 'DeputyEnded', 'HandoverRead', 'JoinedReportRead'];

/** Stored beside what was said: ids, numbers of proposals, and what says how the report was read. */
const NOT_SAID = /(Id|^id)$|^(proposals?|byCoordinator|byTeam|provisional|alone|mode|lang|variety|channel|owner|receivedAt|report|reports|leftOut|reference|raisedBy|alsoRaisedBy|reviewedAt|lead|userId|protectedAddressHint|wantsFeedback|code|codeWord|corrects|otherThan|giver|keepers|by|at|known|order|writtenAt|updatedAt|voids)$/;

/**
 * Every piece of a case's journal that tells something, in the order it was written. Nothing that was written is left out because nobody
 * thought of it: an answer without a question of its own stands there all the same.
 */
export function passagesOf(events: readonly CaseEvent[]): Passage[] {
  const apart: Apart = { answers: toReporters(events), police: withPolice(events) };
  return events.flatMap((event, at) => (NOT_ABOUT_THE_PERSON.includes(event.type) ? [] : pieces(event, String(at + 1), apart))).filter(({ said }) => said.length > 0);
}

/** As whoever looks may see them: who reported only once they have said why, as on the page of the case (decision 0032). */
export function coveredFor(passages: readonly Passage[], state: CaseState, userId: UserId, now: Instant): Passage[] {
  const covered = hasReporter(state) && !seesReporter(state, userId, now);
  return passages.map((one) => (covered && one.kind === 'REPORTER' ? { ...one, said: [], covered } : one));
}

/** Ids of letters to whoever reported, and of measures and disclosures that the police are part of. */
type Apart = { readonly answers: ReadonlySet<string>; readonly police: ReadonlySet<string> };

function pieces(event: CaseEvent, id: string, apart: Apart): Passage[] {
  if (event.type === 'CaseOpened' || event.type === 'ReportJoined') return startPieces(event, event.content.start, id);
  if (event.type === 'CaseTakenIn') return takenInPieces(event, id);
  if (event.type === 'PersonRecorded') return personPieces(event, id);
  if (event.type === 'AdditionTold') return addedPieces(event, event.content, id);
  return [onePiece(event, event.content, id, kindOf(event, apart))];
}

/** @param as whose answers they are, where that is another entry's than the one they stand in */
function onePiece({ happenedAt: at, type }: CaseEvent, content: object, id: string, kind: PassageKind, as: CaseEventType = type): Passage {
  return { id, at, type, kind, said: saidIn(content, as) };
}

/** One piece of what is said under these names; empty where nothing is. */
export function pieceOf(piece: Omit<Passage, 'said'>, content: object): Passage {
  return { ...piece, said: saidIn(content, piece.type) };
}

export function startPieces({ happenedAt: at, type }: { readonly happenedAt: Instant; readonly type: PassageType }, start: CaseStart, id: string): Passage[] {
  const { reporter, helper, suspectName, ...told } = start;
  return [
    { id, at, type, kind: 'TOLD', said: saidIn(told, type) },
    { id: `${id}m`, at, type, kind: 'REPORTER', said: saidIn({ ...reporter, helper }, type) },
    { id: `${id}s`, at, type, kind: 'SUSPECT', said: saidIn({ suspectName }, type) },
  ];
}

/** Who is suspected apart, as in the report that is put right. */
function personPieces(event: EventOf<'PersonRecorded'>, id: string): Passage[] {
  const { suspectName, worksWhere, ...rest } = event.content;
  return [onePiece(event, rest, id, 'WORK'), onePiece(event, { suspectName, worksWhere }, `${id}s`, 'SUSPECT')];
}

/** The same of what was added to a report. */
function addedPieces(event: CaseEvent, { suspectName, ...rest }: AdditionContent, id: string): Passage[] {
  return [onePiece(event, rest, id, 'TOLD'), onePiece(event, { suspectName }, `${id}s`, 'SUSPECT')];
}

/** What came along from a case that became part of this one: each report, suspect and word from the police apart, as in the journal it came from. */
function takenInPieces(event: EventOf<'CaseTakenIn'>, id: string): Passage[] {
  const { carried: { start, joined, related, disclosures, measures, additions = [], unanswered: _counted, reached: _when, policeCalled: _once, police, ...rest }, ...own } = event.content;
  return [
    onePiece(event, { ...own, ...rest }, id, 'WORK'),
    ...[start, ...joined.map((one) => one.start)].flatMap((one, n) => startPieces(event, one, `${id}-${n + 1}`)),
    ...additions.flatMap((one, n) => addedPieces(event, one, `${id}t${n + 1}`)),
    ...related.map((one, n) => onePiece(event, one, `${id}p${n + 1}`, isSuspect(one) ? 'SUSPECT' : 'WORK', 'PersonRelated')),
    ...(police === undefined ? [] : [onePiece(event, police, `${id}o`, 'POLICE')]),
    ...disclosures.map((one, n) => onePiece(event, one, `${id}d${n + 1}`, isOfPolice(one) ? 'POLICE' : 'WORK', 'Disclosed')),
    ...measures.map((one, n) => onePiece(event, one, `${id}k${n + 1}`, POLICE_MEASURES.includes(one.measure) ? 'POLICE' : 'WORK', 'MeasureDecided')),
  ];
}

/** Letters to whoever reported: whom they are to is who reported. */
function toReporters(events: readonly CaseEvent[]): ReadonlySet<string> {
  return new Set(events.flatMap((event) => (event.type === 'DocumentDrafted' && event.content.letter === 'TILBAKEMELDING' ? [event.content.documentId] : [])));
}

function isSuspect({ parts }: Pick<RelatedContent, 'parts'>): boolean {
  return parts.includes('MISTENKT');
}

const POLICE_MEASURES: readonly Measure[] = ['POLITIVARSEL', 'ANMELDELSE', 'POLITIRAD'];

/** What the police gave or were given, and what nobody has verified (politiregisterloven § 27; popplyl § 16 b). */
function isOfPolice({ direction, organ, unverified }: Pick<DisclosureContent, 'direction' | 'organ' | 'unverified'>): boolean {
  return isPolice(organ) || (direction === 'INN' && unverified === 'JA');
}

/** What is written of one of them later is of the police, too. */
function withPolice(events: readonly CaseEvent[]): ReadonlySet<string> {
  return new Set(events.flatMap((event) => {
    if (event.type === 'Disclosed') return isOfPolice(event.content) ? [event.content.disclosureId] : [];
    if (event.type === 'MeasureDecided') return POLICE_MEASURES.includes(event.content.measure) ? [event.content.measureId] : [];
    if (event.type !== 'CaseTakenIn') return [];
    const { disclosures, measures } = event.content.carried;
    return [...disclosures.filter(isOfPolice).map((one) => one.disclosureId), ...measures.filter((one) => POLICE_MEASURES.includes(one.measure)).map((one) => one.measureId)];
  }));
}

function kindOf(event: CaseEvent, { answers, police }: Apart): PassageKind {
  if (event.type === 'ReporterSeen') return 'REPORTER';
  if ((event.type === 'DocumentDrafted' || event.type === 'DocumentSent') && answers.has(event.content.documentId)) return 'REPORTER';
  if (event.type === 'PoliceAwaited' || event.type === 'PoliceChecked') return 'POLICE';
  if ((event.type === 'Disclosed' || event.type === 'DisclosureReviewed' || event.type === 'ReceiverTold') && police.has(event.content.disclosureId)) return 'POLICE';
  if ((event.type === 'MeasureDecided' || event.type === 'MeasureUpdated') && police.has(event.content.measureId)) return 'POLICE';
  if ((event.type === 'PersonRelated' || event.type === 'RelatedChanged') && isSuspect(event.content)) return 'SUSPECT';
  return 'WORK';
}

function saidIn(content: object, type: string): Said[] {
  return Object.entries(content).flatMap(([name, value]: [string, unknown]): Said[] => {
    if (NOT_SAID.test(name)) return [];
    if (name === 'local') return localIn(value);
    const inside = typeInside(type, name);
    if (Array.isArray(value)) {
      const parts: readonly unknown[] = value;
      if (parts.some((part) => typeof part === 'object' && part !== null)) return parts.flatMap((part) => (typeof part === 'object' && part !== null ? saidIn(part, inside) : []));
    } else if (typeof value === 'object' && value !== null) return saidIn(value, inside);
    const values = (Array.isArray(value) ? value.map(String) : typeof value === 'string' || typeof value === 'number' ? [String(value)] : []).filter((text) => text.trim() !== '' && !isUuid(text));
    return values.length === 0 ? [] : [{ name, field: fieldAsked(type, name), values }];
  });
}

function localIn(value: unknown): Said[] {
  const local = (Array.isArray(value) ? value : []).filter(isLocalChoice);
  return local.length === 0 ? [] : [{ name: 'local', field: undefined, values: local.map(({ nb }) => nb), local }];
}
