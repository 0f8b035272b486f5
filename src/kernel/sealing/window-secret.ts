import { argon2, hkdfSync } from 'node:crypto';
import { encode } from './encoding.ts';
import { boxPairFromSeed, publicBytes, type BoxPair } from './hpke.ts';
import { lookupId, lookupText, parseReceiptCode, replyKeyPair, type ReceiptCode } from './receipt-code.ts';

/** Words that a person chose instead of a receipt code, as they are compared: one spelling, single spaces. Never stored, never sent on. */
export type OwnWords = string & { readonly __ownWords: true };

/** What opens somebody's window: a receipt code that we drew, or words of their own. */
export type WindowSecret = { readonly kind: 'code'; readonly code: ReceiptCode } | { readonly kind: 'words'; readonly words: OwnWords };

/** Under which id a window is known, and the pair that replies are sealed to. Only the id and the public half are ever stored. */
export type WindowKeys = { readonly lookup: string; readonly publicKey: Buffer; readonly pair: BoxPair };

/** few: neither four words nor sixteen characters · same: the same few over and over · code: it would be read as a receipt code */
export type WordsFault = 'few' | 'same' | 'code';

const LEAST_WORDS = 4;
const LEAST_CHARACTERS = 16;
const LEAST_DIFFERENT = 8;
// the most that a box for one line takes
const LONGEST = 200;

/** Letter case, punctuation and how the spaces fell do not matter: whoever comes back must get in with the words, not with the commas. */
function normalised(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}

/** Judges words that somebody wants to use: at least four of them, or sixteen characters. */
export function chooseOwnWords(text: string): { readonly words: OwnWords } | { readonly fault: WordsFault } {
  const plain = normalised(text.slice(0, LONGEST));
  const words = plain.split(' ').filter((word) => word !== '');
  const characters = words.join('');
  if (words.length < LEAST_WORDS && characters.length < LEAST_CHARACTERS) return { fault: 'few' };
  if (new Set(characters).size < LEAST_DIFFERENT) return { fault: 'same' };
  // sixteen characters out of the code's alphabet would later be looked up as a code, and never be found
  if (parseReceiptCode(plain) !== undefined) return { fault: 'code' };
  return { words: plain as OwnWords }; // just judged
}

/** What somebody typed to get in: a code, else words. Undefined when it can be neither. */
export function readWindowSecret(text: string): WindowSecret | undefined {
  const code = parseReceiptCode(text);
  if (code !== undefined) return { kind: 'code', code };
  const chosen = chooseOwnWords(text);
  return 'words' in chosen ? { kind: 'words', words: chosen.words } : undefined;
}

/** The keys of a window, in this region. For words this takes a good part of a second and 64 MiB: people choose words that can be guessed. */
export async function windowKeys(secret: WindowSecret, region: string): Promise<WindowKeys> {
  if (secret.kind === 'code') return { lookup: lookupId(secret.code, region), ...await replyKeyPair(secret.code, region) };
  const stretched = await stretch(secret.words, region);
  const seed = derived(stretched, region, 'reply key', 32);
  const pair = await boxPairFromSeed(seed);
  const lookup = lookupText(derived(stretched, region, 'lookup', 16));
  stretched.fill(0);
  seed.fill(0);
  return { lookup, publicKey: await publicBytes(pair), pair };
}

/** argon2id (RFC 9106), 64 MiB, three passes. The salt is the same for a whole region: nothing but the words is there to find the window by. */
function stretch(words: OwnWords, region: string): Promise<Buffer> {
  const parameters = { message: Buffer.from(words, 'utf8'), nonce: encode('own words', [region]), parallelism: 1, tagLength: 32, memory: 65_536, passes: 3 };
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}

/** As for a receipt code, under a label of its own: what one kind of secret gives can never be what the other gives. */
function derived(stretched: Buffer, region: string, purpose: string, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', stretched, Buffer.from(region), encode('own words', [purpose]), length));
}
