import { describe, expect, test } from 'vitest';
import type { CaseState } from '../../src/cases/case.ts';
import { clocks } from '../../src/cases/clocks.ts';
import { addDays, addMs, DAY_MS, day, instant, osloInstant, type Instant } from '../../src/kernel/time.ts';
import { CLOCK_IDS, NO_CHANGES, type ClockId, type RegionClocks } from '../../src/regions/codes.ts';
import { assessing, classified, closing, followingUp, investigating, raise, received } from './acts.ts';
import { kari } from './journal.ts';

const ALL: RegionClocks = { ...NO_CHANGES, changes: Object.fromEntries(CLOCK_IDS.map((id) => [id, { on: true }])) };

const endOf = (text: string): Instant => osloInstant(addDays(day(text) ?? never(), 1), 0, 0);
function never(): never {
  throw new Error('a literal is wrong');
}
const due = (state: CaseState, clock: ClockId): Instant | undefined => clocks(state, ALL, state.start.receivedAt).find((one) => one.clock === clock)?.due;

type Turn = { readonly when: string; readonly at: string; readonly next: string; readonly third: string; readonly fifth: string; readonly week: string; readonly fortnight: string; readonly sixWeeks: string; readonly month: string };

/** The turns of the year at which a clock goes wrong, and the days that a wall calendar gives: one, three and five working days, a week, two, six, and a month. */
const TURNS: readonly Turn[] = [
  { when: 'at half past two at night', at: '2026-03-03T02:30:00+01:00', next: '2026-03-04', third: '2026-03-06', fifth: '2026-03-10', week: '2026-03-10', fortnight: '2026-03-17', sixWeeks: '2026-04-14', month: '2026-04-03' },
  { when: 'on Friday ten to midnight', at: '2026-03-06T23:50:00+01:00', next: '2026-03-09', third: '2026-03-11', fifth: '2026-03-13', week: '2026-03-13', fortnight: '2026-03-20', sixWeeks: '2026-04-17', month: '2026-04-06' },
  { when: 'on the Wednesday before Easter', at: '2026-04-01T15:00:00+02:00', next: '2026-04-07', third: '2026-04-09', fifth: '2026-04-13', week: '2026-04-08', fortnight: '2026-04-15', sixWeeks: '2026-05-13', month: '2026-05-01' },
  { when: 'on New Year’s Eve', at: '2026-12-31T20:00:00+01:00', next: '2027-01-04', third: '2027-01-06', fifth: '2027-01-08', week: '2027-01-07', fortnight: '2027-01-14', sixWeeks: '2027-02-11', month: '2027-01-31' },
  { when: 'on the day before summer time', at: '2026-03-28T12:00:00+01:00', next: '2026-03-30', third: '2026-04-01', fifth: '2026-04-08', week: '2026-04-04', fortnight: '2026-04-11', sixWeeks: '2026-05-09', month: '2026-04-28' },
  { when: 'on the day before winter time', at: '2026-10-24T22:00:00+02:00', next: '2026-10-26', third: '2026-10-28', fifth: '2026-10-30', week: '2026-10-31', fortnight: '2026-11-07', sixWeeks: '2026-12-05', month: '2026-11-24' },
  { when: 'on a leap day', at: '2028-02-29T09:00:00+01:00', next: '2028-03-01', third: '2028-03-03', fifth: '2028-03-07', week: '2028-03-07', fortnight: '2028-03-14', sixWeeks: '2028-04-11', month: '2028-03-29' },
];

describe.each(TURNS)('what begins $when', ({ at: text, next, third, fifth, week, fortnight, sixWeeks, month }) => {
  const at = instant(text);
  const came = (state: CaseState): CaseState => ({ ...state, owner: undefined, start: { ...state.start, receivedAt: at } });

  test('is read, sent on and assessed by the days that people work', () => {
    expect(due(came(received().state()), 'SEEN')).toBe(endOf(next));
    expect(due(came(received().state()), 'TRANSFERRED')).toBe(endOf(third));
    expect(due(came(assessing().state()), 'ASSESSED')).toBe(endOf(fifth));
  });

  test('is looked into, concluded, followed up and closed by the days of the calendar', () => {
    const since = (state: CaseState): CaseState => ({ ...state, reached: { ...state.reached, [state.status]: at } });
    expect(due(since(classified().state()), 'INVESTIGATION')).toBe(endOf(week));
    expect(due(since(investigating().state()), 'CONCLUSION')).toBe(endOf(sixWeeks));
    expect(due(since(followingUp().state()), 'FOLLOW_UP')).toBe(endOf(month));
    const proposed = closing().state();
    expect(due({ ...proposed, closingProposal: proposed.closingProposal && { ...proposed.closingProposal, at } }, 'CLOSING')).toBe(endOf(fortnight));
  });

  test('and danger is looked at again after 24 hours that have passed, whatever the clock on the wall did', () => {
    const file = assessing();
    file.by(kari, raise());
    const { akutt } = file.state();
    expect(due({ ...file.state(), akutt: akutt && { ...akutt, raisedAt: at } }, 'AKUTT_REVIEW')).toBe(addMs(at, DAY_MS));
  });
});
