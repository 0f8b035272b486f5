import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { mailLight } from '../../src/jobs/health.ts';
import type { UserId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, HOUR, MINUTE } from '../../src/kernel/time.ts';
import { exclusionToken } from '../../src/kernel/sealing/mac.ts';
import { planNotices } from '../../src/notices/commands/plan.ts';
import { sendNotice, tellRegion } from '../../src/notices/public.ts';
import { saveBreach } from '../../src/privacy/commands/breaches.ts';
import { setContact } from '../../src/staff/commands/contact.ts';
import { raiseUrgent } from '../../src/reports/commands/handle.ts';
import { saveDraft } from '../../src/reports/commands/drafts.ts';
import { openReport } from '../../src/reports/queries.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { AMPLE, mailerAt, mailServerHere, type MailServerHere } from '../support/mail-server.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { MONDAY, NORDFJELLA } from '../support/world.ts';
import { classified, lives, type Lives } from './cases-support.ts';

let all: Lives;
let post: MailServerHere;
beforeAll(async () => {
  all = await lives();
  post = await mailServerHere();
  for (const subject of ['kari', 'jorunn', 'leif', 'reidun']) await all.world.house.door.enter(setContact, await all.world.person('ida'), { userId: await all.id(subject), email: `${subject}@post.example.org`, phone: '' });
});
afterAll(async () => {
  await post.close();
  await all.close();
});
afterEach(async () => {
  post.got.length = 0;
  const superuser = await all.world.superuser();
  await superuser.query("set session_replication_role = replica; delete from app.notice; delete from app.notice_message; update app.report set seen_at = now(), decided_at = now(); update app.breach set settled = true; set session_replication_role = origin");
  all.world.clock.now = MONDAY;
});

/** The round and the queue at this moment. */
async function round(ms: number, from = MONDAY): Promise<string[]> {
  all.world.clock.now = addMs(from, ms);
  await tells();
  return queue();
}

async function tells(): Promise<void> {
  await tellRegion((await all.world.worker()).door, NORDFJELLA, { mail: true, sms: false });
}

async function queue(): Promise<string[]> {
  post.got.length = 0;
  const { door } = await all.world.worker();
  const due = await door.unaudited(NORDFJELLA, 'test', (ctx) => ctx.tx.selectFrom('app.notice_message').select('message_id').where('region_id', '=', NORDFJELLA).where('next_attempt_at', '<=', ctx.now).execute());
  for (const { message_id: id } of due) await sendNotice(door, { mailer: mailerAt(post.port, AMPLE), gateway: undefined, house: 'https://intern.example' }, NORDFJELLA, id);
  return post.got.map(({ to }) => to.split('@')[0] ?? '').toSorted();
}

test('fvl § 6: whoever is named in a breach after its mail was queued does not get that mail, and another who answers for it does', async () => {
  const breach = { breachId: randomUUID(), version: '0', concerns: ['REGION'], what: 'Et brev gikk feil.', discoveredAt: '2026-03-01T08:00', affected: '1', kinds: '', consequences: '', measures: 'Hentet.', authority: 'IKKE_AVGJORT', authorityAt: '', authorityWhy: '', told: 'IKKE_AVGJORT', toldWhy: '' };
  expect(await all.world.house.door.enter(setContact, await all.world.person('ida'), { userId: await all.id('per'), email: 'per@post.example.org', phone: '' })).toMatchObject({ ok: true });
  expect(await all.world.house.door.enter(saveBreach, await all.world.person('kari'), breach)).toMatchObject({ ok: true });
  await tells();
  expect(await all.world.house.door.enter(saveBreach, await all.world.person('kari'), { ...breach, version: '1', what: 'Leif Brekken sendte et brev feil.' })).toMatchObject({ ok: true });
  expect(await queue()).toEqual(['per']);
});

test('danger that somebody at the desk has read is told on until a coordinator has met it: the leader hears of it', async () => {
  const reportId = await all.report({ ...DAUGHTER, fare: 'ja', kommune: '9901' });
  const jorunn = await all.world.person('jorunn');
  expect(await all.world.house.door.enter(declareConnection, jorunn, { reportId, connection: 'INGEN' })).toMatchObject({ ok: true });
  expect(await all.world.house.door.enter(openReport, jorunn, { reportId })).toMatchObject({ ok: true });
  expect(await round(MINUTE)).toEqual(['jorunn', 'kari']);
  expect(await round(31 * MINUTE)).toEqual(['leif']);
});

test('danger that reception notes in a report that the coordinator has read already is told to the coordinator: it was none when she read it', async () => {
  const reportId = await all.report({ ...DAUGHTER, kommune: '9901' });
  for (const subject of ['kari', 'jorunn']) expect(await all.world.house.door.enter(declareConnection, await all.world.person(subject), { reportId, connection: 'INGEN' })).toMatchObject({ ok: true });
  expect(await all.world.house.door.enter(openReport, await all.world.person('kari'), { reportId })).toMatchObject({ ok: true });
  all.world.clock.now = addMs(MONDAY, HOUR);
  expect(await all.world.house.door.enter(raiseUrgent, await all.world.person('jorunn'), { reportId, danger: 'Han er på vei dit.', called: 'nei', calledBy: '', calledWhen: '' })).toMatchObject({ ok: true });
  expect(await round(HOUR + MINUTE)).toContain('kari');
});

