import { createSecretKey } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendDisposed, appendTakenBack, readDisposed } from '../../src/jobs/disposal-log.ts';
import { asId } from '../../src/kernel/ids.ts';
import { day, instant } from '../../src/kernel/time.ts';
import { NO_PACKAGE, type Disposal } from '../../src/privacy/public.ts';

const REGION = asId<'region'>('00000000-0000-4000-8000-000000000001');
const KEY = createSecretKey(Buffer.alloc(32, 7));
const id = (n: number) => `10000000-0000-4000-8000-00000000000${n}`;
const disposal = (n: number): Disposal => ({
  disposal_id: id(n), operation: 'KASSASJON', file_id: asId<'file'>(id(n)), files: [asId<'file'>(id(n))], reference: `2026-XXXXX${n}`, rule: 'KORT', receiver: null, owner_municipality_id: null, closed_on: day('2024-01-02') ?? (() => { throw new Error('day'); })(),
  entries: 3, head: Buffer.alloc(32, n), proposed_by: asId<'user'>(id(8)), proposed_at: instant('2026-03-02T08:00:00.000Z'), confirmed_by: asId<'user'>(id(9)), confirmed_at: instant('2026-03-02T09:00:00.000Z'), withdrawn_at: null, done_at: null, revision: 2, ...NO_PACKAGE,
});

test('a disposal that was told of and then taken back, since the case was held in the same moment, is followed by no backup; and nobody takes one back without the key', () => {
  const dir = mkdtempSync(join(tmpdir(), 'list-'));
  const read = () => {
    const { lines, broken } = readDisposed(dir, KEY, REGION);
    return [lines.map((one) => one.disposal_id), broken.length];
  };
  try {
    appendTakenBack(dir, KEY, REGION, [id(1)]);
    appendDisposed(dir, KEY, REGION, [disposal(1), disposal(2)]);
    expect(read()).toEqual([[id(1), id(2)], 0]);
    for (const _twice of [1, 2]) appendTakenBack(dir, KEY, REGION, [id(1), id(5)]);
    appendDisposed(dir, KEY, REGION, [disposal(1), disposal(3)]);
    expect(read()).toEqual([[id(2), id(3)], 0]);
    const [name] = [`${REGION}.kassert`];
    expect(readFileSync(join(dir, name), 'utf8').split('\n')).toHaveLength(5);
    appendFileSync(join(dir, name), `${id(2)} TILBAKE ${'0'.repeat(64)}\n`);
    expect(read(), 'forged').toEqual([[id(2), id(3)], 1]);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
