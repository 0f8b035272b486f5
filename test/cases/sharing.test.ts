import { describe, expect, test } from 'vitest';
import { clocks } from '../../src/cases/clocks.ts';
import { dayNeed } from '../../src/cases/day.ts';
import { projectCase } from '../../src/cases/projection.ts';
import { consentFault, fallenDisclosures, guardianMayBeNeeded, standingConsent } from '../../src/cases/sharing.ts';
import { addDays, addMs, DAY_MS, osloDay } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { addPerson, assessCapacity, changePerson, classified, consents, informed, judgeAnew, othersConsent, share, withdraw } from './acts.ts';
import { kari, lise } from './journal.ts';

/** Ragnhild, ninety, with dementia; her daughter Unni has consented for her, and the bank was told. */
function ragnhild() {
  const file = classified();
  file.by(kari, addPerson('unni', ['PARORENDE']));
  file.by(kari, assessCapacity('MANGLER'));
  file.by(kari, othersConsent('unni', 'c2'));
  file.by(lise, share('SAMTYKKE_PARORENDE', 'd1'));
  return file;
}

describe('consent to share (hpl § 22, fvl § 13 a nr. 1)', () => {
  test('nothing is shared on a consent that nobody has given', () => {
    const file = classified();
    expect(file.tries(lise, share('SAMTYKKE'))).toBe('no_consent');
    file.by(lise, consents('c0', { consentStatus: 'AVSLATT' }));
    expect(file.tries(lise, share('SAMTYKKE')), 'a no is no consent').toBe('no_consent');
    file.by(lise, consents('c1'));
    expect(file.by(lise, share('SAMTYKKE')).disclosures).toMatchObject([{ consentId: 'c1', organ: 'Banken, kundevern', recorded: { by: lise.userId } }]);
  });

  test('who has said yes and then no has said no, until they say yes again', () => {
    const file = classified();
    file.by(lise, consents('c1'));
    file.by(lise, consents('c2', { consentStatus: 'AVSLATT' }));
    expect(file.tries(lise, share('SAMTYKKE'))).toBe('no_consent');
    file.by(lise, consents('c3', { covers: 'Bare med fastlegen' }));
    expect(file.by(lise, share('SAMTYKKE')).disclosures).toMatchObject([{ consentId: 'c3' }]);
  });

  test('withdrawn or expired, it is no basis for anything new, and what was shared before stands', () => {
    const file = classified();
    file.by(lise, consents('c1'));
    file.by(lise, share('SAMTYKKE', 'd1'));
    file.by(lise, withdraw('c1'));
    expect(file.tries(lise, share('SAMTYKKE', 'd2'))).toBe('no_consent');
    expect(fallenDisclosures(file.state())).toEqual([]);
    file.by(lise, consents('c3', { consentUntil: addDays(osloDay(file.now()), 2) }));
    file.by(lise, share('SAMTYKKE', 'd3'));
    file.wait(4 * DAY_MS);
    expect(file.tries(lise, share('SAMTYKKE', 'd4'))).toBe('no_consent');
  });

  test('next of kin consent only when whoever gives health care has found that the person cannot', () => {
    const file = classified();
    file.by(kari, addPerson('unni', ['PARORENDE']));
    expect(file.tries(kari, othersConsent())).toBe('capacity_not_assessed');
    file.by(kari, assessCapacity('HAR'));
    expect(file.tries(kari, othersConsent())).toBe('capacity_not_assessed');
    file.by(kari, assessCapacity('MANGLER_DELVIS'));
    expect(file.by(kari, othersConsent()).consents).toMatchObject([{ giver: 'unni' }]);
  });

  test('a neighbour consents to nothing for anybody; a guardian does, within the guardianship', () => {
    const file = classified();
    file.by(kari, addPerson('nabo', ['ANNEN']));
    file.by(kari, assessCapacity('MANGLER'));
    expect(file.tries(kari, othersConsent('nabo'))).toBe('consent_not_theirs');
    file.by(kari, addPerson('verge', ['VERGE']));
    expect(file.by(kari, othersConsent('verge')).consents).toHaveLength(1);
  });

  test('next of kin’s yes is no basis once the person is found able to answer; a guardian’s stands (hpl § 22)', () => {
    const file = ragnhild();
    const [consent] = file.state().consents;
    const faultNow = (state = file.state()) => consent && consentFault(state, consent, osloDay(file.now()));
    expect(faultNow()).toBeUndefined();
    expect(faultNow(file.by(kari, assessCapacity('HAR')))).toBe('THEIR_OWN');
    expect(file.tries(lise, share('SAMTYKKE_PARORENDE', 'd7'))).toBe('no_consent');
    expect(faultNow(file.by(kari, changePerson('unni', ['VERGE'])))).toBeUndefined();
  });

  test('the consent of somebody else never counts as the person’s own', () => {
    const file = ragnhild();
    expect(file.tries(lise, share('SAMTYKKE', 'd2'))).toBe('no_consent');
    expect(standingConsent(file.state(), 'PERSON', osloDay(file.now()))).toBeUndefined();
  });
});

