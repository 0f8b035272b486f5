import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayWith } from '../../src/cases/queries/day.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS, instant, osloDay } from '../../src/kernel/time.ts';
import { planNotices } from '../../src/notices/commands/plan.ts';
import { answerRequest, decidePassages } from '../../src/privacy/commands/answers.ts';
import { linkFile } from '../../src/privacy/commands/link.ts';
import { adviseRequest, checkIdentity, registerRequest } from '../../src/privacy/commands/requests.ts';
import { chooseRequestYears } from '../../src/privacy/commands/sweep-requests.ts';
import { requestsDue, sweepSpentRequests } from '../../src/privacy/public.ts';
import { extendRequest } from '../../src/privacy/commands/extend.ts';
import { openRequestPage, requestList, type OpenRequest } from '../../src/privacy/queries/requests.ts';
import { exclusionToken } from '../../src/kernel/sealing/mac.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { setContact } from '../../src/staff/commands/contact.ts';
import { confirmRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { entered, value } from '../support/door.ts';
import { DAUGHTER, openAll } from '../support/submissions.ts';
import { NORDFJELLA } from '../support/world.ts';
import { lives, YES, type Lives } from './cases-support.ts';

let all: Lives;
let superuser: pg.Client;
let caseId: FileId;
let report: Awaited<ReturnType<Lives['from']['send']>>;

beforeAll(async () => {
  all = await lives();
  superuser = await all.world.superuser();
  report = await all.from.send(TOLD);
  await openAll(all.world);
  expect(await all.opens('kari', [report.draft])).toBe('ok');
  caseId = (await superuser.query<{ file_id: FileId }>('select file_id from app.case_report where report_id = $1', [report.draft])).rows[0]?.file_id ?? report.draft;
});

const TOLD = { ...DAUGHTER, sett: 'Hun er redd for sønnen.', dittnavn: 'Mona Kvamme' };
/** Whoever reported sends more with the same code, after the case was opened. */
const addedLater = async (words: string) => {
  await all.from.send({ ...TOLD, sett: words }, report.draft, report.code);
  await openAll(all.world);
};
afterAll(() => all.close());

/** «ok», or the code of why not with its fields. */
async function does<I, F, R>(who: string, useCase: UseCase<I, F, R>, input: unknown): Promise<string> {
  const outcome = await all.world.house.door.enter(useCase, await all.world.person(who), input);
  return outcome.ok ? 'ok' : [outcome.code, ...Object.values(outcome.fields ?? {})].join(' ');
}

const asks = <I, F, R>(who: string, useCase: UseCase<I, F, R>, input: unknown): Promise<R> => entered(all.world, useCase, who, input);

const sees = (who: string, requestId: string): Promise<OpenRequest> => asks(who, openRequestPage, { requestId, lang: 'nb' });
const form = (change: Readonly<Record<string, string>> = {}) => ({ requestId: randomUUID(), requester: 'PERSONEN', name: 'Liv Sande', about: 'Liv Sande', asks: 'Alt', reach: '', receivedOn: '2026-03-02', identity: 'LEGITIMASJON', identityHow: 'På kontoret', ...change });

async function registered(change: Readonly<Record<string, string>> = {}): Promise<string> {
  const asked = form(change);
  expect(await does('kari', registerRequest, asked)).toBe('ok');
  return asked.requestId;
}

async function linked(requestId: string): Promise<void> {
  expect(await links(requestId, (await all.reads('kari', caseId)).reference)).toBe('ok');
}

const piecesOf = (request: OpenRequest, at = 0) => request.files[at]?.pieces ?? [];
/** What is usual of one of its files. */
const usual = (request: OpenRequest, at = 0) => ({ file: request.files[at]?.fileId ?? '', decisions: Object.fromEntries(piecesOf(request, at).map(({ passage, decision }) => [passage.id, decision.give ? 'GI' : decision.ground])) });
const preview = (request: OpenRequest) => request.previews[0]?.text ?? '';
const GIVEN = { letter: 'INNSYN', answeredOn: '2026-03-02', how: 'Overlevert', lang: 'nb' } as const;

test('the same form sent twice is one request, and another person’s words under its id are refused', async () => {
  const asked = form();
  expect(await does('kari', registerRequest, asked)).toBe('ok');
  expect(await does('kari', registerRequest, asked)).toBe('ok');
  expect(await does('kari', registerRequest, { ...asked, about: 'En annen' })).toBe('already_registered');
  expect((await asks('kari', requestList, {})).lines.filter((line) => line.requestId === asked.requestId)).toHaveLength(1);
});

test('GDPR art. 15, fvl § 18: the person gets their own story, the reporter stays masked, and what was sent is kept with the case', async () => {
  const requestId = await registered();
  await linked(requestId);
  const open = await sees('kari', requestId);
  const reporter = piecesOf(open).find(({ passage }) => passage.kind === 'REPORTER');
  expect(reporter?.passage, 'nor is it shown to whoever has not said why').toMatchObject({ covered: true, said: [] });
  expect(await does('kari', decidePassages, { requestId, version: String(open.version), ...usual(open), decisions: { ...usual(open).decisions, [reporter?.passage.id ?? '']: 'GI' } }), 'and is not theirs to give').toBe('bad_input not_offered');
  expect(open.previews.map(({ letter }) => letter), 'nothing to give before every piece is decided').toEqual(['VERKEN_ELLER']);
  expect(await does('kari', answerRequest, { requestId, version: String(open.version), letter: 'INNSYN', answeredOn: '2026-03-02', how: 'Overlevert', lang: 'nb' })).toBe('passages_undecided passages_undecided');
  expect(await does('kari', decidePassages, { requestId, version: String(open.version), ...usual(open) })).toBe('ok');
  await all.does('kari', 'writeNote', caseId, { text: 'Skrevet etterpå.' });
  await addedLater('Nå er bilen hennes solgt.');
  const after = await sees('kari', requestId);
  expect(after.files[0]?.decided, 'what was written afterwards is not given unread').toBe(false);
  expect(await does('kari', decidePassages, { requestId, version: String(after.version), ...usual(after) })).toBe('ok');
  const ready = await sees('kari', requestId);
  expect(preview(ready)).toContain('Hun er redd for sønnen.');
  expect(preview(ready)).toContain('forvaltningsloven § 19 andre ledd bokstav b');
  expect(preview(ready), 'what came to the report after the case was opened').toContain('Nå er bilen hennes solgt.');
  expect(preview(ready)).not.toContain('Mona');
  expect(await does('kari', answerRequest, { requestId, version: String(ready.version), letter: 'INNSYN', answeredOn: '2026-03-02', how: 'Overlevert', lang: 'nb' })).toBe('ok');
  expect((await sees('kari', requestId)).sent).toBe(preview(ready));
  expect((await superuser.query('select 1 from app.access_decision where file_id = $1', [caseId])).rowCount, 'under the key of the case, and gone with it').toBe(1);
  expect(await does('kari', checkIdentity, { requestId, version: '9', identity: 'KJENT', identityHow: '' })).toBe('already_answered');
});

test('popplyl § 16: next of kin hear the same words whether there is a case or not', async () => {
  const [known, unknown] = [await registered({ requester: 'PARORENDE' }), await registered({ requester: 'PARORENDE', about: 'Ukjent' })];
  await linked(known);
  const letters = await Promise.all([known, unknown].map(async (id) => preview(await sees('kari', id))));
  expect(letters[0]).toBe(letters[1]);
  expect(letters[0]).toContain('verken bekrefte eller avkrefte');
  expect(await does('kari', answerRequest, { requestId: unknown, version: '1', letter: 'INGENTING', answeredOn: '2026-03-02', how: 'Brev', lang: 'nb' })).toBe('letter_not_for_them letter_not_for_them');
});

/** A report that no case has, and its reference; Kari has answered that she is not connected. */
async function lone(answers: Readonly<Record<string, string>>): Promise<{ fileId: FileId; reference: string }> {
  const fileId = await all.report(answers);
  value(await all.world.house.door.enter(declareConnection, await all.world.person('kari'), { reportId: fileId, connection: 'INGEN' }));
  return { fileId, reference: await referenceOf(fileId) };
}

const referenceOf = async (fileId: FileId) => (await superuser.query<{ reference: string }>('select reference from app.report where file_id = $1', [fileId])).rows[0]?.reference ?? '';
const NURSE_ASKS = { fare: 'nei', hvem: 'ansatt', sted: 'HJEMMETJENESTE', voksen: 'ja', spurt: 'IKKE_SPURT', grunn: 'ingen', kommune: '9901', alder: 'A80', hva: 'OKONOMISK', situasjon: 'DEMENS', barn: 'nei', sett: 'Hun vil bo hjemme. Dag etter dag mangler det penger.' };

const links = async (requestId: string, reference: string) => does('kari', linkFile, { requestId, version: String((await sees('kari', requestId)).version), reference });

test('GDPR art. 15: one request holds a case, and a report that no case has, each with its own letter; nobody who cannot read both answers it', async () => {
  const requestId = await registered();
  const report = await lone({ ...DAUGHTER, sett: 'Hun gråt på butikken.', dittnavn: 'Tove Li' });
  expect([await linked(requestId), await links(requestId, report.reference)]).toEqual([undefined, 'ok']);
  const open = await sees('kari', requestId);
  expect(open.files.map(({ kind }) => kind)).toEqual(['case', 'report']);
  expect(await does('kari', linkFile, { requestId, version: String(open.version), reference: '' }), 'nobody can say that nothing was found').toBe('bad_input files_linked');
  expect(await does('kari', decidePassages, { requestId, version: String(open.version), ...usual(open, 1) })).toBe('ok');
  const half = await sees('kari', requestId);
  expect(await does('kari', answerRequest, { requestId, version: String(half.version), ...GIVEN }), 'the case is undecided').toContain('passages_undecided');
  expect(await does('kari', decidePassages, { requestId, version: String(half.version), ...usual(half, 0) })).toBe('ok');
  const ready = await sees('kari', requestId);
  expect(preview(ready)).toMatch(/Hun er redd for sønnen\.[^]*\* \* \*[^]*Hun gråt på butikken\./);
  expect(preview(ready)).not.toMatch(/Mona|Tove/);
  expect(await does('kari', answerRequest, { requestId, version: String(ready.version), ...GIVEN })).toBe('ok');
  expect((await sees('kari', requestId)).sent).toBe(preview(ready));
  expect((await superuser.query('select 1 from app.access_decision where request_id = $1 and file_id = any ($2)', [requestId, [caseId, report.fileId]])).rowCount, 'each under the key of what it tells of').toBe(2);
});

test('a report that has become a case since it was found is answered with the case', async () => {
  const requestId = await registered();
  const report = await lone({ ...DAUGHTER, sett: 'Hun gråt på butikken.' });
  expect(await links(requestId, report.reference)).toBe('ok');
  const open = await sees('kari', requestId);
  expect([await does('kari', decidePassages, { requestId, version: String(open.version), ...usual(open) }), await all.opens('kari', [report.fileId])]).toEqual(['ok', 'ok']);
  const after = await sees('kari', requestId);
  expect(await does('kari', answerRequest, { requestId, version: String(after.version), ...GIVEN })).toContain('report_became_case');
  expect([await links(requestId, report.reference), (await sees('kari', requestId)).files.map(({ kind }) => kind)]).toEqual(['ok', ['report', 'case']]);
});

test('a consultation is found by the reference that the inbox shows of it, too; and what may not be read yet stands there by its reference, to be opened or taken away again: else the request could never be answered', async () => {
  const requestId = await registered();
  const [asked, waits] = [await all.report(NURSE_ASKS), await all.report({ ...DAUGHTER, sett: 'Hun er alene.' })];
  const [shown, unread] = [await referenceOf(asked), await referenceOf(waits)];
  expect([await links(requestId, shown), await links(requestId, unread)]).toEqual(['ok', 'ok']);
  const open = await sees('kari', requestId);
  expect([open.files.map(({ kind }) => kind), open.closed]).toEqual([['consultation'], [{ kind: 'report', fileId: waits, reference: unread }]]);
  expect(await does('kari', linkFile, { requestId, version: String(open.version), reference: '', remove: waits })).toBe('ok');
  expect((await sees('kari', requestId)).closed).toEqual([]);
});

test('GDPR art. 15: whoever reported gets their own report, also when a case has it, and nothing of the case', async () => {
  const requestId = await registered({ requester: 'MELDER', name: 'Mona Kvamme', about: 'Mona Kvamme' });
  const { rows: [own] } = await superuser.query<{ reference: string }>('select reference from app.report where file_id = $1', [report.draft]);
  expect(await links(requestId, own?.reference ?? '')).toBe('ok');
  const open = await sees('kari', requestId);
  expect([open.files.map(({ kind }) => kind), await does('kari', decidePassages, { requestId, version: String(open.version), ...usual(open) })]).toEqual([['report'], 'ok']);
  const letter = preview(await sees('kari', requestId));
  expect(letter).toContain('Hun er redd for sønnen.');
  expect(letter, 'their own name, which they have said').toContain('Mona Kvamme');
  expect(letter).not.toContain('Skrevet etterpå.');
  const guess = await registered({ requester: 'MELDER', name: 'Tove Li', about: 'Tove Li' });
  expect(await links(guess, own?.reference ?? '')).toBe('ok');
  expect(JSON.stringify(piecesOf(await sees('kari', guess))), 'another name is told nothing of who it was').not.toContain('Mona');
});

test('the data-protection officer reads how it is handled and advises, and learns nothing of anybody', async () => {
  const requestId = await registered({ name: 'Arild Kvamme', about: 'Borghild Kvamme', asks: 'Om moren' });
  await linked(requestId);
  const open = await sees('per', requestId);
  expect(open).toMatchObject({ requester: 'PERSONEN', identity: 'LEGITIMASJON', request: undefined, files: [], closed: [], previews: [], sent: undefined });
  expect(JSON.stringify(open)).not.toMatch(/Kvamme|moren/);
  expect(await does('per', adviseRequest, { requestId, version: String(open.version), advice: 'Spør henne alene.' })).toBe('ok');
  expect((await sees('kari', requestId)).advice?.text).toBe('Spør henne alene.');
  expect(await does('per', linkFile, { requestId, version: '1', reference: '' })).toBe('not_found');
  expect(open.isExtended).toBe(false);
  const told = { requestId, version: '3', reason: 'MANGE_KRAV', toldOn: '2026-03-02', toldHow: 'På telefon', lang: 'nb' };
  expect(await does('kari', extendRequest, told)).toBe('ok');
  expect(await sees('per', requestId), 'the day, and that it is not the first month any more').toMatchObject({ isExtended: true, due: '2026-06-02', request: undefined });
});

test('fvl § 6: whoever is named in a request does not find it; whoever is left out of its case sees it as before anybody looked, and so learns of no case', async () => {
  const named = await registered({ about: 'Kari Nordmo' });
  const lines = async () => (await asks('kari', requestList, {})).lines.map((line) => line.requestId);
  expect(await lines()).not.toContain(named);
  expect(await does('kari', openRequestPage, { requestId: named, lang: 'nb' })).toBe('not_found');
  const other = await registered();
  await linked(other);
  expect(await lines()).toContain(other);
  await all.does('kari', 'declareImpartiality', caseId, YES);
  expect(await lines()).toContain(other);
  const bare = await registered();
  const [mine, before] = [await sees('kari', other), await sees('kari', bare)];
  expect({ ...mine, requestId: '', version: 0 }).toEqual({ ...before, requestId: '', version: 0 });
  const held = { requestId: other, version: String(mine.version) };
  const tries = [await does('kari', checkIdentity, { ...held, identity: 'KJENT', identityHow: '' }), await does('kari', linkFile, { ...held, reference: '' }), await does('kari', answerRequest, { ...held, letter: 'VERKEN_ELLER', answeredOn: '2026-03-02', how: 'Brev', lang: 'nb' })];
  expect(tries, 'as when a colleague has been at it; that she looked, and found nothing, is taken down as everybody’s is').toEqual(['changed_meanwhile', 'ok', 'changed_meanwhile']);
  expect(await does('kari', linkFile, { requestId: await registered(), version: '1', reference: '2026-XXXXXX' }), 'and a case they are left out of is as one that does not exist').toBe('bad_input no_such_file');
});

test('a request about a strictly confidential case tells of the case to those alone who have it: beside the name, «a case you may not read», or a request that is gone, would tell', async () => {
  const [strict, { userId }] = [await all.opened('kari', DAUGHTER), await all.world.person('jorunn')];
  const role = await asks('kari', proposeRole, { userId, role: 'ARKIVAR' });
  await asks('leif', confirmRole, { grantId: role.grantId });
  const { reference } = await all.reads('kari', strict);
  const about = await registered();
  const lines = async (who: string) => (await asks(who, requestList, {})).lines.map((line) => line.requestId);
  expect(await does('jorunn', linkFile, { requestId: about, version: '1', reference })).toBe('ok');
  expect(await sees('jorunn', about)).toMatchObject({ files: [], closed: [{ kind: 'case', fileId: strict, reference }] });
  await all.does('kari', 'protectAddress', strict, { addressLevel: 'STRENGT', addressSource: 'POLITI', addressSince: '2026-03-01', keeper: await all.id('kari') });
  expect(await lines('jorunn')).toContain(about);
  expect(await sees('jorunn', about)).toMatchObject({ files: [], closed: [], request: { nothingFound: false }, mayHandle: true });
  expect(await does('jorunn', linkFile, { requestId: await registered(), version: '1', reference }), 'nor is there such a case').toBe('bad_input no_such_file');
  expect((await asks('kari', openRequestPage, { requestId: about, lang: 'nb' }).catch(() => undefined))?.files.map((one) => one.reference) ?? [], 'what she has is hers to read').toEqual([reference]);
});

describe('the clock of the law that no case has is told of', () => {
  const toldOf = async (why: string, at: string) => {
    all.world.clock.now = instant(at);
    const { notices } = await (await all.world.worker()).door.unaudited(NORDFJELLA, 'test', (ctx) => planNotices(ctx, { mail: true, sms: false }));
    return [...new Set(notices.filter((one) => one.why === why).map(({ userId }) => userId))].toSorted();
  };
  const ids = async (...subjects: readonly string[]) => (await Promise.all(subjects.map((one) => all.id(one)))).toSorted();

  test('GDPR art. 12 no. 3: a request for access is told of on the morning of a working day when a week of its month is left, and never to whoever is named in it', async () => {
    all.world.clock.now = instant('2026-03-09T08:00:00+01:00');
    for (const subject of ['kari', 'jorunn', 'leif']) expect(await does('ida', setContact, { userId: await all.id(subject), email: `${subject}@post.example.org`, phone: '55 55 01 40' })).toBe('ok');
    await superuser.query("set session_replication_role = replica; update app.access_request set answered_on = '2026-03-09'; set session_replication_role = origin");
    await registered({ receivedOn: '2026-03-06' });
    expect(await toldOf('REQUEST', '2026-03-29T12:00:00+02:00')).toEqual([]);
    expect(await toldOf('REQUEST', '2026-03-30T07:00:00+02:00')).toEqual(await ids('jorunn', 'kari'));
    const day = dayWith(requestsDue);
    const lines = async (who: string) => {
      const { lines: own, overdue } = (await asks(who, day, {})).besides;
      return [own.map(({ due }) => due), overdue];
    };
    expect([await lines('kari'), await lines('leif')], 'and stands on the day of those who answer it').toEqual([[['2026-04-06'], undefined], [[], undefined]]);
    all.world.clock.now = instant('2026-04-07T07:00:00+02:00');
    for (const [who, overdue] of [['leif', '2026-04-06'], ['reidun', '2026-04-06'], ['even', undefined]] as const) expect(await lines(who), who).toEqual([[], overdue]);
    await superuser.query("update app.access_request set files = array[$1::uuid] where answered_on is null", [caseId]);
    await superuser.query('insert into kernel.file_exclusion (region_id, file_id, token) values ($1, $2, $3)', [NORDFJELLA, caseId, await (await all.world.worker()).door.unaudited(NORDFJELLA, 'test', async (ctx) => exclusionToken(ctx.keys.lookup, await all.id('leif')))]);
    expect([await lines('leif'), await lines('reidun')], 'fvl § 6: nothing of a case that he is left out of').toEqual([[[], undefined], [[], '2026-04-06']]);
    await superuser.query("set session_replication_role = replica; update app.access_request set answered_on = '2026-03-09'; set session_replication_role = origin");
    expect(await does('jorunn', registerRequest, form({ about: 'Kari Nordmo', receivedOn: '2026-03-06' }))).toBe('ok');
    expect(await toldOf('REQUEST', '2026-03-30T07:00:00+02:00')).toEqual(await ids('jorunn'));
    await superuser.query("set session_replication_role = replica; update app.access_request set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1); set session_replication_role = origin");
    expect(await toldOf('REQUEST', '2026-03-30T07:00:00+02:00'), 'one that does not open keeps no other notice back').toEqual([]);
  });
});

test('answered requests that no case holds go when their rule says so, and those that are open or held stay', async () => {
  const { door } = all.world.house;
  const asks = async (receivedOn: string) => {
    const requestId = randomUUID();
    const registered = await door.enter(registerRequest, await all.world.person('kari'), { requestId, requester: 'ANNEN', name: 'En nabo', about: 'Noen', asks: '', reach: '', receivedOn, identity: 'IKKE_SJEKKET', identityHow: '' });
    if (!registered.ok) throw new Error(registered.code);
    return requestId;
  };
  const today = osloDay(all.world.clock.now);
  const [answered, open, held] = [await asks(today), await asks(today), await asks(today)];
  for (const requestId of [answered, held]) {
    const done = await door.enter(answerRequest, await all.world.person('kari'), { requestId, version: '1', letter: 'VERKEN_ELLER', answeredOn: today, how: 'Hentet', lang: 'nb' });
    if (!done.ok) throw new Error(done.code);
  }
  await superuser.query('update app.access_request set files = array[$2::uuid] where request_id = $1', [held, caseId]);
  const sweep = async () => sweepSpentRequests((await all.world.worker()).door, NORDFJELLA);
  const stands = async () => (await superuser.query<{ request_id: string }>('select request_id from app.access_request where request_id = any ($1)', [[answered, open, held]])).rows.map((row) => row.request_id).toSorted();
  await sweep();
  expect(await stands()).toEqual([answered, open, held].toSorted());
  all.world.clock.now = addMs(all.world.clock.now, 2 * 366 * DAY_MS);
  await sweep();
  expect(await stands(), 'arkivforskrifta § 3: nobody has decided a time').toEqual([answered, open, held].toSorted());
  expect(await door.enter(chooseRequestYears, await all.world.person('leif'), { years: '0' })).toMatchObject({ ok: false, fields: { years: 'request_years' } });
  value(await door.enter(chooseRequestYears, await all.world.person('leif'), { years: '1' }));
  await sweep();
  expect(await stands()).toEqual([open, held].toSorted());
});
