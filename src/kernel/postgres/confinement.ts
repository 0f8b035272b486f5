import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findProgram } from './processes.ts';

/** How PostgreSQL, which refuses to run as root, is started, and how it learns that its starter is gone. */
export type Confinement = {
  /** words before the program's own */
  readonly prefix: readonly string[];
  /** who must own the cluster's files */
  readonly owner: { readonly uid: number; readonly gid: number };
  /** set where Node itself must change the user, because no system program does */
  readonly spawnAs: { readonly uid: number; readonly gid: number } | undefined;
  /** whether the kernel ends the program with its starter; otherwise a watchdog must */
  readonly endsWithStarter: boolean;
};

/** What may be used; tests switch parts off to walk the ways of other machines. */
export type Means = { readonly userNamespace?: boolean; readonly setpriv?: boolean };

const UNMAPPED = 65_534;

/**
 * Immediate shutdown: like a crash, without loss of what was committed. A fast one (INT) can hang for ever while the
 * server is still recovering from an earlier crash (seen on 18.4; test/faults/embedded.test.ts).
 */
const WITH_STARTER = ['--pdeathsig', 'QUIT'];

function user(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((row) => row.startsWith(`${name}:`));
  const fields = line?.split(':');
  if (fields?.[2] === undefined || fields[3] === undefined) return undefined;
  return { uid: Number(fields[2]), gid: Number(fields[3]) };
}

function namespacePrefix(unshare: string | undefined): string[] | undefined {
  if (unshare === undefined) return undefined;
  const prefix = [unshare, '--user', `--map-user=${UNMAPPED}`, `--map-group=${UNMAPPED}`];
  const tried = spawnSync(unshare, [...prefix.slice(1), 'true'], { stdio: 'ignore' });
  return tried.status === 0 ? prefix : undefined;
}

/**
 * Root: a user namespace in which root is an ordinary user (the files stay root's); where those are forbidden, the
 * user postgres or nobody. An ordinary user: as they are.
 * @returns undefined when root can become nobody else
 */
export function confinement(means: Means = {}): Confinement | undefined {
  const setpriv = means.setpriv === false ? undefined : findProgram('setpriv');
  const endsWithStarter = setpriv !== undefined;
  const guard = setpriv === undefined ? [] : [setpriv, ...WITH_STARTER];
  const own = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  if (own.uid !== 0) return { prefix: guard, owner: own, spawnAs: undefined, endsWithStarter };

  const namespace = means.userNamespace === false ? undefined : namespacePrefix(findProgram('unshare'));
  if (namespace !== undefined) return { prefix: [...namespace, ...guard], owner: own, spawnAs: undefined, endsWithStarter };

  const other = user('postgres') ?? user('nobody');
  if (other === undefined) return undefined;
  if (setpriv === undefined) return { prefix: [], owner: other, spawnAs: other, endsWithStarter: false };
  const become = [setpriv, `--reuid=${other.uid}`, `--regid=${other.gid}`, '--clear-groups', ...WITH_STARTER];
  return { prefix: become, owner: other, spawnAs: undefined, endsWithStarter: true };
}
