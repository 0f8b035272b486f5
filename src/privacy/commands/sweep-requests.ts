import { z } from 'zod';
import { command, type Door } from '../../kernel/door.ts';
import type { RegionId } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import { osloDay } from '../../kernel/time.ts';
import { findRequestYears, saveRequestYears } from '../../regions/public.ts';
import { mayChooseRequestYears, maySweepRequests } from '../access.ts';
import { keptLongEnough, REQUEST_YEARS } from '../access-request.ts';
import { countSpent, deleteSpent } from '../store/requests.ts';

/** Takes away answered requests that no case holds, by their rule. Answers how many; the audit row says that it was done. */
export const sweepRequests = command({
  name: 'privacy.sweep_requests',
  schema: z.strictObject({}),
  facts: async () => ({}),
  access: (actor) => maySweepRequests(actor),
  run: async (ctx) => {
    const years = await findRequestYears(ctx);
    return done({ removed: years === undefined ? 0 : await deleteSpent(ctx.tx, ctx.regionId, keptLongEnough(osloDay(ctx.now), years)) });
  },
});

/** The region decides how long such requests are kept (arkivforskrifta § 3), or that they are kept until Nasjonalarkivet decides (bevaringsforskrifta § 3). */
export const chooseRequestYears = command({
  name: 'privacy.choose_request_years',
  schema: z.strictObject({ years: z.union([z.literal(''), z.coerce.number('request_years').int('request_years').min(REQUEST_YEARS.least, 'request_years').max(REQUEST_YEARS.most, 'request_years')], 'request_years') }),
  facts: async () => ({}),
  access: mayChooseRequestYears,
  run: async (ctx, { years }) => {
    await saveRequestYears(ctx, years === '' ? null : years);
    return done({});
  },
});

/** The round that does so; asks first, so that nothing is noted where there is nothing to do. */
export async function sweepSpentRequests(door: Door, region: RegionId): Promise<void> {
  const due = await door.unaudited(region, 'sweep_requests', async (ctx) => {
    const years = await findRequestYears(ctx);
    return years === undefined ? 0 : countSpent(ctx.tx, region, keptLongEnough(osloDay(ctx.now), years));
  });
  if (due > 0) await door.enter(sweepRequests, { kind: 'system', regionId: region, task: 'sweep_requests' }, {});
}
