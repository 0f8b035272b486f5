import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseFact } from '../../src/statistics/fact.ts';
import { BELOW_FIVE, TO_PROTECT } from '../../src/statistics/suppression-cells.ts';
import { publishedBlocks } from '../../src/statistics/published.ts';
import type { BlockKey } from '../../src/statistics/blocks.ts';
import { columnOf, isAllHidden, mostCommon, ownCases, rowsToShow, tally, type ShownBlock } from '../../src/statistics/tally.ts';
import { tablesInSentence } from '../../src/statistics/pages/words.ts';
import { fact, facts } from './facts.ts';

const PLACES = ['9901', '9902', '9903'];

function shown(cases: readonly CaseFact[], key: BlockKey, municipality?: string): ShownBlock {
  const block = tally(cases, PLACES).blocks.find((one) => one.key === key);
  if (block === undefined) throw new Error('no such block');
  return columnOf(block, municipality);
}

function words(block: ShownBlock): Record<string, unknown> {
  return Object.fromEntries(rowsToShow(block).map(({ code, cell }) => [code, 'shown' in cell ? cell.shown : cell.hidden === BELOW_FIVE ? 'few' : 'hidden']));
}

describe('a year’s tables', () => {
  test('each case stands in every block, and a block of one value per case adds up to the cases', () => {
    const cases = [...facts(12), ...facts(8, { caseType: 'BOR', reporter: 'FASTLEGE' }), ...facts(6, { caseType: undefined })];
    expect(words(shown(cases, 'type'))).toEqual({ MA: 12, BOR: 8, VENTER: 6 });
    expect(words(shown(cases, 'reporter'))).toEqual({ HJEMMETJENESTE: 18, FASTLEGE: 8 });
    expect(shown(cases, 'violence').total).toEqual({ shown: 26 });
  });

  test('a block in which every number is hidden gets a sentence, and is never a table of «<5» (domain reference §11)', () => {
    const block = { ...shown(facts(30), 'age'), rows: [{ code: 'A67_79', cell: { hidden: BELOW_FIVE } }, { code: 'A80', cell: { hidden: TO_PROTECT } }, { code: 'UKJENT', cell: { shown: 0 } }] } as const;
    expect(isAllHidden(block)).toBe(true);
    expect(tablesInSentence(['age', 'wish'], 'nb')).toBe('alder, gikk det som personen ønsket');
    expect(isAllHidden({ ...block, rows: [...block.rows, { code: 'A55_66', cell: { shown: 9 } }] })).toBe(false);
  });

  test('a finer type counts under the one it belongs to, and once: oppdragervold is physical violence', () => {
    const cases = [...facts(9, { violence: ['FYSISK', 'FYSISK_OPPDRAGER'] }), ...facts(6, { violence: ['FYSISK_OPPDRAGER', 'PSYKISK'] })];
    expect(words(shown(cases, 'violence'))).toEqual({ FYSISK: 15, PSYKISK: 6 });
    expect(words(shown(facts(11, { relation: ['MOR', 'FAR'] }), 'relation'))).toEqual({ FORELDRE: 11 });
  });

  test('a code that no list has any longer is «ukjent», and no case is lost', () => {
    const old = { ...fact(), reporter: 'BORTE' } as unknown as CaseFact; // as an older version may have written it
    expect(words(shown([...facts(12), ...Array.from({ length: 5 }, () => old)], 'reporter'))).toEqual({ HJEMMETJENESTE: 12, UKJENT: 5 });
  });

  test('one to four are «<5», and another row is hidden with them', () => {
    const cases = [...facts(20), ...facts(9, { caseType: 'BOR' }), ...facts(2, { caseType: 'KAN' })];
    expect(words(shown(cases, 'type'))).toEqual({ MA: 20, BOR: 'hidden', KAN: 'few' });
  });

  test('what goes with a small number is a row that is large as a rule, so that the others can stay', () => {
    const cases = [...facts(20, { reporter: 'FASTLEGE' }), ...facts(9), ...facts(1, { reporter: 'NAV' }), ...facts(6, { reporter: 'POLITI' })];
    expect(words(shown(cases, 'reporter'))).toEqual({ FASTLEGE: 20, POLITI: 6, NAV: 'few', HJEMMETJENESTE: 'hidden' });
  });

  test('ten cases or fewer are not broken down, whatever they are', () => {
    for (const key of ['status', 'type', 'reporter', 'vulnerability', 'violence', 'relation'] as const) expect(isAllHidden(shown(facts(10), key)), key).toBe(true);
    expect(shown(facts(10), 'type').total).toEqual({ shown: 10 });
    expect(shown(facts(4), 'type').total).toEqual({ hidden: BELOW_FIVE });
  });

  test('krl. § 5: contact with a shelter changes no published number, whether it reports, is one of the services or gives a measure', () => {
    const told = [...facts(30), ...facts(6, { reporter: 'KRISESENTER', services: ['KRISESENTER'], measures: ['KRISESENTER_DAG'] }), ...facts(7, { services: ['FASTLEGE', 'KRISESENTER'], measures: ['SAMTALE', 'KRISESENTER_BO', 'MIDLERTIDIG_BOLIG'] })];
    const without = [...facts(30), ...facts(6, { reporter: 'ANNEN_OFFENTLIG', services: ['UKJENT'], measures: ['MIDLERTIDIG_BOLIG'] }), ...facts(7, { measures: ['SAMTALE', 'MIDLERTIDIG_BOLIG'] })];
    expect(tally(told, PLACES)).toEqual(tally(without, PLACES));
    expect(JSON.stringify(tally(told, PLACES))).not.toContain('KRISESENTER');
    expect(words(shown(told, 'measure'))).toEqual({ MIDLERTIDIG_BOLIG: 13, SAMTALE: 7 });
  });

  test('what is stored of them is read again as it was', () => {
    const { blocks } = tally([...facts(40), ...facts(3, { owner: '9902', caseType: 'BOR' })], PLACES);
    expect(publishedBlocks.parse(JSON.parse(JSON.stringify(blocks)))).toEqual(JSON.parse(JSON.stringify(blocks)));
  });
});

