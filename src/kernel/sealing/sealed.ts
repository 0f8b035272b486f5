import type { Chance } from '../ids.ts';
import { openBytes, sealBytes, type SealingKey } from './aead.ts';
import { SealBroken } from './broken.ts';
import { encode } from './encoding.ts';
import { pad, unpad } from './padding.ts';

/** The place a value belongs to. It opens there and nowhere else: not in another row, field or region, and not under a later version of the row. */
export type Where = {
  readonly table: string;
  readonly region: string;
  readonly row: string;
  readonly field: string;
  /** version of the row, counted up at each change; 1 for rows that never change */
  readonly version: number;
};

/**
 * Seals a value for its place, with its length hidden in steps of 64 bytes (`short`) or 1 KiB (`text`).
 * A half surrogate in a text comes back as U+FFFD; sealJson keeps it.
 */
export function seal(key: SealingKey, plain: Buffer | string, where: Where, size: 'short' | 'text', chance: Pick<Chance, 'bytes'>): Buffer {
  const bytes = typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain;
  return sealBytes(key, pad(bytes, size), address(where), chance);
}

/** Opens a value in its place. Throws SealBroken when it was altered, moved, cut short or is older than the row. */
export function open(key: SealingKey, sealed: Uint8Array, where: Where): Buffer {
  return unpad(openBytes(key, sealed, address(where)));
}

export function openText(key: SealingKey, sealed: Uint8Array, where: Where): string {
  return open(key, sealed, where).toString('utf8');
}

/** Seals anything JSON can hold. A row with many small secrets is best sealed as one value: an empty field is a secret too. */
export function sealJson(key: SealingKey, value: unknown, where: Where, size: 'short' | 'text', chance: Pick<Chance, 'bytes'>): Buffer {
  return seal(key, jsonBytes(value), where, size, chance);
}

/** Opens what sealJson made. Its shape is unknown: lift and check it. Throws SealBroken. */
export function openJson(key: SealingKey, sealed: Uint8Array, where: Where): unknown {
  return parseJson(open(key, sealed, where));
}

/** The bytes that sealJson seals and a content hash is taken of. Throws TypeError on what JSON has no word for (undefined, a function). */
export function jsonBytes(value: unknown): Buffer {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return Buffer.from(text, 'utf8');
}

/** Throws SealBroken, never the parser's own error: that one quotes the text. */
export function parseJson(bytes: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return value;
  } catch {
    throw new SealBroken('content');
  }
}

/** The same value for the same place under another key, its padding with it. Throws SealBroken where it does not open with `from`. */
export function resealed(from: SealingKey, to: SealingKey, sealed: Uint8Array, where: Where, chance: Pick<Chance, 'bytes'>): Buffer {
  return sealBytes(to, openBytes(from, sealed, address(where)), address(where), chance);
}

function address(where: Where): Buffer {
  return encode('value', [where.table, where.region, where.row, where.field, where.version]);
}
