import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFile } from '../../src/jobs/clean-file.ts';
import { sweepFiles } from '../../src/jobs/sweep.ts';
import type { Door } from '../../src/kernel/door.ts';
import { openClamd, type Scanner } from '../../src/kernel/files/clamd.ts';
import { openCleaner, type Cleaner } from '../../src/kernel/files/cleaner.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { refuse } from '../../src/kernel/outcome.ts';
import { openStream } from '../../src/kernel/sealing/stream.ts';
import { addMs, DAY_MS, MINUTE } from '../../src/kernel/time.ts';
import { closeWindow } from '../../src/reports/commands/dialogue.ts';
import { type OpenReport } from '../../src/reports/queries.ts';
import { openFileOf } from '../../src/reports/queries/attachment.ts';
import { fileChecked, filesWaitSince, listDueFiles } from '../../src/reports/public.ts';
import { checkRegions } from '../../src/tools/ledger.ts';
import { readReport } from '../support/door.ts';
import { fakeClamd, HARM, type FakeClamd } from '../support/fake-clamd.ts';
import { jpeg, pdf, TOLD } from '../support/sample-files.ts';
import { openSite, type Site } from '../support/site.ts';
import { openAll } from '../support/submissions.ts';
import { HOST, newWorld, NORDFJELLA, type World } from '../support/world.ts';

const ROOT = join(import.meta.dirname, '../..');
const MB = 1024 * 1024;

let world: World;
let site: Site;
let clamd: FakeClamd;
let cleaner: Cleaner;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vv-cleaner-'));
  execFileSync(process.execPath, ['--input-type=module', '-e', `const { bundleAlone } = await import(${JSON.stringify(join(ROOT, 'build.mjs'))}); await bundleAlone(${JSON.stringify(folder)});`], { cwd: ROOT });
  cleaner = openCleaner({ program: join(folder, 'clean-file.mjs') });
  clamd = await fakeClamd();
  world = await newWorld();
  site = openSite(world);
});
afterAll(async () => {
  await site.close();
  await world.close();
  await clamd.close();
  rmSync(folder, { recursive: true });
});

const scanning = (): Scanner => openClamd({ host: '127.0.0.1', port: clamd.port });

/** What the worker does with everything that waits to be looked at. */
async function look(scanner?: Scanner): Promise<void> {
  const waiting = await sqlRows<{ object_id: string }>("select object_id from app.report_file where copy = 'original' and checked_at is null");
  const worker = await world.worker();
  for (const { object_id: object } of waiting) await checkFile({ door: worker.door, storage: site.storage, cleaner, scanner }, NORDFJELLA, object);
}

async function sqlRows<R extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<R[]> {
  return (await (await world.superuser()).query<R>(text, [...values])).rows;
}

const read = (subject: string, reportId: FileId): Promise<OpenReport> => readReport(world, subject, reportId);

async function wanted(subject: string, reportId: FileId, no = '1', original = false) {
  return world.house.door.enter(openFileOf, await world.person(subject), { reportId, no, original });
}

/** What somebody gets who downloads it. */
async function downloaded(reportId: FileId, no = '1', original = false): Promise<{ name: string; bytes: Buffer }> {
  const outcome = await wanted('kari', reportId, no, original);
  if (!outcome.ok) throw new Error(outcome.code);
  const { facts, key, name } = outcome.value;
  const pieces: Buffer[] = [];
  for await (const piece of openStream(key, facts, site.storage.read(facts))) pieces.push(piece);
  return { name, bytes: Buffer.concat(pieces) };
}

function objects(): string[] {
  const kept = join(site.filesDir, NORDFJELLA);
  return existsSync(kept) ? readdirSync(kept) : [];
}

