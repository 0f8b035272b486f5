import { closeSync, constants, fstatSync, fsyncSync, linkSync, lstatSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

export type KeyFault = 'missing' | 'not-a-directory' | 'not-a-file' | 'loose' | 'foreign' | 'broken' | 'mismatch';

/** Keys that must not be used. The message is one sentence for the person who runs the service; it names paths and modes, never a key. */
export class KeysRefused extends Error {
  readonly fault: KeyFault;

  constructor(fault: KeyFault, message: string) {
    super(message);
    this.name = 'KeysRefused';
    this.fault = fault;
  }
}

/** Makes the directory with mode 0700 where there is none; one that exists must already be closed to others. */
export function prepareDirectory(dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  checkDirectory(dir);
}

/** Throws KeysRefused unless it is a directory of ours that nobody else may enter. */
export function checkDirectory(dir: string): void {
  const stat = lstatSync(dir, { throwIfNoEntry: false });
  if (stat === undefined) throw new KeysRefused('missing', `There is no key directory ${dir}.`);
  if (!stat.isDirectory()) throw new KeysRefused('not-a-directory', `${dir} is not a directory (a link is not accepted).`);
  checkClosed(dir, stat, '0700');
}

/**
 * Writes a new file, mode 0600, whole or not at all, flushed to disk. An existing file is never touched: two first starts at once agree on the first one's.
 * Answers whether this call made it.
 */
export function writeOnce(dir: string, name: string, content: string): boolean {
  const path = join(dir, name);
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return false;
  const draft = join(dir, `.${name}.${randomUUID()}`);
  try {
    writeFileSync(draft, content, { flag: 'wx', mode: 0o600, flush: true });
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
    flushDirectory(dir);
  }
}

/** Reads a key file. Throws KeysRefused when it is missing, a link, open to others or somebody else's. */
export function readClosed(dir: string, name: string): string {
  const path = join(dir, name);
  const handle = openPlain(path);
  try {
    // the handle is judged, not the name: nobody can put another file in between
    const stat = fstatSync(handle);
    if (!stat.isFile()) throw new KeysRefused('not-a-file', `${path} is not a file.`);
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
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new KeysRefused('missing', `The key file ${path} is missing.`);
    if (code === 'ELOOP') throw new KeysRefused('not-a-file', `${path} is a link; a key file must be a plain file.`);
    throw error;
  }
}

function checkClosed(path: string, stat: { mode: number; uid: number }, wanted: string): void {
  const mode = stat.mode & 0o777;
  if ((mode & 0o077) !== 0) {
    throw new KeysRefused('loose', `Others can get at ${path}: its mode is 0${mode.toString(8)} and must be ${wanted}.`);
  }
  const me = process.geteuid?.();
  if (me !== undefined && stat.uid !== me && stat.uid !== 0) {
    throw new KeysRefused('foreign', `${path} belongs to user ${stat.uid}, but this process runs as user ${me}.`);
  }
}

function flushDirectory(dir: string): void {
  const handle = openSync(dir, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
