import { expect, test as base, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { addDays, osloDay, systemClock } from '../../src/kernel/time.ts';
import { sendForm } from './public-support.ts';
import { fits, houseUrl, signIn, sound, watch } from './support.ts';

type AtWork = (name: string, path?: string) => Promise<Page>;

/** `atWork`: a colleague at a machine of their own (own cookies), signed in; it is taken away with the test. */
export const test = base.extend<{ atWork: AtWork }>({
  atWork: async ({ browser }, use, info) => {
    const { project } = info;
    const { viewport = null, locale = 'nb-NO', timezoneId = 'Europe/Oslo' } = project.use;
    const machines: BrowserContext[] = [];
    const pages: Page[] = [];
    await use(async (name, path = '/') => {
      const machine = await browser.newContext({ viewport, locale, timezoneId });
      machines.push(machine);
      const page = await machine.newPage();
      pages.push(page);
      page.setDefaultTimeout(40_000);
      watch(page);
      await signIn(page, name, path);
      return page;
    });
    if (info.status === info.expectedStatus) for (const page of pages) await good(page); // as each left it, with every console fault on the way
    for (const machine of machines) await machine.close();
  },
});

/** Nothing wrong with what stands here now: width, console, accessibility. */
export async function good(page: Page): Promise<void> {
  await fits(page);
  await sound(page);
}

/** The same for a page of a long story: on the phone its width, and the rest once at the end, since it is the same document as at the desk. */
export async function goodOnTheWay(page: Page): Promise<void> {
  if (base.info().project.name === 'phone') return fits(page);
  return good(page);
}

/** Answers one question, whatever it is drawn as. The whole card of a choice is the target. */
export async function answer(page: Page, name: string, value: string): Promise<void> {
  const field = page.locator(`main [name="${name}"]`).first();
  const kind = await field.evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.tagName));
  if (kind === 'SELECT') return void await field.selectOption(value);
  if (kind !== 'radio' && kind !== 'checkbox') return field.fill(value);
  const choice = page.locator(`main [name="${name}"][value="${value}"]`);
  await page.locator('main label', { has: page.locator(`[name="${name}"][value="${value}"]`) }).click();
  await expect(choice).toBeChecked();
}

export async function answerAll(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(answers)) await answer(page, name, value);
}

/** From the case to a step's form, by «Neste steg», as this person is offered it. A press that the page slipped away under is made once more. */
export async function openStep(page: Page, step: string): Promise<void> {
  const link = page.locator(`a[href*="/steg/${step}"]`).first();
  const there = new RegExp(`/steg/${step}`);
  await expect(async () => {
    if (there.test(page.url())) return;
    if (!await link.isVisible()) await page.getByText('Annet du kan gjøre').click();
    await link.click({ timeout: 5_000 });
    await expect(page).toHaveURL(there, { timeout: 5_000 });
  }).toPass({ timeout: 40_000 });
}

/** Sends the form of the step one stands on, and sees that it is saved. */
export async function send(page: Page, answers: Readonly<Record<string, string>> = {}): Promise<void> {
  await answerAll(page, answers);
  await page.locator('main form[action*="/steg/"] button[type=submit]').last().click();
  await expect(page.locator('main')).toContainText('Lagret: ');
}

/** A whole step, from the case's page and back to it. */
export async function take(page: Page, step: string, answers: Readonly<Record<string, string>> = {}): Promise<void> {
  await openStep(page, step);
  await send(page, answers);
}

/** A day as a field takes it, where people are: shortly after midnight there it is still the day before elsewhere. */
export function inDays(days: number): string {
  return addDays(osloDay(systemClock()), days);
}

/** Answered with one press, and the page that follows stands whole: whoever goes on at once would take the answer back. */
async function press(button: Locator): Promise<void> {
  await button.click();
  await expect(button).toHaveCount(0);
  await button.page().waitForLoadState();
}

/** The one question before content, where it stands. */
export async function notConnected(page: Page): Promise<void> {
  await press(page.getByRole('button', { name: 'Nei, jeg er ikke knyttet til noen' }));
}

/** The one question before a report, where it is still open: one press, and it is read. */
export async function answerReport(page: Page): Promise<void> {
  await page.waitForLoadState(); // half a page does not ask yet
  const no = page.getByRole('button', { name: /^Nei, åpne/ });
  if (await no.count() > 0) await press(no);
}

/** A relative sends the public form without a browser of her own. Answers where staff find the report. */
export async function report(page: Page, told: string): Promise<string> {
  const { id } = await sendForm(page, { fare: 'nei', hvem: 'FAMILIE', voksen: 'ja', spurt: 'IKKE_TRYGT', navn: 'Torunn Kleppe', kommune: '9901', hva: 'FYSISK', sett: told, barn: 'nei' });
  return `/mottak/${id}`;
}

/** From the list of reception into this report, once the worker has opened it. Other journeys' reports stand in the list, too, and are left unread. */
export async function readReport(page: Page, address: string): Promise<void> {
  const line = page.locator(`[data-keys=item] a[href="${address}"]`);
  await expect(async () => {
    await page.goto(houseUrl('/mottak'));
    await expect(line, 'the report has reached reception').toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await line.click();
  await page.waitForURL((url) => url.pathname === address);
  await answerReport(page);
}
