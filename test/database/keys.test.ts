import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES } from '../../src/kernel/database/connect.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { openFile } from '../../src/kernel/journal/file.ts';
import { bundleKeys } from '../../src/kernel/sealing/key-backup.ts';
import { createKeyDirectory, createPublicKeyDirectory, openKeyDirectory } from '../../src/kernel/sealing/provider-key.ts';
import { readSettings, type Settings } from '../../src/kernel/settings.ts';
import { day } from '../../src/kernel/time.ts';
import { openHouse } from '../../src/open-house.ts';
import { prepare } from '../../src/prepare.ts';
import { REPORT_FILE } from '../../src/reports/file.ts';
import { backUpKeys, restoreKeys, writeShares } from '../../src/tools/keys-backup.ts';
import { rotateKeys } from '../../src/tools/keys-rotate.ts';
import { DAUGHTER, openAll, sender } from '../support/submissions.ts';
import { newWorld, NORDFJELLA, type World } from '../support/world.ts';

let world: World;
let report: FileId;
let folder: string;
let count = 0;
const fresh = (): string => join(folder, `d${(count += 1)}`);

beforeAll(async () => {
  world = await newWorld();
  folder = mkdtempSync(join(tmpdir(), 'vv-keys-'));
  const from = await sender(world);
  report = (await from.send({ ...DAUGHTER, sett: 'Hun er redd om kvelden.' })).draft;
  await from.close();
  await openAll(world);
  // Both look at whether somebody is connected; so nobody may be.
  await world.house.close();
  await (await world.worker()).close();
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Settings of an operator whose database is this world's. */
function settingsWith(dirs: { keysDir: string; publicKeysDir: string }): Settings {
  const env = {
    NODE_ENV: 'test', DEMO: 'yes', DATA_DIR: join(folder, 'data'), KEYS_DIR: dirs.keysDir, PUBLIC_KEYS_DIR: dirs.publicKeysDir, DATABASE_URL: world.url('migrator'),
    ...Object.fromEntries(ROLES.map((role) => [`DATABASE_URL_${role.toUpperCase()}`, world.url(role)])),
  };
  const read = readSettings(env, { workingDirectory: folder, dataDirectory: 'demo' });
  if ('problem' in read) throw new Error(read.problem);
  return read.settings;
}

/** What was sent before, read with these keys. */
async function readReport(keysDir: string): Promise<string | undefined> {
  const house = await openHouse({ databaseUrl: world.url('house'), keysDir, clock: () => world.clock.now, connections: 1 });
  try {
    return await house.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
      await sql`select set_config('app.files', ${`{${report}}`}, true)`.execute(ctx.tx);
      return (await openFile(ctx, REPORT_FILE, report)).state.contents[0]?.report.whatHappened;
    });
  } finally {
    await house.close();
  }
}

async function everything(): Promise<unknown> {
  const client = new pg.Client({ connectionString: world.url('superuser') });
  await client.connect();
  try {
    const { rows } = await client.query(`select (select array_agg(name order by name) from migration.step) as steps, (select count(*) from kernel.audit_event) as audited, (select key_check from kernel.deployment) as check,
      (select array_agg(wrapped_key order by region_id) from kernel.region_key) as keys, (select count(*) from pg_class) as things`);
    return rows[0];
  } finally {
    await client.end();
  }
}

const own = () => ({ keysDir: world.keysDir, publicKeysDir: world.publicKeysDir });

describe('keys:backup and keys:restore', () => {
  test('keys that were lost come back from two of three shares, and open what was sent before', async () => {
    const shares = fresh();
    const said = await backUpKeys(settingsWith(own()), [shares]);
    expect(said.well).toBe(true);
    const [one = '', , three = ''] = readdirSync(shares).sort().map((name) => join(shares, name));
    const empty = { keysDir: fresh(), publicKeysDir: fresh() };
    const restored = await restoreKeys(settingsWith(empty), [three, one]);
    expect(restored).toEqual({ well: true, lines: [`Nøklene er lagt tilbake i ${empty.keysDir} og ${empty.publicKeysDir}.`, 'De er dem databasen er forseglet med.'] });
    expect(await readReport(empty.keysDir)).toBe('Hun er redd om kvelden.');
  });

  test('shares of another installation are refused in one sentence, and nothing is written', async () => {
    const other = { keysDir: fresh(), publicKeysDir: fresh() };
    createKeyDirectory(other.keysDir);
    createPublicKeyDirectory(other.publicKeysDir, openKeyDirectory(other.keysDir).rootPublic);
    const files = writeShares(bundleKeys(other.keysDir, other.publicKeysDir), fresh(), { bytes: randomBytes }, day('2026-03-02') ?? never());
    const empty = { keysDir: fresh(), publicKeysDir: fresh() };
    await expect(restoreKeys(settingsWith(empty), files)).rejects.toThrow('Nøklene i andelene er ikke de som databasen er forseglet med. Bruk andelene som ble laget sist nøklene ble byttet.');
    expect([existsSync(empty.keysDir), existsSync(empty.publicKeysDir)]).toEqual([false, false]);
  });

  test('keys that do not fit the data are not backed up as if they did', async () => {
    const other = { keysDir: fresh(), publicKeysDir: fresh() };
    createKeyDirectory(other.keysDir);
    const target = fresh();
    await expect(backUpKeys(settingsWith(other), [target])).rejects.toThrow(/passer ikke til databasen/);
    await expect(backUpKeys(settingsWith(own()), [])).rejects.toThrow(/Si hvor andelene skal legges/);
    await expect(backUpKeys(settingsWith(own()), [join(world.keysDir, 'andeler')])).rejects.toThrow(/kan ikke ligge i/);
    expect(existsSync(target)).toBe(false);
  });
});

