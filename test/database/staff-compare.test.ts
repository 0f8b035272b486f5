import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareWithCases, openCaseFromReports, STEPS } from '../../src/cases/public.ts';
import { openCase } from '../../src/cases/queries/open.ts';
import { checkProjections } from '../../src/jobs/check-projections.ts';
import { caseList } from '../../src/cases/queries/list.ts';
import type { Person } from '../../src/kernel/actor.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import { asId, type FileId, type UserId } from '../../src/kernel/ids.ts';
import { excluded } from '../../src/kernel/journal/file.ts';
import { addMs, HOUR, MINUTE } from '../../src/kernel/time.ts';
import { regionsOf, type House } from '../../src/open-house.ts';
import { compareColleague } from '../../src/reports/commands/compare.ts';
import { registerReport } from '../../src/reports/commands/register.ts';
import { compareWithReports } from '../../src/reports/public.ts';
import { inbox, openReport } from '../../src/reports/queries.ts';
import { correct } from '../../src/staff/commands/correct.ts';
import { disable, invite, reopen } from '../../src/staff/commands/invite.ts';
import { confirmRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { beginComparison, holdRegister, askForLostComparisons } from '../../src/staff/public.ts';
import { staffRegister } from '../../src/staff/queries.ts';
import { peopleIn } from '../../src/staff/sign-in/register.ts';
import { ISSUER } from '../support/people.ts';
import { DAUGHTER, openAll, sender, type Sender } from '../support/submissions.ts';
import { newWorld, NORDFJELLA, type World } from '../support/world.ts';
import { houseWithIssuer } from './staff-house.ts';

let world: World;
let house: House;
let from: Sender;

beforeAll(async () => {
  world = await newWorld();
  house = await houseWithIssuer(world);
  from = await sender(world);
  await report({ ...DAUGHTER, sett: 'Bare det vanlige.' });
});
afterAll(async () => {
  await from.close();
  await house.close();
  await world.close();
});

async function report(answers: Readonly<Record<string, string>>): Promise<FileId> {
  const { draft } = await from.send(answers);
  await openAll(world);
  return draft;
}

async function as<I, F, R>(subject: string, useCase: UseCase<I, F, R>, input: unknown): Promise<R> {
  const outcome = await house.door.enter(useCase, await world.person(subject), input);
  return outcome.ok ? outcome.value : expect.fail(`${useCase.name}: ${outcome.code} ${JSON.stringify(outcome.fields ?? {})}`);
}

let number = 0;

/** Somebody new with this name and role, as two colleagues let them in. */
async function newcomer(name: string, role = 'KOORDINATOR'): Promise<{ userId: UserId; subject: string }> {
  number += 1;
  const subject = `ny${number}`;
  const { userId } = await as('kari', invite, { name, unit: 'Mottaket', municipalityId: null, subject });
  const { grantId } = await as('kari', proposeRole, { userId, role });
  await as('leif', confirmRole, { grantId });
  return { userId, subject };
}

/** As sign-in finds them now, at each request. */
async function now(userId: UserId): Promise<Person> {
  const found = await peopleIn(house.door, regionsOf(house), house.deployment.identityKey).findMember(NORDFJELLA, userId);
  if (found === undefined) expect.fail('not in the register');
  return { kind: 'person', regionId: NORDFJELLA, userId, roles: found.roles, municipalityId: found.municipalityId, signedInAt: world.clock.now };
}

/** What the worker does with everything that waits in its queue for comparison. */
async function compareAll(): Promise<void> {
  const worker = await world.worker();
  for (const id of await waiting()) expect(await compareWithReports(worker.door, NORDFJELLA, id, (version) => compareWithCases(worker.door, NORDFJELLA, id, version))).toMatchObject({ ok: true });
  await queue(sql`delete from graphile_worker._private_jobs where key like 'compare_colleague:%'`);
}

async function queue<R>(statement: ReturnType<typeof sql<R>>): Promise<readonly R[]> {
  return (await statement.execute((await world.worker()).database)).rows;
}

async function waiting(): Promise<UserId[]> {
  return (await queue(sql<{ id: UserId }>`select payload->>'id' as id from graphile_worker._private_jobs where key like 'compare_colleague:%' order by id`)).map(({ id }) => id);
}

const isOut = (file: FileId, userId: UserId) => house.door.unaudited(NORDFJELLA, 'test', (ctx) => excluded(ctx, file, userId));

async function opens(userId: UserId, reportId: FileId): Promise<string> {
  const outcome = await house.door.enter(openReport, await now(userId), { reportId });
  return outcome.ok ? 'ok' : outcome.code;
}

async function inInbox(userId: UserId): Promise<FileId[]> {
  const outcome = await house.door.enter(inbox, await now(userId), {});
  return outcome.ok ? [...outcome.value.waiting, ...outcome.value.decided].map((row) => row.file_id) : [];
}

describe('a colleague who comes after a report that names them', () => {
  test('has no role that sees content before they were compared, and never sees it afterwards, nor the case it became', async () => {
    const named = await report({ ...DAUGHTER, sett: 'Sønnen Torleif Aune tar pengene hennes.' });
    const inCase = await report({ ...DAUGHTER, annen: 'Torleiv Aune' });
    const other = await report({ ...DAUGHTER, sett: 'Naboen roper om natten.' });
    const { fileId } = await as('kari', openCaseFromReports, { reportIds: [inCase], connection: 'INGEN' });
    const { userId, subject } = await newcomer('Torleif Aune');
    expect(await waiting()).toEqual([userId]);
    expect((await now(userId)).roles).toEqual([]);
    expect(await peopleIn(house.door, regionsOf(house), house.deployment.identityKey).findBySubject(ISSUER, subject)).toMatchObject({ roles: [], disabled: false });
    expect(await opens(userId, other)).toBe('not_found');
    const card = (await as('kari', staffRegister, {})).people.find((one) => one.userId === userId);
    expect(card).toMatchObject({ compared: false, roles: [{ role: 'KOORDINATOR' }] });

    await compareAll();
    expect((await now(userId)).roles).toEqual(['KOORDINATOR']);
    expect([await isOut(named, userId), await isOut(inCase, userId), await isOut(fileId, userId), await isOut(other, userId)]).toEqual([true, true, true, false]);
    expect([await opens(userId, named), await opens(userId, inCase)]).toEqual(['not_found', 'not_found']);
    expect(await inInbox(userId)).toContain(other);
    expect(await inInbox(userId)).not.toContain(named);
    const list = await house.door.enter(caseList, await now(userId), {});
    expect(list.ok && list.value.rows.some((row) => row.fileId === fileId)).toBe(false);
  });

  test('never sees what was said of them on the phone, which stands beside the form', async () => {
    const draftId = asId<'file'>(randomUUID());
    const entries = Object.entries({ kanal: 'TELEFON', hvor: 'Hjemme hos Gjermund Ulvik', tryggnaa: 'ja', brutt: 'Ring tilbake', sett: 'Skrik.', navn: 'Solveig Haug', lest: 'ja' });
    await as('jorunn', registerReport, { draftId, lang: 'nb', entries });
    const { userId } = await newcomer('Gjermund Ulvik');
    await compareAll();
    expect([await isOut(draftId, userId), await opens(userId, draftId)]).toEqual([true, 'not_found']);
  });

  test('is left out of a case that is opened afterwards, too: the report’s own journal keeps who it was', async () => {
    const named = await report({ ...DAUGHTER, sett: 'Gunhild Berntsen er hans søster.' });
    const { userId } = await newcomer('Gunhild Berntsen');
    await compareAll();
    const { fileId } = await as('kari', openCaseFromReports, { reportIds: [named], connection: 'INGEN' });
    expect(await isOut(fileId, userId)).toBe(true);
    const seen = await as('kari', openReport, { reportId: named });
    // Who is inhabil is nothing for colleagues to read on the report's page.
    expect('log' in seen && seen.log.filter(({ by }) => by === 'system').map(({ what }) => what)).toEqual(['arrived']);
  });

  test('who is named in none begins as soon as the worker has looked, and is asked for once only', async () => {
    const { userId } = await newcomer('Ragnvald Ekeberg', 'MOTTAK');
    await compareAll();
    expect((await now(userId)).roles).toEqual(['MOTTAK']);
    const { grantId } = await as('kari', proposeRole, { userId, role: 'TEAMMEDLEM' });
    await as('leif', confirmRole, { grantId });
    expect(await waiting()).toEqual([]);
    expect((await now(userId)).roles.toSorted()).toEqual(['MOTTAK', 'TEAMMEDLEM']);
  });

  test('keeps, meanwhile, the roles that never see content', async () => {
    const { userId } = await as('kari', invite, { name: 'Solfrid Ness', unit: 'IT', municipalityId: null, subject: 'solfrid' });
    const { grantId } = await as('kari', proposeRole, { userId, role: 'SYSTEMADMIN' });
    await as('leif', confirmRole, { grantId });
    expect((await now(userId)).roles).toEqual(['SYSTEMADMIN']);
    await compareAll();
  });

  test('is met in what arrives while the comparison is under way', async () => {
    const { userId } = await newcomer('Oddvar Linderud');
    const worker = await world.worker();
    const version = await worker.door.unaudited(NORDFJELLA, 'test', (ctx) => beginComparison(ctx, userId));
    expect(version).toBe(1);
    const late = await report({ ...DAUGHTER, sett: 'Oddvar Linderud står utenfor huset hennes.' });
    expect(await isOut(late, userId)).toBe(true);
    await compareAll();
  });
});

describe('somebody who is written down in a case, and is called as a colleague (fvl § 6)', () => {
  test('makes that colleague read it no more, though they had answered no, and whoever wrote it is told nothing unless it is they', async () => {
    const held = await report(DAUGHTER);
    const { fileId: caseId } = await as('kari', openCaseFromReports, { reportIds: [held], connection: 'INGEN' });
    const [{ userId }, { userId: writer }] = [await newcomer('Sigvart Ødegård'), await newcomer('Torbjørg Fagerli')];
    await compareAll();
    for (const one of [userId, writer]) expect(await house.door.enter(STEPS.declareImpartiality, await now(one), { caseId, connection: 'INGEN' })).toMatchObject({ ok: true });
    const harmless = await as('kari', STEPS.addPerson, { caseId, relatedName: 'Sønnen Trygve', parts: ['PARORENDE'] });
    expect(await isOut(caseId, userId)).toBe(false);
    expect(await as('kari', STEPS.addPerson, { caseId, relatedName: 'Sigvard Ødegaard', parts: ['MISTENKT'] })).toEqual(harmless);
    expect([await isOut(caseId, userId), await isOut(held, userId), await isOut(caseId, writer)]).toEqual([true, true, false]);
    expect(await house.door.enter(openCase, await now(userId), { caseId })).toEqual({ ok: false, code: 'not_found' });
    expect(await house.door.enter(STEPS.addPerson, await now(writer), { caseId, relatedName: 'Even Fagerli', parts: ['PARORENDE'] })).toMatchObject({ ok: true, value: { over: true } });
  });

  test('is compared with a newcomer too, and the night finds nothing to mend', async () => {
    const { fileId: caseId } = await as('kari', openCaseFromReports, { reportIds: [await report(DAUGHTER)], connection: 'INGEN' });
    await as('kari', STEPS.addPerson, { caseId, relatedName: 'Hallvard Skree', parts: ['ANNEN'] });
    const { userId } = await newcomer('Hallvard Skree');
    await compareAll();
    expect([(await now(userId)).roles, await isOut(caseId, userId)]).toEqual([['KOORDINATOR'], true]);
    world.clock.now = addMs(world.clock.now, 24 * HOUR);
    while (await checkProjections((await world.worker()).door, NORDFJELLA, 60_000) === 'more');
    expect((await house.door.unaudited(NORDFJELLA, 'test', (ctx) => sql`select projection from kernel.projection_fault`.execute(ctx.tx))).rows).toEqual([]);
  });
});

describe('who is let in again or gets another name', () => {
  test('is compared anew when they are let in again', async () => {
    const { userId } = await newcomer('Hallgeir Rønne');
    await compareAll();
    await as('kari', disable, { userId });
    const named = await report({ ...DAUGHTER, sett: 'Hallgeir Rønne truer henne.' });
    await as('kari', reopen, { userId });
    expect(await waiting()).toEqual([userId]);
    const { grantId } = await as('kari', proposeRole, { userId, role: 'KOORDINATOR' });
    await as('leif', confirmRole, { grantId });
    expect((await now(userId)).roles).toEqual([]);
    await compareAll();
    expect((await now(userId)).roles).toEqual(['KOORDINATOR']);
    expect(await opens(userId, named)).toBe('not_found');
  });

  test('sees no content from the moment the name is corrected until the new one is compared, and the old one goes on counting', async () => {
    const { userId } = await newcomer('Aslaug Vik');
    await compareAll();
    const named = await report({ ...DAUGHTER, sett: 'Aslaug Tveitnes skriker til moren sin.' });
    expect(await opens(userId, named)).toBe('ok');
    expect(await as('kari', correct, { userId, name: 'Aslaug Tveitnes', unit: 'Mottaket', municipalityId: null })).toMatchObject({ compares: true });
    expect((await now(userId)).roles).toEqual([]);
    await compareAll();
    expect((await now(userId)).roles).toEqual(['KOORDINATOR']);
    expect(await opens(userId, named)).toBe('not_found');
    const older = await report({ ...DAUGHTER, annen: 'Aslaug Vik' });
    expect(await isOut(older, userId)).toBe(true);
  });

  test('is not compared with a name they no longer have: a correction in the middle waits for the comparison after', async () => {
    const named = await report({ ...DAUGHTER, sett: 'Peder Sundnes låser henne inne.' });
    const { userId } = await newcomer('Peder Sand');
    const worker = await world.worker();
    const version = await worker.door.unaudited(NORDFJELLA, 'test', (ctx) => beginComparison(ctx, userId));
    await as('kari', correct, { userId, name: 'Peder Sundnes', unit: '', municipalityId: null });
    const compares = { kind: 'system', regionId: NORDFJELLA, task: 'compare_colleague' } as const;
    expect(await worker.door.enter(compareColleague, compares, { userId, version, after: null })).toEqual({ ok: true, value: { next: undefined } });
    expect((await now(userId)).roles).toEqual([]);
    await compareAll();
    expect((await now(userId)).roles).toEqual(['KOORDINATOR']);
    expect(await opens(userId, named)).toBe('not_found');
  });

  test('keeps their work when only the place is corrected, and nobody corrects themselves', async () => {
    const { userId } = await newcomer('Turid Haugen');
    await compareAll();
    expect(await as('kari', correct, { userId, name: 'Turid Haugen', unit: 'Hjemmetjenesten', municipalityId: null })).toMatchObject({ compares: false });
    expect((await now(userId)).roles).toEqual(['KOORDINATOR']);
    expect(await house.door.enter(correct, await now(userId), { userId, name: 'En Annen', unit: '', municipalityId: null })).toEqual({ ok: false, code: 'not_your_own_name' });
  });
});

describe('the worker', () => {
  test('waits for a report that is arriving just then, which may have met the register as it was', async () => {
    const { userId } = await newcomer('Ingunn Dale');
    const worker = await world.worker();
    let begun = false;
    let comparison: Promise<unknown> = Promise.resolve();
    await worker.door.unaudited(NORDFJELLA, 'a report that arrives slowly', async (ctx) => {
      await holdRegister(ctx);
      comparison = house.door.unaudited(NORDFJELLA, 'test', (other) => beginComparison(other, userId)).then(() => { begun = true; });
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(begun).toBe(false);
    });
    await comparison;
    expect(begun).toBe(true);
    await compareAll();
  });

  test('asks again for somebody whose job was lost, and leaves alone what waits already', async () => {
    const { userId } = await newcomer('Vegard Sletten');
    const worker = await world.worker();
    await queue(sql`update graphile_worker._private_jobs set attempts = 3 where key like 'compare_colleague:%'`);
    await worker.door.unaudited(NORDFJELLA, 'test', askForLostComparisons);
    expect(await queue(sql`select attempts from graphile_worker._private_jobs where key like 'compare_colleague:%'`)).toEqual([{ attempts: 3 }]);
    await queue(sql`delete from graphile_worker._private_jobs where key like 'compare_colleague:%'`);
    await worker.door.unaudited(NORDFJELLA, 'test', askForLostComparisons);
    expect(await waiting()).toEqual([userId]);
    await compareAll();
    await worker.door.unaudited(NORDFJELLA, 'test', askForLostComparisons);
    expect(await waiting()).toEqual([]);
  });

  test('goes through more reports than one transaction takes, opens each once, and says so in the log', async () => {
    for (let at = 0; at < 24; at += 1) await from.send({ ...DAUGHTER, sett: `Nummer ${at}.` });
    const named = await report({ ...DAUGHTER, sett: 'Magnhild Rud ringer hele tiden.' });
    world.clock.now = addMs(world.clock.now, HOUR + MINUTE);
    const { userId } = await newcomer('Magnhild Rud');
    await compareAll();
    const rows = await queue(sql<{ region: string }>`select set_config('app.region', ${NORDFJELLA}, false) as region`).then(() => house.door.unaudited(NORDFJELLA, 'test', (ctx) => sql<{ files: string[] }>`
      select files::text[] as files from kernel.audit_event where use_case = 'reports.compare_colleague' and at = ${world.clock.now} order by files`.execute(ctx.tx)));
    const opened = rows.rows.flatMap(({ files }) => files);
    expect([rows.rows.length > 1, Math.max(...rows.rows.map(({ files }) => files.length)) <= 20]).toEqual([true, true]);
    expect(opened).toHaveLength(new Set(opened).size);
    expect(opened).toContain(named);
    expect(await opens(userId, named)).toBe('not_found');
  });
});
