import type { FileId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { ReportState } from '../../reports/public.ts';
import { caseTypeOf, type CaseState } from '../case.ts';
import type { CaseOpenness, Letter } from '../choices/document.ts';
import { opennessOf, type CaseDocument } from '../documents.ts';
import type { CaseEvent } from '../events.ts';
import { answersOf, WITHHELD, type WholeFile } from './whole-file.ts';

/** All of a case is exempt by the duty of secrecy (offentleglova § 13). */
export const WHOLE_OPENNESS: CaseOpenness = 'TAUSHETSPLIKT';

type Told = Pick<ReportState, 'reference' | 'contents' | 'dialogue' | 'typedIn'>;

export type Making = {
  readonly fileId: FileId;
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
  readonly reports: readonly Told[];
  /** of the staff, by id */
  readonly names: Readonly<Record<string, string>>;
  readonly municipalities: Readonly<Record<string, string>>;
  readonly region: string;
  /** what nobody takes out; that a shelter is not told of is told by its codes alone (SKJERMET), as on the page */
  readonly covered: readonly 'address'[];
  readonly by: string;
  readonly now: Instant;
};

/** A case as one file, with every entry of its journal. */
export function makeWhole({ fileId, state, events, reports, names, municipalities, region, covered, by, now }: Making): WholeFile {
  const who = (id: string) => ({ id, name: names[id] ?? '' });
  const { reference, status, owner, lead, opened, closedAt, start, documents } = state;
  return {
    format: 'voksenvern-sak', formatVersion: 1, madeAt: now, madeBy: who(by), region, openness: WHOLE_OPENNESS, withheld: [...WITHHELD, ...covered],
    case: {
      id: fileId, reference, status, caseType: caseTypeOf(state) ?? null, owner: (owner === undefined ? undefined : municipalities[owner]) ?? null, lead: (lead === undefined ? undefined : names[lead]) ?? null,
      openedAt: opened.at, closedAt: closedAt ?? null,
    },
    person: answersOf(start.person),
    reports: reports.map(toldIn),
    documents: documents.map((one) => ({
      no: one.no, letter: one.letter, delivery: one.delivery, draft: one.draft === undefined ? null : unaddressed(one, one.draft.text),
      versions: one.versions.map((final) => ({ version: final.version, text: unaddressed(one, final.text), sha256: final.sha256, openness: opennessOf(final), at: final.at, by: who(final.by) })),
      sent: one.sent.map(({ version, how, to, at, by: writer }) => ({ version, how, to: one.letter === TO_REPORTER ? '' : to, at, by: who(writer) })),
    })),
    journal: events.map((event, index) => lineOf(event, index, names, entryOf(event, documents))),
  };
}

/** One entry as the file has it. @param content its answers, before what is withheld is taken out */
export function lineOf({ type, version, happenedAt, writtenAt, actor }: Pick<CaseEvent, 'version' | 'happenedAt' | 'writtenAt' | 'actor'> & { readonly type: string }, index: number, names: Making['names'], content: object): WholeFile['journal'][number] {
  return { no: index + 1, type, version, happenedAt, writtenAt, by: { id: actor, name: names[actor] ?? '' }, content: answersOf(content) };
}

/** A report with all that was added to it and written about it, without who reported. */
export function toldIn(report: Told): WholeFile['reports'][number] {
  return {
    reference: report.reference,
    parts: report.contents.map((part, index) => ({ at: part.at, content: { ...answersOf(part.report), ...(index === 0 ? answersOf(localIn(report)) : {}) } })),
    messages: [
      ...report.dialogue.theirs.map((one) => ({ at: one.at, from: 'reporter' as const, text: one.text ?? '' })),
      ...report.dialogue.ours.map((one) => ({ at: one.at, from: 'us' as const, text: one.text })),
    ].toSorted((one, other) => (one.at < other.at ? -1 : 1)),
    attachments: report.dialogue.attachments.map(({ type, bytes, at }, index) => ({ no: index + 1, type, bytes, at })),
  };
}

/** Where the reporter works is withheld, in the region's own words too. */
function localIn({ typedIn }: Pick<ReportState, 'typedIn'>) {
  const local = typedIn?.local?.filter(({ list }) => list !== 'MELDER') ?? [];
  return local.length === 0 ? {} : { local };
}

/** Whom such a letter is to is who reported. */
const TO_REPORTER: Letter = 'TILBAKEMELDING';

/** A letter to the reporter without the name that it was addressed to; any other as it is. */
function unaddressed({ letter, to }: Pick<CaseDocument, 'letter' | 'to'>, text: string): string {
  return letter !== TO_REPORTER || to === undefined || to.trim() === '' ? text : text.replaceAll(to.trim(), '…');
}

function entryOf(event: CaseEvent, documents: readonly CaseDocument[]): object {
  if (event.type === 'DocumentDrafted' && event.content.letter === TO_REPORTER) return { ...event.content, to: undefined, text: unaddressed(event.content, event.content.text) };
  const one = event.type === 'DocumentSent' ? documents.find(({ documentId }) => documentId === event.content.documentId) : undefined;
  return one?.letter === TO_REPORTER ? { ...event.content, to: undefined } : event.content;
}
