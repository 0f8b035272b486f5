import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { RegionId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';

export type ControlCounts = { readonly emergencies: number; readonly emergenciesReviewed: number; readonly drawn: number; readonly reviewed: number };

/** Accesses in an emergency and lines of the log that were drawn for review, from one moment until before another, and how many of them somebody has gone through. */
export async function countControl(tx: Tx, region: RegionId, from: Instant, until: Instant): Promise<ControlCounts> {
  const found = await sql<ControlCounts>`
    select e.emergencies, e."emergenciesReviewed", l.drawn, l.reviewed
    from (select count(*)::int as emergencies, count(reviewed_at)::int as "emergenciesReviewed" from app.case_emergency where region_id = ${region} and taken_at >= ${from} and taken_at < ${until}) e,
      (select count(*)::int as drawn, count(reviewed_at)::int as reviewed from app.log_review where region_id = ${region} and drawn_at >= ${from} and drawn_at < ${until}) l`.execute(tx);
  return found.rows[0] ?? { emergencies: 0, emergenciesReviewed: 0, drawn: 0, reviewed: 0 };
}
