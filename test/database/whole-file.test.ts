import { randomUUID } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerForArchive, makeWholeFile, sweepWholeFiles } from '../../src/cases/commands/whole.ts';
import { STEPS } from '../../src/cases/public.ts';
import { openCase } from '../../src/cases/queries/open.ts';
import { wholeFileOut, wholePage } from '../../src/cases/queries/whole.ts';
import { journalFile } from '../../src/documents/queries/journal.ts';
import type { Person } from '../../src/kernel/actor.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, HOUR, MINUTE, osloDay } from '../../src/kernel/time.ts';
import { typesetter } from '../../src/kernel/typesetting/typesetter.ts';
import { OPENNESS } from '../../src/reports/codes.ts';
import { value } from '../support/door.ts';
import { structure, tagged } from '../support/typesetting.ts';
import { NORDFJELLA } from '../support/world.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { classified, lives, type Lives } from './cases-support.ts';

let all: Lives;
let superuser: pg.Client;
let file: FileId;

beforeAll(async () => {
  all = await lives();
  superuser = await all.world.superuser();
  file = await classified(all);
}, 120_000);
afterAll(async () => {
  typesetter().close();
  await all.close();
});

const person = (subject: string): Promise<Person> => all.world.person(subject);
/** Somebody who keeps the archive and has no other role. */
const archivist = async (): Promise<Person> => ({ ...await person('ida'), roles: ['ARKIVAR'] });
const make = async (who: Person, newId: string = randomUUID(), caseId = file) => all.world.house.door.enter(makeWholeFile, who, { caseId, newId, lang: 'nb' });
const fetchIt = async (who: Person, wholeId: string, as = 'json', caseId = file) => all.world.house.door.enter(wholeFileOut, who, { caseId, wholeId, as });
const page = async (who: Person) => all.world.house.door.enter(wholePage, who, { caseId: file });

test('the case lead takes the whole case out: tagged, whole, without who reported, and once for a form sent twice', async () => {
  const signe = await person('signe');
  const id = randomUUID();
  value(await make(signe, id));
  value(await make(signe, id));
  expect(value(await page(signe)).files).toHaveLength(1);
  const pdf = await PDFDocument.load(value(await fetchIt(signe, id, 'pdf')).bytes);
  expect(tagged(pdf)).toEqual({ marked: true, lang: expect.stringContaining('nb') });
  expect(structure(pdf).get('H3')).toBeGreaterThan(5);
  const json = value(await fetchIt(signe, id));
  expect([json.name, json.type]).toEqual(['sak.json', 'application/json']);
  const whole: unknown = JSON.parse(json.bytes.toString('utf8'));
  const { journal } = await all.reads('signe', file);
  expect(whole).toMatchObject({ format: 'voksenvern-sak', journal: journal.map(({ type }) => ({ type })), madeBy: { id: signe.userId } });
  const stored = await superuser.query<{ sealed_pdf: Buffer; sealed_json: Buffer }>('select sealed_pdf, sealed_json from app.case_whole_file');
  expect(stored.rows.every((row) => !row.sealed_json.includes('Borghild') && !row.sealed_pdf.includes('%PDF'))).toBe(true);
});

test('krl § 5: what the page shields of a shelter, and a blocked address, leave in no file of the case lead’s; the archive keeps what a shelter told', async () => {
  const told = await classified(all, { ...DAUGHTER, hvem: 'ansatt', sted: 'KRISESENTER', kommune: '9901', grunn: 'KRL_5_3', grunntekst: 'Hun bor hos oss.', kontakt: 'POLITI|KRISESENTER', dittnavn: 'Nina Foss', tjeneste: 'Nordfjella krisesenter', dittnummer: '55 55 01 44', adresse: 'Liaveien 4' });
  const taken = async (who: Person) => {
    const id = randomUUID();
    value(await make(who, id, told));
    return value(await fetchIt(who, id, 'json', told)).bytes.toString('utf8');
  };
  const signe = await person('signe');
  expect(await taken(signe)).toContain('Liaveien 4');
  expect(await taken(signe)).not.toMatch(/KRISESENTER|KRL_5_3|bor hos oss/);
  expect(await taken(await person('kari'))).toContain('KRISESENTER');
  await all.does('kari', 'protectAddress', told, { addressSource: 'FOLKEREGISTERET', addressLevel: 'SPERRET', addressSince: osloDay(all.world.clock.now) });
  value(await all.world.house.door.enter(answerForArchive, await archivist(), { caseId: told, connection: 'INGEN' }));
  for (const who of [await person('signe'), await person('kari'), await archivist()]) expect(await taken(who)).not.toContain('Liaveien');
  expect(await taken(await archivist())).toContain('KRISESENTER');
});

