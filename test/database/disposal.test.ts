import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkProjections } from '../../src/jobs/check-projections.ts';
import { compareDisposed, disposing } from '../../src/jobs/dispose.ts';
import { lastNight } from '../../src/jobs/night.ts';
import { alteredJournals } from '../../src/kernel/audit/verify-journals.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { openFile } from '../../src/kernel/journal/file.ts';
import { addMs, DAY_MS, instant, MINUTE } from '../../src/kernel/time.ts';
import { answerForArchive, makeWholeFile } from '../../src/cases/commands/whole.ts';
import { CASE_FILE, sweepWholeFiles } from '../../src/cases/public.ts';
import { wholeFileOut } from '../../src/cases/queries/whole.ts';
import type { Person } from '../../src/kernel/actor.ts';
import { dayWith } from '../../src/cases/queries/day.ts';
import { disposalsWaiting, readyToPropose } from '../../src/privacy/public.ts';
import { disposeAgain, recordReceipt, withdrawDisposal } from '../../src/privacy/commands/disposal.ts';
import { holdCase } from '../../src/privacy/commands/holds.ts';
import { checkRegions } from '../../src/tools/ledger.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { traces } from '../support/rows-about.ts';
import { HOST, NORDFJELLA } from '../support/world.ts';
import { lives, type Lives } from './cases-support.ts';
import { archiveOf, atOnce, closedWith, confirms, makeArchivist, proposes } from './disposal-support.ts';

let all: Lives;
let superuser: pg.Client;
let outsideDir: string;
let caseId: FileId;
let kept: FileId;

const archivist = 'reidun';

beforeAll(async () => {
  all = await lives();
  superuser = await all.world.superuser();
  outsideDir = mkdtempSync(join(tmpdir(), 'vv-disposed-'));
  await makeArchivist(all, archivist);
  caseId = await closedCase('KORT');
  kept = await closedCase('BEVARES');
  all.world.clock.now = instant('2028-01-03T08:00:00.000Z');
}, 120_000);
afterAll(async () => {
  await all.close();
  rmSync(outsideDir, { recursive: true, force: true });
});

const closedCase = (retention: string) => closedWith(all, retention);
const page = (who: string) => archiveOf(all, who);
const propose = (who: string, file: FileId, operation: string, receiver = '') => proposes(all, who, file, operation, receiver);
const confirm = (who: string, disposalId: string) => confirms(all, who, disposalId);

/** The worker's round, as a worker that was just started does it. */
async function round(): Promise<void> {
  await disposing((await all.world.worker()).door, outsideDir)(NORDFJELLA);
}

async function opens(file: FileId): Promise<string> {
  const { door } = all.world.house;
  return door.unaudited(NORDFJELLA, 'test', async (ctx) => {
    await superuser.query('select 1');
    const { sql } = await import('kysely');
    await sql`select set_config('app.files', ${`{${file}}`}, true)`.execute(ctx.tx);
    return openFile(ctx, CASE_FILE, file).then(() => 'opens', (error: unknown) => (error instanceof Error ? error.name : 'no'));
  });
}

let files: string[];
let disposal: string;

async function waits(who: string) {
  const outcome = await all.world.house.door.enter(dayWith(disposalsWaiting), await all.world.person(who), {});
  return outcome.ok ? outcome.value.besides : outcome.code;
}

async function onDay(who: string) {
  const outcome = await all.world.house.door.enter(dayWith(readyToPropose), await all.world.person(who), {});
  return outcome.ok ? outcome.value.besides : outcome.code;
}

test('arkivforskrifta § 5: the year’s list names what may be disposed of and what may be transferred, on its rule', async () => {
  const { ready } = await page(archivist);
  expect(ready.flatMap((one) => one.cases).map(({ fileId, operations }) => [fileId, operations.map(({ operation }) => operation)])).toEqual(
    expect.arrayContaining([[caseId, ['KASSASJON']], [kept, ['EKSPORT', 'AVLEVERING']]]),
  );
  expect(await propose(archivist, kept, 'KASSASJON')).toBe('no_rule');
  const count = ready.flatMap((one) => one.cases).length;
  expect([await onDay(archivist), await onDay('leif')], 'and the archivist has it on «Min dag»').toEqual([{ year: 2028, count }, undefined]);
});

