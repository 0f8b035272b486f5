import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerConsultation, becomeReport } from '../../src/consultations/commands/advise.ts';
import { consultationList, openConsultation, type OpenConsultation } from '../../src/consultations/queries.ts';
import { askReporterInCase, closeWindowInCase } from '../../src/cases/commands/dialogue.ts';
import { mergeCases } from '../../src/cases/commands/merge.ts';
import { openCase } from '../../src/cases/queries/open.ts';
import { caseList } from '../../src/cases/queries/list.ts';
import { takeEmergency } from '../../src/cases/commands/emergency.ts';
import { myDay, openCaseFromReports, STEPS } from '../../src/cases/public.ts';
import { emergencies } from '../../src/cases/queries/emergencies.ts';
import { journalFile } from '../../src/documents/queries/journal.ts';
import type { Person } from '../../src/kernel/actor.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { formatReceiptCode } from '../../src/kernel/sealing/receipt-code.ts';
import { addMs, HOUR, MINUTE, osloDay } from '../../src/kernel/time.ts';
import { askReporter, closeWindow } from '../../src/reports/commands/dialogue.ts';
import { handOver, raiseUrgent } from '../../src/reports/commands/handle.ts';
import { confirmSending, sendOn } from '../../src/reports/commands/send-on.ts';
import { passOn, splitReport } from '../../src/reports/commands/split.ts';
import { openFileOf } from '../../src/reports/queries/attachment.ts';
import { splitForm } from '../../src/reports/queries/settle.ts';
import { openReport } from '../../src/reports/queries.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { sweepKeptTexts } from '../../src/jobs/sweep.ts';
import { KEPT_FOR_MS } from '../../src/staff/kept.ts';
import { keepForm, keepText, keptTextWith, letGoSame, unsentOf } from '../../src/staff/commands/kept.ts';
import { confirmRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { entered, readReport } from '../support/door.ts';
import { openSite, type Site } from '../support/site.ts';
import { DAUGHTER, openAll } from '../support/submissions.ts';
import { keptReach } from '../../src/web/kept-reach.ts';
import { NORDFJELLA } from '../support/world.ts';
import { classified, lives, type Lives } from './cases-support.ts';

/** What is hidden in one file may stand in another: each of these was read through the door where it should not have been. */
let all: Lives;
let site: Site;
let superuser: pg.Client;
const day = () => osloDay(all.world.clock.now);

beforeAll(async () => {
  all = await lives();
  site = openSite(all.world);
  superuser = await all.world.superuser();
  // a second coordinator, whose role is not enough
  const { grantId } = await entered(all.world, proposeRole, 'kari', { userId: await all.id('signe'), role: 'KOORDINATOR' });
  await entered(all.world, confirmRole, 'leif', { grantId });
});
afterAll(async () => {
  await site.close();
  await all.close();
});

/** The case that this report is in. */
async function caseOf(report: FileId): Promise<FileId> {
  const found = await superuser.query<{ file_id: FileId }>('select file_id from app.case_report where report_id = $1', [report]);
  return found.rows[0]?.file_id ?? expect.fail('no case');
}

/** Nobody but Kari has it by role from then on. */
async function graded(caseId: FileId): Promise<void> {
  await all.does('kari', 'protectAddress', caseId, { addressLevel: 'STRENGT', addressSource: 'POLITI', addressSince: day(), keeper: await all.id('kari') });
}

test('access in an emergency is no reason to go on telling of a case that became strictly confidential', async () => {
  const caseId = await classified(all);
  const { state: { reference } } = await all.reads('kari', caseId);
  await entered(all.world, takeEmergency, 'jorunn', { caseId, emergencyReason: 'Hun ringer og er redd.', connection: 'INGEN' });
  const told = async () => JSON.stringify([await entered(all.world, emergencies, 'jorunn', {}), await entered(all.world, myDay, 'jorunn', {})]);
  expect(await told()).toContain(reference);
  await graded(caseId);
  expect(await told()).not.toContain(reference);
});

test('a text that was not sent closes with what it is about, and whoever has the case takes it in once', async () => {
  const caseId = await classified(all);
  const [even, report] = [await all.world.person('even'), (await superuser.query<{ report_id: string }>('select report_id from app.case_report where file_id = $1', [caseId])).rows[0]?.report_id ?? ''];
  const path = `/saker/${caseId}?vis=journal`;
  const typed = await entered(all.world, keepText, 'even', { page: randomUUID(), path, action: `/saker/${caseId}/steg/writeNote`, pairs: [['text', 'Hun bor hos søsteren nå.'], ['kind', 'MOTE']] });
  const fetched = async () => {
    const outcome = await all.world.house.door.enter(keptTextWith(keptReach), even, { keptId: typed.keptId });
    return outcome.ok ? outcome.value.form.pairs : outcome.code;
  };
  const left = async (ago = 0) => {
    const kari = await all.world.person('kari');
    const page = await entered(all.world, openCase, { ...kari, signedInAt: addMs(all.world.clock.now, -ago) }, { caseId });
    return page.mustDeclare ? 'question' : page.left.map(({ by, words }) => [by, words]);
  };
  expect(await fetched()).toContainEqual(['text', 'Hun bor hos søsteren nå.']);
  expect((await entered(all.world, myDay, 'signe', {})).asides, 'nobody hears that he is writing').toEqual([]);
  expect(await left(), 'while he has the case it is his alone').toEqual([]);
  await all.does('kari', 'endAccess', caseId, { accessTo: even.userId });
  expect(await fetched()).toBe('text_closed');
  expect(await left()).toEqual([[even.userId, ['Hun bor hos søsteren nå.']]]);
  const onDay = async (who: string) => (await entered(all.world, myDay, who, {})).asides.map(({ kind, fileId, count }) => [kind, fileId, count]);
  expect([await onDay('signe'), await onDay('kari')], 'on the day of whoever leads the case').toEqual([[['left_text', caseId, 1]], []]);
  expect(await left(HOUR), 'all that the page showed may stand in it').toEqual([[even.userId, undefined]]);
  await all.does('kari', 'writeNote', caseId, { newId: typed.keptId, text: 'Even skrev: Hun bor hos søsteren nå.' });
  expect(await left()).toEqual([]);
  expect(await onDay('signe'), 'taken in').toEqual([]);
  const signedIn = { ...await all.world.person('kari'), signedInAt: addMs(all.world.clock.now, -HOUR) };
  await graded(caseId);
  const reach = async (who: Person, page: string, action = page) => all.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => keptReach({ ...ctx, actor: who }, { path: page, action }));
  expect([await reach(signedIn, path), await reach(signedIn, `/mottak/${report}`), await reach(await all.world.person('kari'), path), await reach(even, `/mottak/${report}/send`), await reach(even, '/mottak/skriv-inn')]).toEqual(['sign_in', 'sign_in', 'reads', 'closed', 'reads']);
  const meeting = `/teammote/${randomUUID()}`;
  expect([await reach(even, meeting, `${meeting}/sak/${caseId}/referat`), await reach(even, meeting, `${meeting}/slutt`)], 'the minutes of the case, and the meeting itself').toEqual(['closed', 'reads']);
});

