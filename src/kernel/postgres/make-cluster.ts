import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, lchownSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartProblem } from '../start-problem.ts';
import { SUPERUSER } from './address.ts';
import type { Binaries } from './binaries.ts';
import type { Confinement } from './confinement.ts';
import type { Places } from './places.ts';
import { rolePassword } from './secret.ts';

/**
 * Makes sure that a cluster is there and belongs to the user who will run it. A first start that was interrupted leaves
 * only a draft, which is thrown away.
 * @throws StartProblem
 */
export async function makeCluster(at: Places, binaries: Binaries, as: Confinement, secret: Buffer, durable: boolean): Promise<void> {
  refuseStrangersFiles(at, as);
  if (!existsSync(join(at.cluster, 'PG_VERSION'))) {
    rmSync(at.cluster, { recursive: true, force: true });
    rmSync(at.draft, { recursive: true, force: true });
    await initialise(at, binaries, as, secret, durable);
    renameSync(at.draft, at.cluster);
  }
  const major = Number(readFileSync(join(at.cluster, 'PG_VERSION'), 'utf8').trim());
  if (major !== binaries.major) {
    throw new StartProblem(`Databasen i datamappen er laget med PostgreSQL ${major}, men programmet her er PostgreSQL ${binaries.major}. Bruk samme versjon, eller en annen DATA_DIR.`);
  }
  giveTo(at.cluster, as.owner);
}

function refuseStrangersFiles(at: Places, as: Confinement): void {
  const mine = process.getuid?.() ?? 0;
  for (const folder of [dirname(at.root), at.root, at.cluster]) {
    if (!existsSync(folder)) continue;
    const uid = statSync(folder).uid;
    if (uid !== mine && !(mine === 0 && uid === as.owner.uid)) {
      throw new StartProblem('Datamappen tilhører en annen bruker. Start som den brukeren, eller sett DATA_DIR til en annen mappe.');
    }
  }
  // Another user than ours must be able to walk through to its own directory, and see nothing on the way.
  if (as.owner.uid !== mine) for (const folder of [dirname(at.root), at.root]) chmodSync(folder, 0o711);
}

function giveTo(folder: string, owner: { readonly uid: number; readonly gid: number }): void {
  if (statSync(folder).uid === owner.uid) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) lchownSync(join(folder, entry), owner.uid, owner.gid);
  chownSync(folder, owner.uid, owner.gid);
}

async function initialise(at: Places, binaries: Binaries, as: Confinement, secret: Buffer, durable: boolean): Promise<void> {
  const passwordFile = join(at.root, 'superuser.new');
  mkdirSync(at.draft, { mode: 0o700 });
  writeFileSync(passwordFile, rolePassword(secret, SUPERUSER), { mode: 0o600 });
  for (const path of [at.draft, passwordFile]) chownSync(path, as.owner.uid, as.owner.gid);
  const initdb = [
    binaries.initdb, '-D', at.draft, '-U', SUPERUSER, `--pwfile=${passwordFile}`,
    '--auth-local=scram-sha-256', '--auth-host=reject', '--encoding=UTF8', '--locale=C', '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ];
  try {
    const { code, said } = await run([...as.prefix, ...initdb], binaries, as);
    if (code !== 0 && as.owner.uid !== process.getuid?.()) {
      throw new StartProblem('Databasen kan ikke kjøre som root her, og en annen bruker når ikke fram til programmet og datamappen. Start som en vanlig bruker, eller legg begge der alle kan gå inn (for eksempel under /srv).');
    }
    if (code !== 0) throw new StartProblem(`Fikk ikke laget databasen i datamappen: ${said}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The last line that a program says about its failure, which for initdb and its wrappers is the reason. */
function run(words: readonly string[], binaries: Binaries, as: Confinement): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const [program = '', ...rest] = words;
    const child = spawn(program, rest, {
      env: { ...binaries.env, PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
      ...as.spawnAs,
    });
    let text = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => { text += part; });
    child.on('error', (error) => resolve({ code: null, said: error.message }));
    child.on('close', (code) => resolve({ code, said: text.trim().split('\n').findLast((line) => /error|fatal|denied|not found|failed/i.test(line)) ?? `kode ${code}` }));
  });
}
