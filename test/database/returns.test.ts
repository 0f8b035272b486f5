import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { UseCase } from '../../src/kernel/door.ts';
import { systemChance } from '../../src/kernel/ids.ts';
import { instant } from '../../src/kernel/time.ts';
import { confirmDecision, endDecision, proposeDecision } from '../../src/returns/commands/decisions.ts';
import { lockReturn, prepareReturn, recordSending, withdrawReturn } from '../../src/returns/commands/returns.ts';
import { openReturn, returnFile, returnList } from '../../src/returns/queries/returns.ts';
import type { CaseFact } from '../../src/statistics/fact.ts';
import { saveFact } from '../../src/statistics/store.ts';
import { fact } from '../statistics/facts.ts';
import { MONDAY, newWorld, NORDFJELLA, type World } from '../support/world.ts';

let world: World;
let superuser: pg.Client;

beforeAll(async () => {
  world = await newWorld();
  superuser = new pg.Client({ connectionString: world.url('superuser') });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await world.close();
});
beforeEach(async () => {
  world.clock.now = MONDAY;
  await superuser.query('alter table app.return_sending disable trigger user');
  for (const table of ['app.return_sending', 'app.return_decision', 'app.return_version', 'stats.case_fact']) await superuser.query(`delete from ${table}`);
  await superuser.query('alter table app.return_sending enable trigger user');
});

async function enter<I, F, R>(subject: string, useCase: UseCase<I, F, R>, input: unknown) {
  return world.house.door.enter(useCase, await world.person(subject), input);
}

async function ok<I, F, R>(subject: string, useCase: UseCase<I, F, R>, input: unknown): Promise<R> {
  const outcome = await enter(subject, useCase, input);
  if (!outcome.ok) throw new Error(`${useCase.name}: ${outcome.code} ${JSON.stringify(outcome.fields ?? {})}`);
  return outcome.value;
}

async function counted(n: number, change: Partial<CaseFact> = {}): Promise<void> {
  await world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
    for (let i = 0; i < n; i += 1) await saveFact(ctx.tx, NORDFJELLA, systemChance.bytes(32), fact({ openedMonth: '2025-04', ...change }));
  });
}

const asked = (more: object = {}) => ({ returnId: randomUUID(), schema: 'R3', period: '2025', form: 'TABELLER', ...more });

async function locked(more: object = {}): Promise<string> {
  const { returnId } = await ok('kari', prepareReturn, asked(more));
  await ok('leif', lockReturn, { returnId });
  return returnId;
}

test('one prepares, another locks, and the bytes stay as they were whatever happens to the cases: the checksum on the page is the file’s', async () => {
  await counted(40);
  const { returnId } = await ok('kari', prepareReturn, asked());
  expect(await enter('kari', lockReturn, { returnId })).toMatchObject({ ok: false, code: 'another_person_locks' });
  await ok('leif', lockReturn, { returnId });
  await counted(30, { gender: 'MANN' });
  const page = await ok('stine', openReturn, { returnId });
  expect(page.faults).toEqual([]);
  for (const { key, sum } of page.files) {
    const { bytes } = await ok('per', returnFile, { returnId, file: key });
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum);
  }
  expect((await ok('kari', returnFile, { returnId, file: 'csv' })).bytes.toString('utf8')).toContain('MELDER;HJEMMETJENESTE;;40;2026-03-02');
  expect(await enter('leif', withdrawReturn, { returnId })).toMatchObject({ ok: false, code: 'already_locked' });
  await ok('kari', recordSending, { returnId, sendingId: randomUUID(), receiver: 'BUFDIR', sentOn: '2026-03-02' });
  await ok('kari', recordSending, { returnId, sendingId: randomUUID(), receiver: 'BUFDIR', sentOn: '2026-03-02' });
  expect((await ok('stine', returnList, {})).lines).toMatchObject([{ returnId, status: 'LOCKED', sent: [{ receiver: 'BUFDIR', on: '2026-03-02' }] }]);
});

test('what is not locked, and rows at any time, are for coordinator and leader alone; the team and reception have none of it', async () => {
  await counted(40);
  const { returnId } = await ok('kari', prepareReturn, asked());
  for (const subject of ['stine', 'per', 'even', 'jorunn']) {
    expect(await enter(subject, openReturn, { returnId }), subject).toEqual({ ok: false, code: 'not_found' });
    expect(await enter(subject, returnFile, { returnId, file: 'csv' }), subject).toEqual({ ok: false, code: 'not_found' });
  }
  expect((await ok('stine', returnList, {})).lines).toEqual([]);
  for (const subject of ['even', 'jorunn', 'ida']) expect(await enter(subject, returnList, {}), subject).toEqual({ ok: false, code: 'not_found' });
  expect(await enter('leif', prepareReturn, asked({ period: '2024' }))).toEqual({ ok: false, code: 'not_found' });
});

