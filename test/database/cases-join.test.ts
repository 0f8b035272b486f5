import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinReport } from '../../src/cases/commands/join.ts';
import { myDay } from '../../src/cases/queries/day.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addMs, HOUR, osloDay } from '../../src/kernel/time.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { inbox, openReport } from '../../src/reports/queries.ts';
import { DAUGHTER, openAll } from '../support/submissions.ts';
import { classified, lives, toClosing, END, type Lives } from './cases-support.ts';

let all: Lives;
beforeAll(async () => {
  all = await lives();
});
afterAll(() => all.close());

const NEIGHBOUR = { ...DAUGHTER, hvem: 'NABO_BEKJENT', sett: 'Jeg hører gråt om natten.', hva: 'PSYKISK' };

async function joins(subject: string, caseId: FileId, reportId: FileId, connection?: string, told?: string, grounds?: string): Promise<string> {
  const outcome = await all.world.house.door.enter(joinReport, await all.world.person(subject), { caseId, reportId, ...(connection === undefined ? {} : { connection }), ...(told === undefined ? {} : { told }), ...(grounds === undefined ? {} : { grounds }) });
  return outcome.ok ? 'ok' : outcome.fields === undefined ? outcome.code : `${outcome.code} ${JSON.stringify(outcome.fields)}`;
}

async function reads(subject: string, reportId: FileId): Promise<string> {
  const person = await all.world.person(subject);
  await all.world.house.door.enter(declareConnection, person, { reportId, connection: 'INGEN' });
  const opened = await all.world.house.door.enter(openReport, person, { reportId });
  return opened.ok ? 'ok' : opened.code;
}

async function day(subject: string) {
  const outcome = await all.world.house.door.enter(myDay, await all.world.person(subject), {});
  return outcome.ok ? outcome.value.lines.map(({ fileId, reason }) => [fileId, reason]) : [];
}

