import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adviceForm, adviseOnReport } from '../../src/cases/commands/advise-only.ts';
import { mostRequired } from '../../src/cases/fields.ts';
import { askedByName, openCaseFromReports } from '../../src/cases/public.ts';
import { myDay } from '../../src/cases/queries/day.ts';
import { workplaceOfCase } from '../../src/cases/queries/workplace.ts';
import { WORKFLOW } from '../../src/cases/workflow.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { handOver, raiseUrgent } from '../../src/reports/commands/handle.ts';
import { inbox, openReport } from '../../src/reports/queries.ts';
import { workplaceOfReport } from '../../src/reports/queries/workplace.ts';
import { DAUGHTER, openAll } from '../support/submissions.ts';
import { NORDFJELLA } from '../support/world.ts';
import { declare, lives, type Lives } from './cases-support.ts';

let all: Lives;

beforeAll(async () => {
  all = await lives();
});
afterAll(() => all.close());

async function enters<I, F, R>(subject: string, useCase: UseCase<I, F, R>, input: object) {
  return all.world.house.door.enter(useCase, await all.world.person(subject), input);
}

async function caseOf(reportId: FileId): Promise<FileId> {
  const row = await all.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => ctx.tx.selectFrom('app.case_report').select('file_id').where('report_id', '=', reportId).executeTakeFirstOrThrow());
  return row.file_id;
}

/** «question», «content», or the code of why not. */
async function meets(subject: string, reportId: FileId): Promise<string> {
  const outcome = await all.world.house.door.enter(openReport, await all.world.person(subject), { reportId });
  if (!outcome.ok) return outcome.code;
  return outcome.value.mustAnswer ? 'question' : 'content';
}

async function answers(subject: string, reportId: FileId, connection: string): Promise<string> {
  const outcome = await all.world.house.door.enter(declareConnection, await all.world.person(subject), { reportId, connection });
  return outcome.ok ? 'ok' : outcome.code;
}

async function line(subject: string, reportId: FileId) {
  const outcome = await all.world.house.door.enter(inbox, await all.world.person(subject), {});
  return outcome.ok ? outcome.value.waiting.find((row) => row.file_id === reportId) : undefined;
}

async function lastAudit(useCase: string) {
  const rows = await all.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => ctx.tx.selectFrom('kernel.audit_event').select(['outcome', 'files'])
    .where('use_case', '=', useCase).orderBy('xid', 'desc').limit(1).execute());
  return rows[0];
}

