import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reconciliation } from '../../src/jobs/reconcile.ts';
import { sweepSpentDrafts } from '../../src/jobs/sweep.ts';
import type { Context } from '../../src/kernel/context.ts';
import { systemChance, type FileId } from '../../src/kernel/ids.ts';
import { changeFile } from '../../src/kernel/journal/file.ts';
import { lookupId, type ReceiptCode } from '../../src/kernel/sealing/receipt-code.ts';
import { addMs, DAY_MS, HOUR, MINUTE, SECOND, type Instant } from '../../src/kernel/time.ts';
import { listGaps, openEnvelopes } from '../../src/reports/public.ts';
import { decideReport } from '../../src/reports/commands/take-in.ts';
import { REPORT_FILE } from '../../src/reports/file.ts';
import { decideSeen } from '../../src/reports/report.ts';
import { DAUGHTER, openAll, sender, type Sender } from '../support/submissions.ts';
import { MONDAY, newWorld, NORDFJELLA, type World } from '../support/world.ts';

let world: World;
let from: Sender;
let superuser: pg.Client;

beforeAll(async () => {
  world = await newWorld();
  from = await sender(world);
  superuser = await world.superuser();
});
afterAll(async () => {
  await from.close();
  await world.close();
});
beforeEach(() => {
  world.clock.now = MONDAY;
});

/** Which key an envelope says it is sealed to; another than its own is as good as a lost key. */
async function sealedTo(version: number, draft: FileId, part = 0): Promise<void> {
  await superuser.query('update app.report_envelope set key_version = $1 where report_id = $2 and part = $3', [version, draft, part]);
}

type Envelope = { attempts: number | null; next: string | null; failure_code: string | null };

async function envelope(draft: FileId, part = 0): Promise<Envelope | undefined> {
  const found = await superuser.query<{ attempts: number | null; next: Date | null; failure_code: string | null }>('select attempts, next_attempt_at as next, failure_code from app.report_envelope where report_id = $1 and part = $2', [draft, part]);
  return found.rows.map((row) => ({ ...row, next: row.next?.toISOString() ?? null }))[0];
}

async function ledger(draft: FileId): Promise<Record<string, readonly string[]>> {
  const found = await superuser.query<{ part: number; marks: string[] }>(`select part, array_remove(array[case when readable_at is not null then 'readable' end, case when unreadable_at is not null then 'unreadable' end,
    case when seen_at is not null then 'seen' end, case when decided_at is not null then 'decided' end], null) as marks from app.report_ledger where report_id = $1 order by part`, [draft]);
  return Object.fromEntries(found.rows.map(({ part, marks }) => [part, marks]));
}

/** The round of a process that has run for a while, and what it asked the worker to open: the worker does so at once. */
async function round(reconcile: (region: typeof NORDFJELLA) => Promise<void>): Promise<number> {
  const worker = await world.worker();
  await superuser.query('delete from graphile_worker._private_jobs');
  await reconcile(NORDFJELLA);
  const asked = await superuser.query<{ id: string }>(`select payload->>'id' as id from graphile_worker._private_jobs`);
  for (const { id } of asked.rows) await worker.door.enter(openEnvelopes, { kind: 'system', regionId: NORDFJELLA, task: 'open_envelope' }, { envelopeId: id });
  return asked.rows.length;
}

describe('what cannot be opened', () => {
  test('is tried after a minute, then after twice as long each time, and never dropped', async () => {
    const reconcile = reconciliation((await world.worker()).door);
    await round(reconcile);
    const { draft } = await from.send(DAUGHTER);
    await sealedTo(7, draft);
    expect(await openAll(world)).toEqual({ opened: 0, unreadable: 1 });
    expect(await envelope(draft)).toEqual({ attempts: 1, next: addMs(MONDAY, MINUTE), failure_code: 'cannot_open' });
    const tried: number[] = [];
    for (let minute = 0; minute < 200; minute += 1) {
      world.clock.now = addMs(MONDAY, minute * MINUTE + SECOND);
      if (await round(reconcile) > 0) tried.push(minute);
    }
    expect(tried).toEqual([1, 3, 7, 15, 31, 63, 123, 183]);
    expect(await envelope(draft)).toMatchObject({ attempts: 9, failure_code: 'cannot_open' });
    await sealedTo(1, draft);
    world.clock.now = addMs(MONDAY, 244 * MINUTE);
    expect(await round(reconcile)).toBe(1);
    expect(await envelope(draft)).toBeUndefined();
    expect(await ledger(draft)).toEqual({ 0: ['readable'] });
  });

  test('is tried at once by a process that has just started, and when the region’s keys have changed', async () => {
    const { draft } = await from.send(DAUGHTER);
    await sealedTo(8, draft);
    await openAll(world);
    const reconcile = reconciliation((await world.worker()).door);
    expect(await round(reconcile)).toBe(1);
    expect(await round(reconcile)).toBe(0);
    await superuser.query(`insert into kernel.intake_key select region_id, 8, public_key, sealed_private, created_at, created_at from kernel.intake_key where region_id = $1 and version = 1`, [NORDFJELLA]);
    expect(await round(reconcile)).toBe(1);
    expect(await round(reconcile)).toBe(0);
    await sealedTo(1, draft);
    expect(await round(reconciliation((await world.worker()).door))).toBe(1);
    expect(await envelope(draft)).toBeUndefined();
  });

  test('is asked for once for a report, however many of its parts wait', async () => {
    const { draft, code } = await from.send(DAUGHTER);
    await from.send({ ...DAUGHTER, sett: 'Mer.' }, draft, code);
    await sealedTo(7, draft, 0);
    await sealedTo(7, draft, 1);
    await openAll(world);
    expect(await round(reconciliation((await world.worker()).door))).toBe(1);
    await sealedTo(1, draft, 0);
    await sealedTo(1, draft, 1);
    await openAll(world);
  });

  test('is not put off for ever by a clock that was set back', async () => {
    const reconcile = reconciliation((await world.worker()).door);
    await round(reconcile);
    world.clock.now = addMs(MONDAY, 9 * DAY_MS);
    const { draft } = await from.send(DAUGHTER);
    await sealedTo(7, draft);
    await openAll(world);
    world.clock.now = MONDAY;
    expect(await round(reconcile)).toBe(1);
    await sealedTo(1, draft);
    await openAll(world);
  });
});

