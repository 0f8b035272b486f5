import { createSecretKey, randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { done } from '../../src/kernel/outcome.ts';
import { sealingKey } from '../../src/kernel/sealing/aead.ts';
import { addMs, instant, MINUTE } from '../../src/kernel/time.ts';
import { staffApp, type StaffParts } from '../../src/web/staff/app.tsx';
import { PACE } from '../../src/web/staff/pace.ts';
import type { StaffRoute } from '../../src/web/route.tsx';

const ORIGIN = 'http://house.test';
let now = instant('2026-03-02T08:00:00.000Z');

const FILE: StaffRoute = { maker: 'file', method: 'GET', path: '/fil', access: 'x', handle: async () => ({ kind: 'file', name: 'x.csv', type: 'text/csv', body: new Uint8Array() }) };
const NOTHING: StaffRoute = { ...FILE, path: '/ingenting', handle: async () => ({ kind: 'go', to: '/' }) };

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
  expect([await status('kari', '/ingenting'), await status('jorunn', '/fil')]).toEqual([303, 200]);
  now = addMs(now, MINUTE);
  expect(await status('kari', '/fil')).toBe(200);
});
