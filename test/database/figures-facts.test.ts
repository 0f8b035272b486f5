import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mergeCases } from '../../src/cases/commands/merge.ts';
import { openCaseFromReports, STEPS } from '../../src/cases/public.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import { systemChance, type FileId } from '../../src/kernel/ids.ts';
import { addDays, addMs, HOUR, instant, MINUTE, osloDay, osloInstant, type Instant } from '../../src/kernel/time.ts';
import { addOutreach, removeOutreach } from '../../src/statistics/commands/outreach.ts';
import { idInFigures } from '../../src/statistics/fact-ids.ts';
import { disclosuresByBasis } from '../../src/statistics/queries/disclosures.ts';
import { publishedBlocks } from '../../src/statistics/published.ts';
import { outreach } from '../../src/statistics/queries/outreach.ts';
import { explore, type Explored } from '../../src/statistics/queries/explore.ts';
import { figures } from '../../src/statistics/queries/figures.ts';
import { internalStatistics } from '../../src/statistics/queries/internal.ts';
import { keep } from '../../src/statistics/store/facts.ts';
import { keepOverdue } from '../../src/statistics/store/overdue.ts';
import { entered } from '../support/door.ts';
import { DAUGHTER, openAll, sender, type Sender } from '../support/submissions.ts';
import { MONDAY, newWorld, NORDFJELLA, type World } from '../support/world.ts';

let world: World;
let from: Sender;
let superuser: pg.Client;

beforeAll(async () => {
  world = await newWorld();
  from = await sender(world);
  superuser = await world.superuser();
});
afterAll(async () => {
  await from.close();
  await world.close();
});
beforeEach(async () => {
  world.clock.now = MONDAY;
  for (const table of ['case_fact', 'pace_fact', 'report_fact', 'consultation_fact', 'kept_out', 'standing_figures', 'overdue_fact', 'disclosure_fact', 'standing_quarter', 'standing_month', 'standing_disclosures']) await superuser.query(`delete from stats.${table}`);
});

const ok = <I, F, R>(useCase: UseCase<I, F, R>, by: string, input: unknown): Promise<R> => entered(world, useCase, by, input);

async function reported(change: Readonly<Record<string, string>> = {}): Promise<FileId> {
  world.clock.now = addMs(world.clock.now, MINUTE);
  const { draft } = await from.send({ ...DAUGHTER, ...change });
  await openAll(world);
  return draft;
}

async function opened(report: FileId, by = 'kari'): Promise<FileId> {
  return (await ok(openCaseFromReports, by, { reportIds: [report], connection: 'INGEN' })).fileId;
}

const later = (days: number): Instant => osloInstant(addDays(osloDay(world.clock.now), days), 10, 0);
const all = async (table: string): Promise<Record<string, unknown>[]> => (await superuser.query<Record<string, unknown>>(`select * from stats.${table}`)).rows;
const explored = (by: string, input: object = {}): Promise<Explored> => ok(explore, by, { from: '2026-01', through: '2026-12', ...input });

