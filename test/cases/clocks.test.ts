import { describe, expect, test } from 'vitest';
import { clocks } from '../../src/cases/clocks.ts';
import { CLOCK_IDS, CLOCKS, NO_CHANGES, type ClockId, type RegionClocks } from '../../src/regions/codes.ts';
import { addMs, day, DAY_MS, HOUR, instant, type Instant } from '../../src/kernel/time.ts';
import { assessing, classified, classify, close, closed, closing, conclude, declare, followedUp, followingUp, followUp, handOver, investigating, lower, measure, raise, received, review, update } from './acts.ts';
import { journal, jorunn, kari, lise, MONDAY, OPENING, START, type Journal } from './journal.ts';

function never(): never {
  throw new Error('a literal is wrong');
}

const ALL: RegionClocks = { ...NO_CHANGES, changes: Object.fromEntries(CLOCK_IDS.map((id) => [id, { on: true }])) };

const running = (file: Journal, settings = NO_CHANGES, now = file.now()) => clocks(file.state(), settings, now);
const names = (file: Journal, settings = NO_CHANGES) => running(file, settings).map(({ clock }) => clock);
const due = (file: Journal, clock: ClockId, settings = ALL): Instant | undefined => running(file, settings).find((one) => one.clock === clock)?.due;

describe('the four clocks that run by themselves', () => {
  test('a small team sees no other: seen, assessed, next follow-up, and that somebody decides a closing', () => {
    // in danger, while the police are waited for, when a consent fell, and for what keeps the person safe, and when a duty was told of or answered, or a professional outside is asked, there is one more
    const only = ['EMERGENCY_REVIEW', 'AKUTT_REVIEW', 'POLICE_CHECK', 'SHARING_REVIEW', 'WARNING_REVIEW', 'PROTECTION_END', 'PLAN_PROMPT', 'PLAN_MISSING', 'RISK_REVIEW', 'PLAN_REVIEW', 'DUTIES', 'CHILD_FEEDBACK', 'INFORM_AGAIN', 'EXPERT_ANSWER', 'REVIEW_DAY'];
    const on = Object.entries(CLOCKS).filter(([id, rule]) => rule.on && !only.includes(id)).map(([id]) => id);
    expect(on, 'and below them one net').toEqual(['SEEN', 'ASSESSED', 'FOLLOW_UP', 'CLOSING', 'QUIET']);
    expect([received(), assessing(), classified(), investigating(), followingUp(), closing(), closed()].map((file) => names(file))).toEqual([['SEEN', 'ASSESSED'], ['ASSESSED'], ['QUIET'], ['QUIET'], ['FOLLOW_UP'], ['CLOSING'], []]);
  });

  test('seen: by the end of the next working day, until a coordinator has read it', () => {
    const file = received();
    expect(due(file, 'SEEN')).toBe('2026-01-06T23:00:00.000Z');
    file.by(jorunn, handOver);
    expect(names(file)).toContain('SEEN');
    file.by(kari, declare());
    expect(names(file)).not.toContain('SEEN');
  });

  test('a concern on the Friday before Easter week is not late on a holy day', () => {
    const file = journal(jorunn, { ...OPENING, start: { ...START, receivedAt: instant('2026-04-01T10:00:00.000Z') } });
    expect(due(file, 'SEEN')).toBe('2026-04-07T22:00:00.000Z');
  });

  test('assessed: five working days from receipt, and a provisional classification does not stop it', () => {
    const file = assessing();
    expect(due(file, 'ASSESSED')).toBe('2026-01-12T23:00:00.000Z');
    file.by(lise, classify({ provisional: true }));
    expect(due(file, 'ASSESSED')).toBe('2026-01-12T23:00:00.000Z');
    expect(running(file, NO_CHANGES, addMs(MONDAY, 8 * DAY_MS)).map(({ late }) => late)).toEqual([true]);
  });

  test('follow-up after one, three and six months, then only on a chosen day', () => {
    const file = followingUp();
    expect(due(file, 'FOLLOW_UP')).toBe('2026-02-05T23:00:00.000Z');
    file.by(lise, followedUp);
    expect(due(file, 'FOLLOW_UP')).toBe('2026-04-05T22:00:00.000Z');
    file.by(lise, followedUp);
    expect(due(file, 'FOLLOW_UP')).toBe('2026-07-05T22:00:00.000Z');
    file.by(lise, followedUp);
    expect(due(file, 'FOLLOW_UP')).toBeUndefined();
  });

  test('a month after the 31st is the last day of a shorter month', () => {
    const file = investigating();
    file.by(lise, measure());
    file.by(lise, conclude);
    file.wait(26 * DAY_MS);
    file.by(lise, followUp);
    expect(due(file, 'FOLLOW_UP')).toBe('2026-02-28T23:00:00.000Z');
  });
});

