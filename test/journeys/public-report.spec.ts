import { expect, test, type Page } from '@playwright/test';
import { fits, publicUrl, sound, watch } from './support.ts';

const CODE = /\b(?:[0-9A-HJKMNP-TV-Z]{4}\s+){3}[0-9A-HJKMNP-TV-Z]{4}\b/;
const TEXT = 'Broren min tar pensjonen hennes. Hun tør ikke si nei.';

/** The whole card is the target: the label lies over the box. */
async function tick(page: Page, name: string, value: string): Promise<void> {
  const choice = page.locator(`input[name=${name}][value="${value}"]`);
  await page.locator(`label[for="${await choice.getAttribute('id')}"]`).click();
  await expect(choice).toBeChecked();
}

/** On to the next part, the way a finger does it. */
async function next(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Neste' }).locator('visible=true').click();
}

/** Mona reports her brother, part by part; she never sees more than one part at a time. */
async function fillAsDaughter(page: Page): Promise<void> {
  await tick(page, 'fare', 'nei');
  await tick(page, 'hvem', 'FAMILIE');
  await tick(page, 'voksen', 'ja');
  await tickIfShown(page, 'spurt', 'IKKE_TRYGT');
  for (let part = 1; part < 7 && !(await sendButton(page).isVisible()); part += 1) {
    await next(page);
    await tickIfShown(page, 'spurt', 'IKKE_TRYGT');
    await tickIfShown(page, 'kommune', '9903');
    await tickIfShown(page, 'hva', 'OKONOMISK');
    await tickIfShown(page, 'barn', 'nei');
    await fillIfShown(page, 'navn', 'Borghild Kvamme');
    await fillIfShown(page, 'sett', TEXT);
  }
}

function sendButton(page: Page) {
  return page.getByRole('button', { name: /^Send/ }).locator('visible=true').first();
}

async function tickIfShown(page: Page, name: string, value: string): Promise<void> {
  const choice = page.locator(`input[name=${name}][value="${value}"]`);
  if (await choice.count() > 0) {
    if (await choice.isVisible()) await tick(page, name, value);
    return;
  }
  const list = page.locator(`select[name=${name}]`);
  if (await list.isVisible()) await list.selectOption(value);
}

async function fillIfShown(page: Page, name: string, value: string): Promise<void> {
  const field = page.locator(`[name=${name}]`).first();
  if (await field.isVisible()) await field.fill(value);
}

test('she is told what to do if it is urgent before anything else, on every page', async ({ page }) => {
  watch(page);
  for (const path of ['/', '/meld', '/kvittering', '/personvern', '/tilgjengelighet', '/spor', '/nn', '/en/meld', '/finnes-ikke']) {
    await page.goto(publicUrl(path));
    await expect(page.getByRole('link', { name: /112/ }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: /Forlat siden|Forlat sida|Leave/ })).toBeVisible();
    await fits(page);
    await sound(page);
  }
});

test('she reports part by part, and believes that it arrived: time, when it is read, and a code', async ({ page }) => {
  watch(page);
  await page.goto(publicUrl('/meld'));
  await fillAsDaughter(page);
  await fits(page);
  await sendButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('mottatt');
  expect(await page.locator('main').innerText()).toMatch(CODE);
  await expect(page.locator('body')).not.toContainText('Borghild');
  await expect(page.locator('body')).not.toContainText('Broren');
  await sound(page);
});

test('with her code she sees that it was received, and a wrong code says nothing of anybody', async ({ page }) => {
  watch(page);
  await page.goto(publicUrl('/meld'));
  await fillAsDaughter(page);
  await sendButton(page).click();
  const code = CODE.exec(await page.locator('main').innerText())?.[0] ?? '';
  await page.goto(publicUrl('/kvittering'));
  expect(code).not.toBe('');
  await page.locator('[name=kode]').fill(code.toLowerCase().replace(/\s/g, ''));
  await page.locator('main').getByRole('button').click();
  await expect(page.locator('main')).toContainText('Mottatt');
  await sound(page);
  await page.locator('[name=kode]').fill('0000 0000 0000 0000');
  await page.locator('main').getByRole('button').click();
  await expect(page.locator('main')).not.toContainText('Mottatt');
  await sound(page);
});

test('what is missing is said kindly, and not a word she wrote is lost', async ({ page }) => {
  watch(page);
  await page.goto(publicUrl('/meld#del-6'));
  await page.goto(publicUrl('/meld'));
  await tick(page, 'fare', 'nei');
  await tick(page, 'hvem', 'FAMILIE');
  await tick(page, 'voksen', 'ja');
  for (let part = 1; part < 7 && !(await sendButton(page).isVisible()); part += 1) {
    await next(page);
    await fillIfShown(page, 'sett', TEXT);
  }
  await sendButton(page).click();
  await expect(page.locator('#feil')).toBeVisible();
  await expect(page.locator('[name=sett]')).toHaveValue(TEXT);
  await expect(page.locator('input[name=hvem][value=FAMILIE]')).toBeChecked();
  await fits(page);
  await sound(page);
});

test('a double touch on «Send» is one report with one code', async ({ page, context }) => {
  await page.goto(publicUrl('/meld'));
  await fillAsDaughter(page);
  const body = new URLSearchParams(await page.locator('#skjemaet').evaluate((form) => [...new FormData(form instanceof HTMLFormElement ? form : undefined)].map(([name, value]) => [name, String(value)])));
  const [first, second] = await Promise.all([0, 1].map(() => context.request.post(publicUrl('/meld'), { data: body.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } })));
  const codes = await Promise.all([first, second].map(async (answer) => CODE.exec((await answer?.text() ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '))?.[0]));
  expect(codes[0]).toBeDefined();
  expect(codes[0]).toBe(codes[1]);
});
