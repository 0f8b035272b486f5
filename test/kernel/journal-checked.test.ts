import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { asId } from '../../src/kernel/ids.ts';
import { checkedBefore, rememberChecked } from '../../src/kernel/journal/checked.ts';
import type { EventRow } from '../../src/kernel/journal/store.ts';
import { regionKeys } from '../../src/kernel/sealing/region-keys.ts';
import { instant } from '../../src/kernel/time.ts';

const AT = instant('2026-03-02T08:00:00.000Z');
const keys = regionKeys('10000000-0000-4000-8000-000000000001', randomBytes(32));
const FILE = asId<'file'>('20000000-0000-4000-8000-000000000001');
const row = (seq: number): EventRow => ({ seq, event_id: `event ${seq}`, type: 'Noted', version: 1, actor: 'system', happened_at: AT, written_at: AT, sealed: Buffer.alloc(1100, seq), mac: Buffer.alloc(32, seq) });
const rows = [row(1), row(2), row(3)];

test('an entry is taken as checked only with everything in clear, its MAC and its seal as they were, and with every entry before it', () => {
  expect(checkedBefore(keys, FILE, rows), 'nobody has read it').toBe(0);
  rememberChecked(keys, FILE, rows);
  expect([checkedBefore(keys, FILE, rows), checkedBefore(keys, FILE, [...rows, row(4)]), checkedBefore(keys, FILE, rows.slice(0, 2))]).toEqual([3, 3, 2]);
  const later = instant('2026-03-02T09:00:00.000Z');
  const changes: readonly Partial<EventRow>[] = [
    { seq: 9 }, { event_id: 'x' }, { type: 'x' }, { version: 2 }, { actor: 'x' }, { happened_at: later }, { written_at: later }, { mac: Buffer.alloc(32, 9) }, { mac: Buffer.alloc(33, 2) },
    { sealed: Buffer.concat([Buffer.alloc(1084, 2), Buffer.alloc(16, 9)]) },
  ];
  for (const change of changes) expect(checkedBefore(keys, FILE, [row(1), { ...row(2), ...change }, row(3)]), JSON.stringify(Object.keys(change))).toBe(1);
  expect(checkedBefore(keys, asId<'file'>('20000000-0000-4000-8000-000000000002'), rows), 'another file').toBe(0);
  expect(checkedBefore(regionKeys('10000000-0000-4000-8000-000000000001', randomBytes(32)), FILE, rows), 'other keys').toBe(0);
});

test('sixty-four files of a region are remembered, and those that were checked first are let go', () => {
  const file = (n: number) => asId<'file'>(`30000000-0000-4000-8000-0000000000${n}`);
  for (let n = 10; n < 75; n += 1) rememberChecked(keys, file(n), rows);
  expect([checkedBefore(keys, FILE, rows), checkedBefore(keys, file(10), rows), checkedBefore(keys, file(11), rows), checkedBefore(keys, file(74), rows)]).toEqual([0, 0, 3, 3]);
});
