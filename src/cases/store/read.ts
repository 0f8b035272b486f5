import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, MunicipalityId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Retention } from '../choices.ts';
import type { CaseType } from '../codes.ts';
import type { AwaitedKind, DueClock } from '../projection.ts';
import type { CaseStatus } from '../status.ts';

/** One case in clear, for one person. */
export type CaseLine = {
  readonly file_id: FileId; readonly reference: string; readonly status: CaseStatus; readonly case_type: CaseType | null; readonly provisional: boolean;
  readonly akutt: boolean; readonly owner_municipality_id: MunicipalityId | null; readonly lead_user_id: UserId | null; readonly in_reception: boolean;
  readonly awaits: AwaitedKind | null; readonly awaits_by: UserId | 'system' | null; readonly awaits_by_coordinator: boolean; readonly awaits_asked: UserId | null; readonly besides_by: UserId | 'system' | null; readonly besides_asked: UserId | null; /** since when somebody is asked by name */ readonly awaits_asked_at: Instant | null; readonly besides_asked_at: Instant | null; readonly report_unread: boolean; readonly voided_by: UserId | 'system' | null; readonly meeting_asked_at: Instant | null;
  readonly received_at: Instant; readonly opened_at: Instant; readonly updated_at: Instant; readonly closed_at: Instant | null; readonly clocks: readonly DueClock[];
  readonly retention: Retention | null; readonly restricted: boolean; readonly version: number;
  /** when it was closed, and where it was merged, what it went into as well; null while either is open */
  readonly over_at: Instant | null;
  /** who stands in for the lead, and when; `deputy_until` exclusive */
  readonly deputy_user_id: UserId | null; readonly deputy_from: Instant | null; readonly deputy_until: Instant | null;
  /** the coordinators who have a case with a strictly confidential address; null: any other case */
  readonly named_only: readonly UserId[] | null;
  /** the person's own answer and grant */
  readonly impartial: boolean; readonly granted_until: Instant | null; /** where the grant was given for supervision: when */ readonly supervision_since: Instant | null; /** of the person's newest access in an emergency */ readonly emergency_until: Instant | null;
  /** keyed hashes of those who are left out */
  readonly left_out: readonly Buffer[];
};

/** Who looks: `token` is the hash that stands for them where somebody is left out. */
export type Me = { readonly userId: UserId; readonly token: Buffer };

/** Of `c`, a case that was merged: the one that goes on, however many mergings lie between. It holds the same reports. */
const GOES_ON = sql<FileId>`(select f.file_id from app.case_report m join app.case_report o on o.region_id = m.region_id and o.report_id = m.report_id
  join app.case_file f on f.region_id = o.region_id and f.file_id = o.file_id and f.status <> 'SAMMENSLATT' where c.status = 'SAMMENSLATT' and m.region_id = c.region_id and m.file_id = c.file_id limit 1)`;

