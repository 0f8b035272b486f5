import type { Context } from '../kernel/context.ts';
import type { UserId } from '../kernel/ids.ts';
import { anyFile, enqueueComparison, enqueueLostComparison, lockArrivals } from './store.ts';
import { changeMember, findMember, listMembers } from './vouched.ts';

/**
 * fvl § 6: whoever is named in a report never sees it, also when they came to the register, or got the name they have, after it
 * had arrived. What arrives is compared with everybody in the register; what had arrived before is compared with the newcomer,
 * and until that is done no role of theirs sees content (roles.ts, rolesInForce; test: database/staff-compare).
 */

/** A moment to put in the row of somebody who enters the register: nothing has arrived here, so there is nothing to compare with. */
export async function comparedAtOnce(ctx: Context): Promise<Context['now'] | null> {
  // What is arriving just now may have been compared with the register as it was before.
  await lockArrivals(ctx.tx, ctx.regionId, 'alone');
  return (await anyFile(ctx.tx, ctx.regionId)) ? null : ctx.now;
}

/** Asks the worker to compare somebody; in the transaction that made it necessary. */
export async function askForComparison(ctx: Context, userId: UserId): Promise<void> {
  await enqueueComparison(ctx.tx, ctx.regionId, userId);
}

/** Everybody who waits to be compared and whose job was lost, once more. A round of the worker. */
export async function askForLostComparisons(ctx: Context): Promise<void> {
  for (const row of await listMembers(ctx)) if (row.compared_at === null) await enqueueLostComparison(ctx.tx, ctx.regionId, row.user_id);
}

/**
 * Begins a comparison, in a transaction of its own: waits for the reports that arrive just now, since they may have been compared
 * with the register as it was. Later ones meet the newcomer in it. Answers which version of the person is compared;
 * undefined when there is nobody to compare.
 */
export async function beginComparison(ctx: Context, userId: UserId): Promise<number | undefined> {
  await lockArrivals(ctx.tx, ctx.regionId, 'alone');
  const row = await findMember(ctx, userId);
  return row === undefined || row.compared_at !== null ? undefined : row.row_version;
}

/** All that had arrived is compared with this version of the person, and what they had in cases before they were shut out has ended. Corrected meanwhile, they wait for the comparison after. */
export async function finishComparison(ctx: Context, userId: UserId, version: number): Promise<void> {
  const row = await findMember(ctx, userId);
  if (row !== undefined && row.row_version === version && row.compared_at === null) await changeMember(ctx, row, { compared_at: ctx.now, let_in_again: false });
}

/** Waits for what arrives just now, and nothing more does until the end of the transaction: what was read of who is left out stays true. */
export async function holdArrivals(ctx: Context): Promise<void> {
  await lockArrivals(ctx.tx, ctx.regionId, 'alone');
}

/** While a report is compared with the register, nobody enters it. Until the end of the transaction. */
export async function holdRegister(ctx: Context): Promise<void> {
  await lockArrivals(ctx.tx, ctx.regionId, 'share');
}
