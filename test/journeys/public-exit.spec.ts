import { expect, test } from '@playwright/test';
import { publicUrl, sound, watch } from './support.ts';

const SECRET = 'Han slår meg når han har drukket';

test('one touch on «Forlat siden» opens a calendar, and Back, Reload and the reopened page show nothing she typed', async ({ page, context }) => {
  watch(page);
  await page.goto(publicUrl('/meld'));
  await page.goto(publicUrl('/meld#del-4'));
  await page.locator('[name=sett]').fill(SECRET, { force: true });
  const form = page.url();
  await page.getByRole('button', { name: /Forlat siden/ }).click();
  await expect(page).toHaveURL(/\/kalender/);
  await expect(page.locator('body')).not.toContainText(/vold|bekymring|Voksenvern/i);
  await sound(page);
  await page.goBack().catch(() => undefined);
  expect(await page.content()).not.toContain(SECRET);
  for (const field of await page.locator('textarea').all()) expect(await field.inputValue()).toBe('');
  await page.reload();
  expect(await page.content()).not.toContain(SECRET);
  const reopened = await context.newPage();
  await reopened.goto(form);
  for (const field of await reopened.locator('textarea').all()) expect(await field.inputValue()).toBe('');
});

test('Esc three times does the same, and twice does nothing', async ({ page, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, 'needs the script');
  await page.goto(publicUrl('/meld'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(200);
  expect(page.url()).toContain('/meld');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/kalender/);
});

test('after leaving, what is sent from the same form is never shown again', async ({ page, context }) => {
  await page.goto(publicUrl('/meld'));
  const token = await page.locator('input[name=skjema]').first().getAttribute('value') ?? '';
  await context.request.post(publicUrl('/forlat'), { form: { token }, maxRedirects: 0 });
  const again = await context.request.post(publicUrl('/meld'), { form: { skjema: token, sett: SECRET, fare: 'nei' }, maxRedirects: 0 });
  expect(again.status()).toBe(303);
  expect(again.headers()['location']).toBe('/kalender');
});

test('nothing is kept in the browser: no cookie, no storage, no file in a cache', async ({ page, context, javaScriptEnabled }) => {
  const answer = await page.goto(publicUrl('/meld'));
  expect(answer?.headers()['cache-control']).toBe('no-store');
  expect(await context.cookies()).toEqual([]);
  if (javaScriptEnabled !== false) {
    expect(await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length])).toEqual([0, 0, 0, 0]);
  }
});
