import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alteredJournals } from '../../src/kernel/audit/verify-journals.ts';
import type { Context } from '../../src/kernel/context.ts';
import type { Tx } from '../../src/kernel/database/connect.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { LostRace } from '../../src/kernel/door.ts';
import { changeFile, openFile } from '../../src/kernel/journal/file.ts';
import { done } from '../../src/kernel/outcome.ts';
import { SealBroken } from '../../src/kernel/sealing/broken.ts';
import { handOver, raiseUrgent } from '../../src/reports/commands/handle.ts';
import { REPORT_FILE } from '../../src/reports/file.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { openReport } from '../../src/reports/queries.ts';
import { DAUGHTER, openAll, sender, type Sender } from '../support/submissions.ts';
import { tampering, type Tampering } from '../support/tampering.ts';
import { newWorld, type World } from '../support/world.ts';

let world: World;
let from: Sender;
let superuser: Tampering;
let report: FileId;
let other: FileId;

async function arrived(): Promise<FileId> {
  const { draft } = await from.send(DAUGHTER);
  await openAll(world);
  const jorunn = await world.person('jorunn');
  await world.house.door.enter(declareConnection, jorunn, { reportId: draft, connection: 'INGEN' });
  await world.house.door.enter(openReport, jorunn, { reportId: draft });
  const raised = await world.house.door.enter(raiseUrgent, jorunn, { reportId: draft, danger: 'Hun er redd.', called: '112', calledBy: 'Jorunn', calledWhen: 'nå' });
  const over = await world.house.door.enter(handOver, jorunn, { reportId: draft, note: 'Til koordinator.' });
  expect([raised.ok, over.ok]).toEqual([true, true]);
  return draft;
}

beforeAll(async () => {
  world = await newWorld();
  from = await sender(world);
  superuser = tampering(world);
  report = await arrived();
  other = await arrived();
});
afterAll(async () => {
  await superuser.close();
  await from.close();
  await world.close();
});

/** What opening the file answers after the change, and which files the thorough check names. It was shown before the change, so that this process has found its chain whole once. */
async function after(change: (tx: Tx) => Promise<unknown>): Promise<{ opened: string; named: readonly string[] }> {
  expect(await superuser.with(() => Promise.resolve(), (ctx) => attempt({ ...ctx, shows: true }))).toBe('5 entries');
  return superuser.with(change, async (ctx) => {
    const [shown, decided] = [await attempt({ ...ctx, shows: true, touched: new Map() }), await attempt({ ...ctx, shows: false, touched: new Map() })];
    return { opened: shown === decided ? shown : `${shown} where it is shown, ${decided} where something is decided`, named: (await alteredJournals(ctx)).map((fault) => fault.file) };
  });
}

async function attempt(ctx: Context): Promise<string> {
  try {
    await sql`select set_config('app.files', ${`{${report}}`}, true)`.execute(ctx.tx);
    return `${(await openFile(ctx, REPORT_FILE, report)).version} entries`;
  } catch (error) {
    if (error instanceof SealBroken) return 'broken';
    throw error;
  }
}

test('a journal that nobody touched opens with every entry', async () => {
  expect(await after(() => Promise.resolve())).toEqual({ opened: '5 entries', named: [] });
});

test.each([false, true])('what was judged on a reading that no longer holds is not written, also where it was read again in between: %s', async (again) => {
  const { door } = world.house;
  const { draft } = await from.send(DAUGHTER);
  await openAll(world);
  const jorunn = await world.person('jorunn');
  const late = door.unaudited(jorunn.regionId, 'test', async (ctx) => {
    await sql`select set_config('app.files', ${`{${draft}}`}, true)`.execute(ctx.tx);
    const { version } = await openFile(ctx, REPORT_FILE, draft);
    expect(await door.enter(declareConnection, jorunn, { reportId: draft, connection: 'INGEN' })).toMatchObject({ ok: true });
    if (again) await openFile(ctx, REPORT_FILE, draft);
    return changeFile(ctx, REPORT_FILE, draft, () => done([{ type: 'ReportHandedOver', version: 1, happenedAt: ctx.now, content: { note: `Lest med ${version}.` } }]));
  });
  await expect(late).rejects.toThrow(LostRace);
});

