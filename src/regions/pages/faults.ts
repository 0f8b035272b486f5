import type { Refusal } from '../../kernel/outcome.ts';
import type { Lang } from '../../kernel/texts.ts';
import { refusalText } from '../../web/refusals.ts';
import type { FaultLink } from '../../web/ui/error-summary.tsx';
import type { Typed } from '../hours-form.ts';
import { clockTexts } from '../texts/clock.ts';
import { OPENING_HOURS_TEXTS } from '../texts/opening-hours.ts';
import { senderTexts } from '../texts/senders.ts';
import { regionTexts } from '../texts/page.ts';

/** What is wrong with which field, in words. */
export type Faults = Readonly<Record<string, string>>;

/** The sentence for a code: this module's own words first, then what all share. */
function wordsFor(code: string, lang: Lang): string {
  return refusalText(lang, code, regionTexts[lang], OPENING_HOURS_TEXTS[lang], clockTexts[lang], senderTexts[lang]);
}

/** A field's fault by its name; the schema knows the field as `typed.<name>`. */
export function faultsOf(refused: Refusal | undefined, lang: Lang): Faults {
  return Object.fromEntries(Object.entries(refused?.fields ?? {}).map(([path, code]) => [path.replace(/^typed\./, ''), wordsFor(code, lang)]));
}

/** The lines of the error summary: each fault with the label of its field, or one that leads to `id`. */
export function faultLinks(refused: Refusal | undefined, lang: Lang, labels: Typed, id: string): FaultLink[] {
  if (refused === undefined) return [];
  const t = regionTexts[lang];
  const links = Object.entries(faultsOf(refused, lang)).filter(([field]) => labels[field] !== undefined).map(([field, text]) => ({ field, text: t.faultAt(labels[field] ?? '', text) }));
  return links.length > 0 ? links : [{ field: id, text: wordsFor(refused.code, lang) }];
}
