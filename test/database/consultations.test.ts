import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCaseFromReports } from '../../src/cases/public.ts';
import { answerConsultation, becomeReport, registerConsultation } from '../../src/consultations/commands/advise.ts';
import { consultationList, openConsultation, type Consultations, type OpenConsultation } from '../../src/consultations/queries.ts';
import { CONSULTATION_FILE, CONSULTATION_PROJECTIONS } from '../../src/consultations/public.ts';
import { markedWords } from '../../src/consultations/unnamed.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { exclude } from '../../src/kernel/journal/file.ts';
import { replay } from '../../src/kernel/journal/replay.ts';
import { openReply } from '../../src/kernel/sealing/receipt-code.ts';
import { readWindowSecret, windowKeys } from '../../src/kernel/sealing/window-secret.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { closeWindow } from '../../src/reports/commands/dialogue.ts';
import { inbox } from '../../src/reports/queries.ts';
import { readReport } from '../support/door.ts';
import { openAll } from '../support/submissions.ts';
import { NORDFJELLA } from '../support/world.ts';
import { letIn, lives, type Lives } from './cases-support.ts';
import { sql } from 'kysely';

let life: Lives;
beforeAll(async () => {
  life = await lives();
});
afterAll(() => life.close());

const NURSE = {
  fare: 'nei', hvem: 'ansatt', sted: 'HJEMMETJENESTE', voksen: 'ja', spurt: 'IKKE_SPURT', grunn: 'ingen', kommune: '9903', alder: 'A80', hva: 'OKONOMISK', situasjon: 'DEMENS', barn: 'nei',
  sett: 'Hun vil bo hjemme. Dag etter dag mangler det penger når barnebarnet har vært der.',
};
const ADVICE = { advice: 'Snakk med henne alene. Få samtykkekompetansen vurdert.', card: '', minutes: '25', topics: ['SAMTYKKE'], outcome: 'SAMTYKKE_INNHENTES', notNames: [] };

async function list(subject: string): Promise<Consultations> {
  const outcome = await life.world.house.door.enter(consultationList, await life.world.person(subject), {});
  return outcome.ok ? outcome.value : expect.fail(outcome.code);
}

async function opened(subject: string, id: string): Promise<OpenConsultation | string> {
  const outcome = await life.world.house.door.enter(openConsultation, await life.world.person(subject), { consultationId: id });
  return outcome.ok ? outcome.value : outcome.code;
}

async function read(subject: string, id: string): Promise<OpenConsultation> {
  const found = await opened(subject, id);
  return typeof found === 'string' ? expect.fail(found) : found;
}

async function answer(subject: string, id: FileId, changes: object = {}) {
  return life.world.house.door.enter(answerConsultation, await life.world.person(subject), { consultationId: id, messageId: randomUUID(), parts: 9, ...ADVICE, ...changes });
}

async function register(subject: string, changes: object = {}) {
  const talk = { consultationId: randomUUID(), direction: 'FRA_OSS', on: '2026-03-01', service: 'POLITI', municipality: '9901', violence: ['TRUSLER'], ageBand: 'A67_79', ...ADVICE, ...changes };
  return life.world.house.door.enter(registerConsultation, await life.world.person(subject), talk);
}

async function inboxRow(report: FileId) {
  const outcome = await life.world.house.door.enter(inbox, await life.world.person('kari'), {});
  return outcome.ok ? [...outcome.value.waiting, ...outcome.value.decided].find((row) => row.file_id === report) : undefined;
}

async function differs(id: FileId) {
  const worker = await life.world.worker();
  return worker.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
    await sql`select set_config('app.files', ${`{${id}}`}, true)`.execute(ctx.tx);
    return replay(CONSULTATION_FILE, CONSULTATION_PROJECTIONS).differences(ctx, id);
  });
}

