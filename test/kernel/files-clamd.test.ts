import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clamdAddress, openClamd, ScannerDown } from '../../src/kernel/files/clamd.ts';
import { fakeClamd, HARM, type FakeClamd } from '../support/fake-clamd.ts';

let clamd: FakeClamd;
beforeAll(async () => { clamd = await fakeClamd(); });
afterAll(() => clamd.close());

async function* pieces(...all: readonly (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const one of all) yield Buffer.from(one);
}

const scanner = () => openClamd({ host: '127.0.0.1', port: clamd.port });

test('a file without harm is clean, and one with harm is found wherever in it the harm stands', async () => {
  expect(await scanner().scan(pieces('helt vanlig'))).toBe('clean');
  expect(await scanner().scan(pieces(Buffer.alloc(300_000), HARM.slice(0, 9), HARM.slice(9), Buffer.alloc(70_000)))).toEqual({ found: 'Voksenvern.Prove' });
  expect(await scanner().scan(pieces())).toBe('clean');
});

test('a scanner that is full, rude, has not looked at all of it or is gone is down, and never an answer', async () => {
  for (const how of ['full', 'partly', 'rude'] as const) {
    clamd.behave(how);
    await expect(scanner().scan(pieces('x', Buffer.alloc(5_000_000)))).rejects.toThrow(ScannerDown);
  }
  clamd.behave('well');
  await expect(openClamd({ host: '127.0.0.1', port: 1 }).scan(pieces('x'))).rejects.toThrow(ScannerDown);
  await expect(openClamd({ path: '/nowhere/clamd.ctl' }).scan(pieces('x'))).rejects.toThrow(ScannerDown);
});

test('a large file over a socket that takes it slowly leaves nothing behind for each piece', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vv-clamd-'));
  const slow = await fakeClamd(join(folder, 'clamd.ctl'));
  const warnings: string[] = [];
  const note = (warning: Error) => void warnings.push(warning.message);
  process.on('warning', note);
  expect(await openClamd({ path: join(folder, 'clamd.ctl') }).scan(pieces(Buffer.alloc(4_000_000), HARM))).toEqual({ found: 'Voksenvern.Prove' });
  await new Promise((resolve) => { setImmediate(resolve); });
  process.off('warning', note);
  expect(warnings).toEqual([]);
  await slow.close();
  rmSync(folder, { recursive: true });
});

test('a file that cannot be read to its end is no clean file', async () => {
  await expect(scanner().scan((async function* () { yield Buffer.from('x'); throw new Error('the seal is broken'); })())).rejects.toThrow('the seal is broken');
});

test('an address is a host with a port or a socket, and nothing else', () => {
  expect(clamdAddress('127.0.0.1:3310')).toEqual({ host: '127.0.0.1', port: 3310 });
  expect(clamdAddress('[::1]:3310')).toEqual({ host: '::1', port: 3310 });
  expect(clamdAddress('/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
  for (const text of ['', 'clamd', ':3310', 'a:0', 'a:70000', 'a b:1']) expect(clamdAddress(text)).toBeUndefined();
});
