import { expect, test } from 'vitest';
import { addMs, DAY_MS } from '../../src/kernel/time.ts';
import { regionsOf } from '../../src/open-house.ts';
import { chooseDormantDays } from '../../src/staff/commands/dormant.ts';
import { reopen } from '../../src/staff/commands/invite.ts';
import { confirmRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { shutOutTheDormant } from '../../src/staff/public.ts';
import { staffRegister } from '../../src/staff/queries.ts';
import { auditSignIn } from '../../src/staff/sign-in/register.ts';
import { ISSUER } from '../support/people.ts';
import { DAUGHTER, openAll, sender } from '../support/submissions.ts';
import { MONDAY, newWorld, NORDFJELLA } from '../support/world.ts';

test('an account that nobody has used for ninety days is shut by the worker with its roles, and the log names it; who signed in or was let in again, the reserve and the last of a role stay', async () => {
  const own = await newWorld();
  const note = auditSignIn(own.house.door, regionsOf(own.house));
  const worker = await own.worker();
  const list = async () => {
    const found = await own.house.door.enter(staffRegister, await own.person('ida'), {});
    return found.ok ? found.value : expect.fail(found.code);
  };
  const names = async () => (await list()).people.map((one) => one.name);
  const everybody = await names();
  for (const subject of ['kari', 'leif', 'ida']) {
    const { userId, regionId } = await own.person(subject);
    own.clock.now = addMs(MONDAY, 60 * DAY_MS);
    await note({ kind: 'signed-in', at: own.clock.now, regionId, userId, issuer: ISSUER, acr: '', fresh: false });
  }
  own.clock.now = addMs(MONDAY, 80 * DAY_MS);
  await shutOutTheDormant(worker.door, NORDFJELLA);
  expect(await names()).toEqual(everybody);
  const even = (await list()).people.find((one) => one.name === 'Even Strand');
  expect(even?.dormant).toEqual({ since: '2026-03-02', on: '2026-06-04', stays: undefined });
  own.clock.now = addMs(MONDAY, 91 * DAY_MS);
  // told on the eightieth day for the first time: two weeks after, not sooner
  await shutOutTheDormant(worker.door, NORDFJELLA);
  expect(await names()).toEqual(everybody);
  own.clock.now = addMs(MONDAY, 94 * DAY_MS);
  // somebody else with Even's role in his municipality; all others are the last of theirs
  expect(await own.house.door.enter(chooseDormantDays, await own.person('ida'), { days: '29' })).toMatchObject({ ok: false, fields: { days: 'dormant_days' } });
  expect((await list()).people.flatMap((one) => (one.dormant?.stays === undefined ? [] : [one.name]))).toContain('Even Strand');
  const { userId } = even ?? expect.fail();
  const held = async (subject: string, role: string) => own.house.door.enter(proposeRole, await own.person(subject), { userId: (await own.person('kari')).userId, role });
  expect(await held('leif', 'TEAMMEDLEM')).toMatchObject({ ok: true });
  const grant = (await list()).people.find((one) => one.name === 'Kari Nordmo')?.proposed[0]?.grantId;
  // Kari may not confirm her own, and Leif proposed it: another leader does
  expect(await own.house.door.enter(confirmRole, { ...(await own.person('even')), roles: ['LEDER'] }, { grantId: grant })).toMatchObject({ ok: true });
  await shutOutTheDormant(worker.door, NORDFJELLA);
  expect((await list()).disabled.map((one) => [one.name, one.roles])).toContainEqual(['Even Strand', []]);
  expect(await names()).toEqual(expect.arrayContaining(['Kari Nordmo', 'Leif Brekken', 'Ida Drift']));
  expect((await list()).reserve.now?.name).toBe('Reidun Solli');
  const from = await sender(own);
  await from.send(DAUGHTER);
  await openAll(own);
  await from.close();
  expect(await own.house.door.enter(reopen, await own.person('ida'), { userId })).toMatchObject({ ok: true });
  await shutOutTheDormant(worker.door, NORDFJELLA);
  expect(await names(), 'let in again a moment ago').toContain('Even Strand');
  const told = await (await own.superuser()).query<{ heads: unknown[][] }>("select heads from kernel.audit_event where use_case = 'staff.shut_out_dormant'");
  expect(told.rows.flatMap((row) => row.heads.map(([key]) => key))).toContain(`member:${userId}`);
  await own.close();
});
