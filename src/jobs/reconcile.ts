import { sql } from 'kysely';
import { listDueAnswers, renewRegionClocks } from '../cases/public.ts';
import type { Door } from '../kernel/door.ts';
import type { RegionId } from '../kernel/ids.ts';
import { intakeKeyMark } from '../kernel/intake-keys.ts';
import { addMs, HOUR, SECOND } from '../kernel/time.ts';
import { renewPublishedKeys } from '../regions/public.ts';
import { enqueueCheck, enqueueFiles, listDueEnvelopes, listDueFiles, listDueFollows } from '../reports/public.ts';
import { askForLostComparisons } from '../staff/public.ts';

const PATIENCE_MS = 20 * SECOND;

/**
 * Asks again for what should have been opened by now: a job that got lost must never mean a report that did. What could not
 * be opened is asked for when its time has come, and at once when this process is new or the region's keys have changed.
 */
export function reconciliation(door: Door): (region: RegionId) => Promise<void> {
  const triedWith = new Map<RegionId, string>();
  return async (region) => {
    await door.unaudited(region, 'reconcile', async (ctx) => {
      const keys = await intakeKeyMark(ctx);
      const all = triedWith.get(region) !== keys;
      const due = await listDueEnvelopes(ctx.tx, region, { late: addMs(ctx.now, -PATIENCE_MS), now: ctx.now, latest: addMs(ctx.now, HOUR), all });
      const answers = await listDueAnswers(ctx.tx, region, { late: addMs(ctx.now, -PATIENCE_MS), now: ctx.now, all });
      for (const envelope of [...due, ...answers]) await sql`select queue.enqueue(${region}, 'open_envelope', ${envelope}, 'epoch')`.execute(ctx.tx);
      for (const object of await listDueFiles(ctx.tx, region, { late: addMs(ctx.now, -PATIENCE_MS), now: ctx.now, latest: addMs(ctx.now, HOUR) })) await enqueueCheck(ctx.tx, region, object);
      await enqueueFiles(ctx.tx, region, await listDueFollows(ctx.tx, region, { late: addMs(ctx.now, -PATIENCE_MS), now: ctx.now }));
      return keys;
    }).then((keys) => triedWith.set(region, keys));
    await door.unaudited(region, 'reconcile', askForLostComparisons);
    await renewPublishedKeys(door, region);
    await renewRegionClocks(door, region);
  };
}
