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
  // Told of and not carried out yet, or taken back: it never went.
  const stands = new Set([...await listTakenBack(ctx.tx, ctx.regionId), ...await listUndone(ctx.tx, ctx.regionId)].filter((row) => isOurs(ctx, row)).map((row) => row.disposal_id));
  return { returned: lines.filter((line) => line.files.some((file) => standing.has(file)) && !stands.has(line.disposal_id)), broken };
}

/**
 * The worker's round: carries out what two people decided, each written to the list beside the database first; and, when the worker is new
 * and every ten minutes, disposes again of what came back with a restored database. Cut off anywhere, the next round goes on. One that
 * fails holds up no other.
 * @throws the first failure, when all the others were tried: health then says that this round fails
 */
export function disposing(door: Door, dir: string): (region: RegionId) => Promise<void> {
  const compared = new Map<RegionId, Instant>();
  /** Writes one to the list beside the database, with what goes along when its turn comes: what is being held now is not told as gone. Answers the files that stand there; none: it was not told. */
  const tell = (region: RegionId, disposalId: string) => door.unaudited(region, 'dispose', async (ctx) => {
    await lockDisposals(ctx.tx, region);
    const rows = (await listUndone(ctx.tx, region)).filter((row) => row.disposal_id === disposalId && isOurs(ctx, row));
    appendDisposed(dir, ctx.keys.audit, region, await stillDisposable(ctx, rows));
    return readDisposed(dir, ctx.keys.audit, region).lines.find((line) => line.disposal_id === disposalId)?.files ?? [];
  });
  return async (region) => {
    const actor = { kind: 'system', regionId: region, task: 'dispose' } as const;
    const failed: unknown[] = [];
    const each = async (one: () => Promise<{ readonly ok: true } | { readonly ok: false; readonly code: string }>) => {
      const outcome = await one();
      if (!outcome.ok) throw new JobRefused(outcome.code);
    };
    const tried = (one: Parameters<typeof each>[0]) => each(one).catch((error: unknown) => void failed.push(error));
    const decided = await door.unaudited(region, 'dispose', async (ctx) => (await listUndone(ctx.tx, region)).filter((row) => isOurs(ctx, row)).map((row) => row.disposal_id));
    for (const disposalId of decided) await tried(async () => door.enter(carryOutDisposal, actor, { disposalId, told: await tell(region, disposalId) }));
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
    for (const told of returned) await tried(() => door.enter(disposeAgain, actor, { told }));
    if (failed.length > 0) throw failed[0];
  };
}