test('a text about a report goes to the case that the report becomes; of one that becomes none it goes to nobody, and is gone after seven days', async () => {
  const reports = [await all.from.send(DAUGHTER), await all.from.send(DAUGHTER)].map(({ draft }) => draft);
  await openAll(all.world);
  const { userId } = await all.world.person('jorunn');
  const kept = async () => (await superuser.query<{ about_id: string }>('select about_id from app.kept_text where user_id = $1 and sealed is not null and about_id = any ($2)', [userId, reports])).rows.map((row) => row.about_id);
  for (const reportId of reports) {
    await entered(all.world, keepText, 'jorunn', { page: randomUUID(), path: `/mottak/${reportId}`, action: `/mottak/${reportId}/send`, pairs: [['note', 'Hun ringte fra naboen.']] });
    await entered(all.world, declareConnection, 'jorunn', { reportId, connection: 'TILKNYTTET' });
  }
  const [becomes, uncased] = reports;
  const { fileId: caseId } = await entered(all.world, openCaseFromReports, 'kari', { reportIds: [becomes], connection: 'INGEN' });
  const page = await entered(all.world, openCase, 'kari', { caseId });
  expect(page.mustDeclare ? 'question' : page.left.map(({ by, words }) => [by, words])).toEqual([[userId, ['Hun ringte fra naboen.']]]);
  expect((await kept()).toSorted(), 'nobody but the sweep takes the other').toEqual([...reports].toSorted());
  all.world.clock.now = addMs(all.world.clock.now, KEPT_FOR_MS);
  const { door } = await all.world.worker();
  await sweepKeptTexts(door, NORDFJELLA);
  expect(await kept(), 'on the last day they are there').toContain(uncased);
  all.world.clock.now = addMs(all.world.clock.now, MINUTE);
  await sweepKeptTexts(door, NORDFJELLA);
  expect(await kept()).toEqual([]);
});

