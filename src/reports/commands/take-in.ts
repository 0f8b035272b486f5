import { LostRace } from '../../kernel/door.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { changeFile, openFile } from '../../kernel/journal/file.ts';
import { REPORT_FILE } from '../file.ts';
import { decideDecided, decideSeen, type Reader, type ReportState } from '../report.ts';
import { lockUnseen } from '../store.ts';

/** A report of which somebody wants to make a case, as it stands. The verdict has opened the file. */
export async function reportForCase(ctx: Context, reportId: FileId): Promise<ReportState> {
  return (await openFile(ctx, REPORT_FILE, reportId)).state;
}

/**
 * A report as its case shows it, with all additions; reading them there counts as in reception. The case's own verdict has opened
 * the file. Two who read at the same moment wait for one another instead of losing a race.
 */
export async function readReportInCase(ctx: Context, reportId: FileId, reader: Reader): Promise<ReportState> {
  if (await lockUnseen(ctx.tx, ctx.regionId, reportId)) await changeFile(ctx, REPORT_FILE, reportId, (state) => decideSeen(state, reader, ctx.now));
  return reportForCase(ctx, reportId);
}

/** A case took the report in; in the same transaction as the case's opening. Throws LostRace when another case took it a moment ago. */
export async function decideReport(ctx: Context, reportId: FileId): Promise<void> {
  const outcome = await changeFile(ctx, REPORT_FILE, reportId, (state) => decideDecided(state, ctx.now));
  if (!outcome.ok) throw new LostRace();
}
