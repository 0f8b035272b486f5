import { randomUUID } from 'node:crypto';
import { renderToStaticMarkup } from 'react-dom/server';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCodeValue, endCodeValue } from '../../src/cases/commands/code-lists.ts';
import { openCaseFromReports } from '../../src/cases/public.ts';
import { codeLists } from '../../src/cases/queries/code-lists.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addDays, osloDay, type Day } from '../../src/kernel/time.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { registerReport } from '../../src/reports/commands/register.ts';
import { splitReport } from '../../src/reports/commands/split.ts';
import { splitForm } from '../../src/reports/queries/settle.ts';
import { openReport } from '../../src/reports/queries.ts';
import { ReportView } from '../../src/reports/public.ts';
import { newDesk } from '../../src/reports/queries/desk.ts';
import { NORDFJELLA } from '../support/world.ts';
import { classified, lives, type Lives } from './cases-support.ts';

let all: Lives;
let superuser: pg.Client;

beforeAll(async () => {
  all = await lives();
  superuser = await all.world.superuser();
});
afterAll(() => all.close());

const today = (): Day => osloDay(all.world.clock.now);
const typed = (list: string, parent: string, name: string) => ({ newId: randomUUID(), list, parent, nb: name, nn: name, en: name, synonyms: '', from: today(), replaces: '' });
type Typed = ReturnType<typeof typed>;

async function adds(who: string, input: Typed): Promise<string> {
  const outcome = await all.world.house.door.enter(addCodeValue, await all.world.person(who), input);
  return outcome.ok ? 'ok' : JSON.stringify(outcome.fields ?? outcome.code);
}

async function ends(who: string, valueId: string, from: Day = today()): Promise<string> {
  const outcome = await all.world.house.door.enter(endCodeValue, await all.world.person(who), { valueId, from });
  return outcome.ok ? 'ok' : outcome.code;
}

async function values(who = 'kari') {
  const outcome = await all.world.house.door.enter(codeLists, await all.world.person(who), {});
  return outcome.ok ? outcome.value.values : [];
}

/** Divides a report of two people; the region's own values in each. */
async function split(reportId: FileId) {
  const kari = await all.world.person('kari');
  const { door } = all.world.house;
  await door.enter(declareConnection, kari, { reportId, connection: 'INGEN' });
  await door.enter(openReport, kari, { reportId });
  const form = await door.enter(splitForm, kari, { reportId });
  if (!form.ok) throw new Error(form.code);
  const { formId, parts, first, other } = form.value;
  const outcome = await door.enter(splitReport, kari, { reportId, formId, parts, people: [{ ...first, name: 'Solveig Haug' }, { ...other, name: 'Ragna Haug', story: 'Hun bor der også.' }] });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const whole = await door.enter(openReport, kari, { reportId });
  const into = whole.ok && !whole.value.mustAnswer ? whole.value.parts.map(({ fileId }) => fileId) : [];
  return Promise.all(into.map(async (part) => {
    const opened = await door.enter(openReport, kari, { reportId: part });
    return opened.ok && !opened.value.mustAnswer ? opened.value.report.typedIn?.local ?? [] : [];
  }));
}

test('two who add the same name at once make one value, the same form twice is one, and only coordinators and leaders may', async () => {
  const first = typed('TJENESTE', 'HJEMMETJENESTE', 'Nattpatruljen');
  expect((await Promise.all([adds('kari', first), adds('leif', typed('TJENESTE', 'POLITI', 'Nattpatruljen'))])).toSorted()).toEqual(expect.arrayContaining(['ok', expect.stringContaining('already_there')]));
  const second = typed('TJENESTE', 'NAV', 'Gjeldsrådgivningen');
  expect(await Promise.all([adds('kari', second), adds('kari', second)])).toEqual(['ok', 'ok']);
  expect((await values('jorunn')).map(({ nb }) => nb).toSorted()).toEqual(['Gjeldsrådgivningen', 'Nattpatruljen']);
  const back = { ...second, nb: 'Bostøtten', nn: 'Bustøtta', en: 'Housing support' };
  expect([await adds('kari', back), await adds('kari', { ...second, parent: 'POLITI' })], 'the page came back with other words: they are not lost in silence').toEqual(['ok', expect.stringContaining('already_there')]);
  expect((await values('jorunn')).map(({ nb }) => nb).toSorted()).toEqual(['Bostøtten', 'Gjeldsrådgivningen', 'Nattpatruljen']);
  expect([await adds('jorunn', typed('TJENESTE', 'NAV', 'Noe')), await ends('even', second.newId)]).toEqual(['"not_found"', 'not_found']);
});

