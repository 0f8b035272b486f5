import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { loginName } from '../../src/kernel/database/connect.ts';
import { migrate } from '../../src/kernel/database/migrate.ts';
import { provision } from '../../src/kernel/database/provision.ts';
import { startOwnCluster } from '../support/cluster.ts';
import { readSchema, schemaText } from '../support/schema.ts';
import { ROOT } from './sources.ts';

/** Where Debian 12 puts its PostgreSQL, the oldest that the product runs on. */
const OLDEST = '/usr/lib/postgresql/15/bin';
const NAME = 'oldest';

test.runIf(existsSync(OLDEST))('a municipality whose own server is PostgreSQL 15 gets the very same tables, rights and guards', async () => {
  const cluster = await startOwnCluster({ pgBin: OLDEST });
  const client = new pg.Client({ connectionString: cluster.urlOf('postgres', NAME) });
  try {
    await provision(cluster.superuserUrl, NAME, (role) => cluster.passwordOf(loginName(role)));
    await migrate({ migrator: cluster.urlOf('vv_migrator', NAME), worker: cluster.urlOf('vv_worker', NAME) }, join(ROOT, 'db/migrations'));
    await client.connect();
    expect((await client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version).toMatch(/^15\./);
    expect(schemaText(await readSchema(client))).toBe(readFileSync(join(ROOT, 'db/schema.txt'), 'utf8'));
  } finally {
    await client.end();
    await cluster.stop();
  }
});
