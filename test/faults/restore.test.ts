import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellingOutside } from '../../src/jobs/tell-outside.ts';
import { closeBlock } from '../../src/kernel/audit/blocks.ts';
import { writeHead } from '../../src/kernel/audit/heads.ts';
import { loginName, openDatabase, openPool } from '../../src/kernel/database/connect.ts';
import { openEveryKey } from '../../src/kernel/keyring.ts';
import { startEmbedded, type Embedded } from '../../src/kernel/postgres/embedded.ts';
import { places } from '../../src/kernel/postgres/places.ts';
import { openHouse } from '../../src/open-house.ts';
import { verifyRegions } from '../../src/tools/audit.ts';
import { checkRegions } from '../../src/tools/ledger.ts';
import { contentsOf } from '../support/contents.ts';
import { settled, SHARED } from '../support/cluster.ts';
import { DAUGHTER, openAll, sender } from '../support/submissions.ts';
import { HOST, newWorld, NORDFJELLA, type World } from '../support/world.ts';

const HERE = [{ id: NORDFJELLA, host: HOST }];

let world: World;
let folder: string;
let outsideDir: string;
let restored: Embedded | undefined;

beforeAll(async () => {
  world = await newWorld();
  folder = mkdtempSync(join(tmpdir(), 'vv-restore-'));
  outsideDir = join(folder, 'audit-heads');
});
afterAll(async () => {
  await restored?.stop();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Files of a server that runs, as pg_basebackup copies them: what is taken away meanwhile (another test's database) is left out. */
function copyRunning(from: string, to: string, without: readonly string[] = []): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (without.includes(entry.name)) continue;
    try {
      (entry.isDirectory() ? copyRunning : copyFileSync)(join(from, entry.name), join(to, entry.name));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
}

/** The server's files while it runs, as pg_basebackup takes them: it is told before and after, and what it wrote meanwhile comes along. */
async function baseBackup(to: string): Promise<void> {
  const from = places(process.env[SHARED] ?? '');
  const at = places(to);
  const client = new pg.Client({ connectionString: world.url('superuser') });
  await client.connect();
  mkdirSync(join(to, 'postgres'), { recursive: true, mode: 0o700 });
  try {
    await client.query(`select pg_backup_start('prøve', fast => true)`);
    copyRunning(from.cluster, at.cluster, ['postmaster.pid', 'postmaster.opts', 'pg_wal']);
    const { rows } = await client.query<{ label: string }>('select labelfile as label from pg_backup_stop(wait_for_archive => false)');
    writeFileSync(join(at.cluster, 'backup_label'), rows[0]?.label ?? '', { mode: 0o600 });
    copyRunning(join(from.cluster, 'pg_wal'), join(at.cluster, 'pg_wal'));
    copyFileSync(from.secret, at.secret);
  } finally {
    await client.end();
  }
}

test('a backup taken while the server runs is put back into another one: every row is as it was, every key opens, and ledger and log are whole', async () => {
  const from = await sender(world);
  await from.send(DAUGHTER);
  await openAll(world);
  await from.close();
  const worker = await world.worker();
  await tellingOutside(worker.door, outsideDir)(NORDFJELLA);
  await settled();
  const block = await worker.door.unaudited(NORDFJELLA, 'close_audit_block', closeBlock);
  if (block === undefined) expect.fail('there was nothing to close');
  writeHead(outsideDir, block);
  const before = await contentsOf(world.url('superuser'));
  await baseBackup(join(folder, 'data'));

  restored = await startEmbedded({ dataDir: join(folder, 'data'), durable: false, log: () => undefined });
  const url = (role: 'migrator' | 'house'): string => restored?.urlOf(loginName(role), world.database) ?? '';
  expect([...await contentsOf(restored.urlOf('postgres', world.database))]).toEqual([...before]);
  const house = await openHouse({ databaseUrl: url('house'), keysDir: world.keysDir, clock: () => world.clock.now, connections: 2 });
  const migrator = openDatabase(openPool({ url: url('migrator'), max: 1 }));
  try {
    expect(await openEveryKey(migrator, house.keys.provider)).toBe(2);
    expect(await checkRegions(house, HERE, { outsideDir })).toEqual({ lines: [`${HOST}: alle meldinger er der de skal være.`], well: true });
    expect(await verifyRegions(house, HERE, outsideDir)).toEqual({ lines: [`${HOST}: ingen feil i logg eller journaler.`], well: true });
  } finally {
    await house.close();
    await migrator.destroy();
  }
});