describe('a journal does not open, and the check names it, when somebody without its key', () => {
  test.each([
    ['changed the content of an entry', sql`sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1)`], ['cut a sealed content short', sql`sealed = substring(sealed for 60)`],
    ['changed who wrote it', sql`actor = 'system'`], ['changed what it is', sql`type = 'ReportDecided', version = 1`], ['changed when it happened', sql`happened_at = happened_at - interval '1 day'`],
    ['changed when it was written', sql`written_at = written_at - interval '1 day'`], ['gave it another id', sql`event_id = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa'`],
    ['exchanged its MAC', sql`mac = set_byte(mac, 0, get_byte(mac, 0) # 1)`],
  ])('%s', async (_what, change) => {
    expect(await after((tx) => sql`update kernel.file_event set ${change} where file_id = ${report} and seq = 3`.execute(tx))).toEqual({ opened: 'broken', named: [report] });
  });

  test('took an entry out of the middle', async () => {
    expect(await after((tx) => sql`delete from kernel.file_event where file_id = ${report} and seq = 2`.execute(tx))).toEqual({ opened: 'broken', named: [report] });
  });

  test('took an entry out of the middle and closed the gap', async () => {
    expect(await after(async (tx) => {
      await sql`delete from kernel.file_event where file_id = ${report} and seq = 2`.execute(tx);
      await sql`update kernel.file_event set seq = seq - 1 where file_id = ${report} and seq = 3`.execute(tx);
      await sql`update kernel.file_event set seq = seq - 1 where file_id = ${report} and seq = 4`.execute(tx);
      await sql`update kernel.file_event set seq = seq - 1 where file_id = ${report} and seq = 5`.execute(tx);
    })).toEqual({ opened: 'broken', named: [report] });
  });

  test('swapped two entries', async () => {
    expect(await after(async (tx) => {
      for (const [was, is] of [[2, 99], [3, 2], [99, 3]]) await sql`update kernel.file_event set seq = ${is} where file_id = ${report} and seq = ${was}`.execute(tx);
    })).toEqual({ opened: 'broken', named: [report] });
  });

  test('replayed an entry at the end', async () => {
    expect(await after((tx) => sql`insert into kernel.file_event select region_id, file_id, 6, event_id, type, version, actor, happened_at, written_at, sealed, mac
      from kernel.file_event where file_id = ${report} and seq = 3`.execute(tx))).toEqual({ opened: 'broken', named: [report] });
  });

  test('put in an entry of another file', async () => {
    expect(await after(async (tx) => {
      await sql`delete from kernel.file_event where file_id = ${report} and seq = 5`.execute(tx);
      await sql`insert into kernel.file_event select region_id, ${report}::uuid, seq, event_id, type, version, actor, happened_at, written_at, sealed, mac
        from kernel.file_event where file_id = ${other} and seq = 5`.execute(tx);
    })).toEqual({ opened: 'broken', named: [report] });
  });

  test('put in the whole journal of another file, its key as well', async () => {
    expect(await after(async (tx) => {
      await sql`delete from kernel.file_event where file_id = ${report}`.execute(tx);
      await sql`insert into kernel.file_event select region_id, ${report}::uuid, seq, event_id, type, version, actor, happened_at, written_at, sealed, mac
        from kernel.file_event where file_id = ${other}`.execute(tx);
      await sql`update kernel.file_key set wrapped_key = (select wrapped_key from kernel.file_key where file_id = ${other}) where file_id = ${report}`.execute(tx);
    })).toEqual({ opened: 'broken', named: [report] });
  });

  test('took the key away', async () => {
    const named = await superuser.with((tx) => sql`delete from kernel.file_key where file_id = ${report}`.execute(tx), alteredJournals);
    expect(named).toEqual([{ kind: 'journal_broken', file: report }]);
  });
});

describe('the database refuses, whoever asks, also the owner of the tables:', () => {
  test.each(['update kernel.file_event set actor = actor', 'delete from kernel.file_event', 'truncate kernel.file_event', 'truncate kernel.file cascade', 'delete from kernel.audit_event'])('%s', async (statement) => {
    const refused = superuser.with(async (tx) => {
      await sql`set local session_replication_role = origin`.execute(tx);
      await sql.raw(statement).execute(tx);
    }, () => Promise.resolve('done'));
    await expect(refused).rejects.toMatchObject({ code: 'VV001' });
  });
});
