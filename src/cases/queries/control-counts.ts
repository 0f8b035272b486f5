import type { Context } from '../../kernel/context.ts';
import type { Instant } from '../../kernel/time.ts';
import { countEmergency, countReviews, type ReviewCounts } from '../store/control.ts';

/** Accesses in an emergency, from one moment until before another: a number alone, of nobody. */
export async function countEmergencies(ctx: Context, from: Instant, until: Instant): Promise<number> {
  return countEmergency(ctx.tx, ctx.regionId, from, until);
}

/** Lines of the log that were drawn for review in the same way, and how many of them somebody has gone through. */
export async function countLogReviews(ctx: Context, from: Instant, until: Instant): Promise<ReviewCounts> {
  return countReviews(ctx.tx, ctx.regionId, from, until);
}
