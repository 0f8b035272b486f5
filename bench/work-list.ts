import type { ReactElement } from 'react';
import type pg from 'pg';
import { CASE_ROUTES } from '../src/cases/pages/routes.tsx';
import { openPool } from '../src/kernel/database/connect.ts';
import type { Door } from '../src/kernel/door.ts';
import type { FileId } from '../src/kernel/ids.ts';
import { openAssets } from '../src/web/assets.ts';
import { Form } from '../src/web/http/form-body.ts';
import type { StaffRequest, StaffRoute } from '../src/web/route.tsx';
import { renderDocument } from '../src/web/ui/document.tsx';
import { newCountry, person, type BenchRegion, type Country } from './country.ts';
import { liveCase } from './lived.ts';
import { inParallel, inTurns, openLoop, print, type Measured } from './load.ts';
import { fill, shares, type Patterns } from './seed.ts';
import { openRecorder, repeat, type Statements } from './statements.ts';

const REGIONS = 300;
/** so many people ask, spread over the regions by the number of their cases */
const ASKERS = 16;
const RATE = 20;
const SECONDS = 4;
/** the fixed rate is measured so many times, in turns with the bare statements; the table shows the medians */
const ROUNDS = 3;
const AT_ONCE = 8;
const SECONDS_AT_ONCE = 3;

type Asker = { readonly region: BenchRegion; readonly file: FileId };
type Place = { readonly name: string; readonly subject: string; readonly route: StaffRoute; readonly params: (asker: Asker) => Readonly<Record<string, string>> };

function routeOf(path: string): StaffRoute {
  const found = CASE_ROUTES.find((route) => route.method === 'GET' && route.path === path);
  if (found === undefined) throw new Error(`no page has the address ${path}`);
  return found;
}

const PLACES: readonly Place[] = [
  { name: 'work list of a coordinator', subject: 'kari', route: routeOf('/saker'), params: () => ({}) },
  { name: 'work list of a case lead', subject: 'signe', route: routeOf('/saker'), params: () => ({}) },
  { name: 'case page of its lead', subject: 'signe', route: routeOf('/saker/:id'), params: ({ file }) => ({ id: file }) },
];

/** The page as the staff app makes it for somebody who is signed in: route, door, view. */
async function page(country: Country, door: Door, { subject, route, params }: Place, asker: Asker): Promise<ReactElement> {
  const request: StaffRequest = {
    person: person(asker.region, subject, country.clock.now), colleague: { name: 'Signe Haugland', roleLabel: 'Teammedlem' }, regionName: 'Voksenvern Nordfjella', isReserve: false, door, lang: 'nb', demo: true,
    now: country.clock.now, path: route.path, params: params(asker), query: new URLSearchParams(), form: new Form([]), refused: undefined,
  };
  const reply = await route.handle(request);
  if (reply.kind !== 'page' || reply.status !== 200) throw new Error('no page came');
  return reply.page;
}

function cycle<T>(all: readonly T[]): (n: number) => T {
  return (n) => {
    const found = all[n % all.length];
    if (found === undefined) throw new Error('nobody asks');
    return found;
  };
}