describe('a report is read after one answer', () => {
  test('the question shows the municipality, opens no file, and marks nothing read; the answer does', async () => {
    const report = await all.report();
    const asked = await enters('jorunn', openReport, { reportId: report });
    expect(asked).toMatchObject({ ok: true, value: { mustAnswer: true, place: 'Lia', urgent: false } });
    expect(JSON.stringify(asked)).not.toMatch(/Borghild|pensjon/);
    expect(await lastAudit('reports.open')).toEqual({ outcome: 'done:question', files: [] });
    expect((await line('jorunn', report))?.seen_at).toBeNull();
    expect((await enters('jorunn', handOver, { reportId: report, note: '' })).ok).toBe(false);
    expect(await answers('jorunn', report, 'INGEN')).toBe('ok');
    expect(await meets('jorunn', report)).toBe('content');
    expect((await line('jorunn', report))?.seen_at).not.toBeNull();
    expect(await meets('jorunn', report)).toBe('content');
  });

  test('where somebody works is told before the answer, of a report and of its case, and whoever works there never sees either', async () => {
    const where = async (subject: string, useCase: typeof workplaceOfReport | typeof workplaceOfCase, input: object) => {
      const told = await enters(subject, useCase as typeof workplaceOfReport, input); // both answer a workplace
      return told.ok ? told.value : told.code;
    };
    const plain = await all.report();
    expect(await where('jorunn', workplaceOfReport, { reportId: plain })).toBeUndefined();
    const reportId = await all.report({ ...DAUGHTER, jobber: 'ja', jobbhvor: 'Rus og psykisk helse, Lia' });
    expect(await where('jorunn', workplaceOfReport, { reportId })).toEqual({ where: ['Rus og psykisk helse, Lia'] });
    expect(await meets('jorunn', reportId)).toBe('question');
    expect(await where('even', workplaceOfReport, { reportId }), 'it is not put to him').toBe('not_found');
    expect(await all.opens('kari', [reportId])).toBe('ok');
    const caseId = await caseOf(reportId);
    await all.does('kari', 'grantAccess', caseId, { accessTo: await all.id('even'), accessReason: 'VURDERER', until: '2026-12-31' });
    expect([await where('even', workplaceOfCase, { caseId }), await all.sees('even', caseId)]).toEqual([{ where: ['Rus og psykisk helse, Lia'] }, 'question']);
    expect(await all.tries('kari', 'grantAccess', caseId, { accessTo: await all.id('signe'), accessReason: 'VURDERER', until: '2026-12-31' }), 'she works there').toContain('access_to_excluded');
    expect(await where('signe', workplaceOfCase, { caseId })).toBe('not_found');
    // The whole reception works there: then it is read all the same, by whoever answers no.
    const ours = await all.report({ ...DAUGHTER, jobber: 'ja', jobbhvor: 'mottaket' });
    expect([await meets('jorunn', ours), await meets('kari', ours)]).toEqual(['question', 'question']);
  });

  test('what is added to a report after its case was opened is told before the question, too, leaves out whoever works there, and keeps an address out of the case', async () => {
    const { draft, code } = await all.from.send(DAUGHTER);
    await openAll(all.world);
    await all.opens('kari', [draft]);
    const caseId = await caseOf(draft);
    await all.does('kari', 'recordPerson', caseId, { knownFrom: 'Hun sa det selv.', address: 'Skjulvegen 4' });
    await all.from.send({ ...DAUGHTER, jobber: 'ja', jobbhvor: 'Rus og psykisk helse, Lia' }, draft, code);
    await openAll(all.world);
    await all.does('kari', 'grantAccess', caseId, { accessTo: await all.id('even'), accessReason: 'VURDERER', until: '2026-12-31' });
    expect(await enters('even', workplaceOfCase, { caseId })).toMatchObject({ value: { where: ['Rus og psykisk helse, Lia'] } });
    expect(await all.sees('even', caseId), 'and the page opens no file').toBe('question');
    expect(await all.tries('kari', 'grantAccess', caseId, { accessTo: await all.id('signe'), accessReason: 'VURDERER', until: '2026-12-31' }), 'she works there').toContain('access_to_excluded');
    await all.from.send({ ...DAUGHTER, skjult: 'ja' }, draft, code);
    await openAll(all.world);
    expect(await all.tries('kari', 'recordPerson', caseId, { knownFrom: 'Hun sa det selv.', address: 'Skjulvegen 6' })).toContain('address_not_kept');
    expect(await enters('even', workplaceOfCase, { caseId }), 'nor is a place told').toMatchObject({ value: { where: [] } });
  });

  test('one’s own answer opens it for oneself only', async () => {
    const report = await all.report();
    await answers('jorunn', report, 'INGEN');
    expect([await meets('jorunn', report), await meets('kari', report)]).toEqual(['content', 'question']);
  });

  test('who has answered before reading is not asked again when they open a case of it, and reads the case at once', async () => {
    const report = await all.report();
    await answers('kari', report, 'INGEN');
    const opened = await all.world.house.door.enter(openCaseFromReports, await all.world.person('kari'), { reportIds: [report] });
    expect(opened.ok && typeof (await all.sees('kari', opened.value.fileId))).toBe('object');
  });

  test('who opens a case without having answered is asked then, and that answer counts for the report', async () => {
    const report = await all.report();
    expect(await all.opens('kari', [report], '')).toBe('bad_input');
    expect(await all.opens('kari', [report], 'INGEN')).toBe('ok');
    expect(await meets('kari', report)).toBe('content');
  });
});