/** One person's lines of app.case_file (`c`), each with what stands in the way of it today. */
export function caseLines(tx: Tx, region: RegionId, me: Me) {
  return tx.selectFrom('app.case_file as c')
    .leftJoin('app.case_access as a', (join) => join.onRef('a.region_id', '=', 'c.region_id').onRef('a.file_id', '=', 'c.file_id').on('a.user_id', '=', me.userId))
    // Looked up line by line: joined as a table, every case of the region would be read for it (bench/search.ts).
    .leftJoinLateral((e) => e.selectFrom('app.case_file as g').select(['g.region_id', 'g.file_id', 'g.named_only', 'g.restricted', 'g.lead_user_id', 'g.deputy_user_id'])
      .whereRef('g.region_id', '=', 'c.region_id').where('g.file_id', '=', GOES_ON).limit(1).as('s'), (join) => join.onTrue())
    .leftJoin('app.case_access as sa', (join) => join.onRef('sa.region_id', '=', 's.region_id').onRef('sa.file_id', '=', 's.file_id').on('sa.user_id', '=', me.userId))
    .select([
      'c.file_id', 'c.reference', 'c.status', 'c.case_type', 'c.provisional', 'c.akutt', 'c.deputy_from', 'c.deputy_until', 'c.in_reception',
      'c.awaits', 'c.awaits_by', 'c.awaits_by_coordinator', 'c.awaits_asked', 'c.awaits_asked_at', 'c.besides_by', 'c.besides_asked', 'c.besides_asked_at', 'c.report_unread', 'c.voided_by', 'c.meeting_asked_at', 'c.received_at', 'c.opened_at', 'c.updated_at', 'c.closed_at', 'c.clocks', 'c.retention', 'c.version',
      // Of what was merged: the narrower of itself and the case it went into, since what is decided of access from then on is decided there.
      sql<UserId[] | null>`coalesce(s.named_only, c.named_only)`.as('named_only'), sql<boolean>`(c.restricted or coalesce(s.restricted, false))`.as('restricted'),
      sql<MunicipalityId | null>`case when s.named_only is null then c.owner_municipality_id end`.as('owner_municipality_id'),
      sql<UserId | null>`case when s.file_id is null or s.lead_user_id = c.lead_user_id then c.lead_user_id end`.as('lead_user_id'),
      sql<UserId | null>`case when s.file_id is null or s.deputy_user_id = c.deputy_user_id then c.deputy_user_id end`.as('deputy_user_id'),
      sql<Instant | null>`case when a.granted_until is not null and (s.file_id is null or sa.granted_until is not null) then least(a.granted_until, sa.granted_until) end`.as('granted_until'),
      sql<Instant | null>`case when s.file_id is null or sa.supervision_since is not null then a.supervision_since end`.as('supervision_since'),
      sql<boolean>`coalesce(a.impartial, false)`.as('impartial'), OVER_AT.as('over_at'),
      sql<Instant | null>`(select max(e.until) from app.case_emergency e where e.region_id = c.region_id and e.file_id = c.file_id and e.user_id = ${me.userId})`.as('emergency_until'),
      sql<Buffer[]>`array(select x.token from kernel.file_exclusion x where x.region_id = c.region_id and x.file_id = c.file_id)`.as('left_out'),
    ])
    .where('c.region_id', '=', region);
}

export async function findCase(tx: Tx, region: RegionId, fileId: FileId, me: Me): Promise<CaseLine | undefined> {
  return caseLines(tx, region, me).where('c.file_id', '=', fileId).executeTakeFirst();
}

export async function listReportsOf(tx: Tx, region: RegionId, fileId: FileId): Promise<FileId[]> {
  const rows = await tx.selectFrom('app.case_report').select('report_id').where('region_id', '=', region).where('file_id', '=', fileId).orderBy('report_id').execute();
  return rows.map((row) => row.report_id);
}

export async function findCases(tx: Tx, region: RegionId, files: readonly FileId[], me: Me): Promise<CaseLine[]> {
  return files.length === 0 ? [] : caseLines(tx, region, me).where('c.file_id', 'in', [...files]).execute();
}

export type Held = { readonly file_id: FileId; readonly report_id: FileId };

/** What these cases hold, and which cases hold these reports: the same files go as both. */
export async function listHeldAmong(tx: Tx, region: RegionId, files: readonly FileId[]): Promise<Held[]> {
  if (files.length === 0) return [];
  return tx.selectFrom('app.case_report').select(['file_id', 'report_id']).where('region_id', '=', region)
    .where((e) => e.or([e('file_id', 'in', [...files]), e('report_id', 'in', [...files])])).execute();
}

export type MergedWith = { readonly file_id: FileId; readonly with_id: FileId };

/**
 * Each of these files with itself and with every case that it is one with: those a case was merged with, directly or by way of another, in whichever direction, since they hold the same
 * reports; those that hold a report, or one that it was divided into; and of a consultation the same as of the report it came as.
 */
