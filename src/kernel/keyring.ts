import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Tx } from './database/connect.ts';
import type { RegionId } from './ids.ts';
import { openIntakePair } from './sealing/intake.ts';
import { newRegionKey, openRegionKeys, regionLabel, type RegionKeys } from './sealing/region-keys.ts';
import { openFittingKeys, openKeyDirectory, sameKeyCheck, type KeyDirectory, type KeyProvider } from './sealing/provider-key.ts';
import { takeKey } from './sealing/aead.ts';
import type { KeyObject } from 'node:crypto';
import type { Instant } from './time.ts';

export type Keyring = (regionId: RegionId, tx: Tx) => Promise<RegionKeys>;

/** Opens each region's keys once and keeps them in memory for as long as the process lives. */
export function openKeyring(provider: KeyProvider): Keyring {
  const open = new Map<RegionId, Promise<RegionKeys>>();
  return (regionId, tx) => {
    const known = open.get(regionId);
    if (known !== undefined) return known;
    const fresh = load(provider, regionId, tx);
    open.set(regionId, fresh);
    fresh.catch(() => open.delete(regionId));
    return fresh;
  };
}

async function load(provider: KeyProvider, regionId: RegionId, tx: Tx): Promise<RegionKeys> {
  const row = await tx.selectFrom('kernel.region_key').select('wrapped_key').where('region_id', '=', regionId).executeTakeFirstOrThrow();
  return openRegionKeys(provider, row.wrapped_key, regionId);
}

export type Deployment = { readonly kind: 'demo' | 'real'; readonly identityKey: KeyObject };

const IDENTITY_LABEL = 'deployment identity';

/** Marks a new database as demo or real, for good, and ties it to the provider's keys. Needs the migrator's login. */
export async function bindDeployment(database: Database, provider: KeyProvider, kind: 'demo' | 'real', at: Instant): Promise<void> {
  const identityKey = await provider.wrap(randomBytes(32), IDENTITY_LABEL);
  await sql`insert into kernel.deployment (only_row, kind, key_check, identity_key, created_at)
    values (true, ${kind}, ${provider.keyCheck()}, ${identityKey}, ${at}) on conflict do nothing`.execute(database);
}

/** The keys in a directory that this database was sealed with: the ones in use, or those of a rotation that was killed near its end. @throws KeysRefused */
export async function keysFor(database: Database, keysDir: string): Promise<KeyDirectory> {
  const inUse = openKeyDirectory(keysDir);
  const stored = await readDeploymentCheck(database);
  return stored === undefined ? inUse : openFittingKeys(keysDir, stored);
}

/** The key check of the keys that this database is sealed with; undefined while it is new. */
export async function readDeploymentCheck(database: Database): Promise<Buffer | undefined> {
  return (await database.selectFrom('kernel.deployment').select('key_check').executeTakeFirst())?.key_check;
}

/** Reads what the database was born as. `keys_do_not_match` when these keys are not the ones its data were sealed with. */
export async function readDeployment(database: Database, provider: KeyProvider): Promise<Deployment | 'new' | 'keys_do_not_match'> {
  const row = await database.selectFrom('kernel.deployment').select(['kind', 'key_check', 'identity_key']).executeTakeFirst();
  if (row === undefined) return 'new';
  if (!sameKeyCheck(row.key_check, provider.keyCheck())) return 'keys_do_not_match';
  return { kind: row.kind, identityKey: takeKey(await provider.unwrap(row.identity_key, IDENTITY_LABEL)) };
}

/** Every region with its keys, one after the other, in a transaction with the migrator's login: for what a migration or a change of keys does with what is sealed. */
export async function inEachRegion(tx: Tx, provider: KeyProvider, work: (regionId: RegionId, keys: RegionKeys) => Promise<void>): Promise<void> {
  const regions = await tx.selectFrom('kernel.region_register').select('region_id').orderBy('created_at').execute();
  for (const { region_id: regionId } of regions) {
    await sql`select set_config('app.region', ${regionId}, true)`.execute(tx);
    await work(regionId, await load(provider, regionId, tx));
  }
}

