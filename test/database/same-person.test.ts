import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinReport } from '../../src/cases/commands/join.ts';
import { caseList } from '../../src/cases/queries/list.ts';
import { samePerson, type SamePerson } from '../../src/cases/queries/same-person.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addMs, MINUTE, osloDay } from '../../src/kernel/time.ts';
import { readAllTraces } from '../../src/people/public.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { STAFF_ROUTES } from '../../src/web/routes.ts';
import { DAUGHTER, openAll, sender } from '../support/submissions.ts';
import { NORDFJELLA, SMALL_HOST, SORVIKA } from '../support/world.ts';
import { lives, type Lives } from './cases-support.ts';
import { staffHouse, type StaffHouse } from './staff-house.ts';

let all: Lives;
let house: StaffHouse;
let superuser: pg.Client;
beforeAll(async () => {
  all = await lives();
  house = await staffHouse(all.world, new Hono(), STAFF_ROUTES);
  superuser = await all.world.superuser();
});
afterAll(async () => {
  await house.close();
  await all.close();
});

const FAMILIES = [
  'Solbakk', 'Tjernmo', 'Granli', 'Hovden', 'Myrdal', 'Elvestad', 'Rognerud', 'Lindhaug', 'Bakkeby', 'Fossheim', 'Kleivane', 'Nesvold', 'Skogstad', 'Ugland', 'Odnes', 'Jordtveit', 'Pollestad', 'Iversnes', 'Egenes', 'Vinje',
  'Bergset', 'Husvik', 'Ormdal', 'Teigen', 'Ramstad', 'Durmo',
];
let drawn = 0;
/** A family name that nobody else in these tests has, and that is no slip for another. */
function family(): string {
  drawn += 1;
  return FAMILIES[drawn - 1] ?? expect.fail('more families are needed');
}
const about = (name: string, more: Readonly<Record<string, string>> = {}) => ({ ...DAUGHTER, navn: name, ...more });

async function asks(subject: string, reportId: FileId): Promise<SamePerson | string> {
  const { door } = all.world.house;
  const person = await all.world.person(subject);
  await door.enter(declareConnection, person, { reportId, connection: 'INGEN' });
  await readAllTraces(door, NORDFJELLA);
  const found = await door.enter(samePerson, person, { reportId });
  return found.ok ? found.value : found.code;
}

/** The files that are shown beside a report. */
async function beside(subject: string, reportId: FileId): Promise<FileId[]> {
  const found = await asks(subject, reportId);
  return typeof found === 'string' ? expect.fail(found) : [...found.reports, ...found.cases].map(({ fileId }) => fileId);
}

