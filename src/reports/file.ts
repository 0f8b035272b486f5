import type { Context } from '../kernel/context.ts';
import type { FileId } from '../kernel/ids.ts';
import type { FileEvent } from '../kernel/journal/event.ts';
import type { FileKind } from '../kernel/journal/file.ts';
import { evolveReport, NO_REPORT, type ReportEvent, type ReportState } from './report.ts';
import { markDecided, markSeen, saveReport } from './store.ts';

function lift(stored: FileEvent): ReportEvent {
  return stored as ReportEvent; // written by this module alone, vouched for by seal and chain; version 1 is the only shape
}

async function project(ctx: Context, fileId: FileId, state: ReportState, version: number): Promise<void> {
  await saveReport(ctx.tx, {
    region_id: ctx.regionId, file_id: fileId, reference: state.reference, channel: state.channel, state: state.progress, urgent: state.urgent,
    for_reserve: state.forReserve, received_at: state.receivedAt ?? ctx.now, registered_at: state.registeredAt ?? ctx.now,
    seen_at: state.seenAt ?? null, handed_over_at: state.handedOverAt ?? null, decided_at: state.decidedAt ?? null, version,
  });
  if (state.seenAt !== undefined) await markSeen(ctx.tx, ctx.regionId, fileId, state.seenContents, state.seenAt);
  if (state.decidedAt !== undefined) await markDecided(ctx.tx, ctx.regionId, fileId, state.decidedContents, state.decidedAt);
}

/** A report is a file of its own: a journal that is only added to, and one row in the inbox. */
export const REPORT_FILE: FileKind<ReportState, ReportEvent> = { kind: 'report', initial: NO_REPORT, evolve: evolveReport, lift, project };
