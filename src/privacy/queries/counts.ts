import type { Context } from '../../kernel/context.ts';
import type { Instant } from '../../kernel/time.ts';
import { listBreaches } from '../store/breaches.ts';

/** Breaches that were discovered from one moment until before another, and how many of them are not settled. */
export async function countBreaches(ctx: Context, from: Instant, until: Instant): Promise<{ readonly discovered: number; readonly open: number }> {
  const found = (await listBreaches(ctx.tx, ctx.regionId)).filter((row) => row.discovered_at >= from && row.discovered_at < until);
  return { discovered: found.length, open: found.filter((row) => !row.settled).length };
}
