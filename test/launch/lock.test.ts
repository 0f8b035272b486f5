import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { processMark } from '../../src/kernel/postgres/processes.ts';
import { lockDataDirectory } from '../../src/launch/lock.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'vv-lock-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

function holder(): { pid: number } {
  return JSON.parse(readFileSync(join(folder, 'running'), 'utf8')) as { pid: number }; // written by the lock itself
}

describe('one launcher per data directory', () => {
  test('a second start on the same data says so and stops', { timeout: 15_000 }, async () => {
    const other = spawn('sleep', ['30']);
    writeFileSync(join(folder, 'running'), JSON.stringify(processMark(other.pid ?? 0)));
    await expect(lockDataDirectory(folder)).rejects.toThrow(/kjører allerede på datamappen/);
    other.kill('SIGKILL');
  });

  test('the lock of a killed launcher is taken over, also when another process got its number', async () => {
    for (const former of [{ pid: 2 ** 22 + 1, started: 'x/1' }, { pid: process.pid, started: 'another boot/1' }, 'half a li']) {
      writeFileSync(join(folder, 'running'), JSON.stringify(former));
      const lock = await lockDataDirectory(folder);
      expect(holder().pid).toBe(process.pid);
      lock.release();
    }
  });

  test('a launcher that is stopping is waited for, so that the next start works at once', { timeout: 15_000 }, async () => {
    const other = spawn('sleep', ['2']);
    writeFileSync(join(folder, 'running'), JSON.stringify({ ...processMark(other.pid ?? 0), stopping: true }));
    await lockDataDirectory(folder);
    await expect.poll(() => other.exitCode, { message: 'it had ended, and at most the word of it was on its way', timeout: 500, interval: 5 }).toBe(0);
    expect(holder().pid).toBe(process.pid);
  });

  test('what is announced when stopping is what the next start waits for', async () => {
    const lock = await lockDataDirectory(folder);
    lock.announceStop();
    expect(holder()).toMatchObject({ pid: process.pid, stopping: true });
    lock.release();
    expect(() => holder()).toThrow(/ENOENT/);
  });
});