describe('a coordinator who reads a report is told', () => {
  test('of the earlier reports about the same person, with reference, date, channel and state, and of no other', async () => {
    const name = family();
    const [first, second, other] = [await all.report(about(`Borghild ${name}`)), await all.report(about(`${name}, Borgild`)), await all.report(about(`Terje ${name}`))];
    const found = await asks('kari', second);
    expect(found).toMatchObject({ hidden: false, open: true, cases: [], reports: [{ fileId: first, reference: expect.stringMatching(/^2026-/), channel: 'NETTSKJEMA', state: 'RECEIVED', decided: false, receivedAt: all.world.clock.now }] });
    expect(JSON.stringify(found)).not.toContain(name);
    expect(await beside('kari', other)).toEqual([]);
  });

  test('of open and closed cases, which then stand for the reports they hold', async () => {
    const name = family();
    const open = await all.opened('kari', about(`Borghild ${name}`));
    const closed = await all.opened('kari', about(`Borghild ${name}`, { aar: '1939' }));
    await all.does('kari', 'proposeNotACase', closed, { notACaseReason: 'KUN_RADGIVNING', advice: 'Ring fastlegen.' });
    await all.does('kari', 'grantAccess', closed, { accessTo: await all.id('even'), accessReason: 'VURDERER', until: '2026-12-31' });
    await all.does('even', 'declareImpartiality', closed, { connection: 'INGEN' });
    await all.does('even', 'confirmNotACase', closed, { proposal: 1 });
    const found = await asks('kari', await all.report(about(`Borghild ${name}`)));
    expect(found).toMatchObject({ reports: [], cases: [{ fileId: open, status: 'TIL_VURDERING', closed: false }, { fileId: closed, status: 'IKKE_SAK', closed: true }] });
  });

  test('at once when an addition names the person, and no longer when the name turns out to be another', async () => {
    const [name, late] = [family(), family()];
    const known = await all.report(about(`Borghild ${late}`));
    const { draft, code } = await all.from.send(about(`Ukjent ${name}`));
    await openAll(all.world);
    expect(await beside('kari', draft)).toEqual([]);
    await all.from.send(about(`Borghild ${late}`), draft, code);
    await openAll(all.world);
    expect(await beside('kari', draft)).toEqual([known]);
    // The house keeps names in memory; one whose journal went on is read again before it counts.
    await all.from.send(about(`Borghild ${late}`, { skjult: 'ja' }), draft, code);
    await openAll(all.world);
    expect(await beside('kari', known)).toEqual([]);
  });

  test('GDPR art. 16: of a case whose person was put right by hand, by the new name and in the list by its initials, and by neither once it is taken away', async () => {
    const [name, late] = [family(), family()];
    const caseId = await all.opened('kari', about(`Borghild ${name}`));
    const { reference } = await all.reads('kari', caseId);
    const alias = async () => {
      const found = await all.world.house.door.enter(caseList, await all.world.person('kari'), { reference });
      return found.ok ? found.value.rows.find(({ fileId }) => fileId === caseId)?.alias : expect.fail(found.code);
    };
    expect(await alias()).toBe(`B.${name.slice(0, 1)}.`);
    await all.does('kari', 'recordPerson', caseId, { knownFrom: 'Hun sa det selv', personName: `Ragna ${late}`, newId: randomUUID() });
    expect(await alias()).toBe(`R.${late.slice(0, 1)}.`);
    const next = await all.report(about(`Ragna ${late}`));
    expect(await beside('kari', next)).toEqual([caseId]);
    await all.does('kari', 'recordPerson', caseId, { knownFrom: 'Hun heter noe annet', personGone: 'NAVN', newId: randomUUID() });
    expect(await alias()).toBeUndefined();
    expect(await beside('kari', next)).toEqual([]);
  });

  test('and the log keeps which files were compared and shown', async () => {
    const name = family();
    const [first, second] = [await all.report(about(`Borghild ${name}`)), await all.report(about(`Borghild ${name}`))];
    all.world.clock.now = addMs(all.world.clock.now, MINUTE);
    await asks('kari', second);
    const { rows } = await superuser.query<{ outcome: string; files: string[] }>(`select outcome, files::text[] as files from kernel.audit_event where use_case = 'cases.same_person' and at = $1`, [all.world.clock.now]);
    expect(rows).toEqual([{ outcome: 'done:coordinator', files: expect.arrayContaining([first, second]) }]);
    expect(rows[0]?.files).toHaveLength(2);
  });
});

