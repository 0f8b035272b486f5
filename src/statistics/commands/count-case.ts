import { protectionOf, type CaseState } from '../../cases/public.ts';
import type { Context, Follower } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { rowsAre } from '../../kernel/journal/compare.ts';
import type { Projection } from '../../kernel/journal/replay.ts';
import { factId } from '../../kernel/sealing/mac.ts';
import { listMunicipalities } from '../../regions/public.ts';
import type { ReportState } from '../../reports/public.ts';
import { FACT_EVENTS, factOf, factOfSentReport, type CaseFact } from '../fact.ts';
import { deleteFact, factColumns, saveFact } from '../store.ts';

/** Writes what figures know of a case, in the same transaction as the entry that changed it. */
async function countCase(ctx: Context, fileId: FileId, state: CaseState): Promise<void> {
  const fact = await factNow(ctx, state);
  if (fact === undefined) return deleteFact(ctx.tx, ctx.regionId, factId(ctx.keys.stats, fileId));
  await saveFact(ctx.tx, ctx.regionId, factId(ctx.keys.stats, fileId), fact);
}

/** undefined: the case became part of another, and the person is counted there (T16). */
async function factNow(ctx: Context, state: CaseState): Promise<CaseFact | undefined> {
  if (state.merged !== undefined) return undefined;
  const owner = state.owner === undefined ? undefined : (await listMunicipalities(ctx.tx, ctx.regionId)).find((row) => row.municipality_id === state.owner);
  return factOf(state, owner?.number, protectionOf(state)?.level);
}

/** The same of a report that was sent on and never became a case. */
async function countSentReport(ctx: Context, fileId: FileId, state: ReportState): Promise<void> {
  const fact = await sentFactNow(ctx, state);
  if (fact !== undefined) await saveFact(ctx.tx, ctx.regionId, factId(ctx.keys.stats, fileId), fact);
}

async function sentFactNow(ctx: Context, state: ReportState): Promise<CaseFact | undefined> {
  const lives = state.contents.at(-1)?.report.person.municipality;
  return factOfSentReport(state, (await listMunicipalities(ctx.tx, ctx.regionId)).find((row) => row.number === lives)?.number);
}

/** For src/followers.ts: figures are never behind the cases. */
export const STATISTICS_FOLLOWERS: readonly Follower[] = [
  ...FACT_EVENTS.map((eventType): Follower => ({
    eventType,
    run: (ctx, fileId, _event, _before, after) => countCase(ctx, fileId, after as CaseState), // only the case's file writes entries of these types
  })),
  { eventType: 'ReportSentOn', run: (ctx, fileId, _event, _before, after) => countSentReport(ctx, fileId, after as ReportState) }, // only a report's file writes entries of this type
];

/** What figures know of a sent-on report agrees with its journal; of any other they know nothing. */
export const SENT_REPORT_FACT: Projection<ReportState> = {
  name: 'stats.case_fact',
  same: async (ctx, fileId, state) => {
    const of = { region_id: ctx.regionId, fact_id: factId(ctx.keys.stats, fileId) };
    const fact = await sentFactNow(ctx, state);
    return rowsAre(ctx.tx, 'stats.case_fact', of, fact === undefined ? [] : [{ ...of, ...factColumns(fact) }]);
  },
  write: (ctx, fileId, state) => countSentReport(ctx, fileId, state),
};

/** The same, for the comparison with the case's journal: the figures that a case gives now are those that were counted. */
export const CASE_FACT: Projection<CaseState> = {
  name: 'stats.case_fact',
  same: async (ctx, fileId, state) => {
    const of = { region_id: ctx.regionId, fact_id: factId(ctx.keys.stats, fileId) };
    const fact = await factNow(ctx, state);
    return rowsAre(ctx.tx, 'stats.case_fact', of, fact === undefined ? [] : [{ ...of, ...factColumns(fact) }]);
  },
  write: (ctx, fileId, state) => countCase(ctx, fileId, state),
};
