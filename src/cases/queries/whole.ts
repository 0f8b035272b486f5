import { z } from 'zod';
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
import { mayReadCase } from '../access.ts';
import { mayAskForWhole, mayFindForArchive, mayTakeWhole } from '../access/archive.ts';
import { askedCase, type FoundCase } from '../commands/asked.ts';
import { WHOLE_FOR_MS, wholePlace } from '../commands/whole.ts';
import { CASE_FILE } from '../file.ts';
import { findByReference } from '../store/looked.ts';
import { findWholeFile, listWhole } from '../store/whole.ts';
import type { CaseFileOut } from './documents.ts';

export type WholePage = {
  readonly fileId: FileId; readonly reference: string;
  /** the question about impartiality comes first */
  readonly mustDeclare: boolean;
  /** signed in a moment ago */
  readonly fresh: boolean;
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
  facts: (ctx: Context, input): Promise<FoundCase | undefined> => askedCase(ctx, input.caseId),
  access: (_actor, { actor, facts, asker }) => mayAskForWhole(actor, facts, asker.now),
  run: async (ctx, _input, { actor, facts, asker, line }) => {
    const rows = await listWhole(ctx.tx, ctx.regionId, facts.fileId, asker.userId, addMs(ctx.now, -WHOLE_FOR_MS), ctx.now);
    return done<WholePage>({
      fileId: facts.fileId, reference: line.reference, mustDeclare: !mayTakeWhole(actor, facts, [], asker.now).allow, fresh: ctx.actor.kind === 'person' && isFresh(ctx.actor, ctx.now),
      readsCase: mayReadCase(actor, facts, asker.now).allow, files: rows.map((row) => ({ wholeId: row.whole_id, madeAt: row.made_at, until: later(addMs(row.made_at, WHOLE_FOR_MS), row.kept_until) })), newId: ctx.chance.uuid(),
    });
  },
});

/** One's own file of a whole case, while it lies; access is judged anew. Refusals: sign_in_again; gone. */
export const wholeFileOut = query({
  name: 'cases.whole_file',
  schema: z.strictObject({ caseId: idField<'file'>(), wholeId: idField(), as: z.enum(['pdf', 'json']) }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx: Context, input): Promise<FoundCase | undefined> => askedCase(ctx, input.caseId),
  access: (_actor, { actor, facts, asker }) => mayTakeWhole(actor, facts, [], asker.now),
  run: async (ctx, { wholeId, as }, { facts: { fileId }, asker }) => {
    if (ctx.actor.kind !== 'person' || !isFresh(ctx.actor, ctx.now)) return refuse('sign_in_again');
    const mine = (await listWhole(ctx.tx, ctx.regionId, fileId, asker.userId, addMs(ctx.now, -WHOLE_FOR_MS), ctx.now)).some((row) => row.whole_id === wholeId);
    const row = await findWholeFile(ctx.tx, ctx.regionId, fileId, wholeId);
    if (!mine || row === undefined) return refuse('gone');
    const { key } = await openFile(ctx, CASE_FILE, fileId);
    const field = as === 'pdf' ? 'sealed_pdf' : 'sealed_json';
    return done<CaseFileOut>({ name: as === 'pdf' ? 'sak.pdf' : 'sak.json', type: as === 'pdf' ? 'application/pdf' : 'application/json', bytes: open(key.seal, row[field], wholePlace(ctx, row, field)) });
  },
});

/** The case that the archive asks for, by its reference. Tells only whether there is one; what may be done with it, the case's own rule says. */
export const findForArchive = query({
  name: 'cases.find_for_archive',
  schema: z.strictObject({ reference: z.string().transform((text) => plainLine(text).trim().toUpperCase().slice(0, 40)).default('') }),
  facts: async () => ({}),
  access: (actor) => mayFindForArchive(actor),
  run: async (ctx, { reference }) => done({ reference, caseId: reference === '' ? undefined : await findByReference(ctx.tx, ctx.regionId, reference) }),
});

function later(a: Instant, b: Instant | null): Instant {
  return b !== null && b > a ? b : a;
}
