import type pg from 'pg';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerForArchive } from '../../src/cases/commands/whole.ts';
import { carryRound, openCaseFromReports, STEPS } from '../../src/cases/public.ts';
import { openCase } from '../../src/cases/queries/open.ts';
import { journalFile } from '../../src/documents/queries/journal.ts';
import { carryFile } from '../../src/jobs/carry-file.ts';
import { ledgerLight } from '../../src/jobs/health.ts';
import type { FileId, RegionId } from '../../src/kernel/ids.ts';
import { openFile } from '../../src/kernel/journal/file.ts';
import type { Storage } from '../../src/kernel/storage.ts';
import { openStream } from '../../src/kernel/sealing/stream.ts';
import { addMs, HOUR, MINUTE, osloDay } from '../../src/kernel/time.ts';
import type { Door } from '../../src/kernel/door.ts';
import { sendBack } from '../../src/reports/commands/send-on.ts';
import { inbox, openReport } from '../../src/reports/queries.ts';
import { carryTransfers } from '../../src/reports/public.ts';
import { REPORT_FILE } from '../../src/reports/file.ts';
import { openFileOf } from '../../src/reports/queries/attachment.ts';
import { checkRegions } from '../../src/tools/ledger.ts';
import { entered, readReport, value } from '../support/door.ts';
import { openSite, type Site } from '../support/site.ts';
import { DAUGHTER, openAll } from '../support/submissions.ts';
import { HOST, NORDFJELLA, SMALL_HOST, SORVIKA } from '../support/world.ts';
import { letIn as lets, lives, type Lives } from './cases-support.ts';

let all: Lives;
let site: Site;
let superuser: pg.Client;

beforeAll(async () => {
  all = await lives();
  site = openSite(all.world);
  superuser = await all.world.superuser();
});
afterAll(async () => {
  await site.close();
  await all.close();
});

const OUT = { receiver: 'Sundby', basis: 'SAMTYKKE', consent: 'GITT_MUNTLIG', sent: 'Hele saken.', grounds: 'Hun bor der nå.', personInformed: 'NEI', personToldWhy: 'Sønnen leser posten.', transferReason: 'UTENFOR_KOMMUNER', toRegion: SORVIKA };
const CALLED = { phonedWho: 'Vakthavende i Sundby', phonedWhen: 'kl. 08.10' };
const STORY = { ...DAUGHTER, kommune: '9911', sett: 'Hun gråter når sønnen kommer.', dittnavn: 'Mona Kvamme', adresse: 'Fjellveien 3' };

class Killed extends Error {}
const door = async () => (await all.world.worker()).door;

/** A door that dies just after the step it is to die at. */
function mortal(real: Door, dies: number): Door {
  let step = 0;
  return { ...real, enter: async (useCase, actor, input) => {
    const done = await real.enter(useCase, actor, input);
    step += 1;
    if (step === dies) throw new Killed();
    return done;
  } };
}

/** A door of a worker whom another overtakes just before it lands a file, and who is killed before it notes it. */
function overtaken(real: Door): Door {
  return { ...real, enter: async (useCase, actor, input) => {
    const slot = useCase.name === 'reports.land_file' && typeof input === 'object' && input !== null && 'slot' in input ? String(input.slot) : undefined;
    if (slot !== undefined) {
      all.world.clock.now = addMs(all.world.clock.now, MINUTE);
      await carryFile({ door: mortal(real, 4), storage: site.storage }, NORDFJELLA, slot).catch(() => undefined);
    }
    return real.enter(useCase, actor, input);
  } };
}

/** As the worker's round has it. */
async function round(region: RegionId = NORDFJELLA): Promise<void> {
  await carryRound(await door(), region);
}

async function files(storage: Storage = site.storage, through?: Door): Promise<void> {
  const rows = (await superuser.query<{ slot: string; region_id: RegionId }>('select slot, region_id from app.report_file_along where carried_at is null order by slot')).rows;
  for (const { slot, region_id: region } of rows) await carryFile({ door: through ?? await door(), storage }, region, slot);
}

