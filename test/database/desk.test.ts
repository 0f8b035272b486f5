import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCaseFromReports } from '../../src/cases/public.ts';
import { sweepSpentDrafts } from '../../src/jobs/sweep.ts';
import { asId, type FileId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, HOUR, MINUTE } from '../../src/kernel/time.ts';
import { leftDrafts, putAwayDraft, saveDraft, takeDraft } from '../../src/reports/commands/drafts.ts';
import { makePad } from '../../src/reports/commands/paper.ts';
import { registerReport } from '../../src/reports/commands/register.ts';
import { newDesk, openDraft } from '../../src/reports/queries/desk.ts';
import { openPad, padList } from '../../src/reports/queries/paper.ts';
import { openReport, type OpenReport } from '../../src/reports/queries.ts';
import { disable } from '../../src/staff/commands/invite.ts';
import { atWork } from '../support/at-work.ts';
import { inboxOf, readReport, value } from '../support/door.ts';
import { newWorld, NORDFJELLA, type World } from '../support/world.ts';

let world: World;
let superuser: pg.Client;

beforeAll(async () => {
  world = await newWorld();
  superuser = await world.superuser();
});
afterAll(() => world.close());

const CALL = { kanal: 'TELEFON', hvor: 'Granveien 3', tryggnaa: 'ja', brutt: 'Ring tilbake', sett: 'Skrik fra leiligheten over.', navn: 'Solveig Haug', lest: 'ja' };
type Typed = Readonly<Record<string, string>>;

const works = async (who: string) => (await atWork(door(), await world.person(who), world.clock.now)).signsOut;

const id = (): FileId => asId<'file'>(randomUUID());
const door = () => world.house.door;
const register = async (who: string, draftId: string, typed: Typed) => door().enter(registerReport, await world.person(who), { draftId, lang: 'nb', entries: Object.entries(typed) });
const save = async (who: string, draftId: string, typed: Typed) => door().enter(saveDraft, await world.person(who), { draftId, entries: Object.entries(typed) });
const draft = async (who: string, draftId: string) => door().enter(openDraft, await world.person(who), { draftId });
const take = async (who: string, draftId: string) => door().enter(takeDraft, await world.person(who), { draftId });

const listed = (who: string) => inboxOf(world, who);

const read = (who: string, reportId: string): Promise<OpenReport> => readReport(world, who, reportId);

test('whoever rang 112 themselves can go on with the report they typed', async () => {
  const report = id();
  await register('jorunn', report, { ...CALL, fare: 'ja', called: '112', calledBy: 'Jorunn Vatne', calledWhen: '02:12' });
  expect((await read('jorunn', report)).report.urgentRecords).toMatchObject([{ record: { calledBy: 'Jorunn Vatne' } }]);
});

test('a call becomes a report like any other: in the ledger and the inbox, readable at once, with who typed it and what was said first (fvl § 11 d)', async () => {
  const report = id();
  expect(await register('jorunn', report, CALL)).toEqual({ ok: true, value: { urgent: false } });
  const ledger = await superuser.query('select part, channel, kind, readable_at is not null as readable, seen_at from app.report_ledger where report_id = $1', [report]);
  expect(ledger.rows).toEqual([{ part: 0, channel: 'TELEFON', kind: 'report', readable: true, seen_at: null }]);
  expect((await listed('kari')).waiting.find((row) => row.file_id === report)).toMatchObject({ channel: 'TELEFON', state: 'RECEIVED' });
  const { report: state } = await read('kari', report);
  const jorunn = await world.person('jorunn');
  expect(state.typedIn).toEqual({ by: jorunn.userId, readBack: true, call: { where: 'Granveien 3', safeNow: 'ja', ifCut: 'Ring tilbake' } });
  expect(state.contents[0]?.report).toMatchObject({ whatHappened: CALL.sett, person: { name: 'Solveig Haug' } });
});