describe('the ledger names the parts that were read and decided:', () => {
  /** A report of two parts of which the first cannot be opened. */
  async function holed(): Promise<FileId> {
    const { draft, code } = await from.send(DAUGHTER);
    await from.send({ ...DAUGHTER, sett: 'Han tok bankkortet også.' }, draft, code);
    await sealedTo(7, draft, 0);
    expect(await openAll(world)).toEqual({ opened: 1, unreadable: 1 });
    expect(await ledger(draft)).toEqual({ 0: ['unreadable'], 1: ['readable'] });
    return draft;
  }

  async function read(draft: FileId): Promise<void> {
    await inFile(draft, async (ctx) => void await changeFile(ctx, REPORT_FILE, draft, (state) => decideSeen(state, 'coordinator', ctx.now)));
  }

  async function inFile(draft: FileId, work: (ctx: Context) => Promise<void>): Promise<void> {
    await world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
      await sql`select set_config('app.files', ${`{${draft}}`}, true)`.execute(ctx.tx);
      await work(ctx);
    });
  }

  test('a first part that nobody can read is not seen because the second was, and stays red until it can be read', async () => {
    const draft = await holed();
    await read(draft);
    expect(await ledger(draft)).toEqual({ 0: ['unreadable'], 1: ['readable', 'seen'] });
    await inFile(draft, (ctx) => decideReport(ctx, draft));
    expect(await ledger(draft)).toEqual({ 0: ['unreadable'], 1: ['readable', 'seen', 'decided'] });
    const later: Instant = addMs(MONDAY, HOUR);
    const gaps = await world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => listGaps(ctx.tx, NORDFJELLA, later));
    expect(gaps.filter((gap) => gap.report_id === draft)).toEqual([expect.objectContaining({ part: 0, kind: 'unreadable' })]);
    await sealedTo(1, draft, 0);
    expect(await openAll(world)).toEqual({ opened: 1, unreadable: 0 });
    expect(await ledger(draft)).toEqual({ 0: ['readable'], 1: ['readable', 'seen', 'decided'] });
    await read(draft);
    expect(await ledger(draft)).toEqual({ 0: ['readable', 'seen', 'decided'], 1: ['readable', 'seen', 'decided'] });
  });

  const status = async (code: ReceiptCode) => (await from.intake.findWindow(NORDFJELLA, lookupId(code, NORDFJELLA)))?.status;

  test('the sender’s code says «mottatt» for as long as the first part was not read', async () => {
    const { draft, code } = await from.send(DAUGHTER);
    await from.send({ ...DAUGHTER, sett: 'Mer.' }, draft, code);
    await sealedTo(7, draft, 0);
    await openAll(world);
    await read(draft);
    expect(await status(code)).toBe('received');
    await sealedTo(1, draft, 0);
    await openAll(world);
    await read(draft);
    expect(await status(code)).toBe('read');
  });
});

test('who left a form is forgotten when no form of theirs can be sent any more, and not before', async () => {
  const [old, young] = [systemChance.uuid(), systemChance.uuid()];
  await from.intake.spendDraft(NORDFJELLA, old, addMs(MONDAY, -9 * DAY_MS));
  await from.intake.spendDraft(NORDFJELLA, young, addMs(MONDAY, -7 * DAY_MS));
  await sweepSpentDrafts((await world.worker()).door, NORDFJELLA);
  expect([await from.intake.draftSpent(NORDFJELLA, old), await from.intake.draftSpent(NORDFJELLA, young)]).toEqual([false, true]);
});
