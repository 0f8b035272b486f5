import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { RegionId, UserId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';

/** When each of these signed in last, as the audit log has it (staff/sign-in/register.ts); whoever never did is not among them. */
export async function lastSignIns(tx: Tx, region: RegionId, people: readonly UserId[]): Promise<ReadonlyMap<UserId, Instant>> {
  const found = await sql<{ user_id: UserId; at: Instant }>`select u.id as user_id, last.at
    from unnest(${people}::uuid[]) u(id)
    cross join lateral (select e.at from kernel.audit_event e
      where e.region_id = ${region} and e.actor = 'system:sign_in:' || u.id and e.use_case = 'sign_in.signed-in' order by e.at desc limit 1) last`.execute(tx);
  return new Map(found.rows.map((row) => [row.user_id, row.at]));
}
