import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkProjections } from '../../src/jobs/check-projections.ts';
import { projectionsLight } from '../../src/jobs/health.ts';
import { lastNight } from '../../src/jobs/night.ts';
import { REPLAYS } from '../../src/jobs/project-again.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, HOUR, instant, MINUTE } from '../../src/kernel/time.ts';
import { checkRegions } from '../../src/tools/ledger.ts';
import { DAUGHTER, openAll } from '../support/submissions.ts';
import { HOST, NORDFJELLA } from '../support/world.ts';
import { sourceOf, sourcePaths } from '../walls/sources.ts';
import { lives, type Lives } from './cases-support.ts';

let all: Lives;
let superuser: pg.Client;
let report: FileId;
let caseId: FileId;
/** a case and its report from which somebody is left out */
let named: FileId;

beforeAll(async () => {
  all = await lives();
  superuser = await all.world.superuser();
  await superuser.query('set session_replication_role = replica');
  report = await all.report();
  caseId = await all.opened('kari', { ...DAUGHTER, dekknavn: 'Bestemor' });
  await all.does('kari', 'decideMeasure', caseId, { measure: 'OKONOMISIKRING', responsible: 'Banken', due: '2026-04-01' });
  named = await all.opened('kari', { ...DAUGHTER, annen: 'Jorunn Vatne' });
  for (const table of ['stats.case_fact']) {
    const checks = await superuser.query<{ name: string }>(`select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'`, [table]);
    for (const { name } of checks.rows) await superuser.query(`alter table ${table} drop constraint ${name}`);
  }
});
afterAll(() => all.close());

type Fault = { file_id: string; projection: string; mended: boolean };

/** The next night's round, to its end, and what it found. */
async function night(): Promise<Fault[]> {
  all.world.clock.now = addMs(lastNight(all.world.clock.now), DAY_MS + MINUTE);
  const { door } = await all.world.worker();
  for (let more = 'more'; more === 'more';) more = await checkProjections(door, NORDFJELLA, 60_000);
  return faults();
}

async function faults(since = all.world.clock.now): Promise<Fault[]> {
  return (await superuser.query<Fault>('select file_id, projection, mended_at is not null as mended from kernel.projection_fault where found_at >= $1 order by projection', [since])).rows;
}

async function rows(table: string): Promise<unknown> {
  return (await superuser.query(`select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)), '[]') as rows from ${table} t`)).rows[0];
}

/** All but the keys, and but `clocks_version`: that says by which of the region's settings the clocks were counted. */
async function columnsOf(table: string): Promise<{ name: string; type: string }[]> {
  return (await superuser.query<{ name: string; type: string }>(`select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname not in ('region_id', 'file_id', 'fact_id', 'clocks_version') order by attnum`, [table])).rows;
}

/** Somebody stands in from one time to another, or nobody does: the three columns go together. */
const DEPUTY = `deputy_user_id = (select user_id from app.staff_member s where s.region_id = case_file.region_id limit 1), deputy_from = '2026-01-01', deputy_until = '2026-02-01'`;

/** Another value of the same type, also where there was none. */
const OTHER: Readonly<Record<string, (column: string) => string>> = {
  text: (c) => `coalesce(${c}, '') || '0'`, boolean: (c) => `not ${c}`, integer: (c) => `${c} + 1`, smallint: (c) => `${c} + 1`, uuid: () => `'99999999-9999-4999-8999-999999999999'`,
  'timestamp with time zone': (c) => `coalesce(${c} + interval '1 hour', '2026-01-01')`, jsonb: () => `'[]'::jsonb`, 'uuid[]': (c) => `coalesce(${c}, '{}') || '{99999999-9999-4999-8999-999999999999}'::uuid[]`, 'text[]': (c) => `${c} || '{ANNET}'`,
};

test('what nobody touched agrees with the journals, night after night', async () => {
  expect(await night()).toEqual([]);
  expect(await night()).toEqual([]);
  expect(await projectionsLight(all.world.house, () => all.world.clock.now)).toBe('green');
});

