import { describe, expect, test } from 'vitest';
import { clocks } from '../../src/cases/clocks.ts';
import { dayNeed } from '../../src/cases/day.ts';
import { askStatus, codesGiven, projectExperts } from '../../src/cases/expert.ts';
import { projectCase } from '../../src/cases/projection.ts';
import { addDays, DAY_MS, osloDay } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { WORKFLOW } from '../../src/cases/workflow.ts';
import { addPerson, answersBack, asksExpert, assessCapacity, assessing, changePerson, classified, closing, consents, declare, mergeInto, newCode, othersConsent, readsAnswer, restrict, share, takesBack, withdraw, close } from './acts.ts';
import { jorunn, kari, lise, omar, petter, type Journal } from './journal.ts';

const statuses = (file: Journal) => file.state().experts.map((ask) => askStatus(file.state(), ask, file.now()));
const open = (file: Journal) => projectExperts(file.state()).map((row) => row.open);

describe('what one professional is told is a disclosure (fvl §§ 13 a, 13 b, hpl §§ 22, 23, pbrl § 3-6)', () => {
  test('it stands among the disclosures before anybody can read it, with basis, grounds and whether the person was told', () => {
    const file = classified();
    file.by(lise, asksExpert());
    expect(file.state().disclosures).toMatchObject([{ disclosureId: 'x1', direction: 'UT', organ: 'Fastlege, Lia legesenter', basis: 'FVL_13B_7', shared: 'Vi er bekymret for en pasient hos deg.', grounds: 'Hun kan ha vært slått.', personInformed: 'NEI' }]);
    expect(file.state().experts).toMatchObject([{ askId: 'x1', codeNo: 1, expertUntil: addDays(osloDay(file.state().updatedAt), 14), asked: { by: lise.userId } }]);
  });

  test('nothing is asked without a basis that is in force, a consent that stands, something to ask, and a look at what will be shown', () => {
    const file = classified();
    expect(file.tries(lise, asksExpert('SAMTYKKE'))).toBe('no_consent');
    expect(file.tries(lise, asksExpert('FVL25_34')), 'adopted, and not in force').toBe('bad_input');
    expect(file.tries(lise, asksExpert('FVL_13B_7', 'x1', { expertQuestions: [], expertFree: '' }))).toBe('bad_input');
    expect(file.tries(lise, asksExpert('FVL_13B_7', 'x1', { seen: false }))).toBe('look_first');
    expect(file.state().disclosures).toEqual([]);
    file.by(lise, asksExpert('FVL_13B_7', 'x1', { expertQuestions: [], expertFree: 'Har hun vært hos deg i år?' }));
    expect(statuses(file)).toEqual(['OPEN']);
  });

  test('the same form sent twice is one question, and one disclosure', () => {
    const file = classified();
    file.by(lise, asksExpert());
    file.by(lise, asksExpert());
    expect([file.state().experts.length, file.state().disclosures.length]).toEqual([1, 1]);
  });

  test('the same form with other content is refused, and so is the id of another disclosure: nobody believes that a code opens what they changed it to', () => {
    const file = classified();
    file.by(lise, share('FVL_13B_7', 'd1'));
    file.by(lise, asksExpert());
    for (const change of [{ organ: 'Politiet' }, { expertShown: 'Noe annet.' }, { expertQuestions: ['HELSE'] }, { expertFree: 'Og mer?' }, { grounds: 'Andre grunner.' }, { personInformed: 'JA' }] as const) {
      expect(file.tries(lise, asksExpert('FVL_13B_7', 'x1', change)), Object.keys(change)[0]).toBe('expert_exists');
    }
    expect(file.tries(lise, asksExpert('FVL_13B_7', 'd1'))).toBe('expert_exists');
    file.by(lise, asksExpert('FVL_13B_7', 'x1', { expertQuestions: ['TRYGGHET', 'HELSE'] }));
    expect([file.state().experts.length, file.state().disclosures.length]).toEqual([1, 2]);
  });

  test('coordinator and case lead ask, and nobody else', () => {
    const file = classified();
    file.by(kari, asksExpert('FVL_13B_7', 'x2'));
    file.by(omar, declare());
    for (const other of [jorunn, omar]) expect(file.tries(other, asksExpert('FVL_13B_7', 'x3'))).toBe('not_your_role');
    expect(file.tries(omar, takesBack('x2'))).toBe('not_your_role');
  });
});

