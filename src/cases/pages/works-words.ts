import type { Lang } from '../../kernel/texts.ts';
import type { CaseState } from '../case.ts';
import { ANSWER } from '../choices.ts';

/** fvl § 6: whoever works beside the person, or beside the suspect, is not the one to look into it. Where a place stands, somebody works there, whatever was answered. */
export function worksWords({ worksInService, worksWhere }: CaseState['start'], lang: Lang): string | undefined {
  const works = worksWhere === undefined ? worksInService : 'JA';
  return works === undefined ? undefined : [ANSWER.label(works, lang), ...(worksWhere === undefined ? [] : [worksWhere])].join(' · ');
}
