import { z } from 'zod';
import { CONSULTATION_FILE } from '../../consultations/public.ts';
import { openAttachment, REPORT_FILE, type OpenedFile } from '../../reports/public.ts';
import { isFresh } from '../../staff/public.ts';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { FileId } from '../../kernel/ids.ts';
import { openFile } from '../../kernel/journal/file.ts';
import { done, refuse, type Outcome } from '../../kernel/outcome.ts';
import { plainLine } from '../../kernel/plain-text.ts';
import { open } from '../../kernel/sealing/sealed.ts';
import { addMs, type Instant } from '../../kernel/time.ts';
import { mayReadCase } from '../access.ts';
import { editionOf, mayAskForUncased, mayAskForWhole, mayFindForArchive, mayTakeBeside } from '../access/archive.ts';
import { askedWhole, mayTake, mayTakeAll, type FoundWhole } from '../commands/asked-uncased.ts';
import { WHOLE_FOR_MS, wholePlace } from '../commands/whole.ts';
import { CASE_FILE } from '../file.ts';
import { fileByReference } from './judged.ts';
import type { ArchivedKind, UncasedLine } from '../uncased.ts';
import { findWholeFile, listWhole } from '../store/whole.ts';
import { besideOf } from '../whole/made.ts';
import { uncasedFile } from '../whole/uncased-file.ts';
import { wholeFile, type Edition } from '../whole/whole-file.ts';
import { openDocument, type CaseFileOut } from './documents.ts';

export type WholePage = {
  readonly fileId: FileId; readonly kind: ArchivedKind; readonly reference: string;
  /** the question about impartiality comes first */
  readonly mustDeclare: boolean;
  /** signed in a moment ago */
  readonly fresh: boolean;
  /** keeps the archive: finds others by their reference */
  readonly archives: boolean;
  /** may go on to the case itself */
  readonly readsCase: boolean;
  /** `beside`: how many files go beside it in the archive's edition */
  readonly files: readonly { readonly wholeId: string; readonly madeAt: Instant; readonly until: Instant; readonly beside: number | undefined }[];
  /** what is made now has who reported in it, and files beside it */
  readonly edition: Edition;
  /** id for the file that is made on this page */
  readonly newId: string;
};

/** Where a whole case is made into a file, and one's own files are found again. Opens nothing of the case. */
export const wholePage = query({
  name: 'cases.whole_page',
  schema: z.strictObject({ caseId: idField<'file'>() }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx: Context, input): Promise<FoundWhole | undefined> => askedWhole(ctx, input.caseId),
  access: (actor, found) => ('uncased' in found ? mayAskForUncased(actor, found.uncased) : mayAskForWhole(found.actor, found.facts, found.asker.now)),
  run: async (ctx, _input, found) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const fileId = fileOf(found);
    const takes = mayTake(ctx.actor, found);
    const rows = await listWhole(ctx.tx, ctx.regionId, fileId, ctx.actor.userId, addMs(ctx.now, -WHOLE_FOR_MS), ctx.now);
    return done<WholePage>({
      ...('uncased' in found ? { kind: found.uncased.kind, reference: found.uncased.reference, readsCase: false } : { kind: 'case', reference: found.line.reference, readsCase: mayReadCase(found.actor, found.facts, found.asker.now).allow }),
      fileId, archives: ctx.actor.roles.includes('ARKIVAR'), mustDeclare: !takes.allow, edition: editionOf(takes), fresh: isFresh(ctx.actor, ctx.now), files: rows.map((row) => ({ wholeId: row.whole_id, madeAt: row.made_at, until: later(addMs(row.made_at, WHOLE_FOR_MS), row.kept_until), beside: row.files ?? undefined })), newId: ctx.chance.uuid(),
    });
  },
});

