import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../start-problem.ts';
import { pause, processMark, signal, waitUntil, workingDirectory } from './processes.ts';

/** What a running server writes about itself (lines 1, 4, 5 and 8 of postmaster.pid, PostgreSQL 10 and later). */
export type PostmasterFile = {
  readonly pid: number;
  readonly port: number;
  readonly socketDir: string;
  readonly ready: boolean;
  /** whether that process is this cluster's server, and not a later process with the same number */
  readonly alive: boolean;
};

function same(a: string | undefined, b: string): boolean {
  try {
    return a !== undefined && realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}

/** undefined when there is no file, or none that is whole yet. */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Math.abs(Number(lines[0]));
    if (!Number.isInteger(pid) || pid === 0) return undefined;
    const alive = processMark(pid) !== undefined && same(workingDirectory(pid), cluster);
    return { pid, port: Number(lines[3]), socketDir: lines[4] ?? '', ready: lines[7]?.trim() === 'ready', alive };
  } catch {
    return undefined;
  }
}

const ORDERLY_MS = 10_000;
const HURRIED_MS = 5_000;

/**
 * Lets a server of a starter that died come to rest, and removes what it left behind. Only the holder of the data
 * directory's lock may call this: it ends a server that does not go by itself.
 * @throws StartProblem when it cannot be ended
 */
export async function clearFormerServer(cluster: string, log: (line: string) => void): Promise<void> {
  const former = readPostmasterFile(cluster);
  if (former === undefined) return;
  if (former.alive) {
    log('Venter på at databasen fra forrige kjøring avslutter.');
    const gone = (): boolean => readPostmasterFile(cluster)?.alive !== true;
    signal(former.pid, 'SIGINT');
    if (!(await waitUntil(gone, ORDERLY_MS))) signal(former.pid, 'SIGQUIT');
    if (!(await waitUntil(gone, HURRIED_MS))) signal(former.pid, 'SIGKILL');
    if (!(await waitUntil(gone, HURRIED_MS))) throw new StartProblem(`Databasen fra forrige kjøring (prosess ${former.pid}) lar seg ikke stoppe.`);
    await pause(50);
  }
  // The server takes any living process with that number for itself; we know better. Its own check for forgotten
  // children (shared memory) does not need the file.
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
}
