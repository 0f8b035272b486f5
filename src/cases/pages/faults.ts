import type { Refusal } from '../../kernel/outcome.ts';
import type { Lang } from '../../kernel/texts.ts';
import { refusalText } from '../../web/refusals.ts';
import type { FaultLink } from '../../web/ui/error-summary.tsx';
import { caseTexts } from '../texts.ts';

/** Where a fault that no single field is to blame for leads. */
export const FORM_ID = 'skjema';

/** What is wrong with a field, in words; undefined where nothing is. */
export function faultAt(refused: Refusal | undefined, field: string, lang: Lang): string | undefined {
  const code = refused?.fields?.[field];
  return code === undefined ? undefined : wordsFor(`fault.${code}`, lang) ?? caseTexts[lang]['fault.not_offered'];
}

/** Why something was refused. */
export function refusalWords(code: string, lang: Lang): string {
  return wordsFor(`refusal.${code}`, lang) ?? refusalText(lang, code);
}

function wordsFor(key: string, lang: Lang): string | undefined {
  const words: Readonly<Record<string, string>> = caseTexts[lang];
  return words[key];
}

/** What the error summary says: a line for each field that is on the page, in its order, else one for the whole form. @param asked what the page calls a field where it does not use its usual name */
export function faultLinks(refused: Refusal | undefined, fields: readonly string[], lang: Lang, asked: Readonly<Record<string, string>> = {}): FaultLink[] {
  if (refused === undefined) return [];
  const links = fields.flatMap((field) => {
    const fault = faultAt(refused, field, lang);
    return fault === undefined ? [] : [{ field, text: withQuestion(asked[field] ?? wordsFor(`field.${field}`, lang), fault) }];
  });
  return links.length > 0 ? links : [{ field: FORM_ID, text: refusalWords(refused.code, lang) }];
}

/** «Fyll ut dette» says nothing in a list; with its question it does. */
function withQuestion(question: string | undefined, fault: string): string {
  return question === undefined ? fault : `${question} ${fault}`;
}
