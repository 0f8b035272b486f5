import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BELOW_FIVE, TO_PROTECT, type Cell } from '../../src/statistics/suppression-cells.ts';
import { mayReplace, suppress, type CountTable, type PublishedTable } from '../../src/statistics/suppression.ts';

const names = (n: number): string[] => Array.from({ length: n }, (_, i) => `r${i}`);
const line = (counts: number[], more: Partial<CountTable> = {}): PublishedTable => suppress({ rows: names(counts.length), counts: counts.map((n) => [n]), ...more });
const grid = (counts: number[][], more: Partial<CountTable> = {}): PublishedTable => suppress({ rows: names(counts.length), columns: names(counts[0]?.length ?? 0), counts, ...more });
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const columnsOf = (counts: number[][]): number[][] => (counts[0] ?? []).map((_, c) => counts.map((row) => row[c] ?? 0));
const words = (cells: readonly Cell[]): unknown[] => cells.map((cell) => ('shown' in cell ? cell.shown : cell.hidden));
const flat = (published: PublishedTable): unknown[] => words(published.cells.flat());

/** What a hidden cell must still be able to be, whoever looks. */
function isKept(cell: Cell, possible: ReadonlySet<number>): boolean {
  if ('shown' in cell) return true;
  return cell.hidden === BELOW_FIVE ? [1, 2, 3, 4].every((n) => possible.has(n)) : possible.size >= 4;
}

describe('a line of counts', () => {
  test('one small number takes a second one with it, or the sum would tell it', () => {
    expect(flat(line([20, 3, 9]))).toEqual([20, BELOW_FIVE, TO_PROTECT]);
  });
  test('a zero stays zero, or a table of twenty codes would say nothing', () => {
    expect(flat(line([20, 0, 0]))).toEqual([20, 0, 0]);
    expect(flat(line([0, 0]))).toEqual([0, 0]);
    expect(line([0, 0]).total).toEqual({ shown: 0 });
  });
  test('which number is hidden beside a small one depends on its place, so its size stays untold', () => {
    expect(flat(line([3, 30, 0, 8, 0]))).toEqual([BELOW_FIVE, 30, 0, TO_PROTECT, 0]);
    expect(flat(line([3, 8, 0, 30, 0]))).toEqual([BELOW_FIVE, 8, 0, TO_PROTECT, 0]);
  });
  test('where the sum would tell all the same, nothing but the total is shown', () => {
    expect(flat(line([1, 5, 10, 0]))).toEqual([BELOW_FIVE, 5, TO_PROTECT, 0]);
    expect(flat(line([10, 0, 1, 5]))).toEqual([TO_PROTECT, TO_PROTECT, TO_PROTECT, TO_PROTECT]);
    expect(line([10, 0, 1, 5]).total).toEqual({ shown: 16 });
  });
  test('ten persons or fewer are not broken down, fewer than five are not counted', () => {
    expect(flat(line([2, 1, 1, 1]))).toEqual([TO_PROTECT, TO_PROTECT, TO_PROTECT, TO_PROTECT]);
    expect(line([5, 5]).total).toEqual({ shown: 10 });
    expect(flat(line([5, 5]))).toEqual([TO_PROTECT, TO_PROTECT]);
    expect(line([1, 3]).total).toEqual({ hidden: BELOW_FIVE });
  });
  test('where a person may have several values the total is persons, and «all but two» is hidden like «two»', () => {
    const published = line([19, 8, 6, 21], { total: 21, manyRows: true });
    expect(flat(published)).toEqual([TO_PROTECT, 8, 6, 21]);
    expect(published.total).toEqual({ shown: 21 });
    expect(flat(line([9, 2, 3], { total: 12, manyRows: true })), 'two and three must be at least three together').toEqual([TO_PROTECT, BELOW_FIVE, BELOW_FIVE]);
  });
  test('what is no table of counts is refused', () => {
    const bad: CountTable[] = [
      { rows: ['a'], counts: [[1.5]] }, { rows: ['a'], counts: [[-1]] }, { rows: ['a', 'b'], counts: [[1]] }, { rows: ['a'], counts: [[3]], total: 4 },
      { rows: ['a'], counts: [[3]], manyRows: true }, { rows: ['a'], counts: [[5]], total: 4, manyRows: true },
      { rows: ['a'], columns: ['x', 'y'], counts: [[3, 4]], total: 5, manyColumns: true }, { rows: ['a'], columns: ['x'], counts: [[3, 4]] },
    ];
    for (const table of bad) expect(() => suppress(table), JSON.stringify(table)).toThrow(RangeError);
  });
});

