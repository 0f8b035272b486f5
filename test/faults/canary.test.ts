import { once } from 'node:events';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_REGION } from '../../db/demo/region.ts';
import { addMs, DAY_MS, systemClock, toMs, type Clock, type Instant } from '../../src/kernel/time.ts';
import { tellRegion } from '../../src/notices/public.ts';
import { openHouse, type House } from '../../src/open-house.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { handOver, raiseUrgent } from '../../src/reports/commands/handle.ts';
import { inbox, openReport } from '../../src/reports/queries.ts';
import { OPEN, SELF, STAFF_WORDS, WINDOW, WORDS } from '../support/canary-words.ts';
import { TOLD } from '../support/sample-files.ts';
import { asRead, mailServerHere, portOf, type MailServerHere } from '../support/mail-server.ts';
import { startProduct, type Product } from '../support/product.ts';
import { addUntilTaken, fetchForm, fetchVisit, fileForm, insist, sendUntilReceived, writeUntilSent } from '../support/reporter.ts';
import { listenToAnswers } from '../support/answers.ts';
import { disguises, tracesIn, tracesInRows, tracesInText, tracesSince } from '../support/traces.ts';

import type { TaskName } from '../../src/kernel/queue/worker.ts';
import { EVERYBODY } from '../access/situations.ts';
import { TABLE } from '../access/table.ts';
import { cameAgain, failOnce, wordsOf } from '../support/made-to-fail.ts';
import { goThroughTheHouse } from './canary-answers.ts';
import { crossOver } from './canary-crossing.ts';
import { askElsewhere, askForWork, attachments, coordinator, errorsOf, errorsOfRounds, liveIn, rowsOf, sql, valuesOf, typeElsewhere, workOnCases, write } from './canary-life.ts';

let product: Product;
let house: House;
/** keeps every mail that the product sends */
let post: MailServerHere;
/** when the product began, in milliseconds since 1970 */
let started: number;

const JOBS: readonly TaskName[] = ['open_envelope', 'compare_colleague', 'clean_file', 'send_notice', 'carry_file', 'tell_case'];
/** The others of a job that has failed once already: the queue waits longer each time. */
const SPARED = ['reports.file_to_check', 'reports.file_waits', 'notices.end', 'reports.pack_file', 'reports.place_for_file', 'reports.note_file', 'reports.compare_colleague'];
/** What the system does for itself (docs/access-matrix.md): of each job of the queue at least one thing, and the rounds that write down what they did. What the test does not reach fails nothing. */
const MADE_TO_FAIL = TABLE.filter((row) => EVERYBODY.some((who) => who.actor.kind === 'system' && row.situations.some(({ key }) => row.answer(who, key).verdict.allow))).map(({ name }) => name).filter((name) => !SPARED.includes(name));
/** What takes a case to another region, and its answer back. */
const CROSSED = ['reports.pack_transfer', 'reports.land_transfer', 'reports.note_transfer', 'reports.answer_to_case', 'reports.note_answer', 'cases.settle_crossing'];
/** Those that what is done here has work for. */
const REACHED = ['cases.compare_colleague', 'cases.take_in_answer', 'cases.tell_additions', 'documents.make_file', 'notices.begin', 'notices.tell', 'reports.arrive', 'reports.file_checked', 'reports.land_file', ...CROSSED];

beforeAll(async () => {
  post = await mailServerHere();
  started = toMs(systemClock());
  product = await startProduct({ SMTP_URL: `smtp://127.0.0.1:${post.port}`, SMTP_FROM: 'varsel@voksenvern.example' });
  house = await openHouse({ databaseUrl: product.url('house'), keysDir: join(product.dataDir, 'keys'), clock: systemClock, issuer: 'https://login.voksenvern.example' });
  liveIn({ product, house });
});
afterAll(async () => {
  await house.close();
  await product.stop();
  await post.close();
});

/** Files of the database with its log of changes and of our own; those that were left where the system keeps what is for a moment; rows, also of the queue and of what waits to be sent; the log; addresses, headers, titles and health; errors; mails. */
const NOTHING = { files: [], leftOutside: [], rows: [], log: [], answers: [], errors: [], mails: [] };

/** When a log is drawn for review, and whoever has not been here is shut out. */
const LATER_MS = 120 * DAY_MS;

