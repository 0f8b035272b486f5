import { isDeepStrictEqual } from 'node:util';
import type { CodeValue } from '../kernel/codes.ts';
import { done, refuse, type Outcome } from '../kernel/outcome.ts';
import { plainLine } from '../kernel/plain-text.ts';
import { day, type Day } from '../kernel/time.ts';
import { AGE_BAND, GENDER } from '../people/codes.ts';
import { isOfferedOn, type LocalValue } from '../regions/codes.ts';
import { BASIS, CHANNEL, CONSENT, isService, NEED, RELATION, REPORTER, SERVICE, VIOLENCE, VULNERABILITY } from '../reports/codes.ts';
import { ACHIEVED, CASE_TYPE, CLOSING_REASON, MEASURE, MEASURE_STATUS } from './codes.ts';

/** The national lists that figures and returns are made of (kodeverk, domain reference §8), in the order of the page. */
export const MAIN_LISTS = [
  { name: 'TJENESTE', values: SERVICE.values }, { name: 'TILTAK', values: MEASURE.values }, { name: 'MELDER', values: REPORTER.values }, { name: 'SAARBARHET', values: VULNERABILITY.values },
  { name: 'VOLDSTYPE', values: VIOLENCE.values }, { name: 'SAKSTYPE', values: CASE_TYPE.values }, { name: 'RELASJON', values: RELATION.values }, { name: 'MELDEKANAL', values: CHANNEL.values },
  { name: 'TILTAKSSTATUS', values: MEASURE_STATUS.values }, { name: 'UTFALL', values: CLOSING_REASON.values }, { name: 'ONSKE_OPPNADD', values: ACHIEVED.values }, { name: 'SAMTYKKE', values: CONSENT.values },
  { name: 'HJEMMEL', values: BASIS.values }, { name: 'KJONN', values: GENDER.values }, { name: 'ALDERSGRUPPE', values: AGE_BAND.values }, { name: 'TILRETTELEGGING', values: NEED.values },
] as const satisfies readonly MainCodeList[];
export type MainCodeList = { readonly name: string; readonly values: readonly CodeValue<string>[] };
export type MainList = (typeof MAIN_LISTS)[number]['name'];

/**
 * krl § 5: who has been in contact with a shelter is hidden from whoever has no basis for knowing, by these codes (reports/shelter-basis.ts).
 * A local name under one of them would tell it all the same.
 */
const TELLS_OF_SHELTER: readonly string[] = ['KRISESENTER', 'KRISESENTER_BO', 'KRISESENTER_DAG'];
/** Answers that name no service, no measure and no need: there is nothing to be more exact about. */
const NOTHING_NAMED: readonly string[] = ['UKJENT', 'IKKE_OPPGITT', 'INGEN', 'TAKKET_NEI'];

/** Recorded by whoever assesses, and not offered where a report is typed in: a value under it could never be chosen (test/cases/code-lists.test.ts). */
const NOT_ASKED: readonly string[] = ['LATENT', 'VOLDTEKT', 'KJONNSLEMLESTELSE'];

/** The national codes that a region may have values of its own under: those that reception or a case asks for. */
const PARENTS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['TJENESTE', SERVICE.codes], ['TILTAK', MEASURE.codes], ['MELDER', REPORTER.codes.filter(isService)], ['SAARBARHET', VULNERABILITY.codes], ['VOLDSTYPE', VIOLENCE.codes.filter((code) => !NOT_ASKED.includes(code))],
  ['RELASJON', RELATION.codes], ['UTFALL', CLOSING_REASON.codes],
]);

/** Empty: this list is the same everywhere. */
export function parentsIn(list: string): readonly string[] {
  return (PARENTS.get(list) ?? []).filter((code) => !TELLS_OF_SHELTER.includes(code) && !NOTHING_NAMED.includes(code));
}

export function mainList(name: string): MainCodeList | undefined {
  return MAIN_LISTS.find((list) => list.name === name);
}

/** As people search: no matter of capitals, spaces, hyphens, or how æ, ø and å are written. */
export function folded(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('nb').replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'a').normalize('NFD').replace(/[^a-z0-9]/g, '');
}

type Worded = Pick<CodeValue<string>, 'nb' | 'nn' | 'en' | 'synonyms'>;

