import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { reviewEmergency, takeEmergency } from '../../src/cases/commands/emergency.ts';
import { myDay } from '../../src/cases/queries/day.ts';
import { duplicates, type Duplicates } from '../../src/cases/queries/duplicates.ts';
import { emergencies } from '../../src/cases/queries/emergencies.ts';
import { whoLooked } from '../../src/cases/queries/looked.ts';
import { search } from '../../src/cases/queries/search.ts';
import { asId, type FileId } from '../../src/kernel/ids.ts';
import { exclude } from '../../src/kernel/journal/file.ts';
import { sealJson } from '../../src/kernel/sealing/sealed.ts';
import { addMs, DAY_MS, HOUR, MINUTE, osloInstant, addDays, osloDay } from '../../src/kernel/time.ts';
import { planNotices } from '../../src/notices/commands/plan.ts';
import { readAllTraces, tracedOf } from '../../src/people/public.ts';
import { holdCase } from '../../src/privacy/commands/holds.ts';
import { linkFile } from '../../src/privacy/commands/link.ts';
import { registerRequest } from '../../src/privacy/commands/requests.ts';
import { SEARCH_ROUTES } from '../../src/cases/pages/search-routes.tsx';
import { NORDFJELLA } from '../support/world.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { letIn, lives, YES, type Lives } from './cases-support.ts';
import { staffHouse, type StaffHouse } from './staff-house.ts';

let all: Lives;
let house: StaffHouse;
let superuser: pg.Client;
/** what the door's connections were asked since it was last emptied */
const statements: string[] = [];

beforeAll(async () => {
  all = await lives();
  house = await staffHouse(all.world, new Hono(), SEARCH_ROUTES);
  superuser = await all.world.superuser();
  const { query } = pg.Client.prototype;
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function listened(this: pg.Client, ...said: unknown[]) {
    const [first] = said;
    const text = typeof first === 'string' ? first : typeof first === 'object' && first !== null && 'text' in first ? String(first.text) : '?';
    // How many files stand in a list is no statement of its own.
    if (this !== superuser) statements.push(text.replace(/in \(\$[^)]*\)/g, 'in ($n)').replace(/\$\d+/g, '$n'));
    return Reflect.apply(query, this, said) as void; // one of pg's own answers, handed on as it is
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await house.close();
  await all.close();
});

const about = (navn: string, more: Readonly<Record<string, string>> = {}) => ({ ...DAUGHTER, navn, ...more });

async function finds(subject: string, term: string): Promise<FileId[] | string> {
  const { door } = all.world.house;
  await readAllTraces(door, NORDFJELLA);
  statements.length = 0;
  const found = await door.enter(search, await all.world.person(subject), { term });
  return found.ok ? [...found.value.cases, ...found.value.reports].map(({ fileId }) => fileId) : found.code;
}

/** Without the sealed marks and random ids that no two pages share. */
function unmarked(text: string): string {
  return text.replace(/<input type="hidden"[^>]*>/g, '');
}

/** The page that the search answers with, but for what was typed. */
async function page(subject: string, term: string): Promise<{ status: number; url: string; text: string }> {
  const answer = await fetch(`${house.url}/sok`, { method: 'POST', redirect: 'manual', headers: { cookie: `who=${subject}`, origin: house.url, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ term }) });
  return { status: answer.status, url: answer.url, text: unmarked(await answer.text()).replaceAll(term, 'TERM') };
}

