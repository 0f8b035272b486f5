import pg from 'pg';
import { databaseSql, rolesSql } from './roles.ts';
import type { DatabaseRole } from './connect.ts';

/** The name of the product's database on the embedded server. */
export const DATABASE = 'voksenvern';

/** On a server of our own: makes the login roles (or renews their passwords) and the database, when it is not there yet. */
export async function provision(superuserUrl: string, database: string, passwordOf: (role: DatabaseRole) => string): Promise<'made' | 'kept'> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(rolesSql(passwordOf));
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount !== 0) return 'kept';
    for (const statement of databaseSql(database)) await client.query(statement);
    return 'made';
  } finally {
    await client.end();
  }
}

/** For a demo only: takes the database away, whoever is connected. */
export async function dropDatabase(superuserUrl: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`);
  } finally {
    await client.end();
  }
}
