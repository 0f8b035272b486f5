import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../src/kernel/database/migrate.ts';
import { addMs, HOUR } from '../../src/kernel/time.ts';
import { confirmDecision, proposeDecision } from '../../src/returns/commands/decisions.ts';
import { returnList } from '../../src/returns/queries/returns.ts';
import { afterwards } from '../../src/vouch.ts';
import { entered, value } from '../support/door.ts';
import { MONDAY, newWorld, type World } from '../support/world.ts';

const FOLDER = join(import.meta.dirname, '../../db/migrations');

let world: World;
let superuser: pg.Client;
beforeAll(async () => {
  world = await newWorld();
  superuser = await world.superuser();
});
afterAll(() => world.close());

/** The database as it was when one leader's word let the rows of all municipalities out (before 0083). */
async function setBack(): Promise<void> {
  for (const statement of [
    'drop table app.return_allowance',
    'alter table app.return_decision add column confirmed_by uuid, add column confirmed_at timestamptz',
    'alter table app.return_decision add foreign key (region_id, confirmed_by) references app.staff_member, add check ((confirmed_by is null) = (confirmed_at is null)), add check (confirmed_by <> proposed_by)',
    'grant update (confirmed_by, confirmed_at) on app.return_decision to vv_house',
    `delete from migration.step where name like '0083%'`,
  ]) await superuser.query(statement);
}

async function proposed(): Promise<string> {
  const decisionId = randomUUID();
  await entered(world, proposeDecision, 'kari', { decisionId, kind: 'RETUR', receiver: 'BUFDIR', purpose: 'Retur for året', approval: '', endsOn: '' });
  return decisionId;
}

const confirmedBy = (decision: string, who: string) => superuser.query('update app.return_decision set confirmed_by = $2, confirmed_at = $3 where decision_id = $1', [decision, who, addMs(MONDAY, HOUR)]);
const line = async (decision: string, who = 'kari') => (await entered(world, returnList, who, {})).decisions.find(({ decisionId }) => decisionId === decision);

test('what was decided before each municipality said yes holds for those that whoever decided it answers for, and for no other: old decisions neither let rows out that nobody has allowed, nor fall (GDPR art. 4 no. 7)', async () => {
  const [own, whole, nobody, ended] = [await proposed(), await proposed(), await proposed(), await proposed()];
  await setBack();
  const { userId: leif } = await world.person('leif');
  await confirmedBy(own, leif);
  const { userId: jorunn } = await world.person('jorunn'); // of the whole region
  for (const decision of [whole, ended]) await confirmedBy(decision, jorunn);
  await superuser.query('update app.return_decision set ended_at = $2 where decision_id = $1', [ended, addMs(MONDAY, HOUR)]);
  await superuser.query(`update app.municipality set merged_into = (select municipality_id from app.municipality where number = '9901'), to_day = '2025-12-31' where number = '9904'`);
  expect(await migrate({ migrator: world.url('migrator'), worker: world.url('worker') }, FOLDER, afterwards(world.keysDir, () => world.clock.now))).toEqual(['0083_each_municipality_allows.sql']);

  const on = '2026-03-02';
  expect(await line(own)).toMatchObject({ state: 'WAITING', allowed: [{ municipality: 'Fjordby', by: 'Leif Brekken', on }], missing: ['Havnes', 'Lia'] });
  expect(await line(whole)).toMatchObject({ state: 'IN_FORCE', missing: [] });
  expect((await line(whole))?.allowed.map(({ municipality }) => municipality).toSorted(), 'what became part of another has not spoken for it').toEqual(['Fjordby', 'Havnes', 'Lia']);
  expect(await line(nobody)).toMatchObject({ state: 'WAITING', allowed: [], missing: ['Fjordby', 'Havnes', 'Lia'] });
  expect(await line(ended)).toMatchObject({ state: 'OVER' });
  const region = { ...await world.person('leif'), municipalityId: undefined };
  value(await world.house.door.enter(confirmDecision, region, { decisionId: own }));
  expect(await line(own), 'and what it lacked is said as for a new one').toMatchObject({ state: 'IN_FORCE', missing: [] });
  await expect(superuser.query('update app.return_allowance set allowed_at = now()'), 'none of it is changed afterwards').rejects.toThrow();
});
