import type { Refusal } from '../../../kernel/outcome.ts';
import type { Lang } from '../../../kernel/texts.ts';
import { refusalText } from '../../../web/refusals.ts';
import type { StaffRequest } from '../../../web/route.tsx';
import type { FaultLink } from '../../../web/ui/error-summary.tsx';
import { paperTexts } from '../../paper/texts.ts';

function wordsFor(code: string, lang: Lang): string {
  const words: Readonly<Record<string, unknown>> = paperTexts[lang];
  const found = words[code];
  return typeof found === 'string' ? found : refusalText(lang, code);
}

/** What is wrong with which field, in words; one of several boxes is the group's. */
export function paperFaults(refused: Refusal | undefined, lang: Lang): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(refused?.fields ?? {}).map(([field, code]) => [field.split('.')[0] ?? field, wordsFor(code, lang)]));
}

export function paperLinks({ refused, lang }: StaffRequest): FaultLink[] {
  if (refused === undefined) return [];
  const links = Object.entries(paperFaults(refused, lang)).map(([field, text]) => ({ field, text }));
  return links.length > 0 ? links : [{ field: 'innhold', text: wordsFor(refused.code, lang) }];
}