test('one person alone disposes of nothing: the archivist proposes, and somebody else who is the leader confirms, and finds it on «Min dag»', async () => {
  expect(await propose('leif', caseId, 'KASSASJON')).toBe('not_found');
  disposal = await propose(archivist, caseId, 'KASSASJON');
  expect(await propose(archivist, caseId, 'KASSASJON')).toBe('already_proposed');
  expect(await confirm(archivist, disposal)).toBe('not_found');
  expect(await confirm('kari', disposal)).toBe('not_found');
  expect([await waits('leif'), await waits(archivist), await waits('kari')]).toEqual([[{ disposalId: disposal, operation: 'KASSASJON', reference: expect.any(String), state: 'WAITING' }], [], []]);
  await round();
  expect(await opens(caseId)).toBe('opens');
});

test('a strictly confidential case is on no list and nobody’s to confirm, until two have lowered the grade (domain reference §5.5)', async () => {
  await superuser.query('update app.case_file set named_only = array[]::uuid[] where file_id = any ($1)', [[caseId, kept]]);
  for (const who of [archivist, 'leif']) expect(JSON.stringify(await page(who)), who).not.toMatch(new RegExp(`${caseId}|${kept}|${disposal}`));
  expect([await propose(archivist, kept, 'EKSPORT'), await confirm('leif', disposal)]).toEqual(['not_found', 'not_found']);
  await superuser.query('update app.case_file set named_only = null where file_id = any ($1)', [[caseId, kept]]);
  expect(JSON.stringify(await page('leif'))).toContain(disposal);
});

test('a row that whoever holds the database confirms by hand confirms nothing', async () => {
  await superuser.query(`update app.disposal set confirmed_by = $2, confirmed_at = '2028-01-03T09:00:00Z' where disposal_id = $1`, [disposal, (await all.world.person('leif')).userId]);
  await round();
  expect(await opens(caseId)).toBe('opens');
  await superuser.query(`update app.disposal set confirmed_by = null, confirmed_at = null where disposal_id = $1`, [disposal]);
});

test('no login of the product destroys a key, but the worker, and only what two people decided', async () => {
  for (const role of ['house', 'worker', 'public'] as const) {
    const client = new pg.Client({ connectionString: all.world.url(role) });
    await client.connect();
    await client.query(`select set_config('app.region', $1, false), set_config('app.files', $2, false)`, [NORDFJELLA, `{${caseId}}`]);
    await expect(client.query('delete from kernel.file_key')).rejects.toThrow('permission denied');
    await expect(client.query(`select app.dispose($1, '{}', false, '2028-01-03T09:00:00Z')`, [disposal])).rejects.toMatchObject({ code: role === 'worker' ? 'VV007' : '42501' });
    await client.end();
  }
});

async function held(who: string, to: 'ja' | 'nei', reference: string): Promise<string> {
  const outcome = await all.world.house.door.enter(holdCase, await all.world.person(who), { reference, held: to, ground: 'POLITI', why: 'Brev fra politiet.' });
  return outcome.ok ? 'ok' : outcome.fields?.['reference'] ?? outcome.code;
}

