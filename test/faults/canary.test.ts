import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_REGION } from '../../db/demo/region.ts';
import { addMs, DAY_MS, systemClock, type Clock, type Instant } from '../../src/kernel/time.ts';
import { tellRegion } from '../../src/notices/public.ts';
import { openHouse, type House } from '../../src/open-house.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { handOver, raiseUrgent } from '../../src/reports/commands/handle.ts';
import { inbox, openReport } from '../../src/reports/queries.ts';
import { OPEN, SELF, STAFF_WORDS, WINDOW, WORDS } from '../support/canary-words.ts';
import { asRead, mailServerHere, type MailServerHere } from '../support/mail-server.ts';
import { startProduct, type Product } from '../support/product.ts';
import { addUntilTaken, fetchForm, fetchVisit, fileForm, insist, sendUntilReceived, writeUntilSent } from '../support/reporter.ts';
import { disguises, tracesIn, tracesInText } from '../support/traces.ts';

import type { TaskName } from '../../src/kernel/queue/worker.ts';
import { EVERYBODY } from '../access/situations.ts';
import { TABLE } from '../access/table.ts';
import { cameAgain, failOnce } from '../support/made-to-fail.ts';
import { askElsewhere, askForWork, attachments, coordinator, errorsOf, errorsOfRounds, liveIn, rowsOf, sql, typeElsewhere, workOnCases, write } from './canary-life.ts';

let product: Product;
let house: House;
/** keeps every mail that the product sends */
let post: MailServerHere;

const JOBS: readonly TaskName[] = ['open_envelope', 'compare_colleague', 'clean_file', 'send_notice', 'carry_file', 'tell_case'];
/** The others of a job that has failed once already: the queue waits longer each time. */
const SPARED = ['reports.file_to_check', 'reports.file_waits', 'notices.end', 'reports.pack_file', 'reports.place_for_file', 'reports.note_file', 'reports.compare_colleague'];
/** What the system does for itself (docs/access-matrix.md): of each job of the queue at least one thing, and the rounds that write down what they did. What the test does not reach fails nothing. */
const MADE_TO_FAIL = TABLE.filter((row) => EVERYBODY.some((who) => who.actor.kind === 'system' && row.situations.some(({ key }) => row.answer(who, key).verdict.allow))).map(({ name }) => name).filter((name) => !SPARED.includes(name));
/** Those that what is done here has work for. */
const REACHED = ['cases.compare_colleague', 'cases.take_in_answer', 'cases.tell_additions', 'documents.make_file', 'notices.begin', 'notices.tell', 'reports.arrive', 'reports.file_checked', 'reports.land_file'];

beforeAll(async () => {
  post = await mailServerHere();
  product = await startProduct({ SMTP_URL: `smtp://127.0.0.1:${post.port}`, SMTP_FROM: 'varsel@voksenvern.example' });
  house = await openHouse({ databaseUrl: product.url('house'), keysDir: join(product.dataDir, 'keys'), clock: systemClock, issuer: 'https://login.voksenvern.example' });
  liveIn({ product, house });
});
afterAll(async () => {
  await house.close();
  await product.stop();
  await post.close();
});

/** When a log is drawn for review, and whoever has not been here is shut out. */
const LATER_MS = 120 * DAY_MS;

test('the search finds a word in every disguise: a canary that cannot be found proves nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vv-traces-'));
  for (const [at, disguise] of disguises('Kvitrefuglprøve').entries()) writeFileSync(join(folder, `f${at}`), Buffer.concat([Buffer.from('før'), disguise, Buffer.from('etter')]));
  writeFileSync(join(folder, 'b'), Buffer.from(`x${'Kvitrefuglprøve'}yz`).toString('base64'));
  expect(new Set(tracesIn(folder, ['Kvitrefuglprøve']).map((trace) => trace.split(' in ')[1]))).toHaveProperty('size', disguises('x').length + 1);
  rmSync(folder, { recursive: true });
});

test('nothing that anybody wrote lies in clear in the database, its log of changes, a file or a line of output, also when work fails half way (hol § 12-1)', async () => {
  const began = systemClock();
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
  await workOnCases(me, newest.toReversed());
  await askForWork(me, { form: open, answers: OPEN });
  const errors = [...await errorsOf(me)];
  await insist(async () => ((await rowsOf(`select 1 from app.report_file where copy = 'original' and checked_at is null`)) === 0 ? true : undefined), 60_000);
  expect(await rowsOf(`select 1 from app.report_file where copy = 'cleaned'`)).toBeGreaterThanOrEqual(2);
  await mailOfIt(began);
  await insist(async () => ((await rowsOf('select 1 from app.report_file_along where carried_at is null')) === 0 ? true : undefined), 60_000);
  await insist(async () => (JOBS.every((job) => product.output().includes(`job:${job} 23514`)) ? true : undefined), 60_000);
  await expect.poll(async () => { // each failed, and came again
    const again = await cameAgain(product.url('superuser'));
    return REACHED.filter((name) => !again.includes(name));
  }, { timeout: 60_000 }).toEqual([]);
  errors.push(...await roundsLater());
  await sql(`select set_config('app.region', '${DEMO_REGION}', false); checkpoint`);
  expect(tracesIn(product.dataDir, WORDS)).toEqual([]);
  expect(tracesInText(product.output(), WORDS)).toEqual([]);
  expect(errors.filter((error) => error === 'done'), 'each was refused').toEqual([]);
  expect(tracesInText(errors.join('\n'), WORDS)).toEqual([]);
  expect(tracesInText(post.got.map(asRead).join('\n'), WORDS)).toEqual([]);
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