describe('a report that goes into an open case', () => {
  test('is decided, stands there word for word with its own reporter, and leaves what was known as it was', async () => {
    const file = await all.opened('kari');
    const report = await all.report(NEIGHBOUR);
    expect(await joins('kari', file, report, 'INGEN')).toBe('ok');
    const { state, reports, journal } = await all.reads('kari', file);
    expect(state.start).toMatchObject({ whatHappened: DAUGHTER['sett'], reporter: { code: 'FAMILIE' } });
    expect(state.joined).toMatchObject([{ report, start: { whatHappened: NEIGHBOUR.sett, reporter: { code: 'NABO_BEKJENT' } } }]);
    expect(reports.map((one) => one.contents[0]?.report.reporter.code).toSorted()).toEqual(['FAMILIE', 'NABO_BEKJENT']);
    expect(journal.filter(({ type }) => type === 'ReportJoined')).toHaveLength(1);
    const waiting = await all.world.house.door.enter(inbox, await all.world.person('kari'), {});
    expect(waiting.ok && waiting.value.waiting.some((row) => row.file_id === report)).toBe(false);
    expect(waiting.ok && waiting.value.decided.some((row) => row.file_id === report)).toBe(true);
  });

  test('is not let into a strictly confidential case from a page that was left open', async () => {
    const [file, report] = [await all.opened('kari'), await all.report(NEIGHBOUR)];
    await all.does('kari', 'protectAddress', file, { addressLevel: 'STRENGT', addressSource: 'POLITI', addressSince: osloDay(all.world.clock.now), keeper: await all.id('kari') });
    const hourAgo = { ...await all.world.person('kari'), signedInAt: addMs(all.world.clock.now, -HOUR) };
    expect(await all.world.house.door.enter(joinReport, hourAgo, { caseId: file, reportId: report, connection: 'INGEN' })).toMatchObject({ ok: false, code: 'sign_in_again' });
    expect(await joins('kari', file, report, 'INGEN')).toBe('ok');
  });

  test('sent twice goes in once; and never into a second case', async () => {
    const [file, other] = [await all.opened('kari'), await all.opened('kari')];
    const report = await all.report(NEIGHBOUR);
    expect(await joins('kari', file, report, 'INGEN')).toBe('ok');
    expect(await joins('kari', file, report, 'INGEN')).toBe('ok');
    expect((await all.reads('kari', file)).journal.filter(({ type }) => type === 'ReportJoined')).toHaveLength(1);
    expect(await joins('kari', other, report, 'INGEN')).toBe('report_decided');
    expect((await all.reads('kari', other)).reports).toHaveLength(1);
  });

  test('at the same moment as somebody opens a case of it is in one of the two, and the other is told so', async () => {
    const file = await all.opened('kari');
    const report = await all.report(NEIGHBOUR);
    const said = await Promise.all([joins('kari', file, report, 'INGEN'), all.opens('jorunn', [report])]);
    expect(said).toContain('ok');
    // Reception that comes just after asks for what is not reception's any more: a decided report answers as one that is not there.
    expect(['changed_meanwhile', 'report_decided', 'not_found']).toContain(said.find((one) => one !== 'ok'));
    const held = (await all.reads('kari', file)).reports.some(({ fileId }) => fileId === report);
    expect(held).toBe(said[0] === 'ok');
  });

  test('that is closed reopens it, with grounds, and the entry names the report (T15); without grounds the report waits as before', async () => {
    const file = await classified(all);
    await toClosing(all, file);
    await all.does('kari', 'closeCase', file, { ...END, proposal: await all.proposal('kari', file) });
    const report = await all.report(NEIGHBOUR);
    expect(await joins('kari', file, report, 'INGEN')).toBe('bad_input {"grounds":"missing"}');
    expect((await all.reads('kari', file)).state.status).toBe('AVSLUTTET');
    expect(await joins('kari', file, report, 'INGEN', undefined, 'Naboen melder det samme igjen.')).toBe('ok');
    const { state, journal } = await all.reads('kari', file);
    expect([state.status, state.reports.includes(report)]).toEqual(['UNDERSOKES', true]);
    expect(journal.findLast(({ type }) => type === 'CaseReopened')?.content).toMatchObject({ report });
    expect(await all.opens('kari', [report]), 'it is decided').toBe('report_decided');
  });

  test('raises Akutt where it tells of danger, with the clock that follows, and beside one that is raised already: what is new is looked at anew, and the same words stand once', async () => {
    const file = await all.opened('kari');
    expect((await all.reads('kari', file)).state.akutt).toBeUndefined();
    expect(await joins('kari', file, await all.report({ ...NEIGHBOUR, fare: 'ja' }), 'INGEN')).toBe('ok');
    const { state, clocks } = await all.reads('kari', file);
    expect(state.akutt).toMatchObject({ danger: 'Melder svarte at noen er i fare nå.', raisedBy: 'system' });
    expect(clocks.map(({ clock }) => clock)).toContain('AKUTT_REVIEW');
    expect(await joins('kari', file, await all.report({ ...NEIGHBOUR, fare: 'ja' }), 'INGEN')).toBe('ok');
    const after = await all.reads('kari', file);
    expect(after.journal.filter(({ type }) => type === 'AkuttRaised')).toHaveLength(2);
    expect(after.state.akutt).toMatchObject({ danger: 'Melder svarte at noen er i fare nå.', raisedBy: 'system', reviewedAt: undefined });
  });

  test('stands on the day of whoever leads the case until they have read it, and on nobody’s who took it in', async () => {
    const file = await classified(all);
    expect(await joins('kari', file, await all.report(NEIGHBOUR), 'INGEN')).toBe('ok');
    expect(await day('signe')).toContainEqual([file, 'read_report']);
    expect((await day('kari')).filter(([, reason]) => reason === 'read_report')).toEqual([]);
    expect(await all.tries('kari', 'readReport', file)).not.toBe('ok');
    await all.does('signe', 'readReport', file);
    expect((await day('signe')).filter(([id, reason]) => id === file && reason === 'read_report')).toEqual([]);
    expect(await all.tries('signe', 'readReport', file)).toBe('no_report_to_read');
  });
});

