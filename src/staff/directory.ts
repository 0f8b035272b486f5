import { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import type { MunicipalityId, UserId } from '../kernel/ids.ts';
import { readOnce } from '../kernel/read-once.ts';
import { openJson, sealJson, type Where } from '../kernel/sealing/sealed.ts';
import type { Instant } from '../kernel/time.ts';
import { findReserve } from '../regions/public.ts';
import { anySeesContent } from './codes.ts';
import { lastInTeam, ledBy, rolesInForce } from './roles.ts';
import type { MemberRow } from './store.ts';
import { supervisedNow, type SupervisionTerm } from './commands/supervisions.ts';
import { findMember, listGrantsEver, listMembers } from './vouched.ts';

/** What is known of a member of staff. Names and units are sealed at rest. */
export type Member = {
  readonly userId: UserId;
  readonly name: string;
  /** what the register called them before it was corrected; a report may use these names as well */
  readonly formerNames: readonly string[];
  readonly unit: string;
  readonly municipalityId: MunicipalityId | null;
  readonly disabled: boolean;
  /** everything that has arrived was compared with their names */
  readonly compared: boolean;
  /** let in again after having been shut out: what they had in cases ends with the comparison */
  readonly letInAgain: boolean;
  /** goes up when the name, the unit or the municipality is corrected */
  readonly version: number;
};

/** `supervises`: the municipalities whose cases they read while they are TILSYN; nobody else's. `supervisions`: the decisions that this rests on. */
export type MemberWithRoles = Member & { readonly roles: readonly string[]; readonly supervises: readonly MunicipalityId[]; readonly supervisions: readonly SupervisionTerm[]; /** when they last were of the operative team; undefined: never */ readonly lastInTeam: Instant | undefined; /** the municipalities that they are or have been the leader of */ readonly led: readonly MunicipalityId[] };

/** `formerNames` is absent where nothing was ever corrected. */
export type SealedMember = { readonly name: string; readonly unit: string; readonly formerNames?: readonly string[] | undefined };
const sealedMember = z.object({ name: z.string(), unit: z.string(), formerNames: z.array(z.string()).optional() });

export function memberPlace(regionId: string, userId: string, version: number): Where {
  return { table: 'app.staff_member', region: regionId, row: userId, field: 'sealed', version };
}

export function sealMember(ctx: Context, userId: UserId, member: SealedMember, version = 1): Buffer {
  return sealJson(ctx.keys.record, member, memberPlace(ctx.regionId, userId, version), 'short', ctx.chance);
}

export function openMember(ctx: Context, row: MemberRow): Member {
  const opened = sealedMember.parse(openJson(ctx.keys.record, row.sealed, memberPlace(ctx.regionId, row.user_id, row.row_version)));
  return {
    userId: row.user_id, name: opened.name, formerNames: opened.formerNames ?? [], unit: opened.unit, municipalityId: row.municipality_id,
    disabled: row.disabled_at !== null, compared: row.compared_at !== null, letInAgain: row.let_in_again, version: row.row_version,
  };
}

export async function findColleague(ctx: Context, userId: UserId): Promise<Member | undefined> {
  const row = await findMember(ctx, userId);
  return row === undefined ? undefined : openMember(ctx, row);
}

/** Everybody in the region's staff register, with the roles that count today. */
export const listColleagues = readOnce(async (ctx): Promise<readonly MemberWithRoles[]> => {
  const grants = await listGrantsEver(ctx);
  return (await listMembers(ctx)).map((row) => {
    const member = openMember(ctx, row);
    const own = grants.filter((grant) => grant.user_id === row.user_id);
    const roles = rolesInForce(own, row, ctx.now);
    return { ...member, roles, ...supervisedNow(ctx, roles.includes('TILSYN') ? own.filter((grant) => grant.ended_at === null) : []), lastInTeam: lastInTeam(own, row, ctx.now), led: ledBy(own, row) };
  });
});

/** Whoever is named as the reserve, and is still trusted with content (fvl § 6). */
export async function trustedReserve(ctx: Context): Promise<UserId | undefined> {
  const named = await findReserve(ctx);
  return (await listColleagues(ctx)).find(({ userId, roles }) => userId === named && anySeesContent(roles))?.userId;
}
