import { describe, expect, test } from 'vitest';
import { codeList } from '../../src/kernel/codes.ts';
import { doubleWordings, findAllByWording, findByWording } from '../../src/kernel/wording.ts';

const FRUIT = codeList('FRUKT', [
  { code: 'EPLE', nb: 'Eple (rødt)', nn: 'Eple (raudt)', en: 'Red apple', source: 'P', synonyms: ['Rød-eple', 'Sam-eple'] },
  { code: 'PAERE', nb: 'Pære', nn: 'Pære', en: 'Pear', source: 'P', historic: true, synonyms: ['Sam eple'] },
]);

describe('a wording finds its code', () => {
  test('letter case, spaces, hyphens and brackets never hide a value', () => {
    for (const text of ['EPLE RØDT', 'eple (rødt)', 'Eple  rødt.', 'raudt', 'red apple', 'rød eple']) {
      expect(findByWording(FRUIT, text), text).toBe(text === 'raudt' ? undefined : 'EPLE');
    }
  });
  test('letters written as letter plus ring or dots are the same letters', () => {
    expect(findByWording(codeList('X', [{ code: 'A', nb: 'Åpen', nn: 'Open', en: 'Open', source: 'P' }]), 'A\u030apen')).toBe('A');
  });
  test('old files keep their historic codes', () => {
    expect(findByWording(FRUIT, 'pære')).toBe('PAERE');
  });
  test('a wording that two values claim is refused, not guessed', () => {
    expect(findByWording(FRUIT, 'Sam-eple')).toBeUndefined();
    expect(doubleWordings(FRUIT)).toEqual(['sameple']);
  });
  test('an empty or unknown wording finds nothing', () => {
    expect(findByWording(FRUIT, ' – ')).toBeUndefined();
    expect(findByWording(FRUIT, 'banan')).toBeUndefined();
  });
  test('a cell with several wordings loses none and says which it did not understand', () => {
    expect(findAllByWording(FRUIT, 'Pære; Banan;\n eple (rødt); Pear')).toEqual({ codes: ['EPLE', 'PAERE'], unknown: ['Banan'] });
  });
});
