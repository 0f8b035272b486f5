import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openCaseFromReports, STEPS } from '../../src/cases/public.ts';
import type { Person } from '../../src/kernel/actor.ts';
import type { UseCase } from '../../src/kernel/door.ts';
import { systemChance, type FileId, type RegionId } from '../../src/kernel/ids.ts';
import { factId } from '../../src/kernel/sealing/mac.ts';
import { addMs, instant, MINUTE } from '../../src/kernel/time.ts';
import { mergeMunicipality } from '../../src/regions/commands/members.ts';
import type { CaseFact } from '../../src/statistics/fact.ts';
import { figures, type Figures } from '../../src/statistics/queries/figures.ts';
import { internalStatistics } from '../../src/statistics/queries/internal.ts';
import { saveFact } from '../../src/statistics/store.ts';
import { fact } from '../statistics/facts.ts';
import { entered } from '../support/door.ts';
import { STAFF } from '../support/people.ts';
import { DAUGHTER, openAll, sender, type Sender } from '../support/submissions.ts';
import { MONDAY, newWorld, NORDFJELLA, SORVIKA, type World } from '../support/world.ts';

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
  await superuser.query('delete from stats.case_fact');
  await superuser.query('delete from stats.standing_figures');
  await superuser.query('delete from stats.standing_month');
});

const ok = <I, F, R>(useCase: UseCase<I, F, R>, by: Person, input: unknown): Promise<R> => entered(world, useCase, by, input);

/** A report that arrived and that `opener` made a case of. */
async function caseOf(opener: string, change: Readonly<Record<string, string>> = {}): Promise<FileId> {
  world.clock.now = addMs(world.clock.now, MINUTE);
  const { draft } = await from.send({ ...DAUGHTER, ...change });
  await openAll(world);
  return (await ok(openCaseFromReports, await world.person(opener), { reportIds: [draft], connection: 'INGEN' })).fileId;
}

/** Cases of figures alone, without a file behind them. */
async function counted(n: number, change: Partial<CaseFact> = {}, region: RegionId = NORDFJELLA): Promise<void> {
  await world.house.door.unaudited(region, 'test', async (ctx) => {
    for (let i = 0; i < n; i += 1) await saveFact(ctx.tx, region, systemChance.bytes(32), fact({ openedMonth: '2025-01', ...change }));
  });
}

async function rows(): Promise<Record<string, unknown>[]> {
  return (await superuser.query<Record<string, unknown>>('select to_jsonb(f) - $1::text[] as row, encode(fact_id, $2) as id from stats.case_fact f', [['fact_id'], 'hex'])).rows.map(({ row, id }) => ({ ...(row as object), id })); // to_jsonb gives an object
}

const read = async (subject: string, input: object = {}): Promise<Figures> => ok(figures, await world.person(subject), input);

describe('the row that figures have of a case', () => {
  test('tells nothing that could lead to it: codes, months and a number; an id that only the key can make again', async () => {
    const caseId = await caseOf('kari', { kjonn: 'KVINNE', aar: '1938' });
    const keyed = await world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => factId(ctx.keys.stats, caseId).toString('hex'));
    expect(await rows()).toEqual([{
      region_id: NORDFJELLA, id: keyed, opened_month: '2026-03', owner_number: '9903', age_band: 'A80', gender: 'KVINNE', case_type: null, reporter: 'FAMILIE', anonymous: false, channel: 'NETTSKJEMA',
      vulnerability: ['UKJENT'], violence: ['OKONOMISK'], relation: ['UKJENT'], services: ['UKJENT'], measures: [], closing_reasons: [], status_group: 'APEN', closed_month: null, wish: null,
    }]);
    expect(JSON.stringify(await rows())).not.toContain(caseId);
  });

  test('follows the case in the same transaction, and stays as it was where a step is refused', async () => {
    const caseId = await caseOf('kari');
    const kari = await world.person('kari');
    await ok(STEPS.decideMeasure, kari, { caseId, measure: 'OKONOMISIKRING', responsible: 'Banken', due: '2026-04-01' });
    expect(await rows()).toMatchObject([{ measures: ['OKONOMISIKRING'], status_group: 'APEN' }]);
    const again = await world.house.door.enter(STEPS.confirmClassification, kari, { caseId, proposal: 1 });
    expect(again.ok).toBe(false);
    const even = await world.person('even');
    await ok(STEPS.grantAccess, kari, { caseId, accessTo: even.userId, accessReason: 'VURDERER', until: '2026-04-01' });
    await ok(STEPS.declareImpartiality, even, { caseId, connection: 'INGEN' });
    await ok(STEPS.proposeTransfer, kari, { caseId, receiver: 'Nordbø kommune', basis: 'SAMTYKKE', consent: 'GITT_MUNTLIG', sent: 'Bekymringen', grounds: 'Hun bor der nå.', personInformed: 'JA', transferReason: 'UTENFOR_KOMMUNER' });
    expect(await rows()).toMatchObject([{ status_group: 'APEN' }]);
    await ok(STEPS.confirmTransfer, even, { caseId, proposal: 1 });
    expect(await rows()).toMatchObject([{ measures: ['OKONOMISIKRING'], status_group: 'IKKE_SAK', case_type: 'IKKE_VURDERT', closed_month: '2026-03', closing_reasons: ['UTENFOR_KOMMUNER'] }]);
  });
});

