import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Person } from '../../src/kernel/actor.ts';
import { loginName, openDatabase, openPool, type Database, type DatabaseRole } from '../../src/kernel/database/connect.ts';
import { migrate } from '../../src/kernel/database/migrate.ts';
import { provision } from '../../src/kernel/database/provision.ts';
import { asId, type RegionId, type UserId } from '../../src/kernel/ids.ts';
import { bindDeployment } from '../../src/kernel/keyring.ts';
import { createKeyDirectory, createPublicKeyDirectory, openKeyDirectory } from '../../src/kernel/sealing/provider-key.ts';
import { day, instant, type Clock, type Instant } from '../../src/kernel/time.ts';
import { openHouse, type House } from '../../src/open-house.ts';
import { DEMO_MUNICIPALITIES, SECOND_DEMO_MUNICIPALITIES } from '../../src/regions/demo-municipalities.ts';
import { defaultSite, proposedLegalBasis, type PublishedSite } from '../../src/regions/site.ts';
import { setUp } from '../../src/set-up.ts';
import { declare } from '../../src/staff/commands/declaration.ts';
import { identityLookup } from '../../src/staff/identity.ts';
import { createDatabase, dropDatabase, SHARED, testCluster } from './cluster.ts';
import { SMALL_STAFF, STAFF } from './people.ts';

const TEMPLATE = 'voksenvern_template';
const MIGRATIONS = join(import.meta.dirname, '../../db/migrations');

/** A Monday morning in Oslo: where every test begins. */
export const MONDAY = instant('2026-03-02T07:00:00.000Z');

export const NORDFJELLA: RegionId = asId<'region'>('11111111-1111-4111-8111-111111111111');
export const SORVIKA: RegionId = asId<'region'>('22222222-2222-4222-8222-222222222222');
export const HOST = 'nordfjella.test';
export const SMALL_HOST = 'sorvika.test';

export type World = {
  readonly database: string;
  readonly url: (role: DatabaseRole | 'superuser') => string;
  readonly house: House;
  /** the same door with the worker's login */
  readonly worker: () => Promise<House>;
  /** a login that no policy and no grant binds, one for the whole world; it is closed with it */
  readonly superuser: () => Promise<pg.Client>;
  readonly keysDir: string;
  readonly publicKeysDir: string;
  /** the time in this world; tests move it */
  readonly clock: { now: Instant };
  /** somebody of the staff, by the subject of test/support/people.ts, with the roles they hold now */
  readonly person: (subject: string) => Promise<Person>;
  readonly close: () => Promise<void>;
};

function site(name: string, facts: readonly { number: string; name: string }[]): PublishedSite {
  const base = defaultSite({ name, phone: '55 55 01 10', talk: '55 55 01 11', municipalities: facts.map(({ number, name: place }) => ({ number, name: place, childProtection: '55 55 01 20' })) });
  return {
    ...base, formOpen: true, controller: { name: 'Fjordby kommune', address: 'Rådhusgata 1, 9990 Fjordby' },
    dataProtectionOfficer: { name: 'Personvernombudet', phone: '55 55 01 30', email: 'ombud@fjordby.example' }, legalBasis: proposedLegalBasis(),
  };
}

function roleUrl(database: string) {
  return (role: DatabaseRole | 'superuser'): string => testCluster().urlOf(role === 'superuser' ? 'postgres' : loginName(role), database);
}

async function buildTemplate(keysDir: string, publicKeysDir: string): Promise<void> {
  const cluster = testCluster();
  await provision(cluster.superuserUrl, TEMPLATE, (role) => cluster.passwordOf(loginName(role)));
  const url = roleUrl(TEMPLATE);
  await migrate({ migrator: url('migrator'), worker: url('worker') }, MIGRATIONS);
  createKeyDirectory(keysDir);
  const keys = openKeyDirectory(keysDir);
  createPublicKeyDirectory(publicKeysDir, keys.rootPublic);
  const migrator = openDatabase(openPool({ url: url('migrator'), max: 1 }));
  await bindDeployment(migrator, keys.provider, 'demo', MONDAY);
  const house = await openHouse({ databaseUrl: url('house'), keysDir, clock: () => MONDAY, connections: 2 });
  const shared = { from: day('2020-01-01') ?? never(), at: MONDAY, agreement: 'Avtale om felles mottak' };
  const nordfjella = await setUp(house, migrator, { ...shared, id: NORDFJELLA, host: HOST, site: site('Voksenvern Nordfjella', DEMO_MUNICIPALITIES), organisation: 'Nordfjella krisesenter IKS', people: STAFF });
  const sorvika = await setUp(house, migrator, { ...shared, id: SORVIKA, host: SMALL_HOST, site: site('Voksenvern Sørvika', SECOND_DEMO_MUNICIPALITIES), organisation: 'Sundby kommune', people: SMALL_STAFF });
  await declared(house, NORDFJELLA, STAFF, nordfjella);
  await declared(house, SORVIKA, SMALL_STAFF, sorvika);
  await house.close();
  await migrator.destroy();
}

