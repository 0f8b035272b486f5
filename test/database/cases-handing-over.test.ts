import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backAgain, endAccount, handOverCases, standIn } from '../../src/cases/commands/handing-over.ts';
import { caseList } from '../../src/cases/queries/list.ts';
import { myDay } from '../../src/cases/queries/day.ts';
import { handingOver, type HandingOver } from '../../src/cases/queries/handing-over.ts';
import { compareWithCases, lateCases } from '../../src/cases/public.ts';
import { lastNight } from '../../src/jobs/night.ts';
import { checkProjections } from '../../src/jobs/check-projections.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import type { FileId, UserId } from '../../src/kernel/ids.ts';
import type { Outcome } from '../../src/kernel/outcome.ts';
import { addDays, addMs, HOUR, DAY_MS, MINUTE, osloDay } from '../../src/kernel/time.ts';
import { correct } from '../../src/staff/commands/correct.ts';
import { disable, reopen } from '../../src/staff/commands/invite.ts';
import { confirmRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { compareWithReports } from '../../src/reports/public.ts';
import { ownContact } from '../../src/staff/commands/contact.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { NORDFJELLA } from '../support/world.ts';
import { CLASSIFY, classified, declare, lives, type Lives } from './cases-support.ts';

let all: Lives;
/** Signe leads all three: one like any other · one in which Even is named · one with a strictly confidential address, of which Kari is named */
let plain: FileId;
let named: FileId;
let strict: FileId;
/** Even leads it when his account is shut. */
let led: FileId;

const enter = async <I, F, R>(useCase: UseCase<I, F, R>, who: string, input: unknown): Promise<Outcome<R>> => all.world.house.door.enter(useCase, await all.world.person(who), input);
/** On a sign-in of an hour ago. */
const later = async <I, F, R>(useCase: UseCase<I, F, R>, who: string, input: unknown): Promise<Outcome<R>> => all.world.house.door.enter(useCase, { ...await all.world.person(who), signedInAt: addMs(all.world.clock.now, -HOUR) }, input);
const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.code);
const hands = async (who: string): Promise<HandingOver> => {
  const outcome = await enter(handingOver, who, { userId: await all.id('signe') });
  return outcome.ok ? outcome.value : expect.fail(outcome.code);
};
const finds = async (who: string): Promise<FileId[]> => {
  const outcome = await enter(caseList, who, {});
  return outcome.ok ? outcome.value.rows.map(({ fileId }) => fileId) : [];
};
const needs = async (who: string, fileId: FileId) => {
  const outcome = await enter(myDay, who, {});
  return outcome.ok ? outcome.value.lines.find((line) => line.fileId === fileId)?.reason : outcome.code;
};
const handOver = async (who: string, everything: string, cases: readonly { caseId: string; to: string }[] = []) => enter(handOverCases, who, { userId: await all.id('signe'), everything, cases, keepers: [] });

beforeAll(async () => {
  all = await lives();
  plain = await classified(all);
  strict = await classified(all);
  named = await all.opened('kari', { ...DAUGHTER, annen: 'Even Strand' });
  await all.does('kari', 'classifyProvisionally', named, { ...CLASSIFY, lead: await all.id('signe') });
  await declare(all, 'signe', named);
  await all.does('kari', 'protectAddress', strict, { addressLevel: 'STRENGT', addressSource: 'POLITI', addressSince: osloDay(all.world.clock.now), keeper: await all.id('kari') });
  // What Even was let in to is over.
  all.world.clock.now = addMs(all.world.clock.now, 100 * DAY_MS);
});
afterAll(() => all.close());

