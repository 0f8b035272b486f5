import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { MunicipalityId, RegionId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';

export type BreachRow = {
  readonly breach_id: string; readonly version: number; readonly discovered_at: Instant; readonly settled: boolean; readonly written_by: UserId; readonly written_at: Instant; readonly sealed: Buffer;
  /** whose it is; none: all of the region */
  readonly municipalities: MunicipalityId[];
};

const COLUMNS = ['breach_id', 'version', 'discovered_at', 'settled', 'written_by', 'written_at', 'sealed', 'municipalities'] as const;

/** Every saving of one, the newest first. */
export async function listVersions(tx: Tx, region: RegionId, breachId: string): Promise<BreachRow[]> {
  return tx.selectFrom('app.breach').select(COLUMNS).where('region_id', '=', region).where('breach_id', '=', breachId).orderBy('version', 'desc').execute();
}

/** Every saving of those of these that are breaches. */
export async function listVersionsAmong(tx: Tx, region: RegionId, ids: readonly string[]): Promise<BreachRow[]> {
  return ids.length === 0 ? [] : tx.selectFrom('app.breach').select(COLUMNS).where('region_id', '=', region).where('breach_id', 'in', [...ids]).execute();
}

/** Every saving of every one, each one's newest first. */
export async function listAllVersions(tx: Tx, region: RegionId): Promise<BreachRow[]> {
  return tx.selectFrom('app.breach').select(COLUMNS).where('region_id', '=', region).orderBy('breach_id').orderBy('version', 'desc').execute();
}

/** Each as it was saved last: those that are not settled first, and then the newest. */
export async function listBreaches(tx: Tx, region: RegionId): Promise<BreachRow[]> {
  const found = await sql<BreachRow>`
    select b.breach_id, b.version, b.discovered_at, b.settled, b.written_by, b.written_at, b.sealed, b.municipalities from (
      select distinct on (breach_id) breach_id, version, discovered_at, settled, written_by, written_at, sealed, municipalities from app.breach
      where region_id = ${region} order by breach_id, version desc) b
    order by b.settled, b.discovered_at desc, b.breach_id`.execute(tx);
  return found.rows;
}

/** Answers whether nobody else had saved this version. */
export async function insertVersion(tx: Tx, region: RegionId, row: BreachRow): Promise<boolean> {
  const added = await tx.insertInto('app.breach').values({ region_id: region, ...row }).onConflict((c) => c.doNothing()).executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}
