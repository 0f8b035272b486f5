import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemChance } from '../../src/kernel/ids.ts';
import { openStorage } from '../../src/kernel/storage.ts';
import { instant } from '../../src/kernel/time.ts';
import type { CaseFact } from '../../src/statistics/fact.ts';
import { STATISTICS_ROUTES } from '../../src/statistics/pages/routes.tsx';
import { saveFact } from '../../src/statistics/store.ts';
import { staffApp } from '../../src/web/staff/app.tsx';
import { openCaseFromReports } from '../../src/cases/public.ts';
import { fact } from '../statistics/facts.ts';
import { accessFaults } from '../support/access-faults.ts';
import { DAUGHTER, openAll, sender } from '../support/submissions.ts';
import { DEFINITIONS } from '../../src/statistics/definitions.ts';
import { newWorld, NORDFJELLA, type World } from '../support/world.ts';
import { cookieSignIn, MARK_KEY } from './staff-house.ts';
import { chromiumPath } from '../support/chromium.ts';

const PHONE = 390;
const DESK = 1280;

/** A believable year of an invented region: many of some, few of others. */
const YEAR: readonly (readonly [number, Partial<CaseFact>])[] = [
  [14, { owner: '9901', violence: ['OKONOMISK', 'PSYKISK'], relation: ['BARN'], reporter: 'HJEMMETJENESTE', vulnerability: ['DEMENS', 'HOY_ALDER'] }],
  [9, { owner: '9902', violence: ['PSYKISK'], relation: ['EKTEFELLE'], reporter: 'FASTLEGE', vulnerability: ['PSYKISK_SYKDOM'], caseType: 'BOR', status: 'AVSLUTTET', closedMonth: '2025-11', closingReasons: ['RISIKO_REDUSERT'] }],
  [8, { owner: '9902', violence: ['FYSISK', 'PSYKISK'], relation: ['SAMBOER'], reporter: 'LEGEVAKT', vulnerability: ['RUS'], caseType: 'MA' }],
  [6, { owner: '9903', violence: ['OMSORGSSVIKT'], relation: ['ANSATT'], reporter: 'FAMILIE', vulnerability: ['UTVIKLINGSHEMMING'], caseType: 'KAN', status: 'AVSLUTTET', closedMonth: '2025-09', closingReasons: ['KUN_RADGIVNING'] }],
  [3, { owner: '9903', violence: ['SEKSUELL'], relation: ['BARNEBARN'], reporter: 'KRISESENTER', vulnerability: ['FYSISK_FUNKSJON'], caseType: undefined }],
  [5, { owner: undefined, violence: ['FYSISK'], relation: ['FORELDRE'], reporter: 'NAV', vulnerability: ['AUTISME'], caseType: 'IKKE_VURDERT', status: 'IKKE_SAK', closedMonth: '2025-06', closingReasons: ['UTENFOR_KOMMUNER'] }],
];

let world: World;
let server: ServerType;
let browser: Browser;
let base: string;

/** The house's own application with this module's pages; the cookie says who is there. */
function application(): Hono {
  return staffApp({
    door: world.house.door, files: openStorage(world.keysDir), routes: STATISTICS_ROUTES, signIn: cookieSignIn(world, world.house), signInRoutes: new Hono(), health: async (c) => c.json({}), clock: () => world.clock.now, markKey: MARK_KEY,
    demo: true, https: false, houseOrigin: base,
  });
}