describe('what figures know besides the case', () => {
  test('a report has a row from the moment it can be read, and what it became stands there when it is decided', async () => {
    const report = await reported({ kommune: '9902' });
    expect(await all('report_fact')).toMatchObject([{ received_month: '2026-03', owner_number: '9902', channel: 'NETTSKJEMA', reporter: 'FAMILIE', anonymous: false, became: null }]);
    await opened(report);
    expect(await all('report_fact')).toMatchObject([{ became: 'SAK' }]);
  });

  test('days stand apart from every code and under another number, so that nobody lays them beside one another', async () => {
    const report = await reported();
    world.clock.now = later(2);
    const caseId = await opened(report);
    world.clock.now = later(3);
    await ok(STEPS.decideMeasure, 'kari', { caseId, measure: 'OKONOMISIKRING', responsible: 'Banken', due: '2026-04-01' });
    const pace = await all('pace_fact');
    expect(pace.map(({ kind, seen_days, measure_days, closed_days }) => [kind, seen_days, measure_days, closed_days]).sort()).toEqual([['MELDING', 2, null, null], ['SAK', null, 5, null]]);
    const ids = [...await all('case_fact'), ...await all('report_fact')].map(({ fact_id: id }) => String(id));
    expect(pace.filter(({ fact_id: id }) => ids.includes(String(id)))).toEqual([]);
    expect(Object.keys(pace[0] ?? {}).sort()).toEqual(['classified_days', 'closed_days', 'fact_id', 'kind', 'measure_days', 'opened_month', 'owner_number', 'region_id', 'seen_days']);
  });

  test('krisesenterlova § 5 a: whoever keeps out is in no row and no sum, with all that was reported about them, also later', async () => {
    const [first, second] = [await reported(), await reported()];
    const caseId = await opened(first);
    await opened(second);
    await ok(STEPS.recordFiguresWish, 'kari', { caseId, figuresWish: 'RESERVERT' });
    expect([(await all('case_fact')).length, (await all('report_fact')).length, (await all('pace_fact')).length]).toEqual([1, 1, 2]);
    expect((await explored('kari')).crossing.counted).toBe(1);
    expect((await explored('kari', { subject: 'meldinger' })).crossing.counted).toBe(1);
    expect(await ok(internalStatistics, 'kari', {})).toMatchObject({ received: 1 });
    await from.send({ ...DAUGHTER, sett: 'Han kom igjen.' }, first);
    await openAll(world);
    expect(await all('report_fact')).toHaveLength(1);
    await ok(STEPS.recordFiguresWish, 'kari', { caseId, figuresWish: 'MED' });
    expect([(await all('case_fact')).length, (await all('report_fact')).length]).toEqual([2, 1]);
  });
});

