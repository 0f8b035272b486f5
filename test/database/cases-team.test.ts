import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endMeeting, minuteMeeting, nameInMeeting, setAttendance, startMeeting } from '../../src/cases/commands/meeting.ts';
import { mergeCases } from '../../src/cases/commands/merge.ts';
import { caseList } from '../../src/cases/queries/list.ts';
import { meetingList, openMeeting, prepareMeeting } from '../../src/cases/queries/meeting.ts';
import { findByReference } from '../../src/cases/store/looked.ts';
import { mergePlan } from '../../src/cases/queries/merge.ts';
import { checkProjections } from '../../src/jobs/check-projections.ts';
import { lastNight } from '../../src/jobs/night.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import type { FileId, UserId } from '../../src/kernel/ids.ts';
import { exclude, excluded } from '../../src/kernel/journal/file.ts';
import type { Outcome } from '../../src/kernel/outcome.ts';
import { addMs, DAY_MS, MINUTE } from '../../src/kernel/time.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { correct } from '../../src/staff/commands/correct.ts';
import { holdRegister } from '../../src/staff/public.ts';
import { internalStatistics } from '../../src/statistics/queries/internal.ts';
import { DAUGHTER, openAll } from '../support/submissions.ts';
import { NORDFJELLA } from '../support/world.ts';
import { classified, declare, lives, YES, type Lives } from './cases-support.ts';

let all: Lives;
/** Signe leads it, Even was let in */
let known: FileId;
/** Even is named in it */
let named: FileId;
let meetingId: string;

const NOBODY = { guests: '', deputy: '', deputyFor: '' };
const enter = async <I, F, R>(useCase: UseCase<I, F, R>, who: string, input: unknown): Promise<Outcome<R>> => all.world.house.door.enter(useCase, await all.world.person(who), input);

async function begin(present: readonly string[], guests = ''): Promise<string> {
  const id = randomUUID();
  all.world.clock.now = addMs(all.world.clock.now, MINUTE);
  const begun = await enter(startMeeting, 'kari', { meetingId: id, ...NOBODY, guests, present: await ids(present) });
  if (!begun.ok) throw new Error(begun.code);
  return id;
}

async function ids(people: readonly string[]) {
  return Promise.all(people.map((who) => all.id(who)));
}

async function room(present: readonly string[], guests = ''): Promise<void> {
  const set = await enter(setAttendance, 'kari', { meetingId, ...NOBODY, guests, present: await ids(present) });
  if (!set.ok) throw new Error(set.code);
}

async function screen(caseId?: FileId, who = 'kari') {
  const opened = await all.world.house.door.enter(openMeeting, await all.world.person(who), { meetingId, ...(caseId === undefined ? {} : { caseId }) });
  if (!opened.ok) throw new Error(opened.code);
  return opened.value;
}

const minute = (caseId: FileId, minutes = 'Signe ringer banken.', newId = randomUUID()) => enter(minuteMeeting, 'kari', { meetingId, caseId, newId, minutes });

beforeAll(async () => {
  all = await lives();
  known = await classified(all);
  named = await all.opened('kari', { ...DAUGHTER, annen: 'Even Strand' });
  meetingId = await begin(['kari', 'signe', 'even']);
});
afterAll(() => all.close());

