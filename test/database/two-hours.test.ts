import { createSecretKey, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemChance } from '../../src/kernel/ids.ts';
import { refuse } from '../../src/kernel/outcome.ts';
import { sealingKey } from '../../src/kernel/sealing/aead.ts';
import { addMs, HOUR, MINUTE } from '../../src/kernel/time.ts';
import { SESSION_COOKIE } from '../../src/staff/sign-in/cookies.ts';
import { staffSignIn } from '../../src/staff/sign-in/flow.ts';
import { peopleIn, sessionsIn } from '../../src/staff/sign-in/register.ts';
import { SESSION_LIMITS } from '../../src/staff/sign-in/session.ts';
import { STAFF_ROUTES } from '../../src/web/routes.ts';
import { atWork } from '../support/at-work.ts';
import { chromiumPath } from '../support/chromium.ts';
import { ISSUER } from '../support/people.ts';
import { newWorld, NORDFJELLA, type World } from '../support/world.ts';
import { staffHouse, type StaffHouse } from './staff-house.ts';

let world: World;
let house: StaffHouse;
beforeAll(async () => {
  world = await newWorld();
  // Sessions as the house has them; nobody comes by the provider here.
  house = await staffHouse(world, new Hono(), STAFF_ROUTES, (_, { door, deployment }) => {
    const regions = async () => [NORDFJELLA];
    const nowhere = { settings: { name: 'id', issuer: ISSUER, clientId: 'x', redirectUri: ISSUER, postLogoutRedirectUri: ISSUER, requiredAcr: 'x' }, get: async () => refuse('signin.unreachable') };
    return staffSignIn({
      issuers: [nowhere as never], sessions: sessionsIn(door, regions), people: peopleIn(door, regions, deployment.identityKey), note: async () => undefined, // nothing of it is asked
      clock: () => world.clock.now, chance: systemChance, pendingKey: sealingKey(createSecretKey(randomBytes(32))), limits: SESSION_LIMITS,
    });
  });
});
afterAll(async () => {
  await house.close();
  await world.close();
});

const signIn = async () => (await atWork(world.house.door, { ...await world.person('jorunn'), signedInAt: world.clock.now }, world.clock.now)).cookie;

async function get(cookie: string, path: string): Promise<string> {
  return (await fetch(house.url + path, { headers: { cookie: `${SESSION_COOKIE}=${cookie}` } })).text();
}

async function post(cookie: string, path: string, fields: Readonly<Record<string, string>>): Promise<{ status: number; text: string; to: string | null }> {
  const reply = await fetch(house.url + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields), headers: { cookie: `${SESSION_COOKIE}=${cookie}`, origin: house.url } });
  return { status: reply.status, text: await reply.text(), to: reply.headers.get('location') };
}

/** What the page itself puts into the form of the talk. */
function hiddenIn(html: string): Record<string, string> {
  const form = html.split('id="samtale"')[1]?.split('</form>')[0] ?? '';
  return Object.fromEntries([...form.matchAll(/<input type="hidden"[^>]* name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
}

const TALK = { hvor: 'Granveien 3', sett: 'Skrik fra leiligheten over.', navn: 'Solveig' };

describe('a phone form that is open for two hours loses nothing', () => {
  test.each(['/mottak/telefon', '/mottak/utkast/lagre'])('without scripts: sent to %s when the session is long over, it waits behind the sign-in, on its form, and is sent from there', async (to) => {
    const begun = world.clock.now;
    const first = await signIn();
    const kept = await post(first, '/mottak/utkast/lagre', { ...hiddenIn(await get(first, '/mottak/telefon')), hvor: TALK.hvor });
    const hidden = hiddenIn(await get(first, kept.to ?? ''));
    world.clock.now = addMs(begun, 2 * HOUR);
    const late = await post(first, to, { ...hidden, ...TALK });
    expect([late.status, late.text.includes('Det du skrev, er tatt vare på.')]).toEqual([403, true]);
    const again = await signIn();
    const page = await get(again, decodeURIComponent(/til=(%2Ftekst%2F[0-9a-f-]{36})/.exec(late.text)?.[1] ?? 'nowhere'));
    for (const words of Object.values(TALK)) expect(page).toContain(words);
    const sent = await post(again, '/mottak/telefon', { ...hiddenIn(page), ...TALK });
    expect([sent.status, sent.to]).toEqual([303, '/mottak?gjort=sendt']);
    expect(await get(again, '/')).not.toContain('Du har tekst som ikke er sendt');
    world.clock.now = begun;
  });

  describe.skipIf(!existsSync(chromiumPath()))('in Chromium', () => {
    let browser: Browser;
    beforeAll(async () => { browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] }); });
    afterAll(() => browser.close());

    test('with scripts: its writer stays signed in for two hours after the last word; without a network it stays on the screen, and is sent when the network is back', async () => {
      const begun = world.clock.now;
      const context = await browser.newContext();
      await context.addCookies([{ name: SESSION_COOKIE, value: await signIn(), url: house.url.replace('http:', 'https:'), secure: true }]);
      const page = await context.newPage();
      page.setDefaultTimeout(5_000);
      const heard: string[] = [];
      page.on('response', (reply) => { if (reply.url().includes('/mottak/utkast')) heard.push(`${new URL(reply.url()).search} ${reply.status()}`); });
      await page.clock.install();
      await page.goto(`${house.url}/mottak/telefon`);
      for (const [name, words] of Object.entries(TALK)) await page.locator(`[name=${name}]`).fill(words);
      for (let minutes = 0; minutes < 116; minutes += 4) {
        const before = heard.length;
        await page.clock.runFor(4 * MINUTE);
        await expect.poll(() => heard.length, { timeout: 5_000, interval: 10 }).toBeGreaterThan(before);
        world.clock.now = addMs(world.clock.now, 4 * MINUTE);
      }
      expect([heard.filter((one) => one === '?hvile=1 204').length > 25, heard.filter((one) => !one.endsWith(' 204'))]).toEqual([true, []]);
      await page.locator('[name=brutt]').fill('Ring tilbake');
      await context.setOffline(true);
      await page.getByRole('button', { name: 'Send og overlever' }).click();
      await page.getByText('Ikke sendt. Nettet er borte.').waitFor();
      expect(await page.locator('[name=brutt]').inputValue()).toBe('Ring tilbake');
      await context.setOffline(false);
      await page.getByRole('button', { name: 'Send og overlever' }).click();
      await page.waitForURL(`${house.url}/mottak?gjort=sendt`);
      await context.close();
      world.clock.now = begun;
    });
  });
});