/** Whether somebody who writes this means the value: its code, a label in any language, or another word for it. */
export function means({ code = '', nb, nn, en, synonyms = [] }: Worded & { readonly code?: string }, sought: string): boolean {
  const wanted = folded(sought);
  return wanted !== '' && [code, nb, nn, en, ...synonyms].some((word) => folded(word).includes(wanted));
}

/** A local value as it was typed; `replaces`: the id of the one whose place it takes, empty for none. */
export type TypedValue = { readonly list: string; readonly parent: string; readonly nb: string; readonly nn: string; readonly en: string; readonly synonyms: string; readonly from: string; readonly replaces: string };
export type NewValue = { readonly value: Omit<LocalValue, 'id'>; readonly replaces: LocalValue | undefined };

const LONGEST = 80;
const LONGEST_SYNONYMS = 400;

function wordsIn(typed: TypedValue): Required<Worded> {
  const synonyms = [...new Set(plainLine(typed.synonyms.replace(/[\r\n;]+/g, ',')).split(',').map((word) => word.trim()).filter((word) => word !== ''))];
  return { nb: plainLine(typed.nb).trim(), nn: plainLine(typed.nn).trim(), en: plainLine(typed.en).trim(), synonyms };
}

/** Whether this form has made this value already. The same page with other words has not. */
export function isMadeOf(value: LocalValue, typed: TypedValue): boolean {
  const { nb, nn, en, synonyms, from } = value;
  const inPlace = typed.replaces !== '' || (value.list === typed.list && value.parent === typed.parent);
  return inPlace && from === typed.from && isDeepStrictEqual({ nb, nn, en, synonyms: [...synonyms ?? []] }, wordsIn(typed));
}

/**
 * A new local value, or every fault by its field: `missing`, `too_long`, `not_offered` (parent), `no_such_day`, `in_past`, `is_national` (the
 * list has it already, perhaps as a synonym), `already_there` (the region has it). Refusals: `already_ended` where what it replaces has ended.
 * @param values all that the region has
 */
export function newValue(typed: TypedValue, values: readonly LocalValue[], today: Day): Outcome<NewValue> {
  const replaces = values.find(({ id }) => id === typed.replaces);
  if (typed.replaces !== '' && replaces === undefined) return refuse('bad_input', { replaces: 'not_offered' });
  if (replaces?.ends !== undefined) return refuse('already_ended');
  const { list, parent } = replaces ?? typed;
  const { synonyms, ...words } = wordsIn(typed);
  const from = day(typed.from);
  const faults: Record<string, string> = {};
  for (const [name, word] of Object.entries(words)) {
    const fault = wordFault(word, list, values.filter((one) => one.id !== replaces?.id && (from === undefined || isOfferedOn(one, from))));
    if (fault !== undefined) faults[name] = fault;
  }
  if (!parentsIn(list).includes(parent)) faults['parent'] = parent === '' ? 'missing' : 'not_offered';
  if (synonyms.join().length > LONGEST_SYNONYMS) faults['synonyms'] = 'too_long';
  const when = dayFault(typed.from, today);
  if (when !== undefined) faults['from'] = when;
  if (from === undefined || Object.keys(faults).length > 0) return refuse('bad_input', faults);
  return done({ value: { list, parent, ...words, synonyms, from, ends: undefined }, replaces });
}

function wordFault(word: string, list: string, others: readonly LocalValue[]): string | undefined {
  if (word === '') return 'missing';
  if (word.length > LONGEST) return 'too_long';
  const same = (one: Worded): boolean => [one.nb, one.nn, one.en, ...(one.synonyms ?? [])].some((other) => folded(other) === folded(word));
  if (mainList(list)?.values.some(same) === true) return 'is_national';
  return others.some((one) => one.list === list && same(one)) ? 'already_there' : undefined;
}

/** A value begins and ends today or later: what was written before then was written with what was offered. */
export function dayFault(typed: string, today: Day): 'missing' | 'no_such_day' | 'in_past' | undefined {
  const on = day(typed);
  if (on === undefined) return typed.trim() === '' ? 'missing' : 'no_such_day';
  return on < today ? 'in_past' : undefined;
}