describe('an employee asks without naming anybody', () => {
  test('and the consultation is there as soon as the report is, in a lane of the inbox; opening it marks it seen', async () => {
    const report = await life.report(NURSE);
    expect(await inboxRow(report)).toMatchObject({ consultation: true, seen_at: null });
    const found = await read('signe', report);
    expect(found.asked?.state.contents[0]?.report.whatHappened).toBe(NURSE.sett);
    expect(found.consultation).toMatchObject({ progress: 'ASKED', about: { service: 'HJEMMETJENESTE', municipality: '9903', ageBand: 'A80' } });
    expect((await inboxRow(report))?.seen_at).not.toBeNull();
    expect((await read('jorunn', found.fileId)).mayAdvise).toBe(false);
    expect(await opened('leif', found.fileId)).toBe('not_found');
  });

  test('an ordinary report makes none', async () => {
    const before = (await list('kari')).rows.length;
    await life.report();
    expect((await list('kari')).rows.length).toBe(before);
  });

  test('it never becomes a case', async () => {
    const report = await life.report(NURSE);
    expect(await life.world.house.door.enter(openCaseFromReports, await life.world.person('kari'), { reportIds: [report], connection: 'INGEN' })).toMatchObject({ ok: false, code: 'consultation_only' });
  });

  test('the coordinator answers, only the code opens it, and the report is done with', async () => {
    const { draft, code } = await life.from.send(NURSE);
    await openAll(life.world);
    const { fileId } = await read('kari', draft);
    expect(await answer('jorunn', fileId)).toMatchObject({ ok: false, code: 'not_found' });
    expect(await answer('kari', fileId, { advice: 'Ring 55 55 01 33.' })).toMatchObject({ ok: false, fields: { advice: 'stop_phone' } });
    expect(await answer('kari', fileId)).toMatchObject({ ok: true });
    expect(await inboxRow(draft)).toMatchObject({ state: 'DECIDED' });
    expect((await read('kari', fileId)).consultation.advice[0]).toMatchObject({ sent: true, minutes: 25 });
    const secret = readWindowSecret(code);
    if (secret === undefined) return expect.fail('a code');
    const keys = await windowKeys(secret, NORDFJELLA);
    const found = await life.from.intake.findWindow(NORDFJELLA, keys.lookup);
    const texts = await Promise.all((found?.replies ?? []).map(async ({ sealed, messageId, asks }) => [asks, JSON.parse((await openReply(keys.pair, sealed, { region: NORDFJELLA, thread: found?.thread ?? '', message: messageId })).toString('utf8'))]));
    expect(texts).toEqual([[false, { version: 1, text: ADVICE.advice }]]);
    expect(await differs(fileId)).toEqual([]);
  });

  test('sent twice, the answer is one', async () => {
    const { fileId } = await read('even', await life.report(NURSE));
    const messageId = randomUUID();
    for (const _ of [1, 2]) expect(await answer('even', fileId, { messageId })).toMatchObject({ ok: true });
    expect((await read('even', fileId)).consultation.advice).toHaveLength(1);
  });

  test('where the window is closed the advice is written down and said not to be sent', async () => {
    const report = await life.report(NURSE);
    const kari = await life.world.person('kari');
    await life.world.house.door.enter(declareConnection, kari, { reportId: report, connection: 'INGEN' });
    expect(await life.world.house.door.enter(closeWindow, kari, { reportId: report })).toMatchObject({ ok: true });
    const { fileId } = await read('kari', report);
    expect(await answer('kari', fileId)).toMatchObject({ ok: true });
    expect((await read('kari', fileId)).consultation.advice[0]?.sent).toBe(false);
  });

  test('whoever is left out of the report sees nothing of it: not on its page, not in the list, not in the count', async () => {
    const sett = 'Det er Jorunn Vatne som vet om det.';
    const report = await life.report({ ...NURSE, sett, ikkenavn: markedWords({ sett }).join(', ') });
    const { fileId } = await read('kari', report);
    expect([await opened('jorunn', report), await opened('jorunn', fileId)]).toEqual(['not_found', 'not_found']);
    expect((await list('jorunn')).rows.some((row) => row.file_id === fileId)).toBe(false);
    expect((await list('kari')).tally.months[0]?.all).toBeGreaterThan((await list('jorunn')).tally.months[0]?.all ?? 0);
  });

  test('what names somebody later is reception’s: the consultation does not show it, and reading here does not count', async () => {
    const { draft, code } = await life.from.send(NURSE);
    await openAll(life.world);
    await life.from.send({ ...NURSE, spurt: 'GITT_MUNTLIG', grunn: '', navn: 'Borghild Kvamme', dittnavn: 'Ingunn Aasen', dittnummer: '55 55 03 22', tjeneste: 'Hjemmetjenesten' }, draft, code);
    await openAll(life.world);
    expect(await inboxRow(draft)).toMatchObject({ consultation: false, seen_at: null });
    expect(JSON.stringify((await read('signe', draft)).asked?.state.contents)).not.toContain('Borghild');
    expect((await inboxRow(draft))?.seen_at).toBeNull();
  });
});

