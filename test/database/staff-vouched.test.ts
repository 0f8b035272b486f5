import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeBlock } from '../../src/kernel/audit/blocks.ts';
import { writeHead } from '../../src/kernel/audit/heads.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import type { UserId } from '../../src/kernel/ids.ts';
import { regionsOf, type House } from '../../src/open-house.ts';
import { regionMembers } from '../../src/regions/queries.ts';
import { findReserve } from '../../src/regions/public.ts';
import { disable } from '../../src/staff/commands/invite.ts';
import { chooseReserve } from '../../src/staff/commands/reserve.ts';
import { confirmRole, endRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { identityLookup } from '../../src/staff/identity.ts';
import { listColleagues } from '../../src/staff/public.ts';
import { hashOfToken, newSessionToken, openedSession, SESSION_LIMITS } from '../../src/staff/sign-in/session.ts';
import { peopleIn, sessionsIn } from '../../src/staff/sign-in/register.ts';
import { systemChance } from '../../src/kernel/ids.ts';
import { verifyRegions } from '../../src/tools/audit.ts';
import { settled } from '../support/cluster.ts';
import { ISSUER } from '../support/people.ts';
import { HOST, newWorld, NORDFJELLA, type World } from '../support/world.ts';
import { houseWithIssuer } from './staff-house.ts';

let world: World;
let house: House;
let superuser: pg.Client;
let headsDir: string;
let ids: Readonly<Record<string, UserId>>;

beforeAll(async () => {
  world = await newWorld();
  house = await houseWithIssuer(world);
  headsDir = mkdtempSync(join(tmpdir(), 'vv-heads-'));
  superuser = await world.superuser();
  ids = Object.fromEntries(await Promise.all(['kari', 'leif', 'even', 'stine', 'signe', 'reidun', 'ida'].map(async (who) => [who, (await world.person(who)).userId] as const)));
  // Told before anything is tampered with: roles given, taken and a reserve chosen, all of it in a block with its head outside.
  for (const role of ['PERSONVERNOMBUD', 'STYRINGSGRUPPE']) await as('kari', proposeRole, { userId: ids['even'], role });
  await as('kari', endRole, { grantId: await grantOf('even', 'PERSONVERNOMBUD') });
  await as('leif', chooseReserve, { userId: ids['signe'] });
  await close();
});
afterAll(async () => {
  await house.close();
  await world.close();
  rmSync(headsDir, { recursive: true, force: true });
});

/** Everything a superuser does here is kept, and undone by hand: the product itself has to meet it. */
let before: Readonly<Record<string, readonly Record<string, unknown>[]>>;
const TABLES = ['app.staff_member', 'app.role_grant', 'app.region_profile'];
async function everything(): Promise<typeof before> {
  const rows: Record<string, readonly Record<string, unknown>[]> = {};
  for (const table of TABLES) rows[table] = (await superuser.query<Record<string, unknown>>(`select to_jsonb(t) as row from ${table} t`)).rows;
  return rows;
}
beforeEach(async () => {
  before = await everything();
});
afterEach(async () => {
  await superuser.query('begin');
  await superuser.query('set local session_replication_role = replica');
  for (const table of TABLES) {
    await superuser.query(`delete from ${table}`);
    for (const { row } of before[table] ?? []) await superuser.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [JSON.stringify(row)]);
  }
  await superuser.query('delete from app.session');
  await superuser.query('commit');
  expect(await verify()).toEqual([]);
});

async function close(): Promise<void> {
  const worker = await world.worker();
  await settled();
  const block = await worker.door.unaudited(NORDFJELLA, 'audit blocks', closeBlock);
  if (block !== undefined) writeHead(headsDir, block);
}

async function as<I, F, R>(subject: string, useCase: UseCase<I, F, R>, input: unknown): Promise<R> {
  const outcome = await house.door.enter(useCase, await world.person(subject), input);
  return outcome.ok ? outcome.value : expect.fail(`${useCase.name}: ${outcome.code}`);
}

async function tamper(statement: string, values: unknown[] = []): Promise<string> {
  await superuser.query('begin');
  await superuser.query('set local session_replication_role = replica');
  const { rows } = await superuser.query<{ id: string }>(statement, values);
  await superuser.query('commit');
  return rows[0]?.id ?? '';
}

async function grantOf(who: string, role: string): Promise<string> {
  return (await superuser.query<{ id: string }>('select grant_id as id from app.role_grant where user_id = $1 and role = $2', [ids[who], role])).rows[0]?.id ?? expect.fail('no grant');
}

const people = () => peopleIn(house.door, regionsOf(house), house.deployment.identityKey);