describe('a question that nobody may open any more', () => {
  test('is one whose consent was withdrawn, or came from somebody who is suspected by now (hpl § 22)', () => {
    const own = classified();
    own.by(lise, consents('c1'));
    own.by(lise, asksExpert('SAMTYKKE'));
    expect(open(own)).toEqual([true]);
    own.by(lise, withdraw('c1'));
    expect([open(own), statuses(own)]).toEqual([[false], ['FELL']]);
    const kin = classified();
    kin.by(kari, addPerson('unni', ['PARORENDE']));
    kin.by(kari, assessCapacity('MANGLER'));
    kin.by(kari, othersConsent('unni', 'c2'));
    kin.by(lise, asksExpert('SAMTYKKE_PARORENDE'));
    kin.by(kari, changePerson('unni'));
    expect([open(kin), statuses(kin)]).toEqual([[false], ['FELL']]);
    expect(kin.tries(lise, newCode())).toBe('no_consent');
  });

  test('opens again with a new code once a new consent is given, and the new code falls with that one (fvl § 13 a nr. 1)', () => {
    const file = classified();
    file.by(lise, consents('c1'));
    file.by(lise, asksExpert('SAMTYKKE'));
    file.by(lise, withdraw('c1'));
    expect(file.tries(lise, newCode())).toBe('no_consent');
    file.by(lise, consents('c2'));
    file.by(lise, newCode());
    expect([open(file), statuses(file)]).toEqual([[true], ['OPEN']]);
    expect(file.state().experts).toMatchObject([{ codeNo: 2, renewed: { consentId: 'c2' } }]);
    file.by(lise, withdraw('c2'));
    expect([open(file), statuses(file)]).toEqual([[false], ['FELL']]);
  });

  test('ends with the consent that it stands on, where that is sooner than fourteen days', () => {
    const file = classified();
    const last = addDays(osloDay(file.now()), 3);
    file.by(lise, consents('c1', { consentUntil: last }));
    file.by(lise, asksExpert('SAMTYKKE'));
    expect(file.state().experts[0]?.expertUntil).toBe(last);
    file.wait(4 * DAY_MS);
    expect(statuses(file)).toEqual(['EXPIRED']);
  });

  test('is withdrawn by whoever leads the case, or with the case when that is closed', () => {
    const file = classified();
    file.by(lise, asksExpert());
    file.by(lise, takesBack());
    expect([open(file), statuses(file)]).toEqual([[false], ['WITHDRAWN']]);
    expect(file.tries(lise, newCode())).toBe('no_expert_waits');
    const ends = closing();
    ends.by(petter, declare());
    ends.by(lise, asksExpert());
    ends.by(petter, close());
    expect([open(ends), statuses(ends)]).toEqual([[false], ['WITHDRAWN']]);
    expect(ends.state().experts[0]?.withdrawn).toMatchObject({ by: 'system' });
  });

  test('rests while the use of the case is restricted (GDPR art. 18)', () => {
    const file = classified();
    file.by(lise, asksExpert());
    file.by(kari, restrict());
    expect([open(file), statuses(file)]).toEqual([[false], ['RESTRICTED']]);
    expect(file.tries(lise, asksExpert('FVL_13B_7', 'x2'))).toBe('use_restricted');
  });

  test('a new code counts fourteen days anew, and the code before it is another', () => {
    const file = classified();
    file.by(lise, asksExpert());
    file.wait(20 * DAY_MS);
    expect(statuses(file)).toEqual(['EXPIRED']);
    file.by(lise, newCode());
    expect(file.state().experts).toMatchObject([{ codeNo: 2 }]);
    expect(statuses(file)).toEqual(['OPEN']);
  });
});