describe('a file from the receipt', () => {
  test('is stored before it is called added, lies nowhere in clear, and is what was sent', async () => {
    const { draft, code, receipt } = await site.report();
    const photo = jpeg();
    const before = objects();
    const added = await site.upload(receipt.token, photo, 'Borghild Kvamme blåmerker.jpg');
    expect([added.status, added.words]).toEqual([200, expect.stringContaining('Filen er lagt ved')]);
    expect(added.words.replaceAll(' ', '')).toContain(code.replaceAll(' ', ''));
    expect(added.words).not.toContain('Borghild');
    const [object = ''] = objects().filter((name) => !before.includes(name));
    const sealed = readFileSync(join(site.filesDir, NORDFJELLA, object));
    for (const clear of [TOLD, 'JFIF', 'Borghild']) expect(sealed.includes(clear)).toBe(false);
    expect(await openAll(world)).toMatchObject({ opened: 2, unreadable: 0 });
    await look();
    const open = await read('kari', draft);
    expect(open.report.dialogue.attachments).toMatchObject([{ name: 'Borghild Kvamme blåmerker.jpg', type: 'jpeg', bytes: photo.length, check: 'CLEANED', sha256: createHash('sha256').update(photo).digest('hex') }]);
    const copy = await downloaded(draft);
    expect(copy.name).toBe('vedlegg-1.jpg');
    expect(copy.bytes.includes(TOLD)).toBe(false);
    expect((await downloaded(draft, '1', true))).toEqual({ name: 'vedlegg-1-original.jpg', bytes: photo });
  });

  test('sent twice is one file; ten are taken, and the eleventh is refused with words and without the others', async () => {
    const { draft, receipt } = await site.report();
    const first = Buffer.from('Den første fila.');
    for (let n = 0; n < 2; n += 1) expect((await site.upload(receipt.token, first)).status).toBe(200);
    for (let n = 2; n <= 10; n += 1) expect((await site.upload(receipt.token, Buffer.from(`Fil ${n}.`))).status).toBe(200);
    const before = objects().length;
    const more = await site.upload(receipt.token, Buffer.from('Fil 11.'));
    expect([more.status, more.words]).toEqual([422, expect.stringContaining('ti filer')]);
    expect(objects()).toHaveLength(before);
    await openAll(world);
    await look();
    expect((await read('kari', draft)).report.dialogue.attachments.map(({ bytes }) => bytes)).toHaveLength(10);
  });

  test('too large, of a kind that is not taken, empty, or from a page that is not ours is told kindly, and leaves nothing', async () => {
    const { receipt } = await site.report();
    const before = objects();
    const large = await site.upload(receipt.token, Buffer.concat([jpeg(), Buffer.alloc(25 * MB)]));
    expect([large.status, large.words]).toEqual([422, expect.stringContaining('for stor')]);
    const program = await site.upload(receipt.token, Buffer.from('MZ\x90\0\x03\0\0\0programmet'), 'bilde.jpg');
    expect([program.status, program.words]).toEqual([422, expect.stringContaining('filtypen')]);
    const empty = await site.upload(receipt.token, Buffer.alloc(0), '');
    expect([empty.status, empty.words]).toEqual([422, expect.stringContaining('Velg en fil')]);
    const forged = await site.upload('x', Buffer.from('hei'));
    expect([forged.status, forged.words]).toEqual([422, expect.stringContaining('åpen for lenge')]);
    const { token } = await site.get('/meld');
    const unsent = await site.upload(token, Buffer.from('hei'));
    expect([unsent.status, unsent.words]).toEqual([422, expect.stringContaining('Send meldingen først')]);
    expect(objects()).toEqual(before);
    expect(readdirSync(join(site.filesDir, 'tmp'))).toEqual([]);
    expect((await site.upload(receipt.token, Buffer.concat([jpeg(), Buffer.alloc(24 * MB)]))).status).toBe(200);
  });

  test('after «Forlat siden» is kept and not shown', async () => {
    const { receipt } = await site.report();
    await site.post('/forlat', { token: receipt.token });
    expect((await site.upload(receipt.token, Buffer.from('hei'))).to).toBe('/kalender');
  });

  test('whose outcome nobody knows says so, and is not doubled', async () => {
    let lost = true;
    const failing = openSite(world, { intake: (real) => ({ ...real, addFile: async (...given) => {
      const did = await real.addFile(...given);
      if (lost) throw new Error('nobody knows');
      return did;
    } }) });
    const { draft, receipt } = await failing.report();
    const unknown = await failing.upload(receipt.token, Buffer.from('Kom den fram?'));
    expect([unknown.status, unknown.words]).toEqual([503, expect.stringContaining('ikke dobbel')]);
    lost = false;
    expect((await failing.upload(unknown.token, Buffer.from('Kom den fram?'))).status).toBe(200);
    await openAll(world);
    expect((await read('kari', draft)).report.dialogue.attachments).toHaveLength(1);
    expect(readdirSync(join(failing.filesDir, NORDFJELLA))).toHaveLength(1);
    await failing.close();
    await sqlRows('delete from app.report_file where report_id = $1 and checked_at is null', [draft]);
  });
});

