import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { RegionId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { ToldMonth } from '../as-told.ts';

/** The first one first. */
export async function listMonths(tx: Tx, region: RegionId): Promise<ToldMonth[]> {
  return tx.selectFrom('stats.standing_month').select(['month', 'cases']).where('region_id', '=', region).orderBy('month').execute();
}

/** A month that stands already stays as it is. */
export async function insertMonths(tx: Tx, region: RegionId, months: readonly ToldMonth[], at: Instant): Promise<void> {
  await tx.insertInto('stats.standing_month').values(months.map((one) => ({ region_id: region, ...one, counted_at: at }))).onConflict((c) => c.doNothing()).execute();
}

/** The months in which there are cases by now. @param through the last one that counts */
export async function countMonths(tx: Tx, region: RegionId, through: string): Promise<ToldMonth[]> {
  const found = await sql<ToldMonth>`select opened_month as month, count(*)::int as cases from stats.case_fact
    where region_id = ${region} and opened_month <= ${through} group by 1 order by 1`.execute(tx);
  return found.rows;
}
