import { describe, expect, test } from 'vitest';
import { asId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, HOUR, instant, osloDay, type Instant } from '../../src/kernel/time.ts';
import { ofBreach, ofCrowd, ofDraft, ofReport, ofUnreceived } from '../../src/notices/happened.ts';
import { occasionOf } from '../../src/notices/who.ts';
import { openClocks, remindAt } from '../../src/privacy/breach.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { sendingsForYou } from '../../src/reports/pages/reception/turn.ts';
import { alarmSince, confirmedBy, reportClock } from '../../src/reports/clocks.ts';

const CAME = instant('2026-03-07T02:10:00+01:00'); // a Saturday night

function told(now: Instant, read: boolean): readonly { why: string; since: Instant; roles: readonly string[] }[] {
  const unreadSince = read ? undefined : CAME;
  const clock = reportClock({ urgent: true, receivedAt: CAME, unreadSince, decided: false }, now, NO_CHANGES);
  return ofReport({ fileId: asId<'file'>('10000000-0000-4000-8000-000000000001'), owner: undefined, urgent: true, receivedAt: CAME, unreadSince, clock, only: undefined }, now).map(({ why, since, roles }) => ({ why, since, roles }));
}

describe('danger that somebody told of', () => {
  test('is told to reception until it is read, on a Saturday night too', () => {
    expect(told(addMs(CAME, 15 * 60_000), false)).toEqual([{ why: 'AKUTT', since: CAME, roles: ['MOTTAK', 'KOORDINATOR'] }]);
  });

  test('and read, but decided by nobody within 24 hours, is told to the coordinators, so that it is not forgotten because somebody once looked', () => {
    expect(told(addMs(CAME, 23 * HOUR), true)).toEqual([]);
    expect(told(addMs(CAME, DAY_MS), true)).toEqual([{ why: 'ASSESSED', since: addMs(CAME, DAY_MS), roles: ['KOORDINATOR'] }]);
  });
});

test('GDPR art. 33: whoever answers for a breach is told when a day of the 72 hours is left, also where digitalsikkerhetsforskriften § 17 has clocks that run out before and after', () => {
  const toldOf = (digital: 'JA' | 'NEI') => openClocks({ discoveredAt: CAME, authority: 'IKKE_AVGJORT', digital })
    .flatMap((due) => ofBreach({ breachId: '10000000-0000-4000-8000-000000000002', municipalities: [], discoveredAt: CAME, due, remindAt: remindAt(CAME, due), named: [] })).map(({ since, due }) => ({ since, due }));
  for (const digital of ['JA', 'NEI'] as const) expect(toldOf(digital), digital).toContainEqual({ since: addMs(CAME, 48 * HOUR), due: addMs(CAME, 72 * HOUR) });
  // § 17: told at once, and once more half-way; the coordinators are not told in the same moment as those who answer for it
  expect(toldOf('JA').slice(0, 2)).toEqual([{ since: CAME, due: addMs(CAME, 12 * HOUR) }, { since: addMs(CAME, 12 * HOUR), due: addMs(CAME, DAY_MS) }]);
});

test('danger waits for a coordinator from when it came or was noted, and no longer than until one has met it: reception alone ends nothing', () => {
  const [came, noted] = [CAME, addMs(CAME, HOUR)];
  const parts = [{ received: came, readable: came }];
  expect(alarmSince(parts, undefined, undefined)).toBe(came);
  expect(alarmSince(parts, noted, undefined), 'not as late as if it had been danger from the beginning').toBe(noted);
  expect(alarmSince(parts, undefined, addMs(came, 1))).toBeUndefined();
  expect(alarmSince(parts, noted, addMs(came, 1))).toBe(noted);
  expect(alarmSince([...parts, { received: noted, readable: addMs(noted, HOUR) }], undefined, addMs(noted, 1)), 'what could not be read then').toBe(noted);
});

test('however many lie late in the lane, they are one line of the digest; what only came there is none', () => {
  const one = (n: number, hours: number, kind: 'calm' | 'late') => ({
    fileId: asId<'file'>(`10000000-0000-4000-8000-00000000000${n}`), owner: undefined, urgent: false, receivedAt: CAME, unreadSince: CAME, only: undefined, clock: { kind: 'seen', state: kind, on: osloDay(CAME), due: addMs(CAME, hours * HOUR) } as const,
  });
  expect(ofCrowd([one(1, 9, 'late'), one(2, 3, 'late'), one(3, 1, 'calm')], addMs(CAME, DAY_MS)).map(({ fileId, why }) => [fileId.at(-1), why])).toEqual([['2', 'SEEN']]);
  expect(ofCrowd([one(3, 1, 'calm')], CAME)).toEqual([]);
});

test('a talk that was left is told to reception as a concern that came, or as danger where somebody said so, and to the leader when it should have been settled', () => {
  const left = { draftId: asId<'file'>('10000000-0000-4000-8000-000000000004'), since: CAME, oldAt: addMs(CAME, 3 * DAY_MS), named: [] };
  expect([false, true].map((urgent) => ofDraft({ ...left, urgent }))).toMatchObject([{ why: 'DRAFT', since: CAME, due: left.oldAt, roles: ['MOTTAK', 'KOORDINATOR'] }, { why: 'AKUTT', since: CAME }]);
});

test('T4: what was sent on is told of when its time is out, an hour after where there was danger, since whoever received it was rung; to the coordinators, and at once then', () => {
  expect([true, false].map((urgent) => confirmedBy(CAME, urgent, NO_CHANGES)), 'three working days after a Saturday').toEqual([addMs(CAME, HOUR), instant('2026-03-12T00:00:00+01:00')]);
  const one = { fileId: asId<'file'>('10000000-0000-4000-8000-000000000005'), owner: undefined, only: undefined, due: CAME };
  expect([true, false].map((urgent) => ofUnreceived({ ...one, urgent }))).toMatchObject([{ why: 'SENT_IN_DANGER', roles: ['KOORDINATOR'] }, { why: 'SENT_ON', roles: ['KOORDINATOR'] }]);
  expect([occasionOf('SENT_IN_DANGER'), occasionOf('SENT_ON')]).toEqual(['AKUTT', 'DIGEST']);
  const line = sendingsForYou({ now: CAME, lines: [{ fileId: one.fileId, reference: '2026-K7QF3M', sentAt: CAME, due: CAME, inside: false, carried: false }] }, 'nb')[0];
  expect([line?.title, line?.reason]).toEqual(['2026-K7QF3M', expect.stringMatching(/^Sendt videre .*7\. mars.* \(utenfor systemet\)\. Ingen har bekreftet at de har den\. Ring og spør\.$/)]);
});