describe('a superuser who changes what is kept in clear is found out, and it is written again:', () => {
  test.each(['app.report', 'app.case_file', 'stats.case_fact'])('in every column of %s', async (table) => {
    const before = await rows(table);
    const columns = await columnsOf(table);
    expect(columns.length).toBeGreaterThan(10);
    for (const { name, type } of columns) {
      const other = OTHER[type] ?? expect.fail(`${table}.${name} is a ${type}: say what another one is`);
      const one = table === 'stats.case_fact' ? `ctid = (select min(ctid) from ${table})` : `file_id = '${table === 'app.report' ? report : caseId}'`;
      await superuser.query(`update ${table} set ${name.startsWith('deputy_') ? DEPUTY : `${name} = ${other(name)}`} where ${one}`);
      expect(await night(), name).toEqual([{ file_id: expect.any(String), projection: table, mended: true }]);
      expect(await rows(table), name).toEqual(before);
    }
  }, 300_000);

  test.each([
    ['takes the line of a case away', 'app.case_file', () => `delete from app.case_file where file_id = '${caseId}'`, 'app.case_file'],
    ['takes a report out of the inbox', 'app.report', () => `delete from app.report where file_id = '${report}'`, 'app.report'],
    ['takes a case out of the figures', 'stats.case_fact', () => 'delete from stats.case_fact where ctid = (select min(ctid) from stats.case_fact)', 'stats.case_fact'],
    ['lets somebody into a case', 'app.case_access', () => `insert into app.case_access select region_id, '${caseId}', user_id, true, '2030-01-01' from app.staff_member where region_id = '${NORDFJELLA}' limit 1
      on conflict (region_id, file_id, user_id) do update set granted_until = '2030-01-01'`, 'app.case_access'],
    ['keeps out somebody who answered the question', 'app.case_access', () => `delete from app.case_access where file_id = '${caseId}'`, 'app.case_access'],
    ['gives a case another’s report to read', 'app.case_report', () => `insert into app.case_report (region_id, file_id, report_id) values ('${NORDFJELLA}', '${caseId}', '${report}')`, 'app.case_report'],
    ['marks a report as read that nobody read', 'app.report_ledger', () => `update app.report_ledger set seen_at = received_at where report_id = '${report}'`, 'app.report_ledger'],
    ['marks a report as never opened', 'app.report_ledger', () => `update app.report_ledger set readable_at = null where report_id = '${report}'`, 'app.report_ledger'],
  ])('%s', async (_what, table, change, projection) => {
    const marked = table === 'app.report_ledger' ? `(select report_id, part, readable_at is null as a, seen_at, decided_at from ${table})` : table;
    const before = await rows(marked);
    await superuser.query(change());
    expect(await rows(marked)).not.toEqual(before);
    expect(await night()).toContainEqual({ file_id: expect.any(String), projection, mended: true });
    expect(await rows(marked)).toEqual(before);
  });

  test('lets somebody see a case and a report from which they are left out', async () => {
    const before = await rows('kernel.file_exclusion');
    await superuser.query(`delete from kernel.file_exclusion where region_id = $1`, [NORDFJELLA]);
    const found = await night();
    expect(found.filter((fault) => fault.file_id === named)).toEqual([{ file_id: named, projection: 'kernel.file_exclusion', mended: true }]);
    expect(found.every((fault) => fault.mended)).toBe(true);
    expect(await rows('kernel.file_exclusion')).toEqual(before);
  });

  test('lets them see the case that a later addition named them in', async () => {
    const { draft, code } = await all.from.send(DAUGHTER);
    await openAll(all.world);
    expect(await all.opens('kari', [draft])).toBe('ok');
    await all.from.send({ ...DAUGHTER, annen: 'Jorunn Vatne' }, draft, code);
    await openAll(all.world);
    const before = await rows('kernel.file_exclusion');
    await superuser.query('delete from kernel.file_exclusion x using app.case_report c where c.report_id = $1 and x.file_id = c.file_id', [draft]);
    expect(await night()).toEqual([{ file_id: draft, projection: 'kernel.file_exclusion (case)', mended: true }]);
    expect(await rows('kernel.file_exclusion')).toEqual(before);
  });

  test('exchanges the name by which a list calls a person', async () => {
    const alias = async () => (await superuser.query<{ sealed: Buffer }>('select sealed from app.case_alias where file_id = $1', [caseId])).rows[0]?.sealed;
    const before = await alias();
    expect(before).toBeDefined();
    await superuser.query(`update app.case_alias set sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1) where file_id = $1`, [caseId]);
    expect(await night()).toEqual([{ file_id: caseId, projection: 'app.case_alias', mended: true }]);
    expect(await night()).toEqual([]);
  });
});

