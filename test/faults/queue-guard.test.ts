import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startWorker, type RunningWorker, type Work } from '../../src/kernel/queue/worker.ts';
import { newWorld, NORDFJELLA, type World } from '../support/world.ts';

let world: World;
let superuser: pg.Client;
const workers: RunningWorker[] = [];

beforeAll(async () => {
  world = await newWorld();
  superuser = await world.superuser();
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await world.close();
});

async function starts(work: Work, told: (code: string) => void, rescueEveryMs?: number): Promise<void> {
  workers.push(await startWorker({ url: world.url('worker'), tasks: { compare_colleague: work }, concurrency: 1, onFailure: (_task, code) => told(code), ...(rescueEveryMs === undefined ? {} : { rescueEveryMs }) }));
}

test('a job is not done twice at once, though the connection that says that its worker lives is lost while it works', async () => {
  const [id, told, ran] = [randomUUID(), new Set<string>(), { now: 0, most: 0, times: 0 }];
  let go = (): void => undefined;
  const gate = new Promise<void>((resolve) => { go = resolve; });
  const slow: Work = async () => {
    ran.now += 1;
    ran.times += 1;
    ran.most = Math.max(ran.most, ran.now);
    await gate;
    ran.now -= 1;
  };
  const jobs = async () => (await superuser.query<{ attempts: number }>('select attempts from graphile_worker._private_jobs')).rows;
  await starts(slow, (code) => told.add(code));
  await superuser.query(`select queue.enqueue($1, 'compare_colleague', $2, 'epoch')`, [NORDFJELLA, id]);
  await vi.waitFor(() => expect(ran.now).toBe(1), 10_000);
  await superuser.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'voksenvern worker guard'`);
  await starts(slow, (code) => told.add(code), 100);
  await vi.waitFor(async () => expect(await jobs()).toMatchObject([{ attempts: 2 }]), 10_000);
  await vi.waitFor(() => expect(ran.most > 1 || told.has('STILL_RUNS')).toBe(true), 10_000);
  expect(ran.most).toBe(1);
  go();
  await vi.waitFor(async () => expect(await jobs()).toEqual([]), 10_000);
  expect(ran).toEqual({ now: 0, most: 1, times: 1 });
});
