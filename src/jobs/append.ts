import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../kernel/beside.ts';

/**
 * Appends to a list beside the database and has it on disk before it answers. A line that was cut short by a crash is taken away first:
 * nobody was told that it was written, and nobody acted on it.
 * @param next the lines to append, each with its line break, when it is told what stands there whole; '' leaves the list as it is
 */
export function appendLines(dir: string, name: string, next: (whole: string) => string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, name);
  const written = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const whole = written.lastIndexOf(0x0a) + 1;
  const lines = next(written.subarray(0, whole).toString('utf8'));
  if (lines === '') return;
  const file = openSync(path, 'a', 0o600);
  try {
    if (whole < written.length) ftruncateSync(file, whole);
    writeWhole(file, lines);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