describe('a file in the window', () => {
  test('comes to the same report, is told of without its name, and is something new to read', async () => {
    const { draft, code } = await site.report();
    await openAll(world);
    await read('kari', draft);
    const page = await site.open(code);
    const added = await site.upload(page.token, await pdf(), 'testament.pdf');
    expect([added.status, added.words]).toEqual([200, expect.stringContaining('Én fil er lagt ved')]);
    expect(added.words).not.toContain('testament');
    await openAll(world);
    await look();
    const open = await read('kari', draft);
    expect([open.readPartsBefore, open.report.parts.length]).toEqual([1, 2]);
    expect((await downloaded(draft)).name).toBe('vedlegg-1.pdf');
  });

  test('is not taken where the window is closed', async () => {
    const { draft, code } = await site.report();
    await openAll(world);
    const page = await site.open(code);
    await read('kari', draft);
    await world.house.door.enter(closeWindow, await world.person('kari'), { reportId: draft });
    const before = objects();
    expect((await site.upload(page.token, Buffer.from('hei'))).status).toBe(422);
    expect(objects()).toEqual(before);
  });
});

describe('before anybody opens a file', () => {
  test('it is closed until it was looked at; with a scanner that is down it waits, is told of, and opens when the scanner is back', async () => {
    const { draft, receipt } = await site.report();
    await site.upload(receipt.token, Buffer.from('Bare tekst.'));
    await openAll(world);
    expect((await read('kari', draft)).report.dialogue.attachments[0]?.check).toBeUndefined();
    expect(await wanted('kari', draft)).toMatchObject({ code: 'file_waits' });
    clamd.behave('full');
    await look(scanning());
    expect(await wanted('kari', draft)).toMatchObject({ code: 'file_waits' });
    const late = { late: addMs(world.clock.now, MINUTE), now: world.clock.now, latest: addMs(world.clock.now, DAY_MS) };
    const due = (now: typeof late) => world.house.door.unaudited(NORDFJELLA, 'test', ({ tx }) => listDueFiles(tx, NORDFJELLA, now));
    expect(await due(late)).toEqual([]);
    expect(await due({ ...late, now: addMs(world.clock.now, MINUTE) })).toHaveLength(1);
    expect(await world.house.door.unaudited(NORDFJELLA, 'test', ({ tx }) => filesWaitSince(tx, NORDFJELLA, addMs(world.clock.now, MINUTE)))).toBe(true);
    clamd.behave('well');
    await look(scanning());
    expect((await downloaded(draft)).bytes.toString()).toBe('Bare tekst.');
    expect(await due({ ...late, now: addMs(world.clock.now, MINUTE) })).toEqual([]);
  });

  test('harm in it closes it for good, to the coordinator too, and the original stays sealed as evidence; where that cannot be written down it is asked for again, and no copy is left', async () => {
    const { draft, receipt } = await site.report();
    for (const file of [Buffer.from(`Se her: ${HARM}`), jpeg()]) await site.upload(receipt.token, file);
    await openAll(world);
    const [{ door }, kept] = [await world.worker(), objects().length];
    // others write in the same report at every try
    const busy: Door = { ...door, enter: (useCase, actor, raw) => (useCase.name === fileChecked.name ? Promise.resolve(refuse('changed_meanwhile')) : door.enter(useCase, actor, raw)) };
    for (const { object_id: object } of await sqlRows<{ object_id: string }>("select object_id from app.report_file where copy = 'original' and report_id = $1", [draft])) {
      await expect(checkFile({ door: busy, storage: site.storage, cleaner, scanner: scanning() }, NORDFJELLA, object)).rejects.toThrow('changed_meanwhile');
    }
    expect(objects()).toHaveLength(kept);
    await look(scanning());
    expect((await read('kari', draft)).report.dialogue.attachments.map(({ check }) => check)).toEqual(['INFECTED', 'CLEANED']);
    for (const original of [false, true]) expect(await wanted('kari', draft, '1', original)).toMatchObject({ code: 'file_infected' });
    expect(objects()).toHaveLength(kept + 1);
  });

  test('what cannot be cleaned is marked, and given as it was sent', async () => {
    const { draft, receipt } = await site.report();
    const torn = jpeg().subarray(0, 100);
    await site.upload(receipt.token, torn);
    await openAll(world);
    await look(scanning());
    expect((await read('kari', draft)).report.dialogue.attachments[0]?.check).toBe('KEPT');
    expect((await downloaded(draft)).bytes).toEqual(torn);
  });

  test('two workers that look at once find the same, and leave one copy', async () => {
    const { draft, receipt } = await site.report();
    await site.upload(receipt.token, jpeg());
    await openAll(world);
    const before = objects().length;
    await Promise.all([look(scanning()), look(scanning())]);
    expect((await read('kari', draft)).report.dialogue.attachments[0]?.check).toBe('CLEANED');
    expect(objects()).toHaveLength(before + 1);
  });
});