describe('on the shared screen of a team meeting', () => {
  test('a case that somebody in the room is left out of is neither shown, counted nor opened, until they go out (fvl § 6)', async () => {
    const shown = async () => JSON.stringify(await screen(named));
    expect(await shown()).toContain(known);
    expect(await shown(), 'also when its address is asked for').not.toContain(named);
    const plan = await all.world.house.door.enter(prepareMeeting, await all.world.person('kari'), { meetingId });
    expect(plan.ok && plan.value.apart).toMatchObject([{ fileId: named, without: [await all.id('even')] }]);
    expect(await minute(named), 'a page from before Even came in').toMatchObject({ ok: false, code: 'meeting_changed' });
    await room(['kari', 'signe']);
    expect((await screen(named)).taken).toMatchObject({ fileId: named, readable: true });
    expect(await minute(named, 'Sett på uten Even.')).toMatchObject({ ok: true });
    await room(['kari', 'signe', 'even']);
    expect(await shown(), 'nor that it was taken up').not.toContain(named);
  });

  test('a strictly confidential case is there only while all in the room are named for it or lead it, whatever role they have (domain reference §5.5)', async () => {
    const strict = await all.opened('kari', DAUGHTER);
    await all.does('kari', 'protectAddress', strict, { addressLevel: 'STRENGT', addressSource: 'POLITI', addressSince: '2026-03-01', keeper: await all.id('kari') });
    await room(['kari', 'signe']);
    expect(JSON.stringify(await screen(strict))).not.toContain(strict);
    expect(await minute(strict)).toMatchObject({ ok: false, code: 'meeting_changed' });
    const plan = await all.world.house.door.enter(prepareMeeting, await all.world.person('kari'), { meetingId });
    expect(plan.ok && plan.value.apart.find(({ fileId }) => fileId === strict)?.without).toEqual(expect.arrayContaining([await all.id('signe')]));
    await room(['kari']);
    expect((await screen(strict)).taken).toMatchObject({ fileId: strict, named: 'everybody' });
    const earlier = { ...await all.world.person('kari'), signedInAt: addMs(all.world.clock.now, -DAY_MS) };
    const later = await all.world.house.door.enter(openMeeting, earlier, { meetingId, caseId: strict });
    expect(later.ok && later.value.taken, 'nor is it named to a sign-in of yesterday').toEqual(expect.objectContaining({ fileId: strict, readable: false, signIn: true }));
    expect(JSON.stringify(later.ok && later.value.taken), 'nor what is planned, asked or written in it').not.toMatch(/measures|wish|written|ageBand/);
    await room(['kari'], 'Politiet, etterforsker');
    expect(JSON.stringify(await screen(strict)), 'a guest is nobody’s named person: neither shown, counted nor opened').not.toContain(strict);
    expect(await minute(strict), 'nor written in while they listen').toMatchObject({ ok: false, code: 'meeting_changed' });
    expect(await enter(nameInMeeting, 'kari', { meetingId, caseId: strict, basis: 'FVL_13B_7', grounds: 'Fare for liv.' }), 'nor named on any ground').toMatchObject({ ok: false, code: 'meeting_changed' });
    const guests = await all.world.house.door.enter(prepareMeeting, await all.world.person('kari'), { meetingId });
    expect(guests.ok && guests.value.apart.find(({ fileId }) => fileId === strict)?.guestsOut, 'she is told beforehand whom to ask out').toBe(true);
    expect(guests.ok && guests.value.apart.find(({ fileId }) => fileId === named)?.guestsOut).toBe(false);
    await room(['kari', 'signe', 'even']);
  });

  test('whoever it is about stands there as «kvinne 80+» unless everyone in the room reads the case anyway', async () => {
    expect((await screen(known)).taken).toMatchObject({ readable: true, named: 'everybody', name: expect.any(String) });
    const name = (await all.reads('kari', known)).state.start.person.name ?? expect.fail('she has a name');
    await all.does('signe', 'askForMeeting', known, { meetingAbout: `${name} gråter.` });
    expect((await screen(known)).taken).toMatchObject({ wish: { about: `${name} gråter.` } });
    await room(['kari', 'signe', 'even', 'jorunn']);
    expect((await screen(known)).taken, 'somebody asked, and what about is told with the name').toMatchObject({ readable: true, named: undefined, name: undefined, wish: { about: undefined } });
    expect(JSON.stringify(await screen(known))).not.toContain(name);
    await room(['kari', 'signe', 'even'], 'Politiet, etterforsker');
    expect((await screen(known)).taken, 'a guest never has access').toMatchObject({ named: undefined });
  });

  test('names are opened on a basis that stands in the case first, and close again when somebody comes in', async () => {
    await room(['kari', 'signe', 'even', 'jorunn']);
    expect(await enter(nameInMeeting, 'kari', { meetingId, caseId: known, basis: '', grounds: '' })).toMatchObject({ code: 'bad_input' });
    expect(await enter(nameInMeeting, 'kari', { meetingId, caseId: known, basis: 'FVL_13B_5', grounds: 'Mottaket kjenner henne.' })).toMatchObject({ ok: true });
    expect((await screen(known)).taken).toMatchObject({ named: 'basis' });
    expect((await all.reads('kari', known)).state.namings).toMatchObject([{ basis: 'FVL_13B_5', present: expect.arrayContaining([await all.id('jorunn')]) }]);
    await room(['kari', 'signe', 'even', 'jorunn'], 'Fastlegen');
    expect((await screen(known)).taken).toMatchObject({ named: undefined });
    await room(['kari', 'signe', 'even', 'jorunn']);
    expect((await minute(known, 'Borghild vil bo hjemme.')).ok).toBe(true);
    expect((await screen(known)).taken, 'they heard it').toMatchObject({ named: 'basis', written: [{ text: 'Borghild vil bo hjemme.' }] });
    await room(['kari', 'signe', 'even', 'jorunn'], 'Fastlegen');
    expect((await screen(known)).taken, 'and a guest who came afterwards reads no name in the minutes').toMatchObject({ named: undefined, written: [{ text: undefined }] });
    await room(['kari', 'signe', 'even']);
  });

  test('the minutes stand in the case with the date and who was there, once, and the case is off the agenda', async () => {
    await all.does('signe', 'askForMeeting', known, { meetingAbout: 'Hvem følger opp banken?' });
    expect((await screen()).agenda.find(({ fileId }) => fileId === known)).toMatchObject({ reasons: expect.arrayContaining(['ASKED']) });
    const newId = randomUUID();
    expect([(await minute(known, 'Signe ringer banken.', newId)).ok, (await minute(known, 'Signe ringer banken.', newId)).ok]).toEqual([true, true]);
    const { state } = await all.reads('signe', known);
    expect(state.minutes.slice(1)).toMatchObject([{ text: 'Signe ringer banken.', present: expect.arrayContaining([{ userId: await all.id('even') }]) }]);
    expect((await screen()).agenda.find(({ fileId }) => fileId === known)).toMatchObject({ taken: true });
  });

  test('somebody of the team who looks on their own screen sees their own cases and no other’s', async () => {
    const seen = JSON.stringify(await screen(named, 'even'));
    expect(seen).toContain(known);
    expect(seen).not.toContain(named);
    expect(await enter(openMeeting, 'jorunn', { meetingId })).toMatchObject({ ok: false, code: 'not_found' });
  });

  test('what was learnt may not tell of whom: a number has to go, a word that may be a name is passed by name', async () => {
    const end = (learning: string, notNames: readonly string[] = []) => enter(endMeeting, 'kari', { meetingId, learning, notNames });
    expect(await end('Ring 55 55 01 23 tidlig.')).toMatchObject({ code: 'bad_input', fields: { learning: 'stop_phone' } });
    expect(await end('Spør Borghild tidligere.')).toMatchObject({ fields: { learning: 'marked' } });
    expect(await end('Spør banken tidligere.')).toMatchObject({ ok: true });
    expect(await minute(known)).toMatchObject({ code: 'meeting_over' });
    const list = await all.world.house.door.enter(meetingList, await all.world.person('even'), {});
    expect(list.ok && list.value.meetings).toMatchObject([{ over: true, learning: 'Spør banken tidligere.', present: expect.arrayContaining([await all.id('jorunn')]) }]);
  });

  test('the next meeting does not read what the last one said before it has opened the names itself', async () => {
    meetingId = await begin(['kari', 'signe', 'even', 'jorunn']);
    expect((await screen(known)).taken).toMatchObject({ named: undefined, before: { text: undefined } });
    expect((await enter(nameInMeeting, 'kari', { meetingId, caseId: known, basis: 'FVL_13B_5', grounds: 'Mottaket kjenner henne.' })).ok).toBe(true);
    expect((await screen(known)).taken).toMatchObject({ named: 'basis', before: { text: 'Signe ringer banken.' } });
  });
});

