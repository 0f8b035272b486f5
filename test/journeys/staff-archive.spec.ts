import { expect } from '@playwright/test';
import { answerAll, good, test } from './staff-support.ts';
import { houseUrl } from './support.ts';

test('a request about somebody is answered without saying whether there is anything (T20), and an old case is handed to the archive by two people and received (T21)', async ({ atWork }, info) => {
  test.skip(info.project.name !== 'desk', 'the same forms as elsewhere, and a page of the archive');
  const kari = await atWork('Kari', '/region/innsynskrav');
  if (!await kari.locator('main [name="requester"]').isVisible()) await kari.getByText('Registrer et innsynskrav').first().click();
  await answerAll(kari, { requester: 'PARORENDE', name: 'Terje Bakke', about: 'Søsteren hans', asks: 'Vil se om det finnes noe.' });
  await kari.getByRole('button', { name: 'Registrer', exact: true }).click();
  await expect(kari.locator('main')).toContainText('Kravet er registrert.');
  await expect(kari.locator('main [name="letter"]')).toHaveValue('VERKEN_ELLER');
  await answerAll(kari, { how: 'Hentet på servicetorget' });
  await kari.getByRole('button', { name: 'Registrer at svaret er gitt' }).click();
  await expect(kari.locator('main')).toContainText('Verken bekrefte eller avkrefte');
  await good(kari);

  const arne = await atWork('Arne', '/region/arkiv');
  const first = arne.getByRole('link', { name: /^Lag filen først: sak / }).first();
  const reference = / (\S+)$/.exec(await first.getAttribute('aria-label') ?? '')?.[1] ?? '';
  expect(reference, 'a case has come up for the archive').toMatch(/^\d{4}-/);
  await first.click();
  await answerAll(arne, { connection: 'INGEN' });
  await arne.getByRole('main').getByRole('button').first().click();
  await arne.getByRole('button', { name: 'Lag filen' }).click();
  await expect(arne.getByRole('link', { name: /^JSON|JSON/ }).first()).toBeVisible();
  await arne.goto(houseUrl('/region/arkiv'));
  const row = arne.getByRole('row', { name: new RegExp(reference) });
  await row.getByText('Foreslå avlevering').first().click();
  await row.getByLabel('Mottaker').selectOption('IKA');
  await row.getByRole('button', { name: `Foreslå avlevering av sak ${reference}` }).click();
  await expect(arne.locator('main')).toContainText('Leder i kommunen må bekrefte det.');

  const leif = await atWork('Leif', '/region/arkiv');
  await leif.getByRole('button', { name: `Bekreft avlevering av sak ${reference}` }).click();
  await expect(leif.locator('main')).toContainText('Bekreftet.');
  await good(leif);
  await arne.goto(houseUrl('/region/arkiv'));
  await arne.getByRole('button', { name: `Mottaket er bekreftet: sak ${reference}` }).click();
  await expect(arne.getByRole('row', { name: new RegExp(reference) }).last()).toContainText('Gjort');
  await good(arne);
});