test('the same cases leave once: not the year and its half, not by another return’s codes, not before the period is over', async () => {
  await counted(40);
  await locked();
  for (const [more, code] of [[{ period: '2025-1' }, 'period_overlaps'], [{ period: '2025-2' }, 'period_overlaps'], [{ schema: 'SAC' }, 'period_overlaps'], [{ period: '2026-1' }, 'period_not_over'], [{}, 'too_few_changed']] as const) {
    expect(await enter('kari', prepareReturn, asked(more)), JSON.stringify(more)).toMatchObject({ ok: false, code });
  }
  expect(await enter('kari', prepareReturn, asked({ schema: 'X', form: 'Y', period: 'Z' }))).toMatchObject({ code: 'bad_input', fields: { schema: 'not_offered', form: 'not_offered', period: 'not_offered' } });
});

test('a correction is a new version: the old one stands, tables with few changes stand as they left, and the page says how many numbers changed', async () => {
  await counted(40);
  const first = await locked();
  await counted(10);
  expect(await enter('kari', prepareReturn, asked())).toMatchObject({ code: 'too_few_changed' });
  await counted(20, { violence: ['PSYKISK'] });
  const { returnId } = await ok('kari', prepareReturn, asked());
  expect(await enter('kari', prepareReturn, asked())).toMatchObject({ code: 'already_prepared' });
  const page = await ok('leif', openReturn, { returnId });
  expect([page.line.version, page.changed?.get('VOLDSTYPE'), page.changed?.get('UTFALL')]).toEqual([2, 3, 0]);
  expect((await ok('stine', returnFile, { returnId: first, file: 'csv' })).bytes.toString('utf8')).toContain('VOLDSTYPE;I_ALT;;40');
});

test('the same form sent twice is one return, and two who prepare at once make one', async () => {
  await counted(40);
  const form = asked();
  await ok('kari', prepareReturn, form);
  await ok('kari', prepareReturn, form);
  await ok('kari', withdrawReturn, { returnId: form.returnId });
  const outcomes = await Promise.all([enter('kari', prepareReturn, asked()), enter('kari', prepareReturn, asked())]);
  expect(outcomes.filter(({ ok: fine }) => fine)).toHaveLength(1);
  expect((await ok('leif', returnList, {})).lines.map(({ status }) => status).toSorted()).toEqual(['PREPARED', 'WITHDRAWN']);
});

test('GDPR art. 89: rows leave only while coordinator and leader let them, research with number and last day, and stop by themselves', async () => {
  await counted(40);
  expect(await enter('kari', prepareReturn, asked({ form: 'RADER' }))).toMatchObject({ code: 'no_decision_in_force' });
  const decisionId = randomUUID();
  const said = { decisionId, kind: 'FORSKNING', receiver: 'FORSKNING', purpose: 'Forløp over tid', approval: '', endsOn: '' };
  expect(await enter('kari', proposeDecision, said)).toMatchObject({ fields: { approval: 'missing', endsOn: 'missing' } });
  await ok('kari', proposeDecision, { ...said, approval: '2026/114', endsOn: '2026-03-31' });
  expect(await enter('kari', confirmDecision, { decisionId })).toEqual({ ok: false, code: 'not_found' });
  expect(await enter('kari', prepareReturn, asked({ form: 'RADER' }))).toMatchObject({ code: 'no_decision_in_force' });
  await ok('leif', confirmDecision, { decisionId });
  const returnId = await locked({ form: 'RADER' });
  expect((await ok('leif', returnFile, { returnId, file: 'csv' })).bytes.toString('utf8').split('\r\n').filter((line) => line.startsWith('2025;'))).toHaveLength(40);
  expect(await enter('stine', openReturn, { returnId })).toEqual({ ok: false, code: 'not_found' });
  expect(await enter('kari', recordSending, { returnId, sendingId: randomUUID(), receiver: 'BUFDIR', sentOn: '2026-03-02' })).toMatchObject({ code: 'no_decision_in_force' });
  world.clock.now = instant('2026-03-31T20:00:00.000Z');
  await ok('leif', returnFile, { returnId, file: 'json' });
  world.clock.now = instant('2026-03-31T23:00:00.000Z');
  expect(await enter('leif', returnFile, { returnId, file: 'json' })).toMatchObject({ ok: false, code: 'no_decision_in_force' });
  world.clock.now = MONDAY;
  await ok('leif', endDecision, { decisionId });
  expect(await enter('leif', returnFile, { returnId, file: 'json' })).toMatchObject({ code: 'no_decision_in_force' });
});

test('nothing of what leaves stands in clear, and what was locked cannot be changed by the house', async () => {
  await counted(40);
  const returnId = await locked();
  const { rows } = await superuser.query<{ text: string }>(`select row_to_json(v)::text || encode(sealed, 'escape') as text from app.return_version v`);
  expect(rows[0]?.text).not.toContain('HJEMMETJENESTE');
  const house = new pg.Client({ connectionString: world.url('house') });
  await house.connect();
  try {
    await house.query(`select set_config('app.region', $1, false)`, [NORDFJELLA]);
    await expect(house.query(`update app.return_version set sealed = '' where return_id = $1`, [returnId])).rejects.toMatchObject({ code: '42501' });
    await expect(house.query('delete from app.return_version')).rejects.toMatchObject({ code: '42501' });
  } finally {
    await house.end();
  }
});
