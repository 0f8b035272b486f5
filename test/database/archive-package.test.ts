import { createHash, randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerForArchive, makeWholeFile } from '../../src/cases/commands/whole.ts';
import { wholeTexts } from '../../src/cases/whole/texts.ts';
import { besidePath } from '../../src/cases/pages/paths.ts';
import { CASE_ROUTES } from '../../src/cases/pages/routes.tsx';
import { fileBeside, wholeFileOut, wholePage } from '../../src/cases/queries/whole.ts';
import type { Person } from '../../src/kernel/actor.ts';
import { asId, isUuid, systemChance, type FileId } from '../../src/kernel/ids.ts';
import { openStream, sealStream } from '../../src/kernel/sealing/stream.ts';
import { addMs, HOUR, instant } from '../../src/kernel/time.ts';
import { typesetter } from '../../src/kernel/typesetting/typesetter.ts';
import { recordReceipt } from '../../src/privacy/commands/disposal.ts';
import { CHECK_TASK, fileChecked, fileToCheck } from '../../src/reports/public.ts';
import { sendOn } from '../../src/reports/commands/send-on.ts';
import { declare } from '../../src/staff/commands/declaration.ts';
import { readReport, value } from '../support/door.ts';
import { openSite, type Site } from '../support/site.ts';
import { DAUGHTER, openAll } from '../support/submissions.ts';
import { NORDFJELLA } from '../support/world.ts';
import { lives, type Lives } from './cases-support.ts';
import { cookieSignIn, staffHouse } from './staff-house.ts';
import { archiveOf, closes, confirms, makeArchivist, proposes } from './disposal-support.ts';

let all: Lives;
let site: Site;
let superuser: pg.Client;
let closed: FileId;
let sent: FileId;
let letter: string;

const archivist = 'reidun';
const CLEAR = 'Hun skrev det på et ark: han tok kortet.';
const OUT = { to: 'UTENFOR', place: 'Nordbø kommune', spokeWith: 'Vakttelefonen', basis: 'FVL_13B_5', scope: 'HELE', phonedWho: '', phonedWhen: '', grounds: 'Hun bor der.', text: '', files: [] };
const door = () => all.world.house.door;
const fresh = async (who = archivist): Promise<Person> => ({ ...await all.world.person(who), signedInAt: all.world.clock.now });

/** A report with two files that were looked at: of the first there is a cleaned copy, of the second only what was sent. */
async function withFiles(): Promise<FileId> {
  const { draft, receipt } = await site.report({ ...DAUGHTER, kommune: '9901', dittnavn: 'Ingunn Aasen', dittnummer: '55 55 01 23' });
  for (const name of ['arket.txt', 'to.txt']) await site.upload(receipt.token, Buffer.from(`${CLEAR} ${name}`), name);
  await openAll(all.world);
  const worker = (await all.world.worker()).door;
  const actor = { kind: 'system' as const, regionId: NORDFJELLA, task: CHECK_TASK };
  for (const [at, { object }] of (await readReport(all.world, 'kari', draft)).report.dialogue.attachments.entries()) {
    const file = value(await worker.enter(fileToCheck, actor, { object })) ?? expect.fail('looked at already');
    const clean = (async function* () { yield Buffer.from('renset'); })();
    if (at === 0) await site.storage.write({ region: NORDFJELLA, object: file.copy }, sealStream(file.key, { ...file.facts, object: file.copy }, clean, systemChance));
    value(await worker.enter(fileChecked, actor, { object, result: at === 0 ? 'CLEANED' : 'NOTHING', ...(at === 0 ? { cleaned: file.copy, cleanedSha256: hashOf(Buffer.from('renset')) } : {}) }));
  }
  return draft;
}

