import { createSecretKey } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendReceived, KEPT_MS, pruneReceived, readReceived } from '../../src/jobs/received-log.ts';
import { asId } from '../../src/kernel/ids.ts';
import { addMs, instant, type Instant } from '../../src/kernel/time.ts';

const KEY = createSecretKey(Buffer.alloc(32, 7));
const [HERE, THERE] = [asId<'region'>('11111111-1111-4111-8111-111111111111'), asId<'region'>('22222222-2222-4222-8222-222222222222')];

let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'vv-received-')); });
afterEach(() => rmSync(dir, { recursive: true, force: true }));

let no = 0;
/** Two that came at this moment, told as the round does. */
function told(at: Instant, region = HERE): void {
  no += 2;
  const part = (n: number) => ({ report_id: asId<'file'>(`10000000-0000-4000-8000-${String(n).padStart(12, '0')}`), part: 0, channel: 'NETTSKJEMA', kind: 'report' as const, received_at: at, fingerprint: Buffer.from([n]) });
  appendReceived(dir, KEY, region, [part(no)], at);
  appendReceived(dir, KEY, region, [part(no + 1)], at);
}
const months = (region = HERE) => readdirSync(dir).filter((name) => name.startsWith(region)).map((name) => name.split('.')[1]).toSorted();
const read = () => readReceived(dir, KEY, HERE);

test('the oldest month is let go of whole when its last day is older than any backup, and not a moment sooner; what is kept still verifies from its first line, and is written on in', () => {
  for (const at of ['2024-12-31T22:30:00.000Z', '2024-12-31T23:30:00.000Z', '2025-01-31T22:59:00.000Z', '2025-02-03T08:00:00.000Z', '2025-03-30T01:30:00.000Z']) told(instant(at));
  expect(months(), 'by the day in Oslo').toEqual(['2024-12', '2025-01', '2025-02', '2025-03']);
  const last = addMs(instant('2025-01-31T22:59:59.999Z'), KEPT_MS);
  pruneReceived(dir, HERE, last);
  expect([months(), read().parts.length, read().broken], 'a backup of that evening may be put back still').toEqual([['2025-01', '2025-02', '2025-03'], 8, []]);
  pruneReceived(dir, HERE, addMs(last, 1));
  expect([months(), read().parts.length, read().broken]).toEqual([['2025-02', '2025-03'], 4, []]);
  told(addMs(last, 1));
  pruneReceived(dir, HERE, addMs(last, 1));
  expect([read().parts.length, read().broken, months().length]).toEqual([6, [], 3]);
});

test('each month stands by itself and is of its own region: no line of one counts in another', () => {
  told(instant('2025-01-10T08:00:00.000Z'));
  told(instant('2025-02-10T08:00:00.000Z'), THERE);
  pruneReceived(dir, HERE, instant('2027-01-01T08:00:00.000Z'));
  expect([months(), months(THERE)], 'the other region’s is its own to let go of').toEqual([[], ['2025-02']]);
  expect(readReceived(dir, KEY, THERE)).toMatchObject({ broken: [], parts: [{}, {}] });
});

test('where nothing was ever written, nothing is let go of', () => {
  rmSync(dir, { recursive: true });
  pruneReceived(dir, HERE, instant('2027-01-01T08:00:00.000Z'));
  expect(read()).toEqual({ parts: [], broken: [] });
});
