import type { Context } from '../kernel/context.ts';
import type { Door } from '../kernel/door.ts';
import type { RegionId } from '../kernel/ids.ts';
import { currentIntakeKey } from '../kernel/intake-keys.ts';
import { readOnce } from '../kernel/read-once.ts';
import { DAY_MS, toMs } from '../kernel/time.ts';
import { renewKeys } from './commands/site.ts';
import { NO_CHANGES, type RegionClocks } from './clock-table.ts';
import { clocksIn } from './clocks.ts';
import { publishedBundleSite } from './published.ts';
import { usualCaseTypes, type CaseTypeWords, type PublishedSite } from './site.ts';
import { findClocks, findProfile, findPublishedSite, getHost, selectNumber, updateNumber } from './store.ts';

/** What the region calls itself. */
export async function regionName(ctx: Context): Promise<string> {
  return (await findProfile(ctx.tx, ctx.regionId))?.name ?? '';
}

/** The public site as it was published last; undefined before that, and where it no longer fits today's shape. */
export async function publishedSite(ctx: Context): Promise<PublishedSite | undefined> {
  const row = await findPublishedSite(ctx.tx, ctx.regionId);
  return row === undefined ? undefined : publishedBundleSite(row.bundle);
}

/** Where the public site answers. */
export async function publicHost(ctx: Context): Promise<string> {
  return getHost(ctx.tx, ctx.regionId);
}

/** What must, should and may mean here, as the region published it last; the usual words before that. */
export async function caseTypeWords(ctx: Context): Promise<CaseTypeWords> {
  return (await publishedSite(ctx))?.caseTypes ?? usualCaseTypes();
}

/** What the region's deadlines are counted by. One that has set nothing yet has the table's. */
export const regionClocks = readOnce(async (ctx): Promise<RegionClocks> => {
  const row = await findClocks(ctx.tx, ctx.regionId);
  return row === undefined ? NO_CHANGES : clocksIn(row);
});

/** After how many days without a sign-in an account is shut; undefined where the region has not said. */
export async function findDormantDays(ctx: Context): Promise<number | undefined> {
  return selectNumber(ctx.tx, ctx.regionId, 'dormantDays');
}

export async function saveDormantDays(ctx: Context, days: number): Promise<void> {
  await updateNumber(ctx.tx, ctx.regionId, 'dormantDays', days);
}

/** How many whole calendar years an answered access request that no case holds is kept (arkivforskrifta § 3); undefined: nobody has decided, and nothing goes. */
export async function findRequestYears(ctx: Context): Promise<number | undefined> {
  return selectNumber(ctx.tx, ctx.regionId, 'requestYears');
}

/** @param years null: nothing goes */
export async function saveRequestYears(ctx: Context, years: number | null): Promise<void> {
  await updateNumber(ctx.tx, ctx.regionId, 'requestYears', years);
}

export { changeReserve, findReserve, nameAndReserve, reserveRows } from './commands/reserve.ts';
export type { CaseTypeWords, PublishedSite } from './site.ts';
export { listMunicipalities, type MunicipalityRow } from './store.ts';
export { addLocalValue, endLocalValue, localValues, localValuesToChange } from './commands/local-values.ts';

const KEY_LASTS_MS = 30 * DAY_MS;

/** A new intake key every month, published with the site as it stands; what was sealed to the old one can still be opened. */
export async function renewPublishedKeys(door: Door, region: RegionId): Promise<void> {
  const due = await door.unaudited(region, 'reconcile', async (ctx) => {
    const key = await currentIntakeKey(ctx);
    return key !== undefined && toMs(ctx.now) - toMs(key.createdAt) > KEY_LASTS_MS;
  });
  if (due) await door.enter(renewKeys, { kind: 'system', regionId: region, task: 'reconcile' }, {});
}