/** One's own file of a whole case, while it lies; access is judged anew. Refusals: sign_in_again; gone. */
export const wholeFileOut = query({
  name: 'cases.whole_file',
  schema: z.strictObject({ caseId: idField<'file'>(), wholeId: idField(), as: z.enum(['pdf', 'json']) }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx: Context, input): Promise<FoundWhole | undefined> => askedWhole(ctx, input.caseId),
  access: (actor, found) => mayTake(actor, found),
  run: async (ctx, { wholeId, as }, found) => {
    if (ctx.actor.kind !== 'person' || !isFresh(ctx.actor, ctx.now)) return refuse('sign_in_again');
    const fileId = fileOf(found);
    const mine = (await listWhole(ctx.tx, ctx.regionId, fileId, ctx.actor.userId, addMs(ctx.now, -WHOLE_FOR_MS), ctx.now)).some((row) => row.whole_id === wholeId);
    const row = await findWholeFile(ctx.tx, ctx.regionId, fileId, wholeId);
    if (!mine || row === undefined) return refuse('gone');
    const key = 'uncased' in found ? await uncasedKey(ctx, found.uncased) : (await openFile(ctx, CASE_FILE, fileId)).key;
    const field = as === 'pdf' ? 'sealed_pdf' : 'sealed_json';
    return done<CaseFileOut>({ name: `${'uncased' in found ? 'mappe' : 'sak'}.${as}`, type: as === 'pdf' ? 'application/pdf' : 'application/json', bytes: open(key.seal, row[field], wholePlace(ctx, row, field)) });
  },
});

/**
 * One of the files that the archive's edition names: an attachment, the cleaned copy where there is one, or a finalised document. Access is judged anew, and only while it is closed
 * or over. Refusals: sign_in_again; gone, also of a number that it does not name; those of openAttachment and of openDocument.
 */
export const fileBeside = query({
  name: 'cases.file_beside',
  schema: z.strictObject({ caseId: idField<'file'>(), wholeId: idField(), no: z.coerce.number().int().min(1).max(100_000) }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx: Context, input): Promise<FoundWhole | undefined> => askedWhole(ctx, input.caseId),
  access: (actor, found) => mayTakeBeside(mayTakeAll(actor, found)),
  run: async (ctx, { wholeId, no }, found): Promise<Outcome<CaseFileOut | OpenedFile>> => {
    if (ctx.actor.kind !== 'person' || !isFresh(ctx.actor, ctx.now)) return refuse('sign_in_again');
    const fileId = fileOf(found);
    const mine = (await listWhole(ctx.tx, ctx.regionId, fileId, ctx.actor.userId, addMs(ctx.now, -WHOLE_FOR_MS), ctx.now)).some((row) => row.whole_id === wholeId && row.files !== null);
    const row = await findWholeFile(ctx.tx, ctx.regionId, fileId, wholeId);
    if (!mine || row === undefined) return refuse('gone');
    const key = 'uncased' in found ? await uncasedKey(ctx, found.uncased) : (await openFile(ctx, CASE_FILE, fileId)).key;
    const json: unknown = JSON.parse(open(key.seal, row.sealed_json, wholePlace(ctx, row, 'sealed_json')).toString('utf8'));
    const one = besideOf('uncased' in found ? uncasedFile.parse(json) : wholeFile.parse(json))[no - 1];
    if (one === undefined) return refuse('gone');
    const opened = 'document' in one ? await openDocument(ctx, fileId, one) : await attachmentBeside(ctx, found, one);
    return opened.ok ? done({ ...opened.value, name: one.name }) : opened;
  },
});

async function attachmentBeside(ctx: Context, found: FoundWhole, { reference, no }: { readonly reference: string; readonly no: number }): Promise<Outcome<OpenedFile>> {
  const reports = 'uncased' in found ? [found.uncased.report_id].filter((id) => id !== null) : found.reports;
  for (const id of reports) if ((await openFile(ctx, REPORT_FILE, id)).state.reference === reference) return openAttachment(ctx, id, { no: String(no), original: false });
  return refuse('gone');
}

/** The sealed pair of what never became a case lies under the key of its own file. */
async function uncasedKey(ctx: Context, { kind, file_id: fileId }: UncasedLine) {
  return kind === 'report' ? (await openFile(ctx, REPORT_FILE, fileId)).key : (await openFile(ctx, CONSULTATION_FILE, fileId)).key;
}

function fileOf(found: FoundWhole): FileId {
  return 'uncased' in found ? found.uncased.file_id : found.facts.fileId;
}

/** The case that the archive asks for by its reference, or what never became one. Tells only whether there is one; what may be done with it, its own rule says. */
export const findForArchive = query({
  name: 'cases.find_for_archive',
  schema: z.strictObject({ reference: z.string().transform((text) => plainLine(text).trim().toUpperCase().slice(0, 40)).default('') }),
  facts: async () => ({}),
  access: (actor) => mayFindForArchive(actor),
  run: async (ctx, { reference }) => done({ reference, caseId: reference === '' ? undefined : await fileByReference(ctx, reference) }),
});

function later(a: Instant, b: Instant | null): Instant {
  return b !== null && b > a ? b : a;
}