describe('search finds', () => {
  test('by name, year, telephone, reference and somebody around the person, and says neither name nor why', async () => {
    const file = await all.opened('kari', about('Borghild Tjernmo', { telefon: '55 55 03 11', annen: 'Kåre Tjernmo', aar: '1939' }));
    await all.does('kari', 'addPerson', file, { relatedName: 'Solveig Rognerud', parts: ['PARORENDE'] });
    const { reference } = (await all.reads('kari', file)).state;
    for (const term of ['tjernmo borgild', 'Tjernmo 1939', '+47 55550311', reference.toLowerCase(), 'Kåre Tjernmo', 'Solveig Rognerud']) expect([term, await finds('kari', term)]).toEqual([term, [file]]);
    const found = await all.world.house.door.enter(search, await all.world.person('kari'), { term: 'Solveig Rognerud' });
    expect(found).toMatchObject({ ok: true, value: { cases: [{ fileId: file, reference, alias: 'B.T.', around: true }], reports: [], more: false } });
    expect(JSON.stringify(found)).not.toMatch(/Rognerud|Tjernmo/);
  });

  test('what waits and what is decided for a coordinator, what waits for reception, and what one was let into for the team', async () => {
    const [waiting, file, foreign] = [await all.report(about('Astrid Granli')), await all.opened('kari', about('Astrid Granli')), await all.opened('kari', about('Astrid Granli'))];
    await letIn(all, 'even', file);
    expect(((await finds('kari', 'Astrid Granli')) as FileId[]).toSorted()).toEqual([waiting, file, foreign].toSorted()); // a list, or the test fails
    expect(await finds('jorunn', 'Astrid Granli')).toEqual([waiting]);
    expect(await finds('even', 'Astrid Granli')).toEqual([file]);
    for (const subject of ['signe', 'leif', 'reidun']) expect([subject, await finds(subject, 'Astrid Granli')]).toEqual([subject, []]);
    for (const subject of ['stine', 'per', 'ida']) expect([subject, await finds(subject, 'Astrid Granli')]).toEqual([subject, 'not_found']);
    expect(await finds('anders', 'Astrid Granli')).toEqual([]);
  });

  test('what one may see behind more than forty of the same name that one is left out of; they cost the statements of a name that nobody has', async () => {
    const file = await all.opened('kari', about('Torbjørg Durmoe'));
    const [{ userId }, shut] = [await all.world.person('kari'), Array.from({ length: 45 }, () => asId<'file'>(randomUUID()))];
    const [alike, known] = [[file, shut], { name: 'Torbjørg Durmo', municipality: '9901', protectedAddressHint: false }];
    await superuser.query('insert into kernel.file select k.region_id, f, k.kind, k.created_at from kernel.file k cross join unnest($2::uuid[]) f where k.file_id = $1', alike);
    await superuser.query(`insert into app.case_file select (jsonb_populate_record(c, jsonb_build_object('file_id', f, 'reference', 'B' || substr(f::text, 1, 12)))).* from app.case_file c cross join unnest($2::uuid[]) f where c.file_id = $1`, alike);
    const sealed = await all.world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
      for (const one of shut) await exclude(ctx, one, [userId]);
      return shut.map((row) => sealJson(ctx.keys.record, tracedOf([known]).trace, { table: 'app.person_trace_names', region: NORDFJELLA, row, field: 'sealed', version: 1 }, 'text', ctx.chance));
    });
    await superuser.query('insert into app.person_trace (region_id, file_id, version, xid) select $1::uuid, f, 1, pg_current_xact_id() from unnest($2::uuid[]) f', [NORDFJELLA, shut]);
    await superuser.query(`insert into app.person_trace_names (region_id, file_id, sealed, phones) select $1::uuid, f.id, f.sealed, '{}' from unnest($2::uuid[], $3::bytea[]) f (id, sealed)`, [NORDFJELLA, shut, sealed]);
    expect(await finds('kari', 'Torbjørg Durmo')).toEqual([file]);
    await all.does('kari', 'declareImpartiality', file, YES);
    const hidden = [await finds('kari', 'Torbjørg Durmo'), [...statements]];
    expect(hidden).toEqual([await finds('kari', 'Ukjent Ormdal'), [...statements]]);
  });

  test('at once what was written a moment ago, in this process or another', async () => {
    expect(await finds('kari', 'Ugland')).toEqual([]);
    const late = await all.report(about('Terje Ugland'));
    expect(await finds('kari', 'Ugland')).toEqual([late]);
  });
});

