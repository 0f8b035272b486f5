import { loadavg } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { search } from '../src/cases/queries/search.ts';
import { asId, systemChance, type FileId } from '../src/kernel/ids.ts';
import { sealJson } from '../src/kernel/sealing/sealed.ts';
import { openHouse, type House } from '../src/open-house.ts';
import { filesFitting, readAllTraces, readTerm, tracedOf } from '../src/people/public.ts';
import { newCountry, person, type BenchRegion, type Country } from './country.ts';
import { liveCase } from './lived.ts';

const REGIONS = Number(process.argv[2] ?? 300);
const LARGE = Number(process.argv[3] ?? 100_000);
const SMALL = 333;
const AT_ONCE = 5_000;
const SEARCHES = 200;
const GIVEN = ['Anne', 'Bjørg', 'Borghild', 'Dag', 'Eirik', 'Else', 'Grete', 'Hilde', 'Ingrid', 'Jorunn', 'Kari', 'Kåre', 'Liv', 'Marit', 'Nils', 'Olav', 'Per', 'Ragnhild', 'Solveig', 'Terje', 'Áila', 'Máhtte'];
const STARTS = ['Sol', 'Hav', 'Fjell', 'Berg', 'Han', 'Ol', 'Lar', 'Krist', 'Ny', 'Øst', 'Vest', 'Nord', 'Sør', 'Tjern', 'Gran', 'Bjørk', 'Lind', 'Ås', 'Myr', 'Elv', 'Bakk', 'Foss', 'Hov', 'Rog', 'Kvam', 'Tveit', 'Røn', 'Eng', 'Hell', 'Stav'];
const ENDS = ['vik', 'dal', 'rud', 'heim', 'moen', 'sen', 'nes', 'bakk', 'haug', 'land', 'li', 'stad', 'set', 'bø', 'tun'];

const pick = (list: readonly string[], n: number): string => list[n % list.length] ?? '';
const familyOf = (n: number): string => `${pick(STARTS, n)}${pick(STARTS, Math.floor(n / 450)).toLowerCase()}${pick(ENDS, Math.floor(n / STARTS.length))}`;
/** Some thousand family names, and given names that many have. */
const nameOf = (n: number): string => `${pick(GIVEN, n * 7)} ${pick(GIVEN, Math.floor(n / 3))} ${familyOf(n * 13)}`;
const yearOf = (n: number): number => 1920 + (n % 85);

/** Cases in clear, all shaped like one that was really lived, each with the sealed trace of a person of its own. */
async function fill({ filler, house }: Country, { id: region }: BenchRegion, pattern: FileId, count: number): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE) {
    const files = Array.from({ length: Math.min(AT_ONCE, count - from) }, (): FileId => asId<'file'>(systemChance.uuid()));
    const sealed = await house.door.unaudited(region, 'bench', async ({ keys }) => files.map((file, at) => {
      const { trace } = tracedOf([{ name: nameOf(from + at), birthYear: yearOf(from + at), municipality: '9901', protectedAddressHint: false }]);
      return sealJson(keys.record, trace, { table: 'app.person_trace_names', region, row: file, field: 'sealed', version: 1 }, 'text', systemChance);
    }));
    await filler.query(`insert into app.case_file select (jsonb_populate_record(c, jsonb_build_object('region_id', $1::text, 'file_id', f.id, 'reference', 'B' || substr(f.id, 1, 12), 'lead_user_id', null, 'owner_municipality_id', null))).*
      from app.case_file c cross join unnest($3::text[]) f (id) where c.file_id = $2::uuid`, [region, pattern, files]);
    await filler.query(`insert into app.person_trace (region_id, file_id, version, xid) select $1::uuid, f.id, 1, pg_current_xact_id() from unnest($2::uuid[]) f (id)`, [region, files]);
    await filler.query(`insert into app.person_trace_names (region_id, file_id, sealed, phones) select $1::uuid, f.id, f.sealed, '{}' from unnest($2::uuid[], $3::bytea[]) f (id, sealed)`, [region, files, sealed]);
  }
}

/** Whole, of two words, with a slip, with a year, a family name alone, and one that nobody has. */
function termOf(n: number): string {
  const [given = '', middle = '', family = ''] = nameOf(n * 31).split(' ');
  const terms = [`${given} ${middle} ${family}`, `${family} ${given}`, `${given} ${family.slice(0, 3)}x${family.slice(3)}`, `${family} ${yearOf(n * 31)}`, family, `Zakarias Qvortrup${n}`];
  return terms[n % terms.length] ?? given;
}

/** As the page does it: memory is brought up to date, and then one asks. Milliseconds, and how many were shown. */
async function once(house: House, region: BenchRegion, term: string, clock: Country['clock']): Promise<{ ms: number; shown: number }> {
  const began = performance.now();
  await readAllTraces(house.door, region.id);
  const found = await house.door.enter(search, person(region, 'kari', clock.now), { term });
  const ms = performance.now() - began;
  if (!found.ok) throw new Error(found.code);
  return { ms, shown: found.value.cases.length };
}

/** Matching alone, in memory: processor time, which a busy machine does not lengthen. Milliseconds. */
async function matching(house: House, region: BenchRegion): Promise<number[]> {
  return house.door.unaudited(region.id, 'bench', async (ctx) => Array.from({ length: SEARCHES }, (_, n) => {
    const before = process.cpuUsage();
    filesFitting(ctx, readTerm(termOf(n)), undefined, 40);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }));
}

function told(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(0)} ms`;
  return `median ${at(0.5)}, p95 ${at(0.95)}, slowest ${at(1)}`;
}

/** Search by a coordinator, who finds everything: warm in one very large region, and the first search in each of many. */
async function main(): Promise<void> {
  const country = await newCountry(REGIONS);
  const [large, ...small] = country.regions;
  if (large === undefined) throw new Error('one region at least');
  const pattern = await liveCase(country, large, 'new');
  await country.filler.query('set session_replication_role = replica');
  await fill(country, large, pattern, LARGE);
  for (const region of small) await fill(country, region, pattern, SMALL);
  await country.filler.query('vacuum (analyze)');
  const house = await openHouse({ databaseUrl: country.url('house'), keysDir: join(country.publicKeysDir, '../keys'), clock: () => country.clock.now, connections: 4 });
  const cold: number[] = [];
  for (const [n, region] of small.entries()) cold.push((await once(house, region, termOf(n), country.clock)).ms);
  const began = performance.now();
  await readAllTraces(house.door, large.id);
  const read = performance.now() - began;
  const warm: number[] = [];
  let shown = 0;
  for (let n = 0; n < SEARCHES; n += 1) {
    const one = await once(house, large, termOf(n), country.clock);
    warm.push(one.ms);
    shown += one.shown;
  }
  process.stdout.write(`${LARGE} people in one region, warm: ${told(warm)}; ${(shown / SEARCHES).toFixed(1)} shown each time; read into memory once in ${(read / 1000).toFixed(1)} s\n`);
  process.stdout.write(`matching alone, processor time: ${told(await matching(house, large))}\n`);
  process.stdout.write(`${small.length} regions of ${SMALL}, the first search in each: ${told(cold)}\n`);
  process.stdout.write(`load of the machine in the last minute: ${(loadavg()[0] ?? 0).toFixed(1)}\n`);
  await house.close();
  await country.close();
}

await main();
