import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errorCode } from '../database/connect.ts';
import { findProgram } from '../postgres/processes.ts';
import { FILE_KINDS, type FileKind } from './kinds.ts';

/** The file is not one that can be cleaned; nothing is wrong with us. */
export class CannotClean extends Error {
  override readonly name = 'CannotClean';
}

/** The file cannot be opened safely, being damaged or unpacking to more than a machine should take in; nobody says that somebody meant harm. Closed to everybody. */
export class Unsafe extends Error {
  override readonly name = 'Unsafe';
}

export type Cleaner = {
  /**
   * The cleaned copy as it flows. `complete` is known when the last piece was read. Throws CannotClean or Unsafe at the end where there is no copy:
   * what came before it must be thrown away.
   */
  readonly clean: (kind: FileKind, source: AsyncIterable<Uint8Array>) => { readonly pieces: AsyncIterable<Buffer>; readonly complete: () => boolean };
  /** whether the kernel keeps the child from the network */
  readonly withoutNetwork: boolean;
};

export type CleanerParts = { /** dist/clean-file.mjs */ readonly program: string; readonly timeMs?: number; readonly mostBytes?: number; readonly mostMemory?: number };

const TIME_MS = 60_000;
const MOST_BYTES = 64 * 1024 * 1024;
/** A phone's film of 25 MB is copied a few times on its way; what unpacks without end is stopped here. Node itself bounds only what is no buffer. */
const MOST_MEMORY = 768 * 1024 * 1024;
const LOOK_EVERY_MS = 100;
const PAGE_BYTES = 4096;
const PARTLY = 3;
const CANNOT = 4;
const UNSAFE = 5;
/** ended from outside: for its time, for its memory by us, by itself or by the kernel */
const BY_SIGNAL = -1;

/** Ways to start a program in a network of its own that leads nowhere; the first that this machine allows is used. */
const APART = [['--net'], ['--user', '--map-root-user', '--net']] as const;

/** Words before a program that start it in a network of its own, which leads nowhere; none where this machine allows no such thing. */
export function apart(): readonly string[] {
  const unshare = findProgram('unshare');
  if (unshare === undefined) return [];
  const way = APART.find((words) => spawnSync(unshare, [...words, '--', 'true'], { stdio: 'ignore' }).status === 0);
  return way === undefined ? [] : [unshare, ...way, '--'];
}

/**
 * Cleans files in a child process: a file made to break the program that reads it meets one without keys, environment, files and
 * network, for at most a minute and with 768 MiB of its own (where the kernel tells how much it has).
 */
export function openCleaner({ program, timeMs = TIME_MS, mostBytes = MOST_BYTES, mostMemory = MOST_MEMORY }: CleanerParts): Cleaner {
  const prefix = apart();
  const words = [...prefix, process.execPath, '--permission', `--allow-fs-read=${program}`, '--max-old-space-size=512', '--disable-proto=delete', program];
  return {
    withoutNetwork: prefix.length > 0,
    clean: (kind, source) => {
      const [first = process.execPath, ...rest] = words;
      const child = spawn(first, [...rest, kind], { env: {}, cwd: '/', stdio: ['pipe', 'pipe', 'ignore'] });
      let complete = false;
      return { pieces: outcome(child, source, { judges: FILE_KINDS[kind].copy === 'unpacks', timeMs, mostBytes, mostMemory, end: (code) => { complete = code === 0; } }), complete: () => complete };
    },
  };
}

type Watch = { /** whether the child only tells if the file is safe: then nothing but its own word opens it */ readonly judges: boolean; readonly timeMs: number; readonly mostBytes: number; readonly mostMemory: number; readonly end: (code: number) => void };

async function* outcome(child: ChildProcess, source: AsyncIterable<Uint8Array>, { judges, timeMs, mostBytes, mostMemory, end }: Watch): AsyncGenerator<Buffer> {
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('a child without pipes');
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? BY_SIGNAL));
  });
  let late = false;
  const timer = setTimeout(() => { late = child.kill('SIGKILL'); }, timeMs);
  const look = setInterval(() => void (memoryOf(child.pid) > mostMemory && child.kill('SIGKILL')), LOOK_EVERY_MS);
  const fed = feed(stdin, source);
  // Both are waited for below, also when the reader gives up first.
  for (const promise of [ended, fed]) promise.catch(() => undefined);
  try {
    let size = 0;
    for await (const piece of stdout) {
      size += (piece as Buffer).length; // stdout without an encoding gives buffers
      if (size > mostBytes) throw new CannotClean('too much');
      yield piece as Buffer; // as above
    }
    const code = await ended;
    await fed;
    const stopped = code === BY_SIGNAL && !late;
    if (code === UNSAFE || stopped || (judges && code !== CANNOT)) throw new Unsafe(String(code));
    if (code !== 0 && code !== PARTLY) throw new CannotClean(String(code));
    end(code);
  } finally {
    clearTimeout(timer);
    clearInterval(look);
    child.kill('SIGKILL');
  }
}

/** Bytes that a process holds now; 0 where it has ended, or this system does not tell. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid ?? 0}/statm`, 'utf8').split(' ')[1] ?? 0) * PAGE_BYTES;
  } catch {
    return 0;
  }
}

/** A child that stops reading, because the file is none, tells so when it ends. */
async function feed(stdin: Writable, source: AsyncIterable<Uint8Array>): Promise<void> {
  await pipeline(Readable.from(source), stdin).catch((error: unknown) => {
    if (!['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'].includes(errorCode(error))) throw error;
  });
}
