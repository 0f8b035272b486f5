import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { answer, answerAll, answerReport, goodOnTheWay, inDays, notConnected, openStep, readReport, report, send, take, test } from './staff-support.ts';
import { houseUrl } from './support.ts';

/**
 * Which journey walks which row of the workflow (docs/workflow.md) with its own people. Here: T2, T3, T5, T7, T9, T11, T13, T14, T17, T19, and where a name says so T4, T6, T8, T10, T12, T15.
 * T1: public-report, staff-desk and staff-paper. T16, T18: staff-desk. T20, T21: staff-archive.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const told = `Han stenger henne inne og slår når hun roper. ${randomUUID()}`;
let reportAt = '';
let caseAt = '';

test('a report from the phone of a relative reaches reception, is raised with 112 called, and is handed over with every word', async ({ atWork }) => {
  const jorunn = await atWork('Jorunn', '/mottak');
  await goodOnTheWay(jorunn);
  reportAt = await report(jorunn, told);
  await readReport(jorunn, reportAt);
  await expect(jorunn.locator('main')).toContainText(told);
  await expect(jorunn.locator('main')).toContainText('Ikke oppgitt. Ta ikke kontakt');
  await jorunn.locator('summary', { hasText: 'Hev til Akutt' }).click();
  await answerAll(jorunn, { danger: 'Hun er låst inne nå.', called: '112', calledBy: 'Jorunn Vatne', calledWhen: '02.10' });
  await goodOnTheWay(jorunn);
  await jorunn.getByRole('button', { name: 'Hev til Akutt' }).click();
  await expect(jorunn.locator('main')).toContainText('112 er ringt av Jorunn Vatne, 02.10');
  await answer(jorunn, 'note', 'Politiet er på vei. Ring dem før noen drar dit.');
  await jorunn.getByRole('button', { name: 'Overlever til koordinator' }).click();
  await expect(jorunn.locator('main')).toContainText('Overlevert til koordinator.');
});

test('the coordinator reads the report after one question, opens a case without another, and a colleague is let in by name and reason', async ({ atWork }) => {
  const kari = await atWork('Kari', reportAt);
  await expect(kari.locator('main')).not.toContainText(/stenger henne inne|Torunn/);
  await goodOnTheWay(kari);
  await answerReport(kari);
  await expect(kari.locator('main')).toContainText(told);
  await kari.getByRole('button', { name: 'Opprett sak', exact: true }).click();
  await kari.waitForURL(/\/saker\/[0-9a-f-]{36}/);
  caseAt = new URL(kari.url()).pathname;
  await expect(kari.getByRole('heading', { level: 1 })).toHaveText('Torunn Kleppe');
  await expect(kari.locator('main')).toContainText('Akutt');
  await goodOnTheWay(kari);
  if (await kari.locator('a[href*="/steg/handOver"]').count() > 0) await take(kari, 'handOver');
  await kari.goto(houseUrl(`${caseAt}?vis=tilgang`));
  await kari.locator('summary', { hasText: 'Even Strand' }).click();
  await goodOnTheWay(kari);
  await kari.locator('details[open]').getByRole('button', { name: 'Er med og vurderer' }).click();
  await expect(kari.locator('main')).toContainText('Lagret: ');
});

test('a refused classification keeps what was typed, and whoever proposed it is not offered to confirm it', async ({ atWork }) => {
  const kari = await atWork('Kari', caseAt);
  await openStep(kari, 'proposeClassification');
  await goodOnTheWay(kari);
  await answerAll(kari, { caseType: 'MA', wish: 'Hun vil ut av huset.', consent: 'IKKE_SPURT', lead: await choiceOf(kari, 'lead', 'Even') });
  const [refused] = await Promise.all([
    kari.waitForResponse((response) => response.request().method() === 'POST' && response.status() !== 204),
    kari.getByRole('button', { name: 'Foreslå klassifisering' }).click(),
  ]);
  expect(refused.status()).toBe(422);
  await expect(kari.locator('[name=wish]')).toHaveValue('Hun vil ut av huset.');
  await expect(kari.locator('[name=caseType][value=MA]')).toBeChecked();
  await goodOnTheWay(kari);
  await send(kari, { grounds: 'Hun kan ikke beskytte seg selv.' });
  await expect(kari.locator('a[href*="/steg/confirmClassification"]')).toHaveCount(0);
  await kari.getByText(/Ikke mulig nå/).click();
  await expect(kari.locator('main')).toContainText('Du kom med forslaget. En annen må bekrefte det.');
});

/** The value of the choice of that name whose label says so. */
async function choiceOf(page: Parameters<typeof answer>[0], name: string, label: string): Promise<string> {
  const option = page.locator(`select[name=${name}] option`, { hasText: label });
  if (await option.count() > 0) return await option.first().getAttribute('value') ?? '';
  return await page.locator('main label', { hasText: label }).locator(`input[name=${name}]`).first().getAttribute('value') ?? '';
}