describe('a case that was merged', () => {
  const merged = async () => {
    const [ended, goesOn] = [await classified(all), await classified(all)];
    all.world.clock.now = addMs(all.world.clock.now, HOUR);
    await entered(all.world, mergeCases, 'kari', { caseId: ended, otherId: goesOn, goesOn, keep: [await all.id('even')], lead: await all.id('signe'), grounds: 'Samme person.' });
    return { ended, goesOn };
  };
  const lists = async (who: string, caseId: FileId) => (await entered(all.world, caseList, who, { status: 'SAMMENSLATT' })).rows.some(({ fileId }) => fileId === caseId);

  test('is closed to whoever no longer has the one it went into, and shows no address of its own', async () => {
    const { ended, goesOn } = await merged();
    expect(typeof await all.sees('even', ended)).toBe('object');
    expect((await all.reads('kari', ended)).veils.address).toBe('hidden');
    await all.does('kari', 'endAccess', goesOn, { accessTo: await all.id('even') });
    expect([await all.sees('even', goesOn), await all.sees('even', ended)]).toEqual(['not_found', 'not_found']);
  });

  test('is gone with it for whoever is not named, from page, list and report; one more who is named has both, with the reports', async () => {
    const { ended, goesOn } = await merged();
    await all.does('kari', 'changeLead', goesOn, { lead: await all.id('even') });
    const report = (await superuser.query<{ report_id: FileId }>('select report_id from app.case_report where file_id = $1', [ended])).rows[0]?.report_id ?? '';
    const sees = async (who: string) => [typeof await all.sees(who, ended), await all.sees(who, ended) === 'not_found', await lists(who, ended), (await all.world.house.door.enter(openReport, await all.world.person(who), { reportId: report })).ok];
    expect(await sees('signe')).toEqual(['object', false, true, true]);
    await graded(goesOn);
    expect(await sees('signe')).toEqual(['string', true, false, false]);
    expect((await all.reads('kari', ended)).veils).toMatchObject({ address: 'hidden', place: true });
    await all.does('kari', 'protectAddress', goesOn, { addressLevel: 'STRENGT', addressSource: 'PERSONEN', addressSince: day(), keeper: await all.id('signe') });
    expect(await sees('signe')).toEqual(['object', false, true, true]);
  });
});

