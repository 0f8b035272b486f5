import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ofAkutt, ofAsked, ofEmergency } from '../../src/notices/happened.ts';
import { asId, type UserId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, HOUR, instant, MINUTE, osloDay, type Instant } from '../../src/kernel/time.ts';
import { CLOCK_IDS } from '../../src/regions/codes.ts';
import { slotOf, whoIsTold, type Around, type Colleague, type Happened } from '../../src/notices/who.ts';

const id = <Of extends string>(n: number) => asId<Of>(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
/** Tuesday 09:00 in Oslo. */
const NOW = instant('2026-03-03T08:00:00.000Z');
const FJORDBY = id<'municipality'>(901);
const HAVNES = id<'municipality'>(902);

function colleague(n: number, roles: readonly string[], more: Partial<Colleague> = {}): Colleague {
  return { userId: id<'user'>(n), roles, municipalityId: null, hasMail: true, hasSms: false, wants: { DIGEST: true, NEW: true, AKUTT: true }, standIn: undefined, ...more };
}
const [kari, jorunn, even, leif, reidun, tor] = [1, 2, 3, 4, 5, 6].map((n) => id<'user'>(n)) as [UserId, UserId, UserId, UserId, UserId, UserId]; // six ids, as counted
const PEOPLE: readonly Colleague[] = [
  colleague(1, ['KOORDINATOR']), colleague(2, ['MOTTAK']), colleague(3, ['TEAMMEDLEM']), colleague(4, ['LEDER'], { municipalityId: FJORDBY }), colleague(5, ['TEAMMEDLEM'], { municipalityId: HAVNES }),
];

function around(more: Partial<Around> = {}): Around {
  return { people: PEOPLE, reserve: reidun, closed: new Set(), channels: { mail: true, sms: false }, now: NOW, ...more };
}
function late(more: Partial<Happened> = {}): Happened {
  // ran out at midnight between Monday and Tuesday
  return { fileId: id<'file'>(100), why: 'ASSESSED', since: instant('2026-03-02T23:00:00.000Z'), owner: FJORDBY, lead: undefined, roles: ['KOORDINATOR'], leftOut: new Set(), ...more };
}
const told = (happened: Happened, more: Partial<Around> = {}) => whoIsTold([happened], around(more)).notices.map(({ userId, step, channel }) => [userId, step, channel]);
const at = (text: string): Partial<Around> => ({ now: instant(text) });

describe('where everybody is inhabil, the reserve too', () => {
  const people = [...PEOPLE, colleague(7, ['KOMMUNEDIREKTOR'], { municipalityId: FJORDBY }), colleague(8, ['KOMMUNEDIREKTOR'], { municipalityId: HAVNES })];
  const everybody = new Set(PEOPLE.map(({ userId }) => userId));

  test('the chief executive of that municipality is told that somebody must be named, and until then nobody but the reserve (fvl § 6)', () => {
    expect(told(late({ leftOut: everybody }), { people })).toEqual([[id<'user'>(7), 'EXECUTIVE', 'MAIL']]);
    expect(told(late({ leftOut: new Set([...everybody].filter((one) => one !== reidun)) }), { people }).map(([who]) => who)).toEqual([reidun]);
  });

  test('and not a chief executive who is inhabil, too: then health says that nobody can be told', () => {
    const out = new Set([...everybody, id<'user'>(7)]);
    expect(whoIsTold([late({ leftOut: out })], around({ people })).unreached).toHaveLength(1);
  });
});

describe('who is told when a clock runs out', () => {
  test('first whoever has it, in the morning; a working day later the coordinators; after one more the leader of that municipality', () => {
    const measure = late({ why: 'FOLLOW_UP', lead: even });
    expect(told(measure, at('2026-03-03T05:59:00.000Z'))).toEqual([]);
    expect(told(measure, at('2026-03-03T06:00:00.000Z'))).toEqual([[even, 'OWN', 'MAIL']]);
    expect(told(measure, at('2026-03-04T06:00:00.000Z'))).toEqual([[even, 'OWN', 'MAIL'], [kari, 'DEPUTY', 'MAIL']]);
    expect(told(measure, at('2026-03-05T06:00:00.000Z'))).toEqual([[even, 'OWN', 'MAIL'], [kari, 'DEPUTY', 'MAIL'], [leif, 'LEADER', 'MAIL']]);
    expect(told({ ...measure, owner: HAVNES }, at('2026-03-05T06:00:00.000Z')).map(([who]) => who)).not.toContain(leif);
  });

  test('nobody gets a digest on a Saturday, on a public holiday, or on a day when the office is closed', () => {
    const before = late({ since: instant('2026-02-27T23:00:00.000Z') });
    expect(told(before, at('2026-02-28T09:00:00.000Z'))).toEqual([]);
    expect(told(before, at('2026-03-02T09:00:00.000Z'))).toEqual([[kari, 'OWN', 'MAIL']]);
    expect(told(before, { ...at('2026-03-02T09:00:00.000Z'), closed: new Set([osloDay(instant('2026-03-02T09:00:00.000Z'))]) })).toEqual([]);
    expect(told(late({ since: instant('2026-05-16T22:00:00.000Z') }), at('2026-05-17T09:00:00.000Z'))).toEqual([]);
  });

  test('whoever was asked by name to confirm something is told the morning after, or their stand-in; then the coordinators, and never the leader', () => {
    const asked: Happened = { ...ofAsked({ fileId: id<'file'>(100), owner: FJORDBY, only: undefined, asked: even, askedAt: instant('2026-03-02T12:00:00.000Z') }), leftOut: new Set() };
    expect(told(asked, at('2026-03-02T12:30:00.000Z'))).toEqual([]);
    expect(told(asked)).toEqual([[even, 'OWN', 'MAIL']]);
    expect(told(asked, { people: [...PEOPLE.slice(0, 2), colleague(3, ['TEAMMEDLEM'], { standIn: reidun }), ...PEOPLE.slice(3)] })).toEqual([[reidun, 'OWN', 'MAIL']]);
    expect(told(asked, at('2026-03-06T06:00:00.000Z'))).toEqual([[even, 'OWN', 'MAIL'], [kari, 'DEPUTY', 'MAIL']]);
  });

  test('while somebody is away, what would have come to them comes to whoever stands in', () => {
    const people = [colleague(1, ['KOORDINATOR'], { standIn: even }), ...PEOPLE.slice(1)];
    expect(told(late(), { people })).toEqual([[even, 'OWN', 'MAIL']]);
    // who may not know of it does not get it that way either; then it is better to be told on one's holiday than that nobody is, and whoever is here is told at once
    expect(told(late({ leftOut: new Set([even]) }), { people })).toEqual([[kari, 'OWN', 'MAIL'], [leif, 'LEADER', 'MAIL']]);
  });

  test('where everybody who has it is away at once, and so are those who stand in for them, whoever is next is told at once: a summer week would pass unseen', () => {
    const away = [colleague(1, ['KOORDINATOR'], { standIn: even }), PEOPLE[1], colleague(3, ['KOORDINATOR'], { standIn: kari }), ...PEOPLE.slice(3)].filter((one) => one !== undefined);
    expect(told(late(), { people: away })).toEqual([[even, 'OWN', 'MAIL'], [kari, 'OWN', 'MAIL'], [leif, 'LEADER', 'MAIL']]);
    const nobody = away.filter(({ userId }) => userId !== leif);
    expect(told(late(), { people: nobody }).map(([who]) => who), 'nor is the reserve troubled, who would find nothing').toEqual([even, kari]);
  });

  test('a stand-in learns nothing through somebody who may not know of it themselves', () => {
    const people = [colleague(1, ['KOORDINATOR'], { standIn: even }), ...PEOPLE.slice(1)];
    expect(told(late({ leftOut: new Set([kari]) }), { people }).map(([who]) => who)).not.toContain(even);
  });

  test('where every coordinator is inhabil the reserve is the coordinator; where all are, nobody is told and health hears of it', () => {
    expect(told(late({ leftOut: new Set([kari]) }))).toEqual([[reidun, 'OWN', 'MAIL']]);
    const nobody = whoIsTold([late({ leftOut: new Set([kari, jorunn, even, leif, reidun]) })], around());
    expect(nobody).toEqual({ notices: [], unreached: [id<'file'>(100)] });
  });

  test('of access in an emergency the leader of the municipality hears at once, at any hour and whatever they chose, and the coordinators when nobody has gone through it in three days (T18)', () => {
    const taken = late({ why: 'EMERGENCY', since: instant('2026-02-28T23:30:00.000Z'), due: instant('2026-03-03T23:30:00.000Z'), roles: ['LEDER'], leftOut: new Set([jorunn]) });
    const people = PEOPLE.map((one) => ({ ...one, wants: { DIGEST: false, NEW: false, AKUTT: false } }));
    expect(told(taken, { ...at('2026-02-28T23:31:00.000Z'), people })).toEqual([[leif, 'OWN', 'MAIL']]);
    expect(told(taken, { ...at('2026-03-03T23:29:00.000Z'), people })).toEqual([[leif, 'OWN', 'MAIL']]);
    expect(told(taken, at('2026-03-03T23:30:00.000Z'))).toEqual([[leif, 'OWN', 'MAIL'], [kari, 'DEPUTY', 'MAIL']]);
    expect(told({ ...taken, owner: HAVNES }, at('2026-02-28T23:31:00.000Z'))).toEqual([[kari, 'DEPUTY', 'MAIL']]);
    expect(told({ ...taken, leftOut: new Set([leif]) }, at('2026-02-28T23:31:00.000Z'))).toEqual([[kari, 'DEPUTY', 'MAIL']]);
  });

  test('whoever took access in an emergency is not told that they did, nor is it told to them for somebody they stand in for: another goes through it (T18)', () => {
    const taken = { ...late({ why: 'EMERGENCY', since: NOW, due: addMs(NOW, 3 * DAY_MS) }), roles: ['LEDER'], by: leif };
    expect(told(taken), 'the leader of the municipality took it').toEqual([[kari, 'DEPUTY', 'MAIL']]);
    const people = [...PEOPLE.slice(0, 3), colleague(4, ['LEDER'], { municipalityId: FJORDBY, standIn: even }), ...PEOPLE.slice(4)];
    expect(told({ ...taken, by: even }, { people })).toContainEqual([leif, 'OWN', 'MAIL']);
    expect(told({ ...taken, by: even }, { people }).map(([who]) => who)).not.toContain(even);
  });

  test('GDPR art. 33: of a breach the leader of the municipality hears at any hour and whatever they chose, and the coordinators when there is a day left', () => {
    const found = late({ why: 'BREACH', since: instant('2026-02-27T22:00:00.000Z'), due: instant('2026-03-01T22:00:00.000Z'), roles: ['LEDER', 'PERSONVERNOMBUD'] });
    const people = PEOPLE.map((one) => ({ ...one, wants: { DIGEST: false, NEW: false, AKUTT: false } }));
    expect(told(found, { ...at('2026-02-27T22:01:00.000Z'), people })).toEqual([[leif, 'OWN', 'MAIL']]);
    expect(told(found, at('2026-03-01T22:00:00.000Z'))).toEqual([[leif, 'OWN', 'MAIL'], [kari, 'DEPUTY', 'MAIL']]);
    expect(told({ ...found, owner: HAVNES }, at('2026-02-27T22:01:00.000Z'))).toEqual([[kari, 'DEPUTY', 'MAIL']]);
  });

  test('a coordinator without an address holds nothing up: the leader has it at once', () => {
    const people = [colleague(1, ['KOORDINATOR'], { hasMail: false }), ...PEOPLE.slice(1)];
    expect(told(late(), { people })).toEqual([[leif, 'LEADER', 'MAIL']]);
  });

  test('whoever has chosen not to be told is not told, and nobody is troubled in their place', () => {
    const people = [colleague(1, ['KOORDINATOR'], { wants: { DIGEST: false, NEW: true, AKUTT: true } }), ...PEOPLE.slice(1)];
    expect(told(late(), { people })).toEqual([]);
  });

  test('with no way out there is nothing to tell and nothing to complain of', () => {
    expect(whoIsTold([late({ leftOut: new Set([kari, jorunn, even, leif, reidun]) })], around({ channels: { mail: false, sms: false } }))).toEqual({ notices: [], unreached: [] });
  });
});

describe('who is told of danger', () => {
  const akutt = late({ why: 'AKUTT', since: NOW, roles: ['MOTTAK', 'KOORDINATOR'] });
  const people = [colleague(1, ['KOORDINATOR'], { hasSms: true }), colleague(2, ['MOTTAK']), ...PEOPLE.slice(2)];
  const channels = { mail: true, sms: true };

  test('reception and coordinators at once, also at night; unseen after a quarter of an hour by text message; after half an hour the leader', () => {
    const night = { ...akutt, since: instant('2026-02-28T02:00:00.000Z') };
    const after = (ms: number) => told(night, { people, channels, now: addMs(night.since, ms) });
    expect(after(0)).toEqual([[kari, 'OWN', 'MAIL'], [jorunn, 'OWN', 'MAIL']]);
    expect(after(15 * MINUTE - 1)).toEqual(after(0));
    expect(after(15 * MINUTE)).toEqual([[kari, 'OWN', 'MAIL'], [kari, 'OWN', 'SMS'], [jorunn, 'OWN', 'MAIL']]);
    expect(after(30 * MINUTE)).toContainEqual([leif, 'LEADER', 'MAIL']);
  });

  test('no text message goes where the region has no gateway, or to whoever did not ask for one', () => {
    const much = { now: addMs(NOW, HOUR) };
    expect(told(akutt, { ...much, people }).filter(([, , channel]) => channel === 'SMS')).toEqual([]);
    expect(told(akutt, { ...much, channels }).filter(([, , channel]) => channel === 'SMS')).toEqual([]);
  });

  test('a new report is told at once to reception, and never goes up to the leader', () => {
    const fresh = late({ why: 'NEW', since: NOW, roles: ['MOTTAK', 'KOORDINATOR'] });
    expect(told(fresh, { now: addMs(NOW, 2 * DAY_MS) }).map(([who]) => who)).toEqual([kari, jorunn]);
    expect(told({ ...fresh, leftOut: new Set([kari, jorunn]) })).toEqual([[reidun, 'OWN', 'MAIL']]);
  });
});

describe('a case with a strictly confidential address', () => {
  const shielded = late({ why: 'AKUTT_REVIEW', since: NOW, owner: undefined, only: [tor] });
  const people = [...PEOPLE, colleague(6, ['KOORDINATOR'])];
  const after = (hours: number, more: Partial<Happened> = {}) => told({ ...shielded, ...more }, { people, now: addMs(NOW, hours * HOUR) });

  test('is told to whoever is named for it, and to no other coordinator; at last every leader and the reserve hear that there is something', () => {
    expect(after(0)).toEqual([[tor, 'OWN', 'MAIL']]);
    expect(after(2)).toEqual([[tor, 'OWN', 'MAIL']]);
    expect(after(4)).toEqual([[tor, 'OWN', 'MAIL'], [leif, 'LEADER', 'MAIL'], [reidun, 'LEADER', 'MAIL']]);
  });

  test('is told to the leaders and the reserve at once where nobody who is named is left; never through a stand-in who is not named', () => {
    expect(after(0, { only: [] })).toEqual([[leif, 'LEADER', 'MAIL'], [reidun, 'LEADER', 'MAIL']]);
    expect(told(shielded, { people: [...PEOPLE, colleague(6, ['KOORDINATOR'], { standIn: kari })] }), 'away, and so nobody whose it is is here').toEqual([[tor, 'OWN', 'MAIL'], [leif, 'LEADER', 'MAIL'], [reidun, 'LEADER', 'MAIL']]);
    expect(after(4, { leftOut: new Set([leif]) }).map(([who]) => who)).toEqual([tor, reidun]);
  });

  test('and so is access that somebody took in an emergency before it became one: that nobody goes through it is not forgotten, and no leader learns where it is', () => {
    const taken = { ...ofEmergency({ fileId: id<'file'>(100), owner: undefined, by: jorunn, takenAt: NOW, due: addMs(NOW, 3 * DAY_MS), only: [tor] }), by: jorunn, leftOut: new Set<UserId>() };
    expect(told(taken, { people })).toEqual([[tor, 'OWN', 'MAIL']]);
    expect(told(taken, { people, now: addMs(NOW, 3 * DAY_MS) })).toEqual([[tor, 'OWN', 'MAIL']]);
    expect(told({ ...taken, only: [] }, { people }), 'nobody who is named is left').toEqual([[reidun, 'RESERVE', 'MAIL']]);
  });

  test('and so is a request for access to one, until its month is over; of any other the leaders hear on that day', () => {
    const request = late({ why: 'REQUEST', since: addMs(NOW, -DAY_MS), due: addMs(NOW, 6 * DAY_MS), owner: undefined, roles: ['KOORDINATOR', 'ARKIVAR'] });
    expect(told({ ...request, only: [tor] }, { people })).toEqual([[tor, 'OWN', 'MAIL']]);
    expect(told(request, { people }).map(([who]) => who)).toEqual([kari, tor]);
    expect(told(request, { people, now: addMs(NOW, 6 * DAY_MS) })).toContainEqual([leif, 'LEADER', 'MAIL']);
  });
});

describe('Akutt in a case', () => {
  const raised = (by: UserId | 'system', lead: UserId | undefined) => ({ ...ofAkutt({ fileId: id<'file'>(100), owner: FJORDBY, lead, only: undefined, raisedAt: NOW, raisedBy: by }, () => true), leftOut: new Set<UserId>() });

  test('is told at once to whoever leads it, else to the coordinators, and never to whoever raised it; then as danger in a report', () => {
    expect(told(raised(jorunn, even))).toEqual([[even, 'OWN', 'MAIL']]);
    expect(told(raised(even, even))).toEqual([[kari, 'OWN', 'MAIL']]);
    expect(told(raised(jorunn, even), { now: addMs(NOW, 15 * MINUTE) })).toEqual([[even, 'OWN', 'MAIL'], [kari, 'DEPUTY', 'MAIL']]);
    expect(told(raised(jorunn, even), { now: addMs(NOW, 30 * MINUTE) })).toContainEqual([leif, 'LEADER', 'MAIL']);
  });

  test('that the only coordinator raised is told to the leader at once: another has to know', () => {
    expect(told(raised(kari, undefined))).toEqual([[leif, 'LEADER', 'MAIL']]);
  });
});

const someone = fc.record({
  roles: fc.subarray<string>(['KOORDINATOR', 'MOTTAK', 'TEAMMEDLEM', 'LEDER', 'SYSTEMADMIN'], { minLength: 1 }), municipalityId: fc.constantFrom(null, FJORDBY, HAVNES), hasMail: fc.boolean(), hasSms: fc.boolean(),
  wants: fc.record({ DIGEST: fc.boolean(), NEW: fc.boolean(), AKUTT: fc.boolean() }), standIn: fc.option(fc.integer({ min: 1, max: 6 }).map((n) => id<'user'>(n)), { nil: undefined }),
});
const staff = fc.array(someone, { minLength: 1, maxLength: 6 }).map((all) => all.map((one, n): Colleague => ({ userId: id<'user'>(n + 1), ...one })));
const happening = fc.record({
  fileId: fc.integer({ min: 100, max: 103 }).map((n) => id<'file'>(n)), why: fc.constantFrom(...CLOCK_IDS, 'AKUTT' as const, 'NEW' as const),
  since: fc.integer({ min: -10, max: 1 }).map((days): Instant => addMs(NOW, days * DAY_MS)), owner: fc.constantFrom(undefined, FJORDBY, HAVNES),
  who: fc.constantFrom<Pick<Happened, 'lead' | 'roles'>>({ lead: undefined, roles: ['KOORDINATOR'] }, { lead: undefined, roles: ['MOTTAK', 'KOORDINATOR'] }, ...[kari, even, tor].map((lead) => ({ lead, roles: ['KOORDINATOR'] }))),
  leftOut: fc.subarray([kari, jorunn, even, leif, reidun, tor]).map((some): ReadonlySet<UserId> => new Set(some)),
}).map(({ who, ...rest }): Happened => (rest.why === 'NEW' ? { ...rest, lead: undefined, roles: ['MOTTAK', 'KOORDINATOR'] } : { ...rest, ...who }));
const setting = fc.record({ people: staff, reserve: fc.option(fc.constantFrom(reidun, tor), { nil: undefined }), channels: fc.record({ mail: fc.boolean(), sms: fc.boolean() }) });

describe('whatever happens, whoever works here', () => {
  test('nobody who is inhabil in a file is told of it, in whatever part', () => {
    fc.assert(fc.property(happening, setting, (one, some) => {
      for (const { userId } of whoIsTold([one], around(some)).notices) expect(one.leftOut.has(userId)).toBe(false);
    }), { numRuns: 200 });
  });

  test('where somebody with a role may know of it and can be reached, somebody can be told, or it is said that nobody can', () => {
    fc.assert(fc.property(happening, setting, (one, some) => {
      const { notices, unreached } = whoIsTold([one], around(some));
      if (one.since > NOW || (!some.channels.mail && !some.channels.sms)) return;
      const able = some.people.filter(({ userId, roles, hasMail, hasSms }) => !one.leftOut.has(userId) && roles.some((role) => one.roles.includes(role)) && ((some.channels.mail && hasMail) || (some.channels.sms && hasSms && one.why === 'AKUTT')));
      if (able.length > 0) expect(unreached).toEqual([]);
      if (unreached.length > 0) expect(notices).toEqual([]);
    }), { numRuns: 200 });
  });

  test('whoever has nothing but a duty phone is told of danger there, and of the rest the next one is told, or it is said that nobody can', () => {
    const phone = { hasMail: false, hasSms: true };
    const channels = { mail: true, sms: true };
    const [onDuty, ...others] = [colleague(1, ['KOORDINATOR'], phone), colleague(4, ['LEDER']), colleague(3, ['TEAMMEDLEM'], { ...phone, standIn: undefined })];
    const people = [onDuty ?? expect.fail('nobody'), ...others];
    expect(told(late(), { people, channels })).toEqual([[leif, 'LEADER', 'MAIL']]);
    expect(told(late({ why: 'AKUTT', since: addMs(NOW, -MINUTE * 20) }), { people, channels })).toContainEqual([kari, 'OWN', 'SMS']);
    const nobody = whoIsTold([late({ why: 'NEW', roles: ['KOORDINATOR'] })], around({ people: people.filter(({ hasMail }) => !hasMail), channels, reserve: undefined }));
    expect(nobody).toEqual({ notices: [], unreached: [id<'file'>(100)] });
    const away = [colleague(1, ['KOORDINATOR'], { standIn: even }), colleague(3, ['TEAMMEDLEM'], phone)];
    expect(told(late(), { people: away, channels }), 'who stands in, and would not be told').toEqual([[kari, 'OWN', 'MAIL']]);
  });

  test('nobody is told of the same thing twice in the same way', () => {
    fc.assert(fc.property(happening, setting, (one, some) => {
      const keys = whoIsTold([one], around(some)).notices.map(({ userId, channel }) => `${userId} ${channel}`);
      expect(new Set(keys).size).toBe(keys.length);
    }), { numRuns: 200 });
  });

  test('a day has one digest, a quarter of an hour one word of new reports, and each Akutt its own', () => {
    const notice = { userId: kari, channel: 'MAIL', step: 'OWN', since: NOW } as const;
    const digest = (n: number, why: 'SEEN' | 'MEASURE') => slotOf({ ...notice, fileId: id<'file'>(n), why, occasion: 'DIGEST' }, addMs(NOW, n * MINUTE));
    expect(digest(1, 'SEEN')).toBe(digest(200, 'MEASURE'));
    const fresh = (minutes: number) => slotOf({ ...notice, fileId: id<'file'>(minutes), why: 'NEW', occasion: 'NEW' }, addMs(NOW, minutes * MINUTE));
    expect([fresh(1) === fresh(14), fresh(14) === fresh(15)]).toEqual([true, false]);
    const akutt = (n: number) => slotOf({ ...notice, fileId: id<'file'>(n), why: 'AKUTT', occasion: 'AKUTT' }, NOW);
    expect(akutt(1)).not.toBe(akutt(2));
  });
});
