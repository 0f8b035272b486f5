import { describe, expect, test } from 'vitest';
import { foundFor } from '../../src/cases/capacity.ts';
import { consentFault, guardianMayBeNeeded, type CapacityContent } from '../../src/cases/sharing.ts';
import { decideRecordOthersConsent } from '../../src/cases/steps/share.ts';
import { addDays, osloDay, type Day } from '../../src/kernel/time.ts';
import { addPerson, assessCapacity, changePerson, classified, othersConsent, share } from './acts.ts';
import { kari, lise, type Journal } from './journal.ts';

function withDaughter() {
  const file = classified();
  file.by(kari, addPerson('unni', ['PARORENDE']));
  return file;
}
const inOwnWords = (what: string | undefined, consentId = 'c8'): Parameters<Journal['by']>[1] => (state, ctx) =>
  decideRecordOthersConsent(state, { related: 'unni', consentId, consentAbout: 'ANNET', consentAboutWhat: what, consentStatus: 'GITT_MUNTLIG', covers: 'Hvem som kommer på besøk', consentTo: 'Hjemmetjenesten', consentPurpose: 'Ro i huset' }, ctx);

describe('capacity is found for one question at one time (pbrl § 4-3), and next of kin answer for that one and no other (hpl § 22)', () => {
  test('«kan ikke» about medicines lets nobody else say yes to sharing about money', () => {
    const file = withDaughter();
    file.by(kari, assessCapacity('MANGLER', 'HELSE'));
    expect(file.tries(kari, othersConsent('unni', 'c2', 'OKONOMI'))).toBe('capacity_not_assessed');
    expect(file.tries(kari, othersConsent('unni', 'c2', 'ALT')), 'nor to everything').toBe('capacity_not_assessed');
    expect(file.by(kari, othersConsent('unni', 'c2', 'HELSE')).consents).toMatchObject([{ about: 'HELSE' }]);
  });

  test('one that is about everything covers each question, until a newer one says that she can answer for some of it', () => {
    const file = withDaughter();
    file.by(kari, assessCapacity('MANGLER', 'ALT'));
    for (const about of ['OKONOMI', 'HELSE', 'BOLIG', 'ALT'] as const) file.by(kari, othersConsent('unni', about, about));
    const faults = () => file.state().consents.map((one) => [one.about, consentFault(file.state(), one, osloDay(file.now()))]);
    expect(faults().map(([, fault]) => fault)).toEqual([undefined, undefined, undefined, undefined]);
    file.by(kari, assessCapacity('HAR', 'OKONOMI'));
    expect(faults()).toEqual([['OKONOMI', 'THEIR_OWN'], ['HELSE', undefined], ['BOLIG', undefined], ['ALT', 'THEIR_OWN']]);
    expect(file.tries(lise, share('SAMTYKKE_PARORENDE', 'd1', { restsOn: 'OKONOMI' }))).toBe('bad_input');
  });

  test('the day of the assessment counts, not the day it was written in', () => {
    const file = withDaughter();
    const today = osloDay(file.now());
    file.by(kari, assessCapacity('MANGLER'));
    file.by(kari, assessCapacity('HAR', 'OKONOMI', { assessedOn: addDays(today, -90) }));
    expect(file.tries(kari, othersConsent())).toBeUndefined();
  });

  test('in own words: the consent names the same question as the assessment does', () => {
    const file = withDaughter();
    expect(file.tries(kari, assessCapacity('MANGLER', 'ANNET'))).toBe('bad_input');
    file.by(kari, assessCapacity('MANGLER', 'ANNET', { capacityAbout: 'Besøk av familien' }));
    expect(file.tries(kari, inOwnWords(undefined))).toBe('bad_input');
    expect(file.tries(kari, inOwnWords('Bilkjøring'))).toBe('capacity_not_assessed');
    expect(file.by(kari, inOwnWords('besøk')).consents).toMatchObject([{ about: 'ANNET', aboutWhat: 'besøk' }]);
  });

  test('a consent of another says what it is about, also next of kin’s', () => {
    const file = withDaughter();
    file.by(kari, assessCapacity('MANGLER', 'ALT'));
    expect(decideRecordOthersConsent(file.state(), { related: 'unni', consentId: 'c5', consentStatus: 'GITT_MUNTLIG', covers: 'Om pengene', consentTo: 'Banken', consentPurpose: 'Sperre kortet' }, { actor: kari, now: file.now(), team: [] })).toMatchObject({ ok: false, fields: { consentAbout: 'missing' } });
  });

  test('a guardian is thought of where she lacks capacity for anything, also when a newer assessment is about something else (vgml § 57)', () => {
    const file = withDaughter();
    file.by(kari, assessCapacity('MANGLER', 'OKONOMI'));
    file.by(kari, assessCapacity('HAR', 'HELSE'));
    expect(guardianMayBeNeeded(file.by(kari, changePerson()))).toBe(true);
    expect(guardianMayBeNeeded(file.by(kari, assessCapacity('HAR', 'ALT')))).toBe(false);
  });
});

test('an entry from before questions were chosen is read by its own words, and its consents stand as they did', () => {
  const on = (day: string) => day as Day; // written as a day
  const older: CapacityContent = { about: 'Egen økonomi', assessor: 'Fastlegen', result: 'MANGLER', assessedOn: on('2026-01-05') };
  expect(foundFor([older], {})).toBe('MANGLER');
  expect(foundFor([older], { about: 'OKONOMI' }), 'nobody guesses what the words meant').toBeUndefined();
  expect(foundFor([older], { about: 'ANNET', aboutWhat: 'økonomi' })).toBe('MANGLER');
  expect(foundFor([older, { ...older, question: 'HELSE', result: 'HAR', assessedOn: on('2026-02-01') }], {})).toBe('HAR');
});
