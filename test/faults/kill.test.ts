import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_REGION } from '../../db/demo/region.ts';
import { asId, type FileId } from '../../src/kernel/ids.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { openHouse, type House } from '../../src/open-house.ts';
import { saveDraft } from '../../src/reports/commands/drafts.ts';
import { registerReport } from '../../src/reports/commands/register.ts';
import { openDraft } from '../../src/reports/queries/desk.ts';
import { listColleagues } from '../../src/staff/public.ts';
import type { Person } from '../../src/kernel/actor.ts';
import { recordSystem, type RecordSystem } from '../support/record-system.ts';
import { openFile } from '../../src/kernel/journal/file.ts';
import { sql } from 'kysely';
import { REPORT_FILE } from '../../src/reports/file.ts';
import type { ReportState } from '../../src/reports/public.ts';
import { readFormToken } from '../../src/kernel/sealing/form-token.ts';
import { objectKey } from '../../src/kernel/sealing/object-key.ts';
import { openPublicKeyDirectory } from '../../src/kernel/sealing/provider-key.ts';
import { openStream } from '../../src/kernel/sealing/stream.ts';
import { openStorage, type Storage } from '../../src/kernel/storage.ts';
import { startProduct, type Part, type Product } from '../support/product.ts';
import { addUntilTaken, fetchForm, fileForm, insist, sendOnce, sendUntilReceived, writeUntilSent } from '../support/reporter.ts';
import { jpeg } from '../support/sample-files.ts';
import { DAUGHTER } from '../support/submissions.ts';

const REPORTERS = 16;
const ROUNDS = 12;

let product: Product;
let extraWorker: ChildProcess | undefined;
let house: House;
let desk: Person;
let sender: RecordSystem;

beforeAll(async () => {
  product = await startProduct();
  house = await openHouse({ databaseUrl: product.url('house'), keysDir: join(product.dataDir, 'keys'), clock: systemClock });
  const staff = await house.door.unaudited(DEMO_REGION, 'test', listColleagues);
  const found = staff.find((member) => member.roles.includes('KOORDINATOR'));
  if (found === undefined) throw new Error('no coordinator');
  desk = { kind: 'person', regionId: DEMO_REGION, userId: found.userId, roles: found.roles, municipalityId: undefined, signedInAt: systemClock() };
  sender = await recordSystem(product.publicUrl, house, desk);
});
afterAll(async () => {
  await house.close();
  extraWorker?.kill('SIGKILL');
  await product.stop();
});

const storage = (): Storage => openStorage(join(product.dataDir, 'files'));

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A second worker beside the house's own: the survivor, or the victim. */
function startExtraWorker(): ChildProcess {
  const { DATA_DIR: data = '' } = product.env;
  return spawn(process.execPath, ['dist/house.js', '--only=worker'], {
    cwd: join(import.meta.dirname, '../..'), stdio: 'ignore',
    env: { PATH: product.env['PATH'], DATABASE_URL_WORKER: product.url('worker'), KEYS_DIR: join(data, 'keys'), FILES_DIR: join(data, 'files'), AUDIT_HEADS_DIR: join(data, 'audit-heads'), DEMO: 'yes' },
  });
}

type Sent = { readonly draft: FileId; readonly texts: string[]; readonly codes: (string | undefined)[]; /** with the code */ readonly messages: string[]; /** hashes of what was added */ readonly files: string[] };

