import { describe, expect, test } from 'vitest';
import type { CaseState } from '../../src/cases/case.ts';
import { clocks } from '../../src/cases/clocks.ts';
import { addDays, addMs, DAY_MS, instant, osloDay, osloInstant } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { casesByClock, endedLate, monthOfDue, shownByClock } from '../../src/statistics/overdue.ts';
import { assessing, classified, closed, received } from '../cases/acts.ts';

describe('a deadline that ran out', () => {
  const at = (state: CaseState, days: number) => clocks(state, NO_CHANGES, osloInstant(addDays(osloDay(received().now()), days), 12, 0));

  test('is kept when it is done too late, in the month in which it ran out, and not while it still runs or when it was done in time', () => {
    const [before, done] = [assessing().state(), classified().state()];
    expect(endedLate(at(before, 60), at(done, 60))).toEqual([{ clock: 'ASSESSED', month: '2026-01' }]);
    expect(endedLate(at(before, 1), at(done, 1))).toEqual([]);
    expect(endedLate(at(before, 60), at(before, 60))).toEqual([]);
  });

  test('is kept when the case ends with it', () => {
    expect(endedLate(at(received().state(), 60), at(closed().state(), 60)).map(({ clock }) => clock)).toEqual(['SEEN', 'ASSESSED']);
  });

  test('ran out in the month of its day, though it is late from the midnight after', () => {
    expect(monthOfDue(instant('2026-01-31T23:00:00.000Z'))).toBe('2026-01');
    expect(monthOfDue(addMs(instant('2026-01-31T23:00:00.000Z'), DAY_MS))).toBe('2026-02');
  });

  test('counts once for each case, however often it ran out, and one to four cases are not told', () => {
    const found = [1, 2, 3, 4, 5].map((n) => ({ clock: 'SEEN' as const, month: '2026-01', of: String(n) }));
    const counts = casesByClock([...found, { clock: 'SEEN', month: '2026-02', of: '1' }, { clock: 'ASSESSED', month: '2026-02', of: '1' }]);
    expect(counts).toEqual([{ clock: 'SEEN', cases: 5 }, { clock: 'ASSESSED', cases: 1 }]);
    expect(shownByClock(counts)).toEqual([{ clock: 'SEEN', cell: { shown: 5 } }, { clock: 'ASSESSED', cell: { hidden: '<5' } }]);
  });
});
