import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countryTables, countryYears, releasedCells, type CountrySum } from '../../src/returns/country.ts';
import type { TablesContent } from '../../src/returns/content.ts';
import { makeTables } from '../../src/returns/make.ts';
import { R3 } from '../../src/returns/codes/r3.ts';
import type { ReturnFact } from '../../src/returns/count.ts';
import { askedOf, facts, someFacts } from './random.ts';

function sent(cases: readonly ReturnFact[], before?: TablesContent): TablesContent {
  return makeTables(askedOf(cases, R3, before === undefined ? 1 : 2), cases, before).content;
}

const released = (content: TablesContent) => releasedCells(JSON.stringify(content));
const at = (cells: ReturnType<typeof releasedCells>): Map<string, number> => new Map(cells.map((one) => [`${one.table_id} ${one.row_code} ${one.column_code}`, one.shown]));

/** What the country's table says while these stand in it. */
function summed(returns: readonly TablesContent[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const one of returns) for (const [place, n] of at(released(one))) sums.set(place, (sums.get(place) ?? 0) + n);
  return sums;
}

/** One table of sums less another. */
function less(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...new Set([...a.keys(), ...b.keys()])].map((place): [string, number] => [place, (a.get(place) ?? 0) - (b.get(place) ?? 0)]).filter(([, n]) => n !== 0));
}

describe('somebody who holds the country’s tables of every day, and the returns of all regions but one,', () => {
  test('learns of that one what its own return shows, version by version, and no hidden number', () => {
    fc.assert(fc.property(fc.array(someFacts(60), { minLength: 2, maxLength: 3 }), someFacts(80), someFacts(40), (others, cases, more) => {
      const neighbours = others.map((one) => sent(one));
      const first = sent(cases);
      const corrected = sent([...cases, ...more], first);
      for (const version of [first, corrected]) {
        const worked = less(summed([...neighbours, version]), summed(neighbours));
        expect(worked).toEqual(at(released(version)));
        const hidden = version.tabeller.flatMap(({ tabell, celler }) => celler.filter(({ antall }) => typeof antall === 'string').map(({ rad, kolonne }) => `${tabell} ${rad} ${kolonne ?? ''}`));
        expect(hidden.filter((place) => worked.has(place))).toEqual([]);
      }
      expect(less(summed([...neighbours, corrected]), summed([...neighbours, first]))).toEqual(less(at(released(corrected)), at(released(first))));
    }), { numRuns: 40 });
  });

  test('finds of no «<5» whether it is 1, 2, 3 or 4: all four give the country the same sums', () => {
    const neighbours = [sent(facts(40)), sent(facts(25, { gender: 'MANN' }))];
    const worked = [1, 2, 3, 4].map((few) => less(summed([...neighbours, sent([...facts(34 - few), ...facts(few, { gender: 'MANN' }), ...facts(10, { gender: 'ANNET' })])]), summed(neighbours)));
    expect(worked[0]?.get('KJONN I_ALT ')).toBe(45);
    for (const one of worked) expect(one).toEqual(worked[0]);
  });
});

describe('the tables of the whole country', () => {
  const row = (change: Partial<CountrySum>): CountrySum => ({ year: 2025, edition: '1', table_id: '', row_code: '', column_code: '', shown: 3, ...change });

  test('are shown from three regions on: of two, each could subtract its own', () => {
    expect(countryYears([row({ shown: 2 }), row({ year: 2024 })], 2025, 3, '1').map(({ year, regions, enough }) => [year, regions, enough])).toEqual([[2025, 2, false], [2024, 3, true], [2023, 0, false]]);
  });

  test('never add up what was counted in two ways: the edition that most regions sent stands, and how many sent another is said', () => {
    const sums = [row({ shown: 3 }), row({ edition: '2', shown: 8 }), row({ table_id: 'MELDER', row_code: 'NAV', shown: 40 }), row({ edition: '2', table_id: 'MELDER', row_code: 'NAV', shown: 95 })];
    const [year] = countryYears(sums, 2025, 1, '2');
    if (year === undefined) expect.fail('a year');
    expect(year).toMatchObject({ edition: '2', regions: 8, others: 3 });
    expect(countryTables(R3, sums, year).map(({ spec, cells }) => [spec.id, cells.map(({ shown }) => shown)])).toEqual([['MELDER', [95]]]);
  });

  test('keep of a return its numbers alone: no «<5», nothing hidden, no zero, and nothing of another schema than its own names', () => {
    const cells = releasedCells(JSON.stringify({ tabeller: [{ tabell: 'X', celler: [{ rad: 'A', antall: 10 }, { rad: 'B', antall: '<5' }, { rad: 'C', antall: 'skjult' }, { rad: 'D', antall: 0 }, { rad: 'I_ALT', kolonne: 'E', antall: 15 }] }] }));
    expect(cells).toEqual([{ table_id: 'X', row_code: 'A', column_code: '', shown: 10 }, { table_id: 'X', row_code: 'I_ALT', column_code: 'E', shown: 15 }]);
  });
});
