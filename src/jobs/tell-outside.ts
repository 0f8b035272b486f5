import type { Door } from '../kernel/door.ts';
import type { RegionId } from '../kernel/ids.ts';
import { addMs, MINUTE, type Instant } from '../kernel/time.ts';
import type { Context } from '../kernel/context.ts';
import { insertLost, listMissing, listTold, listUntold, markTold, untell, type ToldPart } from '../reports/public.ts';
import { appendReceived, KEPT_MS, pruneReceived, readReceived } from './received-log.ts';

const AT_ONCE = 500;
const COMPARE_EVERY_MS = 10 * MINUTE;

/** What differs between the log outside and the database, both ways. */
export type Difference = {
  /** told outside, and not in the database: it was set back */
  readonly lost: readonly ToldPart[];
  /** told of according to the database, and not in the log: the log was lost or set back */
  readonly untold: readonly ToldPart[];
  /** where the log is not as it was written */
  readonly broken: readonly string[];
};

/** Compares a region's log outside with the database. Changes nothing. */
export async function compareOutside(ctx: Context, dir: string): Promise<Difference> {
  // After the log is read the database may know of more; before, the log could.
  const told = await listTold(ctx.tx, ctx.regionId, addMs(ctx.now, -KEPT_MS));
  const { parts, broken } = readReceived(dir, ctx.keys.audit, ctx.regionId);
  const known = new Set(parts.map(name));
  const once = [...new Map(parts.map((part) => [name(part), part])).values()];
  const lost: ToldPart[] = [];
  for (let at = 0; at < once.length; at += AT_ONCE) lost.push(...await listMissing(ctx.tx, ctx.regionId, once.slice(at, at + AT_ONCE)));
  return { lost, untold: told.filter((part) => !known.has(name(part))), broken };
}

function name(part: ToldPart): string {
  return `${part.report_id} ${part.fingerprint.toString('hex')}`;
}

/**
 * The worker's round: tells the log outside what was received since the last one, a few seconds after it was stored, and, when the
 * worker is new and every ten minutes, notes what the log knows and the database does not, for the leaders' page. A log that was
 * lost is written again; a line that was changed stays as it is, for `npm run ledger:check` to name.
 */
export function tellingOutside(door: Door, dir: string): (region: RegionId) => Promise<void> {
  const compared = new Map<RegionId, Instant>();
  return async (region) => {
    await door.unaudited(region, 'tell_outside', async (ctx) => {
      const parts = await listUntold(ctx.tx, region, AT_ONCE);
      if (parts.length === 0) return;
      appendReceived(dir, ctx.keys.audit, region, parts, ctx.now);
      // The file first: cut off here, the same lines are written twice, and no part is left out.
      await markTold(ctx.tx, region, parts, ctx.now);
    });
    await door.unaudited(region, 'compare_outside', async (ctx) => {
      const last = compared.get(region);
      if (last !== undefined && last <= ctx.now && addMs(last, COMPARE_EVERY_MS) > ctx.now) return;
      await noteDifference(ctx, dir);
      pruneReceived(dir, region, ctx.now);
      compared.set(region, ctx.now);
    });
  };
}

/** Writes down what was lost, and has what the log does not know told once more. */
export async function noteDifference(ctx: Context, dir: string): Promise<void> {
  const { lost, untold } = await compareOutside(ctx, dir);
  for (const part of lost) await insertLost(ctx.tx, ctx.regionId, ctx.chance.uuid(), part, ctx.now);
  if (untold.length > 0) await untell(ctx.tx, ctx.regionId, untold);
}
