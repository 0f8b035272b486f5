import { z } from 'zod';
import { CONSULTATION_FILE } from '../../consultations/public.ts';
import type { Actor } from '../../kernel/actor.ts';
import { REPORT_FILE } from '../../reports/public.ts';
import { isFresh } from '../../staff/public.ts';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { FileId } from '../../kernel/ids.ts';
import { openFile } from '../../kernel/journal/file.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { plainLine } from '../../kernel/plain-text.ts';
import { open } from '../../kernel/sealing/sealed.ts';
import { addMs, type Instant } from '../../kernel/time.ts';
import type { Verdict } from '../../kernel/verdict.ts';
import { mayReadCase } from '../access.ts';
import { mayAskForUncased, mayAskForWhole, mayFindForArchive, mayTakeUncased, mayTakeWhole } from '../access/archive.ts';
import { askedWhole, type FoundWhole } from '../commands/asked-uncased.ts';
import { WHOLE_FOR_MS, wholePlace } from '../commands/whole.ts';
import { CASE_FILE } from '../file.ts';
import { fileByReference } from './judged.ts';
import type { ArchivedKind, UncasedLine } from '../uncased.ts';
import { findWholeFile, listWhole } from '../store/whole.ts';
import type { CaseFileOut } from './documents.ts';

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
  readonly files: readonly { readonly wholeId: string; readonly madeAt: Instant; readonly until: Instant }[];
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
    const rows = await listWhole(ctx.tx, ctx.regionId, fileId, ctx.actor.userId, addMs(ctx.now, -WHOLE_FOR_MS), ctx.now);
    return done<WholePage>({
      ...('uncased' in found ? { kind: found.uncased.kind, reference: found.uncased.reference, readsCase: false } : { kind: 'case', reference: found.line.reference, readsCase: mayReadCase(found.actor, found.facts, found.asker.now).allow }),
      fileId, archives: ctx.actor.roles.includes('ARKIVAR'), mustDeclare: !mayTake(ctx.actor, found).allow, fresh: isFresh(ctx.actor, ctx.now), files: rows.map((row) => ({ wholeId: row.whole_id, madeAt: row.made_at, until: later(addMs(row.made_at, WHOLE_FOR_MS), row.kept_until) })), newId: ctx.chance.uuid(),
    });
  },
});

/** One's own file of a whole case, while it lies; access is judged anew. Refusals: sign_in_again; gone. */
export const wholeFileOut = query({
  name: 'cases.whole_file',
  schema: z.strictObject({ caseId: idField<'file'>(), wholeId: idField(), as: z.enum(['pdf', 'json']) }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx: Context, input): Promise<FoundWhole | undefined> => askedWhole(ctx, input.caseId),
  access: mayTake,
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

/** The sealed pair of what never became a case lies under the key of its own file. */
async function uncasedKey(ctx: Context, { kind, file_id: fileId }: UncasedLine) {
  return kind === 'report' ? (await openFile(ctx, REPORT_FILE, fileId)).key : (await openFile(ctx, CONSULTATION_FILE, fileId)).key;
}

function fileOf(found: FoundWhole): FileId {
  return 'uncased' in found ? found.uncased.file_id : found.facts.fileId;
}

function mayTake(actor: Actor, found: FoundWhole): Verdict {
  return 'uncased' in found ? mayTakeUncased(actor, found.uncased) : mayTakeWhole(found.actor, found.facts, [], found.asker.now);
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