describe('«Utforsk»', () => {
  test('counts no case, no report and no day of what the reader is left out of', async () => {
    const named = await reported({ annen: 'Kari Nordmo', tilknytning: 'ANSATT', kommune: '9902' });
    await opened(named, 'jorunn');
    await opened(await reported({ kommune: '9901' }), 'jorunn');
    for (const subject of ['saker', 'meldinger']) expect((await explored('kari', { subject })).crossing.counted, subject).toBe(1);
    expect((await explored('kari', { by: 'owner' })).crossing.rows).toEqual(['9901']);
    const leader = await explored('leif', { by: 'owner' });
    expect([leader.crossing.rows, leader.only?.name, leader.municipalities.find(({ number }) => number === '9901')?.name]).toEqual([['9901'], 'Fjordby', 'Fjordby']);
    // when its month is over it stands in what others are told: from then on Kari sees the public tables of that year, and nothing that could be subtracted from them
    expect((await explored('kari')).closed).toEqual([]);
    world.clock.now = osloInstant(addDays(osloDay(world.clock.now), 31), 10, 0);
    const after = await explored('kari', { subject: 'saker' });
    expect([after.closed, after.crossing.counted, after.pace, after.overdue, (await explored('kari', { subject: 'meldinger' })).crossing.counted]).toEqual([[2026], 0, { seen: null, classified: null, measure: null, closed: null }, [], 0]);
    expect(await ok(internalStatistics, 'kari', {})).toMatchObject({ closed: [2026], received: 0, rows: [], years: [] });
    expect((await explored('kari', { from: '2025-01', through: '2025-12' })).closed, 'another year is as it was').toEqual([]);
    expect((await explored('leif', { by: 'owner' })).closed, 'who sees another municipality’s cases only, and is left out of nothing there').toEqual([]);
    expect((await explored('leif')).crossing.counted).toBe(1);
  });

  test('and R2 are for each of the team over the cases that they may read: none before the question is answered, none of a colleague’s, and none when the grant has ended', async () => {
    const caseId = await opened(await reported({ kommune: '9901' }));
    await opened(await reported({ kommune: '9901' }));
    const seen = async (by: string) => [(await explored(by)).crossing.counted, (await ok(internalStatistics, by, {})).received, (await explored(by, { subject: 'meldinger' })).subject];
    expect(await seen('even')).toEqual([0, 0, 'saker']);
    const accessTo = (await world.person('even')).userId;
    await ok(STEPS.grantAccess, 'kari', { caseId, accessTo, accessReason: 'VURDERER', until: '2026-04-30' });
    expect(await seen('even'), 'is there anybody they are related to?').toEqual([0, 0, 'saker']);
    await ok(STEPS.declareImpartiality, 'even', { caseId, connection: 'INGEN' });
    expect(await seen('even')).toEqual([1, 1, 'saker']);
    expect(await ok(internalStatistics, 'even', {}), 'with the way to it').toMatchObject({ cases: [caseId], ownCases: true, rows: [{ no: 1 }] });
    expect((await explored('even')).pace, 'and no days of a single case').toEqual({ seen: null, classified: null, measure: null, closed: null });
    expect(await seen('signe')).toEqual([0, 0, 'saker']);
    const leif = await world.person('leif');
    expect((await ok(internalStatistics, 'leif', {})).cases).toEqual([undefined, undefined]);
    await ok(STEPS.grantAccess, 'kari', { caseId, accessTo: leif.userId, accessReason: 'VURDERER', until: '2026-04-30' });
    expect((await ok(internalStatistics, 'leif', {})).cases.filter((one) => one !== undefined), 'a leader who was let in finds the way, too').toEqual([caseId]);
    world.clock.now = later(70);
    expect(await seen('even')).toEqual([0, 0, 'saker']);
  });

  test('is taken out as a file after a sign-in of a moment ago; the page itself, and the tables for everybody, without', async () => {
    await opened(await reported());
    const kari = { ...await world.person('kari'), signedInAt: addMs(world.clock.now, -HOUR) };
    expect(await world.house.door.enter(explore, kari, { takeOut: true })).toMatchObject({ ok: false, code: 'sign_in_again' });
    expect(await world.house.door.enter(explore, kari, {})).toMatchObject({ ok: true, value: { fresh: false } });
    expect(await ok(explore, 'kari', { takeOut: true })).toMatchObject({ fresh: true });
    expect(await world.house.door.enter(internalStatistics, kari, {}), 'the page prints no row').toMatchObject({ ok: true, value: { fresh: false } });
  });

  test('tells no days of fewer than five: whoever chose one month would read those of one case', async () => {
    for (let n = 0; n < 4; n += 1) await opened(await reported({ kommune: '9901' }), 'jorunn');
    for (const by of ['kari', 'leif']) expect((await explored(by)).pace, by).toEqual({ seen: null, classified: null, measure: null, closed: null });
    await opened(await reported({ kommune: '9901' }), 'jorunn');
    for (const by of ['kari', 'leif']) expect((await explored(by)).pace, by).toEqual({ seen: 0, classified: null, measure: null, closed: null });
  });

  test('leads from a number to the rows behind it and on to the case, for whoever may open it; each row stands in the log', async () => {
    const caseId = await opened(await reported({ kommune: '9901' }));
    await opened(await reported({ kommune: '9902' }));
    const selection = { from: '2026-03', through: '2026-03', values: [{ dimension: 'owner', code: '9901' }] };
    expect(await ok(internalStatistics, 'kari', { selection })).toMatchObject({ received: 1, cases: [caseId] });
    expect(await ok(internalStatistics, 'leif', { selection })).toMatchObject({ received: 1, cases: [undefined] });
    const last = await superuser.query<{ files: string[] }>(`select files from kernel.audit_event where use_case = 'statistics.internal' order by xid desc limit 1`);
    expect(last.rows[0]?.files).toEqual([caseId]);
  });
});

