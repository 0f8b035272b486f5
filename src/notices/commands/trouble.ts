import type { Context } from '../../kernel/context.ts';
import { addMs, DAY_MS } from '../../kernel/time.ts';
import { isTrouble } from '../delivery.ts';
import { deliveryOf } from '../record.ts';
import { listUnsettled } from '../store.ts';
import { planNotices, type Ways } from './plan.ts';

/** A message that was given up is somebody's to ask about for a day; one that still waits began at most a day before that. */
const TOLD_MS = 2 * DAY_MS;

/** Whether every message of this region is on its way or has arrived, and whoever should be told of something can be told; what was given up troubles as long as it is still to be told. */
export async function mailIsWell(ctx: Context, ways: Ways): Promise<boolean> {
  const rows = await listUnsettled(ctx.tx, ctx.regionId, addMs(ctx.now, -TOLD_MS));
  const troubled = rows.map(deliveryOf).some((one) => isTrouble(one, ctx.now));
  if (troubled) return false;
  const { unreached, givenUp } = await planNotices(ctx, ways, 'any_time');
  return unreached.length === 0 && !givenUp;
}
