import type { Tx } from '../../kernel/database/connect.ts';
import type { RegionId } from '../../kernel/ids.ts';
import type { RanOut } from '../overdue.ts';
import type { Months } from '../store.ts';

/** Once for each clock and month. */
export async function keepOverdue(tx: Tx, region: RegionId, factId: Buffer, { clock, month }: RanOut): Promise<void> {
  await tx.insertInto('stats.overdue_fact').values({ region_id: region, fact_id: factId, clock, month }).onConflict((c) => c.doNothing()).execute();
}

export async function forgetOverdue(tx: Tx, region: RegionId, factId: Buffer): Promise<void> {
  await tx.deleteFrom('stats.overdue_fact').where('region_id', '=', region).where('fact_id', '=', factId).execute();
}

/** What ran out in these months and has ended since. */
export async function listOverdue(tx: Tx, region: RegionId, { from, through }: Months): Promise<readonly (RanOut & { readonly fact_id: Buffer })[]> {
  return tx.selectFrom('stats.overdue_fact').select(['fact_id', 'clock', 'month']).where('region_id', '=', region).where('month', '>=', from).where('month', '<=', through).execute() as Promise<readonly (RanOut & { readonly fact_id: Buffer })[]>; // keepOverdue alone writes rows
}

/** Which of these cases are counted at all. */
export async function countedAmong(tx: Tx, region: RegionId, factIds: readonly Buffer[]): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('stats.case_fact').select('fact_id').where('region_id', '=', region).where('fact_id', '=', (e) => e.fn.any(e.val([...factIds]))).execute();
  return new Set(rows.map((row) => row.fact_id.toString('hex')));
}