describe('danger does not wait for the answer', () => {
  test('Akutt is raised first, then the report is opened at once, and the answer is owed until it is given', async () => {
    const report = await all.report();
    expect(await answers('jorunn', report, 'SENERE')).toBe('not_urgent');
    expect((await enters('jorunn', raiseUrgent, { reportId: report, danger: 'Skrik i telefonen.', called: '112', calledBy: 'Jorunn', calledWhen: '02.10' })).ok).toBe(true);
    expect(await meets('jorunn', report)).toBe('question');
    expect(await answers('jorunn', report, 'SENERE')).toBe('ok');
    expect(await enters('jorunn', openReport, { reportId: report })).toMatchObject({ ok: true, value: { mustAnswer: false, owes: true } });
    expect((await line('jorunn', report))?.answer).toBe('SENERE');
    expect((await enters('jorunn', handOver, { reportId: report, note: 'Politiet er på vei.' })).ok).toBe(true);
    expect(await answers('jorunn', report, 'INGEN')).toBe('ok');
    expect((await line('jorunn', report))?.answer).toBe('INGEN');
  });

  test('an owed answer is asked for when a case is opened: nobody opens one on «later»', async () => {
    const report = await all.report({ ...DAUGHTER, fare: 'ja' });
    await answers('kari', report, 'SENERE');
    expect(await all.opens('kari', [report], '')).toBe('bad_input');
  });
});

describe('a yes', () => {
  test('leaves the person out at once, hands the report to the others unread, and is told to nobody but the journal', async () => {
    const report = await all.report();
    await answers('jorunn', report, 'INGEN');
    await meets('jorunn', report);
    expect(await answers('jorunn', report, 'TILKNYTTET')).toBe('ok');
    expect([await meets('jorunn', report), await line('jorunn', report)]).toEqual(['not_found', undefined]);
    expect(await line('kari', report)).toMatchObject({ state: 'RECEIVED', seen_at: null });
    expect(await answers('jorunn', report, 'INGEN')).toBe('not_found');
    const rows = await all.world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => ctx.tx.selectFrom('app.report_answer').selectAll().where('file_id', '=', report).execute());
    expect(rows).toEqual([]);
  });

  test('from the only coordinator gives the report to the reserve in another municipality', async () => {
    const report = await all.report();
    expect(await meets('reidun', report)).toBe('not_found');
    await answers('kari', report, 'TILKNYTTET');
    expect([await meets('reidun', report), await meets('jorunn', report)]).toEqual(['question', 'question']);
    await answers('reidun', report, 'INGEN');
    expect(await meets('reidun', report)).toBe('content');
  });

  test('to a report that a case holds leaves them out of the case, too', async () => {
    const file = await all.opened('jorunn');
    await all.does('jorunn', 'handOver', file);
    const { reports } = await all.reads('jorunn', file);
    await answers('kari', reports[0]?.fileId ?? file, 'TILKNYTTET');
    expect(await all.sees('kari', file)).toBe('not_found');
    expect(await all.sees('reidun', file)).toBe('question');
  });
});

