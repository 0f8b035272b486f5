import { describe, expect, test } from 'vitest';
import { shownControl, shownOfAll } from '../../src/statistics/control.ts';
import { isSmall } from '../../src/statistics/suppression-cells.ts';

describe('what internal control tells of a year (kommuneloven § 25-1)', () => {
  test('shows five and more, and nothing at all, and of one to four only that they are fewer than five', () => {
    expect(shownControl({ emergencies: 5, breaches: 0, openBreaches: 0 })).toEqual({ emergencies: { shown: 5 }, breaches: { shown: 0 }, openBreaches: { shown: 0 } });
    expect(shownControl({ emergencies: 1, breaches: 3, openBreaches: 3 })).toEqual({ emergencies: { hidden: '<5' }, breaches: { hidden: '<5' }, openBreaches: { hidden: '<5' } });
    expect(shownControl({ emergencies: 0, breaches: 12, openBreaches: 6 })).toMatchObject({ breaches: { shown: 12 }, openBreaches: { shown: 6 } });
  });

  test('lets nobody who knows the rule work out how few breaches are open, or how few were settled', () => {
    const views = new Map<string, { breaches: number; open: number }[]>();
    for (let breaches = 0; breaches <= 30; breaches += 1) {
      for (let open = 0; open <= breaches; open += 1) {
        const view = JSON.stringify(shownControl({ emergencies: 0, breaches, openBreaches: open }));
        views.set(view, [...views.get(view) ?? [], { breaches, open }]);
      }
    }
    for (const [view, possible] of views) {
      for (const of of [(one: { breaches: number; open: number }) => one.open, (one: { breaches: number; open: number }) => one.breaches - one.open]) {
        const numbers = new Set(possible.map(of));
        if ([...numbers].some(isSmall)) expect(numbers.size, view).toBeGreaterThan(1);
      }
    }
  });
});

describe('how many of the staff have signed', () => {
  test('stands beside how many they are where nobody is named by it: all of them, or five and more that have and five and more that have not', () => {
    expect([shownOfAll(15, 15), shownOfAll(10, 15), shownOfAll(0, 15)]).toEqual([{ shown: 15 }, { shown: 10 }, { shown: 0 }]);
    expect([14, 11, 4, 1].map((done) => shownOfAll(done, 15))).toEqual(Array.from({ length: 4 }, () => ({ hidden: 'for å verne personer' })));
  });

  test('lets nobody who knows the rule work out that one to four have not, or that one alone has', () => {
    for (let all = 1; all <= 30; all += 1) {
      const views = new Map<string, number[]>();
      for (let done = 0; done <= all; done += 1) views.set(JSON.stringify(shownOfAll(done, all)), [...views.get(JSON.stringify(shownOfAll(done, all))) ?? [], done]);
      for (const possible of views.values()) {
        if (possible.some((done) => isSmall(all - done) || (done < all && isSmall(done)))) expect(possible.length, `${all}: ${possible.join(' ')}`).toBeGreaterThan(1);
      }
    }
  });
});
