import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Day, Instant } from '../../kernel/time.ts';

/** What one person did with these files on one day in Oslo; `total`: how many such lines there are. */
export type LookedRow = {
  readonly actor: UserId; readonly day: Day; readonly first: Instant; readonly last: Instant;
  readonly what: readonly (readonly [useCase: string, outcome: string])[]; readonly total: number;
};

/**
 * The audit log of some files by person and day, newest first. What the system did by itself shows nobody anything and is left out,
 * and so is a «no» of the rules to somebody who was let in: the page they then saw has a row of its own.
 */
export async function listLooked(tx: Tx, region: RegionId, files: readonly FileId[], without: readonly string[], limit: number, offset: number): Promise<LookedRow[]> {
  const found = await sql<LookedRow>`
    select e.actor, (e.at at time zone 'Europe/Oslo')::date as day, min(e.at) as first, max(e.at) as last,
      jsonb_agg(distinct jsonb_build_array(e.use_case, e.outcome)) as what, count(*) over () as total
    from kernel.audit_event e
    where e.region_id = ${region} and e.files && ${[...files]}::uuid[] and e.actor not like 'system:%' and e.use_case <> all (${[...without]}::text[])
      and (e.outcome like 'done:%' or e.outcome like 'denied:%')
    group by e.actor, day order by day desc, last desc, e.actor limit ${limit} offset ${offset}`.execute(tx);
  return found.rows;
}

/** What the log of a case is about: the case, the reports it holds, and the cases that became part of it, directly or by way of another. Of one that ended in another, itself. */
export async function filesOfLog(tx: Tx, region: RegionId, fileId: FileId): Promise<FileId[]> {
  const found = await sql<{ file_id: FileId }>`
    select ${fileId}::uuid as file_id
    union select o.report_id from app.case_report o where o.region_id = ${region} and o.file_id = ${fileId}
    union select t.file_id from app.case_file c join app.case_report o on o.region_id = c.region_id and o.file_id = c.file_id join app.case_report m on m.region_id = o.region_id and m.report_id = o.report_id
      join app.case_file t on t.region_id = m.region_id and t.file_id = m.file_id and t.status = 'SAMMENSLATT'
      where c.region_id = ${region} and c.file_id = ${fileId} and c.status <> 'SAMMENSLATT'`.execute(tx);
  return found.rows.map(({ file_id }) => file_id);
}

/** How often somebody did this, from one moment to another; a «no» does not count. Whoever asks twice at once waits for themselves. */
export async function countDone(tx: Tx, region: RegionId, userId: UserId, useCase: string, from: Instant, to: Instant): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${useCase} ${region} ${userId}`}, 0))`.execute(tx);
  const found = await sql<{ n: number }>`select count(*)::int as n from kernel.audit_event
    where region_id = ${region} and actor = ${userId} and use_case = ${useCase} and outcome like 'done:%' and at >= ${from} and at < ${to}`.execute(tx);
  return found.rows[0]?.n ?? 0;
}

/** The case with this reference, or that holds the report with it: of those that hold it, the one that goes on before what was merged into it. */
export async function findByReference(tx: Tx, region: RegionId, reference: string): Promise<FileId | undefined> {
  const found = await sql<{ file_id: FileId }>`
    select c.file_id from app.case_file c where c.region_id = ${region} and (c.reference = ${reference} or c.file_id in (
      select r.file_id from app.case_report r join app.report p on p.region_id = r.region_id and p.file_id = r.report_id
      where r.region_id = ${region} and p.reference = ${reference}))
    order by c.reference = ${reference} desc, c.status = 'SAMMENSLATT', c.file_id limit 1`.execute(tx);
  return found.rows[0]?.file_id;
}
