import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addWorkingDays, easterSunday, isWorkingDay, publicHoliday, workingDaysBetween } from '../../src/kernel/calendar.ts';
import { addDays, day, weekday, type Day } from '../../src/kernel/time.ts';

function d(text: string): Day {
  const found = day(text);
  if (found === undefined) throw new Error(text);
  return found;
}

describe('public holidays', () => {
  test('Easter falls where the almanac has it, or every deadline in spring is wrong', () => {
    const almanac = { 2024: '2024-03-31', 2025: '2025-04-20', 2026: '2026-04-05', 2027: '2027-03-28', 2028: '2028-04-16', 2029: '2029-04-01', 2030: '2030-04-21', 2038: '2038-04-25', 2285: '2285-03-22', 1961: '1961-04-02' };
    for (const [year, sunday] of Object.entries(almanac)) expect(easterSunday(Number(year))).toBe(sunday);
  });
  test('the movable days of 2024 to 2030 are the known ones', () => {
    const known = [
      ['2024-03-28', '2024-03-29', '2024-04-01', '2024-05-09', '2024-05-19', '2024-05-20'],
      ['2025-04-17', '2025-04-18', '2025-04-21', '2025-05-29', '2025-06-08', '2025-06-09'],
      ['2026-04-02', '2026-04-03', '2026-04-06', '2026-05-14', '2026-05-24', '2026-05-25'],
      ['2027-03-25', '2027-03-26', '2027-03-29', '2027-05-06', '2027-05-16', '2027-05-17'],
      ['2028-04-13', '2028-04-14', '2028-04-17', '2028-05-25', '2028-06-04', '2028-06-05'],
      ['2029-03-29', '2029-03-30', '2029-04-02', '2029-05-10', '2029-05-20', '2029-05-21'],
      ['2030-04-18', '2030-04-19', '2030-04-22', '2030-05-30', '2030-06-09', '2030-06-10'],
    ];
    for (const year of known.flat()) expect(publicHoliday(d(year)), year).toBeDefined();
  });
  test('a year has its twelve days off, and one fewer where two meet', () => {
    const off = (year: number) => Array.from({ length: 366 }, (_, i) => addDays(d(`${year}-01-01`), i)).filter((on) => on.startsWith(`${year}`) && publicHoliday(on) !== undefined).length;
    expect([2024, 2025, 2026, 2027, 2028, 2029, 2030].map(off)).toEqual([12, 12, 12, 11, 12, 12, 12]); // 2027: Whit Monday is 17 May
  });
  test('half-days are working days, so no deadline rests on them', () => {
    for (const half of ['2026-12-24', '2026-12-31', '2026-04-01', '2027-12-24']) expect(isWorkingDay(d(half)), half).toBe(true);
  });
  test('a weekend and a day the office itself closes are no working days', () => {
    expect(isWorkingDay(d('2026-11-21'))).toBe(false);
    expect(isWorkingDay(d('2026-11-20'))).toBe(true);
    expect(isWorkingDay(d('2026-11-20'), new Set([d('2026-11-20')]))).toBe(false);
  });
  test('a year before the calendar is refused rather than miscounted', () => {
    expect(() => easterSunday(1500)).toThrow(RangeError);
  });
});

describe('working days', () => {
  test('one working day after Wednesday before Easter is Tuesday after it', () => {
    expect(addWorkingDays(d('2026-04-01'), 1)).toBe('2026-04-07');
  });
  test('five working days over Christmas reach into the new year', () => {
    expect(addWorkingDays(d('2026-12-23'), 5)).toBe('2026-12-31');
    expect(addWorkingDays(d('2026-12-23'), 6)).toBe('2027-01-04');
  });
  test('a report on a Saturday is due on the first working day, not in the past', () => {
    expect(addWorkingDays(d('2026-11-21'), 0)).toBe('2026-11-23');
    expect(addWorkingDays(d('2026-11-21'), 1)).toBe('2026-11-23');
    expect(addWorkingDays(d('2026-11-20'), 0)).toBe('2026-11-20');
  });
  test('a local closed day moves the deadline', () => {
    expect(addWorkingDays(d('2026-11-19'), 1, new Set([d('2026-11-20')]))).toBe('2026-11-23');
  });
  test('counting back, half days and an office that never opens are refused', () => {
    expect(() => addWorkingDays(d('2026-11-20'), -1)).toThrow(RangeError);
    expect(() => addWorkingDays(d('2026-11-20'), 1.5)).toThrow(RangeError);
    const never = new Set(Array.from({ length: 800 }, (_, i) => addDays(d('2026-01-01'), i)));
    expect(() => addWorkingDays(d('2026-01-01'), 1, never)).toThrow(RangeError);
  });
  const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(d('2000-01-01'), n));
  test('adding and counting agree, and a due day is always a working day', () => {
    fc.assert(fc.property(days, fc.integer({ min: 1, max: 60 }), (start, n) => {
      const due = addWorkingDays(start, n);
      return isWorkingDay(due) && weekday(due) <= 5 && workingDaysBetween(start, due) === n && due > start;
    }), { numRuns: 300 });
  });
  test('the count is the same seen from either end', () => {
    fc.assert(fc.property(days, fc.integer({ min: 0, max: 200 }), (start, n) => {
      const end = addDays(start, n);
      return workingDaysBetween(end, start) === (-workingDaysBetween(start, end) || 0);
    }), { numRuns: 100 });
  });
});
