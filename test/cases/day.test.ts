import { describe, expect, test } from 'vitest';
import { caseFacts, mayDeclareImpartiality, mayReadCase, standing } from '../../src/cases/access.ts';
import type { CaseActor } from '../../src/cases/conditions.ts';
import { dayNeed, moreUrgent, type DayNeed } from '../../src/cases/day.ts';
import { projectCase } from '../../src/cases/projection.ts';
import { addMs, DAY_MS, HOUR, type Instant } from '../../src/kernel/time.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { assessing, classified, classify, closed, closing, conclude, confirm, declare, followedUp, followingUp, grant, handOver, investigating, lower, measure, raise, RAISE, received, transfer } from './acts.ts';
import { EVERYBODY, FILE, hilde, jorunn, kari, LIA, lise, omar, petter, type Journal } from './journal.ts';

function need(file: Journal, actor: CaseActor, now: Instant = file.now()): DayNeed | undefined {
  const state = file.state();
  const asker = { ...actor, municipalities: [LIA] };
  const facts = caseFacts(FILE, state, actor.userId, now);
  const mustDeclare = !mayReadCase(asker, facts, now).allow && mayDeclareImpartiality(asker, facts, now).allow;
  return dayNeed(projectCase(state, NO_CHANGES), { ...actor, standing: standing(asker, facts, now), mustDeclare }, now);
}
const reason = (file: Journal, actor: CaseActor, now?: Instant) => need(file, actor, now)?.reason;
const everybody = (file: Journal, now?: Instant) => EVERYBODY.map((actor) => reason(file, actor, now));

describe('a case is on the day of those it needs, and of nobody else', () => {
  test('new in reception, handed over, read', () => {
    const file = received();
    expect(everybody(file)).toEqual([undefined, undefined, undefined, undefined, 'hand_over', undefined, undefined, undefined]);
    file.by(jorunn, handOver);
    expect(everybody(file)).toEqual(['read_handover', 'read_handover', undefined, undefined, undefined, undefined, undefined, undefined]);
    expect(everybody(assessing())).toEqual(['assess', 'assess', undefined, undefined, undefined, undefined, undefined, undefined]);
  });

  test('a proposal waits for another than the proposer, and for a coordinator where none has proposed', () => {
    const file = assessing();
    file.by(kari, grant(omar));
    file.by(omar, declare());
    file.by(kari, classify());
    expect([kari, petter, omar].map((actor) => reason(file, actor))).toEqual([undefined, 'confirm_classification', 'confirm_classification']);
    file.by(omar, classify());
    expect([kari, petter, omar].map((actor) => reason(file, actor))).toEqual(['confirm_classification', 'confirm_classification', undefined]);
    expect(need(file, kari)).toMatchObject({ step: 'confirmClassification', clock: { clock: 'ASSESSED', late: false } });
  });

  test('whoever was let in, or made case lead, is asked the question first', () => {
    const file = assessing();
    file.by(kari, grant(omar));
    expect(reason(file, omar)).toBe('answer_question');
    file.by(kari, classify({ lead: omar.userId }));
    file.by(lise, confirm());
    expect(need(file, omar)).toMatchObject({ reason: 'answer_question', step: 'declareImpartiality' });
  });

  test('the case lead has each step in turn', () => {
    const file = investigating();
    expect([reason(classified(), lise), reason(file, lise)]).toEqual(['start_investigation', 'conclude_investigation']);
    file.by(lise, measure());
    file.by(lise, conclude);
    expect([kari, lise].map((actor) => reason(file, actor))).toEqual([undefined, 'start_follow_up']);
  });

  test('a follow-up is on the day a week before, not a month before, and when none is left the case asks to be closed', () => {
    const file = followingUp();
    expect(reason(file, lise)).toBeUndefined();
    expect(need(file, lise, addMs(file.now(), 27 * DAY_MS))).toMatchObject({ reason: 'follow_up', step: 'recordFollowUp', clock: { clock: 'FOLLOW_UP', late: false } });
    for (let i = 0; i < 3; i += 1) file.by(lise, followedUp);
    expect(reason(file, lise)).toBe('propose_closing');
  });

  test('what reception classified at night waits for the team to propose anew, and a transfer for a second person', () => {
    const file = received();
    file.by(jorunn, raise());
    file.by(jorunn, handOver);
    file.by(jorunn, classify({ provisional: true }));
    file.by(kari, declare());
    expect(need(file, kari)).toMatchObject({ reason: 'assess', step: 'proposeClassification' });
    const moving = assessing();
    moving.by(kari, transfer);
    expect([kari, petter].map((actor) => reason(moving, actor))).toEqual([undefined, 'confirm_transfer']);
  });

  test('a closing waits for another coordinator than the one who proposed it', () => {
    expect([kari, lise].map((actor) => reason(closing(), actor))).toEqual(['close_case', undefined]);
    const file = closing();
    const asked = { ...kari, userId: lise.userId };
    expect(reason(file, asked)).toBeUndefined();
    expect(everybody(closed())).toEqual(EVERYBODY.map(() => undefined));
  });

  test('what is late is told to the coordinator, the lead and the leader of the municipality', () => {
    const file = classified();
    const late = addMs(file.now(), 30 * HOUR);
    file.by(kari, raise());
    file.by(lise, lower);
    expect([kari, hilde].map((actor) => reason(file, actor, late))).toEqual([undefined, undefined]);
    const slow = followingUp();
    const after = addMs(slow.now(), 40 * DAY_MS);
    expect([kari, hilde, lise, omar].map((actor) => reason(slow, actor, after))).toEqual(['late', 'late', 'follow_up', undefined]);
  });

  test('danger is on the day of all who read the case, and first when it must be looked at again', () => {
    const file = classified();
    file.by(kari, raise({ ...RAISE, avertingDuty: 'IKKE_AKTUELL' }));
    expect([kari, lise, omar, hilde].map((actor) => reason(file, actor))).toEqual(['akutt', 'start_investigation', undefined, undefined]);
    const next = addMs(file.now(), 25 * HOUR);
    expect([kari, lise].map((actor) => reason(file, actor, next))).toEqual(['akutt_review', 'akutt_review']);
  });

  test('a case whose lead is inhabil tells the coordinator that nobody leads it', () => {
    const file = classified();
    file.by(lise, declare('TILKNYTTET'));
    expect(need(file, kari)).toMatchObject({ reason: 'no_lead', step: 'changeLead' });
    expect(reason(file, lise)).toBeUndefined();
  });
});

test('danger comes before what is late, what is late before the rest, then the order of reasons, then the deadline', () => {
  const line = (akutt: boolean, late: boolean, why: DayNeed['reason'], due = '2026-01-05T08:00:00.000Z') => ({ akutt, reason: why, step: undefined, clock: { clock: 'ASSESSED', due: due as Instant, late } }) as const; // a moment written out
  const sorted = [
    line(true, true, 'akutt_review'), line(true, false, 'close_case'), line(false, true, 'late'), line(false, false, 'confirm_classification'),
    line(false, false, 'assess'), line(false, false, 'assess', '2026-01-06T08:00:00.000Z'), { ...line(false, false, 'start_follow_up'), clock: undefined },
  ];
  expect(sorted.toReversed().toSorted(moreUrgent)).toEqual(sorted);
});
