import { describe, expect, test } from 'vitest';
import { BASIS, REPORTER, SERVICE } from '../../src/reports/codes.ts';
import { hasShelterBasis, shielded, unshielded } from '../../src/reports/shelter-basis.ts';
import { ROLE } from '../../src/staff/codes.ts';
import { told } from './reception-fixtures.tsx';

const REPORT = told({
  reporter: { code: 'KRISESENTER', name: 'Nina Foss', service: 'Nordfjella krisesenter', phone: '55 55 01 44', wantsFeedback: true }, sender: { id: '99999999-9999-4999-8999-999999999999', name: 'Krisesenteret sitt fagsystem' },
  contacted: ['POLITI', 'KRISESENTER'], consent: { code: 'IKKE_TRYGT', basis: 'KRL_5_3', basisText: 'Vi på senteret ser at hun er i fare.' },
});
const TELLS = /KRISESENTER|KRL_5_3|krisesenter|Krisesenteret|Nina Foss|55 55 01 44|senteret/;

describe('contact with a shelter (krl § 5)', () => {
  test('is known to reception and the coordinators alone', () => {
    expect(ROLE.codes.filter((role) => hasShelterBasis([role]))).toEqual(expect.arrayContaining(['MOTTAK', 'KOORDINATOR']));
    expect(ROLE.codes.filter((role) => hasShelterBasis([role]))).toHaveLength(2);
    expect(hasShelterBasis([])).toBe(false);
    expect(hasShelterBasis(['TEAMMEDLEM', 'KOORDINATOR'])).toBe(true);
  });

  test('stands nowhere in what is shown to anybody else, wherever it lies', () => {
    const model = { report: REPORT, state: { start: { reporter: REPORT.reporter, services: REPORT.contacted, basis: 'KRL_5_3', basisText: 'På senteret' } }, rows: [{ reporter: 'KRISESENTER', services: ['NAV', 'KRISESENTER'], measures: ['SAMTALE', 'KRISESENTER_BO', 'KRISESENTER_DAG'] }], codes: { service: 'KRISESENTER' } };
    expect(JSON.stringify(model)).toMatch(TELLS);
    const shown = shielded(model, false);
    expect(JSON.stringify(shown)).not.toMatch(TELLS);
    expect(shown.report).toMatchObject({ reporter: { code: 'SKJERMET', wantsFeedback: true }, contacted: ['POLITI', 'SKJERMET'], consent: { code: 'IKKE_TRYGT', basis: 'SKJERMET' }, whatHappened: REPORT.whatHappened });
    expect(shown.rows).toEqual([{ reporter: 'SKJERMET', services: ['NAV', 'SKJERMET'], measures: ['SAMTALE', 'SKJERMET', 'SKJERMET'] }]);
    expect(shielded(model, true)).toBe(model);
  });

  test('is said as «skjermet», and can be chosen by nobody', () => {
    expect([REPORTER.label('SKJERMET', 'nb'), SERVICE.label('SKJERMET', 'nb'), BASIS.label('SKJERMET', 'nb')]).toEqual(['Skjermet melder', 'Skjermet tjeneste', 'Skjermet grunnlag']);
    expect([...REPORTER.codes, ...SERVICE.codes, ...BASIS.codes]).not.toContain('SKJERMET');
  });

  test('leaves every other reporter as it is', () => {
    const other = told({ contacted: ['NAV'] });
    expect(shielded(other, false)).toEqual(other);
    const model = { before: other, hidden: { reporter: 'KRISESENTER' } };
    expect([shielded(model, false).before, model.hidden.reporter]).toEqual([other, 'KRISESENTER']);
  });

  test('is not lost when somebody who may not see it sends a form that it was hidden in', () => {
    expect(unshielded({ services: ['NAV', 'SKJERMET'], grounds: 'x' }, false)).toEqual({ services: ['NAV', 'KRISESENTER'], grounds: 'x' });
    expect(unshielded({ grounds: 'x' }, false)).toEqual({ grounds: 'x' });
  });
});
