import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type pg from 'pg';
import { markReview, drawReviews } from '../../src/cases/commands/log-review.ts';
import { logLetter, type LogLetter } from '../../src/cases/queries/log-letter.ts';
import { logReview, type LogReview } from '../../src/cases/queries/log-review.ts';
import { myDay } from '../../src/cases/queries/day.ts';
import { recordFaults } from '../../src/kernel/audit/verify-records.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, instant } from '../../src/kernel/time.ts';
import { registerRows } from '../../src/staff/public.ts';
import { reviewRows } from '../../src/cases/public.ts';
import { declare, writeDeclaration } from '../../src/staff/commands/declaration.ts';
import { STAFF_ROUTES } from '../../src/web/routes.ts';
import { staffRegister } from '../../src/staff/queries.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { NORDFJELLA } from '../support/world.ts';
import { letIn, lives, type Lives } from './cases-support.ts';
import { readReport } from '../support/door.ts';
import { staffHouse, type StaffHouse } from './staff-house.ts';

let all: Lives;
let house: StaffHouse;
let superuser: pg.Client;
let file: FileId;
/** of a report that no case holds */
let reference: string;

beforeAll(async () => {
  all = await lives();
  house = await staffHouse(all.world, undefined, STAFF_ROUTES);
  superuser = await all.world.superuser();
  file = await all.opened('kari', { ...DAUGHTER, kommune: '9901' });
  await letIn(all, 'even', file);
  await all.reads('even', file);
  const report = await all.report({ ...DAUGHTER, kommune: '9901' });
  ({ reference } = (await readReport(all.world, 'kari', report)).report);
});
afterAll(async () => {
  await house.close();
  await all.close();
});

const YES = { version: 0, lang: 'nb', accepted: true };

async function page(subject: string, path: string, form?: Readonly<Record<string, string>>): Promise<{ status: number; to: string | null; text: string }> {
  const answer = await fetch(`${house.url}${path}`, {
    redirect: 'manual', method: form === undefined ? 'GET' : 'POST', headers: { cookie: `who=${subject}`, origin: house.url, 'content-type': 'application/x-www-form-urlencoded' },
    ...(form === undefined ? {} : { body: new URLSearchParams(form).toString() }),
  });
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
}

async function entered<R>(useCase: Parameters<typeof all.world.house.door.enter<never, never, R>>[0] | unknown, subject: string, input: unknown): Promise<R | string> {
  const outcome = await all.world.house.door.enter(useCase as typeof markReview, await all.world.person(subject), input); // each is a use case
  return outcome.ok ? outcome.value as R : outcome.code; // as that use case answers
}

describe('«Hvem har sett på saken?» for the person herself (GDPR art. 15)', () => {
  test('tells part, workplace and day, and no name of anybody', async () => {
    const letter = await entered<LogLetter>(logLetter, 'kari', { caseId: file }) as LogLetter; // the coordinator may
    expect(letter.lines.map(({ did, unit }) => `${did.map(({ right }) => right).join(' ')} ${unit}`)).toEqual(expect.arrayContaining([expect.stringContaining('granted Hjemmetjenesten')]));
    const { text } = await page('kari', `/saker/${file}/hvem-har-sett`);
    const main = text.slice(text.indexOf('<main'));
    expect(main).toContain('Ansatt som er med i saken, Hjemmetjenesten');
    for (const name of ['Even', 'Strand', 'Kari', 'Nordmo', 'Jorunn']) expect(main).not.toContain(name);
  });

  test('of those who were turned away only that there were some, and whoever is left out by now is nobody in particular', async () => {
    expect(await all.tries('signe', 'writeNote', file, { text: 'x', newId: 'x' })).not.toBe('ok');
    await all.sees('signe', file);
    await all.does('even', 'declareImpartiality', file, { connection: 'TILKNYTTET' });
    const letter = await entered<LogLetter>(logLetter, 'kari', { caseId: file }) as LogLetter; // the coordinator may
    expect(letter.turnedAway).toBe(true);
    expect(letter.lines.some(({ did, unit }) => unit === undefined && did.every(({ right }) => right === 'other'))).toBe(true);
    expect(JSON.stringify(letter.lines)).not.toMatch(/Hjemmetjenesten|Rus og psykisk helse|tried/);
  });
});

