import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askedByName, lateCases, myDay } from '../../src/cases/public.ts';
import { sayWriting } from '../../src/cases/commands/writing.ts';
import { CASE_ROUTES } from '../../src/cases/pages/routes.tsx';
import { caseList } from '../../src/cases/queries/list.ts';
import { logLetter } from '../../src/cases/queries/log-letter.ts';
import { openCase } from '../../src/cases/queries/open.ts';
import { samePerson } from '../../src/cases/queries/same-person.ts';
import { checkProjections } from '../../src/jobs/check-projections.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addDays, addMs, DAY_MS, HOUR, MINUTE, osloDay } from '../../src/kernel/time.ts';
import { inbox, openReport } from '../../src/reports/queries.ts';
import { waitingReports } from '../../src/reports/public.ts';
import { internalStatistics } from '../../src/statistics/queries/internal.ts';
import { confirmRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { chooseContact } from '../../src/staff/commands/contact.ts';
import { figures } from '../../src/statistics/queries/figures.ts';
import { Form } from '../../src/web/http/form-body.ts';
import { NotHere, type StaffRequest } from '../../src/web/route.tsx';
import { DAUGHTER } from '../support/submissions.ts';
import { NORDFJELLA } from '../support/world.ts';
import { classified, letIn, lives, type Lives } from './cases-support.ts';

let all: Lives;
let superuser: pg.Client;
/** with an ordinary address; with a strictly confidential one that Kari keeps; and the report it was made of */
let plain: FileId;
/** nobody has assessed it */
let waiting: FileId;
let strict: FileId;
let report: FileId;
const day = () => osloDay(all.world.clock.now);

beforeAll(async () => {
  all = await lives();
  superuser = await all.world.superuser();
  plain = await classified(all);
  waiting = await all.opened('kari');
  report = await all.report({ ...DAUGHTER, kommune: '9901', dittnavn: 'Mona Kvamme', dittnummer: '55 55 03 21' });
  expect(await all.opens('kari', [report])).toBe('ok');
  strict = (await superuser.query<{ file_id: FileId }>('select file_id from app.case_report where report_id = $1', [report])).rows[0]?.file_id ?? expect.fail('no case');
  await all.does('kari', 'writeNightCard', strict, { codeWord: 'blåklokke', agreed: 'Ring 112.' });
  // a second coordinator, whose role is not enough
  const proposed = await all.world.house.door.enter(proposeRole, await all.world.person('kari'), { userId: await all.id('signe'), role: 'KOORDINATOR' });
  expect(proposed.ok && await all.world.house.door.enter(confirmRole, await all.world.person('leif'), { grantId: proposed.value.grantId })).toMatchObject({ ok: true });
});
afterAll(() => all.close());

const reads = async (subject: string) => all.world.house.door.enter(openReport, await all.world.person(subject), { reportId: report });
const code = (outcome: { readonly ok: boolean; readonly code?: string }) => (outcome.ok ? 'ok' : outcome.code);
const needs = async (subject: string) => {
  const today = await all.world.house.door.enter(myDay, await all.world.person(subject), {});
  return today.ok ? today.value.lines.find(({ fileId }) => fileId === strict)?.reason : today.code;
};
const finds = async (subject: string) => {
  const outcome = await all.world.house.door.enter(caseList, await all.world.person(subject), {});
  return outcome.ok ? outcome.value.rows.map(({ fileId, alias, owner }) => ({ fileId, alias, owner })).find(({ fileId }) => fileId === strict) : outcome.code;
};

describe('a strictly confidential address (folkeregisterloven § 10-4)', () => {
  test('takes the case from everybody who is not named: page, list, report, inbox, night, notices and search answer as if it were not there', async () => {
    expect([await all.sees('signe', strict), typeof await finds('signe'), code(await reads('signe')), code(await reads('jorunn'))]).toEqual(['question', 'object', 'ok', 'not_found']);
    await all.does('kari', 'protectAddress', strict, { addressLevel: 'STRENGT', addressSource: 'POLITI', addressSince: day(), keeper: await all.id('kari') });
    for (const who of ['signe', 'jorunn', 'leif', 'even']) expect([who, await all.sees(who, strict), await finds(who)]).toEqual([who, 'not_found', undefined]);
    expect(code(await reads('signe'))).toBe('not_found');
    const seen = await all.world.house.door.enter(inbox, await all.world.person('signe'), {});
    expect(seen.ok && [...seen.value.waiting, ...seen.value.decided].some(({ file_id: id }) => id === report)).toBe(false);
    expect((await superuser.query('select night_card, owner_municipality_id, named_only from app.case_file where file_id = $1', [strict])).rows).toEqual([{ night_card: false, owner_municipality_id: null, named_only: [await all.id('kari')] }]);
    expect((await superuser.query('select 1 from app.case_night_card where file_id = $1', [strict])).rowCount).toBe(0);
    all.world.clock.now = addMs(all.world.clock.now, 60 * DAY_MS);
    await all.world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
      const late = await lateCases(ctx);
      const kari = await all.id('kari');
      expect([waiting, strict].map((file) => late.find(({ fileId }) => fileId === file)?.only), 'told to whoever is named, and to nobody else').toEqual([undefined, [kari]]);
      expect((await waitingReports(ctx, [kari])).find(({ fileId }) => fileId === report)?.only ?? [kari]).toEqual([kari]);
    });
    const other = await all.report({ ...DAUGHTER, kommune: '9901' });
    await all.does('kari', 'changeLead', plain, { lead: await all.id('even') });
    const same = await all.world.house.door.enter(samePerson, await all.world.person('signe'), { reportId: other });
    expect(same.ok && same.value.cases.some(({ fileId }) => fileId === strict)).toBe(false);
  });

  test('leaves it with the coordinator who is named, who sees neither municipality nor services, and no initials in a list', async () => {
    const read = await all.reads('kari', strict);
    expect([read.state.owner, read.state.start.services, read.reports[0]?.contents[0]?.report.person.municipality]).toEqual([undefined, [], '']);
    expect(await finds('kari')).toEqual({ fileId: strict, alias: undefined, owner: undefined });
  });

  test('and no workplace stands in the letter that tells the person who has looked: others may read it', async () => {
    const units = async (caseId: FileId) => {
      const letter = await all.world.house.door.enter(logLetter, await all.world.person('kari'), { caseId });
      return letter.ok ? [...new Set(letter.value.lines.map(({ unit }) => unit))] : letter.code;
    };
    expect([await units(plain), await units(strict)]).toEqual([expect.arrayContaining([expect.any(String)]), [undefined]]);
  });

  test('is opened after a fresh sign-in: until then nothing of it is read, and no file stands in the log as seen', async () => {
    const kari = { ...await all.world.person('kari'), signedInAt: addMs(all.world.clock.now, -16 * MINUTE) };
    const opened = await all.world.house.door.enter(openCase, kari, { caseId: strict });
    expect(opened).toMatchObject({ ok: true, value: { mustDeclare: true, signIn: true, steps: [] } });
    const last = await superuser.query<{ files: string[] }>(`select files::text[] as files from kernel.audit_event where use_case = 'cases.open' order by xid desc limit 1`);
    expect(last.rows).toEqual([{ files: [] }]);
    expect(await all.world.house.door.enter(openCase, kari, { caseId: plain })).toMatchObject({ ok: true, value: { mustDeclare: false } });
  });

  test('is in no row and no sum of the statistics case by case, nor in the figures of the region: the one less the other would be this person', async () => {
    const facts = await superuser.query('select 1 from stats.case_fact');
    const cases = await superuser.query<{ n: number }>(`select count(*)::int as n from kernel.file where kind = 'case'`);
    expect(facts.rows, 'not even a row that says that there is one').toHaveLength((cases.rows[0]?.n ?? 0) - 1);
    const told = await superuser.query<{ t: string; n: string }>(`select 'reports' as t, count(*) as n from stats.report_fact union all select 'days of cases', count(*) from stats.pace_fact where kind = 'SAK' union all select 'days of reports', count(*) from stats.pace_fact where kind = 'MELDING' order by 1`);
    const reports = await superuser.query<{ n: string }>(`select count(*) as n from kernel.file where kind = 'report'`);
    expect(told.rows.map(({ t, n }) => [t, Number(n)]), 'of the strict one no report, and no day').toEqual([['days of cases', facts.rows.length], ['days of reports', Number(reports.rows[0]?.n) - 1], ['reports', Number(reports.rows[0]?.n) - 1]]);
    const internal = await all.world.house.door.enter(internalStatistics, await all.world.person('kari'), {});
    expect(internal.ok && [internal.value.rows.length, internal.value.received]).toEqual([facts.rows.length, facts.rows.length]);
    const audit = await superuser.query<{ files: string[] }>(`select files::text[] as files from kernel.audit_event where use_case = 'statistics.internal' order by xid desc limit 1`);
    expect(audit.rows[0]?.files).not.toContain(strict);
    expect((await all.world.house.door.enter(figures, await all.world.person('kari'), {})).ok).toBe(true);
    expect((await superuser.query<{ cases: number }>('select sum(cases)::int as cases from stats.standing_month')).rows).toEqual([{ cases: facts.rows.length }]);
  });

  test('is let in to by a grant, like any other case, and comes back to all coordinators when two have lowered it', async () => {
    await letIn(all, 'even', strict, 20);
    expect(typeof await all.sees('even', strict)).toBe('object');
    expect(await all.tries('kari', 'protectAddress', strict, { addressLevel: 'UGRADERT', addressSource: 'POLITI', addressSince: day() })).toContain('two_must_lower');
    const lowering = { addressSource: 'POLITI', addressLevel: 'FORTROLIG', grounds: 'Politiet har opphevet vedtaket.', confirmer: await all.id('signe') };
    const away = async (standIn: string, from: string, to: string) => all.world.house.door.enter(chooseContact, await all.world.person('signe'), { email: '', phone: '', lang: 'nb', newReport: false, akutt: false, digest: true, sms: false, standIn, from, to });
    expect(await away(await all.id('even'), day(), day())).toMatchObject({ ok: true });
    const form = await all.reads('kari', strict);
    expect(form.colleagues.filter(({ away: gone }) => gone).map(({ userId }) => userId), 'whoever is away is not offered').toEqual([lowering.confirmer]);
    expect(await all.tries('kari', 'proposeLowering', strict, lowering)).toContain('confirmer_away');
    expect(await away('', '', '')).toMatchObject({ ok: true });
    expect([await all.sees('signe', strict), await needs('signe')]).toEqual(['not_found', undefined]);
    await all.does('kari', 'proposeLowering', strict, lowering);
    expect(await all.tries('kari', 'confirmLowering', strict, { proposal: '1' })).toBe('another_must_confirm');
    expect([await all.sees('signe', strict), await needs('signe'), await needs('even'), await needs('kari')], 'asking lets her in; Even may do so as well').toEqual(['question', 'confirm_lowering', 'confirm_lowering', 'assess']);
    expect((await (await all.world.worker()).door.unaudited(NORDFJELLA, 'test', askedByName)).map(({ only }) => only), 'of nobody but those who have the case').toEqual([[await all.id('kari'), await all.id('signe')]]);
    // As after an upgrade: the column is new, and says nothing of what waited before it.
    await superuser.query('update app.case_file set besides_asked_at = null where file_id = $1', [strict]);
    expect(await all.sees('signe', strict)).toBe('not_found');
    const worker = await all.world.worker();
    for (let more = 'more'; more === 'more';) more = await checkProjections(worker.door, NORDFJELLA, 60_000);
    expect(await all.sees('signe', strict), 'the night reads it from the journal').toBe('question');
    await all.does('even', 'confirmLowering', strict, { proposal: '1' });
    expect(await all.sees('signe', strict)).toBe('question');
    expect(code(await reads('signe'))).toBe('ok');
    expect((await superuser.query('select 1 from app.report_named')).rowCount).toBe(0);
    expect((await superuser.query(`select (select count(*) from stats.case_fact) = (select count(*) from kernel.file where kind = 'case') as all`)).rows, 'it is counted again').toEqual([{ all: true }]);
  });
});

