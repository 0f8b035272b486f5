import { describe, expect, test } from 'vitest';
import type { CodeValue } from '../../src/kernel/codes.ts';
import { doubleWordings, findByWording } from '../../src/kernel/wording.ts';
import { ACHIEVED, CASE_TYPE, CLOSING_REASON, MEASURE, MEASURE_STATUS } from '../../src/cases/codes.ts';
import { SERVICE } from '../../src/reports/codes.ts';
import { R3 } from '../../src/returns/codes/r3.ts';
import { COUNTED } from '../../src/statistics/blocks.ts';
import { fact } from '../statistics/facts.ts';

type AnyList = { name: string; values: readonly CodeValue<string>[]; codes: readonly string[]; is: (text: string) => boolean };

describe('case code lists', () => {
  const lists: AnyList[] = [CASE_TYPE, MEASURE, MEASURE_STATUS, CLOSING_REASON, ACHIEVED];

  test('no wording in any language means two codes, and no word is missing', () => {
    for (const list of lists) {
      expect(doubleWordings(list), list.name).toEqual([]);
      for (const v of list.values) expect([v.nb, v.nn, v.en].every((word) => word.trim() === word && word !== ''), v.code).toBe(true);
    }
  });
  test('a decision can never be recorded as unknown, though an old file may hold it', () => {
    for (const list of lists) {
      expect(list.is('UKJENT'), list.name).toBe(true);
      expect(list.codes, list.name).not.toContain('UKJENT');
    }
  });
  test('the help that a law names is a measure of its own: temporary housing (sotjl § 27), a guardian (vgml § 57), and counsel is a service (strpl § 107 a)', () => {
    expect(MEASURE.codes).toEqual(expect.arrayContaining(['MIDLERTIDIG_BOLIG', 'NY_BOLIG', 'MELDT_VERGEMAL', 'OKONOMISIKRING']));
    expect(SERVICE.codes).toContain('BISTANDSADVOKAT');
  });
  test('compensation for violence (voldserstatningsloven; the counsel of strpl § 107 a helps to apply) is a measure of its own in the case, and a row of nobody’s in figures: it is counted where the economy is', () => {
    expect(MEASURE.codes).toContain('VOLDSERSTATNING');
    expect(COUNTED.measure.rows).not.toContain('VOLDSERSTATNING');
    expect(COUNTED.measure.rowsOf(fact({ measures: ['VOLDSERSTATNING'] }))).toEqual(['OKONOMISIKRING']);
    expect(R3.variables.find(({ id }) => id === 'TILTAK')?.map).toMatchObject({ VOLDSERSTATNING: 'OKONOMI', OKONOMISIKRING: 'OKONOMI' });
  });
  test("the pilot's case types keep their names", () => {
    expect(['Må-sak', 'Bør-sak', 'Ikke vurdert'].map((text) => findByWording(CASE_TYPE, text))).toEqual(['MA', 'BOR', 'IKKE_VURDERT']);
  });
});
