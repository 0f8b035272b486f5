import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId, UserId } from '../../kernel/ids.ts';

/** Whose these reports are while a case that holds them has a strictly confidential address; undefined: it has not. */
export async function saveNamed(tx: Tx, region: RegionId, caseId: FileId, reports: readonly FileId[], named: readonly UserId[] | undefined): Promise<void> {
  await tx.deleteFrom('app.report_named').where('region_id', '=', region).where('case_id', '=', caseId).execute();
  if (named === undefined || reports.length === 0) return;
  await tx.insertInto('app.report_named').values(reports.map((report) => ({ region_id: region, report_id: report, case_id: caseId, named: [...named] }))).execute();
}

/** Whose each of these reports is, of those that a case with a strictly confidential address holds: a line of each such case. */
export async function listNamed(tx: Tx, region: RegionId, reports: readonly FileId[]): Promise<{ readonly report_id: FileId; readonly named: UserId[] }[]> {
  if (reports.length === 0) return [];
  return tx.selectFrom('app.report_named').select(['report_id', 'named']).where('region_id', '=', region).where('report_id', 'in', [...reports]).execute();
}

/** Over `r`, a line of app.report: somebody else has it. */
export function isShut(user: UserId) {
  return sql<boolean>`exists (select 1 from app.report_named n where n.region_id = r.region_id and n.report_id = r.file_id and not (${user} = any (n.named)))`;
}
