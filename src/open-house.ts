import { FOLLOWERS } from './followers.ts';
import { openDatabase, openPool, type Database } from './kernel/database/connect.ts';
import { openDoor, type Door } from './kernel/door.ts';
import { systemChance, type Chance, type RegionId } from './kernel/ids.ts';
import { keysFor, openKeyring, readDeployment, type Deployment } from './kernel/keyring.ts';
import type { KeyDirectory } from './kernel/sealing/provider-key.ts';
import { signStatement } from './kernel/sealing/intake.ts';
import { StartProblem } from './kernel/start-problem.ts';
import type { Clock } from './kernel/time.ts';
import { identityLookup } from './staff/identity.ts';

export type House = {
  readonly door: Door;
  readonly database: Database;
  readonly keys: KeyDirectory;
  readonly deployment: Deployment;
  readonly close: () => Promise<void>;
};

export type HouseParts = {
  readonly databaseUrl: string;
  readonly keysDir: string;
  readonly clock: Clock;
  readonly chance?: Chance;
  /** the sign-in provider by whose subjects people are invited; only the staff pages need it */
  readonly issuer?: string;
  readonly connections?: number;
  readonly onError?: (code: string) => void;
};

/**
 * Opens the side of the product that holds the private keys: database, keyring, door. The house, the worker, the tools and
 * the tests all come in here. @throws StartProblem when the keys are not the ones the data were sealed with
 */
export async function openHouse(parts: HouseParts): Promise<House> {
  const pool = openPool({ url: parts.databaseUrl, max: parts.connections ?? 10, ...(parts.onError === undefined ? {} : { onError: parts.onError }) });
  const database = openDatabase(pool);
  const { keys, deployment } = await openDeployment(database, parts.keysDir).catch(async (error: unknown) => {
    await database.destroy(); // an open pool would keep a tool waiting
    throw error;
  });
  const door = openDoor({
    database, keysOf: openKeyring(keys.provider), sign: (bytes) => signStatement(keys.rootPrivate, bytes), followers: FOLLOWERS,
    clock: parts.clock, chance: parts.chance ?? systemChance, identityLookup: (subject) => lookup(deployment, parts.issuer, subject),
  });
  return { door, database, keys, deployment, close: () => database.destroy() };
}

async function openDeployment(database: Database, keysDir: string): Promise<{ keys: KeyDirectory; deployment: Deployment }> {
  const keys = await keysFor(database, keysDir);
  const deployment = await readDeployment(database, keys.provider);
  if (deployment === 'new') throw new StartProblem('Databasen er ikke satt opp ennå. Start med npm start.');
  if (deployment === 'keys_do_not_match') {
    throw new StartProblem('Nøklene passer ikke til databasen. Sett KEYS_DIR til nøklene som hører til den, eller hent dem fra sikkerhetskopien.');
  }
  return { keys, deployment };
}

/** Nobody is invited under a provider that is not there: they could never sign in, and nobody would see why. */
function lookup(deployment: Deployment, issuer: string | undefined, subject: string): Buffer {
  if (issuer === undefined) throw new Error('this side of the product has no sign-in provider');
  return identityLookup(deployment.identityKey, issuer, subject);
}

const REGIONS_FRESH_MS = 5_000;

/** The regions there are, asked for at most every five seconds. */
export function regionsOf(house: Pick<House, 'database'>): () => Promise<RegionId[]> {
  let known: { readonly at: number; readonly regions: RegionId[] } | undefined;
  return async () => {
    if (known !== undefined && performance.now() - known.at < REGIONS_FRESH_MS) return known.regions;
    const rows = await house.database.selectFrom('kernel.region_register').select('region_id').orderBy('created_at').execute();
    known = { at: performance.now(), regions: rows.map((row) => row.region_id) };
    return known.regions;
  };
}