describe('whoever may not see it meets the answer of somebody nobody knows: the same status, page and statements', () => {
  test.each([
    ['a person whose address is secret (folkeregisterloven § 10-4)', 'kari', { skjult: 'ja' }], ['a case that names who searches (fvl § 6)', 'kari', { annen: 'Kari Nordmo' }],
    ['a case that one was not let into', 'even', {}], ['a case that a leader only knows to be late', 'leif', { kommune: '9901' }],
  ])('%s', async (_what, subject, more) => {
    const name = `Ragna ${['Elvestad', 'Lindhaug', 'Skogstad', 'Bakkeby'][drawn]}`;
    drawn += 1;
    const opener = 'annen' in more ? 'jorunn' : 'kari';
    await all.opened(opener, about(name, more));
    const seen = [await finds(subject, name), [...statements], await finds(subject, 'Ukjent Ormdal'), [...statements]];
    expect([seen[0], seen[1]]).toEqual([seen[2], seen[3]]);
    expect(seen[0]).toEqual([]);
    expect(seen[1]?.length, 'the hook heard the door').toBeGreaterThan(8);
    const [real, unknown] = [await page(subject, name), await page(subject, 'Ukjent Ormdal')];
    expect(real).toEqual(unknown);
    expect(real).toMatchObject({ status: 200, url: `${house.url}/sok` });
  });
  let drawn = 0;

  test('nor does the reference of a case that one is left out of cost more than one that nobody has, where a case is held back or a request is looked up', async () => {
    const { door } = all.world.house;
    const [leif, kari, requestId] = [await all.world.person('leif'), await all.world.person('kari'), randomUUID()];
    const [notLeifs, notKaris] = [await all.opened('kari', about('Ansgar Husvik', { annen: 'Leif Brekken', kommune: '9901' })), await all.opened('jorunn', about('Ansgar Husvik', { annen: 'Kari Nordmo' }))];
    const { rows } = await superuser.query<{ file_id: FileId; reference: string }>('select file_id, reference from app.case_file where file_id = any ($1)', [[notLeifs, notKaris]]);
    const referenceOf = (file: FileId) => rows.find((row) => row.file_id === file)?.reference ?? expect.fail('no case');
    const costs = async (work: () => Promise<unknown>) => {
      statements.length = 0;
      return [await work(), [...statements]];
    };
    expect(await door.enter(registerRequest, kari, { requestId, requester: 'ANNEN', name: 'Noen', about: 'Noen', asks: '', reach: '', receivedOn: '2026-03-02', identity: 'IKKE_SJEKKET', identityHow: '' })).toMatchObject({ ok: true });
    const holds = (reference: string) => costs(() => door.enter(holdCase, leif, { reference, held: 'ja', ground: 'POLITI', why: 'Brev.' }));
    const links = (reference: string) => costs(() => door.enter(linkFile, kari, { requestId, version: '1', reference }));
    expect(await holds(referenceOf(notLeifs))).toEqual(await holds('2026-ZZZZZZ'));
    const [unknown] = [await links('2026-ZZZZZZ')];
    expect(await links(referenceOf(notKaris))).toEqual(unknown);
    expect(unknown?.[0]).toMatchObject({ ok: false, fields: { reference: 'no_such_file' } });
  });

  test('and one who said afterwards that they are connected finds it no more', async () => {
    const file = await all.opened('kari', about('Dagny Myrdal'));
    expect(await finds('kari', 'Dagny Myrdal')).toEqual([file]);
    await all.does('kari', 'declareImpartiality', file, YES);
    expect(await finds('kari', 'Dagny Myrdal')).toEqual([]);
  });
});

