import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import type { Binaries } from './binaries.ts';
import type { Confinement } from './confinement.ts';
import type { Places } from './places.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { pause } from './processes.ts';
import { serverArguments, type ServerOptions } from './server-options.ts';
import { watchdog } from './watchdog.ts';

export type Server = {
  readonly pid: number;
  /** settles when the server process is gone */
  readonly ended: Promise<string>;
  readonly kill: (signal: NodeJS.Signals) => void;
};

export type Boot = { readonly at: Places; readonly binaries: Binaries; readonly as: Confinement; readonly options: ServerOptions };

const LOG_LIMIT = 5_000_000;

/** One former log is kept. */
function openLog(file: string): { fd: number; from: number } {
  if (existsSync(file) && statSync(file).size > LOG_LIMIT) renameSync(file, `${file}.1`);
  const fd = openSync(file, 'a', 0o600);
  return { fd, from: statSync(file).size };
}

/** What the server said since a position in its log: the last fatal line, which is the reason that it did not start. */
function reasonSince(file: string, from: number): string {
  const fd = openSync(file, 'r');
  const buffer = Buffer.alloc(8_000);
  const length = readSync(fd, buffer, 0, buffer.length, from);
  closeSync(fd);
  const lines = buffer.toString('utf8', 0, length).trim().split('\n');
  return (lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? '').replace(/^.*?(FATAL|PANIC): +/, '');
}

/** Starts the server process and waits until it takes connections, however long it has to recover. */
export async function boot(input: Boot): Promise<Server | { readonly failed: string }> {
  const { at, binaries, as, options } = input;
  const log = openLog(at.log);
  const [program = '', ...words] = [...as.prefix, binaries.postgres, ...serverArguments(at.cluster, options)];
  // Its own session: Ctrl-C in the terminal must not end the database before those who still write to it.
  const child = spawn(program, words, {
    cwd: '/', env: { ...binaries.env, LC_ALL: 'C', TZ: 'UTC' }, stdio: ['ignore', log.fd, log.fd], detached: true, ...as.spawnAs,
  });
  closeSync(log.fd);
  const ended = endOf(child);
  const pid = child.pid;
  if (pid === undefined) return { failed: await ended };
  const dog = as.endsWithStarter ? undefined : watchdog(pid);
  let over: string | undefined;
  void ended.then((how) => { over = how; dog?.release(); });
  while (over === undefined) {
    const file = readPostmasterFile(at.cluster);
    if (file?.pid === pid && file.ready) return { pid, ended, kill: (signal) => { child.kill(signal); } };
    await pause(10);
  }
  return { failed: reasonSince(at.log, log.from) || over };
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `kode ${code}`));
  });
}

/** Orderly, then hurried (the next start recovers), then by force. Returns when the process is gone. */
export async function shutDown(server: Server): Promise<void> {
  const within = async (ms: number): Promise<boolean> => {
    const timer = new AbortController();
    const gone = await Promise.race([server.ended.then(() => true), pauseUnref(ms, timer.signal)]);
    timer.abort();
    return gone;
  };
  server.kill('SIGINT');
  if (await within(8_000)) return;
  server.kill('SIGQUIT');
  if (await within(5_000)) return;
  server.kill('SIGKILL');
  await server.ended;
}

function pauseUnref(ms: number, signal: AbortSignal): Promise<false> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}
