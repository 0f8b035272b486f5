import type pg from 'pg';
import { asId, systemChance, type FileId } from '../src/kernel/ids.ts';
import { seal } from '../src/kernel/sealing/sealed.ts';
import type { Country } from './country.ts';
import { without } from './indexes.ts';

/** The really lived cases, all of the first region, that the filled ones are shaped like. */
export type Patterns = { readonly fresh: FileId; readonly open: FileId; readonly closed: FileId };

const OPEN_DAYS = 120;
const KEPT_DAYS = 1_460;
/** An open case lives four months and a closed one is kept for four years. */
const ONE_OPEN_IN = 12;
const LEADS = ['signe', 'oddvar', 'reidun', 'tor'];

/** How `total` cases fall on `regions`: few large, many small (the n-th largest has a share as n^-0.75). At least one each. */
export function shares(total: number, regions: number): number[] {
  const weights = Array.from({ length: regions }, (_, n) => (n + 1) ** -0.75);
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => Math.max(1, Math.round((weight / sum) * total)));
}

/** Brings every region from `before` to `wanted` cases, in no order, as they would have come over the years; then collects what the planner needs to know. */
export async function fill(country: Country, patterns: Patterns, before: readonly number[], wanted: readonly number[]): Promise<void> {
  const { filler } = country;
  for (const setting of ['session_replication_role = replica', "work_mem = '256MB'", "maintenance_work_mem = '1GB'", 'synchronous_commit = off']) await filler.query(`set ${setting}`);
  await choose(country, patterns, before, wanted);
  await setPatternsApart(filler, country.regions[0]?.id, patterns);
  await without(filler, FILLED, async () => {
    for (const statement of COPIES) await filler.query(statement);
    await sealAliases(country);
  });
  await filler.query('drop table seeded, country');
  await filler.query('drop schema pattern cascade');
  await filler.query('vacuum (analyze)');
}

/** What COPIES and sealAliases write, and nothing else. */
const FILLED = ['kernel.file', 'kernel.file_key', 'kernel.file_exclusion', 'app.case_file', 'app.case_access', 'app.case_alias'];

/** One row per case to come: whose it is, what it is like, and how much earlier it happened. */
async function choose({ filler, regions }: Country, { fresh, open, closed }: Patterns, before: readonly number[], wanted: readonly number[]): Promise<void> {
  const places = await filler.query<{ region_id: string; ids: string[] }>('select region_id, array_agg(municipality_id::text order by number) as ids from app.municipality group by region_id');
  const placesOf = new Map(places.rows.map((row) => [row.region_id, row.ids]));
  const rows = regions.map((region, at) => ({
    region: region.id, first: (before[at] ?? 0) + 1, last: wanted[at] ?? 0, coordinator: region.users.get('kari'), leads: LEADS.map((subject) => region.users.get(subject)), places: placesOf.get(region.id),
  }));
  await filler.query('create temp table country (region uuid, first int, last int, coordinator uuid, leads uuid[], places uuid[])');
  await filler.query(`insert into country (region, first, last, coordinator, leads, places)
    select r.region, r.first, r.last, r.coordinator, r.leads, r.places from jsonb_to_recordset($1::jsonb) as r (region uuid, first int, last int, coordinator uuid, leads uuid[], places uuid[])`, [JSON.stringify(rows)]);
  await filler.query('create temp table seeded (file_id uuid, region_id uuid, coordinator uuid, lead uuid, colleague uuid, place uuid, n int, pattern uuid, shift interval)');
  await filler.query(`insert into seeded (file_id, region_id, coordinator, lead, colleague, place, n, pattern, shift)
    select gen_random_uuid(), r.region, r.coordinator, r.leads[1 + n % 4], r.leads[1 + (n + 1) % 4], r.places[1 + n % 4], n,
      case when n % $4::int <> 0 then $3::uuid when n % ($4::int * 4) = 0 then $1::uuid else $2::uuid end,
      floor(random() * 86400 * case when n % $4::int = 0 then $5::int else $6::int end) * interval '-1 second'
    from country r cross join lateral generate_series(r.first, r.last) n order by random()`, [fresh, open, closed, ONE_OPEN_IN, OPEN_DAYS, KEPT_DAYS]);
  await filler.query('analyze seeded');
}

