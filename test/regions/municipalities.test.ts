import { describe, expect, test } from 'vitest';
import { DEMO_MUNICIPALITIES, DEMO_NEIGHBOUR, SECOND_DEMO_MUNICIPALITIES } from '../../src/regions/demo-municipalities.ts';
import { withoutSamiTexts } from '../../src/regions/languages.ts';
import { COUNTIES, MUNICIPALITIES, SAMI_AREA, distinctName, findMunicipality, isSamiArea } from '../../src/regions/municipalities.ts';

describe('municipalities', () => {
  test('all 357 municipalities and 15 counties can be chosen, each once', () => {
    expect(MUNICIPALITIES).toHaveLength(357);
    expect(new Set(MUNICIPALITIES.map((m) => m.number)).size).toBe(357);
    expect(COUNTIES).toHaveLength(15);
  });
  test('every number has four digits and begins with its county, or a report would go astray', () => {
    for (const m of MUNICIPALITIES) {
      expect(m.number).toMatch(/^\d{4}$/);
      expect(m.number.slice(0, 2)).toBe(m.county);
      expect(COUNTIES.some((c) => c.number === m.county), m.number).toBe(true);
      expect(m.name.trim()).toBe(m.name);
      expect(m.name).not.toContain(' - ');
    }
  });
  test('the municipalities of the pilot have their numbers of 2024', () => {
    expect(['3103', '3112', '3114'].map((n) => findMunicipality(n)?.name)).toEqual(['Moss', 'Råde', 'Våler']);
    expect(findMunicipality('0104')).toBeUndefined();
  });
  test('two municipalities of one name can be told apart', () => {
    const names = MUNICIPALITIES.map(distinctName);
    expect(new Set(names).size).toBe(357);
    expect(names).toEqual(expect.arrayContaining(['Våler (Østfold)', 'Våler (Innlandet)', 'Herøy (Nordland)', 'Herøy (Møre og Romsdal)', 'Moss']));
  });
  test('a municipality with several official names keeps each of them', () => {
    const several = MUNICIPALITIES.filter((m) => m.official !== undefined);
    expect(several).toHaveLength(22);
    for (const m of several) {
      for (const name of [m.name, ...Object.values(m.also ?? {})]) expect(m.official?.split(' - '), m.number).toContain(name);
      expect(m.official?.split(' - ')).toHaveLength(1 + Object.keys(m.also ?? {}).length);
    }
    expect(findMunicipality('5610')).toMatchObject({ name: 'Karasjok', also: { se: 'Kárášjohka' } });
  });
  test('an invented municipality can never be taken for a real one', () => {
    const invented = [...DEMO_MUNICIPALITIES, DEMO_NEIGHBOUR, ...SECOND_DEMO_MUNICIPALITIES];
    expect(new Set(invented.map((m) => m.number)).size).toBe(7);
    for (const m of invented) {
      expect(m.number).toMatch(/^99\d\d$/);
      expect(MUNICIPALITIES.some((real) => real.name === m.name), m.name).toBe(false);
    }
  });
});

describe('the area for Sámi languages', () => {
  test('is the thirteen municipalities of the regulation, each in today’s list under its Sámi name', () => {
    expect(Object.keys(SAMI_AREA)).toHaveLength(13);
    for (const [number, language] of Object.entries(SAMI_AREA)) expect(findMunicipality(number)?.also?.[language], number).toBeTruthy();
    expect([isSamiArea('5610'), isSamiArea('0301'), isSamiArea('toString')]).toEqual([true, false, false]);
  });
  test('a member there without approved texts is named, so that somebody sees to it; others are not', () => {
    const members = [{ number: '5610', name: 'Karasjok' }, { number: '1875', name: 'Hamarøy' }, { number: '5601', name: 'Alta' }];
    expect(withoutSamiTexts(members, new Set())).toEqual(['Karasjok', 'Hamarøy']);
    expect(withoutSamiTexts(members, new Set(['se']))).toEqual(['Hamarøy']);
    expect(withoutSamiTexts([], new Set())).toEqual([]);
  });
});
