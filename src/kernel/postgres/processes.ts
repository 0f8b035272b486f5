import { accessSync, constants, readFileSync, readlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A process that cannot be mistaken for a later one with the same number: ids come back, in containers within seconds. */
export type ProcessMark = { readonly pid: number; readonly started: string };

/** Fields of /proc/<pid>/stat behind the command name, which may itself hold spaces and brackets (proc(5)). */
function statFields(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return 'unknown';
  }
}

/**
 * The mark of a living process; undefined when there is none. A dead process that nobody has collected counts as gone:
 * where process 1 is no init, it would otherwise block the next start for ever.
 */
export function processMark(pid: number): ProcessMark | undefined {
  const fields = statFields(pid);
  if (fields === undefined || fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return { pid, started: `${bootId()}/${fields[19] ?? ''}` };
}

export function isAlive(mark: ProcessMark): boolean {
  const now = processMark(mark.pid);
  return now !== undefined && now.started === mark.started;
}

/** The directory a process works in; undefined when it is gone or another user's. */
export function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** The full path of a system program, also where PATH is short (services often leave out the sbin directories). */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/bin', '/usr/sbin', '/sbin'];
  return folders.filter((folder) => folder.startsWith('/')).map((folder) => join(folder, name)).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Sends a signal; false when the process is gone. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Waits until a condition holds; false when it did not within `ms` milliseconds. */
export async function waitUntil(condition: () => boolean, ms: number, everyMs = 20): Promise<boolean> {
  const start = performance.now();
  while (!condition()) {
    if (performance.now() - start > ms) return false;
    await pause(everyMs);
  }
  return true;
}
