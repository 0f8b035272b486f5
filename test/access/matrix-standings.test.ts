import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareWithCases } from '../../src/cases/public.ts';
import type { Person } from '../../src/kernel/actor.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import { addMs, DAY_MS, osloDay } from '../../src/kernel/time.ts';
import { compareWithReports } from '../../src/reports/public.ts';
import { chooseContact } from '../../src/staff/commands/contact.ts';
import { correct } from '../../src/staff/commands/correct.ts';
import { disable, reopen } from '../../src/staff/commands/invite.ts';
import { confirmRole, endRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { proposeSupervision } from '../../src/staff/commands/supervision.ts';
import { peopleIn } from '../../src/staff/sign-in/register.ts';
import { STAFF } from '../support/people.ts';
import { NORDFJELLA } from '../support/world.ts';
import { inputFor } from './inputs.ts';
import { lived, type Lived } from './lived.ts';
import { standing, STANDINGS } from './standings.ts';
import { whoIs } from './situations.ts';
import { TABLE } from './table.ts';
import { findUseCases, type AnyUseCase } from './use-cases.ts';

let all: Lived;
let useCases: readonly AnyUseCase[];
beforeAll(async () => {
  all = await lived();
  useCases = (await findUseCases()).useCases;
}, 120_000);
afterAll(() => all.close());

const PEOPLE = STAFF.map(({ subject }) => subject);

async function does<I, F, R>(useCase: UseCase<I, F, R>, by: Person, input: unknown): Promise<R> {
  const outcome = await all.house.door.enter(useCase, by, input);
  if (!outcome.ok) throw new Error(`${useCase.name}: ${outcome.code} ${JSON.stringify(outcome.fields ?? {})}`);
  return outcome.value;
}

/** Somebody who manages people, and is not the one it is done to. */
const manager = (of: string) => all.all.world.person(of === 'kari' ? 'leif' : 'kari');

async function endRoles(who: string): Promise<void> {
  const { rows } = await all.superuser.query<{ grant_id: string }>('select grant_id from app.role_grant where user_id = $1 and ended_at is null', [await all.all.id(who)]);
  for (const { grant_id: grantId } of rows) await does(endRole, await manager(who), { grantId });
}

/** @param confirms another content leader than the one who proposes it */
async function gives(who: string, role: string, confirms = 'leif'): Promise<void> {
  const userId = await all.all.id(who);
  const { grantId, confirmed } = await does(proposeRole, await manager(who), { userId, role });
  if (!confirmed) await does(confirmRole, await all.all.world.person(confirms), { grantId });
}

/** What was proposed for somebody anew when they moved. */
async function confirmed(who: string): Promise<void> {
  const { rows } = await all.superuser.query<{ grant_id: string }>('select grant_id from app.role_grant where user_id = $1 and ended_at is null and confirmed_at is null', [await all.all.id(who)]);
  for (const { grant_id: grantId } of rows) await does(confirmRole, await all.all.world.person('arne'), { grantId });
}

/** The same thing done to somebody in the database, by those who do it in life. */
const DONE = {
  role_ended: endRoles,
  role_waits: async (who) => {
    const { roles } = await all.all.world.person(who);
    await endRoles(who);
    for (const role of roles) await does(proposeRole, await manager(who), { userId: await all.all.id(who), role });
  },
  shut_out: async (who) => { await does(disable, await manager(who), { userId: await all.all.id(who) }); },
  uncompared: async (who) => { await renamed(who, { name: 'Tiril Nymo' }); },
  // of two who answer for content the second cannot confirm what the first becomes: a third does
  administrator: async (who) => {
    const isLeader = who === 'kari' || who === 'leif';
    if (isLeader) await gives('arne', 'LEDER');
    await endRoles(who);
    await gives(who, 'SYSTEMADMIN', isLeader ? 'arne' : 'leif');
  },
  steering_too: (who) => gives(who, 'STYRINGSGRUPPE'),
  // somebody leads there after Leif, or what is to be looked at would be nobody's, and so every leader's
  moved: async (who) => { await gives('arne', 'LEDER'); await renamed(who, { municipalityId: await municipality(who === 'signe' ? '9904' : '9902') }); await confirmed(who); },
  stands_in: async (who) => {
    const [kari, day] = [await all.all.world.person('kari'), osloDay(all.all.world.clock.now)];
    await does(chooseContact, kari, { email: 'kari@fjordby.example', phone: '', lang: 'nb', newReport: true, akutt: true, digest: true, sms: false, standIn: await all.all.id(who), from: day, to: day });
  },
  supervises: async (who) => {
    await endRoles(who);
    await supervised(who);
  },
  supervision_over: async (who) => {
    await endRoles(who);
    await supervised(who);
    all.all.world.clock.now = addMs(all.all.world.clock.now, 3 * DAY_MS);
  },
  let_in_again: async (who) => {
    const [{ roles }, userId, worker] = [await all.all.world.person(who), await all.all.id(who), await all.all.world.worker()];
    await does(disable, await manager(who), { userId });
    await does(reopen, await manager(who), { userId });
    for (const role of roles) await gives(who, role);
    expect((await asSignedIn(who))?.roles, 'before what they had has ended').toEqual([]);
    expect(await compareWithReports(worker.door, NORDFJELLA, userId, (version) => compareWithCases(worker.door, NORDFJELLA, userId, version))).toMatchObject({ ok: true });
  },
} satisfies Readonly<Record<string, (who: string) => Promise<void>>>;

async function municipality(number: string): Promise<string> {
  const { rows } = await all.superuser.query<{ id: string }>('select municipality_id as id from app.municipality where number = $1', [number]);
  return rows[0]?.id ?? expect.fail(`no municipality ${number}`);
}

async function renamed(who: string, change: { readonly name?: string; readonly municipalityId?: string }): Promise<void> {
  const { userId, municipalityId } = await all.all.world.person(who);
  const known = STAFF.find(({ subject }) => subject === who) ?? expect.fail(who);
  await does(correct, await manager(who), { userId, name: known.name, unit: known.unit, municipalityId: municipalityId ?? null, ...change });
}

async function supervised(who: string): Promise<void> {
  const [leader, second] = [await all.all.world.person('leif'), await all.all.world.person('kari')];
  const { grantId } = await does(proposeSupervision, leader, { grantId: crypto.randomUUID(), userId: await all.all.id(who), supervisor: 'STATSFORVALTER', basis: 'KSL_9', grounds: 'Tilsyn.', municipalities: [], lastDay: osloDay(addMs(all.all.world.clock.now, DAY_MS)) });
  await does(confirmRole, second, { grantId });
}

/** As each page finds them: today's roles, from the database. undefined: nobody who may sign in. */
async function asSignedIn(who: string): Promise<Person | undefined> {
  const { world: { house, clock } } = all.all;
  const found = await peopleIn(house.door, async () => [NORDFJELLA], house.deployment.identityKey).findMember(NORDFJELLA, await all.all.id(who));
  return found === undefined || found.disabled ? undefined : { kind: 'person', regionId: found.regionId, userId: found.userId, roles: found.roles, municipalityId: found.municipalityId, signedInAt: clock.now };
}

const TABLES = ['app.role_grant', 'app.staff_member', 'app.staff_contact', 'app.region_profile'];
const kept = (table: string) => `kept_${table.replace('app.', '')}`;

async function keep(): Promise<void> {
  for (const table of TABLES) await all.superuser.query(`create table ${kept(table)} as table ${table}`);
}

/** The staff as they were, whatever a trigger says: the next thing happens to the same people. */
async function putBack(): Promise<void> {
  await all.superuser.query('set session_replication_role = replica');
  for (const table of TABLES) await all.superuser.query(`delete from ${table}; insert into ${table} select * from ${kept(table)}`);
  await all.superuser.query('set session_replication_role = origin');
}

/** To whom it happens; those of `enters` then go through the door with every use case that they might before it or may now. Roles that are the same open the same. */
const TO: Readonly<Record<string, { readonly people: readonly string[]; readonly enters: readonly string[] }>> = {
  role_ended: { people: PEOPLE, enters: ['kari', 'leif', 'reidun', 'arne'] }, role_waits: { people: ['kari', 'signe'], enters: [] }, shut_out: { people: PEOPLE, enters: [] }, uncompared: { people: ['kari', 'signe', 'leif'], enters: ['signe'] },
  administrator: { people: PEOPLE.filter((who) => who !== 'ida'), enters: ['reidun'] }, steering_too: { people: ['jorunn', 'even', 'kari'], enters: ['jorunn'] }, moved: { people: ['leif', 'even', 'signe'], enters: ['leif', 'even'] },
  stands_in: { people: ['jorunn', 'signe'], enters: ['signe'] }, supervises: { people: ['signe', 'even', 'stine'], enters: ['signe'] }, supervision_over: { people: ['signe', 'even'], enters: [] },
  // last: what ends in the cases' journals stays ended
  let_in_again: { people: ['signe', 'even'], enters: ['signe', 'even'] },
};

test('whatever has happened to somebody, from the next page on they are let in as the matrix says of that, through the door and with today’s roles from the database', async () => {
  await keep();
  const wrong: string[] = [];
  let entered = 0;
  for (const [key, { people, enters }] of Object.entries(TO)) {
    for (const who of people) {
      const before = all.all.world.clock.now;
      await (DONE as Readonly<Record<string, (one: string) => Promise<void>>>)[key]?.(who); // TO has the keys of DONE
      const person = await asSignedIn(who);
      if ((person === undefined) !== (key === 'shut_out')) wrong.push(`${who} (${key}): ${person === undefined ? 'nobody' : 'somebody'} signs in`);
      // in life a role ends before supervision begins, so that nothing is left when that is over
      const then = standing(key === 'supervision_over' ? 'role_ended' : key, whoIs(who)) ?? expect.fail(`${key} has no meaning for ${who}`);
      if (person !== undefined && then.actor.kind === 'person' && JSON.stringify([...person.roles].toSorted()) !== JSON.stringify([...then.actor.roles].toSorted())) wrong.push(`${who} (${key}) has ${person.roles.join()}, the matrix says ${then.actor.roles.join()}`);
      for (const row of enters.includes(who) ? TABLE : []) {
        const [first] = row.situations;
        if (first === undefined) continue;
        const [was, want] = [row.answer(whoIs(who), first.key).verdict, row.answer(then, first.key).verdict];
        if (!was.allow && !want.allow) continue;
        const useCase = useCases.find(({ name }) => name === row.name);
        if (useCase === undefined || person === undefined) continue;
        const { audit } = await all.enter(useCase, person, inputFor(row.name, all.ids.here, all.site));
        entered += 1;
        const got = audit?.startsWith('denied:') === true ? 'denied' : 'allowed';
        if (got !== (want.allow ? 'allowed' : 'denied')) wrong.push(`${row.name} ${who} (${key}): ${audit ?? 'no audit row'}, the matrix says ${want.allow ? 'allowed' : 'denied'}:${want.because}`);
      }
      all.all.world.clock.now = before;
      await putBack();
    }
  }
  expect(wrong.slice(0, 12)).toEqual([]);
  expect(entered).toBeGreaterThan(500);
  expect(Object.keys(TO).toSorted(), 'what has happened to somebody, apart from where they work and when they signed in').toEqual(STANDINGS.map(({ key }) => key).filter((key) => !['elsewhere', 'hours_ago'].includes(key)).toSorted());
}, 300_000);
