import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Means } from '../../src/kernel/postgres/confinement.ts';
import { startEmbedded, type Embedded, type EmbeddedInput, type ServerExit } from '../../src/kernel/postgres/embedded.ts';
import { readPostmasterFile } from '../../src/kernel/postgres/postmaster-file.ts';
import { pause, signal, waitUntil } from '../../src/kernel/postgres/processes.ts';

const ROOT = process.getuid?.() === 0;
const SLOW = 60_000;
const folders: string[] = [];
const clusters: Embedded[] = [];
const starters: ChildProcess[] = [];

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vv-server-'));
  folders.push(folder);
  return folder;
}

/** Like an empty folder in which the product ran once; saves the making of a cluster. */
let made: string | undefined;
function newFolder(): string {
  const folder = emptyFolder();
  if (made !== undefined) cpSync(join(made, 'postgres'), join(folder, 'postgres'), { recursive: true, verbatimSymlinks: true });
  return folder;
}

async function start(dataDir: string, input: Partial<EmbeddedInput> = {}): Promise<Embedded> {
  const cluster = await startEmbedded({ dataDir, durable: false, log: () => undefined, ...input });
  clusters.push(cluster);
  return cluster;
}

async function ask(cluster: Embedded, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: cluster.superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return Object.values((await client.query({ text: sql, rowMode: 'array' })).rows[0] ?? [])[0];
  } finally {
    await client.end();
  }
}

/** A process of its own that starts a cluster and holds it until it is killed. Answers the server's process number. */
async function startElsewhere(dataDir: string, means: Means): Promise<{ starter: ChildProcess; server: number }> {
  const module = new URL('../../src/kernel/postgres/embedded.ts', import.meta.url).href;
  const input = JSON.stringify({ dataDir, durable: false, means });
  const code = `const { startEmbedded } = await import(${JSON.stringify(module)}); await startEmbedded({ ...${input}, log: () => {} }); console.log('up'); setInterval(() => {}, 1000);`;
  const starter = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  starters.push(starter);
  await new Promise((resolve, reject) => { starter.stdout.once('data', resolve); starter.once('exit', reject); });
  return { starter, server: readPostmasterFile(join(dataDir, 'postgres/cluster'))?.pid ?? 0 };
}

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vv-server-'));
  await (await startEmbedded({ dataDir: folder, durable: false, log: () => undefined })).stop();
  made = folder;
}, SLOW);

afterAll(() => { if (made !== undefined) rmSync(made, { recursive: true, force: true }); });

