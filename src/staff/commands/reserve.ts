import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { command } from '../../kernel/door.ts';
import type { MunicipalityId, UserId } from '../../kernel/ids.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { osloDay, type Day } from '../../kernel/time.ts';
import { changeReserve, findReserve, listMunicipalities, type MunicipalityRow } from '../../regions/public.ts';
import { mayChooseReserve } from '../access.ts';
import { listColleagues, type MemberWithRoles } from '../directory.ts';
import { reserveFault, type Candidate } from '../reserve.ts';
import { lockRegister } from '../store.ts';

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

/** Somebody who may be the reserve no longer is not; then there is none until another is named. Answers whether it was they. */
export async function releaseReserve(ctx: Context, userId: UserId): Promise<boolean> {
  if ((await findReserve(ctx)) !== userId) return false;
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
