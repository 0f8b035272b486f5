import { performance } from 'node:perf_hooks';
import { loadavg } from 'node:os';
import { CASE_FILE } from '../src/cases/public.ts';
import type { UseCase } from '../src/kernel/door.ts';
import { asId, systemChance, type FileId } from '../src/kernel/ids.ts';
import { instant } from '../src/kernel/time.ts';
import { explore } from '../src/statistics/queries/explore.ts';
import { figures } from '../src/statistics/queries/figures.ts';
import { internalStatistics } from '../src/statistics/queries/internal.ts';
import { overTime } from '../src/statistics/queries/over-time.ts';
import { idInFigures } from '../src/statistics/fact-ids.ts';
import { R3 } from '../src/returns/codes/r3.ts';
import { country as countryTables } from '../src/returns/queries/country.ts';
import { ALL, variableOf } from '../src/returns/schema.ts';
import { newCountry, person, type BenchRegion, type Country } from './country.ts';
import { liveCase } from './lived.ts';

const REGIONS = Number(process.argv[2] ?? 357);
const REPORTS = Number(process.argv[3] ?? 6_000_000);
/** Of ten reports four become a case. */
const CASES = Math.round((REPORTS / REGIONS) * 0.4);
const TIMES = 30;

/** Ten years of rows with codes at random, as `keep` would have written them; a fact's id is a hash of where it stands. */
const CASE_ROWS = `insert into stats.case_fact (region_id, fact_id, opened_month, owner_number, age_band, gender, case_type, reporter, anonymous, channel, vulnerability, violence, relation, services, measures, closing_reasons, status_group, closed_month, wish)
  select $1, i.id, m.month, (array['9901', '9902', '9903', '9904'])[1 + i.n % 4], (array['A80', 'A67_79', 'A40_54'])[1 + i.n % 3], (array['KVINNE', 'KVINNE', 'MANN'])[1 + i.n % 3], (array['MA', 'BOR', 'KAN'])[1 + (i.n / 3) % 3],
    (array['HJEMMETJENESTE', 'FASTLEGE', 'FAMILIE', 'NAV'])[1 + (i.n / 5) % 4], false, 'NETTSKJEMA', array[(array['DEMENS', 'RUS', 'AUTISME'])[1 + (i.n / 7) % 3]], array[(array['PSYKISK', 'FYSISK', 'OKONOMISK'])[1 + (i.n / 11) % 3]],
    array[(array['BARN', 'EKTEFELLE'])[1 + (i.n / 13) % 2]], array['FASTLEGE'], array['SAMTALE'], array['RISIKO_REDUSERT'], 'AVSLUTTET', m.month, 'HELT'
  from unnest($2::bytea[]) with ordinality i (id, n), lateral (select (2016 + i.n % 10) || '-' || lpad((1 + i.n % 12)::text, 2, '0') as month) m`;
const REPORT_ROWS = `insert into stats.report_fact (region_id, fact_id, received_month, owner_number, channel, reporter, anonymous, became)
  select $1::uuid, sha256(($1::uuid::text || n)::bytea), (2016 + n % 10) || '-' || lpad((1 + n % 12)::text, 2, '0'), (array['9901', '9902', '9903', '9904'])[1 + n % 4], 'NETTSKJEMA', (array['HJEMMETJENESTE', 'FAMILIE'])[1 + n % 2], false, 'SAK' from generate_series(1, $2::int) n`;

/** How long each took: in the region that is read alone, since nothing else reads them. */
const PACE_ROWS = `insert into stats.pace_fact (region_id, fact_id, kind, opened_month, owner_number, seen_days, classified_days, measure_days, closed_days)
  select $1::uuid, sha256(($1::uuid::text || 'pace' || n)::bytea), case when n <= $3 then 'SAK' else 'MELDING' end, (2016 + n % 10) || '-' || lpad((1 + n % 12)::text, 2, '0'), (array['9901', '9902', '9903', '9904'])[1 + n % 4],
    case when n > $3 then n % 9 end, case when n <= $3 then n % 30 end, case when n <= $3 then n % 60 end, case when n <= $3 then n % 400 end from generate_series(1, $2::int) n`;

/** What a region has sent in each of ten years: every number of R3, more of them than a region would have to show. */
const PLACES = R3.tables.flatMap(({ id, rows, columns }) => [...variableOf(R3, rows).values.map(({ code }) => code), ALL].flatMap((row) =>
  (columns === undefined ? [''] : [...variableOf(R3, columns).values.map(({ code }) => code), ALL]).map((column) => ({ id, row, column }))));
const RETURNS = `insert into stats.released_table (region_id, schema_id, table_id, year, edition, version, released_at, row_codes, column_codes, shown)
  select $1, 'R3', '', year, $2, 1, '2026-03-01', '{}', '{}', '{}' from generate_series(2016, 2025) year`;
const CELLS = `insert into stats.released_table (region_id, schema_id, table_id, year, edition, version, released_at, row_codes, column_codes, shown)
  select $1, 'R3', p.id, year, $2, 1, '2026-03-01', array_agg(p.row), array_agg(p.col), array_agg(5 * (1 + (p.n * 7 + year) % 40)) from unnest($3::text[], $4::text[], $5::text[]) with ordinality p (id, row, col, n), generate_series(2016, 2025) year group by p.id, year`;

