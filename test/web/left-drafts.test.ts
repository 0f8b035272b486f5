import { expect, test } from 'vitest';
import { asId, type RegionId } from '../../src/kernel/ids.ts';
import { leftDrafts } from '../../src/web/public/left-drafts.ts';

const REGION: RegionId = asId<'region'>('11111111-1111-4111-8111-111111111111');

test('a form is known as left from the moment the button was pressed, before anything is written down', () => {
  const drafts = leftDrafts(() => new Promise(() => undefined), 1_000);
  void drafts.leave(REGION, 'a');
  expect([drafts.has('a'), drafts.has('b')]).toEqual([true, false]);
});

test('what could not be written down is tried again until it is, so that other processes hear of it, too', async () => {
  const written: string[] = [];
  let away = 3;
  const drafts = leftDrafts(async (_region, draft) => {
    if ((away -= 1) >= 0) throw new Error('away');
    written.push(draft);
  }, 5);
  await expect(drafts.leave(REGION, 'a')).rejects.toThrow('away');
  await expect(drafts.leave(REGION, 'b')).rejects.toThrow('away');
  await expect.poll(() => written.toSorted()).toEqual(['a', 'b']);
  expect([drafts.has('a'), drafts.has('b')]).toEqual([true, true]);
});

test('nobody fills the memory with forms that they leave: the oldest is forgotten', async () => {
  const drafts = leftDrafts(() => Promise.resolve(), 1_000);
  for (let n = 0; n < 20_001; n += 1) await drafts.leave(REGION, String(n));
  expect([drafts.has('0'), drafts.has('1'), drafts.has('20000')]).toEqual([false, true, true]);
});