test('the lead sees nothing before the question, confirms as the second person, and writes a note and a measure', async ({ atWork }, info) => {
  const even = await atWork('Even', caseAt);
  await expect(even.locator('body')).not.toContainText(/Torunn|låst inne|stenger henne/);
  await goodOnTheWay(even);
  await notConnected(even);
  await even.goto(houseUrl(caseAt));
  await openStep(even, 'confirmClassification');
  await expect(even.locator('main')).toContainText('Hun kan ikke beskytte seg selv.');
  await goodOnTheWay(even);
  await send(even);
  await take(even, 'startInvestigation', { whoTalks: 'Even, alene på dagsenteret, tirsdag. Ingen telefon hjem.', safeContact: 'På dagsenteret, tirsdag' });
  await even.goto(houseUrl(`${caseAt}?vis=journal`));
  await answer(even, 'text', 'Hun sier at hun er redd om natta.');
  if (info.project.name === 'desk') {
    await even.waitForResponse((reply) => new URL(reply.url()).pathname === '/tekst' && reply.status() === 204); // then the battery dies
    const kari = await atWork('Kari', caseAt);
    await kari.goto(houseUrl(`${caseAt}?vis=journal`));
    await expect(kari.locator('#skriver')).toContainText('Even Strand skriver nå');
    await even.goto(houseUrl('/'));
    await expect(even.getByRole('link', { name: 'Hent teksten' })).toBeVisible();
    await even.goto(houseUrl(`${caseAt}?vis=journal`)); // «Min dag» has the newest, which may be of another case
    await even.getByRole('link', { name: 'Hent teksten' }).click();
    await expect(even.locator('textarea[name=text]')).toHaveValue('Hun sier at hun er redd om natta.');
    await send(even);
  } else await even.getByRole('button', { name: 'Lagre notatet' }).click();
  await expect(even.locator('main')).toContainText('Hun sier at hun er redd om natta.');
  await even.getByRole('link', { name: /^Fest notatet/ }).click();
  await send(even, { grounds: 'Alle må lese dette før de ringer.' });
  await expect(even.getByRole('heading', { name: 'Festet øverst' })).toBeVisible();
  await take(even, 'writeWarning', { warningText: 'Ikke ring før kl. 12', warningReview: inDays(14) });
  await even.goto(houseUrl(`${caseAt}?vis=personer`));
  await expect(even.locator('.vv-shell, body').first()).toContainText('Ikke ring før kl. 12');
  await even.goto(houseUrl(`${caseAt}?vis=journal`));
  await goodOnTheWay(even);
  await openStep(even, 'decideMeasure');
  await answerAll(even, { measure: 'SIKKERHETSPLAN', responsible: 'Even Strand', due: inDays(7) });
  await goodOnTheWay(even);
  await send(even);
});

