import { createHash, createHmac, hash, timingSafeEqual, type KeyObject } from 'node:crypto';
import { encode, encodeFields, type Part } from './encoding.ts';
import type { FileKey } from './region-keys.ts';

// no number, however it is spelled, is longer
const LONGEST_NUMBER = 60;

/** Named facts that stand in clear. Times as text, large numbers as bigint: the same on the way in and on the way back from the database. */
export type Fields = Readonly<Record<string, Part>>;

/** One row of the audit log, or what stands for it in a block. */
export type BlockRow = { readonly id: string; readonly mac: Uint8Array };

/** SHA-256 of the content in clear, for eventMac. Never stored: an unkeyed hash of a short text gives the text away to whoever guesses it. */
export function contentHash(plain: Uint8Array): Buffer {
  return hash('sha256', plain, 'buffer');
}

/**
 * The MAC that ties an event to the one before it. The header holds at least file and seq.
 * @param previous MAC of the event before; null for the first
 */
export function eventMac(key: FileKey, header: Fields, content: Uint8Array, previous: Uint8Array | null): Buffer {
  return keyed(key.mac, encodeFields('event header', header), encode('event', [content, previous]));
}

export function auditRowMac(auditKey: KeyObject, row: Fields): Buffer {
  return keyed(auditKey, encodeFields('audit row', row));
}

/** The hash of a block's rows, in whatever order they come. */
export function blockRoot(rows: readonly BlockRow[]): Buffer {
  const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  return createHash('sha256').update(encode('audit rows', sorted.map((row) => [row.id, row.mac]))).digest();
}

/** @param block region, number, bounds, count of rows and whatever else is stored of the block
 *  @param previous MAC of the block before; null for a region's first */
export function blockMac(auditKey: KeyObject, block: Fields, root: Uint8Array, previous: Uint8Array | null): Buffer {
  return keyed(auditKey, encodeFields('audit block head', block), encode('audit block', [root, previous]));
}

/**
 * The MAC of a row that stands in clear and decides who gets in: all its facts, and how often it was changed. Whoever writes to
 * the database without the key can neither make such a row nor change one.
 */
export function recordMac(registerKey: KeyObject, table: string, facts: Fields): Buffer {
  return keyed(registerKey, encodeFields(`record ${table}`, facts));
}

/** In constant time; false for another length. */
export function sameMac(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Tells whether the same content was sent twice under one draft; says nothing across drafts. @param key PublicKeyDirectory.fingerprint */
export function fingerprint(key: KeyObject, draftId: string, canonicalText: string): Buffer {
  return keyed(key, encode('fingerprint', [draftId, canonicalText]));
}

/**
 * The keyed hash by which a national number or a telephone is found again in a region. Spelling does not matter: spaces, dots, dashes, +47 and 0047.
 * Undefined for what is no such number: nothing is found by an empty field.
 */
export function lookupHash(lookupKey: KeyObject, kind: 'national-number' | 'phone', text: string): Buffer | undefined {
  if (text.length > LONGEST_NUMBER) return undefined;
  const number = kind === 'phone' ? phoneNumber(text) : nationalNumber(text);
  return number === undefined ? undefined : keyed(lookupKey, encode('lookup', [kind, number]));
}

/** Stands for a person who must not see a row, without saying who it is. */
export function exclusionToken(lookupKey: KeyObject, userId: string): Buffer {
  return keyed(lookupKey, encode('exclusion', [userId]));
}

/** Tells whether somebody was told of something already, without saying who or of what. */
export function noticeMark(lookupKey: KeyObject, facts: Fields): Buffer {
  return keyed(lookupKey, encodeFields('notice', facts));
}

/** Stands for a keyed hash whose facts are nowhere any more: the same for the same hash, and of no use to whoever has the key it was made with. */
export function carriedMark(key: KeyObject, former: Uint8Array): Buffer {
  return keyed(key, encode('carried', [former]));
}

/** A pseudonym under the statistics key. */
export function factId(statsKey: KeyObject, fileId: string): Buffer {
  return keyed(statsKey, encode('fact', [fileId]));
}

function nationalNumber(text: string): string | undefined {
  const bare = bareNumber(text);
  return /^\d{11}$/.test(bare) ? bare : undefined;
}

function phoneNumber(text: string): string | undefined {
  const bare = bareNumber(text).replace(/^00/, '+').replace(/^\+47(?=\d{5,12}$)/, '');
  return /^\+?\d{3,15}$/.test(bare) ? bare : undefined;
}

function bareNumber(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}./()−]/gu, '');
}

function keyed(key: KeyObject, ...bytes: readonly Uint8Array[]): Buffer {
  const hmac = createHmac('sha256', key);
  for (const part of bytes) hmac.update(part);
  return hmac.digest();
}