test('Akutt in a case is told to another than whoever raised it, until a coordinator or the lead has opened the case', async () => {
  const file = await all.opened('kari', { ...DAUGHTER, kommune: '9901' });
  await all.does('kari', 'raiseAkutt', file, { danger: 'Han har kniv.', called: 'NEI' });
  const raised = all.world.clock.now;
  // Kari is the only coordinator: the leader at once
  expect(await round(0, raised)).toEqual(['leif']);
  expect(await round(MINUTE, raised)).toEqual([]);
});

test('what was given up while the mail was down for days is told when it works again, and health is yellow until then', async () => {
  await all.report({ ...DAUGHTER, fare: 'ja', kommune: '9901' });
  post.behaves = Array.from({ length: 400 }, () => 'refuse' as const);
  for (const hours of [0, 1, 3, 7, 12, 18, 23, 25, 30, 40, 48, 51]) await round(hours * HOUR);
  expect(await mailLight(all.world.house, { mail: true, sms: false })).toBe('yellow');
  post.behaves = [];
  const told = [...await round(76 * HOUR), ...await round(100 * HOUR)];
  expect(new Set(told)).toEqual(new Set(['jorunn', 'kari', 'leif']));
  expect(await mailLight(all.world.house, { mail: true, sms: false })).toBe('green');
});

test('what was given up more than a day ago troubles nobody: health is green', async () => {
  const superuser = await all.world.superuser();
  all.world.clock.now = MONDAY;
  await superuser.query("insert into app.notice_message (region_id, message_id, mark, sealed, channel, occasion, state, attempts, unknowns, asked_at, settled_at) values ($1, gen_random_uuid(), '\\x01', '\\x02', 'MAIL', 'NEW', 'GIVEN_UP', 9, 0, $2, $2)", [NORDFJELLA, addMs(MONDAY, -DAY_MS - MINUTE)]);
  expect(await mailLight(all.world.house, { mail: true, sms: false })).toBe('green');
});

test('a talk at the desk that was begun and left is told of to reception and coordinators by the worker itself, and in danger to the leader half an hour later', async () => {
  const draftId = randomUUID();
  expect(await all.world.house.door.enter(saveDraft, await all.world.person('jorunn'), { draftId, entries: Object.entries({ kanal: 'TELEFON', fare: 'ja', sett: 'Skrik fra etasjen over.' }) })).toMatchObject({ ok: true });
  expect(await round(31 * MINUTE)).toEqual(['jorunn', 'kari', 'leif']);
  expect(await round(32 * MINUTE)).toEqual([]);
});

test('a case that nobody holds is told of: without a lead to the coordinator; that she proposed to close, or is left out of, to the reserve, and where there is none to nobody here, which health says', async () => {
  const file = await classified(all);
  const superuser = await all.world.superuser();
  const [kari, leif, signe, reidun] = [await all.id('kari'), await all.id('leif'), await all.id('signe'), await all.id('reidun')];
  const told = async () => {
    const { notices, unreached } = await (await all.world.worker()).door.unaudited(NORDFJELLA, 'test', (ctx) => planNotices(ctx, { mail: true, sms: false }, 'any_time'));
    return [...notices.filter(({ fileId, why }) => fileId === file && ['NO_LEAD', 'UNHELD'].includes(why)).map(({ why, userId }) => [why, userId]), ...unreached.filter((one) => one === file).map(() => 'nobody')];
  };
  const change = (set: string, ...values: unknown[]) => superuser.query(`update app.case_file set ${set} where file_id = $1`, [file, ...values]);
  expect(await told()).toEqual([]);
  await change('lead_user_id = $2', leif);
  expect(await told(), 'who leads it is of the team no more').toEqual([['NO_LEAD', kari]]);
  await change("deputy_user_id = $2, deputy_from = $3, deputy_until = $4", signe, MONDAY, addMs(all.world.clock.now, DAY_MS));
  expect(await told(), 'while somebody stands in').toEqual([]);
  await change("lead_user_id = $2, awaits = 'CLOSING', awaits_by = $3", signe, kari);
  expect(await told()).toEqual([['UNHELD', reidun]]);
  await change("awaits = null, awaits_by = null, named_only = $2::uuid[]", [leif]);
  expect(await told(), 'nobody who is named is a coordinator').toEqual([['UNHELD', reidun]]);
  await change('named_only = null');
  expect(await told()).toEqual([]);
  const leaveOut = async (userId: UserId) => superuser.query('insert into kernel.file_exclusion (region_id, file_id, token) values ($1, $2, $3)', [NORDFJELLA, file, await (await all.world.worker()).door.unaudited(NORDFJELLA, 'test', async (ctx) => exclusionToken(ctx.keys.lookup, userId))]);
  await leaveOut(kari);
  expect(await told()).toEqual([['UNHELD', reidun]]);
  await leaveOut(reidun);
  expect(await told()).toEqual(['nobody']);
});
