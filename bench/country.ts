import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DEMO_STAFF } from '../db/demo/people.ts';
import { demoRegion } from '../db/demo/region.ts';
import type { Person } from '../src/kernel/actor.ts';
import { loginName, openDatabase, openPool, type DatabaseRole } from '../src/kernel/database/connect.ts';
import { migrate } from '../src/kernel/database/migrate.ts';
import { DATABASE, provision } from '../src/kernel/database/provision.ts';
import { asId, systemChance, type RegionId, type UserId } from '../src/kernel/ids.ts';
import { bindDeployment } from '../src/kernel/keyring.ts';
import { createKeyDirectory, createPublicKeyDirectory, openKeyDirectory } from '../src/kernel/sealing/provider-key.ts';
import { instant, type Instant } from '../src/kernel/time.ts';
import { openHouse, type House } from '../src/open-house.ts';
import { setUp } from '../src/set-up.ts';
import { startOwnCluster } from '../test/support/cluster.ts';

const MIGRATIONS = join(import.meta.dirname, '../../db/migrations');
const SET_UP_AT_ONCE = 4;
const CONNECTIONS = 12;

export type BenchRegion = { readonly id: RegionId; readonly host: string; readonly users: ReadonlyMap<string, UserId> };

/** Many regions in a database that is thrown away, each set up by the product's own commands. */
export type Country = {
  readonly regions: readonly BenchRegion[];
  readonly house: House;
  readonly worker: House;
  readonly url: (role: DatabaseRole) => string;
  /** the superuser's own connection: row level security does not hold it, so it can fill any region */
  readonly filler: pg.Client;
  readonly publicKeysDir: string;
  readonly clock: { now: Instant };
  readonly close: () => Promise<void>;
};

export function person({ id, users }: BenchRegion, subject: string, at: Instant): Person {
  const member = DEMO_STAFF.find((one) => one.subject === subject);
  const userId = users.get(subject);
  if (member === undefined || userId === undefined) throw new Error(`nobody is called ${subject}`);
  return { kind: 'person', regionId: id, userId, roles: member.roles, municipalityId: undefined, signedInAt: at };
}

/** Starts an embedded server of its own with `count` regions, all with the demo's municipalities and staff. */
export async function newCountry(count: number): Promise<Country> {
  const cluster = await startOwnCluster();
  const url = (role: DatabaseRole) => cluster.urlOf(loginName(role), DATABASE);
  const keysDir = join(cluster.dataDir, 'keys');
  const publicKeysDir = join(cluster.dataDir, 'public-keys');
  const clock = { now: instant('2026-03-02T07:00:00.000Z') };
  await provision(cluster.superuserUrl, DATABASE, (role) => cluster.passwordOf(loginName(role)));
  await migrate({ migrator: url('migrator'), worker: url('worker') }, MIGRATIONS);
  createKeyDirectory(keysDir);
  const keys = openKeyDirectory(keysDir);
  createPublicKeyDirectory(publicKeysDir, keys.rootPublic);
  const migrator = openDatabase(openPool({ url: url('migrator'), max: SET_UP_AT_ONCE }));
  await bindDeployment(migrator, keys.provider, 'demo', clock.now);
  const parts = { keysDir, clock: () => clock.now };
  const house = await openHouse({ ...parts, databaseUrl: url('house'), connections: CONNECTIONS });
  const worker = await openHouse({ ...parts, databaseUrl: url('worker'), connections: 1 });
  const regions: BenchRegion[] = [];
  await Promise.all(Array.from({ length: SET_UP_AT_ONCE }, async (_, first) => {
    for (let n = first; n < count; n += SET_UP_AT_ONCE) {
      const id = asId<'region'>(systemChance.uuid());
      const host = `region-${n}.test`;
      regions[n] = { id, host, users: await setUp(house, migrator, { ...demoRegion(host, `http://127.0.0.1:3002/${n}`, clock.now), id }) };
    }
  }));
  await migrator.destroy();
  const filler = new pg.Client({ connectionString: cluster.urlOf('postgres', DATABASE) });
  await filler.connect();
  const close = async () => {
    await Promise.all([house.close(), worker.close(), filler.end()]);
    await cluster.stop();
    rmSync(cluster.dataDir, { recursive: true, force: true });
  };
  return { regions, house, worker, url, filler, publicKeysDir, clock, close };
}
