import type { Tx } from '../../kernel/database/connect.ts';
import type { RegionId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { BasisCell } from '../disclosures.ts';

/** `bases` as it was stored. */
export type StandingDisclosures = { readonly year: number; readonly bases: unknown };

/** What readers have seen, or may see from now on, of each year. */
export async function listStandingDisclosures(tx: Tx, region: RegionId): Promise<StandingDisclosures[]> {
  return tx.selectFrom('stats.standing_disclosures').select(['year', 'bases']).where('region_id', '=', region).orderBy('year').execute();
}

/** A year that stands already stays as it is. */
export async function insertStandingDisclosures(tx: Tx, region: RegionId, year: number, bases: readonly BasisCell[], at: Instant): Promise<void> {
  await tx.insertInto('stats.standing_disclosures').values({ region_id: region, year, bases: JSON.stringify(bases), counted_at: at }).onConflict((c) => c.doNothing()).execute();
}