test('«Ja, fare nå» raises Akutt in the same command, with who rang 112 and when', async () => {
  const report = id();
  expect(await register('jorunn', report, { ...CALL, fare: 'ja', called: '112', calledBy: 'Arne', calledWhen: '02:12', averting: 'OPPFYLT', avertedBy: 'Arne og Jorunn', avertedWhen: '02:14' })).toEqual({ ok: true, value: { urgent: true } });
  expect((await listed('kari')).waiting[0]).toMatchObject({ urgent: true });
  expect((await read('kari', report)).report.urgentRecords).toMatchObject([{ record: { called: '112', calledBy: 'Arne', calledWhen: '02:12', averting: 'OPPFYLT', avertedBy: 'Arne og Jorunn', avertedWhen: '02:14' } }]);
  const unsaid = await register('jorunn', id(), { ...CALL, fare: 'ja', called: '112', calledBy: 'Arne', calledWhen: '02:12', averting: 'OPPFYLT' });
  expect(unsaid).toMatchObject({ ok: false, fields: { avertedBy: 'who_averted', avertedWhen: 'when_averted' } });
});

test('the same form sent twice, also at the same moment, is one report; something else from it is told, and not added', async () => {
  const report = id();
  const sent = await Promise.all([1, 2, 3].map(() => register('jorunn', report, CALL)));
  expect(sent.map((one) => one.ok)).toEqual([true, true, true]);
  const events = await superuser.query<{ type: string }>('select type from kernel.file_event where file_id = $1 order by seq', [report]);
  expect(events.rows.map(({ type }) => type)).toEqual(['ReportArrived', 'ReportHandedOver']);
  expect(await register('jorunn', report, { ...CALL, sett: 'Noe annet.' })).toMatchObject({ ok: false, code: 'already_registered' });
});

test('whoever types their own name into a report never sees it again, and is told the same as anybody', async () => {
  const [named, other] = [id(), id()];
  const told = [await register('jorunn', named, { ...CALL, brutt: 'Ring Jorunn Vatne' }), await register('jorunn', other, CALL)];
  expect(told[0]).toEqual(told[1]);
  expect((await listed('jorunn')).waiting.map((row) => row.file_id)).toContain(other);
  expect((await listed('jorunn')).waiting.map((row) => row.file_id)).not.toContain(named);
  expect(await world.house.door.enter(openReport, await world.person('jorunn'), { reportId: named })).toMatchObject({ ok: false, code: 'not_found' });
  expect((await listed('kari')).waiting.map((row) => row.file_id)).toContain(named);
});

test('a letter on one of our sheets accounts for the sheet; a wrong number keeps all of it back', async () => {
  const { padId } = value(await world.house.door.enter(makePad, await world.person('kari'), { sheets: '2', lang: 'nb', where: '' }));
  const sheet = value(await world.house.door.enter(openPad, await world.person('kari'), { padId })).sheets[0]?.number ?? '';
  const letter = { kanal: 'POST', kom: '2026-03-01T12:00', sett: 'Det står i brevet.' };
  const [wrong, right] = [id(), id()];
  expect(await register('jorunn', wrong, { ...letter, ark: '99-01-A' })).toMatchObject({ ok: false, code: 'form_problems', fields: { ark: expect.any(String) } });
  expect((await superuser.query('select 1 from app.report_ledger where report_id = $1', [wrong])).rowCount).toBe(0);
  expect(await register('jorunn', right, { ...letter, ark: sheet })).toMatchObject({ ok: true });
  expect(value(await world.house.door.enter(padList, await world.person('kari'), {})).pads.find((pad) => pad.padId === padId)?.count).toMatchObject({ used: 1 });
  const { report } = await read('kari', right);
  expect([report.receivedAt, report.registeredAt, report.typedIn?.sheet]).toEqual(['2026-03-01T11:00:00.000Z', world.clock.now, sheet]);
});

