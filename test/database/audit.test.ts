import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { closeBlock, type Block } from '../../src/kernel/audit/blocks.ts';
import { readHeads, writeHead } from '../../src/kernel/audit/heads.ts';
import { verifyAudit, type AuditFault } from '../../src/kernel/audit/verify.ts';
import type { Tx } from '../../src/kernel/database/connect.ts';
import { command } from '../../src/kernel/door.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { changeFile } from '../../src/kernel/journal/file.ts';
import { refuse } from '../../src/kernel/outcome.ts';
import { mayHandleReport } from '../../src/reports/access.ts';
import { handOver, reportFacts } from '../../src/reports/commands/handle.ts';
import { REPORT_FILE } from '../../src/reports/file.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { inbox, openReport } from '../../src/reports/queries.ts';
import { decideUrgent } from '../../src/reports/urgent.ts';
import { settled } from '../support/cluster.ts';
import { DAUGHTER, openAll, sender, type Sender } from '../support/submissions.ts';
import { tampering, type Tampering } from '../support/tampering.ts';
import { newWorld, NORDFJELLA, SORVIKA, type World } from '../support/world.ts';

let world: World;
let from: Sender;
let superuser: Tampering;
let headsDir: string;
let report: FileId;
const blocks: Block[] = [];

async function close(region = NORDFJELLA): Promise<Block> {
  const worker = await world.worker();
  await settled();
  const block = await worker.door.unaudited(region, 'audit blocks', closeBlock);
  if (block === undefined) throw new Error('there was nothing to close');
  writeHead(headsDir, block);
  return block;
}

beforeAll(async () => {
  world = await newWorld();
  from = await sender(world);
  superuser = tampering(world);
  headsDir = mkdtempSync(join(tmpdir(), 'vv-heads-'));
  blocks.push(await close());
  report = (await from.send(DAUGHTER)).draft;
  await openAll(world);
  await world.house.door.enter(declareConnection, await world.person('jorunn'), { reportId: report, connection: 'INGEN' });
  await world.house.door.enter(openReport, await world.person('jorunn'), { reportId: report });
  blocks.push(await close());
  await world.house.door.enter(handOver, await world.person('jorunn'), { reportId: report, note: 'Til koordinator.' });
  blocks.push(await close());
});
afterAll(async () => {
  await superuser.close();
  await from.close();
  await world.close();
  rmSync(headsDir, { recursive: true, force: true });
});

function faultsAfter(change: (tx: Tx) => Promise<unknown>): Promise<AuditFault[]> {
  return superuser.with(change, (ctx) => verifyAudit(ctx, readHeads(headsDir, NORDFJELLA)));
}

function block(no: number): Block {
  return blocks[no - 1] ?? expect.fail(`no block ${no}`);
}

function rowOf(no: number, at = 0): string {
  return block(no).row_ids[at] ?? expect.fail(`block ${no} is empty`);
}

test('a log that nobody touched has no faults, read with the house’s own login', async () => {
  expect(await world.house.door.unaudited(NORDFJELLA, 'verify', (ctx) => verifyAudit(ctx, readHeads(headsDir, NORDFJELLA)))).toEqual([]);
});

test('every use case leaves a row, and every row ends up in exactly one block', async () => {
  await superuser.with(() => Promise.resolve(), async ({ tx }) => {
    const rows = await sql<{ audit_id: string; use_case: string }>`select audit_id::text as audit_id, use_case from kernel.audit_event where region_id = ${NORDFJELLA} order by audit_id`.execute(tx);
    expect(rows.rows.map((row) => row.use_case)).toEqual(expect.arrayContaining(['reports.arrive', 'reports.open', 'reports.hand_over']));
    expect(blocks.flatMap((one) => one.row_ids).sort()).toEqual(rows.rows.map((row) => row.audit_id));
    return true;
  });
});

test('two processes that close blocks at the same moment close each row once', async () => {
  const other = await newWorld();
  try {
    const worker = await other.worker();
    await settled();
    const made = await Promise.all([1, 2].map(() => worker.door.unaudited(NORDFJELLA, 'audit blocks', closeBlock)));
    expect(made.filter((one) => one !== undefined)).toHaveLength(1);
  } finally {
    await other.close();
  }
});

