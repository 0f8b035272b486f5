import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeNext } from '../../src/kernel/beside.ts';
import { verifyAudit } from '../../src/kernel/audit/verify.ts';
import { alteredJournals } from '../../src/kernel/audit/verify-journals.ts';
import { closeBlock } from '../../src/kernel/audit/blocks.ts';
import { readHeads, writeHead } from '../../src/kernel/audit/heads.ts';
import { ROLES } from '../../src/kernel/database/connect.ts';
import { sql } from 'kysely';
import type { FileId } from '../../src/kernel/ids.ts';
import { openFile } from '../../src/kernel/journal/file.ts';
import { pause, waitUntil } from '../../src/kernel/postgres/processes.ts';
import { objectKey } from '../../src/kernel/sealing/object-key.ts';
import { openPublicKeyDirectory } from '../../src/kernel/sealing/provider-key.ts';
import { openStream } from '../../src/kernel/sealing/stream.ts';
import { openStorage } from '../../src/kernel/storage.ts';
import { openHouse } from '../../src/open-house.ts';
import { REPORT_FILE } from '../../src/reports/file.ts';
import { finishSeenKeysAt } from '../../src/tools/keys-seen-end.ts';
import { jpeg } from '../support/sample-files.ts';
import { openSite } from '../support/site.ts';
import { openAll } from '../support/submissions.ts';
import { newWorld, NORDFJELLA, SORVIKA, type World } from '../support/world.ts';

const ROOT = join(import.meta.dirname, '../..');
const ROUNDS = 6;

let world: World;
let folder: string;
let draft: FileId;
const photo = jpeg();
const dir = (name: string): string => join(folder, name);
const headsDir = (): string => join(folder, 'data', 'audit-heads');

beforeAll(async () => {
  world = await newWorld();
  folder = mkdtempSync(join(tmpdir(), 'vv-seen-'));
  mkdirSync(headsDir(), { recursive: true, mode: 0o700 });
  const site = openSite(world);
  const sent = await site.report();
  draft = sent.draft;
  await site.upload(sent.receipt.token, photo);
  await openAll(world);
  cpSync(site.filesDir, dir('files'), { recursive: true });
  await site.close();
  const { door } = await world.worker();
  for (const region of [NORDFJELLA, SORVIKA]) {
    const block = await door.unaudited(region, 'audit blocks', closeBlock);
    if (block !== undefined) writeHead(headsDir(), block);
  }
  await world.house.close();
  await (await world.worker()).close();
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

function change(): ChildProcess {
  return spawn(process.execPath, ['dist/tools.js', 'keys:rotate', '--compromised'], {
    cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'], NODE_ENV: 'test', DEMO: 'yes', DATA_DIR: dir('data'), FILES_DIR: dir('files'), KEYS_DIR: world.keysDir, PUBLIC_KEYS_DIR: world.publicKeysDir, DATABASE_URL: world.url('migrator'),
      ...Object.fromEntries(ROLES.map((role) => [`DATABASE_URL_${role.toUpperCase()}`, world.url(role)])),
    },
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve(child.exitCode) : void child.once('close', (code) => resolve(code))));
}

/** The whole way, without anybody in between. */
async function changeToTheEnd(): Promise<string> {
  const former = await sentNames();
  const child = change();
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  expect(await ended(child), said).toBe(0);
  expect(readdirSync(world.keysDir).sort()).toEqual(['provider.key', 'root.key']);
  // What a killed change wrote is left to the nightly sweep; what a thief could open is gone.
  const now = readdirSync(join(dir('files'), NORDFJELLA));
  expect([former.length, former.filter((name) => now.includes(name))]).toEqual([1, []]);
  return said;
}

async function sentNames(): Promise<string[]> {
  const client = new pg.Client({ connectionString: world.url('superuser') });
  await client.connect();
  const { rows } = await client.query<{ object_id: string }>('select object_id from app.report_file');
  await client.end();
  return rows.map(({ object_id: name }) => name);
}

const inUse = (): string => readFileSync(join(world.keysDir, 'provider.key'), 'utf8');
const isBegun = (): boolean => existsSync(join(world.keysDir, 'root.next.key'));

/** What every start does first; then a house opens, and log, journals, lists and files are whole. */
async function starts(): Promise<void> {
  await finishSeenKeysAt(world.url('migrator'), { keysDir: world.keysDir, publicKeysDir: world.publicKeysDir, dataDir: dir('data') });
  const house = await openHouse({ databaseUrl: world.url('house'), keysDir: world.keysDir, clock: () => world.clock.now, connections: 1 });
  try {
    expect(openPublicKeyDirectory(world.publicKeysDir).rootPublic.equals(house.keys.rootPublic)).toBe(true);
    for (const region of [NORDFJELLA, SORVIKA]) {
      expect(await house.door.unaudited(region, 'test', async (ctx) => [...await verifyAudit(ctx, readHeads(headsDir(), region)), ...await alteredJournals(ctx)])).toEqual([]);
    }
    const [file] = await house.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
      await sql`select set_config('app.files', ${`{${draft}}`}, true)`.execute(ctx.tx);
      return (await openFile(ctx, REPORT_FILE, draft)).state.dialogue.attachments;
    });
    const place = { region: NORDFJELLA, file: draft, object: file?.object ?? '' };
    const pieces: Buffer[] = [];
    for await (const piece of openStream(objectKey(file?.key ?? ''), place, openStorage(dir('files')).read(place))) pieces.push(piece);
    expect(Buffer.concat(pieces).equals(photo)).toBe(true);
  } finally {
    await house.close();
  }
}

