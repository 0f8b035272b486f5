import { argon2, createHash, hkdfSync } from 'node:crypto';
import { sealingKey, takeKey, type SealingKey } from './aead.ts';
import { encode } from './encoding.ts';
import type { ReceiptCode } from './receipt-code.ts';

/**
 * What a code that is read out on the phone gives: the number that says which question it is for, a check that only the whole code gives,
 * and the 32 bytes of the key that opens what is shown. The number stands in clear beside the question, so nothing is made of it alone.
 */
export type QuestionKeys = { readonly number: string; /** a SHA-256 hash */ readonly check: Buffer; readonly key: Buffer };

const NUMBER = 4;

/** The part of a code (receipt-code.ts: sixteen characters) that says which question it is for: wrong tries are counted by it. */
export function questionNumber(code: ReceiptCode): string {
  return code.slice(0, NUMBER);
}

/**
 * The keys of a code, in this region. 60 bits of it are secret, so they are stretched as words that people choose are: a good part of a
 * second and 64 MiB for each guess of whoever has the database.
 */
export async function questionKeys(code: ReceiptCode, region: string): Promise<QuestionKeys> {
  const stretched = await stretch(code, region);
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', stretched, Buffer.from(region), encode('question code', [purpose]), 32));
  const check = createHash('sha256').update(derived('check')).digest();
  const key = derived('key');
  stretched.fill(0);
  return { number: questionNumber(code), check, key };
}

/** The key as sealed.ts takes it; the bytes handed in are kept. */
export function questionKey(bytes: Buffer): SealingKey {
  return sealingKey(takeKey(Buffer.from(bytes)));
}

/** argon2id (RFC 9106), 64 MiB, three passes, as for own words (window-secret.ts). */
function stretch(code: ReceiptCode, region: string): Promise<Buffer> {
  const parameters = { message: Buffer.from(code, 'utf8'), nonce: encode('question code', [region]), parallelism: 1, tagLength: 32, memory: 65_536, passes: 3 };
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}
