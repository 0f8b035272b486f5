import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command, type Door } from '../../kernel/door.ts';
import type { RegionId, UserId } from '../../kernel/ids.ts';
import { done } from '../../kernel/outcome.ts';
import type { Instant } from '../../kernel/time.ts';
import { findDormantDays, findReserve, saveDormantDays } from '../../regions/public.ts';
import { mayManageStaff, mayShutOutDormant } from '../access.ts';
import { DORMANT_DAYS, dormants, roundOf, type Dormant, type Round, type Seen } from '../dormant.ts';
import { listColleagues } from '../directory.ts';
import { lockRegister, type MemberRow } from '../store.ts';
import { lastSignIns } from '../store/sign-ins.ts';
import { changeMember, findMember, listMembers } from '../vouched.ts';
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

type Away = { readonly seen: readonly Seen[]; readonly found: ReadonlyMap<UserId, Dormant> };

/** Who has not signed in for long. Whoever was let in or compared anew since counts from then. */
async function away(ctx: Context): Promise<Away> {
  const rows = new Map((await listMembers(ctx)).map((row) => [row.user_id, row]));
  const people = (await listColleagues(ctx)).filter((one) => !one.disabled);
  const signedIn = await lastSignIns(ctx.tx, ctx.regionId, people.map((one) => one.userId));
  const seen = people.map((one): Seen => {
    const row = rows.get(one.userId);
    const from = row === undefined ? ctx.now : letInAt(ctx, row);
    const last = signedIn.get(one.userId) ?? from;
    return { userId: one.userId, municipalityId: one.municipalityId, disabled: false, roles: one.roles, seenAt: last > from ? last : from, markedAt: row?.marked_at ?? null };
  });
  return { seen, found: dormants(seen, { days: await dormantDays(ctx), now: ctx.now, reserve: await findReserve(ctx) }) };
}

export async function whoIsDormant(ctx: Context): Promise<ReadonlyMap<UserId, Dormant>> {
  return (await away(ctx)).found;
}

/** Whose account is about to be shut, and since when their name is marked; whoever has signed in since is not among them. */
export async function markedAccounts(ctx: Context): Promise<readonly { readonly userId: UserId; readonly since: Instant }[]> {
  const marked = (await listMembers(ctx)).flatMap(({ user_id: userId, disabled_at: disabled, marked_at: since }) => (disabled === null && since !== null ? [{ userId, since }] : []));
  if (marked.length === 0) return [];
  const signedIn = await lastSignIns(ctx.tx, ctx.regionId, marked.map(({ userId }) => userId));
  return marked.filter(({ userId, since }) => (signedIn.get(userId) ?? since) <= since);
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

/** Shuts the accounts that nobody has used for so long, with the roles that hung on them, and marks those whose turn comes. The log names each. */
export const shutOutDormant = command({
  name: 'staff.shut_out_dormant',
  schema: z.strictObject({}),
  facts: async (ctx) => {
    await lockRegister(ctx.tx, ctx.regionId);
    return {};
  },
  access: (actor) => mayShutOutDormant(actor),
  run: async (ctx) => {
    const { shut, mark, unmark } = await dueNow(ctx);
    for (const userId of shut) await shutOut(ctx, userId);
    for (const [some, at] of [[mark, ctx.now], [unmark, null]] as const) {
      for (const userId of some) {
        const row = await findMember(ctx, userId);
        if (row !== undefined) await changeMember(ctx, row, { marked_at: at });
      }
    }
    return done({ shut: shut.length, marked: mark.length });
  },
});

async function dueNow(ctx: Context): Promise<Round> {
  const { seen, found } = await away(ctx);
  return roundOf(seen, found, ctx.now);
}

/** The round that does so; asks first, so that nothing is noted where there is nothing to do. */
export async function shutOutTheDormant(door: Door, region: RegionId): Promise<void> {
  const due = await door.unaudited(region, 'shut_out_dormant', async (ctx) => Object.values(await dueNow(ctx)).some((some) => some.length > 0));
  if (due) await door.enter(shutOutDormant, { kind: 'system', regionId: region, task: 'shut_out_dormant' }, {});
}
