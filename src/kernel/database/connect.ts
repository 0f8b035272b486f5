import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { instant, type Day, type Instant } from '../time.ts';
import type { Tables } from './tables.ts';

/** The six login roles (docs/threat-model.md says what each can reach). */
export const ROLES = ['migrator', 'public', 'house', 'worker', 'statistics', 'backup'] as const;
export type DatabaseRole = (typeof ROLES)[number];

export function loginName(role: DatabaseRole): string {
  return `vv_${role}`;
}

export type Database = Kysely<Tables>;
/** A running transaction with its region set. Only the door makes one; every store function asks for one first. */
export type Tx = Transaction<Tables>;

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const INT8 = 20;

const WHOLE_SECOND = '2026-03-02 07:00:00+00'.length;

function parseTimestamp(text: string): Instant {
  // A journal has two of these in each entry, and most fall on a whole second or a millisecond: no Date is made for those.
  if (text.length === WHOLE_SECOND) return instant(`${text.slice(0, 10)}T${text.slice(11, 19)}.000Z`);
  return instant(`${text.replace(' ', 'T').replace(/\+00$/, '')}Z`);
}

const types = new pg.TypeOverrides();
types.setTypeParser(TIMESTAMPTZ, parseTimestamp);
types.setTypeParser(DATE, (text: string) => text as Day); // PostgreSQL writes YYYY-MM-DD
types.setTypeParser(INT8, (text: string) => Number(text));

/** How every connection of ours reads days and moments. */
export const READING = { types, options: '-c TimeZone=UTC' } as const;

export type PoolOptions = { readonly url: string; readonly max: number; readonly onError?: (code: string) => void };

/** A pool for one login role. A broken idle connection is reported by its code alone and replaced. */
export function openPool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 20_000,
    ...READING,
    application_name: 'voksenvern',
  });
  pool.on('error', (error) => options.onError?.(errorCode(error)));
  // One that breaks while it is lent out fails the statement that uses it; unheard, its error would end the process.
  pool.on('connect', (client) => client.on('error', (error) => options.onError?.(errorCode(error))));
  return pool;
}

export const CONNECTED_AGAIN_MS = 1_000;

/**
 * One connection of the pool for as long as the process lives, and another within a second of its loss: whoever asks the server who uses the database
 * sees a process that nobody has spoken with for hours (keyring.ts: isInUse).
 */
export function stayConnected(pool: pg.Pool, everyMs: number = CONNECTED_AGAIN_MS): void {
  const beat = async (): Promise<void> => {
    // What fails is told by whoever needs the database.
    await pool.query('select 1').catch(() => undefined);
    if (!pool.ending) setTimeout(() => void beat(), everyMs).unref();
  };
  void beat();
}

export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** A transaction that the caller began on a connection of its own, and will end. */
export function transactionOn(client: pg.Client): Tx {
  const lent = Object.assign(client, { release: () => undefined });
  const dialect = new PostgresDialect({ pool: { options: {}, connect: async () => lent, end: async () => undefined } });
  return new Kysely<Tables>({ dialect }) as Tx; // nothing but this transaction runs on the connection
}

/** The SQLSTATE or system code of a failure; never its message, which may hold what somebody wrote. */
export function errorCode(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'UNKNOWN';
}

const LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '08006', '08003', '08001', '53300']);

/** Whether the server went away (crash, restart) rather than said no. */
export function connectionLost(error: unknown): boolean {
  if (LOST.has(errorCode(error))) return true;
  return error instanceof Error && /terminated unexpectedly|timeout exceeded when trying to connect|Connection terminated|not queryable/.test(error.message);
}
