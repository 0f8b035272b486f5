import { SAMI_AREA } from './municipalities.ts';

/** The Sámi languages in which every text of the public pages has been approved. */
export type SamiLanguages = ReadonlySet<'se' | 'smj' | 'sma'>;

/**
 * Municipalities that take part and whose people have a right to forms in a Sámi language (sameloven § 3-2), while there are no approved texts in it.
 * Health names them, so that somebody sees to it.
 */
export function withoutSamiTexts(members: readonly { readonly number: string; readonly name: string }[], approved: SamiLanguages): string[] {
  return members.filter(({ number }) => {
    const language = SAMI_AREA[number];
    return language !== undefined && !approved.has(language);
  }).map(({ name }) => name);
}
