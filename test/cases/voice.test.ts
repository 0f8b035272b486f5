import { describe, expect, test } from 'vitest';
import { clocks } from '../../src/cases/clocks.ts';
import { dayNeed } from '../../src/cases/day.ts';
import { mostRequired } from '../../src/cases/fields.ts';
import { decideMeasure } from '../../src/cases/measure.ts';
import { projectCase } from '../../src/cases/projection.ts';
import { advocates, firstWish, mustAskInformed, newestWish } from '../../src/cases/voice.ts';
import { WORKFLOW } from '../../src/cases/workflow.ts';
import { addDays, DAY_MS, osloDay } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { addPerson, assessing, changePerson, classified, declines, exempt, followingUp, inform, informSuspect, investigating, measure, note, notACase, proposeClosing, wishes } from './acts.ts';
import { kari, lise, type Journal } from './journal.ts';

const today = (file: Journal) => osloDay(file.now());
const asks = (file: Journal, who: 'PERSON' | 'SUSPECT' = 'PERSON') => mustAskInformed(file.state(), who, today(file));
const dayOf = (file: Journal, who = lise) => dayNeed({ ...projectCase(file.state(), NO_CHANGES) }, { userId: who.userId, roles: who.roles, standing: 'case_lead', mustDeclare: false }, file.now());

describe('«Er personen informert om saken?» (GDPR art. 14, popplyl § 16)', () => {
  test('is asked until it is yes', () => {
    const file = classified();
    expect(asks(file)).toBe(true);
    file.by(lise, inform());
    expect(asks(file)).toBe(false);
    expect(file.tries(lise, inform()), 'and not once more').toBe('already_informed');
  });

  test('a ground not to tell holds to the day that was set, and is then on the case lead’s day', () => {
    const file = followingUp();
    file.by(lise, exempt(10));
    expect(asks(file)).toBe(false);
    expect(clocks(file.state(), NO_CHANGES, file.now()).map(({ clock }) => clock)).toContain('INFORM_AGAIN');
    expect(dayOf(file)?.reason, 'nobody’s business before that day').not.toBe('inform_again');
    file.wait(10 * DAY_MS);
    expect(asks(file)).toBe(true);
    expect(dayOf(file)).toMatchObject({ reason: 'inform_again', clock: { clock: 'INFORM_AGAIN' } });
    file.by(lise, exempt(40));
    expect(asks(file), 'answered anew').toBe(false);
  });

  test('a ground without a day to look at it again is refused, and so is one without a ground', () => {
    const file = classified();
    expect(file.tries(lise, inform({ isInformed: 'UNNTATT', notInformedGround: 'P16_C' }))).toBe('bad_input');
    expect(file.tries(lise, inform({ isInformed: 'UNNTATT', askAgain: addDays(today(file), 30) }))).toBe('bad_input');
    expect(file.tries(lise, inform({ informedHow: ' ' })), 'yes says how').toBe('bad_input');
  });

  test('the suspected abuser is exempt until somebody decides otherwise, and no clock asks for it', () => {
    const file = classified();
    expect(asks(file, 'SUSPECT')).toBe(false);
    expect(clocks(file.state(), NO_CHANGES, file.now()).map(({ clock }) => clock)).toEqual(['QUIET']);
    file.by(lise, informSuspect());
    file.wait(61 * DAY_MS);
    expect(asks(file, 'SUSPECT'), 'a ground that people wrote has its day').toBe(true);
    file.by(lise, informSuspect({ isInformed: 'JA', informedHow: 'Politiet har fortalt det.' }));
    expect(asks(file, 'SUSPECT')).toBe(false);
    expect(asks(file), 'and says nothing of the person').toBe(true);
  });

  test('the same answer sent twice is one entry', () => {
    const file = classified();
    file.by(lise, informSuspect({ isInformed: 'JA', informedHow: 'Politiet' }));
    const length = file.events.length;
    file.by(lise, informSuspect({ isInformed: 'JA', informedHow: 'Politiet' }));
    expect(file.events).toHaveLength(length);
  });
});

