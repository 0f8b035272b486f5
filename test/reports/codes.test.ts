import { describe, expect, test } from 'vitest';
import type { CodeList, CodeValue } from '../../src/kernel/codes.ts';
import { day } from '../../src/kernel/time.ts';
import { doubleWordings, findAllByWording, findByWording } from '../../src/kernel/wording.ts';
import { BASIS, BASIS_LAW, BASIS_VALIDITY, CHANNEL, CONSENT, RELATION, REPORTER, SERVICE, VIOLENCE, VULNERABILITY, basesOn, basisWords, isService } from '../../src/reports/codes.ts';

type AnyList = { name: string; values: readonly CodeValue<string>[]; codes: readonly string[]; is: (text: string) => boolean };

// Attributes of the pilot's five cases as its report words them (domain reference §12.1); they name nobody.
const PILOT = [
  { reporter: 'Hjemmetjenesten', vulnerability: 'Demens; Over 67 år', relation: 'Barnebarn', violence: 'Psykisk vold; Økonomisk vold; Materiell vold',
    services: 'Hjemmetjenesten; TryggEst-teamet; Fastlege; Tildelingskontor; Sykehjem; Omsorgsbolig; Pårørende; Politi' },
  { reporter: 'Legevakta', vulnerability: 'Autisme', relation: 'Foreldre', violence: 'Fysisk vold', services: 'Ikke vurdert' },
  { reporter: 'Hjemmetjenesten', vulnerability: 'Demens; Over 67 år', relation: 'Barn', violence: 'Seksuelle overgrep', services: 'Hjemmetjenesten' },
  { reporter: 'Krisesenteret', vulnerability: 'Psykisk utviklingshemning', relation: 'Samboer', violence: 'Psykisk vold; Økonomisk overgrep; Seksuelle overgrep; Fysisk vold',
    services: 'Tjenester for funksjonshemmede; TryggEst-teamet; Fastlege; Habiliteringstjenesten; Bolig sosial avdeling; Verge; Krisesenteret' },
  { reporter: 'Rustjenesten', vulnerability: 'Rus; Minoritetsbakgrunn', relation: 'Foreldre', violence: 'Fysisk vold- oppdragervold', services: 'Rustjenesten; NAV; Bolig sosial avdeling' },
];

