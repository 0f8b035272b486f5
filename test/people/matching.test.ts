import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable, maybeSamePerson, nameWords, type Comparable } from '../../src/people/matching.ts';
import { tracedOf } from '../../src/people/trace.ts';

type Said = { readonly year?: number; readonly place?: string; readonly phones?: readonly string[] };

function who(name: string, { year, place, phones = [] }: Said = {}): Comparable {
  return comparable({ names: [name], aliases: [], around: [], birthYears: year === undefined ? [] : [year], municipalities: place === undefined ? [] : [place], hidden: false }, phones);
}
const same = (a: string, b: string, saidA?: Said, saidB?: Said) => maybeSamePerson(who(a, saidA), who(b, saidB));

describe('a person is found again under', () => {
  test.each([
    ['the same name', 'Borghild Kvamme', 'Borghild Kvamme'], ['the family name first', 'Kvamme, Borghild', 'Borghild Kvamme'], ['other capitals', 'BORGHILD KVAMME', 'borghild kvamme'],
    ['a middle name more', 'Borghild Marie Kvamme', 'Borghild Kvamme'], ['one of two given names', 'Anne Grete Solli', 'Grete Solli'], ['a double name with a hyphen', 'Anne-Grete Solli', 'Anne Grete Solli'],
    ['a double name written as one', 'Annegrete Solli', 'Anne Grete Solli'], ['a double family name', 'Mona Berg-Hansen', 'Mona Hansen Berg'],
    ['an initial', 'B. Kvamme', 'Borghild Kvamme'], ['two initials and the family name', 'B. M. Kvamme', 'Borghild Marie Kvamme'],
    ['a slip', 'Borgild Kvamme', 'Borghild Kvamme'], ['a letter too few', 'Borghild Kvame', 'Borghild Kvamme'], ['two letters that changed places', 'Bogrhild Kvamme', 'Borghild Kvamme'], ['a slip in each', 'Borgild Kvammme', 'Borghild Kvamme'],
    ['another spelling that sounds the same', 'Christian Hanssen', 'Kristian Hansen'], ['Olaf for Olav', 'Olaf Dahl', 'Olav Dahl'], ['th for t', 'Marit Sæther', 'Marit Sæter'],
    ['no Norwegian letters', 'Bjoerg Saether', 'Bjørg Sæther'], ['Swedish letters', 'Björg Säther', 'Bjørg Sæther'], ['aa for å', 'Paal Aas', 'Pål Ås'], ['no ring and no stroke', 'Bjorg Asen', 'Bjørg Åsen'],
    ['Sámi letters left out', 'Aila Mahtte Njalla', 'Áila Máhtte Njállá'], ['đ as d and ŋ as n', 'Biŋŋá Sáđđi', 'Binna Saddi'], ['č, š, ž without the caron', 'Čoahkke Šilju', 'Coahkke Silju'], ['ŧ as t', 'Muoŧŧá Guhtur', 'Muotta Guhtur'],
    ['letters in two parts', 'Áila Pål', 'Áila Pål'],
  ])('%s: «%s» and «%s»', (_what, a, b) => {
    expect(same(a, b)).toBe(true);
  });

  test('a new family name, with the same telephone', () => {
    expect(same('Kari Moe', 'Kari Hansen', { phones: ['ab'] }, { phones: ['ab'] })).toBe(true);
  });

  test('a given name alone, with the same year and municipality', () => {
    expect(same('Borghild', 'Borghild Kvamme', { year: 1939, place: '9901' }, { year: 1940, place: '9901' })).toBe(true);
  });

  test('any of the names that different people gave her', () => {
    const trace = (names: string[]) => comparable({ names, aliases: [], around: [], birthYears: [], municipalities: [], hidden: false }, []);
    expect(maybeSamePerson(trace(['Mormor', 'Astrid Fjeld']), trace(['Astrid Rud', 'Astrid Fjeld']))).toBe(true);
  });

  test('a year that somebody guessed', () => {
    expect(same('Borghild Kvamme', 'Borghild Kvamme', { year: 1939 }, { year: 1945 })).toBe(true);
  });
});

