import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Person } from '../../src/kernel/actor.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import { addMs, DAY_MS } from '../../src/kernel/time.ts';
import { regionsOf } from '../../src/open-house.ts';
import { sendNotice, tellRegion } from '../../src/notices/public.ts';
import { chooseContact } from '../../src/staff/commands/contact.ts';
import { chooseDormantDays, whoIsDormant } from '../../src/staff/commands/dormant.ts';
import { reopen } from '../../src/staff/commands/invite.ts';
import { confirmRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { shutOutTheDormant } from '../../src/staff/public.ts';
import { staffRegister } from '../../src/staff/queries.ts';
import { auditSignIn } from '../../src/staff/sign-in/register.ts';
import { AMPLE, asRead, mailerAt, mailServerHere } from '../support/mail-server.ts';
import { ISSUER } from '../support/people.ts';
import { DAUGHTER, openAll, sender } from '../support/submissions.ts';
import { MONDAY, newWorld, NORDFJELLA } from '../support/world.ts';

test('an account that nobody has used for ninety days is shut by the worker with its roles, and the log names it; who signed in or was let in again, the reserve and the last of a role stay; two weeks before the person is told by one mail, and nothing that is chosen since shuts them out sooner', async () => {
  const own = await newWorld();
  const post = await mailServerHere();
  const note = auditSignIn(own.house.door, regionsOf(own.house));
  const worker = await own.worker();
  const superuser = await own.superuser();
  const list = async () => {
    const found = await own.house.door.enter(staffRegister, await own.person('ida'), {});
    return found.ok ? found.value : expect.fail(found.code);
  };
  const names = async () => (await list()).people.map((one) => one.name);
  const does = async <I, F, R>(command: UseCase<I, F, R>, who: Person, input: unknown) => expect(await own.house.door.enter(command, who, input)).toMatchObject({ ok: true });
  const round = async (days: number) => {
    own.clock.now = addMs(MONDAY, days * DAY_MS);
    await shutOutTheDormant(worker.door, NORDFJELLA);
    await tellRegion(worker.door, NORDFJELLA, { mail: true, sms: false });
    const { rows } = await superuser.query<{ message_id: string }>("select message_id from app.notice_message where state = 'QUEUED'");
    for (const { message_id: id } of rows) await sendNotice(worker.door, { mailer: mailerAt(post.port, AMPLE), gateway: undefined, house: 'https://intern.example' }, NORDFJELLA, id);
  };
  const everybody = await names();
  const [even, ida] = [await own.person('even'), await own.person('ida')];
  const { userId } = even;
  await does(chooseContact, even, { email: 'even@post.example.org', phone: '', lang: 'nn', newReport: false, akutt: false, digest: false, sms: false, standIn: '', from: '', to: '' });
  // somebody else with Even's role in his municipality; all others are the last of theirs. Kari may not confirm her own, and Leif proposed it: another leader does
  await does(proposeRole, await own.person('leif'), { userId: (await own.person('kari')).userId, role: 'TEAMMEDLEM' });
  await does(confirmRole, { ...even, roles: ['LEDER'] }, { grantId: (await list()).people.find((one) => one.name === 'Kari Nordmo')?.proposed[0]?.grantId });
  for (const subject of ['kari', 'leif', 'ida']) {
    const person = await own.person(subject);
    own.clock.now = addMs(MONDAY, 60 * DAY_MS);
    await note({ kind: 'signed-in', at: own.clock.now, regionId: person.regionId, userId: person.userId, issuer: ISSUER, acr: '', fresh: false });
  }
  await round(80);
  expect(await names()).toEqual(everybody);
  expect((await list()).people.find((one) => one.name === 'Even Strand')?.dormant).toEqual({ since: '2026-03-02', on: '2026-06-04', stays: undefined });
  expect(post.got.map((one) => [one.to, asRead(one).includes('Det er noko nytt i Voksenvern.')])).toEqual([['even@post.example.org', true]]);
  expect(await own.house.door.enter(chooseDormantDays, ida, { days: '29' })).toMatchObject({ ok: false, fields: { days: 'dormant_days' } });
  await does(chooseDormantDays, ida, { days: '30' });
  await round(91);
  expect(await names(), 'told on the eightieth day: two weeks after, however few days were chosen since').toEqual(everybody);
  await does(chooseDormantDays, ida, { days: '90' });
  await round(94);
  expect((await list()).disabled.map((one) => [one.name, one.roles])).toContainEqual(['Even Strand', []]);
  expect(await names()).toEqual(expect.arrayContaining(['Kari Nordmo', 'Leif Brekken', 'Ida Drift']));
  expect((await list()).reserve.now?.name).toBe('Reidun Solli');
  expect(post.got, 'one mail').toHaveLength(1);
  const from = await sender(own);
  await from.send(DAUGHTER);
  await openAll(own);
  await from.close();
  await does(reopen, ida, { userId });
  await shutOutTheDormant(worker.door, NORDFJELLA);
  expect(await names(), 'let in again a moment ago').toContain('Even Strand');
  const told = await superuser.query<{ heads: unknown[][] }>("select heads from kernel.audit_event where use_case = 'staff.shut_out_dormant'");
  expect(told.rows.flatMap((row) => row.heads.map(([key]) => key))).toContain(`member:${userId}`);

  await superuser.query(`insert into kernel.audit_event select region_id, gen_random_uuid(), at, 'person:somebody', 'cases.open', outcome, files, heads, xid, mac from (select * from kernel.audit_event limit 1) one, generate_series(1, 5000)`);
  await superuser.query('analyze kernel.audit_event');
  const scans = await worker.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
    await whoIsDormant(ctx);
    const { rows } = await sql<{ seq: string; idx: string }>`select seq_scan as seq, idx_scan as idx from pg_stat_xact_all_tables where relid = 'kernel.audit_event'::regclass`.execute(ctx.tx);
    return rows.map(({ seq, idx }) => [Number(seq), Number(idx) > 0]);
  });
  expect(scans, 'the log is asked by its index, once for each person, and never read through').toEqual([[0, true]]);
  await post.close();
  await own.close();
});
