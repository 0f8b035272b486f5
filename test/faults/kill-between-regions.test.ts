import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCaseFromReports, STEPS } from '../../src/cases/public.ts';
import { openCase } from '../../src/cases/queries/open.ts';
import { beginPublication } from '../../src/documents/commands/begin.ts';
import { askForFile } from '../../src/documents/commands/files.ts';
import { writePart } from '../../src/documents/commands/write.ts';
import { publicationFile } from '../../src/documents/queries/open.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import type { FileId, RegionId } from '../../src/kernel/ids.ts';
import { openFile } from '../../src/kernel/journal/file.ts';
import { objectKey } from '../../src/kernel/sealing/object-key.ts';
import { openStream } from '../../src/kernel/sealing/stream.ts';
import { sql } from 'kysely';
import { addDays, addMs, MINUTE, osloDay } from '../../src/kernel/time.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { sendOn } from '../../src/reports/commands/send-on.ts';
import { REPORT_FILE } from '../../src/reports/file.ts';
import { checkRegions } from '../../src/tools/ledger.ts';
import { does } from '../database/source-cases.ts';
import { entered, readReport } from '../support/door.ts';
import { insist } from '../support/reporter.ts';
import { openSite, type Site } from '../support/site.ts';
import { DAUGHTER, openAll } from '../support/submissions.ts';
import { HOST, newWorld, NORDFJELLA, SMALL_HOST, SORVIKA, type World } from '../support/world.ts';

const REPORTS = 2;
const KILLS = 5;

let world: World;
let site: Site;
let superuser: pg.Client;
let folder: string;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vv-heads-'));
  world = await newWorld();
  superuser = new pg.Client({ connectionString: world.url('superuser') });
  await superuser.connect();
  site = openSite(world);
});
afterAll(async () => {
  worker?.kill('SIGKILL');
  await site.close();
  await superuser.end();
  await world.close();
  rmSync(folder, { recursive: true });
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A worker as the product has it, in a process of its own, in this world's time; answers when it works. */
async function startWorker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['dist/house.js', '--only=worker'], {
    cwd: join(import.meta.dirname, '../..'), stdio: ['ignore', 'pipe', 'ignore'],
    env: { PATH: process.env['PATH'], DATABASE_URL_WORKER: world.url('worker'), KEYS_DIR: world.keysDir, FILES_DIR: site.filesDir, AUDIT_HEADS_DIR: folder, HOUSE_URL: 'http://127.0.0.1', DEMO: 'yes', CLOCK: addMs(world.clock.now, MINUTE) },
  });
  await new Promise<void>((resolve) => { child.stdout.once('data', () => resolve()); });
  return child;
}

async function count(text: string, values: readonly unknown[] = []): Promise<number> {
  return Number((await superuser.query<{ n: string }>(`select count(*) as n from ${text}`, [...values])).rows[0]?.n);
}

/** Sent on and not noted as there, and files that are not. */
const left = async () => await count('app.report_transfer where carried_at is null') + await count('app.report_file_along where carried_at is null');

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What a report in a region's reception says, and what its files hold. */
async function kept(region: RegionId, file: FileId): Promise<{ words: string[]; files: string[] }> {
  return world.house.door.unaudited(region, 'test', async (ctx) => {
    await sql`select set_config('app.files', ${`{${file}}`}, true)`.execute(ctx.tx);
    const { state } = await openFile(ctx, REPORT_FILE, file);
    const files = await Promise.all(state.dialogue.attachments.map(async ({ key, object }) => {
      const hash = createHash('sha256');
      for await (const piece of openStream(objectKey(key), { region, file, object }, site.storage.read({ region, object }))) hash.update(piece);
      return hash.digest('hex');
    }));
    return { words: state.contents.map(({ report }) => report.whatHappened), files };
  });
}

const [OURS, THEIRS, TAKEN] = ["app.case_file where region_id = $1 and status <> 'OVERFORT'", 'app.case_file where region_id = $1', 'app.case_file where region_id = $1 and awaits is not null'] as const;

