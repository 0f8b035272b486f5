import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinReport } from '../../src/cases/commands/join.ts';
import { openCaseFromReports } from '../../src/cases/commands/open.ts';
import { STEPS } from '../../src/cases/commands/steps.ts';
import type { CaseStep } from '../../src/cases/commands/step.ts';
import { caseList } from '../../src/cases/queries/list.ts';
import type { CaseList } from '../../src/cases/queries/models.ts';
import { openCase } from '../../src/cases/queries/open.ts';
import { WORKFLOW } from '../../src/cases/workflow.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { instant } from '../../src/kernel/time.ts';
import type { Outcome } from '../../src/kernel/outcome.ts';
import { sendOn } from '../../src/reports/commands/send-on.ts';
import { splitReport } from '../../src/reports/commands/split.ts';
import { splitForm } from '../../src/reports/queries/settle.ts';
import { inbox, openReport, type Inbox } from '../../src/reports/queries.ts';
import { confirmRole, endRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { readReport } from '../support/door.ts';
import { openAll } from '../support/submissions.ts';
import { SORVIKA } from '../support/world.ts';
import { inputFor, type Ids } from './inputs.ts';
import { livedCases, type LivedCase } from './lived-cases.ts';
import { lived, LIVING, nothing, OWNED, PEOPLE_AND_ONE_TASK, type Lived } from './lived.ts';
import type { Shows } from './row.ts';
import { cell, TABLE } from './table.ts';
import { BY_REFERENCE, TELLS, TELLS_OF_NONE } from './tells.ts';
import { findUseCases, type AnyUseCase } from './use-cases.ts';

let all: Lived;
let useCases: readonly AnyUseCase[];

beforeAll(async () => {
  all = await lived();
  useCases = (await findUseCases()).useCases;
});
afterAll(() => all.close());

function useCase(name: string): AnyUseCase {
  return useCases.find((one) => one.name === name) ?? expect.fail(`no use case ${name}`);
}

/** What came of it, in the words of the matrix. */
async function entered(name: string, who: string, ids: Ids): Promise<string> {
  const { outcome, audit } = await all.enter(useCase(name), who, inputFor(name, ids, all.site));
  if (audit === undefined) return `no audit row, ${outcome.ok ? 'ok' : outcome.code}`;
  const code = outcome.ok ? 'ok' : outcome.code;
  if (audit.startsWith('denied:')) return code === 'not_found' ? audit : `${audit}, but the answer was ${code}`;
  if (code === 'not_found') return `${audit}, but the answer was not_found`;
  return audit.startsWith('refused:') ? 'allowed' : audit.replace('done:', 'allowed:');
}

/** The same from the rules alone; a rule of the step may still have said no. */
function expected(name: string, who: string, situation: string | undefined, got: string): string {
  const { verdict } = cell(name, who, situation);
  return verdict.allow ? (got === 'allowed' ? 'allowed' : `allowed:${verdict.because}`) : `denied:${verdict.because}`;
}

async function compare(names: readonly string[], people: readonly string[], ids: Ids, situation?: string): Promise<void> {
  const wrong: string[] = [];
  for (const name of names) {
    for (const who of people) {
      const got = await entered(name, who, ids);
      const want = expected(name, who, situation, got);
      if (got !== want) wrong.push(`${name} ${who}${situation === undefined ? '' : ` (${situation})`}: ${got}, the matrix says ${want}`);
    }
  }
  expect(wrong).toEqual([]);
}

test('whatever the matrix says of anybody, the door does with a real person and a real database, and the audit keeps the reason', async () => {
  await compare(useCases.map(({ name }) => name), LIVING, all.ids.here);
}, 300_000);

test('an attempt at a report or a case that is denied stands in the log with the id that was asked for', async () => {
  const ids = nothing();
  for (const { name, about } of TABLE.filter((row) => row.about === 'report' || row.about === 'case')) {
    const { audit, files } = await all.enter(useCase(name), 'stine', inputFor(name, ids, all.site));
    // A report that is to go into a case is asked for together with it.
    const asked = name === 'cases.join_report' ? [ids.case, ids.report].toSorted() : [about === 'report' ? ids.report : ids.case];
    expect([name, audit, files.toSorted()]).toEqual([name, 'denied:unknown', asked]);
  }
});

describe('a report', () => {
  const ABOUT_REPORTS = TABLE.filter(({ about }) => about === 'report').map(({ name }) => name).toSorted((a) => (a === 'reports.open' ? 1 : -1));
  const situations: { key: string; report: FileId; people: readonly string[] }[] = [];

  beforeAll(async () => {
    const { all: lives } = all;
    const some = ['jorunn', 'reidun', 'leif', 'stine'];
    situations.push({ key: 'named', report: await lives.report({ ...OWNED, sett: 'Jorunn Vatne, Reidun Solli, Leif Brekken og Stine Moen vet om det.' }), people: some });
    // Kari is the only coordinator of the test region.
    situations.push({ key: 'coordinators_named', report: await lives.report({ ...OWNED, annen: 'Kari Nordmo' }), people: PEOPLE_AND_ONE_TASK });
    situations.push({ key: 'all_named', report: await lives.report({ ...OWNED, sett: 'Kari Nordmo og Jorunn Vatne vet om det.' }), people: PEOPLE_AND_ONE_TASK });
    const taken = await lives.report(OWNED);
    await lives.opens('kari', [taken]);
    situations.push({ key: 'taken_in', report: taken, people: PEOPLE_AND_ONE_TASK });
    const answered = await lives.report(OWNED);
    for (const who of ['kari', 'jorunn']) await all.enter(useCase('reports.declare_impartiality'), who, { reportId: answered, connection: 'INGEN' });
    situations.push({ key: 'answered', report: answered, people: PEOPLE_AND_ONE_TASK });
    const few = ['kari', 'jorunn', 'even', 'reidun', 'leif', 'stine'];
    const kari = await lives.world.person('kari');
    const by = { ...kari, signedInAt: lives.world.clock.now };
    const settled = async (key: string, settle: (reportId: FileId) => Promise<Outcome<unknown>>, answers: Readonly<Record<string, string>> = OWNED) => {
      const reportId = await lives.report(answers);
      await all.enter(useCase('reports.declare_impartiality'), 'kari', { reportId, connection: 'INGEN' });
      expect(await settle(reportId), key).toMatchObject({ ok: true });
      situations.push({ key, report: reportId, people: few });
    };
    const { door } = all.house;
    const open = await lives.opened('kari', OWNED);
    await settled('joined', (reportId) => door.enter(joinReport, by, { caseId: open, reportId, connection: 'INGEN' }));
    await settled('divided', async (reportId) => {
      const begun = await door.enter(splitForm, by, { reportId });
      return begun.ok ? door.enter(splitReport, by, { reportId, formId: begun.value.formId, parts: begun.value.parts, people: [{ ...begun.value.first, story: 'Terje tar pensjonen.' }, { ...begun.value.other, name: 'Ragna Kvamme', story: 'Hun er redd.' }] }) : begun;
    }, { ...OWNED, flere: 'ja', flereantall: '2', flereom: 'Søsteren bor der også.' });
    await settled('sent_on', (reportId) => door.enter(sendOn, by, { reportId, transferId: randomUUID(), parts: 1, to: SORVIKA, place: '', spokeWith: '', basis: 'FVL_13B_5', scope: 'HELE', phonedWho: '', phonedWhen: '', grounds: 'Hun bor der.', text: '', files: [] }), { ...OWNED, kommune: '9911' });
    const read = await lives.report(OWNED);
    await readReport(lives.world, 'jorunn', read);
    situations.push({ key: 'read', report: read, people: few });
    const later = await lives.report(OWNED);
    expect((await all.enter(useCase('reports.raise_urgent'), 'jorunn', { reportId: later, danger: 'Han har kniv.', called: '112', calledBy: 'Naboen', calledWhen: 'kl. 02:12' })).outcome).toMatchObject({ ok: true });
    await all.enter(useCase('reports.declare_impartiality'), 'jorunn', { reportId: later, connection: 'SENERE' });
    situations.push({ key: 'later', report: later, people: few });
    // Reidun’s unit, «Helse», is a part of the name of that place, too.
    situations.push({ key: 'own_unit', report: await lives.report({ ...OWNED, jobber: 'ja', jobbhvor: 'Rus og psykisk helse, Lia' }), people: [...few.filter((who) => who !== 'reidun'), 'signe'] });
    situations.push({ key: 'colleague', report: await lives.report({ ...OWNED, annen: 'Even Strand' }), people: few });
    situations.push({ key: 'nobody_left', report: await lives.report({ ...OWNED, sett: 'Kari Nordmo og Reidun Solli vet om det.' }), people: few });
    const { draft, code } = await lives.from.send(OWNED);
    await openAll(lives.world);
    await lives.opens('kari', [draft]);
    await lives.from.send({ ...OWNED, sett: 'Han kom tilbake.' }, draft, code);
    await openAll(lives.world);
    // A coordinator who reads the addition takes it in, so Kari comes last.
    situations.push({ key: 'added_to', report: draft, people: [...PEOPLE_AND_ONE_TASK.filter((who) => who !== 'kari'), 'kari'] });
  });

  test('is kept from whoever is named in it, goes to the reserve where that is everybody, and leaves reception when a case has it', async () => {
    for (const { key, report, people } of situations) await compare(ABOUT_REPORTS, people, { ...all.ids.here, report }, key);
  }, 300_000);

  test('stands in the inbox of those alone who may open it', async () => {
    for (const { key, report, people } of situations.filter((one) => one.key !== 'added_to')) {
      for (const who of people) {
        const { outcome } = await all.enter(useCase('reports.inbox'), who, {});
        const found = outcome.ok ? outcome.value as Inbox : undefined; // the inbox answers an inbox
        const shows: Shows | undefined = found && ([...found.waiting, ...found.decided].some(({ file_id }) => file_id === report) ? 'with_it' : 'without_it');
        expect([key, who, shows]).toEqual([key, who, cell('reports.inbox', who, key).shows]);
      }
    }
  });
});

describe('a consultation', () => {
  const NURSE = { fare: 'nei', hvem: 'ansatt', sted: 'HJEMMETJENESTE', voksen: 'ja', spurt: 'IKKE_SPURT', grunn: 'ingen', kommune: '9903', alder: 'A80', hva: 'OKONOMISK', situasjon: 'DEMENS', barn: 'nei', sett: 'Dag etter dag mangler det penger.' };
  const ADVICE = { advice: 'Snakk alene.', card: '', minutes: '5', topics: [], outcome: 'RAD', notNames: [] };

  test('is seen by the same people before and after somebody has answered', async () => {
    const { all: lives } = all;
    const { draft } = await lives.from.send(NURSE);
    await openAll(lives.world);
    const consultation = (await all.superuser.query<{ id: string }>('select file_id as id from app.consultation where report_id = $1', [draft])).rows[0]?.id ?? expect.fail('none came');
    const about = TABLE.filter(({ name }) => /^consultations\.(open|answer|become_report)$/.test(name)).map(({ name }) => name);
    const inThis = (key: string) => compare(about, LIVING, { ...all.ids.here, consultation }, key);
    await inThis('asked');
    expect((await all.enter(useCase('consultations.answer'), 'kari', { consultationId: consultation, messageId: randomUUID(), parts: 1, ...ADVICE })).outcome).toMatchObject({ ok: true });
    await inThis('answered');
  });
});

describe('a case', () => {
  const situations: LivedCase[] = [];
  /** one step of each kind that the rule tells apart */
  const KEYS = Object.keys(STEPS) as CaseStep[]; // the keys of STEPS are exactly these
  const kindOf = (key: CaseStep) => JSON.stringify([WORKFLOW[key].who, WORKFLOW[key].beforeContent ?? false]);
  const ABOUT_CASES = ['cases.open', 'cases.take_emergency', 'cases.review_emergency', 'cases.duplicates', ...KEYS.filter((key, at) => KEYS.findIndex((other) => kindOf(other) === kindOf(key)) === at).map((key) => STEPS[key].name)];

  beforeAll(async () => {
    situations.push(...await livedCases(all));
  }, 60_000);

  async function inEach(check: (one: (typeof situations)[number]) => Promise<void>): Promise<void> {
    const { clock } = all.all.world;
    const before = clock.now;
    for (const one of situations) {
      clock.now = one.at;
      await check(one);
    }
    clock.now = before;
  }

  test('opens for those alone whom the matrix names, in each of its situations', async () => {
    await inEach(async ({ key, file, people }) => compare(ABOUT_CASES, people, { ...all.ids.here, case: file, caseReport: await all.reportOf(file) }, key));
  }, 300_000);

  test('stands in the list of those alone who may know of it, and with its alias where they may read it', async () => {
    await inEach(async ({ key, file, people }) => {
      for (const who of people) {
        const { outcome } = await all.enter(useCase('cases.list'), who, { show: key.startsWith('closed') ? 'closed' : 'open' });
        const found = outcome.ok ? outcome.value as CaseList : undefined; // the list answers a list
        const line = found?.rows.find(({ fileId }) => fileId === file);
        const shows: Shows | undefined = found && (line === undefined ? 'without_it' : line.alias === undefined ? 'with_it' : 'with_it_and_alias');
        expect([key, who, shows]).toEqual([key, who, cell('cases.list', who, key).shows]);
      }
    });
  });

  test('is named in no list, no search, no archive, no journal and no row of figures to whoever may not know of it, and nor is the report that it holds', async () => {
    const staff = LIVING.filter((who) => cell('staff.own_settings', who).verdict.allow);
    const region = TABLE.filter(({ about, name }) => about === 'region' && useCases.some((one) => one.name === name && one.kind === 'query')).map(({ name }) => name);
    expect(region.toSorted()).toEqual([...Object.keys(TELLS), ...TELLS_OF_NONE, ...BY_REFERENCE].toSorted());
    const { rows: marks } = await all.superuser.query<Mark>('select c.file_id, c.reference, c.owner_municipality_id, r.report_id, p.reference as report_reference from app.case_file c join app.case_report r using (region_id, file_id) join app.report p on p.region_id = r.region_id and p.file_id = r.report_id');
    const named = new Set<string>();
    const wrong: string[] = [];
    const { clock } = all.all.world;
    const [before, latest] = [clock.now, situations.findLast(({ key }) => key === 'open')?.at ?? clock.now];
    // whatever happened earlier stands as it did; the archive has what was closed the year before last
    const moments = [{ at: latest, of: situations.filter(({ at }) => at <= latest), asked: region }, ...situations.filter(({ at }) => at > latest).map((one) => ({ at: one.at, of: [one], asked: Object.keys(TELLS) })), { at: instant('2028-01-10T08:00:00.000Z'), of: situations.filter(({ key }) => key === 'closed_31'), asked: ['privacy.archive'] }];
    for (const { at, of, asked } of moments) {
      clock.now = at;
      for (const name of asked) {
        for (const who of staff) {
          const inputs = TELLS[name]?.asked(marks.filter((one) => of.some(({ file }) => file === one.file_id))) ?? [inputFor(name, all.ids.here, all.site)];
          const answers: Outcome<unknown>[] = [];
          for (const input of inputs) answers.push((await all.enter(useCase(name), who, input)).outcome);
          for (const { key, people, file } of of) {
            if (!people.includes(who) || !answers.some((one) => isNamed(name, marks.find(({ file_id: id }) => id === file), one))) continue;
            named.add(name);
            if (TELLS[name]?.may(who, key) !== true) wrong.push(`${name} names the case (${key}, ${at}) to ${who}`);
          }
        }
      }
    }
    clock.now = before;
    expect(wrong).toEqual([]);
    expect([...named].toSorted(), 'each of these is found to name a case to somebody: the look bites').toEqual(Object.keys(TELLS).toSorted());
  }, 300_000);
});

type Mark = { readonly file_id: string; readonly reference: string; readonly owner_municipality_id: string | null; readonly report_id: string; readonly report_reference: string };

/** What a search was for stands in its answer anyway. */
function isNamed(name: string, mark: Mark | undefined, outcome: Outcome<unknown>): boolean {
  if (!outcome.ok || mark === undefined) return false;
  const text = JSON.stringify(outcome.value, (_key, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : typeof value === 'object' && value !== null && 'data' in value && Array.isArray(value.data) ? Buffer.from(value.data).toString('utf8') : value));
  return [mark.file_id, mark.report_id, ...(name === 'cases.search' ? [] : [mark.reference, mark.report_reference])].some((one) => text.includes(one));
}

test('what lies in another region does not exist: nobody here reaches it, nobody there reaches us', async () => {
  const aboutOne = TABLE.filter(({ about }) => about !== 'region').map(({ name }) => name);
  const answers: string[] = [];
  for (const name of aboutOne) {
    for (const who of ['kari', 'jorunn', 'reidun', 'leif', 'ida']) answers.push(`${await entered(name, who, all.ids.elsewhere)} ${name} ${who}`);
    answers.push(`${await entered(name, 'anders', all.ids.here)} ${name} anders`, `${await entered(name, 'kari', nothing())} ${name} nothing`);
  }
  expect(answers.filter((answer) => !answer.startsWith('denied:unknown '))).toEqual([]);
}, 60_000);

test('the reserve whose role ended, and who is administrator now, gets nothing of what only the reserve may have', async () => {
  const { all: lives, superuser } = all;
  const { world: { house: { door }, person } } = lives;
  const [kari, { userId }] = [await person('kari'), await person('reidun')];
  const reportId = await lives.report({ ...OWNED, annen: 'Kari Nordmo' });
  const file = await lives.opened('reidun', { ...OWNED, annen: 'Kari Nordmo' });
  expect(typeof (await lives.sees('reidun', file))).toBe('object');
  const { rows } = await superuser.query<{ grant_id: string }>('select grant_id from app.role_grant where user_id = $1 and ended_at is null', [userId]);
  for (const { grant_id: grantId } of rows) expect(await door.enter(endRole, kari, { grantId })).toMatchObject({ ok: true });
  expect(await door.enter(proposeRole, kari, { userId, role: 'SYSTEMADMIN' })).toMatchObject({ ok: true, value: { confirmed: false } });
  const { rows: [proposed] } = await superuser.query<{ grant_id: string }>('select grant_id from app.role_grant where user_id = $1 and ended_at is null', [userId]);
  expect(await door.enter(confirmRole, await person('leif'), { grantId: proposed?.grant_id })).toMatchObject({ ok: true });
  const reidun = await person('reidun');
  const answers = [
    await door.enter(openReport, reidun, { reportId }), await door.enter(openCaseFromReports, reidun, { reportIds: [reportId], connection: 'INGEN' }), await door.enter(inbox, reidun, {}),
    await door.enter(openCase, reidun, { caseId: file }), await door.enter(caseList, reidun, {}),
  ];
  expect(answers.map((outcome) => (outcome.ok ? 'ok' : outcome.code))).toEqual(answers.map(() => 'not_found'));
});