export async function listMergedWith(tx: Tx, region: RegionId, files: readonly FileId[]): Promise<readonly MergedWith[]> {
  const found = await sql<MergedWith>`with recursive same as (
    select f as file_id, f as with_id from unnest(${[...files]}::uuid[]) f
    union select s.file_id, n.next from same s cross join lateral (
      select o.file_id from app.case_report m join app.case_report o on o.region_id = m.region_id and o.report_id = m.report_id where m.region_id = ${region} and m.file_id = s.with_id
      union all select m.file_id from app.case_report m where m.region_id = ${region} and m.report_id = s.with_id
      union all select p.report_id from app.report_part p where p.region_id = ${region} and p.file_id = s.with_id
      union all select k.report_id from app.consultation k where k.region_id = ${region} and k.file_id = s.with_id and k.report_id is not null) n (next))
    select file_id, with_id from same`.execute(tx);
  return found.rows;
}

/** The other cases that became one with this, directly or by way of another, in whichever direction. */
export async function listOneWith(tx: Tx, region: RegionId, fileId: FileId): Promise<FileId[]> {
  return [...new Set((await listMergedWith(tx, region, [fileId])).map(({ with_id }) => with_id))].filter((id) => id !== fileId).sort();
}

/** Closed before this moment, the oldest first. */
export async function listClosedBefore(tx: Tx, region: RegionId, before: Instant, me: Me): Promise<CaseLine[]> {
  return caseLines(tx, region, me).where('c.closed_at', '<', before).orderBy('c.closed_at').orderBy('c.file_id').execute();
}

/** A municipality's cases; null: those without one. */
export async function listOwnedBy(tx: Tx, region: RegionId, owner: MunicipalityId | null, me: Me): Promise<CaseLine[]> {
  return caseLines(tx, region, me).where('c.owner_municipality_id', owner === null ? 'is' : '=', owner).orderBy('c.opened_at').orderBy('c.file_id').execute();
}

/** What was merged follows the case it went into, which holds the same reports, and is not over while use of that one is restricted; a case of its own is over when it is closed. */
export const OVER_AT = sql<Instant | null>`case when c.status <> 'SAMMENSLATT' then c.closed_at else (
  select case when bool_or(f.closed_at is null or f.restricted) then null else greatest(c.closed_at, max(f.closed_at)) end from app.case_report m
    join app.case_report o on o.region_id = m.region_id and o.report_id = m.report_id and o.file_id <> m.file_id join app.case_file f on f.region_id = o.region_id and f.file_id = o.file_id
    where m.region_id = c.region_id and m.file_id = c.file_id) end`;

/** Those of these cases that are closed, and of what was merged those whose case, too, is. */
export async function listClosedAmong(tx: Tx, region: RegionId, files: readonly FileId[]): Promise<Pick<CaseLine, 'file_id' | 'over_at' | 'retention'>[]> {
  if (files.length === 0) return [];
  return tx.selectFrom('app.case_file as c').select(['c.file_id', OVER_AT.as('over_at'), 'c.retention']).where('c.region_id', '=', region).where('c.file_id', 'in', [...files]).where(OVER_AT, 'is not', null).where('c.restricted', '=', false).execute();
}

/** Those of these cases whose address is strictly confidential. */
export async function listStrictAmong(tx: Tx, region: RegionId, files: readonly FileId[]): Promise<FileId[]> {
  const rows = await tx.selectFrom('app.case_file').select('file_id').where('region_id', '=', region).where(sql<boolean>`file_id = any(${[...files]})`).where('named_only', 'is not', null).execute();
  return rows.map((row) => row.file_id);
}

/**
 * These files, the cases that hold a report among them, the reports that those hold, the reports that one was divided from, and so on until nothing new comes: all that a case was
 * joined or merged into, however many mergings lie between, and where its story stands once more. Reports and cases alike. Never from a divided report to the others it became: they know nothing of each other.
 */
