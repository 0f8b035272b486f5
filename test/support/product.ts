import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningCluster } from '../../src/kernel/postgres/address.ts';
import { loginName, type DatabaseRole } from '../../src/kernel/database/connect.ts';
import { DATABASE } from '../../src/kernel/database/provision.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The whole product as `npm start` runs it, on free ports and in a directory of its own. */
export type Product = {
  readonly publicUrl: string;
  readonly houseUrl: string;
  readonly dataDir: string;
  readonly url: (role: DatabaseRole | 'superuser') => string;
  /** process id of the launcher */
  readonly launcher: number;
  /** process ids of a part now */
  readonly pids: (part: Part) => number[];
  readonly env: Readonly<Record<string, string>>;
  /** everything that was printed so far */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
};

export type Part = 'public' | 'house' | 'login' | 'database';

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/** Environment variable that says that this run has built the product: another building would pull it away under one that runs. */
export const BUILT = 'TEST_BUILT';

export function buildOnce(): void {
  if (process.env[BUILT] === 'yes') return;
  execFileSync(process.execPath, ['build.mjs'], { cwd: ROOT, stdio: 'inherit' });
  process.env[BUILT] = 'yes';
}

/** Starts the product and waits until it serves. @param extra settings on top */
export async function startProduct(extra: Readonly<Record<string, string>> = {}): Promise<Product> {
  buildOnce();
  const dataDir = mkdtempSync(join(tmpdir(), 'vv-product-'));
  const [port, housePort, loginPort] = [await freePort(), await freePort(), await freePort()];
  const env = {
    PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', DATA_DIR: join(dataDir, 'data'),
    PORT: String(port), HOUSE_PORT: String(housePort), LOGIN_PORT: String(loginPort), ...extra,
  };
  // The fourth is the pipe by which the launcher knows that we live (src/launch/starter.ts): a test that gave up must not leave its product running beside the next.
  const child = spawn(process.execPath, ['dist/main.js'], { cwd: ROOT, env: { ...env, STARTER_PIPE: '3' }, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  let output = '';
  const served = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Ansatte:')) resolve();
    };
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', read);
    child.once('exit', () => reject(new Error(`the product stopped before it served:\n${output}`)));
  });
  await served;
  return {
    publicUrl: `http://127.0.0.1:${port}`, houseUrl: `http://127.0.0.1:${housePort}`, dataDir: env.DATA_DIR, env,
    url: (role) => {
      const cluster = runningCluster(env.DATA_DIR);
      if (cluster === undefined) throw Object.assign(new Error('the database is down'), { code: 'ECONNREFUSED' });
      return cluster.urlOf(role === 'superuser' ? 'postgres' : loginName(role), DATABASE);
    },
    launcher: child.pid ?? 0,
    pids: (part) => partPids(child.pid ?? 0, part),
    output: () => output,
    stop: () => stop(child, dataDir),
  };
}

async function stop(child: ChildProcess, dataDir: string): Promise<void> {
  const gone = new Promise<void>((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve() : void child.once('exit', () => resolve())));
  child.kill('SIGTERM');
  await gone;
  rmSync(dataDir, { recursive: true, force: true });
}

type Process = { readonly pid: number; readonly parent: number; readonly words: string };

function processes(): Process[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      return [{ pid: Number(name), parent, words: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
    } catch {
      return []; // it ended while we looked
    }
  });
}

function partPids(main: number, part: Part): number[] {
  const all = processes();
  const below = (pid: number): Process[] => all.filter((one) => one.parent === pid).flatMap((one) => [one, ...below(one.pid)]);
  const family = below(main);
  if (part !== 'database') return family.filter((one) => new RegExp(`dist/${part}\\.js`).test(one.words)).map((one) => one.pid);
  return family.filter((one) => /bin\/postgres -D/.test(one.words) || /postgres: /.test(one.words)).map((one) => one.pid);
}