test('a row of a transaction that is still running is left for the block after', async () => {
  const other = await newWorld();
  try {
    const worker = await other.worker();
    await settled();
    await worker.door.unaudited(NORDFJELLA, 'audit blocks', closeBlock);
    const person = await other.person('jorunn');
    const slow = await other.house.door.unaudited(NORDFJELLA, 'a transaction that lasts', async ({ tx }) => {
      await sql`select pg_current_xact_id()`.execute(tx);
      await other.house.door.enter(inbox, person, {});
      return worker.door.unaudited(NORDFJELLA, 'audit blocks', closeBlock);
    });
    expect(slow).toBeUndefined();
    await settled();
    expect((await worker.door.unaudited(NORDFJELLA, 'audit blocks', closeBlock))?.row_ids).toHaveLength(1);
  } finally {
    await other.close();
  }
});

test('after a backup was restored on another server, whose transaction numbers begin again, new rows still come into blocks and none twice', async () => {
  const found = await superuser.with(
    (tx) => sql`update kernel.audit_block set server = 'another', upto_xid = '900000000' where block_no = 3`.execute(tx),
    async (ctx) => {
      await sql`set local session_replication_role = origin`.execute(ctx.tx);
      await sql`insert into kernel.audit_event select region_id, ${ctx.chance.uuid()}::uuid, at, actor, use_case, outcome, '{}', '[]', (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1)::text::xid8, mac
        from kernel.audit_event where region_id = ${NORDFJELLA} limit 1`.execute(ctx.tx);
      return closeBlock(ctx);
    },
  );
  expect(found?.block_no).toBe(4);
  expect(found?.row_ids).toHaveLength(1);
});

