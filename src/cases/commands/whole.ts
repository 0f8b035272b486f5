import { createHash } from 'node:crypto';
import { z } from 'zod';
import { CONSULTATION_FILE, type ConsultationEvent } from '../../consultations/public.ts';
import type { Context } from '../../kernel/context.ts';
import { isFresh } from '../../staff/public.ts';
import { command, type Door } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import type { FileId, RegionId } from '../../kernel/ids.ts';
import { changeFile, openFile } from '../../kernel/journal/file.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import type { FileKey } from '../../kernel/sealing/region-keys.ts';
import { jsonBytes, seal, type Where } from '../../kernel/sealing/sealed.ts';
import { LANGUAGES, type Lang } from '../../kernel/texts.ts';
import { addMs, DAY_MS } from '../../kernel/time.ts';
import { CannotTypeset, typesetter } from '../../kernel/typesetting/typesetter.ts';
import { allow, deny } from '../../kernel/verdict.ts';
import { regionName } from '../../regions/public.ts';
import { closedFile, findReferred, hasShelterBasis, keepConnection, REPORT_FILE, shielded, veiled, withoutClosed } from '../../reports/public.ts';
import { editionOf, mayAnswerForArchive, mayAnswerForUncased } from '../access/archive.ts';
import { CONNECTION } from '../choices.ts';
import { entry } from '../events.ts';
import { CASE_FILE } from '../file.ts';
import { uncasedSheet } from '../pages/uncased-sheet.ts';
import { wholeSheet, type WholeSheet } from '../pages/whole-sheet.ts';
import { refuseCase } from '../refusals.ts';
import { isAddressHidden } from '../secrecy.ts';
import { saidSecret } from '../told.ts';
import type { UncasedLine } from '../uncased.ts';
import { deleteWhole, insertWhole, insertWholeFile, listOldWhole, type WholeRow } from '../store/whole.ts';
import { WHOLE_LAYOUT } from '../whole/layout.ts';
import { besideOf, makeWhole, type Frame } from '../whole/made.ts';
import { makeUncased, uncasedFile } from '../whole/uncased-file.ts';
import { wholeFile, withSchema, type Edition } from '../whole/whole-file.ts';
import { askedWhole, mayTakeAll, type FoundWhole } from './asked-uncased.ts';
import { loadAsker, type Asker, type FoundCase } from './asked.ts';
import { heldReports } from './held.ts';

/** A whole case that was taken out lies as long as this. */
export const WHOLE_FOR_MS = DAY_MS;

export function wholePlace(ctx: Pick<Context, 'regionId'>, row: { readonly whole_id: string }, field: 'sealed_pdf' | 'sealed_json'): Where {
  return { table: 'app.case_whole_file', region: ctx.regionId, row: row.whole_id, field, version: 1 };
}

/**
 * Makes a case, or what never became one, into a tagged PDF and JSON, for whoever asks and for a day. `newId` is the page's: the same form sent twice makes one.
 * Refusals: sign_in_again (a sign-in older than a quarter of an hour); cannot_typeset.
 */
export const makeWholeFile = command({
  name: 'cases.make_whole_file',
  schema: z.strictObject({ caseId: idField<'file'>(), newId: idField(), lang: z.enum(LANGUAGES).catch('nb') }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx: Context, input): Promise<FoundWhole | undefined> => askedWhole(ctx, input.caseId),
  access: mayTakeAll,
  run: async (ctx, { newId, lang }, found) => {
    if (ctx.actor.kind !== 'person' || !isFresh(ctx.actor, ctx.now)) return refuse('sign_in_again');
    const fileId = 'uncased' in found ? found.uncased.file_id : found.facts.fileId;
    const edition = editionOf(mayTakeAll(ctx.actor, found));
    const { json, sheet, key, beside } = 'uncased' in found ? await uncasedAsFile(ctx, found.uncased, lang, edition) : await caseAsFile(ctx, found, lang, edition);
    const row: WholeRow = { file_id: fileId, whole_id: newId, made_by: ctx.actor.userId, made_at: ctx.now, kept_until: null, files: edition === 'archive' ? beside : null };
    if (!await insertWhole(ctx.tx, ctx.regionId, row)) return done({ fileId });
    const pdf = await typeset(JSON.stringify(sheet));
    if (pdf === undefined) return refuseCase('cannot_typeset');
    const sealed = (bytes: Buffer, field: 'sealed_pdf' | 'sealed_json') => seal(key.seal, bytes, wholePlace(ctx, row, field), 'text', ctx.chance);
    await insertWholeFile(ctx.tx, ctx.regionId, { file_id: fileId, whole_id: newId, sealed_pdf: sealed(pdf, 'sealed_pdf'), sealed_json: sealed(json, 'sealed_json'), sha256_pdf: sha256(pdf), sha256_json: sha256(json) });
    return done({ fileId });
  },
});

