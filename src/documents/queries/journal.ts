import { z } from 'zod';
import { casesForJournal, LETTER, lettersOf, sendersOf, type JournalCase } from '../../cases/public.ts';
import type { Context } from '../../kernel/context.ts';
import { query } from '../../kernel/door.ts';
import { asId, isUuid, type FileId, type MunicipalityId } from '../../kernel/ids.ts';
import { listHeaders } from '../../kernel/journal/store.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { exclusionToken } from '../../kernel/sealing/mac.ts';
import { LANGUAGES, type Lang } from '../../kernel/texts.ts';
import { addDays, day, osloDay, osloInstant, type Day } from '../../kernel/time.ts';
import { listMunicipalities, regionName } from '../../regions/public.ts';
import { FROM_REGION } from '../../reports/public.ts';
import { RECEIVER } from '../../returns/codes.ts';
import { schemaOf } from '../../returns/public.ts';
import { isFresh } from '../../staff/public.ts';
import { mayTakeJournal } from '../access.ts';
import { KIND } from '../codes.ts';
import { EDITIONS, inOrder, JOURNAL_FORMATS, journalCsv, journalJson, periodFault, publicEntries, type JournalEdition, type JournalEntry, type JournalFormat } from '../journal.ts';
import { listApproved, listCame, listJournalReports, listSentReturns, type Asking, type CameRow } from '../store/journal.ts';
import { journalTexts } from '../texts/journal.ts';

const REGION_WIDE = '';
const where = { municipality: z.string().max(36, 'not_offered').refine((text) => text === REGION_WIDE || isUuid(text), 'not_offered'), from: z.string().max(10, 'not_offered'), to: z.string().max(10, 'not_offered') };
type Where = { readonly municipality: string; readonly from: string; readonly to: string };
type Period = { readonly from: Day; readonly to: Day };

/** The days as they were chosen; the month before this one where none were. */
function periodOf({ from, to }: Where, today: Day): Period | undefined {
  if (from === '' && to === '') {
    const last = addDays(day(`${today.slice(0, 7)}-01`) ?? today, -1);
    return { from: day(`${last.slice(0, 7)}-01`) ?? last, to: last };
  }
  const [first, last] = [day(from), day(to)];
  return first === undefined || last === undefined ? undefined : { from: first, to: last };
}

function askingOf(ctx: Context, municipality: string, { from, to }: Period): Asking | undefined {
  if (ctx.actor.kind !== 'person') return undefined;
  const owner: MunicipalityId | null = municipality === REGION_WIDE ? null : asId<'municipality'>(municipality);
  return { owner, from: osloInstant(from, 0, 0), until: osloInstant(addDays(to, 1), 0, 0), userId: ctx.actor.userId, token: exclusionToken(ctx.keys.lookup, ctx.actor.userId) };
}

export type JournalPage = {
  readonly municipalities: readonly { readonly id: string; readonly name: string }[]; readonly municipality: string; readonly from: string; readonly to: string;
  readonly fault: 'journal_order' | 'journal_long' | 'not_offered' | undefined; readonly entries: readonly JournalEntry[]; readonly fresh: boolean;
};

/** The public journal of a period as anybody may read it, and the way to the files. It opens nothing: no entry about a person is in it. */
export const journalPage = query({
  name: 'documents.journal',
  schema: z.strictObject({ ...where, lang: z.enum(LANGUAGES) }),
  facts: async () => ({}),
  access: (actor) => mayTakeJournal(actor, []),
  run: async (ctx, { lang, ...asked }) => {
    const municipalities = (await listMunicipalities(ctx.tx, ctx.regionId)).map((one) => ({ id: one.municipality_id, name: one.name }));
    const period = periodOf(asked, osloDay(ctx.now));
    const fault = period === undefined ? 'not_offered' : periodFault(period.from, period.to);
    const asking = period === undefined || fault !== undefined ? undefined : askingOf(ctx, asked.municipality, period);
    return done<JournalPage>({
      municipalities, municipality: asked.municipality, from: period?.from ?? asked.from, to: period?.to ?? asked.to, fault,
      entries: asking === undefined ? [] : inOrder(publicEntries(await ofTheRegion(ctx, asking, lang))), fresh: ctx.actor.kind === 'person' && isFresh(ctx.actor, ctx.now),
    });
  },
});