describe('impartiality goes along both ways:', () => {
  test('whoever the report names is out of the case from then on, also as its lead', async () => {
    const file = await classified(all);
    const report = await all.report({ ...NEIGHBOUR, annen: 'Signe Haugland' });
    expect(await joins('kari', file, report, 'INGEN'), 'told before anything is written').toBe('leaves_no_lead');
    expect((await all.reads('kari', file)).state.lead).toBeDefined();
    expect(await joins('kari', file, report, 'INGEN', 'JA')).toBe('ok');
    expect(await all.sees('signe', file)).toBe('not_found');
    expect((await all.reads('kari', file)).state.lead).toBeUndefined();
  });

  test('whoever is out of the case is out of the report, also by what came in after the case was opened', async () => {
    const { draft, code } = await all.from.send(DAUGHTER);
    await openAll(all.world);
    expect(await all.opens('kari', [draft])).toBe('ok');
    const file = (await all.world.house.door.unaudited((await all.world.person('kari')).regionId, 'test', (ctx) => ctx.tx.selectFrom('app.case_report').select('file_id').where('report_id', '=', draft).executeTakeFirstOrThrow())).file_id;
    await all.from.send({ ...DAUGHTER, annen: 'Jorunn Vatne' }, draft, code);
    await openAll(all.world);
    const report = await all.report(NEIGHBOUR);
    expect(await reads('jorunn', report)).toBe('ok');
    expect(await joins('kari', file, report, 'INGEN', 'JA')).toBe('ok');
    await all.from.send(NEIGHBOUR, report);
    await openAll(all.world);
    expect(await reads('jorunn', report)).toBe('not_found');
  });

  test('one question is asked for both, and not again of whoever has answered for both', async () => {
    const file = await all.opened('kari');
    const [fresh, known] = [await all.report(NEIGHBOUR), await all.report(NEIGHBOUR)];
    expect(await joins('kari', file, fresh)).toBe('bad_input {"connection":"missing"}');
    await reads('kari', known);
    expect(await joins('kari', file, known)).toBe('ok');
    expect(await joins('kari', file, fresh, 'INGEN')).toBe('ok');
    const opened = await all.world.house.door.enter(openReport, await all.world.person('kari'), { reportId: fresh });
    expect(opened.ok && opened.value.mustAnswer).toBe(false);
  });

  test('whoever answers that they are connected takes nothing in, and both are closed to them', async () => {
    const file = await all.opened('kari');
    const report = await all.report(NEIGHBOUR);
    expect(await joins('kari', file, report, 'TILKNYTTET')).toBe('joiner_connected');
    expect(await all.sees('kari', file)).toBe('not_found');
    expect(await reads('kari', report)).toBe('not_found');
    // No coordinator is left: the reserve has both, and takes it in.
    expect(await joins('reidun', file, report, 'INGEN')).toBe('ok');
    expect((await all.reads('reidun', file)).reports).toHaveLength(2);
  });
});

describe('nobody else takes a report in:', () => {
  test('reception, a team member who leads the case, a leader and another region get no further than to what does not exist', async () => {
    const file = await classified(all);
    const report = await all.report(NEIGHBOUR);
    for (const subject of ['jorunn', 'signe', 'even', 'leif', 'reidun', 'ida', 'anders']) expect(await joins(subject, file, report, 'INGEN'), subject).toBe('not_found');
  });

  test('a coordinator whom the report names, or who is out of the case', async () => {
    const [file, named] = [await all.opened('kari'), await all.report({ ...NEIGHBOUR, annen: 'Kari Nordmo' })];
    expect(await joins('kari', file, named, 'INGEN')).toBe('not_found');
    const report = await all.report(NEIGHBOUR);
    await all.does('kari', 'declareImpartiality', file, { connection: 'TILKNYTTET' });
    expect(await joins('kari', file, report, 'INGEN')).toBe('not_found');
  });

  test('and a consultation never goes into a case', async () => {
    const file = await all.opened('kari');
    const asked = { fare: 'nei', hvem: 'ansatt', sted: 'HJEMMETJENESTE', voksen: 'ja', spurt: 'IKKE_TRYGT', grunn: 'ingen', kommune: '9903', alder: 'A80', hva: 'OKONOMISK', situasjon: 'DEMENS', barn: 'nei', sett: 'Hva gjør vi?' };
    expect(await joins('kari', file, await all.report(asked), 'INGEN')).toBe('consultation_only');
  });
});