test('the search finds a word in every disguise: a canary that cannot be found proves nothing', async () => {
  const word = 'Svartspettprøve1aæøå'; // not as those that are looked for below: the database remembers what was in a table
  const [folder, around] = [mkdtempSync(join(tmpdir(), 'vv-traces-')), (bytes: Buffer | string) => Buffer.concat([Buffer.from('før'), Buffer.from(bytes), Buffer.from('etter')])];
  const others = [Buffer.from(around(word)).toString('base64'), encodeURIComponent(word), word.replaceAll(/[^\w]/g, '_'), word.slice(0, 11), JSON.stringify({ word }), word.toLocaleUpperCase('nb'), Buffer.from(word, 'latin1')];
  const hidden = [...disguises(word), ...others].map(around);
  for (const [at, bytes] of hidden.entries()) writeFileSync(join(folder, `f${at}`), bytes);
  writeFileSync(join(folder, 'packed'), gzipSync(word));
  writeFileSync(join(folder, word), '');
  const found = tracesIn(folder, [word, TOLD]);
  expect(new Set(found.map((trace) => trace.split(' in ')[1]))).toEqual(new Set([...hidden.map((_, at) => `/f${at}`), '/packed', `/${word}`]));
  expect(found).toContain('something packed in /packed');
  utimesSync(join(folder, 'f0'), 1, 1);
  const later = tracesSince(folder, 2000, [word]);
  expect([later.length, later.some((trace) => trace.endsWith(' in f0')), later.some((trace) => trace.endsWith(' in f1'))], 'what was there before is not ours').toEqual([hidden.length, false, true]);
  rmSync(folder, { recursive: true });
  const error = new AggregateError([new Error('en av dem', { cause: new Error(word) })], 'flere', { cause: { detail: [[[[TOLD]]]] } });
  expect(tracesInText(wordsOf(error), [word, TOLD]), 'what caused an error').toEqual([word, TOLD]);
  const heard = listenToAnswers();
  const health = 'Gråspurvprøve2æøå';
  const site = createServer((request, response) => (request.url === '/helse' ? response.writeHead(503, { 'content-type': 'application/json' }).end(JSON.stringify({ last: health }))
    : response.writeHead(302, { location: `/?q=${encodeURIComponent(word)}`, 'content-type': 'text/html' }).end(`<title>${TOLD}</title><p>Lest</p>`))).listen(0, '127.0.0.1');
  await once(site, 'listening');
  for (const path of ['/', '/helse']) await (await fetch(`http://127.0.0.1:${portOf(site)}${path}`, { redirect: 'manual' })).text();
  heard.end();
  site.close();
  expect(tracesInText(await heard.heard(), [word, TOLD, health]), 'an address, a title, and health').toEqual([word, TOLD, health]);
  await sql(`create schema canary; create table canary.long as select 'a' as id, repeat('${word} ', 2000) as words`);
  expect(await tracesInRows(product.url('superuser'), [word]), 'what the database packs').toEqual([`${word} in canary.long`]);
  await sql('drop schema canary cascade; checkpoint');
});