describe('a talk', () => {
  test('is written down once, by reception too, and counted as one that we asked for', async () => {
    const before = (await list('kari')).tally.months[0]?.byUs ?? 0;
    const consultationId = randomUUID();
    for (const _ of [1, 2]) expect(await register('jorunn', { consultationId })).toMatchObject({ ok: true, value: { fileId: consultationId } });
    expect((await list('kari')).tally.months[0]?.byUs).toBe(before + 1);
    expect(await register('leif')).toMatchObject({ ok: false, code: 'not_found' });
    expect(await register('kari', { municipality: '0301' })).toMatchObject({ ok: false, fields: { municipality: 'not_offered' } });
    expect(await register('kari', { on: '2026-02-30' })).toMatchObject({ ok: false, fields: { on: 'no_such_day' } });
  });
});

test('a consultation becomes a case only by a new report, which it knows by its reference', async () => {
  const { fileId } = await read('kari', await life.report(NURSE));
  const report = await life.report();
  const reference = (await inboxRow(report))?.reference ?? '';
  const become = async (changes: object) => life.world.house.door.enter(becomeReport, await life.world.person('kari'), { consultationId: fileId, reference, ground: 'SAMTYKKE:DELVIS', grounds: 'Samtykke til å dele om pengene.', notNames: [], ...changes });
  expect(await become({ reference: '2026-ZZZZZZ' })).toMatchObject({ ok: false, fields: { reference: 'report_unknown' } });
  const other = (await inboxRow(await life.report(NURSE)))?.reference;
  expect(await become({ reference: other })).toMatchObject({ ok: false, fields: { reference: 'report_unknown' } });
  expect(await become({ reference: reference.toLowerCase() })).toMatchObject({ ok: true });
  expect((await read('kari', fileId)).consultation.became.map((one) => one.reference)).toEqual([reference]);
  const { consultation: { reference: called } } = await read('kari', fileId);
  for (const _ of [1, 2]) expect(await become({}), 'sent again it is one').toMatchObject({ ok: true });
  const told = await readReport(life.world, 'kari', report);
  expect(told.report.consultations).toMatchObject([{ reference: called, consultation: fileId }]);
  expect(told.log).toContainEqual(expect.objectContaining({ what: 'after_consultation', consultation: fileId, reference: called }));
  expect(await differs(fileId)).toEqual([]);
});

test('an anonymous consultation is not told of, by the report and the case that were made after it, to whoever is left out of it; to everybody else it is', async () => {
  const [asked, file, { userId }] = [await life.report(NURSE), await life.opened('kari'), await life.world.person('even')];
  const { fileId, consultation: { reference: called } } = await read('kari', asked);
  await life.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => exclude(ctx, asked, [userId]));
  expect(await opened('even', fileId)).toBe('not_found');
  const [report] = (await life.reads('kari', file)).reports;
  const tied = { consultationId: fileId, reference: report?.reference ?? '', ground: 'SAMTYKKE:DELVIS', grounds: 'Hun vil ha hjelp med banken.', notNames: [] };
  expect(await life.world.house.door.enter(becomeReport, await life.world.person('kari'), tied)).toMatchObject({ ok: true });
  await letIn(life, 'even', file);
  const [kari, even] = [await life.reads('kari', file), await life.reads('even', file)];
  expect(kari.reports[0]?.consultations).toMatchObject([{ consultation: fileId, reference: called }]);
  expect(even.reports[0]?.consultations).toEqual([]);
  expect(JSON.stringify(even)).not.toMatch(new RegExp(`${fileId}|${called}`));
});