describe('who reaches the rows', () => {
  async function as<T>(role: 'statistics' | 'worker' | 'public' | 'house', work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: world.url(role) });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
  const number = async (client: pg.Client): Promise<number> => Number((await client.query<{ n: string }>('select count(*) as n from stats.case_fact')).rows[0]?.n);

  test('the statistics login reads one region at a time, changes nothing and sees no other schema', async () => {
    await counted(3);
    await counted(2, {}, SORVIKA);
    await as('statistics', async (client) => {
      expect(await number(client)).toBe(0);
      await client.query(`select set_config('app.region', $1, false)`, [NORDFJELLA]);
      expect(await number(client)).toBe(3);
      for (const statement of ['delete from stats.case_fact', `update stats.case_fact set gender = 'MANN'`, 'delete from stats.standing_figures', 'select file_id from kernel.file', 'select user_id from app.staff_member']) {
        await expect(client.query(statement), statement).rejects.toMatchObject({ code: '42501' });
      }
    });
    await as('public', async (client) => await expect(number(client)).rejects.toMatchObject({ code: '42501' }));
    // a case that became part of another has no row of its own any more (T16); no region, no row
    await as('house', async (client) => {
      expect((await client.query('delete from stats.case_fact')).rowCount).toBe(0);
      await expect(client.query('delete from stats.standing_figures')).rejects.toMatchObject({ code: '42501' });
    });
  });

  test('one region’s readers never see another’s', async () => {
    await counted(40);
    expect(await read('anders')).toMatchObject({ received: { shown: 0 }, breakdown: undefined });
    expect(await ok(internalStatistics, await world.person('anders'), {})).toMatchObject({ rows: [], received: 0 });
  });

  test('a role that has no use for figures gets the answer of a page that does not exist', async () => {
    const may: Record<string, string[]> = { figures: [], internal: [] };
    for (const { subject } of STAFF) {
      const person = await world.person(subject);
      if ((await world.house.door.enter(figures, person, {})).ok) may['figures']?.push(subject);
      const internal = await world.house.door.enter(internalStatistics, person, {});
      if (internal.ok) may['internal']?.push(subject);
      else expect(internal.code).toBe('not_found');
    }
    expect(may).toEqual({ figures: ['kari', 'even', 'signe', 'leif', 'reidun', 'stine', 'per'], internal: ['kari', 'even', 'signe', 'leif', 'reidun'] });
  });
});

describe('the list case by case', () => {
  test('leaves out the case in which the reader is named: it is neither shown, counted nor numbered', async () => {
    await caseOf('jorunn', { navn: 'Solveig Berg', situasjon: 'DEMENS' });
    await caseOf('jorunn', { navn: 'Ragnhild Dahl', annen: 'Kari Nordmo', tilknytning: 'ANSATT' });
    await caseOf('jorunn', { navn: 'Gunvor Lie', situasjon: 'RUS' });
    const list = await ok(internalStatistics, await world.person('kari'), {});
    expect(list.rows.map((row) => [row.no, row.vulnerability[0], row.relation[0]])).toEqual([[1, 'DEMENS', 'UKJENT'], [2, 'RUS', 'UKJENT']]);
    expect(list).toMatchObject({ received: 2, own: 2 });
    expect(await rows()).toHaveLength(3);
  });

  test('shows a row whose month is not that of its file, and a choice finds no contact with a shelter that the reader may not know of', async () => {
    const file = await caseOf('kari', { kommune: '9901' });
    await caseOf('kari', { kommune: '9901', situasjon: 'RUS' });
    await superuser.query(`update stats.case_fact set opened_month = '2024-05', reporter = 'KRISESENTER' where vulnerability = '{RUS}'`);
    const list = await ok(internalStatistics, await world.person('kari'), {});
    expect(list.rows.map((row) => [row.year, row.no])).toEqual([[2024, 1], [2026, 1]]);
    expect(list.cases[1]).toBe(file);
    const asked = { from: '2020-01', through: '2026-12', values: [{ dimension: 'reporter', code: 'KRISESENTER' }] };
    const found = async (subject: string) => (await ok(internalStatistics, await world.person(subject), { selection: asked })).received;
    expect([await found('kari'), await found('leif')]).toEqual([1, 0]);
  });

  test('shows a leader of one municipality the cases that it owns', async () => {
    await caseOf('kari', { kommune: '9901' });
    await caseOf('kari', { kommune: '9902' });
    const list = await ok(internalStatistics, await world.person('leif'), {});
    expect(list).toMatchObject({ received: 1, only: { number: '9901', name: 'Fjordby' } });
  });

  test('writes into the log whose codes were shown, so that «Hvem har sett på saken?» is whole', async () => {
    const [one, other] = [await caseOf('kari'), await caseOf('kari')];
    await ok(internalStatistics, await world.person('kari'), {});
    const last = await superuser.query<{ files: string[] }>(`select files from kernel.audit_event where use_case = 'statistics.internal' order by xid desc limit 1`);
    expect(last.rows[0]?.files.sort()).toEqual([one, other].sort());
  });
});