async function rolesOf(who: string): Promise<readonly string[] | undefined> {
  const own = await people().findMember(NORDFJELLA, ids[who] ?? expect.fail('nobody'));
  const listed = (await house.door.unaudited(NORDFJELLA, 'test', listColleagues)).find((one) => one.userId === ids[who]);
  expect(listed?.roles.toSorted()).toEqual(own?.roles.toSorted());
  return own?.roles;
}

/** What `npm run audit:verify` says of this region, without the heading. */
async function verify(): Promise<string[]> {
  const { lines, well } = await verifyRegions(world.house, [{ id: NORDFJELLA, host: HOST }], headsDir);
  expect(well).toBe(lines.length === 1);
  return lines.slice(1).map((line) => line.trim());
}

const FORGED = 'i ansattregisteret er ikke skrevet av systemet, og gjelder ikke.';
const SET_BACK = 'i ansattregisteret er slik den var før siste endring.';

describe('whoever can write everything in the database, and has none of the keys,', () => {
  test('gives nobody a role with a row of their own: it counts as absent, and is named', async () => {
    const id = await tamper(`insert into app.role_grant (region_id, grant_id, user_id, role, proposed_by, proposed_at, confirmed_by, confirmed_at, ended_at, revision, mac)
      select region_id, gen_random_uuid(), $1, 'KOORDINATOR', proposed_by, proposed_at, confirmed_by, confirmed_at, null, revision, mac from app.role_grant where user_id = $2 returning grant_id as id`, [ids['ida'], ids['kari']]);
    expect(await rolesOf('ida')).toEqual(['SYSTEMADMIN']);
    expect(await verify()).toEqual([`Forfalsket: rollen ${id} ${FORGED}`]);
    // Nor can it be confirmed or ended by a colleague who takes it for real.
    const kari = await world.person('kari');
    expect(await house.door.enter(confirmRole, kari, { grantId: id })).toEqual({ ok: false, code: 'not_found' });
    expect(await house.door.enter(endRole, kari, { grantId: id })).toEqual({ ok: false, code: 'not_found' });
  });

  test.each([
    ['another role', `role = 'KOORDINATOR'`], ['another person', `user_id = (select user_id from app.role_grant where role = 'SYSTEMADMIN')`],
    ['a confirmation', `confirmed_by = proposed_by || 'x'`], ['a proposer', `proposed_by = 'system'`], ['another moment', `proposed_at = proposed_at + interval '1 day'`],
    ['an end that is gone', `ended_at = null, revision = revision + 1`],
  ])('makes nothing of somebody’s real role by writing %s over it', async (_what, change) => {
    const id = await grantOf('even', 'PERSONVERNOMBUD');
    await tamper(`update app.role_grant set ${change} where grant_id = $1`, [id]);
    expect((await rolesOf('even'))?.toSorted()).toEqual(['STYRINGSGRUPPE', 'TEAMMEDLEM']);
    expect(await rolesOf('ida')).toEqual(['SYSTEMADMIN']);
    expect(await verify()).toEqual([`Forfalsket: rollen ${id} ${FORGED}`]);
  });

  test('signs in as nobody by moving their identity to a coordinator: neither is then anybody, and the row is named', async () => {
    const own = identityLookup(house.deployment.identityKey, ISSUER, 'fremmed');
    await tamper('update app.staff_member set identity_lookup = $1 where user_id = $2', [own, ids['kari']]);
    await tamper('insert into kernel.identity_index (lookup, region_id) values ($1, $2)', [own, NORDFJELLA]);
    expect(await people().findBySubject(ISSUER, 'fremmed')).toBeUndefined();
    expect(await people().findBySubject(ISSUER, 'kari')).toBeUndefined();
    expect(await people().findMember(NORDFJELLA, ids['kari'] ?? expect.fail('nobody'))).toBeUndefined();
    expect(await verify()).toEqual([`Forfalsket: personen ${ids['kari']} ${FORGED}`]);
  });

  test('hides nobody behind a forged row with their identity', async () => {
    await tamper(`insert into app.staff_member (region_id, user_id, municipality_id, identity_lookup, sealed, row_version, invited_at, disabled_at, compared_at, let_in_again, revision, mac)
      select region_id, gen_random_uuid(), municipality_id, identity_lookup, sealed, row_version, invited_at - interval '1 day', null, compared_at, let_in_again, revision, mac from app.staff_member where user_id = $1`, [ids['kari']]);
    expect(await people().findBySubject(ISSUER, 'kari')).toMatchObject({ userId: ids['kari'], roles: ['KOORDINATOR'] });
    expect(await verify()).toHaveLength(1);
  });

  test.each([
    ['puts anybody out on another day', `disabled_at = '2026-01-01'`], ['makes a comparison done', `compared_at = '2026-01-01'`], ['was marked two weeks ago', `marked_at = '2026-01-01'`], ['has what they had before', 'let_in_again = true'],
    ['moves anybody to another municipality', 'municipality_id = null'], ['gives anybody another name', `sealed = (select sealed from app.staff_member where user_id <> m.user_id limit 1), row_version = row_version + 1`],
  ])('neither %s', async (_what, change) => {
    await tamper(`update app.staff_member m set ${change} where user_id = $1`, [ids['even']]);
    expect(await people().findMember(NORDFJELLA, ids['even'] ?? expect.fail('nobody'))).toBeUndefined();
    expect(await verify()).toEqual([`Forfalsket: personen ${ids['even']} ${FORGED}`]);
  });

  test('names no reserve: there is none then, the region says so, and the row is named', async () => {
    await tamper('update app.region_profile set reserve_user_id = $1 where region_id = $2', [ids['even'], NORDFJELLA]);
    expect(await house.door.unaudited(NORDFJELLA, 'test', findReserve)).toBeUndefined();
    expect(await as('leif', regionMembers, {})).toMatchObject({ hasReserve: false });
    expect(await verify()).toEqual([`Forfalsket: reserven ${FORGED}`]);
  });

  test('opens no session with a secret of their own', async () => {
    const sessions = sessionsIn(house.door, regionsOf(house));
    const [mine, theirs] = [newSessionToken(systemChance), newSessionToken(systemChance)];
    const session = (token: string) => openedSession({ idHash: hashOfToken(token), userId: ids['even'] ?? expect.fail('nobody'), regionId: NORDFJELLA, ...SESSION_LIMITS, authTime: world.clock.now, issuer: ISSUER, sid: 's' }, world.clock.now);
    await sessions.open(session(mine));
    expect(await sessions.find(NORDFJELLA, hashOfToken(mine))).toEqual(session(mine));
    await sessions.touch(session(mine), world.clock.now, world.clock.now);
    expect(await sessions.find(NORDFJELLA, hashOfToken(mine))).toEqual(session(mine));
    await tamper(`insert into app.session select region_id, $1, user_id, issuer, sid, idle_ms, absolute_ms, created_at, last_seen_at, signed_in_at, mac from app.session`, [hashOfToken(theirs)]);
    expect(await sessions.find(NORDFJELLA, hashOfToken(theirs))).toBeUndefined();
    await tamper('update app.session set user_id = $1', [ids['kari']]);
    expect(await sessions.find(NORDFJELLA, hashOfToken(mine))).toBeUndefined();
  });
});

