import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { changeFile, openFile } from '../../kernel/journal/file.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { seal, type Where } from '../../kernel/sealing/sealed.ts';
import type { Lang } from '../../kernel/texts.ts';
import { formatDay, osloDay } from '../../kernel/time.ts';
import { CannotTypeset, typesetter } from '../../kernel/typesetting/typesetter.ts';
import { allow, type Verdict } from '../../kernel/verdict.ts';
import { localOf } from '../../regions/codes.ts';
import { publishedSite, regionName } from '../../regions/public.ts';
import { basisWords, OPENNESS } from '../../reports/codes.ts';
import { hasShelterBasis, unshielded } from '../../reports/public.ts';
import { mayTakeStep } from '../access.ts';
import type { CaseMeasure, CaseState } from '../case.ts';
import { MEASURE } from '../codes.ts';
import { documentTexts } from '../texts/document-page.ts';
import { decideDraftDocument, finalised, mayFinalise, type DraftDocument, type FinaliseDocument, type Finalising, type Write } from '../steps/document.ts';
import { leaveOut } from '../evolve.ts';
import { CASE_FILE } from '../file.ts';
import { fill, type FromCase } from '../letters/fill.ts';
import { LETTER_LAYOUT } from '../letters/layout.ts';
import { dateParts, sheetOf } from '../letters/typed.ts';
import { refuseCase } from '../refusals.ts';
import { insertDocumentFile } from '../store/documents.ts';
import { told, type Told } from '../told.ts';
import type { DocumentStepKey } from '../workflow/document.ts';
import { askedCase, decisionContext, waitsForSignIn, type FoundCase } from './asked.ts';
import { stepFields } from './fields.ts';
import { markOf } from './form-mark.ts';
import { heldReports } from './held.ts';
import { templatesOf } from './letter-templates.ts';
import { isStrict } from '../secrecy.ts';
import { once } from '../sent-forms.ts';

type Run<I> = (ctx: Context, input: I, state: CaseState, asked: FoundCase, tell: Told) => Promise<Outcome<CaseState>>;

