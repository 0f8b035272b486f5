import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { readDeploymentCheck } from '../kernel/keyring.ts';
import { openDatabase, openPool } from '../kernel/database/connect.ts';
import { systemChance, type Chance } from '../kernel/ids.ts';
import { bundleKeys, keyCheckOf, readBundle, restoreBundle, type KeyBundle } from '../kernel/sealing/key-backup.ts';
import { openNextKeys, sameKeyCheck } from '../kernel/sealing/provider-key.ts';
import { joinShares, splitSecret } from '../kernel/sealing/shares.ts';
import type { Settings } from '../kernel/settings.ts';
import { StartProblem } from '../kernel/start-problem.ts';
import { osloDay, systemClock, type Day } from '../kernel/time.ts';
import { withDatabase, withHouse } from './database.ts';
import type { Report } from './report.ts';
import { newShareSet, readShare, shareText, type NamedShare } from './share-text.ts';

/**
 * `npm run keys:backup -- FOLDER`: the keys in three shares, one file each, of which any two restore them. The keys are tried
 * on the data first: a backup of the wrong keys would be found out when it is too late. @throws StartProblem, KeysRefused
 */
export async function backUpKeys(settings: Settings, words: readonly string[]): Promise<Report> {
  const folder = words[0];
  if (folder === undefined || words.length > 1) throw new StartProblem('Si hvor andelene skal legges: npm run keys:backup -- MAPPE');
  for (const own of [settings.dataDir, settings.keysDir]) if (isInside(own, folder)) throw new StartProblem(`Andelene kan ikke ligge i ${own}: der ligger nøklene selv, eller det de åpner.`);
  await withHouse(settings, async () => undefined); // refuses keys that do not fit
  if (openNextKeys(settings.keysDir) !== undefined) throw new StartProblem('Et bytte av nøkler er ikke ferdig. Kjør npm run keys:rotate først.');
  const files = writeShares(bundleKeys(settings.keysDir, settings.publicKeysDir), folder, systemChance, osloDay(systemClock()));
  return { well: true, lines: ['Nøklene er delt i tre. To av andelene gir dem tilbake; én alene sier ingenting.', ...files.map((file) => `  ${file}`), 'Gi dem til tre personer, hver sin, og slett dem herfra.'] };
}

function isInside(own: string, folder: string): boolean {
  return !relative(own, resolve(folder)).startsWith('..');
}

/** Answers the files, which only their owner can read. Each pair has been read back and tried. */
export function writeShares(bundle: KeyBundle, folder: string, chance: Pick<Chance, 'bytes'>, made: Day): string[] {
  const set = newShareSet(chance.bytes(5));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = splitSecret(bundle, chance).map((share) => {
    const file = join(folder, `nokkelandel-${set}-${share.x}.txt`);
    writeFileSync(file, shareText({ set, share }, made), { mode: 0o600, flag: 'wx', flush: true });
    return file;
  });
  for (const left of files) if (!joined(files.filter((file) => file !== left)).equals(bundle)) throw new Error('shares of our own do not restore');
  return files;
}

/**
 * `npm run keys:restore -- FILE FILE`: puts the keys back where they are missing. Two shares that do not fit, keys that are not
 * the database's, or other keys in the way: one sentence, and nothing is written. @throws StartProblem, KeysRefused
 */
export async function restoreKeys(settings: Settings, files: readonly string[]): Promise<Report> {
  if (files.length < 2) throw new StartProblem('Si hvilke to andeler som skal brukes: npm run keys:restore -- FIL FIL');
  const bundle = joined(files);
  const compared = await compareWithData(settings, keyCheckOf(bundle));
  if (compared === 'differ') throw new StartProblem('Nøklene i andelene er ikke de som databasen er forseglet med. Bruk andelene som ble laget sist nøklene ble byttet.');
  const outcome = restoreBundle(bundle, settings.keysDir, settings.publicKeysDir);
  const first = outcome === 'restored' ? `Nøklene er lagt tilbake i ${settings.keysDir} og ${settings.publicKeysDir}.` : `Nøklene ligger allerede i ${settings.keysDir}.`;
  return { well: true, lines: [first, compared === 'fit' ? 'De er dem databasen er forseglet med.' : 'De er ikke sammenlignet med databasen, som ikke svarte. Kjør npm run keys:check når den er oppe.'] };
}

/** The keys of two or three shares. @throws StartProblem */
export function joined(files: readonly string[]): KeyBundle {
  const shares = files.map((file) => readShare(textOf(file), file));
  requireOneSet(shares);
  const [one, other, third] = shares.map(({ share }) => share);
  if (one === undefined || other === undefined) throw new StartProblem('To andeler må til.');
  const bundle = [[one, other], ...(third === undefined ? [] : [[one, third], [other, third]])].map(([a, b]) => (a === undefined || b === undefined ? undefined : readBundle(joinShares(a, b)))).find((found) => found !== undefined);
  if (bundle === undefined) throw new StartProblem('Andelene gir ikke nøklene tilbake: en av dem er endret. Prøv med den tredje.');
  return bundle;
}

function requireOneSet(shares: readonly NamedShare[]): void {
  if (new Set(shares.map(({ set }) => set)).size > 1) throw new StartProblem('Andelene er fra forskjellige sikkerhetskopier. Bruk to der det står samme sett.');
  if (new Set(shares.map(({ share }) => share.x)).size < shares.length) throw new StartProblem('Samme andel er oppgitt to ganger. To forskjellige må til.');
  if (new Set(shares.map(({ share }) => share.bytes.length)).size > 1) throw new StartProblem('En av andelene mangler rader.');
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new StartProblem(`Filen ${file} kan ikke leses.`);
  }
}

/** A restored machine may have its keys before it has its database. */
async function compareWithData(settings: Settings, check: Buffer): Promise<'fit' | 'differ' | 'unknown'> {
  try {
    return await withDatabase(settings, async (url) => {
      const database = openDatabase(openPool({ url: url('house'), max: 1 }));
      try {
        const stored = await readDeploymentCheck(database);
        return stored === undefined ? 'unknown' : sameKeyCheck(stored, check) ? 'fit' : 'differ';
      } finally {
        await database.destroy();
      }
    });
  } catch {
    return 'unknown';
  }
}