export async function listTogether(tx: Tx, region: RegionId, files: readonly FileId[]): Promise<FileId[]> {
  const rows = await sql<{ file: FileId }>`with recursive together (file) as (
    select f from unnest(${[...files]}::uuid[]) f
    union select n.next from together t cross join lateral (
      select r.report_id from app.case_report r where r.region_id = ${region} and r.file_id = t.file
      union all select r.file_id from app.case_report r where r.region_id = ${region} and r.report_id = t.file
      union all select p.file_id from app.report_part p where p.region_id = ${region} and p.report_id = t.file) n (next))
    select file from together`.execute(tx);
  return rows.rows.map(({ file }) => file);
}

export type Around = { readonly file_id: FileId; readonly with_id: FileId };

/** Each of these files with itself and with all that holds, or is held by, it: cases, their reports, the cases that those are in, and of a divided report what it became. */
export async function listAround(tx: Tx, region: RegionId, files: readonly FileId[]): Promise<readonly Around[]> {
  const rows = await sql<Around>`with recursive around (file_id, with_id) as (
    select f, f from unnest(${[...files]}::uuid[]) f
    union select t.file_id, n.next from around t cross join lateral (
      select r.report_id from app.case_report r where r.region_id = ${region} and r.file_id = t.with_id
      union all select r.file_id from app.case_report r where r.region_id = ${region} and r.report_id = t.with_id
      union all select p.report_id from app.report_part p where p.region_id = ${region} and p.file_id = t.with_id) n (next))
    select file_id, with_id from around`.execute(tx);
  return rows.rows;
}

/** Cases in the order of their ids, from the one after `after`. */
export async function listCasesAfter(tx: Tx, region: RegionId, after: FileId | null, most: number): Promise<FileId[]> {
  const all = tx.selectFrom('app.case_file').select('file_id').where('region_id', '=', region).orderBy('file_id').limit(most);
  return (await (after === null ? all : all.where('file_id', '>', after)).execute()).map((row) => row.file_id);
}

export async function isReferenceTaken(tx: Tx, region: RegionId, reference: string): Promise<boolean> {
  const row = await tx.selectFrom('app.case_file').select('file_id').where('region_id', '=', region).where('reference', '=', reference).executeTakeFirst();
  return row !== undefined;
}

/** The sealed aliases of these cases; only of those that the door has opened. */
export async function listAliases(tx: Tx, region: RegionId, files: readonly FileId[]): Promise<{ file_id: FileId; sealed: Buffer }[]> {
  if (files.length === 0) return [];
  return tx.selectFrom('app.case_alias').select(['file_id', 'sealed']).where('region_id', '=', region).where('file_id', 'in', [...files]).execute();
}

/** How the database looks for what a person finds; `everything`, `led` … as access.ts has them. */
export type Finding = Me & {
  readonly reach: { readonly everything: boolean; readonly led: boolean; readonly granted: boolean; readonly reception: boolean; readonly municipalities: readonly MunicipalityId[] };
  /** for the reserve: all coordinators, with their hashes; a case that none of them may see, or whose closing none of them may decide, is the reserve's */
  readonly coordinators: readonly Me[] | undefined;
  /** since when somebody who supervises does so; undefined: they do not */
  readonly supervising: { readonly since: Instant | undefined } | undefined;
  /** whoever was asked by name before this is asked no more */
  readonly askedAfter: Instant;
  readonly now: Instant;
};

/**
 * The cases somebody was let into and still is, by a grant, to confirm something, or in an emergency. Asked once per list and from an index of their own (case_access_granted): joined
 * to each line instead, the list would read every case the person ever had to do with (bench/work-list.ts).
 */