test('a case that may be evidence is destroyed by nobody while somebody holds it, not even when two had decided already', async () => {
  const reference = (await page('leif')).lines.find((one) => one.disposalId === disposal)?.reference ?? '';
  expect([await held('kari', 'ja', reference), await held('leif', 'ja', 'INGEN'), await held('leif', 'ja', reference.toLowerCase())]).toEqual(['not_found', 'no_such_case', 'ok']);
  expect([await held(archivist, 'ja', reference), await confirm('leif', disposal)]).toEqual(['already_held', 'case_on_hold']);
  expect((await page('leif')).lines.find((one) => one.disposalId === disposal)).toMatchObject({ stays: 'held', mayConfirm: false });
  expect((await page(archivist)).holds).toMatchObject([{ reference, hold: { ground: 'POLITI', why: 'Brev fra politiet.' }, by: 'Leif Brekken' }]);
  expect([await held(archivist, 'nei', reference), await confirm('leif', disposal)]).toEqual(['ok', 'ok']);
  expect(await atOnce(all, () => held('leif', 'ja', reference), round), 'held in the moment in which it would have been destroyed').toEqual(['ok', undefined]);
  expect(await opens(caseId)).toBe('opens');
  expect(readdirSync(outsideDir).map((name) => readFileSync(join(outsideDir, name), 'utf8')).join('')).not.toContain(disposal);
  expect((await page('leif')).lines.find((one) => one.disposalId === disposal)?.state).toBe('WITHDRAWN');
  expect((await page(archivist)).ready.flatMap((one) => one.cases).find((one) => one.fileId === caseId)).toMatchObject({ stays: 'held' });
  expect(await held('leif', 'nei', reference)).toBe('ok');
  expect(await atOnce(all, () => held('leif', 'ja', reference), () => propose(archivist, caseId, 'KASSASJON')), 'the archivist is told, although there was no line yet').toEqual(['ok', 'case_on_hold']);
  expect(await held('leif', 'nei', reference)).toBe('ok');
  await superuser.query('update app.case_file set restricted = true where file_id = $1', [caseId]);
  expect((await page(archivist)).ready.flatMap((one) => one.cases).find((one) => one.fileId === caseId), 'nor one whose use is restricted (GDPR art. 18)').toMatchObject({ stays: 'restricted' });
  await superuser.query('update app.case_file set restricted = false where file_id = $1', [caseId]);
  disposal = await propose(archivist, caseId, 'KASSASJON');
});

test('confirmed, the file cannot be opened by anybody, even with the entries that stay; nothing sealed or readable is left of it, nor of its report', async () => {
  const facts = await superuser.query('select count(*)::int as n from stats.case_fact');
  files = [caseId, ...(await superuser.query<{ report_id: string }>('select report_id from app.case_report where file_id = $1', [caseId])).rows.map((row) => row.report_id)];
  expect(files).toHaveLength(2);
  expect(await confirm('leif', disposal)).toBe('ok');
  await round();
  expect(await all.sees('kari', caseId)).toBe('not_found');
  expect(await opens(caseId)).not.toBe('opens');
  const entries = await superuser.query('select 1 from kernel.file_event where file_id = any ($1)', [files]);
  expect(entries.rowCount, 'entries are append-only, and stay as they were').toBeGreaterThan(10);
  expect((await superuser.query('select 1 from kernel.file_key where file_id = any ($1)', [files])).rowCount).toBe(0);
  expect(await traces(superuser, files)).toEqual(['app.disposal', 'app.report_ledger']);
  expect((await superuser.query('select count(*)::int as n from stats.case_fact')).rows, 'figures have no identity, and stay').toEqual(facts.rows);
});

test('the protocol proves it without a word of content', async () => {
  const line = (await page('leif')).lines.find((one) => one.disposalId === disposal);
  expect(line).toMatchObject({ state: 'DONE', operation: 'KASSASJON', rule: 'KORT', files: 2, proposedBy: 'Reidun Solli', confirmedBy: 'Leif Brekken' });
  expect(await confirm('leif', disposal)).toBe('nothing_to_confirm');
  expect((await page('per')).lines.map((one) => one.disposalId)).toContain(disposal);
});

test('what is gone on purpose is no fault: not in the ledger, not in the night’s check, not in audit:verify', async () => {
  all.world.clock.now = addMs(lastNight(all.world.clock.now), DAY_MS + MINUTE);
  const { door } = await all.world.worker();
  for (let more = 'more'; more === 'more';) more = await checkProjections(door, NORDFJELLA, 60_000);
  expect((await checkRegions(all.world.house, [{ id: NORDFJELLA, host: HOST }], { outsideDir })).lines.filter((line) => !/loggen utenfor/i.test(line))).toEqual([`${HOST}: alle meldinger er der de skal være.`]);
  expect(await all.world.house.door.unaudited(NORDFJELLA, 'test', alteredJournals)).toEqual([]);
});

