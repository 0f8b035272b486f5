import type { Refusal } from '../../kernel/outcome.ts';
import type { Lang } from '../../kernel/texts.ts';
import type { Form } from '../../web/http/form-body.ts';
import { refusalText } from '../../web/refusals.ts';
import type { StaffRequest } from '../../web/route.tsx';
import type { FaultLink } from '../../web/ui/error-summary.tsx';
import { consultationTexts } from '../texts.ts';

/** The boxes with free words, in which nobody may be named. */
const WORDED = ['advice', 'card', 'grounds'] as const;

/** What was typed in them. */
export function wordedIn(form: Form): Record<string, string> {
  return Object.fromEntries(WORDED.map((name) => [name, form.one(name)]));
}

/** What is wrong with which box, in words. */
export function boxFaults(refused: Refusal | undefined, lang: Lang): Readonly<Partial<Record<string, string>>> {
  return Object.fromEntries(Object.entries(refused?.fields ?? {}).map(([field, code]) => [field.split('.')[0] ?? field, refusalText(lang, code, consultationTexts[lang])]));
}

/** What the summary says: a line for each box, or what is wrong with all of it. */
export function faultLinks({ refused, lang }: StaffRequest): FaultLink[] {
  if (refused === undefined) return [];
  const links = Object.entries(boxFaults(refused, lang)).flatMap(([field, text]) => (text === undefined ? [] : [{ field, text }]));
  return links.length > 0 ? links : [{ field: 'innhold', text: refusalText(lang, refused.code, consultationTexts[lang]) }];
}
