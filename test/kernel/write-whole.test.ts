import { mkdtempSync, readFileSync, openSync, closeSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeWhole } from '../../src/kernel/beside.ts';

test('a disk that takes a line piece by piece has the whole line at last, and one that takes nothing is a fault: a cut line would bring back whom it says is gone', () => {
  const dir = mkdtempSync(join(tmpdir(), 'vv-write-'));
  const file = openSync(join(dir, 'list'), 'w');
  try {
    writeWhole(file, 'en linje på norsk\n', (into, bytes) => writeSync(into, bytes.subarray(0, 3)));
    expect(readFileSync(join(dir, 'list'), 'utf8')).toBe('en linje på norsk\n');
    expect(() => writeWhole(file, 'en til\n', () => 0)).toThrow();
  } finally {
    closeSync(file);
    rmSync(dir, { recursive: true });
  }
});
