import { isSmall, LESS, PROTECTED, SMALL, sum, type Cell } from './suppression-cells.ts';
import { crossCells } from './suppression-cross.ts';

/**
 * Small numbers: what a table of counts may show (domain reference §11).
 *
 * 1. Counts of 1–4 are shown as «<5». A zero stays zero: it is about nobody, and a table whose zeros are hidden says
 *    nothing that a reader can use. (What a zero can still tell is written down at `suppress`.)
 * 2. Where something is hidden, more is hidden «for å verne personer», so that sums cannot give it back.
 * 3. Ten people or fewer are not broken down at all; fewer than five are not even counted.
 * 4. Where 2 is not enough, nothing but the totals is shown.
 *
 * Which cells are hidden beside the small ones follows from their place, never from their size: a rule that hid the smallest
 * would tell that what is hidden is smaller than what is shown.
 */
export type CountTable = {
  readonly rows: readonly string[];
  /** absent in a table of one dimension: `counts` then has one number per row */
  readonly columns?: readonly string[];
  /** `counts[row][column]`: persons (or cases), whole numbers ≥ 0 */
  readonly counts: readonly (readonly number[])[];
  /** persons in the whole table; required with `manyRows` or `manyColumns`, else the sum */
  readonly total?: number;
  /** one person may stand in several rows (kinds of violence): columns then do not add up */
  readonly manyRows?: boolean;
  /** one person may stand in several columns: rows then do not add up */
  readonly manyColumns?: boolean;
  /** persons per row; required with `manyColumns` */
  readonly rowTotals?: readonly number[];
  /** persons per column; required with `manyRows` in a table of two dimensions */
  readonly columnTotals?: readonly number[];
};

export type PublishedTable = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly Cell[])[];
  /** empty in a table of one dimension */
  readonly rowTotals: readonly Cell[];
  readonly columnTotals: readonly Cell[];
  readonly total: Cell;
};

/** Ten or fewer can be all small numbers in three groups, and then the sum gives them away (an enumeration found 4 + 4 + 2). */
const FEWEST_TO_BREAK_DOWN = 11;
/**
 * Below this only the margins of a crossing of two dimensions are shown: nearly every
 * such inside had to be hidden anyway, and that some were not told too much about those that were.
 */
export const FEWEST_TO_CROSS = 30;

/**
 * Whether a newly counted table may take the place of the one that stands. Two tables that differ by one case tell that
 * case by subtraction, in every cell and whatever is hidden; so a table stands until more than ten persons have come or gone.
 * @param standing persons in the table that readers have seen; undefined when there is none
 */
export function mayReplace(standing: number | undefined, counted: number): boolean {
  return standing === undefined || Math.abs(counted - standing) >= FEWEST_TO_BREAK_DOWN;
}

/**
 * Hides what could tell about single persons.
 *
 * What it promises, and test/statistics/suppression.test.ts attacks: nobody can find out of a hidden «<5» more than that it is
 * 1, 2, 3 or 4, and every other hidden cell keeps at least four possible values, by arithmetic on the table; in tables of
 * one dimension also by knowing these rules and trying all numbers.
 *
 * What it cannot do:
 * - In a table of two dimensions whose inside is withheld, somebody who knows these rules and tries all numbers can sometimes
 *   rule out those that would not have been withheld (some 2 in 100 of small tables).
 * - A row whose persons all have one value is one number and zeros: it tells that value of everybody in it.
 * - Somebody who knows some of the persons can subtract them.
 * - Two tables over nearly the same persons (other age borders, a neighbour's sum, a day later) can be subtracted from each
 *   other. A year is therefore counted once (release.ts); the others are decided by whoever chooses which tables exist.
 *
 * Throws RangeError on a table that is no table: a wrong shape, a negative count, a row larger than its total.
 */