function letIn(region: RegionId, { userId, now, supervising, askedAfter }: Finding): RawBuilder<unknown> {
  const granted = (given: RawBuilder<boolean>) => sql`select g.file_id from app.case_access g where g.region_id = ${region} and g.user_id = ${userId} and g.granted_until > ${now} and ${given}`;
  // whoever supervises is let in by that alone
  if (supervising !== undefined) return granted(supervising.since === undefined ? sql<boolean>`false` : sql<boolean>`g.supervision_since >= ${supervising.since}`);
  return sql`${granted(sql<boolean>`g.supervision_since is null`)}
    union all select q.file_id from app.case_file q where q.region_id = ${region} and q.awaits_asked = ${userId} and q.awaits_asked_at > ${askedAfter}
    union all select b.file_id from app.case_file b where b.region_id = ${region} and b.besides_by is not null and b.besides_asked = ${userId} and b.besides_asked_at > ${askedAfter}
    union all select e.file_id from app.case_emergency e join app.case_file f on f.region_id = e.region_id and f.file_id = e.file_id and f.named_only is null where e.region_id = ${region} and e.user_id = ${userId} and e.until > ${now}`;
}

/** The person leads the case, or stands in for whoever does. @param as the line of app.case_file that is asked about */
export function leadsNow({ userId, now }: Finding, as: 'c' | 's' = 'c'): RawBuilder<boolean> {
  const one = sql.raw(as);
  return sql<boolean>`(${one}.lead_user_id = ${userId} or (${one}.deputy_user_id = ${userId} and ${one}.deputy_from <= ${now} and ${one}.deputy_until > ${now}))`;
}

/** By which ways a person finds a line. Of the case that another went into it is enough that it is not strictly confidential where they find the other for its municipality, or in reception. */
function ways(region: RegionId, finding: Finding, as: 'c' | 's'): RawBuilder<boolean> {
  const { reach, userId, coordinators, now } = finding;
  const one = sql.raw(as);
  const any: RawBuilder<boolean>[] = [];
  if (reach.everything) any.push(sql<boolean>`(${one}.named_only is null or ${userId} = any (${one}.named_only))`);
  if (reach.led) any.push(sql<boolean>`(${leadsNow(finding, as)} and (${one}.access_ends_at is null or ${one}.access_ends_at > ${now}))`);
  if (reach.granted) any.push(sql<boolean>`${one}.file_id in (${letIn(region, finding)})`);
  if (reach.reception) any.push(as === 's' ? sql<boolean>`s.named_only is null` : sql<boolean>`(c.in_reception and c.named_only is null)`);
  if (reach.municipalities.length > 0) any.push(as === 's' ? sql<boolean>`s.named_only is null` : sql<boolean>`(c.owner_municipality_id = any (${[...reach.municipalities]}::uuid[]) and c.named_only is null)`);
  if (coordinators !== undefined) {
    any.push(sql<boolean>`not exists (select 1 from unnest(${coordinators.map((each) => each.userId)}::uuid[], ${coordinators.map((each) => each.token)}::bytea[]) as k (id, token)
      where (${one}.named_only is null or k.id = any (${one}.named_only)) and (${one}.awaits = 'CLOSING' and ${one}.awaits_by = k.id::text) is not true and not exists (select 1 from kernel.file_exclusion x where x.region_id = ${one}.region_id and x.file_id = ${one}.file_id and x.token = k.token))`);
  }
  return sql<boolean>`(${sql.join(any, sql` or `)})`;
}

/** The lines a person finds, in SQL over `c`, a line of app.case_file. What was merged is found by whoever finds what it went into, too. */
export function found(region: RegionId, finding: Finding): RawBuilder<boolean> {
  return sql<boolean>`${ways(region, finding, 'c')}
    and (c.status <> 'SAMMENSLATT' or not exists (select 1 from app.case_file s where s.region_id = c.region_id and s.file_id = ${GOES_ON} and not ${ways(region, finding, 's')}))
    and not exists (select 1 from kernel.file_exclusion x where x.region_id = c.region_id and x.file_id = c.file_id and x.token = ${finding.token})`;
}
