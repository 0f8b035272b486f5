import type { FileId } from '../kernel/ids.ts';
import type { FileEvent, NewEvent } from '../kernel/journal/event.ts';
import type { Instant } from '../kernel/time.ts';

/** The consultation that a report was made after (domain reference §9.3): what it is called, its own file, and the report in mode C that it came as; a talk came as none. */
export type AfterConsultation = { readonly reference: string; readonly consultation: FileId; readonly report?: FileId | undefined };

/** Somebody wrote in the consultation that this is what became of it. */
export type AfterConsultationEvent = FileEvent<'ReportAfterConsultation', AfterConsultation>;

/** Said twice it is one. */
export function decideAfter(known: readonly AfterConsultation[], one: AfterConsultation, now: Instant): NewEvent<AfterConsultationEvent>[] {
  return known.some(({ consultation }) => consultation === one.consultation) ? [] : [{ type: 'ReportAfterConsultation', version: 1, happenedAt: now, content: one }];
}

/** Whether it tells of one of these files. */
export function tellsOf({ consultation, report }: AfterConsultation, files: ReadonlySet<FileId>): boolean {
  return files.has(consultation) || (report !== undefined && files.has(report));
}