/** As step.ts, with the case's reports opened as well: what they say of the home and of safe ways is asked before anything is written to it. */
function documentStep<I>(key: DocumentStepKey, more: Record<string, z.ZodType>, run: Run<I>) {
  return command({
    name: `cases.${key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
    schema: z.strictObject({ caseId: idField<'file'>(), ...stepFields(key), ...more }),
    filesAsked: ({ caseId }) => [caseId],
    facts: (ctx: Context, input): Promise<FoundCase | undefined> => askedCase(ctx, input.caseId),
    access: (_actor, asked: FoundCase): Verdict => {
      const verdict = mayTakeStep(key, asked.actor, asked.facts, asked.asker.now);
      return verdict.allow ? allow(verdict.because, [...(verdict.files ?? []), ...asked.reports]) : verdict;
    },
    run: async (ctx: Context, input, asked: FoundCase) => {
      if (waitsForSignIn(ctx, asked.facts, key)) return refuseCase('sign_in_again');
      const { caseId: _case, ...given }: Record<string, unknown> = input;
      const answers = unshielded(given, hasShelterBasis(asked.actor.roles)) as I; // the rule's own check refuses what is missing or not offered before it is read
      const { state: written } = await openFile(ctx, CASE_FILE, asked.facts.fileId);
      const state = leaveOut(written, asked.leftOut, ctx.now);
      const outcome = await run(ctx, answers, state, asked, told({ state, reports: await heldReports(ctx, asked.reports) }));
      return outcome.ok ? done({ fileId: asked.facts.fileId, status: outcome.value.status }) : outcome;
    },
  });
}

/** Begins a document from the region's template; the same form sent twice begins one. Refusals as decideDraftDocument. */
export const draftDocument = documentStep<Omit<DraftDocument, 'documentId'> & { readonly newId?: string; readonly formId?: string }>('draftDocument', { newId: idField().optional(), formId: idField().optional() }, async (ctx, { newId, formId, ...input }, state, asked, tell) => {
  const write = await writer(ctx, state, asked);
  const drafting = { ...input, documentId: newId ?? ctx.chance.uuid() };
  const mark = markOf(ctx, asked.facts.fileId, formId, 'draftDocument', { newId, ...input });
  return changeFile(ctx, CASE_FILE, asked.facts.fileId, (before) => {
    const now = leaveOut(before, asked.leftOut, ctx.now);
    return once(now, mark, () => decideDraftDocument(now, drafting, decisionContext(asked), tell, write));
  });
});

/**
 * Makes the file of a document and closes its text, or does neither. Refusals as mayFinalise; cannot_typeset; changed_meanwhile where somebody else wrote
 * in the case while the file was made, a tenth of a second: what was judged may not hold any more.
 */
export const finaliseDocument = documentStep<FinaliseDocument>('finaliseDocument', { revision: z.coerce.number('not_offered').int('not_offered').optional() }, async (ctx, input, state, asked, tell) => {
  const decided = mayFinalise(state, input, decisionContext(asked), tell);
  if (!decided.ok) return decided;
  const pdf = await typeset(ctx, state, decided.value);
  if (pdf === undefined) return refuseCase('cannot_typeset');
  const { fileId } = asked.facts;
  const { key } = await openFile(ctx, CASE_FILE, fileId);
  const { document: { documentId }, version } = decided.value;
  const row = { file_id: fileId, document_id: documentId, version, made_at: ctx.now };
  await insertDocumentFile(ctx.tx, ctx.regionId, { ...row, sealed: seal(key.seal, pdf, documentPlace(ctx, row), 'text', ctx.chance) });
  return changeFile(ctx, CASE_FILE, fileId, () => done([finalised(decided.value, sha256(pdf), ctx)]));
});

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Where the file of a version lies; it opens there alone. */
export function documentPlace(ctx: Pick<Context, 'regionId'>, row: { readonly document_id: string; readonly version: number }): Where {
  return { table: 'app.case_document_file', region: ctx.regionId, row: `${row.document_id}/${row.version}`, field: 'sealed', version: 1 };
}

/** The document as it leaves the house; undefined where this machine cannot set it. */
async function typeset(ctx: Context, state: CaseState, { document, text, openness }: Finalising): Promise<Buffer | undefined> {
  const t = documentTexts[document.lang];
  const sheet = sheetOf(text, { lang: document.lang, title: t.file, sender: await regionName(ctx), date: dayIn(ctx, document.lang), on: dateParts(osloDay(ctx.now)), mark: OPENNESS.label(openness, document.lang), footer: t.footer(state.reference), page: t.page });
  try {
    return await typesetter().typeset({ source: LETTER_LAYOUT, data: JSON.stringify(sheet), standard: 'a-2a' });
  } catch (error) {
    if (error instanceof CannotTypeset) return undefined;
    throw error;
  }
}

const LOCALE: Readonly<Record<Lang, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

function dayIn(ctx: Pick<Context, 'now'>, lang: Lang): string {
  return formatDay(osloDay(ctx.now), LOCALE[lang], { day: 'numeric', month: 'long', year: 'numeric' });
}

/** Fills a template with what the case knows; what it does not know stays open. */
async function writer(ctx: Context, state: CaseState, asked: FoundCase): Promise<Write> {
  const templates = await templatesOf(ctx);
  const site = await publishedSite(ctx);
  const region = await regionName(ctx);
  const { person } = state.start;
  const names = new Map(asked.asker.colleagues.map(({ userId, name }) => [userId, name]));
  const owner = asked.asker.region.find((row) => row.municipality_id === state.owner);
  return ({ letter, lang, to, basis, consentCovers }) => {
    const known: Readonly<Record<FromCase, string | undefined>> = {
      person: person.name ?? person.alias, fodt: person.birthYear?.toString(), kommune: isStrict(state) ? undefined : owner?.name, region, telefon: site?.phone.number, dato: dayIn(ctx, lang), referanse: state.reference,
      saksansvarlig: state.lead === undefined ? undefined : names.get(state.lead), mottaker: to, tiltak: measuresIn(state, lang, isStrict(state)),
      hjemmel: basis === undefined ? undefined : basisWords(basis, lang), samtykke: consentCovers,
    };
    return fill(templates(letter, lang).text, known);
  };
}

/** A measure on each line by the region's own name, which may be that of a place; without who is responsible: that may be somebody whom the receiver need not know. */
function measuresIn({ measures }: CaseState, lang: Lang, hidePlace: boolean): string {
  const words = ({ measure, local }: CaseMeasure): string => (hidePlace ? undefined : localOf('TILTAK', local)[0]?.[lang]) ?? MEASURE.label(measure, lang);
  return measures.filter(({ status }) => status !== 'AVBRUTT').map((one) => `– ${words(one)}`).join('\n');
}
