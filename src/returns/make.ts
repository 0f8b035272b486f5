import { createHmac } from 'node:crypto';
import type { Cell, CountTable, Place, PublishedBlock, PublishedTable } from '../statistics/public.ts';
import { anonymousRows, type Row } from './anonymity.ts';
import { countPlaces, placesIn, type ReturnFact } from './count.ts';
import { FEW, headOf, HIDDEN, YEAR, type CellValue, type RowsContent, type TableCell, type TableContent, type TablesContent } from './content.ts';
import { basisOf, mayGiveAnew, mayGiveRowsAnew, type Basis } from './correction.ts';
import { contains, type Period } from './period.ts';
import { rounded } from './rounding.ts';
import { ALL, variableOf, type ReturnSchema, type TableSpec } from './schema.ts';
import { toldByStanding } from './standing.ts';

/** The year's tables as everybody may read them, the day on which they were counted, `YYYY-MM-DD`, and by which edition of the definitions. */
export type StandingYear = { readonly blocks: readonly PublishedBlock[]; readonly countedOn: string; readonly definitions: string };
/** `suppress`: the figures' own (statistics/suppression.ts), so that both hide alike. `year`: undefined where the year is not broken down. */
export type Asked = { readonly year: StandingYear | undefined; readonly suppress: (table: CountTable) => PublishedTable; readonly schema: ReturnSchema; readonly period: Period; readonly version: number; readonly region: string; readonly definitions: string; /** the cut-off, `YYYY-MM-DD` */ readonly on: string };
/** `changed`: what is given anew; empty: nothing may be, or nothing is new. */
export type Made<C> = { readonly content: C; readonly changed: readonly string[] };

/** All tables of a period. Of a correction, a table in which too few cases have changed stands as it left. @param before what left last */
export function makeTables(asked: Asked, facts: readonly ReturnFact[], before: TablesContent | undefined): Made<TablesContent> {
  const { schema, period, version, region, definitions } = asked;
  const made = schema.tables.map((spec) => {
    const table = spec.block === undefined ? tableOf(asked, spec, placesIn(schema, spec, facts, period)) : standingTable(asked, spec, facts.some(({ openedMonth }) => contains(period, openedMonth)));
    const left = before?.tabeller.find((one) => one.tabell === spec.id);
    const edition = spec.block === undefined ? definitions : asked.year?.definitions ?? definitions;
    return before === undefined || left === undefined || mayGiveAnew(left, table, isMany(schema, spec)) ? { table, anew: true, edition } : { table: left, anew: false, edition: before.definisjoner };
  });
  return {
    content: { ...headOf(schema, period, version, region, editionsOf(made.map(({ edition }) => edition))), form: 'TABELLER', tabeller: made.map(({ table }) => table) },
    changed: made.filter(({ anew }) => anew).map(({ table }) => table.tabell),
  };
}

/** What came is told by tables that stand, and what has not changed enough by what left last: each as it was counted then. */
function editionsOf(all: readonly string[]): string {
  return [...new Set(all.flatMap((one) => one.split(', ')))].toSorted((a, b) => Number(a) - Number(b)).join(', ');
}

function isMany(schema: ReturnSchema, { rows, columns }: TableSpec): boolean {
  return [rows, ...(columns === undefined ? [] : [columns])].some((id) => variableOf(schema, id).many === true);
}

/** Told by the year's own tables, rounded; of their day, not of today's. */
function standingTable({ schema, year, on }: Asked, spec: TableSpec, any: boolean): TableContent {
  const variable = variableOf(schema, spec.rows);
  const { rows, cells, total } = rounded(toldByStanding(variable, year?.blocks.find(({ key }) => key === spec.block), any), { manyRows: variable.many === true, manyColumns: false });
  return { tabell: spec.id, talt: year?.countedOn ?? on, celler: [...rows.map((rad, r): TableCell => ({ rad, antall: wordOf(cells[r]?.[0]) })), { rad: ALL, antall: wordOf(total) }] };
}

function tableOf({ schema, suppress, on }: Asked, table: TableSpec, places: ReturnType<typeof placesIn>): TableContent {
  const counted = countPlaces(schema, table, places);
  const { rows, columns, cells, rowTotals, columnTotals, total } = rounded(suppress(counted), { manyRows: counted.manyRows === true, manyColumns: counted.manyColumns === true });
  const all: TableCell = { rad: ALL, antall: wordOf(total) };
  if (table.columns === undefined) return { tabell: table.id, talt: on, celler: [...rows.map((rad, r): TableCell => ({ rad, antall: wordOf(cells[r]?.[0]) })), all] };
  return {
    tabell: table.id, talt: on,
    celler: [
      ...rows.flatMap((rad, r): TableCell[] => [...columns.map((kolonne, c): TableCell => ({ rad, kolonne, antall: wordOf(cells[r]?.[c]) })), { rad, kolonne: ALL, antall: wordOf(rowTotals[r]) }]),
      ...columns.map((kolonne, c): TableCell => ({ rad: ALL, kolonne, antall: wordOf(columnTotals[c]) })),
      { ...all, kolonne: ALL },
    ],
  };
}

/** A published cell as the files write it. */
export function wordOf(cell: Cell | undefined): CellValue {
  if (cell === undefined) return HIDDEN;
  return 'shown' in cell ? cell.shown : cell.hidden === FEW ? FEW : HIDDEN;
}

export type MadeRows = Made<RowsContent> & { readonly basis: Basis };

/**
 * Rows in an order that a key gives: not of time, and not of what stands in them.
 * @param asked `municipalities`: those whose cases these are; all of those that have any, or nobody's rows leave (decision 0081)
 * @param before what the rows that left last were made of
 * @param key 32 random bytes that nobody keeps
 */
export function makeRows(asked: Asked & { readonly municipalities: readonly Place[] }, facts: readonly ReturnFact[], before: Basis | undefined, key: Buffer): MadeRows | undefined {
  const { schema, period, version, region, definitions } = asked;
  const spec = schema.rows;
  if (spec === undefined) return undefined;
  const { rows, leftOut, whole } = anonymousRows(schema, spec, facts, period);
  const basis = basisOf(whole);
  const rank = (index: number): string => createHmac('sha256', key).update(String(index)).digest('hex');
  const inOrder = rows.map((row, index) => ({ row, rank: rank(index) })).toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
  const told = (row: Row): RowsContent['rader'][number] => ({
    [YEAR]: row.year, ...Object.fromEntries([...spec.identifying, ...spec.others].map((id) => [id, variableOf(schema, id).many === true ? row.codes[id] ?? [] : row.codes[id]?.[0] ?? ''])),
  });
  return {
    content: { ...headOf(schema, period, version, region, definitions), form: 'RADER', kommuner: asked.municipalities.map(({ number: nummer, name: navn }) => ({ nummer, navn })), talt: asked.on, utelatt: leftOut ?? null, rader: inOrder.map(({ row }) => told(row)) },
    basis, changed: before === undefined || mayGiveRowsAnew(before, basis) ? ['RADER'] : [],
  };
}

/** How many numbers of a table differ from those that left before: both are public, so this tells nothing more. */
export function changedNumbers(before: TableContent | undefined, after: TableContent): number {
  const words = new Map(before?.celler.map((cell) => [`${cell.rad} ${cell.kolonne ?? ''}`, cell.antall]));
  return after.celler.filter((cell) => words.get(`${cell.rad} ${cell.kolonne ?? ''}`) !== cell.antall).length;
}
