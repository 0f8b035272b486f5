import { afterAll, beforeAll, expect, test } from 'vitest';
import { mergeCases } from '../../src/cases/commands/merge.ts';
import type { FileId } from '../../src/kernel/ids.ts';
import { addMs, DAY_MS } from '../../src/kernel/time.ts';
import { holdCase, heldAmong } from '../../src/privacy/commands/holds.ts';
import type { Stays } from '../../src/privacy/queries/archive.ts';
import { DAUGHTER } from '../support/submissions.ts';
import { NORDFJELLA } from '../support/world.ts';
import { letIn, lives, type Lives } from './cases-support.ts';
import { archiveOf, makeArchivist, proposes } from './disposal-support.ts';

let all: Lives;
const archivist = 'reidun';

beforeAll(async () => {
  all = await lives();
  await makeArchivist(all, archivist);
}, 120_000);
afterAll(() => all.close());

/** Each case that has come up, and why it stays. */
async function comesUp(): Promise<Map<FileId, Stays>> {
  return new Map((await archiveOf(all, archivist)).ready.flatMap(({ cases }) => cases.map(({ fileId, stays }) => [fileId, stays])));
}

async function ready(): Promise<FileId[]> {
  return [...(await comesUp()).keys()];
}

const propose = (file: FileId) => proposes(all, archivist, file, 'AVLEVERING', 'IKA');

test('a case that was merged comes up with the one it went into, and not while that is open: its journal may be the only place of its notes; and a hold on either holds both', async () => {
  const { door } = all.world.house;
  const [ended, goesOn] = [await all.opened('kari', { ...DAUGHTER, kommune: '9901' }), await all.opened('kari', { ...DAUGHTER, kommune: '9901' })];
  const merged = await door.enter(mergeCases, await all.world.person('kari'), { caseId: ended, otherId: goesOn, goesOn, keep: [], grounds: 'Samme person.' });
  expect(merged).toMatchObject({ ok: true });
  all.world.clock.now = addMs(all.world.clock.now, 2 * 366 * DAY_MS);
  expect(await ready()).not.toContain(ended);
  expect(await propose(ended)).toBe('no_rule');
  await letIn(all, 'even', goesOn);
  await all.does('kari', 'proposeNotACase', goesOn, { notACaseReason: 'KUN_RADGIVNING', advice: 'Snakk med henne alene.' });
  await all.does('even', 'confirmNotACase', goesOn, { proposal: await all.proposal('even', goesOn) });
  expect(await propose(ended), 'closed this year').toBe('no_rule');
  all.world.clock.now = addMs(all.world.clock.now, 2 * 366 * DAY_MS);
  expect(await ready()).toEqual(expect.arrayContaining([ended, goesOn]));
  const references = await (await all.world.superuser()).query<{ file_id: FileId; reference: string }>('select file_id, reference from app.case_file where file_id = any ($1)', [[ended, goesOn]]);
  for (const { file_id: file, reference } of references.rows) {
    const hold = async (held: 'ja' | 'nei') => expect(await door.enter(holdCase, await all.world.person(archivist), { reference, held, ground: 'POLITI', why: 'Brev fra politiet.' })).toMatchObject({ ok: true });
    await hold('ja');
    const stays = await comesUp();
    expect([stays.get(ended), stays.get(goesOn)], `held by the reference of the one that ${file === ended ? 'ended' : 'goes on'}: neither is destroyed`).toEqual(['held', 'held']);
    const kept = await door.unaudited(NORDFJELLA, 'test', (ctx) => heldAmong(ctx, [ended, goesOn]));
    expect(kept).toEqual(new Set([ended, goesOn]));
    await hold('nei');
    expect(new Set((await comesUp()).values())).toEqual(new Set([undefined]));
  }
});
