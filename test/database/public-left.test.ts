import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPool } from '../../src/kernel/database/connect.ts';
import { systemChance } from '../../src/kernel/ids.ts';
import { mintFormToken } from '../../src/kernel/sealing/form-token.ts';
import { openPublicKeyDirectory } from '../../src/kernel/sealing/provider-key.ts';
import { newReceiptCode } from '../../src/kernel/sealing/receipt-code.ts';
import { openStorage } from '../../src/kernel/storage.ts';
import { openIntake, type Intake } from '../../src/reports/intake.ts';
import { publicApp } from '../../src/web/public/app.tsx';
import { leftDrafts } from '../../src/web/public/left-drafts.ts';
import { knownSites } from '../../src/web/public/sites.ts';
import { crowd } from '../../src/kernel/crowd.ts';
import { inLine } from '../../src/web/public/in-line.ts';
import { slowly } from '../../src/web/public/slowly.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { HOST, newWorld, NORDFJELLA, type World } from '../support/world.ts';

const SECRET = 'Han slår meg når han har drukket';

let world: World;
let pool: pg.Pool;
let nowhere: pg.Pool;

beforeAll(async () => {
  world = await newWorld();
  pool = openPool({ url: world.url('public'), max: 4 });
  nowhere = openPool({ url: 'postgres://nobody@127.0.0.1:1/nothing', max: 1 });
});
afterAll(async () => {
  await pool.end();
  await nowhere.end();
  await world.close();
});

type Site = { readonly app: Hono; readonly intake: Intake; /** the database is away from now on */ readonly lose: () => void; readonly token: () => string; readonly draft: string };

/** The public web as its process makes it, with one form that somebody has open. */
async function site(each = 4): Promise<Site> {
  const keys = openPublicKeyDirectory(world.publicKeysDir);
  const real = openIntake(pool, keys.fingerprint);
  const gone = openIntake(nowhere, keys.fingerprint);
  let intake = real;
  const now: Intake = {
    ...real, submit: (...given) => intake.submit(...given), spendDraft: (...given) => intake.spendDraft(...given), draftSpent: (...given) => intake.draftSpent(...given),
  };
  const draft = randomUUID();
  const app = publicApp({
    intake: now, sites: knownSites(real, keys.rootPublic, () => undefined), formTokenKey: keys.formToken, apiKeys: keys, clock: () => world.clock.now, demo: true, https: false, onlyHost: HOST,
    health: async () => new Response(), slowly: slowly({ atOnce: 2, leastMs: 1_000, mostWaiting: 50, mostEach: each }), clientOf: (c) => c.req.header('x-client'),
    crowd: crowd(), uploads: inLine(8),
    left: leftDrafts((region, id) => now.spendDraft(region, id, world.clock.now), 60_000), storage: openStorage(world.keysDir),
  });
  return { app, intake: real, draft, lose: () => { intake = gone; }, token: () => mintFormToken(keys.formToken, { draftId: draft, receiptCode: newReceiptCode(systemChance), issuedAt: world.clock.now, region: NORDFJELLA }, systemChance) };
}

function post(app: Hono, path: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return Promise.resolve(app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } }));
}

/** A form that misses an answer, with everything else typed. */
const unfinished = (token: string) => ({ skjema: token, sett: SECRET, fare: 'nei' });

describe('while the database is away', () => {
  test('a form that was left is not shown again, since the process that she left it in remembers', async () => {
    const { app, lose, token } = await site();
    lose();
    expect((await post(app, '/forlat', { token: token() })).headers.get('location')).toBe('/kalender');
    const again = await post(app, '/meld', unfinished(token()));
    expect([again.status, again.headers.get('location'), await again.text()]).toEqual([303, '/kalender', '']);
    const sent = await post(app, '/meld', { ...DAUGHTER, sett: SECRET, skjema: token() });
    expect([sent.status, await sent.text()]).toEqual([303, '']);
  }, 30_000);

  test('a form that nobody left keeps every word', async () => {
    const { app, lose, token } = await site();
    lose();
    const again = await post(app, '/meld', unfinished(token()));
    expect(again.status).toBe(422);
    expect(await again.text()).toContain(SECRET);
  });
});

test('the draft is spent in the database, too, so that another process hears of it', async () => {
  const { app, intake, token, draft } = await site();
  await post(app, '/forlat', { token: token() });
  await expect.poll(() => intake.draftSpent(NORDFJELLA, draft)).toBe(true);
  const other = await site();
  expect((await post(other.app, '/meld', unfinished(token()))).status).toBe(303);
});

describe('where many ask with codes', () => {
  test('one address beyond its share gets a calm page with the code still on it and a button, the same for right and wrong codes; others get their answer', async () => {
    const { app } = await site(2);
    const skjema = /name="skjema" value="([^"]+)"/.exec(await (await app.request('/kvittering')).text())?.[1] ?? '';
    const ask = (kode: string, client: string) => post(app, '/kvittering', { skjema, kode }, { 'x-client': client });
    const flood = Array.from({ length: 12 }, () => ask('0000-0000-0000-0000', '192.0.2.1'));
    const reporter = ask('0000-0000-0000-0001', '192.0.2.2');
    const busy = ask('ABCD-EFGH-JKMN-PQRS', '192.0.2.1');
    expect((await reporter).status).toBe(200);
    const page = await (await busy).text();
    expect((await busy).status).toBe(429);
    expect(page).toContain('value="ABCD-EFGH-JKMN-PQRS"');
    expect(page).toContain('Prøv igjen');
    expect(page).not.toMatch(/feil kode|ugyldig|nektet/i);
    const statuses = (await Promise.all(flood)).map((one) => one.status);
    expect([statuses.filter((one) => one === 200).length, statuses.filter((one) => one === 429).length]).toEqual([2, 10]);
    expect((await ask('ABCD-EFGH-JKMN-PQRS', '192.0.2.1')).status).toBe(200);
  });
});