export function suppress(table: CountTable): PublishedTable {
  checkShape(table);
  const flat = table.columns === undefined;
  const rowSums = table.rowTotals ?? table.counts.map(sum);
  const total = table.total ?? sum(rowSums);
  const columnSums = flat ? [total] : (table.columnTotals ?? transposed(table.counts).map(sum));
  const shape = { rows: table.rows, columns: table.columns ?? [], total: total >= 1 && total <= SMALL ? LESS : { shown: total } };
  const everything = table.counts.map((row) => row.map(() => PROTECTED));
  if (total > 0 && total < FEWEST_TO_BREAK_DOWN) {
    return { ...shape, cells: everything, rowTotals: flat ? [] : rowSums.map(() => PROTECTED), columnTotals: flat ? [shape.total] : columnSums.map(() => PROTECTED) };
  }
  const rowTotals = suppressLine(rowSums, total, table.manyRows === true);
  if (flat) return { ...shape, cells: rowTotals.map((cell) => [cell]), rowTotals: [], columnTotals: [shape.total] };
  const columnTotals = suppressLine(columnSums, total, table.manyColumns === true);
  const cells = crossCells({
    counts: table.counts, total, rowSums, columnSums, rowTotals, columnTotals,
    manyRows: table.manyRows === true, manyColumns: table.manyColumns === true,
  }, FEWEST_TO_CROSS);
  return { ...shape, rowTotals, columnTotals, cells };
}

const transposed = (counts: CountTable['counts']): number[][] => (counts[0] ?? []).map((_, c) => counts.map((row) => row[c] ?? 0));

/** One line of counts of a known total: hide the small ones and one more, or all when that is not enough. */
function suppressLine(counts: readonly number[], total: number, many: boolean): Cell[] {
  const cells: Cell[] = counts.map((count) => {
    if (isSmall(count)) return LESS;
    // with several values per person, «all but two» is as telling as «two»
    return many && isSmall(total - count) ? PROTECTED : { shown: count };
  });
  if (cells.every((cell) => 'shown' in cell)) return cells;
  if (!many) {
    const last = counts.findLastIndex((count, i) => count > 0 && cells[i] !== LESS);
    if (last >= 0) cells[last] = PROTECTED;
  }
  return isSafeLine(cells, total, many) ? cells : cells.map(() => PROTECTED);
}

/** Whether every hidden cell of a line can be each of 1–4, or at least four values, given what the line shows. */
function isSafeLine(cells: readonly Cell[], total: number, many: boolean): boolean {
  const rest = total - sum(cells.map((cell) => ('shown' in cell ? cell.shown : 0)));
  const least = cells.map((cell) => ('shown' in cell ? 0 : cell === LESS ? 1 : many ? total - SMALL : SMALL + 1));
  const most = cells.map((cell) => ('shown' in cell ? 0 : cell === LESS ? SMALL : many ? total - 1 : total));
  return cells.every((cell, i) => {
    if ('shown' in cell) return true;
    const lowest = Math.max(least[i] ?? 0, rest - (sum(most) - (most[i] ?? 0)));
    const highest = many ? (most[i] ?? 0) : Math.min(most[i] ?? 0, rest - (sum(least) - (least[i] ?? 0)));
    return highest - lowest >= SMALL - 1;
  });
}

function checkShape(table: CountTable): void {
  const { rows, columns, counts, rowTotals, columnTotals, total } = table;
  const width = columns?.length ?? 1;
  const numbers = [...counts.flat(), ...(rowTotals ?? []), ...(columnTotals ?? []), total ?? 0];
  const shaped = counts.length === rows.length && counts.every((row) => row.length === width)
    && (rowTotals?.length ?? rows.length) === rows.length && (columnTotals?.length ?? width) === width;
  const whole = numbers.every((n) => Number.isInteger(n) && n >= 0);
  if (!shaped || !whole || !addsUp(table)) throw new RangeError('not a table of counts');
}

/** Where a person stands in one place, sums must fit; where a person may stand in several, no count may exceed the persons. */
function addsUp(table: CountTable): boolean {
  const { counts, columns, manyRows = false, manyColumns = false } = table;
  const total = table.total ?? sum(counts.flat());
  if ((manyRows || manyColumns) && table.total === undefined) return false;
  const fits = (line: readonly number[], persons: number, many: boolean): boolean => (many ? line.every((n) => n <= persons) : sum(line) === persons);
  if (columns === undefined) return !manyColumns && table.rowTotals === undefined && table.columnTotals === undefined && fits(counts.flat(), total, manyRows);
  if ((manyColumns && table.rowTotals === undefined) || (manyRows && table.columnTotals === undefined)) return false;
  const rowTotals = table.rowTotals ?? counts.map(sum);
  const columnTotals = table.columnTotals ?? transposed(counts).map(sum);
  return counts.every((row, r) => fits(row, rowTotals[r] ?? 0, manyColumns)) && fits(rowTotals, total, manyRows)
    && transposed(counts).every((column, c) => fits(column, columnTotals[c] ?? 0, manyRows)) && fits(columnTotals, total, manyColumns);
}
