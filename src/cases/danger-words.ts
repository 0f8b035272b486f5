import { LANGUAGES, type Lang } from '../kernel/texts.ts';
import { caseTexts } from './texts.ts';

const BY_ITSELF = ['dangerReported', 'worseReported'] as const;

/**
 * What is said of the danger, for somebody who reads `lang`: what somebody wrote stands as it was written. The sentences that the system writes by itself are stored in bokmål; whoever
 * assesses anew finds them in the language of the page, and they are stored as that form was sent.
 */
export function dangerWords(danger: string, lang: Lang): string {
  return danger.split('\n').map((line) => {
    const key = BY_ITSELF.find((one) => LANGUAGES.some((other) => caseTexts[other][one] === line));
    return key === undefined ? line : caseTexts[lang][key];
  }).join('\n');
}
