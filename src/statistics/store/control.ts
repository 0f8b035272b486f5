import type { Tx } from '../../kernel/database/connect.ts';
import type { RegionId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { ControlCells } from '../control.ts';

/** `numbers` as they were stored. */
export type StandingControl = { readonly year: number; readonly numbers: unknown };

/** What readers have seen, or may see from now on, of each year. */
export async function listStandingControl(tx: Tx, region: RegionId): Promise<StandingControl[]> {
  return tx.selectFrom('stats.standing_control').select(['year', 'numbers']).where('region_id', '=', region).orderBy('year').execute();
}

/** A year that stands already stays as it is. */
export async function insertStandingControl(tx: Tx, region: RegionId, year: number, numbers: ControlCells, at: Instant): Promise<void> {
  await tx.insertInto('stats.standing_control').values({ region_id: region, year, numbers: JSON.stringify(numbers), counted_at: at }).onConflict((c) => c.doNothing()).execute();
}
