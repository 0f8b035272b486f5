import { z } from 'zod';
import { command, type Door } from '../../kernel/door.ts';
import type { RegionId } from '../../kernel/ids.ts';
import { openWhole } from '../../kernel/journal/file.ts';
import { done } from '../../kernel/outcome.ts';
import { allow, deny } from '../../kernel/verdict.ts';
import { countedBy } from '../../regions/codes.ts';
import { regionClocks } from '../../regions/public.ts';
import { clocksOf } from '../projection.ts';
import { CASE_FILE } from '../file.ts';
import { keepClocks, lockBehind, saveClocks } from '../store/clocks.ts';

const AT_ONCE = 50;

/**
 * Counts the deadlines of some open cases again, after the region changed how long they are or when its office is closed, and after an upgrade that knows new ones.
 * Answers how many it took; a case that somebody is writing in is taken the next time.
 */
export const renewClocks = command({
  name: 'cases.renew_clocks',
  schema: z.strictObject({}),
  facts: async (ctx) => {
    const clocks = await regionClocks(ctx);
    return { clocks, behind: await lockBehind(ctx.tx, ctx.regionId, countedBy(clocks), AT_ONCE) };
  },
  access: (actor, { behind }) => (actor.kind === 'system' && actor.task === 'reconcile' ? allow('system', behind) : deny('only_system')),
  run: async (ctx, _input, { clocks, behind }) => {
    for (const fileId of behind) {
      const file = await openWhole(ctx, CASE_FILE, fileId);
      // Of a journal that does not open the deadlines stand as they were, and the others' are counted all the same.
      if (file === undefined) await keepClocks(ctx.tx, ctx.regionId, fileId, countedBy(clocks));
      else await saveClocks(ctx.tx, ctx.regionId, fileId, clocksOf(file.state, clocks), countedBy(clocks));
    }
    return done({ renewed: behind.length });
  },
});

/** Brings a region's open cases up to its settings of today; asks first, so that nothing is noted where there is nothing to do. */
export async function renewRegionClocks(door: Door, region: RegionId): Promise<void> {
  const isBehind = (): Promise<boolean> => door.unaudited(region, 'reconcile', async (ctx) => {
    const clocks = await regionClocks(ctx);
    return (await lockBehind(ctx.tx, region, countedBy(clocks), 1)).length > 0;
  });
  while (await isBehind()) {
    const outcome = await door.enter(renewClocks, { kind: 'system', regionId: region, task: 'reconcile' }, {});
    if (!outcome.ok || outcome.value.renewed === 0) return;
  }
}