test('an unfinished talk is there in the next session, sealed meanwhile, and gone when it is handed over', async () => {
  const talk = id();
  expect(await save('jorunn', talk, { ...CALL, sett: 'Hun heter Sol' })).toEqual({ ok: true, value: { draftId: talk, channel: 'TELEFON' } });
  expect(await save('jorunn', talk, CALL)).toEqual({ ok: true, value: { draftId: talk, channel: 'TELEFON' } });
  const stored = await superuser.query<{ sealed: Buffer; version: number }>('select sealed, version from app.report_draft where draft_id = $1', [talk]);
  expect([stored.rows[0]?.version, stored.rows[0]?.sealed.includes('Granveien')]).toEqual([2, false]);
  expect(value(await draft('jorunn', talk))).toMatchObject({ draftId: talk, channel: 'TELEFON', entries: Object.entries(CALL) });
  expect((await listed('jorunn')).drafts.mine.map((one) => one.draft_id)).toContain(talk);
  expect(await register('jorunn', talk, CALL)).toMatchObject({ ok: true });
  expect((await superuser.query('select 1 from app.report_draft where draft_id = $1', [talk])).rowCount).toBe(0);
  expect(await save('jorunn', talk, CALL)).toMatchObject({ ok: false, code: 'already_registered' });
  expect((await superuser.query('select 1 from app.report_draft where draft_id = $1', [talk])).rowCount).toBe(0);
});

test('a talk of another does not exist, until it has not been handed over for half an hour', async () => {
  const talk = id();
  const leaves = await works('jorunn');
  await save('jorunn', talk, CALL);
  for (const who of ['kari', 'even']) {
    expect([await draft(who, talk), await take(who, talk), await save(who, talk, CALL)].map((one) => !one.ok && one.code)).toEqual(['not_found', 'not_found', 'not_found']);
  }
  expect((await listed('kari')).drafts.left).toEqual([]);
  const before = world.clock.now;
  world.clock.now = addMs(before, 31 * MINUTE);
  expect((await listed('kari')).drafts.left).toMatchObject([{ draft_id: talk, whose: 'Jorunn Vatne' }]);
  expect(value(await world.house.door.enter(newDesk, await world.person('even'), {})).drafts).toEqual({ mine: [], left: [] });
  expect(await take('even', talk)).toMatchObject({ ok: false, code: 'not_found' });
  expect(await take('kari', talk)).toMatchObject({ ok: true });
  expect(value(await draft('kari', talk))).toMatchObject({ entries: Object.entries(CALL) });
  expect(await save('jorunn', talk, CALL)).toMatchObject({ ok: false, code: 'not_found' });
  expect(await register('jorunn', talk, CALL)).toMatchObject({ ok: false, code: 'already_registered' });
  expect(await register('kari', talk, CALL)).toMatchObject({ ok: true });
  world.clock.now = before;
  await leaves();
});

test('a talk that does not open is told of and listed like the others, and holds nothing else back', async () => {
  const [broken, whole] = [id(), id()];
  const leaves = await works('jorunn');
  for (const talk of [broken, whole]) await save('jorunn', talk, { ...CALL, fare: 'ja' });
  await superuser.query('update app.report_draft set sealed = set_byte(sealed, length(sealed) - 1, get_byte(sealed, length(sealed) - 1) # 1) where draft_id = $1', [broken]);
  await leaves();
  const worker = await world.worker();
  const told = await worker.door.unaudited(NORDFJELLA, 'test', (ctx) => leftDrafts(ctx));
  expect(told.find(({ draftId }) => draftId === broken)).toMatchObject({ named: [], urgent: false });
  expect(told.find(({ draftId }) => draftId === whole)).toMatchObject({ urgent: true });
  expect((await listed('kari')).drafts.left.map((one) => one.draft_id)).toEqual(expect.arrayContaining([broken, whole]));
  await superuser.query('delete from app.report_draft where draft_id = any ($1)', [[broken, whole]]);
});

