import { expect, type Browser, type Page, type TestInfo } from '@playwright/test';
import { answerAll, good, test } from './staff-support.ts';
import { houseUrl, signIn, watch } from './support.ts';

const REFERENCE = /\b\d{4}-[0-9A-HJKMNP-TV-Z]{6}\b/;

/** Tab until the focus stands on the box of this name (and value); never more than the page's worth. */
async function tabTo(page: Page, name: string, value?: string): Promise<void> {
  for (let presses = 0; presses < 220; presses += 1) {
    const at = await page.evaluate(() => {
      const here = document.activeElement;
      return here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement || here instanceof HTMLSelectElement ? [here.name, here.value] : ['', here?.textContent ?? ''];
    });
    if ((at[0] === name && (value === undefined || at[1] === value)) || (at[0] === '' && at[1] === name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard never reaches ${name}`);
}

async function type(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

/** A group of choices is one stop; the arrows walk in it. */
async function choose(page: Page, name: string, downs: number): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Space');
  for (let press = 0; press < downs; press += 1) await page.keyboard.press('ArrowDown');
}

/** The power went, and the machine has started again: a browser that knows nobody, as this project has it. */
async function startedAgain(browser: Browser, { project }: TestInfo): Promise<Page> {
  const { viewport = null, locale = 'nb-NO', timezoneId = 'Europe/Oslo', javaScriptEnabled = true } = project.use;
  const page = await (await browser.newContext({ viewport, locale, timezoneId, javaScriptEnabled })).newPage();
  watch(page);
  await signIn(page, 'Jorunn', '/mottak');
  await expect(page.locator('main')).toContainText('Uferdige samtaler');
  return page;
}

/** After «Send og overlever»: this report is Akutt and with the coordinators, none of whom has read it, and the talk is no longer unfinished. */
async function handedOver(page: Page, talk: string): Promise<void> {
  await expect(page).toHaveURL(houseUrl('/mottak?gjort=sendt-akutt'));
  await expect(page.locator('main')).toContainText('Meldingen er Akutt.');
  const line = page.locator('[data-keys=item]').filter({ has: page.locator(`a[href="${talk.replace('/telefon/', '/')}"]`) });
  await expect(line).toContainText('Telefon');
  await expect(line).toContainText('Akutt');
  await expect(page.getByText(`${await line.getByRole('link').innerText()}: overlevert`).locator('..')).toContainText('ikke lest ennå');
  await expect(page.locator(`a[href="${talk}"]`)).toHaveCount(0);
}

test('P4: Jorunn takes the call at night with the keyboard alone, the power goes in the middle, she hands it over in the form, answers the one who asks, and finds a night card', async ({ page, browser, atWork }, info) => {
  test.skip(info.project.name !== 'desk', 'a keyboard');
  watch(page);
  await signIn(page, 'Jorunn', '/mottak');
  await page.keyboard.press('t');
  await expect(page).toHaveURL(houseUrl('/mottak/telefon'));
  await expect(page.locator('main')).toContainText('Jeg kan verken bekrefte eller avkrefte at vi kjenner noen.');
  await expect(page.locator('#hvor')).toBeFocused();
  await good(page);
  await page.keyboard.type('Granveien 3 i Tjernås, andre etasje');
  await choose(page, 'tryggnaa', 0);
  await type(page, 'brutt', 'Ring tilbake på nummeret');
  await choose(page, 'fare', 0);
  await type(page, 'called', '112');
  await type(page, 'calledBy', 'Arne, naboen');
  await type(page, 'calledWhen', '02:12');
  await type(page, 'averting', 'Opp');
  await type(page, 'avertedBy', 'Arne');
  await type(page, 'avertedWhen', '02:12');
  await type(page, 'sett', 'Skrik og en med kniv hos naboen.');
  await expect(page.locator('#lagret')).toContainText('Lagret', { timeout: 10_000 });
  await expect(page).toHaveURL(/\/mottak\/telefon\/[0-9a-f-]{36}$/);
  const talk = new URL(page.url()).pathname;
  await page.context().close(); // the power goes

  const again = await startedAgain(browser, info);
  await good(again);
  await again.locator(`a[href="${talk}"]`).focus();
  await again.keyboard.press('Enter');
  await expect(again.locator('[name=hvor]')).toHaveValue('Granveien 3 i Tjernås, andre etasje');
  await expect(again.locator('[name=calledWhen]')).toHaveValue('02:12');
  await type(again, 'navn', 'Solveig');
  await tabTo(again, 'Lagre og åpne nattkort');
  await again.keyboard.press('Enter');
  await expect(again).toHaveURL(/\/mottak\/nattkort\?samtale=/);
  await tabTo(again, 'Tilbake til samtalen');
  await again.keyboard.press('Enter');
  await expect(again.locator('[name=navn]')).toHaveValue('Solveig');
  await tabTo(again, 'lest');
  await again.keyboard.press('Space');
  await tabTo(again, 'Send og overlever');
  await again.keyboard.press('Enter');
  await handedOver(again, talk);

  await again.keyboard.press('s');
  await expect(again).toHaveURL(houseUrl('/mottak/noen-spor'));
  await expect(again.locator('h1')).toContainText('verken bekrefte eller avkrefte');
  await good(again);
  const note = `/mottak/noen-spor/${await again.locator('[name=enquiryId]').inputValue()}`;
  await type(again, 'who', 'Saksbehandler i Tjernås');
  await type(again, 'about', 'Solveig');
  await type(again, 'said', 'Ville vite om vi kjenner henne.');
  await tabTo(again, 'Lagre notatet');
  await again.keyboard.press('Enter');
  await expect(again.locator('main')).toContainText('Samtalen er notert.');

  await tabTo(again, 'Til mottaket');
  await again.keyboard.press('Enter');
  await expect(again).toHaveURL(houseUrl('/mottak'));
  await again.keyboard.press('c');
  await expect(again).toHaveURL(houseUrl('/mottak/nattkort'));
  await good(again);
  await type(again, 'name', 'Rød');
  await type(again, 'codeWord', 'feil ord');
  await again.keyboard.press('Enter');
  await expect(again.locator('#feil')).toContainText('Vi fant ikke noe kort.');
  await type(again, 'codeWord', 'Blåklokke');
  await again.keyboard.press('Enter');
  await expect(again.locator('h1')).toHaveText('Rød');
  expect(again.url()).toBe(houseUrl('/mottak/nattkort'));
  await good(again);

  const kari = await atWork('Kari', '/mottak');
  await expect(kari.locator('main')).toContainText('Noen har spurt om en person');
  await kari.locator(`a[href="${note}"]`, { hasText: 'notert av Jorunn' }).click();
  await expect(kari.locator('main')).toContainText('Ville vite om vi kjenner henne.');
  await kari.locator('[name=done]').fill('Ringte Tjernås på nummeret i katalogen.');
  await kari.getByRole('button', { name: 'Marker som lest' }).click();
  await expect(kari.locator('main')).toContainText('Notatet er markert som lest.');
  await again.context().close();
});

test('P4 without scripts: what Jorunn has saved with the button is there when the machine has started again, waits while she opens a night card, and is handed over', async ({ page, browser }, info) => {
  test.skip(info.project.name !== 'desk-nojs', 'with scripts above');
  watch(page);
  await signIn(page, 'Jorunn', '/mottak/telefon');
  await expect(page.locator('main')).toContainText('Jeg kan verken bekrefte eller avkrefte at vi kjenner noen.');
  await expect(page.locator('main')).toContainText('Her lagres ingenting av seg selv.');
  await good(page);
  await answerAll(page, { hvor: 'Fjellveien 8 i Tjernås', tryggnaa: 'ja', fare: 'ja', called: '112', calledBy: 'Arne, naboen', calledWhen: '02:12', sett: 'Skrik fra naboen.' });
  await page.getByRole('button', { name: 'Lagre uferdig' }).first().click();
  await expect(page.locator('main')).toContainText(/Lagret \d\d\.\d\d\./);
  const talk = new URL(page.url()).pathname;
  await page.context().close();

  const again = await startedAgain(browser, info);
  await again.locator(`a[href="${talk}"]`).click();
  await expect(again.locator('[name=hvor]')).toHaveValue('Fjellveien 8 i Tjernås');
  await expect(again.locator('[name=fare][value=ja]')).toBeChecked();
  await answerAll(again, { navn: 'Solveig' });
  await again.getByRole('button', { name: 'Lagre og åpne nattkort' }).click();
  await answerAll(again, { name: 'Rød', codeWord: 'Blåklokke' });
  await again.getByRole('button', { name: 'Åpne kortet' }).click();
  await expect(again.locator('h1')).toHaveText('Rød');
  await again.getByRole('link', { name: 'Tilbake til samtalen' }).click();
  await expect(again.locator('[name=navn]')).toHaveValue('Solveig');
  await answerAll(again, { lest: 'ja' });
  await again.getByRole('button', { name: 'Send og overlever' }).click();
  await handedOver(again, talk);
  await good(again);
  await again.context().close();
});

test('on the phone Jorunn finds the card of whoever calls without leaving a word of it in the address', async ({ page }, info) => {
  test.skip(info.project.name !== 'phone', 'the desk does the same above');
  watch(page);
  await signIn(page, 'Jorunn', '/mottak/nattkort');
  await page.locator('[name=name]').fill('Nora');
  await page.locator('[name=codeWord]').fill('kanelbolle');
  await page.getByRole('button', { name: 'Åpne kortet' }).click();
  await expect(page.locator('h1')).toHaveText('Nora');
  expect(page.url()).toBe(houseUrl('/mottak/nattkort'));
  await good(page);
  await page.goto(houseUrl('/mottak/telefon'));
  await good(page);
  await page.goto(houseUrl('/mottak/noen-spor'));
  await good(page);
});

test('a letter without a date is shown again with every word, and is then registered', async ({ page }) => {
  watch(page);
  await signIn(page, 'Amina', '/mottak/ny');
  await good(page);
  await page.locator('[name=kanal]').selectOption('POST');
  await page.locator('[name=sett]').fill('Det står i brevet at pengene forsvinner.');
  await page.getByRole('button', { name: 'Send og overlever' }).click();
  await expect(page.locator('#feil')).toContainText('Skriv når meldingen kom.');
  await expect(page.locator('[name=sett]')).toHaveValue('Det står i brevet at pengene forsvinner.');
  await good(page);
  await page.locator('[name=kom]').fill('2026-01-05T10:00');
  await page.getByRole('button', { name: 'Send og overlever' }).click();
  await expect(page.locator('main')).toContainText('Overlevert til koordinator.');
});

test('two calls about the same person: only the coordinator is told, opens one case of both, and lets a third go into it; the case that a fourth became is merged (T16), and whoever has the watch reads it in an emergency (T18)', async ({ page, atWork }) => {
  test.skip(test.info().project.name === 'phone', 'the same without JavaScript');
  const name = `Aslaug ${test.info().project.name === 'desk' ? 'Tjernmo' : 'Kleivane'}`;
  watch(page);
  await signIn(page, 'Jorunn', '/mottak');
  const call = async (words: string) => {
    await page.goto(houseUrl('/mottak/ny'));
    const report = `/mottak/${await page.locator('main [name=utkast]').inputValue()}`;
    await page.locator('[name=kanal]').selectOption('OPPMOTE');
    await page.locator('[name=kom]').fill('2026-01-05T10:00');
    await page.locator('[name=navn]').fill(name);
    await page.locator('[name=sett]').fill(words);
    await page.getByRole('button', { name: 'Send og overlever' }).click();
    await expect(page).toHaveURL(/\/mottak\?gjort=/);
    await expect(page.locator(`main a[href="${report}"]`), 'the report waits in the inbox').toBeVisible();
    return report;
  };
  const [first, second] = [await call('Hun er redd om kvelden.'), await call('Naboen hører gråt.')];
  await page.goto(houseUrl(second));
  await page.getByRole('button', { name: 'Nei' }).click();
  await expect(page.locator('main')).toContainText('Naboen hører gråt.');
  await expect(page.locator('main')).not.toContainText('samme person');

  const kari = await atWork('Kari', second);
  await kari.getByRole('button', { name: 'Nei' }).click();
  const part = kari.locator('section').filter({ hasText: 'Kan gjelde samme person' });
  await expect(part.locator(`a[href="${first}"]`)).toBeVisible();
  await good(kari);
  await part.getByText('Opprett én sak av flere meldinger').click();
  await part.locator('label', { has: kari.locator(`[value="${first.replace('/mottak/', '')}"]`) }).click();
  await part.getByRole('button', { name: 'Opprett sak av denne' }).click();
  await kari.getByRole('button', { name: 'Nei, jeg er ikke knyttet til noen' }).click();
  await expect(kari.locator('main')).toContainText('Hun er redd om kvelden.');
  await expect(kari.locator('main')).toContainText('Naboen hører gråt.');
  const theCase = new URL(kari.url()).pathname;

  await kari.goto(houseUrl(await call('Datteren har tatt nøklene.')));
  await kari.getByRole('button', { name: 'Nei' }).click();
  await kari.getByRole('button', { name: 'La meldingen gå inn i sak' }).click();
  await expect(kari).toHaveURL(houseUrl(`${theCase}?gjort=joinReport`));
  await expect(kari.locator('main')).toContainText('Datteren har tatt nøklene.');
  await expect(kari.locator('main')).toContainText('En bekymring til ble tatt inn');
  if (test.info().project.name !== 'desk') return;

  const reference = REFERENCE.exec(await kari.locator('main').innerText())?.[0] ?? '';
  await mergesInto(theCase, kari, await call('Hun svarer ikke på døra.'));
  await expect(kari.locator('main')).toContainText('Hun svarer ikke på døra.');
  await opensInAnEmergency(page, theCase, reference);
  await goesThrough(kari, reference);
});

/** T16: a report about the same person had become a case of its own. */
async function mergesInto(theCase: string, kari: Page, report: string): Promise<void> {
  await kari.goto(houseUrl(report));
  await kari.getByRole('button', { name: 'Nei' }).click();
  await kari.getByRole('button', { name: 'Opprett sak', exact: true }).click();
  await expect(kari).toHaveURL(/\/saker\/[0-9a-f-]{36}/);
  await kari.goto(houseUrl(report));
  await kari.getByRole('link', { name: /^Slå sammen sak/ }).click();
  await good(kari);
  await kari.getByRole('button', { name: 'Slå sammen sakene' }).click();
  await expect(kari.locator('#feil')).toBeVisible();
  await answerAll(kari, { goesOn: theCase.replace('/saker/', ''), grounds: 'Samme navn, samme datter.' });
  await kari.getByRole('button', { name: 'Slå sammen sakene' }).click();
  await expect(kari).toHaveURL(new RegExp(theCase));
  await good(kari);
}

/** T18: whoever has the watch has no part in the case, and must read it now. */
async function opensInAnEmergency(jorunn: Page, theCase: string, reference: string): Promise<void> {
  await jorunn.goto(houseUrl(theCase));
  await expect(jorunn.locator('body')).not.toContainText('Datteren har tatt nøklene.');
  await jorunn.goto(houseUrl('/nodtilgang'));
  await answerAll(jorunn, { reference, emergencyReason: 'Hun ringer og er redd nå.', connection: 'INGEN' });
  await jorunn.getByRole('button', { name: 'Åpne saken i tre timer' }).click();
  await expect(jorunn.locator('main')).toContainText('Datteren har tatt nøklene.');
  await expect(jorunn.locator('main')).toContainText('Din nødtilgang');
  await good(jorunn);
}

/** T18, the other half: a coordinator says whether there was reason to. */
async function goesThrough(kari: Page, reference: string): Promise<void> {
  await kari.goto(houseUrl('/nodtilgang'));
  const taken = kari.locator('main form', { has: kari.getByRole('button', { name: new RegExp(`Lagre gjennomgangen: Sak ${reference}`) }) });
  await taken.locator('label', { has: kari.locator('[name=emergencyResult][value=GOD_GRUNN]') }).click();
  await taken.locator('[name=reviewWord]').fill('Hun måtte lese den for å ringe riktig sted.');
  await taken.getByRole('button').click();
  await expect(kari.locator('main')).toContainText('Gjennomgangen er lagret.');
  await expect(kari.getByRole('row', { name: new RegExp(reference) })).toContainText('Kari Nordmo');
}
