import type { ReactNode } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { day } from '../../kernel/time.ts';
import type { LocalChoice } from '../../regions/codes.ts';
import { DescriptionList, type Fact } from '../../web/ui/facts.tsx';
import { Written } from '../../web/ui/layout.tsx';
import { dateWords } from '../../web/ui/moments.ts';
import { FIELDS, type FieldName } from '../fields.ts';
import { casePageTexts } from '../texts/page.ts';
import type { Names } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';
import { ownLabel } from './field-codes.ts';

/** Who reads, and what ids are called. */
export type Reading = { readonly lang: Lang; readonly names: Names; readonly municipalities: Names };

/** An answer to a field, as it is kept. */
export type Given = string | readonly string[] | undefined;
/** `local`: the region's own values among the codes */
export type Answer = readonly [name: FieldName, value: Given, local?: readonly LocalChoice[] | undefined];

/** What was answered, in the order given: the question as the form asks it, the answer in words. What was not answered is left out. */
export function answered(fields: readonly Answer[], reading: Reading): Fact[] {
  return fields.filter(([, value]) => value !== undefined && value.length > 0).map(([name, value, local]) => ({ term: caseTexts[reading.lang][`field.${name}`], value: inWords(name, value ?? '', local, reading) }));
}

export function Answered({ fields, reading }: { fields: readonly Answer[]; reading: Reading }) {
  return <DescriptionList items={answered(fields, reading)} />;
}

function inWords(name: FieldName, value: string | readonly string[], local: Answer[2], reading: Reading): ReactNode {
  const all = typeof value === 'string' ? [value] : value;
  const { kind } = FIELDS[name];
  if (kind === 'text' || kind === 'way') return <Written text={all.join('\n')} />;
  if (kind === 'codes' && all.length > 1) return <ul>{all.map((code) => <li key={code}>{ownLabel(name, code, local, reading.lang)}</li>)}</ul>;
  return all.map((one) => oneInWords(name, one, local, reading)).join(', ');
}

function oneInWords(name: FieldName, value: string, local: Answer[2], { lang, names, municipalities }: Reading): string {
  switch (FIELDS[name].kind) {
    case 'user': return names[value] ?? casePageTexts[lang].someone;
    case 'municipality': return municipalities[value] ?? casePageTexts[lang].unknownPlace;
    case 'day': case 'comingDay': case 'link': return dayInWords(value, lang);
    default: return ownLabel(name, value, local, lang);
  }
}

function dayInWords(value: string, lang: Lang): string {
  const on = day(value);
  return on === undefined ? value : dateWords(on, lang);
}

/** Who, as the page names them; a writer that is no longer among the staff keeps the place but not the name. */
export function nameOf(writer: string | undefined, { names, lang }: Pick<Reading, 'names' | 'lang'>): string {
  if (writer === 'system') return casePageTexts[lang].theSystem;
  return (writer === undefined ? undefined : names[writer]) ?? casePageTexts[lang].someone;
}
