import { describe, expect, test } from 'vitest';
import { mayReviewEmergency, mayTakeEmergency } from '../../src/cases/access/emergency.ts';
import { caseFacts, mayReadCase, maySeeInList, mayTakeStep, standing, type AccessActor } from '../../src/cases/access.ts';
import type { CaseActor } from '../../src/cases/conditions.ts';
import { decideTakeEmergency } from '../../src/cases/steps/emergency.ts';
import { isForEmergency, reviewDue } from '../../src/cases/emergency.ts';
import { nextSteps } from '../../src/cases/next-steps.ts';
import { STEP_KEYS } from '../../src/cases/workflow.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { addMs, HOUR, instant, MINUTE } from '../../src/kernel/time.ts';
import { assessing, classified, closed, declare, grant, reviewEmergency, takeEmergency } from './acts.ts';
import { drift, FILE, HAVNES, hilde, jorunn, kari, LIA, lise, ombud, omar, petter, TEAM, type Journal } from './journal.ts';

const of = (actor: CaseActor, ...municipalities: AccessActor['municipalities']): AccessActor => ({ ...actor, municipalities });
const facts = (file: Journal, actor: CaseActor) => caseFacts(FILE, file.state(), actor.userId, file.now());
const take = (file: Journal, actor: CaseActor, ...municipalities: AccessActor['municipalities']) => mayTakeEmergency(of(actor, ...municipalities), facts(file, actor), file.now()).because;

describe('T18: whoever may know of a case may open it in an emergency', () => {
  test('the team of its own municipality, whoever had a part in it, and reception that answers the phone for all; nobody else', () => {
    const file = classified();
    expect([take(file, omar, LIA), take(file, omar, HAVNES), take(file, jorunn, HAVNES), take(file, lise, HAVNES)]).toEqual(['emergency', 'not_known', 'emergency', 'emergency']);
    expect(take(closed(), lise, HAVNES)).toBe('emergency');
  });

  test('never a leader or an administrator as such, and never whoever is left out (fvl § 6)', () => {
    const file = classified();
    expect([hilde, ombud, drift].map((actor) => take(file, actor, LIA))).toEqual(['not_your_role', 'role_without_content', 'role_without_content']);
    file.by(omar, takeEmergency('e1', 'TILKNYTTET'));
    expect(take(file, omar, LIA)).toBe('excluded');
    expect(file.state().emergencies).toEqual([]);
  });

  test('a reason and an answer to the question are asked for', () => {
    const file = classified();
    expect(file.tries(jorunn, (state, ctx) => decideTakeEmergency(state, { emergencyId: 'e1', connection: 'INGEN', emergencyReason: ' ' }, ctx))).toBe('bad_input');
  });

  test('a case that ended opens by the same rules, for three hours and for reading: whoever rings at night knows nothing of its having ended', () => {
    const file = closed();
    expect([take(file, omar, LIA), take(file, omar, HAVNES), take(file, hilde, LIA)]).toEqual(['emergency', 'not_known', 'not_your_role']);
    const at = file.now();
    file.by(omar, takeEmergency());
    expect([mayReadCase(of(omar, LIA), facts(file, omar), at).allow, mayReadCase(of(omar, LIA), facts(file, omar), addMs(at, 3 * HOUR)).allow]).toEqual([true, false]);
    expect(nextSteps(file.state(), { actor: omar, now: at, team: TEAM }).filter(({ step, allowed }) => allowed && isForEmergency(step)).map(({ step }) => step), 'what ended is not written in').toEqual(['declareImpartiality']);
    expect(file.tries(hilde, reviewEmergency()), 'and another goes through it').toBeUndefined();
  });
});