/** The product, the bare statements and the bare page of one place, each at a fixed rate and as fast as it goes. */
async function measure(country: Country, pool: pg.Pool, askers: readonly Asker[], place: Place): Promise<Measured[]> {
  const recorder = openRecorder(country);
  const said: Statements[] = [];
  const pages: ReactElement[] = [];
  for (const asker of askers) {
    said.push(await recorder.record(async (door) => void (await page(country, door, place, asker))));
    pages.push(await page(country, country.house.door, place, asker));
  }
  await recorder.close();
  const [askerOf, saidOf, pageOf] = [cycle(askers), cycle(said), cycle(pages)];
  const whole = async (n: number) => void renderDocument(await page(country, country.house.door, place, askerOf(n)));
  const bare = (n: number) => repeat(pool, saidOf(n));
  const { name } = place;
  console.log(`${name}: ${saidOf(0).length} statements, ${Math.round(renderDocument(pageOf(0)).length / 1000)} kB of HTML`);
  await inParallel('warm', 4, 1, whole);
  await inParallel('warm', 4, 1, bare);
  return [
    ...await inTurns(ROUNDS, [
      () => openLoop(`${name}, ${RATE} a second`, RATE, SECONDS, whole),
      () => openLoop(`— its statements alone, ${RATE} a second`, RATE, SECONDS, bare),
    ]),
    await inParallel(`${name}, ${AT_ONCE} at a time`, AT_ONCE, SECONDS_AT_ONCE, whole),
    await inParallel(`— its statements alone, ${AT_ONCE} at a time`, AT_ONCE, SECONDS_AT_ONCE, bare),
    await inParallel('— its HTML alone, one at a time', 1, 2, async (n) => void renderDocument(pageOf(n))),
  ];
}

/** Who asks: in every umpteenth case of the country, so that a large region asks more often than a small one. */
function regionsOf(country: Country, cases: readonly number[]): BenchRegion[] {
  const total = cases.reduce((a, b) => a + b, 0);
  const found: BenchRegion[] = [];
  let upTo = 0;
  for (const [at, region] of country.regions.entries()) {
    upTo += cases[at] ?? 0;
    while (found.length < ASKERS && upTo > ((found.length + 0.5) * total) / ASKERS) found.push(region);
  }
  return found;
}

/** How p95 at a fixed rate has grown since the first size: the aim is at most 1.5. */
function compare(first: Map<string, number>, rows: readonly Measured[]): void {
  for (const { name, p95 } of rows.filter((row) => row.name.endsWith(`, ${RATE} a second`))) {
    const before = first.get(name);
    if (before === undefined) first.set(name, p95);
    else if (!name.startsWith('—')) console.log(`${name}: p95 ${(p95 / before).toFixed(2)} times what it was at the first size`);
  }
}

async function livePatterns(country: Country): Promise<Patterns> {
  const region = cycle(country.regions)(0);
  return { fresh: await liveCase(country, region, 'new'), open: await liveCase(country, region, 'investigated'), closed: await liveCase(country, region, 'closed') };
}

/**
 * Work list and case page in a country of 300 regions, at each number of cases, one after the other in the same database.
 * Figures hold route, door (access, row-level security, opening what is sealed, audit row) and HTML; not the network, not the session.
 */
async function main(sizes: readonly number[]): Promise<void> {
  openAssets();
  const began = performance.now();
  const told = (what: string) => console.log(`${what} (${Math.round((performance.now() - began) / 1000)} s)`);
  const country = await newCountry(REGIONS);
  const pool = openPool({ url: country.url('house'), max: 12 });
  try {
    told(`${REGIONS} regions are set up`);
    const patterns = await livePatterns(country);
    const files = new Map<BenchRegion, FileId>();
    let cases: readonly number[] = country.regions.map(() => 0);
    const first = new Map<string, number>();
    for (const size of sizes) {
      const wanted = shares(size, REGIONS);
      await fill(country, patterns, cases, wanted);
      cases = wanted;
      told(`filled to ${size} cases`);
      const askers: Asker[] = [];
      for (const region of regionsOf(country, cases)) {
        const file = files.get(region) ?? await liveCase(country, region, 'investigated');
        files.set(region, file);
        askers.push({ region, file });
      }
      console.log(`\n${size} cases, of which one in twelve is open; ${Math.max(...cases)} in the largest region, ${Math.min(...cases)} in the smallest`);
      const rows: Measured[] = [];
      for (const place of PLACES) rows.push(...await measure(country, pool, askers, place));
      print(rows);
      compare(first, rows);
    }
  } finally {
    await pool.end();
    await country.close();
  }
}

const sizes = process.argv.slice(2).map(Number).filter((size) => Number.isInteger(size) && size >= REGIONS);
await main(sizes.length === 0 ? [10_000, 1_000_000] : sizes.sort((a, b) => a - b));
