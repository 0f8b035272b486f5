import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId, type MunicipalityId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, instant } from '../../src/kernel/time.ts';
import { DORMANT_DAYS, dormants, roundOf, TOLD_DAYS_BEFORE, type Seen } from '../../src/staff/dormant.ts';

const NOW = instant('2026-06-01T02:00:00.000Z');
const HERE: MunicipalityId = asId<'municipality'>('99010000-0000-4000-8000-000000000000');
const THERE: MunicipalityId = asId<'municipality'>('99020000-0000-4000-8000-000000000000');

function seen(n: number, daysAgo: number, roles: readonly string[], municipalityId: MunicipalityId | null = null): Seen {
  return { userId: asId<'user'>(`aaaaaaaa-0000-4000-8000-00000000000${n}`), municipalityId, disabled: false, roles, seenAt: addMs(NOW, -daysAgo * DAY_MS), markedAt: addMs(NOW, -TOLD_DAYS_BEFORE * DAY_MS) };
}
const ask = (people: readonly Seen[], reserve?: Seen) => {
  const found = dormants(people, { days: DORMANT_DAYS.usual, now: NOW, reserve: reserve?.userId });
  return { told: people.map(({ userId }) => found.get(userId)?.stays ?? (found.has(userId) ? 'goes' : '-')), shut: roundOf(people, found, NOW).shut };
};

describe('an account that nobody uses', () => {
  test('is shut on the ninetieth day and never sooner, and stands at the name for two weeks before', () => {
    const people = [seen(1, 90, ['MOTTAK']), seen(2, 89, ['MOTTAK']), seen(3, 76, ['MOTTAK']), seen(4, 75, ['MOTTAK'])];
    expect(ask(people)).toEqual({ told: ['goes', 'goes', 'goes', '-'], shut: [people[0]?.userId] });
    expect(dormants(people, { days: DORMANT_DAYS.usual, now: NOW, reserve: undefined }).get(seen(2, 0, []).userId)).toEqual({ since: '2026-03-04', on: '2026-06-02', stays: undefined });
  });

  test('stays where nobody else in the municipality has the role: of two who are away it is the one who was here last', () => {
    const longest = seen(1, 200, ['TEAMMEDLEM']);
    const last = seen(2, 120, ['TEAMMEDLEM', 'LEDER']);
    expect(ask([last, longest])).toEqual({ told: ['last_of_role', 'goes'], shut: [longest.userId] });
    // a leader elsewhere answers for nothing here; one of the whole region does
    const leader = seen(3, 100, ['LEDER'], HERE);
    expect(ask([leader, seen(4, 1, ['LEDER'], THERE)]).told).toEqual(['last_of_role', '-']);
    expect(ask([leader, seen(5, 1, ['LEDER'])]).told).toEqual(['goes', '-']);
  });

  test('stays where it is the reserve’s, who is asked when everybody else is inhabil', () => {
    const reserve = seen(1, 300, ['TEAMMEDLEM'], HERE);
    expect(ask([reserve, seen(2, 1, ['TEAMMEDLEM'])], reserve)).toEqual({ told: ['reserve', '-'], shut: [] });
  });

  test('is shut for whoever has no role or supervised, and is not asked about where it is shut already', () => {
    const [nobody, supervised] = [seen(1, 91, []), seen(2, 91, ['TILSYN'])];
    expect(ask([nobody, supervised, { ...seen(3, 91, []), disabled: true }])).toEqual({ told: ['goes', 'goes', '-'], shut: [nobody.userId, supervised.userId] });
  });

  test.each(['MOTTAK', 'KOORDINATOR'])('stays where it would leave one alone as %s: two are kept, so that a night roster never is one person', (role) => {
    const [longest, next, last] = [seen(1, 300, [role]), seen(2, 200, [role]), seen(3, 100, [role])];
    expect(ask([last, next, longest]).told).toEqual(['last_of_role', 'last_of_role', 'goes']);
    expect(ask([longest, seen(4, 1, [role])]).shut).toEqual([]);
    expect(ask([longest, seen(4, 1, [role]), seen(5, 1, [role])]).shut).toEqual([longest.userId]);
  });

  test('is never shut before its name was marked for two weeks: right after an upgrade nobody goes, and whoever was seen after the mark is marked anew', () => {
    const person = (markedAgo: number | undefined, seenAgo = 400) => ({ ...seen(1, seenAgo, []), markedAt: markedAgo === undefined ? null : addMs(NOW, -markedAgo * DAY_MS) });
    const round = (one: Seen) => {
      const { shut, mark, unmark } = roundOf([one], dormants([one], { days: DORMANT_DAYS.usual, now: NOW, reserve: undefined }), NOW);
      return [shut.length, mark.length, unmark.length];
    };
    expect([undefined, 0, 13, 14].map((days) => round(person(days)))).toEqual([[0, 1, 0], [0, 0, 0], [0, 0, 0], [1, 0, 0]]);
    expect(round(person(300, 200)), 'seen since').toEqual([0, 1, 0]);
    expect(round(person(20, 10)), 'is here').toEqual([0, 0, 1]);
    expect([...dormants([person(undefined)], { days: DORMANT_DAYS.usual, now: NOW, reserve: undefined }).values()]).toMatchObject([{ on: '2026-06-15', stays: undefined }]);
  });

  test('is not marked where it stays anyhow, and the mark goes when it stays since: nobody is told that they are shut out who is not', () => {
    const last = { ...seen(1, 200, ['LEDER']), markedAt: null };
    const reserve = seen(2, 200, []);
    const found = dormants([last, reserve], { days: DORMANT_DAYS.usual, now: NOW, reserve: reserve.userId });
    expect(roundOf([last, reserve], found, NOW)).toEqual({ shut: [], mark: [], unmark: [reserve.userId] });
  });

  test('is shut by no change of the number of days before two weeks after a mark that stood all the while', () => {
    const choice = fc.record({ days: fc.integer({ min: DORMANT_DAYS.least, max: DORMANT_DAYS.most }), for: fc.integer({ min: 1, max: 40 }), signsIn: fc.boolean() });
    fc.assert(fc.property(fc.array(choice, { minLength: 1, maxLength: 20 }), (choices) => {
      let one: Seen = { ...seen(1, 0, []), markedAt: null };
      let marked = 0;
      let day = 0;
      for (const { days, for: lasts, signsIn } of choices) {
        if (signsIn) one = { ...one, seenAt: addMs(NOW, day * DAY_MS) };
        for (let n = 0; n < lasts; n += 1, day += 1) {
          const now = addMs(NOW, day * DAY_MS);
          const { shut, mark, unmark } = roundOf([one], dormants([one], { days, now, reserve: undefined }), now);
          if (shut.length > 0) {
            expect(marked).toBeGreaterThanOrEqual(TOLD_DAYS_BEFORE);
            return;
          }
          if (mark.length > 0) [one, marked] = [{ ...one, markedAt: now }, 0];
          if (unmark.length > 0) one = { ...one, markedAt: null };
          marked = one.markedAt === null ? 0 : marked + 1;
        }
      }
    }), { numRuns: 300 });
  });
});
