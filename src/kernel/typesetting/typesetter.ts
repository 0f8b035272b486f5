import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { apart } from '../files/cleaner.ts';
import { frame, frames, type Frame } from './frames.ts';
import { ANSWER, orderBytes, type Order } from './order.ts';

/** The document could not be set: a fault of ours in its program or in what it was given. The message is for a developer, never for a log. */
export class CannotTypeset extends Error {
  override readonly name = 'CannotTypeset';
}

export type Typesetter = {
  /** A PDF, as bytes. One at a time; the next waits. Throws CannotTypeset. */
  readonly typeset: (order: Order) => Promise<Buffer>;
  /** whether the kernel keeps the child from the network */
  readonly withoutNetwork: boolean;
  /** the child's process id; undefined when none runs */
  readonly pid: () => number | undefined;
  readonly close: () => void;
};

export type TypesetterParts = {
  /** dist/typeset.mjs */
  readonly program: string;
  readonly timeMs?: number;
  /** documents that one child sets before a fresh one takes over: what a library forgets to free goes with it */
  readonly most?: number;
  readonly idleMs?: number;
};

type Child = { readonly process: ChildProcessByStdio<Writable, Readable, null>; readonly answers: AsyncGenerator<Frame>; done: number };

const TIME_MS = 120_000;
const MOST = 200;
const IDLE_MS = 60_000;
const PACKAGE = '@myriaddreamin/typst-ts-node-compiler';

/**
 * Sets documents in a child process that has an empty environment, no keys, no network, and may read its own program and the
 * compiler. It is started at the first document and ends when it has had its share, has been idle, or has hung.
 */
export function openTypesetter({ program, timeMs = TIME_MS, most = MOST, idleMs = IDLE_MS }: TypesetterParts): Typesetter {
  const prefix = apart();
  const words = [...prefix, process.execPath, ...confined(program), program];
  let child: Child | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const end = () => {
    clearTimeout(idle);
    child?.process.kill('SIGKILL');
    child = undefined;
  };
  const one = async (order: Order): Promise<Buffer> => {
    clearTimeout(idle);
    const current = child ??= start(words);
    try {
      return await asked(current, order, timeMs);
    } catch (error) {
      if (!(error instanceof CannotTypeset)) end(); // it died or hung: the next document gets a fresh one
      throw error instanceof CannotTypeset ? error : new CannotTypeset('the typesetter gave no answer');
    } finally {
      current.done += 1;
      if (current.done >= most) end();
      idle = setTimeout(end, idleMs).unref();
    }
  };
  return {
    typeset: (order) => {
      const turn = last.then(() => one(order));
      last = turn.catch(() => undefined);
      return turn;
    },
    withoutNetwork: prefix.length > 0,
    pid: () => child?.process.pid,
    close: end,
  };
}

/** The compiler is native code: Node's own walls hold the program around it, the network wall is the kernel's. */
function confined(program: string): string[] {
  const compiler = dirname(dirname(createRequire(import.meta.url).resolve(PACKAGE)));
  return ['--permission', '--allow-addons', `--allow-fs-read=${program}`, `--allow-fs-read=${compiler}`, '--disable-proto=delete', '--max-old-space-size=256'];
}

function start(words: readonly string[]): Child {
  const [first = process.execPath, ...rest] = words;
  const started = spawn(first, rest, { env: {}, cwd: '/', stdio: ['pipe', 'pipe', 'ignore'] });
  started.on('error', () => undefined); // seen as an answer that never comes
  started.stdin.on('error', () => undefined);
  return { process: started, answers: frames(started.stdout), done: 0 };
}

async function asked({ process: running, answers }: Child, order: Order, timeMs: number): Promise<Buffer> {
  const timer = setTimeout(() => running.kill('SIGKILL'), timeMs);
  try {
    running.stdin.write(frame(0, orderBytes(order)));
    const { value } = await answers.next();
    if (value === undefined) throw new Error('ended');
    const { mark, bytes }: Frame = value;
    if (mark !== ANSWER.done) throw new CannotTypeset(bytes.toString('utf8'));
    return Buffer.from(bytes);
  } finally {
    clearTimeout(timer);
  }
}

/** Beside the bundle when built (`dist/`), three floors up when the sources run in a test. */
const PLACES = ['./typeset.mjs', '../../../dist/typeset.mjs'].map((place) => fileURLToPath(new URL(place, import.meta.url)));
let shared: Typesetter | undefined;

/** This process's one typesetter. Its child ends with the process: nothing comes in any more. */
export function typesetter(): Typesetter {
  return (shared ??= openTypesetter({ program: PLACES.find((place) => existsSync(place)) ?? PLACES[0] ?? 'typeset.mjs' }));
}
