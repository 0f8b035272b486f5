import { expect, test, type Page } from '@playwright/test';
import { fits, publicUrl, sound, watch } from './support.ts';

/** The whole card is the target: the label lies over the box. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  const choice = page.locator(`input[name=${name}][value="${value}"]`);
  await page.locator('label', { has: choice }).click();
  await expect(choice).toBeChecked();
}

/** A person reads before they choose; a stopwatch on a machine that does not would measure nothing. Slow for an adult: 200 words a minute. */
const WORDS_A_SECOND = 200 / 60;

const count = (text: string) => text.trim().split(/\s+/).length;

/** The question and its choices down to the one that is taken. */
async function wordsDownTo(page: Page, name: string, value: string): Promise<number> {
  const group = page.locator('fieldset', { has: page.locator(`input[name=${name}]`) });
  const values = await group.locator('input').evaluateAll((boxes) => boxes.map((box) => box.getAttribute('value')));
  const choices = await group.locator('.vv-choice').allInnerTexts();
  return count(await group.locator('legend').innerText()) + choices.slice(0, values.indexOf(value) + 1).map(count).reduce((sum, one) => sum + one, 0);
}

const INGUNN = [['hvor', 'hjemme'], ['fare', 'nei'], ['barn', 'nei'], ['alvor', 'annet'], ['spurt', 'ikke-trygt'], ['kan', 'tvil']] as const;

test('Ingunn has three minutes between two visits: from the front page to an answer she can use, in under ninety seconds', async ({ page }) => {
  watch(page);
  const began = performance.now();
  let read = 0;
  await page.goto(publicUrl('/'));
  await page.getByRole('link', { name: 'Kan jeg dele?' }).click();
  for (const [name, value] of INGUNN) {
    await expect(page.locator(`input[name=${name}]`).first()).toBeVisible();
    read += await wordsDownTo(page, name, value);
    await choose(page, name, value);
  }
  await page.getByRole('button', { name: 'Vis svar' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Drøft det med oss uten å si hvem det er');
  const seconds = (performance.now() - began) / 1000;
  read += count(await page.locator('main').getByRole('heading', { level: 1 }).locator('xpath=..').innerText());
  const all = seconds + read / WORDS_A_SECOND;
  console.log(`«Kan jeg dele?» as Ingunn: ${seconds.toFixed(1)} s of pages and touches, ${read} words read in ${(read / WORDS_A_SECOND).toFixed(0)} s, ${all.toFixed(0)} s in all`);
  expect(all).toBeLessThan(90);
  await expect(page.locator('main')).toContainText('hpl. §\u00a023 nr. 3');
  await expect(page.locator('main')).toContainText('vurdere samtykkekompetansen skriftlig');
  await expect(page.locator('textarea[name=setning]')).toHaveValue(/Drøftet en bekymring anonymt/);
  await expect(page).toHaveURL(publicUrl('/dele'));
  await fits(page);
  await sound(page);
});

test('she goes on to the form with her answers, which has no place for a name', async ({ page }) => {
  await page.goto(publicUrl('/dele'));
  for (const [name, value] of INGUNN) await choose(page, name, value);
  await page.getByRole('button', { name: 'Vis svar' }).click();
  await page.getByRole('button', { name: 'Spør i skjemaet, uten navn' }).click();
  await expect(page.locator('input[name=hvem][value=ansatt]')).toBeChecked();
  await expect(page.locator('input[name=fare][value=nei]')).toBeChecked();
  await expect(page.locator('input[name=spurt][value=IKKE_TRYGT]')).toBeChecked();
  await expect(page.locator('[name=navn]')).toBeHidden();
  expect(new URL(page.url()).search).toBe('');
});

test('acute danger and a child break in first, on the questions and on the answer', async ({ page }) => {
  watch(page);
  await page.goto(publicUrl('/dele'));
  await choose(page, 'hvor', 'senter');
  await choose(page, 'fare', 'ja');
  await expect(page.locator('main').getByRole('link', { name: '112' })).toBeVisible();
  await choose(page, 'barn', 'ja');
  await expect(page.locator('main')).toContainText('Alarmtelefonen');
  await sound(page);
  await page.getByRole('button', { name: 'Vis svar' }).click();
  const headings = await page.locator('main').getByRole('heading').allInnerTexts();
  expect(headings.slice(0, 3).map((text) => text.split(/:\s/).at(-1)?.trim())).toEqual(['Ring først', 'Barnet først', 'Ring 112 eller 113']);
  await expect(page.locator('main')).toContainText('krl. §\u00a06');
  await sound(page);
});

test('a question that is missing is asked for, and what was answered stands', async ({ page }) => {
  watch(page);
  await page.goto(publicUrl('/dele'));
  await choose(page, 'hvor', 'annen');
  await page.locator('input[name=hvor][value=annen]').press('Enter');
  await expect(page.locator('#feil')).toBeVisible();
  await expect(page.locator('input[name=hvor][value=annen]')).toBeChecked();
  await sound(page);
});

test('the answers can be changed, and what a changed answer hides decides nothing', async ({ page }) => {
  await page.goto(publicUrl('/dele'));
  for (const [name, value] of INGUNN) await choose(page, name, value);
  await page.getByRole('button', { name: 'Vis svar' }).click();
  await page.getByRole('button', { name: 'Endre svarene' }).click();
  await expect(page.locator('input[name=kan][value=tvil]')).toBeChecked();
  await choose(page, 'spurt', 'ja');
  await expect(page.locator('input[name=kan]').first()).toBeHidden();
  await expect(page.getByRole('button', { name: 'Vis svar' })).toBeHidden();
  await choose(page, 'forsto', 'ja');
  await page.getByRole('button', { name: 'Vis svar' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Del det personen har sagt ja til');
});

test('nothing stays in the browser, and «Forlat siden» takes the answer with it', async ({ page, context }) => {
  await page.goto(publicUrl('/dele'));
  for (const [name, value] of INGUNN) await choose(page, name, value);
  await page.getByRole('button', { name: 'Vis svar' }).click();
  expect(await context.cookies()).toEqual([]);
  await page.getByRole('button', { name: /Forlat siden/ }).click();
  await page.waitForURL(/\/kalender/);
  await page.goBack().catch(() => undefined);
  await expect(page.locator('body')).not.toContainText('Drøft det med oss');
});

for (const [lang, heading] of [['nn', 'Kan eg dele?'], ['en', 'May I share this?']] as const) {
  test(`${lang}: the questions and the answer fit a small phone and are sound`, async ({ page }) => {
    watch(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(publicUrl(`/${lang}/dele`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    for (const [name, value] of INGUNN) await choose(page, name, value);
    await fits(page);
    await page.evaluate(() => scrollTo(0, 0)); // what lies under the bar that stays is not smaller for that
    await sound(page);
    await page.locator('.vr-share-show button').click();
    await expect(page.locator('textarea[name=setning]')).toBeVisible();
    await fits(page);
    await sound(page);
  });
}
