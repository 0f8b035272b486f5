import { protectionOf, type CaseEvent, type CaseState } from '../../cases/public.ts';
import type { ConsultationEvent, ConsultationState } from '../../consultations/public.ts';
import type { Context, Follower } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { rowsAre } from '../../kernel/journal/compare.ts';
import type { Projection } from '../../kernel/journal/replay.ts';
import { listMunicipalities, type MunicipalityRow } from '../../regions/public.ts';
import { isOutOfFigures, type ReportEvent, type ReportState } from '../../reports/public.ts';
import { FACT_EVENTS, factOf, factOfSentReport, isCounted } from '../fact.ts';
import { disclosuresOf } from '../disclosures.ts';
import { idInFigures } from '../fact-ids.ts';
import { columnsOf, isKeptOut, keep, type Kept } from '../store/facts.ts';
import { paceOfCase, paceOfReport } from '../pace.ts';
import { factOfConsultation, factOfReport } from '../received.ts';

type Row<T extends Kept['table']> = Extract<Kept, { table: T }>;

async function membersOf(ctx: Context): Promise<readonly MunicipalityRow[]> {
  return listMunicipalities(ctx.tx, ctx.regionId);
}

async function ownerOfCase(ctx: Context, state: CaseState): Promise<string | undefined> {
  return state.owner === undefined ? undefined : (await membersOf(ctx)).find((row) => row.municipality_id === state.owner)?.number;
}

/** The number of a member municipality where the person lives, by what the report says. */
async function ownerOf(ctx: Context, number: string | undefined): Promise<string | undefined> {
  return (await membersOf(ctx)).find((row) => row.number === number)?.number;
}

async function caseRow(ctx: Context, fileId: FileId, state: CaseState): Promise<Row<'stats.case_fact'>> {
  const level = protectionOf(state)?.level;
  const fact = isCounted(state, level) ? factOf(state, await ownerOfCase(ctx, state), level) : undefined;
  return { table: 'stats.case_fact', id: idInFigures(ctx.keys.stats, 'case', fileId), fact };
}

async function paceRow(ctx: Context, fileId: FileId, state: CaseState): Promise<Row<'stats.pace_fact'>> {
  const level = protectionOf(state)?.level;
  const fact = isCounted(state, level) ? paceOfCase(state, await ownerOfCase(ctx, state), level) : undefined;
  return { table: 'stats.pace_fact', id: idInFigures(ctx.keys.stats, 'pace', fileId), fact };
}

function disclosureRow(ctx: Context, fileId: FileId, state: CaseState): Row<'stats.disclosure_fact'> {
  return { table: 'stats.disclosure_fact', id: idInFigures(ctx.keys.stats, 'shared', fileId), fact: isCounted(state, protectionOf(state)?.level) ? disclosuresOf(state) : undefined };
}

function keptOutRows(ctx: Context, state: CaseState): Row<'stats.kept_out'>[] {
  // of a case that became part of another the other one tells
  return state.merged !== undefined ? [] : state.reports.map((report) => ({ table: 'stats.kept_out', id: idInFigures(ctx.keys.stats, 'out', report), fact: state.keptOut ? {} : undefined }));
}

async function sentRow(ctx: Context, fileId: FileId, state: ReportState): Promise<Row<'stats.case_fact'>> {
  return { table: 'stats.case_fact', id: idInFigures(ctx.keys.stats, 'case', fileId), fact: factOfSentReport(state, await ownerOf(ctx, livesIn(state))) };
}

async function reportRow(ctx: Context, fileId: FileId, state: ReportState): Promise<Row<'stats.report_fact'>> {
  const out = await isKeptOut(ctx.tx, ctx.regionId, idInFigures(ctx.keys.stats, 'out', fileId));
  return { table: 'stats.report_fact', id: idInFigures(ctx.keys.stats, 'report', fileId), fact: out || isOutOfFigures(state) ? undefined : factOfReport(state, await ownerOf(ctx, livesIn(state))) };
}

async function reportPaceRow(ctx: Context, fileId: FileId, state: ReportState): Promise<Row<'stats.pace_fact'>> {
  const out = await isKeptOut(ctx.tx, ctx.regionId, idInFigures(ctx.keys.stats, 'out', fileId));
  return { table: 'stats.pace_fact', id: idInFigures(ctx.keys.stats, 'pace', fileId), fact: out || isOutOfFigures(state) ? undefined : paceOfReport(state, await ownerOf(ctx, livesIn(state))) };
}

async function consultationRows(ctx: Context, fileId: FileId, state: ConsultationState): Promise<Row<'stats.consultation_fact'>[]> {
  const fact = factOfConsultation(state, await ownerOf(ctx, state.about?.municipality));
  return fact === undefined ? [] : [{ table: 'stats.consultation_fact', id: idInFigures(ctx.keys.stats, 'case', fileId), fact }];
}

function livesIn(state: ReportState): string | undefined {
  return state.contents.at(-1)?.report.person.municipality;
}

async function keepAll(ctx: Context, rows: readonly Kept[]): Promise<void> {
  for (const row of rows) await keep(ctx.tx, ctx.regionId, row);
}

async function countCase(ctx: Context, fileId: FileId, state: CaseState): Promise<void> {
  await keepAll(ctx, [await caseRow(ctx, fileId, state), await paceRow(ctx, fileId, state)]);
}

