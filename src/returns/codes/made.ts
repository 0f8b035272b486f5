import type { CodeList, CodeValue } from '../../kernel/codes.ts';
import type { Value } from '../schema.ts';

/** The values of a national list that stand in a table, those named at the end last. Finer values are counted under theirs. */
export function topValues<C extends string>(list: CodeList<C>, { without = [], last = [] }: { readonly without?: readonly C[]; readonly last?: readonly C[] } = {}): Value[] {
  const top = list.values.filter((one) => one.parent === undefined && !without.includes(one.code)).map(({ code, nb, nn, en }) => ({ code, nb, nn, en }));
  const isLast = ({ code }: Value): boolean => last.some((one) => one === code);
  return [...top.filter((one) => !isLast(one)), ...top.filter(isLast)];
}

/** Each code to itself or to the one it belongs under. @param into codes that stand under another one in this return */
export function upward<C extends string>(list: CodeList<C>, into: Readonly<Record<string, C>> = {}): Record<string, string> {
  const parents: readonly CodeValue<C>[] = list.values;
  return Object.fromEntries(parents.map(({ code, parent }) => [code, into[code] ?? parent ?? code]));
}

/** Our codes by what the receiver calls them, turned around. */
export function mapped<C extends string>(into: Readonly<Record<string, readonly C[]>>): Record<string, string> {
  return Object.fromEntries(Object.entries(into).flatMap(([to, codes]) => codes.map((code): [string, string] => [code, to])));
}