describe('who reported', () => {
  test('is not in the case before one has said why, nor on the report’s page once a case has it; the log tells who asked', async () => {
    const words = async () => JSON.stringify(await all.reads('kari', strict));
    expect(await words()).not.toContain('Mona Kvamme');
    const page = async () => JSON.stringify(await all.world.house.door.enter(openReport, await all.world.person('kari'), { reportId: report }));
    expect(await page()).not.toContain('Mona Kvamme');
    const waits = await all.report({ ...DAUGHTER, dittnavn: 'Mona Kvamme', dittnummer: '55 55 03 21' });
    expect(JSON.stringify(await all.world.house.door.enter(openReport, await all.world.person('kari'), { reportId: waits }))).not.toContain('not_found');
    expect(await all.tries('kari', 'seeReporter', strict, { seeReason: 'RING' })).toContain('grounds');
    await all.does('kari', 'seeReporter', strict, { seeReason: 'RING', grounds: 'Hvem har nøkkel?' });
    expect(await words()).toContain('Mona Kvamme');
    expect(JSON.stringify(await all.reads('even', strict))).not.toContain('Mona Kvamme');
    expect((await superuser.query(`select 1 from kernel.audit_event where use_case = 'cases.see_reporter' and $1::uuid = any (files) and outcome = 'done:coordinator'`, [strict])).rowCount).toBe(1);
    all.world.clock.now = addMs(all.world.clock.now, HOUR);
    expect(await words()).not.toContain('Mona Kvamme');
  });
});

