import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId } from '../../kernel/ids.ts';
import type { AccessRow, CaseProjection } from '../projection.ts';

/** Writes the line of a case as its journal now has it. Answers whether it is new. */
export async function saveCase(tx: Tx, region: RegionId, fileId: FileId, line: CaseProjection, version: number): Promise<boolean> {
  const values = {
    reference: line.reference, status: line.status, case_type: line.caseType ?? null, provisional: line.provisional, akutt: line.akutt,
    owner_municipality_id: line.owner ?? null, lead_user_id: line.lead ?? null, in_reception: line.inReception,
    awaits: line.awaits?.kind ?? null, awaits_by: line.awaits?.by ?? null, awaits_by_coordinator: line.awaits?.byCoordinator ?? false,
    received_at: line.receivedAt, opened_at: line.openedAt, updated_at: line.updatedAt, closed_at: line.closedAt ?? null, access_ends_at: line.accessEndsAt ?? null,
    clocks: JSON.stringify(line.clocks), next_due_at: line.clocks[0]?.due ?? null, version,
  };
  const row = await tx.insertInto('app.case_file').values({ region_id: region, file_id: fileId, ...values })
    .onConflict((c) => c.columns(['region_id', 'file_id']).doUpdateSet(values))
    .returning(sql<boolean>`xmax = 0`.as('is_new')).executeTakeFirstOrThrow();
  return row.is_new;
}

/** Who has answered the question, and who was let in: these people and nobody else. */
export async function saveAccess(tx: Tx, region: RegionId, fileId: FileId, rows: readonly AccessRow[]): Promise<void> {
  const users = rows.map((row) => row.userId);
  await sql`with gone as (
      delete from app.case_access where region_id = ${region} and file_id = ${fileId} and user_id <> all (${users}::uuid[]))
    insert into app.case_access (region_id, file_id, user_id, impartial, granted_until)
    select ${region}, ${fileId}, u.user_id, u.impartial, u.granted_until
    from unnest(${users}::uuid[], ${rows.map((row) => row.impartial)}::boolean[], ${rows.map((row) => row.grantedUntil ?? null)}::timestamptz[]) as u (user_id, impartial, granted_until)
    on conflict (region_id, file_id, user_id) do update set impartial = excluded.impartial, granted_until = excluded.granted_until
    where (case_access.impartial, case_access.granted_until) is distinct from (excluded.impartial, excluded.granted_until)`.execute(tx);
}

export async function insertReports(tx: Tx, region: RegionId, fileId: FileId, reports: readonly FileId[]): Promise<void> {
  await tx.insertInto('app.case_report').values(reports.map((report) => ({ region_id: region, file_id: fileId, report_id: report }))).execute();
}

export async function insertAlias(tx: Tx, region: RegionId, fileId: FileId, sealed: Buffer): Promise<void> {
  await tx.insertInto('app.case_alias').values({ region_id: region, file_id: fileId, sealed }).execute();
}
