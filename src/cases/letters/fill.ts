import type { Lang } from '../../kernel/texts.ts';
import type { Letter } from '../choices/document.ts';
import { LETTERS_EN } from './en.ts';
import { LETTERS_NB } from './nb.ts';
import { LETTERS_NN } from './nn.ts';

/** What the national template of a letter says. */
export const NATIONAL: Readonly<Record<Lang, Readonly<Record<Letter, string>>>> = { nb: LETTERS_NB, nn: LETTERS_NN, en: LETTERS_EN };

/** Fields that the case fills in where it knows. */
export const FROM_CASE = ['person', 'fodt', 'kommune', 'region', 'telefon', 'dato', 'referanse', 'saksansvarlig', 'mottaker', 'tiltak', 'hjemmel', 'samtykke'] as const;
/** Fields that only whoever writes can fill in. */
export const BY_HAND = ['tid', 'sted', 'tekst'] as const;
export type FromCase = (typeof FROM_CASE)[number];

const FIELD = /\[\[\s*([^[\]]*?)\s*\]\]/g;

/** Fields in a template that are none of ours, as they were written; also a bracket pair that never closes. */
export function unknownFields(template: string): readonly string[] {
  const known: readonly string[] = [...FROM_CASE, ...BY_HAND];
  const wrong = [...template.matchAll(FIELD)].flatMap(([whole, name = '']) => (known.includes(name) ? [] : [whole]));
  return [...new Set([...wrong, ...(template.replace(FIELD, '').match(/\[\[|\]\]/g) ?? [])])];
}

/** The template with what is known filled in; the rest stands as it is, so that nobody takes it for finished. */
export function fill(template: string, known: Readonly<Partial<Record<FromCase, string | undefined>>>): string {
  const words: Readonly<Record<string, string | undefined>> = known;
  return template.replace(FIELD, (whole, name: string) => {
    const value = words[name]?.trim();
    // what people wrote elsewhere can hold brackets of its own: they would be taken for a field that was left open
    return value === undefined || value === '' ? whole : value.replace(/\[\[|\]\]/g, (pair) => pair.charAt(0));
  });
}