describe('a municipality’s figures', () => {
  test('are withheld in a region with fewer than 30 cases, and its number of cases is all that is told', () => {
    const cases = [...facts(15), ...facts(14, { owner: '9902', caseType: 'BOR' })];
    expect(isAllHidden(shown(cases, 'type', '9901'))).toBe(true);
    expect(shown(cases, 'type', '9901').total).toEqual({ shown: 15 });
  });

  test('are shown in a larger one, as part of one table', () => {
    const cases = [...facts(15), ...facts(15, { owner: '9902', caseType: 'BOR' })];
    expect(words(shown(cases, 'type', '9901'))).toEqual({ MA: 15 });
    expect(words(shown(cases, 'type', '9902'))).toEqual({ BOR: 15 });
    expect(shown(cases, 'type', '9903').total).toEqual({ shown: 0 });
  });

  test('with ten cases or fewer are not broken down in however large a region, and nobody subtracts its neighbours to get them', () => {
    const cases = [...facts(60), ...facts(40, { owner: '9902' }), ...facts(10, { owner: '9903', caseType: 'BOR' })];
    expect(isAllHidden(shown(cases, 'type', '9903'))).toBe(true);
    expect(shown(cases, 'type', '9903').total).toHaveProperty('hidden');
    expect(isAllHidden(shown(cases, 'type', '9902')), 'the last of the larger ones goes along').toBe(true);
    expect(words(shown(cases, 'type', '9901'))).toEqual({ MA: 60 });
  });

  test('a municipality goes along with small ones by its place, so that its size stays untold', () => {
    const small = facts(3, { owner: '9901' });
    for (const [a, b] of [[20, 50], [50, 20]] as const) {
      const cases = [...small, ...facts(a, { owner: '9902' }), ...facts(b, { owner: '9903' })];
      expect([shown(cases, 'type', '9902').total, shown(cases, 'type', '9903').total]).toEqual([{ shown: a }, { hidden: TO_PROTECT }]);
    }
  });

  test('never let a reader count back a hidden number from the region and the other municipalities', () => {
    const one = fc.record({ owner: fc.constantFrom('9901', '9901', '9902', '9903', undefined), caseType: fc.constantFrom('MA' as const, 'MA' as const, 'BOR' as const, 'KAN' as const, undefined) }).map((change) => fact(change));
    fc.assert(fc.property(fc.array(one, { minLength: 11, maxLength: 120 }), (cases) => {
      const block = tally(cases, PLACES).blocks.find(({ key }) => key === 'type');
      if (block === undefined) throw new Error('no such block');
      expect(block.columnTotals.filter((total) => 'shown' in total && total.shown > 0 && total.shown < 11)).toEqual([]);
      // one column alone is the region itself, whose numbers are shown
      if (block.columnTotals.filter((total) => !('shown' in total) || total.shown > 0).length < 2) return;
      for (const [row, code] of block.rows.entries()) {
        const hidden = [block.rowTotals[row], ...(block.cells[row] ?? [])].filter((cell) => cell !== undefined && 'hidden' in cell);
        expect(hidden.length, code).not.toBe(1);
      }
    }), { numRuns: 40 });
  });

  test('a place that joined later has none in a table counted before', () => {
    expect(isAllHidden(shown(facts(40), 'type', '9909'))).toBe(true);
  });
});

describe('the words of a year', () => {
  test('own cases are the received ones without those that belong elsewhere, and hidden where those are few', () => {
    const outside = { status: 'IKKE_SAK', closedMonth: '2025-04', closingReasons: ['UTENFOR_KOMMUNER'] } as const;
    expect(ownCases(shown([...facts(20), ...facts(6, outside)], 'status'))).toEqual({ shown: 20 });
    expect(ownCases(shown(facts(20), 'status'))).toEqual({ shown: 20 });
    expect(ownCases(shown([...facts(20), ...facts(2, outside)], 'status'))).toHaveProperty('hidden');
  });

  test('what is most common is said only where no hidden row could be larger and no other is alike', () => {
    expect(mostCommon(shown([...facts(12), ...facts(6, { violence: ['PSYKISK'] })], 'violence'))).toEqual({ code: 'OKONOMISK', count: 12 });
    expect(mostCommon(shown([...facts(12), ...facts(12, { violence: ['PSYKISK'] })], 'violence'))).toBeUndefined();
    expect(mostCommon(shown([...facts(12), ...facts(9, { caseType: 'BOR' }), ...facts(2, { caseType: 'KAN' })], 'type'))).toBeUndefined();
    expect(mostCommon(shown(facts(12, { violence: ['UKJENT'] }), 'violence'))).toBeUndefined();
  });

  test('rows stand by size, hidden ones last in the list’s own order, so that a place tells no size', () => {
    const cases = [...facts(6, { reporter: 'FASTLEGE' }), ...facts(20), ...facts(1, { reporter: 'FAMILIE' }), ...facts(3, { reporter: 'VENN' }), ...facts(11, { reporter: 'POLITI' })];
    expect(rowsToShow(shown(cases, 'reporter')).map(({ code }) => code)).toEqual(['POLITI', 'FASTLEGE', 'VENN', 'FAMILIE', 'HJEMMETJENESTE']);
  });
});
