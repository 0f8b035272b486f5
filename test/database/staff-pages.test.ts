import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from '@playwright/test';
import { Hono } from 'hono';
import { createElement } from 'react';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Lang } from '../../src/kernel/texts.ts';
import { SetUpPage } from '../../src/setup/page.tsx';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { buildOnce } from '../support/product.ts';
import { newWorld, type World } from '../support/world.ts';
import { staffHouse, type StaffHouse } from './staff-house.ts';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const SETUP_FAULTS = { name: 'missing', 'talk-1': 'hours-backwards', 'municipality-1': 'municipality_unknown', 'leader-subject': 'subject_twice' };

let world: World;
let house: StaffHouse;
beforeAll(async () => {
  buildOnce();
  world = await newWorld();
  const setup = new Hono();
  setup.get('/oppsett-vist', (c) => c.html(renderDocument(createElement(SetUpPage, { lang: 'nb', action: '/oppsett-vist', typed: { 'talk-kind': 'weekly', 'talk-1': '15–8' }, faults: SETUP_FAULTS, asksHost: true }))));
  house = await staffHouse(world, setup);
});
afterAll(async () => {
  await house.close();
  await world.close();
});

async function get(who: string, path: string, lang: Lang = 'nb'): Promise<{ status: number; text: string }> {
  const reply = await fetch(house.url + path, { headers: { cookie: `who=${who}; __Host-l=${lang}` } });
  return { status: reply.status, text: await reply.text() };
}

async function post(who: string, path: string, fields: Readonly<Record<string, string>>): Promise<{ status: number; text: string; to: string | null }> {
  const reply = await fetch(house.url + path, {
    method: 'POST', redirect: 'manual', body: new URLSearchParams(fields), headers: { cookie: `who=${who}`, origin: house.url, 'content-type': 'application/x-www-form-urlencoded' },
  });
  return { status: reply.status, text: await reply.text(), to: reply.headers.get('location') };
}

/** What a form of the page would send, untouched. */
function fieldsOf(html: string, action: string): Record<string, string> {
  const form = html.split(`action="${action}"`)[1]?.split('</form>')[0] ?? '';
  const plain = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    if (/type="(radio|checkbox)"/.test(tag) && !tag.includes(' checked')) continue;
    fields[attribute('name') ?? ''] = plain(attribute('value') ?? '');
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([^<]*)</g)) fields[name] = plain(text);
  return fields;
}

describe('the page of the public site', () => {
  test('sends back what it showed without changing a word, and goes on to the page that says it is saved', async () => {
    const shown = await get('kari', '/region/nettsted');
    const sent = await post('kari', '/region/nettsted', fieldsOf(shown.text, '/region/nettsted'));
    expect([sent.status, sent.to]).toEqual([303, '/region/nettsted?gjort=lagret']);
    expect((await get('kari', '/region/nettsted')).text).toContain('Alt i utkastet er publisert.');
  });

  test('keeps all that was typed when something is wrong, and says where', async () => {
    const fields = { ...fieldsOf((await get('kari', '/region/nettsted')).text, '/region/nettsted'), name: '', 'phone-number': 'ring <b>oss', 'intro-nb': 'Dette skrev jeg nå', 'reading-kind': 'weekly', 'reading-2': '15–8' };
    const page = await post('kari', '/region/nettsted', fields);
    expect(page.status).toBe(422);
    for (const kept of ['ring &lt;b&gt;oss', 'Dette skrev jeg nå', '15–8', 'href="#name"', 'href="#phone-number"', 'href="#reading-2"', 'id="reading-2"']) expect(page.text).toContain(kept);
  });

  test('says exactly what is missing when it cannot be published with an open form', async () => {
    const fields = fieldsOf((await get('kari', '/region/nettsted')).text, '/region/nettsted');
    expect((await post('kari', '/region/nettsted', { ...fields, 'officer-name': '', 'basis-en': '' })).status).toBe(303);
    const page = await post('kari', '/region/nettsted/publiser', {});
    expect(page.status).toBe(422);
    expect([...page.text.matchAll(/<a class="ds-link" href="#([\w-]+)">[^<]*: Fyll ut/g)].map(([, field]) => field)).toEqual(['officer-name', 'basis-en']);
  });

  test('is not there for those who do not edit it', async () => {
    const missing = await get('leif', '/finnes-ikke');
    for (const path of ['/region/nettsted', '/region/nettsted/utkast']) expect(await get('leif', path)).toEqual(missing);
    expect((await get('stine', '/ansatte')).text).toBe(missing.text);
  });
});

