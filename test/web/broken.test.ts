import { createSecretKey, randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { expect, test, vi } from 'vitest';
import { LostDatabase } from '../../src/kernel/door.ts';
import { done } from '../../src/kernel/outcome.ts';
import { sealingKey } from '../../src/kernel/sealing/aead.ts';
import { instant } from '../../src/kernel/time.ts';
import type { StaffRoute } from '../../src/web/route.tsx';
import { staffApp, type StaffParts } from '../../src/web/staff/app.tsx';

const ORIGIN = 'http://house.test';
const now = instant('2026-03-02T08:00:00.000Z');
let fails: Error = new Error('out of order');
let knowsWho = true;
const NOTE: StaffRoute = { maker: 'submit', method: 'POST', path: '/notat', access: 'x', handle: async () => { throw fails; } };

/** Only what an answer to this route asks of the house. */
const app = staffApp({
  routes: [NOTE], clock: () => now, signInRoutes: new Hono(), houseOrigin: ORIGIN, markKey: sealingKey(createSecretKey(randomBytes(32))), https: false, demo: false,
  signIn: {
    whoIs: async () => {
      if (!knowsWho) throw new LostDatabase('57P01');
      return done({ person: { userId: 'kari', regionId: '11111111-1111-4111-8111-111111111111', roles: [], name: '', regionName: '' }, session: { authTime: now } });
    },
  },
} as unknown as StaffParts); // nothing else of it is asked for here

async function sent(pairs: Record<string, string>): Promise<{ status: number; page: string }> {
  const answer = await app.request(`${ORIGIN}/notat`, { method: 'POST', headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(pairs).toString() });
  return { status: answer.status, page: await answer.text() };
}

test('what somebody typed stands on the page that says it was not saved, or may not be: without scripts it would be lost', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  const typed = { text: 'Hun åpnet selv.\n<b>Blåmerke</b> på armen.', phone: '55 55 01 23', kind: 'SAMTALE', newId: '7b1f0a2c-5a52-4b7e-9d35-1f2a3b4c5d6e' };
  for (const [error, status, known] of [[new Error('x'), 500, true], [new LostDatabase('57P01'), 503, true], [fails, 503, false]] as const) {
    fails = error;
    knowsWho = known;
    const answer = await sent(typed);
    expect(answer.status).toBe(status);
    expect(answer.page).toContain('Dette skrev du');
    expect(answer.page).toContain('Hun åpnet selv.');
    expect(answer.page).toContain('&lt;b&gt;Blåmerke&lt;/b&gt; på armen.');
    expect(answer.page).toContain('55 55 01 23');
    expect(answer.page).not.toMatch(/SAMTALE|7b1f0a2c/);
  }
  knowsWho = true;
  expect((await sent({})).page, 'nothing was typed').not.toContain('Dette skrev du');
});
