import { createSecretKey, randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { createElement } from 'react';
import { expect, test } from 'vitest';
import { EMERGENCY } from '../../src/cases/pages/paths.ts';
import { findForLog } from '../../src/cases/queries/looked.ts';
import { search } from '../../src/cases/queries/search.ts';
import { findForArchive } from '../../src/cases/queries/whole.ts';
import { done } from '../../src/kernel/outcome.ts';
import { sealingKey } from '../../src/kernel/sealing/aead.ts';
import { addMs, instant, MINUTE } from '../../src/kernel/time.ts';
import { staffApp, type StaffParts } from '../../src/web/staff/app.tsx';
import { counts, isPaced, PACE } from '../../src/web/staff/pace.ts';
import { STAFF_ROUTES } from '../../src/web/routes.ts';
import type { StaffRoute } from '../../src/web/route.tsx';

const ORIGIN = 'http://house.test';
let now = instant('2026-03-02T08:00:00.000Z');

let read = 0;
const FILE: StaffRoute = {
  maker: 'file', method: 'GET', path: '/fil', access: 'x',
  handle: async () => {
    read += 1;
    return { kind: 'file', name: 'x.csv', type: 'text/csv', body: new Uint8Array() };
  },
};
const NOTHING: StaffRoute = { ...FILE, maker: 'show', path: '/ingenting', handle: async () => ({ kind: 'go', to: '/' }) };

/** Only what an answer to these routes asks of the house. */
const app = staffApp({
  routes: [FILE, NOTHING], clock: () => now, signInRoutes: new Hono(), houseOrigin: ORIGIN, markKey: sealingKey(createSecretKey(randomBytes(32))), https: false, demo: false,
  signIn: { whoIs: async (cookie: string) => done({ person: { userId: cookie, regionId: '11111111-1111-4111-8111-111111111111', roles: [], name: '', regionName: '' }, session: { authTime: now } }) },
} as unknown as StaffParts); // nothing else of it is asked for here

async function status(who: string, path: string): Promise<number> {
  return (await app.request(ORIGIN + path, { headers: { cookie: who } })).status;
}

test('whoever fetches more files at once than anybody looks at waits a minute, and keeps no colleague waiting', async () => {
  for (let n = 0; n < PACE.most; n += 1) expect(await status('kari', '/fil')).toBe(200);
  const over = await app.request(`${ORIGIN}/fil`, { headers: { cookie: 'kari' } });
  expect([over.status, over.headers.get('retry-after'), (await over.text()).includes('Vent et minutt')]).toEqual([429, '60', true]);
  expect(read, 'what is not given is not read, and the log does not tell of it').toBe(PACE.most);
  expect([await status('kari', '/ingenting'), await status('jorunn', '/fil')]).toEqual([303, 200]);
  now = addMs(now, MINUTE);
  expect(await status('kari', '/fil')).toBe(200);
});

test('what is paced is the downloads and the searches that exist, and never the way in where somebody is in danger', () => {
  const paced = STAFF_ROUTES.filter((route) => route.maker !== 'file' && isPaced(route)).map(({ access }) => access);
  expect([...new Set(paced)].toSorted()).toEqual([search.name, findForArchive.name, findForLog.name].toSorted());
  const emergency = STAFF_ROUTES.filter(({ path }) => path === EMERGENCY);
  expect(emergency.map((route) => [isPaced(route), counts(route, { kind: 'page', page: createElement('p'), status: 200 })])).toEqual(emergency.map(() => [false, false]));
  expect(emergency.map(({ method }) => method)).toEqual(expect.arrayContaining(['GET', 'POST']));
});
