import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { jpeg, TOLD } from '../support/sample-files.ts';
import { codeIn, sendForm, tick } from './public-support.ts';
import { answerAll, good, goodOnTheWay, readReport, test } from './staff-support.ts';
import { fits, houseUrl, publicUrl, sound, watch } from './support.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const told = `Broren min tar pensjonen hennes. ${randomUUID()}`;
const asksAgain = 'Har dere gjort noe? Det er tre dager siden, og jeg hører ingenting.';
const question = 'Er moren din hjemme om formiddagen?';
const answered = 'Ja, til klokka tolv. Bildet er av låsen på døra.';
const decided = 'Vi følger opp sammen med henne. Du kan ringe oss når du vil.';
const picture = { name: 'bilde av laasen.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([jpeg(), Buffer.alloc(300_000, 7)]) };
let code = '';
let reportAt = '';
let caseAt = '';

/** By the code, and the code is in no address. */
async function openWindow(page: Page): Promise<void> {
  await page.goto(publicUrl('/kvittering'));
  await page.locator('[name=kode]').fill(code);
  await page.getByRole('button', { name: 'Vis' }).click();
  await expect(page.locator('[name=svar], .vr-status').first()).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  for (const word of [told, 'Oline', code]) expect(await page.content()).not.toContain(word);
}

async function whole(page: Page): Promise<void> {
  await fits(page);
  await sound(page);
}

test('three days later the daughter asks whether anything has happened, and sees that it arrived', async ({ page }) => {
  watch(page);
  const sent = await sendForm(page, { fare: 'nei', hvem: 'FAMILIE', voksen: 'ja', spurt: 'IKKE_TRYGT', navn: 'Oline Rasmussen', kommune: '9901', hva: 'OKONOMISK', sett: told, barn: 'nei' });
  code = codeIn(sent.receipt);
  reportAt = `/mottak/${sent.id}`;
  expect(code).not.toBe('');
  await openWindow(page);
  await expect(page.locator('.vr-status')).toContainText('Mottatt');
  await whole(page);
  await page.locator('main form').filter({ has: page.locator('[name=svar]') }).getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.locator('#feil')).toContainText('Skriv noe først');
  await page.locator('[name=svar]').fill(asksAgain);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText('Svaret ditt er sendt');
  await expect(page.locator('body')).not.toContainText('Har dere gjort noe');
  await whole(page);
  await page.getByRole('button', { name: 'Forlat siden' }).click();
  await expect(page).toHaveURL(/kalender/);
  await page.goBack().catch(() => undefined); // the browser has nothing to show without sending it again
  await expect(page.locator('body')).not.toContainText('Mottatt');
});

test('the coordinator sees that something new has come, reads it, and asks back', async ({ atWork }) => {
  const tor = await atWork('Tor', '/mottak');
  await readReport(tor, reportAt);
  await expect(tor.locator('main')).toContainText(told);
  await expect(tor.locator('main')).toContainText('Har dere gjort noe?');
  await good(tor);
  await tor.locator('[name=tilmelder]').fill(question);
  await tick(tor, 'slag', 'TILBAKEMELDING');
  await tor.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(tor.locator('[name=tilmelder]')).toHaveValue(question);
  await expect(tor.locator('#feil')).toContainText(/samtykke/i);
  await goodOnTheWay(tor);
  await expect(tor.locator('[name=beslutning]')).toBeVisible();
  await tick(tor, 'slag', 'SPORSMAL');
  await expect(tor.locator('[name=beslutning]')).toBeHidden();
  await tor.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(tor.locator('main')).toContainText('Sendt. Den som meldte, ser det neste gang');
  await goodOnTheWay(tor);
});