/** A photograph like no other, big enough to be cut in the middle. */
function photograph(): Buffer {
  return Buffer.concat([jpeg(), randomBytes(400_000)]);
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * One person after the other, until told to stop; every fifth edits and sends again, every third sends the same twice, every fourth writes with the
 * code, every sixth adds a photograph.
 */
async function reporter(name: number, running: () => boolean, sent: Sent[]): Promise<void> {
  const keys = openPublicKeyDirectory(join(product.dataDir, 'public-keys'));
  for (let n = 0; running(); n += 1) {
    const token = await fetchForm(product.publicUrl);
    const read = readFormToken(keys.formToken, token, systemClock());
    if (read.state === 'forged') throw new Error('a token of our own does not open');
    const text = `Melder ${name}, nummer ${n}: hun er redd.`;
    const answers = { ...DAUGHTER, sett: text };
    const first = await sendUntilReceived(product.publicUrl, token, answers);
    const record: Sent = { draft: asId<'file'>(read.draftId), texts: [text], codes: [first.code], messages: [], files: [] };
    if (n % 3 === 0) record.codes.push((await sendUntilReceived(product.publicUrl, token, answers)).code);
    if (n % 5 === 0) {
      const edited = `${text} Og i går slo han henne.`;
      await sendUntilReceived(product.publicUrl, token, { ...answers, sett: edited });
      record.texts.push(edited);
    }
    if ((name + n) % 4 === 1 && first.code !== undefined) {
      record.messages.push(`Melder ${name}, nummer ${n}: nå skjer det igjen.`);
      await writeUntilSent(product.publicUrl, first.code, { svar: record.messages[0] ?? '', tilstand: 'verre' });
    }
    if ((name + n) % 6 === 2) {
      const bytes = photograph();
      await addUntilTaken(product.publicUrl, token, bytes, 'bilde.jpg');
      record.files.push(hashOf(bytes));
    }
    sent.push(record);
  }
}

const CALL = { kanal: 'TELEFON', hvor: 'Granveien 3', tryggnaa: 'ja', brutt: 'Ring tilbake', navn: 'Solveig Haug', lest: 'ja' };
type Typed = { readonly draft: FileId; readonly text: string; readonly registered: boolean };

/** A record system that sends one message after the other, every other twice; it stops at a signed receipt alone. */
async function system(running: () => boolean, told: string[]): Promise<void> {
  for (let n = 0; running(); n += 1) {
    const [key, text] = [randomUUID(), `Fagsystem, nummer ${n}: hun er redd.`];
    await sender.sendUntilReceipted(key, text);
    if (n % 2 === 0) await sender.sendUntilReceipted(key, text);
    told.push(text);
    await pause(150);
  }
}

/** Somebody at the night desk: a draft that is saved as the talk goes, and every other time a report of it. */
async function deskTyping(running: () => boolean, typed: Typed[]): Promise<void> {
  for (let n = 0; running(); n += 1) {
    const draft = asId<'file'>(randomUUID());
    let text = '';
    for (const words of [`Telefon, nummer ${n}.`, ' Hun hører skrik.', ' Sønnen har kniv.']) {
      text += words;
      const entries = Object.entries({ ...CALL, sett: text });
      await insist(async () => ((await house.door.enter(saveDraft, desk, { draftId: draft, entries })).ok ? true : undefined), 120_000);
      await pause(100);
    }
    const entries = Object.entries({ ...CALL, sett: text });
    if (n % 2 === 0) await insist(async () => ((await house.door.enter(registerReport, desk, { draftId: draft, lang: 'nb', entries })).ok ? true : undefined), 120_000);
    typed.push({ draft, text, registered: n % 2 === 0 });
  }
}

async function killRound(round: number): Promise<void> {
  const victim = (['public', 'house', 'database', 'worker'] as const)[round % 4] ?? 'public';
  if (victim === 'worker') {
    extraWorker?.kill('SIGKILL');
    extraWorker = await insist(async () => startExtraWorker());
    return;
  }
  const part: Part = victim;
  for (const pid of product.pids(part)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // gone already: its parent fell first
    }
  }
}

