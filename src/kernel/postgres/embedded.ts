import { chmodSync, mkdirSync } from 'node:fs';
import { StartProblem } from '../start-problem.ts';
import { clusterAddress, type ClusterAddress } from './address.ts';
import { findBinaries } from './binaries.ts';
import { confinement, type Means } from './confinement.ts';
import { makeCluster } from './make-cluster.ts';
import { places } from './places.ts';
import { clearFormerServer } from './postmaster-file.ts';
import { pause } from './processes.ts';
import { clusterSecret } from './secret.ts';
import { boot, shutDown, type Boot, type Server } from './server.ts';
import { emptySocketDirectory, makeSocketDirectory, removeSocketDirectory } from './socket-directory.ts';

export type EmbeddedInput = {
  /** the product's data directory; the cluster lives in its folder `postgres`. The caller holds its lock (src/launch/lock.ts). */
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** folder with other PostgreSQL programs (15 or later) */
  readonly pgBin?: string | undefined;
  /** false only for clusters that are thrown away: no flushing to disk */
  readonly durable?: boolean;
  readonly means?: Means;
  /** group (gid) of another user whose processes sign in here too; they still have to walk there (src/launch/other-user.ts) */
  readonly guests?: number | undefined;
};

/** `restarting` is false when the server could not be brought back within 30 s, or was stopped on purpose. */
export type ServerExit = { readonly reason: string; readonly restarting: boolean };

export type Embedded = ClusterAddress & {
  /** the server process now; undefined while it is down */
  readonly pid: () => number | undefined;
  /** called each time the server process ends */
  readonly onExit: (listener: (exit: ServerExit) => void) => void;
  readonly stop: () => Promise<void>;
};

const PORT = 5432;
const OLDEST = 15;
const RETRY_MS = 30_000;
const STEADY_MS = 10_000;

/**
 * Starts the embedded PostgreSQL: unix socket only, passwords of its own, ends with this process however that dies, and
 * comes back when it dies itself. Meant for trial and development on one machine.
 * @throws StartProblem with one sentence for people
 */
export async function startEmbedded(input: EmbeddedInput): Promise<Embedded> {
  const durable = input.durable ?? true;
  const at = places(input.dataDir);
  mkdirSync(at.root, { recursive: true, mode: 0o700 });
  const as = confinement(input.means);
  if (as === undefined) throw new StartProblem('Databasen kan ikke kjøre som root på denne maskinen. Start som en vanlig bruker.');
  const binaries = findBinaries(input.pgBin, at.libraries);
  if (binaries.major < OLDEST) throw new StartProblem(`PG_BIN peker på PostgreSQL ${binaries.major}, men ${OLDEST} er eldste som virker.`);
  await clearFormerServer(at.cluster, input.log);
  const secret = clusterSecret(at.secret);
  await makeCluster(at, binaries, as, secret, durable);
  chmodSync(at.cluster, 0o700);
  const socketDir = makeSocketDirectory(at.socket, PORT, as.owner, input.guests);
  const start: Boot = { at, binaries, as, options: { socketDir, port: PORT, durable, guests: input.guests !== undefined } };
  const server = await bootWithin(start, input.log, () => false);
  if (server === undefined) throw new StartProblem(`Databasen startet ikke. Grunnen står i ${at.log}.`);
  return { ...clusterAddress(socketDir, PORT, secret), ...keepUp(start, server, input.log) };
}

/** A killed server's last children may hold the cluster for a moment; anything else that hinders it will not go away either. */
async function bootWithin(start: Boot, log: (line: string) => void, unwanted: () => boolean): Promise<Server | undefined> {
  const began = performance.now();
  for (let wait = 100; ; wait = Math.min(wait * 2, 2_000)) {
    await clearFormerServer(start.at.cluster, log);
    emptySocketDirectory(start.options.socketDir, PORT);
    const server = await boot(start);
    if ('pid' in server) return server;
    const lasting = !/shared memory block|lock file|still in use/i.test(server.failed);
    if (lasting || unwanted() || performance.now() - began > RETRY_MS) {
      log(`Databasen startet ikke: ${server.failed}`);
      return undefined;
    }
    await pause(wait);
  }
}

function keepUp(start: Boot, first: Server, log: (line: string) => void): Pick<Embedded, 'pid' | 'onExit' | 'stop'> {
  const listeners: ((exit: ServerExit) => void)[] = [];
  let server: Server | undefined = first;
  let stopping: Promise<void> | undefined;
  const tell = (exit: ServerExit): void => { for (const listener of listeners) listener(exit); };

  const watch = async (): Promise<void> => {
    for (let wait = 0; server !== undefined; ) {
      const up = performance.now();
      const reason = await server.ended;
      server = undefined;
      if (stopping !== undefined) return tell({ reason, restarting: false });
      wait = performance.now() - up > STEADY_MS ? 0 : Math.min(wait * 2 + 100, 5_000);
      log(`Databasen stoppet (${reason}) og startes igjen.`);
      tell({ reason, restarting: true });
      await pause(wait);
      server = await bootWithin(start, log, () => stopping !== undefined);
      if (server === undefined) tell({ reason, restarting: false });
      else if (stopping === undefined) log('Databasen er oppe igjen.');
      else await shutDown(server);
    }
  };
  const watching = watch();

  const stop = async (): Promise<void> => {
    if (server !== undefined) await shutDown(server);
    await watching;
    removeSocketDirectory(start.at.socket);
  };
  return {
    pid: () => server?.pid,
    onExit: (listener) => { listeners.push(listener); },
    stop: () => (stopping ??= stop()),
  };
}