describe('two who write at once', () => {
  const routeOf = (path: string) => CASE_ROUTES.find((route) => route.path === path) ?? expect.fail(path);
  const request = async (subject: string, pairs: [string, string][]): Promise<StaffRequest> => ({
    person: await all.world.person(subject), colleague: { name: subject, roleLabel: '' }, regionName: '', isReserve: false, door: all.world.house.door, lang: 'nb', demo: false, now: all.world.clock.now,
    path: `/saker/${plain}/steg/writeNote`, params: { id: plain }, query: new URLSearchParams(), form: new Form(pairs), refused: undefined,
  });

  test('both notes are kept, whoever is first', async () => {
    const before = (await all.reads('kari', plain)).state.notes.length;
    const written = await Promise.all([request('kari', [['text', 'Hun ringte.']]), request('even', [['text', 'Jeg møtte henne.']])].map(async (one) => routeOf('/saker/:id/steg/writeNote').handle(await one)));
    expect(written.map(({ kind }) => kind)).toEqual(['go', 'go']);
    const { notes } = (await all.reads('kari', plain)).state;
    expect(notes.slice(before).map(({ text }) => text).sort()).toEqual(['Hun ringte.', 'Jeg møtte henne.']);
  });

  test('see each other while they write, and for a minute; nobody else learns that there is a case', async () => {
    const says = async (subject: string, writing: boolean) => {
      const outcome = await all.world.house.door.enter(sayWriting, await all.world.person(subject), { caseId: plain, writing });
      return outcome.ok ? outcome.value.others : outcome.code;
    };
    expect(await says('even', true)).toEqual([]);
    expect(await says('kari', true)).toEqual(['Even Strand']);
    expect((await all.reads('kari', plain)).writing).toEqual([await all.id('even')]);
    expect(await says('leif', true)).toBe('not_found');
    expect(await says('even', false)).toEqual(['Kari Nordmo']);
    expect(await says('kari', true)).toEqual([]);
    await says('even', true);
    all.world.clock.now = addMs(all.world.clock.now, MINUTE);
    expect((await all.reads('kari', plain)).writing).toEqual([]);
    await expect(routeOf('/saker/:id/skriver').handle({ ...await request('leif', []), path: `/saker/${plain}/skriver` })).rejects.toThrow(NotHere);
  });
});

test('pinned notes and warnings are steps like the others: refused without a reason, kept with one', async () => {
  const { notes } = (await all.reads('kari', plain)).state;
  const pinned = notes[0]?.noteId ?? expect.fail('no note');
  expect(await all.tries('kari', 'pinNote', plain, { pinned })).toContain('missing');
  await all.does('kari', 'pinNote', plain, { pinned, grounds: 'Alle må lese dette.' });
  await all.does('kari', 'writeWarning', plain, { warningText: 'Ikke ring før kl. 12', warningReview: addDays(day(), 3) });
  expect((await all.reads('kari', plain)).state).toMatchObject({ pins: [{ noteId: pinned }], warnings: [{ text: 'Ikke ring før kl. 12' }] });
});