describe('a change of keys that were seen loses nothing when it is killed with -9:', () => {
  test('in the middle of its transaction everything goes on with the old keys, and the next change has new ones', async () => {
    const before = inUse();
    const [holder, watcher] = [new pg.Client({ connectionString: world.url('superuser') }), new pg.Client({ connectionString: world.url('superuser') })];
    await Promise.all([holder.connect(), watcher.connect()]);
    await holder.query('begin');
    await holder.query('select 1 from kernel.region_key order by region_id desc limit 1 for update');
    const child = change();
    const waiting = async (): Promise<boolean> => (await watcher.query(`select 1 from pg_stat_activity where datname = current_database() and usename = 'vv_migrator' and wait_event_type = 'Lock'`)).rowCount === 1;
    for (let n = 0; n < 300 && !(await waiting()); n += 1) await pause(50);
    expect([await waiting(), isBegun()]).toEqual([true, true]);
    const seen = readFileSync(join(world.keysDir, 'provider.next.key'), 'utf8');
    child.kill('SIGKILL');
    await ended(child);
    await Promise.all([holder.end(), watcher.end()]);
    expect(inUse()).toBe(before);
    await starts();
    expect(await changeToTheEnd()).toContain('Alle nøkler er byttet.');
    expect([before, seen]).not.toContain(inUse());
    await starts();
  });

  test('after its transaction, before lists and keys took their places, the next start ends it', async () => {
    for (const what of [world.keysDir, world.publicKeysDir, headsDir()]) cpSync(what, `${what}.before`, { recursive: true });
    await changeToTheEnd();
    // the folders as they were between the two steps
    for (const [name, next] of [['provider.key', 'provider.next.key'], ['root.key', 'root.next.key']] as const) renameSync(join(world.keysDir, name), join(world.keysDir, next));
    for (const name of readdirSync(headsDir())) renameSync(join(headsDir(), name), join(headsDir(), `${name}.next`));
    closeNext(headsDir());
    for (const what of [world.keysDir, world.publicKeysDir, headsDir()]) {
      cpSync(`${what}.before`, what, { recursive: true });
      rmSync(`${what}.before`, { recursive: true });
    }
    await expect(openHouse({ databaseUrl: world.url('house'), keysDir: world.keysDir, clock: () => world.clock.now, connections: 1 })).rejects.toThrow('Et bytte av nøkler som er sett, er ikke ferdig.');
    const list = join(headsDir(), `${NORDFJELLA}.log.next`);
    const [whole, keys] = [readFileSync(list), readdirSync(world.keysDir)];
    for (const damage of [() => rmSync(list), () => writeFileSync(list, '')]) {
      damage();
      await expect(starts(), 'a list that the power took').rejects.toThrow('mangler eller er skadet. De gamle nøklene er ikke slettet');
      expect(readdirSync(world.keysDir)).toEqual(keys);
    }
    writeFileSync(list, whole);
    await starts();
    expect([isBegun(), readdirSync(headsDir()).filter((name) => name.endsWith('.next'))]).toEqual([false, []]);
  });

  test(`at whatever moment, ${ROUNDS} times`, async () => {
    const seen = { begun: 0, done: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = inUse();
      const child = change();
      await waitUntil(isBegun, 20_000, 1);
      await pause(round * 120);
      child.kill('SIGKILL');
      await ended(child);
      await starts();
      seen[inUse() === before ? 'begun' : 'done'] += 1;
    }
    console.log(`killed ${ROUNDS} times: ${seen.begun} in the middle, ${seen.done} when all was done`);
    await changeToTheEnd();
    await starts();
  });
});
