import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watch, type Watch } from '../../src/reports/queries/watch.ts';
import { DAY_MS, addMs } from '../../src/kernel/time.ts';
import { openReport } from '../../src/reports/queries.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { STAFF_ROUTES } from '../../src/web/routes.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { lives, type Lives } from './cases-support.ts';
import { staffHouse, type StaffHouse } from './staff-house.ts';

let all: Lives;
let house: StaffHouse;
beforeAll(async () => {
  all = await lives();
  house = await staffHouse(all.world, new Hono(), STAFF_ROUTES);
});
afterAll(async () => {
  await house.close();
  await all.close();
});

async function numbers(who: string): Promise<Watch | string> {
  const found = await all.world.house.door.enter(watch, await all.world.person(who), {});
  return found.ok ? found.value : found.code;
}

async function markOf(path: string, who: string): Promise<string> {
  const page = await (await fetch(house.url + path, { headers: { cookie: `who=${who}` } })).text();
  return /data-mark="([^"]+)"/.exec(page)?.[1] ?? /name="side"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? '';
}

function renew(mark: string): Promise<Response> {
  return fetch(`${house.url}/mottak/vakt`, { method: 'POST', body: new URLSearchParams({ side: mark, lang: 'nb' }), headers: { 'sec-fetch-site': 'same-origin' } });
}

test('danger is counted until somebody has read it, and never for whoever is named in it', async () => {
  const urgent = await all.report({ ...DAUGHTER, fare: 'ja', sett: 'Kari Nordmo slo henne nå.' });
  const before = await numbers('jorunn');
  expect([before, await numbers('kari')]).toMatchObject([{ urgent: 1 }, { urgent: 0 }]);
  await all.world.house.door.enter(declareConnection, await all.world.person('jorunn'), { reportId: urgent, connection: 'INGEN' });
  await all.world.house.door.enter(openReport, await all.world.person('jorunn'), { reportId: urgent });
  expect(await numbers('jorunn')).toMatchObject({ urgent: 0 });
  expect(await numbers('per')).toBe('not_found');
});

test('the screen is told new numbers after the session behind it has ended, and nothing but numbers', async () => {
  const told = 'Naboen roper om hjelp hver natt.';
  await all.report({ ...DAUGHTER, sett: told });
  const mark = await markOf('/mottak/vakt', 'jorunn');
  const reply = await renew(mark); // no cookie goes with it
  const words = await reply.text();
  expect([reply.status, words.includes('ny melding') || words.includes('nye meldinger')]).toEqual([200, true]);
  for (const secret of [told, 'Borghild', '/mottak/', '2026-']) expect(words).not.toContain(secret);
});

test('another page’s mark, somebody else’s seal and a mark from yesterday are told nothing', async () => {
  expect((await renew(await markOf('/mottak/telefon', 'jorunn'))).status).toBe(403);
  expect((await renew('AAAA')).status).toBe(403);
  const mark = await markOf('/mottak/vakt', 'jorunn');
  expect((await renew(mark)).status).toBe(200);
  const now = all.world.clock.now;
  all.world.clock.now = addMs(now, DAY_MS);
  expect((await renew(mark)).status).toBe(403);
  all.world.clock.now = now;
});
