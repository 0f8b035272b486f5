import { describe, expect, test } from 'vitest';
import { clocks } from '../../src/cases/clocks.ts';
import { reviewDue } from '../../src/cases/emergency.ts';
import { day, instant, toMs, type Day, type Instant } from '../../src/kernel/time.ts';
import { CLOCK_IDS, NO_CHANGES, type ClockId, type RegionClocks } from '../../src/regions/codes.ts';
import { reportClock } from '../../src/reports/clocks.ts';
import {
  addPerson, answersBack, asksExpert, assessing, assessCapacity, awaitPolice, changePerson, childAnswer, childDuty, classify, closed, conclude, confirm, followingUp, informSuspect, investigating, measure, othersConsent, proposeClosing, protect,
  raise, restrict, review, reviewPlan, share, suspectChanged, takeEmergency, update, warn, writePlan, assessRisk, investigate, followUp, postponePlan, wishes, confirmTransfer, followUpOn, transfer, transferInside,
} from './acts.ts';
import { journal, jorunn, kari, lise, MONDAY, omar, OPENING, START, type Journal } from './journal.ts';

const ALL: RegionClocks = { ...NO_CHANGES, changes: Object.fromEntries(CLOCK_IDS.map((id) => [id, { on: true }])) };

function never(): never {
  throw new Error('a literal is wrong');
}

/** Moments in UTC, read off a wall calendar: midnight in Oslo is 23:00 the day before in winter, 22:00 in summer. */
type Turn = {
  readonly when: string; readonly at: string; readonly hourLater: string;
  readonly dayLater: string; readonly next: string; readonly third: string; readonly fifth: string;
  readonly threeDays: string; readonly week: string; readonly fortnight: string; readonly threeWeeks: string; readonly sixWeeks: string; readonly month: string; readonly thirtyDays: string;
  /** a day that somebody chose for the thing itself, when it begins and when it is over */
  readonly own: string; readonly ownBegins: string; readonly ownEnds: string; /** one working day after it */ readonly ownNext: string;
};

