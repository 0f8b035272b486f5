import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Tx } from './database/connect.ts';
import type { RegionId } from './ids.ts';
import { newRegionKey, openRegionKeys, type RegionKeys } from './sealing/region-keys.ts';
import { sameKeyCheck, type KeyProvider } from './sealing/provider-key.ts';
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

/** Reads what the database was born as. `keys_do_not_match` when these keys are not the ones its data were sealed with. */
export async function readDeployment(database: Database, provider: KeyProvider): Promise<Deployment | 'new' | 'keys_do_not_match'> {
  const row = await database.selectFrom('kernel.deployment').select(['kind', 'key_check', 'identity_key']).executeTakeFirst();
  if (row === undefined) return 'new';
  if (!sameKeyCheck(row.key_check, provider.keyCheck())) return 'keys_do_not_match';
  return { kind: row.kind, identityKey: takeKey(await provider.unwrap(row.identity_key, IDENTITY_LABEL)) };
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
