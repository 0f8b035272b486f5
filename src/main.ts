import { startEmbedded, type Embedded } from './kernel/postgres/embedded.ts';
import type { Settings } from './kernel/settings.ts';
import { StartProblem } from './kernel/start-problem.ts';
import { keepRunning, type Child, type Program } from './launch/children.ts';
import { loadSettings, markDataDirectory } from './launch/environment.ts';
import { lockDataDirectory, type Lock } from './launch/lock.ts';
import { findOtherUser, lend, type OtherUser } from './launch/other-user.ts';
import { requirePorts } from './launch/ports.ts';
import { watchStarter } from './launch/starter.ts';
import { prepare, type Prepared } from './prepare.ts';

/** What has been started so far; stopped in the opposite order. */
type Running = { lock?: Lock; cluster?: Embedded; children: readonly Child[] };

const running: Running = { children: [] };
let stopping: Promise<never> | undefined;

function log(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function stopAll(code: number): Promise<never> {
  running.lock?.announceStop();
  await Promise.all(running.children.map((child) => child.stop()));
  await running.cluster?.stop();
  running.lock?.release();
  process.exit(code);
}

/** Safe to call from every side: the first call decides. */
function stop(code: number): Promise<never> {
  return (stopping ??= stopAll(code));
}

function programs(settings: Settings, other: OtherUser | undefined, env: Prepared['env']): Program[] {
  const { house, public: site, login } = env;
  const asItself = site === undefined ? [] : [{ name: 'public', env: other === undefined ? site : { ...site, ...lend(other, settings, import.meta.dirname) }, as: other }];
  return [{ name: 'house', env: house }, ...asItself, ...(login === undefined ? [] : [{ name: 'login', env: login }])];
}

async function startCluster(settings: Settings, other: OtherUser | undefined): Promise<Embedded | undefined> {
  if (settings.database !== undefined) return undefined;
  const cluster = await startEmbedded({ dataDir: settings.dataDir, log, pgBin: settings.pgBin, guests: other?.gid });
  cluster.onExit((exit) => {
    if (exit.restarting || stopping !== undefined) return;
    log('Databasen kom ikke opp igjen. Alt stoppes.');
    void stop(1);
  });
  return cluster;
}

async function start(): Promise<void> {
  const settings = loadSettings();
  const other = settings.publicUser === undefined ? undefined : findOtherUser(settings.publicUser, settings.port);
  markDataDirectory(settings);
  running.lock = await lockDataDirectory(settings.dataDir);
  await requirePorts(settings.host, [
    ['HOUSE_PORT', settings.housePort], ...(settings.demo || other !== undefined ? [['PORT', settings.port] as const] : []), ...(settings.demo ? [['LOGIN_PORT', settings.loginPort] as const] : []),
  ]);
  const cluster = await startCluster(settings, other);
  if (cluster !== undefined) running.cluster = cluster;
  const prepared = await prepare({ settings, cluster, log });
  if (stopping !== undefined) return;
  running.children = programs(settings, other, prepared.env).map((program) => keepRunning(program, import.meta.dirname, log));
  await Promise.all(running.children.map((child) => child.ready));
  if (stopping !== undefined) return;
  for (const line of prepared.announce) log(line);
}

/** A problem has its sentence; anything else is a bug and shows where it happened. */
function explain(error: unknown): string {
  if (error instanceof StartProblem) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

// A reader of our output that went away is no reason to stop.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => void stop(0));
watchStarter(() => void stop(0));

start().catch((error: unknown) => {
  if (stopping === undefined) process.stderr.write(`${explain(error)}\n`);
  void stop(1);
});
