import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinReport } from '../../src/cases/commands/join.ts';
import { sayWriting } from '../../src/cases/commands/writing.ts';
import { disposing } from '../../src/jobs/dispose.ts';
import { alteredJournals } from '../../src/kernel/audit/verify-journals.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, MINUTE } from '../../src/kernel/time.ts';
import { traces } from '../support/rows-about.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { NORDFJELLA } from '../support/world.ts';
import { lives, type Lives } from './cases-support.ts';
import { archiveOf, behind, closedWith, confirms, makeArchivist, proposes } from './disposal-support.ts';

let all: Lives;
let superuser: pg.Client;
let outsideDir: string;
const archivist = 'reidun';

beforeAll(async () => {
  all = await lives();
  superuser = await all.world.superuser();
  outsideDir = mkdtempSync(join(tmpdir(), 'vv-races-'));
  await makeArchivist(all, archivist);
}, 120_000);
afterAll(async () => {
  await all.close();
  rmSync(outsideDir, { recursive: true, force: true });
});

const round = async () => disposing((await all.world.worker()).door, outsideDir)(NORDFJELLA);

type Decided = { readonly file: FileId; readonly report: FileId; readonly disposalId: string };

/** A mistake that two have decided to dispose of, and that the worker has not come to. */
async function decided(): Promise<Decided> {
  const file = await closedWith(all, 'KORT');
  all.world.clock.now = addMs(all.world.clock.now, 2 * 366 * DAY_MS);
  const disposalId = await proposes(all, archivist, file, 'KASSASJON');
  expect(await confirms(all, 'leif', disposalId)).toBe('ok');
  const { rows: [held] } = await superuser.query<{ report_id: FileId }>('select report_id from app.case_report where file_id = $1', [file]);
  return { file, report: held?.report_id ?? file, disposalId };
}

const stateOf = async (id: string) => (await archiveOf(all, 'leif')).lines.find(({ disposalId }) => disposalId === id)?.state;

async function hasKey(file: FileId): Promise<boolean> {
  return (await superuser.query('select 1 from kernel.file_key where file_id = $1', [file])).rowCount === 1;
}

type Writing = (file: FileId) => Promise<() => Promise<string>>;

const steps = (key: 'reopenCase' | 'restrictUse', answers: Readonly<Record<string, string>>): Writing => async (file) => () => all.tries('kari', key, file, answers);
const reopens = steps('reopenCase', { grounds: 'Datteren ringte.' });
const joins: Writing = async (file) => {
  const [reportId, kari] = [await all.report({ ...DAUGHTER, kommune: '9901' }), await all.world.person('kari')];
  return async () => {
    const outcome = await all.world.house.door.enter(joinReport, kari, { caseId: file, reportId, connection: 'INGEN', grounds: 'Naboen melder det samme.' });
    return outcome.ok ? 'ok' : outcome.code;
  };
};

test.each([
  ['it is taken up again', reopens, 'UNDERSOKES'], ['a report is joined to it', joins, 'UNDERSOKES'],
  ['somebody writes in it that its use is restricted', steps('restrictUse', { restrictionGround: 'BESTRIDT', grounds: 'Hun mener at det er feil.' }), 'AVSLUTTET'],
] as const)('what two had decided is not destroyed where, in the moment in which it would be, %s', async (_what, writing, status) => {
  const { file, disposalId } = await decided();
  const writes = await writing(file);
  // The entry is written, what stands in clear is not yet: nobody else sees either.
  expect(await behind(all, [['select 1 from app.case_file where file_id = $1 for update', [file]]], writes, round)).toEqual(['ok', undefined]);
  expect([await hasKey(file), await stateOf(disposalId)]).toEqual([true, 'WITHDRAWN']);
  expect((await all.reads('kari', file)).state.status).toBe(status);
});

/** What somebody else in the database does. */
type Does = (one: Decided, other: Decided) => readonly [sql: string, values: unknown[]];
const HAPPENS: readonly (readonly [what: string, does: Does])[] = [
  ['another case has come to hold its report', (one, other) => [`insert into app.case_report select (jsonb_populate_record(r, jsonb_build_object('file_id', $2::uuid))).* from app.case_report r where file_id = $1`, [one.file, other.file]]],
  ['something has come to its report from outside', ({ report }) => [`with held as (select 1 from app.report_ledger where report_id = $2 and part = 0 for update)
    insert into app.report_envelope (region_id, envelope_id, report_id, part, key_version, sealed, received_at) select $1, $3, $2, 0, 1, '', now() from held`, [NORDFJELLA, report, randomUUID()]]],
];

test.each(HAPPENS)('nor where %s', async (_what, does) => {
  const [one, other] = [await decided(), await decided()];
  expect(await behind(all, [does(one, other)], round)).toEqual([undefined, undefined]);
  expect([await hasKey(one.file), await hasKey(one.report), await stateOf(one.disposalId), await stateOf(other.disposalId)]).toEqual([true, true, 'WITHDRAWN', 'DONE']);
});