describe('a file is opened by', () => {
  test('those who may read its report and have answered the question, and by nobody else; every opening is in the log', async () => {
    const { draft, receipt } = await site.report();
    await site.upload(receipt.token, Buffer.from('Bare tekst.'));
    await openAll(world);
    await look();
    expect(await wanted('kari', draft)).toMatchObject({ code: 'not_found' });
    await read('kari', draft);
    expect(await wanted('kari', draft)).toMatchObject({ ok: true });
    for (const subject of ['even', 'leif', 'ida', 'anders']) expect(await wanted(subject, draft)).toMatchObject({ code: 'not_found' });
    expect(await wanted('kari', draft, '2')).toMatchObject({ code: 'unknown_file' });
    const logged = await sqlRows<{ outcome: string }>("select outcome from kernel.audit_event where use_case = 'reports.attachment' and $1 = any (files) and outcome like 'done:%'", [draft]);
    expect(logged).toHaveLength(1);
  });
});

describe('the file store', () => {
  test('is swept of what nothing speaks of after eight days, and of nothing else, also while an envelope cannot be opened', async () => {
    const { receipt, draft } = await site.report();
    await site.upload(receipt.token, Buffer.from('Bare tekst.'));
    await sqlRows('update app.report_envelope set key_version = 7 where report_id = $1', [draft]);
    const known = objects();
    const rowless = randomUUID();
    await site.storage.write({ region: NORDFJELLA, object: rowless }, (async function* () { yield Buffer.from('x'); })());
    expect(await sweepFiles((await world.worker()).door, site.storage, NORDFJELLA)).toBe(0);
    for (const name of objects()) utimesSync(join(site.filesDir, NORDFJELLA, name), 1, 1);
    await sqlRows(`insert into app.ledger_lost (region_id, lost_id, report_id, part, channel, kind, fingerprint, received_at, found_at) values ('${NORDFJELLA}', gen_random_uuid(), gen_random_uuid(), 0, 'NETTSKJEMA', 'report', '\\x01', now(), now())`);
    expect(await sweepFiles((await world.worker()).door, site.storage, NORDFJELLA), 'a database that was set back knows nothing of what came since, and a better backup will').toBe(0);
    await sqlRows('delete from app.ledger_lost');
    expect(await sweepFiles((await world.worker()).door, site.storage, NORDFJELLA)).toBe(1);
    expect(objects().toSorted()).toEqual(known.toSorted());
    await sqlRows('update app.report_envelope set key_version = 1 where report_id = $1', [draft]);
    await openAll(world);
  });

  test('that has lost an object is named by the ledger check', async () => {
    const region = { id: NORDFJELLA, host: HOST };
    const { receipt } = await site.report();
    await site.upload(receipt.token, Buffer.from('Bare tekst.'));
    await openAll(world);
    expect(JSON.stringify(await checkRegions(world.house, [region], { storage: site.storage }))).not.toContain('FILES_DIR');
    const newest = objects().toSorted((a, b) => statSync(join(site.filesDir, NORDFJELLA, b)).ctimeMs - statSync(join(site.filesDir, NORDFJELLA, a)).ctimeMs)[0] ?? '';
    rmSync(join(site.filesDir, NORDFJELLA, newest));
    expect(JSON.stringify(await checkRegions(world.house, [region], { storage: site.storage }))).toContain('er ikke i FILES_DIR');
  });
});
