import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command, type Door } from '../../kernel/door.ts';
import type { RegionId, UserId } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import type { Instant } from '../../kernel/time.ts';
import { findDormantDays, findReserve, saveDormantDays } from '../../regions/public.ts';
import { mayManageStaff, mayShutOutDormant } from '../access.ts';
import { DORMANT_DAYS, dormants, toShut, type Dormant } from '../dormant.ts';
import { listColleagues } from '../directory.ts';
import { lockRegister, type MemberRow } from '../store.ts';
import { firstDormantRound, lastSignIns } from '../store/sign-ins.ts';
import { listMembers } from '../vouched.ts';
import { shutOut } from './invite.ts';

/** The region's number of days, or the usual one. */
export async function dormantDays(ctx: Context): Promise<number> {
  return await findDormantDays(ctx) ?? DORMANT_DAYS.usual;
}

/** When somebody was let in last. Let in again, they wait to be compared, which is now, and then were compared. */
function letInAt(ctx: Context, { invited_at: invited, compared_at: compared }: Pick<MemberRow, 'invited_at' | 'compared_at'>): Instant {
  const last = compared ?? ctx.now;
  return last > invited ? last : invited;
}

/** Who has not signed in for long. Whoever was let in or compared anew since counts from then. */
export async function whoIsDormant(ctx: Context): Promise<ReadonlyMap<UserId, Dormant>> {
  const letIn = new Map((await listMembers(ctx)).map((row) => [row.user_id, letInAt(ctx, row)]));
  const people = (await listColleagues(ctx)).filter((one) => !one.disabled);
  const signedIn = await lastSignIns(ctx.tx, ctx.regionId, people.map((one) => one.userId));
  const seen = people.map((one) => {
    const from = letIn.get(one.userId) ?? ctx.now;
    const last = signedIn.get(one.userId) ?? from;
    return { userId: one.userId, municipalityId: one.municipalityId, disabled: false, roles: one.roles, seenAt: last > from ? last : from };
  });
  return dormants(seen, { days: await dormantDays(ctx), now: ctx.now, reserve: await findReserve(ctx), told: await firstDormantRound(ctx.tx, ctx.regionId) });
}

/** After how many days without a sign-in an account is shut. */
export const chooseDormantDays = command({
  name: 'staff.choose_dormant_days',
  schema: z.strictObject({ days: z.coerce.number('dormant_days').int('dormant_days').min(DORMANT_DAYS.least, 'dormant_days').max(DORMANT_DAYS.most, 'dormant_days') }),
  facts: async () => ({}),
  access: mayManageStaff,
  run: async (ctx, { days }) => {
    await saveDormantDays(ctx, days);
    return done({});
  },
});

/** Shuts the accounts that nobody has used for so long, with the roles that hung on them. The log names each; the first time it names nobody, and is what the two weeks are counted from. */
export const shutOutDormant = command({
  name: 'staff.shut_out_dormant',
  schema: z.strictObject({}),
  facts: async (ctx) => {
    await lockRegister(ctx.tx, ctx.regionId);
    return {};
  },
  access: (actor) => mayShutOutDormant(actor),
  run: async (ctx) => {
    const due = toShut(await whoIsDormant(ctx), ctx.now);
    for (const userId of due) await shutOut(ctx, userId);
    return done({ shut: due.length });
  },
});

/** The round that does so; asks first, so that nothing is noted where there is nothing to do. */
export async function shutOutTheDormant(door: Door, region: RegionId): Promise<void> {
  const due = await door.unaudited(region, 'shut_out_dormant', async (ctx) => {
    const found = await whoIsDormant(ctx);
    return toShut(found, ctx.now).length > 0 || (found.size > 0 && await firstDormantRound(ctx.tx, ctx.regionId) === undefined);
  });
  if (due) await door.enter(shutOutDormant, { kind: 'system', regionId: region, task: 'shut_out_dormant' }, {});
}
