import type { Writer } from '../kernel/journal/event.ts';
import type { FileId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { ReportEvent } from './report.ts';
import type { UrgentRecord } from './urgent-record.ts';

/** One line of what was done with a report, for people to read. */
export type LogEntry =
  | { readonly what: 'wrote' | 'worse' | 'safe' | 'file' | 'asked' | 'told' | 'window_closed'; readonly at: Instant; readonly by: Writer }
  | { readonly what: 'arrived' | 'added' | 'seen' | 'decided' | 'impartial' | 'answers_later' | 'split' | 'passed_on' | 'sent_on' | 'carried' | 'confirmed' | 'moved_out' | 'case_sent' | 'case_carried' | 'case_taken' | 'case_came_back' | 'sent_back' | 'back_fetched'; readonly at: Instant; readonly by: Writer }
  | { readonly what: 'urgent'; readonly at: Instant; readonly by: Writer; readonly record: UrgentRecord }
  | { readonly what: 'hand_over_read'; readonly at: Instant; readonly by: Writer }
  | { readonly what: 'after_consultation'; readonly at: Instant; readonly by: Writer; readonly consultation: FileId; readonly reference: string }
  | { readonly what: 'handed_over'; readonly at: Instant; readonly by: Writer; readonly note: string };

const FELT = { VERRE: 'worse', TRYGG: 'safe', ORD: 'wrote' } as const;

/** What was done, by whom and when, in the order it was written. Who is inhabil is nothing for colleagues to read there. */
export function reportLog(events: readonly ReportEvent[]): LogEntry[] {
  return events.flatMap((event): LogEntry[] => {
    const { actor: by, happenedAt: at } = event;
    switch (event.type) {
      case 'ReportArrived': return [{ what: 'arrived', at, by }];
      case 'ReportAdded': return [{ what: 'added', at, by }];
      case 'ReportSeen': return [{ what: 'seen', at, by }];
      case 'ReportMadeUrgent': return [{ what: 'urgent', at, by, record: event.content }];
      case 'ReportHandedOver': return [{ what: 'handed_over', at, by, note: event.content.note }];
      case 'ReportHandOverRead': return [{ what: 'hand_over_read', at, by }];
      case 'ReportDecided': return [{ what: 'decided', at, by }];
      case 'ReportSplit': return [{ what: 'split', at, by }];
      case 'ReportPassedOn': return [{ what: 'passed_on', at, by }];
      case 'ReportSentOn': return [{ what: 'sent_on', at, by }];
      case 'SendingCarried': return [{ what: 'carried', at, by }];
      case 'SendingConfirmed': return [{ what: 'confirmed', at, by }];
      case 'ReportMovedOut': return [{ what: 'moved_out', at, by }];
      case 'ReportAfterConsultation': return [{ what: 'after_consultation', at, by, consultation: event.content.consultation, reference: event.content.reference }];
      case 'CaseSentOn': return [{ what: 'case_sent', at, by }];
      case 'CaseCarried': return [{ what: 'case_carried', at, by }];
      case 'CaseAnswered': return [{ what: event.content.answer.taken ? 'case_taken' : 'case_came_back', at, by }];
      case 'CaseSentBack': return [{ what: 'sent_back', at, by }];
      case 'SentBackFetched': return [{ what: 'back_fetched', at, by }];
      case 'FilesSentAlong': case 'CaseSendingProtected': case 'ReportColleagueLeftOut': case 'AttachmentChecked': case 'AttachmentsAwaited': case 'AttachmentFollowed': return [];
      case 'ReporterWrote': return [{ what: FELT[event.content.message.feels ?? 'ORD'], at, by }];
      case 'AttachmentArrived': return [{ what: 'file', at, by }];
      case 'ReporterAsked': return [{ what: event.content.what === 'SPORSMAL' ? 'asked' : 'told', at, by }];
      case 'WindowClosed': return [{ what: 'window_closed', at, by }];
      case 'ReportImpartialityDeclared': return event.content.connection === 'TILKNYTTET' ? [] : [{ what: event.content.connection === 'INGEN' ? 'impartial' : 'answers_later', at, by }];
    }
  });
}