describe('a year’s figures', () => {
  test('that a reader has seen stand whatever is corrected later, and no reader is told that anything was', async () => {
    await counted(22);
    const first = await read('stine');
    expect(first).toMatchObject({ year: 2025, received: { shown: 22 }, breakdown: { counted: 22, countedAt: MONDAY } });
    world.clock.now = instant('2026-03-09T07:00:00.000Z');
    await counted(40, { caseType: 'BOR' });
    const second = await read('per');
    expect(second.breakdown).toEqual(first.breakdown);
    expect(second).toMatchObject({ received: { shown: 22 } });
  });

  test('of which enough were told while it ran are broken down when it is over, also where one has left since: «≤10» after eleven would tell that somebody keeps out (krisesenterlova § 5 a)', async () => {
    await counted(11, { openedMonth: '2026-01' });
    world.clock.now = instant('2027-01-15T07:00:00.000Z');
    expect(await read('stine', { year: 2026 })).toMatchObject({ received: { shown: 11 }, waitsForYearEnd: true });
    await superuser.query('delete from stats.case_fact where fact_id in (select fact_id from stats.case_fact limit 1)');
    world.clock.now = instant('2027-02-01T07:00:00.000Z');
    expect(await read('stine', { year: 2026 })).toMatchObject({ received: { shown: 11 }, breakdown: { counted: 11 }, waitsForYearEnd: false });
  });

  test('are not broken down while the year runs, and are afterwards', async () => {
    await counted(15, { openedMonth: '2026-01' });
    expect(await read('stine')).toMatchObject({ received: { shown: 15 }, breakdown: undefined, waitsForYearEnd: true });
    world.clock.now = instant('2027-02-01T07:00:00.000Z');
    expect(await read('stine')).toMatchObject({ year: 2026, waitsForYearEnd: false, breakdown: { counted: 15 } });
  });

  test('open on the newest year that has something to read', async () => {
    await counted(3, { openedMonth: '2026-01' });
    await counted(14, { openedMonth: '2025-06' });
    expect(await read('stine')).toMatchObject({ year: 2025, years: [2026, 2025] });
    expect(await read('stine', { year: 2026 })).toMatchObject({ year: 2026, received: { hidden: '≤10' }, breakdown: undefined, waitsForYearEnd: false });
  });

  test('are counted once, however many readers come at the same moment', async () => {
    await counted(40);
    const people = await Promise.all(['stine', 'per', 'leif', 'even'].map((subject) => world.person(subject)));
    const seen = await Promise.all(people.map((person) => ok(figures, person, {})));
    expect(new Set(seen.map((one) => JSON.stringify(one.breakdown))).size).toBe(1);
  });

  test('of a municipality are a part of the region’s, and those of one that is no member do not exist', async () => {
    await counted(30);
    await counted(20, { owner: '9902', caseType: 'BOR' });
    expect(await read('stine', { municipality: '9902' })).toMatchObject({ municipality: { name: 'Havnes' }, breakdown: { received: { shown: 20 }, own: { shown: 20 } } });
    expect(await world.house.door.enter(figures, await world.person('stine'), { municipality: '9911' })).toEqual({ ok: false, code: 'not_found' });
  });

  test('of one that became part of another are counted there', async () => {
    await counted(20, { owner: '9904' });
    await counted(20, { owner: '9903' });
    const ids = (await superuser.query<{ number: string; id: string }>(`select number, municipality_id as id from app.municipality where number in ('9903', '9904')`)).rows;
    const idOf = (number: string) => ids.find((row) => row.number === number)?.id;
    await ok(mergeMunicipality, await world.person('leif'), { ends: idOf('9904'), into: idOf('9903'), from: '2026-01-01' });
    const shown = await read('stine', { municipality: '9903' });
    expect(shown).toMatchObject({ breakdown: { received: { shown: 40 } } });
    expect(shown.municipalities.map(({ number }) => number)).toEqual(['9901', '9902', '9903']);
  });
});
