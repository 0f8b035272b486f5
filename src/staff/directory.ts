import type { Context } from '../kernel/context.ts';
import type { MunicipalityId, UserId } from '../kernel/ids.ts';
import { openJson, sealJson, type Where } from '../kernel/sealing/sealed.ts';
import { z } from 'zod';
import { findMember, listGrants, listMembers, type MemberRow } from './store.ts';

/** What is known of a member of staff. Names and units are sealed at rest. */
export type Member = {
  readonly userId: UserId;
  readonly name: string;
  readonly unit: string;
  readonly municipalityId: MunicipalityId | null;
  readonly disabled: boolean;
};

export type MemberWithRoles = Member & { readonly roles: readonly string[] };

const sealedMember = z.object({ name: z.string(), unit: z.string() });

export function memberPlace(regionId: string, userId: string, version: number): Where {
  return { table: 'app.staff_member', region: regionId, row: userId, field: 'sealed', version };
}

export function sealMember(ctx: Context, userId: UserId, member: { name: string; unit: string }): Buffer {
  return sealJson(ctx.keys.record, member, memberPlace(ctx.regionId, userId, 1), 'short', ctx.chance);
}

function toMember(ctx: Context, row: MemberRow): Member {
  const opened = sealedMember.parse(openJson(ctx.keys.record, row.sealed, memberPlace(ctx.regionId, row.user_id, row.row_version)));
  return { userId: row.user_id, ...opened, municipalityId: row.municipality_id, disabled: row.disabled_at !== null };
}

export async function findColleague(ctx: Context, userId: UserId): Promise<Member | undefined> {
  const row = await findMember(ctx.tx, ctx.regionId, userId);
  return row === undefined ? undefined : toMember(ctx, row);
}

/** Everybody in the region's staff register, with the roles they hold now. */
export async function listColleagues(ctx: Context): Promise<MemberWithRoles[]> {
  const grants = (await listGrants(ctx.tx, ctx.regionId)).filter((grant) => grant.confirmed_at !== null);
  return (await listMembers(ctx.tx, ctx.regionId)).map((row) => {
    const member = toMember(ctx, row);
    return { ...member, roles: member.disabled ? [] : grants.filter((g) => g.user_id === row.user_id).map((g) => g.role) };
  });
}
