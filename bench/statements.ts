import { randomUUID } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { FOLLOWERS } from '../src/followers.ts';
import { openPool } from '../src/kernel/database/connect.ts';
import type { Tables } from '../src/kernel/database/tables.ts';
import { openDoor, type Door } from '../src/kernel/door.ts';
import { systemChance } from '../src/kernel/ids.ts';
import { openKeyring } from '../src/kernel/keyring.ts';
import { signStatement } from '../src/kernel/sealing/intake.ts';
import type { Country } from './country.ts';

/** What one request said to the database, in order, with begin and commit. */
export type Statements = readonly { readonly text: string; readonly values: readonly unknown[] }[];

export type Recorder = {
  /** What `work` says to the database through this door; one at a time. */
  readonly record: (work: (door: Door) => Promise<void>) => Promise<Statements>;
  readonly close: () => Promise<void>;
};

/** The house's door over a connection that writes down what is said. */
export function openRecorder({ url, house, clock }: Country): Recorder {
  const said: { text: string; values: readonly unknown[] }[] = [];
  const database = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: openPool({ url: url('house'), max: 1 }) }),
    log: ({ query }) => void said.push({ text: query.sql, values: query.parameters }),
  });
  const door = openDoor({
    database, keysOf: openKeyring(house.keys.provider), sign: (bytes) => signStatement(house.keys.rootPrivate, bytes), followers: FOLLOWERS,
    clock: () => clock.now, chance: systemChance, identityLookup: () => Buffer.alloc(0),
  });
  return {
    record: async (work) => {
      await work(door); // a region's keys are fetched once per process
      said.length = 0;
      await work(door);
      return [...said];
    },
    close: () => database.destroy(),
  };
}

const AUDIT = /^\s*insert into kernel\.audit_event/;

/** Says the same again, without door, sealing or page. Each audit row gets an id of its own. */
export async function repeat(pool: pg.Pool, statements: Statements): Promise<void> {
  const client = await pool.connect();
  try {
    for (const { text, values } of statements) {
      await client.query(text, AUDIT.test(text) ? values.map((value, at) => (at === 1 ? randomUUID() : value)) : [...values]);
    }
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
