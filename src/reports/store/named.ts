import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId, UserId } from '../../kernel/ids.ts';

/** These reports and those they were divided from, in which the same story stands whole. One way only: the others that such a report became are about somebody else (decision 0027). */
export async function withOriginals(tx: Tx, region: RegionId, reports: readonly FileId[]): Promise<FileId[]> {
  const rows = await sql<{ report: FileId }>`with recursive back (report) as (
    select f from unnest(${[...reports]}::uuid[]) f union select p.file_id from back b join app.report_part p on p.region_id = ${region} and p.report_id = b.report) select report from back`.execute(tx);
  return rows.rows.map(({ report }) => report);
}

/** Exactly these are what a report was divided into, as its journal has them. */
export async function saveParts(tx: Tx, region: RegionId, fileId: FileId, parts: readonly FileId[]): Promise<void> {
  await tx.deleteFrom('app.report_part').where('region_id', '=', region).where('file_id', '=', fileId).execute();
  if (parts.length > 0) await tx.insertInto('app.report_part').values(parts.map((part) => ({ region_id: region, file_id: fileId, report_id: part }))).execute();
}

/** Whose these reports are, and what they were divided from, while a case that holds them has a strictly confidential address; undefined: it has not. */
export async function saveNamed(tx: Tx, region: RegionId, caseId: FileId, reports: readonly FileId[], named: readonly UserId[] | undefined): Promise<void> {
  await tx.deleteFrom('app.report_named').where('region_id', '=', region).where('case_id', '=', caseId).execute();
  if (named === undefined || reports.length === 0) return;
  const all = await withOriginals(tx, region, reports);
  await tx.insertInto('app.report_named').values(all.map((report) => ({ region_id: region, report_id: report, case_id: caseId, named: [...named] }))).execute();
}

/** Whose each of these reports is, of those that a case with a strictly confidential address holds: a line of each such case. The same statement whether there are any. */
export async function listNamed(tx: Tx, region: RegionId, reports: readonly FileId[]): Promise<{ readonly report_id: FileId; readonly named: UserId[] }[]> {
  return tx.selectFrom('app.report_named').select(['report_id', 'named']).where('region_id', '=', region).where(sql<boolean>`report_id = any(${[...reports]}::uuid[])`).execute();
}

/** Over `r`, a line of app.report: somebody else has it. */
export function isShut(user: UserId) {
  return sql<boolean>`exists (select 1 from app.report_named n where n.region_id = r.region_id and n.report_id = r.file_id and not (${user} = any (n.named)))`;
}

/** Those of these files, reports or not, that whoever asks is left out of, or that a case with a strictly confidential address holds which is not theirs. */
export async function listClosedTo(tx: Tx, region: RegionId, files: readonly FileId[], { userId, token }: { readonly userId: UserId; readonly token: Buffer }): Promise<FileId[]> {
  const rows = await sql<{ file: FileId }>`select r.file_id as file from (select ${region}::uuid as region_id, f as file_id from unnest(${[...files]}::uuid[]) f) r
    where ${isShut(userId)} or exists (select 1 from kernel.file_exclusion x where x.region_id = r.region_id and x.file_id = r.file_id and x.token = ${token})`.execute(tx);
  return rows.rows.map(({ file }) => file);
}

/** Over `r`: a case with a strictly confidential address holds it, or a part of it. */
export const IS_STRICT = sql<boolean>`exists (select 1 from app.report_named n where n.region_id = r.region_id and n.report_id = r.file_id)`;
