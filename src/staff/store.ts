import type { Tx } from '../kernel/database/connect.ts';
import type { MunicipalityId, RegionId, UserId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

export type MemberRow = {
  readonly user_id: UserId; readonly municipality_id: MunicipalityId | null; readonly sealed: Buffer; readonly row_version: number;
  readonly invited_at: Instant; readonly disabled_at: Instant | null;
};

const MEMBER = ['user_id', 'municipality_id', 'sealed', 'row_version', 'invited_at', 'disabled_at'] as const;

export async function listMembers(tx: Tx, region: RegionId): Promise<MemberRow[]> {
  return tx.selectFrom('app.staff_member').select(MEMBER).where('region_id', '=', region).orderBy('invited_at').execute();
}

export async function findMember(tx: Tx, region: RegionId, userId: UserId): Promise<MemberRow | undefined> {
  return tx.selectFrom('app.staff_member').select(MEMBER).where('region_id', '=', region).where('user_id', '=', userId).executeTakeFirst();
}

export async function findMemberByIdentity(tx: Tx, region: RegionId, lookup: Buffer): Promise<MemberRow | undefined> {
  return tx.selectFrom('app.staff_member').select(MEMBER).where('region_id', '=', region).where('identity_lookup', '=', lookup).executeTakeFirst();
}

export async function insertMember(tx: Tx, region: RegionId, row: {
  userId: UserId; municipalityId: MunicipalityId | null; lookup: Buffer; sealed: Buffer; at: Instant;
}): Promise<void> {
  await tx.insertInto('app.staff_member').values({
    region_id: region, user_id: row.userId, municipality_id: row.municipalityId, identity_lookup: row.lookup, sealed: row.sealed,
    row_version: 1, invited_at: row.at, disabled_at: null,
  }).execute();
  await tx.insertInto('kernel.identity_index').values({ lookup: row.lookup, region_id: region }).onConflict((c) => c.doNothing()).execute();
}

export async function disableMember(tx: Tx, region: RegionId, userId: UserId, at: Instant): Promise<void> {
  await tx.updateTable('app.staff_member').set({ disabled_at: at }).where('region_id', '=', region).where('user_id', '=', userId).execute();
}

export async function reopenMember(tx: Tx, region: RegionId, userId: UserId): Promise<void> {
  await tx.updateTable('app.staff_member').set({ disabled_at: null }).where('region_id', '=', region).where('user_id', '=', userId).execute();
}

export type GrantRow = {
  readonly grant_id: string; readonly user_id: UserId; readonly role: string; readonly proposed_by: string; readonly proposed_at: Instant;
  readonly confirmed_by: string | null; readonly confirmed_at: Instant | null; readonly ended_at: Instant | null;
};

const GRANT = ['grant_id', 'user_id', 'role', 'proposed_by', 'proposed_at', 'confirmed_by', 'confirmed_at', 'ended_at'] as const;

export async function listGrants(tx: Tx, region: RegionId): Promise<GrantRow[]> {
  return tx.selectFrom('app.role_grant').select(GRANT).where('region_id', '=', region).where('ended_at', 'is', null).orderBy('proposed_at').execute();
}

export async function findGrant(tx: Tx, region: RegionId, grantId: string): Promise<GrantRow | undefined> {
  return tx.selectFrom('app.role_grant').select(GRANT).where('region_id', '=', region).where('grant_id', '=', grantId).executeTakeFirst();
}

/** The roles a person holds now: confirmed by another person, and not ended. */
export async function activeRoles(tx: Tx, region: RegionId, userId: UserId): Promise<string[]> {
  const rows = await tx.selectFrom('app.role_grant').select('role').where('region_id', '=', region).where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null).where('ended_at', 'is', null).execute();
  return rows.map((row) => row.role);
}

export async function insertGrant(tx: Tx, region: RegionId, row: Omit<GrantRow, 'ended_at'>): Promise<void> {
  await tx.insertInto('app.role_grant').values({ ...row, region_id: region, ended_at: null }).execute();
}

export async function confirmGrant(tx: Tx, region: RegionId, grantId: string, by: string, at: Instant): Promise<void> {
  await tx.updateTable('app.role_grant').set({ confirmed_by: by, confirmed_at: at }).where('region_id', '=', region).where('grant_id', '=', grantId).execute();
}

export async function endGrant(tx: Tx, region: RegionId, grantId: string, at: Instant): Promise<void> {
  await tx.updateTable('app.role_grant').set({ ended_at: at }).where('region_id', '=', region).where('grant_id', '=', grantId).execute();
}

/** Everything a person holds or was proposed for. */
export async function endGrantsOf(tx: Tx, region: RegionId, userId: UserId, at: Instant): Promise<void> {
  await tx.updateTable('app.role_grant').set({ ended_at: at }).where('region_id', '=', region).where('user_id', '=', userId).where('ended_at', 'is', null).execute();
}
