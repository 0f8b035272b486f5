import { possibleFlows, type Arc } from './possible-flows.ts';
import { BELOW_FIVE, isSmall, LESS, PROTECTED, SMALL, sum, TO_PROTECT, type Cell } from './suppression-cells.ts';

/** A table of two dimensions with its margins already suppressed. */
export type Cross = {
  readonly counts: readonly (readonly number[])[];
  readonly total: number;
  readonly rowSums: readonly number[];
  readonly columnSums: readonly number[];
  readonly rowTotals: readonly Cell[];
  readonly columnTotals: readonly Cell[];
  readonly manyRows: boolean;
  readonly manyColumns: boolean;
};

/** Why a cell is hidden: 1–4 itself; all but 1–4 of its row or column; its row or column is hidden; to protect another cell. */
type Mark = 'small' | 'all-but-few' | 'line' | 'other' | undefined;

/**
 * The inside of the table: everything that is safe beside the margins, or nothing but the zeros that the margins tell anyway.
 * @param fewest persons below whom the inside is never shown
 */
export function crossCells(cross: Cross, fewest: number): Cell[][] {
  const marks = markedCells(cross);
  const safe = cross.total >= fewest && !isWithheld(cross.rowTotals) && !isWithheld(cross.columnTotals) && isSafe(cross, marks);
  return cross.counts.map((row, r) => row.map((count, c) => {
    if (isEmpty(cross, r, c)) return { shown: 0 };
    const mark = marks[r]?.[c];
    if (!safe || (mark !== undefined && mark !== 'small')) return PROTECTED;
    return mark === 'small' ? LESS : { shown: count };
  }));
}

const isHidden = (cell: Cell | undefined): boolean => cell !== undefined && 'hidden' in cell;
const isWithheld = (line: readonly Cell[]): boolean => line.every((cell) => 'hidden' in cell && cell.hidden === TO_PROTECT);
const isZero = (cell: Cell | undefined): boolean => cell !== undefined && 'shown' in cell && cell.shown === 0;
const isEmpty = (cross: Cross, r: number, c: number): boolean => isZero(cross.rowTotals[r]) || isZero(cross.columnTotals[c]);

function markedCells(cross: Cross): Mark[][] {
  const marks = cross.counts.map((row, r) => row.map((count, c): Mark => {
    if (isEmpty(cross, r, c)) return undefined;
    if (isHidden(cross.rowTotals[r]) || isHidden(cross.columnTotals[c])) return 'line';
    if (isSmall(count)) return 'small';
    return isSmall(rest(cross, r, c)) ? 'all-but-few' : undefined;
  }));
  while (protectOneMore(cross, marks)) { /* each round hides one cell more, so it ends */ }
  return marks;
}

/** Persons of the row or column that are not in this cell, where a person may stand in several; Infinity where sums speak for themselves. */
function rest(cross: Cross, r: number, c: number): number {
  const count = cross.counts[r]?.[c] ?? 0;
  const byRow = cross.manyColumns ? (cross.rowSums[r] ?? 0) - count : Infinity;
  const byColumn = cross.manyRows ? (cross.columnSums[c] ?? 0) - count : Infinity;
  return isSmall(byRow) ? byRow : byColumn;
}

/** A line that adds up must hide two cells or none, and one of them must not be known to be small. Takes the last that is no zero. */
function protectOneMore(cross: Cross, marks: Mark[][]): boolean {
  const rows = cross.counts.map((row, r) => row.map((_, c) => [r, c] as const));
  const columns = (cross.counts[0] ?? []).map((_, c) => cross.counts.map((_row, r) => [r, c] as const));
  for (const line of [...(cross.manyColumns ? [] : rows), ...(cross.manyRows ? [] : columns)]) {
    const hidden = line.map(([r, c]) => marks[r]?.[c]).filter((mark) => mark !== undefined);
    if (hidden.length === 0 || (hidden.length > 1 && hidden.some((mark) => mark !== 'small'))) continue;
    const free = line.findLast(([r, c]) => marks[r]?.[c] === undefined && (cross.counts[r]?.[c] ?? 0) > 0);
    const row = free === undefined ? undefined : marks[free[0]];
    if (free === undefined || row === undefined) continue;
    row[free[1]] = 'other';
    return true;
  }
  return false;
}

