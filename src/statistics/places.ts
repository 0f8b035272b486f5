import type { MunicipalityRow } from '../regions/public.ts';

export type Place = { readonly number: string; readonly name: string };

/** The municipalities that figures can be read for: one that became part of another is counted there. */
export function placesOf(members: readonly MunicipalityRow[]): Place[] {
  const own = members.filter((row) => row.merged_into === null);
  return own.filter((row, at) => own.findIndex((one) => one.number === row.number) === at).map(({ number, name }) => ({ number, name }));
}

/** The four digits under which a municipality is counted today; undefined for one that never was a member. */
export function countedUnder(members: readonly MunicipalityRow[], number: string | undefined): string | undefined {
  const rowOf = (id: string | null) => members.find((row) => row.municipality_id === id);
  let row = members.find((one) => one.number === number);
  // as many steps as there are members: a ring of mergers must not hang a page
  for (const _ of members) row = rowOf(row?.merged_into ?? null) ?? row;
  return row?.number;
}