test('a sign-in that is not of this quarter of an hour neither makes one nor fetches one', async () => {
  const signe = await person('signe');
  const id = randomUUID();
  value(await make(signe, id));
  const stale = { ...signe, signedInAt: addMs(all.world.clock.now, -16 * MINUTE) };
  expect(await make(stale)).toEqual({ ok: false, code: 'sign_in_again' });
  expect(await fetchIt(stale, id)).toEqual({ ok: false, code: 'sign_in_again' });
  expect(value(await page(stale)).fresh).toBe(false);
});

test('it is for whoever made it alone, and only while they may: the coordinator does not get the case lead’s', async () => {
  const signe = await person('signe');
  const id = randomUUID();
  value(await make(signe, id));
  const kari = await person('kari');
  expect(await fetchIt(kari, id)).toEqual({ ok: false, code: 'gone' });
  expect(value(await page(kari)).files).toEqual([]);
  for (const subject of ['even', 'stine', 'per', 'ida', 'leif', 'jorunn', 'anders']) {
    expect(await make(await person(subject)), subject).toEqual({ ok: false, code: 'not_found' });
    expect(await fetchIt(await person(subject), id), subject).toEqual({ ok: false, code: 'not_found' });
  }
  expect(await fetchIt({ ...signe, roles: [] }, id), 'who lost the role has lost the file').toEqual({ ok: false, code: 'not_found' });
});

test('after a day it is gone, from the page and from the database', async () => {
  const signe = await person('signe');
  const id = randomUUID();
  value(await make(signe, id));
  all.world.clock.now = addMs(all.world.clock.now, DAY_MS - HOUR);
  const { door } = await all.world.worker();
  await sweepWholeFiles(door, NORDFJELLA);
  expect((await superuser.query('select 1 from app.case_whole_file where whole_id = $1', [id])).rowCount).toBe(1);
  all.world.clock.now = addMs(all.world.clock.now, HOUR);
  expect(await fetchIt(await person('signe'), id)).toEqual({ ok: false, code: 'gone' });
  await sweepWholeFiles(door, NORDFJELLA);
  expect((await superuser.query('select 1 from app.case_whole where whole_id = $1', [id])).rowCount).toBe(0);
  expect((await superuser.query('select 1 from app.case_whole_file where whole_id = $1', [id])).rowCount).toBe(0);
});

type Entry = { readonly id: string; readonly belongsTo: string; readonly title: string; readonly party: string; readonly openness: string };

/** The journal of the municipality that owns a case, of the day that it is. */
async function journal(who: Person, owner: string, edition = 'intern'): Promise<readonly Entry[] | string> {
  const today = osloDay(all.world.clock.now);
  const outcome = await all.world.house.door.enter(journalFile, who, { municipality: owner, from: '2026-01-01', to: today, edition, as: 'json', lang: 'nb' });
  return outcome.ok ? (JSON.parse(outcome.value.bytes.toString('utf8')) as { entries: Entry[] }).entries : outcome.code; // written by journalJson
}