test('a relative who consented turns out to be suspected: the consent falls, and what was shared on it is judged anew', async ({ atWork }) => {
  const even = await atWork('Even', caseAt);
  await even.goto(houseUrl(`${caseAt}?vis=personer`));
  await openStep(even, 'addPerson');
  await goodOnTheWay(even);
  await answerAll(even, { relatedName: 'Unni' });
  await send(even, { parts: 'PARORENDE' });
  await openStep(even, 'recordOthersConsent');
  await answerAll(even, { related: await choiceOf(even, 'related', 'Unni'), consentAbout: 'OKONOMI', consentStatus: 'GITT_MUNTLIG', covers: 'Om pengene.', consentTo: 'Banken', consentPurpose: 'Sperre kortet' });
  await even.locator('main form[action*="/steg/"] button[type=submit]').last().click();
  await expect(even.locator('main')).toContainText('helsepersonell har vurdert at personen ikke kan');
  await even.goto(houseUrl(`${caseAt}?vis=personer`));
  await take(even, 'assessCapacity', { capacityQuestion: 'OKONOMI', assessor: 'Fastlegen', capacityResult: 'MANGLER' });
  await openStep(even, 'recordOthersConsent');
  await send(even, { related: await choiceOf(even, 'related', 'Unni'), consentAbout: 'OKONOMI', consentStatus: 'GITT_MUNTLIG', covers: 'Om pengene.', consentTo: 'Banken', consentPurpose: 'Sperre kortet' });
  await take(even, 'discloseOut', { organ: 'Banken, kundevern', basis: 'SAMTYKKE_PARORENDE', shared: 'At kontoen tømmes.', grounds: 'For å sperre kortet.', personInformed: 'JA' });
  await goodOnTheWay(even);
  await take(even, 'changePerson', { parts: 'MISTENKT' });
  await expect(even.locator('main')).toContainText('Et samtykke har falt bort');
  await expect(even.locator('main')).toContainText('Bør dere melde behov for verge?');
  await expect(even.locator('main')).toContainText('Aldri gjennom');
  await goodOnTheWay(even);
  await openStep(even, 'recordOthersConsent');
  await answerAll(even, { related: await choiceOf(even, 'related', 'Unni'), consentAbout: 'OKONOMI', consentStatus: 'GITT_SKRIFTLIG', covers: 'Alt, med alle.', consentTo: 'Banken', consentPurpose: 'Sperre kortet' });
  await even.locator('main form[action*="/steg/"] button[type=submit]').last().click();
  await expect(even.locator('main')).toContainText('Den som er antatt overgriper, kan ikke samtykke for personen.');
  await expect(even.locator('[name=covers]')).toHaveValue('Alt, med alle.');
  await even.goto(houseUrl(`${caseAt}?vis=personer`));
  await openStep(even, 'reviewDisclosure');
  await goodOnTheWay(even);
  await send(even, { reviewResult: 'NYTT_GRUNNLAG', basis: 'FVL_13B_7', grounds: 'Hun mister alt hun eier.' });
  await expect(even.locator('main')).not.toContainText('Et samtykke har falt bort');
});

test('a safety plan and a restraining order: a day beyond the law is refused, and when the suspected abuser is released the plan is gone through', async ({ atWork }) => {
  const even = await atWork('Even', caseAt);
  await even.goto(houseUrl(`${caseAt}?vis=tiltak`));
  await openStep(even, 'writeSafetyPlan');
  await goodOnTheWay(even);
  await send(even, { planWith: 'Even', warningSigns: 'Hun går stille.', safePlaces: 'Hos naboen.', whoToCall: '112. Kodeord: vaffel.', planPlace: 'BARE_HOS_OSS' });
  await openStep(even, 'recordProtection');
  await answerAll(even, { protectionKind: 'BESOKSFORBUD', protectedFrom: inDays(0), protectedUntil: inDays(400) });
  await even.locator('main form[action*="/steg/"] button[type=submit]').last().click();
  await expect(even.locator('main')).toContainText('høyst ett år (straffeprosessloven § 222 a)');
  await goodOnTheWay(even);
  await send(even, { protectedUntil: inDays(10) });
  await expect(even.locator('main')).toContainText('Det som beskytter personen, går ut');
  await take(even, 'suspectChanged', { suspectChange: 'LOSLATT' });
  await expect(even.locator('main')).toContainText('Stemmer planen fortsatt?');
  await goodOnTheWay(even);
  await take(even, 'reviewSafetyPlan', { planWith: 'Even' });
  await expect(even.locator('main')).not.toContainText('Stemmer planen fortsatt?');
  await openStep(even, 'markRiskFactors');
  await answer(even, 'riskFactors', 'TIDLIGERE_VOLD');
  await goodOnTheWay(even);
  await send(even);
  await even.goto(houseUrl(`${caseAt}/plan`));
  await expect(even.locator('main')).not.toContainText('Unni');
  await goodOnTheWay(even);
});

