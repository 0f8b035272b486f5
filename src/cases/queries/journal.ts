import type { Context } from '../../kernel/context.ts';
import type { FileId, MunicipalityId } from '../../kernel/ids.ts';
import { openFile } from '../../kernel/journal/file.ts';
import { listHeaders, type EventHeader } from '../../kernel/journal/store.ts';
import type { Instant } from '../../kernel/time.ts';
import { REPORT_FILE } from '../../reports/public.ts';
import { mayTakeWhole } from '../access/archive.ts';
import type { CaseOpenness, Letter } from '../choices/document.ts';
import { askedLine, loadAsker } from '../commands/asked.ts';
import { heldReports } from '../commands/held.ts';
import { opennessOf } from '../documents.ts';
import type { CaseEvent } from '../events.ts';
import { CASE_FILE } from '../file.ts';
import { isToReporter } from '../reporter-letters.ts';
import { isAddressHidden } from '../secrecy.ts';
import { saidSecret } from '../told.ts';
import { listHeldAmong, listOwnedBy } from '../store/read.ts';

/** A case that a journal tells of. `opens`: whoever asks may take all of it out, and so may read to whom something went. */
export type JournalCase = { readonly fileId: FileId; readonly reference: string; readonly reports: readonly FileId[]; readonly opens: boolean };

/** A municipality's cases (null: of those without one), but for those that whoever asks is left out of, and those that only others are named for. Opens nothing. */
export async function casesForJournal(ctx: Context, owner: MunicipalityId | null): Promise<JournalCase[]> {
  const asker = await loadAsker(ctx);
  if (asker === undefined) return [];
  const lines = await listOwnedBy(ctx.tx, ctx.regionId, owner, asker);
  const held = Map.groupBy(await listHeldAmong(ctx.tx, ctx.regionId, lines.map((line) => line.file_id)), ({ file_id: id }) => id);
  return lines.flatMap((line) => {
    const { actor, facts } = askedLine(asker, line);
    if (facts.excluded || (facts.strict && !facts.named)) return [];
    const reports = (held.get(line.file_id) ?? []).map(({ report_id: id }) => id);
    return [{ fileId: line.file_id, reference: line.reference, reports, opens: mayTakeWhole(actor, facts, reports, asker.now).allow }];
  });
}

/** Something of a case that went out or came in; what only its content tells is there where the case was opened. */
export type CaseLetter = EventHeader & { readonly reference: string; readonly letter: Letter | undefined; readonly to: string | undefined; readonly toReporter: boolean; /** the whole case went, with its files */ readonly whole: boolean; readonly openness: CaseOpenness };

const TYPES = ['DocumentSent', 'ExpertAsked', 'ExpertAnswered', 'CaseTransferred', 'TransferReturned'] as const satisfies readonly CaseEvent['type'][];

/** The verdict has opened these cases, and the reports of those that `opens`. */
export async function lettersOf(ctx: Context, cases: readonly JournalCase[], from: Instant, until: Instant): Promise<CaseLetter[]> {
  const headers = Map.groupBy(await listHeaders(ctx.tx, ctx.regionId, cases.map((one) => one.fileId), TYPES, from, until), ({ file_id: id }) => id);
  const letters: CaseLetter[] = [];
  for (const one of cases) {
    const own = headers.get(one.fileId) ?? [];
    const tell = own.length > 0 && one.opens ? await opened(ctx, one) : undefined;
    letters.push(...own.map((header): CaseLetter => ({ ...header, reference: one.reference, letter: undefined, to: undefined, toReporter: false, whole: false, openness: 'TAUSHETSPLIKT', ...tell?.(header) })));
  }
  return letters;
}

/** What an entry tells: which letter, and to whom or from whom. Nobody who reported, and nothing that was written beside an address that is hidden. */
async function opened(ctx: Context, { fileId, reports }: JournalCase): Promise<(header: EventHeader) => Partial<CaseLetter>> {
  const { state, events } = await openFile(ctx, CASE_FILE, fileId);
  const hidden = isAddressHidden(state, saidSecret(await heldReports(ctx, reports)));
  return ({ seq }) => {
    const event = events[seq - 1];
    if (event?.type === 'DocumentSent') {
      const document = state.documents.find(({ documentId }) => documentId === event.content.documentId);
      const version = document?.versions.find((one) => one.version === event.content.version);
      const toReporter = document !== undefined && isToReporter(document);
      return { letter: document?.letter, toReporter, to: toReporter || hidden ? undefined : event.content.to, ...(version === undefined ? {} : { openness: opennessOf(version) }) };
    }
    if (event?.type === 'CaseTransferred') return { whole: event.content.to !== undefined, to: hidden ? undefined : event.content.to?.name ?? event.content.receiver };
    // whom somebody asked there says where the person lives, as well as a letter does
    if (event === undefined || hidden) return {};
    if (event.type === 'TransferReturned') return { to: event.content.receivedBy };
    if (event.type === 'ExpertAnswered') return { to: event.content.expertName };
    return event.type === 'ExpertAsked' ? { to: state.disclosures.find(({ disclosureId }) => disclosureId === event.content.askId)?.organ } : {};
  };
}

/** Which region a report came from that another of this system sent, where the case that has it was opened; not where its address is hidden. */
export async function sendersOf(ctx: Context, cases: readonly JournalCase[], came: readonly FileId[]): Promise<ReadonlyMap<FileId, string>> {
  const senders = new Map<FileId, string>();
  for (const { fileId, reports, opens } of cases) {
    const own = opens ? reports.filter((report) => came.includes(report)) : [];
    if (own.length === 0) continue;
    const { state } = await openFile(ctx, CASE_FILE, fileId);
    if (isAddressHidden(state, saidSecret(await heldReports(ctx, reports)))) continue;
    for (const report of own) {
      const name = (await openFile(ctx, REPORT_FILE, report)).state.contents[0]?.report.sentFrom?.name;
      if (name !== undefined) senders.set(report, name);
    }
  }
  return senders;
}
