import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { FileId } from '../../kernel/ids.ts';
import { openFile } from '../../kernel/journal/file.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { SealBroken } from '../../kernel/sealing/broken.ts';
import { open } from '../../kernel/sealing/sealed.ts';
import type { Lang } from '../../kernel/texts.ts';
import { mustProve } from '../../staff/public.ts';
import { mayKeepTemplates, mayReadCase } from '../access.ts';
import { askedCase } from '../commands/asked.ts';
import { documentPlace, sha256 } from '../commands/documents.ts';
import { templatesOf, type Template } from '../commands/letter-templates.ts';
import { LETTER, type Letter } from '../choices/document.ts';
import { CASE_FILE } from '../file.ts';
import { refuseCase } from '../refusals.ts';
import { isInVault } from '../reporter-letters.ts';
import { findDocumentFile } from '../store/documents.ts';

/** A file that somebody downloads. Its name says nothing of what it is about. */
export type CaseFileOut = { readonly name: string; readonly type: string; readonly bytes: Buffer };

/**
 * The file of a finalised version, as it was made then. Throws SealBroken where it is not the one that the journal tells of.
 * Refusals: no_document for a document or a version that the case does not have; reporter_covered for a letter to the reporter, before one has said why.
 */
export const documentFile = query({
  name: 'cases.document',
  schema: z.strictObject({ caseId: idField<'file'>(), documentId: idField(), version: z.coerce.number().int().min(1).max(10_000) }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx: Context, input) => askedCase(ctx, input.caseId),
  access: (_actor, { actor, facts, asker }) => mayReadCase(actor, facts, asker.now),
  run: async (ctx, { documentId, version }, { actor, facts: { fileId, strict } }) => {
    if (mustProve(ctx.actor, strict, ctx.now)) return refuseCase('sign_in_again');
    const { state } = await openFile(ctx, CASE_FILE, fileId);
    const document = state.documents.find((one) => one.documentId === documentId);
    if (document !== undefined && isInVault(state, document, actor.userId, ctx.now)) return refuseCase('reporter_covered');
    return openDocument(ctx, fileId, { document: document?.no, version });
  },
});

/** A finalised version as it was made; the verdict has opened the case. Throws and refuses as documentFile does. @param wanted the document by its number in the case */
export async function openDocument(ctx: Context, fileId: FileId, { document: no, version }: { readonly document: number | undefined; readonly version: number }): Promise<Outcome<CaseFileOut>> {
  const { state, key } = await openFile(ctx, CASE_FILE, fileId);
  const document = state.documents.find((one) => one.no === no);
  const final = document?.versions.find((one) => one.version === version);
  if (document === undefined || final === undefined) return refuseCase('no_document');
  const row = await findDocumentFile(ctx.tx, ctx.regionId, fileId, document.documentId, version);
  if (row === undefined) throw new SealBroken('altered');
  const bytes = open(key.seal, row.sealed, documentPlace(ctx, row));
  if (sha256(bytes) !== final.sha256) throw new SealBroken('altered');
  return done({ name: `dokument-${document.no}${version === 1 ? '' : `-${version}`}.pdf`, type: 'application/pdf', bytes });
}

export type Templates = { readonly templates: readonly (Template & { readonly letter: Letter; readonly lang: Lang })[] };

/** The region's templates in one language, those that are its own marked. */
export const letterTemplates = query({
  name: 'cases.templates',
  schema: z.strictObject({ lang: z.enum(['nb', 'nn', 'en']).catch('nb') }),
  facts: async () => ({}),
  access: (actor) => mayKeepTemplates(actor),
  run: async (ctx, { lang }) => {
    const of = await templatesOf(ctx);
    return done<Templates>({ templates: LETTER.codes.map((letter) => ({ letter, lang, ...of(letter, lang) })) });
  },
});

