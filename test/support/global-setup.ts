import { runningCluster } from '../../src/kernel/postgres/address.ts';
import { SHARED, startOwnCluster } from './cluster.ts';

/** One cluster for everything that runs here: the one of `npm test`, or one of our own when vitest was started alone. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  const given = process.env[SHARED];
  if (given !== undefined && runningCluster(given) !== undefined) return undefined;
  const cluster = await startOwnCluster();
  process.env[SHARED] = cluster.dataDir;
  return async () => {
    delete process.env[SHARED];
    await cluster.stop();
  };
}
