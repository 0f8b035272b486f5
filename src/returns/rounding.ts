import type { Cell, PublishedTable } from '../statistics/public.ts';

/** Public returns show multiples of this (domain reference §11; the English collection does the same). */
export const BASE = 5;

/** Which way the numbers of a table add up: not where one case may stand in several rows or columns. */
export type AddsUp = { readonly manyRows: boolean; readonly manyColumns: boolean };

/**
 * Rounds what a table shows to multiples of 5. It sees only what readers would see, so it can tell nothing that the table did not: what
 * is hidden stays hidden, and whatever could not be worked out before cannot be now.
 *
 * Controlled: each number goes to one of the two multiples beside it, so none is moved by 5 or more; and where all numbers of a line are
 * shown and add up, the rounded ones add up too (test/returns/rounding.test.ts).
 */
export function rounded(table: PublishedTable, { manyRows, manyColumns }: AddsUp): PublishedTable {
  const flat = table.columns.length === 0;
  const width = flat ? 1 : table.columns.length;
  const grid: Grid = [
    ...table.cells.map((row, r) => [...row.map((cell) => number(cell, 1)), ...(flat ? [] : [number(table.rowTotals[r], -1)])]),
    flat ? [number(table.total, -1)] : [...table.columnTotals.map((cell) => number(cell, -1)), number(table.total, 1)],
  ];
  const rowBound = grid.map(() => !flat && !manyColumns);
  const columnBound = Array.from({ length: flat ? 1 : width + 1 }, () => !manyRows);
  const done = controlled(grid, rowBound.map((bound, r) => bound && isWhole(grid[r] ?? [])), columnBound.map((bound, c) => bound && isWhole(grid.map((row) => row[c]))));
  const back = (cell: Cell, r: number, c: number): Cell => ('shown' in cell ? { shown: Math.abs(done[r]?.[c] ?? 0) } : cell);
  const last = table.rows.length;
  return {
    ...table,
    cells: table.cells.map((row, r) => row.map((cell, c) => back(cell, r, c))),
    rowTotals: table.rowTotals.map((cell, r) => back(cell, r, width)),
    columnTotals: flat ? [back(table.total, last, 0)] : table.columnTotals.map((cell, c) => back(cell, last, c)),
    total: flat ? back(table.total, last, 0) : back(table.total, last, width),
  };
}

/** Numbers as readers see them, sums with a minus, so that a line that adds up gives zero; undefined where hidden. */
type Grid = readonly (readonly (number | undefined)[])[];

function number(cell: Cell | undefined, sign: 1 | -1): number | undefined {
  return cell !== undefined && 'shown' in cell ? cell.shown * sign : undefined;
}

const isWhole = (line: readonly (number | undefined)[]): boolean => line.every((one) => one !== undefined);
const isFraction = (value: number | undefined): value is number => value !== undefined && value % BASE !== 0;

/**
 * Moves numbers along a path that leaves every bound line's sum as it was, until none can be moved. In a bound line fractions never stand
 * alone, for its sum is a multiple; so each path goes on until it ends in a line that is not bound, or closes.
 */
function controlled(grid: Grid, rowBound: readonly boolean[], columnBound: readonly boolean[]): (number | undefined)[][] {
  const values = grid.map((row) => [...row]);
  for (let path = nextPath(values, rowBound, columnBound); path.length > 0; path = nextPath(values, rowBound, columnBound)) {
    const up = room(values, path, 1);
    const down = room(values, path, -1);
    const by = up <= down ? up : -down;
    path.forEach(([r, c], i) => {
      const row = values[r];
      if (row !== undefined) row[c] = (row[c] ?? 0) + (i % 2 === 0 ? by : -by);
    });
  }
  return values;
}

type At = readonly [row: number, column: number];

/** How far the path can be moved until its first number is a multiple. */
function room(values: Grid, path: readonly At[], direction: 1 | -1): number {
  return Math.min(...path.map(([r, c], i) => {
    const over = (((values[r]?.[c] ?? 0) % BASE) + BASE) % BASE;
    return (i % 2 === 0 ? direction : -direction) === 1 ? BASE - over : over;
  }));
}

/** Fractions that stand by turns in the same column and the same row; empty where there are none left. */
function nextPath(values: Grid, rowBound: readonly boolean[], columnBound: readonly boolean[]): At[] {
  const fractions = values.flatMap((row, r) => row.flatMap((value, c): At[] => (isFraction(value) ? [[r, c]] : [])));
  const fromRow = fractions.find(([r]) => rowBound[r] !== true);
  const fromColumn = fractions.find(([, c]) => columnBound[c] !== true);
  const first = fromRow ?? fromColumn ?? fractions[0];
  if (first === undefined) return [];
  let inColumn = fromRow !== undefined || fromColumn === undefined;
  const path: At[] = [first];
  const met = [inColumn ? `r${first[0]}` : `c${first[1]}`];
  for (;;) {
    const [r, c] = path.at(-1) ?? first;
    const line = inColumn ? `c${c}` : `r${r}`;
    const before = met.indexOf(line);
    if (before >= 0) return path.slice(before);
    if ((inColumn ? columnBound[c] : rowBound[r]) !== true) return path;
    met.push(line);
    const next = fractions.find(([r2, c2]) => (inColumn ? c2 === c && r2 !== r : r2 === r && c2 !== c));
    if (next === undefined) return path;
    path.push(next);
    inColumn = !inColumn;
  }
}
