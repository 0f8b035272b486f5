import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { openFile } from '../../kernel/journal/file.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { jsonBytes } from '../../kernel/sealing/sealed.ts';
import { allow, deny } from '../../kernel/verdict.ts';
import { listMunicipalities, regionName } from '../../regions/public.ts';
import { CARRY_FILE, closedFile, MOST_COMPARED, PAPERS, shielded, veiled } from '../../reports/public.ts';
import { listColleagues } from '../../staff/public.ts';
import { CASE_FILE } from '../file.ts';
import { wholeSheet } from '../pages/whole-sheet.ts';
import { refuseCase } from '../refusals.ts';
import { isAddressHidden, isStrict, protectionOf } from '../secrecy.ts';
import { findHolder } from '../store/additions.ts';
import { listReportsOf } from '../store/read.ts';
import { saidSecret } from '../told.ts';
import { makeWhole } from '../whole/made.ts';
import { wholeFile, type WholeFile } from '../whole/whole-file.ts';
import { heldReports } from './held.ts';
import { typeset } from './whole.ts';

/**
 * The whole case on its way to another region of this system, made when it is brought there: as a tagged PDF, or as JSON. Who reported is in neither, nor a protected address, nor what only a shelter's
 * staff may know; of a strictly confidential one no place. `compared`: all that it says, for the staff there (fvl § 6). Refusal: cannot_typeset; it is tried again.
 */
export const casePaper = command({
  name: 'cases.case_paper',
  schema: z.strictObject({ reportId: idField<'file'>(), paper: z.enum(PAPERS) }),
  facts: async (ctx: Context, { reportId }) => {
    const caseId = await findHolder(ctx.tx, ctx.regionId, reportId);
    return { caseId, reports: caseId === undefined ? [] : await listReportsOf(ctx.tx, ctx.regionId, caseId) };
  },
  access: (actor, { caseId, reports }) => (actor.kind === 'system' && actor.task === CARRY_FILE ? allow('system', caseId === undefined ? [] : [caseId, ...reports]) : deny('only_system')),
  run: async (ctx, { paper }, { caseId, reports }) => {
    if (caseId === undefined) return refuse('not_offered');
    const { state, events } = await openFile(ctx, CASE_FILE, caseId);
    const held = await heldReports(ctx, reports);
    const sent = held.flatMap(({ crossings }) => crossings).at(-1);
    if (sent === undefined) return refuse('not_offered');
    const address = protectionOf(state) !== undefined || isAddressHidden(state, saidSecret(held));
    const shown = shielded(veiled({ state, events, reports: held }, { reporter: false, address, place: isStrict(state) }), false);
    const names = Object.fromEntries((await listColleagues(ctx)).map(({ userId, name }): [string, string] => [userId, name]));
    const municipalities = Object.fromEntries((await listMunicipalities(ctx.tx, ctx.regionId)).map((one): [string, string] => [one.municipality_id, one.name]));
    const whole = wholeFile.parse(makeWhole({ fileId: caseId, ...shown, covered: address ? ['address'] : [], edition: 'other', opens: (one) => closedFile(one) === undefined, names, municipalities, region: await regionName(ctx), by: 'system', now: ctx.now }));
    if (paper === 'json') return done({ bytes: jsonBytes(whole), compared: wordsIn(whole) });
    const bytes = await typeset(JSON.stringify(wholeSheet(whole, { ...municipalities, ...names }, sent.content.lang)));
    return bytes === undefined ? refuseCase('cannot_typeset') : done({ bytes, compared: wordsIn(whole) });
  },
});

/** All that was reported and written, without who wrote it: a colleague of the same name there is not who it is about. */
function wordsIn({ person, reports, documents, journal }: WholeFile): string {
  const words: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') words.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk([person, reports.map(({ parts, messages }) => [parts.map((one) => one.content), messages.map(({ text }) => text)]), documents.map(({ draft, versions }) => [draft, versions.map(({ text }) => text)]), journal.map(({ content }) => content)]);
  return words.join('\n').slice(0, MOST_COMPARED);
}