test('a database that is put back from a backup disposes again of what was disposed of, from the list beside it; of a hold and a disposal without a line at the same moment one wins, and the other is told', async () => {
  const second = await closedAgain();
  const key = await superuser.query<{ wrapped_key: Buffer }>('select wrapped_key from kernel.file_key where file_id = $1', [second]);
  const row = await superuser.query<Record<string, unknown>>('select * from app.case_file where file_id = $1', [second]);
  const id = await propose(archivist, second, 'KASSASJON');
  expect(await confirm('leif', id)).toBe('ok');
  await round();
  expect(await opens(second)).not.toBe('opens');
  // As it was in the backup: the key is back, and nothing is known of any disposal.
  await superuser.query('set session_replication_role = replica');
  await superuser.query('delete from kernel.file_disposed where file_id = $1', [second]);
  await superuser.query('delete from app.disposal where disposal_id = $1', [id]);
  await superuser.query('insert into kernel.file_key (region_id, file_id, wrapped_key) values ($1, $2, $3)', [NORDFJELLA, second, key.rows[0]?.wrapped_key]);
  await superuser.query('insert into app.case_file select * from jsonb_populate_record(null::app.case_file, $1::jsonb)', [JSON.stringify(row.rows[0])]);
  expect(await opens(second), 'the restored backup has it').toBe('opens');
  expect((await checkRegions(all.world.house, [{ id: NORDFJELLA, host: HOST }], { outsideDir })).lines).toContain(`  Kassert mappe ${second} er tilbake i databasen. Den blir kassert på nytt når produktet går.`);
  const reference = String(row.rows[0]?.['reference']);
  expect(await atOnce(all, () => held('leif', 'ja', reference), round)).toEqual(['ok', undefined]);
  expect(await opens(second), 'held, it waits until it is let go').toBe('opens');
  expect(await held('leif', 'nei', reference)).toBe('ok');
  const { door } = await all.world.worker();
  const again = async () => {
    const [told] = await door.unaudited(NORDFJELLA, 'test', async (ctx) => (await compareDisposed(ctx, outsideDir)).returned.filter((one) => one.disposal_id === id));
    return (await door.enter(disposeAgain, { kind: 'system', regionId: NORDFJELLA, task: 'dispose' }, { told })).ok;
  };
  expect(await atOnce(all, again, () => held('leif', 'ja', reference)), 'nobody is told that a case is held that is gone').toEqual([true, 'no_such_case']);
  expect(await opens(second)).not.toBe('opens');
  expect((await page('leif')).lines.find((one) => one.disposalId === id), 'and the protocol says so again').toMatchObject({ state: 'DONE', confirmedBy: 'Leif Brekken' });
  expect(await traces(superuser, [second])).toEqual(['app.disposal']);
});

test('a case that a stricter rule keeps is not destroyed, although two had decided it: not while it counts as kept, and not where only what stands in clear is short', async () => {
  const [mistake, matter] = [await closedAgain(), kept];
  const decided: string[] = [];
  await superuser.query(`update app.case_file set retention = 'KORT' where file_id = $1`, [matter]);
  for (const file of [mistake, matter]) decided.push(await propose(archivist, file, 'KASSASJON'));
  for (const one of decided) expect(await confirm('leif', one)).toBe('ok');
  await superuser.query(readFileSync('db/migrations/0064_kept_unless_a_mistake.sql', 'utf8'));
  await superuser.query(`update app.case_file set retention = 'KORT' where file_id = $1`, [matter]);
  await round();
  expect([await opens(mistake), await opens(matter)]).toEqual(['opens', 'opens']);
  await round();
  expect((await page('leif')).lines.filter((line) => decided.includes(line.disposalId)).map(({ state }) => state)).toEqual(['WITHDRAWN', 'WITHDRAWN']);

  all.world.clock.now = addMs(lastNight(all.world.clock.now), DAY_MS + MINUTE);
  for (let more = 'more'; more === 'more';) more = await checkProjections((await all.world.worker()).door, NORDFJELLA, 60_000);
  const classes = await superuser.query('select retention from app.case_file where file_id = any ($1) order by file_id = $2 desc', [[mistake, matter], mistake]);
  expect(classes.rows, 'the night gives back what the migration took, and takes what no journal says').toEqual([{ retention: 'KORT' }, { retention: 'BEVARES' }]);
});

async function closedAgain(): Promise<FileId> {
  const now = all.world.clock.now;
  const file = await closedCase('KORT');
  all.world.clock.now = addMs(now, 2 * 366 * DAY_MS);
  return file;
}