describe('the page of the staff', () => {
  test('keeps what was typed in an invitation that cannot be sent', async () => {
    const page = await post('ida', '/ansatte/ny', { name: 'Bjørg Åsen', unit: 'Hjemmetjenesten', municipalityId: '', subject: '' });
    expect(page.status).toBe(422);
    for (const kept of ['value="Bjørg Åsen"', 'value="Hjemmetjenesten"', 'Velg en kommune, eller hele regionen.', 'Skriv bruker-ID-en.']) expect(page.text).toContain(kept);
  });

  test('gives the button to the one who may confirm, and to the others the reason why not', async () => {
    const stine = await world.person('stine');
    expect((await post('leif', `/ansatte/${stine.userId}/rolle`, { role: 'MOTTAK' })).to).toBe('/ansatte?gjort=foreslatt');
    const shown = async (who: string) => {
      const { text } = await get(who, '/ansatte');
      return [/rolle\/[\w-]+\/bekreft/.test(text), /Venter på en person til.*?(En annen koordinator eller leder må bekrefte den|En koordinator eller leder må bekrefte den)/s.exec(text)?.[1]];
    };
    expect(await shown('kari')).toEqual([true, undefined]);
    expect(await shown('leif')).toEqual([false, 'En annen koordinator eller leder må bekrefte den']);
    expect(await shown('ida')).toEqual([false, 'En koordinator eller leder må bekrefte den']);
    const address = /rolle\/[\w-]+\/bekreft/.exec((await get('kari', '/ansatte')).text)?.[0] ?? '';
    expect((await post('ida', `/ansatte/${address}`, {})).status).toBe(404);
    expect((await post('kari', `/ansatte/${address}`, {})).to).toBe('/ansatte?gjort=bekreftet');
  });

  test.each([['nn', 'Tilsette', 'Endre tilgang'], ['en', 'Staff', 'Change access']] as const)('is whole in %s', async (lang, heading, change) => {
    const { text } = await get('kari', '/ansatte', lang);
    expect(text).toContain(`<h1 class="vv-heading vv-heading-xl">${heading}</h1>`);
    expect(text).toContain(change);
    expect(text).not.toMatch(/undefined|\[object/);
  });
});

describe.skipIf(!existsSync(CHROMIUM))('in Chromium', { timeout: 120_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  const STATES: readonly (readonly [who: string, path: string, then?: (page: Page) => Promise<void>])[] = [
    ['kari', '/region/nettsted'], ['kari', '/region/nettsted', async (page) => { await page.fill('#name', ''); await page.click('text=Lagre utkastet'); }],
    ['kari', '/region/nettsted/utkast?sprak=en'], ['leif', '/region', async (page) => { await page.locator('summary').first().click(); await page.click('text=Ta med kommunen'); }],
    ['kari', '/ansatte', async (page) => { await page.locator('summary').nth(1).click(); }], ['ida', '/ansatte', async (page) => { await page.locator('summary').first().click(); await page.click('button:text-is("Inviter")'); }],
    ['per', '/ansatte'], ['kari', '/oppsett-vist'],
  ];

  test.each([[390, 'light'], [1280, 'dark']] as const)('every page and its faults are open to everybody at %i px (%s)', async (width, colorScheme) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && !message.text().includes('422') && complaints.push(message.text()));
    for (const [who, path, then] of STATES) {
      await context.addCookies([{ name: 'who', value: who, url: house.url }]);
      await page.goto(house.url + path);
      await then?.(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((one) => [one.id, one.nodes.map((node) => node.html.slice(0, 120))]), `${who} ${path}`).toEqual([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth'), `${who} ${path}`).toBeLessThanOrEqual(width);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});
