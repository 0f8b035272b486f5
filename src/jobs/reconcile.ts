import { sql } from 'kysely';
import type { Door } from '../kernel/door.ts';
import type { RegionId } from '../kernel/ids.ts';
import { addMs, SECOND } from '../kernel/time.ts';
import { renewPublishedKeys } from '../regions/public.ts';
import { listUnopened } from '../reports/public.ts';

const PATIENCE_MS = 20 * SECOND;

/** Asks again for what should have been opened by now: a job that got lost must never mean a report that did. */
export async function reconcile(door: Door, region: RegionId): Promise<void> {
  await door.unaudited(region, 'reconcile', async (ctx) => {
    const late = (await listUnopened(ctx.tx, region)).filter((row) => row.received_at < addMs(ctx.now, -PATIENCE_MS) || row.received_at > ctx.now);
    for (const row of late) await sql`select queue.enqueue(${region}, 'open_envelope', ${row.envelope_id}, 'epoch')`.execute(ctx.tx);
  });
  await renewPublishedKeys(door, region);
}
