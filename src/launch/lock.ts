import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, processMark, waitUntil, type ProcessMark } from '../kernel/postgres/processes.ts';
import { StartProblem } from '../kernel/start-problem.ts';

type Holder = ProcessMark & { readonly stopping?: boolean };

export type Lock = {
  /** tells the next start that waiting is worth while */
  readonly announceStop: () => void;
  readonly release: () => void;
};

const STOPPING_MS = 40_000;
/** A launcher whose own starter was killed has hardly had time to say that it is stopping. */
const NOTICE_MS = 2_000;

function readHolder(file: string): Holder | undefined {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>; // ours, but a full disk may have cut it
    return typeof read.pid === 'number' && typeof read.started === 'string' ? { ...read, pid: read.pid, started: read.started } : undefined;
  } catch {
    return undefined;
  }
}

/** Puts a file in place whole, or not at all when there is one; a half-written lock would look like nobody's. */
function claim(file: string, holder: Holder): boolean {
  const draft = `${file}.${holder.pid}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves a dead holder's lock away; where somebody was faster, theirs is put back. */
function clearDead(file: string, dead: Holder | undefined, me: ProcessMark): void {
  const aside = `${file}.${me.pid}.former`;
  try {
    renameSync(file, aside);
    const moved = readHolder(aside);
    if (moved !== undefined && moved.started !== dead?.started && isAlive(moved)) linkSync(aside, file);
  } catch {
    // gone already
  }
  rmSync(aside, { force: true });
}

/**
 * One launcher per data directory. A lock whose process is dead is taken over; one that is just stopping is waited for.
 * @throws StartProblem when another launcher is running here
 */
export async function lockDataDirectory(dataDir: string): Promise<Lock> {
  const file = join(dataDir, 'running');
  const me = processMark(process.pid);
  if (me === undefined) throw new StartProblem('Dette systemet har ikke /proc, og kan ikke kjøre produktet.');
  while (!claim(file, me)) {
    const holder = readHolder(file);
    if (holder === undefined || !isAlive(holder)) {
      clearDead(file, holder, me);
      continue;
    }
    const gone = (): boolean => !isAlive(holder);
    const leaving = (): boolean => gone() || readHolder(file)?.stopping === true;
    if (!(await waitUntil(leaving, NOTICE_MS)) || !(await waitUntil(gone, STOPPING_MS))) {
      throw new StartProblem(`Produktet kjører allerede på datamappen ${dataDir} (prosess ${holder.pid}).`);
    }
  }
  return {
    announceStop: () => {
      writeFileSync(`${file}.${me.pid}`, JSON.stringify({ ...me, stopping: true }), { mode: 0o600 });
      renameSync(`${file}.${me.pid}`, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}
