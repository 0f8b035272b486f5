import { crowd, type Crowd } from '../../kernel/crowd.ts';
import type { Reply, StaffRoute } from '../route.tsx';

/** So many files and searches one colleague may have at once, and how many a minute come again. Whoever works by hand never meets it. */
export const PACE = { most: 60, perMinute: 20 } as const;

/** Counted by colleague, in each process for itself: nobody's pace is another's. */
export function staffPace(each: { readonly most: number; readonly perMinute: number } = PACE): Crowd {
  return crowd({ each, all: { most: Number.MAX_SAFE_INTEGER, perMinute: 0 } });
}

/** Searches through what many files hold. Not among them: the way into one file in an emergency, which nobody is to be kept from. */
const SEARCHES: readonly string[] = ['cases.search', 'cases.find_for_archive', 'cases.find_for_log'];

/** Whether a page takes something out of many files at once, a download or a search: asked before anything is read, so the log never tells of what was not given. */
export function isPaced({ maker, access }: Pick<StaffRoute, 'maker' | 'access'>): boolean {
  return maker === 'file' || SEARCHES.includes(access);
}

/** Whether this answer gave such a thing. What was not given counts for nothing. */
export function counts(route: Pick<StaffRoute, 'access'>, reply: Reply): boolean {
  return reply.kind === 'file' || (reply.kind === 'page' && reply.status === 200 && SEARCHES.includes(route.access));
}
