import type { KeyObject } from 'node:crypto';
import type { Chance } from '../ids.ts';
import { decipher, encipher, expand, hedged, TAG_BYTES } from './aead.ts';

const FORMAT = 1;
const SALT_BYTES = 24;
const HEAD_BYTES = 1 + SALT_BYTES;
const NONCE = Buffer.alloc(12);

/** What kind of token it is: one never opens as another, although the key is the same. */
export type TokenKind = { /** part of the key's derivation */ readonly label: string; /** bytes in clear: a token of a kind always has the same length */ readonly size: number };

/**
 * A token that a page carries and sends back: `format 1 | salt 24 | ciphertext | tag 16` in base64url.
 * Anyone can ask for tokens without end, so each gets a key of its own from a salt of 192 bits; a 96-bit nonce under one key would wear out.
 */
export function mintPageToken(key: KeyObject, kind: TokenKind, plain: Buffer, chance: Pick<Chance, 'bytes'>): string {
  if (plain.length !== kind.size) throw new RangeError('a token of another length');
  const salt = hedged(expand(key, `${kind.label} salt`), plain, Buffer.from(`form ${kind.label}`), chance).subarray(0, SALT_BYTES);
  const head = Buffer.concat([Buffer.of(FORMAT), salt]);
  return Buffer.concat([head, encipher(expand(key, kind.label, salt), NONCE, plain, head)]).toString('base64url');
}

/** Opens whatever came in as a token of this kind; undefined when it is none of ours. Never throws. */
export function openPageToken(key: KeyObject, kind: TokenKind, text: string): Buffer | undefined {
  if (text.length !== Math.ceil(((HEAD_BYTES + kind.size + TAG_BYTES) * 4) / 3) || !/^[\w-]+$/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  // the last character has bits to spare: only the spelling that we wrote counts
  if (bytes[0] !== FORMAT || bytes.toString('base64url') !== text) return undefined;
  const head = bytes.subarray(0, HEAD_BYTES);
  try {
    return decipher(expand(key, kind.label, head.subarray(1)), NONCE, bytes.subarray(HEAD_BYTES), head);
  } catch {
    return undefined;
  }
}

/** The 16 bytes of an id. Throws RangeError on a text of another length. */
export function uuidBytes(text: string): Buffer {
  const bytes = Buffer.from(text.replaceAll('-', ''), 'hex');
  if (bytes.length !== 16) throw new RangeError('not an id');
  return bytes;
}

export function uuidText(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