/** A case with a letter, which two people send to the other region. */
async function caseLeaves(): Promise<{ caseId: FileId; from: FileId; letter: string }> {
  const { draft, receipt } = await site.report({ ...DAUGHTER, kommune: '9911', sett: 'Saken: hun er redd.' });
  const letter = Buffer.from(randomBytes(700_000).toString('base64'));
  expect((await site.upload(receipt.token, letter, 'brev.txt')).status).toBe(200);
  await openAll(world);
  const { fileId: caseId } = await entered(world, openCaseFromReports, 'kari', { reportIds: [draft], connection: 'INGEN' });
  const { userId: even } = await world.person('even');
  await entered(world, STEPS.grantAccess, 'kari', { caseId, accessTo: even, accessReason: 'VURDERER', until: addDays(osloDay(world.clock.now), 30) });
  await entered(world, STEPS.declareImpartiality, 'even', { caseId, connection: 'INGEN' });
  await entered(world, STEPS.proposeTransfer, 'kari', { caseId, receiver: 'Sundby', basis: 'SAMTYKKE', consent: 'GITT_MUNTLIG', sent: 'Hele saken.', grounds: 'Hun bor der nå.', personInformed: 'JA', transferReason: 'UTENFOR_KOMMUNER', toRegion: SORVIKA });
  await entered(world, STEPS.confirmTransfer, 'even', { caseId, proposal: 1, formId: randomUUID() });
  return { caseId, from: draft, letter: hashOf(letter) };
}

/** What the journal of the report says left, and what that of the other says lies there: a line for each file of a case. */
async function sums(region: RegionId, file: FileId): Promise<string[]> {
  return world.house.door.unaudited(region, 'test', async (ctx) => {
    await sql`select set_config('app.files', ${`{${file}}`}, true)`.execute(ctx.tx);
    const { state, events } = await openFile(ctx, REPORT_FILE, file);
    const left = events.flatMap((event) => (event.type === 'AttachmentFollowed' ? [`${event.content.slot} ${event.content.sha256 ?? state.dialogue.attachments[0]?.sha256}`] : []));
    return (state.crossings.length > 0 ? left : state.dialogue.attachments.map(({ slot, sha256 }) => `${slot} ${sha256}`)).toSorted();
  });
}

test('the worker is killed again and again while reports with files, and a case, cross to another region: each is there once with its files, both ledgers agree, and the case is open at one place', async () => {
  const kari = await world.person('kari');
  const sent: { from: FileId; words: string; files: string[] }[] = [];
  for (let n = 0; n < REPORTS; n += 1) {
    const words = `Nummer ${n}: hun er redd.`;
    const { draft, receipt } = await site.report({ ...DAUGHTER, kommune: '9911', sett: words });
    const files = [randomBytes(1_500_000), randomBytes(900_000)].map((bytes) => Buffer.from(bytes.toString('base64')));
    for (const bytes of files) expect((await site.upload(receipt.token, bytes, 'en.txt')).status).toBe(200);
    await openAll(world);
    await world.house.door.enter(declareConnection, kari, { reportId: draft, connection: 'INGEN' });
    sent.push({ from: draft, words, files: files.map(hashOf) });
  }
  for (const { from } of sent) {
    const asked = { reportId: from, transferId: randomUUID(), parts: 1, to: SORVIKA, place: '', spokeWith: '', basis: 'FVL_13B_5', scope: 'HELE', phonedWho: '', phonedWhen: '', grounds: 'Hun bor der.', text: '', files: [] };
    expect(await world.house.door.enter(sendOn, kari, asked)).toMatchObject({ ok: true });
  }
  const moved = await caseLeaves();
  const all = await left();
  let inTheMiddle = 0;
  for (let n = 0; n < KILLS; n += 1) {
    const before = await left();
    worker = await startWorker();
    await pause(before === all ? 5_150 + 60 * n : 150 + 170 * n);
    worker.kill('SIGKILL');
    if (await left() > 0) inTheMiddle += 1;
    expect(await count(OURS, [NORDFJELLA]), 'nobody there has taken it: it is ours').toBe(1);
  }
  worker = await startWorker();
  await insist(async () => ((await left()) === 0 ? true : undefined), 120_000);
  expect(inTheMiddle).toBeGreaterThan(1);
  const came = (await superuser.query<{ file_id: FileId; to_report: FileId }>('select file_id, to_report from app.report_transfer')).rows;
  for (const { from, words, files } of sent) {
    const rows = came.filter((row) => row.file_id === from);
    expect(rows).toHaveLength(1);
    const arrived = await kept(SORVIKA, rows[0]?.to_report ?? from);
    expect(arrived.words).toEqual([words]);
    expect(arrived.files.toSorted()).toEqual(files.toSorted());
  }
  const there = came.find((row) => row.file_id === moved.from)?.to_report ?? expect.fail('the case was not sent');
  await readReport(world, 'anders', there);
  const taken = await entered(world, openCaseFromReports, 'anders', { reportIds: [there], connection: 'INGEN' });
  for (let n = 0; n < 3 && await count(TAKEN, [NORDFJELLA]) > 0; n += 1) {
    worker.kill('SIGKILL');
    worker = await startWorker();
    await pause(20 + 60 * n);
  }
  await insist(async () => (await count(TAKEN, [NORDFJELLA]) === 0 ? true : undefined), 60_000);
  expect([await count(OURS, [NORDFJELLA]), await count(THEIRS, [SORVIKA])], 'open at one place').toEqual([0, 1]);
  expect(await entered(world, openCase, 'anders', { caseId: taken.fileId })).toMatchObject({ mustDeclare: false, state: { reports: [there] } });
  expect((await entered(world, openCase, 'kari', { caseId: moved.caseId }))).toMatchObject({ state: { status: 'OVERFORT', transfer: { received: { reference: (await readReport(world, 'anders', there)).report.reference } } } });
  const arrived = await kept(SORVIKA, there);
  expect([arrived.words.length, arrived.files.length, arrived.files.includes(moved.letter)], 'the case and its letter, once').toEqual([1, 3, true]);
  expect(await sums(NORDFJELLA, moved.from), 'both journals hold the same SHA-256 of each file').toEqual(await sums(SORVIKA, there));
  expect(arrived.files.toSorted(), 'and it is that of what lies there').toEqual((await sums(SORVIKA, there)).map((line) => line.split(' ')[1]).toSorted());
  expect(await count("app.report_ledger where region_id = $1 and kind = 'report'", [SORVIKA])).toBe(REPORTS + 1);
  expect(await count("app.report_ledger where region_id = $1 and kind = 'file'", [SORVIKA])).toBe(2 * REPORTS + 3);
  const said = await checkRegions(world.house, [{ id: NORDFJELLA, host: HOST }, { id: SORVIKA, host: SMALL_HOST }], { storage: site.storage });
  expect(JSON.stringify(said)).not.toMatch(/ikke i mottakerens protokoll|kommet fram|FILES_DIR|ikke åpnet/);
});

