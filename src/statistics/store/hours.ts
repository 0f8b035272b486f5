import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { MunicipalityId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';

export type HoursRow = { readonly municipality_id: MunicipalityId; readonly month: string; readonly version: number; /** null: taken away again */ readonly hours: number | null; readonly entered_by: UserId; readonly entered_at: Instant };

/** Each month as it was written last. @param from, through months (`YYYY-MM`), both included */
export async function listHours(tx: Tx, region: RegionId, from: string, through: string): Promise<HoursRow[]> {
  const found = await sql<HoursRow>`select distinct on (municipality_id, month) municipality_id, month, version, hours, entered_by, entered_at from app.municipality_hours
    where region_id = ${region} and month between ${from} and ${through} order by municipality_id, month, version desc`.execute(tx);
  return found.rows;
}

/** Every version of one municipality, month by month, the newest first. */
export async function listHoursVersions(tx: Tx, region: RegionId, municipality: MunicipalityId, from: string, through: string): Promise<Pick<HoursRow, 'month' | 'version' | 'hours'>[]> {
  return tx.selectFrom('app.municipality_hours').select(['month', 'version', 'hours']).where('region_id', '=', region).where('municipality_id', '=', municipality)
    .where('month', '>=', from).where('month', '<=', through).orderBy('month').orderBy('version', 'desc').execute();
}

/** Answers whether nobody else had written this version. */
export async function insertHours(tx: Tx, region: RegionId, row: HoursRow): Promise<boolean> {
  const added = await tx.insertInto('app.municipality_hours').values({ region_id: region, ...row }).onConflict((c) => c.doNothing()).executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}
