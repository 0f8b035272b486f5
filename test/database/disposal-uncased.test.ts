import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerForArchive, makeWholeFile } from '../../src/cases/commands/whole.ts';
import { goesAlong } from '../../src/cases/public.ts';
import { wholeFileOut, wholePage } from '../../src/cases/queries/whole.ts';
import { answerConsultation, registerConsultation } from '../../src/consultations/commands/advise.ts';
import { checkProjections } from '../../src/jobs/check-projections.ts';
import { disposing } from '../../src/jobs/dispose.ts';
import { lastNight } from '../../src/jobs/night.ts';
import { alteredJournals } from '../../src/kernel/audit/verify-journals.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, instant, MINUTE } from '../../src/kernel/time.ts';
import { typesetter } from '../../src/kernel/typesetting/typesetter.ts';
import { recordReceipt, withdrawDisposal } from '../../src/privacy/commands/disposal.ts';
import { holdCase, stayingAmong } from '../../src/privacy/commands/holds.ts';
import { sendOn } from '../../src/reports/commands/send-on.ts';
import { splitReport } from '../../src/reports/commands/split.ts';
import { splitForm } from '../../src/reports/queries/settle.ts';
import { checkRegions } from '../../src/tools/ledger.ts';
import { readReport, value } from '../support/door.ts';
import { traces } from '../support/rows-about.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { HOST, NORDFJELLA } from '../support/world.ts';
import { lives, type Lives } from './cases-support.ts';
import { archiveOf, confirms, makeArchivist, proposes } from './disposal-support.ts';

let all: Lives;
let superuser: pg.Client;
let outsideDir: string;
/** sent on · divided into two, of which one was divided again · a consultation that came by the form, with its report · a talk */
let sent: FileId;
let divided: FileId;
let again: FileId;
let ends: FileId[];
let asked: FileId;
let itsReport: FileId;
let talk: FileId;

const archivist = 'reidun';
const NURSE = {
  fare: 'nei', hvem: 'ansatt', sted: 'HJEMMETJENESTE', voksen: 'ja', spurt: 'IKKE_SPURT', grunn: 'ingen', kommune: '9901', alder: 'A80', hva: 'OKONOMISK', situasjon: 'DEMENS', barn: 'nei',
  sett: 'Hun vil bo hjemme. Dag etter dag mangler det penger når barnebarnet har vært der.',
};
const ADVICE = { advice: 'Snakk med henne alene.', card: '', minutes: '25', topics: ['SAMTYKKE'], outcome: 'RAD', notNames: [] };
const OUT = { to: 'UTENFOR', place: 'Nordbø kommune', spokeWith: 'Vakttelefonen', basis: 'FVL_13B_5', scope: 'HELE', phonedWho: '', phonedWhen: '', grounds: 'Hun bor der.', text: '', files: [] };
const OWNED = { ...DAUGHTER, kommune: '9901' };

const door = () => all.world.house.door;
const kari = () => all.world.person('kari');

async function sendAway(reportId: FileId): Promise<void> {
  await readReport(all.world, 'kari', reportId);
  value(await door().enter(sendOn, await kari(), { reportId, transferId: randomUUID(), parts: 1, ...OUT }));
}

async function divide(reportId: FileId, names: readonly [string, string]): Promise<[FileId, FileId]> {
  await readReport(all.world, 'kari', reportId);
  const begun = value(await door().enter(splitForm, await kari(), { reportId }));
  const people = [{ ...begun.first, name: names[0], story: 'Hun er redd.' }, { ...begun.other, name: names[1], story: 'Pengene er borte.' }];
  value(await door().enter(splitReport, await kari(), { reportId, formId: begun.formId, parts: begun.parts, people }));
  const [one, other] = (await readReport(all.world, 'kari', reportId)).parts.map(({ fileId }) => fileId);
  if (one === undefined || other === undefined) throw new Error('not divided');
  return [one, other];
}

