import { sql } from 'kysely';
import { writeAudit } from './kernel/audit/write.ts';
import type { Context } from './kernel/context.ts';
import type { Tx } from './kernel/database/connect.ts';
import type { Afterwards } from './kernel/database/migrate.ts';
import { systemChance, type RegionId } from './kernel/ids.ts';
import { inEachRegion, keysFor } from './kernel/keyring.ts';
import type { RegionKeys } from './kernel/sealing/region-keys.ts';
import { StartProblem } from './kernel/start-problem.ts';
import { addMs, MINUTE, type Clock } from './kernel/time.ts';
import { vouchForOldReserve } from './regions/commands/reserve.ts';
import { vouchForOldRegister } from './staff/vouched.ts';

const USE_CASE = 'staff.vouch_for_old_rows';

/** What the steps of the database need of the keys. A database without regions has nothing that was sealed, and may have no keys yet. */
export function afterwards(keysDir: string, clock: Clock): Afterwards {
  return { '0008_staff.sql': (tx) => vouchForOldRows(tx, keysDir, clock) };
}

/**
 * Gives each row of the register its MAC, in the transaction that made the column for it; never later, or whoever writes to the
 * database need only wait for the next start (decision 0012; test: database/staff-migration).
 */
async function vouchForOldRows(tx: Tx, keysDir: string, clock: Clock): Promise<void> {
  const region = await tx.selectFrom('kernel.region_register').select('region_id').limit(1).executeTakeFirst();
  if (region === undefined) return;
  const { provider } = await keysFor(tx, keysDir);
  await inEachRegion(tx, provider, async (regionId, keys) => {
    const ctx = contextOf(tx, regionId, keys, clock);
    const before = await sql`select 1 from kernel.audit_event where region_id = ${regionId} and use_case = ${USE_CASE} limit 1`.execute(tx);
    if (before.rows.length > 0) throw new StartProblem('Ansattregisteret i databasen er gått god for før. Noen har satt databasen tilbake for hånd. Kjør npm run audit:verify.');
    const first = await tx.selectFrom('app.report').select('registered_at').where('region_id', '=', regionId).orderBy('registered_at').limit(1).executeTakeFirst();
    // Whoever stood in the register when the first report arrived was compared with each of them.
    await vouchForOldRegister(ctx, ({ invited_at: invited }) => first === undefined || addMs(invited, MINUTE) < first.registered_at);
    await vouchForOldReserve(ctx);
    await writeAudit(ctx, USE_CASE, 'done:migrate');
  });
}

function contextOf(tx: Tx, regionId: RegionId, keys: RegionKeys, clock: Clock): Context {
  const never = (): never => {
    throw new Error('a migration signs nothing and invites nobody');
  };
  return {
    tx, regionId, keys, actor: { kind: 'system', regionId, task: 'migrate' }, now: clock(), chance: systemChance, sign: never, identityLookup: never, followers: [],
    shows: false, touched: new Map(), records: new Map(),
  };
}
