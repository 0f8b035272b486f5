import { describe, expect, test } from 'vitest';
import { clocks } from '../../src/cases/clocks.ts';
import { dayNeed } from '../../src/cases/day.ts';
import { clockProps } from '../../src/cases/pages/clock-words.ts';
import { projectCase } from '../../src/cases/projection.ts';
import { endedLate } from '../../src/statistics/overdue.ts';
import { addDays, addMs, DAY_MS, osloDay } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { classified, closing, followingUp, investigating, notACase, assessing, postponePlan, proposeClosing, raise, suspectChanged, wishes, writePlan } from './acts.ts';
import { kari, lise, type Journal } from './journal.ts';

const later = (file: Journal, days: number) => addMs(file.now(), days * DAY_MS);
const clock = (file: Journal, days = 0) => clocks(file.state(), NO_CHANGES, later(file, days)).find((one) => one.clock === 'PLAN_MISSING');
const need = (file: Journal, days: number) => dayNeed(projectCase(file.state(), NO_CHANGES), { userId: lise.userId, roles: lise.roles, standing: 'case_lead', mustDeclare: false }, later(file, days));
/** Somebody has talked with the person. */
function talked(file: Journal = classified()): Journal {
  file.by(lise, wishes());
  return file;
}

describe('a case without a safety plan (domain reference §5.4)', () => {
  test('reminds whoever leads it some days after the person was talked with, also where they go on living together, and in no case where nobody has', () => {
    expect(clock(classified())).toBeUndefined();
    expect(need(talked(), 1)?.reason).toBe('start_investigation');
    expect(need(talked(), 8)).toMatchObject({ reason: 'write_plan', clock: { clock: 'PLAN_MISSING', late: false } });
  });

  test('is grey and never late, however long it waits: it is in no list of late cases, no figure, and behind every deadline', () => {
    const file = talked(followingUp());
    for (const days of [0, 8, 25]) expect(clock(file, days)?.late).toBe(false);
    const due = clock(file);
    expect(due && clockProps(due, later(file, 25), 'nb').state).toBe('calm');
    expect(projectCase(file.state(), NO_CHANGES).clocks.map((one) => one.clock)).toEqual(['FOLLOW_UP', 'PLAN_MISSING']);
    const before = clocks(file.state(), NO_CHANGES, later(file, 25));
    file.by(lise, writePlan());
    expect(endedLate(before, clocks(file.state(), NO_CHANGES, later(file, 25)))).toEqual([]);
  });

  test('takes the place of nothing that is late, and of no net below a case that nothing else reminds of', () => {
    const file = talked(followingUp());
    expect(need(file, 8)?.reason).toBe('write_plan');
    expect(need(file, 40)).toMatchObject({ reason: 'follow_up', clock: { late: true } });
    expect(clocks(talked(investigating()).state(), NO_CHANGES, file.now()).map((one) => one.clock)).toEqual(['QUIET', 'PLAN_MISSING']);
  });

  test('is quiet once a plan is written, or «not now, because …» stands', () => {
    const [written, notNow, again] = [talked(), talked(), talked()];
    written.by(lise, writePlan());
    notNow.by(lise, postponePlan());
    again.by(lise, postponePlan(addDays(osloDay(again.now()), 20)));
    expect([clock(written), clock(notNow)]).toEqual([undefined, undefined]);
    expect([need(again, 19)?.reason, need(again, 21)?.reason]).toEqual(['start_investigation', 'write_plan']);
    expect(written.tries(lise, postponePlan()), 'nothing is put off that is there').toBe('plan_exists');
  });

  test('asks again when the danger is another: Akutt, or the suspected abuser is somewhere else', () => {
    const [danger, out] = [talked(), talked()];
    for (const file of [danger, out]) file.by(lise, postponePlan());
    danger.by(lise, raise());
    out.by(lise, suspectChanged());
    expect(clock(danger)).toBeDefined();
    expect(out.state().planPostponed).toBeUndefined();
  });

  test('not while somebody has proposed that the case ends here: the closing says itself that there is none', () => {
    const early = talked(assessing());
    early.by(kari, notACase());
    expect([clock(early), clock(closing())]).toEqual([undefined, undefined]);
    const file = talked(followingUp());
    file.by(lise, proposeClosing());
    expect(clock(file)).toBeUndefined();
  });
});
