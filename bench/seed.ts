import { asId, systemChance, type FileId } from '../src/kernel/ids.ts';
import { seal } from '../src/kernel/sealing/sealed.ts';
import type { BenchRegion, Country } from './country.ts';

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
  const { filler, regions } = country;
  await filler.query('set session_replication_role = replica'); // references are right by construction
  await filler.query('set work_mem = \'256MB\'');
  await choose(country, patterns, before, wanted);
  for (const statement of COPIES) await filler.query(statement);
  for (const region of regions) await sealAliases(country, region);
  await filler.query('drop table seeded, country');
  await filler.query('vacuum (analyze)');
}

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
  await filler.query('create temp table seeded (file_id uuid, region_id uuid, coordinator uuid, lead uuid, colleague uuid, place uuid, n int, home uuid, pattern uuid, shift interval)');
  await filler.query(`insert into seeded (file_id, region_id, coordinator, lead, colleague, place, n, home, pattern, shift)
    select gen_random_uuid(), r.region, r.coordinator, r.leads[1 + n % 4], r.leads[1 + (n + 1) % 4], r.places[1 + n % 4], n, $1::uuid,
      case when n % $5::int <> 0 then $4::uuid when n % ($5::int * 4) = 0 then $2::uuid else $3::uuid end,
      floor(random() * 86400 * case when n % $5::int = 0 then $6::int else $7::int end) * interval '-1 second'
    from country r cross join lateral generate_series(r.first, r.last) n order by random()`, [regions[0]?.id, fresh, open, closed, ONE_OPEN_IN, OPEN_DAYS, KEPT_DAYS]);
  await filler.query('analyze seeded');
}

/** Each table's rows as the pattern has them, with ids, people and times of their own. The journal keeps its first entry. */
const COPIES: readonly string[] = [
  `insert into kernel.file (region_id, file_id, kind, created_at) select s.region_id, s.file_id, f.kind, f.created_at + s.shift from seeded s join kernel.file f on f.region_id = s.home and f.file_id = s.pattern`,
  `insert into kernel.file_key (region_id, file_id, wrapped_key) select s.region_id, s.file_id, k.wrapped_key from seeded s join kernel.file_key k on k.region_id = s.home and k.file_id = s.pattern`,
  `insert into kernel.file_event (region_id, file_id, seq, event_id, type, version, actor, happened_at, written_at, sealed, mac)
    select s.region_id, s.file_id, e.seq, gen_random_uuid(), e.type, e.version, s.coordinator, e.happened_at + s.shift, e.written_at + s.shift, e.sealed, e.mac
    from seeded s join kernel.file_event e on e.region_id = s.home and e.file_id = s.pattern and e.seq = 1`,
  `insert into kernel.file_exclusion (region_id, file_id, token) select region_id, file_id, sha256(file_id::text::bytea) from seeded where n % 50 = 0`,
  `insert into app.case_file (region_id, file_id, reference, status, case_type, provisional, akutt, owner_municipality_id, lead_user_id, in_reception, awaits, awaits_by, awaits_by_coordinator,
      received_at, opened_at, updated_at, closed_at, access_ends_at, clocks, next_due_at, version)
    select s.region_id, s.file_id, left(c.reference, 5) || lpad(upper(to_hex(s.n)), 6, '0'), c.status, c.case_type, c.provisional, c.akutt, s.place, case when c.lead_user_id is not null then s.lead end, c.in_reception,
      c.awaits, c.awaits_by, c.awaits_by_coordinator, c.received_at + s.shift, c.opened_at + s.shift, c.updated_at + s.shift, c.closed_at + s.shift, c.access_ends_at + s.shift,
      coalesce((select jsonb_agg(jsonb_set(k, '{due}', to_jsonb(to_char(((k ->> 'due')::timestamptz + s.shift) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) order by at)
        from jsonb_array_elements(c.clocks) with ordinality as x (k, at)), '[]'), c.next_due_at + s.shift, c.version
    from seeded s join app.case_file c on c.region_id = s.home and c.file_id = s.pattern`,
  `insert into app.case_access (region_id, file_id, user_id, impartial, granted_until)
    select s.region_id, s.file_id, case when a.user_id = c.lead_user_id then s.lead when a.user_id = k.opener then s.coordinator else s.colleague end, a.impartial, a.granted_until + s.shift
    from seeded s join app.case_file c on c.region_id = s.home and c.file_id = s.pattern join app.case_access a on a.region_id = s.home and a.file_id = s.pattern
    cross join lateral (select e.actor::uuid as opener from kernel.file_event e where e.region_id = s.home and e.file_id = s.pattern and e.seq = 1) k`,
  // closed cases get an alias of the same size that nobody opens; open ones a real one (sealAliases)
  `insert into app.case_alias (region_id, file_id, sealed) select s.region_id, s.file_id, a.sealed from seeded s join app.case_file c on c.file_id = s.file_id and c.region_id = s.region_id
    join app.case_alias a on a.region_id = s.home and a.file_id = s.pattern where c.closed_at is not null`,
];

/** Sealed for their place with the region's own key, as src/cases/file.ts does it: the lists open them. */
async function sealAliases({ house, filler }: Country, { id }: BenchRegion): Promise<void> {
  const { rows } = await filler.query<{ file_id: string }>('select s.file_id from seeded s join app.case_file c on c.region_id = s.region_id and c.file_id = s.file_id where s.region_id = $1 and c.closed_at is null', [id]);
  const files = rows.map((row) => asId<'file'>(row.file_id));
  const sealed = await house.door.unaudited(id, 'bench', async ({ keys }) => files.map((row) => seal(keys.record, 'B.K.', { table: 'app.case_alias', region: id, row, field: 'sealed', version: 1 }, 'short', systemChance)));
  await filler.query('insert into app.case_alias (region_id, file_id, sealed) select $1, u.file_id, u.sealed from unnest($2::uuid[], $3::bytea[]) as u (file_id, sealed)', [id, files, sealed]);
}