test('what was mended stands in the audit log, in ledger:check and in the health page for a week, without a word of content', async () => {
  all.world.clock.now = addMs(all.world.clock.now, 30 * DAY_MS);
  expect(await night()).toEqual([]);
  const light = () => projectionsLight(all.world.house, () => all.world.clock.now);
  expect(await light()).toBe('green');
  await superuser.query(`update app.case_file set akutt = not akutt where file_id = $1`, [caseId]);
  await night();
  const at = all.world.clock.now;
  const audit = await superuser.query(`select actor, outcome, files from kernel.audit_event where use_case = 'upkeep.project_again' and at = $1`, [at]);
  expect(audit.rows).toEqual([{ actor: 'system:reconcile', outcome: 'done:system', files: [caseId] }]);
  expect(await light()).toBe('yellow');
  const told = await checkRegions(all.world.house, [{ id: NORDFJELLA, host: HOST }]);
  expect(told).toEqual({ well: false, lines: [`${HOST}:`, `  Mappe ${caseId}: app.case_file stemte ikke med journalen (funnet ${at}), og er rettet ${at}.`] });
  all.world.clock.now = addMs(at, 8 * DAY_MS);
  await night();
  expect(await light()).toBe('green');
  expect((await checkRegions(all.world.house, [{ id: NORDFJELLA, host: HOST }])).well).toBe(true);
});

test('a journal that was altered is not written over anything: it is named, stays yellow, and counts as mended when it is whole again', async () => {
  const flip = `update kernel.file_event set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where file_id = $1 and seq = 1`;
  await superuser.query(flip, [report]);
  const before = await rows('app.report');
  expect(await night()).toEqual([{ file_id: report, projection: 'kernel.file_event', mended: false }]);
  const found = all.world.clock.now;
  expect(await night()).toEqual([]);
  expect(await faults(found)).toHaveLength(1);
  expect(await rows('app.report')).toEqual(before);
  expect((await checkRegions(all.world.house, [{ id: NORDFJELLA, host: HOST }])).lines).toContain(`  Mappe ${report}: journalen lar seg ikke åpne (funnet ${found}). Kjør npm run audit:verify.`);
  await superuser.query(flip, [report]);
  await night();
  expect(await faults(found)).toEqual([{ file_id: report, projection: 'kernel.file_event', mended: true }]);
});

