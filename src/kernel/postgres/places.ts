import { join, resolve } from 'node:path';

/** Where the embedded database keeps its things, all below the data directory. */
export type Places = {
  readonly root: string;
  /** PostgreSQL's own directory */
  readonly cluster: string;
  /** an unfinished one; thrown away at the next start */
  readonly draft: string;
  readonly libraries: string;
  readonly socket: string;
  readonly secret: string;
  readonly log: string;
};

export function places(dataDir: string): Places {
  const root = join(resolve(dataDir), 'postgres');
  return {
    root,
    cluster: join(root, 'cluster'),
    draft: join(root, 'cluster.new'),
    libraries: join(root, 'libraries'),
    socket: join(root, 'socket'),
    secret: join(root, 'secret'),
    log: join(root, 'server.log'),
  };
}
