import type { KeyObject } from 'node:crypto';
import type { Chance } from '../ids.ts';
import { DAY_MS, fromMs, MINUTE, toMs, type Instant } from '../time.ts';
import { decipher, encipher, expand, hedged, TAG_BYTES } from './aead.ts';

const FORMAT = 1;
const SALT_BYTES = 24;
const HEAD_BYTES = 1 + SALT_BYTES;
const NONCE = Buffer.alloc(12);
const TIME_BYTES = 6;
const UUID_BYTES = 16;
const ACCEPTED_MS = 7 * DAY_MS;
// several servers' clocks are never quite the same
const AHEAD_MS = 5 * MINUTE;

/** What kind of token it is: one never opens as another, although the key is the same. Each of a kind has the same length. */
export type TokenKind = { /** part of the key's derivation */ readonly label: string; /** how many ids it carries */ readonly ids: number; /** bytes after them */ readonly rest: number; readonly freshMs: number; /** how long what was written is still taken; seven days where nothing is said */ readonly acceptedMs?: number };

export type PageToken = { readonly issuedAt: Instant; readonly ids: readonly string[]; readonly rest: Buffer };
/** `expired` is authentic, and what was written is still taken: nobody loses a text because they were interrupted. */
export type ReadPageToken = PageToken & { readonly state: 'fresh' | 'expired' };

/**
 * A token that a page carries and sends back: `format 1 | salt 24 | ciphertext | tag 16` in base64url, of time 6 | ids | rest.
 * Anyone can ask for tokens without end, so each gets a key of its own from a salt of 192 bits; a 96-bit nonce under one key would wear out.
 * Throws RangeError on what is not of its kind.
 */
export function mintPageToken(key: KeyObject, kind: TokenKind, { issuedAt, ids, rest }: PageToken, chance: Pick<Chance, 'bytes'>): string {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeUIntBE(toMs(issuedAt), 0, TIME_BYTES);
  const plain = Buffer.concat([time, ...ids.map(uuidBytes), rest]);
  if (plain.length !== sizeOf(kind)) throw new RangeError('a token of another length');
  const salt = hedged(expand(key, `${kind.label} salt`), plain, Buffer.from(`form ${kind.label}`), chance).subarray(0, SALT_BYTES);
  const head = Buffer.concat([Buffer.of(FORMAT), salt]);
  return Buffer.concat([head, encipher(expand(key, kind.label, salt), NONCE, plain, head)]).toString('base64url');
}

/** Reads whatever came in as a token of this kind: fresh, expired for as long as its kind is accepted, undefined for what is none of ours. Never throws. */
export function readPageToken(key: KeyObject, kind: TokenKind, text: string, now: Instant): ReadPageToken | undefined {
  const plain = openPageToken(key, kind, text);
  if (plain === undefined) return undefined;
  const issued = plain.readUIntBE(0, TIME_BYTES);
  const age = toMs(now) - issued;
  if (age > (kind.acceptedMs ?? ACCEPTED_MS) || age < -AHEAD_MS) return undefined;
  const idAt = (n: number): string => uuidText(plain.subarray(TIME_BYTES + n * UUID_BYTES, TIME_BYTES + (n + 1) * UUID_BYTES));
  return {
    state: age > kind.freshMs ? 'expired' : 'fresh', issuedAt: fromMs(issued),
    ids: Array.from({ length: kind.ids }, (_, n) => idAt(n)), rest: Buffer.from(plain.subarray(TIME_BYTES + kind.ids * UUID_BYTES)),
  };
}

function sizeOf({ ids, rest }: TokenKind): number {
  return TIME_BYTES + ids * UUID_BYTES + rest;
}

function openPageToken(key: KeyObject, kind: TokenKind, text: string): Buffer | undefined {
  if (text.length !== Math.ceil(((HEAD_BYTES + sizeOf(kind) + TAG_BYTES) * 4) / 3) || !/^[\w-]+$/.test(text)) return undefined;
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
function uuidBytes(text: string): Buffer {
  const bytes = Buffer.from(text.replaceAll('-', ''), 'hex');
  if (bytes.length !== UUID_BYTES) throw new RangeError('not an id');
  return bytes;
}

function uuidText(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
