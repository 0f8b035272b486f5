import { expect, test, type Page } from '@playwright/test';
import { asked, CODE, next, notAsked, sendButton, tick } from './public-support.ts';
import { fits, publicUrl, sound, watch } from './support.ts';

const TEXT = 'Broren min tar pensjonen hennes. Hun tør ikke si nei.';

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
  test.slow(); // thirteen pages, each looked through whole
  for (const path of ['/', '/meld', '/kvittering', '/personvern', '/tilgjengelighet', '/spor', '/nn', '/en/meld', '/lett', '/lett/meld', '/nn/lett/spor', '/en/lett', '/finnes-ikke']) {
    await page.goto(publicUrl(path));
    await expect(page.getByRole('link', { name: /112/ }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: /Forlat siden|Forlat sida|Leave/ })).toBeVisible();
    await fits(page);
    await sound(page);
  }
});

test('she reports part by part, and believes that it arrived: time, when it is read, and a code', async ({ page }, info) => {
  await page.goto(publicUrl('/meld'));
  await fillAsDaughter(page);
  await fits(page);
  if (info.project.use.javaScriptEnabled !== false) {
    await page.route('**/*', (request) => request.abort('connectionfailed')); // the phone believes that it has a network
    await sendButton(page).click();
    await expect(page.getByText('Ikke sendt. Nettet er borte.')).toBeVisible(); // and not the browser’s own page, from which «Back» loses every word
    await page.unroute('**/*');
    await expect(page.getByText('Faller nettet ut mens du sender')).toHaveCount(0);
  } else await expect(page.getByText('Faller nettet ut mens du sender')).toBeVisible();
  watch(page);
  await sendButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('mottatt');
  await expect(page.locator('main')).toContainText(CODE, { useInnerText: true });
  await expect(page.locator('body')).not.toContainText('Borghild');
  await expect(page.locator('body')).not.toContainText('Broren');
  await sound(page);
});

