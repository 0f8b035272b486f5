import { FILE_KINDS } from '../../kernel/files/kinds.ts';
import type { FileId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { ReportState } from '../../reports/public.ts';
import { caseTypeOf, type CaseState } from '../case.ts';
import type { CaseOpenness, Letter } from '../choices/document.ts';
import { opennessOf, type CaseDocument } from '../documents.ts';
import type { CaseEvent } from '../events.ts';
import { answersOf, WITHHELD, type Edition, type WholeFile } from './whole-file.ts';

/** All of a case is exempt by the duty of secrecy (offentleglova § 13). */
export const WHOLE_OPENNESS: CaseOpenness = 'TAUSHETSPLIKT';

type Told = Pick<ReportState, 'reference' | 'contents' | 'dialogue' | 'typedIn' | 'consultations'>;

/** Whether a file that came with a report may be opened. */
export type Opens = (one: Pick<ReportState['dialogue']['attachments'][number], 'check'>) => boolean;

/** What every such file is made with, whatever it is of. */
export type Frame = {
  /** of the staff, by id */
  readonly names: Readonly<Record<string, string>>;
  readonly region: string;
  /** what nobody takes out; that a shelter is not told of is told by its codes alone (SKJERMET), as on the page */
  readonly covered: readonly 'address'[];
  readonly edition: Edition;
  readonly opens: Opens;
  readonly by: string;
  readonly now: Instant;
};

export type Making = Frame & {
  readonly fileId: FileId;
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
  readonly reports: readonly Told[];
  readonly municipalities: Readonly<Record<string, string>>;
};

/** Names of the files that go beside it, in the order in which they are asked for; none but in the archive's edition. */
export type Naming = (ending: string) => string | null;

export function naming(edition: Edition): Naming {
  let no = 0;
  return (ending) => {
    if (edition === 'other') return null;
    no += 1;
    return `fil-${no}.${ending}`;
  };
}

/** A file that goes beside it: of which report which attachment, or of which document which version. */
export type Beside = { readonly name: string } & ({ readonly reference: string; readonly no: number } | { readonly document: number; readonly version: number });

/** All of them, by the numbers in their names. */
export function besideOf({ reports, documents = [] }: Pick<WholeFile, 'reports'> & Partial<Pick<WholeFile, 'documents'>>): readonly Beside[] {
  return [
    ...reports.flatMap(({ reference, attachments }) => attachments.flatMap(({ no, file }): Beside[] => (file === null ? [] : [{ name: file, reference, no }]))),
    ...documents.flatMap(({ no, versions }) => versions.flatMap(({ version, file }): Beside[] => (file === null ? [] : [{ name: file, document: no, version }]))),
  ];
}

/** What each of them begins with, after what kind of file it is. */
export function headOf({ names, region, covered, edition, by, now }: Frame) {
  return { formatVersion: 1 as const, madeAt: now, madeBy: { id: by, name: names[by] ?? '' }, region, openness: WHOLE_OPENNESS, withheld: [...WITHHELD[edition], ...covered] };
}

/** A case as one file, with every entry of its journal. */
export function makeWhole({ fileId, state, events, reports, municipalities, ...frame }: Making): WholeFile {
  const { names, edition } = frame;
  const name = naming(edition);
  const who = (id: string) => ({ id, name: names[id] ?? '' });
  const { reference, status, owner, lead, opened, closedAt, start, documents } = state;
  return {
    format: 'voksenvern-sak', ...headOf(frame),
    case: {
      id: fileId, reference, status, caseType: caseTypeOf(state) ?? null, owner: (owner === undefined ? undefined : municipalities[owner]) ?? null, lead: (lead === undefined ? undefined : names[lead]) ?? null,
      openedAt: opened.at, closedAt: closedAt ?? null,
    },
    person: answersOf(start.person, edition),
    reports: reports.map((one) => toldIn(one, frame, name)),
    documents: documents.map((one) => ({
      no: one.no, letter: one.letter, delivery: one.delivery, draft: one.draft === undefined ? null : unaddressed(one, one.draft.text, edition),
      versions: one.versions.map((final) => ({ version: final.version, text: unaddressed(one, final.text, edition), sha256: final.sha256, file: name('pdf'), openness: opennessOf(final), at: final.at, by: who(final.by) })),
      sent: one.sent.map(({ version, how, to, at, by: writer }) => ({ version, how, to: isCovered(one, edition) ? '' : to, at, by: who(writer) })),
    })),
    journal: events.map((event, index) => lineOf(event, index, names, entryOf(event, documents, edition), edition)),
  };
}

/** One entry as the file has it. @param content its answers, before what is withheld is taken out */
export function lineOf({ type, version, happenedAt, writtenAt, actor }: Pick<CaseEvent, 'version' | 'happenedAt' | 'writtenAt' | 'actor'> & { readonly type: string }, index: number, names: Making['names'], content: object, edition: Edition): WholeFile['journal'][number] {
  return { no: index + 1, type, version, happenedAt, writtenAt, by: { id: actor, name: names[actor] ?? '' }, content: answersOf(content, edition) };
}

/** A report with all that was added to it and written about it; who reported, and names of files, in the archive's edition alone. */
export function toldIn(report: Told, { edition, opens }: Frame, name: Naming): WholeFile['reports'][number] {
  return {
    reference: report.reference, consultations: report.consultations.map(({ reference }) => reference),
    parts: report.contents.map((part, index) => ({ at: part.at, content: { ...answersOf(part.report, edition), ...(index === 0 ? answersOf(localIn(report, edition), edition) : {}) } })),
    messages: [
      ...report.dialogue.theirs.map((one) => ({ at: one.at, from: 'reporter' as const, text: one.text ?? '' })),
      ...report.dialogue.ours.map((one) => ({ at: one.at, from: 'us' as const, text: one.text })),
    ].toSorted((one, other) => (one.at < other.at ? -1 : 1)),
    attachments: report.dialogue.attachments.map((one, index) => attachmentOf(one, index + 1, opens(one) ? name(FILE_KINDS[one.type].ending) : null)),
  };
}

/** What goes along is the cleaned copy; what was sent, where there is none: the sum is of the one that goes. */
function attachmentOf({ type, bytes, at, sha256, cleaned, cleanedSha256 }: Told['dialogue']['attachments'][number], no: number, file: string | null): WholeFile['reports'][number]['attachments'][number] {
  return { no, type, bytes, at, file, sha256: file === null ? null : (cleaned === undefined ? sha256 : cleanedSha256) ?? null };
}

/** Where the reporter works is withheld with who it was, in the region's own words too. */
function localIn({ typedIn }: Pick<ReportState, 'typedIn'>, edition: Edition) {
  const local = typedIn?.local?.filter(({ list }) => edition === 'archive' || list !== 'MELDER') ?? [];
  return local.length === 0 ? {} : { local };
}

/** Whom such a letter is to is who reported. */
const TO_REPORTER: Letter = 'TILBAKEMELDING';

function isCovered({ letter }: Pick<CaseDocument, 'letter'>, edition: Edition): boolean {
  return letter === TO_REPORTER && edition === 'other';
}

/** A letter to the reporter without the name that it was addressed to; any other, and all for the archive, as it is. */
function unaddressed({ letter, to }: Pick<CaseDocument, 'letter' | 'to'>, text: string, edition: Edition): string {
  return !isCovered({ letter }, edition) || to === undefined || to.trim() === '' ? text : text.replaceAll(to.trim(), '…');
}

function entryOf(event: CaseEvent, documents: readonly CaseDocument[], edition: Edition): object {
  if (event.type === 'DocumentDrafted' && isCovered(event.content, edition)) return { ...event.content, to: undefined, text: unaddressed(event.content, event.content.text, edition) };
  const one = event.type === 'DocumentSent' ? documents.find(({ documentId }) => documentId === event.content.documentId) : undefined;
  return one !== undefined && isCovered(one, edition) ? { ...event.content, to: undefined } : event.content;
}
