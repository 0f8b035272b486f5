import { expect } from '@playwright/test';
import { good, test } from './staff-support.ts';
import { houseUrl, signIn, watch } from './support.ts';

test.setTimeout(60_000);

test('«Logg ut» ends it at both ends: Back shows nothing, the old cookie opens nothing, and sign-in asks who is there', async ({ page, context }) => {
  watch(page);
  await signIn(page, 'Signe', '/saker');
  const reference = (await page.locator('main a[href^="/saker/"]').first().innerText()).trim();
  const cookies = await context.cookies();
  await page.getByRole('button', { name: 'Logg ut' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Du er logget ut');
  await expect(page.locator('main')).toContainText('Deler du maskinen med andre');
  await good(page);
  await page.goBack().catch(() => undefined);
  await page.waitForLoadState();
  await expect(page.locator('body')).not.toContainText(reference);
  await page.goto(houseUrl('/saker'));
  await expect(page.getByRole('button', { name: /Signe Haugland/ })).toBeVisible();
  await context.addCookies(cookies.filter(({ domain }) => domain === new URL(houseUrl('/')).hostname));
  await page.goto(houseUrl('/saker'));
  await expect(page.locator('body')).not.toContainText(reference);
});

test('whoever is shut out is out at the next click, and cannot come back by signing in', async ({ page, atWork }, info) => {
  test.skip(info.project.name !== 'desk', 'one product serves both, and there is one Amina');
  watch(page);
  await signIn(page, 'Amina', '/mottak');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mottak');
  const ida = await atWork('Ida', '/ansatte');
  await ida.locator('summary', { hasText: /Endre tilgang.*Amina/ }).click();
  await good(ida);
  await ida.getByRole('button', { name: 'Steng ute: Amina Yusuf' }).click();
  await expect(ida.locator('main')).toContainText('Personen er stengt ute.');
  await good(ida);
  await page.goto(houseUrl('/mottak'));
  await expect(page.locator('body')).not.toContainText('Meldinger som venter');
  const again = page.getByRole('button', { name: /Amina Yusuf/ });
  if (await again.count() > 0) await again.click();
  await expect(page.locator('body')).not.toContainText('Hovedmeny');
  await expect(page.locator('header.vv-bar')).toHaveCount(0);
  await good(page);
  await ida.getByRole('button', { name: 'Slipp inn igjen: Amina Yusuf' }).click();
  await expect(ida.locator('main')).toContainText('Personen kan logge inn igjen.');
});
