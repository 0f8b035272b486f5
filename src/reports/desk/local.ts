import { localOf, nationalOf, parted, type LocalChoice, type LocalValue } from '../../regions/codes.ts';
import type { ReportContent } from '../form/content.ts';
import type { FieldName } from '../form/fields.ts';
import type { Entries } from './typed.ts';

/** The questions of the form that reception may answer with a value of the region's own, and the list of each. */
export const DESK_LISTS = { hva: 'VOLDSTYPE', situasjon: 'SAARBARHET', kontakt: 'TJENESTE', sted: 'MELDER' } as const satisfies Partial<Record<FieldName, string>>;
export type LocalQuestion = keyof typeof DESK_LISTS;
export const LOCAL_QUESTIONS = Object.keys(DESK_LISTS) as LocalQuestion[]; // the keys of the line above

function isLocalQuestion(name: string): name is LocalQuestion {
  return LOCAL_QUESTIONS.some((one) => one === name);
}

/**
 * A form as the public form has it, with national codes alone, and what was local in it. A local value that the region does not have leaves
 * the national one above it: a talk on the phone is never refused for the sake of a name.
 */
export function nationalEntries(entries: Entries, values: readonly LocalValue[]): { readonly entries: Entries; readonly local: readonly LocalChoice[] } {
  const chosen = (question: LocalQuestion) => entries.filter(([name]) => name === question).map(([, value]) => value);
  return {
    entries: entries.map(([name, value]) => [name, isLocalQuestion(name) ? nationalOf(value) : value]),
    local: LOCAL_QUESTIONS.flatMap((question) => parted(DESK_LISTS[question], chosen(question), values).local),
  };
}

/** Of these the ones that stand under what the report says: an answer may have been left out with the question it belonged to. */
export function localIn({ violence, vulnerability, contacted, reporter }: ReportContent, local: readonly LocalChoice[]): readonly LocalChoice[] {
  const said: readonly (readonly [list: string, codes: readonly string[]])[] = [['VOLDSTYPE', violence], ['SAARBARHET', vulnerability], ['TJENESTE', contacted], ['MELDER', [reporter.code]]];
  return said.flatMap(([list, codes]) => localOf(list, local).filter(({ parent }) => codes.includes(parent)));
}