type Sources = { readonly cases: readonly JournalCase[]; readonly reports: Awaited<ReturnType<typeof listJournalReports>>; readonly period: Period | undefined };

/**
 * The journal as a file. The internal one is taken out after a sign-in of this quarter of an hour; each case whose receivers it names is noted as taken out.
 * Refusals: `sign_in_again`; `bad_input`: those of periodFault, `not_offered`.
 */
export const journalFile = query({
  name: 'documents.journal_file',
  schema: z.strictObject({ ...where, edition: z.enum(EDITIONS, 'not_offered'), as: z.enum(['csv', 'json'], 'not_offered'), lang: z.enum(LANGUAGES) }),
  facts: async (ctx, input): Promise<Sources> => {
    const period = periodOf(input, osloDay(ctx.now));
    const asking = period === undefined ? undefined : askingOf(ctx, input.municipality, period);
    if (asking === undefined) return { cases: [], reports: [], period };
    return { cases: await casesForJournal(ctx, asking.owner), reports: await listJournalReports(ctx.tx, ctx.regionId, asking), period };
  },
  access: (actor, { cases, reports }) => mayTakeJournal(actor, [...cases.flatMap((one) => [one.fileId, ...(one.opens ? one.reports : [])]), ...reports.map((one) => one.file_id)]),
  run: async (ctx, { municipality, edition, as, lang }, { cases, reports, period }) => {
    if (ctx.actor.kind !== 'person') return refuse('not_found');
    const fault = period === undefined ? 'not_offered' : periodFault(period.from, period.to);
    const asking = period === undefined ? undefined : askingOf(ctx, municipality, period);
    if (period === undefined || asking === undefined || fault !== undefined) return refuse('bad_input', { to: fault ?? 'not_offered' });
    if (edition === 'intern' && !isFresh(ctx.actor, ctx.now)) return refuse('sign_in_again');
    const all = [...await ofTheRegion(ctx, asking, lang), ...(edition === 'intern' ? [...await whatCame(ctx, cases, asking, lang), ...await whatWent(ctx, { cases, reports }, asking, lang)] : [])];
    const name = (await listMunicipalities(ctx.tx, ctx.regionId)).find((one) => one.municipality_id === municipality)?.name ?? journalTexts[lang].whole;
    return done(fileOf({ edition, as, lang, ...period, municipality: name, region: await regionName(ctx), madeAt: ctx.now, entries: inOrder(edition === 'intern' ? all : publicEntries(all)) }));
  },
});

type Making = Parameters<typeof journalJson>[0] & { readonly as: JournalFormat; readonly edition: JournalEdition };

function fileOf({ as, ...file }: Making): { readonly name: string; readonly type: string; readonly bytes: Buffer } {
  const text = as === 'csv' ? journalCsv(file) : journalJson(file);
  return { name: `${file.edition === 'offentlig' ? 'offentlig-journal' : 'journal'}-${file.from}-${file.to}.${as}`, type: JOURNAL_FORMATS[as], bytes: Buffer.from(text, 'utf8') };
}

/** What is nobody's in particular stands in the journal of the region as a whole: returns and approved reports. */
async function ofTheRegion(ctx: Context, asking: Asking, lang: Lang): Promise<JournalEntry[]> {
  if (asking.owner !== null) return [];
  const sent = (await listSentReturns(ctx.tx, ctx.regionId, asking)).map((one): JournalEntry => {
    const id = `${one.schema_id}-${one.first_month}-${one.last_month}-v${one.version}`;
    return { id: `${id}/${one.sending_id.slice(0, 8)}`, belongsTo: id, what: 'RETUR', title: schemaOf(one.schema_id)?.name[lang] ?? one.schema_id, party: RECEIVER.is(one.receiver) ? RECEIVER.label(one.receiver, lang) : one.receiver, on: one.sent_on, registeredAt: one.recorded_at, openness: one.form === 'RADER' ? 'TAUSHETSPLIKT' : 'OFFENTLIG' };
  });
  const region = await regionName(ctx);
  const approved = (await listApproved(ctx.tx, ctx.regionId, asking)).flatMap((one): JournalEntry[] => (one.approved_at === null ? [] : [{
    id: `${one.kind}-${one.from_month}-${one.to_month}-v${one.version}`, belongsTo: '', what: 'RAPPORT', title: KIND.label(one.kind, lang), party: region, on: osloDay(one.approved_at), registeredAt: one.approved_at, openness: 'OFFENTLIG',
  }]));
  return [...sent, ...approved];
}