test('nothing that anybody wrote lies in clear in the database, its log of changes, a file or a line of output, also when work fails half way (hol § 12-1)', async () => {
  const began = systemClock();
  const answers = listenToAnswers();
  await failOnce(product.url('superuser'), MADE_TO_FAIL);
  const open = await fetchForm(product.publicUrl);
  await sendUntilReceived(product.publicUrl, open, OPEN);
  await sendUntilReceived(product.publicUrl, open, { ...OPEN, sett: `${OPEN.sett} og mer` });
  const own = await fetchForm(product.publicUrl);
  const { code = '' } = await sendUntilReceived(product.publicUrl, own, SELF);
  await writeUntilSent(product.publicUrl, code, { svar: WINDOW.svar, tilstand: 'verre' });
  for (const [name, bytes] of await attachments()) await addUntilTaken(product.publicUrl, own, bytes, name);
  await fetch(`${product.publicUrl}/kvittering/fil`, { method: 'POST', body: fileForm(own, Buffer.from(`\0\u0001${WINDOW.fremmed}`), `${WINDOW.fremmed}.exe`) });
  await fetch(`${product.publicUrl}/meld`, { method: 'POST', body: new URLSearchParams({ skjema: 'x', ...OPEN, navn: OPEN.navn.repeat(40) }) });
  await fetch(`${product.publicUrl}/kvittering`, { method: 'POST', body: new URLSearchParams({ kode: OPEN.navn, svar: WINDOW.svar }) });
  await fetch(`${product.publicUrl}/kvittering`, { method: 'POST', body: new URLSearchParams({ skjema: await fetchVisit(product.publicUrl), kode: `${WINDOW.eget} og mange flere ord`, svar: WINDOW.svar }) });
  const me = await coordinator();
  await askElsewhere(me);
  await typeElsewhere(me);
  const rows = await insist(async () => {
    const list = await house.door.enter(inbox, me, {});
    const mine = list.ok ? list.value.waiting.filter(({ received_at: at }) => at >= began) : []; // the demo has some of its own
    return mine.filter(({ channel }) => channel === 'NETTSKJEMA').length >= 2 && mine.some(({ channel }) => channel === 'FAGSYSTEM') ? mine : undefined;
  }, 60_000);
  // Those that came in here, with a code each.
  const newest = rows.filter(({ channel, consultation }) => channel === 'NETTSKJEMA' && !consultation).toSorted((a, b) => (a.received_at < b.received_at ? 1 : -1)).slice(0, 2).map((row) => row.file_id);
  for (const reportId of newest) {
    await house.door.enter(declareConnection, me, { reportId, connection: 'INGEN' });
    expect(await house.door.enter(openReport, me, { reportId })).toMatchObject({ ok: true, value: { mustAnswer: false } });
    await house.door.enter(raiseUrgent, me, { reportId, danger: STAFF_WORDS.danger, called: '112', calledBy: STAFF_WORDS.calledBy, calledWhen: STAFF_WORDS.calledWhen });
    await house.door.enter(handOver, me, { reportId, note: STAFF_WORDS.note });
    await write(me, reportId);
  }
  const crossBack = await crossOver(me);
  await workOnCases(me, newest.toReversed());
  await askForWork(me, { form: open, answers: OPEN });
  const errors = [...await errorsOf(me)];
  await insist(async () => ((await rowsOf(`select 1 from app.report_file where copy = 'original' and checked_at is null`)) === 0 ? true : undefined), 60_000);
  expect(await rowsOf(`select 1 from app.report_file where copy = 'cleaned'`)).toBeGreaterThanOrEqual(2);
  await mailOfIt(began);
  await crossBack();
  await insist(async () => ((await rowsOf('select 1 from app.report_file_along where carried_at is null')) === 0 ? true : undefined), 60_000);
  await insist(async () => (JOBS.every((job) => product.output().includes(`job:${job} 23514`)) ? true : undefined), 60_000);
  await expect.poll(async () => { // each failed, and came again
    const again = await cameAgain(product.url('superuser'));
    return REACHED.filter((name) => !again.includes(name));
  }, { timeout: 60_000 }).toEqual([]);
  errors.push(...await roundsLater());
  await goThroughTheHouse(me, [...newest, ...await valuesOf('select file_id::text as value from app.case_file order by opened_at desc limit 3')]);
  answers.end();
  await sql(`select set_config('app.region', '${DEMO_REGION}', false); checkpoint`);
  expect(errors.filter((error) => error === 'done'), 'each was refused').toEqual([]);
  expect(post.got.length).toBeGreaterThan(0);
  expect({
    files: tracesIn(product.dataDir, WORDS), leftOutside: tracesSince(tmpdir(), started, WORDS), rows: await tracesInRows(product.url('superuser'), WORDS), log: tracesInText(product.output(), WORDS),
    answers: tracesInText(await answers.heard(), WORDS), errors: tracesInText(errors.join('\n'), WORDS), mails: tracesInText(post.got.map(asRead).join('\n'), WORDS),
  }).toEqual(NOTHING);
});

const workerAt = (clock: Clock) => openHouse({ databaseUrl: product.url('worker'), keysDir: join(product.dataDir, 'keys'), clock });

/** The round of the worker, now and not within the minute: somebody is told of what was written here, and a mail has gone. */
async function mailOfIt(since: Instant): Promise<void> {
  const worker = await workerAt(systemClock);
  const tell = () => tellRegion(worker.door, DEMO_REGION, { mail: true, sms: false });
  await tell().catch(tell); // the first time was made to fail, here or in the round
  await worker.close();
  // these two have a mail of their own; others wait for one that gathers them
  const sent = `select 1 from app.notice join app.notice_message using (region_id, message_id) where state = 'SENT' and told_at > '${since}' and why in ('BREACH', 'AKUTT')`;
  await insist(async () => ((await rowsOf(sent)) > 0 ? true : undefined), 30_000);
  expect(post.got.length).toBeGreaterThan(0);
}

/** What comes by the hour, when some months have gone and nothing else waits: whoever is invited here may be shut out by then. */
async function roundsLater(): Promise<readonly string[]> {
  const later = await workerAt(() => addMs(systemClock(), LATER_MS));
  return errorsOfRounds(later.door).finally(() => later.close());
}

test('no name of the staff lies in clear either', () => {
  expect(tracesIn(join(product.dataDir, 'postgres'), ['Kari Nordmo', 'Jorunn Vatne', 'Reidun Solli'])).toEqual([]);
});
