import { expect, test, type Page, type Response } from '@playwright/test';
import { accessFaults } from '../support/access-faults.ts';
import { misplaced } from '../support/nesting.ts';

export function publicUrl(path: string): string {
  return `${process.env['PUBLIC_URL']}${path}`;
}

export function houseUrl(path: string): string {
  return `${process.env['HOUSE_URL']}${path}`;
}

const FAULTS = new WeakMap<Page, string[]>();
/** documents on their way from the server, still to be read */
const READING = new WeakMap<Page, Promise<void>[]>();

/** Collects what the browser's console calls a fault (a blocked script or style is one), and what a browser has to put right in a page. */
export function watch(page: Page): void {
  const faults: string[] = [];
  const reading: Promise<void>[] = [];
  READING.set(page, reading);
  page.on('response', (response) => {
    if (response.request().resourceType() === 'document') reading.push(source(response).then((html) => void faults.push(...misplaced(html))));
  });
  FAULTS.set(page, faults);
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:|data:)/.test(request.url())) faults.push(`request to ${request.url()}`);
  });
}

/** The page as it was sent; empty where the browser has let go of it, or it was only a way on. */
async function source(response: Response): Promise<string> {
  const html = response.status() < 300 || response.status() >= 400;
  return html ? response.text().catch(() => '') : '';
}

/** Nothing blocked, no request to elsewhere, nothing that the browser had to put right. */
export async function clean(page: Page): Promise<void> {
  await Promise.all(READING.get(page) ?? []);
  expect(FAULTS.get(page) ?? []).toEqual([]);
}

/** Clean, and no accessibility fault. */
export async function sound(page: Page): Promise<void> {
  await clean(page);
  if (test.info().project.use.javaScriptEnabled === false) return; // axe is a script; the same pages are checked with it in the other projects
  expect(await accessFaults(page)).toEqual([]);
}

export async function fits(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  const hidden = await page.locator('nav ul').evaluateAll((lists) => lists.filter((list) => list.scrollWidth > list.clientWidth).map((list) => list.textContent));
  expect(hidden, 'ways on that are reached only by scrolling sideways').toEqual([]);
}

/** Signs in as one of the demo people, and is let in. */
export async function signIn(page: Page, name: string, path = '/'): Promise<void> {
  await page.goto(houseUrl(path));
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.waitForURL((url) => url.origin === new URL(houseUrl('/')).origin);
  await expect(page.locator('header.vv-bar'), `${name} is let in`).toBeVisible();
}