const CAME = { report: 'MELDING', message: 'TILLEGG', file: 'VEDLEGG' } as const;

/** Reports and what was added to them. Who reported is never in it; which region sent what another of this system had is. */
async function whatCame(ctx: Context, cases: readonly JournalCase[], asking: Asking, lang: Lang): Promise<JournalEntry[]> {
  const came = await listCame(ctx.tx, ctx.regionId, asking);
  const senders = await sendersOf(ctx, cases, came.filter((row) => row.channel === FROM_REGION).map((row) => row.report_id));
  return came.map((row): JournalEntry => ({
    id: `${row.reference}/M${row.part + 1}`, belongsTo: row.case_reference ?? row.reference, what: whatKind(row), title: undefined, party: row.channel === FROM_REGION ? senders.get(row.report_id) : journalTexts[lang].reporter,
    on: osloDay(row.came_at), registeredAt: row.registered_at, openness: 'LOVBRUDD',
  }));
}

function whatKind({ kind, channel, consultation }: CameRow): JournalEntry['what'] {
  if (kind === 'report' && consultation) return 'DROFTING';
  return kind === 'report' && channel === FROM_REGION ? 'OVERFORT_HIT' : CAME[kind];
}

const WENT: Readonly<Record<string, JournalEntry['what']>> = { DocumentSent: 'BREV', ExpertAsked: 'SPORSMAL', ExpertAnswered: 'SVAR', ReporterAsked: 'TIL_MELDER', ReportSentOn: 'SENDT_VIDERE', CaseTransferred: 'SAK_OVERFORT', TransferReturned: 'SAK_I_RETUR', CaseSentBack: 'SAK_SENDT_TILBAKE' };

/** What a person sent from a case or a report, the case itself, too; and what a professional answered, or another region sent back. */
async function whatWent(ctx: Context, { cases, reports }: Pick<Sources, 'cases' | 'reports'>, { from, until }: Asking, lang: Lang): Promise<JournalEntry[]> {
  const { reporter, wholeCase } = journalTexts[lang];
  const letters = (await lettersOf(ctx, cases, from, until)).map((one): JournalEntry => ({
    id: `${one.reference}/J${one.seq}`, belongsTo: one.reference, what: WENT[one.type] ?? 'BREV', title: one.whole ? wholeCase : one.letter === undefined ? undefined : LETTER.label(one.letter, lang), party: one.toReporter ? reporter : one.to,
    on: osloDay(one.happened_at), registeredAt: one.written_at, openness: one.openness,
  }));
  const known = new Map<FileId, Sources['reports'][number]>(reports.map((one) => [one.file_id, one]));
  const told = (await listHeaders(ctx.tx, ctx.regionId, [...known.keys()], ['ReporterAsked', 'ReportSentOn', 'CaseSentBack'], from, until)).flatMap((header): JournalEntry[] => {
    const report = known.get(header.file_id);
    return report === undefined ? [] : [{
      id: `${report.reference}/U${header.seq}`, belongsTo: report.case_reference ?? report.reference, what: WENT[header.type] ?? 'TIL_MELDER', title: undefined, party: header.type === 'ReporterAsked' ? reporter : undefined,
      on: osloDay(header.happened_at), registeredAt: header.written_at, openness: 'TAUSHETSPLIKT',
    }];
  });
  return [...letters, ...told];
}
