export const RETURNS = '/statistikk/retur';
export const DECISIONS = '/statistikk/utlevering';
export const CONFIRM_DECISION = '/statistikk/utlevering/bestem';
export const END_DECISION = '/statistikk/utlevering/avslutt';

/** Where on the list of returns the decisions stand. */
export const DECISION_PART = 'vedtak';

export const COUNTRY = '/statistikk/landet';

/** What is chosen stands in the address; nothing of it is of a person. */
type CountryAsked = { readonly retur?: string; readonly ar?: string; readonly tabell?: string };

export function countryPath(asked: CountryAsked): string {
  return `${COUNTRY}?${new URLSearchParams(asked).toString()}`;
}

export function countryFilePath(file: string, asked: CountryAsked): string {
  return `${COUNTRY}/fil/${file}?${new URLSearchParams(asked).toString()}`;
}

export function returnPath(id: string): string {
  return `${RETURNS}/${id}`;
}

/** What is posted about one return. */
export type Act = 'las' | 'trekk' | 'sendt' | 'rett';

export function actPath(id: string, act: Act): string {
  return `${returnPath(id)}/${act}`;
}

export function filePath(id: string, file: string): string {
  return `${returnPath(id)}/fil/${file}`;
}

/** Said in the address after something was done (`?gjort=`). */
export const DONE = { prepared: 'forberedt', locked: 'last', withdrawn: 'trukket', sent: 'sendt', proposed: 'foreslatt', decided: 'bestemt', ended: 'avsluttet' } as const;
