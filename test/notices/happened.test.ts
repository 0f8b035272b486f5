import { describe, expect, test } from 'vitest';
import { asId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, HOUR, instant, type Instant } from '../../src/kernel/time.ts';
import { ofBreach, ofReport } from '../../src/notices/happened.ts';
import { openClocks, remindAt } from '../../src/privacy/breach.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { reportClock } from '../../src/reports/clocks.ts';

const CAME = instant('2026-03-07T02:10:00+01:00'); // a Saturday night

function told(now: Instant, read: boolean): readonly { why: string; since: Instant; roles: readonly string[] }[] {
  const unreadSince = read ? undefined : CAME;
  const clock = reportClock({ urgent: true, receivedAt: CAME, unreadSince, decided: false }, now, NO_CHANGES);
  return ofReport({ fileId: asId<'file'>('10000000-0000-4000-8000-000000000001'), owner: undefined, urgent: true, unreadSince, clock }, now).map(({ why, since, roles }) => ({ why, since, roles }));
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
