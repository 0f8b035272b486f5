import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemChance } from '../../src/kernel/ids.ts';
import { sealingKey, takeKey } from '../../src/kernel/sealing/aead.ts';
import { SealBroken } from '../../src/kernel/sealing/broken.ts';
import { encode, encodeFields, type Part } from '../../src/kernel/sealing/encoding.ts';
import { open, openJson, openText, parseJson, seal, sealJson, type Where } from '../../src/kernel/sealing/sealed.ts';

const key = sealingKey(takeKey(randomBytes(32)));
const HEAD_AND_TAG = 1 + 4 + 12 + 16;
const where: Where = { table: 'note', region: 'r1', row: 'n1', field: 'body', version: 3 };
const bytes = fc.uint8Array({ maxLength: 3000 }).map((a) => Buffer.from(a));
const size = fc.constantFrom('short' as const, 'text' as const);
const place: fc.Arbitrary<Where> = fc.record({ table: fc.string(), region: fc.string(), row: fc.string(), field: fc.string(), version: fc.nat() });

function fault(run: () => unknown): string {
  try {
    run();
    return 'opened';
  } catch (error) {
    return error instanceof SealBroken ? error.fault : `threw ${String(error)}`;
  }
}

describe('a sealed value', () => {
  it('gives back every byte that was sealed', () => {
    fc.assert(fc.property(bytes, place, size, (plain, at, step) => {
      expect(open(key, seal(key, plain, at, step, systemChance), at).equals(plain)).toBe(true);
    }));
  });

  it('gives back texts and JSON with every letter, also half surrogates in JSON', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(openText(key, seal(key, text, where, 'text', systemChance), where)).toBe(text);
    }));
    fc.assert(fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      expect(openJson(key, sealJson(key, value, where, 'text', systemChance), where)).toEqual(JSON.parse(JSON.stringify(value)));
    }));
    expect(openJson(key, sealJson(key, 'a\ud800b', where, 'short', systemChance), where)).toBe('a\ud800b');
  });

  it('does not open in another table, region, row or field, nor under another version of its row', () => {
    fc.assert(fc.property(bytes, place, place, size, (plain, at, elsewhere, step) => {
      fc.pre(JSON.stringify(at) !== JSON.stringify(elsewhere));
      expect(fault(() => open(key, seal(key, plain, at, step, systemChance), elsewhere))).toBe('altered');
    }));
    const sealed = seal(key, 'x', where, 'short', systemChance);
    for (const other of [{ table: 'b' }, { region: 'r2' }, { row: 'n2' }, { field: 'title' }, { version: 4 }]) {
      expect(fault(() => open(key, sealed, { ...where, ...other }))).toBe('altered');
    }
  });

  it('does not open when letters move from one part of its place to the next', () => {
    const at = { ...where, table: 'no', region: 'te' };
    const sealed = seal(key, 'x', at, 'short', systemChance);
    expect(fault(() => open(key, sealed, { ...at, table: 'note', region: '' }))).toBe('altered');
    expect(fault(() => open(key, sealed, { ...at, table: 'not', region: 'e' }))).toBe('altered');
  });

  it('does not open when any single bit is turned over', () => {
    const sealed = seal(key, 'a secret', where, 'short', systemChance);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(['format', 'key', 'altered']).toContain(fault(() => open(key, changed, where)));
    }
  });

  it('does not open when it is cut short, lengthened or nothing but noise', () => {
    const sealed = seal(key, 'a secret', where, 'short', systemChance);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(['format', 'altered']).toContain(fault(() => open(key, sealed.subarray(0, length), where)));
    }
    expect(fault(() => open(key, Buffer.concat([sealed, Buffer.of(0)]), where))).toBe('altered');
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
      expect(['format', 'key', 'altered']).toContain(fault(() => open(key, noise, where)));
    }));
  });

  it('does not open with another key', () => {
    const sealed = seal(key, 'a secret', where, 'short', systemChance);
    expect(fault(() => open(sealingKey(takeKey(randomBytes(32))), sealed, where))).toBe('key');
  });

  it('tells nothing of its content when it breaks', () => {
    const sealed = seal(key, 'Kari {Nordmann', where, 'short', systemChance);
    const altered = Buffer.concat([sealed.subarray(0, -1), Buffer.of((sealed.at(-1) ?? 0) ^ 1)]);
    for (const run of [() => open(key, altered, where), () => openJson(key, sealed, where), () => parseJson(Buffer.from('Kari {Nordmann'))]) {
      try {
        run();
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(SealBroken);
        expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/Kari|Nordmann/);
        expect(error).not.toHaveProperty('cause');
      }
    }
  });
});

