import { expect } from '@playwright/test';
import { good, test } from './staff-support.ts';
import { houseUrl, signIn, watch } from './support.ts';

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
  test.skip(info.project.name !== 'desk', 'she is shut out of the one product that serves all journeys; no other journey is hers');
  watch(page);
  await signIn(page, 'Astrid');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Min dag');
  const ida = await atWork('Ida', '/ansatte');
  await ida.locator('summary', { hasText: /Endre tilgang.*Astrid/ }).click();
  await good(ida);
  await ida.getByRole('button', { name: 'Steng ute: Astrid Fossen' }).click();
  await expect(ida.locator('main')).toContainText('Personen er stengt ute.');
  await good(ida);
  await page.goto(houseUrl('/'));
  const again = page.getByRole('button', { name: /Astrid Fossen/ });
  if (await again.count() > 0) await again.click();
  await expect(page.locator('body')).not.toContainText('Hovedmeny');
  await expect(page.locator('header.vv-bar')).toHaveCount(0);
  await good(page);
  await ida.getByRole('button', { name: 'Slipp inn igjen: Astrid Fossen' }).click();
  await expect(ida.locator('main')).toContainText('Personen kan logge inn igjen.');
});

test('a machine that several people use locks its screen, keeps what was typed for its writer alone, and shows the next person nothing of it', async ({ page, context, atWork }, info) => {
  test.setTimeout(150_000);
  test.skip(info.project.name !== 'desk', 'one product serves both, and there is one Tor');
  watch(page);
  const words = `Hun er redd for sønnen, og vil ikke ringe selv (${info.project.name}).`;
  const unlockAs = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: new RegExp(name) }).click();
    await page.waitForURL((url) => url.origin === new URL(houseUrl('/')).origin);
  };
  await signIn(page, 'Tor Eikeland', '/maskin');
  await good(page);
  await page.getByRole('button', { name: 'Dette er en felles maskin' }).click();
  await expect(page.locator('#felles')).toContainText('Felles maskin.');
  await good(page);

  await page.goto(houseUrl('/drofting/ny'));
  await page.locator('textarea[name=advice]').fill(words);
  await page.getByRole('button', { name: 'Lås nå' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Skjermen er låst');
  await expect(page.locator('main')).toContainText('Tor Eikeland');
  await expect(page.locator('main')).toContainText('Det du skrev, er tatt vare på.');
  await good(page);
  await page.goto(houseUrl('/saker'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Skjermen er låst');

  await page.getByRole('link', { name: 'Logg inn som en annen' }).click();
  await unlockAs('Jorunn Vatne');
  for (const path of ['/', '/drofting/ny', '/mottak']) {
    await page.goto(houseUrl(path));
    await expect(page.locator('#felles')).toBeVisible();
    expect(await page.content()).not.toContain('Hun er redd for sønnen');
  }
  await page.getByRole('button', { name: 'Logg ut' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Du er logget ut');
  await page.waitForLoadState();
  await page.goto(houseUrl('/'));
  await unlockAs('Tor Eikeland');
  await page.goto(houseUrl('/drofting/ny'));
  await expect(page.locator('main')).toContainText('Du har tekst som ikke er sendt');
  await good(page);
  await page.getByRole('link', { name: 'Hent teksten' }).click();
  await expect(page.locator('textarea[name=advice]')).toHaveValue(words);
  await expect(page.locator('main')).toContainText('Teksten din er her');
  await good(page);

  // Locked on the text, and opened by the same person: back to the very words.
  await page.locator('textarea[name=advice]').fill(`${words} Mer.`);
  await page.getByRole('button', { name: 'Lås nå' }).click();
  await page.getByRole('link', { name: 'Lås opp' }).click();
  await unlockAs('Tor Eikeland');
  await expect(page.locator('textarea[name=advice]')).toHaveValue(`${words} Mer.`);

  // The session is gone altogether, and the form is sent: it waits behind the sign-in.
  await page.locator('textarea[name=advice]').fill(`${words} Enda mer.`);
  await context.clearCookies({ name: '__Host-s' });
  await page.locator('main form:has(textarea) button[type=submit]').last().click();
  await unlockAs('Tor Eikeland');
  await expect(page.locator('textarea[name=advice]')).toHaveValue(`${words} Enda mer.`);

  await page.goto(houseUrl('/drofting/ny'));
  await page.getByRole('button', { name: 'Kast teksten' }).click();
  await expect(page.locator('main')).not.toContainText('Du har tekst som ikke er sendt');
  const leif = await atWork('Leif', '/region/regnskap');
  await expect(leif.locator('main')).toContainText('Avklart siste 90 dager');

  await page.goto(houseUrl('/maskin'));
  await page.getByRole('button', { name: 'Bare én person bruker denne maskinen' }).click();
  await expect(page.locator('#felles')).toHaveCount(0);
});
