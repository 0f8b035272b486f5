import type { Lang } from './texts.ts';

/** One value of a national code list (domain reference §8). Codes are stable; a value is end-dated, never removed. */
export type CodeValue<C extends string> = {
  readonly code: C;
  readonly nb: string;
  readonly nn: string;
  readonly en: string;
  /** where it comes from: a seed document (S0–S4), public practice (B), known practice (K) or our proposal (P) */
  readonly source: string;
  readonly parent?: C;
  /** kept for historic cases, never offered for new ones */
  readonly historic?: true;
  /** other wordings met in the field that mean this code */
  readonly synonyms?: readonly string[];
};

export type CodeList<C extends string> = {
  /** the Norwegian name of the list, e.g. VOLDSTYPE */
  readonly name: string;
  readonly values: readonly CodeValue<C>[];
  /** the codes that may be chosen today */
  readonly codes: readonly C[];
  readonly is: (text: string) => text is C;
  readonly label: (code: C, lang: Lang) => string;
};

/** Makes a list of literals into something a form, a rule and a return can share. Throws at load on a double code. */
export function codeList<const C extends string>(name: string, values: readonly CodeValue<C>[]): CodeList<C> {
  const byCode = new Map(values.map((v): [string, CodeValue<C>] => [v.code, v]));
  if (byCode.size !== values.length) throw new Error(`code list ${name} has a double code`);
  return {
    name,
    values,
    codes: values.filter((v) => v.historic !== true).map((v) => v.code),
    is: (text): text is C => byCode.has(text),
    label: (code, lang) => byCode.get(code)?.[lang] ?? code,
  };
}
