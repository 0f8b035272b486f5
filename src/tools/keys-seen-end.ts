import { join } from 'node:path';
import { dropNext, useNext } from '../kernel/beside.ts';
import { openDatabase, openPool, type Database } from '../kernel/database/connect.ts';
import { openEveryKey, readDeploymentCheck } from '../kernel/keyring.ts';
import { isRootChanging, openNextKeys, sameKeyCheck, useAllKeys } from '../kernel/sealing/provider-key.ts';
import type { Settings } from '../kernel/settings.ts';

type Places = Pick<Settings, 'keysDir' | 'publicKeysDir' | 'dataDir'>;

/** Where the lists beside the database lie. */
export function besideDir({ dataDir }: Pick<Settings, 'dataDir'>): string {
  return join(dataDir, 'audit-heads');
}

/**
 * Ends a change whose transaction was committed; false where there is none. Can be done twice, and is done by every start (prepare.ts): only then
 * do lists, public keys and database belong together again.
 */
export async function finishSeenKeys(database: Database, places: Places): Promise<boolean> {
  const stored = await readDeploymentCheck(database);
  const next = isRootChanging(places.keysDir) ? openNextKeys(places.keysDir) : undefined;
  if (stored === undefined || next === undefined || !sameKeyCheck(stored, next.provider.keyCheck())) return false;
  await openEveryKey(database, next.provider);
  useNext(besideDir(places));
  useAllKeys(places.keysDir, places.publicKeysDir);
  dropNext(besideDir(places));
  return true;
}

/** The same at a start, before anything looks at the keys. */
export async function finishSeenKeysAt(migratorUrl: string, places: Places): Promise<boolean> {
  if (!isRootChanging(places.keysDir)) return false;
  const database = openDatabase(openPool({ url: migratorUrl, max: 1 }));
  try {
    return await finishSeenKeys(database, places);
  } finally {
    await database.destroy();
  }
}
