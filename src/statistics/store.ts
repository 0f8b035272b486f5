import { sql } from 'kysely';
import type { Tx } from '../kernel/database/connect.ts';
import type { FileId, RegionId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { CaseFact } from './fact.ts';

export type FactRow = {
  readonly fact_id: Buffer; readonly opened_month: string; readonly owner_number: string | null; readonly age_band: string; readonly gender: string;
  readonly case_type: string | null; readonly reporter: string; readonly anonymous: boolean; readonly channel: string; readonly vulnerability: string[]; readonly violence: string[];
  readonly relation: string[]; readonly services: string[]; readonly measures: string[]; readonly closing_reasons: string[]; readonly status_group: string;
  readonly closed_month: string | null; readonly wish: string | null;
};

const COLUMNS = [
  'fact_id', 'opened_month', 'owner_number', 'age_band', 'gender', 'case_type', 'reporter', 'anonymous', 'channel', 'vulnerability', 'violence', 'relation', 'services',
  'measures', 'closing_reasons', 'status_group', 'closed_month', 'wish',
] as const;

/** What figures know of a case, by column. */
export function factColumns(fact: CaseFact) {
  return {
    opened_month: fact.openedMonth, owner_number: fact.owner ?? null, age_band: fact.ageBand, gender: fact.gender, case_type: fact.caseType ?? null,
    reporter: fact.reporter, anonymous: fact.anonymous, channel: fact.channel, vulnerability: [...fact.vulnerability], violence: [...fact.violence], relation: [...fact.relation],
    services: [...fact.services], measures: [...fact.measures], closing_reasons: [...fact.closingReasons], status_group: fact.status, closed_month: fact.closedMonth ?? null, wish: fact.wish ?? null,
  };
}

/** The case as it stands now takes the place of what figures knew of it. */
export async function saveFact(tx: Tx, region: RegionId, factId: Buffer, fact: CaseFact): Promise<void> {
  const values = factColumns(fact);
  await tx.insertInto('stats.case_fact').values({ region_id: region, fact_id: factId, ...values })
    .onConflict((c) => c.columns(['region_id', 'fact_id']).doUpdateSet(values)).execute();
}

export async function deleteFact(tx: Tx, region: RegionId, factId: Buffer): Promise<void> {
  await tx.deleteFrom('stats.case_fact').where('region_id', '=', region).where('fact_id', '=', factId).execute();
}

export type KnownFact = { readonly factId: string; readonly fact: CaseFact };

/** Months, both within. */
export type Months = { readonly from: string; readonly through: string };

/** The cases opened in these months, or all; `factId` in hex. In no order that means anything. */
export async function listFacts(tx: Tx, region: RegionId, months: Months | undefined): Promise<KnownFact[]> {
  const all = tx.selectFrom('stats.case_fact').select(COLUMNS).where('region_id', '=', region);
  const rows = await (months === undefined ? all : all.where('opened_month', '>=', months.from).where('opened_month', '<=', months.through)).execute();
  return rows.map((row) => ({ factId: row.fact_id.toString('hex'), fact: toFact(row) }));
}

export function toFact(row: FactRow): CaseFact {
  return {
    openedMonth: row.opened_month, owner: row.owner_number ?? undefined, ageBand: row.age_band, gender: row.gender, caseType: row.case_type ?? undefined,
    reporter: row.reporter, anonymous: row.anonymous, channel: row.channel, vulnerability: row.vulnerability, violence: row.violence, relation: row.relation, services: row.services,
    measures: row.measures, closingReasons: row.closing_reasons, status: row.status_group, closedMonth: row.closed_month ?? undefined, wish: row.wish ?? undefined,
  } as CaseFact; // saveFact alone writes rows, out of a CaseFact
}

export type YearCount = { readonly year: number; readonly cases: number };

/** How many cases were opened in each year, newest year first. @param through the last month that counts, `YYYY-MM` */
export async function countYears(tx: Tx, region: RegionId, through: string): Promise<YearCount[]> {
  const found = await sql<YearCount>`select substr(opened_month, 1, 4)::int as year, count(*)::int as cases from stats.case_fact
    where region_id = ${region} and opened_month <= ${through} group by 1 order by 1 desc`.execute(tx);
  return found.rows;
}

/** How many consultations a calendar year had, through a month (`YYYY-MM`): a number alone, of nobody. By the day on which the advice was given, as «Utforsk» has them. */
export async function consultationsIn(tx: Tx, region: RegionId, year: number, through: string): Promise<number> {
  const row = await tx.selectFrom('stats.consultation_fact').select(sql<number>`count(*)::int`.as('n')).where('region_id', '=', region)
    .where('received_month', '>=', `${year}-01`).where('received_month', '<=', through < `${year}-12` ? through : `${year}-12`).executeTakeFirstOrThrow();
  return row.n;
}

/** How long things took for cases and reports that came in these months. */
export async function listPace(tx: Tx, region: RegionId, { from, through }: Months): Promise<readonly Pace[]> {
  return tx.selectFrom('stats.pace_fact').select(['fact_id', 'owner_number', 'seen_days', 'classified_days', 'measure_days', 'closed_days'])
    .where('region_id', '=', region).where('opened_month', '>=', from).where('opened_month', '<=', through).execute();
}
export type Pace = { readonly fact_id: Buffer; readonly owner_number: string | null; readonly seen_days: number | null; readonly classified_days: number | null; readonly measure_days: number | null; readonly closed_days: number | null };

export type Opening = { readonly fileId: FileId; readonly openedAt: Instant };

/** From a moment on and before another. */
export type Between = { readonly from: Instant; readonly until: Instant };

/** Files of a kind in the order in which they were made, without those that somebody is left out of. @param me the asker's exclusion token @param between undefined: whenever */
export async function listOpenings(tx: Tx, region: RegionId, kind: string, me: Buffer, between?: Between): Promise<Opening[]> {
  const all = tx.selectFrom('kernel.file as f')
    .leftJoin('kernel.file_exclusion as x', (join) => join.onRef('x.region_id', '=', 'f.region_id').onRef('x.file_id', '=', 'f.file_id').on('x.token', '=', me))
    .select(['f.file_id', 'f.created_at']).where('f.region_id', '=', region).where('f.kind', '=', kind)
    .where('x.token', 'is', null);
  const rows = await (between === undefined ? all : all.where('f.created_at', '>=', between.from).where('f.created_at', '<', between.until)).orderBy('f.created_at').orderBy('f.file_id').execute();
  return rows.map((row) => ({ fileId: row.file_id, openedAt: row.created_at }));
}

export type StandingRow = {
  readonly from_year: number; readonly year: number; readonly counted: number; readonly counted_at: Instant; readonly definitions: string; readonly figures: unknown; readonly pace: unknown; readonly overdue: unknown; readonly movement: unknown;
};

/** All tables that readers have seen, newest first. */
export async function listStanding(tx: Tx, region: RegionId): Promise<StandingRow[]> {
  return tx.selectFrom('stats.standing_figures').select(['from_year', 'year', 'counted', 'counted_at', 'definitions', 'figures', 'pace', 'overdue', 'movement']).where('region_id', '=', region).orderBy('year', 'desc').execute();
}

/** Two readers at once must not each count their own: whoever comes second waits, and sees what the first one made. */
export async function lockFigures(tx: Tx, region: RegionId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`standing figures ${region}`}, 0))`.execute(tx);
}

export async function saveStanding(tx: Tx, region: RegionId, row: StandingRow): Promise<void> {
  const values = { from_year: row.from_year, counted: row.counted, counted_at: row.counted_at, definitions: row.definitions, figures: JSON.stringify(row.figures), pace: JSON.stringify(row.pace), overdue: JSON.stringify(row.overdue), movement: JSON.stringify(row.movement) };
  await tx.insertInto('stats.standing_figures').values({ region_id: region, year: row.year, ...values })
    .onConflict((c) => c.columns(['region_id', 'year']).doUpdateSet(values)).execute();
}