test('a new name ends the old value the same day, an ended one stays in the register, and every change stands in the audit log', async () => {
  const old = typed('TILTAK', 'VELFERDSTEKNOLOGI', 'Kamera');
  await adds('leif', old);
  const renamed = { ...typed('', '', 'Dørkamera'), from: addDays(today(), 3), replaces: old.newId };
  const rival = { ...typed('', '', 'Ringeklokke'), replaces: old.newId };
  expect((await Promise.all([adds('kari', renamed), adds('leif', rival)])).toSorted()).toEqual(['"already_ended"', 'ok']);
  const named = (await values()).filter(({ list }) => list === 'TILTAK');
  const [before, after] = [named.find(({ id }) => id === old.newId), named.find(({ id }) => id !== old.newId)];
  expect(named).toHaveLength(2);
  expect(before?.ends).toBe(after?.from);
  expect(after?.parent).toBe('VELFERDSTEKNOLOGI');
  expect(await ends('kari', old.newId, addDays(today(), 9))).toBe('already_ended');
  expect(await ends('kari', randomUUID())).toBe('bad_input');
  const told = await superuser.query(`select distinct outcome from kernel.audit_event where use_case = 'cases.add_code_value' and region_id = $1 order by outcome`, [NORDFJELLA]);
  expect(told.rows.map(({ outcome }: { outcome: string }) => outcome)).toEqual(expect.arrayContaining(['done:coordinator', 'done:leader', 'refused:already_ended']));
  await expect(superuser.query(`set role vv_house`).then(() => superuser.query('delete from app.local_code'))).rejects.toThrow('permission denied');
  await superuser.query('reset role');
});

test('a case keeps the local value beside the national one, figures count the national, and what has ended is offered no more and still stands there', async () => {
  const camera = typed('TILTAK', 'SIKKERHETSPLAN', 'Trygghetsrunde');
  await adds('kari', camera);
  const file = await classified(all);
  const given = { measure: `SIKKERHETSPLAN:${camera.newId}`, responsible: 'Signe', due: addDays(today(), 14) };
  await all.does('signe', 'decideMeasure', file, given);
  expect((await all.reads('signe', file)).state.measures[0]).toMatchObject({ measure: 'SIKKERHETSPLAN', local: [{ list: 'TILTAK', parent: 'SIKKERHETSPLAN', id: camera.newId, nb: 'Trygghetsrunde' }] });
  const facts = await superuser.query<{ measures: string[] }>('select measures from stats.case_fact where region_id = $1', [NORDFJELLA]);
  expect(facts.rows.map(({ measures }) => measures)).toEqual([['SIKKERHETSPLAN']]);
  expect(await ends('kari', camera.newId)).toBe('ok');
  expect(await ends('kari', camera.newId)).toBe('ok');
  const after = await all.reads('signe', file);
  expect(after.localValues.map(({ id }) => id)).not.toContain(camera.newId);
  expect(after.state.measures[0]?.local?.[0]?.nn).toBe('Trygghetsrunde');
  expect(await all.tries('signe', 'decideMeasure', file, given)).toBe('bad_input {"measure":"not_offered"}');
});

test('what reception typed with the region’s own words comes along into the case; the report itself has national codes, and a talk is not lost for a name that nobody knows', async () => {
  const [zone, hoarding] = [typed('MELDER', 'HJEMMETJENESTE', 'Sone Lia'), typed('SAARBARHET', 'PSYKISK_SYKDOM', 'Samleproblem')];
  for (const one of [zone, hoarding]) await adds('kari', one);
  const kari = await all.world.person('kari');
  const desk = await all.world.house.door.enter(newDesk, kari, {});
  expect(desk.ok && desk.value.localValues.map(({ nb }) => nb)).toEqual(expect.arrayContaining(['Sone Lia', 'Samleproblem']));
  const draftId = randomUUID();
  const entries = Object.entries({
    kanal: 'TELEFON', sett: 'Hun får ikke åpnet døra for alt som står der.', navn: 'Solveig Haug', hvem: 'ansatt', sted: `HJEMMETJENESTE:${zone.newId}`, hva: `OMSORGSSVIKT:${randomUUID()}`, situasjon: `PSYKISK_SYKDOM:${hoarding.newId}`, spurt: 'GITT_MUNTLIG',
  });
  expect(await all.world.house.door.enter(registerReport, kari, { draftId, writer: kari.userId, lang: 'nb', entries })).toMatchObject({ ok: true });
  const second = randomUUID();
  expect(await all.world.house.door.enter(registerReport, kari, { draftId: second, writer: kari.userId, lang: 'nb', entries })).toMatchObject({ ok: true });
  const parts = await split(second as FileId); // the draft's id is the report's
  expect(parts.map((local) => local.map(({ nb }) => nb)), 'divided, each keeps the words that stand under what it says itself').toEqual([['Samleproblem', 'Sone Lia'], ['Sone Lia']]);
  const opened = await all.world.house.door.enter(openCaseFromReports, kari, { reportIds: [draftId as FileId], connection: 'INGEN' }); // the draft's id is the report's
  const { state, reports } = await all.reads('kari', opened.ok ? opened.value.fileId : (draftId as FileId)); // as above
  expect(state.start).toMatchObject({ violence: ['OMSORGSSVIKT'], vulnerability: ['PSYKISK_SYKDOM'], reporter: { code: 'HJEMMETJENESTE' } });
  expect(state.start.local?.map(({ nb }) => nb)).toEqual(['Samleproblem']);
  const [report] = reports;
  expect(JSON.stringify(report?.contents)).not.toContain(hoarding.newId);
  const shown = report === undefined ? '' : renderToStaticMarkup(ReportView({ contents: report.contents, local: report.local, places: {}, lang: 'nb', level: 3 }));
  expect(shown).toContain('Samleproblem (Psykisk sykdom eller lidelse)');
});
