import { sql } from 'kysely';
import type { Tx } from '../kernel/database/connect.ts';
import type { MunicipalityId, RegionId, UserId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

/** A row of the people register as it lies there. Nobody but vouched.ts reads one: it may be forged. */
export type MemberRow = {
  readonly user_id: UserId; readonly municipality_id: MunicipalityId | null; readonly identity_lookup: Buffer; readonly sealed: Buffer; readonly row_version: number;
  readonly invited_at: Instant; readonly disabled_at: Instant | null; readonly compared_at: Instant | null; readonly revision: number; readonly mac: Buffer;
  /** since when the name is marked as one that is about to be shut out (dormant.ts) */
  readonly marked_at: Instant | null;
  /** let in again after having been shut out, and what they had in cases before that is not ended yet */
  readonly let_in_again: boolean;
};

const MEMBER = ['user_id', 'municipality_id', 'identity_lookup', 'sealed', 'row_version', 'invited_at', 'disabled_at', 'compared_at', 'marked_at', 'let_in_again', 'revision', 'mac'] as const;

export async function selectMembers(tx: Tx, region: RegionId): Promise<MemberRow[]> {
  return tx.selectFrom('app.staff_member').select(MEMBER).where('region_id', '=', region).orderBy('invited_at').execute();
}

export async function selectMember(tx: Tx, region: RegionId, userId: UserId): Promise<MemberRow | undefined> {
  return tx.selectFrom('app.staff_member').select(MEMBER).where('region_id', '=', region).where('user_id', '=', userId).executeTakeFirst();
}

export async function selectMembersByIdentity(tx: Tx, region: RegionId, lookup: Buffer): Promise<MemberRow[]> {
  return tx.selectFrom('app.staff_member').select(MEMBER).where('region_id', '=', region).where('identity_lookup', '=', lookup).execute();
}

export async function insertMember(tx: Tx, region: RegionId, row: MemberRow): Promise<void> {
  await tx.insertInto('app.staff_member').values({ region_id: region, ...row }).execute();
  await tx.insertInto('kernel.identity_index').values({ lookup: row.identity_lookup, region_id: region }).onConflict((c) => c.doNothing()).execute();
}

/** Whom somebody is, by whom and from where they were invited, never changes. Answers whether the row was still the one that was read. */
export async function updateMember(tx: Tx, region: RegionId, row: MemberRow): Promise<boolean> {
  const { user_id: userId, identity_lookup: _lookup, invited_at: _invited, ...values } = row;
  const hit = await tx.updateTable('app.staff_member').set(values).where('region_id', '=', region).where('user_id', '=', userId)
    .where('revision', '=', row.revision - 1).executeTakeFirst();
  return hit.numUpdatedRows === 1n;
}

/** What the worker may change of a row. */
export async function updateStanding(tx: Tx, region: RegionId, row: MemberRow): Promise<boolean> {
  const { user_id: userId, compared_at, disabled_at, marked_at, let_in_again, revision, mac } = row;
  const hit = await tx.updateTable('app.staff_member').set({ compared_at, disabled_at, marked_at, let_in_again, revision, mac }).where('region_id', '=', region).where('user_id', '=', userId)
    .where('revision', '=', row.revision - 1).executeTakeFirst();
  return hit.numUpdatedRows === 1n;
}

export type GrantRow = {
  readonly grant_id: string; readonly user_id: UserId; readonly role: string; readonly proposed_by: string; readonly proposed_at: Instant;
  readonly confirmed_by: string | null; readonly confirmed_at: Instant | null; readonly ended_at: Instant | null; readonly revision: number; readonly mac: Buffer;
  /** when it ends by itself (exclusive), and what was decided, sealed: for supervision alone */
  readonly until: Instant | null; readonly terms: Buffer | null;
  /** where the person belonged when it was proposed; null: to the whole region, or it was given before that was kept */
  readonly municipality_id: MunicipalityId | null;
};

const GRANT = ['grant_id', 'user_id', 'role', 'proposed_by', 'proposed_at', 'confirmed_by', 'confirmed_at', 'ended_at', 'revision', 'mac', 'until', 'terms', 'municipality_id'] as const;

export async function selectGrants(tx: Tx, region: RegionId, which: 'all' | 'running'): Promise<GrantRow[]> {
  const rows = tx.selectFrom('app.role_grant').select(GRANT).where('region_id', '=', region).orderBy('proposed_at').orderBy('role');
  return (which === 'all' ? rows : rows.where('ended_at', 'is', null)).execute();
}

export async function selectGrantsOf(tx: Tx, region: RegionId, userId: UserId): Promise<GrantRow[]> {
  return tx.selectFrom('app.role_grant').select(GRANT).where('region_id', '=', region).where('user_id', '=', userId).where('ended_at', 'is', null).orderBy('proposed_at').orderBy('role').execute();
}

export async function selectGrant(tx: Tx, region: RegionId, grantId: string): Promise<GrantRow | undefined> {
  return tx.selectFrom('app.role_grant').select(GRANT).where('region_id', '=', region).where('grant_id', '=', grantId).executeTakeFirst();
}

export async function insertGrant(tx: Tx, region: RegionId, row: GrantRow): Promise<void> {
  await tx.insertInto('app.role_grant').values({ region_id: region, ...row }).execute();
}

export type GrantChange = Partial<Pick<GrantRow, 'confirmed_by' | 'confirmed_at' | 'ended_at'>>;

/** @param row as it is from now on */
export async function updateGrant(tx: Tx, region: RegionId, row: GrantRow, change: GrantChange): Promise<boolean> {
  const { revision, mac } = row;
  const hit = await tx.updateTable('app.role_grant').set({ ...change, revision, mac }).where('region_id', '=', region)
    .where('grant_id', '=', row.grant_id).where('revision', '=', row.revision - 1).executeTakeFirst();
  return hit.numUpdatedRows === 1n;
}

/** Whoever else changes the register waits until this transaction has ended: what is judged on several of its rows (nobody invited twice, a manager left) still holds when it is written. */
export async function lockRegister(tx: Tx, region: RegionId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`staff register ${region}`}, 0))`.execute(tx);
}

/** Waits for those who hold it the other way, until the end of the transaction. Reports that arrive share it; whoever is new to the register has it alone. */
export async function lockArrivals(tx: Tx, region: RegionId, how: 'share' | 'alone'): Promise<void> {
  const key = `arrivals ${region}`;
  await (how === 'share' ? sql`select pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))` : sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`).execute(tx);
}

