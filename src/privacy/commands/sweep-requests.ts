import { z } from 'zod';
import { command, type Door } from '../../kernel/door.ts';
import type { RegionId } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import { osloDay } from '../../kernel/time.ts';
import { maySweepRequests } from '../access.ts';
import { keptLongEnough } from '../access-request.ts';
import { countSpent, deleteSpent } from '../store/requests.ts';

/** Takes away answered requests that no case holds, by their rule. Answers how many; the audit row says that it was done. */
export const sweepRequests = command({
  name: 'privacy.sweep_requests',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: (actor) => maySweepRequests(actor),
  run: async (ctx) => done({ removed: await deleteSpent(ctx.tx, ctx.regionId, keptLongEnough(osloDay(ctx.now))) }),
});

/** The round that does so; asks first, so that nothing is noted where there is nothing to do. */
export async function sweepSpentRequests(door: Door, region: RegionId): Promise<void> {
  const due = await door.unaudited(region, 'sweep_requests', (ctx) => countSpent(ctx.tx, region, keptLongEnough(osloDay(ctx.now))));
  if (due > 0) await door.enter(sweepRequests, { kind: 'system', regionId: region, task: 'sweep_requests' }, {});
}
