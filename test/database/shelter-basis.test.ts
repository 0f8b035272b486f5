import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileId } from '../../src/kernel/ids.ts';
import { internalStatistics } from '../../src/statistics/queries/internal.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { letIn, lives, type Lives } from './cases-support.ts';

const FROM_SHELTER = { ...DAUGHTER, hvem: 'ansatt', sted: 'KRISESENTER', kommune: '9901', grunn: 'KRL_5_3', grunntekst: 'Hun bor hos oss.', kontakt: 'POLITI|KRISESENTER', dittnavn: 'Nina Foss', tjeneste: 'Nordfjella krisesenter', dittnummer: '55 55 01 44' };
const TELLS = /KRISESENTER|KRL_5_3|krisesenter|Nina Foss|bor hos oss/;

let all: Lives;
let file: FileId;

beforeAll(async () => {
  all = await lives();
  file = await all.opened('kari', FROM_SHELTER);
  await letIn(all, 'even', file);
});
afterAll(() => all.close());

test('a member of the team reads the case without learning that a shelter knows the person; the coordinator learns it', async () => {
  expect(JSON.stringify(await all.reads('kari', file))).toMatch(TELLS);
  const read = await all.reads('even', file);
  expect(JSON.stringify(read)).not.toMatch(TELLS);
  expect(read.state.start).toMatchObject({ reporter: { code: 'SKJERMET' }, services: ['POLITI', 'SKJERMET'] });
});

test('a leader’s table of cases says «skjermet», and counts the same', async () => {
  const rows = async (who: string) => {
    const outcome = await all.world.house.door.enter(internalStatistics, await all.world.person(who), {});
    if (!outcome.ok) throw new Error(outcome.code);
    return outcome.value.rows;
  };
  expect(JSON.stringify(await rows('leif'))).not.toMatch(TELLS);
  expect(await rows('leif')).toMatchObject([{ reporter: 'SKJERMET' }]);
  expect(await rows('kari')).toMatchObject([{ reporter: 'KRISESENTER' }]);
});
