import type { Context } from '../kernel/context.ts';
import type { Door } from '../kernel/door.ts';
import type { RegionId, UserId } from '../kernel/ids.ts';
import { currentIntakeKey } from '../kernel/intake-keys.ts';
import { DAY_MS, toMs } from '../kernel/time.ts';
import { renewKeys } from './commands/site.ts';
import { findProfile, saveReserve } from './store.ts';

/** Who takes over when everybody in reception is inhabil: a named person in another municipality. */
export async function findReserve(ctx: Context): Promise<UserId | undefined> {
  return (await findProfile(ctx.tx, ctx.regionId))?.reserve_user_id ?? undefined;
}

/** Names the reserve, or nobody; who may be it is for staff/reserve.ts to say. */
export async function changeReserve(ctx: Context, reserve: UserId | undefined): Promise<void> {
  await saveReserve(ctx.tx, ctx.regionId, reserve ?? null);
}

/** What the region calls itself. */
export async function regionName(ctx: Context): Promise<string> {
  return (await findProfile(ctx.tx, ctx.regionId))?.name ?? '';
}

export { listMunicipalities, type MunicipalityRow } from './store.ts';

const KEY_LASTS_MS = 30 * DAY_MS;

/** A new intake key every month, published with the site as it stands; what was sealed to the old one can still be opened. */
export async function renewPublishedKeys(door: Door, region: RegionId): Promise<void> {
  const due = await door.unaudited(region, 'reconcile', async (ctx) => {
    const key = await currentIntakeKey(ctx);
    return key !== undefined && toMs(ctx.now) - toMs(key.createdAt) > KEY_LASTS_MS;
  });
  if (due) await door.enter(renewKeys, { kind: 'system', regionId: region, task: 'reconcile' }, {});
}
