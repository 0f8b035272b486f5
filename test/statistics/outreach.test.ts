import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { isOutside, type CaseFact } from '../../src/statistics/fact.ts';
import type { Cell } from '../../src/statistics/suppression-cells.ts';
import type { ShownBlock } from '../../src/statistics/tally.ts';
import { movementOf } from '../../src/statistics/movement.ts';
import { day } from '../../src/kernel/time.ts';
import { around, isEnoughToDraw, lastQuarter, quarterCell, quarterOf, quartersFrom, quartersThrough, type QuarterCount } from '../../src/statistics/outreach.ts';
import { countBases, shownByBasis, wholeYears } from '../../src/statistics/disclosures.ts';
import { fact, facts } from './facts.ts';

const quarters = (...reports: readonly number[]): QuarterCount[] => reports.map((n, at) => ({ first: quartersFrom('2025-07', at), reports: quarterCell(n) }));
const on = day('2026-02-10') ?? expect.fail('a day');

describe('reports before and after something was done', () => {
  test('are those of the quarter on each side, over New Year, without the quarter itself', () => {
    expect(around(on, quarters(6, 7, 99, 12))).toEqual({ before: { shown: 7 }, after: { shown: 12 } });
    expect(around(on, quarters(6, 3, 99))).toEqual({ before: { hidden: '<5' }, after: undefined });
  });

  test('are one to four nowhere, and a region of few gets a sentence, not a table of nothing but «<5»', () => {
    expect([0, 1, 4, 5].map(quarterCell)).toEqual([{ shown: 0 }, { hidden: '<5' }, { hidden: '<5' }, { shown: 5 }]);
    expect([isEnoughToDraw(quarters(1, 0, 4)), isEnoughToDraw(quarters(1, 5))]).toEqual([false, true]);
  });

  test('are counted when the three months are over, without a gap', () => {
    expect(['2026-01', '2026-02', '2026-03', '2026-11', '2026-12'].map(lastQuarter)).toEqual(['2025-10', '2025-10', '2026-01', '2026-07', '2026-10']);
    expect(quartersThrough('2025-07', '2026-04')).toEqual(['2025-07', '2025-10', '2026-01', '2026-04']);
    expect(['2026-03', '2026-04', '2026-12'].map(quarterOf)).toEqual(['2026-01', '2026-04', '2026-10']);
  });
});

describe('cases open when a year began and ended', () => {
  const year = { from: '2025-01', through: '2025-12' };
  const cases = (older: number, olderClosed: number, came: number, cameClosed: number, closedSince = 0) => [
    ...facts(older, { openedMonth: '2024-06' }), ...facts(olderClosed, { openedMonth: '2024-06', status: 'AVSLUTTET', closedMonth: '2025-03' }),
    ...facts(came, { openedMonth: '2025-05' }), ...facts(cameClosed, { openedMonth: '2025-05', status: 'AVSLUTTET', closedMonth: '2025-09' }),
    ...facts(closedSince, { openedMonth: '2025-05', status: 'AVSLUTTET', closedMonth: '2026-01' }),
  ];

  const of = (all: readonly CaseFact[], whole: boolean, before: Cell | undefined, status: ShownBlock = { key: 'status', rows: [], total: { shown: 0 } }) => movementOf(all, year, whole, before, status, []);

  test('are not told where the table of where the cases stand hides a row: the end says how many can be open at the most', () => {
    expect(of(cases(6, 5, 20, 8), true, undefined, { key: 'status', rows: [{ code: 'APEN', cell: { shown: 20 } }, { code: 'IKKE_SAK', cell: { hidden: '<5' } }], total: { shown: 28 } }).end).toEqual({ hidden: 'for å verne personer' });
  });

  test('are own cases, and those of a year that still runs have no end', () => {
    const all = [...cases(6, 5, 20, 8), fact({ openedMonth: '2024-01', status: 'IKKE_SAK', closingReasons: ['UTENFOR_KOMMUNER'], closedMonth: '2025-02' })];
    expect(all.filter(isOutside)).toHaveLength(1);
    expect(of(all, true, undefined)).toEqual({ start: { shown: 11 }, end: { shown: 26 } });
    expect(of(all, false, undefined)).toEqual({ start: { shown: 11 }, end: undefined });
  });

  test('say at the start what the year before said at its end, though somebody has been left out since', () => {
    expect(of(cases(6, 5, 20, 8), true, { shown: 12 }).start).toEqual({ shown: 12 });
  });

  test('are not told in a region’s first year where one to four were closed between New Year and the counting: the open ones stand beside it', () => {
    expect(of(cases(0, 0, 12, 6, 3), true, undefined)).toEqual({ start: { hidden: 'for å verne personer' }, end: { hidden: 'for å verne personer' } });
    expect(of(cases(0, 0, 12, 6, 5), true, undefined)).toEqual({ start: { shown: 0 }, end: { shown: 17 } });
  });

  test('are not told where one to four of the year’s own are open: with nothing older open, the end and five who were closed since leave them one', () => {
    expect(of(cases(0, 0, 1, 12, 5), true, undefined)).toEqual({ start: { hidden: 'for å verne personer' }, end: { hidden: 'for å verne personer' } });
  });

  test('tell nobody of one to four who were closed, or are old, by adding up what stands beside them', () => {
    fc.assert(fc.property(fc.nat(12), fc.nat(12), fc.nat(30), fc.nat(12), fc.nat(8), (older, olderClosed, came, cameClosed, since) => {
      const { start, end } = of(cases(older, olderClosed, came, cameClosed, since), true, undefined);
      if (!('shown' in start) || end === undefined || !('shown' in end)) return;
      const opened = came + cameClosed + since;
      const known = [start.shown, end.shown, opened, start.shown + opened - end.shown, end.shown - (came + since), end.shown - came];
      expect(known.filter((n) => n >= 1 && n <= 4)).toEqual([]);
    }));
  });
});

test('what left the cases is counted by basis, in the months that are asked for', () => {
  expect(countBases([{ told: ['2025-01 SAMTYKKE', '2025-02 SAMTYKKE', '2026-01 SAMTYKKE'] }, { told: ['2025-12 FVL_13B_3'] }], '2025-01', '2025-12')).toEqual([{ basis: 'SAMTYKKE', disclosures: 2 }, { basis: 'FVL_13B_3', disclosures: 1 }]);
});

test('what left the cases stands for whole years, without one to four', () => {
  expect(shownByBasis([{ basis: 'SAMTYKKE', disclosures: 5 }, { basis: 'FVL_13B_3', disclosures: 4 }])).toEqual([{ basis: 'SAMTYKKE', cell: { shown: 5 } }, { basis: 'FVL_13B_3', cell: { hidden: '<5' } }]);
  expect([wholeYears('2024-01', '2025-12'), wholeYears('2024-02', '2026-11'), wholeYears('2024-02', '2024-12'), wholeYears('2024-03', '2025-02')]).toEqual([
    { years: [2024, 2025], all: true }, { years: [2025], all: false }, { years: [], all: false }, { years: [], all: false },
  ]);
});