describe('an answer', () => {
  test('becomes what was told to us, not verified unless the professional saw it (politiregisterloven § 27)', () => {
    for (const [seen, unverified] of [['SETT', 'NEI'], ['HORT', 'JA'], ['BEGGE', 'JA']] as const) {
      const file = classified();
      file.by(lise, asksExpert());
      file.by(kari, answersBack({ seen }));
      expect(file.state().disclosures[1]).toMatchObject({ disclosureId: 'i1', direction: 'INN', organ: 'Fastlege, Lia legesenter', basis: 'SAMTYKKE', unverified, shared: 'Det du har sett av helse og skader:\nBlåmerker på armen.' });
      expect(statuses(file)).toEqual(['ANSWERED']);
    }
  });

  test('that there is none, or may be none (hpl § 21), is an answer, and nothing is told', () => {
    const file = classified();
    file.by(lise, asksExpert());
    file.by(kari, answersBack({ can: false, answers: [], seen: undefined, basis: undefined }));
    expect(file.state().disclosures).toHaveLength(1);
    expect(file.state().experts).toMatchObject([{ answered: { expertCan: 'NEI', expertName: 'Astrid Holm' } }]);
  });

  test('is kept whatever became of the question: withdrawn, expired or in a closed case, since there is a receipt for it', () => {
    const file = closing();
    file.by(lise, asksExpert());
    file.by(petter, declare());
    file.by(petter, close());
    file.by(kari, answersBack());
    expect(file.state().disclosures.map(({ direction }) => direction)).toEqual(['UT', 'INN']);
    expect(file.state().status).toBe('AVSLUTTET');
    const need = (who = lise, standing: 'case_lead' | 'coordinator' = 'case_lead') => dayNeed(projectCase(file.state(), NO_CHANGES), { userId: who.userId, roles: who.roles, standing, mustDeclare: false }, file.now())?.reason;
    expect([need(), need(kari, 'coordinator')], 'and told to whoever led it, and to the coordinators').toEqual(['expert_answer', 'expert_answer']);
    file.by(kari, readsAnswer());
    expect([need(), need(kari, 'coordinator'), clocks(file.state(), NO_CHANGES, file.now()).length]).toEqual([undefined, undefined, 0]);
  });

  test('is read before the case is closed, moved on or joined to another: what has a receipt is not put away unread (fvl § 11 a)', () => {
    const ends = closing();
    ends.by(petter, declare());
    ends.by(lise, asksExpert());
    ends.by(kari, answersBack());
    expect(ends.tries(petter, close())).toBe('expert_unread');
    ends.by(lise, readsAnswer());
    ends.by(petter, close());
    const both = assessing();
    both.by(kari, asksExpert());
    both.by(kari, answersBack());
    expect(both.tries(kari, mergeInto(classified().state()))).toBe('expert_unread');
    both.by(kari, readsAnswer());
    both.by(kari, mergeInto(classified().state()));
    for (const step of ['confirmTransfer', 'confirmNotACase'] as const) expect(WORKFLOW[step].conditions).toContain('EXPERT_READ');
  });

  test('the same answer that comes twice is one, and one to no question is none', () => {
    const file = classified();
    file.by(lise, asksExpert());
    file.by(kari, answersBack());
    file.by(kari, answersBack({ disclosureId: 'i2' }));
    file.by(kari, answersBack({ askId: 'x9', disclosureId: 'i3' }));
    expect(file.state().disclosures).toHaveLength(2);
  });

  test('is on the day of whoever leads the case from when it comes until it is read; before that, when the time is up', () => {
    const file = classified();
    const need = (who = lise, standing: 'case_lead' | 'coordinator' = 'case_lead') => dayNeed(projectCase(file.state(), NO_CHANGES), { userId: who.userId, roles: who.roles, standing, mustDeclare: false }, file.now())?.reason;
    const due = () => clocks(file.state(), NO_CHANGES, file.now()).find(({ clock }) => clock === 'EXPERT_ANSWER');
    file.by(lise, asksExpert());
    expect(due()).toMatchObject({ late: false });
    expect(need()).not.toBe('expert_answer');
    file.wait(15 * DAY_MS);
    expect(due()).toMatchObject({ late: true });
    expect(need()).toBe('expert_answer');
    file.by(kari, answersBack());
    expect([need(), due()?.late]).toEqual(['expert_answer', true]);
    file.by(lise, readsAnswer());
    expect(due()).toBeUndefined();
    expect(need()).not.toBe('expert_answer');
  });
});

test('the same form of «new code» sent twice makes one code: the second press would shut the one that is just being read out on the phone', () => {
  const file = classified();
  file.by(kari, asksExpert());
  const read = codesGiven(file.state());
  file.by(kari, newCode('x1', { codesGiven: read }));
  expect(file.tries(kari, newCode('x1', { codesGiven: read }))).toBe('code_given_meanwhile');
  expect(file.tries(lise, newCode('x1', { codesGiven: read })), 'a colleague’s page from before').toBe('code_given_meanwhile');
  expect(file.state().experts[0]?.codeNo).toBe(2);
  file.by(kari, newCode('x1', { codesGiven: codesGiven(file.state()) }));
  expect(file.state().experts[0]?.codeNo, 'whoever has read that and presses again means it').toBe(3);
});
