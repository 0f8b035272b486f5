/** Written languages. Northern Sámi (se) is prepared: its texts stand beside these, and are shown only once somebody has approved them. */
export const LANGUAGES = ['nb', 'nn', 'en'] as const;
export type Lang = (typeof LANGUAGES)[number];

export type Word = string | ((...args: never[]) => string);
type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] };

/**
 * Words in a language that is prepared and not yet offered. `approved`: the person who knows the language and has read every
 * word, and the day; false as long as nobody has.
 */
export type Prepared<T> = { readonly approved: false | { readonly by: string; readonly on: string }; readonly words: T };

/** The prepared words, or undefined where nobody has approved them: what nobody has read is never shown. */
export function approvedWords<T>(prepared: Prepared<T>): T | undefined {
  return prepared.approved === false ? undefined : prepared.words;
}

type Catalogue<T> = Readonly<Record<Lang, Same<T>>> & {
  /** the words that there are in Northern Sámi; absent until approved */
  readonly se?: Partial<Same<T>>;
};

/** A module's words. A key missing in nynorsk or English does not compile. */
export function catalogue<T extends Readonly<Record<string, Word>>>(words: { nb: T; nn: Same<T>; en: Same<T>; se?: Prepared<Partial<Same<T>>> }): Catalogue<T> {
  const { se: prepared, ...spoken } = words;
  const se = prepared === undefined ? undefined : approvedWords(prepared);
  return { ...spoken, ...(se === undefined ? {} : { se }) } as Catalogue<T>; // nb is T itself, and T is Same<T> with its own letters
}
