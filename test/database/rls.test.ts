import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Tx } from '../../src/kernel/database/connect.ts';
import { query } from '../../src/kernel/door.ts';
import type { FileId, RegionId } from '../../src/kernel/ids.ts';
import { done } from '../../src/kernel/outcome.ts';
import { allow } from '../../src/kernel/verdict.ts';
import { openHouse, type House } from '../../src/open-house.ts';
import { DAUGHTER, openAll, sender } from '../support/submissions.ts';
import { newWorld, NORDFJELLA, SMALL_HOST, SORVIKA, type World } from '../support/world.ts';

let world: World;
/** The house with one connection, so that every use case gets the one that the last has used. */
let house: House;
let report: FileId;
let tables: readonly string[];

const SEALED = ['kernel.file_key', 'kernel.file_event'];

beforeAll(async () => {
  world = await newWorld();
  const here = await sender(world);
  report = (await here.send(DAUGHTER)).draft;
  await here.close();
  const there = await sender(world, SMALL_HOST, SORVIKA);
  await there.send({ ...DAUGHTER, kommune: '9911' });
  await there.close();
  await openAll(world);
  await openAll(world, SORVIKA);
  house = await openHouse({ databaseUrl: world.url('house'), keysDir: world.keysDir, clock: () => world.clock.now, connections: 1 });
  const found = await sql<{ name: string }>`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('app', 'kernel', 'stats') and c.relkind = 'r' and c.relrowsecurity
      and has_table_privilege('vv_house', c.oid, 'select') order by 1`.execute(house.database);
  tables = found.rows.map((row) => row.name);
});
afterAll(async () => {
  await house.close();
  await world.close();
});

type Seen = Readonly<Record<string, readonly string[]>>;

/** Which regions' rows each table shows now. */
async function seen(tx: Tx): Promise<Seen> {
  const regions: Record<string, readonly string[]> = {};
  for (const table of tables) {
    const rows = await sql<{ region: string }>`select distinct region_id::text as region from ${sql.table(table)} order by 1`.execute(tx);
    if (rows.rows.length > 0) regions[table] = rows.rows.map((row) => row.region);
  }
  return regions;
}

/** A use case that opens these files and looks at everything. */
function look(files: readonly FileId[]) {
  return query({
    name: 'test.look', schema: z.strictObject({}), facts: async () => ({}), access: () => allow('test', files), run: async (ctx) => done(await seen(ctx.tx)),
  });
}

async function lookFrom(region: RegionId, files: readonly FileId[] = []): Promise<Seen> {
  const outcome = await house.door.enter(look(files), { kind: 'system', regionId: region, task: 'test' }, {});
  return outcome.ok ? outcome.value : expect.fail(outcome.code);
}

/** The same connection with no region at all, as a forgotten door would leave it. */
async function lookFromNowhere(): Promise<{ seen: Seen; region: string | null; files: string | null }> {
  return house.database.transaction().execute(async (tx) => {
    const set = await sql<{ region: string | null; files: string | null }>`select nullif(current_setting('app.region', true), '') as region,
      nullif(current_setting('app.files', true), '') as files`.execute(tx);
    return { seen: await seen(tx), region: set.rows[0]?.region ?? null, files: set.rows[0]?.files ?? null };
  });
}

const NOTHING = { seen: {}, region: null, files: null };

async function backend(): Promise<number> {
  const found = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(house.database);
  return found.rows[0]?.pid ?? 0;
}