describe('what it gives', () => {
  test('is three hours, and then nothing: it ends by itself, whatever runs or does not run (fvl § 13 c)', () => {
    const file = classified();
    const at = file.now();
    file.by(jorunn, takeEmergency());
    const read = (ms: number) => mayReadCase(of(jorunn), { ...facts(file, jorunn) }, addMs(at, ms)).allow;
    expect([read(0), read(3 * HOUR - MINUTE), read(3 * HOUR), read(4 * HOUR)]).toEqual([true, true, false, false]);
    expect(maySeeInList(of(jorunn), facts(file, jorunn), addMs(at, 3 * HOUR)).allow).toBe(false);
  });

  test('is reading, the journal and the alarm, and no other step of the table', () => {
    const file = classified();
    const at = file.now();
    file.by(omar, takeEmergency());
    const may = STEP_KEYS.filter((step) => step !== 'openCase' && mayTakeStep(step, of(omar, LIA), facts(file, omar), at).allow);
    expect(standing(of(omar, LIA), facts(file, omar), at)).toBe('emergency');
    expect(may.every(isForEmergency)).toBe(true);
    expect(may).toEqual(['declareImpartiality', 'raiseAkutt', 'reviewAkutt', 'writeNote', 'correctNote']);
  });

  test('goes with the role, and gives way to being left out', () => {
    const file = classified();
    const at = file.now();
    file.by(omar, takeEmergency());
    expect(standing({ ...of(omar, LIA), roles: ['SYSTEMADMIN'] }, facts(file, omar), at)).toBe('role_without_content');
    expect(standing({ ...of(omar, HAVNES), roles: ['LEDER'] }, facts(file, omar), at)).toBe('not_granted');
    file.by(omar, declare('TILKNYTTET'));
    expect(standing(of(omar, LIA), facts(file, omar), at)).toBe('excluded');
  });

  test('is taken once, however often the form is sent, and again with a new reason when it is over', () => {
    const file = classified();
    file.by(omar, takeEmergency('e1'));
    file.by(omar, takeEmergency('e1'));
    file.by(omar, takeEmergency('e2'));
    expect(file.state().emergencies.map(({ emergencyId }) => emergencyId)).toEqual(['e1']);
    file.wait(4 * HOUR);
    file.by(omar, takeEmergency('e2'));
    expect(file.state().emergencies.map(({ emergencyId }) => emergencyId)).toEqual(['e1', 'e2']);
  });
});

describe('it is gone through', () => {
  test('by a coordinator or the leader of the municipality, who reads its reason and not the case', () => {
    const file = classified();
    file.by(jorunn, takeEmergency());
    expect([mayReviewEmergency(of(kari), facts(file, kari)), mayReviewEmergency(of(hilde, LIA), facts(file, hilde)), mayReviewEmergency(of(hilde, HAVNES), facts(file, hilde)), mayReviewEmergency(of(lise, LIA), facts(file, lise))].map(({ because }) => because))
      .toEqual(['coordinator', 'leader', 'not_your_role', 'not_your_role']);
    expect(mayReadCase(of(hilde, LIA), facts(file, hilde), file.now()).allow).toBe(false);
    file.by(hilde, reviewEmergency());
    expect(file.state().emergencies[0]?.review).toMatchObject({ by: hilde.userId, result: 'GOD_GRUNN', word: 'Hun var i fare.' });
  });

  test('never by whoever took it, nor by whoever is left out, and once', () => {
    const file = assessing();
    const both: CaseActor = { ...omar, roles: ['TEAMMEDLEM', 'LEDER'] };
    file.by(both, takeEmergency());
    expect(file.tries(both, reviewEmergency())).toBe('own_emergency');
    file.by(petter, declare('TILKNYTTET'));
    expect(file.tries(petter, reviewEmergency())).toBe('excluded');
    expect(mayReviewEmergency(of(petter), facts(file, petter)).because).toBe('excluded');
    expect(file.tries(kari, reviewEmergency('e9'))).toBe('no_such_emergency');
    file.by(kari, reviewEmergency());
    const first = file.state().emergencies[0]?.review;
    file.by(hilde, reviewEmergency());
    expect(file.state().emergencies[0]?.review).toEqual(first);
  });

  test('within three days, also over a change to summer time: our own deadline, counted in Oslo', () => {
    expect(reviewDue(instant('2026-01-05T01:00:00.000Z'), NO_CHANGES)).toBe('2026-01-08T23:00:00.000Z');
    expect(reviewDue(instant('2026-03-27T22:59:00.000Z'), NO_CHANGES)).toBe('2026-03-30T22:00:00.000Z');
    expect(reviewDue(instant('2026-01-05T01:00:00.000Z'), { changes: { EMERGENCY_REVIEW: { amount: 1 } } }), 'as the region has set it').toBe('2026-01-06T23:00:00.000Z');
  });

  test('and a coordinator lets somebody in for longer without it', () => {
    const file = classified();
    file.by(omar, takeEmergency());
    file.by(kari, grant(omar));
    expect(standing(of(omar, LIA), facts(file, omar), file.now())).toBe('granted');
  });
});
