import { describe, expect, test } from 'vitest';
import { fallenDisclosures } from '../../src/cases/sharing.ts';
import type { Disclose } from '../../src/cases/steps/share.ts';
import { addPerson, asksExpert, assessCapacity, changePerson, classified, consents, interprets, judgeAnew, newCode, othersConsent, share, withdraw } from './acts.ts';
import { kari, lise, type Journal } from './journal.ts';

describe('which consent something is shared on', () => {
  /** Ragnhild lacks capacity; Unni has consented for her and something was shared on it. Then Kåre has, too. */
  function both() {
    const file = classified();
    file.by(kari, addPerson('unni', ['PARORENDE']));
    file.by(kari, assessCapacity('MANGLER'));
    file.by(kari, othersConsent('unni', 'c2'));
    file.by(lise, share('SAMTYKKE_PARORENDE', 'd1'));
    file.by(kari, addPerson('kaare', ['PARORENDE']));
    file.by(kari, othersConsent('kaare', 'c3'));
    return file;
  }
  const faults = (file: Journal, change: Partial<Disclose>, basis: Disclose['basis'] = 'SAMTYKKE_PARORENDE') => {
    const no = share(basis, 'd9', change)(file.state(), { actor: lise, now: file.now(), team: [] });
    return no.ok ? undefined : no.fields;
  };

  test('is said by whoever shares where more than one stands: the newest is not taken for them', () => {
    const file = both();
    expect(faults(file, {})).toEqual({ restsOn: 'missing' });
    expect(faults(file, { restsOn: 'c9' })).toEqual({ restsOn: 'consent_of_another' });
    expect(file.by(lise, share('SAMTYKKE_PARORENDE', 'd2', { restsOn: 'c2' })).disclosures.at(-1)).toMatchObject({ consentId: 'c2' });
    expect(file.events.at(-1)?.content, 'and the entry holds it once').not.toHaveProperty('restsOn');
  });

  test('needs no answer where one stands, nor where the basis is no consent, whatever the form had chosen', () => {
    const file = both();
    file.by(kari, withdraw('c3'));
    expect(file.by(lise, share('SAMTYKKE_PARORENDE', 'd2')).disclosures.at(-1)).toMatchObject({ consentId: 'c2' });
    expect(file.by(lise, share('FVL_13B_7', 'd3', { restsOn: 'c2' })).disclosures.at(-1)).toMatchObject({ consentId: undefined });
    expect(faults(file, { restsOn: 'c2' }, 'SAMTYKKE'), 'hers is not the person’s own').toEqual({ basis: 'no_consent' });
    file.by(kari, consents('c5'));
    expect(faults(file, { restsOn: 'c2' }, 'SAMTYKKE')).toEqual({ restsOn: 'consent_of_another' });
    expect(faults(file, { restsOn: 'c3' }), 'nor one that was withdrawn').toEqual({ restsOn: 'consent_of_another' });
  });

  test('lists, when one of them falls, what was shared on that one and nothing else; what stood before keeps what it rests on', () => {
    const file = both();
    file.by(lise, share('SAMTYKKE_PARORENDE', 'd2', { restsOn: 'c3' }));
    file.by(lise, share('SAMTYKKE_PARORENDE', 'd3', { restsOn: 'c2' }));
    const fell = () => fallenDisclosures(file.state()).map(({ disclosureId }) => disclosureId);
    file.by(kari, changePerson('kaare', ['PARORENDE', 'MISTENKT']));
    expect(fell()).toEqual(['d2']);
    expect(file.tries(lise, judgeAnew({ disclosure: 'd2', basis: 'SAMTYKKE_PARORENDE', restsOn: 'c3' })), 'the one that fell carries nothing').toBe('bad_input');
    file.by(lise, judgeAnew({ disclosure: 'd2', basis: 'SAMTYKKE_PARORENDE', restsOn: 'c2' }));
    expect(fell()).toEqual([]);
    file.by(kari, changePerson('unni', ['PARORENDE', 'MISTENKT']));
    expect(fell()).toEqual(['d1', 'd2', 'd3']);
  });

  test('one that was given for some of it says to whom, and carries only what somebody says is within it', () => {
    const file = classified();
    expect(file.tries(kari, consents('c1', { consentStatus: 'DELVIS', consentToAll: [] }))).toBe('bad_input');
    file.by(kari, consents('c1', { consentStatus: 'DELVIS', covers: 'At kontoen tømmes', consentTo: 'Fastlegen og banken' }));
    const within = { withinConsent: ['INNENFOR'] } as const;
    expect(faults(file, {}, 'SAMTYKKE')).toEqual({ withinConsent: 'consent_partial' });
    expect(faults(file, { organ: 'NAV Lia' }, 'SAMTYKKE')).toEqual({ withinConsent: 'consent_to_others' });
    expect(faults(file, { organ: 'NAV Lia', ...within }, 'SAMTYKKE'), 'the habitual tick lets no receiver in whom the person did not name').toEqual({ withinConsent: 'consent_to_others' });
    expect(faults(file, { organ: 'NAV Lia', withinConsent: ['INNENFOR', 'OGSA_DENNE'] }, 'SAMTYKKE')).toBeUndefined();
    expect(faults(file, { organ: 'Bankens kundevern', ...within }, 'SAMTYKKE')).toBeUndefined();
    expect(file.by(lise, share('SAMTYKKE', 'd2', within)).disclosures).toMatchObject([{ consentId: 'c1' }]);
    expect(file.events.at(-1)?.content).not.toHaveProperty('withinConsent');
  });

  test.each(['NAV', 'BUP', 'DPS'])('one that names %s names it: a false alarm teaches people to tick without reading', (organ) => {
    const file = classified();
    file.by(kari, consents('c1', { consentStatus: 'DELVIS', covers: 'At kontoen tømmes', consentTo: `${organ} og banken` }));
    expect(faults(file, { organ: `${organ.toLowerCase()} Lia` }, 'SAMTYKKE')).toEqual({ withinConsent: 'consent_partial' });
    expect(faults(file, { organ: 'Fastlegen og politiet' }, 'SAMTYKKE'), 'and «og» names nobody').toEqual({ withinConsent: 'consent_to_others' });
  });

  test('of a question to a professional is chosen, too, and a new code keeps it for as long as it stands', () => {
    const file = both();
    const asks = (change: object) => asksExpert('SAMTYKKE_PARORENDE', 'x1', change);
    expect(file.tries(lise, asks({}))).toBe('bad_input');
    expect(file.by(lise, asks({ restsOn: 'c2' })).disclosures.at(-1)).toMatchObject({ consentId: 'c2' });
    expect(file.by(lise, newCode()).experts).toMatchObject([{ renewed: { consentId: 'c2' } }]);
    file.by(kari, withdraw('c2'));
    expect(file.by(lise, newCode()).experts).toMatchObject([{ renewed: { consentId: 'c3' } }]);
  });
});

