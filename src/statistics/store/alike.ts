import { sql } from 'kysely';
import type { Tables } from '../../kernel/database/tables.ts';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId } from '../../kernel/ids.ts';
import type { Chosen, Dimension } from '../explore.ts';
import type { CaseFact } from '../fact.ts';
import type { ConsultationFact, ReportFact } from '../received.ts';
import { toFact, type FactRow, type Months } from '../store.ts';

/** Things that are alike in all that was asked for, and how many they are. What was not asked for is left blank. */
export type Alike<F> = { readonly fact: F; readonly times: number };
/** What is counted: what happened in these months, by these two things (and more of a case), without these rows (pseudonyms) and years. */
export type Wanted = Pick<Chosen, 'by' | 'across' | 'from' | 'through'> & { readonly also?: readonly Dimension[]; readonly without: readonly Buffer[]; /** years that are left out whole */ readonly closed: readonly number[]; /** these rows alone; undefined: all */ readonly among?: readonly Buffer[] | undefined };

type Columns<T extends keyof Tables> = Partial<Record<Dimension, readonly (string & keyof Tables[T])[]>>;

/** By which columns a dimension is counted; the owner is always among them. */
const OF_CASE: Columns<'stats.case_fact'> = {
  month: ['opened_month'], status: ['status_group', 'closing_reasons'], type: ['case_type'], reporter: ['reporter'], channel: ['channel'], vulnerability: ['vulnerability'], gender: ['gender'], age: ['age_band'],
  violence: ['violence'], relation: ['relation'], service: ['services'], measure: ['measures'], closing: ['closing_reasons'], wish: ['closed_month', 'status_group', 'wish'],
};
const OF_REPORT: Columns<'stats.report_fact'> = { month: ['received_month'], channel: ['channel'], reporter: ['reporter'], became: ['became'] };
const OF_CONSULTATION: Columns<'stats.consultation_fact'> = { month: ['received_month'], direction: ['direction'], reporter: ['service'], violence: ['violence'], topic: ['topics'], outcome: ['outcome'] };

function columnsFor<C extends string>(of: Partial<Record<Dimension, readonly C[]>>, { by, across, also = [] }: Wanted): C[] {
  return [...new Set([by, ...(across === undefined ? [] : [across]), ...also].flatMap((one) => of[one] ?? []))];
}

const times = sql<number>`count(*)::int`.as('times');
const kept = (without: readonly Buffer[]) => sql<boolean>`fact_id <> all (${[...without]}::bytea[])`;
const within = (among: readonly Buffer[] | undefined) => (among === undefined ? sql<boolean>`true` : sql<boolean>`fact_id = any (${[...among]}::bytea[])`);
const notIn = (closed: readonly number[], month: 'opened_month' | 'received_month') => sql<boolean>`left(${sql.ref(month)}, 4) <> all (${closed.map(String)}::text[])`;

export async function countCases(tx: Tx, region: RegionId, wanted: Wanted): Promise<Alike<CaseFact>[]> {
  const columns = [...columnsFor(OF_CASE, wanted), 'owner_number' as const];
  const rows = await tx.selectFrom('stats.case_fact').select([...columns, times]).where('region_id', '=', region)
    .where('opened_month', '>=', wanted.from).where('opened_month', '<=', wanted.through).where(kept(wanted.without)).where(within(wanted.among)).where(notIn(wanted.closed, 'opened_month')).groupBy(columns).execute();
  const blank: FactRow = {
    fact_id: Buffer.alloc(0), opened_month: wanted.from, owner_number: null, age_band: 'UKJENT', gender: 'UKJENT', case_type: null, reporter: 'IKKE_OPPGITT', anonymous: false, channel: 'ANNET', vulnerability: [], violence: [],
    relation: [], services: [], measures: [], closing_reasons: [], status_group: 'APEN', closed_month: null, wish: null,
  };
  return rows.map(({ times: n, ...row }) => ({ fact: toFact({ ...blank, ...row }), times: n }));
}

