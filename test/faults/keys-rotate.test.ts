import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, openPool, ROLES } from '../../src/kernel/database/connect.ts';
import { openEveryKey } from '../../src/kernel/keyring.ts';
import { pause, waitUntil } from '../../src/kernel/postgres/processes.ts';
import { openHouse } from '../../src/open-house.ts';
import { newWorld, type World } from '../support/world.ts';

const ROOT = join(import.meta.dirname, '../..');
const ROUNDS = 6;

let world: World;
let superuser: pg.Client;
let folder: string;

beforeAll(async () => {
  world = await newWorld();
  await world.house.close();
  folder = mkdtempSync(join(tmpdir(), 'vv-rotate-'));
  superuser = new pg.Client({ connectionString: world.url('superuser') });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const provider = (): string => readFileSync(join(world.keysDir, 'provider.key'), 'utf8');
const hasNext = (): boolean => existsSync(join(world.keysDir, 'provider.next.key'));
let original = '';
beforeEach(() => { original = provider(); });

function rotation(): ChildProcess {
  return spawn(process.execPath, ['dist/tools.js', 'keys:rotate'], {
    cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'], NODE_ENV: 'test', DEMO: 'yes', DATA_DIR: join(folder, 'data'), KEYS_DIR: world.keysDir, PUBLIC_KEYS_DIR: world.publicKeysDir, DATABASE_URL: world.url('migrator'),
      ...Object.fromEntries(ROLES.map((role) => [`DATABASE_URL_${role.toUpperCase()}`, world.url(role)])),
    },
  });
}

/** The whole way, without anybody in between. */
async function rotateToTheEnd(): Promise<string> {
  const child = rotation();
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  const code = await ended(child);
  expect(code, said).toBe(0);
  return said;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve(child.exitCode) : void child.once('close', (code) => resolve(code))));
}

/** A house starts, and every region and everything that its key wraps opens. */
async function everythingOpens(): Promise<void> {
  const house = await openHouse({ databaseUrl: world.url('house'), keysDir: world.keysDir, clock: () => world.clock.now, connections: 1 });
  const database = openDatabase(openPool({ url: world.url('migrator'), max: 1 }));
  try {
    expect(await openEveryKey(database, house.keys.provider)).toBe(2);
  } finally {
    await house.close();
    await database.destroy();
  }
}

describe('a rotation that is killed with -9 loses no key:', () => {
  test('in the middle of its transaction the old key goes on, and the next rotation ends what was begun', async () => {
    const holder = new pg.Client({ connectionString: world.url('superuser') });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select 1 from kernel.region_key order by region_id desc limit 1 for update');
    const child = rotation();
    const waiting = async (): Promise<boolean> => (await superuser.query(`select 1 from pg_stat_activity where datname = current_database() and usename = 'vv_migrator' and wait_event_type = 'Lock'`)).rowCount === 1;
    for (let n = 0; n < 300 && !(await waiting()); n += 1) await pause(50);
    expect(await waiting()).toBe(true);
    child.kill('SIGKILL');
    await ended(child);
    await holder.end();
    expect([provider(), hasNext()]).toEqual([original, true]);
    await everythingOpens();
    const next = readFileSync(join(world.keysDir, 'provider.next.key'), 'utf8');
    expect(await rotateToTheEnd()).toMatch(/^Nøklene er byttet\./);
    expect([provider(), hasNext()]).toEqual([next, false]);
    await everythingOpens();
  });

  test('after its transaction, before the files were changed, the house starts with the new key and the next rotation only ends it', async () => {
    await rotateToTheEnd();
    const rotated = provider();
    // the directory as it was between the two steps
    writeFileSync(join(world.keysDir, 'provider.next.key'), rotated, { mode: 0o600 });
    writeFileSync(join(world.keysDir, 'provider.key'), original);
    expect([provider(), hasNext()]).toEqual([original, true]);
    await everythingOpens();
    expect(await rotateToTheEnd()).toMatch(/^Et bytte av nøkler som ble avbrutt, er fullført\./);
    expect([provider(), hasNext()]).toEqual([rotated, false]);
    await everythingOpens();
  });

  test(`at whatever moment, ${ROUNDS} times`, async () => {
    const seen = { begun: 0, done: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      if (hasNext()) await rotateToTheEnd();
      const before = provider();
      const child = rotation();
      // from the moment at which there are two keys until shortly after there is one again
      await waitUntil(() => hasNext() || provider() !== before, 20_000, 1);
      await pause(round * 6);
      child.kill('SIGKILL');
      await ended(child);
      seen[provider() === before ? 'begun' : 'done'] += 1;
      expect(readdirSync(world.keysDir)).toEqual(expect.arrayContaining(['provider.key', 'root.key']));
      await everythingOpens();
    }
    console.log(`killed ${ROUNDS} times: ${seen.begun} in the middle, ${seen.done} when all was done`);
    await rotateToTheEnd();
    expect(hasNext()).toBe(false);
    await everythingOpens();
  });
});
