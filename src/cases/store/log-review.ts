import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, MunicipalityId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import type { ReviewVerdict } from '../log-review.ts';

/** What one person did on one day with one case, or with one report that no case holds, as the log has it. */
export type LookedDayRow = {
  readonly actor: UserId; readonly file_id: FileId; readonly is_case: boolean; readonly owner: MunicipalityId | null; readonly day: Day; readonly first: Instant; readonly last: Instant;
  readonly times: number; readonly hours: readonly number[]; readonly what: readonly (readonly [useCase: string, outcome: string])[];
};

/**
 * The log between two moments by person, file and day, with what was refused. What the system did by itself, lists of initials, and talks about advice, which
 * name nobody, are left out. A case that became part of another counts as that one, so that a day with both is one line.
 */
export async function listLookedDays(tx: Tx, region: RegionId, from: Instant, to: Instant, without: readonly string[]): Promise<LookedDayRow[]> {
  const found = await sql<LookedDayRow>`
    with held as (
      select c.file_id as file, coalesce(g.file_id, c.file_id) as file_id, case when g.file_id is null then c.owner_municipality_id else g.owner_municipality_id end as owner, true as is_case
      from app.case_file c left join lateral (
        select f.file_id, f.owner_municipality_id from app.case_report m join app.case_report o on o.region_id = m.region_id and o.report_id = m.report_id
          join app.case_file f on f.region_id = o.region_id and f.file_id = o.file_id and f.status <> 'SAMMENSLATT'
        where c.status = 'SAMMENSLATT' and m.region_id = c.region_id and m.file_id = c.file_id limit 1) g on true
      where c.region_id = ${region}
      union all select r.report_id, r.file_id, c.owner_municipality_id, true from app.case_report r join app.case_file c on c.region_id = r.region_id and c.file_id = r.file_id and c.status <> 'SAMMENSLATT' where r.region_id = ${region}
      union all select p.file_id, p.file_id, p.owner_municipality_id, false from app.report p where p.region_id = ${region} and not p.consultation
        and not exists (select 1 from app.case_report r where r.region_id = p.region_id and r.report_id = p.file_id))
    select e.actor, h.file_id, h.is_case, h.owner, (e.at at time zone 'Europe/Oslo')::date as day, min(e.at) as first, max(e.at) as last,
      count(distinct e.audit_id)::int as times, array_agg(distinct extract(hour from e.at at time zone 'Europe/Oslo')::int) as hours,
      jsonb_agg(distinct jsonb_build_array(e.use_case, e.outcome)) as what
    from kernel.audit_event e cross join lateral unnest(e.files) f(file) join held h on h.file = f.file
    where e.region_id = ${region} and e.at >= ${from} and e.at < ${to} and e.actor not like 'system:%' and e.use_case <> all (${[...without]}::text[]) and (e.outcome like 'done:%' or e.outcome like 'denied:%')
    group by e.actor, h.file_id, h.is_case, h.owner, day order by day, e.actor, h.file_id`.execute(tx);
  return found.rows;
}

/** A line as it lies there. Nobody but reviewed.ts reads one: it may be forged. */
export type ReviewRow = {
  readonly review_id: string; readonly municipality_id: MunicipalityId | null; readonly month: string; readonly sealed: Buffer; readonly drawn_at: Instant;
  readonly verdict: ReviewVerdict | null; readonly sealed_word: Buffer | null; readonly reviewed_by: UserId | null; readonly reviewed_at: Instant | null;
  readonly revision: number; readonly mac: Buffer;
};

const REVIEW = ['review_id', 'municipality_id', 'month', 'sealed', 'drawn_at', 'verdict', 'sealed_word', 'reviewed_by', 'reviewed_at', 'revision', 'mac'] as const;

/** Those of a month, or all there are. */
export async function selectReviews(tx: Tx, region: RegionId, month?: string): Promise<ReviewRow[]> {
  const all = tx.selectFrom('app.log_review').select(REVIEW).where('region_id', '=', region);
  return (month === undefined ? all : all.where('month', '=', month)).orderBy('drawn_at').orderBy('review_id').execute();
}

export async function selectReview(tx: Tx, region: RegionId, reviewId: string): Promise<ReviewRow | undefined> {
  return tx.selectFrom('app.log_review').select(REVIEW).where('region_id', '=', region).where('review_id', '=', reviewId).executeTakeFirst();
}

export async function insertReview(tx: Tx, region: RegionId, row: ReviewRow): Promise<void> {
  await tx.insertInto('app.log_review').values({ region_id: region, ...row }).execute();
}

/** Answers whether the row was still the one that was read. */
export async function updateReview(tx: Tx, region: RegionId, row: ReviewRow): Promise<boolean> {
  const { verdict, sealed_word, reviewed_by, reviewed_at, revision, mac } = row;
  const hit = await tx.updateTable('app.log_review').set({ verdict, sealed_word, reviewed_by, reviewed_at, revision, mac }).where('region_id', '=', region)
    .where('review_id', '=', row.review_id).where('revision', '=', row.revision - 1).executeTakeFirst();
  return hit.numUpdatedRows === 1n;
}

/** The months that have been drawn, the newest first. */
export async function listDrawnMonths(tx: Tx, region: RegionId): Promise<string[]> {
  const rows = await tx.selectFrom('app.log_review_drawn').select('month').where('region_id', '=', region).orderBy('month', 'desc').execute();
  return rows.map(({ month }) => month);
}

/** The same, and those in which a line stands that was not drawn. */
export async function listReviewMonths(tx: Tx, region: RegionId): Promise<string[]> {
  const rows = await tx.selectFrom('app.log_review_drawn').select('month').where('region_id', '=', region).union(tx.selectFrom('app.log_review').select('month').where('region_id', '=', region)).orderBy('month', 'desc').execute();
  return rows.map(({ month }) => month);
}

/** The months in which somebody has a line left to look at, the oldest first. */
export async function listMonthsLeft(tx: Tx, region: RegionId): Promise<string[]> {
  const rows = await tx.selectFrom('app.log_review').select('month').distinct().where('region_id', '=', region).where('verdict', 'is', null).orderBy('month').execute();
  return rows.map(({ month }) => month);
}

/** Answers whether it was not drawn yet. */
export async function insertDrawn(tx: Tx, region: RegionId, month: string, at: Instant): Promise<boolean> {
  const added = await tx.insertInto('app.log_review_drawn').values({ region_id: region, month, drawn_at: at }).onConflict((c) => c.doNothing()).executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}
