import { expect, test, type Page } from '@playwright/test';
import { good, goodOnTheWay } from './staff-support.ts';
import { clean, fits, houseUrl, signIn, watch } from './support.ts';

const PAGES = [
  '/', '/mottak', '/saker', '/statistikk', '/statistikk/over-tid', '/statistikk/for-og-etter', '/statistikk/landet', '/statistikk/utforsk', '/statistikk/saker', '/statistikk/timer', '/region', '/region/nettsted', '/region/nettsted/utkast', '/region/frister', '/ansatte', '/ansatte/tilsyn', '/innsyn', '/taster', '/drofting',
  '/mottak/vakt', '/region/varsler', '/region/regnskap', '/mine-varsler', '/maskin', '/logg', '/taushet', '/sok', '/region/innsynskrav', '/teammote', '/maler', '/nodtilgang', '/region/arkiv', '/region/arkiv/journal', '/region/avvik', '/arkiv', '/region/kodeverk', '/rapporter', '/statistikk/retur',
] as const;
type Address = (typeof PAGES)[number];

/** What each may open, said here once more by hand, so that a slip in a rule is seen. Reception's few cases are reached from its own lists. */
const MAY: Readonly<Record<string, readonly Address[]>> = {
  'Kari Nordmo': PAGES.filter((address) => !['/logg', '/region/arkiv', '/region/arkiv/journal', '/arkiv'].includes(address)),
  'Jorunn Vatne': ['/', '/mottak', '/saker', '/region', '/taster', '/drofting', '/mottak/vakt', '/mine-varsler', '/maskin', '/taushet', '/sok', '/nodtilgang', '/region/kodeverk'],
  'Even Strand': ['/', '/saker', '/statistikk', '/statistikk/over-tid', '/statistikk/for-og-etter', '/statistikk/landet', '/statistikk/utforsk', '/statistikk/saker', '/region', '/taster', '/drofting', '/mine-varsler', '/taushet', '/sok', '/teammote', '/nodtilgang', '/region/kodeverk'],
  'Leif Brekken': ['/', '/saker', '/statistikk', '/statistikk/over-tid', '/statistikk/for-og-etter', '/statistikk/landet', '/statistikk/utforsk', '/statistikk/saker', '/statistikk/timer', '/region', '/ansatte', '/ansatte/tilsyn', '/taster', '/region/varsler', '/region/regnskap', '/mine-varsler', '/logg', '/taushet', '/sok', '/nodtilgang', '/region/arkiv', '/region/avvik', '/region/kodeverk', '/rapporter', '/statistikk/retur'],
  'Stine Moen': ['/', '/statistikk', '/statistikk/over-tid', '/statistikk/for-og-etter', '/statistikk/landet', '/region', '/taster', '/mine-varsler', '/taushet', '/region/kodeverk', '/rapporter', '/statistikk/retur'],
  'Per Ombo': ['/', '/statistikk', '/statistikk/over-tid', '/statistikk/for-og-etter', '/statistikk/landet', '/region', '/ansatte', '/ansatte/tilsyn', '/innsyn', '/taster', '/mine-varsler', '/logg', '/taushet', '/region/innsynskrav', '/region/arkiv', '/region/avvik', '/region/kodeverk', '/statistikk/retur'],
  'Arne Myrvold': ['/', '/region', '/taster', '/mine-varsler', '/taushet', '/region/innsynskrav', '/region/arkiv', '/region/arkiv/journal', '/arkiv', '/region/kodeverk'],
  'Ida Drift': ['/', '/region', '/ansatte', '/taster', '/region/varsler', '/region/regnskap', '/mine-varsler', '/maskin', '/taushet', '/region/kodeverk'],
  'Ragnhild Aasebø': ['/', '/saker', '/region', '/taster', '/mine-varsler', '/taushet', '/region/kodeverk'],
};

/** These have every page between them, and a phone in the hand. */
const ON_THE_MOVE: readonly string[] = ['Kari Nordmo', 'Even Strand'];

/** At most so many pages in one test, so that a slow machine is not taken for a fault. */
const AT_ONCE = 12;

/** A page is looked through where the first of them meets it; the others meet parts of the same document. */
function looksThrough(name: string, address: Address): boolean {
  return Object.keys(MAY).find((one) => MAY[one]?.includes(address)) === name;
}