test('whoever stands in finds the cases on the first day and not after the last, gets the messages meanwhile, and is offered no case in which they are named (fvl § 6)', async () => {
  const [signe, even, today] = [await all.id('signe'), await all.id('even'), osloDay(all.world.clock.now)];
  const own = await hands('signe');
  expect(own.cases.map(({ row }) => row.fileId).toSorted()).toEqual([plain, strict, named].toSorted());
  expect(own.cases.find(({ row }) => row.fileId === named)?.possible).not.toContain(even);
  expect(await enter(standIn, 'signe', { userId: signe, everything: even, cases: [{ caseId: named, to: even }], awayFrom: today, awayUntil: today })).toMatchObject({ ok: false, fields: { [`til-${named}`]: 'not_offered' } });
  expect(await enter(standIn, 'signe', { userId: signe, everything: even, cases: [], awayFrom: '', awayUntil: addDays(today, -3) })).toMatchObject({ ok: false, fields: { awayFrom: 'missing' } });
  const away = { userId: signe, everything: even, cases: [], awayFrom: addDays(today, 2), awayUntil: addDays(today, 400) };
  expect(await enter(standIn, 'signe', away)).toMatchObject({ ok: true, value: { handed: 2 } });
  expect(code(await enter(standIn, 'signe', away))).toBe('ok');
  expect(code(await later(standIn, 'signe', away)), 'a page left open lets nobody in').toBe('sign_in_again');
  expect((await hands('signe')).messages).toMatchObject({ userId: even, from: away.awayFrom });
  expect(await finds('even')).not.toContain(strict);
  all.world.clock.now = addMs(all.world.clock.now, 2 * DAY_MS);
  expect(await finds('even')).toEqual(expect.arrayContaining([plain, strict]));
  expect(await finds('even')).not.toContain(named);
  expect(await needs('even', strict), 'as for whoever leads it').toBe('start_investigation');
  expect(await all.sees('even', named)).toBe('not_found');
  // What is late is told to whoever stands in.
  await all.does('even', 'raiseAkutt', plain, { danger: 'Sønnen har kniv', called: 'N112', calledBy: 'Even', calledWhen: 'kl. 9' });
  all.world.clock.now = addMs(all.world.clock.now, 300 * DAY_MS);
  const late = await (await all.world.worker()).door.unaudited(NORDFJELLA, 'test', lateCases);
  expect(late.find(({ fileId }) => fileId === plain)?.lead).toBe(even);
  expect(late.find(({ fileId }) => fileId === named)?.lead).toBe(signe);
  all.world.clock.now = addMs(all.world.clock.now, 200 * DAY_MS);
  expect(await finds('even')).not.toContain(strict);
});

test('whoever is back before the day ends it all with one press', async () => {
  const [signe, kari, today] = [await all.id('signe'), await all.id('kari'), osloDay(all.world.clock.now)];
  expect(await enter(standIn, 'kari', { userId: signe, everything: '', cases: [{ caseId: named, to: kari }], awayFrom: today, awayUntil: today })).toMatchObject({ ok: true, value: { handed: 1 } });
  expect((await hands('kari')).cases.find(({ row }) => row.fileId === named)?.deputy?.userId).toBe(kari);
  expect(code(await enter(backAgain, 'signe', { userId: signe }))).toBe('ok');
  expect((await hands('kari')).cases.map(({ deputy }) => deputy)).toEqual([undefined, undefined, undefined]);
  const contact = await enter(ownContact, 'signe', {});
  expect(contact.ok ? contact.value.contact.standIn : contact.code).toBeUndefined();
  await enter(standIn, 'kari', { userId: signe, everything: kari, cases: [], awayFrom: today, awayUntil: today });
  const { door } = await all.world.worker();
  all.world.clock.now = addMs(lastNight(all.world.clock.now), DAY_MS + MINUTE);
  for (let more = 'more'; more === 'more';) more = await checkProjections(door, NORDFJELLA, 60_000);
  const faults = await door.unaudited(NORDFJELLA, 'test', async ({ tx }) => (await sql`select projection from kernel.projection_fault`.execute(tx)).rows);
  expect(faults, 'what stands in clear is what the journal says').toEqual([]);
  await enter(backAgain, 'kari', { userId: signe });
});

test('an account is not ended while its cases are nobody’s, and one press gives them all to others: a case that may not go to the one stays, and nothing says why', async () => {
  const [signe, even, kari] = [await all.id('signe'), await all.id('even'), await all.id('kari')];
  for (const who of ['kari', 'ida', 'leif']) expect([who, code(await enter(endAccount, who, { userId: signe }))]).toEqual([who, 'leads_open_cases']);
  expect((await hands('ida')).cases).toEqual([]);
  expect(code(await handOver('leif', even))).toBe('not_found');
  expect(code(await handOver('signe', even))).toBe('not_found');
  expect(await handOver('kari', '')).toMatchObject({ ok: false, fields: { til: 'missing' } });
  expect(code(await later(handOverCases, 'kari', { userId: signe, everything: even, cases: [], keepers: [] }))).toBe('sign_in_again');
  expect(await handOver('kari', even)).toEqual({ ok: true, value: { handed: 2, left: 1, named: 0 } });
  // The same form again: those that went are not in it any more.
  expect(await handOver('kari', even, [{ caseId: plain, to: even }])).toEqual({ ok: true, value: { handed: 0, left: 1, named: 0 } });
  expect((await all.reads('even', plain)).state.lead).toBe(even);
  expect(code(await enter(endAccount, 'kari', { userId: signe }))).toBe('leads_open_cases');
  expect(await handOver('kari', '', [{ caseId: named, to: kari }])).toEqual({ ok: true, value: { handed: 1, left: 0, named: 0 } });
  expect(code(await enter(endAccount, 'kari', { userId: signe }))).toBe('ok');
  expect(await hands('kari')).toMatchObject({ ended: true, cases: [] });
});