test('which deadlines ran out is kept when they end, also where nobody did anything, for the cases one may see, and not of whoever keeps out (krisesenterlova § 5 a)', async () => {
  const [first, second] = [await opened(await reported({ kommune: '9901' })), await opened(await reported({ kommune: '9902' }))];
  world.clock.now = later(10);
  const of = async (by: string): Promise<unknown> => (await explored(by)).overdue;
  expect(await of('kari')).toEqual([{ clock: 'ASSESSED', cases: 2 }]);
  expect(await of('leif')).toEqual([{ clock: 'ASSESSED', cases: 1 }]);
  expect(await all('overdue_fact')).toEqual([]);
  const { userId: even } = await world.person('even');
  await ok(STEPS.grantAccess, 'kari', { caseId: first, accessTo: even, accessReason: 'VURDERER', until: '2026-04-15' });
  await ok(STEPS.declareImpartiality, 'even', { caseId: first, connection: 'INGEN' });
  await ok(STEPS.proposeTransfer, 'kari', { caseId: first, receiver: 'Nordbø kommune', basis: 'SAMTYKKE', consent: 'GITT_MUNTLIG', sent: 'Bekymringen', grounds: 'Hun bor der nå.', personInformed: 'JA', transferReason: 'UTENFOR_KOMMUNER' });
  await ok(STEPS.confirmTransfer, 'even', { caseId: first, proposal: 1 });
  expect((await all('overdue_fact')).map(({ clock, month }) => [clock, month])).toEqual([['ASSESSED', '2026-03']]);
  expect(await of('kari')).toEqual([{ clock: 'ASSESSED', cases: 2 }]);
  await ok(STEPS.recordFiguresWish, 'kari', { caseId: second, figuresWish: 'RESERVERT' });
  expect(await of('kari')).toEqual([{ clock: 'ASSESSED', cases: 1 }]);
  // Whether it arrived is asked of a closed case, and late while nobody has said so as much as afterwards.
  world.clock.now = later(20);
  const late = [{ clock: 'ASSESSED', cases: 1 }, { clock: 'TRANSFERRED', cases: 1 }];
  expect(await of('kari')).toEqual(expect.arrayContaining(late));
  await ok(STEPS.confirmReceipt, 'kari', { caseId: first, receivedBy: 'Postmottaket' });
  expect(await of('kari')).toEqual(expect.arrayContaining(late));
});

test('a case that became part of another tells of no deadline that ran out, before or with the merging: one person is late once (T16), and in nothing when they keep out later (krisesenterlova § 5 a)', async () => {
  const [ended, goesOn] = [await opened(await reported({ kommune: '9901' })), await opened(await reported({ kommune: '9901' }))];
  await world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => keepOverdue(ctx.tx, NORDFJELLA, idInFigures(ctx.keys.stats, 'late', ended), { clock: 'SEEN', month: '2026-03' }));
  world.clock.now = later(10);
  await ok(mergeCases, 'kari', { caseId: ended, otherId: goesOn, goesOn, keep: [], grounds: 'Samme person.' });
  expect(await all('overdue_fact')).toEqual([]);
  expect((await explored('kari')).overdue).toEqual([{ clock: 'ASSESSED', cases: 1 }]);
  await ok(STEPS.recordFiguresWish, 'kari', { caseId: goesOn, figuresWish: 'RESERVERT' });
  expect([await all('overdue_fact'), (await explored('kari')).overdue]).toEqual([[], []]);
});

test('of a case that became part of another the other one tells, whatever is written in it afterwards: its reports are counted until the person keeps out where the case goes on (krisesenterlova § 5 a)', async () => {
  const [ended, goesOn] = [await opened(await reported()), await opened(await reported())];
  await ok(mergeCases, 'kari', { caseId: ended, otherId: goesOn, goesOn, keep: [], grounds: 'Samme person.' });
  const kari = await world.person('kari');
  expect(await world.house.door.enter(STEPS.recordFiguresWish, kari, { caseId: ended, figuresWish: 'RESERVERT' })).toMatchObject({ ok: false, code: 'case_closed' });
  expect(await world.house.door.enter(STEPS.protectAddress, kari, { caseId: ended, addressLevel: 'STRENGT', addressSource: 'POLITI', addressSince: '2026-03-01', keeper: kari.userId })).toMatchObject({ ok: false, code: 'case_closed' });
  expect([(await all('report_fact')).length, (await all('pace_fact')).length, (await all('kept_out')).length]).toEqual([2, 3, 0]);
  await ok(STEPS.recordFiguresWish, 'kari', { caseId: goesOn, figuresWish: 'RESERVERT' });
  expect([(await all('report_fact')).length, (await all('pace_fact')).length, (await all('kept_out')).length]).toEqual([0, 0, 2]);
});

