import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations, Logger } from 'graphile-worker';
import pg from 'pg';
import { StartProblem } from '../start-problem.ts';
import { systemClock } from '../time.ts';
import { READING, transactionOn, type Tx } from './connect.ts';

export type MigrationUrls = { readonly migrator: string; readonly worker: string };

/** What a step needs besides its SQL, by the step's name: runs in the step's own transaction, with it or not at all. */
export type Afterwards = Readonly<Record<string, (tx: Tx) => Promise<void>>>;

type Step = { readonly name: string; readonly role: 'migrator' | 'worker'; readonly sql: string; readonly checksum: string };

const quiet = new Logger(() => () => undefined);

function steps(folder: string): Step[] {
  return readdirSync(folder).filter((f) => f.endsWith('.sql')).sort().map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8');
    return {
      name,
      role: name.endsWith('.worker.sql') ? 'worker' : 'migrator',
      sql,
      checksum: createHash('sha256').update(sql).digest('hex'),
    };
  });
}

/**
 * Brings a database to the newest shape, forward only; a step that ran before is compared and never run again.
 * Steps named `*.worker.sql` run as the worker, which owns the queue. Answers the names of the steps that ran now.
 * Throws when a step that already ran has been changed since.
 */
export async function migrate(urls: MigrationUrls, folder: string, afterwards: Afterwards = {}): Promise<string[]> {
  const migrator = new pg.Client({ connectionString: urls.migrator, ...READING });
  const worker = new pg.Client({ connectionString: urls.worker });
  await migrator.connect();
  await worker.connect();
  try {
    await migrator.query("select pg_advisory_lock(hashtext('voksenvern migrate'))");
    await migrator.query('create schema if not exists migration');
    await migrator.query('create table if not exists migration.step (name text primary key, checksum text not null, ran_at timestamptz not null)');
    const before = new Map((await migrator.query<{ name: string; checksum: string }>('select name, checksum from migration.step')).rows.map((r) => [r.name, r.checksum]));
    await runQueueMigrations(urls.worker);
    const ran: string[] = [];
    for (const step of steps(folder)) {
      const known = before.get(step.name);
      if (known !== undefined && known !== step.checksum) throw new Error(`migration ${step.name} was changed after it ran`);
      if (known !== undefined) continue;
      await runStep(step, migrator, worker, afterwards[step.name]);
      ran.push(step.name);
    }
    return ran;
  } finally {
    await migrator.end();
    await worker.end();
  }
}

async function runStep(step: Step, migrator: pg.Client, worker: pg.Client, after: Afterwards[string] | undefined): Promise<void> {
  const client = step.role === 'worker' ? worker : migrator;
  const note = () => migrator.query('insert into migration.step (name, checksum, ran_at) values ($1, $2, $3)', [step.name, step.checksum, systemClock()]);
  await client.query('begin');
  try {
    await client.query(step.sql);
    await after?.(transactionOn(client));
    if (client === migrator) await note();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    if (error instanceof StartProblem) throw error;
    throw new Error(`migration ${step.name} failed: ${error instanceof Error ? error.message : 'unknown'}`, { cause: error });
  }
  if (client !== migrator) await note();
}

async function runQueueMigrations(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => undefined); // a broken connection fails the query that uses it
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await runMigrations({ pgPool: pool, logger: quiet });
  } finally {
    await pool.end();
  }
}