beforeAll(async () => {
  all = await lives();
  superuser = await all.world.superuser();
  outsideDir = mkdtempSync(join(tmpdir(), 'vv-uncased-'));
  await makeArchivist(all, archivist);
  sent = await all.report({ ...OWNED, annen: 'Per Ombo', dittnavn: 'Ingunn Aasen', dittnummer: '55 55 01 23' });
  await sendAway(sent);
  divided = await all.report(OWNED);
  const [first, second] = await divide(divided, ['Borghild Lian', 'Ragna Lian']);
  again = second;
  ends = [first, ...await divide(second, ['Ragna Lian', 'Oddny Lian'])];
  itsReport = await all.report(NURSE);
  asked = (await superuser.query<{ file_id: FileId }>('select file_id from app.consultation where report_id = $1', [itsReport])).rows[0]?.file_id ?? expect.fail('no consultation');
  value(await door().enter(answerConsultation, await all.world.person('even'), { consultationId: asked, messageId: randomUUID(), parts: 1, ...ADVICE }));
  talk = value(await door().enter(registerConsultation, await all.world.person('even'), { consultationId: randomUUID(), direction: 'FRA_OSS', on: '2026-03-01', service: 'POLITI', municipality: '9901', violence: ['TRUSLER'], ageBand: 'A67_79', ...ADVICE })).fileId;
}, 120_000);
afterAll(async () => {
  typesetter().close();
  await all.close();
  rmSync(outsideDir, { recursive: true, force: true });
});

async function round(): Promise<void> {
  await disposing((await all.world.worker()).door, outsideDir)(NORDFJELLA);
}

async function ready(who = archivist): Promise<FileId[]> {
  return (await archiveOf(all, who)).ready.flatMap(({ cases }) => cases.map(({ fileId }) => fileId));
}

const fresh = async (who = archivist) => ({ ...await all.world.person(who), signedInAt: all.world.clock.now });

/** As the archivist does it, signed in a moment ago; answers the JSON. */
async function pack(file: FileId): Promise<string> {
  const person = await fresh();
  const page = value(await door().enter(wholePage, person, { caseId: file }));
  if (page.mustDeclare) value(await door().enter(answerForArchive, person, { caseId: file, connection: 'INGEN' }));
  const newId = randomUUID();
  value(await door().enter(makeWholeFile, person, { caseId: file, newId, lang: 'nb' }));
  return value(await door().enter(wholeFileOut, person, { caseId: file, wholeId: newId, as: 'json' })).bytes.toString('utf8');
}

/** Made, proposed, confirmed and received. */
async function transfer(file: FileId): Promise<string> {
  const said = await pack(file);
  const id = await proposes(all, archivist, file, 'AVLEVERING', 'IKA');
  expect(await confirms(all, 'leif', id)).toBe('ok');
  value(await door().enter(recordReceipt, await all.world.person(archivist), { disposalId: id }));
  return said;
}

test('nothing of it comes up before a whole year has gone, and a divided report not while a part of it is open', async () => {
  expect(await ready()).toEqual([]);
  all.world.clock.now = instant('2028-01-03T08:00:00.000Z');
  expect((await ready()).toSorted(), 'no part of the divided report has ended').toEqual([sent, asked, talk].toSorted());
  expect(await proposes(all, archivist, divided, 'EKSPORT')).toBe('no_rule');
  const [first = divided, ...others] = ends;
  await all.opens('kari', [first]);
  expect(await proposes(all, archivist, first, 'EKSPORT'), 'a report that a case has goes with the case').toBe('not_found');
  expect((await door().enter(wholePage, await fresh(), { caseId: first })).ok).toBe(false);
  for (const one of others) await sendAway(one);
  all.world.clock.now = instant('2031-01-03T08:00:00.000Z');
  expect(await ready(), 'the case is open still').not.toContain(divided);
  expect(await ready()).toEqual(expect.arrayContaining([again, ...others]));
});

test('fvl § 6: the question comes first, and whoever is named in it, or says yes, finds neither it nor a line about it', async () => {
  const { lines } = await archiveOf(all, 'leif');
  expect(lines).toEqual([]);
  expect(await door().enter(makeWholeFile, await fresh(), { caseId: sent, newId: randomUUID(), lang: 'nb' })).toEqual({ ok: false, code: 'not_found' });
  const per = { ...await fresh('per'), roles: ['ARKIVAR'] };
  expect((await door().enter(wholePage, per, { caseId: sent })).ok, 'named in it').toBe(false);
  expect((await door().enter(wholePage, { ...await fresh('ida'), roles: ['ARKIVAR'] }, { caseId: sent })).ok).toBe(true);
  const ida = { ...await fresh('ida'), roles: ['ARKIVAR'] };
  value(await door().enter(answerForArchive, ida, { caseId: asked, connection: 'TILKNYTTET' }));
  expect((await door().enter(wholePage, ida, { caseId: asked })).ok).toBe(false);
  expect((await door().enter(makeWholeFile, ida, { caseId: asked, newId: randomUUID(), lang: 'nb' })).ok).toBe(false);
  expect(await ready('per')).not.toContain(sent);
});

