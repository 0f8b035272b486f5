import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { asId, type FileId } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import { lineField } from '../../kernel/text-field.ts';
import { filesFitting, hiddenAmong, readTerm, type Sought } from '../../people/public.ts';
import { findReferred, listJudged, listOpenReports, type JudgedReport } from '../../reports/public.ts';
import { maySearch } from '../access/emergency.ts';
import { loadAsker, type AskedCase, type Asker } from '../commands/asked.ts';
import { refuseCase } from '../refusals.ts';
import { listFound, listNotShut } from '../store/list.ts';
import { findByReference } from '../store/looked.ts';
import { findCases, listAround, listHeldAmong, type Finding, type Held } from '../store/read.ts';
import type { CaseRow, Names } from './models.ts';
import { aliases, doors, finding, judged, municipalityNames, readable, toRow } from './rows.ts';

export type FoundCase = Pick<CaseRow, 'fileId' | 'reference' | 'alias' | 'status' | 'akutt' | 'owner' | 'mustDeclare'> & { /** somebody around the person was met, and not the person */ readonly around: boolean };
export type FoundReport = Pick<JudgedReport, 'fileId' | 'reference' | 'channel' | 'receivedAt' | 'state' | 'urgent'>;
/** `more`: there is more that this person may see than is shown. */
export type SearchResult = { readonly cases: readonly FoundCase[]; readonly reports: readonly FoundReport[]; readonly more: boolean; readonly municipalities: Names };

/** Fitting files that are looked at, those of them that are judged in full, each case with its reports counted once, and those that are shown, at most. */
const LOOKED_AT = 2000;
const JUDGED = 40;
const SHOWN = 20;
/** No team member has had to do with more. */
const MOST_OWN = 5000;

type Shown = { readonly asked: AskedCase; readonly around: boolean };
type SearchFacts = { readonly own: Finding | undefined; readonly sought: Sought; readonly asker: Asker; readonly cases: readonly Shown[]; readonly reports: readonly JudgedReport[]; readonly more: boolean };
/** Fitting files, the best first, and whether there are more of them than are judged. */
type Fits = { readonly files: ReadonlyMap<FileId, boolean>; readonly more: boolean };

/** A file that does not exist stands in every list of files, so that a list of none costs the same statements as one of many. */
const padded = (ctx: Context, files: Iterable<FileId>): FileId[] => [...new Set(files), asId<'file'>(ctx.chance.uuid())];

/** Among which files somebody finds anything at all; undefined: the whole region. */
async function within(ctx: Context, asker: Asker, own: Finding): Promise<ReadonlySet<FileId> | undefined> {
  if (own.reach.everything) return undefined;
  // What a leader only knows to be late opens for nobody, and would crowd out what does.
  const cases = await listFound(ctx.tx, ctx.regionId, { ...own, reach: { ...own.reach, municipalities: [] } }, MOST_OWN);
  const held = await listHeldAmong(ctx.tx, ctx.regionId, padded(ctx, cases));
  const waiting = own.reach.reception || asker.isReserve ? await listOpenReports(ctx) : [];
  return new Set([...cases, ...held.map((one) => one.report_id), ...waiting]);
}

/** File → whether only somebody around the person was met, the best first. What is shut for whoever asks takes nobody's place, and neither does one more report of a case that was met already. */
async function fitting(ctx: Context, sought: Sought, asker: Asker, among: ReadonlySet<FileId> | undefined): Promise<Fits> {
  const met = await meeting(ctx, sought, among);
  const open = await listNotShut(ctx.tx, ctx.regionId, [...met.keys()], asker.token);
  const judged = new Set<FileId>();
  for (const { stands } of open) if (judged.size < JUDGED) judged.add(stands);
  return { files: new Map(open.filter(({ stands }) => judged.has(stands)).map(({ file }) => [file, met.get(file) === true])), more: open.some(({ stands }) => !judged.has(stands)) };
}

async function meeting(ctx: Context, sought: Sought, among: ReadonlySet<FileId> | undefined): Promise<ReadonlyMap<FileId, boolean>> {
  if (sought.kind !== 'reference') return new Map(filesFitting(ctx, sought, among, LOOKED_AT).map(({ file, around }) => [file, around]));
  const both = [await findByReference(ctx.tx, ctx.regionId, sought.reference), await findReferred(ctx, sought.reference)];
  return new Map(both.flatMap((file) => (file === undefined ? [] : [[file, false] as const])));
}

