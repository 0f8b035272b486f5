import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, existsSync, lchownSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { places } from '../kernel/postgres/places.ts';
import { findProgram } from '../kernel/postgres/processes.ts';
import { PRIVATE_KEY_FILES, PUBLIC_KEY_FILES } from '../kernel/sealing/key-material.ts';
import type { Settings } from '../kernel/settings.ts';
import { StartProblem } from '../kernel/start-problem.ts';

/** A system user that a process of the product runs as, when root starts it. */
export type OtherUser = { readonly name: string; readonly uid: number; readonly gid: number };

const FIRST_OPEN_PORT = '/proc/sys/net/ipv4/ip_unprivileged_port_start';

/** The user that the public part becomes. @throws StartProblem where we may become nobody else, or there is no such user */
export function findOtherUser(name: string, port: number): OtherUser {
  if (process.getuid?.() !== 0) throw new StartProblem('PUBLIC_USER virker bare når root starter. Start som root, eller fjern PUBLIC_USER og start den offentlige delen selv.');
  if (findProgram('setpriv') === undefined) throw new StartProblem('PUBLIC_USER trenger programmet setpriv (pakken util-linux).');
  const [uid, gid] = [idOf('-u', name), idOf('-g', name)];
  if (uid === undefined || gid === undefined) throw new StartProblem(`PUBLIC_USER: det finnes ingen bruker som heter ${name} på denne maskinen.`);
  if (uid === 0 || gid === 0) throw new StartProblem(`PUBLIC_USER må være en bruker uten rettigheter, ikke ${name}.`);
  const open = existsSync(FIRST_OPEN_PORT) ? Number(readFileSync(FIRST_OPEN_PORT, 'utf8')) : 1024;
  if (port < open) throw new StartProblem(`Brukeren ${name} kan ikke bruke port ${port}. Sett PORT til ${open} eller høyere, bak en proxy.`);
  return { name, uid, gid };
}

function idOf(which: '-u' | '-g', name: string): number | undefined {
  const asked = spawnSync(findProgram('id') ?? 'id', [which, '--', name], { encoding: 'utf8' });
  return asked.status === 0 && /^\d+\s*$/.test(asked.stdout) ? Number(asked.stdout) : undefined;
}

/** Words before a program that make it this user's for good: no groups, and no way to more rights. */
export function become(user: OtherUser): string[] {
  return [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', '--inh-caps=-all', '--no-new-privs'];
}

/** Lets the user's group walk through our folders to what is theirs, and see nothing on the way. */
function openWay(user: OtherUser, folders: readonly string[]): void {
  for (const folder of folders) {
    const { uid, mode } = lstatSync(folder);
    chownSync(folder, uid, user.gid);
    chmodSync(folder, (mode & 0o777) | 0o010);
  }
}

/**
 * A copy of the public keys that the user owns, made anew at each start; answers where it is. The folder belonged to the user
 * until now, so nothing in it is followed or entered: it is taken back first, and then emptied by name.
 */
function lendPublicKeys(user: OtherUser, from: string, dataDir: string): string {
  const room = join(dataDir, 'public');
  const to = join(room, 'keys');
  mkdirSync(room, { recursive: true, mode: 0o710 });
  openWay(user, [dataDir, room]);
  if (lstatSync(to, { throwIfNoEntry: false }) !== undefined) takeBack(to);
  mkdirSync(to, { mode: 0o700 });
  for (const name of PUBLIC_KEY_FILES) {
    copyFileSync(join(from, name), join(to, name));
    chmodSync(join(to, name), 0o600);
    chownSync(join(to, name), user.uid, user.gid);
  }
  chownSync(to, user.uid, user.gid);
  return to;
}

function takeBack(folder: string): void {
  try {
    lchownSync(folder, 0, 0);
    for (const name of readdirSync(folder)) unlinkSync(join(folder, name));
    rmdirSync(folder);
  } catch {
    throw new StartProblem(`I ${folder} ligger noe som ikke er lagt der av produktet. Se på det, og fjern mappen.`);
  }
}

/**
 * Gives the user what the public part needs beyond its environment, and makes sure that it is given no more. Answers the
 * settings that differ from the launcher's own. @param programs folder of the bundles @throws StartProblem
 */
export function lend(user: OtherUser, settings: Settings, programs: string): { readonly PUBLIC_KEYS_DIR: string } {
  const keys = lendPublicKeys(user, settings.publicKeysDir, settings.dataDir);
  shareFiles(user, settings.filesDir);
  const database = places(settings.dataDir);
  if (settings.database === undefined) openWay(user, [settings.dataDir, database.root]);
  const theirs = PUBLIC_KEY_FILES.map((name) => join(keys, name));
  requireBounds(user, [process.execPath, join(programs, 'public.js'), settings.filesDir, ...theirs], [
    ...PRIVATE_KEY_FILES.map((name) => join(settings.keysDir, name)), settings.keysDir, settings.publicKeysDir, settings.dataDir, database.secret, database.cluster,
  ]);
  return { PUBLIC_KEYS_DIR: keys };
}

/** The folder that both parts write sealed files into: ours, with the user's group, and so is what is made in it. */
function shareFiles(user: OtherUser, folder: string): void {
  mkdirSync(folder, { recursive: true });
  chownSync(folder, 0, user.gid);
  chmodSync(folder, 0o2770);
  // Those that were made before there was such a user. A link is not followed: the user may have laid one.
  for (const name of readdirSync(folder)) {
    const stat = lstatSync(join(folder, name));
    if (stat.isDirectory()) lchownSync(join(folder, name), stat.uid, user.gid);
  }
}

/** What the user must be able to read and what never, asked as the user. */
function requireBounds(user: OtherUser, needed: readonly string[], forbidden: readonly string[]): void {
  for (const path of needed) {
    if (!mayRead(user, path)) throw new StartProblem(`Brukeren ${user.name} (PUBLIC_USER) når ikke fram til ${path}. Gi alle rett til å gå gjennom mappene over, eller legg produktet og DATA_DIR et annet sted, for eksempel under /srv.`);
  }
  for (const path of forbidden) {
    if (mayRead(user, path)) throw new StartProblem(`Brukeren ${user.name} (PUBLIC_USER) kan lese ${path}. Steng den for andre enn eieren (chmod o-rwx), eller velg en annen bruker.`);
  }
}

function mayRead(user: OtherUser, path: string): boolean {
  const setpriv = findProgram('setpriv') ?? 'setpriv';
  return spawnSync(setpriv, [...become(user), findProgram('test') ?? 'test', '-r', path], { cwd: '/', env: {}, stdio: 'ignore' }).status === 0;
}