describe('nothing is shown', () => {
  test('to anybody else: reception, the team, leaders, the ombudsman, the administrator, another region', async () => {
    const name = family();
    await all.report(about(`Borghild ${name}`));
    const second = await all.report(about(`Borghild ${name}`));
    for (const subject of ['jorunn', 'even', 'signe', 'leif', 'stine', 'per', 'ida', 'reidun', 'anders']) expect(await asks(subject, second), subject).toBe('not_found');
  });

  test('before the coordinator has answered whether they are connected', async () => {
    const second = await all.report(about(`Borghild ${family()}`));
    const { door } = all.world.house;
    expect(await door.enter(samePerson, await all.world.person('kari'), { reportId: second })).toMatchObject({ ok: false, code: 'not_found' });
  });

  test('of a report that names the coordinator, nor of the case that it went into', async () => {
    const name = family();
    const named = await all.report(about(`Borghild ${name}`, { annen: 'Kari Nordmo' }));
    const second = await all.report(about(`Borghild ${name}`));
    expect(await beside('kari', second)).toEqual([]);
    expect(await all.opens('reidun', [named])).toBe('ok');
    expect(await beside('kari', second)).toEqual([]);
  });

  test('but the reserve who stands in sees what is theirs, and nothing that is the coordinator’s', async () => {
    const name = family();
    const named = { annen: 'Kari Nordmo' };
    const first = await all.report(about(`Borghild ${name}`, named));
    await all.report(about(`Borghild ${name}`));
    const second = await all.report(about(`Borghild ${name}`, named));
    expect(await beside('reidun', second)).toEqual([first]);
    expect(await asks('kari', second)).toBe('not_found');
  });

  test('of a person whose address is secret, whoever said it and wherever; and for such a person nobody is looked for', async () => {
    const name = family();
    const secret = await all.report(about(`Borghild ${name}`, { skjult: 'ja' }));
    const open = await all.report(about(`Borghild ${name}`));
    expect(await beside('kari', open)).toEqual([]);
    expect(await asks('kari', secret)).toMatchObject({ hidden: true, reports: [], cases: [] });

    const { draft, code } = await all.from.send(about(`Borghild ${name}`));
    await openAll(all.world);
    expect(await all.opens('kari', [draft])).toBe('ok');
    expect(await beside('kari', open)).toHaveLength(1);
    await all.from.send(about(`Borghild ${name}`, { skjult: 'ja' }), draft, code);
    await openAll(all.world);
    expect(await beside('kari', open)).toEqual([]);
  });

  test('of a report held by a case in which only the team has written that the address is secret; and beside that report nobody is looked for', async () => {
    const name = family();
    const open = await all.report(about(`Borghild ${name}`));
    const held = await all.report(about(`Borghild ${name}`));
    expect(await all.opens('kari', [held])).toBe('ok');
    const [caseId] = await beside('kari', open);
    if (caseId === undefined) throw new Error('the case is not found');
    const now = osloDay(all.world.clock.now);
    await all.does('kari', 'protectAddress', caseId, { addressLevel: 'FORTROLIG', addressSource: 'FOLKEREGISTERET', addressSince: now });
    expect(await beside('kari', open)).toEqual([]);
    expect(await asks('kari', held)).toMatchObject({ hidden: true, reports: [], cases: [] });
  });

  test('of whoever gave only an alias, or of a consultation, however alike', async () => {
    const self = { fare: 'nei', hvem: 'UTSATT_SELV', voksen: 'ja', onske: 'Jeg vil bo alene.', kallenavn: `Borghild ${family()}`, trygg: 'Tirsdag', kommune: '9901', hva: 'PSYKISK', sett: 'Han låser døra.', barn: 'nei' };
    const asked = { fare: 'nei', hvem: 'ansatt', sted: 'HJEMMETJENESTE', voksen: 'ja', spurt: 'IKKE_TRYGT', grunn: 'ingen', kommune: '9903', alder: 'A80', hva: 'OKONOMISK', situasjon: 'DEMENS', barn: 'nei', sett: 'Hva gjør vi?' };
    const [one, two, three, four] = [await all.report(self), await all.report(self), await all.report(asked), await all.report(asked)];
    for (const report of [one, two, three, four]) expect(await beside('kari', report)).toEqual([]);
    expect(await beside('kari', await all.report(about(self.kallenavn)))).toEqual([]);
  });

  test('of another region', async () => {
    const name = family();
    const elsewhere = await sender(all.world, SMALL_HOST, SORVIKA);
    await elsewhere.send({ ...about(`Borghild ${name}`), kommune: '9911' });
    await openAll(all.world, SORVIKA);
    await elsewhere.close();
    await readAllTraces(all.world.house.door, SORVIKA);
    expect(await beside('kari', await all.report(about(`Borghild ${name}`)))).toEqual([]);
  });

  test('of a trace that somebody moved from another file or altered', async () => {
    const name = family();
    const [first, other, second] = [await all.report(about(`Borghild ${name}`)), await all.report(about(`Aslaug ${family()}`)), await all.report(about(`Borghild ${name}`))];
    await superuser.query('set session_replication_role = replica');
    await superuser.query('update app.person_trace_names t set sealed = (select sealed from app.person_trace_names where file_id = $2) where file_id = $1', [other, first]);
    expect(await beside('kari', second)).toEqual([first]);
  });
});