test('a talk whose writer has signed out waits for the next shift at once, and is theirs alone again when they are back', async () => {
  const talk = id();
  const left = async () => (await listed('kari')).drafts.left.map((one) => one.draft_id);
  const leaves = await works('jorunn');
  const alsoLeaves = await works('jorunn');
  await save('jorunn', talk, CALL);
  expect(await left()).toEqual([]);
  await leaves();
  expect(await left()).toEqual([]); // she is still signed in on another machine
  await alsoLeaves();
  expect(await left()).toEqual([talk]);
  const back = await works('jorunn');
  expect([await left(), await take('kari', talk)]).toMatchObject([[], { ok: false, code: 'not_found' }]);
  await back();
  expect(await take('kari', talk)).toMatchObject({ ok: true });
  expect(await register('kari', talk, CALL)).toMatchObject({ ok: true });
});

test('a left talk that names a colleague is not shown to that colleague', async () => {
  const talk = id();
  await save('jorunn', talk, { ...CALL, sett: 'Kari Nordmo var der.' });
  const before = world.clock.now;
  world.clock.now = addMs(before, 31 * MINUTE);
  expect((await listed('kari')).drafts.left).toEqual([]);
  expect(await take('kari', talk)).toMatchObject({ ok: false, code: 'not_found' });
  world.clock.now = before;
});

test('whether there is another file with an id, such as a case, is told nobody who saves a form under it', async () => {
  const report = id();
  await register('kari', report, CALL);
  const opened = value(await door().enter(openCaseFromReports, await world.person('kari'), { reportIds: [report], connection: 'INGEN' }));
  const saved = async (draftId: FileId) => { const outcome = await save('jorunn', draftId, CALL); return outcome.ok ? 'ok' : outcome.code; };
  expect([await saved(opened.fileId), await saved(id())], 'as of an id that nothing has').toEqual(['ok', 'ok']);
  expect(await saved(report), 'a talk that was handed over is not brought back').toBe('already_registered');
  await superuser.query('delete from app.report_draft');
});

test('a form that was begun elsewhere, or whose id is a report’s, adds nothing to it', async () => {
  const report = id();
  await register('kari', report, CALL);
  expect(await register('jorunn', report, { ...CALL, sett: 'Noe annet.' })).toMatchObject({ ok: false, code: 'already_registered' });
  expect(await world.house.door.enter(registerReport, await world.person('leif'), { draftId: id(), lang: 'nb', entries: Object.entries(CALL) })).toMatchObject({ ok: false, code: 'not_found' });
});

test('whoever typed it sees that it was handed over in the same step, and when a coordinator read it, for a day after the shift; also where it names them', async () => {
  const [plain, named] = [id(), id()];
  await register('jorunn', plain, CALL);
  await register('jorunn', named, { ...CALL, brutt: 'Ring Jorunn Vatne' });
  const mine = async () => (await listed('jorunn')).handed.slice(0, 2).map(({ readAt }) => readAt);
  expect(await mine()).toEqual([undefined, undefined]);
  const reference = async (report: string) => (await superuser.query<{ reference: string }>('select reference from app.report where file_id = $1', [report])).rows[0]?.reference;
  const before = world.clock.now;
  world.clock.now = addMs(before, MINUTE);
  await read('kari', plain);
  const shown = (await listed('jorunn')).handed;
  const own = await reference(plain);
  expect(shown.find((one) => one.reference === own)).toEqual({ reference: own, at: before, readAt: addMs(before, MINUTE) });
  const hers = await reference(named);
  expect(shown.find((one) => one.reference === hers)).toEqual({ reference: hers, at: before, readAt: undefined });
  world.clock.now = addMs(before, 37 * HOUR);
  expect((await listed('jorunn')).handed).toEqual([]);
  expect((await listed('kari')).handed).toEqual([]);
  world.clock.now = before;
});

test('a colleague of the desk who reads it at night is no receipt; a coordinator is, also after that', async () => {
  const report = id();
  await register('jorunn', report, CALL);
  await read('jorunn', report);
  const mine = async () => (await superuser.query<{ read: boolean }>('select hand_over_read_at is not null as read from app.report where file_id = $1', [report])).rows[0]?.read;
  expect(await mine()).toBe(false);
  await read('kari', report);
  expect(await mine()).toBe(true);
});