/** The turns of the year at which a clock goes wrong: an hour and 24 hours that have passed; one, three and five working days; three days, a week, two, three, six; a month, thirty days; a chosen day. */
const TURNS: readonly Turn[] = [
  {
    when: 'at half past two at night', at: '2026-03-03T02:30:00+01:00', hourLater: '2026-03-03T02:30Z', dayLater: '2026-03-04T01:30Z', next: '2026-03-04T23:00Z', third: '2026-03-06T23:00Z', fifth: '2026-03-10T23:00Z',
    threeDays: '2026-03-06T23:00Z', week: '2026-03-10T23:00Z', fortnight: '2026-03-17T23:00Z', threeWeeks: '2026-03-24T23:00Z', sixWeeks: '2026-04-14T22:00Z', month: '2026-04-03T22:00Z', thirtyDays: '2026-04-02T22:00Z',
    own: '2026-03-07', ownBegins: '2026-03-06T23:00Z', ownEnds: '2026-03-07T23:00Z', ownNext: '2026-03-09T23:00Z',
  },
  {
    when: 'on Friday ten to midnight', at: '2026-03-06T23:50:00+01:00', hourLater: '2026-03-06T23:50Z', dayLater: '2026-03-07T22:50Z', next: '2026-03-09T23:00Z', third: '2026-03-11T23:00Z', fifth: '2026-03-13T23:00Z',
    threeDays: '2026-03-09T23:00Z', week: '2026-03-13T23:00Z', fortnight: '2026-03-20T23:00Z', threeWeeks: '2026-03-27T23:00Z', sixWeeks: '2026-04-17T22:00Z', month: '2026-04-06T22:00Z', thirtyDays: '2026-04-05T22:00Z',
    own: '2026-03-08', ownBegins: '2026-03-07T23:00Z', ownEnds: '2026-03-08T23:00Z', ownNext: '2026-03-09T23:00Z',
  },
  {
    when: 'on the Wednesday before Easter', at: '2026-04-01T15:00:00+02:00', hourLater: '2026-04-01T14:00Z', dayLater: '2026-04-02T13:00Z', next: '2026-04-07T22:00Z', third: '2026-04-09T22:00Z', fifth: '2026-04-13T22:00Z',
    threeDays: '2026-04-04T22:00Z', week: '2026-04-08T22:00Z', fortnight: '2026-04-15T22:00Z', threeWeeks: '2026-04-22T22:00Z', sixWeeks: '2026-05-13T22:00Z', month: '2026-05-01T22:00Z', thirtyDays: '2026-05-01T22:00Z',
    own: '2026-04-05', ownBegins: '2026-04-04T22:00Z', ownEnds: '2026-04-05T22:00Z', ownNext: '2026-04-07T22:00Z',
  },
  {
    when: 'on New Year’s Eve', at: '2026-12-31T20:00:00+01:00', hourLater: '2026-12-31T20:00Z', dayLater: '2027-01-01T19:00Z', next: '2027-01-04T23:00Z', third: '2027-01-06T23:00Z', fifth: '2027-01-08T23:00Z',
    threeDays: '2027-01-03T23:00Z', week: '2027-01-07T23:00Z', fortnight: '2027-01-14T23:00Z', threeWeeks: '2027-01-21T23:00Z', sixWeeks: '2027-02-11T23:00Z', month: '2027-01-31T23:00Z', thirtyDays: '2027-01-30T23:00Z',
    own: '2027-01-01', ownBegins: '2026-12-31T23:00Z', ownEnds: '2027-01-01T23:00Z', ownNext: '2027-01-04T23:00Z',
  },
  {
    when: 'on the day before summer time', at: '2026-03-28T12:00:00+01:00', hourLater: '2026-03-28T12:00Z', dayLater: '2026-03-29T11:00Z', next: '2026-03-30T22:00Z', third: '2026-04-01T22:00Z', fifth: '2026-04-08T22:00Z',
    threeDays: '2026-03-31T22:00Z', week: '2026-04-04T22:00Z', fortnight: '2026-04-11T22:00Z', threeWeeks: '2026-04-18T22:00Z', sixWeeks: '2026-05-09T22:00Z', month: '2026-04-28T22:00Z', thirtyDays: '2026-04-27T22:00Z',
    own: '2026-03-29', ownBegins: '2026-03-28T23:00Z', ownEnds: '2026-03-29T22:00Z', ownNext: '2026-03-30T22:00Z',
  },
  {
    when: 'on the day before winter time', at: '2026-10-24T22:00:00+02:00', hourLater: '2026-10-24T21:00Z', dayLater: '2026-10-25T20:00Z', next: '2026-10-26T23:00Z', third: '2026-10-28T23:00Z', fifth: '2026-10-30T23:00Z',
    threeDays: '2026-10-27T23:00Z', week: '2026-10-31T23:00Z', fortnight: '2026-11-07T23:00Z', threeWeeks: '2026-11-14T23:00Z', sixWeeks: '2026-12-05T23:00Z', month: '2026-11-24T23:00Z', thirtyDays: '2026-11-23T23:00Z',
    own: '2026-10-25', ownBegins: '2026-10-24T22:00Z', ownEnds: '2026-10-25T23:00Z', ownNext: '2026-10-26T23:00Z',
  },
  {
    when: 'on a leap day', at: '2028-02-29T09:00:00+01:00', hourLater: '2028-02-29T09:00Z', dayLater: '2028-03-01T08:00Z', next: '2028-03-01T23:00Z', third: '2028-03-03T23:00Z', fifth: '2028-03-07T23:00Z',
    threeDays: '2028-03-03T23:00Z', week: '2028-03-07T23:00Z', fortnight: '2028-03-14T23:00Z', threeWeeks: '2028-03-21T23:00Z', sixWeeks: '2028-04-11T22:00Z', month: '2028-03-29T22:00Z', thirtyDays: '2028-03-30T22:00Z',
    own: '2028-02-29', ownBegins: '2028-02-28T23:00Z', ownEnds: '2028-02-29T23:00Z', ownNext: '2028-03-01T23:00Z',
  },
  {
    when: 'in the hour before the clock is put forward', at: '2026-03-29T01:30:00+01:00', hourLater: '2026-03-29T01:30Z', dayLater: '2026-03-30T00:30Z', next: '2026-03-30T22:00Z', third: '2026-04-01T22:00Z', fifth: '2026-04-08T22:00Z',
    threeDays: '2026-04-01T22:00Z', week: '2026-04-05T22:00Z', fortnight: '2026-04-12T22:00Z', threeWeeks: '2026-04-19T22:00Z', sixWeeks: '2026-05-10T22:00Z', month: '2026-04-29T22:00Z', thirtyDays: '2026-04-28T22:00Z',
    own: '2026-03-30', ownBegins: '2026-03-29T22:00Z', ownEnds: '2026-03-30T22:00Z', ownNext: '2026-03-31T22:00Z',
  },
  {
    when: 'in the hour that comes twice', at: '2026-10-25T02:30:00+02:00', hourLater: '2026-10-25T01:30Z', dayLater: '2026-10-26T00:30Z', next: '2026-10-26T23:00Z', third: '2026-10-28T23:00Z', fifth: '2026-10-30T23:00Z',
    threeDays: '2026-10-28T23:00Z', week: '2026-11-01T23:00Z', fortnight: '2026-11-08T23:00Z', threeWeeks: '2026-11-15T23:00Z', sixWeeks: '2026-12-06T23:00Z', month: '2026-11-25T23:00Z', thirtyDays: '2026-11-24T23:00Z',
    own: '2026-10-26', ownBegins: '2026-10-25T23:00Z', ownEnds: '2026-10-26T23:00Z', ownNext: '2026-10-27T23:00Z',
  },
];

