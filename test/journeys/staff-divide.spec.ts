import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { jpeg } from '../support/sample-files.ts';
import { sendForm, tokenIn } from './public-support.ts';
import { good, readReport, test } from './staff-support.ts';
import { houseUrl, publicUrl } from './support.ts';

const picture = { name: 'Oddny og Brit.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([jpeg(), Buffer.alloc(80_000, 7)]) };

/** The form sent with a picture. Answers where staff find it. */
async function reported(page: Page, told: string): Promise<string> {
  const { id, receipt } = await sendForm(page, { fare: 'nei', hvem: 'FAMILIE', voksen: 'ja', spurt: 'IKKE_TRYGT', navn: 'Oddny Brekke', kommune: '9901', hva: 'OKONOMISK', sett: told, barn: 'nei', flere: 'ja', flereantall: '2', flereom: 'Søsteren Brit bor der også.' });
  const added = await page.request.post(publicUrl('/kvittering/fil'), { multipart: { skjema: tokenIn(receipt), fil: picture } });
  expect(added.status()).toBe(200);
  return `/mottak/${id}`;
}

test('Kari divides a report of two sisters and chooses whose picture it is; it follows her alone, and the other report is sent on outside', async ({ page, atWork }, info) => {
  test.skip(info.project.name !== 'desk', 'a desk');
  const told = `Nevøen tar pengene til Oddny. Brit er redd. ${randomUUID()}`;
  const original = await reported(page, told);
  const kari = await atWork('Kari', '/mottak');
  await readReport(kari, original);
  await expect(kari.locator('main')).toContainText(told);
  await expect(async () => {
    await kari.goto(houseUrl(original));
    await expect(kari.getByRole('link', { name: /Last ned vedlegg 1/ })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await kari.goto(houseUrl(`${original}/del`));
  await expect(kari.locator('[name="p0-files"]')).not.toBeChecked();
  await kari.locator('label', { has: kari.locator('[name="p0-files"]') }).click();
  await kari.locator('[name="p0-story"]').fill('Nevøen tar pengene til Oddny.');
  await kari.getByRole('button', { name: 'Del meldingen' }).click();
  await expect(kari.locator('#feil')).toContainText('Skriv navnet');
  await expect(kari.locator('[name="p0-files"]')).toBeChecked();
  await good(kari);
  await kari.locator('[name="p1-name"]').fill('Brit Brekke');
  await kari.locator('[name="p1-story"]').fill('Brit er redd.');
  await kari.getByRole('button', { name: 'Del meldingen' }).click();
  await expect(kari.locator('main')).toContainText('Meldingen er delt');

  await kari.goto(houseUrl(original));
  const parts = await kari.getByRole('link', { name: /^\d{4}-/ }).evaluateAll((links) => links.flatMap((link) => link.getAttribute('href') ?? []));
  const [oddny = '', brit = ''] = parts;
  await expect(async () => {
    await kari.goto(houseUrl(oddny));
    await expect(kari.getByRole('link', { name: /Last ned vedlegg 1/ })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await expect(kari.locator('body')).not.toContainText('Brit');
  await good(kari);

  await kari.goto(houseUrl(brit));
  await expect(kari.locator('body')).not.toContainText('Vedlegg');
  await kari.goto(houseUrl(`${brit}/send`));
  await kari.locator('label', { has: kari.locator('[name=to][value=UTENFOR]') }).click();
  await kari.locator('[name=place]').fill('Nordbø kommune');
  await kari.locator('[name=spokeWith]').fill('Tildelingskontoret');
  await kari.locator('[name=basis]').selectOption('FVL_13B_5');
  await kari.getByRole('button', { name: 'Send videre' }).click();
  await expect(kari.locator('#feil')).toContainText('Skriv hvorfor');
  await expect(kari.locator('[name=place]')).toHaveValue('Nordbø kommune');
  await kari.locator('[name=grounds]').fill('Hun bor der nå.');
  await kari.getByRole('button', { name: 'Send videre' }).click();
  await expect(kari.locator('main')).toContainText('Meldingen er sendt videre');
  await expect(kari.locator('main')).toContainText('Ikke bekreftet ennå');
});
