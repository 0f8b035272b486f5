import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMs, MINUTE, SECOND, toMs } from '../../src/kernel/time.ts';
import { moveOut } from '../../src/reports/commands/handle.ts';
import { inbox, type Inbox } from '../../src/reports/queries.ts';
import { crowd, LIMITS } from '../../src/kernel/crowd.ts';
import { inLine } from '../../src/web/public/in-line.ts';
import { openSite, type Page, type Site } from '../support/site.ts';
import { DAUGHTER, openAll } from '../support/submissions.ts';
import { newWorld, type World } from '../support/world.ts';

let world: World;
let site: Site;

beforeAll(async () => {
  world = await newWorld();
  site = openSite(world, { limits: { each: { most: 3, perMinute: 1 }, all: { most: 1000, perMinute: 60 } } });
});
afterAll(async () => {
  await site.close();
  await world.close();
});

/** One address sends a form, and does what the page asks: presses the one button, after the wait unless told otherwise. */
async function send(client: string, fields: Readonly<Record<string, string>>, to = site): Promise<Page> {
  const response = await to.app.request('/meld', { method: 'POST', body: new URLSearchParams(fields), headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-client': client } });
  const text = await response.text();
  return { status: response.status, text, words: text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '), token: '', to: response.headers.get('location') };
}

const hidden = (page: Page): Record<string, string> => Object.fromEntries([...page.text.matchAll(/<input type="hidden"[^>]*? name="([^"]+)" value="([^"]*)"/g)].filter(([, name]) => name !== 'token').map(([, name = '', value = '']) => [name, value]));
const form = async (sett: string) => ({ skjema: (await site.get('/meld')).token, ...DAUGHTER, sett });

async function lists(): Promise<Inbox> {
  const kari = await world.person('kari');
  const found = await world.house.door.enter(inbox, kari, {});
  if (!found.ok) throw new Error(found.code);
  return found.value;
}

test('above the limit of one address nothing is refused: one press on a page that keeps every word, and it lies in a lane of its own until somebody moves it', async () => {
  for (let n = 0; n < 3; n += 1) expect((await send('10.0.0.1', await form(`Flom ${n}`))).status).toBe(200);
  const fields = await form('Hun er redd for sønnen.');
  const asked = await send('10.0.0.1', fields);
  expect([asked.status, asked.words.includes('Mange på én gang'), asked.text.split('Send nå</button>').length - 1]).toEqual([429, true, 1]);
  expect(hidden(asked)).toEqual({ ...fields, tur: expect.any(String) });

  const early = await send('10.0.0.1', hidden(asked));
  expect([early.status, early.words.includes('Det gikk litt for fort')]).toEqual([429, true]);
  expect(hidden(early)).toEqual(hidden(asked)); // the wait goes on, it does not begin again
  world.clock.now = addMs(world.clock.now, 6 * SECOND);
  const received = await send('10.0.0.1', hidden(early));
  expect(received.words).toContain('Meldingen er mottatt');
  expect((await send('10.0.0.1', hidden(early))).words).toContain('Meldingen er mottatt');

  expect((await send('10.0.0.2', await form('Fra en annen adresse'))).status).toBe(200);
  expect((await send('10.0.0.1', { ...await form('Han har kniv.'), fare: 'ja' })).status).toBe(200);
  await openAll(world);
  const before = await lists();
  expect([before.waiting.length, before.waiting.filter((row) => row.urgent).length, before.crowded.count]).toEqual([5, 1, 1]);
  const [aside] = before.crowded.rows;
  const kari = await world.person('kari');
  for (let press = 0; press < 2; press += 1) expect(await world.house.door.enter(moveOut, kari, { reportId: aside?.file_id })).toMatchObject({ ok: true, value: { consultation: false } });
  const after = await lists();
  expect([after.waiting.some((row) => row.file_id === aside?.file_id && row.received_at === aside.received_at), after.crowded.count]).toEqual([true, 0]);
});

test('a turn is for one form: it takes nobody else past the line', async () => {
  const mine = hidden(await send('10.0.0.1', await form('Hun er redd for sønnen.')));
  world.clock.now = addMs(world.clock.now, 6 * SECOND);
  expect((await send('10.0.0.1', { ...mine, skjema: (await site.get('/meld')).token })).status).toBe(429);
});

test('300 honest reports from one address in ten minutes are no crowd, and a flood of 5 000 keeps nobody else waiting', () => {
  const count = crowd();
  const start = toMs(world.clock.now);
  const honest = Array.from({ length: 300 }, (_, n) => count('10.1.0.1', start + n * 2 * SECOND));
  expect(honest.filter(Boolean)).toEqual([]);
  const other = crowd();
  let through = 0;
  for (let n = 0; n < 5_000; n += 1) {
    if (!other('10.1.0.2', start + n * 100)) through += 1;
    if (n % 100 === 0) expect(other('10.1.0.3', start + n * 100)).toBe(false);
  }
  expect(through).toBeLessThanOrEqual(LIMITS.each.most + 9);
});

test('whoever has very many addresses is a crowd, too, and fills no memory; a crowd is forgotten when it is over', () => {
  const start = toMs(world.clock.now);
  const count = crowd({ each: { most: 2, perMinute: 1 }, all: { most: 100, perMinute: 10 } }, 10);
  const answers = Array.from({ length: 150 }, (_, n) => count(`2001:db8:0:${n}`, start));
  expect([answers.indexOf(true), count('2001:db8:0:0', start + 20 * MINUTE)]).toEqual([100, false]);
});

test('files of one address wait their turn, and nobody else for them', async () => {
  const uploads = inLine(2);
  const open: (() => void)[] = [];
  const started: string[] = [];
  const file = (client: string, name: string) => uploads(client, () => new Promise<void>((resolve) => { started.push(name); open.push(resolve); }));
  const all = [file('a', '1'), file('a', '2'), file('a', '3'), file('b', '4')];
  expect(started).toEqual(['1', '2', '4']);
  open.shift()?.();
  await all[0];
  expect(started).toEqual(['1', '2', '4', '3']);
  for (const done of open) done();
  await Promise.all(all);
});

test('300 honest reports from one address in ten minutes all arrive, each once, in among the others', async () => {
  const open = openSite(world);
  const before = await lists();
  for (let n = 0; n < 300; n += 1) {
    world.clock.now = addMs(world.clock.now, 2 * SECOND);
    expect((await send('10.2.0.1', await form(`Fra sykehjemmet, melding ${n}`), open)).words).toContain('Meldingen er mottatt');
  }
  await open.close();
  await openAll(world);
  const after = await lists();
  expect([after.waiting.length - before.waiting.length, after.crowded.count]).toEqual([300, before.crowded.count]);
}, 300_000);