describe('somebody who knows the rules and tries every table', () => {
  function* partitions(parts: number, total: number): Generator<number[]> {
    if (parts === 1) yield [total];
    else for (let first = 0; first <= total; first += 1) for (const rest of partitions(parts - 1, total - first)) yield [first, ...rest];
  }
  function* several(parts: number, persons: number): Generator<number[]> {
    if (parts === 0) yield [];
    else for (let first = 0; first <= persons; first += 1) for (const rest of several(parts - 1, persons)) yield [first, ...rest];
  }
  /** Publishes every table there is, puts those that look alike together, and returns the publications that tell too much. */
  function leaks(tables: Iterable<number[]>, publish: (counts: number[]) => PublishedTable): string[] {
    const alike = new Map<string, { cells: readonly Cell[]; counts: number[][] }>();
    for (const counts of tables) {
      const published = publish(counts);
      const key = JSON.stringify([published.cells, published.total]);
      const known = alike.get(key) ?? { cells: published.cells.flat(), counts: [] };
      known.counts.push(counts);
      alike.set(key, known);
    }
    return [...alike].filter(([, { cells, counts }]) => !cells.every((cell, i) => isKept(cell, new Set(counts.map((one) => one[i] ?? 0))))).map(([key]) => key);
  }
  test('finds no small number in any line of two to five counts', () => {
    for (const [parts, most] of [[2, 24], [3, 24], [4, 20], [5, 13]] as const) {
      for (let total = 5; total <= most; total += 1) expect(leaks(partitions(parts, total), (counts) => line(counts)), `${parts} counts, ${total} persons`).toEqual([]);
      const few = [1, 2, 3, 4].flatMap((total) => [...partitions(parts, total)]);
      expect(leaks(few, (counts) => line(counts)), `${parts} counts of fewer than five persons`).toEqual([]);
    }
  });
  test('finds no small number where one person has several values', () => {
    for (const [parts, persons] of [[2, 11], [2, 16], [3, 11], [3, 14]] as const) {
      const everybodyHasOne = [...several(parts, persons)].filter((counts) => sum(counts) >= persons);
      expect(leaks(everybodyHasOne, (counts) => line(counts, { total: persons, manyRows: true })), `${parts} of ${persons}`).toEqual([]);
    }
  });
  test('known limit: of two dimensions, a withheld inside can be the only one of its margins that is withheld', () => {
    const withMargins = Array.from({ length: 6 }, (_, first) => [[first, 5 - first], [21 - first, 4 + first]]);
    const alike = withMargins.map((table) => JSON.stringify(grid(table))).filter((published, _, all) => published === all[0]);
    expect(flat(grid([[0, 5], [21, 4]]))).toEqual([TO_PROTECT, TO_PROTECT, TO_PROTECT, TO_PROTECT]);
    expect(alike, 'suppress() says so; when this grows, its words are out of date').toHaveLength(1);
  });
});

