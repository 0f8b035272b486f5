import { existsSync } from 'node:fs';
import { loginName, type DatabaseRole } from '../kernel/database/connect.ts';
import { DATABASE } from '../kernel/database/provision.ts';
import type { RegionId } from '../kernel/ids.ts';
import { runningCluster, type ClusterAddress } from '../kernel/postgres/address.ts';
import { startEmbedded } from '../kernel/postgres/embedded.ts';
import { places } from '../kernel/postgres/places.ts';
import type { Settings } from '../kernel/settings.ts';
import { StartProblem } from '../kernel/start-problem.ts';
import { shiftedClock, systemClock, type Clock } from '../kernel/time.ts';
import { lockDataDirectory } from '../launch/lock.ts';
import { openHouse, type House } from '../open-house.ts';

export type Urls = (role: DatabaseRole) => string;

/**
 * Lends the database's addresses to `work`: a foreign server's from the settings, the embedded one's while the product
 * runs, and otherwise those of an embedded server that runs for this tool alone. @throws StartProblem
 */
export async function withDatabase<R>(settings: Settings, work: (url: Urls) => Promise<R>): Promise<R> {
  const roles = settings.database?.roles;
  if (roles !== undefined) return work((role) => roles[role] ?? missing(role));
  const running = runningCluster(settings.dataDir);
  if (running !== undefined) return work(urlsOf(running));
  if (!existsSync(places(settings.dataDir).cluster)) throw new StartProblem(`Det er ingen database i ${settings.dataDir} ennå. Start med npm start.`);
  const lock = await lockDataDirectory(settings.dataDir);
  try {
    const cluster = await startEmbedded({ dataDir: settings.dataDir, log: () => undefined, pgBin: settings.pgBin });
    try {
      return await work(urlsOf(cluster));
    } finally {
      await cluster.stop();
    }
  } finally {
    lock.release();
  }
}

function urlsOf(cluster: ClusterAddress): Urls {
  return (role) => cluster.urlOf(loginName(role), DATABASE);
}

function missing(role: DatabaseRole): never {
  throw new StartProblem(`DATABASE_URL_${role.toUpperCase()} mangler.`);
}

export type Region = { readonly id: RegionId; readonly host: string };

/** Opens the house side of the product for a tool: its keys, its door, and the regions there are. */
export async function withHouse<R>(settings: Settings, work: (house: House, regions: readonly Region[]) => Promise<R>): Promise<R> {
  const clock: Clock = settings.clock === undefined ? systemClock : shiftedClock(settings.clock);
  return withDatabase(settings, async (url) => {
    const house = await openHouse({ databaseUrl: url('house'), keysDir: settings.keysDir, clock, connections: 2 });
    try {
      const rows = await house.database.selectFrom('kernel.region_register').select(['region_id', 'host']).orderBy('host').execute();
      return await work(house, rows.map((row) => ({ id: row.region_id, host: row.host })));
    } finally {
      await house.close();
    }
  });
}
