import { describe, expect, test } from 'vitest';
import { addMs, day, DAY_MS, HOUR, instant, type Day, type Instant } from '../../src/kernel/time.ts';
import { NO_CHANGES, type RegionClocks } from '../../src/regions/codes.ts';
import { reportClock, type ClockFacts, type ReportClock } from '../../src/reports/clocks.ts';
import { clockWords, rowClock } from '../../src/reports/pages/reception/lines.ts';
import { ageWords, dateWords, dayWords, momentWords, timeWords } from '../../src/web/ui/moments.ts';
import { MONDAY, row } from './reception-fixtures.tsx';

const oslo = (text: string): Instant => instant(`${text}+01:00`);
const unread = (at: Instant): ClockFacts => ({ urgent: false, receivedAt: at, unreadSince: at, decided: false });
const clockOf = (report: ClockFacts, now: Instant, changed: Partial<RegionClocks> = {}): ReportClock => reportClock(report, now, { ...NO_CHANGES, ...changed });
const on = (text: string): Day => day(text) ?? never();
function never(): never {
  throw new Error('a literal is wrong');
}

describe('our own deadline for reading', () => {
  test('is the end of the next working day: what comes on Friday night is read on Monday', () => {
    expect(clockOf(unread(oslo('2026-03-06T23:30:00')), oslo('2026-03-06T23:40:00'))).toEqual({ kind: 'seen', state: 'calm', on: '2026-03-09', due: oslo('2026-03-10T00:00:00') });
    expect(clockOf(unread(oslo('2026-03-07T12:00:00')), oslo('2026-03-07T12:00:00'))).toMatchObject({ on: '2026-03-09' });
  });
  test('waits out Easter, and the days on which this office is closed', () => {
    expect(clockOf(unread(oslo('2026-04-01T10:00:00')), oslo('2026-04-01T10:00:00'))).toMatchObject({ on: '2026-04-07' });
    expect(clockOf(unread(MONDAY), MONDAY, { closed: new Set([on('2026-03-03')]) })).toMatchObject({ on: '2026-03-04' });
  });
  test('is calm, then today, then past, to the minute in Oslo', () => {
    const states = ['2026-03-02T23:59:00', '2026-03-03T00:00:00', '2026-03-03T23:59:59', '2026-03-04T00:00:00'].map((now) => clockOf(unread(MONDAY), oslo(now)));
    expect(states.map((clock) => clock.kind === 'seen' && clock.state)).toEqual(['calm', 'soon', 'soon', 'late']);
  });
  test('ends at midnight also when the clocks were changed in between', () => {
    expect(clockOf(unread(oslo('2026-03-27T12:00:00')), MONDAY)).toMatchObject({ on: '2026-03-30', due: '2026-03-30T22:00:00.000Z' });
  });
  test('runs from the addition when only that is unread', () => {
    expect(rowClock(row({ state: 'HANDED_OVER', received_at: addMs(MONDAY, -200 * HOUR), unread_since: MONDAY }), MONDAY, NO_CHANGES)).toMatchObject({ kind: 'seen', on: '2026-03-03' });
  });
});

describe('once it is read', () => {
  test('five working days run until somebody decides what it is to become', () => {
    expect(clockOf({ ...unread(MONDAY), unreadSince: undefined }, MONDAY)).toMatchObject({ kind: 'assessed', on: '2026-03-09', state: 'calm' });
  });
  test('and a case has it, nothing runs here any more; an unread addition runs all the same', () => {
    expect(clockOf({ ...unread(MONDAY), unreadSince: undefined, decided: true }, MONDAY)).toEqual({ kind: 'done' });
    expect(clockOf({ ...unread(MONDAY), decided: true }, MONDAY)).toMatchObject({ kind: 'seen' });
  });
});

