import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, MunicipalityId, RegionId, UserId } from '../../kernel/ids.ts';
import type { CaseType } from '../codes.ts';
import type { CaseStatus } from '../status.ts';
import { caseLines, found, leadsNow, type CaseLine, type Finding } from './read.ts';

export type ListQuery = {
  readonly show: 'open' | 'closed'; readonly status: CaseStatus | undefined; readonly caseType: CaseType | undefined; readonly mine: boolean; readonly akutt: boolean;
  readonly late: boolean; readonly municipality: MunicipalityId | undefined; readonly reference: string | undefined; readonly sort: 'deadline' | 'opened' | 'updated';
};

const ORDER = {
  deadline: sql`c.next_due_at asc nulls last, c.opened_at desc, c.file_id`,
  opened: sql`c.opened_at desc, c.file_id`,
  updated: sql`c.updated_at desc, c.file_id`,
} as const;
const CLOSED_ORDER = { ...ORDER, deadline: sql`c.closed_at desc, c.file_id desc` } as const;

function shown({ show }: ListQuery): RawBuilder<boolean> {
  return show === 'open' ? sql<boolean>`c.closed_at is null` : sql<boolean>`c.closed_at is not null`;
}

/** Without open or closed, which is asked in the place where the index can tell (shown). */
function wanted(query: ListQuery, finding: Finding): RawBuilder<boolean> {
  const tests: RawBuilder<boolean>[] = [sql<boolean>`true`];
  if (query.status !== undefined) tests.push(sql<boolean>`c.status = ${query.status}`);
  if (query.caseType !== undefined) tests.push(sql<boolean>`c.case_type = ${query.caseType}`);
  if (query.mine) tests.push(leadsNow(finding));
  if (query.akutt) tests.push(sql<boolean>`c.akutt`);
  if (query.late) tests.push(sql<boolean>`c.next_due_at <= ${finding.now}`);
  if (query.municipality !== undefined) tests.push(sql<boolean>`c.owner_municipality_id = ${query.municipality}`);
  if (query.reference !== undefined) tests.push(sql<boolean>`c.reference = ${query.reference}`);
  return sql`${sql.join(tests, sql` and `)}`;
}

/** Which cases, before any more is read of them: this much stands in the index. */
function chosen(tx: Tx, region: RegionId, finding: Finding, test: RawBuilder<boolean>, order: RawBuilder<unknown>, limit: number, offset: number) {
  return tx.selectFrom('app.case_file as c').select('c.file_id').where('c.region_id', '=', region).where(test).where(found(region, finding)).orderBy(order).limit(limit).offset(offset);
}

/** One page of the work list. */
export async function listCases(tx: Tx, region: RegionId, finding: Finding, query: ListQuery, limit: number, offset: number): Promise<CaseLine[]> {
  const order = (query.show === 'open' ? ORDER : CLOSED_ORDER)[query.sort];
  return caseLines(tx, region, finding).where('c.file_id', 'in', chosen(tx, region, finding, sql`${shown(query)} and ${wanted(query, finding)}`, order, limit, offset)).orderBy(order).execute();
}

/** Every case a person finds, open or closed, the newest first. */
export async function listFound(tx: Tx, region: RegionId, finding: Finding, limit: number): Promise<FileId[]> {
  const rows = await chosen(tx, region, finding, sql`true`, sql`c.opened_at desc, c.file_id`, limit, 0).execute();
  return rows.map((row) => row.file_id);
}

export type CaseCounts = { readonly total: number; readonly open: number; readonly mine: number; readonly akutt: number; readonly late: number };

/** How many lines the list has, and of all open cases how many are mine, Akutt, late. */
export async function countCases(tx: Tx, region: RegionId, finding: Finding, query: ListQuery): Promise<CaseCounts> {
  const { now } = finding;
  const total = query.show === 'open'
    ? sql`count(*) filter (where ${wanted(query, finding)})`
    : sql`(select count(*) from app.case_file c where c.region_id = ${region} and ${shown(query)} and ${wanted(query, finding)} and ${found(region, finding)})`;
  const rows = await sql<CaseCounts>`
    select ${total} as total, count(*) as open, count(*) filter (where ${leadsNow(finding)}) as mine, count(*) filter (where c.akutt) as akutt,
      count(*) filter (where c.next_due_at <= ${now}) as late
    from app.case_file c
    where c.region_id = ${region} and c.closed_at is null and ${found(region, finding)}`.execute(tx);
  return rows.rows[0] ?? { total: 0, open: 0, mine: 0, akutt: 0, late: 0 };
}

const DAY_ORDER = sql`c.akutt desc, (c.awaits is not null) desc, c.next_due_at asc nulls last, c.file_id`;

/**
 * Open cases that may need this person today, and closed ones in which something still waits for a second person or an answer lies unread: danger first, then what waits for a second person, then the nearest deadline; day.ts says which do, and why.
 * @param team who can lead a case today: one that somebody else leads has no lead
 */
export async function listForDay(tx: Tx, region: RegionId, finding: Finding, team: readonly UserId[], limit: number): Promise<CaseLine[]> {
  const unanswered = finding.reach.everything ? sql`false`
    : sql`c.file_id in (select g.file_id from app.case_access g where g.region_id = ${region} and g.user_id = ${finding.userId} and g.granted_until is not null and not g.impartial)`;
  const needed = sql<boolean>`c.closed_at is null and (c.akutt or c.in_reception or c.awaits is not null or c.besides_by is not null or c.voided_by = ${finding.userId} or c.status = 'TIL_VURDERING' or c.lead_user_id is null or c.lead_user_id <> all (${[...team]}::uuid[])
    or ${leadsNow(finding)} or c.next_due_at <= ${finding.now} or ${unanswered})`;
  const open = chosen(tx, region, finding, needed, DAY_ORDER, limit, 0);
  const closed = chosen(tx, region, finding, sql<boolean>`c.besides_by is not null and c.closed_at is not null`, DAY_ORDER, limit, 0);
  const after = chosen(tx, region, finding, sql<boolean>`c.closed_at is not null and c.next_due_at is not null`, DAY_ORDER, limit, 0);
  return caseLines(tx, region, finding).where(sql<boolean>`c.file_id in (${open} union all ${closed} union all ${after})`).orderBy(DAY_ORDER).execute();
}

/**
 * Those of these files that whoever has this token is not left out of, neither of the file itself nor of a case that holds it, and that are no consultation; in their order. `stands`: the case that
 * holds it, or the file itself. Of one statement whatever there is; who may see them is judged afterwards.
 */
export async function listNotShut(tx: Tx, region: RegionId, files: readonly FileId[], token: Buffer): Promise<readonly { readonly file: FileId; readonly stands: FileId }[]> {
  const found = await sql<{ file: FileId; stands: FileId }>`select f.id as file, coalesce(h.cases[1], f.id) as stands from unnest(${[...files]}::uuid[]) with ordinality f (id, at)
    cross join lateral (select array_agg(r.file_id order by r.file_id) as cases from app.case_report r where r.region_id = ${region} and r.report_id = f.id) h
    where not exists (select 1 from kernel.file_exclusion x where x.region_id = ${region} and x.token = ${token} and (x.file_id = f.id or x.file_id = any (h.cases)))
      and not exists (select 1 from app.report r where r.region_id = ${region} and r.file_id = f.id and r.consultation)
    order by f.at`.execute(tx);
  return found.rows;
}
