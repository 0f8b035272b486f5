import type { ReportContent } from './form/content.ts';
import { ELSEWHERE, NOT_KNOWN } from './form/options.ts';

/** Whether the person lives in a municipality that is known and is none of ours (UTENFOR). @param members numbers of our own */
export function livesOutside({ person: { municipality } }: Pick<ReportContent, 'person'>, members: ReadonlySet<string>): boolean {
  return municipality === ELSEWHERE || (municipality !== NOT_KNOWN && !members.has(municipality));
}
