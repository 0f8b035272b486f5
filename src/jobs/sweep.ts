import type { Door } from '../kernel/door.ts';
import type { RegionId } from '../kernel/ids.ts';
import { addMs, DAY_MS } from '../kernel/time.ts';
import type { Storage } from '../kernel/storage.ts';
import { deleteKeptBefore, KEPT_FOR_MS } from '../staff/public.ts';
import { deleteSpentDrafts, listKnownObjects, listLost } from '../reports/public.ts';

/** A form's token is taken for seven days (kernel/sealing/form-token.ts), and servers' clocks differ: nothing can be sent with it after eight. */
const KEPT_MS = 8 * DAY_MS;

/** Who left a form, and when, is forgotten as soon as it protects nobody any more. */
export async function sweepSpentDrafts(door: Door, region: RegionId): Promise<void> {
  await door.unaudited(region, 'sweep', (ctx) => deleteSpentDrafts(ctx.tx, region, addMs(ctx.now, -KEPT_MS)));
}

/** What somebody had typed and not sent, and has not come back to in a week. */
export async function sweepKeptTexts(door: Door, region: RegionId): Promise<void> {
  await door.unaudited(region, 'sweep', (ctx) => deleteKeptBefore(ctx.tx, region, addMs(ctx.now, -KEPT_FOR_MS)));
}

const ROWLESS_MS = KEPT_MS;
const AT_ONCE = 500;

/**
 * Objects in the file store that nothing speaks of: an upload whose sender, or whose process, went away before it was written down. What
 * somebody was told is stored has its row in the same moment, also while its envelope cannot be opened. A database that was set back speaks of nothing that came since its backup: while a leader has not
 * settled what it lost, nothing is removed, so that a better backup still finds the files. The caller has had the log outside compared (jobs/tell-outside.ts).
 */
export async function sweepFiles(door: Door, storage: Storage, region: RegionId): Promise<number> {
  await storage.clearHalves(ROWLESS_MS);
  if (await door.unaudited(region, 'sweep', async (ctx) => (await listLost(ctx.tx, region, ctx.now)).length > 0)) return 0;
  const old = await storage.olderThan(region, ROWLESS_MS);
  let removed = 0;
  for (let at = 0; at < old.length; at += AT_ONCE) {
    const some = old.slice(at, at + AT_ONCE);
    const known = new Set(await door.unaudited(region, 'sweep', (ctx) => listKnownObjects(ctx.tx, region, some)));
    for (const object of some.filter((name) => !known.has(name))) {
      await storage.remove({ region, object });
      removed += 1;
    }
  }
  return removed;
}