/** The reports of a person who keeps out, or whose address is strictly confidential. They stay out when the case is counted again: nothing is opened to count it. Of a case that became part of another the other one tells. */
async function countOut(ctx: Context, state: CaseState): Promise<void> {
  await keepAll(ctx, keptOutRows(ctx, state));
  if (!state.keptOut || state.merged !== undefined) return;
  for (const report of state.reports) await keepAll(ctx, [{ table: 'stats.report_fact', id: idInFigures(ctx.keys.stats, 'report', report), fact: undefined }, { table: 'stats.pace_fact', id: idInFigures(ctx.keys.stats, 'pace', report), fact: undefined }]);
}

async function countReport(ctx: Context, fileId: FileId, state: ReportState): Promise<void> {
  await keepAll(ctx, [await reportRow(ctx, fileId, state), await reportPaceRow(ctx, fileId, state)]);
}

/** The entries of a report that can change what figures know of it. */
const REPORT_EVENTS = ['ReportArrived', 'ReportAdded', 'ReportSeen', 'ReportDecided', 'ReportSplit', 'ReportPassedOn', 'ReportSentOn'] as const satisfies readonly ReportEvent['type'][];
const CONSULTATION_EVENTS = ['ConsultationAsked', 'ConsultationRegistered', 'ConsultationAnswered'] as const satisfies readonly ConsultationEvent['type'][];
const OUT_EVENTS = ['FiguresWishRecorded', 'AddressProtected', 'ReportJoined', 'CaseTakenIn'] as const satisfies readonly CaseEvent['type'][];

function following(types: readonly string[], run: Follower['run']): Follower[] {
  return types.map((eventType) => ({ eventType, run }));
}

/** What changes what left a case, or whether it is counted. */
const SHARE_EVENTS = ['Disclosed', 'DisclosureReviewed', 'CaseTransferred', 'AddressProtected', 'AddressLowered', 'FiguresWishRecorded', 'UseRestricted', 'RestrictionLifted', 'CaseMerged', 'CaseTakenIn'] as const satisfies readonly CaseEvent['type'][];

/** For src/followers.ts: figures are never behind the files. */
export const STATISTICS_FOLLOWERS: readonly Follower[] = [
  ...following(FACT_EVENTS, (ctx, fileId, _event, _before, after) => countCase(ctx, fileId, after as CaseState)), // only the case's file writes entries of these types
  ...following(SHARE_EVENTS, async (ctx, fileId, _event, _before, after) => keepAll(ctx, [disclosureRow(ctx, fileId, after as CaseState)])), // only the case's file writes entries of these types
  ...following(OUT_EVENTS, (ctx, _fileId, _event, _before, after) => countOut(ctx, after as CaseState)), // only the case's file writes entries of these types
  ...following(REPORT_EVENTS, (ctx, fileId, _event, _before, after) => countReport(ctx, fileId, after as ReportState)), // only a report's file writes entries of these types
  ...following(['ReportSentOn'], async (ctx, fileId, _event, _before, after) => keepAll(ctx, [await sentRow(ctx, fileId, after as ReportState)])), // only a report's file writes entries of this type
  ...following(CONSULTATION_EVENTS, async (ctx, fileId, _event, _before, after) => keepAll(ctx, await consultationRows(ctx, fileId, after as ConsultationState))), // only a consultation's file writes entries of these types
];

/** What figures know of a file agrees with its journal. */
function projection<S>(name: Kept['table'], rowsOf: (ctx: Context, fileId: FileId, state: S) => Promise<readonly Kept[]>): Projection<S> {
  return {
    name,
    same: async (ctx, fileId, state) => {
      const agree = (await rowsOf(ctx, fileId, state)).map(async (row) => {
        const of = { region_id: ctx.regionId, fact_id: row.id };
        const columns = columnsOf(row);
        return rowsAre(ctx.tx, row.table, of, columns === undefined ? [] : [{ ...of, ...columns }]);
      });
      return (await Promise.all(agree)).every(Boolean);
    },
    write: async (ctx, fileId, state) => keepAll(ctx, await rowsOf(ctx, fileId, state)),
  };
}

export const CASE_FACTS: readonly Projection<CaseState>[] = [
  projection('stats.case_fact', async (ctx, fileId, state) => [await caseRow(ctx, fileId, state)]),
  projection('stats.pace_fact', async (ctx, fileId, state) => [await paceRow(ctx, fileId, state)]),
  projection('stats.disclosure_fact', async (ctx, fileId, state) => [disclosureRow(ctx, fileId, state)]),
  projection('stats.kept_out', async (ctx, _fileId, state) => keptOutRows(ctx, state)),
];
export const REPORT_FACTS: readonly Projection<ReportState>[] = [
  projection('stats.case_fact', async (ctx, fileId, state) => [await sentRow(ctx, fileId, state)]),
  projection('stats.report_fact', async (ctx, fileId, state) => [await reportRow(ctx, fileId, state)]),
  projection('stats.pace_fact', async (ctx, fileId, state) => [await reportPaceRow(ctx, fileId, state)]),
];
export const CONSULTATION_FACTS: readonly Projection<ConsultationState>[] = [projection('stats.consultation_fact', consultationRows)];
