import { expect, test, type Page } from '@playwright/test';
import { answer, good, inDays, notConnected } from './staff-support.ts';
import { houseUrl, signIn, watch } from './support.ts';

/** Cases that no other journey writes in; the rest may be on their way to their end meanwhile. */
const ALONE = { day: 'S.H.', desk: 'L.S.', phone: 'E.H.' } as const;

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
}

/** Tab until the focus stands on something that fits; never more than a page's worth. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => `${document.activeElement?.getAttribute('href') ?? ''} ${document.activeElement?.textContent ?? ''}`);
    if (wanted.test(at)) return;
  }
  throw new Error(`the keyboard never reaches ${wanted}`);
}

test('a coordinator without a mouse comes from Min dag into a case and its journal', async ({ page }, info) => {
  test.skip(info.project.name !== 'desk', 'a keyboard');
  watch(page);
  await signIn(page, 'Kari');
  await page.keyboard.press('j');
  const first = await focused(page);
  expect(first).toMatch(/^\/saker\//);
  await page.keyboard.press('j');
  expect(await focused(page)).not.toBe(first);
  await page.keyboard.press('k');
  expect(await focused(page)).toBe(first);
  const own = await page.locator('[data-keys=item]', { hasText: ALONE.day }).getByRole('link').getAttribute('href') ?? '';
  for (let presses = 0; presses < 20 && await focused(page) !== own; presses += 1) await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(houseUrl(own));
  if (await page.getByRole('button', { name: 'Nei, jeg er ikke knyttet til noen' }).count() > 0) {
    await tabTo(page, /Nei, jeg er ikke knyttet/);
    await page.keyboard.press('Enter');
    await page.waitForLoadState();
  }
  await tabTo(page, /vis=journal/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/vis=journal/);
  await page.locator('[name=text]').focus();
  await page.keyboard.type('j k ?');
  await expect(page.locator('[name=text]')).toHaveValue('j k ?');
  await expect(page.locator('#taster')).toBeHidden();
});

test('«?» lists the keys, and Esc gives the page back', async ({ page }, info) => {
  test.skip(info.project.name !== 'desk', 'a keyboard');
  watch(page);
  await signIn(page, 'Even');
  await page.keyboard.press('Shift+?');
  await expect(page.locator('#taster')).toBeVisible();
  await expect(page.locator('#taster')).toContainText('Neste i lista');
  await good(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('#taster')).toBeHidden();
});

test('«/» leads to the search, and a case is found by name without the name ever standing in the address', async ({ page }, info) => {
  test.skip(info.project.name !== 'desk', 'a keyboard');
  watch(page);
  await signIn(page, 'Even');
  await page.keyboard.press('/');
  await expect(page).toHaveURL(houseUrl('/sok'));
  await expect(page.locator('[name=term]')).toBeFocused();
  await page.keyboard.type('holte, mari');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Saker' })).toContainText('M.H.');
  await expect(page).toHaveURL(houseUrl('/sok'));
  await good(page);
});

test('«n» opens the next that waits, Enter answers the one question, and the report is read without a mouse', async ({ page }, info) => {
  test.skip(info.project.name !== 'desk', 'a keyboard');
  watch(page);
  await signIn(page, 'Amina', '/mottak');
  await expect(async () => { // which waits next is everybody's, and a colleague may have made a case of it before the key is pressed: then the next
    await page.goto(houseUrl('/mottak'));
    const waiting = await page.locator('[data-next] a').getAttribute('href') ?? '';
    await page.keyboard.press('n');
    await expect(page).toHaveURL(houseUrl(waiting), { timeout: 5_000 });
    await expect(page.getByRole('button', { name: /^Nei, åpne/ })).toBeFocused({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toContainText('Før noen tar kontakt');
  await good(page);
});

test('whoever turns the keys of one letter off keeps the arrows and Enter, and can turn them on again without a key', async ({ page }, info) => {
  test.skip(info.project.name !== 'desk', 'a keyboard');
  watch(page);
  await signIn(page, 'Oddvar');
  await page.keyboard.press('Shift+?');
  await page.locator('#taster').getByRole('button', { name: 'Slå av taster med én bokstav' }).click();
  await expect(page.locator('main')).toContainText('Taster med én bokstav er av');
  await good(page);
  await page.goto(houseUrl('/saker'));
  await page.keyboard.press('j');
  expect(await focused(page)).toBe('');
  await page.keyboard.press('Shift+?');
  await expect(page.locator('#taster')).toBeHidden();
  await page.getByRole('link', { name: 'Taster', exact: true }).click();
  await page.locator('main').getByRole('button', { name: 'Slå på taster med én bokstav' }).click();
  await expect(page.locator('main').getByRole('button', { name: 'Slå av taster med én bokstav' })).toBeVisible();
  await page.goto(houseUrl('/saker'));
  await page.keyboard.press('j');
  expect(await focused(page)).toMatch(/^\/saker\//);
});

test('a measure that lacks something is refused with every word kept, and is saved when that is added', async ({ page }, info) => {
  watch(page);
  await signIn(page, 'Kari', '/saker');
  await page.getByRole('row').filter({ hasText: info.project.name === 'phone' ? ALONE.phone : ALONE.desk }).getByRole('link').click();
  await page.waitForURL(/\/saker\/[0-9a-f-]{36}/);
  if (await page.getByRole('button', { name: 'Nei, jeg er ikke knyttet til noen' }).count() > 0) await notConnected(page);
  await page.goto(houseUrl(`${new URL(page.url()).pathname}/steg/decideMeasure`));
  await answer(page, 'measure', 'SAMTALE');
  await answer(page, 'responsible', 'Hjemmetjenesten, Liv');
  const [refused] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST' && response.status() !== 204),
    page.getByRole('button', { name: 'Registrer et tiltak' }).click(),
  ]);
  expect(refused.status()).toBe(422);
  await expect(page.locator('[name=responsible]')).toHaveValue('Hjemmetjenesten, Liv');
  await expect(page.locator('[name=measure]')).toHaveValue('SAMTALE');
  await expect(page.locator('[name=due]')).toBeVisible();
  await good(page);
  await answer(page, 'due', inDays(1));
  await page.getByRole('button', { name: 'Registrer et tiltak' }).click();
  await expect(page.locator('main')).toContainText('Lagret: ');
  await expect(page.locator('main')).toContainText('Hjemmetjenesten, Liv');
});