test('the duty to avert is asked after the alarm and answered; why the person is not told of the case has a day to look at it again', async ({ atWork }) => {
  const even = await atWork('Even', caseAt);
  await expect(even.locator('main')).toContainText('Noe har skjedd. Er avvergingsplikten vurdert?');
  await expect(even.locator('main')).toContainText('Er personen informert om saken?');
  await goodOnTheWay(even);
  await take(even, 'answerAverting', { avertingAnswer: 'OPPFYLT', avertedHow: 'Politiet ble ringt.', avertedBy: 'Jorunn Vatne', avertedWhen: 'kl. 02.10' });
  await expect(even.locator('main')).toContainText('Politiet ble ringt.');
  await goodOnTheWay(even);
  await even.goto(houseUrl(caseAt));
  await expect(even.locator('main')).not.toContainText('Er avvergingsplikten vurdert?');
  await openStep(even, 'informPerson');
  await answer(even, 'isInformed', 'UNNTATT');
  await goodOnTheWay(even);
  await send(even, { notInformedGround: 'P16_C', askAgain: inDays(20) });
  await expect(even.locator('main')).toContainText('Ikke informert, med grunn');
  await take(even, 'recordWish', { wishNow: 'Jeg vil bo hos søsteren min.', askedBy: 'Even, på dagsenteret', askedHow: 'ALENE' });
  await expect(even.locator('body')).toContainText('Jeg vil bo hos søsteren min.');
});

test('the lead concludes, follows up and proposes closing, and is not offered to close', async ({ atWork }) => {
  const even = await atWork('Even', caseAt);
  await take(even, 'concludeInvestigation', { findings: 'Volden er bekreftet.', freedom: 'Hun bestemmer selv.', proportionality: 'Det minste som hjelper.', risk: 'HOY', concludedWho: 'Even og Signe' });
  await take(even, 'startFollowUp', { carriedOut: 'Planen er laget.', personView: 'Hun er tryggere.' });
  await even.goto(houseUrl(caseAt));
  await take(even, 'recordFollowUp', { found: 'Ingen ny vold.', personView: 'Hun sover om natta.' });
  await even.goto(houseUrl(caseAt));
  await openStep(even, 'proposeClosing');
  await expect(even.locator('main')).toContainText('Jeg vil bo hos søsteren min.');
  await send(even, { reasons: 'VOLD_STANSET', remainingRisk: 'Liten', whoHasItNow: 'Hjemmetjenesten', personTold: 'JA', wishAchieved: 'DELVIS' });
  await expect(even.locator('a[href*="/steg/closeCase"]')).toHaveCount(0);
  for (const part of ['vurdering', 'tiltak', 'personer', 'oversikt']) {
    await even.goto(houseUrl(`${caseAt}?vis=${part}`));
    await goodOnTheWay(even);
  }
});

test('the coordinator judges the danger over and closes; nothing more can be written, and everything can still be read', async ({ atWork }) => {
  const kari = await atWork('Kari', caseAt);
  await expect(kari.locator('a[href*="/steg/closeCase"]')).toHaveCount(0);
  await take(kari, 'lowerAkutt', { grounds: 'Han er flyttet ut.' });
  await openStep(kari, 'closeCase');
  await expect(kari.locator('main')).toContainText('Volden er stanset');
  await expect(kari.locator('main')).toContainText('Dette mangler i tallene om saken');
  await goodOnTheWay(kari);
  await send(kari, { learning: 'Ring tidligere.', reporterFeedback: 'IKKE_MULIG', figuresUnknown: 'UKJENT' });
  await expect(kari.locator('main')).toContainText('Avsluttet');
  await expect(kari.locator('a[href*="/steg/writeNote"]')).toHaveCount(0);
  await goodOnTheWay(kari);
  await kari.goto(houseUrl(`${caseAt}?vis=journal`));
  await expect(kari.locator('main')).toContainText('Hun sier at hun er redd om natta.');
});