test('the log keeps who searched and which files were shown, and never for what', async () => {
  const file = await all.opened('kari', about('Hilma Vinje'));
  all.world.clock.now = addMs(all.world.clock.now, MINUTE);
  await finds('kari', 'Hilma Vinje');
  await finds('kari', '12885512340');
  const { rows } = await superuser.query<{ outcome: string; files: string[]; row: string }>(`select outcome, files::text[] as files, e::text as row from kernel.audit_event e where use_case = 'cases.search' and at = $1 order by xid`, [all.world.clock.now]);
  expect(rows.map(({ outcome, files }) => [outcome, files])).toEqual([['done:coordinator', [file]], ['refused:search_number', []]]);
  expect(rows.map(({ row }) => row).join()).not.toMatch(/Vinje|12885512340/);
  const log = await all.world.house.door.enter(whoLooked, await all.world.person('kari'), { caseId: file });
  expect(log).toMatchObject({ ok: true, value: { lines: [{ did: expect.arrayContaining([{ kind: 'found', right: 'coordinator' }]) }] } });
});

describe('«Finnes personen i andre saker i regionen?»', () => {
  const asks = async (subject: string, caseId: FileId): Promise<Duplicates | string> => {
    await readAllTraces(all.world.house.door, NORDFJELLA);
    statements.length = 0;
    const found = await all.world.house.door.enter(duplicates, await all.world.person(subject), { caseId });
    return found.ok ? found.value : found.code;
  };

  test('answers with the references of what the coordinator finds anyway, and one from which she is left out costs and says as much as none', async () => {
    all.world.clock.now = addMs(all.world.clock.now, DAY_MS);
    const [first, second] = [await all.opened('kari', about('Petra Hovden')), await all.opened('kari', about('Hovden, Petra'))];
    expect(await asks('kari', first)).toMatchObject({ cases: [{ fileId: second }], reports: [], left: 9 });
    await all.does('kari', 'declareImpartiality', second, YES);
    const hidden = [await asks('kari', first), [...statements]];
    const alone = await all.opened('kari', about('Sigrid Nesvold'));
    const none = [await asks('kari', alone), [...statements]];
    expect(hidden[0]).toMatchObject({ cases: [], reports: [] });
    expect(hidden[1]).toEqual(none[1]);
  });

  test('is for the coordinator of a case that she reads, and ten times a day', async () => {
    all.world.clock.now = osloInstant(addDays(osloDay(all.world.clock.now), 1), 9, 0);
    const file = await all.opened('kari', about('Oline Husvik'));
    await letIn(all, 'even', file);
    expect([await asks('even', file), await asks('jorunn', file), await asks('leif', file)]).toEqual(['not_found', 'not_found', 'not_found']);
    for (let n = 9; n >= 0; n -= 1) expect(await asks('kari', file)).toMatchObject({ left: n });
    expect(await asks('kari', file)).toBe('too_many_today');
    all.world.clock.now = osloInstant(addDays(osloDay(all.world.clock.now), 1), 0, 1);
    expect(await asks('kari', file)).toMatchObject({ left: 9 });
  });
});

