import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openCaseFromReports, STEPS } from '../../src/cases/public.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addDays, addMs, instant, MINUTE, osloDay, osloInstant, type Instant } from '../../src/kernel/time.ts';
import { explore, type Explored } from '../../src/statistics/queries/explore.ts';
import { figures } from '../../src/statistics/queries/figures.ts';
import { internalStatistics } from '../../src/statistics/queries/internal.ts';
import { DAUGHTER, openAll, sender, type Sender } from '../support/submissions.ts';
import { MONDAY, newWorld, type World } from '../support/world.ts';

let world: World;
let from: Sender;
let superuser: pg.Client;

beforeAll(async () => {
  world = await newWorld();
  from = await sender(world);
  superuser = new pg.Client({ connectionString: world.url('superuser') });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await from.close();
  await world.close();
});
beforeEach(async () => {
  world.clock.now = MONDAY;
  for (const table of ['case_fact', 'pace_fact', 'report_fact', 'consultation_fact', 'kept_out', 'standing_figures']) await superuser.query(`delete from stats.${table}`);
});

async function ok<I, F, R>(useCase: UseCase<I, F, R>, by: string, input: unknown): Promise<R> {
  const outcome = await world.house.door.enter(useCase, await world.person(by), input);
  if (!outcome.ok) throw new Error(`${useCase.name}: ${outcome.code} ${JSON.stringify(outcome.fields ?? {})}`);
  return outcome.value;
}

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

test('the month that runs is in no figure that others see, and is when it is over', async () => {
  for (let i = 0; i < 2; i += 1) await opened(await reported());
  expect(await ok(figures, 'stine', { year: 2026 })).toMatchObject({ received: { shown: 0 }, through: '2026-02' });
  world.clock.now = instant('2026-04-01T07:00:00.000Z');
  expect(await ok(figures, 'stine', { year: 2026 })).toMatchObject({ received: { hidden: '≤10' }, through: '2026-03' });
});
