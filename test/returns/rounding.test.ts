import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FEW } from '../../src/returns/content.ts';
import { mayGiveAnew } from '../../src/returns/correction.ts';
import { wordOf } from '../../src/returns/make.ts';
import { BASE, rounded } from '../../src/returns/rounding.ts';
import { ALL } from '../../src/returns/schema.ts';
import type { Cell } from '../../src/statistics/suppression-cells.ts';
import { suppress, type CountTable, type PublishedTable } from '../../src/statistics/suppression.ts';

const names = (n: number): string[] => Array.from({ length: n }, (_, i) => `r${i}`);
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const shown = (cells: readonly (Cell | undefined)[]): number[] | undefined => {
  const found = cells.flatMap((cell) => (cell !== undefined && 'shown' in cell ? [cell.shown] : []));
  return found.length === cells.length ? found : undefined;
};
const NO = { manyRows: false, manyColumns: false };

function cellsOf(table: PublishedTable): Cell[] {
  return [...table.cells.flat(), ...table.rowTotals, ...table.columnTotals, table.total];
}

/** Where all parts and the sum are shown, the parts make the sum. */
function addsUp(parts: readonly (Cell | undefined)[], all: Cell | undefined): boolean {
  const [numbers, total] = [shown(parts), shown([all])];
  return numbers === undefined || total === undefined || sum(numbers) === total[0];
}

describe('a rounded table', () => {
  test('moves no number by five or more, hides what was hidden, and shows no other number than multiples of five', () => {
    fc.assert(fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 8 }), (counts) => {
      const before = suppress({ rows: names(counts.length), counts: counts.map((n) => [n]) });
      const after = rounded(before, NO);
      cellsOf(after).forEach((cell, i) => {
        const old = cellsOf(before)[i];
        if ('hidden' in cell) expect(cell).toEqual(old);
        else {
          expect(cell.shown % BASE).toBe(0);
          expect(old !== undefined && 'shown' in old && Math.abs(old.shown - cell.shown) < BASE && (old.shown === 0) === (cell.shown === 0)).toBe(true);
        }
      });
    }));
  });

  test('adds up where its numbers did: one dimension', () => {
    fc.assert(fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 8 }), (counts) => {
      const table = rounded(suppress({ rows: names(counts.length), counts: counts.map((n) => [n]) }), NO);
      expect(addsUp(table.cells.map((row) => row[0]), table.total)).toBe(true);
    }));
  });

  test('adds up where its numbers did: two dimensions, every row, every column and the sums', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.array(fc.oneof(fc.nat(60), fc.integer({ min: 5, max: 60 })), { minLength: 25, maxLength: 25 }), (height, width, numbers) => {
      const counts = Array.from({ length: height }, (_, r) => Array.from({ length: width }, (_c, c) => numbers[r * 5 + c] ?? 0));
      const table = rounded(suppress({ rows: names(height), columns: names(width), counts }), NO);
      table.cells.forEach((row, r) => expect(addsUp(row, table.rowTotals[r])).toBe(true));
      table.columnTotals.forEach((all, c) => expect(addsUp(table.cells.map((row) => row[c]), all)).toBe(true));
      expect(addsUp(table.rowTotals, table.total) && addsUp(table.columnTotals, table.total)).toBe(true);
    }));
  });

  test('where one case may stand in several rows, the columns still add up across', () => {
    const counts = [[12, 11], [13, 9]];
    const table: CountTable = { rows: ['a', 'b'], columns: ['x', 'y'], counts, manyRows: true, total: 33, rowTotals: [23, 22], columnTotals: [18, 15] };
    const after = rounded(suppress(table), { manyRows: true, manyColumns: false });
    after.cells.forEach((row, r) => expect(addsUp(row, after.rowTotals[r])).toBe(true));
    expect(addsUp(after.columnTotals, after.total)).toBe(true);
  });

  test('is not always rounded the same way, or one could subtract the way: 12, 12 and 12 make 35 as 10, 10 and 15', () => {
    const table = rounded(suppress({ rows: ['a', 'b', 'c'], counts: [[12], [12], [12]] }), NO);
    expect(table.total).toEqual({ shown: 35 });
    expect(shown(table.cells.map((row) => row[0]))?.toSorted()).toEqual([10, 10, 15]);
  });
});

describe('somebody who keeps every version of a table, knows the rules and tries all numbers', () => {
  function* partitions(parts: number, total: number): Generator<number[]> {
    if (parts === 1) yield [total];
    else for (let first = 0; first <= total; first += 1) for (const rest of partitions(parts - 1, total - first)) yield [first, ...rest];
  }

  test('finds of no «<5» whether it is 1, 2, 3 or 4, neither in the version before nor in the one after', () => {
    const lines = [11, 12, 13, 14, 15].flatMap((total) => [...partitions(3, total)]);
    const ids = new Map<string, number>();
    const known = lines.map((counts) => {
      const table = rounded(suppress({ rows: names(3), counts: counts.map((n) => [n]) }), NO);
      const celler = [...table.cells.map(([cell], i) => ({ rad: `r${i}`, antall: wordOf(cell) })), { rad: ALL, antall: wordOf(table.total) }];
      const seen = JSON.stringify(celler);
      if (!ids.has(seen)) ids.set(seen, ids.size);
      return { counts, id: ids.get(seen) ?? 0, table: { tabell: 'x', talt: '', celler }, few: celler.slice(0, 3).map(({ antall }) => antall === FEW) };
    });
    const allowed = new Map<number, boolean>();
    const may = (before: (typeof known)[number], after: (typeof known)[number]): boolean => {
      const key = before.id * 1000 + after.id;
      const found = allowed.get(key) ?? mayGiveAnew(before.table, after.table, false);
      allowed.set(key, found);
      return found;
    };
    const possible = new Map<number, { readonly few: readonly boolean[]; readonly values: readonly Set<number>[] }>();
    let changed = 0;
    for (const before of known) {
      for (const after of known) {
        const anew = may(before, after);
        const given = anew ? after : before;
        if (anew) changed += 1;
        const key = before.id * 1000 + given.id;
        const found = possible.get(key) ?? { few: [...before.few, ...given.few], values: Array.from({ length: 6 }, () => new Set<number>()) };
        [...before.counts, ...given.counts].forEach((n, i) => found.values[i]?.add(n));
        possible.set(key, found);
      }
    }
    expect(changed).toBeGreaterThan(100);
    const told = [...possible].filter(([, { few, values }]) => few.some((isFew, i) => isFew && ![1, 2, 3, 4].every((n) => values[i]?.has(n) === true)));
    expect(told.map(([key]) => key)).toEqual([]);
    expect([...possible.values()].filter(({ few }) => few.includes(true)).length).toBeGreaterThan(30);
  });
});
