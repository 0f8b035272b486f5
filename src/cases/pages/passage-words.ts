import type { Lang } from '../../kernel/texts.ts';
import { NEED, RELATION, VIOLENCE, VULNERABILITY } from '../../reports/codes.ts';
import { momentWords } from '../../web/ui/moments.ts';
import { casePageTexts } from '../page-texts.ts';
import type { Passage, Said } from '../passages.ts';
import { caseTexts } from '../texts.ts';
import { codeLabel } from './field-codes.ts';

/** A piece of a case as a person reads it. */
export type PassageWords = { readonly title: string; readonly lines: readonly string[] };

const LISTS = [...VIOLENCE.values, ...VULNERABILITY.values, ...RELATION.values, ...NEED.values];

export function passageWords({ type, at, said, covered }: Passage, lang: Lang): PassageWords {
  const t = casePageTexts[lang];
  return { title: `${t[`event_${type}`]}, ${momentWords(at, lang)}`, lines: covered === true ? [t.reporterCovered] : said.map((one) => line(one, lang)) };
}

function line({ field, values }: Said, lang: Lang): string {
  if (field === undefined) return values.map((value) => LISTS.find(({ code }) => code === value)?.[lang] ?? value).join(', ');
  return `${caseTexts[lang][`field.${field}`]} ${values.map((value) => codeLabel(field, value, lang)).join(', ')}`;
}
