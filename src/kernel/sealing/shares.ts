import type { Chance } from '../ids.ts';

/** One person's part of a secret: the value of a line at `x`, byte by byte. */
export type Share = { readonly x: number; readonly bytes: Buffer };

/** So many people get a share; any two of them can restore. */
export const SHARES = 3;
/** AES's field: x^8 + x^4 + x^3 + x + 1 */
const POLYNOMIAL = 0x1b;

/**
 * Shamir's secret sharing over GF(256), two of three: each byte of the secret is where a line of random slope meets 0, and a
 * share is that line's value at 1, 2 or 3. Through one point a line goes to every byte there is, so one share alone fits every
 * secret equally well (test/kernel/sealing-shares.test.ts goes through all of them). The slope is only ever real chance.
 */
export function splitSecret(secret: Uint8Array, chance: Pick<Chance, 'bytes'>): Share[] {
  const slopes = chance.bytes(secret.length);
  const shares = Array.from({ length: SHARES }, (_, n) => ({ x: n + 1, bytes: Buffer.from(secret.map((byte, at) => byte ^ multiply(slopes[at] ?? 0, n + 1))) }));
  slopes.fill(0);
  return shares;
}

/**
 * The secret of two different shares. Shares of different secrets, or altered ones, give something else: what is shared must
 * tell by itself whether it is whole. Throws RangeError where the two can be no shares of one secret.
 */
export function joinShares(one: Share, other: Share): Buffer {
  if (one.x === other.x || one.x === 0 || other.x === 0 || one.bytes.length !== other.bytes.length) throw new RangeError('no two shares of one secret');
  const apart = inverse(one.x ^ other.x);
  const [ofOne, ofOther] = [multiply(other.x, apart), multiply(one.x, apart)];
  return Buffer.from(one.bytes.map((byte, at) => multiply(byte, ofOne) ^ multiply(other.bytes[at] ?? 0, ofOther)));
}

/** Product in GF(256); the same steps whatever the bytes are, and no table that would betray them through the cache. */
export function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 0, shifted = a; bit < 8; bit += 1) {
    product ^= shifted & -((b >> bit) & 1);
    shifted = ((shifted << 1) ^ (POLYNOMIAL & -(shifted >> 7))) & 0xff;
  }
  return product;
}

/** a to the 254th, which is 1/a. */
function inverse(a: number): number {
  let power = 1;
  for (let n = 0; n < 254; n += 1) power = multiply(power, a);
  return power;
}
