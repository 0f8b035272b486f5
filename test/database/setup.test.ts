import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asId, systemChance } from '../../src/kernel/ids.ts';
import { refuse } from '../../src/kernel/outcome.ts';
import { addMs, DAY_MS } from '../../src/kernel/time.ts';
import { openStorage } from '../../src/kernel/storage.ts';
import { openHouse, regionsOf, type House } from '../../src/open-house.ts';
import { DEMO_MUNICIPALITIES } from '../../src/regions/demo-municipalities.ts';
import { MUNICIPALITIES } from '../../src/regions/municipalities.ts';
import { siteDraft } from '../../src/regions/queries.ts';
import { setUpFirstRegion } from '../../src/setup/first-region.ts';
import { linkFile, offerLink, opensWith, readLink } from '../../src/setup/link.ts';
import { readAnswers } from '../../src/setup/questions.ts';
import { setUpRoutes } from '../../src/setup/web.tsx';
import { staffRegister } from '../../src/staff/queries.ts';
import { peopleIn } from '../../src/staff/sign-in/register.ts';
import { staffApp } from '../../src/web/staff/app.tsx';
import { ISSUER } from '../support/people.ts';
import { newWorld, type World } from '../support/world.ts';
import { MARK_KEY, NO_MACHINE } from './staff-house.ts';

const ORIGIN = 'http://127.0.0.1:3001';

let world: World;
let house: House;
let superuser: pg.Client;
let dataDir: string;
let app: Hono;

