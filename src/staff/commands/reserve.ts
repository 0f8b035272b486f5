import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import type { MunicipalityId } from '../../kernel/ids.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { osloDay, type Day } from '../../kernel/time.ts';
import { changeReserve, findReserve, listMunicipalities, type MunicipalityRow } from '../../regions/public.ts';
import { mayChooseReserve } from '../access.ts';
import { listColleagues, type MemberWithRoles } from '../directory.ts';
import { reserveFault, type Candidate } from '../reserve.ts';
import { rolesInForce } from '../roles.ts';
import { lockRegister } from '../store.ts';
import { listGrants } from '../vouched.ts';

/** Everybody of the register as the rule about the reserve sees them. */
export async function candidates(ctx: Context): Promise<(Candidate & { readonly member: MemberWithRoles })[]> {
  const region = await listMunicipalities(ctx.tx, ctx.regionId);
  return (await listColleagues(ctx)).map((member) => ({
    member, userId: member.userId, municipality: standing(member.municipalityId, region, osloDay(ctx.now)), roles: member.roles, disabled: member.disabled,
  }));
}

/** Whoever worked for a municipality that became part of another works for that one. */
function standing(own: MunicipalityId | null, region: readonly MunicipalityRow[], today: Day): MunicipalityId | null {
  const row = region.find((one) => one.municipality_id === own);
  if (row === undefined || row.merged_into === null || row.to_day === null || row.to_day >= today) return own;
  return standing(row.merged_into, region, today);
}

/** Asked after each change of the register: a reserve who may not be it any longer is not, and there is none until another is named. Answers whether it ended. */
export async function releaseReserve(ctx: Context): Promise<boolean> {
  const named = await findReserve(ctx);
  if (named === undefined) return false;
  const grants = await listGrants(ctx);
  // Whoever is just being compared with what has arrived still holds what they hold.
  const everybody = (await candidates(ctx)).map((one) => ({
    ...one, roles: rolesInForce(grants.filter(({ user_id: userId }) => userId === one.userId), { disabled_at: one.disabled ? ctx.now : null, compared_at: ctx.now }, ctx.now),
  }));
  const reserve = everybody.find(({ userId }) => userId === named);
  if (reserve !== undefined && reserveFault(reserve, everybody) === undefined) return false;
  await changeReserve(ctx, undefined);
  return true;
}

/** Names who takes over when everybody in reception is inhabil: somebody in another municipality than reception's. */
export const chooseReserve = command({
  name: 'staff.choose_reserve',
  schema: z.strictObject({ userId: z.uuid('reserve_missing') }),
  facts: async (ctx, input) => {
    await lockRegister(ctx.tx, ctx.regionId);
    const everybody = await candidates(ctx);
    const chosen = everybody.find((one) => one.userId === input.userId);
    return chosen === undefined ? undefined : { everybody, chosen };
  },
  access: mayChooseReserve,
  run: async (ctx, _input, { everybody, chosen }) => {
    if (ctx.actor.kind === 'person' && ctx.actor.userId === chosen.userId) return refuse('reserve_yourself');
    const fault = reserveFault(chosen, everybody);
    if (fault !== undefined) return refuse(fault);
    await changeReserve(ctx, chosen.member.userId);
    return done({});
  },
});
