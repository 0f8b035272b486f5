import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loginName, ROLES, type DatabaseRole } from '../../src/kernel/database/connect.ts';
import { DATABASE, provision } from '../../src/kernel/database/provision.ts';
import { signal, waitUntil } from '../../src/kernel/postgres/processes.ts';
import { newClientKey } from '../../src/staff/sign-in/client-key.ts';
import { startOwnCluster, type OwnCluster } from '../support/cluster.ts';
import { freePort, startProduct, type Product } from '../support/product.ts';
import { fetchForm, insist, sendUntilReceived } from '../support/reporter.ts';
import { DAUGHTER } from '../support/submissions.ts';

const ROOT = join(import.meta.dirname, '../..');
const IS_ROOT = process.getuid?.() === 0;
const STRANGER = 'nobody';
const folder = mkdtempSync(join(tmpdir(), 'vv-start-'));
const products: Product[] = [];

beforeAll(() => {
  chmodSync(folder, 0o711);
});
afterAll(async () => {
  for (const product of products) await product.stop();
  rmSync(folder, { recursive: true, force: true });
});

let count = 0;
const fresh = (): string => join(folder, `d${(count += 1)}`);

async function start(extra: Readonly<Record<string, string>>): Promise<Product> {
  const product = await startProduct(extra);
  products.push(product);
  return product;
}

/** Starts the launcher and waits until it ends by itself or is killed when `until` shows. */
async function attempt(extra: Readonly<Record<string, string>>, until?: RegExp): Promise<{ code: number | null; said: string }> {
  const env = { PATH: process.env['PATH'] ?? '', PORT: String(await freePort()), HOUSE_PORT: String(await freePort()), LOGIN_PORT: String(await freePort()), ...extra };
  const child: ChildProcess = spawn(process.execPath, ['dist/main.js'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (until?.test(said) === true) setTimeout(() => child.kill('SIGKILL'), 1_500);
    });
  }
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

/** Settings of a product that is no demo, with a sign-in that nobody uses here. */
function inEarnest(dataDir: string): Record<string, string> {
  mkdirSync(folder, { recursive: true });
  const key = join(folder, 'client.json');
  writeFileSync(key, JSON.stringify(newClientKey().privateJwk), { mode: 0o600 });
  return { DATA_DIR: dataDir, DEMO: 'no', OIDC_ISSUER: 'https://idp.example', OIDC_CLIENT_ID: 'voksenvern', OIDC_CLIENT_KEY: key, HOUSE_URL: 'http://localhost:3001', PUBLIC_URL: 'http://localhost:3000' };
}

/** Runs a piece of code as the other user and answers what it printed. */
function asStranger(code: string): string {
  const words = ['--reuid', STRANGER, '--regid', String(statOf(STRANGER).gid), '--clear-groups', process.execPath, '-e', code];
  const ran = spawnSync('setpriv', words, { cwd: ROOT, encoding: 'utf8', env: {} });
  return ran.stdout + ran.stderr;
}

