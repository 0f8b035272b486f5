import { hkdfSync } from 'node:crypto';
import { CROCKFORD, type Chance } from '../ids.ts';
import { encode } from './encoding.ts';
import { boxOpen, boxPairFromSeed, boxSeal, publicBytes, type BoxPair } from './hpke.ts';
import { pad, unpad } from './padding.ts';

/** 16 Crockford base-32 characters, 80 random bits, without spaces. */
export type ReceiptCode = string & { readonly __receiptCode: true };

/** What a reply belongs to. */
export type ReplyFacts = { readonly region: string; readonly thread: string; readonly message: string };

const CHARACTERS = 16;
const CODE_BYTES = 10;
const CODE = /^[0-9A-HJKMNP-TV-Z]{16}$/;
// a code read out or pasted with its surroundings is far shorter; nothing longer is worth normalising
const LONGEST = 100;

export function newReceiptCode(chance: Pick<Chance, 'bytes'>): ReceiptCode {
  return receiptCodeFrom(chance.bytes(CODE_BYTES));
}

/** `7QK2 M9XD 04TB HVRN`: four groups of four, to be read out and written down. */
export function formatReceiptCode(code: ReceiptCode): string {
  return (code.match(/.{4}/g) ?? []).join(' ');
}

/** What a person typed: lower case, spaces, dashes and dots do not matter, O is 0, I and L are 1. Undefined when it is no code. */
export function parseReceiptCode(text: string): ReceiptCode | undefined {
  if (text.length > LONGEST) return undefined;
  const bare = text.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}._−]/gu, '').toUpperCase();
  const code = bare.replaceAll('O', '0').replace(/[IL]/g, '1');
  return CODE.test(code) ? (code as ReceiptCode) : undefined; // the shape was just checked
}

/** The ten bytes of a code. */
export function receiptCodeBytes(code: ReceiptCode): Buffer {
  const bits = [...code].reduce((sum, character) => sum * 32n + BigInt(CROCKFORD.indexOf(character)), 0n);
  return Buffer.from(bits.toString(16).padStart(CODE_BYTES * 2, '0'), 'hex');
}

/** The code of ten bytes. Throws RangeError on another length. */
export function receiptCodeFrom(bytes: Uint8Array): ReceiptCode {
  if (bytes.length !== CODE_BYTES) throw new RangeError('a receipt code has ten bytes');
  let bits = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let code = '';
  for (let i = 0; i < CHARACTERS; i += 1) {
    code = `${CROCKFORD[Number(bits % 32n)]}${code}`;
    bits /= 32n;
  }
  return code as ReceiptCode; // sixteen characters of the alphabet
}

/**
 * Under which a code is known in the database, as a UUID (version 8). Different in each region, so that a thief who guesses
 * guesses at one region's codes at a time.
 */
export function lookupId(code: ReceiptCode, region: string): string {
  return lookupText(derived(code, region, 'lookup', 16));
}

/** Sixteen derived bytes as the UUID (version 8) that a window is known under. */
export function lookupText(bytes: Buffer): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The pair of whoever holds the code. Only the public half is ever stored. */
export async function replyKeyPair(code: ReceiptCode, region: string): Promise<{ readonly publicKey: Buffer; readonly pair: BoxPair }> {
  const seed = derived(code, region, 'reply key', 32);
  const pair = await boxPairFromSeed(seed);
  seed.fill(0);
  return { publicKey: await publicBytes(pair), pair };
}

/** Seals a reply so that only whoever holds the code can open it, its length hidden in steps of 1 KiB. */
export function sealReply(publicKey: Uint8Array, plain: Buffer, facts: ReplyFacts): Promise<Buffer> {
  return boxSeal(publicKey, pad(plain, 'text'), replyInfo(facts), replyContent(facts));
}

/** Throws SealBroken for another code, region, thread or message, and for altered bytes. */
export async function openReply(pair: BoxPair, sealed: Uint8Array, facts: ReplyFacts): Promise<Buffer> {
  return unpad(await boxOpen(pair, sealed, replyInfo(facts), replyContent(facts)));
}

function replyInfo(facts: ReplyFacts): Buffer {
  return encode('reply', [facts.region]);
}

function replyContent(facts: ReplyFacts): Buffer {
  return encode('reply content', [facts.thread, facts.message]);
}

function derived(code: ReceiptCode, region: string, purpose: string, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', receiptCodeBytes(code), Buffer.from(region), encode('receipt code', [purpose]), length));
}