describe('the review of the log is the leader’s task', () => {
  const model = async (subject: string) => await entered<LogReview>(logReview, subject, {}) as LogReview; // both may

  test('the month before is drawn once, and shows references and signs, and nothing of the case', async () => {
    all.world.clock.now = instant('2026-04-09T06:00:00.000Z');
    const { door } = await all.world.worker();
    await drawReviews(door, NORDFJELLA);
    const first = await model('leif');
    expect(first.month).toBe('2026-03');
    expect(first.lines.find((line) => line.reference === reference)?.did.map(({ kind }) => kind), 'a report that no case holds is looked at, too').toEqual(['report']);
    expect(first.lines.find(({ signs }) => signs.includes('tried'))?.who, 'and so is whoever was not let in').toBe('Signe Haugland');
    await drawReviews(door, NORDFJELLA);
    expect((await model('leif')).lines).toHaveLength(first.lines.length);
    const stored = await superuser.query<{ row: string }>('select row_to_json(r)::text as row from app.log_review r');
    for (const { row } of stored.rows) expect(row).not.toMatch(/same_name|granted|opened/);
    expect(JSON.stringify(first)).not.toMatch(/Aud|Strandveien|pengene/i);
  });

  test('a leader of another municipality finds none of it, whoever works with cases does not come in, and the officer reads and marks nothing', async () => {
    expect((await model('per')).lines.map(({ reviewId }) => reviewId)).toEqual((await model('leif')).lines.map(({ reviewId }) => reviewId));
    const [line] = (await model('leif')).lines;
    for (const subject of ['per', 'kari', 'even', 'ida', 'stine']) expect(await entered(markReview, subject, { reviewId: line?.reviewId, verdict: 'I_ORDEN', word: '', revision: '1' }), subject).toBe('not_found');
    for (const subject of ['kari', 'even', 'ida', 'stine']) expect(await entered(logReview, subject, {}), subject).toBe('not_found');
  });

  test('«må følges opp» needs a word; what was said stands with who and when, and the day says what is left', async () => {
    const before = await entered<{ review?: { left: number } }>(myDay, 'leif', {}) as { review?: { left: number } }; // his own day
    expect(before.review?.left).toBe((await model('leif')).lines.length);
    expect((await page('leif', '/')).text).toContain('Gjennomgang av loggen');
    const [line] = (await model('leif')).lines;
    const refused = await page('leif', '/logg', { reviewId: line?.reviewId ?? '', verdict: 'FOLGES_OPP', word: '', revision: '1' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Skriv hva som må følges opp.');
    expect((await page('leif', '/logg', { reviewId: line?.reviewId ?? '', verdict: 'FOLGES_OPP', word: 'Snakker med lederen i enheten.', revision: '1' })).status).toBe(303);
    expect((await model('per')).lines.find(({ reviewId }) => reviewId === line?.reviewId)).toMatchObject({ verdict: 'FOLGES_OPP', word: 'Snakker med lederen i enheten.', by: 'Leif Brekken' });
  });

  test('a case whose address became strictly confidential is of no municipality here either (domain reference §5.5)', async () => {
    const before = await model('per');
    expect(before.lines.every(({ municipality }) => municipality !== undefined)).toBe(true);
    await superuser.query('update app.case_file set named_only = array[]::uuid[] where file_id = $1', [file]);
    const of = (lines: LogReview['lines']) => lines.map(({ reference: of, municipality }) => [of, municipality]);
    const hidden = before.lines.map((line) => [line.reference, line.reference === reference ? line.municipality : undefined]);
    expect(of((await model('per')).lines)).toEqual(hidden);
    expect(of((await model('leif')).lines), 'no leader has the whole region: what would be nobody’s is each leader’s').toEqual(hidden);
    await superuser.query('update app.case_file set named_only = null where file_id = $1', [file]);
  });

  test('whoever is inhabil in the case sees neither the line nor that there is one', async () => {
    await all.does('kari', 'grantAccess', file, { accessTo: await all.id('leif'), accessReason: 'VURDERER', until: '2026-12-31' });
    await all.does('leif', 'declareImpartiality', file, { connection: 'TILKNYTTET' });
    const line = (await model('per')).lines.find((one) => one.reference !== reference);
    expect((await model('leif')).lines.map((one) => one.reference).filter((one) => one !== reference)).toEqual([]);
    expect(await entered(markReview, 'leif', { reviewId: line?.reviewId, verdict: 'I_ORDEN', word: '', revision: '1' })).toBe('not_found');
  });

  test('a line that somebody changed in the database counts as none, and the check names it', async () => {
    const [line] = (await model('per')).lines;
    await superuser.query("update app.log_review set verdict = 'I_ORDEN' where verdict is not null");
    expect((await model('per')).lines.map(({ reviewId }) => reviewId)).not.toContain(line?.reviewId);
    const faults = await all.world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => recordFaults(ctx, [...await registerRows(ctx), ...await reviewRows(ctx)]));
    expect(faults).toContainEqual({ kind: 'record_forged', record: `log_review:${line?.reviewId}` });
    await superuser.query("update app.log_review set verdict = 'FOLGES_OPP' where verdict is not null");
  });
});

describe('a journal that somebody altered', () => {
  test('does not switch the review of the log off: its lines are drawn with the others’, also a month late', async () => {
    all.world.clock.now = instant('2026-04-20T08:00:00.000Z');
    await all.sees('kari', file);
    await superuser.query('alter table kernel.file_event disable trigger user');
    await superuser.query("update kernel.file_event set sealed = '' where file_id = $1 and seq = 1", [file]);
    await superuser.query('alter table kernel.file_event enable trigger user');
    all.world.clock.now = instant('2026-06-09T06:00:00.000Z');
    await drawReviews((await all.world.worker()).door, NORDFJELLA);
    const drawn = await superuser.query<{ month: string; lines: number }>('select d.month, (select count(*)::int from app.log_review r where r.month = d.month) as lines from app.log_review_drawn d order by 1');
    expect(drawn.rows.map(({ month, lines }) => [month, lines > 0])).toEqual([['2026-03', true], ['2026-04', true], ['2026-05', false]]);
  });
});

describe('the duty of confidentiality (fvl § 13 c)', () => {
  const asked = async (subject: string, path = '/saker') => (await page(subject, path)).to;

  test('a year after, everybody is asked before they see anything, and comes to where they were going', async () => {
    expect(await asked('even'), 'not a year yet').toBeNull();
    all.world.clock.now = addMs(instant('2027-03-02T07:00:00.000Z'), 2 * DAY_MS);
    expect(await asked('even', '/saker?mine=ja')).toBe('/taushet?til=%2Fsaker%3Fmine%3Dja');
    const register = await entered<{ people: { name: string; undeclared: boolean }[] }>(staffRegister, 'kari', {}) as { people: { name: string; undeclared: boolean }[] }; // she may
    expect(register.people.filter(({ undeclared }) => undeclared).map(({ name }) => name)).toContain('Even Strand');
    const shown = await page('even', '/taushet?til=%2Fsaker');
    expect(shown.status).toBe(200);
    expect(shown.text).not.toContain('href="/saker"');
    const refused = await page('even', '/taushet/kjent', { version: '0', lang: 'nb', til: '/saker' });
    expect(refused.text).toContain('Kryss av når du har lest teksten.');
    expect(refused.text).toContain('value="/saker"');
    expect(await page('even', '/taushet/kjent', { version: '0', lang: 'nb', til: '/saker', accepted: 'ja' })).toMatchObject({ status: 303, to: '/saker' });
    expect(await asked('even')).toBeNull();
    expect(await entered(declare, 'even', YES), 'sent twice it is said once').toEqual({});
    expect((await superuser.query('select 1 from app.declaration where user_id = $1', [await all.id('even')])).rowCount).toBe(2);
  });

  test('what is posted while the answer is missing is kept, and nothing is done with it', async () => {
    const before = await superuser.query('select count(*)::int as n from app.declaration_text');
    const answer = await page('kari', '/taushet/tekst', { version: '0', words: 'Du har taushetsplikt om det du får vite i arbeidet her hos oss.' });
    expect(answer.to).toMatch(/^\/taushet\?til=/);
    expect((await superuser.query('select count(*)::int as n from app.declaration_text')).rows).toEqual(before.rows);
  });

  test('the region’s own words are asked about at the next sign-in; those of somebody who may not write them are not', async () => {
    const words = 'Hos oss har alle taushetsplikt om alt de får vite om andre.';
    expect(await entered(writeDeclaration, 'even', { version: 0, words })).toBe('not_found');
    expect(await entered(writeDeclaration, 'kari', { version: 0, words })).toEqual({});
    expect(await entered(writeDeclaration, 'leif', { version: 0, words: `${words} Og mer.` }), 'somebody else was first').toBe('changed_meanwhile');
    expect(await asked('even')).toBe('/taushet?til=%2Fsaker');
    expect((await page('even', '/taushet')).text).toContain(words);
    expect(await entered(declare, 'even', YES), 'the old words are not what is asked about').toBe('declaration_new_words');
    expect(await entered(declare, 'even', { ...YES, version: 1 })).toEqual({});
    expect(await asked('even')).toBeNull();
  });

  test('a declaration that somebody wrote into the database is none', async () => {
    const id = await all.id('jorunn');
    await superuser.query("insert into app.declaration (region_id, declaration_id, user_id, text_version, lang, accepted_at, mac) values ($1, gen_random_uuid(), $2, 1, 'nb', $3, '\\x00')", [NORDFJELLA, id, all.world.clock.now]);
    expect(await asked('jorunn', '/mottak')).toBe('/taushet?til=%2Fmottak');
  });
});