describe('the round through a region', () => {
  const begin = () => { all.world.clock.now = addMs(lastNight(all.world.clock.now), DAY_MS + MINUTE); };
  const far: FileId[] = [];

  beforeAll(async () => {
    for (let n = 0; n < 60; n += 1) await all.from.send({ ...DAUGHTER, sett: `Nummer ${n}.` });
    await openAll(all.world);
    const files = await superuser.query<{ file_id: FileId }>(`select file_id from app.report where region_id = $1 order by file_id`, [NORDFJELLA]);
    far.push(...files.rows.map((row) => row.file_id));
  });

  async function change(...files: (FileId | undefined)[]): Promise<void> {
    await superuser.query('update app.report set urgent = not urgent where file_id = any ($1)', [files]);
  }

  test('goes on where it stopped, a few files at a time, and is over when it has been through all of them', async () => {
    begin();
    const { door } = await all.world.worker();
    await change(far[0], far.at(-1));
    const steps: string[] = [];
    for (let step = ''; step !== 'done';) steps.push(step = await checkProjections(door, NORDFJELLA, 0));
    expect(steps.slice(0, 3)).toEqual(['more', 'more', 'more']);
    expect(await faults()).toEqual([{ file_id: expect.any(String), projection: 'app.report', mended: true }, { file_id: expect.any(String), projection: 'app.report', mended: true }]);
    expect(await checkProjections(door, NORDFJELLA, 60_000)).toBe('done');
    expect(await faults()).toHaveLength(2);
  });

  test('survives its worker: what a killed one had not committed is looked at again, what it had noted is mended', async () => {
    begin();
    const { door } = await all.world.worker();
    await change(far[1]);
    const blocker = new pg.Client({ connectionString: all.world.url('superuser') });
    await blocker.connect();
    await blocker.query('begin');
    await blocker.query('lock table kernel.projection_fault in access exclusive mode');
    const dying = checkProjections(door, NORDFJELLA, 60_000).then(() => 'lived', () => 'died');
    await expect.poll(async () => (await superuser.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'vv_worker' and wait_event_type = 'Lock' and datname = current_database()`)).rowCount).toBe(1);
    await blocker.query('rollback');
    await blocker.end();
    expect(await dying).toBe('died');
    expect(await faults()).toEqual([]);
    // As if the next one had been killed between the note and the mending, with the whole region behind it.
    await change(far[2]);
    await superuser.query(`insert into kernel.projection_fault values ($1, $2, 'app.report', $3, null)`, [NORDFJELLA, far[2], all.world.clock.now]);
    for (let more = 'more'; more === 'more';) more = await checkProjections(door, NORDFJELLA, 60_000);
    expect((await faults()).map((fault) => [fault.file_id, fault.mended]).toSorted()).toEqual([[far[1], true], [far[2], true]].toSorted());
  });

  test('is walked by one worker at a time', async () => {
    begin();
    const { door } = await all.world.worker();
    await change(far[3]);
    const holder = new pg.Client({ connectionString: all.world.url('superuser') });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select 1 from kernel.projection_round where region_id = $1 for update', [NORDFJELLA]);
    expect(await checkProjections(door, NORDFJELLA, 60_000)).toBe('done');
    expect(await faults()).toEqual([]);
    await holder.query('rollback');
    await holder.end();
    await checkProjections(door, NORDFJELLA, 60_000);
    expect(await faults()).toHaveLength(1);
  });

  test('never takes somebody’s work at night for a difference', async () => {
    const { door } = await all.world.worker();
    let writing = true;
    const writer = (async () => {
      for (let n = 0; n < 25; n += 1) await all.does('kari', 'decideMeasure', caseId, { measure: 'OKONOMISIKRING', responsible: `Banken ${n}`, due: '2026-06-01' });
      writing = false;
    })();
    const from = all.world.clock.now;
    while (writing) {
      await superuser.query(`update kernel.projection_round set finished_at = null, after_file = null where region_id = $1`, [NORDFJELLA]);
      await checkProjections(door, NORDFJELLA, 60_000);
    }
    await writer;
    expect(await faults(from)).toEqual([]);
  }, 300_000);
});

test.each([
  ['2026-03-02T02:59:59.999Z', '2026-03-01T03:00:00.000Z'], ['2026-03-02T03:00:00.000Z', '2026-03-02T03:00:00.000Z'], ['2026-03-02T22:30:00.000Z', '2026-03-02T03:00:00.000Z'],
  ['2026-03-02T23:30:00.000Z', '2026-03-02T03:00:00.000Z'], ['2026-03-29T02:00:00.000Z', '2026-03-29T02:00:00.000Z'], ['2026-10-25T02:59:00.000Z', '2026-10-24T02:00:00.000Z'],
])('the night before %s began at four in the region, on its own clock', (now, night_) => {
  expect(lastNight(instant(now))).toBe(night_);
});

describe('nothing is left out of the comparison:', () => {
  test('every kind of file is in it', () => {
    const kinds = sourcePaths('src').flatMap((path) => [...sourceOf(path).text.matchAll(/: FileKind<[^=]*>\s*=\s*\{\s*kind: '([\w-]+)'/g)].map((found) => found[1]));
    expect(kinds.length).toBeGreaterThanOrEqual(2);
    expect(REPLAYS.map(({ kind }) => kind).toSorted()).toEqual(kinds.toSorted());
  });

  test('and every table that says something of a file, but those that are not made of its journal', async () => {
    const NOT_OF_A_JOURNAL = ['app.case_writing', 'app.access_decision', 'app.access_request', 'app.case_document_file', 'app.case_whole', 'app.expert_answer', 'app.case_whole_file', 'app.disposal', 'app.disposal_hold', 'app.ledger_lost', 'app.notice', 'app.paper_sheet', 'app.report_envelope', 'kernel.file', 'kernel.file_disposed', 'kernel.file_event', 'kernel.file_key', 'kernel.projection_fault'];
    const tables = await superuser.query<{ name: string }>(`select distinct c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('app', 'kernel', 'stats') and a.attname in ('file_id', 'report_id', 'case_id') order by 1`);
    const compared = REPLAYS.flatMap(({ projections }) => projections).map((name) => name.replace(/ \(.*/, ''));
    expect(tables.rows.map((row) => row.name).filter((name) => ![...compared, ...NOT_OF_A_JOURNAL].includes(name))).toEqual([]);
  });
});

test('an hour of work by day changes nothing for the round: it begins once a night', async () => {
  await night();
  all.world.clock.now = addMs(all.world.clock.now, HOUR);
  await superuser.query('update app.report set urgent = not urgent where file_id = $1', [report]);
  expect(await checkProjections((await all.world.worker()).door, NORDFJELLA, 60_000)).toBe('done');
  expect(await faults(all.world.clock.now)).toEqual([]);
  expect(await night()).toHaveLength(1);
});