/** As the archivist does it on the case's own page, signed in a moment ago. */
async function pack(file: FileId): Promise<Person> {
  const { door } = all.world.house;
  const person = { ...await all.world.person(archivist), signedInAt: all.world.clock.now };
  const answered = await door.enter(answerForArchive, person, { caseId: file, connection: 'INGEN' });
  const made = await door.enter(makeWholeFile, person, { caseId: file, newId: randomUUID(), lang: 'nb' });
  if (!answered.ok || !made.ok) throw new Error('no file was made');
  return person;
}

test('arkivforskrifta § 5: what is transferred is the file of the whole case; its checksums stand in the protocol, and it is done when the archive has it', async () => {
  const { door } = all.world.house;
  expect(await propose(archivist, kept, 'AVLEVERING', 'IKA'), 'a line alone hands nothing over').toBe('no_package');
  const person = await pack(kept);
  const id = await propose(archivist, kept, 'AVLEVERING', 'IKA');
  expect(await confirm('leif', id)).toBe('ok');
  expect(await opens(kept)).toBe('opens');
  expect([await waits(archivist), await waits('leif')]).toEqual([[expect.objectContaining({ disposalId: id, state: 'SENT' })], []]);
  const line = (await page(archivist)).lines.find((one) => one.disposalId === id);
  expect(line).toMatchObject({ state: 'SENT', mayReceive: true, receivedAt: undefined, packed: { caseId: kept } });
  expect(await propose(archivist, kept, 'KASSASJON'), 'nobody has said that it arrived').toBe('no_rule');

  all.world.clock.now = addMs(all.world.clock.now, 3 * DAY_MS);
  await sweepWholeFiles((await all.world.worker()).door, NORDFJELLA);
  const { rows: [whole] } = await superuser.query<{ whole_id: string }>('select whole_id from app.case_whole where file_id = $1', [kept]);
  for (const as of ['pdf', 'json'] as const) {
    const file = await door.enter(wholeFileOut, { ...person, signedInAt: all.world.clock.now }, { caseId: kept, wholeId: whole?.whole_id, as });
    if (!file.ok) throw new Error(file.code);
    expect(createHash('sha256').update(file.value.bytes).digest('hex'), 'what is fetched is what the protocol vouches for').toBe(line?.packed?.[as]);
  }
  const received = async (who: string) => {
    const outcome = await door.enter(recordReceipt, await all.world.person(who), { disposalId: id });
    return outcome.ok ? 'ok' : outcome.code;
  };
  expect([await received('leif'), await received(archivist), await received(archivist)]).toEqual(['not_found', 'ok', 'nothing_to_receive']);
  expect((await page('leif')).lines.find((one) => one.disposalId === id)).toMatchObject({ state: 'DONE', receivedBy: 'Reidun Solli' });
  await sweepWholeFiles((await all.world.worker()).door, NORDFJELLA);
  expect((await superuser.query('select 1 from app.case_whole where file_id = $1', [kept])).rowCount, 'and no copy lies here').toBe(0);
  expect(JSON.stringify((await superuser.query('select * from app.disposal where disposal_id = $1', [id])).rows), 'proof without content').not.toContain('Borghild');

  await superuser.query(`update app.disposal set package_pdf = package_json where disposal_id = $1`, [id]);
  expect((await page(archivist)).lines.some((one) => one.disposalId === id), 'another checksum is another line, and not ours').toBe(false);
  await superuser.query(`update app.disposal set package_pdf = decode($2, 'hex') where disposal_id = $1`, [id, line?.packed?.pdf]);
});

test('a transfer that an archive has confirmed opens the way to disposal, and a proposal can be taken back', async () => {
  const next = await propose(archivist, kept, 'KASSASJON');
  expect((await all.world.house.door.enter(withdrawDisposal, await all.world.person('leif'), { disposalId: next })).ok).toBe(true);
  expect(await confirm('leif', next)).toBe('nothing_to_confirm');
});

test('whoever is left out of a case finds it in no list, also when it is gone, and proposes nothing about it', async () => {
  const file = await all.opened('kari', { ...DAUGHTER, annen: 'Reidun Solli' });
  expect(await propose(archivist, file, 'KASSASJON')).toBe('not_found');
  expect(await propose('kari', kept, 'EKSPORT'), 'coordinators do not dispose').toBe('not_found');
});
