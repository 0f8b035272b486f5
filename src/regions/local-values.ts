import type { Lang } from '../kernel/texts.ts';
import type { Day } from '../kernel/time.ts';

/**
 * A region's own value of a code list (lokal verdi). It stands under a national one of the same list, and that is what rules, statistics
 * and returns go on seeing. It is never renamed and never deleted: it ends, and another may take its place.
 */
export type LocalValue = {
  readonly id: string;
  /** the Norwegian name of the list, e.g. TJENESTE */
  readonly list: string;
  /** the national code that it stands under */
  readonly parent: string;
  readonly nb: string;
  readonly nn: string;
  readonly en: string;
  readonly synonyms: readonly string[];
  readonly from: Day;
  /** the first day on which it is no longer offered; undefined: none is set */
  readonly ends: Day | undefined;
};

/** A local value as an entry keeps it beside the national code: with its words, so that the entry can be read wherever it is taken. */
export type LocalChoice = Pick<LocalValue, 'list' | 'parent' | 'id' | 'nb' | 'nn' | 'en'>;

/** Whether this is one, in what an entry keeps. */
export function isLocalChoice(value: unknown): value is LocalChoice {
  return typeof value === 'object' && value !== null && ['list', 'parent', 'id', 'nb', 'nn', 'en'].every((key) => typeof Reflect.get(value, key) === 'string');
}

export function isOfferedOn({ from, ends }: Pick<LocalValue, 'from' | 'ends'>, on: Day): boolean {
  return from <= on && (ends === undefined || on < ends);
}

/** Stands between the national code and the id of the local value in what a form sends. No code has it. */
const MARK = ':';

/** A local value as a form offers it. */
export function chosenAs({ parent, id }: Pick<LocalValue, 'parent' | 'id'>): string {
  return `${parent}${MARK}${id}`;
}

/** The national code of what was chosen in a form, local or not. */
export function nationalOf(chosen: string): string {
  return chosen.split(MARK, 1)[0] ?? chosen;
}

/** `unknown`: a local value was named that is not offered here. */
export type Parted = { readonly national: readonly string[]; readonly local: readonly LocalChoice[]; readonly unknown: boolean };

/** What was chosen of a list, as it is kept: national codes, each once, and the local values among them. @param offered of the region, on the day */
export function parted(list: string, chosen: readonly string[], offered: readonly LocalValue[]): Parted {
  const named = chosen.filter((one) => one.includes(MARK));
  const local = offered.filter((one) => one.list === list && named.includes(chosenAs(one)));
  return { national: [...new Set(chosen.map(nationalOf))], local: local.map(kept), unknown: local.length < new Set(named).size };
}

function kept({ list, parent, id, nb, nn, en }: LocalValue): LocalChoice {
  return { list, parent, id, nb, nn, en };
}

/** The local values of some list among those that were chosen. */
export function localOf(list: string, local: readonly LocalChoice[] | undefined): readonly LocalChoice[] {
  return local?.filter((one) => one.list === list) ?? [];
}

/** What is kept, as a form has it chosen: a local value in place of the national code above it. */
export function rejoined(list: string, codes: readonly string[], local: readonly LocalChoice[] | undefined): string[] {
  const own = localOf(list, local);
  return codes.flatMap((code) => {
    const under = own.filter(({ parent }) => parent === code).map(chosenAs);
    return under.length === 0 ? [code] : under;
  });
}

/** «Nattpatruljen (Hjemmetjenesten)»: the region's own word with the national one after it; the national one alone where nothing local was chosen. */
export function localWords(list: string, code: string, national: string, local: readonly LocalChoice[] | undefined, lang: Lang): string {
  const own = localOf(list, local).filter(({ parent }) => parent === code);
  return own.length === 0 ? national : `${own.map((one) => one[lang]).join(', ')} (${national})`;
}
