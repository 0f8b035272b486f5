import type { FileId } from '../../../kernel/ids.ts';

export const INBOX = '/mottak';
/** The screen on the wall. */
export const WATCH = `${INBOX}/vakt`;
/** Where a case is made from a report; it posts the report's id as `report`. */
export const NEW_CASE = '/saker/ny';

/** Where a report that no case holds, or a consultation, is taken out whole as a file. */
export function wholePath(id: FileId | string): string {
  return `/saker/${id}/hele`;
}

export function reportPath(id: FileId | string): string {
  return `${INBOX}/${id}`;
}

/** Where an anonymous consultation is read and answered; it takes the report's id, too. */
export const consultationPath = (id: FileId | string): string => `/drofting/${id}`;

export const urgentPath = (id: FileId | string): string => `${reportPath(id)}/akutt`;
export const handOverPath = (id: FileId | string): string => `${reportPath(id)}/overlever`;

/** «Gjelder det flere?», and T4. */
export const splitPath = (id: FileId | string): string => `${reportPath(id)}/del`;
export const sendPath = (id: FileId | string): string => `${reportPath(id)}/send`;
/** A case of another region's, which is not for us. */
export const sendBackPath = (id: FileId | string): string => `${reportPath(id)}/tilbake`;
export const passOnPath = (id: FileId | string): string => `${reportPath(id)}/fortell-videre`;
export const confirmPath = (id: FileId | string): string => `${reportPath(id)}/bekreftet`;
/** Out of «Mange på én gang». */
export const moveOutPath = (id: FileId | string): string => `${reportPath(id)}/flytt`;

export const connectionPath = (id: FileId | string): string => `${reportPath(id)}/tilknytning`;

/** Where the dialogue's forms and files of a report lead on its own page. */
export function dialoguePaths(id: FileId | string) {
  return {
    ask: `${reportPath(id)}/sporsmal`, close: `${reportPath(id)}/lukk-vindu`,
    file: (no: number, original: boolean) => `${reportPath(id)}/vedlegg/${no}${original ? '?original=ja' : ''}`,
  };
}

/** Said in the address after something was saved, so that the page can say so (`?gjort=`). */
export const DONE = { urgent: 'akutt', handedOver: 'overlevert', left: 'inhabil', split: 'delt', sentOn: 'sendt-videre', passedOn: 'fortalt', confirmed: 'bekreftet', sentBack: 'tilbake' } as const;
