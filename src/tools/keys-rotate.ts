import { openDatabase, openPool, type Database } from '../kernel/database/connect.ts';
import { isInUse, openEveryKey, readDeploymentCheck, rewrapKeys } from '../kernel/keyring.ts';
import { isRootChanging, makeNextKeys, openKeyDirectory, openNextKeys, sameKeyCheck, useNextKeys } from '../kernel/sealing/provider-key.ts';
import type { Settings } from '../kernel/settings.ts';
import { StartProblem } from '../kernel/start-problem.ts';
import { withDatabase } from './database.ts';
import type { Report } from './report.ts';

/**
 * `npm run keys:rotate`: all regions' keys under a new provider key. What is sealed with them stays as it is. The steps, each
 * of which may be the last before the power goes (test: faults/keys-rotate): the new key is made beside the old; one
 * transaction wraps everything anew; the new key is read back from disk and opens everything; only then does it take the old
 * one's place. Until then the product starts with whichever of the two the database says. @throws StartProblem, KeysRefused
 */
export async function rotateKeys(settings: Settings): Promise<Report> {
  return withDatabase(settings, async (url) => {
    const database = openDatabase(openPool({ url: url('migrator'), max: 1 }));
    try {
      return await rotate(database, settings.keysDir);
    } finally {
      await database.destroy();
    }
  });
}

export async function rotate(database: Database, keysDir: string): Promise<Report> {
  const stored = await readDeploymentCheck(database);
  if (stored === undefined) throw new StartProblem('Databasen er ikke satt opp ennå. Start med npm start.');
  if (isRootChanging(keysDir)) throw new StartProblem('Et bytte av nøkler som er sett, er begynt. Kjør npm run keys:rotate -- --compromised.');
  const inUse = openKeyDirectory(keysDir);
  const begun = openNextKeys(keysDir);
  const finishing = begun !== undefined && sameKeyCheck(stored, begun.provider.keyCheck());
  if (!finishing) {
    if (!sameKeyCheck(stored, inUse.provider.keyCheck())) throw new StartProblem('Nøklene i KEYS_DIR passer ikke til databasen. Hent dem som hører til den, før de byttes.');
    const done = !(await isInUse(database)) && (await rewrapKeys(database, inUse.provider, makeNextKeys(keysDir).provider)) === 'done';
    if (!done) throw new StartProblem('Stopp produktet før nøklene byttes: det holder de gamle i minnet.');
  }
  const regions = await openEveryKey(database, proven(keysDir));
  useNextKeys(keysDir);
  return { well: true, lines: [
    finishing ? 'Et bytte av nøkler som ble avbrutt, er fullført.' : 'Nøklene er byttet.',
    `Nøklene til ${regions === 1 ? 'én region' : `${regions} regioner`} åpnes med den nye nøkkelen i ${keysDir}, og bare med den.`,
    'Lag nye andeler nå: npm run keys:backup -- MAPPE',
    'Ta vare på de gamle andelene så lenge du har sikkerhetskopier av databasen fra før byttet: bare de åpner dem.',
  ] };
}

/** The new key as the disk has it, not as memory does. */
function proven(keysDir: string) {
  const next = openNextKeys(keysDir);
  if (next === undefined) throw new Error('the next key is gone');
  return next.provider;
}
