import { z } from 'zod';
import type { Period } from './period.ts';
import { ALL, variableOf, type ReturnSchema, type TableSpec } from './schema.ts';

/** One number as it left, kept in clear. `column_code` is empty in a table of one dimension. */
export type ReleasedCell = { readonly table_id: string; readonly row_code: string; readonly column_code: string; readonly shown: number };

/** A sum over the regions; the one without a table says how many regions have sent for that year. */
export type CountrySum = ReleasedCell & { readonly year: number; readonly edition: string };

/** With fewer there are no sums: of two regions, each would read the other's return out of them. The function stats.country asks the same. */
export const FEWEST_REGIONS = 3;

/** Of any schema and edition: what is summed is told apart by the names of tables and codes alone. */
const left = z.object({ tabeller: z.array(z.object({ tabell: z.string(), celler: z.array(z.object({ rad: z.string(), kolonne: z.string().optional(), antall: z.union([z.number(), z.string()]) })) })) });

/**
 * The numbers that a return shows, out of the file that left: nothing else of it is ever summed. «<5», hidden numbers and zeros are no rows,
 * so two returns that read alike are kept alike. @param json the file as it was locked
 */
export function releasedCells(json: string): ReleasedCell[] {
  return left.parse(JSON.parse(json)).tabeller.flatMap(({ tabell, celler }) => celler.flatMap(({ rad, kolonne, antall }): ReleasedCell[] =>
    (typeof antall === 'number' && antall > 0 ? [{ table_id: tabell, row_code: rad, column_code: kolonne ?? '', shown: antall }] : [])));
}

/** undefined for half of one, which left before decision 0059: it would stand beside whole years. */
export function wholeYear({ first, last }: Period): number | undefined {
  return first.endsWith('-01') && last.endsWith('-12') ? Number(first.slice(0, 4)) : undefined;
}

export type CountryYear = {
  readonly year: number;
  /** that most regions sent; of several, the newest: what was counted in different ways is never added up */
  readonly edition: string;
  /** regions whose returns are in the sums */
  readonly regions: number;
  /** regions that sent in another edition, and are in no sum */
  readonly others: number;
  /** whether there are sums */
  readonly enough: boolean;
};

/** The years, newest first, whether or not anybody has sent. @param sums of these years @param edition of a year in which nobody has */
export function countryYears(sums: readonly CountrySum[], through: number, years: number, edition: string): CountryYear[] {
  return Array.from({ length: years }, (_, i) => through - i).map((year) => {
    const sent = sums.filter((one) => one.year === year && one.table_id === '').toSorted((a, b) => b.shown - a.shown || (a.edition < b.edition ? 1 : -1));
    const [most, ...others] = sent;
    const regions = most?.shown ?? 0;
    return { year, edition: most?.edition ?? edition, regions, others: others.reduce((n, one) => n + one.shown, 0), enough: regions >= FEWEST_REGIONS };
  });
}

export type CountryTable = { readonly spec: TableSpec; readonly cells: readonly CountrySum[] };

/** The tables of a year in the order of the schema, those without a number left out. */
export function countryTables(schema: ReturnSchema, sums: readonly CountrySum[], { year, edition }: CountryYear): CountryTable[] {
  return schema.tables.map((spec) => ({ spec, cells: sums.filter((one) => one.table_id === spec.id && one.year === year && one.edition === edition) })).filter(({ cells }) => cells.length > 0);
}

/** The codes of one side of a table that have a number, in the order of the list, codes of earlier editions after those of today, and all at the end. */
export function codesShown(schema: ReturnSchema, variable: string, held: readonly string[]): string[] {
  const inOrder = [...variableOf(schema, variable).values.map(({ code }) => code), ...held.toSorted()].filter((code) => code !== ALL && code !== '' && held.includes(code));
  return [...new Set(inOrder), ...(held.includes(ALL) ? [ALL] : [])];
}

/** A table of two dimensions is told over the years by its row sums. */
export function sumAt(cells: readonly CountrySum[], spec: TableSpec, row: string, column: string | undefined): number | undefined {
  const wanted = column ?? (spec.columns === undefined ? '' : ALL);
  return cells.find((one) => one.row_code === row && one.column_code === wanted)?.shown;
}
