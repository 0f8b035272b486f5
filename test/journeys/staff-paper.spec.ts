import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { fits, houseUrl, signIn, sound, watch } from './support.ts';

const NUMBER = /\b\d+-\d\d-[A-Z]\b/g;

test('the coordinator prints a pad before the outage, and sees which sheet went missing after it', async ({ page }) => {
  watch(page);
  await signIn(page, 'Kari', '/mottak/blokk');
  await fits(page);
  await sound(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.vv-sheet')).toContainText('Kari Nordmo');
  await expect(page.locator('header.vv-bar')).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.getByLabel('Hvor mange ark?').fill('3');
  await page.getByLabel('Hvor skal blokken ligge?').fill('Legevakta i Fjordby');
  await page.getByRole('button', { name: 'Lag blokken' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Blokk \d+$/);
  await page.waitForLoadState();
  const numbers = (await page.locator('table').innerText()).match(NUMBER) ?? [];
  expect(numbers).toHaveLength(3);
  await fits(page);
  await sound(page);

  const began = performance.now();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Last ned til utskrift' }).click()]);
  expect(file.suggestedFilename()).toMatch(/^skjema-blokk-\d+\.pdf$/);
  expect(readFileSync(await file.path()).subarray(0, 5).toString()).toBe('%PDF-');
  console.log(`a pad of three for the printer: ${((performance.now() - began) / 1000).toFixed(1)} s`);

  await page.locator('main label', { hasText: numbers[2] ?? '' }).last().click();
  await page.locator('main label', { hasText: 'Ubrukt eller ødelagt, og makulert' }).click();
  await page.getByRole('button', { name: 'Lagre' }).click();
  await expect(page.locator('main')).toContainText('Lagret.');
  await expect(page.locator('main')).toContainText('Hull');
  await page.getByRole('link', { name: 'Alle blokker' }).click();
  await expect(page.locator('main')).toContainText('Ark som ikke er kommet tilbake');
  await expect(page.locator('main')).toContainText(numbers[0] ?? '');
  await fits(page);
  await sound(page);
});

test('what is wrong with the number of sheets is said beside the field, and nothing typed is lost', async ({ page }) => {
  watch(page);
  await signIn(page, 'Kari', '/mottak/blokk');
  await page.getByLabel('Hvor mange ark?').fill('mange');
  await page.getByLabel('Hvor skal blokken ligge?').fill('Vaktrommet');
  await page.getByRole('button', { name: 'Lag blokken' }).click();
  await expect(page.locator('#feil')).toContainText('Skriv et tall fra 1 til 25.');
  await expect(page.getByLabel('Hvor skal blokken ligge?')).toHaveValue('Vaktrommet');
  await sound(page);
});

test('whoever has the watch looks, and is not offered what is the coordinator’s', async ({ page }) => {
  await signIn(page, 'Jorunn', '/mottak/blokk');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Papirskjema og nødpakke');
  await expect(page.getByRole('button', { name: 'Lag blokken' })).toHaveCount(0);
  expect((await page.goto(houseUrl('/mottak/blokk/finnes-ikke')))?.status()).toBe(404);
});
