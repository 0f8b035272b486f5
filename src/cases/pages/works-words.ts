import type { Lang } from '../../kernel/texts.ts';
import type { CaseState } from '../case.ts';
import { ANSWER } from '../choices.ts';

/** fvl § 6: whoever works beside the person, or beside the suspect, is not the one to look into it. */
export function worksWords({ worksInService, worksWhere }: CaseState['start'], lang: Lang): string | undefined {
  if (worksInService === undefined && worksWhere === undefined) return undefined;
  return [worksInService === undefined ? '' : ANSWER.label(worksInService, lang), worksWhere ?? ''].filter((text) => text !== '').join(' · ');
}
