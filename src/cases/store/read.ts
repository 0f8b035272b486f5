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
  readonly awaits: AwaitedKind | null; readonly awaits_by: UserId | 'system' | null; readonly awaits_by_coordinator: boolean; readonly awaits_asked: UserId | null; readonly besides_by: UserId | 'system' | null; readonly besides_asked: UserId | null; /** since when somebody is asked by name */ readonly awaits_asked_at: Instant | null; readonly besides_asked_at: Instant | null; readonly report_unread: boolean; readonly meeting_asked_at: Instant | null;
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

export function caseLines(tx: Tx, region: RegionId, me: Me) {
  return tx.selectFrom('app.case_file as c')
    .leftJoin('app.case_access as a', (join) => join.onRef('a.region_id', '=', 'c.region_id').onRef('a.file_id', '=', 'c.file_id').on('a.user_id', '=', me.userId))
    .select([
      'c.file_id', 'c.reference', 'c.status', 'c.case_type', 'c.provisional', 'c.akutt', 'c.owner_municipality_id', 'c.lead_user_id', 'c.deputy_user_id', 'c.deputy_from', 'c.deputy_until', 'c.in_reception',
      'c.awaits', 'c.awaits_by', 'c.awaits_by_coordinator', 'c.awaits_asked', 'c.awaits_asked_at', 'c.besides_by', 'c.besides_asked', 'c.besides_asked_at', 'c.report_unread', 'c.meeting_asked_at', 'c.received_at', 'c.opened_at', 'c.updated_at', 'c.closed_at', 'c.clocks', 'c.retention', 'c.restricted', 'c.version', 'c.named_only', 'a.granted_until', 'a.supervision_since',
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

/** Reports that this case holds and no other does. */
export async function listOnlyHere(tx: Tx, region: RegionId, fileId: FileId): Promise<FileId[]> {
  const rows = await tx.selectFrom('app.case_report as r').select('r.report_id').where('r.region_id', '=', region).where('r.file_id', '=', fileId)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('app.case_report as o').select('o.file_id')
      .whereRef('o.region_id', '=', 'r.region_id').whereRef('o.report_id', '=', 'r.report_id').where('o.file_id', '<>', fileId)))).orderBy('r.report_id').execute();
  return rows.map((row) => row.report_id);
}

export type MergedWith = { readonly file_id: FileId; readonly with_id: FileId };

/** Each of these cases with itself and with every case it was merged with, directly or by way of another, in whichever direction: they hold the same reports. */
export async function listMergedWith(tx: Tx, region: RegionId, files: readonly FileId[]): Promise<MergedWith[]> {
  const found = await sql<MergedWith>`with recursive same as (
    select f as file_id, f as with_id from unnest(${[...files]}::uuid[]) f
    union select s.file_id, o.file_id from same s join app.case_report m on m.region_id = ${region} and m.file_id = s.with_id
      join app.case_report o on o.region_id = m.region_id and o.report_id = m.report_id)
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
const OVER_AT = sql<Instant | null>`case when c.status <> 'SAMMENSLATT' then c.closed_at else (
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
 * These files, the cases that hold a report among them, the reports that those hold, and so on until nothing new comes: all that a case was joined or merged
 * into, however many mergings lie between. Reports and cases alike.
 */
export async function listTogether(tx: Tx, region: RegionId, files: readonly FileId[]): Promise<FileId[]> {
  const known = new Set(files);
  for (let found: readonly FileId[] = files; found.length > 0;) {
    const held = await listHeldAmong(tx, region, found);
    found = [...new Set(held.flatMap(({ file_id, report_id }) => [file_id, report_id]))].filter((file) => !known.has(file));
    for (const file of found) known.add(file);
  }
  return [...known];
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

/** The person leads the case, or stands in for whoever does. */
export function leadsNow({ userId, now }: Finding): RawBuilder<boolean> {
  return sql<boolean>`(c.lead_user_id = ${userId} or (c.deputy_user_id = ${userId} and c.deputy_from <= ${now} and c.deputy_until > ${now}))`;
}

/** The lines a person finds, in SQL over `c`, a line of app.case_file. */
export function found(region: RegionId, finding: Finding): RawBuilder<boolean> {
  const { reach, userId, token, coordinators, now } = finding;
  const ways: RawBuilder<boolean>[] = [];
  if (reach.everything) ways.push(sql<boolean>`(c.named_only is null or ${userId} = any (c.named_only))`);
  if (reach.led) ways.push(sql<boolean>`(${leadsNow(finding)} and (c.access_ends_at is null or c.access_ends_at > ${now}))`);
  if (reach.granted) ways.push(sql<boolean>`c.file_id in (${letIn(region, finding)})`);
  if (reach.reception) ways.push(sql<boolean>`(c.in_reception and c.named_only is null)`);
  if (reach.municipalities.length > 0) ways.push(sql<boolean>`(c.owner_municipality_id = any (${[...reach.municipalities]}::uuid[]) and c.named_only is null)`);
  if (coordinators !== undefined) {
    ways.push(sql<boolean>`not exists (select 1 from unnest(${coordinators.map((one) => one.userId)}::uuid[], ${coordinators.map((one) => one.token)}::bytea[]) as k (id, token)
      where (c.named_only is null or k.id = any (c.named_only)) and (c.awaits = 'CLOSING' and c.awaits_by = k.id::text) is not true and not exists (select 1 from kernel.file_exclusion x where x.region_id = c.region_id and x.file_id = c.file_id and x.token = k.token))`);
  }
  return sql<boolean>`(${sql.join(ways, sql` or `)}) and not exists (
    select 1 from kernel.file_exclusion x where x.region_id = c.region_id and x.file_id = c.file_id and x.token = ${token})`;
}
