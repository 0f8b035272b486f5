import { describe, expect, test } from 'vitest';
import { addMs, HOUR } from '../../src/kernel/time.ts';
import { BASIS, CONSENT } from '../../src/reports/codes.ts';
import { ELSEWHERE, NOT_KNOWN } from '../../src/reports/form/options.ts';
import { answersOf, changesBetween, type Reading } from '../../src/reports/pages/reception/answers.ts';
import { said } from '../../src/reports/pages/reception/said.ts';
import { ReportView } from '../../src/reports/pages/report-view.tsx';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { MONDAY, told, toldBySelf } from './reception-fixtures.tsx';

const NB: Reading = { lang: 'nb', places: { '9901': 'Fjordby' } };
const text = (report: Parameters<typeof answersOf>[0], key: string, reading = NB) => answersOf(report, reading).find((answer) => answer.key === key)?.text;

describe('answers in words', () => {
  test('a code never reaches the reader: each is a word in the reader’s language', () => {
    const full = told({
      danger: 'ja', adult: 'usikker', livesTogether: 'vet-ikke', hasCareOrGuardian: 'nei', animalsInHome: 'ja', childrenInHome: 'ja', violence: ['PSYKISK', 'OKONOMISK'], contacted: ['FASTLEGE'],
      person: { name: 'Borghild Kvamme', ageBand: 'A80', gender: 'KVINNE', municipality: '9901', protectedAddressHint: false, birthYear: 1941 },
      consent: { code: 'AVSLATT', basis: 'HPL_23_4', basisText: 'Hun er i fare.' },
    });
    for (const lang of ['nb', 'nn', 'en'] as const) {
      for (const answer of answersOf(full, { ...NB, lang })) expect(answer.text, `${lang} ${answer.key}`).not.toMatch(/^[A-Z_]{3}[A-Z0-9_]*$|vet-ikke|usikker$/);
    }
    expect(text(full, 'violence')).toBe('Psykisk vold · Økonomiske overgrep');
    expect(text(full, 'basis')).toBe('Tungtveiende interesser (hpl. § 23 nr. 4)');
    expect(text(full, 'adult', { ...NB, lang: 'en' })).toBe('Not sure');
  });
  test('every consent and every basis that can arrive has its words', () => {
    for (const code of CONSENT.codes) expect(text(told({ consent: { code } }), 'consent')).toBe(CONSENT.label(code, 'nb'));
    for (const basis of BASIS.codes) expect(text(told({ consent: { code: 'IKKE_SPURT', basis } }), 'basis')).toContain(BASIS.label(basis, 'nb'));
  });
  test('a place is its name; one that is no member is said to be outside, so that the report goes on', () => {
    const at = (municipality: string) => text(told({ person: { municipality, protectedAddressHint: false } }), 'municipality');
    expect([at('9901'), at('0301'), at('9905'), at('9999'), at(ELSEWHERE), at(NOT_KNOWN)]).toEqual(['Fjordby', 'Oslo (0301) – utenfor samarbeidet', 'Nordbø (9905) – utenfor samarbeidet', '9999 – utenfor samarbeidet', 'En annen kommune', 'Vet ikke']);
  });
  test('what somebody wrote is not touched, down to its spaces and line breaks', () => {
    const words = '  Han sa:\n\n\t«Ikke si det.» <b>😢</b>  ';
    expect(text(told({ whatHappened: words }), 'whatHappened')).toBe(words);
  });
  test('everything that the form asks beside the old questions is read by somebody', () => {
    const report = told({
      mode: 'B', reporter: { code: 'FAMILIE', wantsFeedback: false }, variety: 'easy', stillHappening: 'ja', lastHappened: 'i går', worksInService: 'ja', worksWhere: 'hjemmetjenesten', doneSoFar: 'Snakket med legen.',
      person: { name: 'Borghild Kvamme', municipality: '9901', protectedAddressHint: false, needs: ['TOLK'], needsWhat: 'somali' }, others: { answer: 'ja', howMany: '2', about: 'Søsteren.' }, helper: { who: 'naboen' },
    });
    const shown = Object.fromEntries(answersOf(report, NB).map((answer) => [answer.key, answer.text]));
    expect(shown).toMatchObject({
      reporterName: 'Vil være anonym', stillHappening: 'Ja', lastHappened: 'i går', worksInService: 'Ja', worksWhere: 'hjemmetjenesten', doneSoFar: 'Snakket med legen.', needs: 'Tolk · somali',
      others: 'Ja', othersHowMany: '2', othersAbout: 'Søsteren.', helper: 'naboen', writtenIn: 'Bokmål · lettlest',
    });
  });
  test('what is said of others stands apart, so that a case can leave it out', () => {
    const report = told({ others: { answer: 'ja', about: 'Søsteren også.' } });
    expect(answersOf(report, NB).filter(({ group }) => group === 'others').map(({ key }) => key)).toEqual(['others', 'othersAbout']);
    const file = renderDocument(<ReportView contents={[{ at: MONDAY, report }]} places={{}} lang="nb" level={3} />);
    expect(file).toContain('Broren min tar pensjonen hennes.');
    expect(file).not.toContain('Søsteren');
  });
  test('what was not answered is not there, so that nobody reads an empty line as a no', () => {
    const keys = answersOf(told({ wish: ' ', safeContact: '' }), NB).map((answer) => answer.key);
    for (const absent of ['wish', 'safeContact', 'phone', 'livesTogether', 'suspect', 'basis']) expect(keys).not.toContain(absent);
  });
});

describe('an addition', () => {
  test('shows what it says anew and what it took away, and nothing that stayed the same', () => {
    const before = answersOf(told({ safeContact: 'Ring dagsenteret.', wish: 'Bo hjemme.' }), NB);
    const after = answersOf(told({ wish: 'Bo hjemme.', whatHappened: 'Han tok bankkortet også.' }), NB);
    expect(changesBetween(before, after).map(({ answer, removed }) => [answer.key, answer.text, removed])).toEqual([
      ['whatHappened', 'Han tok bankkortet også.', false], ['safeContact', 'Ring dagsenteret.', true],
    ]);
  });
  test('that says the same changes nothing', () => {
    expect(changesBetween(answersOf(toldBySelf(), NB), answersOf(toldBySelf(), NB))).toEqual([]);
  });
});

describe('what several parts say of one thing', () => {
  const parts = (...ways: (string | undefined)[]) => ways.map((safeContact, i) => ({ at: addMs(MONDAY, i * HOUR), report: told(safeContact === undefined ? {} : { safeContact }) }));
  test('the newest counts, and the earlier ones that said otherwise are kept with their times', () => {
    expect(said(parts('a', 'b', 'c'), (report) => report.safeContact)).toEqual({ now: 'c', before: [{ at: addMs(MONDAY, HOUR), value: 'b' }, { at: MONDAY, value: 'a' }] });
  });
  test('a way that the newest part no longer gives is not given as the way now', () => {
    expect(said(parts('a', undefined), (report) => report.safeContact)).toEqual({ now: undefined, before: [{ at: MONDAY, value: 'a' }] });
  });
  test('the same words again are not a change', () => {
    expect(said(parts('a', 'b', 'a'), (report) => report.safeContact)).toEqual({ now: 'a', before: [{ at: addMs(MONDAY, HOUR), value: 'b' }] });
  });
});
