import { readSecret, rolePassword } from './secret.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { places } from './places.ts';

export const SUPERUSER = 'postgres';

/** Where a running cluster is reached and with what. */
export type ClusterAddress = {
  /** directory of the unix socket; mode 0700 */
  readonly socketDir: string;
  /** only a part of the socket's name; nothing listens on the network */
  readonly port: number;
  /** address of the database `postgres` for the superuser */
  readonly superuserUrl: string;
  /** the password to give a login role, and to sign in with */
  readonly passwordOf: (role: string) => string;
  readonly urlOf: (role: string, database: string) => string;
};

/** @param secret see clusterSecret */
export function clusterAddress(socketDir: string, port: number, secret: Buffer): ClusterAddress {
  const passwordOf = (role: string): string => rolePassword(secret, role);
  const urlOf = (role: string, database: string): string =>
    `postgres://${role}:${passwordOf(role)}@${encodeURIComponent(socketDir)}:${port}/${encodeURIComponent(database)}`;
  return { socketDir, port, passwordOf, urlOf, superuserUrl: urlOf(SUPERUSER, 'postgres') };
}

/** The address of a cluster that another process started in this data directory; undefined when none is ready. */
export function runningCluster(dataDir: string): ClusterAddress | undefined {
  const at = places(dataDir);
  const file = readPostmasterFile(at.cluster);
  if (file === undefined || !file.ready || !file.alive) return undefined;
  return clusterAddress(file.socketDir, file.port, readSecret(at.secret));
}
