import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { RegionId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';

/** Accesses in an emergency, from one moment until before another. */
export async function countEmergency(tx: Tx, region: RegionId, from: Instant, until: Instant): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from app.case_emergency where region_id = ${region} and taken_at >= ${from} and taken_at < ${until}`.execute(tx);
  return found.rows[0]?.n ?? 0;
}

export type ReviewCounts = { readonly drawn: number; readonly reviewed: number };

/** Lines of the log that were drawn for review, from one moment until before another, and how many of them somebody has gone through. */
export async function countReviews(tx: Tx, region: RegionId, from: Instant, until: Instant): Promise<ReviewCounts> {
  const found = await sql<ReviewCounts>`select count(*)::int as drawn, count(reviewed_at)::int as reviewed from app.log_review where region_id = ${region} and drawn_at >= ${from} and drawn_at < ${until}`.execute(tx);
  return found.rows[0] ?? { drawn: 0, reviewed: 0 };
}
