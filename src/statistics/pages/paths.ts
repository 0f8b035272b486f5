import type { SheetFormat } from '../../kernel/spreadsheet.ts';
import type { Explored } from '../queries/explore.ts';

export const FIGURES = '/statistikk';
export const INTERNAL = `${FIGURES}/saker`;
export const EXPLORE = `${FIGURES}/utforsk`;
export const OVER_TIME = `${FIGURES}/over-tid`;
export const OUTREACH_AT = `${FIGURES}/for-og-etter`;
export const OUTREACH_REMOVED = `${OUTREACH_AT}/ta-bort`;

export const HOURS_AT = `${FIGURES}/timer`;

export function hoursPath(asked: { readonly kommune: string; readonly ar: string }): string {
  return `${HOURS_AT}?${new URLSearchParams(asked).toString()}`;
}

/** Where the same is fetched as a file. */
export function takeOutPath(at: string, format: SheetFormat | 'svg', query: string): string {
  return `${at}/fil/${format}${query === '' ? '' : `?${query}`}`;
}

/** What is chosen on «Utforsk», as its address has it. */
export function exploreQuery({ subject, chosen }: Explored): string {
  const { by, across, from, through, owner } = chosen;
  return new URLSearchParams({ hva: subject, etter: by, ...(across === undefined ? {} : { mot: across }), fra: from, til: through, ...(owner === undefined ? {} : { kommune: owner }) }).toString();
}