function tally<C extends string>(list: CodeList<C>, cells: string[]): Partial<Record<C, number>> {
  const counts: Partial<Record<C, number>> = {};
  for (const cell of cells) {
    const { codes, unknown } = findAllByWording(list, cell);
    expect(unknown).toEqual([]);
    for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

describe('report code lists', () => {
  const lists: AnyList[] = [CHANNEL, REPORTER, VULNERABILITY, VIOLENCE, RELATION, SERVICE, CONSENT, BASIS];

  test('no wording in any language means two codes', () => {
    for (const list of lists) expect(doubleWordings(list), list.name).toEqual([]);
  });
  test('no value lacks a word in bokmål, nynorsk or English', () => {
    for (const list of lists) {
      for (const v of list.values) expect([v.nb, v.nn, v.en, v.source].every((word) => word.trim() === word && word !== ''), `${list.name} ${v.code}`).toBe(true);
    }
  });
  test('every list can say unknown, and every question put to a person can be left unanswered', () => {
    for (const list of lists) expect(list.is('UKJENT'), list.name).toBe(true);
    for (const list of [REPORTER, VULNERABILITY, VIOLENCE, RELATION, SERVICE, CONSENT]) expect(list.codes).toContain('IKKE_OPPGITT');
  });
  test('a parent exists and is itself no child, so that a return can add up one level', () => {
    for (const list of lists) {
      for (const value of list.values.filter((v) => v.parent !== undefined)) {
        const parent = list.values.find((v) => v.code === value.parent);
        expect(parent, value.code).toBeDefined();
        expect(parent?.parent, value.code).toBeUndefined();
      }
    }
  });
  test("the pilot's five cases come out with its own totals, its two spellings of one thing counted as one", () => {
    expect(tally(REPORTER, PILOT.map((c) => c.reporter))).toEqual({ HJEMMETJENESTE: 2, LEGEVAKT: 1, KRISESENTER: 1, RUSTJENESTE: 1 });
    expect(tally(VIOLENCE, PILOT.map((c) => c.violence))).toEqual({ PSYKISK: 2, OKONOMISK: 2, MATERIELL: 1, FYSISK: 2, FYSISK_OPPDRAGER: 1, SEKSUELL: 2 });
    expect(tally(VULNERABILITY, PILOT.map((c) => c.vulnerability))).toEqual({ DEMENS: 2, OVER_67: 2, AUTISME: 1, UTVIKLINGSHEMMING: 1, RUS: 1, MINORITET: 1 });
    expect(tally(RELATION, PILOT.map((c) => c.relation))).toEqual({ BARNEBARN: 1, FORELDRE: 2, BARN: 1, SAMBOER: 1 });
    expect(tally(SERVICE, PILOT.map((c) => c.services))).toMatchObject({ BOLIGSOSIAL: 2, HJEMMETJENESTE: 2, TRYGGEST_TEAM: 2, FASTLEGE: 2, UKJENT: 1, NAV: 1, VERGE: 1 });
  });
  test('disciplinary violence is counted as physical violence, rape as sexual abuse, a father as a parent', () => {
    expect(VIOLENCE.values.find((v) => v.code === 'FYSISK_OPPDRAGER')?.parent).toBe('FYSISK');
    expect(VIOLENCE.values.find((v) => v.code === 'VOLDTEKT')?.parent).toBe('SEKSUELL');
    expect(RELATION.values.find((v) => v.code === 'FAR')?.parent).toBe('FORELDRE');
  });
  test('age is not asked as a vulnerability, but old files keep it', () => {
    expect(VULNERABILITY.codes).not.toContain('OVER_67');
    expect(findByWording(VULNERABILITY, 'Over 67 år')).toBe('OVER_67');
  });
});

describe('who reports', () => {
  test('no private person or volunteer is asked for consent as if it were a job', () => {
    for (const code of ['UTSATT_SELV', 'FAMILIE', 'VENN', 'NABO_BEKJENT', 'FRIVILLIG', 'ANONYM', 'IKKE_OPPGITT', 'UKJENT'] as const) expect(isService(code), code).toBe(false);
  });
  test('everybody bound by confidentiality at work meets the consent question', () => {
    expect(REPORTER.codes.filter(isService)).toHaveLength(REPORTER.codes.length - 8);
    for (const code of ['HJEMMETJENESTE', 'FASTLEGE', 'POLITI', 'VERGE', 'BANK_NAERING', 'BPA', 'ANNEN_OFFENTLIG'] as const) expect(isService(code), code).toBe(true);
  });
});

describe('legal bases', () => {
  test('every basis but those without one provision names its provision', () => {
    for (const code of BASIS.codes) expect(BASIS_LAW[code] !== '' || code === 'TILSYN', code).toBe(true);
    expect([basisWords('TILSYN', 'nb'), basisWords('FVL_13B_7', 'nn')], 'no empty brackets in a letter').toEqual(['Til tilsynsmyndighet', 'Fare for liv eller helse (fvl. § 13 b nr. 7)']);
  });
  test('the commission has a basis of its own (lov om Statens kommisjon for partnerdrap § 7), and so have a notice of a guardian (vgml § 57) and an order from child protection (bvl § 13-4)', () => {
    expect([BASIS_LAW.PARTNERDRAP_7, BASIS_LAW.VGML_57, BASIS_LAW.BVL_13_4]).toEqual(['lov om Statens kommisjon for partnerdrap § 7', 'vgml. § 57', 'bvl. § 13-4']);
    const today = day('2026-11-21');
    expect(today && basesOn(today)).toEqual(expect.arrayContaining(['PARTNERDRAP_7', 'VGML_57', 'BVL_13_4']));
  });
  test('an act that is only adopted cannot carry a decision, and one repealed or later cannot either (ny forvaltningslov § 34)', () => {
    const on = day('2026-11-21');
    const early = day('2022-12-31');
    const first = day('2023-01-01');
    if (on === undefined || early === undefined || first === undefined) throw new Error('days');
    expect(basesOn(on)).not.toContain('FVL25_34');
    expect(basesOn(on)).not.toContain('UKJENT');
    expect(basesOn(on)).toEqual(expect.arrayContaining(['SAMTYKKE', 'FVL_13B_7', 'BVL_13_4', 'STRL_196']));
    expect(basesOn(early)).not.toContain('BVL_13_4');
    expect(basesOn(first)).toContain('BVL_13_4');
    for (const span of Object.values(BASIS_VALIDITY)) expect(span).not.toEqual({});
  });
});