/** The same statements whatever is found; who may see it is judged afterwards. */
async function searchFacts(ctx: Context, term: string): Promise<SearchFacts | undefined> {
  const asker = await loadAsker(ctx);
  if (asker === undefined) return undefined;
  const [own, sought] = [finding(asker), readTerm(term)];
  const nothing = { own, sought, asker, cases: [], reports: [], more: false };
  if (own === undefined) return nothing;
  const { files: fits, more } = await fitting(ctx, sought, asker, await within(ctx, asker, own));
  const first = await listHeldAmong(ctx.tx, ctx.regionId, padded(ctx, fits.keys()));
  const files = padded(ctx, [...fits.keys(), ...first.map((one) => one.file_id)]);
  const held = await listHeldAmong(ctx.tx, ctx.regionId, files);
  // Somebody has said that the address is secret, in a case or report or in what stands around it (listAround): for a search there is no such person.
  const around = await listAround(ctx.tx, ctx.regionId, files);
  const hidden = sought.kind === 'reference' ? new Set<FileId>() : await hiddenAmong(ctx, padded(ctx, around.map((one) => one.with_id)));
  const isHidden = (file: FileId) => around.some((one) => one.file_id === file && hidden.has(one.with_id));
  const lines = await findCases(ctx.tx, ctx.regionId, files, asker);
  const cases = ordered(judged(asker, lines), fits, held).filter(({ asked }) => doors(asked).mayOpen && !isHidden(asked.facts.fileId));
  const told = new Set(held.filter((one) => cases.some(({ asked }) => asked.facts.fileId === one.file_id)).map((one) => one.report_id));
  const reports = (await listJudged(ctx, files)).filter((one) => fits.has(one.fileId) && one.verdict.allow && !one.consultation && !isHidden(one.fileId) && !told.has(one.fileId))
    .toSorted((a, b) => (a.receivedAt > b.receivedAt ? -1 : 1));
  return { ...nothing, cases: cases.slice(0, SHOWN), reports: reports.slice(0, SHOWN), more: cases.length > SHOWN || reports.length > SHOWN || (more && cases.length + reports.length > 0) };
}

/** A case stands for the reports that it holds: met by one of them, it is met. */
function ordered(cases: readonly AskedCase[], fits: ReadonlyMap<FileId, boolean>, held: readonly Held[]): Shown[] {
  const files = [...fits.keys()];
  return cases.map((asked) => {
    const own = [asked.facts.fileId, ...held.filter((one) => one.file_id === asked.facts.fileId).map((one) => one.report_id)].filter((file) => fits.has(file));
    return { asked, around: own.every((file) => fits.get(file) === true), at: Math.min(...own.map((file) => files.indexOf(file))) };
  }).toSorted((a, b) => a.at - b.at);
}

/** The page on which one searches. Nothing is looked up. */
export const searchPage = query({
  name: 'cases.search_page',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: (actor) => maySearch(actor),
  run: async () => done({}),
});

/**
 * Finds cases, reports and people around them by name, year of birth, telephone or reference, of what the asker may open and nothing else.
 * What they may not see, a person whose address is secret and one whom nobody knows are one answer after the same statements. The audit row
 * says that somebody searched and which files were shown, and never for what. Refusals: `nothing_asked`, `search_number`.
 */
export const search = query({
  name: 'cases.search',
  schema: z.strictObject({ term: lineField(200) }),
  facts: (ctx: Context, { term }) => searchFacts(ctx, term),
  access: (actor, { cases, reports }) => maySearch(actor, [...readable(cases.map(({ asked }) => asked)), ...reports.map(({ fileId }) => fileId)]),
  run: async (ctx: Context, _input, { sought, asker, cases, reports, more }: SearchFacts) => {
    if (sought.kind === 'nothing') return refuseCase('nothing_asked');
    if (sought.kind === 'number') return refuseCase('search_number');
    const known = await aliases(ctx, cases.map(({ asked }) => asked));
    for (const file of [...cases.map(({ asked }) => asked.facts.fileId), ...reports.map(({ fileId }) => fileId)]) ctx.touched.set(file, { seq: 0, mac: '' });
    return done<SearchResult>({
      more, municipalities: municipalityNames(asker),
      cases: cases.map(({ asked, around }) => {
        const { fileId, reference, alias, status, akutt, owner, mustDeclare } = toRow(asked, known.get(asked.facts.fileId));
        return { fileId, reference, alias, status, akutt, owner, mustDeclare, around };
      }),
      reports: reports.map(({ fileId, reference, channel, receivedAt, state, urgent }) => ({ fileId, reference, channel, receivedAt, state, urgent })),
    });
  },
});
