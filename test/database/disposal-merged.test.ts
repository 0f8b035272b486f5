import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mergeCases } from '../../src/cases/commands/merge.ts';
import { disposing } from '../../src/jobs/dispose.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS } from '../../src/kernel/time.ts';
import { holdCase, stayingAmong } from '../../src/privacy/commands/holds.ts';
import type { Stays } from '../../src/privacy/queries/ready.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { NORDFJELLA } from '../support/world.ts';
import { letIn, lives, type Lives } from './cases-support.ts';
import { archiveOf, closedWith, confirms, makeArchivist, proposes } from './disposal-support.ts';

let all: Lives;
let superuser: pg.Client;
let outsideDir: string;
const archivist = 'reidun';

beforeAll(async () => {
  all = await lives();
  superuser = await all.world.superuser();
  outsideDir = mkdtempSync(join(tmpdir(), 'vv-merged-'));
  await makeArchivist(all, archivist);
}, 120_000);
afterAll(async () => {
  await all.close();
  rmSync(outsideDir, { recursive: true, force: true });
});

async function round(): Promise<void> {
  await disposing((await all.world.worker()).door, outsideDir)(NORDFJELLA);
}

const outside = () => readdirSync(outsideDir).map((name) => readFileSync(join(outsideDir, name), 'utf8')).join('');

/** Those of these files that can still be opened. */
async function keysOf(files: readonly FileId[]): Promise<FileId[]> {
  const { rows } = await superuser.query<{ file_id: FileId }>('select file_id from kernel.file_key where file_id = any ($1)', [files]);
  return files.filter((file) => rows.some((row) => row.file_id === file));
}

const stateOf = async (id: string) => (await archiveOf(all, 'leif')).lines.find(({ disposalId }) => disposalId === id)?.state;

async function reportsOf(file: FileId): Promise<FileId[]> {
  return (await superuser.query<{ report_id: FileId }>('select report_id from app.case_report where file_id = $1', [file])).rows.map((row) => row.report_id);
}

/** Registered by mistake, and a year gone. */
async function mistake(): Promise<FileId> {
  const file = await closedWith(all, 'KORT');
  all.world.clock.now = addMs(all.world.clock.now, 2 * 366 * DAY_MS);
  return file;
}

/** Proposed and confirmed. */
async function decided(file: FileId): Promise<string> {
  const id = await proposes(all, archivist, file, 'KASSASJON');
  expect(await confirms(all, 'leif', id)).toBe('ok');
  return id;
}

/** Each case that has come up, and why it stays. */
async function comesUp(): Promise<Map<FileId, Stays>> {
  return new Map((await archiveOf(all, archivist)).ready.flatMap(({ cases }) => cases.map(({ fileId, stays }) => [fileId, stays])));
}

async function ready(): Promise<FileId[]> {
  return [...(await comesUp()).keys()];
}

const propose = (file: FileId) => proposes(all, archivist, file, 'AVLEVERING', 'IKA');