test('taken up again it waits for the police, is judged anew by two, and goes back to measures when something happens (T15, T8, T10, T12)', async ({ atWork }, info) => {
  test.skip(info.project.name !== 'desk', 'the same forms as before');
  const [kari, even] = [await atWork('Kari', caseAt), await atWork('Even', caseAt)];
  await take(kari, 'reopenCase', { grounds: 'Han er flyttet inn igjen.' });
  await even.goto(houseUrl(caseAt));
  await take(even, 'awaitPolice', { policeContact: 'Vakthavende', policeAgreed: 'Ingen kontakt hjemme.', nextCheck: inDays(7) });
  await take(even, 'checkPolice', { policeSaid: 'Avhør neste uke.', nextCheck: inDays(14) });
  await take(even, 'resumeInvestigation', { grounds: 'Vitnet er avhørt.' });
  await kari.goto(houseUrl(caseAt));
  await take(kari, 'proposeReclassification', { caseType: 'BOR', grounds: 'Hun kan si fra selv nå.' });
  await even.goto(houseUrl(caseAt));
  await take(even, 'confirmClassification');
  await take(even, 'concludeInvestigation', { findings: 'Han presser henne.', freedom: 'Hun bestemmer selv.', proportionality: 'Det minste som hjelper.', risk: 'MODERAT', concludedWho: 'Even og Signe' });
  await take(even, 'startFollowUp', { carriedOut: 'Planen er gått gjennom.', personView: 'Hun er tryggere.' });
  await take(even, 'actAgain', { incident: 'Han kom på døra i går.' });
  await goodOnTheWay(even);
});

test('what is no case ends with advice, and what belongs elsewhere is transferred, each by two people (T6, T4)', async ({ atWork }, info) => {
  test.skip(info.project.name !== 'desk', 'the same forms as before');
  const [kari, tor] = [await atWork('Kari', '/mottak'), await atWork('Tor', '/mottak')];
  const opened = async (words: string): Promise<string> => {
    await readReport(kari, await report(kari, words));
    await kari.getByRole('button', { name: 'Opprett sak', exact: true }).click();
    await kari.waitForURL(/\/saker\/[0-9a-f-]{36}/);
    const at = new URL(kari.url()).pathname;
    if (await kari.locator('a[href*="/steg/handOver"]').count() > 0) await take(kari, 'handOver');
    return at;
  };
  const words = `Hun lurer på vergemål for moren. ${randomUUID()}`;
  await readReport(kari, await report(kari, words));
  await kari.getByText('Kun råd, ikke sak').click();
  await kari.getByLabel('Hvilke råd er gitt?').fill('Snakk med statsforvalteren om verge.');
  await kari.getByRole('button', { name: 'Send til den som bekrefter' }).click();
  await expect(kari).toHaveURL(/\/saker\/[0-9a-f-]{36}/);
  const advice = new URL(kari.url()).pathname;
  await tor.goto(houseUrl('/'));
  await tor.locator(`a[href="${advice}/steg/confirmNotACase"]`).click();
  await notConnected(tor);
  await expect(tor, 'the question leads on to what was asked').toHaveURL(new RegExp(`${advice}/steg/confirmNotACase`));
  await expect(tor.locator('main')).toContainText('Snakk med statsforvalteren om verge.');
  await tor.getByRole('button', { name: 'Bekreft at det ikke blir en sak' }).click();
  await expect(tor.locator('main')).toContainText('Ikke sak');
  const elsewhere = await opened(`Hun har flyttet til søsteren. ${randomUUID()}`);
  await take(kari, 'proposeTransfer', { receiver: 'Nordbø kommune', basis: 'SAMTYKKE', consent: 'GITT_MUNTLIG', sent: 'Hele bekymringen.', grounds: 'Hun bor der nå.', personInformed: 'JA', transferReason: 'UTENFOR_KOMMUNER' });
  await tor.goto(houseUrl(elsewhere));
  await notConnected(tor);
  await tor.goto(houseUrl(elsewhere));
  await take(tor, 'confirmTransfer');
  await expect(tor.locator('main')).toContainText('Overført');
});
