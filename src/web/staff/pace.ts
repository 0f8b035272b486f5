import { crowd, type Crowd } from '../public/crowd.ts';
import type { Reply, StaffRoute } from '../route.tsx';

/** So many files and searches one colleague may have at once, and how many a minute come again. Whoever works by hand never meets it. */
export const PACE = { most: 60, perMinute: 20 } as const;

/** Counted by colleague, in each process for itself: nobody's pace is another's. */
export function staffPace(each: { readonly most: number; readonly perMinute: number } = PACE): Crowd {
  return crowd({ each, all: { most: Number.MAX_SAFE_INTEGER, perMinute: 0 } });
}

const SEARCHES: readonly string[] = ['cases.search', 'cases.find_for_emergency', 'cases.find_for_archive', 'cases.find_for_log'];

/** Whether an answer takes something out of many files at once: a download, or what a search found. What was not given counts for nothing. */
export function counts(route: Pick<StaffRoute, 'access'>, reply: Reply): boolean {
  return reply.kind === 'file' || (reply.kind === 'page' && reply.status === 200 && SEARCHES.includes(route.access));
}
