import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import { CONNECTED_AGAIN_MS, type Database, type Tx } from './database/connect.ts';
import type { RegionId } from './ids.ts';
import { openIntakePair } from './sealing/intake.ts';
import { newRegionKey, openRegionKeys, regionLabel, type RegionKeys } from './sealing/region-keys.ts';
import { isRootChanging, openFittingKeys, openKeyDirectory, sameKeyCheck, type KeyDirectory, type KeyProvider } from './sealing/provider-key.ts';
import { KEY_BYTES } from './sealing/aead.ts';
import { StartProblem } from './start-problem.ts';
import { SECOND, type Instant } from './time.ts';

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
  if (stored === undefined) return inUse;
  const fitting = openFittingKeys(keysDir, stored);
  // The lists beside the database and the public process's keys are still the former ones: nothing may be written to them.
  if (isRootChanging(keysDir) && !sameKeyCheck(stored, inUse.provider.keyCheck()) && sameKeyCheck(stored, fitting.provider.keyCheck())) {
    throw new StartProblem('Et bytte av nøkler som er sett, er ikke ferdig. Start med npm start, eller kjør npm run keys:rotate -- --compromised.');
  }
  return fitting;
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
  return { kind: row.kind, identityKey: createSecretKey(await provider.unwrap(row.identity_key, IDENTITY_LABEL)) };
}

/** The deployment's own key behind which another is put, under another provider's key: what was hashed with the first is hashed once more with the second. Answers the second. */
export async function addIdentityKey(tx: Tx, from: KeyProvider, to: KeyProvider): Promise<Buffer> {
  const { identity_key: identity } = await tx.selectFrom('kernel.deployment').select('identity_key').executeTakeFirstOrThrow();
  const key = randomBytes(KEY_BYTES);
  const wrapped = await to.wrap(Buffer.concat([await from.unwrap(identity, IDENTITY_LABEL), key]), IDENTITY_LABEL);
  await tx.updateTable('kernel.deployment').set({ key_check: to.keyCheck(), identity_key: wrapped }).execute();
  return key;
}

/** Every region with its keys, one after the other, in a transaction with the migrator's login: for what a migration or a change of keys does with what is sealed. */
export async function inEachRegion(tx: Tx, provider: KeyProvider, work: (regionId: RegionId, keys: RegionKeys) => Promise<void>): Promise<void> {
  const regions = await tx.selectFrom('kernel.region_register').select('region_id').orderBy('created_at').execute();
  for (const { region_id: regionId } of regions) {
    await sql`select set_config('app.region', ${regionId}, true)`.execute(tx);
    await work(regionId, await load(provider, regionId, tx));
  }
}

/** Shows what belongs to these files in such a transaction, as the door does after its verdict. */
export async function showFiles(tx: Tx, files: readonly string[]): Promise<void> {
  await sql`select set_config('app.files', ${`{${files.join(',')}}`}, true)`.execute(tx);
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

const EVERYBODY_IS_BACK_SECONDS = 3;
/** Twenty looks make a second. */
const LOOKS = 40;
const BETWEEN_LOOKS_SECONDS = 0.05;

/**
 * Whether a process with one of these logins, a house or a worker where nothing is said, is connected to this database. Each of ours always is: the worker asks
 * for tasks every second, and the public process stays connected. On a server that was just started it waits until they have come back. Of one that
 * has just ended the server knows a moment later, longer where it is busy: so this looks for two seconds before it says yes, and before it says that
 * one has gone it waits for as long as a process takes to be back.
 */
export async function isInUse(database: Database, logins: readonly string[] = ['vv_house', 'vv_worker']): Promise<boolean> {
  await sql`select pg_sleep(greatest(0, extract(epoch from pg_postmaster_start_time() - clock_timestamp()) + ${EVERYBODY_IS_BACK_SECONDS}::float8)), pg_stat_clear_snapshot()`.execute(database);
  const connected = async () => (await sql`select 1 from pg_stat_activity where datname = current_database() and usename = any (${[...logins]}::name[]) limit 1`.execute(database)).rows.length > 0;
  const pause = (seconds: number) => sql`select pg_sleep(${seconds}::float8), pg_stat_clear_snapshot()`.execute(database);
  if (!(await connected())) return false;
  for (let looks = 0; looks < LOOKS; looks += 1) {
    await pause(BETWEEN_LOOKS_SECONDS);
    if (await connected()) continue;
    await pause(BETWEEN_LOOKS_SECONDS + CONNECTED_AGAIN_MS / SECOND);
    return connected();
  }
  return true;
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