/** All have said that they know the duty of confidentiality: only tests about that want to be asked first. */
async function declared(house: House, regionId: RegionId, people: typeof STAFF, users: ReadonlyMap<string, UserId>): Promise<void> {
  for (const { subject, roles } of people) {
    const outcome = await house.door.enter(declare, { kind: 'person', regionId, userId: users.get(subject) ?? never(), roles, municipalityId: undefined, signedInAt: MONDAY }, { version: 0, lang: 'nb', accepted: true });
    if (!outcome.ok) throw new Error(outcome.code);
  }
}

function never(): never {
  throw new Error('a literal is wrong');
}

/** Makes the template once per run, whoever comes first. */
async function template(): Promise<{ keysDir: string; publicKeysDir: string }> {
  const folder = join(process.env[SHARED] ?? never(), 'template');
  const dirs = { keysDir: join(folder, 'keys'), publicKeysDir: join(folder, 'public-keys') };
  const admin = new pg.Client({ connectionString: testCluster().superuserUrl });
  await admin.connect();
  try {
    await admin.query("select pg_advisory_lock(hashtext('voksenvern template'))");
    const found = await admin.query('select 1 from pg_database where datname = $1 and datistemplate', [TEMPLATE]);
    if (found.rowCount === 0) {
      await admin.query(`drop database if exists ${TEMPLATE} with (force)`);
      rmSync(folder, { recursive: true, force: true });
      await buildTemplate(dirs.keysDir, dirs.publicKeysDir);
      await admin.query(`alter database ${TEMPLATE} is_template true`);
    }
    return dirs;
  } finally {
    await admin.end();
  }
}

/** A world of one's own: a copy of two set-up regions with their staff, in a database that is gone after close. */
export async function newWorld(): Promise<World> {
  const made = await template();
  const folder = mkdtempSync(join(tmpdir(), 'vv-world-'));
  const keysDir = join(folder, 'keys');
  const publicKeysDir = join(folder, 'public-keys');
  for (const [from, to] of [[made.keysDir, keysDir], [made.publicKeysDir, publicKeysDir]] as const) {
    mkdirSync(to, { mode: 0o700 });
    cpSync(from, to, { recursive: true });
  }
  const database = await createDatabase(TEMPLATE);
  const url = roleUrl(database);
  const clock = { now: MONDAY };
  const time: Clock = () => clock.now;
  const house = await openHouse({ databaseUrl: url('house'), keysDir, clock: time, connections: 4 });
  let worker: Promise<House> | undefined;
  let superuser: Promise<pg.Client> | undefined;
  const owner = openDatabase(openPool({ url: url('superuser'), max: 1 }));
  return {
    database, url, house, superuser: () => (superuser ??= connected(url('superuser'))), worker: () => (worker ??= openHouse({ databaseUrl: url('worker'), keysDir, clock: time, connections: 2 })), keysDir, publicKeysDir, clock, person: (subject) => findPerson(house, owner, subject, clock),
    close: async () => {
      await house.close();
      await (await worker)?.close();
      await (await superuser)?.end();
      await owner.destroy();
      await dropDatabase(database);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

async function findPerson(house: House, owner: Database, subject: string, clock: { now: Instant }): Promise<Person> {
  const issuer = [...STAFF, ...SMALL_STAFF].find((person) => person.subject === subject)?.issuer ?? never();
  const member = await owner.selectFrom('app.staff_member').select(['region_id', 'user_id', 'municipality_id'])
    .where('identity_lookup', '=', identityLookup(house.deployment.identityKey, issuer, subject)).executeTakeFirstOrThrow();
  const roles = await owner.selectFrom('app.role_grant').select('role').where('user_id', '=', member.user_id)
    .where('confirmed_at', 'is not', null).where('ended_at', 'is', null).execute();
  const userId: UserId = member.user_id;
  return { kind: 'person', regionId: member.region_id, userId, roles: roles.map((row) => row.role), municipalityId: member.municipality_id ?? undefined, signedInAt: clock.now };
}