describe('Akutt', () => {
  test('is reviewed every 24 hours until it is lowered, and no region can switch that off', () => {
    const file = assessing();
    file.by(kari, raise());
    const raised = file.state().akutt?.raisedAt ?? MONDAY;
    const off: RegionClocks = { ...NO_CHANGES, changes: { AKUTT_REVIEW: { on: false } } };
    expect(due(file, 'AKUTT_REVIEW', off)).toBe(addMs(raised, 24 * HOUR));
    const at = file.now();
    file.by(lise, review);
    expect(due(file, 'AKUTT_REVIEW', off)).toBe(addMs(at, 24 * HOUR));
    file.by(lise, lower);
    expect(due(file, 'AKUTT_REVIEW')).toBeUndefined();
  });

  test('makes seen due at once and assessed due within 24 hours, never later than without it', () => {
    const file = received();
    file.by(jorunn, raise());
    const raised = file.state().akutt?.raisedAt ?? MONDAY;
    expect(due(file, 'SEEN')).toBe(raised);
    expect(due(file, 'ASSESSED')).toBe(addMs(raised, 24 * HOUR));
    const late = received();
    late.wait(10 * DAY_MS);
    late.by(jorunn, raise());
    expect(due(late, 'ASSESSED')).toBe('2026-01-12T23:00:00.000Z');
  });
});

describe('clocks a region may switch on', () => {
  test('7, 14 or 30 days to begin, by case type', () => {
    expect((['MA', 'BOR', 'KAN'] as const).map((caseType) => due(classified({ caseType }), 'INVESTIGATION'))).toEqual(['2026-01-12T23:00:00.000Z', '2026-01-19T23:00:00.000Z', '2026-02-04T23:00:00.000Z']);
  });

  test('six weeks to conclude, 14 days to close, each measure on its own day until it is done', () => {
    expect(due(investigating(), 'CONCLUSION')).toBe('2026-02-16T23:00:00.000Z');
    expect(due(closing(), 'CLOSING')).toBe('2026-01-19T23:00:00.000Z');
    const file = investigating();
    file.by(lise, measure('m1'));
    expect(running(file, ALL).find(({ clock }) => clock === 'MEASURE')).toMatchObject({ measureId: 'm1', due: '2026-01-19T23:00:00.000Z' });
    file.by(lise, update('m1'));
    expect(due(file, 'MEASURE')).toBeUndefined();
  });

  test('three working days to transfer, only while nobody knows that the person lives here', () => {
    const file = journal(jorunn, { ...OPENING, start: { ...START, owner: undefined } });
    expect(due(file, 'TRANSFERRED')).toBe('2026-01-08T23:00:00.000Z');
    expect(due(received(), 'TRANSFERRED')).toBeUndefined();
  });

  test('a region sets its own length, and can switch one off', () => {
    expect(due(assessing(), 'ASSESSED', { ...NO_CHANGES, changes: { ASSESSED: { amount: 10 } } })).toBe('2026-01-19T23:00:00.000Z');
    expect(names(assessing(), { ...NO_CHANGES, changes: { ASSESSED: { on: false } } })).toEqual(['QUIET']);
  });

  test('a day on which the office is closed is no working day: nobody is late with what nobody was there to do', () => {
    const closedDays = new Set(['2026-01-06', '2026-01-07'].map((text) => day(text) ?? never()));
    expect(due(received(), 'SEEN', { ...NO_CHANGES, closed: closedDays })).toBe('2026-01-08T23:00:00.000Z');
    expect(due(assessing(), 'ASSESSED', { ...NO_CHANGES, closed: closedDays })).toBe('2026-01-14T23:00:00.000Z');
  });
});

test('nothing runs in a closed case, and the nearest deadline stands first', () => {
  expect(names(closed(), ALL)).toEqual([]);
  const file = closing();
  file.by(kari, close());
  expect(names(file, ALL)).toEqual([]);
  const dues = running(received(), ALL).map((one) => one.due);
  expect(dues).toEqual([...dues].sort());
});