test('who sees a strictly confidential case when its coordinator leaves is asked in the same form, of those who see it; a colleague who does not learns nothing of it', async () => {
  const [kari, reidun] = [await all.id('kari'), await all.id('reidun')];
  const proposed = await enter(proposeRole, 'kari', { userId: reidun, role: 'KOORDINATOR' });
  expect(proposed.ok && code(await enter(confirmRole, 'leif', { grantId: proposed.value.grantId }))).toBe('ok');
  const own = async (who: string) => {
    const outcome = await enter(handingOver, who, { userId: kari });
    return outcome.ok ? outcome.value.cases.map(({ row, keeps, left }) => ({ fileId: row.fileId, others: keeps?.others, possible: keeps?.possible, left })) : outcome.code;
  };
  const gives = (who: string, everything: string, keepers: readonly { caseId: string; to: string }[] = []) => enter(handOverCases, who, { userId: kari, everything, cases: [], keepers });
  const led = { fileId: named, others: undefined, possible: undefined, left: true };
  expect(await own('reidun')).toEqual([led]);
  expect(await own('kari')).toEqual(expect.arrayContaining([led, { fileId: strict, others: [], possible: [reidun], left: true }]));
  // Naming the hidden case is answered as a case that does not exist.
  expect([code(await gives('reidun', reidun, [{ caseId: strict, to: reidun }])), code(await gives('reidun', reidun, [{ caseId: crypto.randomUUID(), to: reidun }]))]).toEqual(['not_found', 'not_found']);
  expect(await gives('reidun', reidun)).toEqual({ ok: true, value: { handed: 1, left: 0, named: 0 } });
  expect(await finds('reidun')).not.toContain(strict);
  expect(await gives('kari', await all.id('even'))).toMatchObject({ ok: false, fields: { [`navngitt-${strict}`]: 'keeper_missing' } });
  const page = await later(handingOver, 'kari', { userId: kari });
  expect(page.ok && page.value.signIn, 'said before anything is chosen').toBe(true);
  expect(code(await later(handOverCases, 'kari', { userId: kari, everything: '', cases: [], keepers: [{ caseId: strict, to: reidun }] }))).toBe('sign_in_again');
  expect(await gives('kari', '', [{ caseId: strict, to: reidun }])).toEqual({ ok: true, value: { handed: 0, left: 0, named: 1 } });
  expect(await gives('kari', '', [{ caseId: strict, to: reidun }]), 'sent twice, although she does not know of it any more').toEqual({ ok: true, value: { handed: 0, left: 0, named: 0 } });
  expect([await finds('kari'), await finds('reidun')].map((files) => files.includes(strict))).toEqual([false, true]);
  expect(await all.sees('reidun', strict)).toBe('question');
  await declare(all, 'reidun', strict);
  await all.does('reidun', 'protectAddress', strict, { addressLevel: 'STRENGT', addressSource: 'POLITI', addressSince: osloDay(all.world.clock.now), keeper: kari });
});

test('where somebody must be out at once, their cases stand on the coordinators’ day as without a lead', async () => {
  led = await all.opened('kari');
  await all.does('kari', 'classifyProvisionally', led, { ...CLASSIFY, lead: await all.id('even') });
  expect(await needs('kari', led)).toBeUndefined();
  expect(code(await enter(disable, 'kari', { userId: await all.id('even') }))).toBe('ok');
  expect(await needs('kari', led)).toBe('no_lead');
});

test('let in again they have none of it, and nobody leads it until somebody decides so; whoever only gets another name keeps what they lead', async () => {
  const [even, worker] = [await all.id('even'), await all.world.worker()];
  const compared = (userId: UserId) => compareWithReports(worker.door, NORDFJELLA, userId, (version) => compareWithCases(worker.door, NORDFJELLA, userId, version));
  const fresh = await all.opened('kari');
  await all.does('kari', 'classifyProvisionally', fresh, { ...CLASSIFY, lead: await all.id('reidun') });
  expect(code(await enter(correct, 'kari', { userId: await all.id('reidun'), name: 'Reidun Lie', unit: 'Hjemmetjenesten', municipalityId: (await all.world.person('reidun')).municipalityId ?? null }))).toBe('ok');
  expect([code(await compared(await all.id('reidun'))), (await finds('reidun')).includes(fresh)]).toEqual(['ok', true]);

  expect(code(await enter(reopen, 'kari', { userId: even }))).toBe('ok');
  const proposed = await enter(proposeRole, 'kari', { userId: even, role: 'TEAMMEDLEM' });
  expect(proposed.ok && code(await enter(confirmRole, 'leif', { grantId: proposed.value.grantId }))).toBe('ok');
  expect(code(await compared(even))).toBe('ok');
  expect([await finds('even'), await needs('kari', led)]).toEqual([[], 'no_lead']);
  await all.does('kari', 'grantAccess', led, { accessTo: even, accessReason: 'VURDERER', until: addDays(osloDay(all.world.clock.now), 30) });
  expect(await finds('even')).toEqual([led]);
  expect([code(await compared(even)), await finds('even')], 'it is done once').toEqual(['ok', [led]]);
});