/** The three patterns' own rows, apart: a million rows are laid beside three, and no plan can go wrong over it. */
const PATTERNS: readonly string[] = [
  'file as select f.file_id, f.kind, f.created_at, k.wrapped_key from kernel.file f join kernel.file_key k using (region_id, file_id)',
  `case as select f.file_id, f.reference, f.status, f.case_type, f.provisional, f.akutt, f.lead_user_id, f.in_reception, f.awaits, f.awaits_by, f.awaits_by_coordinator,
      f.received_at, f.opened_at, f.updated_at, f.closed_at, f.access_ends_at, f.clocks, f.clocks_version, f.next_due_at, f.version from app.case_file f`,
  `access as select f.file_id, f.impartial, f.granted_until, case f.user_id when c.lead_user_id then 'lead' when e.actor::uuid then 'coordinator' else 'colleague' end as who
    from app.case_access f join app.case_file c using (region_id, file_id) join kernel.file_event e on e.region_id = f.region_id and e.file_id = f.file_id and e.seq = 1`,
  'alias as select f.file_id, f.sealed from app.case_alias f',
];

async function setPatternsApart(filler: pg.Client, home: string | undefined, patterns: Patterns): Promise<void> {
  await filler.query('create schema pattern');
  for (const table of PATTERNS) {
    const [name = ''] = table.split(' ');
    await filler.query(`create table pattern."${name}" ${table.slice(name.length)} where f.region_id = '${home}' and f.file_id = any ('{${Object.values(patterns).join(',')}}')`);
  }
}

/** Each table's rows as the pattern has them, with ids, people and times of their own. Their journals stay empty: no list reads one, and the case page is asked of cases really lived. */
const COPIES: readonly string[] = [
  'insert into kernel.file (region_id, file_id, kind, created_at) select s.region_id, s.file_id, f.kind, f.created_at + s.shift from seeded s join pattern.file f on f.file_id = s.pattern',
  'insert into kernel.file_key (region_id, file_id, wrapped_key) select s.region_id, s.file_id, f.wrapped_key from seeded s join pattern.file f on f.file_id = s.pattern',
  'insert into kernel.file_exclusion (region_id, file_id, token) select region_id, file_id, sha256(file_id::text::bytea) from seeded where n % 50 = 0',
  `insert into app.case_file (region_id, file_id, reference, status, case_type, provisional, akutt, owner_municipality_id, lead_user_id, in_reception, awaits, awaits_by, awaits_by_coordinator, report_unread, night_card, restricted,
      received_at, opened_at, updated_at, closed_at, access_ends_at, clocks, clocks_version, next_due_at, version)
    select s.region_id, s.file_id, left(c.reference, 5) || lpad(upper(to_hex(s.n)), 6, '0'), c.status, c.case_type, c.provisional, c.akutt, s.place, case when c.lead_user_id is not null then s.lead end, c.in_reception,
      c.awaits, c.awaits_by, c.awaits_by_coordinator, false, false, false, c.received_at + s.shift, c.opened_at + s.shift, c.updated_at + s.shift, c.closed_at + s.shift, c.access_ends_at + s.shift,
      coalesce((select jsonb_agg(jsonb_set(k, '{due}', to_jsonb(to_char(((k ->> 'due')::timestamptz + s.shift) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) order by at)
        from jsonb_array_elements(c.clocks) with ordinality as x (k, at)), '[]'), c.clocks_version, c.next_due_at + s.shift, c.version
    from seeded s join pattern."case" c on c.file_id = s.pattern`,
  `insert into app.case_access (region_id, file_id, user_id, impartial, granted_until)
    select s.region_id, s.file_id, case a.who when 'lead' then s.lead when 'coordinator' then s.coordinator else s.colleague end, a.impartial, a.granted_until + s.shift
    from seeded s join pattern.access a on a.file_id = s.pattern`,
  // closed cases get an alias of the same size that nobody opens; open ones a real one (sealAliases)
  `insert into app.case_alias (region_id, file_id, sealed)
    select s.region_id, s.file_id, a.sealed from seeded s join pattern.alias a on a.file_id = s.pattern join pattern."case" c on c.file_id = s.pattern where c.closed_at is not null`,
];

/** Open cases of all regions at once. Sealed for their place with the region's own key, as src/cases/file.ts does it: the lists open them. */
async function sealAliases({ house, filler }: Country): Promise<void> {
  const { rows } = await filler.query<{ region_id: string; files: string[] }>(`select s.region_id::text, array_agg(s.file_id::text) as files
    from seeded s join pattern."case" c on c.file_id = s.pattern where c.closed_at is null group by s.region_id`);
  for (const row of rows) {
    const region = asId<'region'>(row.region_id);
    const sealed = await house.door.unaudited(region, 'bench', async ({ keys }) => row.files.map((file) => (
      seal(keys.record, 'B.K.', { table: 'app.case_alias', region, row: asId<'file'>(file), field: 'sealed', version: 1 }, 'short', systemChance))));
    await filler.query('insert into app.case_alias (region_id, file_id, sealed) select $1, u.file_id, u.sealed from unnest($2::uuid[], $3::bytea[]) as u (file_id, sealed)', [region, row.files, sealed]);
  }
}