describe('two cases about the same person', () => {
  const merge = (who: string, from: FileId, into: FileId) => enter(mergeCases, who, { caseId: from, otherId: into, goesOn: into, keep: [], grounds: 'Samme fødselsnummer.' });
  const caseOf = async (reportId: FileId) => (await all.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => ctx.tx.selectFrom('app.case_report').select('file_id').where('report_id', '=', reportId).executeTakeFirstOrThrow())).file_id;
  const counted = async () => {
    const seen = await all.world.house.door.enter(internalStatistics, await all.world.person('kari'), {});
    return seen.ok ? seen.value.received : expect.fail(seen.code);
  };

  test('become one at the same moment both ways round: one of the two wins, and the person is counted once', async () => {
    const [a, b] = [await all.opened('kari'), await all.opened('kari', { ...DAUGHTER, hvem: 'NABO_BEKJENT' })];
    const before = await counted();
    const said = await Promise.all([merge('kari', a, b), merge('kari', b, a)]);
    expect(said.filter((one) => one.ok)).toHaveLength(1);
    expect(['changed_meanwhile', 'case_closed']).toContain(said.map((one) => (one.ok ? '' : one.code)).find((code) => code !== ''));
    const [ended, goesOn] = said[0]?.ok === true ? [a, b] : [b, a];
    expect((await all.reads('kari', goesOn)).reports.map((one) => one.contents[0]?.report.reporter.code).toSorted()).toEqual(['FAMILIE', 'NABO_BEKJENT']);
    expect((await all.reads('kari', ended)).state).toMatchObject({ status: 'SAMMENSLATT', merged: { into: goesOn } });
    expect(await counted()).toBe(before - 1);
    expect(await merge('kari', ended, goesOn), 'the same form again is the same merging').toMatchObject({ ok: true });
    const [own, into] = [(await all.reads('kari', ended)).state.reference, (await all.reads('kari', goesOn)).state.reference];
    const reported = await all.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => ctx.tx.selectFrom('app.case_report as c').innerJoin('app.report as r', 'r.file_id', 'c.report_id').select('r.reference').where('c.file_id', '=', ended).execute());
    const found = (reference: string) => all.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => findByReference(ctx.tx, ctx.regionId, reference));
    expect([await found(own), await found(into)], 'a case by its own reference is that case').toEqual([ended, goesOn]);
    expect(await Promise.all(reported.map(({ reference }) => found(reference))), 'and by that of its report the one that goes on: nobody is led to what has ended').toEqual(reported.map(() => goesOn));
    expect(reported).toHaveLength(1);
    const open = await all.world.house.door.enter(caseList, await all.world.person('kari'), {});
    expect(open.ok && open.value.rows.some(({ fileId }) => fileId === ended)).toBe(false);
  });

  test('whoever is left out of one is left out of both, and of what both were made of (fvl § 6)', async () => {
    const [a, b] = [await all.opened('kari', { ...DAUGHTER, annen: 'Even Strand' }), await all.opened('kari')];
    await all.does('kari', 'grantAccess', b, { accessTo: await all.id('even'), accessReason: 'VURDERER', until: '2026-12-31' });
    await declare(all, 'even', b);
    expect(await merge('kari', a, b)).toMatchObject({ ok: true });
    expect(await all.sees('even', b)).toBe('not_found');
  });

  test('a word in an addition that the address is secret is the reporters’ word where the case goes on (folkeregisterloven § 10-4)', async () => {
    const { draft, code } = await all.from.send(DAUGHTER);
    await openAll(all.world);
    expect(await all.opens('kari', [draft])).toBe('ok');
    const { file_id: ended } = await all.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => ctx.tx.selectFrom('app.case_report').select('file_id').where('report_id', '=', draft).executeTakeFirstOrThrow());
    await all.from.send({ ...DAUGHTER, skjult: 'ja' }, draft, code);
    await openAll(all.world);
    const goesOn = await all.opened('kari');
    expect(await merge('kari', ended, goesOn)).toMatchObject({ ok: true });
    expect((await all.reads('kari', goesOn)).state.address.said).toMatchObject({ MELDER: { level: 'FORTROLIG' } });
  });

  test('whoever is met by name in the one that goes on is left out of the one that ended, too (fvl § 6)', async () => {
    const [a, b] = [await all.opened('kari'), await all.opened('kari')];
    expect(await merge('kari', a, b)).toMatchObject({ ok: true });
    await all.does('kari', 'addPerson', b, { relatedName: 'Even Strand', parts: ['MISTENKT'] });
    expect([await all.sees('even', a), await all.sees('even', b)]).toEqual(['not_found', 'not_found']);
  });

  test('and so are three: whoever is left out of the first is left out of the last, of which the first does not know (fvl § 6), and a secret address is secret in all', async () => {
    const [a, b, c] = [await all.opened('kari'), await all.opened('kari'), await all.opened('kari')];
    for (const [from, into] of [[a, b], [b, c]] as const) expect(await merge('kari', from, into)).toMatchObject({ ok: true });
    // A journal that ended tells the same: what keeps the person safe where the case goes on holds there, too, and is not written where nobody would find it (folkeregisterloven § 10-4).
    const strict = { addressSource: 'FOLKEREGISTERET', addressLevel: 'STRENGT', addressSince: '2026-01-01', keeper: await all.id('kari') };
    expect(await all.tries('kari', 'protectAddress', a, strict)).toBe('case_closed');
    for (const [step, answers] of [['restrictUse', { restrictionGround: 'BESTRIDT', grounds: 'Hun mener at det er feil.' }], ['protectAddress', strict]] as const) await all.does('kari', step, c, answers);
    const lines = await all.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => ctx.tx.selectFrom('app.case_file').select(['named_only', 'restricted']).where('file_id', 'in', [a, b, c]).execute());
    expect(lines).toEqual([a, b, c].map(() => ({ named_only: [strict.keeper], restricted: true })));
    await all.does('kari', 'liftRestriction', c, { grounds: 'Hun er enig.', toldOfLift: 'JA' });
    await all.does('kari', 'declareImpartiality', a, YES);
    expect([await all.sees('kari', a), await all.sees('kari', b), await all.sees('kari', c)]).toEqual(['not_found', 'not_found', 'not_found']);
  });

  test('leave out of both whoever one of them names, though nobody has been compared with it since they got that name', async () => {
    const [a, b] = [await all.opened('kari'), await all.opened('kari')];
    await all.does('kari', 'addPerson', a, { relatedName: 'Leiv Tangvald', parts: ['MISTENKT'] });
    const userId = await all.id('leif');
    expect(await enter(correct, 'kari', { userId, name: 'Leif Tangvald', unit: 'Omsorg', municipalityId: (await all.world.person('leif')).municipalityId ?? null })).toMatchObject({ value: { compares: true } });
    const out = () => Promise.all([a, b].map((file) => all.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => excluded(ctx, file, userId))));
    expect(await out()).toEqual([false, false]);
    expect(await merge('kari', a, b)).toMatchObject({ ok: true });
    expect(await out()).toEqual([true, true]);
  });

  test('whoever an addition to one of the reports names, or who says so of it, is left out of the ended case and of every report, too (fvl § 6)', async () => {
    const [one, two] = [await all.from.send(DAUGHTER), await all.from.send(DAUGHTER)];
    await openAll(all.world);
    for (const { draft } of [one, two]) await all.opens('kari', [draft]);
    const [a, b] = [await caseOf(one.draft), await caseOf(two.draft)];
    expect(await merge('kari', a, b)).toMatchObject({ ok: true });
    await all.from.send({ ...DAUGHTER, annen: 'Even Strand' }, two.draft, two.code);
    await openAll(all.world);
    await enter(declareConnection, 'jorunn', { reportId: two.draft, connection: 'TILKNYTTET' });
    const out = async (userId: UserId) => Promise.all([a, b, one.draft, two.draft].map((file) => all.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => excluded(ctx, file, userId))));
    expect([await out(await all.id('even')), await out(await all.id('jorunn'))]).toEqual([[true, true, true, true], [true, true, true, true]]);
  });

  test('leave out of both whoever an addition names that arrives at the same moment: the merging waits for it (fvl § 6)', async () => {
    const [a, b] = [await all.opened('kari'), await all.opened('kari')];
    const [even, door] = [await all.id('even'), all.world.house.door];
    let merging: Promise<unknown> = Promise.resolve();
    await door.unaudited(NORDFJELLA, 'test', async (ctx) => {
      await holdRegister(ctx);
      merging = merge('kari', a, b);
      await new Promise((later) => { setTimeout(later, 300); });
      await exclude(ctx, a, [even]);
    });
    expect(await merging).toMatchObject({ ok: true });
    expect(await door.unaudited(NORDFJELLA, 'test', (ctx) => excluded(ctx, b, even))).toBe(true);
  });

  test('with a case that one may not see is with one that does not exist', async () => {
    const own = await all.opened('kari');
    const plan = async (other: string) => { const seen = await all.world.house.door.enter(mergePlan, await all.world.person('kari'), { caseId: own, other }); return seen.ok ? { ...seen.value, wanted: '', now: '' } : seen; };
    const left = await all.opened('jorunn', { ...DAUGHTER, annen: 'Kari Nordmo' });
    expect(await plan(left)).toEqual(await plan(randomUUID()));
    expect(await plan(randomUUID())).toMatchObject({ both: undefined, mustDeclare: undefined });
    expect(await enter(mergeCases, 'even', { caseId: own, otherId: known, goesOn: known, keep: [], grounds: 'Samme.' })).toMatchObject({ code: 'not_found' });
  });
});

test('the nightly comparison finds meetings, merged cases and their figures as the journals have them', async () => {
  all.world.clock.now = addMs(lastNight(all.world.clock.now), DAY_MS + MINUTE);
  const { door } = await all.world.worker();
  for (let more = 'more'; more === 'more';) more = await checkProjections(door, NORDFJELLA, 60_000);
  const superuser = await all.world.superuser();
  const { rows } = await superuser.query('select projection from kernel.projection_fault');
  expect(rows).toEqual([]);
});
