import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemChance } from '../../src/kernel/ids.ts';
import { SealBroken } from '../../src/kernel/sealing/broken.ts';
import { newFileKey } from '../../src/kernel/sealing/region-keys.ts';
import { openStream, sealStream } from '../../src/kernel/sealing/stream.ts';

const key = newFileKey();
const facts = { region: 'r1', file: 'f1', object: 'o1' };
const KIB64 = 64 * 1024;
const CHUNK = KIB64 + 16;
const HEAD = 25;

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

const sealed = (plain: Buffer, piece = 10_000) => all(sealStream(key, facts, pieces(plain, piece), systemChance));
const opened = (bytes: Buffer, piece = 10_000, at = facts) => all(openStream(key, at, pieces(bytes, piece)));

describe('a sealed stream', () => {
  it('gives back every byte, however the pieces were cut on the way', async () => {
    const length = fc.oneof(fc.nat({ max: 300_000 }), fc.constantFrom(0, 1, KIB64 - 1, KIB64, KIB64 + 1, 2 * KIB64));
    const cut = fc.integer({ min: 100, max: 200_000 });
    await fc.assert(fc.asyncProperty(length, cut, cut, async (n, one, two) => {
      const plain = randomBytes(n);
      expect((await opened(await sealed(plain, one), two)).equals(plain)).toBe(true);
    }), { numRuns: 40 });
    expect((await opened(await sealed(Buffer.from('byte for byte'), 1), 1)).toString()).toBe('byte for byte');
  });

  it('flows through node streams', async () => {
    const plain = randomBytes(200_000);
    const through = Readable.from(openStream(key, facts, Readable.from(sealStream(key, facts, Readable.from(pieces(plain, 5000)), systemChance))));
    expect((await all(through)).equals(plain)).toBe(true);
  });

  it('hides how long the file was in steps of 64 KiB', async () => {
    for (const length of [0, 1, KIB64 - 1]) expect(await sealed(Buffer.alloc(length))).toHaveLength(HEAD + CHUNK);
    for (const length of [KIB64, 2 * KIB64 - 1]) expect(await sealed(Buffer.alloc(length))).toHaveLength(HEAD + 2 * CHUNK);
  });

  it('does not open to its end when cut anywhere, lengthened or changed', async () => {
    const bytes = await sealed(randomBytes(150_000));
    for (const length of [0, 1, HEAD - 1, HEAD, HEAD + 1, HEAD + CHUNK - 1, HEAD + CHUNK, HEAD + 2 * CHUNK, bytes.length - 1]) {
      await expect(opened(bytes.subarray(0, length))).rejects.toThrow(SealBroken);
    }
    const looksEnded = await sealed(Buffer.concat([Buffer.alloc(KIB64 - 1), Buffer.of(0x80), Buffer.alloc(10)]));
    await expect(opened(looksEnded.subarray(0, HEAD + CHUNK))).rejects.toThrow(SealBroken);
    await expect(opened(Buffer.concat([bytes, Buffer.of(0)]))).rejects.toThrow(SealBroken);
    await expect(opened(Buffer.concat([bytes, bytes.subarray(-CHUNK)]))).rejects.toThrow(SealBroken);
    await fc.assert(fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (at) => {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(opened(changed)).rejects.toThrow(SealBroken);
    }), { numRuns: 40 });
  });

  it('does not open with chunks in another order, from another stream or as another object', async () => {
    const bytes = await sealed(randomBytes(150_000));
    const part = (from: Buffer, n: number) => from.subarray(HEAD + n * CHUNK, HEAD + (n + 1) * CHUNK);
    const head = bytes.subarray(0, HEAD);
    const other = await sealed(randomBytes(150_000));
    for (const order of [[part(bytes, 1), part(bytes, 0), part(bytes, 2)], [part(bytes, 0), part(bytes, 2)], [part(bytes, 0), part(other, 1), part(bytes, 2)]]) {
      await expect(opened(Buffer.concat([head, ...order]))).rejects.toThrow(SealBroken);
    }
    for (const elsewhere of [{ region: 'r2' }, { file: 'f2' }, { object: 'o2' }]) {
      await expect(opened(bytes, 10_000, { ...facts, ...elsewhere })).rejects.toThrow(SealBroken);
    }
    await expect(all(openStream(newFileKey(), facts, pieces(bytes, 10_000)))).rejects.toThrow(SealBroken);
  });

  it('closes its source when the reader gives up half way or what comes is noise', async () => {
    const bytes = await sealed(randomBytes(300_000));
    const source = Readable.from(pieces(bytes, 10_000));
    for await (const part of openStream(key, facts, source)) {
      expect(part).toHaveLength(KIB64);
      break;
    }
    expect(source.destroyed).toBe(true);
    const noise = Readable.from(pieces(randomBytes(100).fill(2), 10));
    await expect(all(openStream(key, facts, noise))).rejects.toThrow(SealBroken);
    expect(noise.destroyed).toBe(true);
  });
});