async function frameOf(ctx: Context, { colleagues, userId: by }: Asker, addressHidden: boolean, edition: Edition): Promise<Frame> {
  const names = Object.fromEntries(colleagues.map(({ userId, name }): [string, string] => [userId, name]));
  return { names, region: await regionName(ctx), covered: addressHidden ? ['address'] : [], edition, opens: (one) => closedFile(one) === undefined, by, now: ctx.now };
}

/** As reports name municipalities. */
function byNumber({ region }: Asker): Readonly<Record<string, string>> {
  return Object.fromEntries(region.map((one): [string, string] => [one.number, one.name]));
}

type AsFile = { readonly json: Buffer; readonly sheet: WholeSheet; readonly key: FileKey; /** how many files go beside it */ readonly beside: number };

async function caseAsFile(ctx: Context, { facts: { fileId }, asker, reports, actor }: FoundCase, lang: Lang, edition: Edition): Promise<AsFile> {
  const { state, events, key } = await openFile(ctx, CASE_FILE, fileId);
  const municipalities = Object.fromEntries(asker.region.map((one): [string, string] => [one.municipality_id, one.name]));
  const held = await heldReports(ctx, reports);
  const address = isAddressHidden(state, saidSecret(held));
  const shown = shielded(veiled({ state, events, reports: held }, { reporter: false, address, place: false }), keepsAll(actor.roles));
  const frame = await frameOf(ctx, asker, address, edition);
  const whole = wholeFile.parse(makeWhole({ ...frame, fileId, ...shown, municipalities }));
  return { json: jsonBytes(withSchema(whole, wholeFile)), sheet: wholeSheet(whole, { ...municipalities, ...byNumber(asker), ...frame.names }, lang), key, beside: besideOf(whole).length };
}

/** Only the coordinator and the archive take it out, and both have a basis for what a shelter told (krl § 5). */
async function uncasedAsFile(ctx: Context, line: UncasedLine, lang: Lang, edition: Edition): Promise<AsFile> {
  const asker = await loadAsker(ctx);
  const report = line.report_id === null ? undefined : await withoutClosed(ctx, await openFile(ctx, REPORT_FILE, line.report_id));
  const consultation = line.kind === 'consultation' ? await consultedFor(ctx, line.file_id) : undefined;
  const key = (consultation ?? report)?.key;
  if (key === undefined || asker === undefined) throw new Error('nothing to take out'); // a line is one of the two, and people ask
  const address = report !== undefined && saidSecret([report.state]) !== undefined;
  const shown = veiled({ report, consultation }, { reporter: edition === 'other', address, place: false });
  const owner = asker.region.find((one) => one.municipality_id === line.owner_municipality_id)?.name;
  const file = { id: line.file_id, kind: line.kind, reference: line.reference, owner, endedAt: line.over_at ?? undefined };
  const frame = await frameOf(ctx, asker, address, edition);
  const whole = uncasedFile.parse(makeUncased({ ...frame, file, ...shown }));
  return { json: jsonBytes(withSchema(whole, uncasedFile)), sheet: uncasedSheet(whole, { ...byNumber(asker), ...frame.names }, lang), key, beside: besideOf(whole).length };
}