type Moment = Exclude<keyof Turn, 'when' | 'own'>;
type Told = { readonly at: Instant; readonly own: Day; /** days from the turn's own day to the chosen one */ readonly days: number };
/** What starts a clock, done at the turn itself by whoever does it, and the moment at which it is due. */
type Start = readonly [due: Moment, begun: (told: Told) => Journal];

/** The journal's own clock is put to the turn, and what follows happens then. */
function from(file: Journal, at: Instant): Journal {
  file.wait(toMs(at) - toMs(file.now()));
  return file;
}
/** Received at the turn; `owner`: nobody knows yet that the person lives here. */
const came = ({ at }: Told): Journal => from(journal(jorunn, { ...OPENING, start: { ...START, receivedAt: at, owner: undefined } }), at);
const then = (file: Journal, at: Instant, ...acts: readonly Parameters<Journal['by']>[1][]): Journal => {
  from(file, at);
  for (const act of acts) {
    // one moment for all of it: the journal moves an hour with each
    from(file, at);
    file.by(lise, act);
  }
  return file;
};
/** Borghild’s daughter answered for her, something was shared on that, and now she is suspected. */
function daughterSuspected(at: Instant): Journal {
  const file = assessing();
  for (const act of [addPerson(), assessCapacity(), othersConsent(), share('SAMTYKKE_PARORENDE')]) file.by(kari, act);
  return then(file, at, changePerson());
}
function danger(): Journal {
  const file = assessing();
  file.by(kari, raise());
  return file;
}

/** The case is sent where it belongs. */
function sent(file: Journal, at: Instant, way = transfer): Journal {
  file.by(kari, way);
  return then(file, at, confirmTransfer);
}

