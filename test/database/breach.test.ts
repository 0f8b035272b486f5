import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayWith } from '../../src/cases/queries/day.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import { instant } from '../../src/kernel/time.ts';
import { planNotices } from '../../src/notices/commands/plan.ts';
import { saveBreach } from '../../src/privacy/commands/breaches.ts';
import { breachesDue } from '../../src/privacy/public.ts';
import { breachList, openBreachPage } from '../../src/privacy/queries/breaches.ts';
import { setContact } from '../../src/staff/commands/contact.ts';
import { entered } from '../support/door.ts';
import { NORDFJELLA } from '../support/world.ts';
import { lives, type Lives } from './cases-support.ts';

let all: Lives;
let superuser: pg.Client;

beforeAll(async () => {
  all = await lives();
  superuser = await all.world.superuser();
});
afterAll(() => all.close());

/** «ok», or the code of why not with its fields. */
async function does<I, F, R>(who: string, useCase: UseCase<I, F, R>, input: unknown): Promise<string> {
  const outcome = await all.world.house.door.enter(useCase, await all.world.person(who), input);
  return outcome.ok ? 'ok' : [outcome.code, ...Object.values(outcome.fields ?? {})].join(' ');
}

const asks = <I, F, R>(who: string, useCase: UseCase<I, F, R>, input: unknown): Promise<R> => entered(all.world, useCase, who, input);

const ids = async (...subjects: readonly string[]) => (await Promise.all(subjects.map((one) => all.id(one)))).toSorted();

async function toldOf(at: string): Promise<readonly string[]> {
  all.world.clock.now = instant(at);
  const { notices } = await (await all.world.worker()).door.unaudited(NORDFJELLA, 'test', (ctx) => planNotices(ctx, { mail: true, sms: false }));
  return [...new Set(notices.filter((one) => one.why === 'BREACH').map(({ userId }) => userId))].toSorted();
}

test('GDPR art. 33 nr. 5: a breach is kept as it was known each time, two who save at once do not overwrite each other, and «Min dag» never says «à jour» while its 72 hours run', async () => {
  const breachId = randomUUID();
  const breach = { breachId, version: '0', concerns: ['REGION'], what: 'Et brev gikk feil.', discoveredAt: '2026-03-02T08:00', affected: '1', kinds: '', consequences: '', measures: 'Hentet.', authority: 'IKKE_AVGJORT', authorityAt: '', authorityWhy: '', told: 'IKKE_AVGJORT', toldWhy: '' };
  expect(await does('leif', saveBreach, breach)).toBe('ok');
  expect(await does('leif', saveBreach, breach), 'the same form twice').toBe('ok');
  expect(await does('per', saveBreach, { ...breach, affected: '2' })).toBe('changed_meanwhile');
  expect(await does('per', saveBreach, { ...breach, version: '1', affected: '2' })).toBe('ok');
  expect((await asks('leif', openBreachPage, { breachId })).versions.map((one) => one.breach.affected)).toEqual([2, 1]);
  expect((await asks('kari', breachList, {})).lines).toMatchObject([{ settled: false, breach: { affected: 2 } }]);
  expect(await does('jorunn', openBreachPage, { breachId })).toBe('not_found');
  const waits = async (who: string) => (await asks(who, dayWith(breachesDue), {})).besides.lines;
  expect([await waits('kari'), await waits('per'), await waits('jorunn')]).toEqual([[{ breachId, discoveredAt: '2026-03-02T07:00:00.000Z', due: '2026-03-05T07:00:00.000Z' }], [expect.objectContaining({ breachId })], []]);
  const about = { ...breach, breachId: randomUUID(), what: 'Kari Nordmo har åpnet saken til naboen.' };
  expect(await does('leif', saveBreach, about)).toBe('ok');
  expect([await does('kari', openBreachPage, { breachId: about.breachId }), await does('kari', saveBreach, { ...about, version: '1', authority: 'IKKE_MELDT', authorityWhy: 'Feilalarm' })], 'what she did is not hers to settle, nor is she warned').toEqual(['not_found', 'not_found']);
  expect([(await asks('kari', breachList, {})).lines, await waits('kari')].map((lines) => lines.map((line) => line.breachId))).toEqual([[breachId], [breachId]]);
  expect(await does('leif', saveBreach, { ...about, version: '1', what: 'Leif Brekken så det.' }), 'who writes of themselves keeps it').toBe('ok');
  expect(await does('leif', openBreachPage, { breachId: about.breachId })).toBe('ok');
  expect(await does('kari', openBreachPage, { breachId: about.breachId }), 'as it was known before').toBe('not_found');
  expect(await does('per', saveBreach, { ...breach, version: '2', affected: '2', authority: 'IKKE_MELDT', authorityWhy: 'Feilalarm' })).toBe('ok');
  expect(await waits('kari'), 'what is left to answer has no clock of the law').toMatchObject([{ breachId, due: undefined }]);
  await expect(superuser.query('delete from app.breach')).rejects.toThrow('append only');
});

test('GDPR art. 33: a breach that is found on a Friday night is told of that night, and to the coordinators when a day is left', async () => {
  for (const subject of ['kari', 'jorunn', 'leif']) expect(await does('ida', setContact, { userId: await all.id(subject), email: `${subject}@post.example.org`, phone: '55 55 01 40' })).toBe('ok');
  all.world.clock.now = instant('2026-03-06T22:30:00+01:00');
  const found = { breachId: randomUUID(), version: '0', concerns: ['REGION'], what: 'Et brev gikk feil.', discoveredAt: '2026-03-06T22:00', affected: '1', kinds: '', consequences: '', measures: 'Hentet.', authority: 'IKKE_AVGJORT', authorityAt: '', authorityWhy: '', told: 'IKKE_AVGJORT', toldWhy: '' };
  await superuser.query("set session_replication_role = replica; update app.breach set settled = true; set session_replication_role = origin");
  expect(await toldOf('2026-03-06T22:30:00+01:00')).toEqual([]);
  expect(await does('leif', saveBreach, found)).toBe('ok');
  expect(await toldOf('2026-03-06T22:31:00+01:00')).toEqual(await ids('leif'));
  expect(await toldOf('2026-03-08T22:00:00+01:00')).toEqual(await ids('kari', 'leif'));
  expect(await does('leif', saveBreach, { ...found, version: '1', authority: 'IKKE_MELDT', authorityWhy: 'Ingen fare.', told: 'IKKE_VARSLET', toldWhy: 'Ingen fare.' })).toBe('ok');
  expect(await toldOf('2026-03-09T21:00:00+01:00')).toEqual([]);
});
