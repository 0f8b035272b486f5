import { isDeepStrictEqual } from 'node:util';
import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { rowsAre } from '../../kernel/journal/compare.ts';
import { exclude, leavesOut } from '../../kernel/journal/file.ts';
import type { Projection } from '../../kernel/journal/replay.ts';
import { SealBroken } from '../../kernel/sealing/broken.ts';
import { traceProjections } from '../../people/public.ts';
import { countedBy } from '../../regions/codes.ts';
import { regionClocks } from '../../regions/public.ts';
import { saveNamed, withOriginals } from '../../reports/public.ts';
import type { CaseState } from '../case.ts';
import { leftOutWithCase, openAlias, openNightCard, sealAlias, tracedIn, writeNightCard } from '../file.ts';
import { nightCardOf, type NightCard } from '../night-card.ts';
import { replaceTaken } from '../store/meeting.ts';
import { listNightCards } from '../store/night-card.ts';
import { reportsNamed } from '../secrecy.ts';
import { projectEmergencies } from '../emergency.ts';
import { projectExperts } from '../expert.ts';
import { aliasOf, projectAccess, projectCase, takenIn } from '../projection.ts';
import { emergencyColumns, saveEmergencies } from '../store/emergency.ts';
import { askColumns, NOT_IN_THE_JOURNAL, replaceAsks } from '../store/expert.ts';
import { isBehind } from '../store/clocks.ts';
import { listAliases } from '../store/read.ts';
import { caseColumns, replaceAlias, replaceReports, saveAccess, saveCase } from '../store/write.ts';

function of(ctx: Context, fileId: FileId) {
  return { region_id: ctx.regionId, file_id: fileId };
}

/** What is kept in clear of a case, each to be compared with its journal and written again. The nightly check reads this. */
export const CASE_PROJECTIONS: readonly Projection<CaseState>[] = [
  {
    name: 'app.case_file',
    // One whose deadlines are about to be counted again (renew-clocks.ts) was not changed behind our back.
    same: async (ctx, fileId, state, version) => {
      const clocks = await regionClocks(ctx);
      return await isBehind(ctx.tx, ctx.regionId, fileId, countedBy(clocks))
        || rowsAre(ctx.tx, 'app.case_file', of(ctx, fileId), [{ ...of(ctx, fileId), ...caseColumns(projectCase(state, clocks), version) }], ['clocks_version']);
    },
    write: async (ctx, fileId, state, version) => {
      const clocks = await regionClocks(ctx);
      await saveCase(ctx.tx, ctx.regionId, fileId, projectCase(state, clocks), { version, clocks: countedBy(clocks) });
    },
  },
  {
    name: 'app.case_access',
    same: (ctx, fileId, state) => rowsAre(ctx.tx, 'app.case_access', of(ctx, fileId), projectAccess(state)
      .map((row) => ({ ...of(ctx, fileId), user_id: row.userId, impartial: row.impartial, granted_until: row.grantedUntil, supervision_since: row.supervisionSince }))),
    write: (ctx, fileId, state) => saveAccess(ctx.tx, ctx.regionId, fileId, projectAccess(state)),
  },
  {
    name: 'app.case_emergency',
    same: (ctx, fileId, state) => rowsAre(ctx.tx, 'app.case_emergency', of(ctx, fileId), projectEmergencies(state).map((row) => ({ ...of(ctx, fileId), ...emergencyColumns(row) }))),
    write: (ctx, fileId, state) => saveEmergencies(ctx.tx, ctx.regionId, fileId, projectEmergencies(state)),
  },
  {
    name: 'app.expert_question',
    same: (ctx, fileId, state) => rowsAre(ctx.tx, 'app.expert_question', { region_id: ctx.regionId, case_id: fileId }, projectExperts(state).map((row) => ({ region_id: ctx.regionId, case_id: fileId, ...askColumns(row) })), NOT_IN_THE_JOURNAL),
    write: (ctx, fileId, state) => replaceAsks(ctx.tx, ctx.regionId, fileId, projectExperts(state)),
  },
  {
    name: 'app.case_report',
    same: (ctx, fileId, state) => rowsAre(ctx.tx, 'app.case_report', of(ctx, fileId), state.reports.map((report) => ({ ...of(ctx, fileId), report_id: report }))),
    write: (ctx, fileId, state) => replaceReports(ctx.tx, ctx.regionId, fileId, state.reports),
  },
  {
    name: 'app.report_named',
    same: async (ctx, fileId, state) => {
      const named = reportsNamed(state);
      const reports = named === undefined ? [] : await withOriginals(ctx.tx, ctx.regionId, state.reports);
      return rowsAre(ctx.tx, 'app.report_named', { region_id: ctx.regionId, case_id: fileId }, reports.map((report) => ({ region_id: ctx.regionId, case_id: fileId, report_id: report, named: [...named ?? []] })));
    },
    write: (ctx, fileId, state) => saveNamed(ctx.tx, ctx.regionId, fileId, state.reports, reportsNamed(state)),
  },
  {
    name: 'app.case_meeting',
    same: (ctx, fileId, state) => rowsAre(ctx.tx, 'app.case_meeting', of(ctx, fileId), takenIn(state).map((meetingId) => ({ ...of(ctx, fileId), meeting_id: meetingId }))),
    write: (ctx, fileId, state) => replaceTaken(ctx.tx, ctx.regionId, fileId, takenIn(state)),
  },
  {
    name: 'app.case_alias',
    same: async (ctx, fileId, state) => (await aliasNow(ctx, fileId)) === aliasOf(state),
    write: async (ctx, fileId, state) => {
      const alias = aliasOf(state);
      await replaceAlias(ctx.tx, ctx.regionId, fileId, alias === undefined ? undefined : sealAlias(ctx, fileId, alias));
    },
  },
  {
    name: 'app.case_night_card',
    same: async (ctx, fileId, state) => isDeepStrictEqual(await cardNow(ctx, fileId), nightCardOf(state)),
    write: writeNightCard,
  },
  {
    name: 'kernel.file_exclusion',
    same: async (ctx, fileId, state) => {
      for (const file of await leftOutWithCase(ctx, fileId, state)) if (!(await leavesOut(ctx, file, state.excluded))) return false;
      return true;
    },
    write: async (ctx, fileId, state) => {
      for (const file of await leftOutWithCase(ctx, fileId, state)) await exclude(ctx, file, state.excluded);
    },
  },
  ...traceProjections(tracedIn),
];

/** undefined: there is none; null: there is one that does not open. */
async function cardNow(ctx: Context, fileId: FileId): Promise<NightCard | undefined | null> {
  const [row] = await listNightCards(ctx.tx, ctx.regionId, [fileId]);
  try {
    return row === undefined ? undefined : openNightCard(ctx, row);
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}

/** The same for the name that a list calls a person by. */
async function aliasNow(ctx: Context, fileId: FileId): Promise<string | undefined | null> {
  const [row] = await listAliases(ctx.tx, ctx.regionId, [fileId]);
  try {
    return row === undefined ? undefined : openAlias(ctx, fileId, row.sealed);
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}
