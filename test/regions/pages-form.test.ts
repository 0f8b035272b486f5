import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEMO_MUNICIPALITIES } from '../../src/regions/demo-municipalities.ts';
import { siteForm, typedSite } from '../../src/regions/form.ts';
import { hoursForm, typedHours } from '../../src/regions/hours-form.ts';
import { agreementFault, isMember, isThereFrom, lastDay } from '../../src/regions/membership.ts';
import type { OpeningHours } from '../../src/regions/opening-hours.ts';
import { missingToOpen } from '../../src/regions/readiness.ts';
import { defaultSite, proposedLegalBasis, type PublishedSite } from '../../src/regions/site.ts';
import { day, type Day } from '../../src/kernel/time.ts';

const MEMBERS = DEMO_MUNICIPALITIES.map(({ number, name }) => ({ number, name }));
const BASE = defaultSite({ name: 'Voksenvern', phone: '55 55 01 10', talk: '55 55 01 11', municipalities: MEMBERS.map((one) => ({ ...one, childProtection: '55 55 01 20' })) });
const SITE: PublishedSite = {
  ...BASE, formOpen: true, legalBasis: proposedLegalBasis(), controller: { name: 'Fjordby kommune', address: 'Rådhusgata 1, 9990 Fjordby' },
  dataProtectionOfficer: { name: 'Ombudet', phone: '55 55 01 30', email: 'ombud@fjordby.example' },
};

function on(text: string): Day {
  const found = day(text);
  if (found === undefined) throw new Error('a literal is wrong');
  return found;
}

const HOURS: OpeningHours = {
  kind: 'weekly', week: { 1: [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '15:30' }], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [{ from: '00:00', to: '24:00' }] },
  holidays: [], exceptions: [{ day: on('2026-12-24'), spans: [{ from: '10:00', to: '12:00' }] }, { day: on('2026-12-27'), spans: [] }],
};

describe('the form of the public site', () => {
  test('shows everything that the site holds and reads back exactly that, so that saving what was not touched changes nothing', () => {
    for (const site of [BASE, SITE, { ...SITE, phone: { ...SITE.phone, hours: HOURS }, reading: { ...HOURS, holidays: 'as-weekday' as const } }]) {
      expect(typedSite(siteForm(site), MEMBERS)).toEqual({ ok: true, value: site });
    }
  });

  test('names the members of today and no others, whatever is sent', () => {
    const outcome = typedSite({ ...siteForm(SITE), 'child-9905': '55 55 01 99' }, MEMBERS.slice(0, 2));
    expect(outcome.ok ? outcome.value.municipalities.map((one) => one.number) : []).toEqual(['9901', '9902']);
  });

  test('never throws and never accepts what may not be published, whatever is typed', () => {
    const fields = Object.keys(siteForm({ ...SITE, phone: { ...SITE.phone, hours: HOURS } }));
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...fields, 'x', '__proto__'), fc.string({ unit: 'binary', maxLength: 40 })), (typed) => {
      const outcome = typedSite({ ...siteForm(SITE), ...typed }, MEMBERS);
      if (outcome.ok) expect(JSON.stringify(outcome.value)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
      else expect(Object.keys(outcome.fields ?? {}).length).toBeGreaterThan(0);
    }), { numRuns: 300 });
  });
});

