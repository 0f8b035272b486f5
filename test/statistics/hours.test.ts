import { describe, expect, test } from 'vitest';
import { instant } from '../../src/kernel/time.ts';
import { begunMonths, hoursByPlace, hoursFrom, hoursInAll, hoursPerCase, type MonthHours } from '../../src/statistics/hours.ts';

const PLACES = [{ number: '9901', name: 'Fjordby' }, { number: '9902', name: 'Havnes' }];
const monthsOf = (year: number, municipality: string, hours: number, months = 12): MonthHours[] => Array.from({ length: months }, (_, at) => ({ municipality, month: `${year}-${String(at + 1).padStart(2, '0')}`, hours }));

describe('hours as somebody typed them', () => {
  test.each([['37', 37], [' 0 ', 0], ['1 000', 1000], ['1\u00a0250', 1250], ['', null], ['  ', null]])('«%s» is read', (typed, hours) => {
    expect(hoursFrom(typed)).toEqual({ hours });
  });

  test.each(['tre', '-1', '1 000,5', '37,5', '1.5', '1 00', '0x10', '1e3', '١٢', '37 timer'])('«%s» is never taken for another number', (typed) => {
    expect(hoursFrom(typed)).toEqual({ fault: 'not_whole_hours' });
  });

  test('are of one month: nobody’s year is written into a box', () => {
    expect([hoursFrom('9999'), hoursFrom('10000'), hoursFrom('9'.repeat(400))]).toEqual([{ hours: 9999 }, { fault: 'too_many_hours' }, { fault: 'too_many_hours' }]);
  });
});

test('a month that has not begun has no box: the last evening of June in Oslo is still June', () => {
  expect(begunMonths(2026, instant('2026-06-30T21:59:00.000Z'))).toHaveLength(6);
  expect(begunMonths(2026, instant('2026-06-30T22:01:00.000Z'))).toHaveLength(7);
  expect([begunMonths(2025, instant('2026-06-30T21:59:00.000Z')).length, begunMonths(2027, instant('2026-06-30T21:59:00.000Z'))]).toEqual([12, []]);
});

test('what was written stands year by year with how many months it is of, so that half a year is not read as a whole one', () => {
  const all = hoursByPlace([...monthsOf(2025, '9901', 10), ...monthsOf(2026, '9901', 20, 3), ...monthsOf(2026, '9902', 5, 1)], PLACES);
  expect(all).toEqual([{ ...PLACES[0], years: [{ year: 2025, hours: 120, months: 12 }, { year: 2026, hours: 60, months: 3 }] }, { ...PLACES[1], years: [{ year: 2026, hours: 5, months: 1 }] }]);
  expect([hoursInAll(all, 2025), hoursInAll(all, 2026), hoursInAll(all, 2024)]).toEqual([120, 65, 0]);
  expect(hoursByPlace([], PLACES)).toEqual([]);
});

describe('hours for each case', () => {
  const whole = [{ year: 2025, hours: 250, months: 12 }];
  const unit = { fromYear: 2025, year: 2025 };

  test('are the hours of the whole year by the cases that are shown', () => {
    expect(hoursPerCase(whole, unit, { shown: 12 })).toBe(20.8);
  });

  test.each([
    ['where a month is missing', [{ year: 2025, hours: 250, months: 11 }], unit, { shown: 12 }],
    ['where a year of those put together is missing', whole, { fromYear: 2024, year: 2025 }, { shown: 12 }],
    ['of ten cases or fewer: it would be the hours of single cases', whole, unit, { shown: 10 }],
    ['where the number of cases is hidden', whole, unit, { hidden: '<5' as const }],
  ])('are not told %s', (_, written, of, cases) => {
    expect(hoursPerCase(written, of, cases)).toBeUndefined();
  });
});
