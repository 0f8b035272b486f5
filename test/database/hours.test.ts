import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UseCase } from '../../src/kernel/door.ts';
import { instant } from '../../src/kernel/time.ts';
import { saveHours } from '../../src/statistics/commands/hours.ts';
import { hours } from '../../src/statistics/queries/hours.ts';
import { overTime } from '../../src/statistics/queries/over-time.ts';
import { entered } from '../support/door.ts';
import { newWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

const ok = <I, F, R>(useCase: UseCase<I, F, R>, by: string, input: unknown): Promise<R> => entered(world, useCase, by, input);

test('hours of a municipality are off until somebody writes the first; a correction is the next version, a colleague’s number is never overwritten unseen, and a leader writes for their own municipality alone', async () => {
  world.clock.now = instant('2026-03-20T10:00:00.000Z');
  const write = async (by: string, typed: readonly string[], seen: readonly number[], municipality = '9901', year = 2026) => world.house.door.enter(saveHours, await world.person(by), { municipality, year, hours: typed, seen });
  expect(await ok(overTime, 'stine', {})).toMatchObject({ hours: { places: [], mayWrite: false } });
  expect(await write('leif', ['tre', '-1', '1 000,5', '7'], [])).toEqual({ ok: false, code: 'bad_input', fields: { m1: 'not_whole_hours', m2: 'not_whole_hours', m3: 'not_whole_hours', m4: 'month_to_come' } });
  expect(await ok(overTime, 'stine', {}), 'nothing of it').toMatchObject({ hours: { places: [] } });
  expect(await write('leif', ['37', '', '1 000'], [0, 0, 0])).toMatchObject({ ok: true });
  expect(await write('kari', ['40', '12', '1 000'], [0, 0, 0]), 'written from a page that did not have Leif’s').toMatchObject({ ok: false, code: 'changed_meanwhile' });
  expect((await ok(hours, 'kari', { municipality: '9901' })).boxes.map(({ hours: h, version }) => [h, version]), 'and nothing of it').toEqual([[37, 1], [null, 0], [1000, 1]]);
  expect(await write('kari', ['40', '12', ''], [1, 0, 1])).toMatchObject({ ok: true });
  expect((await ok(hours, 'leif', {})).boxes).toEqual([{ month: '2026-01', hours: 40, version: 2, before: 37 }, { month: '2026-02', hours: 12, version: 1, before: undefined }, { month: '2026-03', hours: null, version: 2, before: 1000 }]);
  expect(await write('kari', ['40', '12', ''], [2, 1, 2]), 'nothing differs').toMatchObject({ ok: true });
  expect(await write('kari', ['5'], [], '9902')).toMatchObject({ ok: true });
  for (const [by, place] of [['leif', '9902'], ['stine', '9901'], ['even', '9901'], ['kari', '9911']] as const) expect(await write(by, ['1'], [], place), by).toEqual({ ok: false, code: 'not_found' });
  expect((await ok(overTime, 'stine', {})).hours.places).toEqual([{ number: '9901', name: 'Fjordby', years: [{ year: 2026, hours: 52, months: 2 }] }, { number: '9902', name: 'Havnes', years: [{ year: 2026, hours: 5, months: 1 }] }]);
  expect((await (await world.superuser()).query('select month, version, hours from app.municipality_hours where hours is distinct from 5 order by 1, 2')).rows).toEqual([
    { month: '2026-01', version: 1, hours: 37 }, { month: '2026-01', version: 2, hours: 40 }, { month: '2026-02', version: 1, hours: 12 }, { month: '2026-03', version: 1, hours: 1000 }, { month: '2026-03', version: 2, hours: null },
  ]);
});