function statOf(user: string): { uid: number; gid: number } {
  const [, , uid, gid] = readFileSync('/etc/passwd', 'utf8').split('\n').find((line) => line.startsWith(`${user}:`))?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

function statusOf(pid: number): Record<string, string> {
  return Object.fromEntries(readFileSync(`/proc/${pid}/status`, 'utf8').split('\n').flatMap((line) => {
    const [name, value] = line.split(':\t');
    return name === undefined || value === undefined ? [] : [[name, value.trim()]];
  }));
}

const reachable = (): boolean => IS_ROOT && asStranger(`require('node:fs').accessSync(${JSON.stringify(join(ROOT, 'dist/public.js'))}); console.log('yes')`).trim() === 'yes';

describe.runIf(IS_ROOT)('the public part as a user of its own', () => {
  test('runs as that user, can read no key and no table, comes back when it is killed, and ends with the rest', async () => {
    const dataDir = fresh();
    if (!reachable()) {
      expect((await attempt({ DATA_DIR: dataDir, PUBLIC_USER: STRANGER })).said).toMatch(/Brukeren nobody \(PUBLIC_USER\) når ikke fram til .*node_modules|dist/);
      return;
    }
    const product = await start({ DATA_DIR: dataDir, PUBLIC_USER: STRANGER });
    const pid = (): number => product.pids('public')[0] ?? 0;
    const first = pid();
    const { uid, gid } = statOf(STRANGER);
    expect(statusOf(first)).toMatchObject({ Uid: Array(4).fill(uid).join('\t'), Gid: Array(4).fill(gid).join('\t'), Groups: '', NoNewPrivs: '1', CapEff: '0000000000000000', CapPrm: '0000000000000000' });
    expect(statusOf(product.pids('house')[0] ?? 0)).toMatchObject({ Uid: '0\t0\t0\t0' });
    expectNothingToRead(product, dataDir);
    const environment = readFileSync(`/proc/${first}/environ`, 'utf8').split('\0').flatMap((line) => line.split('=')[0] ?? []).filter((name) => name !== '');
    expect(environment.sort()).toEqual(['DATABASE_URL_PUBLIC', 'DEMO', 'FILES_DIR', 'HOST', 'KEYS_DIR', 'NODE_ENV', 'PORT', 'PUBLIC_KEYS_DIR', 'PUBLIC_URL', 'TRUST_PROXY', 'TZ']);

    expect(asStranger(`require('node:fs').writeFileSync(${JSON.stringify(join(dataDir, 'files/probe'))}, '')`), 'files that people send are written by the public part').toBe('');
    expect((await sendUntilReceived(product.publicUrl, await fetchForm(product.publicUrl), DAUGHTER)).code).toMatch(/^\w{4} /);
    signal(first, 'SIGKILL');
    expect(await waitUntil(() => pid() !== 0 && pid() !== first, 15_000)).toBe(true);
    for (const server of product.pids('database').slice(0, 1)) signal(server, 'SIGKILL');
    expect((await sendUntilReceived(product.publicUrl, await fetchForm(product.publicUrl), DAUGHTER)).code).toMatch(/^\w{4} /);
    const second = pid();
    expect(statusOf(second)['Uid']).toBe(Array(4).fill(uid).join('\t'));
    await product.stop();
    expect(existsSync(`/proc/${second}`)).toBe(false);
    // and again on the same data: what was lent is taken back and lent anew
    const again = await start({ DATA_DIR: dataDir, PUBLIC_USER: STRANGER });
    expect((await fetch(`${again.publicUrl}/helse`)).status).toBe(200);
    signal(again.launcher, 'SIGKILL');
    expect(await waitUntil(() => [...again.pids('public'), ...again.pids('house')].length === 0, 10_000)).toBe(true);
  });

  test('in earnest it is started the same way, and no file with its login is left lying', async () => {
    if (!reachable()) return;
    const dataDir = fresh();
    const apart = await start(inEarnest(dataDir));
    await waitUntil(() => apart.output().includes('oppsett-lenke.txt'), 5_000);
    expect(apart.output()).toMatch(/^Den offentlige delen er ikke startet: start som root med PUBLIC_USER, eller la en annen bruker kjøre node dist\/public\.js med innstillingene i \S+public\.env og en egen kopi av mappen \S+public-keys\.$/m);
    expect(statSync(join(dataDir, 'public.env')).mode & 0o777).toBe(0o600);
    expect(apart.pids('public')).toEqual([]);
    await apart.stop();
    const product = await start({ ...inEarnest(dataDir), PUBLIC_USER: STRANGER });
    expect(product.output()).not.toMatch(/er ikke startet/);
    expect(existsSync(join(dataDir, 'public.env'))).toBe(false);
    expect(statusOf(product.pids('public')[0] ?? 0)['Uid']).toBe(Array(4).fill(statOf(STRANGER).uid).join('\t'));
    expectNothingToRead(product, dataDir);
  });

  test.each([
    ['a user that is not there', { PUBLIC_USER: 'ingen-slik' }, 'PUBLIC_USER: det finnes ingen bruker som heter ingen-slik på denne maskinen.\n'],
    ['root itself', { PUBLIC_USER: 'root' }, 'PUBLIC_USER må være en bruker uten rettigheter, ikke root.\n'],
    ['a port that needs rights', { PUBLIC_USER: STRANGER, PORT: '80' }, 'Brukeren nobody kan ikke bruke port 80. Sett PORT til 1024 eller høyere, bak en proxy.\n'],
  ])('%s stops the start with one sentence before anything is made', async (_what, env, sentence) => {
    const dataDir = fresh();
    expect(await attempt({ DATA_DIR: dataDir, ...env })).toEqual({ code: 1, said: sentence });
    expect(existsSync(dataDir)).toBe(false);
  });

  test('a user who does not get to what it needs, or gets to more, is refused', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const { code, said } = await attempt({ ...inEarnest(join(closed, 'data')), PUBLIC_USER: STRANGER });
    expect(code).toBe(1);
    expect(said).toMatch(/Brukeren nobody \(PUBLIC_USER\) når ikke fram til \S+\. Gi alle rett til å gå gjennom mappene over, eller legg produktet og DATA_DIR et annet sted, for eksempel under \/srv\.\n$/);
    const open = fresh();
    mkdirSync(open);
    chmodSync(open, 0o755);
    if (reachable()) expect((await attempt({ ...inEarnest(open), PUBLIC_USER: STRANGER })).said).toMatch(/Brukeren nobody \(PUBLIC_USER\) kan lese \S+\. Steng den for andre enn eieren \(chmod o-rwx\), eller velg en annen bruker\.\n$/);
  });
});

