import type { FileId } from '../../../kernel/ids.ts';

export const INBOX = '/mottak';
/** Where a case is made from a report; it posts the report's id as `report`. */
export const NEW_CASE = '/saker/ny';

export function reportPath(id: FileId | string): string {
  return `${INBOX}/${id}`;
}

export const urgentPath = (id: FileId | string): string => `${reportPath(id)}/akutt`;
export const handOverPath = (id: FileId | string): string => `${reportPath(id)}/overlever`;

/** Said in the address after something was saved, so that the page can say so (`?gjort=`). */
export const DONE = { urgent: 'akutt', handedOver: 'overlevert' } as const;