/** Adds and subtracts: every completion of a published table of two dimensions, as far as it takes to see what each hidden cell can be. */
function possibleValues(published: PublishedTable, manyColumns: boolean): Set<number>[][] {
  const inner = published.cells;
  const total = 'shown' in published.total ? published.total.shown : 4;
  const withheld = inner.flat().every((cell) => ('shown' in cell ? cell.shown === 0 : cell.hidden === TO_PROTECT));
  const known = (cell: Cell | undefined, low: number): [number, number] => {
    if (cell === undefined) return [0, total];
    if ('shown' in cell) return [cell.shown, cell.shown];
    return cell.hidden === BELOW_FIVE ? [1, 4] : [low, total];
  };
  const shown = (cell: Cell | undefined): boolean => cell !== undefined && 'shown' in cell;
  const large = (margin: readonly Cell[]): number => (!manyColumns && margin.some((cell) => 'shown' in cell || cell.hidden === BELOW_FIVE) ? 5 : 0);
  const rowBounds = published.rowTotals.map((cell) => known(cell, large(published.rowTotals)));
  const columnBounds = published.columnTotals.map((cell) => known(cell, large(published.columnTotals)));
  const cellBounds = inner.map((row, r) => row.map((cell, c) => known(cell, !withheld && !manyColumns && shown(published.rowTotals[r]) && shown(published.columnTotals[c]) ? 5 : 0)));
  const found = inner.map((row) => row.map(() => new Set<number>()));
  const enough = (): boolean => inner.every((row, r) => row.every((cell, c) => isKept(cell, found[r]?.[c] ?? new Set())));
  const rows = cellBounds.map((bounds, r) => rowsWithin(bounds, rowBounds[r] ?? [0, 0], manyColumns));
  const chosen: number[][] = [];
  const last = new Map((rows.at(-1) ?? []).map((one) => [`${one.row.join()}|${one.persons}`, one]));
  const columnsKnown = columnBounds.every(([low, high]) => low === high);
  const take = (r: number, columns: number[], persons: number, one: Completion): void => {
    chosen[r] = one.row;
    search(r + 1, columns.map((n, c) => n + (one.row[c] ?? 0)), persons + one.persons);
  };
  let done = false;
  const search = (r: number, columns: number[], persons: number): void => {
    if (done || columns.some((n, c) => n > (columnBounds[c]?.[1] ?? 0)) || persons > total) return;
    if (r === rows.length) {
      if (persons !== total || columns.some((n, c) => n < (columnBounds[c]?.[0] ?? 0))) return;
      chosen.forEach((row, i) => row.forEach((n, c) => found[i]?.[c]?.add(n)));
      done = enough();
    } else if (r === rows.length - 1 && columnsKnown) {
      const needed = last.get(`${columns.map((n, c) => (columnBounds[c]?.[0] ?? 0) - n).join()}|${total - persons}`);
      if (needed !== undefined) take(r, columns, persons, needed);
    } else {
      for (const one of rows[r] ?? []) take(r, columns, persons, one);
    }
  };
  search(0, published.columns.map(() => 0), 0);
  return found;
}

type Completion = { row: number[]; persons: number };

function rowsWithin(bounds: readonly [number, number][], [low, high]: readonly [number, number], many: boolean): Completion[] {
  let rows: number[][] = [[]];
  for (const [least, most] of bounds) {
    const last = Math.min(most, high);
    rows = rows.flatMap((row) => Array.from({ length: Math.max(0, last - least + 1) }, (_, i) => [...row, least + i])).filter((row) => many || sum(row) <= high);
  }
  const persons = (row: number[]): number[] => Array.from({ length: high - low + 1 }, (_, i) => low + i).filter((n) => (many ? row.every((x) => x <= n) && sum(row) >= n : sum(row) === n));
  // mixed, so that the search soon meets many different numbers
  const all = rows.flatMap((row) => persons(row).map((n) => ({ row, persons: n })));
  return all.map((_, i) => all[(i * 7919) % all.length]).filter((one) => one !== undefined);
}