beforeAll(async () => {
  all = await lives();
  site = openSite(all.world);
  superuser = await all.world.superuser();
  await makeArchivist(all, archivist);
  sent = await withFiles();
  value(await door().enter(sendOn, await all.world.person('kari'), { reportId: sent, transferId: randomUUID(), parts: 9, ...OUT }));
  expect(await all.opens('kari', [await withFiles()])).toBe('ok');
  closed = (await superuser.query<{ file_id: FileId }>('select file_id from app.case_file')).rows[0]?.file_id ?? expect.fail('no case');
  await all.does('kari', 'writeNote', closed, { text: 'Hun sa tirsdag.' });
  letter = randomUUID();
  await all.does('kari', 'draftDocument', closed, { letter: 'INNKALLING', delivery: 'MOTE', newId: letter });
  await all.does('kari', 'editDocument', closed, { document: letter, docText: 'Velkommen\n\nKom tirsdag.' });
  await all.does('kari', 'finaliseDocument', closed, { document: letter, delivery: 'MOTE', openness: 'FARE' });
  await closes(all, closed, 'BEVARES');
  all.world.clock.now = instant('2031-01-03T08:00:00.000Z');
}, 120_000);
afterAll(async () => {
  typesetter().close();
  await site.close();
  await all.close();
});

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function pack(file: FileId, person: Person): Promise<string> {
  if (value(await door().enter(wholePage, person, { caseId: file })).mustDeclare) value(await door().enter(answerForArchive, person, { caseId: file, connection: 'INGEN' }));
  const newId = randomUUID();
  value(await door().enter(makeWholeFile, person, { caseId: file, newId, lang: 'nb' }));
  return newId;
}

const asks = async (file: FileId, wholeId: string, no: number, person: Person) => door().enter(fileBeside, person, { caseId: file, wholeId, no: String(no) });

async function fetched(file: FileId, wholeId: string, no: number): Promise<[string, Buffer]> {
  const out = value(await asks(file, wholeId, no, await fresh()));
  if ('bytes' in out) return [out.name, out.bytes];
  const pieces: Buffer[] = [];
  for await (const piece of openStream(out.key, out.facts, site.storage.read(out.facts))) pieces.push(piece);
  return [out.name, Buffer.concat(pieces)];
}

test('arkivlova: each attachment and each letter of a case that is handed over is fetched by the archivist, byte by byte, before the case may go; nobody else fetches one', async () => {
  const person = await fresh();
  const wholeId = await pack(closed, person);
  expect(value(await door().enter(wholePage, person, { caseId: closed }))).toMatchObject({ edition: 'archive', files: [{ wholeId, beside: 3 }] });
  const said = value(await door().enter(wholeFileOut, person, { caseId: closed, wholeId, as: 'json' })).bytes.toString('utf8');
  expect(JSON.parse(said)).toMatchObject({ reports: [{ attachments: [{ file: 'fil-1.txt' }, { file: 'fil-2.txt' }] }], documents: [{ versions: [{ file: 'fil-3.pdf' }] }], withheld: ['codeWord', 'leftOut'] });
  expect(said, 'who reported').toContain('Ingunn');
  expect([await fetched(closed, wholeId, 1), await fetched(closed, wholeId, 2)]).toEqual([['fil-1.txt', Buffer.from('renset')], ['fil-2.txt', Buffer.from(`${CLEAR} to.txt`)]]);
  const { reports: [from] } = JSON.parse(said) as { reports: { attachments: { sha256: string }[] }[] }; // written by makeWhole
  expect(from?.attachments.map(({ sha256 }) => sha256), 'a stranger can tell that each is whole').toEqual([hashOf((await fetched(closed, wholeId, 1))[1]), hashOf((await fetched(closed, wholeId, 2))[1])]);
  const [name, pdf] = await fetched(closed, wholeId, 3);
  expect([name, pdf.subarray(0, 5).toString()]).toEqual(['fil-3.pdf', '%PDF-']);
  expect(said, 'the sum that is kept').toContain(hashOf(pdf));
  expect(await asks(closed, wholeId, 4, await fresh())).toMatchObject({ code: 'gone' });
  expect(await asks(closed, wholeId, 1, { ...person, signedInAt: addMs(all.world.clock.now, -HOUR) })).toMatchObject({ code: 'sign_in_again' });
  for (const who of ['kari', 'signe', 'leif']) expect((await asks(closed, wholeId, 1, await fresh(who))).ok, who).toBe(false);
  const logged = await superuser.query<{ use_case: string }>(`select distinct use_case from kernel.audit_event where outcome = 'done:archive_hands_over' and $1 = any (files)`, [closed]);
  expect(logged.rows.map((row) => row.use_case).toSorted()).toEqual(['cases.file_beside', 'cases.make_whole_file', 'cases.whole_file']);

  const other = await fresh('kari');
  value(await door().enter(makeWholeFile, other, { caseId: closed, newId: randomUUID(), lang: 'nb' }));
  const [mine] = value(await door().enter(wholePage, other, { caseId: closed })).files;
  expect(mine?.beside, 'the coordinator’s own edition names no files').toBeUndefined();
  expect(value(await door().enter(wholeFileOut, other, { caseId: closed, wholeId: mine?.wholeId, as: 'json' })).bytes.toString('utf8')).not.toMatch(/Ingunn|55 55 01 23/);

  expect(await proposes(all, archivist, closed, 'AVLEVERING', 'IKA'), 'nobody has said that they are fetched').toBe('bad_input');
  const id = await proposes(all, archivist, closed, 'AVLEVERING', 'IKA', true);
  expect((await archiveOf(all, archivist)).lines).toMatchObject([{ disposalId: id, packed: { files: 3 } }]);
  await superuser.query('update app.disposal set package_files = 2 where disposal_id = $1', [id]);
  expect((await archiveOf(all, archivist)).lines, 'another count is another line, and not ours').toEqual([]);
});

