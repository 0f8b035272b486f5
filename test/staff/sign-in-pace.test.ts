import { createSecretKey, randomBytes } from 'node:crypto';
import type { Middleware } from 'koa';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemChance } from '../../src/kernel/ids.ts';
import { sealingKey } from '../../src/kernel/sealing/aead.ts';
import { addMs, instant, MINUTE, SECOND } from '../../src/kernel/time.ts';
import { PACE, signInPace, WAITS_MS, type PaceLimits } from '../../src/staff/sign-in/pace.ts';
import { CLIENT, invite, world, type World } from './sign-in-support.ts';
import { userAgent } from './sign-in-user-agent.ts';

const NOW = instant('2026-03-02T23:00:00.000Z');
const many = { most: 1000, perMinute: 100 };
const key = sealingKey(createSecretKey(randomBytes(32)));
const paceOf = (limits: Partial<PaceLimits> = {}) => signInPace({ key, chance: systemChance }, { ...PACE, ...limits });

describe('a flood of sign-ins', () => {
  test('from one address makes only that address wait, and five seconds later whoever waited there goes on, however it goes on flooding', () => {
    const pace = paceOf();
    const flood = (at: typeof NOW) => Array.from({ length: 2 * PACE.each.most }, () => pace.waits('192.0.2.1', undefined, at)).filter((turn) => turn === undefined).length;
    expect(flood(NOW)).toBe(PACE.each.most);
    expect(pace.waits('192.0.2.2', undefined, NOW), 'somewhere else nobody notices').toBeUndefined();
    const turn = pace.waits('192.0.2.1', undefined, NOW); // the night worker, behind the same address
    flood(addMs(NOW, WAITS_MS - 1));
    expect(pace.waits('192.0.2.1', turn, addMs(NOW, WAITS_MS - 1)), 'not before it was waited for').not.toBeUndefined();
    flood(addMs(NOW, WAITS_MS));
    expect(pace.waits('192.0.2.1', turn, addMs(NOW, WAITS_MS + SECOND)), 'and no flood takes a turn from anybody').toBeUndefined();
    expect(pace.waits('192.0.2.1', turn, addMs(NOW, WAITS_MS + SECOND)), 'once').not.toBeUndefined();
    expect(pace.waits('192.0.2.1', undefined, addMs(NOW, 10 * MINUTE)), 'and nobody is remembered').toBeUndefined();
  });

  test('a turn that was made up, or waited for too long, is none', () => {
    const pace = paceOf({ each: { most: 0, perMinute: 0 } });
    const turn = pace.waits('192.0.2.1', undefined, NOW);
    for (const made of ['', 'x', turn?.slice(1)]) expect(pace.waits('192.0.2.1', made, addMs(NOW, 6 * SECOND))).not.toBeUndefined();
    expect(pace.waits('192.0.2.1', turn, addMs(NOW, 3 * MINUTE))).not.toBeUndefined();
  });

  test('one person who signs in without end waits alone: a colleague, and the same subject of another issuer, do not', () => {
    const pace = paceOf();
    const often = Array.from({ length: PACE.account.most + 5 }, () => pace.cameOften('https://en', 'kari', NOW)).filter(Boolean).length;
    expect([often, pace.cameOften('https://en', 'jorunn', NOW), pace.cameOften('https://to', 'kari', NOW), pace.cameOften('https://en', 'kari', addMs(NOW, MINUTE))]).toEqual([5, false, false, false]);
  });
});

describe('through the routes', () => {
  let w: World;
  let asked = 0;
  const counting: Middleware = async (ctx, next) => {
    if (ctx.path === '/token') asked += 1;
    await next();
  };
  beforeAll(async () => {
    w = await world({ between: [counting], pace: { ...PACE, each: { most: 3, perMinute: 1 }, all: many, account: { most: 2, perMinute: 1 } } });
  });
  afterAll(() => w.stop());
  beforeEach(() => {
    asked = 0;
    w.time.pass(10 * MINUTE);
  });
  const inn = (client: string, path = '/inn') => fetch(w.houseUrl + path, { headers: { [CLIENT]: client }, redirect: 'manual' });

  test('too many from one address are shown a page that goes on by itself, in words, and then get in', async () => {
    const statuses = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await inn('192.0.2.1')).status);
    expect(statuses).toEqual([303, 303, 303, 429]);
    const page = await inn('192.0.2.1', '/inn?ny=1&til=%2Fmottak');
    expect(await page.text()).toContain('Siden går videre av seg selv, og du slipper inn.');
    const on = /^6; url=(.*)$/.exec(page.headers.get('refresh') ?? '')?.[1] ?? '';
    expect(on, 'where they wanted to go, and fresh as it was asked').toMatch(/^\/inn\?ny=1&til=%2Fmottak&tur=/);
    w.time.pass(6 * SECOND);
    const next = await inn('192.0.2.1', on);
    expect([next.status, next.headers.get('location')?.startsWith(w.provider.issuer)]).toEqual([303, true]);
    expect((await inn('192.0.2.2')).status, 'nobody else waits').toBe(303);
  });

  test('a code is guessed five times for one question, and then the provider is asked no more for it', async () => {
    const agent = userAgent();
    invite(w.register, w.provider.issuer, 'kari');
    const choice = await agent.open(`${w.houseUrl}/inn`);
    const answer = await agent.send(choice, { person: 'kari' }, (url) => url.startsWith(`${w.houseUrl}/inn/tilbake`));
    const own = agent.header(new URL(w.houseUrl));
    const guess = new URL(answer.url);
    guess.searchParams.set('code', 'gjettet');
    const found = [];
    for (let n = 0; n < 8; n += 1) found.push((await fetch(guess, { headers: { cookie: own }, redirect: 'manual' })).status);
    expect([found.every((status) => status === 400), asked]).toEqual([true, PACE.state.most]);
  });

  test('whoever signs in without end is told to wait a minute, opens no session by it and writes nothing in the log', async () => {
    invite(w.register, w.provider.issuer, 'even');
    const signIn = async () => {
      const agent = userAgent();
      return agent.send(await agent.open(`${w.houseUrl}/inn`), { person: 'even' });
    };
    for (let n = 0; n < 2; n += 1) expect((await signIn()).status).toBe(200);
    const [sessions, events] = [w.register.open.size, w.events.length];
    const third = await signIn();
    expect([third.status, third.text.includes('Vent et minutt'), w.register.open.size, w.events.length]).toEqual([429, true, sessions, events]);
    w.time.pass(2 * MINUTE);
    expect((await signIn()).status).toBe(200);
  });
});