describe('the report that a case was made of', () => {
  const page = async (who: string, reportId: FileId, ago = 0) => {
    const person = await all.world.person(who);
    return all.world.house.door.enter(openReport, { ...person, signedInAt: addMs(all.world.clock.now, -ago) }, { reportId });
  };

  test('shows no address on reception’s page, and of a strictly confidential case nothing before a fresh sign-in', async () => {
    const report = await all.report({ ...DAUGHTER, kommune: '9901', adresse: 'Storgata 1' });
    const before = JSON.stringify((await readReport(all.world, 'signe', report)).report);
    expect(before).toContain('Storgata 1');
    expect(await all.opens('kari', [report])).toBe('ok');
    expect(JSON.stringify(await page('signe', report))).not.toContain('Storgata 1');
    await graded(await caseOf(report));
    const late = JSON.stringify(await page('kari', report, HOUR));
    expect(late).toContain('"signIn":true');
    expect(late).not.toMatch(/Storgata|Kvamme/);
    expect(JSON.stringify(await page('kari', report))).toContain('Kvamme');
    const kari = await all.world.person('kari');
    const caseId = await caseOf(report);
    const asked = { messageId: randomUUID(), what: 'SPORSMAL', text: 'Hvor bor hun nå?', consent: '', decision: '' };
    const told = { reportId: report, transferId: randomUUID() };
    const sent = { to: '', place: '', spokeWith: '', basis: '', scope: '', phonedWho: '', phonedWhen: '', grounds: '', text: '', files: [] };
    const { door } = all.world.house;
    const tried = async (ago: number) => {
      const who = { ...kari, signedInAt: addMs(all.world.clock.now, -ago) };
      const outcomes = [
        await door.enter(askReporter, who, { reportId: report, ...asked }), await door.enter(closeWindow, who, { reportId: report }), await door.enter(handOver, who, { reportId: report, note: '' }),
        await door.enter(splitReport, who, { reportId: report, formId: randomUUID(), parts: 1, people: [] }), await door.enter(passOn, who, { reportId: report, parts: 1, into: [], told: 'Noe', worse: false, files: [] }),
        await door.enter(sendOn, who, { ...told, parts: 1, ...sent }), await door.enter(confirmSending, who, { ...told, by: 'Vakt', how: 'Telefon', when: '' }),
        await door.enter(STEPS.grantAccess, who, { caseId, accessTo: kari.userId, accessReason: 'Vikar', until: day() }), await door.enter(STEPS.draftDocument, who, { caseId, letter: 'INNKALLING', delivery: 'MOTE' }),
        await door.enter(askReporterInCase, who, { caseId, reportId: report, ...asked }), await door.enter(closeWindowInCase, who, { caseId, reportId: report }),
      ];
      return outcomes.map((outcome) => !outcome.ok && outcome.code === 'sign_in_again');
    };
    const each = (what: boolean) => Array.from({ length: 11 }, () => what);
    expect(await tried(HOUR), 'a page that was left open writes, asks and sends nothing').toEqual(each(true));
    expect(await tried(20 * MINUTE), 'whoever began to write in time is not stopped').toEqual(each(false));
    const shown = async (ago: number) => Promise.all([door.enter(splitForm, { ...kari, signedInAt: addMs(all.world.clock.now, -ago) }, { reportId: report }), door.enter(openFileOf, { ...kari, signedInAt: addMs(all.world.clock.now, -ago) }, { reportId: report, no: '1', original: false })]);
    for (const outcome of await shown(20 * MINUTE)) expect(outcome).toMatchObject({ ok: false, code: 'sign_in_again' });
    expect((await door.enter(raiseUrgent, { ...kari, signedInAt: addMs(all.world.clock.now, -HOUR) }, { reportId: report, danger: 'Hun ringer og er redd.', called: 'NEI', calledBy: '', calledWhen: '' })), 'the alarm waits for nothing').not.toMatchObject({ code: 'sign_in_again' });
  });

  test('and that was divided before is shut, and leaves out, with the case of a part', async () => {
    const original = await all.report({ ...DAUGHTER, flere: 'ja', flereantall: '2', flereom: 'Søsteren Ragna Kvamme.', dittnavn: 'Mona Kvamme', dittnummer: '55 55 03 21' });
    await readReport(all.world, 'kari', original);
    await readReport(all.world, 'signe', original);
    const begun = await entered(all.world, splitForm, 'kari', { reportId: original });
    await entered(all.world, splitReport, 'kari', { reportId: original, formId: begun.formId, parts: begun.parts, people: [{ ...begun.first, story: 'Terje tar pensjonen.' }, { ...begun.other, name: 'Ragna Kvamme', story: 'Hun er redd.' }] });
    const parts = (await readReport(all.world, 'kari', original)).parts.map(({ fileId }) => fileId);
    const [first, second] = [parts[0] ?? original, parts[1] ?? original];
    expect(JSON.stringify(await page('kari', original)), 'the reporter’s name is told in the cases').not.toContain('Mona');
    expect([await all.opens('kari', [first]), await all.opens('kari', [second])]).toEqual(['ok', 'ok']);
    expect((await page('signe', original)).ok).toBe(true);
    const { reference, municipality } = (await superuser.query<{ reference: string; municipality: string }>("select reference, coalesce(owner_municipality_id::text, '') as municipality from app.report where file_id = $1", [original])).rows[0] ?? expect.fail('no report');
    const inJournal = async () => {
      const taken = await all.world.house.door.enter(journalFile, { ...await all.world.person('ida'), roles: ['ARKIVAR'] }, { municipality, from: '2026-01-01', to: day(), edition: 'intern', as: 'json', lang: 'nb' });
      return taken.ok ? taken.value.bytes.toString('utf8').includes(reference) : taken.code;
    };
    expect(await inJournal()).toBe(true);
    await graded(await caseOf(first));
    expect([(await page('signe', original)).ok, (await page('signe', second)).ok, (await page('kari', original)).ok], 'the sister’s is not shut').toEqual([false, true, true]);
    expect(await inJournal(), 'nor does the journal tell in which municipality it came').toBe(false);
    const other = await caseOf(second);
    const left = async (file: FileId) => (await superuser.query<{ n: number }>('select count(*)::int as n from kernel.file_exclusion where file_id = $1', [file])).rows[0]?.n;
    const was = [await left(original), await left(first)];
    await all.does('signe', 'declareImpartiality', other, { connection: 'TILKNYTTET' });
    expect([await left(original), await left(first)], 'the original, and not the sister').toEqual([(was[0] ?? 0) + 1, was[1]]);
  });
});

