import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { Hono } from 'hono';
import { createElement } from 'react';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Lang } from '../../src/kernel/texts.ts';
import { SetUpPage } from '../../src/setup/page.tsx';
import { renderDocument } from '../../src/web/ui/document.tsx';
import { accessFaults } from '../support/access-faults.ts';
import { wellNested } from '../support/nesting.ts';
import { newWorld, type World } from '../support/world.ts';
import { staffHouse, type StaffHouse } from './staff-house.ts';
import { chromiumPath } from '../support/chromium.ts';

const SETUP_FAULTS = { name: 'missing', 'talk-1': 'hours-backwards', 'municipality-1': 'municipality_unknown', 'leader-subject': 'subject_twice' };

let world: World;
let house: StaffHouse;
beforeAll(async () => {
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
    for (const path of ['/region/nettsted', '/region/nettsted/utkast', '/region/frister']) expect(await get('leif', path)).toEqual(missing);
    expect((await get('stine', '/ansatte')).text).toBe(missing.text);
  });
});

describe('the page of the region’s own deadlines', () => {
  test('sends back what it showed, keeps what cannot be saved, and says where', async () => {
    const shown = fieldsOf((await get('kari', '/region/frister')).text, '/region/frister');
    expect((await post('kari', '/region/frister', shown)).to).toBe('/region/frister?gjort=frister');
    const page = await post('kari', '/region/frister', { ...fieldsOf((await get('kari', '/region/frister')).text, '/region/frister'), 'ASSESSED-amount': 'snarest', 'CLOSING-on': 'ja' });
    expect(page.status).toBe(422);
    for (const kept of ['value="snarest"', 'href="#ASSESSED-amount"', 'Bekymringen er vurdert av to – Virkedager: Skriv et helt tall, 1 eller mer.', 'Vanligvis 5.']) expect(page.text).toContain(kept);
    expect(page.text).toMatch(/id="CLOSING-on"[^>]*checked/);
  });

  test('says so when somebody else saved meanwhile, and does not take it for a fault of the form', async () => {
    const fields = fieldsOf((await get('kari', '/region/frister')).text, '/region/frister');
    expect((await post('kari', '/region/frister', { ...fields, 'SEEN-amount': '2' })).status).toBe(303);
    const page = await post('kari', '/region/frister', { ...fields, 'SEEN-amount': '3' });
    expect(page.text).toContain('Noen andre lagret fristene mens du skrev.');
    expect((await post('kari', '/region/frister', fieldsOf(page.text, '/region/frister'))).status).toBe(303);
  });

  test.each([['nb', 'Frister'], ['nn', 'Fristar'], ['en', 'Deadlines']] as const)('is whole in %s, and leads back and forth to the region', async (lang, heading) => {
    const { text } = await get('kari', '/region/frister', lang);
    expect(wellNested(text)).toContain(`<h1 class="vv-heading vv-heading-xl">${heading}</h1>`);
    expect(text).not.toMatch(/undefined|\[object/);
    expect((await get('kari', '/region', lang)).text).toContain('href="/region/frister"');
    expect((await get('leif', '/region', lang)).text).not.toContain('href="/region/frister"');
  });
});

describe('the forms of the region', () => {
  test('keep what was typed of a new agreement, at its own fields and not at those of the other forms', async () => {
    const municipalityId = /<option value="([\w-]{36})">Lia/.exec((await get('leif', '/region')).text)?.[1] ?? '';
    const terms = { municipalityId, from: '2019-01-01', organisation: 'Lia kommune', agreement: 'Ny avtale', controller: '', legalBasis: 'Artikkel 6' };
    const page = await post('leif', '/region/avtale', terms);
    expect(page.status).toBe(422);
    for (const kept of ['href="#agreement-from"', 'id="agreement-from"', 'value="Ny avtale"', 'value="Lia kommune"', 'Kommunen er ikke med denne dagen.']) expect(page.text).toContain(kept);
    expect((await post('leif', '/region/avtale', { ...terms, agreement: ' ' })).text).toContain('href="#agreement-agreement"');
    const ids = [...page.text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) < at)).toEqual([]);
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

  test('keeps what was typed in a correction that cannot be saved, beside the person it is about', async () => {
    const { userId } = await world.person('even');
    const page = await post('kari', `/ansatte/${userId}/rett`, { name: '', unit: 'Hjemmetjenesten øst', municipalityId: 'alle' });
    expect(page.status).toBe(422);
    for (const kept of [`href="#rett-name-${userId}"`, `id="rett-name-${userId}"`, 'value="Hjemmetjenesten øst"', 'Navn: Skriv navnet.']) expect(page.text).toContain(kept);
    expect((await post('kari', `/ansatte/${userId}/rett`, { name: 'Even Strand', unit: 'Hjemmetjenesten øst', municipalityId: 'alle' })).to).toBe('/ansatte?gjort=flyttet');
    expect((await get('kari', '/ansatte?gjort=flyttet')).text).toMatch(/Rettingen er lagret\. Rollene som kan se innhold, gjelder når en annen .*Teammedlem til Even Strand.*Hjemmetjenesten øst · Hele regionen/s);
    const { userId: kari } = await world.person('kari');
    expect((await post('kari', `/ansatte/${kari}/rett`, { name: 'En Annen', unit: '', municipalityId: 'alle' })).text).toContain(`href="#person-${kari}">Du kan ikke rette ditt eget navn`);
  });

  test('says of somebody new that they are compared with the reports, and what that means', async () => {
    const superuser = await world.superuser();
    await superuser.query(`insert into kernel.file select region_id, gen_random_uuid(), 'report', created_at from kernel.region_register`);
    expect((await get('kari', '/ansatte')).text).not.toContain('Sammenlignes med meldingene');
    expect((await post('kari', '/ansatte/ny', { name: 'Nils Krogh', unit: '', municipalityId: 'alle', subject: 'nils' })).status).toBe(303);
    expect((await get('kari', '/ansatte')).text).toMatch(/Nils Krogh.*Sammenlignes med meldingene ….*gjelder ingen rolle som kan se innhold/s);
  });

  test('tells whoever takes the reserve’s last role that there is no reserve now; and whoever was it is not led to the inbox', async () => {
    const { userId } = await world.person('reidun');
    await post('leif', `/ansatte/${userId}/rolle`, { role: 'PERSONVERNOMBUD' });
    expect((await get('reidun', '/ansatte')).text).toContain('href="/mottak"');
    const card = (await get('leif', '/ansatte')).text.split(`id="person-${userId}"`)[1] ?? '';
    const [grant = ''] = /\/ansatte\/rolle\/[\w-]+\/avslutt(?=(?:(?!<\/form>).)*Teammedlem)/s.exec(card) ?? [];
    const sent = await post('leif', grant, {});
    expect(sent.to).toBe('/ansatte?gjort=avsluttet&reserve=ingen');
    expect((await get('leif', sent.to ?? '')).text).toMatch(/Rollen er avsluttet\..*Den som var reserve, kan ikke være det lenger\..*Ingen er valgt\./s);
    expect((await get('reidun', '/ansatte')).text).not.toContain('href="/mottak"');
  });

  test('leads whoever was signed out to the page that says why, and back to where they were', async () => {
    const to = async (cookie: string, path = '/ansatte') => (await fetch(`${house.url}${path}`, { redirect: 'manual', headers: { cookie } })).headers.get('location');
    expect(await to('ended=idle')).toBe('/inn?ut=pause&til=%2Fansatte');
    // A form is answered with a page that leads on: a redirect out of it to the provider would be held against form-action 'self'.
    const sent = await fetch(`${house.url}/ansatte/ny`, { method: 'POST', redirect: 'manual', headers: { cookie: 'ended=expired', origin: house.url } });
    expect([sent.status, sent.headers.get('location'), sent.headers.get('refresh')]).toEqual([403, null, '0; url=/inn?ut=dagen&til=%2F']);
    expect(await to('ended=disabled')).toBe('/inn?ut=stengt&til=%2Fansatte');
    expect(await to('')).toBe('/inn?til=%2Fansatte');
    expect(await to('', '/ansatte?sorter=navn&mine=ja'), 'a filter that was kept or sent is still there after sign-in').toBe('/inn?til=%2Fansatte%3Fsorter%3Dnavn%26mine%3Dja');
    expect(await to('', '/ansatte?mine=ja&hvile=usett'), 'what a page says by itself is not what one comes back to').toBe('/inn?til=%2Fansatte%3Fmine%3Dja');
  });

  test.each([['nn', 'Tilsette', 'Endre tilgang'], ['en', 'Staff', 'Change access']] as const)('is whole in %s', async (lang, heading, change) => {
    const { text } = await get('kari', '/ansatte', lang);
    expect(text).toContain(`<h1 class="vv-heading vv-heading-xl">${heading}</h1>`);
    expect(text).toContain(change);
    expect(text).not.toMatch(/undefined|\[object/);
  });
});

describe.skipIf(!existsSync(chromiumPath()))('in Chromium', { timeout: 300_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  const STATES: readonly (readonly [who: string, path: string, then?: (page: Page) => Promise<void>])[] = [
    ['kari', '/region/nettsted'], ['kari', '/region/nettsted', async (page) => { await page.fill('#name', ''); await page.click('text=Lagre utkastet'); }],
    ['kari', '/region/nettsted/utkast?sprak=en'], ['leif', '/region', async (page) => { await page.locator('summary').first().click(); await page.click('text=Ta med kommunen'); }],
    ['kari', '/ansatte', async (page) => { await page.locator('summary').nth(1).click(); }],
    ['kari', '/ansatte', async (page) => { for (const at of [4, 5, 6]) await page.locator('summary').nth(at).click(); }], ['ida', '/ansatte', async (page) => { await page.locator('summary').first().click(); await page.click('button:text-is("Inviter")'); }],
    ['leif', '/region', async (page) => { await page.locator('summary').nth(1).click(); await page.click('text=Lagre avtalen'); }],
    ['kari', '/region/frister'], ['kari', '/region/frister', async (page) => { await page.fill('#SEEN-amount', '0'); await page.click('text=Lagre fristene'); }],
    ['per', '/ansatte'], ['kari', '/oppsett-vist'],
  ];

  test.each([[390, 'light'], [1280, 'dark']] as const)('every page and its faults are open to everybody at %i px (%s) (IKT-forskriften § 4 b)', async (width, colorScheme) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && !message.text().includes('422') && complaints.push(message.text()));
    for (const [who, path, then] of STATES) {
      await context.addCookies([{ name: 'who', value: who, url: house.url }]);
      await page.goto(house.url + path);
      await then?.(page);
      expect(await accessFaults(page), `${who} ${path}`).toEqual([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth'), `${who} ${path}`).toBeLessThanOrEqual(width);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});
