import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** sockaddr_un holds 108 bytes with the closing zero; the server adds `.lock` to the socket's name for its own file only. */
const LONGEST_SOCKET_PATH = 107;

/**
 * A new, empty directory (mode 0700, or 0710 where a group is let in) for the server's socket. Whatever a former server left is removed: the caller
 * holds the data directory and has made sure that none is running. Where the wanted path is too long for a socket, a
 * short one is made below the system's temporary directory and remembered beside the wanted one.
 */
export function makeSocketDirectory(wanted: string, port: number, owner: { readonly uid: number; readonly gid: number }, guests?: number): string {
  const pointer = `${wanted}.elsewhere`;
  rmSync(wanted, { recursive: true, force: true });
  removeFormer(pointer);
  const directory = fits(wanted, port) ? wanted : mkdtempSync(join(tmpdir(), 'vv-'));
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  chmodSync(directory, guests === undefined ? 0o700 : 0o710);
  chownSync(directory, owner.uid, guests ?? owner.gid);
  if (directory !== wanted) writeFileSync(pointer, directory, { mode: 0o600 });
  return directory;
}

/** The server refuses a socket whose lock names a living process, and numbers of processes come back. */
export function emptySocketDirectory(directory: string, port: number): void {
  for (const end of ['', '.lock']) rmSync(join(directory, `.s.PGSQL.${port}${end}`), { force: true });
}

/** Removes the directory after an orderly stop. */
export function removeSocketDirectory(wanted: string): void {
  rmSync(wanted, { recursive: true, force: true });
  removeFormer(`${wanted}.elsewhere`);
}

function fits(directory: string, port: number): boolean {
  return Buffer.byteLength(join(directory, `.s.PGSQL.${port}`)) <= LONGEST_SOCKET_PATH;
}

function removeFormer(pointer: string): void {
  try {
    const former = readFileSync(pointer, 'utf8').trim();
    if (/\/vv-[A-Za-z0-9]{6}$/.test(former)) rmSync(former, { recursive: true, force: true });
    rmSync(pointer);
  } catch {
    // there was none
  }
}
