import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connect.ts';
import type { RegionId, UserId } from '../../kernel/ids.ts';
import { addMs, DAY_MS, type Instant } from '../../kernel/time.ts';
import type { Session, Standing } from './session.ts';

/** Takes those away with it that were over a day ago: nobody signed out of them. @param mac of the session's facts (register.ts) */
export async function insertSession(tx: Tx, session: Session, mac: Buffer): Promise<void> {
  await tx.deleteFrom('app.session').where('region_id', '=', session.regionId).where(sql<boolean>`created_at + absolute_ms * interval '1 millisecond' < ${addMs(session.createdAt, -DAY_MS)}`).execute();
  await tx.insertInto('app.session').values({
    region_id: session.regionId, id_hash: session.idHash, user_id: session.userId, issuer: session.issuer, sid: session.sid ?? null,
    idle_ms: session.idleMs, absolute_ms: session.absoluteMs, created_at: session.createdAt, last_seen_at: session.lastSeenAt, signed_in_at: session.authTime,
    mac, lock_ms: session.lockMs ?? null, touched_at: session.touchedAt ?? null,
  }).execute();
}

export async function findSession(tx: Tx, region: RegionId, idHash: string): Promise<{ readonly session: Session; readonly mac: Buffer } | undefined> {
  const row = await tx.selectFrom('app.session')
    .select(['region_id', 'id_hash', 'user_id', 'issuer', 'sid', 'idle_ms', 'absolute_ms', 'created_at', 'last_seen_at', 'signed_in_at', 'mac', 'lock_ms', 'touched_at'])
    .where('region_id', '=', region).where('id_hash', '=', idHash).executeTakeFirst();
  if (row === undefined) return undefined;
  const session: Session = {
    regionId: row.region_id, idHash: row.id_hash, userId: row.user_id, issuer: row.issuer, sid: row.sid ?? undefined, idleMs: row.idle_ms,
    absoluteMs: row.absolute_ms, createdAt: row.created_at, lastSeenAt: row.last_seen_at, authTime: row.signed_in_at,
    lockMs: row.lock_ms ?? undefined, touchedAt: row.touched_at ?? undefined,
  };
  return { session, mac: row.mac };
}

/** All that are open in a region, or were left open. */
export async function listSessions(tx: Tx, region: RegionId): Promise<(Standing & { readonly userId: UserId })[]> {
  const rows = await tx.selectFrom('app.session').select(['user_id', 'created_at', 'last_seen_at', 'idle_ms', 'absolute_ms']).where('region_id', '=', region).execute();
  return rows.map((row) => ({ userId: row.user_id, createdAt: row.created_at, lastSeenAt: row.last_seen_at, idleMs: row.idle_ms, absoluteMs: row.absolute_ms }));
}

export async function touchSession(tx: Tx, session: Session, seenAt: Instant, touchedAt: Instant): Promise<void> {
  await tx.updateTable('app.session').set({ last_seen_at: seenAt, touched_at: touchedAt }).where('region_id', '=', session.regionId).where('id_hash', '=', session.idHash).execute();
}

export async function lockSession(tx: Tx, session: Session, mac: Buffer): Promise<void> {
  await tx.updateTable('app.session').set({ lock_ms: session.lockMs ?? null, touched_at: session.touchedAt ?? null, mac }).where('region_id', '=', session.regionId).where('id_hash', '=', session.idHash).execute();
}

export async function deleteSession(tx: Tx, session: Session): Promise<void> {
  await tx.deleteFrom('app.session').where('region_id', '=', session.regionId).where('id_hash', '=', session.idHash).execute();
}

export async function deleteBySid(tx: Tx, region: RegionId, issuer: string, sid: string): Promise<number> {
  const gone = await tx.deleteFrom('app.session').where('region_id', '=', region).where('issuer', '=', issuer).where('sid', '=', sid).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** The regions that a keyed identity was invited to; the index itself belongs to no region. */
export async function regionsOfIdentity(tx: Tx, lookup: Buffer): Promise<RegionId[]> {
  const rows = await tx.selectFrom('kernel.identity_index').select('region_id').where('lookup', '=', lookup).execute();
  return rows.map((row) => row.region_id);
}