/** Each clock of the product. A new one without a start here does not compile, and fails below. */
const STARTS: Readonly<Record<ClockId, readonly Start[]>> = {
  SEEN: [['next', came], ['at', (told) => then(came(told), told.at, raise())]],
  // nobody knows where the person lives; and nobody has said that the case arrived, there or in another region
  TRANSFERRED: [['third', came], ['third', ({ at }) => sent(assessing(), at)], ['third', ({ at }) => sent(assessing(), at, transferInside)], ['hourLater', ({ at }) => sent(danger(), at)]],
  ASSESSED: [['fifth', came], ['dayLater', (told) => then(came(told), told.at, raise())]],
  INVESTIGATION: [['week', ({ at }) => { const file = assessing(); file.by(kari, classify()); return then(file, at, confirm()); }]],
  POLICE_CHECK: [['ownEnds', ({ at, days }) => then(investigating(), at, awaitPolice(days))]],
  CONCLUSION: [['sixWeeks', ({ at }) => { const file = assessing(); file.by(kari, classify()); file.by(lise, confirm()); return then(file, at, investigate); }]],
  SHARING_REVIEW: [['third', ({ at }) => daughterSuspected(at)]],
  // on its day it is looked over, so it is there from that day's morning
  WARNING_REVIEW: [['ownBegins', ({ at, days }) => then(assessing(), at, warn('w1', days))]],
  PROTECTION_END: [['ownEnds', ({ at, days }) => then(assessing(), at, protect('VOLDSALARM', days))]],
  PLAN_PROMPT: [['next', ({ at }) => then(assessing(), at, writePlan(), suspectChanged())], ['ownNext', ({ at, own }) => then(assessing(), at, writePlan(), suspectChanged('LOSLATT', own))]],
  PLAN_MISSING: [['fifth', ({ at }) => then(assessing(), at, wishes())], ['ownEnds', ({ at, own }) => then(assessing(), at, postponePlan(own))]],
  RISK_REVIEW: [['ownEnds', ({ at, own }) => then(assessing(), at, assessRisk({ nextRisk: own }))]],
  PLAN_REVIEW: [['ownEnds', ({ at, days }) => then(assessing(), at, writePlan(), reviewPlan(days))]],
  DUTIES: [['next', ({ at }) => then(assessing(), at, raise())]],
  CHILD_FEEDBACK: [['threeWeeks', ({ at }) => then(assessing(), at, childDuty())], ['ownEnds', ({ at, days }) => then(assessing(), at, childDuty(), childAnswer(days))]],
  INFORM_AGAIN: [['ownEnds', ({ at, own }) => then(assessing(), at, informSuspect({ askAgain: own }))]],
  EXPERT_ANSWER: [['fortnight', ({ at }) => then(investigating(), at, asksExpert())], ['at', ({ at }) => then(investigating(), at, asksExpert(), answersBack())]],
  REVIEW_DAY: [['ownBegins', ({ at, own }) => { const file = from(assessing(), at); file.by(kari, restrict(own)); return file; }], ['ownBegins', ({ at, own }) => { const file = from(closed(), at); file.by(kari, restrict(own)); return file; }]],
  MEASURE: [['fortnight', ({ at }) => then(investigating(), at, measure())]],
  FOLLOW_UP: [['month', ({ at }) => { const file = investigating(); file.by(lise, measure()); file.by(lise, conclude); return then(file, at, followUp); }], ['ownEnds', ({ at, own }) => { const file = investigating(); file.by(lise, measure()); file.by(lise, conclude); return then(file, at, followUpOn(own)); }]],
  CLOSING: [['fortnight', ({ at }) => then(followingUp(), at, proposeClosing())]],
  // 24 hours that have passed, whatever the clock on the wall did
  AKUTT_REVIEW: [['dayLater', ({ at }) => then(assessing(), at, raise())], ['dayLater', ({ at }) => then(danger(), at, review)]],
  // the measure is done, and no day is set for anything
  QUIET: [['thirtyDays', ({ at }) => { const file = investigating(); file.by(lise, measure()); file.by(lise, conclude); return then(file, at, update()); }]],
  EMERGENCY_REVIEW: [['threeDays', ({ at }) => { const file = from(closed(), at); file.by(omar, takeEmergency()); return file; }]],
};

/** When a clock of this file is due; that of emergency access is not one of the case's own, and runs in a closed case too. */
function due(file: Journal, clock: ClockId): Instant | undefined {
  const state = file.state();
  const [taken] = state.emergencies;
  if (clock === 'EMERGENCY_REVIEW') return taken && reviewDue(taken.takenAt, ALL);
  return clocks(state, ALL, state.updatedAt).find((one) => one.clock === clock)?.due;
}

test('every clock of the product has a turn here', () => {
  expect(Object.keys(STARTS).sort()).toEqual([...CLOCK_IDS].sort());
});

describe.each(TURNS)('what begins $when', (turn) => {
  const at = instant(turn.at);
  const own = day(turn.own) ?? never();
  const days = Number(turn.own.slice(8)) - Number(turn.at.slice(8, 10));
  // the first of January is the day after the last of December
  const told: Told = { at, own, days: days < 0 ? days + 31 : days };

  test.each(CLOCK_IDS)('%s is due when the calendar on the wall says', (clock) => {
    for (const [moment, begun] of STARTS[clock]) expect(due(begun(told), clock), moment).toBe(instant(turn[moment]));
  });

  test('and a report waits by the same calendar, in the inbox as in a case', () => {
    const report = { urgent: false, receivedAt: at, unreadSince: at, decided: false };
    expect(reportClock(report, at, ALL)).toMatchObject({ kind: 'seen', due: instant(turn.next) });
    expect(reportClock({ ...report, unreadSince: undefined }, at, ALL)).toMatchObject({ kind: 'assessed', due: instant(turn.fifth) });
    expect(reportClock({ ...report, unreadSince: undefined, urgent: true }, at, ALL)).toMatchObject({ kind: 'at_once', due: instant(turn.dayLater) });
  });
});

test('the turns come after the file was opened, or nothing above happens when it says', () => {
  expect(TURNS.every(({ at }) => instant(at) > MONDAY)).toBe(true);
});