afterEach(async () => {
  for (const starter of starters.splice(0)) starter.kill('SIGKILL');
  await Promise.all(clusters.splice(0).map((cluster) => cluster.stop()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the embedded database', () => {
  test('listens on no network, asks for a password and flushes what it promises', { timeout: SLOW }, async () => {
    const cluster = await start(emptyFolder(), { durable: true });
    for (const [name, value] of [['listen_addresses', ''], ['fsync', 'on'], ['synchronous_commit', 'on'], ['full_page_writes', 'on'], ['password_encryption', 'scram-sha-256'], ['data_checksums', 'on'], ['server_encoding', 'UTF8']]) {
      expect(await ask(cluster, `show ${name}`), name).toBe(value);
    }
    const stranger = new pg.Client({ host: cluster.socketDir, port: cluster.port, user: 'postgres', password: 'guessed' });
    await expect(stranger.connect()).rejects.toThrow(/password authentication failed/);
    expect(await ask(cluster, 'select count(*)::int from pg_hba_file_rules where auth_method = \'trust\'')).toBe(0);
  });

  test('writes nothing that people wrote into its log, not even when a statement fails', { timeout: SLOW }, async () => {
    const dataDir = newFolder();
    const cluster = await start(dataDir);
    const client = new pg.Client({ connectionString: cluster.superuserUrl });
    await client.connect();
    await client.query("create table t (name text primary key, n integer check (n > 0)); insert into t values ('kanarifugl', 1)");
    const failing: [string, unknown[]][] = [
      ["insert into t values ('kanarifugl', 2)", []], ['insert into t values ($1, 1)', ['kanarifugl']], ['insert into t values ($1, $2)', ['kanarifugl-2', -1]],
      ['select $1::integer', ['kanarifugl']], ["select 'kanarifugl'::uuid", []], ['select kanarifugl', []], ["do $$ begin raise exception 'kanarifugl'; end $$", []],
      ["do $$ begin raise warning 'kanarifugl'; end $$", []],
    ];
    for (const [sql, values] of failing) await client.query(sql, values).catch(() => undefined);
    // When one of its processes crashes, PostgreSQL likes to name the statement that it was busy with.
    client.on('error', () => undefined);
    const backend = Number((await client.query('select pg_backend_pid() as pid')).rows[0].pid);
    const running = client.query("select pg_sleep(60), 'kanarifugl'").catch(() => undefined);
    await pause(300);
    signal(backend, 'SIGKILL');
    await running;
    const log = (): string => readFileSync(join(dataDir, 'postgres/server.log'), 'utf8');
    expect(await waitUntil(() => /terminated by signal 9[^]*ready to accept connections/.test(log()), 10_000)).toBe(true);
    expect(log()).not.toMatch(/kanarifugl/);
  });

  test('comes back by itself after kill -9, with everything that was committed', { timeout: SLOW }, async () => {
    const exits: ServerExit[] = [];
    const cluster = await start(newFolder(), { durable: true });
    cluster.onExit((exit) => exits.push(exit));
    await ask(cluster, 'create table kept as select 7 as n');
    const before = cluster.pid() ?? 0;
    signal(before, 'SIGKILL');
    expect(await waitUntil(() => cluster.pid() !== undefined && cluster.pid() !== before, 20_000)).toBe(true);
    expect(await ask(cluster, 'select n from kept')).toBe(7);
    expect(exits).toEqual([{ reason: 'SIGKILL', restarting: true }]);
  });

  test('waits for the last process of a killed server instead of damaging what it still writes', { timeout: SLOW }, async () => {
    const cluster = await start(newFolder());
    const client = new pg.Client({ connectionString: cluster.superuserUrl });
    client.on('error', () => undefined);
    await client.connect();
    const backend = Number((await client.query('select pg_backend_pid() as pid')).rows[0].pid);
    signal(backend, 'SIGSTOP');
    const before = cluster.pid() ?? 0;
    signal(before, 'SIGKILL');
    await pause(1_500);
    expect(cluster.pid()).toBeUndefined();
    signal(backend, 'SIGKILL');
    expect(await waitUntil(() => cluster.pid() !== undefined, 20_000)).toBe(true);
  });

  test('a stop while it is coming back leaves nothing running', { timeout: SLOW }, async () => {
    const dataDir = newFolder();
    const cluster = await start(dataDir);
    signal(cluster.pid() ?? 0, 'SIGKILL');
    await waitUntil(() => cluster.pid() === undefined, 5_000, 1);
    await cluster.stop();
    expect(cluster.pid()).toBeUndefined();
    expect(readPostmasterFile(join(dataDir, 'postgres/cluster'))).toBeUndefined();
  });

  test('a path too long for a socket, with spaces and Norwegian letters, works', { timeout: SLOW }, async () => {
    const dataDir = join(emptyFolder(), `år ${'ø'.repeat(60)}`);
    mkdirSync(dataDir, { mode: 0o700 });
    expect(await ask(await start(dataDir), 'select 1')).toBe(1);
  });
});

describe('after a death', () => {
  const ways: [string, Means][] = [
    ['ended by the kernel', {}],
    ['ended by the watchdog', { setpriv: false }],
    ...(ROOT ? [['ended by the kernel as another user', { userNamespace: false }], ['ended by the watchdog as another user', { userNamespace: false, setpriv: false }]] as [string, Means][] : []), // only root can be another user
  ];
  test.each(ways)('of its starter no server is left, and the next start works (%s)', { timeout: SLOW }, async (_way, means) => {
    const dataDir = emptyFolder();
    const { starter, server } = await startElsewhere(dataDir, means);
    expect(readPostmasterFile(join(dataDir, 'postgres/cluster'))?.alive).toBe(true);
    starter.kill('SIGKILL');
    expect(await waitUntil(() => readPostmasterFile(join(dataDir, 'postgres/cluster'))?.alive !== true, 20_000)).toBe(true);
    const next = await start(dataDir, { means });
    expect(next.pid()).not.toBe(server);
    expect(await ask(next, 'select 1')).toBe(1);
  });

  test('of its starter in the middle of a recovery no server is left either', { timeout: SLOW }, async () => {
    const dataDir = newFolder();
    const { starter, server } = await startElsewhere(dataDir, {});
    const children = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8').trim().split(' ');
    signal(Number(children.at(-1)), 'SIGKILL');
    await pause(20);
    starter.kill('SIGKILL');
    expect(await waitUntil(() => readPostmasterFile(join(dataDir, 'postgres/cluster'))?.alive !== true, 8_000)).toBe(true);
  });

  test('a process that got the number of the dead server does not stop the next start', { timeout: SLOW }, async () => {
    const dataDir = newFolder();
    await (await start(dataDir)).stop();
    const cluster = join(dataDir, 'postgres/cluster');
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1\n5432\n/tmp/s\n\n1 2\nready   \n`);
    expect(await ask(await start(dataDir), 'select 1')).toBe(1);
  });

  test('in the middle of the very first start the next one begins anew', { timeout: SLOW }, async () => {
    const dataDir = emptyFolder();
    mkdirSync(join(dataDir, 'postgres/cluster.new'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres/cluster.new/PG_VERSION'), '18\n');
    expect(await ask(await start(dataDir), 'select 1')).toBe(1);
  });

  test('data of another major version is named, not touched', { timeout: SLOW }, async () => {
    const dataDir = newFolder();
    await (await start(dataDir)).stop();
    writeFileSync(join(dataDir, 'postgres/cluster/PG_VERSION'), '14\n');
    await expect(start(dataDir)).rejects.toThrow(/laget med PostgreSQL 14/);
  });
});