test.each([['takes it up again', reopens], ['joins a report to it', joins]] as const)('whoever %s in the moment in which it is destroyed is told that it is not there, and nothing of it comes back', async (_what, writing) => {
  const { file, report } = await decided();
  const writes = await writing(file);
  // The worker has begun, and stands before the first row that goes.
  expect(await behind(all, [['select 1 from app.case_access where file_id = $1 for update', [file]]], round, writes)).toEqual([undefined, 'not_found']);
  expect([await hasKey(file), await hasKey(report), await traces(superuser, [file, report])]).toEqual([false, false, ['app.disposal', 'app.report_ledger']]);
});

test('whoever says that they write in it in that moment, too: they meet what is not there, and no fault', async () => {
  const { file } = await decided();
  const kari = await all.world.person('kari');
  const says = async () => {
    const outcome = await all.world.house.door.enter(sayWriting, kari, { caseId: file, writing: true });
    return outcome.ok ? 'ok' : outcome.code;
  };
  expect(await behind(all, [['select 1 from app.case_report where file_id = $1 for update', [file]]], round, says)).toEqual([undefined, 'not_found']);
});

test('every table that belongs to a file itself refuses rows of one that is gone; the protocol alone tells of it still', async () => {
  const { rows } = await superuser.query<{ name: string }>(`select c.oid::regclass::text as name from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey) and a.attname = 'file_id'
    where k.confrelid = 'kernel.file'::regclass and n.nspname = 'app' and not exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'refuse_disposed')`);
  expect(rows).toEqual([{ name: 'app.disposal' }]);
});

describe('a database that is put back from before what was disposed of had been read disposes of it again, and no round fails', () => {
  const KEPT = ['kernel.file_key', 'app.case_file', 'app.case_report', 'app.report'] as const;
  type Rows = Readonly<Record<(typeof KEPT)[number], readonly Record<string, unknown>[]>>;

  /** Two decide, the worker carries it out, and the rows are back as `backup` has them: nothing is known of any disposal. */
  async function putBack(backup: (rows: Rows, one: Decided) => Rows): Promise<Decided> {
    const one = await decided();
    const rows: Record<string, readonly Record<string, unknown>[]> = {};
    for (const table of KEPT) rows[table] = (await superuser.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${table} t where t.file_id = any ($1)`, [[one.file, one.report]])).rows.map(({ row }) => row);
    await round();
    expect([await hasKey(one.file), await hasKey(one.report)]).toEqual([false, false]);
    await superuser.query('set session_replication_role = replica');
    await superuser.query('delete from kernel.file_disposed where file_id = any ($1)', [[one.file, one.report]]);
    await superuser.query('delete from app.disposal where disposal_id = $1', [one.disposalId]);
    for (const [table, back] of Object.entries(backup(rows as Rows, one))) await superuser.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [JSON.stringify(back)]); // each of them was read above
    return one;
  }
  const unseen = (rows: Rows): Rows => ({ ...rows, 'app.report': rows['app.report'].map((row) => ({ ...row, seen_at: null })) });
  const came = async (report: FileId, part: number, at: string) => {
    await superuser.query(`insert into app.report_ledger (region_id, report_id, part, channel, kind, fingerprint, received_at) values ($1, $2, $3, 'NETTSKJEMA', 'message', $4, $5)`, [NORDFJELLA, report, part, Buffer.from(randomUUID()), at]);
    await superuser.query(`insert into app.report_envelope (region_id, envelope_id, report_id, part, key_version, sealed, received_at) values ($1, $2, $3, $4, 1, '', $5)`, [NORDFJELLA, randomUUID(), report, part, at]);
  };
  const gone = async ({ file, report, disposalId }: Decided) => [await hasKey(file), await hasKey(report), await traces(superuser, [file, report]), await stateOf(disposalId)];

  test('unread there, with what was not opened yet', async () => {
    const one = await putBack(unseen);
    await came(one.report, 7, '2026-01-01T08:00:00Z');
    await superuser.query('set session_replication_role = origin');
    await round();
    expect(await gone(one)).toEqual([false, false, ['app.disposal', 'app.report_ledger'], 'DONE']);
  });

  test('from before a case was opened of it: it is not in the inbox as if nobody had had it', async () => {
    const one = await putBack((rows, { report }) => ({ ...unseen(rows), 'app.case_file': [], 'app.case_report': [], 'kernel.file_key': rows['kernel.file_key'].filter((row) => row['file_id'] === report) }));
    await superuser.query('delete from kernel.file_event where file_id = $1', [one.file]);
    await superuser.query('delete from kernel.file where file_id = $1', [one.file]);
    await superuser.query('set session_replication_role = origin');
    await round();
    expect(await gone(one)).toEqual([false, false, ['app.disposal', 'app.report_ledger'], 'DONE']);
    expect(await all.world.house.door.unaudited(NORDFJELLA, 'test', alteredJournals), 'and no journal counts as changed').toEqual([]);
  });

  test('what has come to it since is destroyed by nobody unread', async () => {
    const one = await putBack(unseen);
    await came(one.report, 8, addMs(all.world.clock.now, MINUTE));
    await superuser.query('set session_replication_role = origin');
    all.world.clock.now = addMs(all.world.clock.now, DAY_MS);
    await round();
    expect([await hasKey(one.file), await hasKey(one.report), await stateOf(one.disposalId)]).toEqual([true, true, undefined]);
  });
});
