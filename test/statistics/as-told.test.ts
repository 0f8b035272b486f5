import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asTold, casesByYear, monthsDue, type ToldMonth } from '../../src/statistics/as-told.ts';
import { BLOCKS, COUNTED, VALUES_OF } from '../../src/statistics/blocks.ts';
import { tally } from '../../src/statistics/tally.ts';
import { byMonth, fact, LEFT, type Known } from './facts.ts';

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
