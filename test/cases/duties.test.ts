import { describe, expect, test } from 'vitest';
import { clocks } from '../../src/cases/clocks.ts';
import { dayNeed } from '../../src/cases/day.ts';
import { childrenUnanswered, feedbackAwaited, serviceUnanswered } from '../../src/cases/duties.ts';
import { projectCase } from '../../src/cases/projection.ts';
import { decideAddPerson } from '../../src/cases/steps/share.ts';
import { addDays, DAY_MS, osloDay } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { actAgain, averting, childAnswer, childDuty, classified, followingUp, investigateAgain, JOIN, join, raise, RAISE, serviceTold } from './acts.ts';
import { journal, kari, lise, OPENING, START, type Journal } from './journal.ts';

const running = (file: Journal) => clocks(file.state(), NO_CHANGES, file.now()).map(({ clock }) => clock);
const dayOf = (file: Journal, who = lise) => dayNeed(projectCase(file.state(), NO_CHANGES), { userId: who.userId, roles: who.roles, standing: who === lise ? 'case_lead' : 'coordinator', mustDeclare: false }, file.now());
const staff: Parameters<Journal['by']>[1] = (state, ctx) => decideAddPerson(state, { relatedId: 'nattevakt', relatedName: 'En nattevakt', parts: ['MISTENKT'], relation: 'ANSATT' }, ctx, () => []);

describe('the duty to avert (strl. § 196)', () => {
  test('is asked again at every new incident, and stands on the case lead’s day until somebody answers', () => {
    for (const again of [investigateAgain, actAgain, join(), raise()]) {
      const file = followingUp();
      file.by(lise, averting());
      expect(file.state().avertingAsked).toBeUndefined();
      file.by(kari, again);
      expect(file.state().avertingAsked, again.toString()).toBeDefined();
      expect(running(file)).toContain('DUTIES');
      file.by(lise, averting());
      expect(running(file)).not.toContain('DUTIES');
    }
    const file = followingUp();
    file.by(lise, investigateAgain);
    expect(dayOf(file)).toMatchObject({ reason: 'duties', clock: { clock: 'DUTIES' } });
    expect(dayOf(file, kari)?.reason, 'whoever leads the case answers').not.toBe('duties');
  });

  test('three answers: not in question, considered with grounds, met with what was done, by whom and when', () => {
    const file = classified();
    expect(file.tries(lise, averting({ avertingAnswer: 'IKKE_OPPFYLT' })), 'grounds').toBe('bad_input');
    expect(file.tries(lise, averting({ avertingAnswer: 'OPPFYLT', avertedHow: 'Politiet er ringt.', avertedBy: 'Lise' })), 'when').toBe('bad_input');
    file.by(lise, averting());
    file.by(lise, averting({ avertingAnswer: 'IKKE_OPPFYLT', avertingGrounds: 'Han er fengslet.' }));
    file.by(lise, averting({ avertingAnswer: 'OPPFYLT', avertedHow: 'Politiet er ringt.', avertedBy: 'Lise', avertedWhen: 'kl. 10' }));
    expect(file.state().avertings).toMatchObject([{ answer: 'IKKE_AKTUELL' }, { answer: 'IKKE_OPPFYLT', grounds: 'Han er fengslet.' }, { answer: 'OPPFYLT', by: 'Lise', when: 'kl. 10' }]);
  });

  test('an alarm that brings the answer along is not asked about; one that does not, is', () => {
    const file = classified();
    file.by(kari, raise({ ...RAISE, avertingDuty: 'OPPFYLT', avertedBy: 'Naboen', avertedWhen: 'kl. 02:12' }));
    expect(file.state()).toMatchObject({ avertingAsked: undefined, avertings: [{ answer: 'OPPFYLT', by: 'Naboen' }] });
    const later = classified();
    later.by(kari, raise());
    expect(later.state().avertingAsked).toBeDefined();
  });

  test('a case in which nothing new has happened has no such clock', () => {
    expect(running(classified())).toEqual([]);
  });
});

describe('child protection (barnevernsloven § 13-2, hpl § 33)', () => {
  const withChildren = () => journal(kari, { ...OPENING, start: { ...START, children: 'JA' } });

  test('a report that tells of children asks for an answer from the first day, and a later one asks anew', () => {
    const file = withChildren();
    expect(childrenUnanswered(file.state())).toBeDefined();
    expect(running(file)).toContain('DUTIES');
    file.by(kari, childDuty({ childDuty: 'IKKE_NODVENDIG' }));
    expect(childrenUnanswered(file.state())).toBeUndefined();
    file.by(kari, join({ start: { ...JOIN.start, children: 'JA' } }));
    expect(childrenUnanswered(file.state())).toBeDefined();
  });

  test('who told, why and when are all written down, and nobody tells on a day to come', () => {
    const file = withChildren();
    expect(file.tries(kari, childDuty({ childWhy: ' ' }))).toBe('bad_input');
    expect(file.tries(kari, childDuty({ childOn: addDays(osloDay(file.now()), 1) }))).toBe('bad_input');
    expect(file.by(kari, childDuty()).childDuties).toMatchObject([{ answer: 'SENDT', by: 'Lise' }]);
  });

  test('three weeks later the answer is asked for, and one that is late has a new day (bvl § 13-3)', () => {
    const file = followingUp();
    file.by(lise, childDuty());
    const due = clocks(file.state(), NO_CHANGES, file.now()).find(({ clock }) => clock === 'CHILD_FEEDBACK')?.due;
    expect(due).toBe('2026-01-26T23:00:00.000Z');
    expect(dayOf(file)?.reason).not.toBe('child_feedback');
    file.wait(21 * DAY_MS);
    expect(dayOf(file)).toMatchObject({ reason: 'child_feedback', clock: { clock: 'CHILD_FEEDBACK' } });
    file.by(lise, childAnswer(7));
    expect(dayOf(file)?.reason, 'we ask again in a week').not.toBe('child_feedback');
    file.wait(8 * DAY_MS);
    expect(dayOf(file)?.reason).toBe('child_feedback');
    file.by(lise, childAnswer());
    expect([running(file).includes('CHILD_FEEDBACK'), feedbackAwaited(file.state())]).toEqual([false, undefined]);
    expect(file.tries(lise, childAnswer()), 'nothing is awaited').toBe('no_child_report');
  });
});

describe('somebody suspected in a service (hol § 12-3 a)', () => {
  test('staff or a co-resident, in a report or added later: who in the service knows is asked, and only then', () => {
    const file = classified();
    expect(file.tries(lise, serviceTold)).toBe('no_suspect_in_service');
    file.by(lise, staff);
    expect(serviceUnanswered(file.state())).toBeDefined();
    expect(dayOf(file)?.reason).toBe('duties');
    file.by(lise, serviceTold);
    expect([serviceUnanswered(file.state()), file.state().serviceDuties]).toMatchObject([undefined, [{ employer: 'JA', supervision: 'IKKE_SA_ALVORLIG' }]]);
    expect(serviceUnanswered(journal(kari, { ...OPENING, start: { ...START, relation: ['MEDBEBOER'] } }).state())).toBeDefined();
  });

  test('staff who are no suspects ask for nothing', () => {
    const file = classified();
    file.by(lise, (state, ctx) => decideAddPerson(state, { relatedId: 'pleier', relatedName: 'En pleier', parts: ['STOTTE'], relation: 'ANSATT' }, ctx, () => []));
    expect(serviceUnanswered(file.state())).toBeUndefined();
  });
});
