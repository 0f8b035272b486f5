import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { codeIn, idIn } from './public-support.ts';
import { answerAll, good, goodOnTheWay, test } from './staff-support.ts';
import { fits, houseUrl, publicUrl, sound, watch } from './support.ts';

test.describe.configure({ timeout: 120_000 });

const NURSE = { fare: 'nei', hvem: 'ansatt', sted: 'HJEMMETJENESTE', voksen: 'ja', spurt: 'IKKE_SPURT', grunn: 'ingen', kommune: '9903', alder: 'A80', hva: 'OKONOMISK', situasjon: 'DEMENS', barn: 'nei' };

test('Ingunn asks without a name and a phone number stops her kindly; Kari answers, and only the code shows the answer', async ({ page, atWork }) => {
  watch(page);
  // no word with a capital letter in it, and no number
  const mark = randomUUID().replace(/[^a-f]/g, '').slice(0, 12);
  const told = `Hun vil bo hjemme. Dag etter dag mangler det penger. Det står ${mark} på lappen.`;
  await page.goto(publicUrl('/meld'));
  const token = await page.locator('[name=skjema]').first().inputValue();
  const stopped = await page.request.post(publicUrl('/meld'), { form: { skjema: token, ...NURSE, sett: `${told} Ring 55 55 01 33.` } });
  expect(stopped.status()).toBe(422);
  const kept = await stopped.text();
  expect(kept).toContain('telefonnummer');
  expect(kept).toContain(mark);
  const sent = await page.request.post(publicUrl('/meld'), { form: { skjema: token, ...NURSE, sett: told } });
  expect(sent.status()).toBe(200);
  const code = codeIn(await sent.text());
  expect(code).not.toBe('');

  const kari = await atWork('Kari', '/drofting');
  await expect(async () => {
    expect((await kari.goto(houseUrl(`/drofting/${idIn(token)}`)))?.status(), 'the question has been opened').toBe(200);
  }).toPass({ timeout: 60_000 });
  await expect(kari.locator('main')).toContainText(mark);
  await goodOnTheWay(kari);
  await answerAll(kari, { advice: `Snakk med henne alene, ${mark}. Spør Borghild først.`, outcome: 'SAMTYKKE_INNHENTES', minutes: '25' });
  await kari.getByRole('button', { name: 'Send rådet' }).click();
  await expect(kari.locator('main')).toContainText('«Borghild» – Det er ikke et navn');
  await goodOnTheWay(kari);
  await kari.locator('[name=advice]').fill(`Snakk med henne alene, ${mark}. Ring 55 55 01 33.`);
  await kari.getByRole('button', { name: 'Send rådet' }).click();
  await expect(kari.locator('main')).toContainText('Her står et telefonnummer.');
  await expect(kari.locator('[name=advice]')).toHaveValue(/55 55 01 33/);
  const advice = `Snakk med henne alene, ${mark}. Få kompetansen vurdert.`;
  await kari.locator('[name=advice]').fill(advice);
  await kari.getByRole('button', { name: 'Send rådet' }).click();
  await expect(kari.locator('main')).toContainText('Rådet er lagret.');
  await good(kari);
  await kari.goto(houseUrl('/drofting'));
  await goodOnTheWay(kari);
  await kari.goto(houseUrl('/drofting/ny'));

  await page.goto(publicUrl('/kvittering'));
  await page.locator('main input[type=text], main [name=kode]').first().fill(code);
  await page.locator('main').getByRole('button').first().click();
  await expect(page.locator('main')).toContainText(advice);
  await expect(page.locator('main')).not.toContainText('lappen');
  await fits(page);
  await sound(page);
});