/** What a thief who owns the public process can get at: its own login's functions, and nothing that opens anything. */
function expectNothingToRead(product: Product, dataDir: string): void {
  const paths = [
    join(dataDir, 'keys/provider.key'), join(dataDir, 'keys/root.key'), join(dataDir, 'keys'), join(dataDir, 'public-keys/form-token.key'), join(dataDir, 'postgres/secret'), join(dataDir, 'postgres/cluster/PG_VERSION'),
    join(dataDir, 'postgres/server.log'), join(dataDir, 'postgres/socket'), dataDir, ...product.pids('house').map((pid) => `/proc/${pid}/environ`),
  ];
  for (const path of paths) expect(existsSync(path), path).toBe(true);
  const read = `const fs = require('node:fs'); for (const p of ${JSON.stringify(paths)}) { try { fs.statSync(p).isDirectory() ? fs.readdirSync(p) : fs.readFileSync(p); console.log('READ', p); } catch (e) { if (!['EACCES', 'EPERM'].includes(e.code)) console.log(e.code, p); } }`;
  expect(asStranger(read)).toBe('');
  const guessed = product.url('house').replace(/:[^:@]+@/, ':guessed@');
  const ask = (url: string, statement: string): string => asStranger(`const pg = require('pg'); const c = new pg.Client(${JSON.stringify(url)}); c.connect().then(() => c.query(${JSON.stringify(statement)})).then(() => console.log('yes'), (e) => console.log(e.code)).finally(() => c.end());`).trim();
  expect(ask(product.url('public'), 'select 1')).toBe('yes');
  expect(ask(product.url('public'), 'select file_id from app.report')).toBe('42501');
  expect(ask(guessed, 'select 1')).toBe('28P01');
  expect(ask(product.url('superuser').replace(/:[^:@]+@/, ':guessed@'), 'select 1')).toBe('28P01');
}