describe('an anonymous consultation', () => {
  const NURSE = {
    fare: 'nei', hvem: 'ansatt', sted: 'HJEMMETJENESTE', voksen: 'ja', spurt: 'IKKE_SPURT', grunn: 'ingen', kommune: '9903', alder: 'A80', hva: 'OKONOMISK', situasjon: 'DEMENS', barn: 'nei',
    sett: 'Dag etter dag mangler det penger når barnebarnet har vært der.',
  };
  const ADVICE = { advice: 'Snakk med henne alene.', card: '', minutes: '25', topics: ['SAMTYKKE'], outcome: 'RAD', notNames: [] };
  const opened = async (subject: string, consultationId: string): Promise<OpenConsultation | string> => {
    const outcome = await all.world.house.door.enter(openConsultation, await all.world.person(subject), { consultationId });
    return outcome.ok ? outcome.value : outcome.code;
  };
  const listed = async (subject: string, fileId: string) => (await entered(all.world, consultationList, subject, {})).rows.find((row) => row.file_id === fileId);

  test('that names somebody shows nothing of what the reporter writes from then on, takes no answer, and is gone for whoever the strictly confidential case is gone for', async () => {
    const { draft, code } = await all.from.send(NURSE);
    await openAll(all.world);
    const { fileId } = await entered(all.world, openConsultation, 'even', { consultationId: draft });
    await all.from.send({ ...NURSE, spurt: 'GITT_MUNTLIG', grunn: '', navn: 'Borghild Kvamme', dittnavn: 'Ingunn Aasen', dittnummer: '55 55 03 22', tjeneste: 'Hjemmetjenesten' }, draft, code);
    await openAll(all.world);
    await site.post('/kvittering', { skjema: (await site.open(formatReceiptCode(code))).token, svar: 'Hun er flyttet til søsteren.' });
    await openAll(all.world);
    for (const who of ['even', 'jorunn', 'kari']) expect(JSON.stringify(await opened(who, fileId)), who).not.toMatch(/søsteren|Borghild|Ingunn/);
    expect(JSON.stringify(await opened('even', fileId))).toContain(NURSE.sett);
    const answer = await all.world.house.door.enter(answerConsultation, await all.world.person('even'), { consultationId: fileId, messageId: randomUUID(), parts: 9, ...ADVICE });
    expect(answer).toMatchObject({ ok: false, code: 'named_by_now' });
    expect(await listed('even', fileId)).toMatchObject({ state: 'REPORTED', unread: false, named: true });
    await readReport(all.world, 'kari', draft);
    expect(await all.opens('kari', [draft])).toBe('ok');
    await graded(await caseOf(draft));
    for (const who of ['even', 'jorunn', 'signe']) expect([await opened(who, fileId), await opened(who, draft), await listed(who, fileId)], who).toEqual(['not_found', 'not_found', undefined]);
    expect(typeof await opened('kari', fileId)).toBe('object');
  });

  test('does not tell of the report that was made after it to whoever that report is closed to', async () => {
    const draft = await all.report(NURSE);
    const { fileId } = await entered(all.world, openConsultation, 'kari', { consultationId: draft });
    const report = await all.report({ ...DAUGHTER, sett: 'Even Strand er broren hennes.' });
    const { reference } = (await readReport(all.world, 'kari', report)).report;
    await entered(all.world, becomeReport, 'kari', { consultationId: fileId, reference, ground: 'SAMTYKKE:DELVIS', grounds: 'Samtykke til å dele om pengene.', notNames: [] });
    expect(await opened('kari', fileId)).toMatchObject({ consultation: { progress: 'REPORTED', became: [{ reference }] } });
    expect(await opened('even', fileId)).toMatchObject({ consultation: { progress: 'ASKED', became: [] } });
    expect([(await listed('kari', fileId))?.state, (await listed('even', fileId))?.state]).toEqual(['REPORTED', 'ASKED']);
    expect(JSON.stringify([await opened('even', fileId), await listed('even', fileId)])).not.toMatch(new RegExp(`${reference}|pengene[.]`));
    await all.world.house.door.enter(declareConnection, await all.world.person('kari'), { reportId: report, connection: 'INGEN' });
    expect(await all.opens('kari', [report])).toBe('ok');
    await graded(await caseOf(report));
    expect(await opened('signe', fileId)).toMatchObject({ consultation: { progress: 'ASKED', became: [] } });
    const becomes = async (to: string, consultationId = fileId) => all.world.house.door.enter(becomeReport, await all.world.person('signe'), { consultationId, reference: to, ground: 'SAMTYKKE:DELVIS', grounds: 'Hun vil ha hjelp med banken.', notNames: [] });
    const unreported = await all.report(NURSE);
    const other = (await readReport(all.world, 'signe', await all.report())).report.reference;
    expect(await becomes(reference), 'the hidden report is answered as one that nobody sent').toEqual(await becomes('2026-ZZZZZZ'));
    expect((await becomes(other)).ok, 'and another as where nothing was reported').toBe((await becomes(other, (await entered(all.world, openConsultation, 'signe', { consultationId: unreported })).fileId)).ok);
    expect((await entered(all.world, openConsultation, 'kari', { consultationId: fileId })).consultation.became).toHaveLength(2);
  });
});

test('a text that waits is let go when its words are sent from another tab, and whoever writes on where it stood is kept anew', async () => {
  const form = (text: string) => ({ page: randomUUID(), path: '/saker', action: '/saker/ny', pairs: [['text', text]] as const });
  const [signe, same, other] = [await all.id('signe'), form('Hun er redd.'), form('Han er borte.')];
  const left = await all.world.house.door.unaudited(NORDFJELLA, 'text_sent', async (ctx) => {
    const [waits, stays] = [await keepForm(ctx, signe, same), await keepForm(ctx, signe, other)];
    await letGoSame(ctx, signe, form('Hun er redd.'));
    const ids = (await unsentOf(ctx, signe)).map(({ keptId }) => keptId);
    return [ids.includes(waits ?? ''), ids.includes(stays ?? ''), await keepForm(ctx, signe, { ...same, pairs: [['text', 'Hun er redd nå.']] }) === waits];
  });
  expect(left).toEqual([false, true, true]);
});