describe('advice only', () => {
  test('goes from the inbox to closed in six requests of two people, with one required answer, and nobody is let in by hand', async () => {
    const { door } = all.world.house;
    const reportId = await all.report();
    const [jorunn, kari] = [await all.world.person('jorunn'), await all.world.person('kari')];
    let asked = 0;
    const counted = async <T>(outcome: Promise<T>): Promise<T> => {
      asked += 1;
      return outcome;
    };
    expect(await counted(door.enter(openReport, jorunn, { reportId }))).toMatchObject({ ok: true, value: { mustAnswer: true } });
    await counted(door.enter(declareConnection, jorunn, { reportId, connection: 'INGEN' }));
    // the form stands on the report's own page, which the answer led to
    expect(await door.enter(adviceForm, jorunn, { reportId })).toMatchObject({ ok: true });
    const sent = await counted(door.enter(adviseOnReport, jorunn, { reportId, advice: 'Snakk med henne alene.' }));
    if (!sent.ok) throw new Error(sent.code);
    const { fileId } = sent.value;
    const day = await door.enter(myDay, kari, {});
    expect(day.ok && day.value.lines.find((line) => line.fileId === fileId)).toMatchObject({ reason: 'confirm_not_a_case', step: 'confirmNotACase', mayOpen: true, mustDeclare: true });
    expect(await counted(all.sees('kari', fileId))).toBe('question');
    await counted(declare(all, 'kari', fileId));
    await counted(all.does('kari', 'confirmNotACase', fileId, { proposal: 1 }));
    expect(asked).toBe(6);
    expect(mostRequired(WORKFLOW.adviseOnly)).toBe(1);
    const { state, journal, reports } = await all.reads('kari', fileId);
    expect(state).toMatchObject({ status: 'IKKE_SAK', notACase: { reason: 'KUN_RADGIVNING', caseType: 'IKKE_VURDERT', advice: 'Snakk med henne alene.' } });
    expect(journal.map(({ type }) => type)).toEqual(['CaseOpened', 'ImpartialityDeclared', 'HandedOver', 'NotACaseProposed', 'ImpartialityDeclared', 'HandoverRead', 'NotACaseConfirmed']);
    expect(reports.map((one) => one.fileId)).toEqual([reportId]);
    expect(await door.enter(adviseOnReport, kari, { reportId, advice: 'En gang til.' }), 'one thing, however often it is sent').toMatchObject({ ok: false });
  });

  test('opens nothing where it is refused: no advice, somebody in danger, a colleague who could not confirm', async () => {
    const { door } = all.world.house;
    const reportId = await all.report();
    const jorunn = await all.world.person('jorunn');
    const left = async (input: object) => {
      const outcome = await door.enter(adviseOnReport, jorunn, { reportId, ...input });
      return outcome.ok ? 'ok' : outcome.fields ?? outcome.code;
    };
    expect(await left({ advice: 'Ring.' }), 'the report is read first').toBe('not_found');
    await door.enter(declareConnection, jorunn, { reportId, connection: 'INGEN' });
    expect(await left({ advice: ' ' })).toEqual({ advice: 'missing' });
    expect(await left({ advice: 'Ring.', confirmer: await all.id('even') }), 'no coordinator among the two').toEqual({ confirmer: 'cannot_confirm' });
    expect((await door.enter(openReport, jorunn, { reportId })).ok, 'the report is as it was').toBe(true);
    expect(await door.enter(adviseOnReport, jorunn, { reportId, advice: 'Ring.', confirmer: await all.id('kari') })).toMatchObject({ ok: true });
  });

  test('a colleague who is asked by name finds the case on their day, answers, and has it no longer', async () => {
    const { door } = all.world.house;
    const file = await all.opened('kari');
    const even = await all.world.person('even');
    const finds = async () => {
      const day = await door.enter(myDay, even, {});
      return day.ok && day.value.lines.some(({ fileId }) => fileId === file);
    };
    expect([await finds(), await all.sees('even', file)]).toEqual([false, 'not_found']);
    await all.does('kari', 'adviseOnly', file, { advice: 'Ring fastlegen.', confirmer: await all.id('even') });
    expect([await finds(), await all.sees('even', file), await all.sees('signe', file)]).toEqual([true, 'question', 'not_found']);
    const told = async () => (await (await all.world.worker()).door.unaudited(NORDFJELLA, 'test', askedByName)).filter(({ fileId }) => fileId === file).map(({ asked }) => asked);
    expect(await told(), 'and a notice tells him that there is something').toEqual([await all.id('even')]);
    await declare(all, 'even', file);
    expect((await all.reads('even', file)).steps.filter(({ allowed }) => allowed).map(({ step }) => step)).toEqual(expect.arrayContaining(['confirmNotACase', 'writeNote']));
    expect(await all.tries('even', 'decideMeasure', file)).toBe('not_found');
    await all.does('even', 'confirmNotACase', file, { proposal: 1 });
    expect([await finds(), await all.sees('even', file), await told()]).toEqual([false, 'not_found', []]);
  });
});