describe('the person’s own wish (pbrl § 3-1)', () => {
  test('what was said at the start is kept when the person says otherwise later', () => {
    const file = investigating();
    expect(firstWish(file.state()), 'as assessed, until somebody writes their own words').toBe('Vil bo hjemme');
    file.by(lise, wishes('w1', { wishNow: 'Jeg vil bo her.', askedHow: ['TALSPERSON', 'TOLK'] }));
    file.by(lise, wishes('w2', { wishNow: 'Jeg vil flytte.', wishPhase: 'SLUTT' }));
    expect([firstWish(file.state()), newestWish(file.state())]).toEqual(['Jeg vil bo her.', 'Jeg vil flytte.']);
    expect(file.state().wishes.map(({ how }) => how)).toEqual([['TALSPERSON', 'TOLK'], ['ALENE']]);
  });

  test('is neither written twice by one form, nor on a day to come', () => {
    const file = classified();
    file.by(lise, wishes('w1'));
    expect(file.by(lise, wishes('w1', { wishNow: 'Sendt en gang til' })).wishes).toHaveLength(1);
    expect(file.tries(lise, wishes('w2', { askedOn: addDays(today(file), 1) }))).toBe('bad_input');
  });

  test('mandatory in the assessment and at closing (pbrl §§ 3-1, 4-1): no case is closed without saying whether it went as the person wanted', () => {
    expect(WORKFLOW.proposeClassification.required).toContain('wish');
    const file = followingUp();
    expect(file.tries(lise, proposeClosing({ wishAchieved: undefined }))).toBe('bad_input');
    expect(file.by(lise, proposeClosing({ wishAchieved: 'IKKE', wishEnd: 'Jeg ville bo hjemme.' })).closingProposal).toMatchObject({ wishAchieved: 'IKKE', wishEnd: 'Jeg ville bo hjemme.' });
    expect(mostRequired(WORKFLOW.proposeClosing)).toBe(5);
  });

  test('an advocate who is suspected by now speaks for nobody', () => {
    const file = classified();
    file.by(kari, addPerson('unni', ['STOTTE']));
    expect(advocates(file.state())).toMatchObject([{ name: 'unni' }]);
    file.by(kari, changePerson('unni', ['STOTTE', 'MISTENKT']));
    expect(advocates(file.state())).toEqual([]);
  });
});

describe('«Personen ønsker ikke hjelp»', () => {
  const NO = { reasons: ['PERSON_ONSKER_IKKE'] } as const;

  test('is refused as a reason before anybody has written how the person was asked', () => {
    const file = investigating();
    file.by(lise, measure());
    expect(file.tries(lise, proposeClosing(NO))).toBe('declined_not_asked');
    expect(assessing().tries(kari, notACase({ notACaseReason: 'PERSON_ONSKER_IKKE' }))).toBe('declined_not_asked');
  });

  test('is never the first contact’s result alone: a no counts when somebody talked with the person on another day before it', () => {
    const file = investigating();
    file.by(lise, declines('no1'));
    expect(file.tries(lise, proposeClosing(NO))).toBe('declined_first_contact');
    file.by(lise, wishes('w1'));
    expect(file.tries(lise, proposeClosing(NO)), 'the same day is the same contact').toBe('declined_first_contact');
    file.wait(3 * DAY_MS);
    file.by(lise, declines('no2'));
    expect(file.tries(lise, proposeClosing(NO))).toBeUndefined();
  });

  test('a note of another kind than a talk with the person is no contact', () => {
    const file = investigating();
    file.by(lise, note('n1'));
    file.wait(2 * DAY_MS);
    file.by(lise, declines('no1'));
    expect(file.tries(lise, proposeClosing(NO))).toBe('declined_first_contact');
  });

  test('the measure «takket nei» stands on the same', () => {
    const file = investigating();
    const declined: Parameters<Journal['tries']>[1] = (state, ctx) => decideMeasure(state, { measureId: 'm1', measure: 'TAKKET_NEI', responsible: 'Lise' }, ctx);
    expect(file.tries(lise, declined)).toBe('declined_not_asked');
    file.by(lise, wishes('w1'));
    file.wait(2 * DAY_MS);
    file.by(lise, declines('no1'));
    expect(file.tries(lise, declined)).toBeUndefined();
  });
});