test('a worker that is killed in the middle of a document leaves nothing of it, and another makes it whole', async () => {
  const kari = await world.person('kari');
  const ok = <I, F, R>(useCase: UseCase<I, F, R>, input: unknown): Promise<R> => does(world, useCase, kari, input);
  const [publicationId, outputId] = [randomUUID(), randomUUID()];
  await ok(beginPublication, { newId: publicationId, kind: 'R1', lang: 'nb', from: '2025-01', to: '2025-12', cutOff: '2026-01-31' });
  // so long that it takes its time
  for (const part of ['ORGANISASJON', 'MELDESYSTEM', 'JOURNALSYSTEM', 'KRISESENTER', 'UTFORDRINGER', 'IDEER', 'PLAN']) await ok(writePart, { publicationId, part, revision: '0', text: 'Vi møtes om det.\n\n'.repeat(400), lines: [] });
  await ok(askForFile, { publicationId, newId: outputId, edition: 'YTRE', format: 'pdf' });
  const state = async (): Promise<'waits' | 'in hand' | 'made'> => {
    const [row] = (await superuser.query<{ made: boolean }>('select made_at is not null as made from app.publication_output where output_id = $1', [outputId])).rows;
    if (row?.made === true) return 'made';
    return (await superuser.query('select 1 from app.publication_output where output_id = $1 for update skip locked', [outputId])).rowCount === 0 ? 'in hand' : 'waits';
  };
  worker?.kill('SIGKILL');
  const victim = await startWorker();
  while (await state() === 'waits') await pause(5);
  expect(await state(), 'it is in the middle').toBe('in hand');
  victim.kill('SIGKILL');
  await insist(async () => (await state() === 'in hand' ? undefined : true), 20_000);
  expect(await count('app.publication_output where output_id = $1 and made_at is null and sealed_file is null and tries = 0 and fault is null', [outputId])).toBe(1);
  worker = await startWorker();
  await insist(async () => (await state() === 'made' ? true : undefined), 60_000);
  expect((await PDFDocument.load((await ok(publicationFile, { outputId })).bytes)).getPageCount()).toBeGreaterThan(20);
});