test('what left the cases is told by basis for whole years that are over, each counted once: periods that overlap and later corrections cannot be subtracted (R10)', async () => {
  const left = (told: readonly string[]) => world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => keep(ctx.tx, NORDFJELLA, { table: 'stats.disclosure_fact', id: systemChance.bytes(32), fact: { told } }));
  const asked = (from: string, through: string, counts: boolean) => world.house.door.unaudited(NORDFJELLA, 'test', (ctx) => disclosuresByBasis(ctx, { from, through }, counts));
  await left([...Array<string>(6).fill('2024-05 SAMTYKKE'), '2024-11 FVL_13B_3']);
  await left(['2026-01 SAMTYKKE']);
  expect(await asked('2024-01', '2024-12', false), 'a draft counts nothing').toEqual({ told: [], waits: [2024], more: false });
  const told = [{ year: 2024, of: [{ basis: 'SAMTYKKE', cell: { shown: 6 } }, { basis: 'FVL_13B_3', cell: { hidden: '<5' } }] }];
  expect(await asked('2024-01', '2024-12', true)).toEqual({ told, waits: [], more: false });
  await left(['2024-05 SAMTYKKE']);
  expect(await asked('2024-01', '2024-12', true), 'a version that corrects').toEqual({ told, waits: [], more: false });
  expect(await asked('2023-12', '2025-11', true), 'a period that overlaps').toEqual({ told, waits: [], more: true });
  expect(await asked('2024-02', '2024-12', true), 'a period one month shorter').toEqual({ told: [], waits: [], more: true });
  expect(await asked('2026-01', '2026-12', true), 'a year that runs').toEqual({ told: [], waits: [], more: true });
});

test('reports of a quarter are counted once, when it is over, and stand; before and after are of the whole region (R1)', async () => {
  for (let n = 0; n < 5; n += 1) await reported();
  await ok(addOutreach, 'leif', { newId: '10000000-0000-4000-8000-000000000001', on: '2026-03-01', kind: 'SKOLE', reached: '40' });
  world.clock.now = instant('2026-04-02T07:00:00.000Z');
  await reported();
  await superuser.query('begin');
  await superuser.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`standing figures ${NORDFJELLA}`]);
  let quarters: readonly unknown[] | undefined;
  const first = ok(outreach, 'stine', {}).then((page) => { quarters = page.quarters; });
  const waitsForWhoeverCounts = async () => (await superuser.query("select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")).rowCount !== 0;
  await expect.poll(async () => quarters !== undefined || await waitsForWhoeverCounts(), { timeout: 20_000 }).toBe(true);
  expect(quarters, 'a region’s first year: nothing to count, nobody to wait for').toEqual([]);
  await superuser.query('rollback');
  await first;
  await superuser.query(`insert into stats.report_fact (region_id, fact_id, received_month, owner_number, channel, reporter, anonymous, became) select region_id, '\\x01', '2025-12', owner_number, channel, reporter, anonymous, became from stats.report_fact limit 1`);
  expect((await ok(outreach, 'stine', {})).quarters).toEqual([{ first: '2026-01', reports: { shown: 5 } }]);
  world.clock.now = instant('2026-07-02T07:00:00.000Z');
  await superuser.query('delete from stats.report_fact where fact_id in (select fact_id from stats.report_fact where received_month = $1 limit 1)', ['2026-03']);
  const seen = await ok(outreach, 'stine', {});
  expect([seen.quarters, seen.lines.map(({ kind, reached }) => [kind, reached]), seen.mayWrite]).toEqual([[{ first: '2026-01', reports: { shown: 5 } }, { first: '2026-04', reports: { hidden: '<5' } }], [['SKOLE', 40]], false]);
  for (const [input, field] of [[{ on: '2027-01-01' }, 'on'], [{ kind: 'X' }, 'kind'], [{ reached: 'mange' }, 'reached'], [{}, 'theme'], [{ kind: 'RUTINE', name: 'Ring 55 55 01 23' }, 'name']] as const) {
    const outcome = await world.house.door.enter(addOutreach, await world.person('kari'), { newId: '10000000-0000-4000-8000-000000000002', on: '2026-03-01', kind: 'KURS', reached: '', ...input });
    expect(outcome).toMatchObject({ ok: false, code: 'bad_input', fields: { [field]: expect.any(String) } });
  }
  await ok(removeOutreach, 'leif', { outreachId: '10000000-0000-4000-8000-000000000001' });
  expect((await ok(outreach, 'stine', {})).lines).toEqual([]);
});

