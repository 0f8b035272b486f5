import { expect, test } from 'vitest';
import { mayHandleBreach } from '../../src/privacy/access.ts';
import { breachFault, concernsOf, digitalSteps, isSettled, leavesOut, openClocks, remindAt, tellBy, type Breach } from '../../src/privacy/breach.ts';
import { asId, type MunicipalityId } from '../../src/kernel/ids.ts';
import { addMs, HOUR, instant } from '../../src/kernel/time.ts';

const FRIDAY = instant('2026-04-03T14:00:00.000Z');
const NOW = addMs(FRIDAY, 100 * HOUR);
const breach = (change: Partial<Breach> = {}): Breach => ({
  municipalities: [], what: 'Et brev ble sendt til feil adresse.', discoveredAt: FRIDAY, affected: 1, kinds: '', consequences: '', measures: 'Brevet er hentet.', authority: 'IKKE_AVGJORT', authorityAt: undefined, authorityWhy: '', told: 'IKKE_AVGJORT', toldWhy: '', ...change,
});

test('GDPR art. 33 nr. 1: the 72 hours run by the clock, also over Easter', () => {
  expect(tellBy(FRIDAY)).toBe('2026-04-06T14:00:00.000Z');
});

test('GDPR art. 33 nr. 5: a no to telling has its reason, and so has telling too late', () => {
  expect(breachFault(breach({ authority: 'IKKE_MELDT' }), NOW)).toMatchObject({ fields: { authorityWhy: 'why_not' } });
  expect(breachFault(breach({ authority: 'MELDT', authorityAt: addMs(FRIDAY, 73 * HOUR) }), NOW)).toMatchObject({ fields: { authorityWhy: 'why_late' } });
  expect(breachFault(breach({ authority: 'MELDT', authorityAt: addMs(FRIDAY, 72 * HOUR) }), NOW)).toBeUndefined();
  expect(breachFault(breach({ authority: 'MELDT' }), NOW)).toMatchObject({ fields: { authorityAt: 'missing' } });
});

test('GDPR art. 34: that those it concerns were not told has its reason', () => {
  expect(breachFault(breach({ told: 'IKKE_VARSLET' }), NOW)).toMatchObject({ fields: { toldWhy: 'why_not' } });
  expect(isSettled(breach({ authority: 'MELDT', told: 'IKKE_AVGJORT' }))).toBe(false);
  expect(isSettled(breach({ authority: 'IKKE_MELDT', told: 'IKKE_VARSLET' }))).toBe(true);
});

test('digitalsikkerhetsforskriften § 17: an incident in a service that the act covers has a clock of 24 hours and one of 72 from when it was known, and one of a month from when the notice was sent; it is not settled before all three are given', () => {
  const answered = { authority: 'MELDT', authorityAt: FRIDAY, told: 'VARSLET' } as const;
  const yes = breach({ ...answered, digital: 'JA' });
  expect(digitalSteps(yes).map(({ due }) => due), 'no report is due that is counted from a notice nobody has sent').toEqual(['2026-04-04T14:00:00.000Z', '2026-04-06T14:00:00.000Z', undefined]);
  const warned = { ...yes, digitalWarnedAt: addMs(FRIDAY, 30 * HOUR) };
  expect(digitalSteps(warned).map(({ due }) => due), 'late or not, the month runs from the notice').toEqual(['2026-04-04T14:00:00.000Z', '2026-04-06T14:00:00.000Z', '2026-05-04T20:00:00.000Z']);
  expect([breach(answered), breach({ ...answered, digital: 'NEI' }), breach({ ...answered, digital: 'IKKE_VURDERT' })].flatMap(digitalSteps)).toEqual([]);
  const given = { digitalWarnedAt: FRIDAY, digitalUpdatedAt: addMs(FRIDAY, HOUR), digitalReportAt: addMs(FRIDAY, 50 * HOUR) };
  expect([isSettled(yes), isSettled({ ...yes, ...given, digitalReportAt: undefined }), isSettled({ ...yes, ...given })]).toEqual([false, false, true]);
  expect(breachFault({ ...yes, ...given }, NOW)).toBeUndefined();
  expect(breachFault({ ...yes, ...given, digitalWarnedAt: addMs(NOW, HOUR), digitalReportAt: addMs(FRIDAY, -HOUR) }, NOW)).toMatchObject({ fields: { digitalWarnedAt: 'not_between', digitalUpdatedAt: 'warn_first' } });
  expect(breachFault({ ...yes, digitalReportAt: addMs(FRIDAY, HOUR) }, NOW), 'a report of what nobody was warned of').toMatchObject({ fields: { digitalReportAt: 'warn_first' } });
});

