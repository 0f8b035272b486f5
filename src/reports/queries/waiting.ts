import { lastDone, lastOpened } from '../../kernel/audit/opened.ts';
import type { Context } from '../../kernel/context.ts';
import { NO_USER, type FileId, type MunicipalityId, type UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import { regionClocks } from '../../regions/public.ts';
import { alarmSince, confirmedBy, reportClock, type ReportClock } from '../clocks.ts';
import { findReports, listAlarms, listCrowded, listReports, listUnseenParts, type ReportRow } from '../store.ts';
import { namedOnlyOfReports } from '../commands/standing.ts';
import { listUnconfirmed } from '../store/transfer.ts';

/** A report that somebody should do something with. Nothing of what it says. */
export type WaitingReport = {
  readonly fileId: FileId;
  readonly owner: MunicipalityId | undefined;
  readonly urgent: boolean;
  readonly receivedAt: Instant;
  /** since when something in it is unread; undefined where all is read. Of an urgent one that nothing has come of: by a coordinator */
  readonly unreadSince: Instant | undefined;
  readonly clock: ReportClock;
  /** a case with a strictly confidential address holds it: those whose it is; undefined for any other */
  readonly only: readonly UserId[] | undefined;
};

const MOST = 500;
/** Asks for nobody: the rounds have no answer of their own. */
const NOBODY = { userId: NO_USER, token: Buffer.alloc(32) };
/** By these a coordinator has met what stands in a report. */
const RAISED_BY = 'reports.raise_urgent';
const MET_BY = ['reports.open', RAISED_BY];

/**
 * Reports that nobody has read, or that nothing has come of yet; urgent first, then oldest first, some hundreds at most. For the rounds, not for a person.
 * @param coordinators those of today, and the reserve: of danger they must know, whoever read it at the desk
 */
export async function waitingReports(ctx: Context, coordinators: readonly UserId[]): Promise<WaitingReport[]> {
  const rows = await listReports(ctx.tx, ctx.regionId, NOBODY, true, MOST);
  const alarms = await alarmsOf(ctx, rows.filter((row) => row.urgent && row.decided_at === null), coordinators);
  return waiting(ctx, rows, (row, unread) => (row.urgent && row.decided_at === null ? alarms.get(row.file_id) : unread));
}

/** What lies in the lane «Mange på én gang», likewise: nothing in it is urgent. */
export async function crowdedReports(ctx: Context): Promise<WaitingReport[]> {
  return waiting(ctx, (await listCrowded(ctx.tx, ctx.regionId, NOBODY)).slice(0, MOST), (_row, unread) => unread);
}

async function waiting(ctx: Context, rows: readonly ReportRow[], unreadOf: (row: ReportRow, unread: Instant | undefined) => Instant | undefined): Promise<WaitingReport[]> {
  const region = await regionClocks(ctx);
  const unread = rows.filter((row) => row.seen_at === null).map((row) => row.file_id);
  const since = new Map<FileId, Instant>();
  if (unread.length > 0) for (const part of await listUnseenParts(ctx.tx, ctx.regionId, unread)) since.set(part.report_id, part.received_at);
  const only = await namedOnlyOfReports(ctx, rows.filter(({ shut }) => shut).map((row) => row.file_id));
  return rows.map((row) => {
    const unreadSince = unreadOf(row, row.seen_at === null ? since.get(row.file_id) ?? row.received_at : undefined);
    const clock = reportClock({ urgent: row.urgent, receivedAt: row.received_at, unreadSince, decided: row.decided_at !== null }, ctx.now, region);
    return { fileId: row.file_id, owner: row.owner_municipality_id ?? undefined, urgent: row.urgent, receivedAt: row.received_at, unreadSince, clock, only: only.get(row.file_id) };
  });
}

async function alarmsOf(ctx: Context, rows: readonly ReportRow[], coordinators: readonly UserId[]): Promise<ReadonlyMap<FileId, Instant | undefined>> {
  const files = rows.map((row) => row.file_id);
  const opened = await lastOpened(ctx.tx, ctx.regionId, files, coordinators, MET_BY);
  const raised = await lastDone(ctx.tx, ctx.regionId, files, [RAISED_BY]);
  return new Map((await listAlarms(ctx.tx, ctx.regionId, files)).map(({ report_id: file, parts, hand_over_read_at: receipt }) => {
    const met = [...opened.filter((one) => one.file_id === file).map(({ at }) => at), ...(receipt === null ? [] : [receipt])].toSorted().at(-1);
    return [file, alarmSince(parts, raised.get(file), met)];
  }));
}

/** What was sent on, and by now should have been confirmed. Nothing of what it says. */
export type UnreceivedReport = Pick<WaitingReport, 'fileId' | 'owner' | 'urgent' | 'only'> & { readonly due: Instant };

/** Sent on to another region or out of the system, and nobody there has said in time that they have it. For the rounds, not for a person. */
export async function unreceivedReports(ctx: Context): Promise<UnreceivedReport[]> {
  // A case that nobody has taken is told of by its own clock.
  const sent = (await listUnconfirmed(ctx.tx, ctx.regionId)).filter((row) => !row.of_case);
  if (sent.length === 0) return [];
  const region = await regionClocks(ctx);
  const rows = new Map((await findReports(ctx.tx, ctx.regionId, [...new Set(sent.map((one) => one.file_id))], NOBODY)).map((row) => [row.file_id, row]));
  const only = await namedOnlyOfReports(ctx, [...rows.values()].filter(({ shut }) => shut).map((row) => row.file_id));
  return sent.flatMap(({ file_id: fileId, sent_at: at }) => {
    const row = rows.get(fileId);
    const due = confirmedBy(at, row?.urgent === true, region);
    return row === undefined || due > ctx.now ? [] : [{ fileId, owner: row.owner_municipality_id ?? undefined, urgent: row.urgent, only: only.get(fileId), due }];
  });
}