describe('a table of two dimensions', () => {
  const count = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 4 }) }, { weight: 3, arbitrary: fc.integer({ min: 5, max: 14 }) });
  const counts = (height: number, width: number) => fc.array(fc.array(count, { minLength: width, maxLength: width }), { minLength: height, maxLength: height });

  test('no sum of rows and columns gives a hidden number back', () => {
    const insides: boolean[] = [];
    for (const [height, width] of [[2, 2], [2, 3], [3, 2], [3, 3]] as const) {
      fc.assert(fc.property(counts(height, width).filter((table) => sum(table.flat()) >= 30 && sum(table.flat()) <= 70), (table) => {
        const published = grid(table);
        insides.push(flat(published).some((word) => typeof word === 'number' && word > 0));
        const found = possibleValues(published, false);
        expect(published.cells.every((row, r) => row.every((cell, c) => isKept(cell, found[r]?.[c] ?? new Set()))), JSON.stringify([table, published])).toBe(true);
      }), { numRuns: 25 });
    }
    expect(insides.filter(Boolean).length, 'the attack met tables that show something').toBeGreaterThan(20);
  }, 30_000);
  test('nor where one person stands in several columns', () => {
    const persons = fc.array(fc.record({ row: fc.integer({ min: 0, max: 1 }), tags: fc.subarray([0, 1, 2], { minLength: 1 }) }), { minLength: 30, maxLength: 45 });
    fc.assert(fc.property(persons, (people) => {
      const table = [0, 1].map((r) => [0, 1, 2].map((c) => people.filter((one) => one.row === r && one.tags.includes(c)).length));
      const rowTotals = [0, 1].map((r) => people.filter((one) => one.row === r).length);
      const published = grid(table, { total: people.length, manyColumns: true, rowTotals });
      const found = possibleValues(published, true);
      expect(published.cells.every((row, r) => row.every((cell, c) => isKept(cell, found[r]?.[c] ?? new Set()))), JSON.stringify([table, published])).toBe(true);
    }), { numRuns: 40 });
  }, 30_000);
  test('turning the table round hides as safely as before', () => {
    const published = grid([[20, 2, 9], [15, 8, 12], [9, 30, 7]]);
    expect(words(published.cells.flat())).toContain(BELOW_FIVE);
    expect(published.cells.flat().filter((cell) => 'hidden' in cell).length).toBeGreaterThanOrEqual(4);
    const turned = grid(columnsOf([[20, 2, 9], [15, 8, 12], [9, 30, 7]]));
    expect(turned.rowTotals).toEqual(published.columnTotals);
  });
  test('what is large enough is shown, or nobody would read it', () => {
    const published = grid([[20, 12], [15, 18]]);
    expect(flat(published)).toEqual([20, 12, 15, 18]);
    expect(words(published.rowTotals)).toEqual([32, 33]);
  });
  test('below thirty persons only the margins are shown', () => {
    const published = grid([[8, 7], [7, 7]]);
    expect(flat(published)).toEqual([TO_PROTECT, TO_PROTECT, TO_PROTECT, TO_PROTECT]);
    expect(words(published.rowTotals)).toEqual([15, 14]);
    expect(words(grid([[6, 3], [0, 0]]).rowTotals)).toEqual([TO_PROTECT, TO_PROTECT]);
  });
  test('a table as large as a year of a big region is done in a blink', () => {
    const large = Array.from({ length: 25 }, (_, r) => Array.from({ length: 20 }, (_, c) => (r * 7 + c * 11) % 13));
    const started = performance.now();
    grid(large);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('more than one table', () => {
  test('readers never see two tables that differ by one case, so subtraction tells nobody', () => {
    const seen: number[] = [];
    for (let persons = 0; persons <= 200; persons += 1) {
      if (mayReplace(seen.at(-1), persons)) seen.push(persons);
    }
    expect(seen.slice(1).every((persons, i) => persons - (seen[i] ?? 0) > 10)).toBe(true);
    expect(mayReplace(40, 40), 'a corrected case must not show either').toBe(false);
    expect(mayReplace(40, 29)).toBe(true);
  });
});