test('whoever answers for a breach is told of every clock that still runs, so that a yes to digitalsikkerhetsforskriften § 17 does not silence art. 33', () => {
  const yes = breach({ digital: 'JA' });
  const [day, month] = [addMs(FRIDAY, 24 * HOUR), instant('2026-05-03T14:00:00.000Z')];
  expect(openClocks(breach())).toEqual([tellBy(FRIDAY)]);
  expect(openClocks(yes), 'the two of 72 hours are one').toEqual([day, tellBy(FRIDAY)]);
  expect(openClocks({ ...yes, digitalWarnedAt: FRIDAY, digitalUpdatedAt: FRIDAY })).toEqual([tellBy(FRIDAY), month]);
  expect(openClocks({ ...yes, digitalWarnedAt: FRIDAY, digitalUpdatedAt: FRIDAY, authority: 'IKKE_MELDT' })).toEqual([month]);
  expect(openClocks(breach({ authority: 'MELDT' })), 'those it concerns wait for an answer').toEqual([tellBy(FRIDAY)]);
});

test('a notice that has 24 hours is reminded of when half of them are left, and the others when a day is: a day before 24 hours are over is the moment of discovery', () => {
  expect(remindAt(FRIDAY, addMs(FRIDAY, 24 * HOUR))).toBe(addMs(FRIDAY, 12 * HOUR));
  expect(remindAt(FRIDAY, tellBy(FRIDAY))).toBe(addMs(FRIDAY, 48 * HOUR));
  expect(remindAt(FRIDAY, instant('2026-05-03T14:00:00.000Z'))).toBe('2026-05-02T14:00:00.000Z');
});

test('a breach is not settled while nobody has considered whether the act on digital security covers it; one from before that was asked is', () => {
  const answered = { authority: 'MELDT', authorityAt: FRIDAY, told: 'VARSLET' } as const;
  expect([breach({ ...answered, digital: 'IKKE_VURDERT' }), breach({ ...answered, digital: 'NEI' }), breach(answered)].map(isSettled)).toEqual([false, true, true]);
});

test('nothing is discovered or told in the future, or told before it was discovered', () => {
  expect(breachFault(breach({ discoveredAt: addMs(NOW, HOUR) }), NOW)).toMatchObject({ fields: { discoveredAt: 'in_future' } });
  expect(breachFault(breach({ authority: 'MELDT', authorityAt: addMs(FRIDAY, -HOUR) }), NOW)).toMatchObject({ fields: { authorityAt: 'not_between' } });
});

test('what is asked at least: what happened, and what was done', () => {
  expect(breachFault(breach({ what: '', measures: '' }), NOW)).toMatchObject({ fields: { what: 'missing', measures: 'missing' } });
});

const [LIA, HAVNES]: readonly [MunicipalityId, MunicipalityId] = [asId<'municipality'>('30000000-0000-4000-8000-000000000001'), asId<'municipality'>('30000000-0000-4000-8000-000000000002')];

test('GDPR art. 4 nr. 7: a breach names the municipalities it is about, or all of the region, and never one that is not here', () => {
  expect(concernsOf([HAVNES, LIA, HAVNES], [LIA, HAVNES])).toEqual([LIA, HAVNES]);
  expect(concernsOf(['REGION', LIA], [LIA, HAVNES]), 'all of it').toEqual([]);
  expect(concernsOf([], [LIA]), 'nothing was said').toBeUndefined();
  expect(concernsOf([LIA, HAVNES], [LIA]), 'somewhere else').toBeUndefined();
});

test('GDPR art. 4 nr. 7: a leader and a data-protection officer of one municipality handle its breaches and the joint ones, and no other', () => {
  const may = (role: string, municipalities: readonly MunicipalityId[] | undefined, named = false) =>
    mayHandleBreach({ kind: 'person', regionId: asId<'region'>('10000000-0000-4000-8000-000000000001'), userId: asId<'user'>('20000000-0000-4000-8000-000000000001'), roles: [role], municipalityId: LIA, signedInAt: NOW }, { municipalities, own: [LIA], named }).allow;
  for (const role of ['LEDER', 'PERSONVERNOMBUD']) expect([role, may(role, [LIA, HAVNES]), may(role, []), may(role, undefined), may(role, [HAVNES])]).toEqual([role, true, true, true, false]);
  expect(may('KOORDINATOR', [HAVNES]), 'who works for all of them').toBe(true);
  expect(may('KOORDINATOR', [HAVNES], true), 'but not of what they did themselves (fvl § 6)').toBe(false);
  for (const role of ['TEAMMEDLEM', 'SYSTEMADMIN', 'TILSYN']) expect(may(role, [LIA]), role).toBe(false);
});

test('GDPR art. 33 nr. 5: no controller is left out of a breach that was theirs to handle', () => {
  expect([leavesOut([LIA, HAVNES], [LIA]), leavesOut([], [LIA])]).toEqual([true, true]);
  expect([leavesOut([LIA], [LIA, HAVNES]), leavesOut([LIA], []), leavesOut([], [])]).toEqual([false, false, false]);
});
