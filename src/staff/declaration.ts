import type { Instant } from '../kernel/time.ts';
import { addDays, osloDay, type Day } from '../kernel/time.ts';

/** The words that the product has where a region has written none of its own. */
export const OWN_WORDS_NONE = 0;

/** Somebody's newest declaration: to which words, and when. */
export type Declared = { readonly version: number; readonly at: Instant };
/** The words that count; `since` is undefined for the product's own, which have always been there. */
export type DeclarationText = { readonly version: number; readonly since: Instant | undefined };

const DAYS_IT_HOLDS = 365;

/** The last day on which a declaration holds (fvl § 13 c asks that the duty is known; that it is said once a year is our own). */
export function declaredUntil({ at }: Declared): Day {
  return addDays(osloDay(at), DAYS_IT_HOLDS);
}

export type Undeclared = 'never' | 'new_words' | 'a_year';

/** Why somebody who signed in then is asked before they see anything; undefined where they are not. New words are asked about at the next sign-in. */
export function whyAsked(newest: Declared | undefined, text: DeclarationText, at: Instant): Undeclared | undefined {
  if (newest === undefined) return 'never';
  if (newest.version < text.version && text.since !== undefined && text.since <= at) return 'new_words';
  return osloDay(at) > declaredUntil(newest) ? 'a_year' : undefined;
}