test('arkivlova § 5: over HTTP each file comes under the name that the package gives it, as an attachment that nothing keeps; a number that it does not name says so on the page, and what one may not fetch is the page that does not exist', async () => {
  for (const who of [archivist, 'kari', 'leif']) value(await door().enter(declare, await fresh(who), { version: 0, lang: 'nb', accepted: true })); // the year before is over
  const wholeId = await pack(closed, await fresh());
  const house = await staffHouse(all.world, new Hono(), CASE_ROUTES, cookieSignIn, site.storage);
  const gets = async (no: string, who = archivist, whole = wholeId, file = closed) => {
    const answer = await fetch(house.url + besidePath(file, whole, no), { redirect: 'manual', headers: { cookie: `who=${who}` } });
    return { status: answer.status, kept: answer.headers.get('cache-control'), as: answer.headers.get('content-disposition'), type: answer.headers.get('content-type'), body: await answer.text() };
  };
  try {
    expect(await gets('1')).toMatchObject({ status: 200, kept: expect.stringContaining('no-store'), as: 'attachment; filename="fil-1.txt"', body: 'renset' });
    expect(await gets('3')).toMatchObject({ status: 200, as: 'attachment; filename="fil-3.pdf"', type: 'application/pdf', body: expect.stringMatching(/^%PDF-/) });
    expect(await gets('4')).toMatchObject({ status: 422, as: null, body: expect.stringContaining(wholeTexts.nb.refusal_gone) });
    const nothing = await gets('1', archivist, randomUUID(), asId<'file'>(randomUUID()));
    expect(nothing).toMatchObject({ status: 404, as: null });
    for (const refused of [await gets('0'), await gets('x'), await gets('1', archivist, 'x'), await gets('1', 'kari'), await gets('1', 'leif')]) expect(refused).toEqual(nothing);
  } finally {
    await house.close();
  }
});

test('what never became a case goes with its files, too', async () => {
  const wholeId = await pack(sent, await fresh());
  expect(await fetched(sent, wholeId, 2)).toEqual(['fil-2.txt', Buffer.from(`${CLEAR} to.txt`)]);
  expect(value(await door().enter(wholeFileOut, await fresh(), { caseId: sent, wholeId, as: 'json' })).bytes.toString('utf8')).toContain('Ingunn');
  expect((await asks(sent, wholeId, 1, await fresh('kari'))).ok).toBe(false);
});

test('arkivlova § 12: what was written after the archive got it is handed over anew, and is not destroyed on the first receipt', async () => {
  const later = () => { all.world.clock.now = addMs(all.world.clock.now, HOUR); };
  later();
  await pack(closed, await fresh());
  const first = await proposes(all, archivist, closed, 'AVLEVERING', 'IKA', true);
  expect(await confirms(all, 'leif', first)).toBe('ok');
  value(await door().enter(recordReceipt, await fresh(), { disposalId: first }));
  const may = async () => (await archiveOf(all, archivist)).ready.flatMap(({ cases }) => cases).find(({ fileId }) => fileId === closed)?.operations.map(({ operation }) => operation);
  expect(await may()).toEqual(['KASSASJON']);
  later();
  const noteId = (await all.reads('kari', closed)).state.notes[0]?.noteId;
  await all.does('kari', 'correctNote', closed, { text: 'Hun sa torsdag.', corrects: noteId });
  expect([await may(), await proposes(all, archivist, closed, 'KASSASJON')]).toEqual([['EKSPORT', 'AVLEVERING'], 'no_rule']);
  expect(await proposes(all, archivist, closed, 'AVLEVERING', 'IKA', true), 'what lies was made before the correction').toBe('no_package');
  later();
  await pack(closed, await fresh());
  expect(isUuid(await proposes(all, archivist, closed, 'AVLEVERING', 'IKA', true))).toBe(true);
});