/** Enters a new region: its host and its wrapped key. Needs the migrator's login; everything after goes through the door. */
export async function registerRegion(database: Database, provider: KeyProvider, region: { id: RegionId; host: string; at: Instant }): Promise<void> {
  const wrapped = await newRegionKey(provider, region.id);
  await database.transaction().execute(async (tx) => {
    await sql`select set_config('app.region', ${region.id}, true)`.execute(tx);
    await tx.insertInto('kernel.region_register').values({ region_id: region.id, host: region.host, created_at: region.at }).execute();
    await tx.insertInto('kernel.region_key').values({ region_id: region.id, wrapped_key: wrapped }).execute();
  });
}

/** Whether a house or a worker is connected to this database. */
export async function isInUse(database: Database): Promise<boolean> {
  const found = await sql`select 1 from pg_stat_activity where datname = current_database() and usename in ('vv_house', 'vv_worker') limit 1`.execute(database);
  return found.rows.length > 0;
}

/**
 * Wraps every region's key and the deployment's own under another provider's key, in one transaction: all or nothing. Needs the
 * migrator's login. `in_use`: a house or worker is connected, which would go on with the former key in its memory; nothing is
 * changed then. One that wants to start meanwhile waits for the lock and reads what was committed. Throws SealBroken.
 */
export async function rewrapKeys(database: Database, from: KeyProvider, to: KeyProvider): Promise<'done' | 'in_use'> {
  return database.transaction().execute(async (tx) => {
    await sql`lock table kernel.deployment, kernel.region_register in access exclusive mode`.execute(tx);
    if (await isInUse(tx)) return 'in_use';
    const { key_check: check, identity_key: identity } = await tx.selectFrom('kernel.deployment').select(['key_check', 'identity_key']).executeTakeFirstOrThrow();
    if (!sameKeyCheck(check, from.keyCheck())) throw new Error('the keys were changed by somebody else');
    await inEachRegion(tx, from, async (id) => {
      const row = await tx.selectFrom('kernel.region_key').select('wrapped_key').where('region_id', '=', id).executeTakeFirstOrThrow();
      const wrapped_key = await rewrapped(row.wrapped_key, regionLabel(id), from, to);
      await tx.updateTable('kernel.region_key').set({ wrapped_key }).where('region_id', '=', id).execute();
    });
    const identity_key = await rewrapped(identity, IDENTITY_LABEL, from, to);
    await tx.updateTable('kernel.deployment').set({ key_check: to.keyCheck(), identity_key }).execute();
    return 'done';
  });
}

async function rewrapped(wrapped: Buffer, label: string, from: KeyProvider, to: KeyProvider): Promise<Buffer> {
  const key = await from.unwrap(wrapped, label);
  const anew = await to.wrap(key, label);
  key.fill(0);
  return anew;
}

/** Opens each region's key and what it wraps, as a house would. Answers how many regions there are. Throws SealBroken. */
export async function openEveryKey(database: Database, provider: KeyProvider): Promise<number> {
  return database.transaction().execute(async (tx) => {
    const { identity_key: identity } = await tx.selectFrom('kernel.deployment').select('identity_key').executeTakeFirstOrThrow();
    await provider.unwrap(identity, IDENTITY_LABEL);
    let count = 0;
    await inEachRegion(tx, provider, async (id, keys) => {
      const pairs = await tx.selectFrom('kernel.intake_key').select(['version', 'public_key', 'sealed_private']).where('region_id', '=', id).execute();
      for (const pair of pairs) await openIntakePair(keys, { keyVersion: pair.version, publicKey: pair.public_key, wrappedPrivate: pair.sealed_private });
      count += 1;
    });
    return count;
  });
}