/** Sent by two people; answers the report that it is to become there. */
async function sent(caseId: FileId, more: Readonly<Record<string, unknown>> = {}): Promise<FileId> {
  await all.does('kari', 'proposeTransfer', caseId, OUT);
  for (const _twice of [1, 2]) await all.tries('even', 'confirmTransfer', caseId, { proposal: await all.proposal('kari', caseId), formId: '80000000-0000-4000-8000-000000000001', ...more });
  const found = await superuser.query<{ to_report: FileId }>('select t.to_report from app.report_transfer t join app.case_report h on h.report_id = t.file_id where h.file_id = $1 and t.of_case order by t.sent_at desc', [caseId]);
  return found.rows[0]?.to_report ?? expect.fail('not sent');
}

/** The second person, who has answered. */
async function letIn(caseId: FileId): Promise<FileId> {
  await lets(all, 'even', caseId);
  return caseId;
}

async function whole(reportId: FileId): Promise<string> {
  const { facts, key } = value(await all.world.house.door.enter(openFileOf, await all.world.person('anders'), { reportId, no: await numberOf(reportId, 'saksmappe-json.txt'), original: false }));
  const pieces: Buffer[] = [];
  for await (const piece of openStream(key, facts, site.storage.read(facts))) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

async function numberOf(reportId: FileId, name: string): Promise<string> {
  const { attachments } = (await readReport(all.world, 'anders', reportId)).report.dialogue;
  return String(attachments.findIndex((one) => one.name === name) + 1);
}

async function journalOf(region: RegionId, file: FileId) {
  return all.world.house.door.unaudited(region, 'test', async (ctx) => {
    await sql`select set_config('app.files', ${`{${file}}`}, true)`.execute(ctx.tx);
    return (await openFile(ctx, REPORT_FILE, file)).state;
  });
}

/** What the archive's journal of a region has of a case or a report: what it is, in or out, and the other party. */
async function journaled(who: string, region: RegionId, reference: string): Promise<string[][]> {
  const archivist = { ...await all.world.person(who), roles: ['ARKIVAR'], signedInAt: all.world.clock.now };
  const found = await superuser.query<{ owner: string }>("select coalesce(owner_municipality_id::text, '') as owner from app.case_file where region_id = $1 and reference = $2 union all select coalesce(owner_municipality_id::text, '') from app.report where region_id = $1 and reference = $2", [region, reference]);
  const taken = value(await all.world.house.door.enter(journalFile, archivist, { municipality: found.rows[0]?.owner ?? '', from: '2026-01-01', to: osloDay(all.world.clock.now), edition: 'intern', as: 'json', lang: 'nb' }));
  const { entries } = JSON.parse(taken.bytes.toString('utf8')) as { entries: { belongsTo: string; direction: string; title: string; party: string }[] }; // written by journalJson
  return entries.filter(({ belongsTo }) => belongsTo === reference).map(({ direction, title, party }) => [direction, title, party]);
}

const statusOf = async (caseId: FileId) => (await superuser.query<{ status: string; awaits: string | null }>('select status, awaits from app.case_file where file_id = $1', [caseId])).rows[0];
const check = async () => JSON.stringify(await checkRegions(all.world.house, [{ id: NORDFJELLA, host: HOST }, { id: SORVIKA, host: SMALL_HOST }]));

describe('a case that goes to another region of this system (T4)', () => {
  test('travels sealed, with its file and its attachments, is ours until it is taken there, and then both journals say the same', async () => {
    const { draft, receipt } = await site.report(STORY);
    await site.upload(receipt.token, Buffer.from('Han tok kortet.'), 'arket.txt');
    await openAll(all.world);
    await superuser.query("update app.report_file set checked_at = stored_at where region_id = $1", [NORDFJELLA]);
    expect(await all.opens('kari', [draft])).toBe('ok');
    const caseId = (await superuser.query<{ file_id: FileId }>('select file_id from app.case_report where report_id = $1', [draft])).rows[0]?.file_id ?? expect.fail('no case');
    await letIn(caseId);
    await all.does('kari', 'writeNote', caseId, { text: 'Hun vil helst prate på tirsdag.' });
    await all.does('kari', 'grantAccess', caseId, { accessTo: await all.id('signe'), accessReason: 'VURDERER', until: '2026-12-31' });
    await all.does('signe', 'declareImpartiality', caseId, { connection: 'TILKNYTTET' });
    expect(await all.tries('kari', 'proposeTransfer', caseId, { ...OUT, toRegion: NORDFJELLA })).toBe('bad_input {"toRegion":"not_offered"}');
    const there = await sent(caseId);
    expect(await statusOf(caseId)).toEqual({ status: 'TIL_VURDERING', awaits: 'RECEIPT' });
    expect((await superuser.query("select 1 from app.report_transfer where of_case")).rows, 'pressed twice is sent once').toHaveLength(1);
    expect(await all.tries('kari', 'proposeTransfer', caseId, OUT)).toBe('under_way');
    await round();
    await openAll(all.world, SORVIKA);
    await expect(files({ ...site.storage, write: () => Promise.reject(new Killed()) })).rejects.toThrow(Killed);
    await files(site.storage, overtaken(await door()));
    await files();
    const report = (await readReport(all.world, 'anders', there)).report;
    expect(report.contents[0]?.report).toMatchObject({ reporter: { name: 'Mona Kvamme' }, sentFrom: { name: 'Voksenvern Nordfjella', case: { protection: [] } }, consent: { code: 'GITT_MUNTLIG' } });
    expect(report.contents[0]?.report.whatHappened).toContain(STORY.sett);
    expect(report.dialogue).toMatchObject({ awaited: [] });
    expect(report.dialogue.attachments.map(({ type }) => type).toSorted()).toEqual(['pdf', 'text', 'text']);
    const told = await whole(there);
    expect(JSON.parse(told)).toMatchObject({ format: 'voksenvern-sak', case: { id: caseId, status: 'TIL_VURDERING' }, withheld: expect.arrayContaining(['reporter']) });
    expect([told.includes('Hun vil helst prate på tirsdag.'), told.includes('Mona Kvamme')], 'who reported stands apart, there as here').toEqual([true, false]);
    await round();
    expect(await statusOf(caseId), 'read there is not taken').toMatchObject({ status: 'TIL_VURDERING' });
    const opened = await entered(all.world, openCaseFromReports, 'anders', { reportIds: [there], connection: 'INGEN' });
    await round();
    await round();
    expect(await statusOf(caseId)).toEqual({ status: 'OVERFORT', awaits: null });
    expect((await all.reads('kari', caseId)).state.transfer).toMatchObject({ received: { receivedBy: 'Voksenvern Sørvika', reference: report.reference } });
    const theirs = await entered(all.world, openCase, 'anders', { caseId: opened.fileId });
    expect(theirs).toMatchObject({ mustDeclare: false, state: { start: { consent: 'GITT_MUNTLIG' } } });
    expect([caseId, draft]).not.toContain(opened.fileId);
    const [here, other] = [await journalOf(NORDFJELLA, draft), await journalOf(SORVIKA, there)];
    const sums = here.follows.filter(({ paper }) => paper !== undefined);
    expect(sums.map(({ carriedAt }) => carriedAt !== undefined)).toEqual([true, true]);
    const followed = (await journalEvents(NORDFJELLA, draft)).flatMap((event) => (event.type === 'AttachmentFollowed' && event.content.sha256 !== undefined ? [event.content.sha256] : []));
    expect(followed.toSorted(), 'both journals hold the same sums').toEqual(other.dialogue.attachments.filter((one) => sums.some(({ slot }) => slot === one.slot)).map(({ sha256 }) => sha256).toSorted());
    expect(here.crossings[0]).toMatchObject({ answered: { answer: { taken: true, reference: other.reference } } });
    expect(await check()).not.toContain('er ikke');
    expect([here.crossings[0]?.content.sentFrom?.case?.leftOut, JSON.stringify(other.contents).includes('Signe')], 'who is left out is compared there, and not told').toEqual([['Signe Haugland'], false]);
    const { reference } = await all.reads('kari', caseId);
    expect(await journaled('ida', NORDFJELLA, reference), 'arkivforskrifta § 15: the case that went is journaled, and whose it became stands in it').toContainEqual(['Ut', 'Overført sak', 'Står i saken']);
    value(await all.world.house.door.enter(answerForArchive, { ...await all.world.person('ida'), roles: ['ARKIVAR'] }, { caseId, connection: 'INGEN' }));
    const went = await journaled('ida', NORDFJELLA, reference);
    expect(went.filter(([, title]) => title?.startsWith('Overført'))).toEqual([['Ut', 'Overført sak: hele saken med vedlegg', 'Voksenvern Sørvika']]);
    const { reference: theirReference } = theirs;
    expect((await journaled('anders', SORVIKA, theirReference)).slice(0, 2), 'and did not come from whoever reported').toEqual([['Inn', 'Overført fra en annen kommune', 'Voksenvern Nordfjella'], ['Inn', 'Vedlegg til melding', 'Voksenvern Nordfjella']]);
    expect((await superuser.query('select told from stats.disclosure_fact where region_id = $1', [NORDFJELLA])).rows.flatMap(({ told }: { told: string[] }) => told), 'R10: once').toEqual([`${osloDay(all.world.clock.now).slice(0, 7)} SAMTYKKE`]);
  });

  test('is killed between each two of its steps, and arrives once', async () => {
    const caseId = await letIn(await all.opened('kari', STORY));
    await all.does('kari', 'recordFiguresWish', caseId, { figuresWish: 'RESERVERT' });
    const counted = async () => (await superuser.query('select 1 from stats.report_fact where region_id = $1', [SORVIKA])).rowCount;
    const before = await counted();
    const there = await sent(caseId);
    for (const dies of [1, 2, 3]) await carryTransfers(mortal(await door(), dies), NORDFJELLA).catch(() => undefined);
    await round();
    await openAll(all.world, SORVIKA);
    for (const dies of [1, 2, 3, 4, 5]) await files(site.storage, mortal(await door(), dies)).catch(() => undefined);
    await files();
    expect((await superuser.query('select 1 from app.report_ledger where report_id = $1', [there])).rows, 'the case and its two files').toHaveLength(3);
    await readReport(all.world, 'anders', there);
    expect(await counted(), 'whoever keeps out of figures is in none there either (krl § 5 a)').toBe(before);
    expect(await all.world.house.door.enter(sendBack, await all.world.person('anders'), { reportId: there, grounds: '', phonedWho: '', phonedWhen: '' })).toMatchObject({ fields: { grounds: 'back_missing' } });
    for (const _twice of [1, 2]) value(await all.world.house.door.enter(sendBack, await all.world.person('anders'), { reportId: there, grounds: 'Hun bor i Lia igjen.', phonedWho: '', phonedWhen: '' }));
    for (const dies of [1, 2]) await carryTransfers(mortal(await door(), dies), NORDFJELLA).catch(() => undefined);
    await round();
    expect(await statusOf(caseId)).toEqual({ status: 'TIL_VURDERING', awaits: null });
    expect((await all.reads('kari', caseId)).journal.filter(({ type }) => type === 'TransferReturned')).toMatchObject([{ content: { receivedBy: 'Voksenvern Sørvika', grounds: 'Hun bor i Lia igjen.' } }]);
    expect((await readReport(all.world, 'anders', there)).report.sentBack).toMatchObject({ fetchedAt: expect.any(String) });
    expect((await journaled('ida', NORDFJELLA, (await all.reads('kari', caseId)).reference)).map(([way, title]) => [way, title])).toEqual([['Inn', 'Bekymringsmelding'], ['Ut', 'Overført sak'], ['Inn', 'Overført sak, kommet tilbake']]);
    expect(await journaled('anders', SORVIKA, (await readReport(all.world, 'anders', there)).report.reference)).toContainEqual(['Ut', 'Overført sak, sendt tilbake', 'Står i saken']);
    const again = await sent(caseId);
    expect(again, 'and may be sent again').not.toBe(there);
    await round();
    await openAll(all.world, SORVIKA);
    await readReport(all.world, 'anders', again);
    value(await all.world.house.door.enter(sendBack, await all.world.person('anders'), { reportId: again, grounds: 'Hun bor i Lia.', phonedWho: '', phonedWhen: '' }));
    await round();
    await all.does('kari', 'writeNote', caseId, { text: 'Hun vil ikke at de skal vite mer.' });
    for (const _twice of [1, 2]) await files();
    expect((await superuser.query('select 1 from app.report_ledger where report_id = $1', [again])).rows, 'a file that was late is not brought to who has said no').toHaveLength(1);
    expect((await superuser.query('select 1 from app.report_file_along where carried_at is null')).rows, 'and waits for nobody').toEqual([]);
  });

  test('that cannot be taken in shows why, is tried again by itself, and in danger is told of within the hour', async () => {
    const caseId = await letIn(await all.opened('kari', { ...STORY, fare: 'ja' }));
    const there = await sent(caseId, CALLED);
    await superuser.query('create table public.kept_keys as select * from kernel.intake_key');
    await superuser.query('delete from kernel.intake_key where region_id = $1', [SORVIKA]);
    await expect(round()).rejects.toThrow();
    expect((await all.reads('kari', caseId)).onItsWay).toMatchObject({ carried_at: null, failure_code: 'nothing_published', failed_at: expect.any(String) });
    expect(await statusOf(caseId)).toMatchObject({ status: 'TIL_VURDERING' });
    await all.does('kari', 'protectAddress', caseId, { addressSource: 'POLITI', addressLevel: 'FORTROLIG', addressSince: '2026-03-01' });
    all.world.clock.now = addMs(all.world.clock.now, 5 * MINUTE);
    expect(await ledgerLight(all.world.house, () => all.world.clock.now)).toBe('red');
    await superuser.query('insert into kernel.intake_key select * from public.kept_keys where region_id = $1', [SORVIKA]);
    await round();
    expect((await all.reads('kari', caseId)).onItsWay).toMatchObject({ carried_at: expect.any(String), failure_code: null });
    await openAll(all.world, SORVIKA);
    const waiting = (await entered(all.world, inbox, 'anders', {})).waiting.find((row) => row.file_id === there);
    expect(waiting, 'it arrives as danger').toMatchObject({ urgent: true });
    const came = (await journalOf(SORVIKA, there)).contents[0]?.report;
    expect(came, 'what was graded before it left goes so').toMatchObject({ person: { protectedAddressHint: true }, sentFrom: { case: { protection: [{ source: 'POLITI', level: 'FORTROLIG' }] } } });
    expect(JSON.stringify(came)).not.toContain('Fjellveien');
    all.world.clock.now = addMs(all.world.clock.now, 2 * HOUR);
    expect(await ledgerLight(all.world.house, () => all.world.clock.now), 'nobody there has taken it').toBe('yellow');
    expect((await all.reads('kari', caseId)).clocks.find(({ clock }) => clock === 'TRANSFERRED')).toMatchObject({ late: true });
  });

  test('with a strictly confidential address is named people’s there from the first second, without a place, and in the case that is opened of it', async () => {
    const caseId = await letIn(await all.opened('kari', STORY));
    await all.does('kari', 'protectAddress', caseId, { addressSource: 'FOLKEREGISTERET', addressLevel: 'STRENGT', addressSince: '2026-03-01', keeper: await all.id('kari') });
    const fresh = async (who: string) => ({ ...await all.world.person(who), signedInAt: all.world.clock.now });
    const take = async (who: string, key: 'proposeTransfer' | 'confirmTransfer', answers: object) => value(await all.world.house.door.enter(STEPS[key] as typeof STEPS.proposeTransfer, await fresh(who), { caseId, ...answers })); // every step takes a case and answers
    await take('kari', 'proposeTransfer', OUT);
    await take('even', 'confirmTransfer', { proposal: 1 });
    const there = (await superuser.query<{ to_report: FileId }>('select to_report from app.report_transfer t join app.case_report h on h.report_id = t.file_id where h.file_id = $1', [caseId])).rows[0]?.to_report ?? expect.fail('not sent');
    await round();
    await openAll(all.world, SORVIKA);
    await files();
    const anders = await all.id('anders');
    expect((await superuser.query('select named from app.report_named where report_id = $1', [there])).rows).toEqual([{ named: [anders] }]);
    expect((await superuser.query('select owner_municipality_id from app.report where file_id = $1', [there])).rows).toEqual([{ owner_municipality_id: null }]);
    const content = (await journalOf(SORVIKA, there)).contents[0]?.report;
    expect([content?.person.municipality, content?.person.address, content?.person.protectedAddressHint]).toEqual(['ukjent', undefined, true]);
    await superuser.query('update app.report_named set named = $2 where report_id = $1', [there, [await all.id('even')]]);
    const asks = async (who: string) => all.world.house.door.enter(openReport, await fresh(who), { reportId: there });
    expect([await asks('anders'), await asks('berit')], 'whoever is named has left: the reserve stands in (fvl § 6), and nobody else').toMatchObject([{ ok: false }, { ok: true, value: { mustAnswer: true } }]);
    await superuser.query('update app.report_named set named = $2 where report_id = $1', [there, [anders]]);
    const hourAgo = { ...await all.world.person('anders'), signedInAt: addMs(all.world.clock.now, -HOUR) };
    const asked = value(await all.world.house.door.enter(openReport, hourAgo, { reportId: there }));
    expect([asked, JSON.stringify(asked).includes(STORY.sett)], 'nothing of it is read before whoever is named has answered the question').toEqual([expect.objectContaining({ mustAnswer: true }), false]);
    expect(await all.world.house.door.enter(openCaseFromReports, hourAgo, { reportIds: [there], connection: 'INGEN' }), 'whoever proved an hour ago who they are does so anew before a case is made of it').toMatchObject({ ok: false, code: 'sign_in_again' });
    expect((await superuser.query('select 1 from app.case_report where report_id = $1', [there])).rows, 'refused, it is nobody’s case').toEqual([]);
    const opened = value(await all.world.house.door.enter(openCaseFromReports, await fresh('anders'), { reportIds: [there], connection: 'INGEN' }));
    expect((await superuser.query('select named_only from app.case_file where file_id = $1', [opened.fileId])).rows).toEqual([{ named_only: [anders] }]);
    expect((await superuser.query('select case_id from app.report_named where report_id = $1', [there])).rows, 'from now on the case says whose it is').toEqual([{ case_id: opened.fileId }]);
    await round();
    await round();
    expect(await statusOf(caseId)).toMatchObject({ status: 'OVERFORT' });
  });
});

async function journalEvents(region: RegionId, file: FileId) {
  return all.world.house.door.unaudited(region, 'test', async (ctx) => {
    await sql`select set_config('app.files', ${`{${file}}`}, true)`.execute(ctx.tx);
    return (await openFile(ctx, REPORT_FILE, file)).events;
  });
}
