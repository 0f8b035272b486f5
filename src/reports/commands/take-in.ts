import { LostRace } from '../../kernel/door.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { changeFile, openFile } from '../../kernel/journal/file.ts';
import { REPORT_FILE } from '../file.ts';
import { beforeNamed, decideConsulted, decideDecided, decideSeen, isConsultation, type Reader, type ReportState } from '../report.ts';
import type { WindowState } from '../dialogue.ts';
import { lockUnseen } from '../store.ts';
import { withoutClosed } from './after-consultation.ts';
import { windowOf } from './dialogue.ts';

/** A report of which somebody wants to make a case, as it stands. The verdict has opened the file. */
export async function reportForCase(ctx: Context, reportId: FileId): Promise<ReportState> {
  return (await withoutClosed(ctx, await openFile(ctx, REPORT_FILE, reportId))).state;
}

/**
 * A report as its case shows it, with all additions; reading them there counts as in reception. The case's own verdict has opened
 * the file. Two who read at the same moment wait for one another instead of losing a race. Without a `reader` it counts as read by nobody: whoever
 * looks in an emergency does not take the report off anybody's list.
 */
export async function readReportInCase(ctx: Context, reportId: FileId, reader: Reader | undefined): Promise<ReportInCase> {
  let readPartsBefore: number | undefined;
  if (reader !== undefined && await lockUnseen(ctx.tx, ctx.regionId, reportId)) {
    await changeFile(ctx, REPORT_FILE, reportId, (state) => {
      readPartsBefore = state.seenParts;
      return decideSeen(state, reader, ctx.now);
    });
  }
  const state = await reportForCase(ctx, reportId);
  return { state, readPartsBefore: readPartsBefore ?? (reader === undefined ? state.seenParts : state.parts.length), window: await windowOf(ctx, reportId) };
}

/** A report as it is after this reading, how much of all that came had been read before it, and whether whoever reported can be written to. */
export type ReportInCase = { readonly state: ReportState; readonly readPartsBefore: number; readonly window: WindowState };

/** `named`: something that names somebody came later. */
export type Consulted = ReportInCase & { readonly named: boolean };

/**
 * An anonymous consultation as it was asked; reading it counts as reading the report. Where something that names somebody came later it is a report for
 * reception, with the question about impartiality and the doors that a report and its case have: of all that, and of whatever the reporter writes from then on,
 * nothing is shown here, nobody can be written to from here, and nothing counts as read. Without a `reader` nothing does either.
 */
export async function readConsulted(ctx: Context, reportId: FileId, reader: Reader | undefined): Promise<Consulted> {
  const { state, events } = await openFile(ctx, REPORT_FILE, reportId);
  if (isConsultation(state)) return { ...await readReportInCase(ctx, reportId, reader), named: false };
  const asked = beforeNamed(events);
  return { state: asked, readPartsBefore: asked.parts.length, window: 'none', named: true };
}

/** The consultation was answered, and so the report is done with, as far as it had come when it was read. */
export async function settleConsulted(ctx: Context, reportId: FileId, parts: number): Promise<void> {
  await changeFile(ctx, REPORT_FILE, reportId, (state) => decideConsulted(state, parts, readerOf(ctx), ctx.now));
}

/** A case took the report in; in the same transaction as the case's opening. Throws LostRace when another case took it a moment ago. */
export async function decideReport(ctx: Context, reportId: FileId): Promise<void> {
  const outcome = await changeFile(ctx, REPORT_FILE, reportId, (state) => decideDecided(state, readerOf(ctx), ctx.now));
  if (!outcome.ok) throw new LostRace();
}

function readerOf({ actor }: Context): Reader {
  return actor.kind === 'person' && actor.roles.includes('KOORDINATOR') ? 'coordinator' : 'reception';
}