test('what was shown of a month stands: whoever keeps out later (krisesenterlova § 5 a), or comes back, makes no total fall or rise by one', async () => {
  const cases: FileId[] = [];
  for (let n = 0; n < 11; n += 1) cases.push(await opened(await reported()));
  world.clock.now = instant('2026-04-01T07:00:00.000Z');
  expect(await ok(figures, 'stine', { year: 2026 })).toMatchObject({ received: { shown: 11 } });
  await ok(STEPS.recordFiguresWish, 'kari', { caseId: cases[0], figuresWish: 'RESERVERT' });
  expect(await ok(figures, 'stine', { year: 2026 })).toMatchObject({ received: { shown: 11 }, years: [2026] });
  await opened(await reported());
  world.clock.now = instant('2026-05-02T07:00:00.000Z');
  expect(await ok(figures, 'stine', { year: 2026 })).toMatchObject({ received: { shown: 12 }, through: '2026-04' });
  await ok(STEPS.recordFiguresWish, 'kari', { caseId: cases[1], figuresWish: 'RESERVERT' });
  world.clock.now = instant('2027-02-01T07:00:00.000Z');
  expect(await ok(figures, 'stine', { year: 2026 }), 'the tables beside the number that was told before them').toMatchObject({ breakdown: { counted: 12, received: { shown: 12 } } });
});

test('the month that runs is in no figure that others see, and is when it is over', async () => {
  for (let i = 0; i < 2; i += 1) await opened(await reported());
  expect(await ok(figures, 'stine', { year: 2026 })).toMatchObject({ received: { shown: 0 }, through: '2026-02' });
  world.clock.now = instant('2026-04-01T07:00:00.000Z');
  expect(await ok(figures, 'stine', { year: 2026 })).toMatchObject({ received: { hidden: '≤10' }, through: '2026-03' });
});

test('krl. § 5: tables that stood when a shelter was still a row of its own are made right out of what they showed, and tell no number that was hidden', async () => {
  const [less, shown, kept] = [{ hidden: '<5' }, (n: number) => ({ shown: n }), { hidden: 'for å verne personer' }];
  const block = (key: string, rows: readonly string[], cells: readonly (readonly object[])[], rowTotals: readonly object[]) => ({ key, rows, columns: ['9901', ''], cells, rowTotals, columnTotals: [kept, kept], total: shown(30) });
  const figuresThen = [
    block('status', ['APEN', 'AVSLUTTET'], [[kept, kept], [kept, kept]], [less, kept]),
    block('reporter', ['ANNEN_OFFENTLIG', 'KRISESENTER', 'NAV'], [[shown(7), shown(5)], [shown(0), less], [kept, kept]], [shown(12), less, kept]),
    block('service', ['NAV', 'KRISESENTER', 'POLITI'], [[shown(9), less], [shown(6), less], [shown(0), shown(0)]], [shown(12), shown(8), shown(0)]),
    block('measure', ['SAMTALE', 'KRISESENTER_BO', 'KRISESENTER_DAG', 'MIDLERTIDIG_BOLIG'], [[shown(5), shown(0)], [shown(6), less], [shown(0), shown(0)], [shown(0), less]], [shown(5), shown(7), shown(0), less]),
  ];
  await superuser.query(`insert into stats.standing_figures (region_id, year, from_year, counted, counted_at, definitions, figures, movement) values ($1, 2024, 2024, 30, $2, '2', $3, '{"start":{"shown":0},"end":{"shown":6}}')`, [NORDFJELLA, MONDAY, JSON.stringify(figuresThen)]);
  const made = async (file: string): Promise<void> => {
    const migration = readFileSync(join(import.meta.dirname, '../../db/migrations', file), 'utf8');
    await superuser.query(migration.slice(migration.lastIndexOf('do $$')));
  };
  await made('0056_figures_that_agree.sql');
  await made('0067_out_of_every_figure.sql');
  const [row] = await all('standing_figures');
  expect(publishedBlocks.parse(row?.['figures'])).toEqual([
    figuresThen[0], block('reporter', ['ANNEN_OFFENTLIG', 'NAV'], [[shown(7), kept], [kept, kept]], [kept, kept]),
    block('service', ['NAV', 'POLITI'], [[shown(9), less], [shown(0), shown(0)]], [shown(12), shown(0)]),
    block('measure', ['SAMTALE', 'MIDLERTIDIG_BOLIG'], [[shown(5), shown(0)], [shown(6), kept]], [shown(5), kept]),
  ]);
  expect(row?.['movement'], 'fewer than five of the year’s own were open').toEqual({ start: kept, end: kept });
});
