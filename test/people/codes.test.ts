import { describe, expect, test } from 'vitest';
import { doubleWordings, findByWording } from '../../src/kernel/wording.ts';
import { AGE_BAND, GENDER, ageBandOf } from '../../src/people/codes.ts';

describe('people code lists', () => {
  test('the wordings of the source documents and of each language lead to one code each', () => {
    for (const list of [GENDER, AGE_BAND]) expect(doubleWordings(list), list.name).toEqual([]);
    expect(findByWording(GENDER, 'Kvinne')).toBe('KVINNE');
    expect(findByWording(GENDER, 'Mann')).toBe('MANN');
    expect(findByWording(AGE_BAND, 'Over 67 år')).toBe('OVER_67');
  });
  test('a person may leave gender and age unanswered, and the band of the old pilot is not offered', () => {
    for (const list of [GENDER, AGE_BAND]) expect(list.codes).toEqual(expect.arrayContaining(['IKKE_OPPGITT', 'UKJENT']));
    expect(AGE_BAND.codes).not.toContain('OVER_67');
    expect(AGE_BAND.is('OVER_67')).toBe(true);
  });
  test('every age from 18 has exactly the band whose label holds it, and a child has none', () => {
    expect([17, 0, -1, Number.NaN].map(ageBandOf)).toEqual([undefined, undefined, undefined, undefined]);
    const bands = Array.from({ length: 103 }, (_, i) => [i + 18, ageBandOf(i + 18)] as const);
    for (const [age, band] of bands) {
      const label = AGE_BAND.label(band ?? 'UKJENT', 'nb');
      const [low, high] = [...label.matchAll(/\d+/g)].map(Number);
      expect(low, label).toBeLessThanOrEqual(age);
      expect(high ?? 999, label).toBeGreaterThanOrEqual(age);
    }
  });
});