describe('audit:verify names what somebody without the key changed:', () => {
  test.each([
    ['who did it', sql`actor = 'system:set_up'`], ['what was done', sql`use_case = 'reports.inbox'`], ['how it went', sql`outcome = 'denied:role'`],
    ['when', sql`at = at - interval '1 hour'`], ['which files were opened', sql`files = '{}'`], ['where the journals ended', sql`heads = '[]'`],
    ['its MAC', sql`mac = '\\x00'`], ['the transaction it belongs to', sql`xid = '3'`],
  ])('%s', async (_what, change) => {
    const id = (await superuser.with(() => Promise.resolve(), ({ tx }) => sql<{ id: string }>`select audit_id::text as id from kernel.audit_event where use_case = 'reports.hand_over'`.execute(tx))).rows[0]?.id ?? '';
    expect(await faultsAfter((tx) => sql`update kernel.audit_event set ${change} where audit_id = ${id}`.execute(tx)))
      .toContainEqual({ kind: 'row_changed', auditId: id, block: 3, closedAt: block(3).closed_at });
  });

  test('a row that was deleted, by its id', async () => {
    const id = rowOf(2);
    expect(await faultsAfter((tx) => sql`delete from kernel.audit_event where audit_id = ${id}`.execute(tx)))
      .toContainEqual({ kind: 'row_missing', auditId: id, block: 2, closedAt: block(2).closed_at });
  });

  test('a row that was deleted, even when its id is struck from the block’s list as well', async () => {
    const id = rowOf(2);
    expect(await faultsAfter(async (tx) => {
      await sql`delete from kernel.audit_event where audit_id = ${id}`.execute(tx);
      await sql`update kernel.audit_block set row_ids = array_remove(row_ids, ${id}::uuid) where block_no = 2`.execute(tx);
    })).toContainEqual({ kind: 'block_changed', block: 2 });
  });

  test('a row that was forged', async () => {
    const id = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
    const faults = await faultsAfter((tx) => sql`insert into kernel.audit_event select region_id, ${id}::uuid, at, actor, use_case, outcome, files, heads, '999999999', mac
      from kernel.audit_event where audit_id = ${rowOf(3)}`.execute(tx));
    expect(faults).toEqual([expect.objectContaining({ kind: 'row_added', auditId: id })]);
  });

  test('a row that was copied from another region', async () => {
    const faults = await faultsAfter((tx) => sql`insert into kernel.audit_event select ${NORDFJELLA}::uuid, audit_id, at, actor, use_case, outcome, files, heads, xid, mac
      from kernel.audit_event where region_id = ${SORVIKA} limit 1`.execute(tx));
    expect(faults).toEqual([expect.objectContaining({ kind: 'row_added' })]);
  });

  test('a block that was taken out of the middle', async () => {
    const faults = await faultsAfter((tx) => sql`delete from kernel.audit_block where region_id = ${NORDFJELLA} and block_no = 2`.execute(tx));
    expect(faults).toContainEqual({ kind: 'block_missing', block: 2 });
    expect(faults).not.toContainEqual({ kind: 'block_changed', block: 3 });
  });

  test.each([
    ['its bounds', sql`upto_xid = '999999999'`], ['its moment', sql`closed_at = closed_at + interval '1 day'`], ['its root', sql`root = '\\x00'`],
    ['its link to the block before', sql`previous = '\\x00'`], ['its server', sql`server = 'another'`], ['its MAC', sql`mac = '\\x00'`],
  ])('a block: %s', async (_what, change) => {
    expect(await faultsAfter((tx) => sql`update kernel.audit_block set ${change} where region_id = ${NORDFJELLA} and block_no = 2`.execute(tx)))
      .toContainEqual({ kind: 'block_changed', block: 2 });
  });

  test('an end that was cut off, blocks and rows together', async () => {
    expect(await faultsAfter(async (tx) => {
      await sql`delete from kernel.audit_event where audit_id = any(${block(3).row_ids}::uuid[])`.execute(tx);
      await sql`delete from kernel.audit_block where region_id = ${NORDFJELLA} and block_no = 3`.execute(tx);
    })).toContainEqual({ kind: 'rolled_back', from: 3, outside: 3, inside: 2 });
  });

  test('a whole database that was set back to yesterday and worked on since, by the heads outside', async () => {
    expect(await superuser.with(async (tx) => {
      await sql`delete from kernel.audit_event where audit_id = any(${block(3).row_ids}::uuid[])`.execute(tx);
      await sql`delete from kernel.file_event where file_id = ${report} and type = 'ReportHandedOver'`.execute(tx);
      await sql`delete from kernel.audit_block where region_id = ${NORDFJELLA} and block_no = 3`.execute(tx);
    }, async (ctx) => {
      const id = ctx.chance.uuid();
      await sql`insert into kernel.audit_event select region_id, ${id}::uuid, at, actor, use_case, outcome, '{}', '[]', (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1)::text::xid8, mac
        from kernel.audit_event where audit_id = ${rowOf(2)}`.execute(ctx.tx);
      expect((await closeBlock(ctx))?.block_no).toBe(3);
      return verifyAudit(ctx, readHeads(headsDir, NORDFJELLA));
    })).toContainEqual({ kind: 'rolled_back', from: 3, outside: 3, inside: 3 });
  });

  test('heads outside that are gone', async () => {
    expect(await superuser.with(() => Promise.resolve(), (ctx) => verifyAudit(ctx, []))).toEqual([{ kind: 'no_outside_heads', inside: 3 }]);
  });

  test('a journal whose end was cut off', async () => {
    expect(await faultsAfter((tx) => sql`delete from kernel.file_event where file_id = ${report} and type = 'ReportHandedOver'`.execute(tx)))
      .toEqual([{ kind: 'journal_cut', file: report, expected: 4, found: 3 }]);
  });

  test('a file that was removed with everything in it', async () => {
    expect(await faultsAfter(async (tx) => {
      for (const table of ['file_event', 'file_key', 'file']) await sql`delete from ${sql.table(`kernel.${table}`)} where file_id = ${report}`.execute(tx);
    })).toEqual([{ kind: 'journal_cut', file: report, expected: 4, found: 0 }]);
  });

  test('a journal whose last entry was exchanged', async () => {
    expect(await faultsAfter((tx) => sql`update kernel.file_event set mac = '\\x00' where file_id = ${report} and seq = 4`.execute(tx)))
      .toEqual([{ kind: 'journal_changed', file: report, seq: 4 }]);
  });
});

test('a use case that is refused after it had written tells of no journal entry, so that no journal seems cut', async () => {
  const wavering = command({
    name: 'test.wavering', schema: z.strictObject({ reportId: z.uuid() }), facts: (ctx, input) => reportFacts(ctx, input.reportId), access: mayHandleReport,
    run: async (ctx, _input, facts) => {
      const changed = await changeFile(ctx, REPORT_FILE, facts.fileId, (state) => decideUrgent(state, { danger: 'Fare', called: 'nei', calledBy: '', calledWhen: '' }, ctx.now));
      expect(changed.ok).toBe(true);
      return refuse('after_all');
    },
  });
  expect(await world.house.door.enter(wavering, await world.person('kari'), { reportId: report })).toEqual(refuse('after_all'));
  expect(await world.house.door.unaudited(NORDFJELLA, 'verify', (ctx) => verifyAudit(ctx, readHeads(headsDir, NORDFJELLA)))).toEqual([]);
});
