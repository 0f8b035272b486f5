/** Written languages. Northern Sámi (se) is prepared: it is shown only where a region has approved its texts. */
export const LANGUAGES = ['nb', 'nn', 'en'] as const;
export type Lang = (typeof LANGUAGES)[number];

export type Word = string | ((...args: never[]) => string);
type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] };

/** A module's words. A key missing in nynorsk or English does not compile. */
export function catalogue<T extends Readonly<Record<string, Word>>>(words: { nb: T; nn: Same<T>; en: Same<T> }): Readonly<Record<Lang, Same<T>>> {
  return words as Readonly<Record<Lang, Same<T>>>; // nb is T itself, and T is Same<T> with its own letters
}