export async function countReports(tx: Tx, region: RegionId, wanted: Wanted): Promise<Alike<ReportFact>[]> {
  const columns = [...columnsFor(OF_REPORT, wanted), 'owner_number' as const];
  const rows = await tx.selectFrom('stats.report_fact').select([...columns, times]).where('region_id', '=', region)
    .where('received_month', '>=', wanted.from).where('received_month', '<=', wanted.through).where(kept(wanted.without)).where(notIn(wanted.closed, 'received_month')).groupBy(columns).execute();
  return rows.map((row) => ({
    fact: { receivedMonth: row.received_month ?? wanted.from, owner: row.owner_number ?? undefined, channel: row.channel ?? 'ANNET', reporter: row.reporter ?? 'IKKE_OPPGITT', anonymous: false, became: row.became ?? undefined } as ReportFact, // `keep` alone writes rows, out of a ReportFact
    times: row.times,
  }));
}

export async function countConsultations(tx: Tx, region: RegionId, wanted: Wanted): Promise<Alike<ConsultationFact>[]> {
  const columns = [...columnsFor(OF_CONSULTATION, wanted), 'owner_number' as const];
  const rows = await tx.selectFrom('stats.consultation_fact').select([...columns, times]).where('region_id', '=', region)
    .where('received_month', '>=', wanted.from).where('received_month', '<=', wanted.through).where(kept(wanted.without)).where(notIn(wanted.closed, 'received_month')).groupBy(columns).execute();
  return rows.map((row) => ({
    fact: {
      receivedMonth: row.received_month ?? wanted.from, owner: row.owner_number ?? undefined, direction: row.direction ?? 'INN', service: row.service ?? 'IKKE_OPPGITT', violence: row.violence ?? [], topics: row.topics ?? [], outcome: row.outcome ?? undefined,
    } as ConsultationFact, // `keep` alone writes rows, out of a ConsultationFact
    times: row.times,
  }));
}

export type Middles = { readonly seen: number | null; readonly classified: number | null; readonly measure: number | null; readonly closed: number | null };

/** Of fewer than five, the days of the one in the middle are those of somebody. */
const FEWEST_DAYS = 5;

/** In whole days, as the one in the middle took (the lower of two): null where fewer than five have come so far. @param owners four digits; undefined: whoever owns it */
export async function middleDays(tx: Tx, region: RegionId, { from, through }: Months, owners: readonly string[] | undefined, { without, closed, among }: Pick<Wanted, 'without' | 'closed' | 'among'>): Promise<Middles> {
  const middle = (column: 'seen_days' | 'classified_days' | 'measure_days' | 'closed_days') => sql<number | null>`case when count(${sql.ref(column)}) >= ${FEWEST_DAYS} then percentile_disc(0.5) within group (order by ${sql.ref(column)}) end`;
  const all = tx.selectFrom('stats.pace_fact').select([middle('seen_days').as('seen'), middle('classified_days').as('classified'), middle('measure_days').as('measure'), middle('closed_days').as('closed')])
    .where('region_id', '=', region).where('opened_month', '>=', from).where('opened_month', '<=', through).where(kept(without)).where(within(among)).where(notIn(closed, 'opened_month'));
  return (owners === undefined ? all : all.where('owner_number', '=', sql<string>`any (${[...owners]}::text[])`)).executeTakeFirstOrThrow();
}

/** Files of these kinds that somebody is left out of. @param me the asker's exclusion token */
export async function listLeftOut(tx: Tx, region: RegionId, kinds: readonly string[], me: Buffer): Promise<FileId[]> {
  const rows = await tx.selectFrom('kernel.file_exclusion as x').innerJoin('kernel.file as f', (join) => join.onRef('f.region_id', '=', 'x.region_id').onRef('f.file_id', '=', 'x.file_id'))
    .select('x.file_id').where('x.region_id', '=', region).where('x.token', '=', me).where('f.kind', 'in', [...kinds]).execute();
  return rows.map((row) => row.file_id);
}
