import type { Lang } from '../../kernel/texts.ts';
import { caseTexts } from '../texts.ts';

const BY_ITSELF = ['dangerReported', 'worseReported'] as const;

/** What is said of the danger: what somebody wrote stands as it was written; the sentences that the system writes by itself are stored in bokmål, and read in `lang`. */
export function dangerWords(danger: string, lang: Lang): string {
  return danger.split('\n').map((line) => {
    const key = BY_ITSELF.find((one) => caseTexts.nb[one] === line);
    return key === undefined ? line : caseTexts[lang][key];
  }).join('\n');
}