describe('a relative who consented turns out to be suspected (P5)', () => {
  test('the consent falls, what was shared on it is listed, and somebody is asked to judge it anew', () => {
    const file = ragnhild();
    file.wait(12 * DAY_MS);
    const state = file.by(kari, changePerson('unni', ['PARORENDE', 'MISTENKT']));
    const [consent] = state.consents;
    expect(consent && consentFault(state, consent, osloDay(file.now()))).toBe('FALLEN');
    expect(fallenDisclosures(state).map(({ disclosureId }) => disclosureId)).toEqual(['d1']);
    expect(clocks(state, NO_CHANGES, file.now()).map(({ clock }) => clock)).toContain('SHARING_REVIEW');
    const lead = { userId: lise.userId, roles: lise.roles, standing: 'case_lead', mustDeclare: false } as const;
    expect(dayNeed(projectCase(state, NO_CHANGES), lead, file.now())).toMatchObject({ reason: 'review_sharing', step: 'reviewDisclosure' });
    expect(dayNeed(projectCase(state, NO_CHANGES), lead, addMs(file.now(), 9 * DAY_MS))).toMatchObject({ reason: 'review_sharing', clock: { late: true } });
  });

  test('she consents to nothing more, her brother may, and a guardian is thought of', () => {
    const file = ragnhild();
    file.by(kari, changePerson('unni', ['PARORENDE', 'MISTENKT']));
    expect(file.tries(kari, othersConsent('unni', 'c9'))).toBe('consent_from_suspect');
    expect(file.tries(lise, share('SAMTYKKE_PARORENDE', 'd5'))).toBe('no_consent');
    expect(guardianMayBeNeeded(file.state())).toBe(true);
    file.by(kari, addPerson('kaare', ['PARORENDE']));
    file.by(kari, othersConsent('kaare', 'c3'));
    file.by(lise, judgeAnew({ basis: 'SAMTYKKE_PARORENDE' }));
    expect(file.state().disclosures).toMatchObject([{ review: { consentId: 'c3', by: lise.userId } }]);
    expect(fallenDisclosures(file.state())).toEqual([]);
  });

  test('a new judgement ends it: on another basis, or by saying that there was none', () => {
    for (const judged of [judgeAnew(), judgeAnew({ reviewResult: 'INGEN_GRUNNLAG', basis: undefined })]) {
      const file = ragnhild();
      expect(file.tries(lise, judged)).toBe('nothing_fell');
      file.by(kari, changePerson());
      expect(file.by(lise, judged).disclosures[0]?.review).toBeDefined();
      expect(clocks(file.state(), NO_CHANGES, file.now()).map(({ clock }) => clock)).not.toContain('SHARING_REVIEW');
    }
  });

  test('and if the one it was then built on is suspected, too, it is listed again', () => {
    const file = ragnhild();
    file.by(kari, changePerson());
    file.by(kari, addPerson('kaare', ['PARORENDE']));
    file.by(kari, othersConsent('kaare', 'c3'));
    file.by(lise, judgeAnew({ basis: 'SAMTYKKE_PARORENDE' }));
    file.by(kari, changePerson('kaare', ['MISTENKT']));
    expect(fallenDisclosures(file.state())).toHaveLength(1);
  });

  test('what others told us stands on their basis, not on a consent of ours', () => {
    const file = ragnhild();
    file.by(lise, informed());
    file.by(kari, changePerson());
    expect(fallenDisclosures(file.state()).map(({ disclosureId }) => disclosureId)).toEqual(['d1']);
  });
});
