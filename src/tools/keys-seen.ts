import { sql } from 'kysely';
import { randomBytes, type KeyObject } from 'node:crypto';
import { closeNext, dropNext } from '../kernel/beside.ts';
import type { Context } from '../kernel/context.ts';
import { openDatabase, openPool, type Database, type Tx } from '../kernel/database/connect.ts';
import { systemChance, type RegionId } from '../kernel/ids.ts';
import { addIdentityKey, inEachRegion, isInUse, readDeploymentCheck } from '../kernel/keyring.ts';
import { KEY_BYTES } from '../kernel/sealing/aead.ts';
import { signStatement } from '../kernel/sealing/intake.ts';
import { dropNextKeys, isRootChanging, makeAllKeys, openKeyDirectory, openNextKeys, sameKeyCheck, useNextKeys, type KeyDirectory } from '../kernel/sealing/provider-key.ts';
import { regionKeys, regionLabel, type RegionKeys } from '../kernel/sealing/region-keys.ts';
import type { Settings } from '../kernel/settings.ts';
import { StartProblem } from '../kernel/start-problem.ts';
import { openStorage, type ObjectPlace, type Storage } from '../kernel/storage.ts';
import { shiftedClock, systemClock, type Instant } from '../kernel/time.ts';
import { listUnconfirmed } from '../reports/public.ts';
import { withDatabase } from './database.ts';
import { besideDir, finishSeenKeys } from './keys-seen-end.ts';
import type { Change, Counted, Sent } from './rekey/change.ts';
import type { Sending } from './rekey/marks.ts';
import { rekeyRegion } from './rekey/region.ts';
import { GUARDED } from './rekey/registry.ts';
import type { Report } from './report.ts';

type Places = Pick<Settings, 'keysDir' | 'publicKeysDir' | 'filesDir' | 'dataDir' | 'clock'>;
/** Who would go on with the former keys in memory. */
const EVERYBODY = ['vv_house', 'vv_worker', 'vv_public'];
type Log = (line: string) => void;

/**
 * `npm run keys:rotate -- --compromised`: somebody may have seen a key. Every key is new and everything is sealed anew, so that the former ones
 * open nothing that is here or is written later (decision 0054; tests: database/keys-seen, faults/keys-seen). The steps, each of which may be
 * the last before the power goes: new keys beside the old; one transaction in which everything is opened, checked and sealed anew, files beside
 * the files that are there; then the new lists and keys take the old ones' place, and the old files go. @throws StartProblem, KeysRefused
 */
export async function changeSeenKeys(settings: Settings, log: Log): Promise<Report> {
  return withDatabase(settings, async (url) => {
    const database = openDatabase(openPool({ url: url('migrator'), max: 1 }));
    try {
      return await change(database, settings, log);
    } finally {
      await database.destroy();
    }
  });
}

async function change(database: Database, places: Places, log: Log): Promise<Report> {
  const finished = await finishSeenKeys(database, places);
  if (!finished) await requireFitting(database, places.keysDir);
  if (await isInUse(database, EVERYBODY)) throw new StartProblem('Stopp produktet, også den offentlige delen, før nøklene byttes: de holder de gamle i minnet.');
  const counted: Counted = { files: 0, objects: 0, unreadableObjects: 0, unreadableEnvelopes: 0, unpublished: [] };
  if (!finished) {
    dropNext(besideDir(places));
    const former = openKeyDirectory(places.keysDir);
    const next = makeAllKeys(places.keysDir);
    const sent: Sent = { former: [], now: [] };
    const storage = openStorage(places.filesDir);
    await database.transaction().execute((tx) => changeAll(tx, { former, next, places, storage, log, counted, sent })).catch(async (error: unknown) => {
      // Said no before it was committed. After anything else nobody knows, and keys and files stay.
      if (error instanceof StartProblem) {
        dropNextKeys(places.keysDir);
        await removeAll(storage, sent.now);
      }
      throw error;
    });
    await finishSeenKeys(database, places);
    // These names alone: somebody may be sending a file by now. What a change that was killed left, the nightly sweep takes.
    await removeAll(storage, sent.former);
  }
  return { well: true, lines: linesOf(finished, counted, places) };
}

async function removeAll(storage: Storage, objects: readonly ObjectPlace[]): Promise<void> {
  for (const object of objects) await storage.remove(object);
}

