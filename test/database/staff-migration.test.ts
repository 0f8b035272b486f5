import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../src/kernel/database/migrate.ts';
import { StartProblem } from '../../src/kernel/start-problem.ts';
import { addMs, HOUR } from '../../src/kernel/time.ts';
import { regionsOf } from '../../src/open-house.ts';
import { findReserve } from '../../src/regions/public.ts';
import { peopleIn } from '../../src/staff/sign-in/register.ts';
import { askForLostComparisons } from '../../src/staff/public.ts';
import { verifyRegions } from '../../src/tools/audit.ts';
import { afterwards } from '../../src/vouch.ts';
import { ISSUER } from '../support/people.ts';
import { HOST, MONDAY, newWorld, NORDFJELLA, type World } from '../support/world.ts';

const FOLDER = join(import.meta.dirname, '../../db/migrations');

let world: World;
let superuser: pg.Client;
beforeAll(async () => {
  world = await newWorld();
  superuser = await world.superuser();
});
afterAll(() => world.close());

/** The database as it was before the register's rows had MACs. */
async function setBack(): Promise<void> {
  for (const statement of [
    'alter table app.staff_member drop column compared_at, drop column revision, drop column mac',
    'alter table app.role_grant drop column revision, drop column mac',
    'alter table app.region_profile drop column reserve_revision, drop column reserve_mac',
    'alter table app.session drop column mac',
    'drop function queue.enqueue_lost(uuid, text, uuid, timestamptz)',
    `delete from migration.step where name like '0008%'`,
  ]) await superuser.query(statement);
}

const step = () => migrate({ migrator: world.url('migrator'), worker: world.url('worker') }, FOLDER, afterwards(world.keysDir, () => world.clock.now));
const find = (subject: string) => peopleIn(world.house.door, regionsOf(world.house), world.house.deployment.identityKey).findBySubject(ISSUER, subject);

test('people, roles and reserve from before are vouched for at the start that brings the MACs, and whoever came after a report is compared first', async () => {
  await superuser.query(`insert into kernel.file select region_id, '33333333-3333-4333-8333-333333333333', 'report', created_at from kernel.region_register where region_id = $1`, [NORDFJELLA]);
  await superuser.query(`insert into app.report (region_id, file_id, reference, channel, state, urgent, for_reserve, consultation, crowded, received_at, registered_at, version)
    select $1, '33333333-3333-4333-8333-333333333333', '2026-AAAAAA', 'NETTSKJEMA', 'SEEN', false, false, false, false, $2, $2, 1`, [NORDFJELLA, addMs(MONDAY, HOUR)]);
  const late = await world.person('jorunn');
  await superuser.query('update app.staff_member set invited_at = $1 where user_id = $2', [addMs(MONDAY, 2 * HOUR), late.userId]);
  await setBack();
  expect(await step()).toEqual(['0008_staff.sql', '0008_staff.worker.sql']);

  expect(await find('kari')).toMatchObject({ roles: ['KOORDINATOR'], disabled: false });
  expect(await find('anders')).toMatchObject({ roles: ['KOORDINATOR', 'MOTTAK'] });
  expect(await find('jorunn')).toMatchObject({ roles: [] });
  expect(await world.house.door.unaudited(NORDFJELLA, 'test', findReserve)).toBe((await world.person('reidun')).userId);
  expect((await verifyRegions(world.house, [{ id: NORDFJELLA, host: HOST }], join(world.keysDir, 'none'))).lines.filter((line) => line.includes('ansattregisteret'))).toEqual([]);
  const worker = await world.worker();
  await worker.door.unaudited(NORDFJELLA, 'test', askForLostComparisons);
  const { rows } = await superuser.query<{ id: string }>(`select payload->>'id' as id from graphile_worker._private_jobs where key like 'compare_colleague:%'`);
  expect(rows).toEqual([{ id: late.userId }]);
});

test('a row without a MAC is never vouched for later, not even by a database that is set back by hand to before the step', async () => {
  const { userId } = await world.person('ida');
  await superuser.query(`insert into app.role_grant (region_id, grant_id, user_id, role, proposed_by, proposed_at, confirmed_by, confirmed_at, revision, mac)
    select region_id, gen_random_uuid(), $1, 'KOORDINATOR', 'system', proposed_at, 'system', proposed_at, 1, '' from app.role_grant where user_id = $1`, [userId]);
  expect(await step()).toEqual([]);
  expect((await find('ida'))?.roles).toEqual(['SYSTEMADMIN']);
  await setBack();
  await expect(step()).rejects.toThrow(StartProblem);
  const { rows } = await superuser.query(`select 1 from information_schema.columns where table_schema = 'app' and column_name = 'mac' and table_name in ('staff_member', 'role_grant', 'session')`);
  expect(rows, 'nothing of the step is left').toEqual([]);
});