/** A database in real use that holds no region: the template's, emptied by a superuser whom no trigger stops. */
beforeAll(async () => {
  world = await newWorld();
  superuser = await world.superuser();
  await superuser.query("set session_replication_role = replica; truncate kernel.region_register cascade; update kernel.deployment set kind = 'real'; set session_replication_role = origin");
  house = await openHouse({ databaseUrl: world.url('house'), keysDir: world.keysDir, clock: () => world.clock.now, connections: 4, issuer: ISSUER });
  dataDir = mkdtempSync(join(tmpdir(), 'vv-setup-'));
  const never = async () => ({ outcome: refuse('signin.unreachable'), cookies: [] });
  app = staffApp({
    door: house.door, files: openStorage(dataDir), routes: [], clock: () => world.clock.now, markKey: MARK_KEY, demo: false, https: false, houseOrigin: ORIGIN, health: async (c) => c.json({}),
    signIn: { waits: () => undefined, startSignIn: never, completeSignIn: never, signOut: async () => ({ cookies: [], location: undefined }), frontChannelLogout: async () => undefined, framedBy: async () => [], findMember: async () => undefined, whoIs: async () => refuse('session.none'), machine: NO_MACHINE },
    signInRoutes: setUpRoutes({ house, clock: () => world.clock.now, dataDir, host: 'voksen.example', issuer: ISSUER, known: DEMO_MUNICIPALITIES, languageOf: () => 'nb' }),
  });
});
afterAll(async () => {
  await house.close();
  await world.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const offer = (): string => {
  offerLink({ dataDir, houseUrl: ORIGIN, now: world.clock.now, chance: systemChance });
  return readLink(dataDir)?.address ?? '';
};

const ANSWERS: Readonly<Record<string, string>> = {
  name: 'Voksenvern Nordfjella', 'phone-number': '55 55 01 10', 'talk-number': '55 55 01 11', 'phone-kind': 'always', 'talk-kind': 'weekly', 'talk-1': '8–15.30', 'reading-kind': 'unknown',
  'municipality-1': 'Fjordby', 'child-1': '55 55 02 10', 'municipality-2': '9904', 'child-2': '55 55 02 11', organisation: 'Nordfjella krisesenter IKS', agreement: 'Avtale, 2026', from: '2026-01-01',
  'controller-name': 'Kommunen der personen bor', 'basis-nb': 'Artikkel 6 nr. 1 bokstav e',
  'coordinator-name': 'Kari Nordmo', 'coordinator-subject': 'kari', 'deputy-name': 'Tor Eikeland', 'deputy-subject': 'tor', 'leader-name': 'Leif Brekken', 'leader-subject': 'leif', 'leader-place': 'Fjordby',
  'member1-name': 'Reidun Solli', 'member1-subject': 'reidun', 'member1-place': 'Tjernås',
};

async function get(address: string): Promise<{ status: number; text: string }> {
  const reply = await app.request(address);
  return { status: reply.status, text: await reply.text() };
}

async function send(address: string, answers: Readonly<Record<string, string>>): Promise<{ status: number; text: string; to: string | null }> {
  const reply = await app.request(address, { method: 'POST', headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(answers).toString() });
  return { status: reply.status, text: await reply.text(), to: reply.headers.get('location') };
}

async function countOf(table: string): Promise<number> {
  return Number((await superuser.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);
}

async function everythingIsEmpty(): Promise<void> {
  for (const table of ['kernel.region_register', 'kernel.region_key', 'kernel.identity_index', 'app.municipality', 'app.staff_member', 'app.region_profile', 'app.published_site', 'kernel.audit_event']) {
    expect([table, await countOf(table)]).toEqual([table, 0]);
  }
}

describe('the link', () => {
  test('lies in a file that only its owner can read, is kept over a restart and renewed when it is old', () => {
    const first = offer();
    expect(statSync(linkFile(dataDir)).mode & 0o777).toBe(0o600);
    expect(first).toMatch(/^http:\/\/127\.0\.0\.1:3001\/oppsett\/[\w-]{43}$/);
    expect(offer()).toBe(first);
    world.clock.now = addMs(world.clock.now, 7 * DAY_MS);
    const link = readLink(dataDir);
    expect(opensWith(link, first.split('/').at(-1) ?? '', world.clock.now)).toBe(false);
    expect(offer()).not.toBe(first);
  });

  test('that is wrong, old or in a broken file answers exactly as a page that does not exist', async () => {
    const right = offer();
    const missing = await get(`${ORIGIN}/finnes-ikke`);
    expect(missing.status).toBe(404);
    for (const wrong of [`${right}x`, right.slice(0, -1), `${ORIGIN}/oppsett/`, `${ORIGIN}/oppsett/${'A'.repeat(43)}`]) {
      expect(await get(wrong), wrong).toEqual(missing);
      expect({ ...(await send(wrong, ANSWERS)), to: undefined }, wrong).toEqual({ ...missing, to: undefined });
    }
    const now = world.clock.now;
    world.clock.now = addMs(now, 8 * DAY_MS);
    expect(await get(right)).toEqual(missing);
    world.clock.now = now;
    const kept = readFileSync(linkFile(dataDir), 'utf8');
    writeFileSync(linkFile(dataDir), '');
    expect(await get(`${ORIGIN}/oppsett/x`)).toEqual(missing);
    writeFileSync(linkFile(dataDir), kept);
    await everythingIsEmpty();
  });
});

describe('the ten questions', () => {
  test.each(['nb', 'nn', 'en'])('stand on one page in %s', async (lang) => {
    const page = await get(`${offer()}?sprak=${lang}`);
    expect(page.status).toBe(200);
    expect(page.text.match(/<h2[^>]*>\d+\. /g)).toHaveLength(10);
    expect(page.text).toContain(`<html lang="${lang}">`);
  });

  test('keep everything that was typed when something is wrong, say what, and store nothing', async () => {
    const typed = { ...ANSWERS, name: '', 'municipality-1': 'Fjorby', 'leader-subject': 'kari', 'member1-place': 'Havnes', 'talk-1': '15–8', 'coordinator-name': 'Ka<b>ri' };
    const page = await send(offer(), typed);
    expect(page.status).toBe(422);
    for (const value of Object.values(typed).filter((one) => one !== '')) expect(page.text).toContain(value.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    for (const field of ['name', 'municipality-1', 'leader-subject', 'member1-place', 'talk-1']) expect(page.text, field).toContain(`href="#${field}"`);
    await everythingIsEmpty();
  });

  test('ask which one, where two municipalities share a name, and take the county for an answer', () => {
    const around = { id: asId<'region'>(systemChance.uuid()), host: 'voksen.example', issuer: ISSUER, known: MUNICIPALITIES, at: world.clock.now };
    const asked = (name: string) => readAnswers({ ...ANSWERS, 'municipality-1': name, 'municipality-2': '', 'child-2': '', 'leader-place': '', 'member1-place': '' }, around);
    expect(asked('Våler')).toMatchObject({ code: 'bad_input', fields: { 'municipality-1': 'municipality_which' } });
    for (const name of ['våler (innlandet)', '3419']) expect(asked(name)).toMatchObject({ ok: true, value: { site: { municipalities: [{ number: '3419', name: 'Våler' }] } } });
  });

  test('take back every row when the last step fails, and can be sent again', async () => {
    await superuser.query("create function public.stop() returns trigger language plpgsql as $$ begin raise exception 'no' using errcode = '53100'; end $$; create trigger stop before insert on app.published_site for each row execute function public.stop()");
    expect((await send(offer(), ANSWERS)).status).toBe(500);
    await everythingIsEmpty();
    await superuser.query('drop trigger stop on app.published_site; drop function public.stop()');
    expect((await get(offer())).status).toBe(200);
  });

  test('are nothing that a database born as demo would take', async () => {
    const region = readAnswers(ANSWERS, { id: asId<'region'>(systemChance.uuid()), host: 'demo.example', issuer: ISSUER, known: DEMO_MUNICIPALITIES, at: world.clock.now });
    if (!region.ok) throw new Error(JSON.stringify(region.fields));
    await superuser.query("update kernel.deployment set kind = 'demo'");
    await expect(setUpFirstRegion(house, () => world.clock.now, region.value)).rejects.toMatchObject({ code: 'VV005' });
    await superuser.query("update kernel.deployment set kind = 'real'");
    await everythingIsEmpty();
  });

  test('make one region, also when they are sent twice at once, and spend the link', async () => {
    const link = offer();
    const sent = await Promise.all([send(link, ANSWERS), send(link, ANSWERS), send(link, { ...ANSWERS, name: 'En annen' })]);
    expect(sent.map((one) => one.status).toSorted()).toEqual([303, 404, 404]);
    expect(sent.find((one) => one.status === 303)?.to).toBe('/inn');
    expect(await countOf('kernel.region_register')).toBe(1);
    expect(existsSync(linkFile(dataDir))).toBe(false);
    const missing = await get(`${ORIGIN}/finnes-ikke`);
    expect(await get(link)).toEqual(missing);
    writeFileSync(linkFile(dataDir), `${link}\n${addMs(world.clock.now, DAY_MS)}\n`);
    expect(await get(link)).toEqual(missing);
  });

  test('let in those who were named, with the form closed until the rest is filled in', async () => {
    const people = peopleIn(house.door, regionsOf(house), house.deployment.identityKey);
    const [kari, leif, reidun] = await Promise.all(['kari', 'leif', 'reidun'].map((subject) => people.findBySubject(ISSUER, subject)));
    expect([kari?.roles, leif?.roles, reidun?.roles]).toEqual([['KOORDINATOR'], ['LEDER'], ['TEAMMEDLEM']]);
    if (kari === undefined) throw new Error('nobody was let in');
    const actor = { kind: 'person', regionId: kari.regionId, userId: kari.userId, roles: kari.roles, municipalityId: kari.municipalityId, signedInAt: world.clock.now } as const;
    const draft = await house.door.enter(siteDraft, actor, {});
    expect(draft).toMatchObject({ ok: true, value: { publishedOpen: false, host: 'voksen.example', site: { formOpen: false, name: expect.stringMatching(/Voksenvern|En annen/), talk: { hours: { week: { 1: [{ from: '08:00', to: '15:30' }] } } } } } });
    expect(draft.ok ? draft.value.missing : []).toEqual(['controller-address', 'officer-name', 'officer-phone', 'officer-email', 'basis-nn', 'basis-en', 'reserve']);
    const register = await house.door.enter(staffRegister, actor, {});
    expect(register.ok ? register.value.people.map((one) => one.name) : []).toEqual(['Kari Nordmo', 'Leif Brekken', 'Reidun Solli', 'Tor Eikeland']);
    expect(await countOf("kernel.audit_event where use_case = 'setup.first_region' and outcome = 'done:set_up'")).toBe(1);
    expect(await countOf("kernel.audit_event where use_case = 'staff.invite_first'")).toBe(4);
  });
});
