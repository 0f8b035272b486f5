import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { UseCase } from '../../src/kernel/door.ts';
import { systemChance } from '../../src/kernel/ids.ts';
import { confirmDecision, proposeDecision } from '../../src/returns/commands/decisions.ts';
import { lockReturn, prepareReturn } from '../../src/returns/commands/returns.ts';
import type { CaseFact } from '../../src/statistics/fact.ts';
import { saveFact } from '../../src/statistics/store.ts';
import { fact } from '../statistics/facts.ts';
import { MONDAY, newWorld, NORDFJELLA, type World } from '../support/world.ts';

/** Set before each test that reads it. */
export let world: World;
export let superuser: pg.Client;

const APPEND_ONLY = ['app.return_sending', 'app.return_allowance'];

/** A region whose figures are rows that a test wrote, and no returns yet. */
export function withReturns(): void {
  beforeAll(async () => {
    world = await newWorld();
    superuser = await world.superuser();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.now = MONDAY;
    for (const table of APPEND_ONLY) await superuser.query(`alter table ${table} disable trigger user`);
    for (const table of ['app.return_sending', 'app.return_allowance', 'app.return_decision', 'app.return_version', 'stats.released_table', 'stats.case_fact', 'stats.standing_figures', 'stats.standing_month']) await superuser.query(`delete from ${table}`);
    for (const table of APPEND_ONLY) await superuser.query(`alter table ${table} enable trigger user`);
  });
}

/** `region`: Leif, were he leader of the whole region. */
export async function enter<I, F, R>(subject: string, useCase: UseCase<I, F, R>, input: unknown) {
  const person = await world.person(subject === 'region' ? 'leif' : subject);
  return world.house.door.enter(useCase, subject === 'region' ? { ...person, municipalityId: undefined } : person, input);
}

export async function ok<I, F, R>(subject: string, useCase: UseCase<I, F, R>, input: unknown): Promise<R> {
  const outcome = await enter(subject, useCase, input);
  if (!outcome.ok) throw new Error(`${useCase.name} as ${subject}: ${outcome.code} ${JSON.stringify(outcome.fields ?? {})}`);
  return outcome.value;
}

export async function counted(n: number, change: Partial<CaseFact> = {}): Promise<void> {
  await world.house.door.unaudited(NORDFJELLA, 'test', async (ctx) => {
    for (let i = 0; i < n; i += 1) await saveFact(ctx.tx, NORDFJELLA, systemChance.bytes(32), fact({ openedMonth: '2025-04', ...change }));
  });
}

/** What was closed is counted anew for a new version; what came is told by the tables that stand. */
export const CLOSED: Partial<CaseFact> = { status: 'AVSLUTTET', closedMonth: '2025-05', closingReasons: ['VOLD_STANSET'] };

export const asked = (more: object = {}) => ({ returnId: randomUUID(), schema: 'R3', period: '2025', form: 'TABELLER', ...more });

/** Rows may go to research until the end of the month. */
export async function research(): Promise<void> {
  const decisionId = randomUUID();
  await ok('kari', proposeDecision, { decisionId, kind: 'FORSKNING', receiver: 'FORSKNING', purpose: 'Forløp over tid', approval: '2026/114', endsOn: '2026-03-31' });
  await allowedByAll(decisionId);
}

/** Leif for his own municipality, and the leader of the region for those without one. */
export async function allowedByAll(decisionId: string): Promise<void> {
  for (const leader of ['leif', 'region']) await ok(leader, confirmDecision, { decisionId });
}

/** One case is in no figure any more. */
export const leaves = () => superuser.query('delete from stats.case_fact where fact_id in (select fact_id from stats.case_fact limit 1)');

export async function locked(more: object = {}): Promise<string> {
  const { returnId } = await ok('kari', prepareReturn, asked(more));
  await ok('region', lockReturn, { returnId });
  return returnId;
}