test('a case that was merged comes up with the one it went into, and not while that is open: its journal may be the only place of its notes; and a hold on either holds both', async () => {
  const { door } = all.world.house;
  const [ended, goesOn] = [await all.opened('kari', { ...DAUGHTER, kommune: '9901' }), await all.opened('kari', { ...DAUGHTER, kommune: '9901' })];
  const merged = await door.enter(mergeCases, await all.world.person('kari'), { caseId: ended, otherId: goesOn, goesOn, keep: [], grounds: 'Samme person.' });
  expect(merged).toMatchObject({ ok: true });
  all.world.clock.now = addMs(all.world.clock.now, 2 * 366 * DAY_MS);
  expect(await ready()).not.toContain(ended);
  expect(await propose(ended)).toBe('no_rule');
  await letIn(all, 'even', goesOn);
  await all.does('kari', 'proposeNotACase', goesOn, { notACaseReason: 'KUN_RADGIVNING', advice: 'Snakk med henne alene.' });
  await all.does('even', 'confirmNotACase', goesOn, { proposal: await all.proposal('even', goesOn) });
  expect(await propose(ended), 'closed this year').toBe('no_rule');
  all.world.clock.now = addMs(all.world.clock.now, 2 * 366 * DAY_MS);
  expect(await ready()).toEqual(expect.arrayContaining([ended, goesOn]));
  const references = await (await all.world.superuser()).query<{ file_id: FileId; reference: string }>('select file_id, reference from app.case_file where file_id = any ($1)', [[ended, goesOn]]);
  for (const { file_id: file, reference } of references.rows) {
    const hold = async (held: 'ja' | 'nei') => expect(await door.enter(holdCase, await all.world.person(archivist), { reference, held, ground: 'POLITI', why: 'Brev fra politiet.' })).toMatchObject({ ok: true });
    await hold('ja');
    const stays = await comesUp();
    expect([stays.get(ended), stays.get(goesOn)], `held by the reference of the one that ${file === ended ? 'ended' : 'goes on'}: neither is destroyed`).toEqual(['held', 'held']);
    const kept = await door.unaudited(NORDFJELLA, 'test', (ctx) => stayingAmong(ctx, [ended, goesOn]));
    expect(kept).toEqual(new Map([[ended, 'held'], [goesOn, 'held']]));
    await hold('nei');
    expect(new Set((await comesUp()).values())).toEqual(new Set([undefined]));
  }
});

test('GDPR art. 12 nr. 3: whoever asked to see a file and has no answer loses neither the file nor the request; not in the product, and not in the database', async () => {
  const file = await mistake();
  const taken = await decided(file);
  const request = randomUUID();
  await superuser.query(`insert into app.access_request (region_id, request_id, received_on, files, registered_by, registered_at, version, sealed)
    values ($1, $2, '2030-01-03', array[$3::uuid], $4, now(), 1, '')`, [NORDFJELLA, request, file, await all.id('kari')]);
  const worker = new pg.Client({ connectionString: all.world.url('worker') });
  await worker.connect();
  await worker.query(`select set_config('app.region', $1, false), set_config('app.files', $2, false)`, [NORDFJELLA, `{${file},${(await reportsOf(file)).join(',')}}`]);
  await expect(worker.query(`select app.dispose($1, '{}', false, now())`, [taken])).rejects.toMatchObject({ code: 'VV007', message: 'still asked for' });
  await worker.end();
  await round();
  expect([await stateOf(taken), await keysOf([file]), outside().includes(taken)], 'it came between the decision and the round').toEqual(['WITHDRAWN', [file], false]);
  expect((await comesUp()).get(file)).toBe('waits');
  expect(await proposes(all, archivist, file, 'KASSASJON')).toBe('case_on_hold');
  await superuser.query(`update app.access_request set answered_on = '2030-01-20' where request_id = $1`, [request]);
  await decided(file);
  await round();
  expect(await keysOf([file]), 'answered, it holds nothing back').toEqual([]);
});

test('what was asked about files, and answered, goes with the last of them and not before, or who asked for what would stand about a person of whom nothing else is left', async () => {
  const [first, last] = [await mistake(), await mistake()];
  const requests = { ofOne: randomUUID(), ofBoth: randomUUID(), ofNone: randomUUID() };
  for (const [request, files] of [[requests.ofOne, [first]], [requests.ofBoth, [first, last]], [requests.ofNone, []]] as const) {
    await superuser.query(`insert into app.access_request (region_id, request_id, received_on, answered_on, files, registered_by, registered_at, version, sealed)
      values ($1, $2, '2030-01-03', '2030-01-20', $3::uuid[], $4, now(), 1, '')`, [NORDFJELLA, request, files, await all.id('kari')]);
  }
  const left = async () => (await superuser.query<{ request_id: string }>('select request_id from app.access_request where request_id = any ($1)', [Object.values(requests)])).rows.map((row) => row.request_id).toSorted();
  await decided(first);
  await round();
  expect([await keysOf([first, last]), await left()]).toEqual([[last], [requests.ofBoth, requests.ofNone].toSorted()]);
  await decided(last);
  await round();
  expect([await keysOf([first, last]), await left()], 'one that was about no file waits for its own time').toEqual([[], [requests.ofNone]]);
});

