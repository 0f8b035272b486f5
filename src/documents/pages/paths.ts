export const REPORTS = '/rapporter';

/** Beside the other pages of the archive (src/privacy/pages/paths.ts). */
export const JOURNAL = '/region/arkiv/journal';
export const JOURNAL_FILE = '/region/arkiv/journal/fil';

export function reportPath(id: string): string {
  return `${REPORTS}/${id}`;
}

/** What is posted about one report. */
export type StepPath = 'periode' | 'send' | 'godkjenn' | 'rett' | 'fil';

export function stepPath(id: string, step: StepPath): string {
  return `${reportPath(id)}/${step}`;
}

export function partPath(id: string, part: string): string {
  return `${reportPath(id)}/del/${part}`;
}

export function commentPath(id: string, part: string): string {
  return `${partPath(id, part)}/kommentar`;
}

export function resolvedPath(id: string, part: string): string {
  return `${partPath(id, part)}/lost`;
}

export function writingPath(id: string, part: string): string {
  return `${partPath(id, part)}/skriver`;
}

/** @param publicationId the report's own page is the way back, where signing in comes first */
export function outputPath(outputId: string, publicationId?: string): string {
  return `${REPORTS}/fil/${outputId}${publicationId === undefined ? '' : `?rapport=${publicationId}`}`;
}

/** Said in the address after something was done (`?gjort=`). */
export const DONE = { begun: 'begynt', saved: 'lagret', sent: 'sendt', approved: 'godkjent', corrected: 'rettes', asked: 'lages' } as const;

/** Said by a page that only looks, so that nobody stays signed in by it (web/staff/typed.tsx). */
export const UNSEEN = '?hvile=usett';

/** Where the team's meetings and what was done outwards are kept: pages of earlier modules. */
export const KEPT_MEETINGS = '/teammote';
export const KEPT_OUTREACH = '/statistikk/for-og-etter';
