import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { runningCluster, type ClusterAddress } from '../../src/kernel/postgres/address.ts';
import { startEmbedded, type Embedded, type EmbeddedInput } from '../../src/kernel/postgres/embedded.ts';
import { isAlive, type ProcessMark } from '../../src/kernel/postgres/processes.ts';
import { lockDataDirectory } from '../../src/launch/lock.ts';

/** Environment variable with the data directory of the cluster that all tests of one run share. */
export const SHARED = 'TEST_CLUSTER';

const PREFIX = 'vv-test-';
const FRESH_MS = 60_000;

export type OwnCluster = Embedded & { readonly dataDir: string };
export type OwnClusterInput = Partial<Pick<EmbeddedInput, 'durable' | 'log' | 'means' | 'pgBin'>>;

/**
 * A cluster of one's own in a new directory, gone after `stop`. It does not flush to disk unless `durable` is true,
 * which tests of crashes need.
 */
export async function startOwnCluster(input: OwnClusterInput = {}): Promise<OwnCluster> {
  removeForgotten();
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX));
  await lockDataDirectory(dataDir);
  const cluster = await startEmbedded({ durable: false, log: () => undefined, pgBin: process.env['PG_BIN'], ...input, dataDir });
  const stop = async (): Promise<void> => {
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...cluster, dataDir, stop };
}

/** Clusters of test runs that were killed: their servers are gone, their files are not. */
function removeForgotten(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const directory = join(tmpdir(), name);
    try {
      const lock = join(directory, 'running');
      const forgotten = existsSync(lock)
        ? !isAlive(JSON.parse(readFileSync(lock, 'utf8')) as ProcessMark) // written by src/launch/lock.ts
        : performance.timeOrigin + performance.now() - statSync(directory).mtimeMs > FRESH_MS;
      if (forgotten) rmSync(directory, { recursive: true, force: true });
    } catch {
      // another run is removing it, or it is another user's
    }
  }
}

/** The cluster that this run shares. Throws where the project has no global setup. */
export function testCluster(): ClusterAddress {
  const dataDir = process.env[SHARED];
  const cluster = dataDir === undefined ? undefined : runningCluster(dataDir);
  if (cluster === undefined) throw new Error('no shared test cluster: this test belongs in a project with a database (vitest.config.ts)');
  return cluster;
}

let administration: pg.Pool | undefined;

function admin(): pg.Pool {
  if (administration === undefined) {
    administration = new pg.Pool({ connectionString: testCluster().superuserUrl, max: 2, allowExitOnIdle: true });
    administration.on('error', () => undefined); // the next query tells
  }
  return administration;
}

/**
 * A new database in the shared cluster: empty, or like `template` with the same owner and grants. Nobody may be
 * connected to the template while it is copied.
 */
export async function createDatabase(template?: string): Promise<string> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  const copied = template === undefined ? '' : `template ${pg.escapeIdentifier(template)} strategy ${template === 'template0' ? 'wal_log' : 'file_copy'}`;
  await admin().query(`create database ${name} ${copied}`);
  if (template !== undefined) {
    // A copy brings the content, but neither the owner nor who may connect.
    await admin().query('update pg_database d set datdba = t.datdba, datacl = t.datacl from pg_database t where d.datname = $1 and t.datname = $2', [name, template]);
  }
  return name;
}

const SETTLED_WITHIN_MS = 15_000;

/**
 * Waits until every transaction that runs now, also those of other tests on the same cluster, has ended: transaction numbers
 * are the cluster's, and a block of the audit log takes in nothing above the lowest that still runs.
 */
export async function settled(): Promise<void> {
  const bounds = async () => (await admin().query<{ from: string; upto: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as from, pg_snapshot_xmax(pg_current_snapshot())::text as upto')).rows[0];
  const now = BigInt((await bounds())?.upto ?? 0);
  const limit = performance.now() + SETTLED_WITHIN_MS;
  while (BigInt((await bounds())?.from ?? 0) < now) {
    if (performance.now() > limit) throw new Error('a transaction on the test cluster does not end');
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
}

/** Drops a database, whoever is connected to it. */
export async function dropDatabase(name: string): Promise<void> {
  await admin().query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
}
