import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, RegionId } from '../../kernel/ids.ts';
import { deadlines } from '../clocks.ts';
import type { AccessRow, CaseProjection } from '../projection.ts';

/** The line of a case by column; the clocks are not yet text. */
export function caseColumns(line: CaseProjection, version: number) {
  return {
    reference: line.reference, status: line.status, case_type: line.caseType ?? null, provisional: line.provisional, akutt: line.akutt,
    owner_municipality_id: line.owner ?? null, lead_user_id: line.lead ?? null, deputy_user_id: line.deputy?.userId ?? null, deputy_from: line.deputy?.from ?? null, deputy_until: line.deputy?.until ?? null, in_reception: line.inReception,
    awaits: line.awaits?.kind ?? null, awaits_by: line.awaits?.by ?? null, awaits_by_coordinator: line.awaits?.byCoordinator ?? false, awaits_asked: line.awaits?.asked ?? null, awaits_asked_at: line.awaits?.askedAt ?? null, besides_by: line.besides?.by ?? null, besides_asked: line.besides?.asked ?? null, besides_asked_at: line.besides?.askedAt ?? null, report_unread: line.reportUnread, voided_by: line.voidedBy ?? null, named_only: line.namedOnly === undefined ? null : [...line.namedOnly], meeting_asked_at: line.meetingAskedAt ?? null,
    received_at: line.receivedAt, opened_at: line.openedAt, updated_at: line.updatedAt, closed_at: line.closedAt ?? null, access_ends_at: line.accessEndsAt ?? null,
    restricted: line.restricted, retention: line.retention ?? null, night_card: line.nightCard, clocks: line.clocks, next_due_at: deadlines(line.clocks)[0]?.due ?? null, version,
  };
}

/** Writes the line of a case as its journal now has it. `made`: by which entry, and by which of the region's clocks. Answers whether it is new. */
export async function saveCase(tx: Tx, region: RegionId, fileId: FileId, line: CaseProjection, made: { readonly version: number; readonly clocks: number }): Promise<boolean> {
  const values = { ...caseColumns(line, made.version), clocks: JSON.stringify(line.clocks), clocks_version: made.clocks };
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
    insert into app.case_access (region_id, file_id, user_id, impartial, granted_until, supervision_since)
    select ${region}, ${fileId}, u.user_id, u.impartial, u.granted_until, u.supervision_since
    from unnest(${users}::uuid[], ${rows.map((row) => row.impartial)}::boolean[], ${rows.map((row) => row.grantedUntil ?? null)}::timestamptz[], ${rows.map((row) => row.supervisionSince ?? null)}::timestamptz[]) as u (user_id, impartial, granted_until, supervision_since)
    on conflict (region_id, file_id, user_id) do update set impartial = excluded.impartial, granted_until = excluded.granted_until, supervision_since = excluded.supervision_since
    where (case_access.impartial, case_access.granted_until, case_access.supervision_since) is distinct from (excluded.impartial, excluded.granted_until, excluded.supervision_since)`.execute(tx);
}

/** Those that the case holds; the ones that were known stay as they are. */
export async function insertReports(tx: Tx, region: RegionId, fileId: FileId, reports: readonly FileId[]): Promise<void> {
  await tx.insertInto('app.case_report').values(reports.map((report) => ({ region_id: region, file_id: fileId, report_id: report })))
    .onConflict((c) => c.doNothing()).execute();
}

export async function insertAlias(tx: Tx, region: RegionId, fileId: FileId, sealed: Buffer): Promise<void> {
  await tx.insertInto('app.case_alias').values({ region_id: region, file_id: fileId, sealed }).execute();
}

/** Which reports a case was made of: these and no others. Only for writing again what somebody changed. */
export async function replaceReports(tx: Tx, region: RegionId, fileId: FileId, reports: readonly FileId[]): Promise<void> {
  await tx.deleteFrom('app.case_report').where('region_id', '=', region).where('file_id', '=', fileId).execute();
  if (reports.length > 0) await insertReports(tx, region, fileId, reports);
}

/** What a list calls the person by now. @param sealed undefined: nothing */
export async function replaceAlias(tx: Tx, region: RegionId, fileId: FileId, sealed: Buffer | undefined): Promise<void> {
  if (sealed === undefined) {
    await tx.deleteFrom('app.case_alias').where('region_id', '=', region).where('file_id', '=', fileId).execute();
    return;
  }
  await tx.insertInto('app.case_alias').values({ region_id: region, file_id: fileId, sealed })
    .onConflict((c) => c.columns(['region_id', 'file_id']).doUpdateSet({ sealed })).execute();
}
