import { liftContent, reportContent, type ReportContent } from './form/content.ts';
import { fileContent, messageContent, type FileContent, type MessageContent } from './window/content.ts';

/** What lies in an envelope, by the kind that the ledger and the seal say it is. */
export type Arrived = ReportContent | MessageContent | FileContent;
export type ArrivedKind = Arrived['kind'];

/** Judges what came out of an envelope; undefined where it is not what its envelope says, or not well made. Never throws. */
export function readArrived(kind: ArrivedKind, opened: unknown): Arrived | undefined {
  const parsed = kind === 'report' ? reportContent.safeParse(liftContent(opened)) : kind === 'message' ? messageContent.safeParse(opened) : fileContent.safeParse(opened);
  return parsed.success ? parsed.data : undefined;
}

/** How what another region of this system sent on is counted here (MELDEKANAL). The database takes no such thing from outside. */
export const FROM_REGION = 'ANNEN_KOMMUNE';
