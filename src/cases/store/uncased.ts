import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import { NO_USER, type FileId, type RegionId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { UncasedLine } from '../uncased.ts';
import { OVER_AT, type Me } from './read.ts';

type Which = { readonly among: readonly FileId[] } | { readonly before: Instant };

/** Over `r`: a case holds it. */
const IN_CASE = sql<boolean>`exists (select 1 from app.case_report h where h.region_id = r.region_id and h.report_id = r.file_id)`;
const APART = sql<boolean>`r.state in ('SPLIT', 'SENT_ON')`;
const LAST_CAME = sql<Instant | null>`(select max(l.received_at) from app.report_ledger l where l.region_id = r.region_id and l.report_id = r.file_id)`;

/** Over `r`, a divided report or one that was sent on: when it had ended. Not while something in it is unread, or on its way. */
const ENDED = sql<Instant | null>`case when ${APART} and r.seen_at is not null
    and not exists (select 1 from app.report_transfer t where t.region_id = r.region_id and t.file_id = r.file_id and t.to_region is not null and t.carried_at is null)
    and not exists (select 1 from app.report_file_along a where a.region_id = r.region_id and a.file_id = r.file_id and a.carried_at is null)
  then greatest(r.decided_at, ${LAST_CAME}, (select max(t.sent_at) from app.report_transfer t where t.region_id = r.region_id and t.file_id = r.file_id)) end`;

/** Over `r`: when what it was taken into had ended, every case of it. */
const CASE_ENDED = sql<Instant | null>`(select case when bool_and(${OVER_AT} is not null) then max(${OVER_AT}) end from app.case_report h
  join app.case_file c on c.region_id = h.region_id and c.file_id = h.file_id where h.region_id = r.region_id and h.report_id = r.file_id)`;

const excluded = (token: Buffer) => sql<boolean>`exists (select 1 from kernel.file_exclusion x where x.region_id = w.region_id and x.file_id in (w.file_id, w.of_report) and x.token = ${token})`;
const STRICT = sql<boolean>`exists (select 1 from app.report_named n where n.region_id = w.region_id and n.report_id = w.of_report)`;
/** Somebody who asks for the system alone is left out of nothing. */
const NOBODY: Me = { userId: NO_USER, token: Buffer.alloc(0) };

/** Of a divided report every part that stands here still, in as many steps as it took, each with when it had ended. What was disposed of is no part any more. */
function uncased(region: RegionId, which: Which): RawBuilder<unknown> {
  const reports = 'among' in which ? sql`r.file_id = any (${[...which.among]}::uuid[])` : sql`r.decided_at < ${which.before}`;
  const consultations = 'among' in which ? sql`k.file_id = any (${[...which.among]}::uuid[])` : sql`k.received_at < ${which.before}`;
  return sql`with recursive wanted as (
      select r.region_id, r.file_id, r.reference, r.owner_municipality_id, ${ENDED} as ended from app.report r where r.region_id = ${region} and ${APART} and not ${IN_CASE} and ${reports}),
    under (root, report) as (
      select w.file_id, p.report_id from wanted w join app.report_part p on p.region_id = w.region_id and p.file_id = w.file_id
      union select u.root, p.report_id from under u join app.report_part p on p.region_id = ${region} and p.file_id = u.report),
    parts as (
      select u.root, bool_and(e.at is not null) as over, max(e.at) as at, bool_or(e.restricted) as restricted from under u join app.report r on r.region_id = ${region} and r.file_id = u.report
      cross join lateral (select case when ${IN_CASE} then ${CASE_ENDED} else ${ENDED} end as at,
        exists (select 1 from app.case_report h join app.case_file f on f.region_id = h.region_id and f.file_id = h.file_id where h.region_id = r.region_id and h.report_id = r.file_id and f.restricted) as restricted) e
      group by u.root),
    w as (
      select w.region_id, w.file_id, 'report' as kind, w.reference, w.owner_municipality_id, case when coalesce(t.over, true) and w.ended is not null then greatest(w.ended, t.at) end as over_at,
        coalesce(t.restricted, false) as restricted, w.file_id as report_id, w.file_id as of_report from wanted w left join parts t on t.root = w.file_id
      union all
      select k.region_id, k.file_id, 'consultation', k.reference, k.owner_municipality_id,
        case when k.state <> 'ASKED' and (a.file_id is null or (a.decided_at is not null and a.seen_at is not null)) then greatest(k.received_at, k.answered_at, a.last_came) end,
        false, a.file_id, k.report_id from app.consultation k
      left join lateral (select r.file_id, r.decided_at, r.seen_at, ${LAST_CAME} as last_came from app.report r where r.region_id = k.region_id and r.file_id = k.report_id and not ${APART} and not ${IN_CASE}) a on true
      where k.region_id = ${region} and ${consultations})`;
}

async function lines(tx: Tx, region: RegionId, which: Which, me: Me): Promise<UncasedLine[]> {
  const found = await sql<UncasedLine>`${uncased(region, which)}
    select w.file_id, w.kind, w.reference, w.owner_municipality_id, w.over_at, w.restricted, w.report_id, q.answer, ${excluded(me.token)} as excluded, ${STRICT} as strict
    from w left join app.report_answer q on q.region_id = w.region_id and q.file_id = w.report_id and q.user_id = ${me.userId} order by w.over_at, w.file_id`.execute(tx);
  return found.rows;
}

/** Those of these files that no case holds, for one person; for the system's own work without anybody. */
export async function listUncased(tx: Tx, region: RegionId, files: readonly FileId[], me: Me = NOBODY): Promise<UncasedLine[]> {
  return lines(tx, region, { among: files }, me);
}

/** All of which the last had ended before this moment, the oldest first. */
export async function listUncasedBefore(tx: Tx, region: RegionId, before: Instant, me: Me): Promise<UncasedLine[]> {
  return (await lines(tx, region, { before }, me)).filter(({ over_at: over }) => over !== null && over < before);
}

/** The report that no case holds, or the consultation, with this reference; also by that of the report it came as. */
export async function findUncasedByReference(tx: Tx, region: RegionId, reference: string): Promise<FileId | undefined> {
  const found = await sql<{ file_id: FileId }>`
    select r.file_id from app.report r where r.region_id = ${region} and r.reference = ${reference} and ${APART} and not ${IN_CASE}
    union all
    select k.file_id from app.consultation k left join app.report r on r.region_id = k.region_id and r.file_id = k.report_id
    where k.region_id = ${region} and (k.reference = ${reference} or (r.reference = ${reference} and not ${APART} and not ${IN_CASE})) limit 1`.execute(tx);
  return found.rows[0]?.file_id;
}

export type GoesAlong = { readonly report: FileId; /** others were divided from it: it is a file of its own, too */ readonly original: boolean };

/**
 * What goes when this file does: the reports that this case holds and no other does, or the one that a consultation came as; and those that such a report was
 * divided from, in as many steps as it took, of which nothing else is left.
 */
export async function listGoesAlong(tx: Tx, region: RegionId, fileId: FileId): Promise<GoesAlong[]> {
  const found = await sql<GoesAlong>`with recursive held (report) as (
      select h.report_id from app.case_report h where h.region_id = ${region} and h.file_id = ${fileId}
        and not exists (select 1 from app.case_report o where o.region_id = h.region_id and o.report_id = h.report_id and o.file_id <> h.file_id)
      union select r.file_id from app.report r where r.region_id = ${region} and r.file_id = ${fileId}
      union select r.file_id from app.consultation k join app.report r on r.region_id = k.region_id and r.file_id = k.report_id where k.region_id = ${region} and k.file_id = ${fileId} and not ${APART} and not ${IN_CASE}),
    back (report) as (select report from held union select p.file_id from back b join app.report_part p on p.region_id = ${region} and p.report_id = b.report),
    under (root, report) as (
      select b.report, p.report_id from back b join app.report_part p on p.region_id = ${region} and p.file_id = b.report
      union select u.root, p.report_id from under u join app.report_part p on p.region_id = ${region} and p.file_id = u.report)
    select b.report, not exists (select 1 from held h where h.report = b.report) as original from back b where b.report <> ${fileId}
      and (exists (select 1 from held h where h.report = b.report) or not exists (
        select 1 from under u join app.report r on r.region_id = ${region} and r.file_id = u.report where u.root = b.report and not exists (select 1 from back g where g.report = u.report)))
    order by b.report`.execute(tx);
  return found.rows;
}

/** Those of these files in which something is unread or on its way: a report, a case that holds it, and a consultation that came as it. @param since only what came after this moment */
export async function listUnreadAmong(tx: Tx, region: RegionId, files: readonly FileId[], since: Instant | undefined): Promise<FileId[]> {
  const found = await sql<{ file_id: FileId }>`with told (file_id, report_id) as (
      select f, f from unnest(${[...files]}::uuid[]) f
      union select h.file_id, h.report_id from app.case_report h where h.region_id = ${region} and h.file_id = any (${[...files]}::uuid[])
      union select k.file_id, k.report_id from app.consultation k where k.region_id = ${region} and k.file_id = any (${[...files]}::uuid[]) and not exists (select 1 from app.case_report h where h.region_id = ${region} and h.report_id = k.report_id))
    select distinct t.file_id from told t where (exists (select 1 from app.report r where r.region_id = ${region} and r.file_id = t.report_id and r.seen_at is null)
      or exists (select 1 from app.report_envelope e where e.region_id = ${region} and e.report_id = t.report_id))
      and (${since ?? null}::timestamptz is null or exists (select 1 from app.report_ledger l where l.region_id = ${region} and l.report_id = t.report_id and l.received_at > ${since ?? null}))`.execute(tx);
  return found.rows.map((row) => row.file_id);
}

/** What somebody else has of a file: how many entries its journal had, of which files, and when. */
export type Copy = { readonly file_id: FileId; readonly entries: number; readonly files: readonly FileId[]; readonly at: Instant };

/** Whether the file's journal has more than that by now, or something came to one of its reports since. In clear, so that no file needs to be open. */
export async function hasOutgrown(tx: Tx, region: RegionId, { file_id: file, entries, files, at }: Copy): Promise<boolean> {
  const found = await sql`select 1 where exists (select 1 from app.case_file c where c.region_id = ${region} and c.file_id = ${file} and c.version > ${entries})
    or exists (select 1 from app.report r where r.region_id = ${region} and r.file_id = ${file} and r.version > ${entries})
    or exists (select 1 from app.consultation k where k.region_id = ${region} and k.file_id = ${file} and k.version > ${entries})
    or exists (select 1 from app.report_ledger l where l.region_id = ${region} and l.report_id = any (${[...files]}::uuid[]) and l.kind <> 'split' and l.received_at > ${at})`.execute(tx);
  return found.rows.length > 0;
}
