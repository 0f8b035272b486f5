import { describe, expect, test } from 'vitest';
import { asId, type UserId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, instant } from '../../src/kernel/time.ts';
import { ofAsked, ofCase, ofClosedAlone, ofLeadless, ofUnheld } from '../../src/notices/happened.ts';
import { whoIsTold, type Around, type Colleague, type Happened } from '../../src/notices/who.ts';

/** Tuesday 09:00 in Oslo. */
const NOW = instant('2026-03-03T08:00:00.000Z');
const FILE = asId<'file'>('00000000-0000-4000-8000-000000000100');
const FJORDBY = asId<'municipality'>('00000000-0000-4000-8000-000000000901');
const id = (n: number) => asId<'user'>(`00000000-0000-4000-8000-00000000000${n}`);
const [kari, petter, leif, reidun, dag] = [id(1), id(2), id(4), id(5), id(7)] as const;

const colleague = (userId: UserId, ...roles: readonly string[]): Colleague => ({ userId, roles, municipalityId: null, hasMail: true, hasSms: false, wants: { DIGEST: true, NEW: true, AKUTT: true }, standIn: undefined });
const PEOPLE = [colleague(kari, 'KOORDINATOR'), colleague(leif, 'LEDER'), colleague(reidun, 'TEAMMEDLEM'), colleague(dag, 'KOMMUNEDIREKTOR')];
const TWO = [...PEOPLE, colleague(petter, 'KOORDINATOR')];

function told(one: Happened, more: Partial<Around> = {}): unknown[] {
  return whoIsTold([one], { people: PEOPLE, reserve: reidun, closed: new Set(), channels: { mail: true, sms: false }, now: NOW, ...more }).notices.map(({ userId, step }) => [userId, step]);
}
const unheld = (more: Partial<Happened> = {}): Happened => ({ ...ofUnheld({ fileId: FILE, owner: FJORDBY, since: addMs(NOW, -DAY_MS), closingBy: undefined }), leftOut: new Set([kari]), ...more });

describe('what no coordinator can take forward (fvl § 6)', () => {
  test('is told to the reserve, at once, also on a Sunday and whatever they chose, and to nobody else; the list of what was sent says no more than of a new report', () => {
    expect(told(unheld())).toEqual([[reidun, 'OWN']]);
    expect(told(unheld(), { people: PEOPLE.map((one) => ({ ...one, wants: { DIGEST: false, NEW: false, AKUTT: false } })) })).toEqual([[reidun, 'OWN']]);
    expect(told(unheld(), { now: instant('2026-03-08T03:00:00.000Z') })).toEqual([[reidun, 'OWN']]);
  });

  test('and where there is no reserve, or they may not know of it, to the chief executive, who names one; else health says that nobody can be told', () => {
    expect(told(unheld(), { reserve: undefined })).toEqual([[dag, 'EXECUTIVE']]);
    expect(told(unheld({ leftOut: new Set([kari, reidun]) }))).toEqual([[dag, 'EXECUTIVE']]);
    expect(whoIsTold([unheld()], { people: PEOPLE.slice(0, 2), reserve: undefined, closed: new Set(), channels: { mail: true, sms: false }, now: NOW }).unreached).toEqual([FILE]);
  });
});

describe('a closing that the only coordinator proposed', () => {
  const waits = (by: UserId) => unheld({ by, leftOut: new Set() });
  const late = (by: UserId): Happened => {
    const [one] = ofCase({ fileId: FILE, owner: FJORDBY, lead: kari, only: undefined, proposedBy: by, clocks: [{ clock: 'CLOSING', due: instant('2026-03-02T23:00:00.000Z') }] }, () => true);
    if (one === undefined) throw new Error('nothing told');
    return { ...one, leftOut: new Set() };
  };

  test('is told to the reserve, whose decision it is (decision 0037); one that the reserve proposed to the chief executive', () => {
    expect(told(waits(kari))).toEqual([[reidun, 'OWN']]);
    expect(told(waits(reidun))).toEqual([[dag, 'EXECUTIVE']]);
  });

  test('and when it is late, again to the reserve and not to whoever proposed it; another coordinator is the one to be told where there is one', () => {
    expect(told(late(kari))).toEqual([[reidun, 'OWN']]);
    expect(told(late(kari), { people: TWO })).toEqual([[petter, 'OWN']]);
    expect(told(late(leif)), 'proposed by whoever leads the case').toEqual([[kari, 'OWN']]);
  });

  test('that nobody else can decide is told to whoever proposed it, on whose day it stands', () => {
    expect(told(late(kari), { reserve: undefined })).toEqual([[kari, 'OWN']]);
  });
});

describe('a case that one person closed alone', () => {
  const alone = (by: UserId): Happened => ({ ...ofClosedAlone({ fileId: FILE, owner: FJORDBY, by, at: addMs(NOW, -DAY_MS) }), leftOut: new Set() });

  test('is told to the leader and the reserve whatever they chose, and not to whoever did it', () => {
    expect(told(alone(kari), { people: PEOPLE.map((one) => ({ ...one, wants: { DIGEST: false, NEW: false, AKUTT: false } })) })).toEqual([[leif, 'OWN'], [reidun, 'OWN']]);
    expect(told(alone(reidun))).toEqual([[leif, 'OWN']]);
  });
});

describe('a case that nobody leads', () => {
  const leadless = (now = NOW): Happened => ({ ...ofLeadless({ fileId: FILE, owner: FJORDBY, only: undefined }, now), leftOut: new Set() });

  test('is told to the coordinators once a week for as long as that lasts, and goes no further up', () => {
    const later = addMs(NOW, 3 * DAY_MS);
    expect(told(leadless())).toEqual([[kari, 'OWN']]);
    expect(told(leadless(later), { now: later })).toEqual([[kari, 'OWN']]);
    expect(leadless(later).since).toBe(leadless().since);
    expect(leadless(addMs(NOW, 7 * DAY_MS)).since).not.toBe(leadless().since);
  });

  test('whoever was asked by name to confirm something and has left since is nobody: the coordinators have it the morning after', () => {
    const asked = { ...ofAsked({ fileId: FILE, owner: FJORDBY, only: undefined, asked: id(9), askedAt: addMs(NOW, -DAY_MS) }), leftOut: new Set<UserId>() };
    expect(told(asked)).toEqual([[kari, 'OWN']]);
  });
});
