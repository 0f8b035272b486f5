import { describe, expect, test } from 'vitest';
import { day, type Day } from '../../src/kernel/time.ts';
import { isEnoughToBreakDown, mayBreakDown, yearIsOverFrom } from '../../src/statistics/release.ts';

function on(text: string): Day {
  const found = day(text);
  if (found === undefined) throw new Error('no such day');
  return found;
}

describe('when a year may be broken down', () => {
  test('ten cases or fewer never are, and the eleventh is the first that may be', () => {
    expect([10, 11].map(isEnoughToBreakDown)).toEqual([false, true]);
    expect(mayBreakDown(2025, undefined, 10, on('2026-06-01'))).toBe(false);
  });

  test('a running year waits, so that those who come last are not left out of a small year’s table', () => {
    expect(mayBreakDown(2026, undefined, 15, on('2026-11-30'))).toBe(false);
    expect(mayBreakDown(2026, undefined, 22, on('2026-11-30'))).toBe(true);
  });

  test('it is over when December’s cases have had a month to be assessed', () => {
    expect(yearIsOverFrom(2025)).toBe('2026-02-01');
    expect(mayBreakDown(2025, undefined, 15, on('2026-01-31'))).toBe(false);
    expect(mayBreakDown(2025, undefined, 15, on('2026-02-01'))).toBe(true);
  });

  test('tables that readers have seen stand until eleven more have come: nobody subtracts a single case', () => {
    expect(mayBreakDown(2025, 22, 32, on('2026-12-01'))).toBe(false);
    expect(mayBreakDown(2025, 22, 33, on('2026-12-01'))).toBe(true);
    expect(mayBreakDown(2025, 22, 22, on('2026-12-01'))).toBe(false);
  });
});