test('a file of the whole report and of the whole consultation: with what was told, sent on and advised, and for the archive alone with who reported', async () => {
  const said = await pack(sent);
  expect(said).toContain('Nordbø kommune');
  expect(JSON.parse(said)).toMatchObject({ format: 'voksenvern-uten-sak', file: { kind: 'report', outcome: 'OVERFORT' }, reports: [{}] });
  expect(said).toMatch(/Ingunn.*55 55 01 23/);
  expect(said).not.toMatch(/leftOut":/);
  const coordinator = await fresh('kari');
  const newId = randomUUID();
  value(await door().enter(makeWholeFile, coordinator, { caseId: sent, newId, lang: 'nb' }));
  expect(value(await door().enter(wholeFileOut, coordinator, { caseId: sent, wholeId: newId, as: 'json' })).bytes.toString('utf8')).not.toMatch(/Ingunn|55 55 01 23|leftOut":/);
  const consulted = await pack(asked);
  expect(JSON.parse(consulted)).toMatchObject({ file: { kind: 'consultation' }, consultation: [{ type: 'ConsultationAsked' }, { type: 'ConsultationAnswered' }], reports: [{}] });
  expect(consulted).toContain('barnebarnet');
  expect(await pack(talk)).toContain('Snakk med henne alene.');
});

test('arkivforskrifta § 5: exported, transferred and then disposed of by the same two, proof without content; what is held stays', async () => {
  expect(await proposes(all, archivist, sent, 'KASSASJON'), 'what is to be kept goes to an archive first').toBe('no_rule');
  const said = await transfer(sent);
  await transfer(asked);
  const line = (await archiveOf(all, 'leif')).lines.find(({ kind, operation }) => kind === 'report' && operation === 'AVLEVERING');
  expect(line).toMatchObject({ state: 'DONE', receivedBy: 'Reidun Solli', packed: { json: createHash('sha256').update(said).digest('hex') } });
  const reference = line?.reference ?? '';
  const hold = async (held: 'ja' | 'nei') => (await door().enter(holdCase, await all.world.person('leif'), { reference, held, ground: 'POLITI', why: 'Brev fra politiet.' })).ok;
  const id = await proposes(all, archivist, sent, 'KASSASJON');
  expect([await hold('ja'), await confirms(all, 'leif', id), await hold('nei'), await confirms(all, 'leif', id)]).toEqual([true, 'case_on_hold', true, 'ok']);
  const second = await proposes(all, archivist, asked, 'KASSASJON');
  expect(await confirms(all, 'leif', second)).toBe('ok');

  const tables = ['kernel.file_key', 'app.report', 'app.consultation', 'app.consultation_codes'];
  const gone = [sent, asked, itsReport];
  const saved = new Map<string, unknown[]>();
  for (const table of tables) saved.set(table, (await superuser.query<{ row: unknown }>(`select to_jsonb(t) as row from ${table} t where file_id = any ($1)`, [gone])).rows.map(({ row }) => row));
  await round();
  expect((await superuser.query('select 1 from kernel.file_key where file_id = any ($1)', [gone])).rowCount, 'no key of it is left').toBe(0);
  expect(await traces(superuser, gone)).toEqual(['app.disposal', 'app.report_ledger']);
  const proof = `${JSON.stringify((await superuser.query('select * from app.disposal')).rows)}${readdirSync(outsideDir).map((name) => readFileSync(join(outsideDir, name), 'utf8')).join('')}`;
  expect(proof).toContain(reference);
  expect(proof).not.toMatch(/Borghild|Nordbø|barnebarn|redd/);
  expect((await archiveOf(all, 'leif')).lines.filter(({ operation }) => operation === 'KASSASJON').map(({ kind, state }) => [kind, state]).toSorted()).toEqual([['consultation', 'DONE'], ['report', 'DONE']]);

  // As it was in the backup: the keys and rows are back.
  await superuser.query('set session_replication_role = replica');
  await superuser.query('delete from kernel.file_disposed where file_id = any ($1)', [gone]);
  for (const table of tables) await superuser.query(`insert into ${table} select (jsonb_populate_recordset(null::${table}, $1::jsonb)).*`, [JSON.stringify(saved.get(table))]);
  await superuser.query('set session_replication_role = origin');
  await round();
  expect((await superuser.query('select 1 from kernel.file_key where file_id = any ($1)', [gone])).rowCount, 'replayed from the list beside the database').toBe(0);
  expect(await traces(superuser, gone)).toEqual(['app.disposal', 'app.report_ledger']);
});

test('a report that was divided is followed every step: held with a case of any part, and gone with the last only when an archive has it', async () => {
  const opened = (await superuser.query<{ file_id: FileId; reference: string }>('select file_id, reference from app.case_file where file_id in (select file_id from app.case_report where report_id = any ($1))', [ends])).rows[0];
  value(await door().enter(holdCase, await all.world.person(archivist), { reference: opened?.reference, held: 'ja', ground: 'KRAV', why: 'Brev.' }));
  expect(await door().unaudited(NORDFJELLA, 'test', (ctx) => stayingAmong(ctx, [divided, again, ...ends])), 'the first part, and the whole story').toEqual(new Map([[divided, 'held'], [ends[0], 'held']]));
  const along = async (file: FileId) => (await door().unaudited(NORDFJELLA, 'test', (ctx) => goesAlong(ctx, file))).map(({ report, original }) => [report, original]);
  const [first = divided, third = divided, fourth = divided] = ends;
  expect(await along(third), 'the other part stands').toEqual([]);
  const dispose = async (file: FileId) => {
    const id = await proposes(all, archivist, file, 'KASSASJON');
    expect(await confirms(all, 'leif', id)).toBe('ok');
    await round();
  };
  await transfer(third);
  await transfer(fourth);
  await dispose(third);
  expect(await along(fourth), 'the one it was divided from; the first part of that one’s original stands').toEqual([[again, true]]);
  const { rows: [row] } = await superuser.query<{ row: unknown }>('select to_jsonb(r) as row from app.report r where file_id = $1', [first]);
  await superuser.query('set session_replication_role = replica');
  await superuser.query('delete from app.report where file_id = $1', [first]);
  expect((await along(fourth)).toSorted(), 'two steps, were the first part gone').toEqual([[again, true], [divided, true]].toSorted());
  await superuser.query('insert into app.report select * from jsonb_populate_record(null::app.report, $1::jsonb)', [JSON.stringify(row?.row)]);
  await superuser.query('set session_replication_role = origin');
  const waits = await proposes(all, archivist, fourth, 'KASSASJON');
  expect((await superuser.query<{ files: FileId[] }>('select files from app.disposal where disposal_id = $1', [waits])).rows[0]?.files, 'no archive has what it was divided from').toEqual([fourth]);
  value(await door().enter(withdrawDisposal, await all.world.person('leif'), { disposalId: waits }));
  await transfer(again);
  await dispose(fourth);
  const keys = await superuser.query<{ file_id: FileId }>('select file_id from kernel.file_key where file_id = any ($1)', [[divided, again, third, fourth]]);
  expect(keys.rows.map((row) => row.file_id), 'a part of the first one stands').toEqual([divided]);
});

test('what is gone on purpose is no fault: not in the ledger, not in the night’s check, not in audit:verify', async () => {
  all.world.clock.now = addMs(lastNight(all.world.clock.now), DAY_MS + MINUTE);
  for (let more = 'more'; more === 'more';) more = await checkProjections((await all.world.worker()).door, NORDFJELLA, 60_000);
  const faults = await superuser.query<{ file_id: FileId; name: string }>('select * from kernel.projection_fault');
  expect(faults.rows.filter((row) => [sent, asked, itsReport, again, talk].includes(row.file_id))).toEqual([]);
  expect((await checkRegions(all.world.house, [{ id: NORDFJELLA, host: HOST }], { outsideDir })).lines.filter((line) => line.includes(sent) || line.includes(itsReport))).toEqual([]);
  expect(await door().unaudited(NORDFJELLA, 'test', alteredJournals)).toEqual([]);
});
