import type { Lang } from '../../kernel/texts.ts';

/** Words that differ when the person writes about themselves, or where nobody may be named (mode C); what is left out is as for another person. */
export type Sided = { readonly open: string; readonly self?: string; readonly anon?: string };
export type Wording = string | Sided;
export type Question = { readonly label: Wording; readonly hint?: Wording };

type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
/** Like `catalogue`, for words with a shape of their own: what bokmål has, nynorsk and English must have, down to each hint. */
export function inThree<T>(words: { nb: T; nn: Same<T>; en: Same<T> }): Readonly<Record<Lang, T>> {
  return words as Readonly<Record<Lang, T>>; // Same<T> is T with other letters
}