/** How many rows; throws while the database is away. */
async function waiting(what: string): Promise<number> {
  const client = new pg.Client({ connectionString: product.url('superuser') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return Number((await client.query<{ n: string }>(`select count(*) n from ${what}`)).rows[0]?.n ?? 1);
  } finally {
    await client.end();
  }
}

test('a receipt is a stored report: 16 reporters while public, house, worker and database are each killed three times, at other moments each time, lose nothing and double nothing', async () => {
  extraWorker = startExtraWorker();
  const sent: Sent[] = [];
  let on = true;
  const told: string[] = [];
  const typed: Typed[] = [];
  const load = Promise.all([...Array.from({ length: REPORTERS }, (_, name) => reporter(name, () => on, sent)), system(() => on, told), deskTyping(() => on, typed)]);
  for (let round = 0; round < ROUNDS; round += 1) {
    await pause(1200 + (round % 5) * 300);
    await killRound(round);
  }
  await insist(async () => (sent.length > 2 * REPORTERS ? true : undefined), 120_000);
  on = false;
  await load;
  const killedLast = performance.now();
  await insist(async () => ((await waiting('app.report_envelope')) === 0 ? true : undefined), 60_000);
  console.log(`${sent.length} reports, all readable ${Math.round(performance.now() - killedLast)} ms after the load ended`);
  await insist(async () => ((await waiting(`app.report_file where copy = 'original' and checked_at is null`)) === 0 ? true : undefined), 120_000);
  await checkEverything(sent, told, typed);
});

type Kept = Pick<Sent, 'texts' | 'messages' | 'files'>;

/** What lies in a report's journal, and of its files what is whole in the store. */
async function keptOf({ state: { contents, dialogue } }: { state: ReportState }, region: string, file: string): Promise<Kept> {
  const files = await Promise.all(dialogue.attachments.map(async ({ key, object }) => {
    const hash = createHash('sha256');
    for await (const piece of openStream(objectKey(key), { region, file, object }, storage().read({ region, object }))) hash.update(piece);
    return hash.digest('hex');
  }));
  return { texts: contents.map((part) => part.report.whatHappened), messages: dialogue.theirs.map(({ text }) => text ?? ''), files };
}

/** What every report's journal holds. */
async function everyReport(): Promise<Map<string, Kept>> {
  return house.door.unaudited(DEMO_REGION, 'test', async (ctx) => {
    await sql`select set_config('app.files', (select array_agg(file_id)::text from kernel.file where region_id = ${DEMO_REGION}), true)`.execute(ctx.tx);
    const rows = await ctx.tx.selectFrom('app.report').select('file_id').where('region_id', '=', DEMO_REGION).execute();
    const all = new Map<string, Kept>();
    for (const { file_id: file } of rows) all.set(file, await keptOf(await openFile(ctx, REPORT_FILE, file), DEMO_REGION, file));
    return all;
  });
}

async function checkEverything(sent: readonly Sent[], told: readonly string[], typed: readonly Typed[]): Promise<void> {
  expect(sent.length).toBeGreaterThan(REPORTERS);
  expect(Math.min(sent.flatMap(({ messages }) => messages).length, sent.flatMap(({ files }) => files).length)).toBeGreaterThan(2);
  const found = await everyReport();
  for (const { draft, texts, messages, files, codes } of sent) {
    expect(found.get(draft), 'a receipt without its report, its message or its file').toEqual({ texts, messages, files });
    const shown = codes.filter((code) => code !== undefined);
    expect(new Set(shown).size, 'two codes for one report').toBeLessThanOrEqual(1);
  }
  const mine = [...found.values()].filter(({ texts }) => texts[0]?.startsWith('Melder '));
  expect(mine.length, 'more reports than were sent').toBe(sent.length);
  const texts = [...found.values()].map((kept) => kept.texts);
  expect(Math.min(told.length, typed.length), 'too little was sent to prove anything').toBeGreaterThan(2);
  expect(texts.filter(([text]) => text?.startsWith('Fagsystem, ')).map((all) => all.join('|')).sort(), 'a signed receipt without its report, or two of one').toEqual([...told].sort());
  expect(texts.filter(([text]) => text?.startsWith('Telefon, ')).map((all) => all.join('|')).sort(), 'a call that was lost or doubled').toEqual(typed.filter((one) => one.registered).map(({ text }) => text).sort());
  for (const { draft, text } of typed.filter((one) => !one.registered)) {
    const kept = await house.door.enter(openDraft, desk, { draftId: draft });
    expect(kept.ok && kept.value.entries.find(([name]) => name === 'sett')?.[1], 'a draft that was saved and is gone').toBe(text);
  }
}

test('a file whose upload is killed half way leaves nothing that looks like a file, and the same file can be added again', async () => {
  const token = await fetchForm(product.publicUrl);
  const { code = '' } = await sendUntilReceived(product.publicUrl, token, DAUGHTER);
  const objects = () => storage().olderThan(DEMO_REGION, -60_000);
  const before = await objects();
  const bytes = Buffer.concat([photograph(), randomBytes(8_000_000)]);
  const form = new Response(fileForm(token, bytes, 'bilde.jpg'));
  const body = Buffer.from(await form.arrayBuffer());
  const broken = new Promise<string>((resolve) => {
    const upload = request(`${product.publicUrl}/kvittering/fil`, { method: 'POST', headers: { 'content-type': form.headers.get('content-type') ?? '', 'content-length': body.length } });
    upload.once('response', ({ statusCode }) => resolve(`answered ${statusCode}`)).once('error', () => resolve('broken'));
    upload.write(body.subarray(0, body.length / 2));
  });
  await insist(async () => (readdirSync(join(product.dataDir, 'files/tmp')).length > 0 ? true : undefined), 20_000);
  for (const pid of product.pids('public')) process.kill(pid, 'SIGKILL');
  expect(await broken).toBe('broken');
  expect(await objects()).toEqual(before);
  await addUntilTaken(product.publicUrl, token, bytes, 'bilde.jpg');
  expect((await objects()).length).toBeGreaterThan(before.length);
  await writeUntilSent(product.publicUrl, code, { svar: 'Bildet er av døra.' });
});

test('60 reports with a file each, 32 at a time: none is lost, doubled or refused', async () => {
  const sent: { draft: string; hash: string }[] = [];
  const keys = openPublicKeyDirectory(join(product.dataDir, 'public-keys'));
  let next = 0;
  await Promise.all(Array.from({ length: 32 }, async () => {
    while (next < 60) {
      next += 1;
      const token = await fetchForm(product.publicUrl);
      const read = readFormToken(keys.formToken, token, systemClock());
      const bytes = Buffer.concat([jpeg(), randomBytes(20_000)]);
      expect(await sendOnce(product.publicUrl, token, { ...DAUGHTER, sett: `Mange, nummer ${next}: hun er redd.` })).toBeDefined();
      const added = await fetch(`${product.publicUrl}/kvittering/fil`, { method: 'POST', body: fileForm(token, bytes, 'bilde.jpg') });
      expect(added.status).toBe(200);
      sent.push({ draft: read.state === 'forged' ? '' : read.draftId, hash: hashOf(bytes) });
    }
  }));
  await insist(async () => ((await waiting('app.report_envelope')) === 0 ? true : undefined), 170_000);
  const kept = [...(await everyReport()).entries()].filter(([, { texts }]) => texts[0]?.startsWith('Mange, '));
  expect(kept.map(([draft, { files }]) => `${draft} ${files.join()}`).sort()).toEqual(sent.map(({ draft, hash }) => `${draft} ${hash}`).sort());
});

test('a job that a dead worker left behind goes on within 30 seconds', async () => {
  const client = new pg.Client({ connectionString: product.url('superuser') });
  await client.connect();
  await client.query("select graphile_worker.add_job('open_envelope', json_build_object('region', $1::text, 'id', gen_random_uuid()), run_at := now() + interval '1 hour', job_key := 'left-behind')", [DEMO_REGION]);
  await client.query("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-of-a-dead-process', run_at = now() where key = 'left-behind'");
  const started = performance.now();
  await insist(async () => ((await client.query("select 1 from graphile_worker._private_jobs where key = 'left-behind'")).rowCount === 0 ? true : undefined), 40_000);
  expect(performance.now() - started).toBeLessThan(30_000);
  await client.end();
});
