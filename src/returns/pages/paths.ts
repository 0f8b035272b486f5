export const RETURNS = '/statistikk/retur';
export const DECISIONS = '/statistikk/utlevering';
export const CONFIRM_DECISION = '/statistikk/utlevering/bestem';
export const END_DECISION = '/statistikk/utlevering/avslutt';

export function returnPath(id: string): string {
  return `${RETURNS}/${id}`;
}

/** What is posted about one return. */
export type Act = 'las' | 'trekk' | 'sendt';

export function actPath(id: string, act: Act): string {
  return `${returnPath(id)}/${act}`;
}

export function filePath(id: string, file: string): string {
  return `${returnPath(id)}/fil/${file}`;
}

/** Said in the address after something was done (`?gjort=`). */
export const DONE = { prepared: 'forberedt', locked: 'last', withdrawn: 'trukket', sent: 'sendt', proposed: 'foreslatt', decided: 'bestemt', ended: 'avsluttet' } as const;
