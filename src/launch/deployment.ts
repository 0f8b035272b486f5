import { sql } from 'kysely';
import pg from 'pg';
import { openDatabase, openPool, type Database } from '../kernel/database/connect.ts';
import { inspectKeys, openFittingKeys, sameKeyCheck } from '../kernel/sealing/provider-key.ts';
import { KeysRefused } from '../kernel/sealing/key-files.ts';
import type { Settings } from '../kernel/settings.ts';
import { StartProblem } from '../kernel/start-problem.ts';

type Keyed = Pick<Settings, 'demo' | 'keysDir' | 'publicKeysDir'>;

/**
 * Whether this database is new or was tied to keys before, and whether it is tied to ours. Only reads: where keys and data do
 * not belong together, no key may be made and no table changed before somebody has read why (test: database/start).
 * @throws StartProblem
 */
export async function findDeployment(settings: Keyed, migratorUrl: string): Promise<'new' | 'kept'> {
  const database = openDatabase(openPool({ url: migratorUrl, max: 1 }));
  try {
    const row = await readBirth(database);
    if (row !== undefined) requireSame(settings, row);
    inspectKeys(settings.keysDir, settings.publicKeysDir);
    return row === undefined ? 'new' : 'kept';
  } finally {
    await database.destroy();
  }
}

type Birth = { readonly kind: 'demo' | 'real'; readonly key_check: Buffer };

async function readBirth(database: Database): Promise<Birth | undefined> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('kernel.deployment') is not null as there`.execute(database);
  if (rows[0]?.there !== true) return undefined;
  return database.selectFrom('kernel.deployment').select(['kind', 'key_check']).executeTakeFirst();
}

function requireSame(settings: Keyed, born: Birth): void {
  if (born.kind === 'demo' && !settings.demo) throw new StartProblem('Databasen er laget for demo og kan ikke tas i bruk på ordentlig. Start med en ny database.');
  if (born.kind === 'real' && settings.demo) throw new StartProblem('Databasen er i ekte bruk og kan ikke kjøres som demo.');
  if (!sameKeyCheck(born.key_check, fitting(settings, born.key_check))) {
    throw new StartProblem(`Nøklene i ${settings.keysDir} passer ikke til databasen. Sett KEYS_DIR til nøklene som hører til den, eller hent dem fra sikkerhetskopien.`);
  }
}

function fitting({ keysDir }: Keyed, stored: Buffer): Buffer {
  try {
    return openFittingKeys(keysDir, stored).provider.keyCheck();
  } catch (error) {
    if (!(error instanceof KeysRefused) || error.fault !== 'missing') throw error;
    throw new StartProblem(`Databasen er forseglet med nøkler som ikke ligger i ${keysDir}. Sett KEYS_DIR til mappen der de ligger, eller hent dem tilbake med npm run keys:restore.`);
  }
}

/**
 * Takes away everything that an interrupted filling left in a demo's database, with the logins that own it: on a server of
 * somebody else's the database itself stays. Only after findDeployment has found our own keys and a demo.
 */
export async function emptyDemo(urls: { readonly migrator: string; readonly worker: string }): Promise<void> {
  // The queue goes first: as long as the rest is there, a start that is killed in between finds an unfinished demo again.
  await run(urls.worker, 'drop schema if exists graphile_worker, queue cascade');
  await run(urls.migrator, 'drop schema if exists app, intake, stats, kernel, migration cascade');
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, lock_timeout: 20_000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
