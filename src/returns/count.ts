import type { CaseFact, CountTable } from '../statistics/public.ts';
import { contains, type Period } from './period.ts';
import { variableOf, type Field, type Form, type Population, type ReturnSchema, type TableSpec, type Variable } from './schema.ts';

/** A case as figures know it, and whether it belongs outside the co-operation as they see it: received, and not ours. */
export type ReturnFact = CaseFact & { readonly outside: boolean };

const ENQUIRED: readonly string[] = ['MA', 'BOR', 'KAN'];

const CODES: Readonly<Record<Field, (fact: ReturnFact) => readonly string[]>> = {
  gender: (fact) => [fact.gender],
  ageBand: (fact) => [fact.ageBand],
  reporter: (fact) => [fact.reporter],
  violence: (fact) => fact.violence,
  vulnerability: (fact) => fact.vulnerability,
  relation: (fact) => fact.relation,
  caseType: (fact) => (fact.caseType === undefined ? [] : [fact.caseType]),
  measures: (fact) => fact.measures,
  closingReasons: (fact) => fact.closingReasons,
  wish: (fact) => (fact.wish === undefined ? [] : [fact.wish]),
  belongs: (fact) => [fact.outside ? 'UTENFOR' : 'EGEN'],
};

/** The receiver's values of a case, in the order of the list; of a variable that holds one, the first. «Otherwise» only where nothing else is known. */
export function valuesOf(variable: Variable, fact: ReturnFact): readonly string[] {
  const held = new Set(CODES[variable.from](fact).map((code) => variable.map[code]));
  const named = variable.values.map(({ code }) => code).filter((code) => held.has(code));
  const known = named.length > 1 ? named.filter((code) => code !== variable.otherwise) : named;
  if (known.length === 0) return variable.otherwise === undefined ? [] : [variable.otherwise];
  return variable.many === true ? known : known.slice(0, 1);
}

/** Whether a table of this kind counts the case in the period. Each case once, also where the address is secret: the region is the smallest place here. */
export function isCounted(fact: ReturnFact, population: Population, period: Period): boolean {
  switch (population) {
    case 'RECEIVED': return contains(period, fact.openedMonth);
    case 'OWN': return contains(period, fact.openedMonth) && !fact.outside;
    case 'ASSESSED': return contains(period, fact.openedMonth) && !fact.outside && ENQUIRED.includes(fact.caseType ?? '');
    case 'CLOSED': return contains(period, fact.closedMonth) && fact.status === 'AVSLUTTET' && !fact.outside;
  }
}

/** Whether a return of this form tells anything of the case that «Tall» does not: what came in the year is told by the tables that stand. */
export function isToldBy(schema: ReturnSchema, form: Form, fact: ReturnFact, period: Period): boolean {
  return form === 'RADER' ? isCounted(fact, 'OWN', period) : schema.tables.some(({ block, counts }) => block === undefined && isCounted(fact, counts, period));
}

export type Place = { readonly rows: readonly string[]; readonly columns: readonly string[] };

/** Where a case stands in a table; undefined where it does not. */
export function placeOf(schema: ReturnSchema, table: TableSpec, fact: ReturnFact, period: Period): Place | undefined {
  if (!isCounted(fact, table.counts, period)) return undefined;
  const rows = valuesOf(variableOf(schema, table.rows), fact);
  const columns = table.columns === undefined ? [''] : valuesOf(variableOf(schema, table.columns), fact);
  return rows.length === 0 || columns.length === 0 ? undefined : { rows, columns };
}

export function placesIn(schema: ReturnSchema, table: TableSpec, facts: readonly ReturnFact[], period: Period): Place[] {
  return facts.map((fact) => placeOf(schema, table, fact, period)).filter((place) => place !== undefined);
}

const codes = ({ values }: Variable): string[] => values.map(({ code }) => code);

export function countPlaces(schema: ReturnSchema, table: TableSpec, places: readonly Place[]): CountTable {
  const across = variableOf(schema, table.rows);
  const rows = codes(across);
  const total = places.length;
  const inRow = (row: string): Place[] => places.filter((place) => place.rows.includes(row));
  const many = across.many === true ? { manyRows: true } : {};
  if (table.columns === undefined) return { rows, counts: rows.map((row) => [inRow(row).length]), total, ...many };
  const down = variableOf(schema, table.columns);
  const columns = codes(down);
  return {
    rows, columns, total, ...many, ...(down.many === true ? { manyColumns: true } : {}),
    counts: rows.map((row) => columns.map((column) => inRow(row).filter((place) => place.columns.includes(column)).length)),
    rowTotals: rows.map((row) => inRow(row).length),
    columnTotals: columns.map((column) => places.filter((place) => place.columns.includes(column)).length),
  };
}
