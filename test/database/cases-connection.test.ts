import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCaseFromReports } from '../../src/cases/public.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { handOver, raiseUrgent } from '../../src/reports/commands/handle.ts';
import { inbox, openReport } from '../../src/reports/queries.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { NORDFJELLA } from '../support/world.ts';
import { lives, type Lives } from './cases-support.ts';

let all: Lives;

beforeAll(async () => {
  all = await lives();
});
afterAll(() => all.close());

async function enters<I, F, R>(subject: string, useCase: UseCase<I, F, R>, input: object) {
  return all.world.house.door.enter(useCase, await all.world.person(subject), input);
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