describe('a start where keys and data do not belong together', () => {
  const start = async (dirs: { keysDir: string; publicKeysDir: string }): Promise<unknown> => prepare({ settings: settingsWith(dirs), cluster: undefined, log: () => undefined });

  test('makes no key, no table and no row: without keys', async () => {
    const before = await everything();
    const dirs = { keysDir: fresh(), publicKeysDir: fresh() };
    await expect(start(dirs)).rejects.toThrow(`Databasen er forseglet med nøkler som ikke ligger i ${dirs.keysDir}. Sett KEYS_DIR til mappen der de ligger, eller hent dem tilbake med npm run keys:restore.`);
    expect([existsSync(dirs.keysDir), existsSync(dirs.publicKeysDir)]).toEqual([false, false]);
    expect(await everything()).toEqual(before);
  });

  test('with half of the keys', async () => {
    const root = readFileSync(join(world.keysDir, 'root.key'), 'utf8');
    for (const name of ['provider.key', 'root.key']) {
      renameSync(join(world.keysDir, name), join(world.keysDir, 'aside'));
      await expect(start(own())).rejects.toThrow(/forseglet med nøkler som ikke ligger i/);
      expect(readdirSync(world.keysDir)).not.toContain(name);
      renameSync(join(world.keysDir, 'aside'), join(world.keysDir, name));
    }
    expect(readFileSync(join(world.keysDir, 'root.key'), 'utf8')).toBe(root);
  });

  test('with the keys of another installation, or a public directory that trusts another root', async () => {
    const before = await everything();
    const other = fresh();
    createKeyDirectory(other);
    const open = fresh();
    await expect(start({ keysDir: other, publicKeysDir: open })).rejects.toThrow(/^Nøklene i \S+ passer ikke til databasen\./);
    expect(existsSync(open)).toBe(false);
    createPublicKeyDirectory(open, openKeyDirectory(other).rootPublic);
    await expect(start({ keysDir: world.keysDir, publicKeysDir: open })).rejects.toThrow(/hører til andre nøkler/);
    expect(await everything()).toEqual(before);
  });
});

describe('keys:rotate', () => {
  test('waits until the product is stopped, and leaves everything as it was till then', async () => {
    const house = await openHouse({ databaseUrl: world.url('house'), keysDir: world.keysDir, clock: () => world.clock.now, connections: 1 });
    const before = [readdirSync(world.keysDir), await everything()];
    await expect(rotateKeys(settingsWith(own()))).rejects.toThrow('Stopp produktet før nøklene byttes: det holder de gamle i minnet.');
    await house.close();
    expect([readdirSync(world.keysDir), await everything()]).toEqual(before);
  });

  test('wraps every region’s key anew: the new key opens all, the old one nothing, and its shares are refused', async () => {
    const old = fresh();
    const settings = settingsWith(own());
    const files = writeShares(bundleKeys(world.keysDir, world.publicKeysDir), old, { bytes: randomBytes }, day('2026-03-02') ?? never());
    const before = readFileSync(join(world.keysDir, 'provider.key'), 'utf8');
    const { well, lines } = await rotateKeys(settings);
    expect(well).toBe(true);
    expect(lines.slice(0, 2)).toEqual(['Nøklene er byttet.', `Nøklene til 2 regioner åpnes med den nye nøkkelen i ${world.keysDir}, og bare med den.`]);
    expect(readFileSync(join(world.keysDir, 'provider.key'), 'utf8')).not.toBe(before);
    expect(readdirSync(world.keysDir).sort()).toEqual(['provider.key', 'root.key']);
    expect(await readReport(world.keysDir)).toBe('Hun er redd om kvelden.');
    const empty = { keysDir: fresh(), publicKeysDir: fresh() };
    await expect(restoreKeys(settingsWith(empty), files)).rejects.toThrow(/Bruk andelene som ble laget sist nøklene ble byttet/);
    expect((await rotateKeys(settings)).well).toBe(true);
    expect(await readReport(world.keysDir)).toBe('Hun er redd om kvelden.');
  });
});

function never(): never {
  throw new Error('a literal is wrong');
}
