export const REQUESTS = '/region/innsynskrav';
/** Who has the list of requests. */
export const LISTED_FOR: readonly string[] = ['KOORDINATOR', 'ARKIVAR', 'PERSONVERNOMBUD'];
export const ARCHIVE = '/region/arkiv';
export const PROPOSE = '/region/arkiv/forslag';
export const CONFIRM = '/region/arkiv/bekreft';
export const WITHDRAW = '/region/arkiv/trekk';
export const HOLD = '/region/arkiv/tilbakehold';
export const TIMES = '/region/arkiv/tider';
export const RECEIVE = '/region/arkiv/mottatt';
/** Where whoever keeps the archive makes the file of a whole case, and fetches it; who may, the cases say. */
export const wholePath = (caseId: string): string => `/saker/${caseId}/hele`;
/** A file that lies in one of a case’s reports, on the case's own page: who may, the cases say. */
export const filePath = (caseId: string, report: string, no: number): string => `/saker/${caseId}/melding/${report}/vedlegg/${no}`;
/** The same of a report that no case has. */
export const reportFilePath = (report: string, no: number): string => `/mottak/${report}/vedlegg/${no}`;
/** Where what a request is about is read, or where whoever keeps the archive begins with it; who may, the page itself says. */
const OPENED = { case: '/saker', report: '/mottak', consultation: '/drofting' } as const;
export const openPath = ({ kind, fileId }: { readonly kind: keyof typeof OPENED; readonly fileId: string }, inArchive: boolean): string => (inArchive ? wholePath(fileId) : `${OPENED[kind]}/${fileId}`);
/** Where they take the journal out: a page of a later module (src/documents/pages/paths.ts). */
export const JOURNAL = '/region/arkiv/journal';
export const BREACHES = '/region/avvik';

/** Where one goes back to from a request: to the list, or for the reserve, who finds what waits for them there alone, to their day. */
export function requestsFor(roles: readonly string[]): string {
  return LISTED_FOR.some((role) => roles.includes(role)) ? REQUESTS : '/';
}

export function requestPath(id: string): string {
  return `${REQUESTS}/${id}`;
}

/** The parts of a request that are posted by themselves. */
export const PARTS = ['identitet', 'sak', 'stykker', 'utsett', 'svar', 'rad'] as const;
export type PartPath = (typeof PARTS)[number];

export function partPath(id: string, part: PartPath): string {
  return `${requestPath(id)}/${part}`;
}

export function breachPath(id: string): string {
  return `${BREACHES}/${id}`;
}

/** Said in the address after something was done (`?gjort=`). */
export const DONE = { registered: 'registrert', saved: 'lagret', proposed: 'foreslatt', confirmed: 'bekreftet', withdrawn: 'trukket', received: 'mottatt' } as const;
