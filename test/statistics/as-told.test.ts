import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asTold, casesByYear, monthsDue, type ToldMonth } from '../../src/statistics/as-told.ts';
import { BLOCKS, COUNTED, VALUES_OF } from '../../src/statistics/blocks.ts';
import type { CaseFact } from '../../src/statistics/fact.ts';
import { movementOf } from '../../src/statistics/movement.ts';
import type { ShownBlock } from '../../src/statistics/tally.ts';
import { tally } from '../../src/statistics/tally.ts';
import { byMonth, fact, facts, LEFT, type Known } from './facts.ts';

describe('somebody who writes down each month how many cases a year has, and lays that beside its tables', () => {
  /** A case of 2025: from which month on its person keeps out of figures, and from which no more; month 12 is January of the next year. */
  const life = fc.record({ opened: fc.nat(11), leaves: fc.option(fc.nat(13)), back: fc.nat(20) });
  type Life = { readonly opened: number; readonly leaves: number | null; readonly back: number };
  const isOut = ({ leaves, back }: Life, at: number): boolean => leaves !== null && leaves <= at && at < leaves + back;
  const monthOf = (n: number): string => `2025-${String(n + 1).padStart(2, '0')}`;

  /** The numbers told of the year from February on, and the tables of the February after it. */
  function toldOf(lives: readonly Life[], held: typeof asTold): { readonly running: readonly number[]; readonly counted: number } {
    const present = (at: number): Known[] => lives.flatMap((one, id) => (isOut(one, at) ? [] : [{ factId: String(id), fact: fact({ openedMonth: monthOf(one.opened) }) }]));
    let months: readonly ToldMonth[] = [];
    const running: number[] = [];
    for (let at = 1; at <= 12; at += 1) {
      months = [...months, ...monthsDue(months, byMonth(present(at).map((one) => one.fact), monthOf(at - 1)), monthOf(at - 1))];
      running.push(casesByYear(months).get(2025) ?? 0);
    }
    return { running, counted: tally(held(present(13), running.at(-1) ?? 0, '2025-01'), ['9901', '9902']).counted };
  }

  test('never sees that one case has left since, or has come back: no number of the year falls, and the tables have as many cases as January’s', () => {
    fc.assert(fc.property(fc.array(life, { maxLength: 40 }), (lives) => {
      const { running, counted } = toldOf(lives, asTold);
      expect(running).toEqual(running.toSorted((a, b) => a - b));
      expect(counted).toBe(running.at(-1));
    }));
  });

  test('would see it where the tables are made of the cases that are left', () => {
    const lives = Array.from({ length: 12 }, (_, n): Life => ({ opened: n, leaves: n === 3 ? 13 : null, back: 20 }));
    expect(toldOf(lives, LEFT)).toMatchObject({ counted: 11, running: expect.arrayContaining([12]) });
  });

  test('finds no row in which only a case that has left could stand: what takes its place is one of which nothing is known, as others are', () => {
    const [gone] = asTold([], 1, '2025-03');
    for (const key of BLOCKS) {
      for (const row of COUNTED[key].rowsOf(gone ?? fact())) {
        expect(COUNTED[key].rows, key).toContain(row);
        expect(VALUES_OF[key].find(({ code }) => code === row)?.historic ?? false, `${key}: nobody is counted so today`).toBe(false);
      }
    }
  });
});

describe('somebody who adds up what was open when a year began, what came and what was open when it ended', () => {
  const nothingHidden: ShownBlock = { key: 'status', rows: [], total: { shown: 0 } };
  const year = { from: '2026-01', through: '2026-12' };
  /** What they work out: how many were closed in 2026. `left`: how many of those told as open since have left every figure; below none: how many have come back. */
  function workedOut(left: number, known: readonly CaseFact[]): number {
    const { start, end } = movementOf(known, year, true, { shown: known.filter(({ openedMonth }) => openedMonth < year.from).length + left }, nothingHidden, []);
    if (!('shown' in start) || end === undefined || !('shown' in end)) throw new RangeError('nothing here is small');
    return start.shown + known.filter(({ openedMonth }) => openedMonth >= year.from).length - end.shown;
  }
  const open = (n: number): CaseFact[] => facts(n, { openedMonth: '2025-06' });
  const closed = (n: number): CaseFact[] => facts(n, { openedMonth: '2025-06', status: 'AVSLUTTET', closedMonth: '2026-04' });

  test('is not told that one who has left figures was closed: one in whose place nothing is known is as open as the others are', () => {
    expect(workedOut(2, [...open(20), ...facts(12, { openedMonth: '2026-03' })])).toBe(0);
    expect(workedOut(1, [...open(20), ...closed(5)]), 'most of the others are open').toBe(5);
    expect(workedOut(1, closed(12)), 'nothing is open for ever, where all the others are closed').toBe(13);
    expect(workedOut(12, []), 'where nobody is left, nothing is known').toBe(0);
  });

  test('is never told of fewer than none, nor of more than there were, whoever has left or come back; and of exactly those who were closed where nobody has', () => {
    fc.assert(fc.property(fc.integer({ min: 10, max: 40 }), fc.integer({ min: 10, max: 40 }), fc.integer({ min: -9, max: 30 }), (stay, end, left) => {
      const told = stay + end + left;
      const { start, end: last } = movementOf([...open(stay), ...closed(end)], year, true, { shown: told }, nothingHidden, []);
      if (!('shown' in start) || last === undefined || !('shown' in last)) return;
      expect(start.shown).toBe(told);
      expect(last.shown).toBeGreaterThanOrEqual(0);
      expect(last.shown).toBeLessThanOrEqual(told);
      if (left === 0) expect(last.shown).toBe(stay);
    }));
  });

  test('reads no number of one to four out of it, also where the start tells of some who have left since', () => {
    fc.assert(fc.property(fc.nat(15), fc.nat(15), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 5, max: 20 }), (stay, end, left, came) => {
      const known = [...open(stay), ...closed(end), ...facts(came, { openedMonth: '2026-03' })];
      const { start, end: last } = movementOf(known, year, true, { shown: stay + end + left }, nothingHidden, []);
      if (!('shown' in start) || last === undefined || !('shown' in last)) return;
      expect([last.shown, last.shown - came, start.shown + came - last.shown].filter((n) => n >= 1 && n <= 4)).toEqual([]);
    }));
  });
});