/** For whoever may not know of the report that was made after it, as if there were none. */
async function consultedFor(ctx: Context, fileId: FileId) {
  const { events, key } = await openFile(ctx, CONSULTATION_FILE, fileId);
  const shown: ConsultationEvent[] = [];
  for (const event of events) if (event.type !== 'ConsultationBecameReport' || await findReferred(ctx, event.content.reference) !== undefined) shown.push(event);
  return { events: shown, key };
}

/** What is handed to an archive is the case as it was (arkivlova § 6); of others, only those who have a basis for it learn of a shelter (krl § 5). */
function keepsAll(roles: readonly string[]): boolean {
  return hasShelterBasis(roles) || roles.includes('ARKIVAR');
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** A whole case as PDF/A-2a; undefined where its data cannot be set. */
export async function typeset(data: string): Promise<Buffer | undefined> {
  try {
    return await typesetter().typeset({ source: WHOLE_LAYOUT, data, standard: 'a-2a' });
  } catch (error) {
    if (error instanceof CannotTypeset) return undefined;
    throw error;
  }
}

/** fvl § 6: whoever keeps the archive answers before they take a case out, or a report that never became one. A yes closes it for them, here as everywhere. */
export const answerForArchive = command({
  name: 'cases.answer_for_archive',
  schema: z.strictObject({ caseId: idField<'file'>(), connection: z.string().max(200, 'not_offered') }),
  filesAsked: ({ caseId }) => [caseId],
  facts: (ctx: Context, input): Promise<FoundWhole | undefined> => askedWhole(ctx, input.caseId),
  access: (actor, found) => ('uncased' in found ? mayAnswerForUncased(actor, found.uncased) : mayAnswerForArchive(found.actor, found.facts, found.asker.now)),
  run: async (ctx, { connection }, found) => {
    if (!CONNECTION.is(connection)) return refuseCase('bad_input', { connection: 'not_offered' });
    if ('uncased' in found) {
      const { file_id: uncasedId, report_id: reportId } = found.uncased;
      const kept = reportId === null ? refuseCase('nothing_asked') : await keepConnection(ctx, reportId, connection);
      return kept.ok ? done({ fileId: uncasedId, left: connection === 'TILKNYTTET' }) : kept;
    }
    const { fileId } = found.facts;
    const outcome = await changeFile(ctx, CASE_FILE, fileId, () => done([entry('ImpartialityDeclared', ctx.now, { connection })]));
    return outcome.ok ? done({ fileId, left: connection === 'TILKNYTTET' }) : outcome;
  },
});

const AT_ONCE = 100;

/** Takes away what has lain for a day. Answers how many. */
export const sweepWhole = command({
  name: 'cases.sweep_whole',
  schema: z.strictObject({}),
  facts: async (ctx) => ({ old: await listOldWhole(ctx.tx, ctx.regionId, addMs(ctx.now, -WHOLE_FOR_MS), ctx.now, AT_ONCE) }),
  access: (actor, { old }) => (actor.kind === 'system' && actor.task === 'sweep_whole' ? allow('system', old.map((row) => row.file_id)) : deny('only_system')),
  run: async (ctx, _input, { old }) => {
    for (const row of old) await deleteWhole(ctx.tx, ctx.regionId, row);
    return done({ removed: old.length });
  },
});

/** The round that does so; asks first, so that nothing is noted where there is nothing to do. */
export async function sweepWholeFiles(door: Door, region: RegionId): Promise<void> {
  const due = () => door.unaudited(region, 'sweep_whole', async (ctx) => (await listOldWhole(ctx.tx, region, addMs(ctx.now, -WHOLE_FOR_MS), ctx.now, 1)).length > 0);
  while (await due()) {
    const outcome = await door.enter(sweepWhole, { kind: 'system', regionId: region, task: 'sweep_whole' }, {});
    if (!outcome.ok || outcome.value.removed === 0) return;
  }
}
