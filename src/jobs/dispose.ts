import type { Context } from '../kernel/context.ts';
import type { Door } from '../kernel/door.ts';
import type { RegionId } from '../kernel/ids.ts';
import { listStanding } from '../kernel/journal/store.ts';
import { addMs, MINUTE, type Instant } from '../kernel/time.ts';
import { carryOutDisposal, disposeAgain, isOurs, listTakenBack, listUndone, lockDisposals, stillDisposable, type Disposal } from '../privacy/public.ts';
import { appendDisposed, appendTakenBack, readDisposed } from './disposal-log.ts';
import { JobRefused } from './refused.ts';

const COMPARE_EVERY_MS = 10 * MINUTE;

/** What the list beside the database says was disposed of, and the database has again: it was put back from a backup. Changes nothing. */
export async function compareDisposed(ctx: Context, dir: string): Promise<{ readonly returned: readonly Disposal[]; readonly broken: readonly string[] }> {
  const { lines, broken } = readDisposed(dir, ctx.keys.audit, ctx.regionId);
  const standing = new Set(await listStanding(ctx.tx, ctx.regionId, lines.flatMap((line) => line.files)));
  const takenBack = new Set((await listTakenBack(ctx.tx, ctx.regionId)).filter((row) => isOurs(ctx, row)).map((row) => row.disposal_id));
  return { returned: lines.filter((line) => line.files.some((file) => standing.has(file)) && !takenBack.has(line.disposal_id)), broken };
}

/**
 * The worker's round: carries out what two people decided, each written to the list beside the database first; and, when the worker is new
 * and every ten minutes, disposes again of what came back with a restored database. Cut off anywhere, the next round goes on.
 */
export function disposing(door: Door, dir: string): (region: RegionId) => Promise<void> {
  const compared = new Map<RegionId, Instant>();
  return async (region) => {
    const actor = { kind: 'system', regionId: region, task: 'dispose' } as const;
    const decided = await door.unaudited(region, 'dispose', async (ctx) => {
      // what is being held now is not told to the list beside the database as gone
      await lockDisposals(ctx.tx, region);
      const rows = (await listUndone(ctx.tx, region)).filter((row) => isOurs(ctx, row));
      appendDisposed(dir, ctx.keys.audit, region, await stillDisposable(ctx, rows));
      return rows.map((row) => row.disposal_id);
    });
    for (const disposalId of decided) {
      const outcome = await door.enter(carryOutDisposal, actor, { disposalId });
      if (!outcome.ok) throw new JobRefused(outcome.code);
    }
    await door.unaudited(region, 'dispose', async (ctx) => {
      await lockDisposals(ctx.tx, region);
      appendTakenBack(dir, ctx.keys.audit, region, (await listTakenBack(ctx.tx, region)).filter((row) => isOurs(ctx, row)).map((row) => row.disposal_id));
    });
    const returned = await door.unaudited(region, 'compare_disposed', async (ctx) => {
      const last = compared.get(region);
      if (last !== undefined && last <= ctx.now && addMs(last, COMPARE_EVERY_MS) > ctx.now) return [];
      const found = (await compareDisposed(ctx, dir)).returned;
      compared.set(region, ctx.now);
      return found;
    });
    for (const told of returned) {
      const outcome = await door.enter(disposeAgain, actor, { told });
      if (!outcome.ok) throw new JobRefused(outcome.code);
    }
  };
}