test('whoever registers a report gets the same bytes, and reception sees the same page, hit or no hit', async () => {
  const [known, unknown] = [family(), family()];
  await all.report(about(`Borghild ${known}`));
  const first = await all.report(about(`Borghild ${unknown}`));
  const { door } = all.world.house;
  await door.enter(declareConnection, await all.world.person('jorunn'), { reportId: first, connection: 'INGEN' });

  const post = async (who: string, name: string) => {
    const form = { utkast: randomUUID(), skrevetav: await all.id(who), kanal: 'TELEFON', hvor: 'Granveien 3', tryggnaa: 'ja', brutt: 'Ring tilbake', sett: 'Skrik.', navn: name, lest: 'ja' };
    const reply = await fetch(`${house.url}/mottak/telefon`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form), headers: { cookie: `who=${who}`, origin: house.url, 'content-type': 'application/x-www-form-urlencoded' } });
    const headers = [...reply.headers].filter(([header]) => header !== 'date');
    return { status: reply.status, headers, body: await reply.text() };
  };
  const page = async (who: string, report: FileId) => (await (await fetch(`${house.url}/mottak/${report}`, { headers: { cookie: `who=${who}` } })).text())
    .replace(/name="(messageId|side)" value="[^"]*"/g, '');
  for (const who of ['jorunn', 'kari']) {
    const [hit, none] = [await post(who, `Borghild ${known}`), await post(who, `Aslaug ${family()}`)];
    expect(hit.status, hit.body.slice(hit.body.indexOf('id="feil"'), hit.body.indexOf('id="feil"') + 600)).toBe(303);
    expect(hit).toEqual(none);
  }
  await page('jorunn', first); // read for the first time: from now on nothing of it is new
  const before = await page('jorunn', first);
  await all.report(about(`Borghild ${unknown}`));
  expect(await page('jorunn', first)).toBe(before);
  expect(before).toContain(unknown);

  // The same page does show it to the coordinator, or the test would prove nothing.
  await door.enter(declareConnection, await all.world.person('kari'), { reportId: first, connection: 'INGEN' });
  const coordinators = await page('kari', first);
  expect(coordinators).toContain('Kan gjelde samme person');
  expect(before).not.toMatch(/samme person|samme-person/i);
});

test('at rest there is no name, no part of one, and no token made of one: two files about the same person have nothing in common', async () => {
  const name = family();
  const [first, second] = [await all.report(about(`Borghild ${name}`)), await all.report(about(`Borghild ${name}`))];
  const { rows } = await superuser.query<{ row: string }>(`select row_to_json(t)::text || row_to_json(n)::text as row from app.person_trace t join app.person_trace_names n using (region_id, file_id) where file_id = any ($1)`, [[first, second]]);
  expect(rows).toHaveLength(2);
  for (const { row } of rows) expect(row.toLowerCase()).not.toContain(name.toLowerCase());
  const long = (row: string) => new Set(row.match(/[0-9a-f]{24,}/g)?.flatMap((hex) => Array.from({ length: Math.floor(hex.length / 16) }, (_, at) => hex.slice(at * 16, at * 16 + 16))) ?? []);
  const [a, b] = rows.map(({ row }) => long(row));
  expect([...(a ?? [])].filter((piece) => b?.has(piece))).toEqual([]);
});

test('a case that joined other reports is found by what each of them called the person', async () => {
  const [maiden, married] = [family(), family()];
  const caseId = await all.opened('kari', about(`Borghild ${married}`));
  const second = await all.report(about(`Borghild ${maiden}`));
  expect(await all.world.house.door.enter(joinReport, await all.world.person('kari'), { caseId, reportId: second, connection: 'INGEN' })).toMatchObject({ ok: true });
  expect(await beside('kari', await all.report(about(`Borghild ${maiden}`)))).toEqual([caseId]);
});
