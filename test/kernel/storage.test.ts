import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStorage, type Storage } from '../../src/kernel/storage.ts';

let folder: string;
let storage: Storage;
const region = randomUUID();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vv-storage-'));
  storage = openStorage(join(folder, 'files'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function* pieces(...texts: readonly string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}

async function textOf(object: string): Promise<string> {
  const all: Buffer[] = [];
  for await (const piece of storage.read({ region, object })) all.push(piece);
  return Buffer.concat(all).toString();
}

test('what was written can be read, whole and under its name alone', async () => {
  const object = randomUUID();
  await storage.write({ region, object }, pieces('én ', 'to ', 'tre'));
  expect(await textOf(object)).toBe('én to tre');
  expect(await storage.has({ region, object })).toBe(true);
  expect(readdirSync(join(folder, 'files', 'tmp'))).toEqual([]);
});

test('an upload that breaks off leaves nothing that could be taken for a file', async () => {
  const object = randomUUID();
  await expect(storage.write({ region, object }, (async function* () { yield Buffer.from('halv'); throw new Error('the telephone went away'); })())).rejects.toThrow('went away');
  expect(await storage.has({ region, object })).toBe(false);
  expect(readdirSync(join(folder, 'files', 'tmp'))).toEqual([]);
});

test('two that write under one name do not write into each other', async () => {
  const object = randomUUID();
  const outcomes = await Promise.allSettled([storage.write({ region, object }, pieces('a')), storage.write({ region, object }, pieces('b'))]);
  expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect(['a', 'b']).toContain(await textOf(object));
});

test('a name from outside never leads out of the folder', () => {
  for (const object of ['../x', '..', '', 'a/b', `${randomUUID()}/..`]) expect(() => storage.read({ region, object })).toThrow(RangeError);
  expect(() => storage.read({ region: '../..', object: randomUUID() })).toThrow(RangeError);
});

test('only what has lain for long enough is found for sweeping, whole or half', async () => {
  const [fresh, old] = [randomUUID(), randomUUID()];
  for (const object of [fresh, old]) await storage.write({ region, object }, pieces('x'));
  utimesSync(join(folder, 'files', region, old), 1, 1);
  expect(await storage.olderThan(region, 60_000)).toEqual([old]);
  expect(await storage.olderThan(randomUUID(), 0)).toEqual([]);
  const half = join(folder, 'files', 'tmp', randomUUID());
  await import('node:fs/promises').then((fs) => fs.writeFile(half, 'halv'));
  expect(await storage.clearHalves(60_000)).toBe(0);
  utimesSync(half, 1, 1);
  expect(await storage.clearHalves(60_000)).toBe(1);
  expect(existsSync(half)).toBe(false);
});

test('removing what is gone already is no fault', async () => {
  await storage.remove({ region, object: randomUUID() });
});