test('on a shared machine nothing typed by one becomes another’s, not even before it was saved', async () => {
  const talk = id();
  const jorunn = await world.person('jorunn');
  const entries = Object.entries(CALL);
  expect(await door().enter(saveDraft, await world.person('kari'), { draftId: talk, writer: jorunn.userId, entries })).toMatchObject({ ok: false, code: 'not_found' });
  expect(await door().enter(registerReport, await world.person('kari'), { draftId: talk, writer: jorunn.userId, lang: 'nb', entries })).toMatchObject({ ok: false, code: 'not_found' });
  expect(await door().enter(saveDraft, jorunn, { draftId: talk, writer: jorunn.userId, entries })).toMatchObject({ ok: true });
});

test('a new sign-in of the same person takes the talk, and a page that the old one left open saves nothing over it', async () => {
  const talk = id();
  const old = await world.person('jorunn');
  const entries = Object.entries(CALL);
  await door().enter(saveDraft, old, { draftId: talk, writer: old.userId, entries });
  const anew = { ...old, signedInAt: addMs(old.signedInAt, MINUTE) };
  expect(value(await door().enter(openDraft, anew, { draftId: talk })).entries).toEqual(entries);
  expect(await door().enter(saveDraft, old, { draftId: talk, writer: old.userId, entries: [['kanal', 'TELEFON']] })).toMatchObject({ ok: false, code: 'not_found' });
  expect(await door().enter(registerReport, old, { draftId: talk, writer: old.userId, lang: 'nb', entries })).toMatchObject({ ok: false, code: 'not_found' });
  expect(await door().enter(registerReport, anew, { draftId: talk, writer: old.userId, lang: 'nb', entries })).toMatchObject({ ok: true });
});

test('a talk that nobody handed over never goes away by itself: a coordinator settles it with a reason, and only then is it gone', async () => {
  const talk = id();
  await save('jorunn', talk, CALL);
  const before = world.clock.now;
  world.clock.now = addMs(before, 400 * DAY_MS);
  const own = await world.worker();
  await sweepSpentDrafts(own.door, (await world.person('kari')).regionId);
  expect((await listed('kari')).drafts.left.find((one) => one.draft_id === talk)).toMatchObject({ old: true });
  expect(await door().enter(putAwayDraft, await world.person('jorunn'), { draftId: talk, reason: 'FEIL' })).toMatchObject({ ok: false, code: 'not_found' });
  expect(await door().enter(putAwayDraft, await world.person('kari'), { draftId: talk, reason: '' })).toMatchObject({ ok: false, fields: { reason: 'reason_missing' } });
  expect(await door().enter(putAwayDraft, await world.person('kari'), { draftId: talk, reason: 'FEIL' })).toMatchObject({ ok: true });
  expect((await listed('kari')).drafts.left.map((one) => one.draft_id)).not.toContain(talk);
  expect(await save('jorunn', talk, CALL)).toMatchObject({ ok: false, code: 'already_registered' });
  const kari = await world.person('kari');
  expect((await superuser.query('select put_away_by, reason from app.report_draft_away where draft_id = $1', [talk])).rows).toEqual([{ put_away_by: kari.userId, reason: 'FEIL' }]);
  world.clock.now = before;
});

test('the talk of somebody who is shut out waits for the others at once, although their browser is still signed in', async () => {
  const talk = id();
  await works('jorunn');
  await save('jorunn', talk, CALL);
  expect((await listed('kari')).drafts.left.map((one) => one.draft_id)).not.toContain(talk);
  const { userId } = await world.person('jorunn');
  expect(await door().enter(disable, await world.person('ida'), { userId })).toMatchObject({ ok: true });
  expect((await listed('kari')).drafts.left.map((one) => one.draft_id)).toContain(talk);
  expect(await take('kari', talk)).toMatchObject({ ok: true });
});