describe('two people stay two:', () => {
  test.each([
    ['short names that differ in a letter', 'Kari Moe', 'Kåre Moe'], ['Bo is not Bodil', 'Bo Dahl', 'Bodil Dahl'], ['Dag is not Dagny', 'Dag Bakke', 'Dagny Bakke'], ['Bo and Dag', 'Bo Lie', 'Dag Lie'],
    ['the family name alone', 'Borghild Kvamme', 'Terje Kvamme'], ['the given name alone', 'Borghild Kvamme', 'Borghild Moe'], ['initials alone', 'B. K.', 'Borghild Kvamme'], ['initials alone on both sides', 'B. K.', 'B. K.'],
    ['one word, however alike', 'Borghild', 'Borghild'], ['words that are no names', 'Min mor', 'Min mor'], ['«ukjent navn»', 'Ukjent navn', 'Ukjent navn'], ['«Moren til naboen»', 'Moren min', 'Moren min'],
    ['a part of a word', 'Ann Berg', 'Annette Bergersen'], ['nothing at all', '', ''], ['signs', '? ?', '? ?'],
  ])('%s: «%s» and «%s»', (_what, a, b) => {
    expect(same(a, b)).toBe(false);
  });

  test('a grandmother and the granddaughter who was named after her', () => {
    expect(same('Borghild Kvamme', 'Borghild Kvamme', { year: 1939 }, { year: 1990 })).toBe(false);
  });

  test('a slip is forgiven between people of about the same age only', () => {
    expect(same('Borgild Kvamme', 'Borghild Kvamme', { year: 1939 }, { year: 1942 })).toBe(true);
    expect(same('Borgild Kvamme', 'Borghild Kvamme', { year: 1939 }, { year: 1950 })).toBe(false);
  });

  test('a couple with one telephone', () => {
    expect(same('Kari Moe', 'Arne Hansen', { phones: ['ab'] }, { phones: ['ab'] })).toBe(false);
  });

  test('a given name alone in another municipality', () => {
    expect(same('Borghild', 'Borghild Kvamme', { year: 1939, place: '9901' }, { year: 1939, place: '9902' })).toBe(false);
  });
});

test('whoever has only an alias, and whoever’s address is secret, is neither looked for nor found', () => {
  const alias = tracedOf([{ alias: 'Rød', phone: '55 55 01 23', protectedAddressHint: false }]);
  const secret = tracedOf([{ name: 'Borghild Kvamme', protectedAddressHint: false }, { name: 'Borghild Kvamme', protectedAddressHint: true }]);
  expect(comparable(alias.trace, ['ab']).names).toEqual([]);
  expect(maybeSamePerson(comparable(alias.trace, ['ab']), comparable(alias.trace, ['ab']))).toBe(false);
  expect(maybeSamePerson(comparable(secret.trace, []), who('Borghild Kvamme'))).toBe(false);
});

test('a municipality that is not known is none that two people share', () => {
  expect(tracedOf([{ name: 'Borghild', municipality: 'ukjent', protectedAddressHint: false }]).trace.municipalities).toEqual([]);
});

const GIVEN = ['Anne', 'Grete', 'Bo', 'Dag', 'Borghild', 'Bjørg', 'Áila', 'Biŋŋá', 'Kari', 'Kåre', 'Ole', 'B.', 'Mor', 'Else-Marie', 'Annegrete', 'Grethe'];
const FAMILY = ['Kvamme', 'Kvame', 'Åsen', 'Aasen', 'Sæther', 'Sæter', 'Hansen', 'Hanssen', 'Lie', 'Moe', 'Njállá', 'Sáđđi', 'Berg-Hansen'];
const names = fc.tuple(fc.uniqueArray(fc.constantFrom(...GIVEN), { maxLength: 3 }), fc.uniqueArray(fc.constantFrom(...FAMILY), { maxLength: 2 })).map(([given, family]) => [...given, ...family]);
const people = fc.record({ name: names, year: fc.option(fc.integer({ min: 1920, max: 1960 }), { nil: undefined }), place: fc.constantFrom('9901', '9902', undefined), phone: fc.constantFrom('aa', 'bb', undefined) });
type Somebody = typeof people extends fc.Arbitrary<infer P> ? P : never;
const made = ({ name, year, place, phone }: Somebody, order: readonly string[] = name) => who(order.join(' '), { ...(year === undefined ? {} : { year }), ...(place === undefined ? {} : { place }), phones: phone === undefined ? [] : [phone] });

test('which of the two is asked first never matters', () => {
  let met = 0;
  fc.assert(fc.property(people, people, (a, b) => {
    const found = maybeSamePerson(made(a), made(b));
    met += found ? 1 : 0;
    expect(maybeSamePerson(made(b), made(a))).toBe(found);
  }), { numRuns: 1000, seed: 20260302 });
  expect(met).toBeGreaterThan(20);
});

test('the order of the words never matters', () => {
  const shuffled = people.chain((one) => fc.tuple(fc.constant(one), fc.shuffledSubarray(one.name, { minLength: one.name.length, maxLength: one.name.length })));
  let met = 0;
  fc.assert(fc.property(shuffled, people, ([a, order], b) => {
    const found = maybeSamePerson(made(a), made(b));
    met += found ? 1 : 0;
    expect(maybeSamePerson(made(a, order), made(b))).toBe(found);
  }), { numRuns: 1000, seed: 20260302 });
  expect(met).toBeGreaterThan(20);
});

test('whoever has two names is the same as themselves, whatever is written', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (text) => {
    const full = nameWords(text).filter((word) => word.length > 1);
    if (new Set(full).size > 1) expect(same(text, text)).toBe(true);
    expect(same(text, '')).toBe(false);
  }), { numRuns: 500, seed: 20260302 });
});