describe('a region that has its own deadlines', () => {
  test('is reminded after as long as it said', () => {
    expect(clockOf(unread(MONDAY), MONDAY, { changes: { SEEN: { amount: 3 } } })).toMatchObject({ kind: 'seen', on: '2026-03-05' });
    expect(clockOf({ ...unread(MONDAY), unreadSince: undefined }, MONDAY, { changes: { ASSESSED: { amount: 2 } } })).toMatchObject({ kind: 'assessed', on: '2026-03-04' });
  });
  test('is not reminded of what it switched off, and still is of what comes after; danger waits for nobody all the same', () => {
    expect(clockOf(unread(MONDAY), MONDAY, { changes: { SEEN: { on: false } } })).toMatchObject({ kind: 'assessed', on: '2026-03-09' });
    expect(clockOf({ ...unread(MONDAY), decided: true }, MONDAY, { changes: { SEEN: { on: false } } })).toEqual({ kind: 'done' });
    expect(clockOf({ ...unread(MONDAY), unreadSince: undefined }, MONDAY, { changes: { ASSESSED: { on: false } } })).toEqual({ kind: 'done' });
    expect(clockOf({ ...unread(MONDAY), urgent: true }, MONDAY, { changes: { SEEN: { on: false } } })).toEqual({ kind: 'at_once', what: 'seen' });
  });
  test('and where it wants an answer sooner in danger, the report that waits is late as soon as the case would be', () => {
    const read: ClockFacts = { ...unread(MONDAY), unreadSince: undefined, urgent: true };
    expect(clockOf(read, MONDAY)).toMatchObject({ kind: 'at_once', due: addMs(MONDAY, 24 * HOUR) });
    expect(clockOf(read, addMs(MONDAY, 13 * HOUR), { changes: { ASSESSED: { akutt: { amount: 12, unit: 'hours' } } } })).toMatchObject({ due: addMs(MONDAY, 12 * HOUR), late: true });
  });
});

test('Akutt waits for no day', () => {
  expect(clockOf({ ...unread(MONDAY), urgent: true }, MONDAY)).toEqual({ kind: 'at_once', what: 'seen' });
  expect(clockOf({ ...unread(MONDAY), urgent: true, unreadSince: undefined }, MONDAY)).toEqual({ kind: 'at_once', what: 'assessed', due: addMs(MONDAY, DAY_MS), late: false });
  expect(clockOf({ ...unread(MONDAY), urgent: true, unreadSince: undefined }, addMs(MONDAY, DAY_MS))).toMatchObject({ late: true });
});

test('only Akutt is shown in red, and no deadline looks like law', () => {
  const late = clockWords(clockOf(unread(MONDAY), addMs(MONDAY, 2000 * HOUR)), MONDAY, 'nb');
  expect(late).toMatchObject({ state: 'late', what: 'leses senest', due: 'i morgen' });
  expect(clockWords({ kind: 'at_once', what: 'seen' }, MONDAY, 'nb')).toEqual({ state: 'urgent', what: 'les den nå' });
  expect(clockWords({ kind: 'done' }, MONDAY, 'nb')).toBeUndefined();
});

describe('times in words', () => {
  test('are written as each language writes them', () => {
    expect(momentWords(oslo('2026-03-07T08:05:00'), 'nb')).toBe('lørdag 7. mars 2026 kl. 08.05');
    expect(momentWords(oslo('2026-03-07T08:05:00'), 'nn')).toBe('laurdag 7. mars 2026 kl. 08.05');
    expect(momentWords(oslo('2026-03-07T08:05:00'), 'en')).toBe('Saturday 7 March 2026 at 08:05');
    expect(dateWords(on('2027-12-01'), 'nb')).toBe('onsdag 1. desember 2027');
    expect(timeWords(instant('2026-07-01T22:05:00.000Z'), 'nb')).toBe('00.05');
  });
  test('a near day has its own word, and this year is not said', () => {
    const words = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-09', '2027-01-04'].map((one) => dayWords(on(one), MONDAY, 'nb'));
    expect(words).toEqual(['i går', 'i dag', 'i morgen', 'mandag 9. mars', 'mandag 4. januar 2027']);
    expect([dayWords(on('2026-03-03'), MONDAY, 'nn'), dayWords(on('2026-03-03'), MONDAY, 'en')]).toEqual(['i morgon', 'tomorrow']);
  });
  test('an age is never rounded up, and the future is now', () => {
    const age = (ms: number) => ageWords(addMs(MONDAY, -ms), MONDAY, 'nb');
    expect([-HOUR, 0, 59_999, 60_000, 59 * 60_000, HOUR, 3.9 * HOUR, 47 * HOUR, 48 * HOUR, 100 * HOUR].map(age)).toEqual([
      'akkurat nå', 'akkurat nå', 'akkurat nå', 'ett minutt siden', '59 minutter siden', 'én time siden', '3 timer siden', '47 timer siden', '2 døgn siden', '4 døgn siden',
    ]);
    expect(ageWords(addMs(MONDAY, -3 * HOUR), MONDAY, 'nn')).toBe('3 timar sidan');
    expect(ageWords(addMs(MONDAY, -3 * HOUR), MONDAY, 'en')).toBe('3 hours ago');
  });
});