describe('one connection, used again and again,', () => {
  test('shows region A only its own rows, then region B only its own, then nobody anything', async () => {
    const pid = await backend();
    const a = await lookFrom(NORDFJELLA);
    const b = await lookFrom(SORVIKA);
    for (const table of ['app.staff_member', 'app.report', 'kernel.file', 'kernel.audit_event', 'kernel.region_key']) {
      expect(a[table], table).toEqual([NORDFJELLA]);
      expect(b[table], table).toEqual([SORVIKA]);
    }
    expect(new Set(Object.values(a).flat())).toEqual(new Set([NORDFJELLA]));
    expect(new Set(Object.values(b).flat())).toEqual(new Set([SORVIKA]));
    expect(await lookFromNowhere()).toEqual(NOTHING);
    expect(await backend()).toBe(pid);
  });

  test('shows the sealed content of the files that the verdict opened, and of none in the next use case', async () => {
    const opened = await lookFrom(NORDFJELLA, [report]);
    for (const table of SEALED) expect(opened[table], table).toEqual([NORDFJELLA]);
    const next = await lookFrom(NORDFJELLA);
    for (const table of SEALED) expect(next[table], table).toBeUndefined();
    expect(await lookFromNowhere()).toEqual(NOTHING);
  });

  test('shows a region nothing of another’s file, even when that file is opened by mistake', async () => {
    const other = await lookFrom(SORVIKA, [report]);
    for (const table of SEALED) expect(other[table], table).toBeUndefined();
  });

  test.each([
    ['an exception', () => { throw new Error('on purpose'); }],
    ['a failing statement', (tx: Tx) => sql`select 1 / 0`.execute(tx)],
    ['a broken constraint', (tx: Tx) => sql`insert into kernel.file (region_id, file_id, kind, created_at) values (${NORDFJELLA}, ${report}, 'report', '2026-01-01')`.execute(tx)],
  ])('keeps nothing of a transaction that ended in %s', async (_how, fail) => {
    const failing = query({
      name: 'test.failing', schema: z.strictObject({}), facts: async () => ({}), access: () => allow('test', [report]),
      run: async (ctx) => { await fail(ctx.tx); return done({}); },
    });
    await expect(house.door.enter(failing, { kind: 'system', regionId: NORDFJELLA, task: 'test' }, {})).rejects.toThrow();
    expect(await lookFromNowhere()).toEqual(NOTHING);
    expect(await lookFrom(SORVIKA)).not.toHaveProperty('kernel.file_event');
  });
});

describe('the database itself refuses', () => {
  const row = (region: RegionId) => sql`insert into kernel.audit_block (region_id, block_no, server, from_xid, upto_xid, row_ids, root, previous, mac, closed_at)
    values (${region}, 900, '', '0', '0', '{}', '', '', '', '2026-01-01')`;

  test('to write a row for another region, also for the worker', async () => {
    const worker = await world.worker();
    await expect(worker.door.unaudited(NORDFJELLA, 'test', (ctx) => row(SORVIKA).execute(ctx.tx))).rejects.toMatchObject({ code: '42501' });
  });

  test('to write any row when no region is set', async () => {
    const worker = await world.worker();
    await expect(row(SORVIKA).execute(worker.database)).rejects.toMatchObject({ code: '42501' });
  });

  test('to move a row to another region', async () => {
    await expect(house.door.unaudited(NORDFJELLA, 'test', (ctx) => sql`update app.staff_member set region_id = ${SORVIKA}`.execute(ctx.tx))).rejects.toMatchObject({ code: '42501' });
  });

  test('to write into a file that the door has not opened', async () => {
    await expect(house.door.unaudited(NORDFJELLA, 'test', (ctx) => sql`insert into kernel.file_event
      values (${NORDFJELLA}, ${report}, 900, gen_random_uuid(), 'X', 1, 'system', '2026-01-01', '2026-01-01', '', '')`.execute(ctx.tx))).rejects.toMatchObject({ code: '42501' });
  });

  test('to change or delete what another region has: such rows are not there', async () => {
    const hit = await house.door.unaudited(SORVIKA, 'test', (ctx) => sql`update app.report set urgent = true where file_id = ${report}`.execute(ctx.tx));
    expect(hit.numAffectedRows).toBe(0n);
  });

  test('to show anything to a region that is no region', async () => {
    const odd = house.database.transaction().execute(async (tx) => {
      await sql`select set_config('app.region', 'x'' or true --', true)`.execute(tx);
      return sql`select * from app.report`.execute(tx);
    });
    await expect(odd).rejects.toMatchObject({ code: '22P02' });
  });
});

test('row security holds for the owner of the tables too', async () => {
  const owner = new pg.Client({ connectionString: world.url('migrator') });
  await owner.connect();
  try {
    for (const table of tables) expect((await owner.query(`select count(*)::int as n from ${table}`)).rows, table).toEqual([{ n: 0 }]);
  } finally {
    await owner.end();
  }
});