/** Whether every hidden cell and hidden total can still be all of 1–4, or at least four values, given all that is shown. */
function isSafe(cross: Cross, marks: Mark[][]): boolean {
  const { arcs, asked } = network(cross, marks);
  const couldBe = possibleFlows(arcs);
  return asked.every((index) => couldBe(index, SMALL));
}

function innerBounds(cross: Cross, marks: Mark[][], r: number, c: number): [number, number] {
  const count = cross.counts[r]?.[c] ?? 0;
  const most = Math.min(largest(cross.rowTotals[r], cross.rowSums[r] ?? 0, cross.total), largest(cross.columnTotals[c], cross.columnSums[c] ?? 0, cross.total));
  switch (marks[r]?.[c]) {
    case undefined: return [count, count];
    case 'small': return [1, SMALL];
    case 'line': return [0, most];
    case 'other': return [SMALL + 1, most];
    case 'all-but-few': return [count + rest(cross, r, c) - SMALL, count + rest(cross, r, c) - 1];
  }
}

function largest(cell: Cell | undefined, count: number, total: number): number {
  if (cell === undefined || 'shown' in cell) return count;
  return cell.hidden === BELOW_FIVE ? SMALL : total;
}

function marginBounds(cell: Cell | undefined, count: number, total: number, many: boolean): [number, number] {
  if (cell === undefined || 'shown' in cell) return [count, count];
  if (cell.hidden === BELOW_FIVE) return [1, SMALL];
  return many ? [total - SMALL, total - 1] : [SMALL + 1, total];
}

/**
 * The table as a circulation: persons flow from a source through their row and their column to a sink. All that a reader
 * can add up is then that nothing is lost in a node. Where a person may stand in several rows or columns, a line may hold
 * more marks than persons, never fewer: the surplus comes from or goes to one more node.
 */
function network(cross: Cross, marks: Mark[][]): { arcs: Arc[]; asked: number[] } {
  const height = cross.rowSums.length;
  const [source, sink, surplus] = [height + cross.columnSums.length, height + cross.columnSums.length + 1, height + cross.columnSums.length + 2];
  const arcs: Arc[] = [];
  const asked: number[] = [];
  const add = (from: number, to: number, flow: number, [low, high]: readonly [number, number], ask: boolean): void => {
    if (ask) asked.push(arcs.length);
    arcs.push({ from, to, flow, low, high });
  };
  // a surplus below zero means persons without any mark; the reader's «never fewer» is then wrong and bounds nothing
  const open = (flow: number): readonly [number, number] => [flow < 0 ? -Infinity : 0, Infinity];
  cross.rowTotals.forEach((cell, r) => {
    const count = cross.rowSums[r] ?? 0;
    add(source, r, count, marginBounds(cell, count, cross.total, cross.manyRows), isHidden(cell));
    const extra = sum(cross.counts[r] ?? []) - count;
    if (cross.manyColumns) add(surplus, r, extra, open(extra), false);
    cross.counts[r]?.forEach((value, c) => add(r, height + c, value, innerBounds(cross, marks, r, c), marks[r]?.[c] !== undefined));
  });
  cross.columnTotals.forEach((cell, c) => {
    const count = cross.columnSums[c] ?? 0;
    add(height + c, sink, count, marginBounds(cell, count, cross.total, cross.manyColumns), isHidden(cell));
    const extra = sum(cross.counts.map((row) => row[c] ?? 0)) - count;
    if (cross.manyRows) add(height + c, surplus, extra, open(extra), false);
  });
  if (cross.manyColumns) add(sink, surplus, sum(cross.columnSums) - cross.total, [-Infinity, Infinity], false);
  if (cross.manyRows) add(surplus, source, sum(cross.rowSums) - cross.total, [-Infinity, Infinity], false);
  return { arcs, asked };
}