describe('whoever puts back what was true before', () => {
  test('is named by the log, which knows how far each row had come: a role that had ended, a person who was put out, a reserve who is not', async () => {
    const old = async (table: string, key: string, id: string) => (await superuser.query<{ row: unknown }>(`select to_jsonb(t) as row from ${table} t where ${key} = $1`, [id])).rows[0]?.row;
    const id = await grantOf('stine', 'STYRINGSGRUPPE');
    const rows = [
      ['app.role_grant', 'grant_id', id, await old('app.role_grant', 'grant_id', id)], ['app.staff_member', 'user_id', ids['stine'] ?? '', await old('app.staff_member', 'user_id', ids['stine'] ?? '')],
      ['app.region_profile', 'region_id', NORDFJELLA, await old('app.region_profile', 'region_id', NORDFJELLA)],
    ] as const;
    await as('leif', chooseReserve, { userId: ids['reidun'] });
    await as('kari', disable, { userId: ids['stine'] });
    await close();
    expect(await verify()).toEqual([]);
    const after = before;
    before = await everything();
    expect(before).not.toEqual(after);
    for (const [table, key, which, row] of rows) {
      await tamper(`delete from ${table} where ${key} = $1`, [which]);
      await tamper(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [JSON.stringify(row)]);
    }
    expect((await verify()).toSorted()).toEqual([`Satt tilbake: rollen ${id} ${SET_BACK}`, `Satt tilbake: personen ${ids['stine']} ${SET_BACK}`, `Satt tilbake: reserven ${SET_BACK}`].toSorted());
  });

  test('or takes a row away: it is missed', async () => {
    const id = await grantOf('even', 'PERSONVERNOMBUD');
    await tamper('delete from app.role_grant where grant_id = $1', [id]);
    expect(await verify()).toEqual([`Slettet: rollen ${id} er borte fra ansattregisteret.`]);
  });
});
