import { describe, expect, test } from 'vitest';
import { decideChangePerson, decideRecordOthersConsent } from '../../src/cases/steps/share.ts';
import { clocks } from '../../src/cases/clocks.ts';
import { dayNeed } from '../../src/cases/day.ts';
import { namesakesAmong } from '../../src/cases/commands/compare.ts';
import { timeLineItems } from '../../src/cases/pages/time-line.tsx';
import { passagesOf } from '../../src/cases/passages.ts';
import { casePageTexts } from '../../src/cases/texts/page.ts';
import { projectCase } from '../../src/cases/projection.ts';
import { consentFault, fallenDisclosures, guardianMayBeNeeded, standingConsents } from '../../src/cases/sharing.ts';
import { addDays, addMs, DAY_MS, osloDay } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { addPerson, assessCapacity, changePerson, classified, closed, consents, informed, judgeAnew, othersConsent, recordPerson, share, withdraw } from './acts.ts';
import { journal, kari, lise, OPENING, petter, START, type Journal } from './journal.ts';
import { decideAddPerson, type AddPerson } from '../../src/cases/steps/share.ts';

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
    expect(file.tries(lise, share('FVL25_34')), 'on an act that is adopted and not in force nothing is shared').toBe('bad_input');
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

  test('next of kin consent only when whoever gives health care has found that the person cannot (pbrl § 4-3)', () => {
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

  test('vergemålsloven §§ 20, 31: a guardian for finances consents to nothing personal, nor does one whose guardianship nobody has looked up', () => {
    const file = classified();
    file.by(kari, addPerson('verge', ['VERGE']));
    for (const about of ['HELSE', 'ALT'] as const) expect(file.tries(kari, othersConsent('verge', 'c5', about))).toBe('outside_guardianship');
    expect(decideRecordOthersConsent(file.state(), { related: 'verge', consentId: 'c5', consentStatus: 'GITT_MUNTLIG', covers: 'Om pengene', consentTo: 'Banken', consentPurpose: 'Sperre kortet' }, { actor: kari, now: file.now(), team: [] })).toMatchObject({ fields: { consentAbout: 'missing' } });
    file.by(kari, (state, ctx) => decideChangePerson(state, { related: 'verge', parts: ['VERGE'], guardianScope: 'VET_IKKE' }, ctx, () => []));
    expect(file.tries(kari, othersConsent('verge', 'c5', 'OKONOMI'))).toBe('outside_guardianship');
    file.by(kari, (state, ctx) => decideChangePerson(state, { related: 'verge', parts: ['VERGE'], guardianScope: 'BEGGE' }, ctx, () => []));
    for (const about of ['HELSE', 'ALT', 'OKONOMI'] as const) expect(file.by(kari, othersConsent('verge', about, about)).consents.at(-1)).toMatchObject({ giver: 'verge', about });
  });

  test('vergemålsloven § 31: what was consented to outside the guardianship, as it is known by now, is no basis to share on', () => {
    const file = classified();
    file.by(kari, addPerson('verge', ['VERGE']));
    file.by(kari, othersConsent('verge', 'c5'));
    const stands = () => standingConsents(file.state(), 'OTHERS', osloDay(file.now())).at(-1)?.consentId;
    expect(stands()).toBe('c5');
    file.by(kari, (state, ctx) => decideChangePerson(state, { related: 'verge', parts: ['VERGE'], guardianScope: 'PERSON' }, ctx, () => []));
    expect(stands()).toBeUndefined();
    expect(file.tries(lise, share('SAMTYKKE_PARORENDE', 'd7'))).toBe('no_consent');
  });

  test('hpl § 22: a guardian who is next of kin, too, answers as next of kin outside the guardianship', () => {
    const file = classified();
    file.by(kari, addPerson('unni', ['PARORENDE', 'VERGE']));
    expect(file.tries(kari, othersConsent('unni', 'c5', 'HELSE'))).toBe('outside_guardianship');
    file.by(kari, assessCapacity('MANGLER', 'HELSE'));
    expect(file.by(kari, othersConsent('unni', 'c5', 'HELSE')).consents).toHaveLength(1);
    expect(standingConsents(file.state(), 'OTHERS', osloDay(file.now())).at(-1)?.consentId).toBe('c5');
    file.by(kari, assessCapacity('HAR', 'HELSE'));
    expect(standingConsents(file.state(), 'OTHERS', osloDay(file.now()))).toEqual([]);
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
    expect(standingConsents(file.state(), 'PERSON', osloDay(file.now()))).toEqual([]);
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
    expect(dayNeed(projectCase(state, NO_CHANGES), lead, file.now())).toMatchObject({ reason: 'review_sharing' });
    expect(dayNeed(projectCase(state, NO_CHANGES), lead, addMs(file.now(), 9 * DAY_MS))).toMatchObject({ reason: 'review_sharing', clock: { late: true } });
  });

  test('what was shared is judged anew also where she is suspected only after the case was closed', () => {
    const file = closed();
    const before = file.events.findIndex(({ type }) => type === 'ClosingProposed');
    const shared = ragnhild().events.filter(({ type }) => type === 'PersonRelated' || type === 'CapacityAssessed' || type === 'ConsentRecorded' || type === 'Disclosed');
    file.events.splice(before, 0, ...shared);
    expect(clocks(file.state(), NO_CHANGES, file.now())).toEqual([]);
    file.by(kari, recordPerson({ personName: undefined, suspectName: 'unni' }));
    expect(clocks(file.state(), NO_CHANGES, file.now()).map(({ clock }) => clock)).toEqual(['SHARING_REVIEW']);
    const coordinator = { userId: petter.userId, roles: petter.roles, standing: 'coordinator', mustDeclare: false } as const;
    expect(dayNeed(projectCase(file.state(), NO_CHANGES), coordinator, file.now())?.reason).toBe('review_sharing');
    expect(file.tries(kari, judgeAnew())).toBeUndefined();
    expect(clocks(file.state(), NO_CHANGES, file.now())).toEqual([]);
  });

  test('she consents to nothing more, her brother may, and a guardian is thought of (vgml § 57)', () => {
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

describe('somebody around the person who is called as a colleague (fvl § 6)', () => {
  const staff = [{ userId: petter.userId, name: 'Petter Moen' }, { userId: lise.userId, name: 'Lise Ranum' }];
  const named = (name: string) => namesakesAmong(staff)(name);

  test('leaves the colleague out in the same breath, also the lead, and once', () => {
    const file = classified();
    expect(file.state().lead).toBe(lise.userId);
    const state = file.by(kari, addPerson('Lise Ranum', ['MISTENKT'], undefined, named));
    expect(state.excluded).toEqual([lise.userId]);
    expect(state.lead).toBeUndefined();
    expect(file.tries(lise, share('SAMTYKKE'))).toBe('excluded');
    const entries = file.events.length;
    file.by(kari, changePerson('Lise Ranum', ['MISTENKT'], undefined, named));
    expect(file.events.slice(entries).map(({ type }) => type)).toEqual(['RelatedChanged']);
  });

  test('a word for who it is («moren») is no slip for a family name, and a family name alone is enough', () => {
    expect(named('Moren')).toEqual([]);
    expect(named('moren til Per')).toEqual([]);
    expect(named('Per Moen')).toEqual([petter.userId]);
  });

  test('no page tells that somebody was left out, nor whom', () => {
    const file = classified();
    file.by(kari, addPerson('Petter Moen', ['MISTENKT'], undefined, named));
    const items = timeLineItems(file.events, { lang: 'nb', names: {}, municipalities: {} });
    expect(items.map(({ title }) => title)).not.toContain(casePageTexts.nb.event_ColleagueLeftOut);
    expect(passagesOf(file.events).map(({ type }) => type)).not.toContain('ColleagueLeftOut');
    expect(file.events.at(-1)?.type).toBe('ColleagueLeftOut');
  });
});

describe('the same one twice around the person (hpl § 22)', () => {
  const again = (relatedId: string, relatedName: string, parts: AddPerson['parts'], namesake?: AddPerson['namesake']): Parameters<Journal['by']>[1] => (state, ctx) => decideAddPerson(state, { relatedId, relatedName, parts, namesake }, ctx, () => []);

  test('who consented is not added anew as suspected: the one who stands there is changed, and what was shared falls', () => {
    const file = ragnhild();
    expect(file.tries(lise, again('unni2', 'Unny', ['MISTENKT']))).toBe('already_around');
    expect(file.tries(lise, again('unni2', 'Datteren Unni Lie', ['MISTENKT']))).toBe('already_around');
    expect(fallenDisclosures(file.by(kari, changePerson('unni')))).toHaveLength(1);
  });

  test('another with the same name is added when somebody says so, and the form twice is one', () => {
    const file = ragnhild();
    file.by(lise, again('unni2', 'Unni', ['MISTENKT'], ['EN_ANNEN']));
    expect(file.by(lise, again('unni2', 'Unni', ['MISTENKT'])).related).toHaveLength(2);
    expect(fallenDisclosures(file.state())).toEqual([]);
  });

  test('whom a report suspects is not added as next of kin unseen', () => {
    const file = journal(kari, { ...OPENING, start: { ...START, suspectName: 'Unni Lie' } });
    expect(file.tries(kari, again('unni', 'Unni', ['PARORENDE']))).toBe('reported_suspect');
    expect(file.tries(kari, again('kaare', 'Kåre', ['PARORENDE']))).toBeUndefined();
    expect(file.tries(kari, again('unni', 'Unni', ['PARORENDE', 'MISTENKT']))).toBeUndefined();
  });
});