test('what nobody has read, or is on its way still, is not destroyed: the proposal and the second person are told, and what two had decided is taken back', async () => {
  const file = await mistake();
  const [report = file] = await reportsOf(file);
  const unread = (yes: boolean) => superuser.query('update app.report set seen_at = case when $2 then null else received_at end where file_id = $1', [report, yes]);
  const id = await proposes(all, archivist, file, 'KASSASJON');
  await unread(true);
  expect([await confirms(all, 'leif', id), (await archiveOf(all, 'leif')).lines.find((line) => line.disposalId === id)?.stays], 'an addition came while it waited').toEqual(['case_on_hold', 'waits']);
  await unread(false);
  expect(await confirms(all, 'leif', id)).toBe('ok');
  const envelope = randomUUID();
  await superuser.query(`insert into app.report_envelope (region_id, envelope_id, report_id, part, key_version, sealed, received_at) values ($1, $2, $3, 0, 1, '', now())`, [NORDFJELLA, envelope, report]);
  await round();
  expect([await stateOf(id), await keysOf([file, report])]).toEqual(['WITHDRAWN', [file, report]]);
  expect(await proposes(all, archivist, file, 'KASSASJON')).toBe('case_on_hold');
  await superuser.query('delete from app.report_envelope where envelope_id = $1', [envelope]);
});

/** Two that were mistakes and hold one report: proposed one after the other. */
async function twoWithOneReport(): Promise<readonly [FileId, FileId, FileId]> {
  const [one, other] = [await closedWith(all, 'KORT'), await closedWith(all, 'KORT')];
  all.world.clock.now = addMs(all.world.clock.now, 2 * 366 * DAY_MS);
  const [report = one] = await reportsOf(one);
  await superuser.query('insert into app.case_report select (jsonb_populate_record(r, jsonb_build_object(\'file_id\', $2::uuid))).* from app.case_report r where file_id = $1', [one, other]);
  return [one, other, report];
}

test('two cases that hold one report, and are disposed of together, leave nothing readable behind; the list beside the database has it, too', async () => {
  const [one, other, report] = await twoWithOneReport();
  for (const file of [one, other]) await decided(file);
  await round();
  expect(await keysOf([one, other, report])).toEqual([]);
  expect(outside()).toContain(report);
});

test('a report that another case holds by now stays, although it stood in the proposal', async () => {
  const [one, other, report] = await twoWithOneReport();
  await superuser.query('delete from app.case_report where file_id = $1 and report_id = $2', [other, report]);
  const id = await decided(one);
  await superuser.query('insert into app.case_report select (jsonb_populate_record(r, jsonb_build_object(\'file_id\', $2::uuid))).* from app.case_report r where file_id = $1', [one, other]);
  await round();
  expect([await stateOf(id), await keysOf([one, report])]).toEqual(['DONE', [report]]);
  expect(outside().split('\n').find((line) => line.startsWith(id))).not.toContain(report);
});

test('a journal that cannot be read stops its own disposal and no other, and the round says so', async () => {
  const [broken, sound] = [await closedWith(all, 'KORT'), await closedWith(all, 'KORT')];
  all.world.clock.now = addMs(all.world.clock.now, 2 * 366 * DAY_MS);
  for (const file of [broken, sound]) await decided(file);
  await superuser.query('set session_replication_role = replica');
  await superuser.query("update kernel.file_event set sealed = '' where file_id = $1 and seq = 1", [broken]);
  await superuser.query('set session_replication_role = origin');
  await expect(round()).rejects.toThrow();
  expect(await keysOf([broken, sound])).toEqual([broken]);
});