test('with her code she sees that it was received, and a wrong code says nothing of anybody', async ({ page }) => {
  watch(page);
  await page.goto(publicUrl('/meld'));
  await fillAsDaughter(page);
  await sendButton(page).click();
  await expect(page.locator('main')).toContainText(CODE, { useInnerText: true });
  const code = CODE.exec(await page.locator('main').innerText())?.[0] ?? '';
  await page.goto(publicUrl('/kvittering'));
  expect(code).not.toBe('');
  await page.locator('[name=kode]').fill(code.toLowerCase().replace(/\s/g, ''));
  await page.locator('main').getByRole('button').click();
  await expect(page.locator('main')).toContainText('Mottatt');
  await sound(page);
  await page.goto(publicUrl('/kvittering'));
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

test('Mona, who will not say who she is, is not asked for her name, and believes that it arrived all the same', async ({ page }) => {
  watch(page);
  await page.goto(publicUrl('/meld'));
  await fillAsDaughter(page);
  await asked(page, 'dittnavn', 'dittnummer');
  await tick(page, 'anonym', 'ja');
  await notAsked(page, 'dittnavn', 'dittnummer', 'tjeneste');
  await fits(page);
  await sound(page);
  await sendButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('mottatt');
  await expect(page.locator('main')).toContainText(CODE, { useInnerText: true });
});

/** Ingunn has three minutes, no consent, and finds none of the exceptions. */
async function fillAsNurse(page: Page, seen: string): Promise<void> {
  await tick(page, 'fare', 'nei');
  await tick(page, 'hvem', 'ansatt');
  await page.locator('select[name=sted]').selectOption('HJEMMETJENESTE');
  await tick(page, 'voksen', 'ja');
  await next(page);
  await tick(page, 'spurt', 'IKKE_TRYGT');
  await asked(page, 'grunn');
  await tick(page, 'grunn', 'ingen');
  await next(page);
  await notAsked(page, 'navn', 'adresse', 'telefon', 'aar', 'trygg', 'sprakhva');
  await tick(page, 'kommune', '9903');
  await fits(page);
  await next(page);
  await tick(page, 'hva', 'OKONOMISK');
  await page.locator('[name=sett]').fill(seen);
  await tick(page, 'situasjon', 'DEMENS');
  await next(page);
  await notAsked(page, 'annen');
  await tick(page, 'barn', 'nei');
  await next(page);
  await notAsked(page, 'dittnavn', 'dittnummer', 'tjeneste', 'anonym');
  await sendButton(page).click();
}

test('Ingunn may not share, and is not stopped: no field asks for a name, and she gets a code for the answer', async ({ page }) => {
  watch(page);
  await page.goto(publicUrl('/meld'));
  await fillAsNurse(page, 'Hun vil bo hjemme. Dag etter dag mangler det penger når barnebarnet har vært der. Det er hennes liv.');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Spørsmålet er mottatt');
  await expect(page.locator('main')).toContainText('anonym drøfting');
  await expect(page.locator('main')).toContainText(CODE, { useInnerText: true });
  await fits(page);
  await sound(page);
});

test('Ingunn wrote a number and a name: she is told kindly which, not a word is lost, and she takes them out herself', async ({ page }) => {
  watch(page);
  await page.goto(publicUrl('/meld'));
  const seen = 'Ring sønnen på 55 55 01 33. Jeg så at Borghild var redd.';
  await fillAsNurse(page, seen);
  await expect(page.locator('#feil')).toContainText('telefonnummer: 55 55 01 33');
  await expect(page.locator('[name=sett]')).toHaveValue(seen);
  await sound(page);
  await page.locator('[name=sett]').fill('Jeg så at Borghild var redd.');
  await sendButton(page).click();
  await expect(page.locator('main')).toContainText('Disse ordene kan røpe hvem det er: Borghild');
  await tick(page, 'ikkenavn', 'Borghild');
  await fits(page);
  await sound(page);
  await sendButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Spørsmålet er mottatt');
});

/** Sanja writes on a phone that he can pick up: few questions, easy words. */
async function fillAsSelf(page: Page): Promise<void> {
  await tick(page, 'fare', 'nei');
  await tick(page, 'hvem', 'UTSATT_SELV');
  await asked(page, 'hjelper');
  await tick(page, 'voksen', 'ja');
  await next(page);
  await notAsked(page, 'spurt', 'grunn');
  await page.locator('[name=onske]').fill('Jeg vil bo et annet sted.');
  await next(page);
  await notAsked(page, 'navn', 'telefon', 'flere', 'adresse');
  await page.locator('[name=kallenavn]').fill('Rød');
  await tick(page, 'kommune', '9901');
  await page.locator('[name=trygg]').fill('Aktivitetssenteret tirsdag 10–11. Aldri telefon.');
  await next(page);
  await tick(page, 'hva', 'PSYKISK');
  await page.locator('[name=sett]').fill('Han låser døra.');
  await next(page);
  await tick(page, 'barn', 'nei');
  await next(page);
  await notAsked(page, 'kontakt', 'dittnavn', 'svar', 'gjort', 'anonym');
}

test('Sanja leaves when he comes, begins again next day in easy words, and wants no code', async ({ page }) => {
  watch(page);
  await page.goto(publicUrl('/lett/meld'));
  await tick(page, 'hvem', 'UTSATT_SELV');
  await page.getByRole('button', { name: 'Forlat siden' }).click();
  await expect(page).toHaveURL(/kalender/);
  await page.goto(publicUrl('/lett'));
  await page.locator('main').getByRole('link', { name: 'Skriv til oss' }).first().click();
  await expect(page.locator('input[name=hvem]:checked')).toHaveCount(0);
  await fillAsSelf(page);
  await tick(page, 'kode', 'nei');
  await fits(page);
  await sound(page);
  await sendButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Vi har fått det du skrev');
  expect(await page.locator('main').innerText()).not.toMatch(CODE);
  await expect(page.locator('body')).not.toContainText('Rød');
  await sound(page);
});

test('Sanja comes back with words of her own, and nobody else does', async ({ page }) => {
  watch(page);
  const words = `blå katt sover ${test.info().project.name} ${test.info().workerIndex} ${test.info().repeatEachIndex} lenge`;
  await page.goto(publicUrl('/lett/meld'));
  await fillAsSelf(page);
  await tick(page, 'kode', 'egne');
  await page.locator('[name=egneord]').fill('to ord');
  await sendButton(page).click();
  await expect(page.locator('#feil')).toContainText('fire ord');
  await page.locator('[name=egneord]').fill(words);
  await sendButton(page).click();
  await expect(page.locator('main')).toContainText('Husk ordene dine');
  expect(await page.locator('main').innerText()).not.toMatch(CODE);
  await page.goto(publicUrl('/kvittering'));
  await page.locator('[name=kode]').fill(words.toUpperCase());
  await page.locator('main').getByRole('button').first().click();
  await expect(page.locator('main')).toContainText('Mottatt');
  await sound(page);
});

test('whoever lives elsewhere is told what to do now, and is taken in all the same', async ({ page }) => {
  watch(page);
  await page.goto(publicUrl('/meld'));
  await fillAsDaughter(page);
  await page.goto(`${page.url().split('#')[0]}#del-3`);
  await tick(page, 'kommune', 'annen');
  await expect(page.locator('main')).toContainText('Kommunen er ikke med i samarbeidet vårt');
  await page.locator('input[name=annenkommune]').fill('nordbø');
  await fits(page);
  await sound(page);
  await page.goto(`${page.url().split('#')[0]}#del-6`);
  await sendButton(page).click();
  await expect(page.locator('main')).toContainText('hjelper det videre');
});

test('on the smallest phone every part fits, whoever writes', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [path, who] of [['/meld', 'ansatt'], ['/lett/meld', 'UTSATT_SELV'], ['/en/meld', 'FAMILIE']] as const) {
    await page.goto(publicUrl(path));
    await tick(page, 'hvem', who);
    for (let part = 1; part < 7; part += 1) {
      await fits(page);
      if (part < 6) await next(page);
    }
  }
});