test('arkivforskrifta § 15: the journal has what came in and what went out, with whose name only where one may take the case out; a strictly confidential case is in nobody else’s', async () => {
  const secret = await classified(all);
  const document = randomUUID();
  await all.does('signe', 'draftDocument', file, { letter: 'INNKALLING', delivery: 'MOTE', newId: document });
  await all.does('signe', 'editDocument', file, { document, docText: 'Velkommen\n\nKom tirsdag.' });
  await all.does('signe', 'finaliseDocument', file, { document, delivery: 'MOTE', openness: 'FARE' });
  await all.does('signe', 'recordSending', file, { document, sentHow: 'MOTE', sentTo: 'Borghild Kvamme' });
  const { owner, reference, other } = (await superuser.query<{ owner: string; reference: string; other: string }>(`select coalesce(c.owner_municipality_id::text, '') as owner, c.reference, o.reference as other from app.case_file c, app.case_file o where c.file_id = $1 and o.file_id = $2`, [file, secret])).rows[0] ?? expect.fail('no case');
  const told = async (about: string) => [await journal(await archivist(), owner)].flat().filter((one): one is Entry => typeof one !== 'string' && one.belongsTo === about).map(({ title, party, openness }) => [title, party, openness]);
  expect(await told(reference)).toEqual([['Bekymringsmelding', 'Den som meldte', OPENNESS.label('LOVBRUDD', 'nb')], ['Dokument fra sak', 'Står i saken', OPENNESS.label('TAUSHETSPLIKT', 'nb')]]);
  value(await all.world.house.door.enter(answerForArchive, await archivist(), { caseId: file, connection: 'INGEN' }));
  expect((await told(reference))[1]).toEqual(['Dokument fra sak: Innkalling til samtale', 'Borghild Kvamme', OPENNESS.label('FARE', 'nb')]);
  value(await all.world.house.door.enter(STEPS.askExpert, await person('signe'), {
    caseId: file, organ: 'Storvik legesenter', basis: 'FVL_13B_7', expertShown: 'Hun mangler penger.', grounds: 'Fare for helsen.', personInformed: 'NEI', expertQuestions: ['HELSE'], expertFree: '', newId: randomUUID(), seen: 'JA',
  }));
  const parties = async () => (await told(reference)).map(([, party]) => party);
  expect(await parties()).toContain('Storvik legesenter');
  await all.does('kari', 'protectAddress', file, { addressLevel: 'SPERRET', addressSource: 'POLITI', addressSince: osloDay(all.world.clock.now) });
  expect(await parties(), 'where the address is hidden, nobody who was written to or asked says where she lives').toEqual(['Den som meldte', 'Står i saken', 'Står i saken']);
  expect(await told(other)).toHaveLength(1);
  await all.does('kari', 'protectAddress', secret, { addressLevel: 'STRENGT', addressSource: 'POLITI', addressSince: osloDay(all.world.clock.now), keeper: await all.id('kari') });
  expect([await told(other), [await journal(await archivist(), '')].flat().filter((one) => typeof one !== 'string' && one.belongsTo === other)]).toEqual([[], []]);
  expect(await journal(await archivist(), owner, 'offentlig')).toEqual([]);
  expect(await journal({ ...await archivist(), signedInAt: addMs(all.world.clock.now, -HOUR) }, owner)).toBe('sign_in_again');
  expect(await journal(await person('kari'), owner)).toBe('not_found');
  const clerk = await person('kari');
  await superuser.query(`insert into app.return_version select $1, $2, 'R3', '1', 'TABELLER', '2025-01', '2025-12', 1, $2, '2026-02-01', null, null, '2026-02-01', ''`, [clerk.regionId, clerk.userId]);
  await superuser.query(`insert into app.return_sending select $1, $2, $2, 'BUFDIR', '2026-02-01', null, $2, '2026-02-01'`, [clerk.regionId, clerk.userId]);
  expect([await journal(await archivist(), '')].flat(), 'a return by its name, as a report: nobody outside knows our codes').toContainEqual(expect.objectContaining({ title: 'Retur: Nasjonal retur for TryggEst' }));
});

test('whoever keeps the archive answers the question first, takes the case out, and reads no page of it; a yes closes it for them', async () => {
  const arne: Person = { ...await person('jorunn'), roles: ['ARKIVAR'] };
  expect(value(await page(arne)).mustDeclare).toBe(true);
  expect(await make(arne)).toEqual({ ok: false, code: 'not_found' });
  value(await all.world.house.door.enter(answerForArchive, arne, { caseId: file, connection: 'INGEN' }));
  const id = randomUUID();
  value(await make(arne, id));
  expect(value(await fetchIt(arne, id)).bytes.includes('Borghild')).toBe(true);
  expect(await all.world.house.door.enter(openCase, arne, { caseId: file })).toEqual({ ok: false, code: 'not_found' });
  value(await all.world.house.door.enter(answerForArchive, arne, { caseId: file, connection: 'TILKNYTTET' }));
  expect(await page(arne)).toEqual({ ok: false, code: 'not_found' });
  expect(await fetchIt(arne, id)).toEqual({ ok: false, code: 'not_found' });
  const { owner = '' } = (await superuser.query<{ owner: string }>(`select coalesce(owner_municipality_id::text, '') as owner from app.case_file where file_id = $1`, [file])).rows[0] ?? {};
  const whose = (await superuser.query<{ reference: string }>('select reference from app.case_file where file_id = $1', [file])).rows[0]?.reference;
  const taken = await journal({ ...arne, signedInAt: all.world.clock.now }, owner);
  expect(typeof taken === 'string' ? taken : taken.filter(({ belongsTo }) => belongsTo === whose)).toEqual([]);
});
