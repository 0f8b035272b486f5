import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { accessFaults } from '../support/access-faults.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invite, world, type World } from './sign-in-support.ts';
import { chromiumPath } from '../support/chromium.ts';

let w: World;
let browser: Browser;
let kari: string;

/** The provider is called localhost and the house 127.0.0.1: two sites, as in real use, so that SameSite counts. */
describe.skipIf(!existsSync(chromiumPath()))('in Chromium', { timeout: 30_000 }, () => {
  beforeAll(async () => {
    w = await world({ publicHost: 'localhost' });
    kari = invite(w.register, w.provider.issuer, 'kari');
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await w.stop();
  });

  async function visit(javaScriptEnabled: boolean, width: number, work: (page: Page, context: BrowserContext, complaints: string[]) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 800 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await work(page, context, complaints);
    await context.close();
  }

  async function signIn(page: Page): Promise<void> {
    await page.goto(`${w.houseUrl}/inn?til=/saker`);
    await page.getByRole('button', { name: 'Kari Nordmo' }).click();
    await page.waitForURL(`${w.houseUrl}/saker`);
    expect(await page.textContent('#who')).toBe(kari);
  }

  it('the secure cookies are taken and sent back over http on this machine, and other sites cannot make the browser send them', async () => {
    await visit(true, 1280, async (page, context) => {
      await signIn(page);
      const cookies = (await context.cookies(w.houseUrl)).filter((c) => c.name.startsWith('__Host-'));
      expect(cookies.map((c) => [c.name, c.secure, c.httpOnly, c.sameSite, c.path])).toEqual([['__Host-s', true, true, 'Lax', '/']]);
      await page.goto(w.provider.issuer);
      const posted = page.waitForResponse((r) => r.url() === `${w.houseUrl}/ut`);
      await page.setContent(`<form method="post" action="${w.houseUrl}/ut"><button>x</button></form>`);
      await page.getByRole('button').click();
      await posted;
      expect(w.register.open.size).toBe(1);
      w.register.open.clear();
    });
  });

  it('one click signs out at both ends with JavaScript, without a word from the content policy', async () => {
    await visit(true, 1280, async (page, _, complaints) => {
      await signIn(page);
      const framed = page.waitForResponse((r) => r.url().startsWith(`${w.houseUrl}/ut/front`));
      await page.getByRole('button', { name: 'Logg ut' }).click();
      expect((await framed).status()).toBe(200);
      await page.waitForURL(`${w.houseUrl}/ut`);
      await page.getByText('Deler du maskinen').waitFor();
      expect(complaints).toEqual([]);
      await page.goto(`${w.houseUrl}/inn`);
      expect(await page.textContent('h1')).toBe('Hvem vil du være?');
      expect(w.register.open.size).toBe(0);
    });
  });

  it('signs in and out without JavaScript too: the way on is a button', async () => {
    await visit(false, 390, async (page) => {
      await signIn(page);
      await page.getByRole('button', { name: 'Logg ut' }).click();
      await page.getByRole('button', { name: 'Fortsett' }).click();
      await page.waitForURL(`${w.houseUrl}/ut`);
      await page.goto(`${w.houseUrl}/inn`);
      expect(await page.textContent('h1')).toBe('Hvem vil du være?');
    });
  });

  it('a sign-out that begins at the issuer reaches the house in a hidden frame, though the frame gets no cookie', async () => {
    await visit(true, 1280, async (page) => {
      await signIn(page);
      expect(w.register.open.size).toBe(1);
      const asked = page.waitForRequest((r) => r.url().startsWith(`${w.houseUrl}/ut/front`));
      await page.goto(`${w.provider.issuer}/session/end`);
      expect((await (await asked).allHeaders())['cookie']).toBeUndefined();
      await page.getByText('Du kan lukke siden').waitFor();
      expect(w.register.open.size).toBe(0);
    });
  });

  it('a stranger may not frame the front-channel address', async () => {
    await visit(true, 1280, async (page) => {
      const evil = 'http://localhost:9/';
      await page.route(evil, (route) => route.fulfill({ contentType: 'text/html', body: `<iframe src="${w.houseUrl}/ut/front?iss=x&sid=y"></iframe>` }));
      await page.goto(evil);
      await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
    });
  });

  it('somebody else can sign in over the one who was there', async () => {
    const even = invite(w.register, w.provider.issuer, 'even');
    await visit(true, 1280, async (page, _, complaints) => {
      await signIn(page);
      await page.goto(`${w.houseUrl}/inn?ny=1`);
      await page.getByRole('button', { name: 'Even Strand' }).click();
      await page.waitForURL(`${w.houseUrl}/`);
      expect(await page.textContent('#who')).toBe(even);
      expect(complaints).toEqual([]);
    });
  });

  for (const [width, colorScheme] of [[390, 'light'], [1280, 'dark']] as const) {
    it(`the choice of person is open to everybody at ${width} px (${colorScheme})`, async () => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const page = await context.newPage();
      for (const path of ['/inn?ny=1', '/inn/tilbake?state=x', '/ut']) {
        await page.goto(`${w.houseUrl}${path}`);
        expect(await accessFaults(page), path).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      }
      await context.close();
    });
  }
});