describe.skipIf(!existsSync(chromiumPath()))('«Tall» in Chromium', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    world = await newWorld();
    base = await new Promise<string>((resolve) => {
      let app: Hono | undefined;
      server = serve({ fetch: (request: Request) => (app ??= application()).fetch(request), hostname: '127.0.0.1', port: 0 }, ({ port }) => resolve(`http://127.0.0.1:${port}`));
    });
    await world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
      const all = [...YEAR.map(([n, change]) => [n, { openedMonth: '2025-05', ...change }] as const), [16, { openedMonth: '2026-01' }] as const, [4, { openedMonth: '2024-10' }] as const];
      for (const [n, change] of all) for (let i = 0; i < n; i += 1) await saveFact(ctx.tx, NORDFJELLA, systemChance.bytes(32), fact(change));
    });
    const from = await sender(world);
    for (const [at, answers] of [['2026-03-02T08:00:00.000Z', { situasjon: 'DEMENS|AVHENGIG_AV_UTOVER|FYSISK_FUNKSJON', tilknytning: 'BARN', hva: 'OKONOMISK|PSYKISK|MATERIELL', kjonn: 'KVINNE', alder: 'A80' }], ['2026-03-03T08:00:00.000Z', { kommune: '9901' }]] as const) {
      world.clock.now = instant(at);
      const { draft } = await from.send({ ...DAUGHTER, ...answers });
      await openAll(world);
      const opened = await world.house.door.enter(openCaseFromReports, await world.person('kari'), { reportIds: [draft], connection: 'INGEN' });
      expect(opened.ok).toBe(true);
    }
    await from.close();
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
    await world.close();
  });

  /** Opens a page as somebody, and looks at everything a machine can see: blocked resources, sideways scrolling, accessibility. */
  async function visit(who: string, path: string, width: number, work: (page: Page) => Promise<void> = async () => undefined): Promise<void> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'nb-NO' });
    await context.addCookies([{ name: 'who', value: who, url: base }]);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    const response = await page.goto(`${base}${path}`);
    expect(response?.status(), path).toBe(200);
    await work(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 'no sideways scrolling').toBeLessThanOrEqual(0);
    expect(await accessFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  }

  const STATES = [
    ['a year that is broken down', 'stine', '/statistikk'], ['a municipality', 'stine', '/statistikk?ar=2025&kommune=9901'], ['a municipality that is hidden', 'stine', '/statistikk?ar=2025&kommune=9903'],
    ['a municipality without cases', 'stine', '/statistikk?ar=2025&kommune=9904'], ['a year that runs', 'per', '/statistikk?ar=2026'], ['a year with few', 'kari', '/statistikk?ar=2024'],
    ['a year without cases', 'even', '/statistikk?ar=2019'], ['the internal list', 'kari', '/statistikk/saker'], ['the internal list, empty', 'kari', '/statistikk/saker?ar=2019'],
  ] as const;

  test.each(STATES)('%s is sound on a phone', async (_what, who, path) => visit(who, path, PHONE));

  test('a member of the steering group reads in words what the year was, and what is hidden and why', async () => {
    await visit('stine', '/statistikk', DESK, async (page) => {
      expect(await page.getByRole('heading', { level: 2, name: 'Alle kommuner i 2025' }).count()).toBe(1);
      const text = await page.locator('main').innerText();
      expect(text.indexOf('Arbeidet i 2025'), 'what is about nobody stands first').toBeLessThan(text.indexOf('Alle kommuner i 2025'));
      expect(text.slice(text.indexOf('Arbeidet i 2025'), text.indexOf('Alle kommuner i 2025'))).toMatch(/\d+\s+Møter i teamet[\s\S]*\d+\s+Mennesker vi nådde[\s\S]*Drøftinger/);
      expect(text).toContain('Vi mottok 45 saker. Oftest gjaldt det psykisk vold (31).');
      expect(text).toContain('Tall fra 1 til 4 vises som «<5»');
      expect(text).toMatch(/Så langt er det mottatt 16 saker i 2026 \(til og med feb\.? 2026\)\. Se 2026/);
      expect(text).toContain(`Utgave ${DEFINITIONS}`);
      expect(text).toContain('Stine Moen');
      expect(await page.getByRole('link', { name: /Sak for sak/ }).count()).toBe(0);
      await page.locator('.vv-chart summary').click();
      expect(await page.getByRole('rowheader', { name: 'Psykisk vold' }).count()).toBe(1);
      expect(await page.getByRole('cell', { name: 'færre enn 5' }).count()).toBeGreaterThan(0);
      expect(text).toContain('Skjult for å verne personer: hvem som er antatt overgriper.');
    });
  });

  test('a year that runs leads on to the newest one that is broken down, and a municipality comes along', async () => {
    await visit('stine', '/statistikk?ar=2026&kommune=9901', PHONE, async (page) => {
      await page.getByRole('link', { name: 'Se 2025, de nyeste tallene som er delt opp' }).click();
      expect(new URL(page.url()).search).toBe('?ar=2025&kommune=9901');
    });
  });

  test('the choice of year and municipality stands in the address, and a page can be kept by it', async () => {
    await visit('stine', '/statistikk', PHONE, async (page) => {
      await page.getByLabel('År', { exact: true }).selectOption('2025');
      await page.getByLabel('Kommune', { exact: true }).selectOption('Fjordby');
      await page.getByRole('button', { name: 'Vis' }).click();
      expect(new URL(page.url()).search).toBe('?ar=2025&kommune=9901');
      expect(await page.getByRole('heading', { level: 2, name: 'Fjordby i 2025' }).count()).toBe(1);
    });
  });

  test('what is hidden in every year says so in a sentence over time, and not which rows have somebody in them', async () => {
    await visit('stine', '/statistikk/over-tid?hva=relation', PHONE, async (page) => {
      expect(await page.locator('main').innerText()).toContain('Tallene er skjult for å verne personer.');
      expect(await page.getByRole('table', { name: /antatt overgriper/ }).count()).toBe(0);
    });
  });

  test('the internal list says what it is before it says anything else', async () => {
    await visit('kari', '/statistikk/saker', DESK, async (page) => {
      const text = await page.locator('main').innerText();
      expect(text.indexOf('Internt – enkeltpersoner kan kjennes igjen')).toBeLessThan(text.indexOf('Sak nr.'));
      expect(await page.getByRole('row').count()).toBe(3);
      // the nine columns of R2, and the way on to the case
      expect(await page.getByRole('columnheader').count()).toBe(10);
    });
  });

  test('an address that was mangled or guessed opens the page as it is, or is not there: never a fault', async () => {
    const get = (path: string, who = 'stine') => fetch(`${base}${path}`, { headers: { cookie: `who=${who}` }, redirect: 'manual' });
    for (const path of ['/statistikk?ar=abc', '/statistikk?ar=-1&kommune=', '/statistikk?ar=999999999999', '/statistikk?side=%00', '/statistikk?ar[]=2025']) expect((await get(path)).status, path).toBe(200);
    for (const path of ['/statistikk?kommune=1234', `/statistikk?kommune=${'9'.repeat(500)}`, "/statistikk?kommune=%27%20or%201%3D1", '/statistikk/saker']) expect((await get(path)).status, path).toBe(404);
    for (const path of ['/statistikk/saker?side=0', '/statistikk/saker?side=99999', '/statistikk/saker?ar=x&side=y']) expect((await get(path, 'kari')).status, path).toBe(200);
    const hidden = await (await get('/statistikk', 'ida')).text();
    expect(hidden).toBe(await (await get('/statistikk?kommune=1234')).text());
  });
});
