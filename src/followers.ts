import { askToTellCase, leaveOutConnected, leaveOutOfCases, reviewClosedAlone, sendCase, takeInLeftText, type CaseEvent } from './cases/public.ts';
import { askedInReport, type ConsultationEvent } from './consultations/public.ts';
import type { Context, Follower } from './kernel/context.ts';
import type { FileId } from './kernel/ids.ts';
import { decideReport, type ReportEvent } from './reports/public.ts';
import { OVERDUE_FOLLOWERS, STATISTICS_FOLLOWERS } from './statistics/public.ts';

type Known = CaseEvent | ConsultationEvent | ReportEvent;

function follow<Type extends Known['type']>(eventType: Type, run: (ctx: Context, fileId: FileId, event: Extract<Known, { type: Type }>) => Promise<void>): Follower {
  return { eventType, run: (ctx, fileId, event) => run(ctx, fileId, event as Extract<Known, { type: Type }>) }; // the journal calls by type, and each type has one content
}

/** Everything else that happens in the same transaction as an event, in this order. */
export const FOLLOWERS: readonly Follower[] = [
  follow('CaseOpened', async (ctx, _case, event) => {
    for (const report of event.content.reports) await decideReport(ctx, report);
  }),
  follow('ReportJoined', (ctx, _case, event) => decideReport(ctx, event.content.report)),
  follow('CaseTransferred', sendCase),
  follow('CaseClosed', reviewClosedAlone),
  follow('JournalNoteWritten', takeInLeftText),
  follow('ReportArrived', askedInReport),
  follow('ReportAdded', leaveOutOfCases),
  follow('ReportAdded', askToTellCase),
  follow('ReporterWrote', leaveOutOfCases),
  follow('ReporterWrote', askToTellCase),
  follow('AttachmentArrived', leaveOutOfCases),
  follow('ReportColleagueLeftOut', leaveOutOfCases),
  follow('ReportImpartialityDeclared', leaveOutConnected),
  ...STATISTICS_FOLLOWERS,
  ...OVERDUE_FOLLOWERS,
];
