import { sql } from 'kysely';
import type { Context } from './context.ts';
import { newIntakePair, openIntakePair } from './sealing/intake.ts';
import type { BoxPair } from './sealing/hpke.ts';
import type { RegionKeys } from './sealing/region-keys.ts';
import type { Instant } from './time.ts';

/** Makes the next intake pair of a region and answers its version and public half. Old pairs stay for what was sealed to them. */
export async function renewIntakePair(ctx: Context): Promise<{ version: number; publicKey: Buffer }> {
  const last = await ctx.tx.selectFrom('kernel.intake_key').select('version').where('region_id', '=', ctx.regionId).orderBy('version', 'desc').limit(1).executeTakeFirst();
  const version = (last?.version ?? 0) + 1;
  const pair = await newIntakePair(ctx.keys, version);
  await ctx.tx.insertInto('kernel.intake_key').values({
    region_id: ctx.regionId, version, public_key: pair.publicKey, sealed_private: pair.wrappedPrivate, created_at: ctx.now, retired_at: null,
  }).execute();
  return { version, publicKey: pair.publicKey };
}

/** The newest pair's public half. */
export async function currentIntakeKey(ctx: Context): Promise<{ version: number; publicKey: Buffer; createdAt: Instant } | undefined> {
  const row = await ctx.tx.selectFrom('kernel.intake_key').select(['version', 'public_key', 'created_at']).where('region_id', '=', ctx.regionId)
    .where('retired_at', 'is', null).orderBy('version', 'desc').limit(1).executeTakeFirst();
  return row === undefined ? undefined : { version: row.version, publicKey: row.public_key, createdAt: row.created_at };
}

/** Changes whenever a region's intake keys do: one was added, wrapped anew or put back. Tells nothing else. */
export async function intakeKeyMark(ctx: Context): Promise<string> {
  const found = await sql<{ mark: string | null }>`select md5(string_agg(version || ' ' || encode(sha256(sealed_private), 'hex'), ' ' order by version)) as mark
    from kernel.intake_key where region_id = ${ctx.regionId}`.execute(ctx.tx);
  return found.rows[0]?.mark ?? '';
}

const opened = new WeakMap<RegionKeys, Map<number, Promise<BoxPair>>>();

/** The pair of a version, ready to open envelopes, kept in memory; undefined for a version that never was. Throws SealBroken when it was tampered with. */
export async function findIntakePair(ctx: Context, version: number): Promise<BoxPair | undefined> {
  const known = opened.get(ctx.keys) ?? new Map<number, Promise<BoxPair>>();
  opened.set(ctx.keys, known);
  const kept = known.get(version);
  if (kept !== undefined) return kept;
  const row = await ctx.tx.selectFrom('kernel.intake_key').select(['version', 'public_key', 'sealed_private']).where('region_id', '=', ctx.regionId)
    .where('version', '=', version).executeTakeFirst();
  if (row === undefined) return undefined;
  const pair = openIntakePair(ctx.keys, { keyVersion: row.version, publicKey: row.public_key, wrappedPrivate: row.sealed_private });
  known.set(version, pair);
  pair.catch(() => known.delete(version));
  return pair;
}