describe('a consent says to whom and for what, whole or partial (domain reference §8.14)', () => {
  const named = () => {
    const file = classified();
    file.by(kari, consents('c1', { covers: 'At kontoen tømmes', consentTo: 'Banken og fastlegen' }));
    return file;
  };

  test('without the services that may be told, or what it is for, nothing is recorded as a yes; a no needs neither', () => {
    const file = classified();
    expect(file.tries(kari, consents('c1', { consentToAll: [] }))).toBe('bad_input');
    expect(file.tries(kari, consents('c1', { consentPurpose: ' ' }))).toBe('bad_input');
    expect(file.tries(kari, consents('c1', { consentStatus: 'AVSLATT', consentToAll: [], consentPurpose: undefined }))).toBeUndefined();
    expect(file.state().consents[0]).not.toHaveProperty('purpose');
    expect(named().state().consents).toMatchObject([{ consentTo: 'Banken og fastlegen', purpose: 'Stanse uttakene' }]);
  });

  test('a full one carries nothing to an organ it does not name, until somebody says that the person meant that one, too', () => {
    const file = named();
    expect(file.tries(lise, share('SAMTYKKE', 'd1', { organ: 'NAV Lia' }))).toBe('bad_input');
    expect(file.by(lise, share('SAMTYKKE', 'd1')).disclosures, 'the bank is named').toMatchObject([{ consentId: 'c1' }]);
    expect(file.by(lise, share('SAMTYKKE', 'd2', { organ: 'NAV Lia', withinConsent: ['OGSA_DENNE'] })).disclosures).toHaveLength(2);
    expect(file.tries(lise, share('FVL_13B_7', 'd3', { organ: 'NAV Lia' })), 'another basis needs none of it').toBeUndefined();
  });

  test('«alle som trengs i saken» reaches every organ where that was what was said', () => {
    const file = classified();
    file.by(kari, consents('c1', { consentToAll: ['ALLE'] }));
    expect(file.by(lise, share('SAMTYKKE', 'd1', { organ: 'NAV Lia' })).disclosures).toMatchObject([{ consentId: 'c1' }]);
  });

  test('one from before that was asked names whom it named in its own words, and nobody else', () => {
    const file = classified();
    file.events.push({ type: 'ConsentRecorded', version: 1, actor: kari.userId, happenedAt: file.now(), writtenAt: file.now(), content: { consentId: 'c1', status: 'GITT_MUNTLIG', covers: 'Om pengene, med banken' } });
    expect(faultsOf(file, { organ: 'NAV Lia' })).toEqual({ withinConsent: 'consent_to_others' });
    expect(faultsOf(file, {})).toBeUndefined();
  });

  test('tolkeloven § 6: where one talks with the person through an interpreter, the language of the answer is written down', () => {
    const file = classified();
    file.by(kari, interprets());
    expect(file.tries(kari, consents('c1'))).toBe('bad_input');
    expect(file.tries(kari, consents('c0', { consentStatus: 'AVSLATT' }))).toBeUndefined();
    expect(file.by(kari, consents('c1', { consentLanguage: 'Tigrinja, tolk på skjerm' })).consents.at(-1)).toMatchObject({ language: 'Tigrinja, tolk på skjerm' });
  });

  function faultsOf(file: Journal, change: Partial<Disclose>) {
    const no = share('SAMTYKKE', 'd9', change)(file.state(), { actor: lise, now: file.now(), team: [] });
    return no.ok ? undefined : no.fields;
  }
});
