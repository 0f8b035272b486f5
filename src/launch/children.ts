import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findProgram, pause } from '../kernel/postgres/processes.ts';
import { StartProblem } from '../kernel/start-problem.ts';
import { become, type OtherUser } from './other-user.ts';

/** The line on standard output by which a process says that it serves. */
export const READY_LINE = '{"ready":true}';

export type Program = {
  /** name of the bundle in the launcher's own folder, without ending */
  readonly name: string;
  /** the process gets this environment and nothing else: no process knows another's secrets */
  readonly env: Readonly<Record<string, string>>;
  /** who it becomes when it is not to run as the launcher's user; needs setpriv (findOtherUser) */
  readonly as?: OtherUser | undefined;
};

export type Child = {
  /** settles when the process has said that it is ready; rejects with StartProblem when it ends or hesitates before */
  readonly ready: Promise<void>;
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
};

type Run = { readonly process: ChildProcess; readonly ready: Promise<void>; readonly ended: Promise<string> };

const READY_MS = 60_000;
const STEADY_MS = 60_000;
const STOP_MS = 8_000;
const LONGEST_PAUSE_MS = 30_000;

function start(program: Program, folder: string): Run {
  const setpriv = findProgram('setpriv');
  const node = [process.execPath, '--import', join(folder, 'orphan-guard.js'), join(folder, `${program.name}.js`)];
  if (setpriv === undefined && program.as !== undefined) throw new StartProblem(`Uten setpriv kan ikke prosessen ${program.name} kjøre som ${program.as.name}.`);
  const [command = '', ...words] = setpriv === undefined ? node : [setpriv, ...(program.as === undefined ? [] : become(program.as)), '--pdeathsig', 'KILL', ...node];
  // Its own session: Ctrl-C in the terminal reaches the launcher only, which stops things in order.
  const child = spawn(command, words, { env: { ...program.env }, stdio: ['ignore', 'pipe', 'inherit', 'pipe'], detached: true });
  child.stdio[3]?.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `kode ${code}`));
  });
  const ready = new Promise<void>((resolve) => {
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.trim() === READY_LINE) resolve();
      else process.stdout.write(`${line}\n`);
    });
  });
  return { process: child, ready, ended };
}

/** Waits for the first sign of life of a process, for at most `READY_MS`. */
async function firstReady(name: string, run: Run): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`svarte ikke innen ${READY_MS / 1000} sekunder`), READY_MS);
  });
  const early = run.ended.then((how) => `stoppet før den var klar (${how})`);
  const fault = await Promise.race([run.ready.then(() => undefined), early, late]);
  clearTimeout(timer);
  if (fault !== undefined) throw new StartProblem(`Prosessen ${name} ${fault}.`);
}

/** Keeps one process of the product running: restarted with growing pauses when it dies, until `stop`. */
export function keepRunning(program: Program, folder: string, log: (line: string) => void): Child {
  let run = start(program, folder);
  let stopping = false;
  const wake = new AbortController();
  const ready = firstReady(program.name, run);

  const watch = async (): Promise<void> => {
    await ready;
    for (let wait = 0; ; ) {
      const up = performance.now();
      const how = await run.ended;
      if (stopping) return;
      wait = performance.now() - up > STEADY_MS ? 200 : Math.min(Math.max(wait * 2, 200), LONGEST_PAUSE_MS);
      log(`Prosessen ${program.name} stoppet (${how}) og startes igjen.`);
      await Promise.race([pause(wait), new Promise((resolve) => wake.signal.addEventListener('abort', resolve))]);
      if (stopping) return;
      run = start(program, folder);
    }
  };
  watch().catch(() => undefined); // `ready` tells the same to who waits for it

  return {
    ready,
    pid: () => run.process.pid,
    stop: async () => {
      stopping = true;
      wake.abort();
      await end(run);
    },
  };
}

async function end(run: Run): Promise<void> {
  run.process.kill('SIGTERM');
  const force = setTimeout(() => run.process.kill('SIGKILL'), STOP_MS);
  await run.ended;
  clearTimeout(force);
}