async function send({ filler }: Country, region: BenchRegion): Promise<void> {
  await filler.query(RETURNS, [region.id, R3.edition]);
  await filler.query(CELLS, [region.id, R3.edition, PLACES.map(({ id }) => id), PLACES.map(({ row }) => row), PLACES.map(({ column }) => column)]);
}

/** Real files in the first region, since what one may see case by case is found by them. */
async function fill({ filler, house }: Country, region: BenchRegion, pattern: FileId | undefined): Promise<void> {
  const files = Array.from({ length: CASES }, (): FileId => asId<'file'>(systemChance.uuid()));
  const ids = await house.door.unaudited(region.id, 'bench', async ({ keys }) => files.map((file) => (pattern === undefined ? systemChance.bytes(32) : idInFigures(keys.stats, 'case', file))));
  if (pattern !== undefined) {
    await filler.query(`insert into kernel.file select (jsonb_populate_record(f, jsonb_build_object('file_id', i.id, 'created_at', make_date((2016 + i.n % 10)::int, (1 + i.n % 12)::int, (1 + i.n % 28)::int)::text || 'T09:00:00Z'))).* from kernel.file f cross join unnest($2::text[]) with ordinality i (id, n) where f.file_id = $1 and f.kind = $3`, [pattern, files, CASE_FILE.kind]);
  }
  await filler.query(CASE_ROWS, [region.id, ids]);
  await filler.query(REPORT_ROWS, [region.id, Math.round(REPORTS / REGIONS)]);
  if (pattern !== undefined) await filler.query(PACE_ROWS, [region.id, Math.round(REPORTS / REGIONS) + CASES, CASES]);
}

function told(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  return `median ${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(1)} ms, p95 ${(sorted[Math.floor(sorted.length * 0.95)] ?? 0).toFixed(1)} ms`;
}

/** With the processor time of this process, which a busy machine lengthens least; the database has its own. */
async function timed(work: (n: number) => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let n = 0; n < TIMES; n += 1) {
    const began = performance.now();
    await work(n);
    times.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(before);
  return `${told(times)}; processor time ${((user + system) / TIMES / 1000).toFixed(1)} ms`;
}

/** A region's pages and a country's sums, beside the bare statement of the same sum. */
async function main(): Promise<void> {
  const country = await newCountry(REGIONS);
  const [large] = country.regions;
  if (large === undefined) throw new Error('one region at least');
  const pattern = await liveCase(country, large, 'new');
  await country.filler.query('set session_replication_role = replica');
  for (const region of country.regions) await fill(country, region, region === large ? pattern : undefined);
  await country.filler.query('set session_replication_role = origin'); // what has been sent is added up by a trigger
  for (const region of country.regions) await send(country, region);
  await country.filler.query('vacuum (analyze)');
  country.clock.now = instant('2026-03-02T07:00:00.000Z');
  const enter = async <I, F, R>(useCase: UseCase<I, F, R>, input: object): Promise<R> => {
    const outcome = await country.house.door.enter(useCase, person(large, 'kari', country.clock.now), input);
    if (!outcome.ok) throw new Error(`${useCase.name}: ${outcome.code}`);
    return outcome.value;
  };
  console.log(`${REGIONS} regions, ${REPORTS} reports in ten years, ${CASES} cases in the region that is read; load ${loadavg().map((n) => n.toFixed(1)).join(' ')}`);
  const began = performance.now();
  await enter(overTime, {});
  console.log(`ten years of a region counted for the first time: ${(performance.now() - began).toFixed(0)} ms`);
  console.log(`  «Tall», a year that stands:   ${await timed((n) => enter(figures, { year: 2016 + (n % 10) }))}`);
  console.log(`  «Over tid»:                   ${await timed(() => enter(overTime, {}))}`);
  console.log(`  «Utforsk», ten years by two:  ${await timed(() => enter(explore, { by: 'reporter', across: 'closing', from: '2016-01', through: '2025-12' }))}`);
  console.log(`  «Utforsk», its last year:     ${await timed(() => enter(explore, { by: 'violence', across: 'gender', from: '2025-01', through: '2025-12' }))}`);
  console.log(`  «Utforsk», reports by month:  ${await timed(() => enter(explore, { subject: 'meldinger', by: 'month', across: 'channel', from: '2016-01', through: '2025-12' }))}`);
  console.log(`  R2, a page:                   ${await timed(() => enter(internalStatistics, { page: 3 }))}`);
  console.log(`  the country, a year's tables: ${await timed((n) => enter(countryTables, { year: 2016 + (n % 10) }))}`);
  console.log(`  the country, ten years:       ${await timed((n) => enter(countryTables, { table: R3.tables[n % R3.tables.length]?.id ?? '' }))}`);
  const sent = `select year, c.code, sum(c.n) from stats.released_table t, unnest(row_codes, shown) c (code, n) where schema_id = 'R3' and table_id = 'VOLDSTYPE'`;
  console.log(`  bare SQL, ten years as sent:  ${await timed(() => country.filler.query(`${sent} group by 1, 2`))}`);
  const year = `select violence, count(*) from stats.case_fact where opened_month between '2024-01' and '2024-12'`;
  console.log(`  bare SQL, one region's year:  ${await timed(() => country.filler.query(`${year} and region_id = $1 group by 1`, [large.id]))}`);
  console.log(`  bare SQL, the country's year: ${await timed(() => country.filler.query(`${year} group by 1`))}`);
  await country.close();
}

await main();
