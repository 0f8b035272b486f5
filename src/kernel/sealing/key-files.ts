import { closeSync, constants, existsSync, fstatSync, fsyncSync, linkSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync, type Stats } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { StartProblem } from '../start-problem.ts';

export type KeyFault = 'missing' | 'not-a-directory' | 'not-a-file' | 'loose' | 'foreign' | 'broken' | 'mismatch' | 'unwritable';

/** Keys that must not be used. The message is one sentence for the person who runs the service; it names paths and modes, never a key. */
export class KeysRefused extends StartProblem {
  override readonly name = 'KeysRefused';
  readonly fault: KeyFault;

  constructor(fault: KeyFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

/** Makes the directory with mode 0700 where there is none; one that exists must already be closed to others. */
export function prepareDirectory(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (!existsSync(dir)) throw new KeysRefused('unwritable', `Kan ikke lage nøkkelmappen ${dir} (${codeOf(error)}).`);
  }
  checkDirectory(dir);
}

/** Throws KeysRefused unless it is a directory of ours that nobody else may enter. */
export function checkDirectory(dir: string): void {
  const stat = statOf(dir);
  if (stat === undefined) throw new KeysRefused('missing', `Nøkkelmappen ${dir} finnes ikke.`);
  if (!stat.isDirectory()) throw new KeysRefused('not-a-directory', `${dir} er ikke en mappe (en lenke godtas ikke).`);
  checkClosed(dir, stat, '0700');
}

/**
 * Writes a new file, mode 0600, whole or not at all, flushed to disk. An existing file is never touched: two first starts at once agree on the first one's.
 * Answers whether this call made it.
 */
export function writeOnce(dir: string, name: string, content: string): boolean {
  const path = join(dir, name);
  if (statOf(path) !== undefined) return false;
  const draft = join(dir, `.${name}.${randomUUID()}`);
  try {
    writeFileSync(draft, content, { flag: 'wx', mode: 0o600, flush: true });
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new KeysRefused('unwritable', `Kan ikke skrive nøkkelfilen ${path} (${codeOf(error)}).`);
  } finally {
    rmSync(draft, { force: true });
    flushDirectory(dir);
  }
}

/** Puts one key file in the place of another, flushed to disk: at no moment is there neither. */
export function replaceFile(dir: string, from: string, to: string): void {
  try {
    renameSync(join(dir, from), join(dir, to));
  } catch (error) {
    throw new KeysRefused('unwritable', `Kan ikke bytte ut nøkkelfilen ${join(dir, to)} (${codeOf(error)}).`);
  }
  flushDirectory(dir);
}

/** Takes a key file away for good, and what a killed writeOnce left of it; nothing happens where there is none. */
export function removeFile(dir: string, name: string): void {
  for (const one of readdirSync(dir)) if (one === name || one.startsWith(`.${name}.`)) rmSync(join(dir, one), { force: true });
  flushDirectory(dir);
}

/** Whether something of that name lies there, readable or not. */
export function isThere(dir: string, name: string): boolean {
  return statOf(join(dir, name)) !== undefined;
}

/** Reads a key file. Throws KeysRefused when it is missing, a link, open to others or somebody else's. */
export function readClosed(dir: string, name: string): string {
  const path = join(dir, name);
  const handle = openPlain(path);
  try {
    // the handle is judged, not the name: nobody can put another file in between
    const stat = fstatSync(handle);
    if (!stat.isFile()) throw new KeysRefused('not-a-file', `${path} er ikke en vanlig fil.`);
    checkClosed(path, stat, '0600');
    return readFileSync(handle, 'utf8');
  } finally {
    closeSync(handle);
  }
}

function openPlain(path: string): number {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new KeysRefused('missing', `Nøkkelfilen ${path} mangler.`);
    if (code === 'ELOOP') throw new KeysRefused('not-a-file', `${path} er en lenke; en nøkkelfil må være en vanlig fil.`);
    throw outOfReach(path, code);
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw outOfReach(path, codeOf(error));
  }
}

function outOfReach(path: string, code: string): KeysRefused {
  return new KeysRefused('foreign', `Denne prosessen (bruker ${process.geteuid?.() ?? 0}) kommer ikke til ${path} (${code}).`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'ukjent feil';
}

function checkClosed(path: string, stat: { mode: number; uid: number }, wanted: string): void {
  const mode = stat.mode & 0o777;
  if ((mode & 0o077) !== 0) {
    throw new KeysRefused('loose', `Andre kan komme til ${path}: rettighetene er 0${mode.toString(8)} og må være ${wanted}.`);
  }
  const me = process.geteuid?.();
  if (me !== undefined && stat.uid !== me && stat.uid !== 0) {
    throw new KeysRefused('foreign', `${path} tilhører bruker ${stat.uid}, men denne prosessen kjører som bruker ${me}.`);
  }
}

/** A new or changed name in a directory is there after a loss of power only when the directory was flushed, too. */
export function flushDirectory(dir: string): void {
  const handle = openSync(dir, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
