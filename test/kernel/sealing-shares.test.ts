import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinShares, multiply, SHARES, splitSecret } from '../../src/kernel/sealing/shares.ts';

const real = { bytes: randomBytes };
const pairs = [[0, 1], [0, 2], [1, 2], [1, 0], [2, 0], [2, 1]] as const;

/** The same product the long way: as polynomials, then the remainder. */
function slowly(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 8; bit += 1) if (((b >> bit) & 1) === 1) product ^= a << bit;
  for (let bit = 14; bit >= 8; bit -= 1) if (((product >> bit) & 1) === 1) product ^= 0x11b << (bit - 8);
  return product;
}

describe('the field', () => {
  test('multiplies as the standard says, for every two bytes there are', () => {
    for (let a = 0; a < 256; a += 1) for (let b = 0; b < 256; b += 1) if (multiply(a, b) !== slowly(a, b)) expect([a, b, multiply(a, b)]).toEqual([a, b, slowly(a, b)]);
    // FIPS 197 § 4.2
    expect(multiply(0x57, 0x83)).toBe(0xc1);
    expect(multiply(0x57, 0x13)).toBe(0xfe);
  });
});

describe('keys in shares', () => {
  test('any two of the three people restore them, in either order, whatever the keys and the chance', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 120 }), fc.infiniteStream(fc.nat(255)), (secret, stream) => {
      const shares = splitSecret(secret, { bytes: (n) => Buffer.from(Array.from({ length: n }, () => stream.next().value as number)) }); // the stream never ends
      expect(shares.map(({ x }) => x)).toEqual(Array.from({ length: SHARES }, (_, n) => n + 1));
      for (const [a, b] of pairs) {
        const [one, other] = [shares[a], shares[b]];
        if (one === undefined || other === undefined) throw new Error('a share is missing');
        expect(joinShares(one, other).equals(secret)).toBe(true);
      }
    }));
  });

  test('one alone tells nothing: each share fits every key equally well', () => {
    for (let x = 1; x <= SHARES; x += 1) {
      for (let secret = 0; secret < 256; secret += 1) {
        const seen = new Set<number | undefined>();
        for (let slope = 0; slope < 256; slope += 1) seen.add(splitSecret(Buffer.of(secret), { bytes: () => Buffer.of(slope) })[x - 1]?.bytes[0]);
        expect(seen.size).toBe(256); // whatever the secret, every value of the share comes of exactly one slope
      }
    }
  });

  test('no byte of chance is used twice, and none is left out', () => {
    const asked: number[] = [];
    splitSecret(randomBytes(105), { bytes: (n) => (asked.push(n), randomBytes(n)) });
    expect(asked).toEqual([105]);
  });

  test('shares of the same key made twice have nothing in common, and do not fit together', () => {
    const secret = randomBytes(105);
    const [before, after] = [splitSecret(secret, real), splitSecret(secret, real)];
    const [one, other] = [before[0], after[1]];
    if (one === undefined || other === undefined) throw new Error('a share is missing');
    expect(joinShares(one, other).equals(secret)).toBe(false);
    expect(before[0]?.bytes.equals(after[0]?.bytes ?? secret)).toBe(false);
  });

  test('the same share twice, or shares of different lengths, are no pair', () => {
    const [one, other] = splitSecret(randomBytes(8), real);
    if (one === undefined || other === undefined) throw new Error('a share is missing');
    expect(() => joinShares(one, one)).toThrow(RangeError);
    expect(() => joinShares(one, { ...other, x: 0 })).toThrow(RangeError);
    expect(() => joinShares(one, { ...other, bytes: other.bytes.subarray(1) })).toThrow(RangeError);
  });
});