describe('T18, access in an emergency', () => {
  const take = async (subject: string, caseId: FileId, change: object = {}, signedIn = 0): Promise<string> => {
    const person = await all.world.person(subject);
    const taken = await all.world.house.door.enter(takeEmergency, { ...person, signedInAt: addMs(person.signedInAt, -signedIn) }, { caseId, emergencyId: randomUUID(), connection: 'INGEN', emergencyReason: 'Hun ringer og er redd.', ...change });
    return taken.ok ? 'ok' : taken.code;
  };
  const seenBy = async (subject: string) => {
    const found = await all.world.house.door.enter(emergencies, await all.world.person(subject), {});
    return found.ok ? found.value : expect.fail(found.code);
  };
  const dayOf = async (subject: string) => {
    const found = await all.world.house.door.enter(myDay, await all.world.person(subject), {});
    return found.ok ? found.value.emergencies : expect.fail(found.code);
  };

  test('is read for three hours, stands on the leader’s page and day without the case, is gone through by another, and shows in the log', async () => {
    const file = await all.opened('kari', about('Ingrid Pollestad', { kommune: '9901' }));
    expect(await all.sees('jorunn', file)).toBe('not_found');
    expect(await take('jorunn', file)).toBe('ok');
    expect((await all.reads('jorunn', file)).steps.map(({ step }) => step)).toEqual(['declareImpartiality', 'raiseAkutt', 'reviewAkutt', 'writeNote', 'correctNote']);
    expect(await dayOf('jorunn')).toMatchObject({ waiting: 0, mine: [{ fileId: file }] });
    const mine = async (subject: string) => (await seenBy(subject)).waiting.filter(({ fileId }) => fileId === file);
    expect(await mine('leif')).toMatchObject([{ by: await all.id('jorunn'), reason: 'Hun ringer og er redd.' }]);
    expect(JSON.stringify(await seenBy('leif'))).not.toContain('Pollestad');
    expect([await dayOf('leif'), (await mine('kari')).length, (await mine('reidun')).length, (await mine('jorunn')).length]).toMatchObject([{ waiting: 1 }, 1, 0, 0]);
    expect(await all.sees('leif', file)).toBe('not_found');
    // Nobody in this world has an address: that the leader should have been told is what the round knows.
    const untold = async () => (await all.world.worker()).door.unaudited(NORDFJELLA, 'test', async (ctx) => (await planNotices(ctx, { mail: true, sms: false })).unreached.includes(file));
    expect(await untold()).toBe(true);
    const [waiting] = await mine('leif');
    all.world.clock.now = addMs(all.world.clock.now, 3 * HOUR);
    expect(await all.sees('jorunn', file)).toBe('not_found');
    const review = { caseId: file, emergencyId: waiting?.emergencyId, emergencyResult: 'GOD_GRUNN', reviewWord: 'Hun var i fare.' };
    expect(await all.world.house.door.enter(reviewEmergency, await all.world.person('leif'), review)).toMatchObject({ ok: true });
    expect([await dayOf('leif'), (await mine('leif')).length]).toMatchObject([{ waiting: 0 }, 0]);
    expect(await untold()).toBe(false);
    expect((await seenBy('leif')).reviewed.find(({ fileId }) => fileId === file)).toMatchObject({ reviewed: { by: await all.id('leif') }, reason: undefined });
    const log = await all.world.house.door.enter(whoLooked, await all.world.person('kari'), { caseId: file });
    const did = log.ok ? log.value.lines.flatMap((line) => line.did.map(({ kind, right }) => `${kind} ${right}`)) : [];
    expect(did).toEqual(expect.arrayContaining(['emergency emergency', 'opened emergency', 'emergency_review leader', 'tried none']));
  });

  test('asks for a fresh sign-in, and somebody who is connected gets nothing and is left out (fvl § 6)', async () => {
    const file = await all.opened('kari', about('Olga Ramstad', { kommune: '9901' }));
    expect(await take('even', file, {}, HOUR)).toBe('sign_in_again');
    expect(await take('even', file, { connection: 'TILKNYTTET' })).toBe('ok');
    expect([await all.sees('even', file), await take('even', file)]).toEqual(['not_found', 'not_found']);
    const { rows } = await superuser.query(`select 1 from app.case_emergency where file_id = $1`, [file]);
    expect(rows).toEqual([]);
  });

  test('a reference that is nobody’s and one of a case that one may not know of are answered with one page', async () => {
    const file = await all.opened('kari', about('Anna Teigen', { kommune: '9902' }));
    const { reference } = (await all.reads('kari', file)).state;
    const asked = async (typed: string) => {
      const answer = await fetch(`${house.url}/nodtilgang`, { method: 'POST', redirect: 'manual', headers: { cookie: 'who=even', origin: house.url, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ reference: typed, emergencyId: randomUUID(), connection: 'INGEN', emergencyReason: 'Det haster.' }) });
      return { status: answer.status, text: unmarked(await answer.text()).replaceAll(typed, 'REF') };
    };
    const [real, unknown] = [await asked(reference), await asked('2026-ZZZZZZ')];
    expect(real).toEqual(unknown);
    expect(real.status).toBe(422);
    expect(real.text).toContain('Det haster.');
  });
});