describe('a demo on a server of somebody else’s', () => {
  let cluster: OwnCluster;
  const urls = (database = DATABASE): Record<string, string> => ({
    DATABASE_URL: cluster.urlOf(loginName('migrator'), database), ...Object.fromEntries(ROLES.map((role: DatabaseRole) => [`DATABASE_URL_${role.toUpperCase()}`, cluster.urlOf(loginName(role), database)])),
  });
  beforeAll(async () => {
    cluster = await startOwnCluster();
    await provision(cluster.superuserUrl, DATABASE, (role) => cluster.passwordOf(loginName(role)));
  });
  afterAll(() => cluster.stop());

  async function numberOf(statement: string): Promise<number> {
    const client = new pg.Client({ connectionString: cluster.urlOf('postgres', DATABASE) });
    await client.connect();
    try {
      return Number((await client.query<{ n: string }>(statement)).rows[0]?.n);
    } finally {
      await client.end();
    }
  }

  test('that was killed while it was filled begins again, and nothing is there twice', async () => {
    const dataDir = fresh();
    for (let round = 0; round < 2; round += 1) {
      const { said } = await attempt({ DATA_DIR: dataDir, ...urls() }, /Fyller demoregionen/);
      expect(said).toMatch(/Fyller demoregionen/);
      expect(existsSync(join(dataDir, 'demo-filled'))).toBe(false);
      expect(await numberOf('select count(*) as n from kernel.deployment')).toBe(1);
    }
    const product = await start({ DATA_DIR: dataDir, ...urls() });
    expect(await numberOf('select count(*) as n from kernel.region_register')).toBe(3); // its own, and two beside it
    expect(await numberOf('select count(*) as n from app.case_file')).toBeGreaterThan(20);
    expect((await insist(async () => fetch(`${product.houseUrl}/helse`))).status).toBe(200);
    await product.stop();
    // with other keys the same database is left alone
    const before = await numberOf('select count(*) as n from kernel.audit_event');
    const { code, said } = await attempt({ DATA_DIR: fresh(), ...urls() });
    expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(/^Databasen er forseglet med nøkler som ikke ligger i \S+keys\. .*\n$/) });
    expect(await numberOf('select count(*) as n from kernel.audit_event')).toBe(before);
  });

  test('that cannot be reached, or logs what people write, is named by its setting', async () => {
    const secret = cluster.passwordOf(loginName('house'));
    const wrong = { ...urls(), DATABASE_URL_HOUSE: urls()['DATABASE_URL_HOUSE']?.replace(secret, 'feil') ?? '' };
    expect(await attempt({ DATA_DIR: fresh(), ...wrong })).toEqual({ code: 1, said: 'Databasen kan ikke nås med DATABASE_URL_HOUSE (28P01): brukernavn eller passord er feil.\n' });
    await numberOf(`alter role ${loginName('worker')} set log_parameter_max_length_on_error = -1`);
    expect((await attempt({ DATA_DIR: fresh(), ...urls() })).said).toMatch(/^Databasen i DATABASE_URL_WORKER skriver det folk har skrevet, i loggen sin\. .*\n$/);
    await numberOf(`alter role ${loginName('worker')} reset log_parameter_max_length_on_error`);
    await numberOf(`alter role ${loginName('house')} bypassrls`);
    expect((await attempt({ DATA_DIR: fresh(), ...urls() })).said).toMatch(/^Brukeren i DATABASE_URL_HOUSE har for store rettigheter/);
    await numberOf(`alter role ${loginName('house')} nobypassrls`);
  });
});

test('keys that others can read, or that are damaged, stop the start with one sentence and leave everything as it was', async () => {
  const dataDir = fresh();
  const keys = fresh();
  mkdirSync(keys, { mode: 0o755 });
  expect((await attempt({ DATA_DIR: dataDir, KEYS_DIR: keys })).said).toBe(`Andre kan komme til ${keys}: rettighetene er 0755 og må være 0700.\n`);
  chmodSync(keys, 0o700);
  writeFileSync(join(keys, 'provider.key'), 'nonsens', { mode: 0o600 });
  expect((await attempt({ DATA_DIR: dataDir, KEYS_DIR: keys })).said).toBe(`${join(keys, 'provider.key')} inneholder ikke en nøkkel (64 heksadesimale tegn på én linje).\n`);
  expect(readdirSync(keys)).toEqual(['provider.key']);
});