describe('padding', () => {
  it('hides lengths: all lengths within a step look the same', () => {
    for (const [step, kind] of [[64, 'short'], [1024, 'text']] as const) {
      for (const length of [0, 1, step - 2, step - 1]) {
        expect(seal(key, Buffer.alloc(length), where, kind, systemChance)).toHaveLength(step + HEAD_AND_TAG);
      }
      for (const length of [step, step + 1, 2 * step - 1]) {
        expect(seal(key, Buffer.alloc(length), where, kind, systemChance)).toHaveLength(2 * step + HEAD_AND_TAG);
      }
    }
  });

  it('is never confused with content that ends like padding', () => {
    for (const tail of [[0x80], [0x80, 0], [0, 0, 0], [0x80, 0x80, 0]]) {
      for (const length of [0, 60, 61, 62, 63, 64]) {
        const plain = Buffer.concat([Buffer.alloc(length, 7), Buffer.from(tail)]);
        expect(open(key, seal(key, plain, where, 'short', systemChance), where).equals(plain)).toBe(true);
      }
    }
  });
});

describe('nonces', () => {
  const stuck = { bytes: (n: number) => Buffer.alloc(n, 9) };
  const nonce = (sealed: Buffer) => sealed.subarray(5, 17).toString('hex');

  it('differ for different contents and places even when chance stands still', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 200; i += 1) {
      seen.add(nonce(seal(key, `content ${i}`, where, 'short', stuck)));
      seen.add(nonce(seal(key, 'content', { ...where, row: `n${i}` }, 'short', stuck)));
    }
    expect(seen.size).toBe(400);
  });

  it('differ for equal contents when chance moves, so that equal values do not look equal', () => {
    expect(seal(key, 'ja', where, 'short', systemChance).equals(seal(key, 'ja', where, 'short', systemChance))).toBe(false);
  });
});

describe('encoding', () => {
  const { part } = fc.letrec<{ part: Part }>((tie) => ({
    part: fc.oneof({ maxDepth: 2 }, fc.string({ unit: 'binary' }), fc.maxSafeInteger(), fc.boolean(), fc.constant(null), fc.uint8Array({ maxLength: 8 }).map((a) => Buffer.from(a)), fc.array(tie('part'), { maxLength: 4 })),
  }));
  const shown = (value: unknown) => JSON.stringify(value);

  it('gives different bytes for different parts, however they are cut', () => {
    fc.assert(fc.property(fc.array(part), fc.array(part), (a, b) => {
      expect(encode('l', a).equals(encode('l', b))).toBe(shown(a) === shown(b));
    }));
    expect(encode('l', ['ab', 'c']).equals(encode('l', ['a', 'bc']))).toBe(false);
    expect(encode('l', ['1']).equals(encode('l', [1]))).toBe(false);
    expect(encode('l', ['\ud800']).equals(encode('l', ['\udc00']))).toBe(false);
    expect(encode('l', [['a'], 'b']).equals(encode('l', [['a', 'b']]))).toBe(false);
  });

  it('does not mind the order in which fields were written down, but minds their names', () => {
    expect(encodeFields('l', { a: 1, b: 2 }).equals(encodeFields('l', { b: 2, a: 1 }))).toBe(true);
    expect(encodeFields('l', { a: 1, b: 2 }).equals(encodeFields('l', { a: 2, b: 1 }))).toBe(false);
    expect(encodeFields('l', { a: 1 }).equals(encodeFields('l', { b: 1 }))).toBe(false);
    expect(encodeFields('l', { a: 5 }).equals(encodeFields('l', { a: 5n }))).toBe(true);
    expect(() => encode('l', [1.5])).toThrow(RangeError);
  });
});