describe('opening hours as people type them', () => {
  test.each([
    ['08:00–15:30', [{ from: '08:00', to: '15:30' }]], ['8-15.30', [{ from: '08:00', to: '15:30' }]], ['kl. 8 til 12 og 13 til 15', [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '15:00' }]],
    ['0800-1530', [{ from: '08:00', to: '15:30' }]], ['døgnåpent', [{ from: '00:00', to: '24:00' }]], ['stengt', []], ['', []], ['00–24', [{ from: '00:00', to: '24:00' }]],
  ])('«%s» is understood', (text, spans) => {
    const { hours, faults } = typedHours('x', { 'x-kind': 'weekly', 'x-1': text, 'x-2': '9–10', 'x-holidays': 'closed' });
    expect(faults).toEqual({});
    expect(hours.kind === 'weekly' ? hours.week[1] : undefined).toEqual(spans);
  });

  test.each([['formiddag', 'hours-time'], ['8', 'hours-time'], ['25–26', 'hours-time'], ['20–08', 'hours-backwards'], ['8–12, 11–13', 'hours-overlap']])('«%s» is told of at its own day', (text, code) => {
    expect(typedHours('x', { 'x-kind': 'weekly', 'x-3': text, 'x-4': '9–10' }).faults).toEqual({ 'x-3': code });
  });

  test('a day that differs may be written as people write dates, and one that does not exist is told of', () => {
    const typed = { 'x-kind': 'weekly', 'x-1': '8–15', 'x-exceptions': '24.12.2026 10–12\r\n2026-12-31\n1/5/2027: stengt\n' };
    const { hours, faults } = typedHours('x', typed);
    expect(faults).toEqual({});
    expect(hours.kind === 'weekly' ? hours.exceptions.map((one) => [one.day, one.spans.length]) : []).toEqual([['2026-12-24', 1], ['2026-12-31', 0], ['2027-05-01', 0]]);
    for (const [line, code] of [['30.02.2026', 'hours-day'], ['julaften', 'hours-day'], ['24.12.2026\n24.12.2026', 'hours-day-twice']] as const) {
      expect(typedHours('x', { ...typed, 'x-exceptions': line }).faults, line).toEqual({ 'x-exceptions': code });
    }
  });

  test('nobody who chose nothing has promised to be there', () => {
    expect(typedHours('x', {}).hours).toEqual({ kind: 'unknown' });
    expect(typedHours('x', hoursForm('x', { kind: 'always' })).hours).toEqual({ kind: 'always' });
  });
});

test('what is missing before the form may open is named field by field, and the reserve with it', () => {
  expect(missingToOpen(SITE, true)).toEqual([]);
  expect(missingToOpen(BASE, false)).toEqual(['controller-name', 'controller-address', 'officer-name', 'officer-phone', 'officer-email', 'basis-nb', 'basis-nn', 'basis-en', 'reserve']);
});

describe('a municipality', () => {
  const one = { number: '9901', from_day: on('2020-01-01'), to_day: on('2025-12-31') };

  test('takes part from its first day to its last, both counted', () => {
    expect(['2019-12-31', '2020-01-01', '2025-12-31', '2026-01-01'].map((text) => isMember(one, on(text)))).toEqual([false, true, true, false]);
  });

  test('is never a member twice on the same day', () => {
    expect(isThereFrom([one], '9901', on('2025-06-01'))).toBe(true);
    expect(isThereFrom([one], '9901', on('2026-01-01'))).toBe(false);
    expect(isThereFrom([{ ...one, to_day: null }], '9901', on('2030-01-01'))).toBe(true);
  });

  test('has one agreement at a time: a new one begins while it is a member, and after every other has begun', () => {
    const known = [{ from_day: on('2020-01-01') }, { from_day: on('2024-01-01') }];
    expect(['2024-01-02', '2025-12-31'].map((from) => agreementFault(one, known, on(from)))).toEqual([undefined, undefined]);
    expect(['2019-12-31', '2026-01-01'].map((from) => agreementFault(one, known, on(from)))).toEqual(['agreement_not_member', 'agreement_not_member']);
    expect(['2024-01-01', '2022-01-01'].map((from) => agreementFault(one, known, on(from)))).toEqual(['agreement_later', 'agreement_later']);
  });

  test('does not end before it began', () => {
    expect(lastDay(one, on('2026-01-01'))).toBe('2025-12-31');
    expect(lastDay(one, on('2020-01-01'))).toBeUndefined();
  });
});
