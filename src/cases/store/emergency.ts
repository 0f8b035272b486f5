import type { Tx } from '../../kernel/database/connect.ts';
import type { FileId, MunicipalityId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { EmergencyRow } from '../emergency.ts';

export type TakenRow = { readonly file_id: FileId; readonly emergency_id: string; readonly user_id: UserId; readonly taken_at: Instant; readonly until: Instant; readonly reviewed_by: UserId | null; readonly reviewed_at: Instant | null };

/** A row of app.case_emergency by column, without its file. */
export function emergencyColumns({ emergencyId, userId, takenAt, until, reviewedBy, reviewedAt }: EmergencyRow) {
  return { emergency_id: emergencyId, user_id: userId, taken_at: takenAt, until, reviewed_by: reviewedBy ?? null, reviewed_at: reviewedAt ?? null };
}

/** Who opened a case in an emergency: these and no others. Most cases have none, and then one statement says so. */
export async function saveEmergencies(tx: Tx, region: RegionId, fileId: FileId, rows: readonly EmergencyRow[]): Promise<void> {
  const gone = tx.deleteFrom('app.case_emergency').where('region_id', '=', region).where('file_id', '=', fileId);
  await (rows.length === 0 ? gone : gone.where('emergency_id', 'not in', rows.map((row) => row.emergencyId))).execute();
  for (const row of rows) {
    const { emergency_id: emergencyId, ...values } = emergencyColumns(row);
    await tx.insertInto('app.case_emergency').values({ region_id: region, file_id: fileId, emergency_id: emergencyId, ...values })
      .onConflict((c) => c.columns(['region_id', 'file_id', 'emergency_id']).doUpdateSet(values)).execute();
  }
}

/** Those that nobody has gone through, the oldest first, some hundreds at most; then those that were taken since. */
export async function listEmergencies(tx: Tx, region: RegionId, since: Instant, limit: number): Promise<TakenRow[]> {
  return tx.selectFrom('app.case_emergency').select(['file_id', 'emergency_id', 'user_id', 'taken_at', 'until', 'reviewed_by', 'reviewed_at']).where('region_id', '=', region)
    .where((e) => e.or([e('reviewed_at', 'is', null), e('taken_at', '>=', since)])).orderBy('reviewed_at', (o) => o.desc().nullsFirst()).orderBy('taken_at').limit(limit).execute();
}

/** Those that nobody has gone through, with whose case it is; `named_only`: whose it is while the address is strictly confidential. */
export async function listUnreviewed(tx: Tx, region: RegionId, limit: number): Promise<(Pick<TakenRow, 'file_id' | 'user_id' | 'taken_at'> & { readonly owner_municipality_id: MunicipalityId | null; readonly named_only: UserId[] | null })[]> {
  return tx.selectFrom('app.case_emergency as e').innerJoin('app.case_file as c', (join) => join.onRef('c.region_id', '=', 'e.region_id').onRef('c.file_id', '=', 'e.file_id'))
    .select(['e.file_id', 'e.user_id', 'e.taken_at', 'c.owner_municipality_id', 'c.named_only']).where('e.region_id', '=', region).where('e.reviewed_at', 'is', null).orderBy('e.taken_at').limit(limit).execute();
}