test('she reads the question with her code, answers it, and adds a picture; a program she picked by mistake takes nothing with it', async ({ page }) => {
  watch(page);
  await openWindow(page);
  await expect(page.locator('.vr-status')).toContainText('Vi har et spørsmål');
  await expect(page.locator('main')).toContainText(question);
  await whole(page);
  await page.locator('[name=svar]').fill(answered);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.locator('main')).toContainText('Svaret ditt er sendt');
  await page.locator('[name=fil]').setInputFiles({ name: 'spill.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ\0\u0001 et program') });
  await page.getByRole('button', { name: 'Legg ved' }).click();
  await expect(page.locator('#feil')).toContainText('Denne filtypen kan vi ikke ta imot');
  await whole(page);
  await page.locator('[name=fil]').setInputFiles(picture);
  await page.getByRole('button', { name: 'Legg ved' }).click();
  await expect(page.getByRole('status').first()).toContainText('Filen er lagt ved');
  await expect(page.locator('body')).not.toContainText('laasen');
  await whole(page);
  await page.getByRole('button', { name: 'Det er blitt verre' }).click();
  await expect(page.getByRole('status').first()).toContainText('112');
  await whole(page);
});

test('the coordinator finds it marked Akutt, reads the answer, and downloads the picture without where and when it was taken', async ({ atWork }) => {
  const tor = await atWork('Tor', reportAt);
  await expect(async () => {
    await tor.goto(houseUrl(reportAt));
    await expect(tor.locator('main')).toContainText('Det er blitt verre', { timeout: 1000 });
    await expect(tor.getByRole('link', { name: /Last ned vedlegg 1/ })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 40_000 });
  await expect(tor.locator('main')).toContainText(answered);
  await expect(tor.locator('main')).toContainText('Akutt');
  await good(tor);
  const [file] = await Promise.all([tor.waitForEvent('download'), tor.getByRole('link', { name: /Last ned vedlegg 1/ }).click()]);
  expect(file.suggestedFilename()).toBe('vedlegg-1.jpg');
  const bytes = await readFile(await file.path());
  expect([bytes.length > 0, bytes.includes(TOLD), picture.buffer.includes(TOLD)]).toEqual([true, false, true]);
  await tor.getByRole('button', { name: 'Opprett sak', exact: true }).click();
  await expect(tor).toHaveURL(/\/saker\/[0-9a-f-]{36}/);
  caseAt = new URL(tor.url()).pathname;
});

test('from the case she tells what was decided, with consent, and closes the window', async ({ atWork }) => {
  const tor = await atWork('Tor', caseAt);
  await expect(tor.locator('main')).toContainText('Akutt');
  await tor.getByRole('link', { name: /Samtale og vedlegg/ }).click();
  await expect(tor.locator('main')).toContainText(answered);
  await good(tor);
  await tick(tor, 'slag', 'TILBAKEMELDING');
  await answerAll(tor, { tilmelder: decided, samtykke: 'GITT_MUNTLIG', beslutning: 'Samtykke i samtale 3. mars, besluttet av koordinator.' });
  await tor.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(tor.locator('main')).toContainText('Sendt. Den som meldte, ser det neste gang');
  const [file] = await Promise.all([tor.waitForEvent('download'), tor.getByRole('link', { name: 'Last ned originalen' }).click()]);
  expect(file.suggestedFilename()).toBe('vedlegg-1-original.jpg');
  expect((await readFile(await file.path())).equals(picture.buffer)).toBe(true);
  await tor.locator('summary', { hasText: 'Lukk vinduet' }).click();
  await goodOnTheWay(tor);
  await tor.getByRole('button', { name: 'Lukk vinduet' }).click();
  await expect(tor.locator('main')).toContainText('Vinduet er lukket');
  await goodOnTheWay(tor);
});

test('when the window is closed she reads what she was told, sees whom to call, and is given no box to write in vain', async ({ page }) => {
  watch(page);
  await openWindow(page);
  await expect(page.locator('main')).toContainText(decided);
  await expect(page.locator('body')).not.toContainText('samtale 3. mars');
  await expect(page.locator('main')).toContainText('Det kan ikke sendes mer her');
  await expect(page.locator('main a[href^="tel:"]').first()).toBeVisible();
  await expect(page.locator('[name=svar], [name=fil]')).toHaveCount(0);
  await whole(page);
});