function linesOf(finished: boolean, counted: Counted, { publicKeysDir }: Places): string[] {
  const left = (count: number, words: string) => (count === 0 ? [] : [`${count} ${words}`]);
  return [
    finished ? 'Et bytte av nøkler som ble avbrutt, er fullført.' : `Alle nøkler er byttet. ${counted.files} mapper og ${counted.objects} filer er forseglet på nytt.`,
    'Det de gamle nøklene åpnet, er ikke her lenger. Kopier av databasen og FILES_DIR fra før byttet åpner de fortsatt.',
    ...left(counted.unreadableObjects, 'filer lot seg ikke åpne, og ligger som de lå.'), ...left(counted.unreadableEnvelopes, 'meldinger lot seg ikke åpne, og ligger som de lå.'),
    ...counted.unpublished.map((host) => `${host} må publiseres på nytt av en koordinator.`),
    'Alle er logget ut, og skjemaer som var åpne, må sendes på nytt.',
    `Kjører den offentlige delen som en annen bruker, må den få en ny kopi av ${publicKeysDir} før den startes.`,
    'Lag nye andeler nå: npm run keys:backup -- MAPPE. Ta ny sikkerhetskopi av databasen, filene og DATA_DIR, og slett de gamle når dere ikke trenger dem.',
  ];
}

/** The keys in use are the database's; a change of the other kind that was killed near its end is ended first. */
async function requireFitting(database: Database, keysDir: string): Promise<void> {
  const stored = await readDeploymentCheck(database);
  if (stored === undefined) throw new StartProblem('Databasen er ikke satt opp ennå. Start med npm start.');
  const next = isRootChanging(keysDir) ? undefined : openNextKeys(keysDir);
  if (next !== undefined && sameKeyCheck(stored, next.provider.keyCheck())) useNextKeys(keysDir);
  if (!sameKeyCheck(stored, openKeyDirectory(keysDir).provider.keyCheck())) throw new StartProblem('Nøklene i KEYS_DIR passer ikke til databasen. Hent dem som hører til den, før de byttes.');
}

type All = { readonly former: KeyDirectory; readonly next: KeyDirectory; readonly places: Places; readonly storage: Storage; readonly log: Log; readonly counted: Counted; readonly sent: Sent };

async function changeAll(tx: Tx, all: All): Promise<void> {
  const { former, next, places, storage, log, counted, sent } = all;
  await sql`select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`.execute(tx);
  await sql`lock table kernel.deployment, kernel.region_register in access exclusive mode`.execute(tx);
  await requireUnused(tx);
  const sendings = await sendingsOf(tx, former);
  const identityKey = await addIdentityKey(tx, former.provider, next.provider);
  for (const table of GUARDED) await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx);
  const now = (places.clock === undefined ? systemClock : shiftedClock(places.clock))();
  await inEachRegion(tx, former.provider, async (regionId, keys) => {
    const { host } = await tx.selectFrom('kernel.region_register').select('host').where('region_id', '=', regionId).executeTakeFirstOrThrow();
    const fresh = await newKeys(tx, next, regionId);
    const contexts = { from: contextOf(tx, regionId, keys, former.rootPrivate, now), to: contextOf(tx, regionId, fresh, next.rootPrivate, now) };
    const one: Change = { ...contexts, host, identityKey, formerRoot: former.rootPublic, storage, besideDir: besideDir(places), log, counted, sent };
    await rekeyRegion(one, sendings);
  });
  for (const table of GUARDED) await sql`alter table ${sql.table(table)} enable trigger user`.execute(tx);
  closeNext(besideDir(places));
  await requireUnused(tx);
}

/** Held when it begins and when it ends: one that was started meanwhile has read the former keys. */
async function requireUnused(tx: Tx): Promise<void> {
  if (await isInUse(tx, EVERYBODY)) throw new StartProblem('Stopp produktet, også den offentlige delen, og bytt på nytt: det holder de gamle nøklene i minnet. Ingen nøkler er byttet.');
}

async function newKeys(tx: Tx, next: KeyDirectory, regionId: RegionId): Promise<RegionKeys> {
  const secret = randomBytes(KEY_BYTES);
  const wrapped_key = await next.provider.wrap(secret, regionLabel(regionId));
  await tx.updateTable('kernel.region_key').set({ wrapped_key }).where('region_id', '=', regionId).execute();
  return regionKeys(regionId, secret);
}

function contextOf(tx: Tx, regionId: RegionId, keys: RegionKeys, root: KeyObject, now: Instant): Context {
  return {
    tx, regionId, keys, actor: { kind: 'system', regionId, task: 'change_seen_keys' }, now, chance: systemChance, sign: (statement) => signStatement(root, statement),
    identityLookup: () => { throw new Error('a change of keys invites nobody'); }, followers: [], shows: false, touched: new Map(), records: new Map(),
  };
}

/** Reports on their way between regions, before anything is changed. */
async function sendingsOf(tx: Tx, { provider }: KeyDirectory): Promise<Sending[]> {
  const found: Sending[] = [];
  await inEachRegion(tx, provider, async (regionId) => {
    for (const { to_region, to_report, transfer_id } of await listUnconfirmed(tx, regionId)) if (to_region !== null && to_report !== null) found.push({ to_region, to_report, transfer_id });
  });
  return found;
}
