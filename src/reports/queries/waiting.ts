import type { Context } from '../../kernel/context.ts';
import { asId, type FileId, type MunicipalityId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import { regionClocks } from '../../regions/public.ts';
import { reportClock, type ReportClock } from '../clocks.ts';
import { listReports, listUnseenParts } from '../store.ts';

/** A report that somebody should do something with. Nothing of what it says. */
export type WaitingReport = {
  readonly fileId: FileId;
  readonly owner: MunicipalityId | undefined;
  readonly urgent: boolean;
  /** since when something in it is unread; undefined where all is read */
  readonly unreadSince: Instant | undefined;
  readonly clock: ReportClock;
};

const MOST = 500;
/** Asks for nobody: the rounds have no answer of their own. */
const NOBODY = { userId: asId<'user'>('00000000-0000-4000-8000-000000000000'), token: Buffer.alloc(32) };

/** Reports that nobody has read, or that nothing has come of yet; urgent first, then oldest first, some hundreds at most. For the rounds, not for a person. */
export async function waitingReports(ctx: Context): Promise<WaitingReport[]> {
  // of one whose address is strictly confidential nobody is told by a notice
  const rows = (await listReports(ctx.tx, ctx.regionId, NOBODY, true, MOST)).filter(({ shut }) => !shut);
  const region = await regionClocks(ctx);
  const unread = rows.filter((row) => row.seen_at === null).map((row) => row.file_id);
  const since = new Map<FileId, Instant>();
  if (unread.length > 0) for (const part of await listUnseenParts(ctx.tx, ctx.regionId, unread)) since.set(part.report_id, part.received_at);
  return rows.map((row) => {
    const unreadSince = row.seen_at === null ? since.get(row.file_id) ?? row.received_at : undefined;
    const clock = reportClock({ urgent: row.urgent, receivedAt: row.received_at, unreadSince, decided: row.decided_at !== null }, ctx.now, region);
    return { fileId: row.file_id, owner: row.owner_municipality_id ?? undefined, urgent: row.urgent, unreadSince, clock };
  });
}
