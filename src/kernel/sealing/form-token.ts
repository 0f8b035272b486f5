import type { KeyObject } from 'node:crypto';
import type { Chance } from '../ids.ts';
import { DAY_MS, fromMs, HOUR, MINUTE, toMs, type Instant } from '../time.ts';
import { decipher, encipher, expand, hedged, TAG_BYTES } from './aead.ts';
import { receiptCodeBytes, receiptCodeFrom, type ReceiptCode } from './receipt-code.ts';

export type FormToken = { readonly draftId: string; readonly receiptCode: ReceiptCode; readonly issuedAt: Instant; readonly region: string };

/** `expired` is authentic and still good for sending: nobody loses a text because they were interrupted. `forged` says nothing about why. */
export type ReadToken = ({ readonly state: 'fresh' | 'expired' } & FormToken) | { readonly state: 'forged' };

const FORGED: ReadToken = { state: 'forged' };
const FRESH_MS = 24 * HOUR;
const ACCEPTED_MS = 7 * DAY_MS;
// several servers' clocks are never quite the same
const AHEAD_MS = 5 * MINUTE;
const FORMAT = 1;
const SALT_BYTES = 24;
const TIME_BYTES = 6;
const UUID_BYTES = 16;
const PLAIN_BYTES = TIME_BYTES + 2 * UUID_BYTES + 10;
const HEAD_BYTES = 1 + SALT_BYTES;
const TOKEN_BYTES = HEAD_BYTES + PLAIN_BYTES + TAG_BYTES;
const TEXT_LENGTH = Math.ceil((TOKEN_BYTES * 4) / 3);
const NONCE = Buffer.alloc(12);
const ADDRESS = Buffer.from('form token');

/**
 * A token for one form: `format 1 | salt 24 | ciphertext | tag 16` in base64url, always the same length.
 * Anyone can ask for tokens without end, so each gets a key of its own from a salt of 192 bits; a 96-bit nonce under one key would wear out.
 */
export function mintFormToken(key: KeyObject, token: FormToken, chance: Pick<Chance, 'bytes'>): string {
  const plain = Buffer.alloc(PLAIN_BYTES);
  plain.writeUIntBE(toMs(token.issuedAt), 0, TIME_BYTES);
  uuidBytes(token.draftId).copy(plain, TIME_BYTES);
  uuidBytes(token.region).copy(plain, TIME_BYTES + UUID_BYTES);
  receiptCodeBytes(token.receiptCode).copy(plain, TIME_BYTES + 2 * UUID_BYTES);
  const salt = hedged(expand(key, 'token salt'), plain, ADDRESS, chance).subarray(0, SALT_BYTES);
  const head = Buffer.concat([Buffer.of(FORMAT), salt]);
  return Buffer.concat([head, encipher(expand(key, 'token', salt), NONCE, plain, head)]).toString('base64url');
}

/** Reads whatever came in as a token; never throws. Fresh up to 24 hours, expired up to 7 days after it was issued, forged otherwise. */
export function readFormToken(key: KeyObject, text: string, now: Instant): ReadToken {
  if (text.length !== TEXT_LENGTH || !/^[\w-]+$/.test(text)) return FORGED;
  const bytes = Buffer.from(text, 'base64url');
  // the last character has bits to spare: only the spelling that we wrote counts
  if (bytes[0] !== FORMAT || bytes.toString('base64url') !== text) return FORGED;
  const plain = openToken(key, bytes);
  if (plain === undefined) return FORGED;
  const issued = plain.readUIntBE(0, TIME_BYTES);
  const age = toMs(now) - issued;
  if (age > ACCEPTED_MS || age < -AHEAD_MS) return FORGED;
  return {
    state: age > FRESH_MS ? 'expired' : 'fresh',
    draftId: uuidText(plain.subarray(TIME_BYTES, TIME_BYTES + UUID_BYTES)),
    receiptCode: receiptCodeFrom(plain.subarray(TIME_BYTES + 2 * UUID_BYTES)),
    issuedAt: fromMs(issued),
    region: uuidText(plain.subarray(TIME_BYTES + UUID_BYTES, TIME_BYTES + 2 * UUID_BYTES)),
  };
}

function openToken(key: KeyObject, bytes: Buffer): Buffer | undefined {
  const head = bytes.subarray(0, HEAD_BYTES);
  try {
    return decipher(expand(key, 'token', head.subarray(1)), NONCE, bytes.subarray(HEAD_BYTES), head);
  } catch {
    return undefined;
  }
}

function uuidBytes(text: string): Buffer {
  const bytes = Buffer.from(text.replaceAll('-', ''), 'hex');
  if (bytes.length !== UUID_BYTES) throw new RangeError('not an id');
  return bytes;
}

function uuidText(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
