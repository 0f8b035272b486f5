import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, type Day } from '../../src/kernel/time.ts';
import { isEnoughToBreakDown, lastClosedMonth, mayBreakDown, MOST_YEARS, unitOf, yearIsOverFrom, type Unit } from '../../src/statistics/release.ts';

function on(text: string): Day {
  const found = day(text);
  if (found === undefined) throw new Error('no such day');
  return found;
}

describe('when a year may be broken down', () => {
  test('ten cases or fewer never are, and the eleventh is the first that may be', () => {
    expect([10, 11].map(isEnoughToBreakDown)).toEqual([false, true]);
    expect([10, 11].map((cases) => mayBreakDown(2025, false, cases, on('2026-06-01')))).toEqual([false, true]);
  });

  test('a running year waits, however many cases it has, so that no second counting follows', () => {
    expect([15, 22, 900].map((cases) => mayBreakDown(2026, false, cases, on('2026-11-30')))).toEqual([false, false, false]);
  });

  test('it is over when December’s cases have had a month to be assessed', () => {
    expect(yearIsOverFrom(2025)).toBe('2026-02-01');
    expect(mayBreakDown(2025, false, 15, on('2026-01-31'))).toBe(false);
    expect(mayBreakDown(2025, false, 15, on('2026-02-01'))).toBe(true);
  });

  test('tables that readers have seen stand, however many come or are corrected later: there is nothing to subtract', () => {
    expect([22, 33, 900].map((cases) => mayBreakDown(2025, true, cases, on('2026-12-01')))).toEqual([false, false, false]);
  });
});

test('the month that runs is in no figure, so that nobody who looks every day sees one case come', () => {
  expect([lastClosedMonth(on('2026-03-01')), lastClosedMonth(on('2026-03-31')), lastClosedMonth(on('2026-01-15'))]).toEqual(['2026-02', '2026-02', '2025-12']);
});

describe('years with too few cases', () => {
  const today = on('2026-06-01');
  const unit = (year: number, counts: readonly (readonly [number, number])[], standing: readonly Unit[] = []): string => {
    const { fromYear, year: last } = unitOf(year, new Map(counts), standing, today);
    return `${fromYear}–${last}`;
  };

  test('are put together with the next one, and each of them answers with the same table', () => {
    const counts = [[2022, 6], [2023, 5], [2024, 30], [2025, 9]] as const;
    expect([2022, 2023, 2024, 2025].map((year) => unit(year, counts))).toEqual(['2022–2023', '2022–2023', '2024–2024', '2025–2025']);
  });

  test('are three at the most, and a year that is still too few then is never broken down', () => {
    expect([2021, 2022, 2023, 2024].map((year) => unit(year, [[2021, 3], [2022, 3], [2023, 4], [2024, 5]]))).toEqual(['2021–2021', '2022–2024', '2022–2024', '2022–2024']);
  });

  test('that stand in a table stay in it, whatever comes later, and a year that runs is never put together', () => {
    expect(unit(2024, [[2023, 2], [2024, 20], [2025, 3]], [{ fromYear: 2023, year: 2024 }])).toBe('2023–2024');
    expect(unit(2026, [[2025, 6], [2026, 6]])).toBe('2026–2026');
  });

  test('stand each in one table and no other, so that nothing can be subtracted, in whatever order they are asked for', () => {
    const years = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 3, maxLength: 8 });
    fc.assert(fc.property(years, fc.array(fc.nat(7), { maxLength: 12 }), (cases, asked) => {
      const counts = new Map(cases.map((n, at) => [2018 + at, n]));
      const standing: Unit[] = [];
      for (const at of [...asked, ...cases.keys()]) {
        const one = unitOf(2018 + (at % cases.length), counts, standing, today);
        let sum = 0;
        for (let year = one.fromYear; year <= one.year; year += 1) sum += counts.get(year) ?? 0;
        expect(one.year - one.fromYear).toBeLessThan(MOST_YEARS);
        if (isEnoughToBreakDown(sum) && !standing.some(({ year }) => year === one.year)) standing.push(one);
      }
      for (const a of standing) expect(standing.filter((b) => a.fromYear <= b.year && b.fromYear <= a.year)).toEqual([a]);
    }), { numRuns: 300 });
  });
});