for (const [name, may] of Object.entries(MAY)) {
  for (let from = 0; from < may.length; from += AT_ONCE) {
    const pages = may.slice(from, from + AT_ONCE);
    const isLast = from + AT_ONCE >= may.length;
    test(`${name} meets sound pages where the work is: ${pages.join(' ')}${isLast ? ', and no sign of what is not theirs, neither in the menu nor by its address' : ''}`, async ({ page }, info) => {
      test.skip(info.project.name === 'phone' && !ON_THE_MOVE.includes(name), 'their pages are among those of the others');
      watch(page);
      await signIn(page, name);
      for (const address of pages) {
        const answer = await page.goto(houseUrl(address));
        expect(answer?.status(), address).toBe(200);
        await fits(page);
        await clean(page);
        if (looksThrough(name, address)) await goodOnTheWay(page);
      }
      if (isLast && info.project.name !== 'phone') await meetsNothingElse(page, may); // on the phone the same answers
    });
  }
}

for (const name of Object.keys(MAY)) {
  test(`no link that ${name} meets leads nowhere, two pages deep, so that nobody is sent to a page that is not theirs`, async ({ page }, info) => {
    test.skip(info.project.name === 'phone', 'the same links');
    await signIn(page, name);
    const met = new Set<string>();
    const dead: string[] = [];
    const follow = async (address: string, deeper: number): Promise<void> => {
      const answer = await page.request.get(houseUrl(address));
      if (!answer.ok()) dead.push(address);
      const isPage = (answer.headers()['content-type'] ?? '').startsWith('text/html');
      for (const link of isPage && deeper > 0 ? linksOf(await answer.text()) : []) {
        if (met.has(kindOf(link))) continue;
        met.add(kindOf(link));
        await follow(link, deeper - 1);
      }
    };
    for (const address of MAY[name] ?? []) await follow(address, 2);
    expect(dead).toEqual([]);
  });
}

/** Where a page leads; what is made on the way (files, and paper to print) is not fetched. */
function linksOf(html: string): readonly string[] {
  return [...html.matchAll(/<a [^>]*href="(\/(?!\/)[^"#]*)/g)].map(([, link]) => (link ?? '').replaceAll('&amp;', '&')).filter((link) => !/\/fil\/|uten-nummer|\/del\//.test(link));
}

/** One of each kind of address is enough: the steps, cases and pages of a list are many. */
function kindOf(link: string): string {
  return link.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replace(/\?.*/, '?').replace(/\d+/g, 'n');
}

async function meetsNothingElse(page: Page, may: readonly Address[]): Promise<void> {
  const links = await page.locator('header.vv-bar nav a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.filter((link) => !may.some((address) => address === link))).toEqual([]);
  await Promise.all(PAGES.filter((one) => !may.includes(one)).map(async (address) => {
    const answer = await page.request.get(houseUrl(address));
    expect(answer.status(), address).toBe(404);
    expect(await answer.text(), address).toContain('>Siden finnes ikke</h1>');
  }));
}

test('a list one has filtered can be kept and sent: the filter stands in the address, and no name does', async ({ page }) => {
  watch(page);
  await signIn(page, 'Kari', '/saker');
  await page.getByRole('link', { name: 'Mine', exact: false }).first().click();
  await expect(page).toHaveURL(/mine=ja/);
  await page.goto(houseUrl('/saker'));
  await page.getByText('Flere filtre').click();
  await page.locator('[name=status]').selectOption('TILTAK');
  await page.locator('form[method=get]').getByRole('button', { name: 'Vis' }).click();
  await expect(page).toHaveURL(/status=TILTAK/);
  const kept = page.url();
  await page.goto(houseUrl('/'));
  await page.goto(kept);
  await expect(page.locator('[name=status]')).toHaveValue('TILTAK');
  // Which cases these are may change while one is away; that they are none but these does not.
  const rows = await page.locator('main tbody tr').allInnerTexts();
  expect([rows.length > 0, rows.filter((row) => !row.includes('Tiltak'))]).toEqual([true, []]);
  expect(kept).not.toMatch(/Nygård|Harald/);
  await good(page);
  await page.goto(houseUrl('/saker?vis=avsluttede&sorter=endret&side=2'));
  await good(page);
});

test('the steering group can read each chart as numbers as well', async ({ page }) => {
  watch(page);
  await signIn(page, 'Stine', `/statistikk?ar=${new Date().getFullYear() - 1}`);
  const summary = page.locator('summary', { hasText: 'Vis tallene som tabell' }).first();
  await summary.click();
  await expect(page.locator('details[open] table').first()).toBeVisible();
  await expect(page.locator('main')).not.toContainText(/SN-\d/);
  await good(page);
});