/** Whether anything has arrived that somebody could read. */
export async function anyFile(tx: Tx, region: RegionId): Promise<boolean> {
  return (await tx.selectFrom('kernel.file').select('file_id').where('region_id', '=', region).limit(1).executeTakeFirst()) !== undefined;
}

export async function enqueueComparison(tx: Tx, region: RegionId, userId: UserId): Promise<void> {
  await sql`select queue.enqueue(${region}, 'compare_colleague', ${userId}, 'epoch')`.execute(tx);
}

/** The same by the worker's rounds: what waits already is left to wait. */
export async function enqueueLostComparison(tx: Tx, region: RegionId, userId: UserId): Promise<void> {
  await sql`select queue.enqueue_lost(${region}, 'compare_colleague', ${userId}, 'epoch')`.execute(tx);
}

/** Whether keys of one letter act for this person; they do until somebody turns them off for themselves. */
export async function findSingleKeys(tx: Tx, region: RegionId, userId: UserId): Promise<boolean> {
  const row = await tx.selectFrom('app.own_setting').select('single_keys').where('region_id', '=', region).where('user_id', '=', userId).executeTakeFirst();
  return row?.single_keys ?? true;
}

export async function saveSingleKeys(tx: Tx, region: RegionId, userId: UserId, on: boolean): Promise<void> {
  await tx.insertInto('app.own_setting').values({ region_id: region, user_id: userId, single_keys: on })
    .onConflict((c) => c.columns(['region_id', 'user_id']).doUpdateSet({ single_keys: on })).execute();
}
