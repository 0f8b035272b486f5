import type { KeyObject } from 'node:crypto';
import type { Chance } from '../ids.ts';
import { DAY_MS, fromMs, HOUR, MINUTE, toMs, type Instant } from '../time.ts';
import { mintPageToken, openPageToken, uuidBytes, uuidText, type TokenKind } from './page-token.ts';
import { receiptCodeBytes, receiptCodeFrom, type ReceiptCode } from './receipt-code.ts';

export type FormToken = { readonly draftId: string; readonly receiptCode: ReceiptCode; readonly issuedAt: Instant; readonly region: string };

/** `expired` is authentic and still good for sending: nobody loses a text because they were interrupted. `forged` says nothing about why. */
export type ReadToken = ({ readonly state: 'fresh' | 'expired' } & FormToken) | { readonly state: 'forged' };

const FORGED: ReadToken = { state: 'forged' };
const FRESH_MS = 24 * HOUR;
const ACCEPTED_MS = 7 * DAY_MS;
// several servers' clocks are never quite the same
const AHEAD_MS = 5 * MINUTE;
const TIME_BYTES = 6;
const UUID_BYTES = 16;
const KIND: TokenKind = { label: 'token', size: TIME_BYTES + 2 * UUID_BYTES + 10 };

/** A token for one form, always of the same length (page-token.ts). */
export function mintFormToken(key: KeyObject, token: FormToken, chance: Pick<Chance, 'bytes'>): string {
  const plain = Buffer.alloc(KIND.size);
  plain.writeUIntBE(toMs(token.issuedAt), 0, TIME_BYTES);
  uuidBytes(token.draftId).copy(plain, TIME_BYTES);
  uuidBytes(token.region).copy(plain, TIME_BYTES + UUID_BYTES);
  receiptCodeBytes(token.receiptCode).copy(plain, TIME_BYTES + 2 * UUID_BYTES);
  return mintPageToken(key, KIND, plain, chance);
}

/** Reads whatever came in as a token; never throws. Fresh up to 24 hours, expired up to 7 days after it was issued, forged otherwise. */
export function readFormToken(key: KeyObject, text: string, now: Instant): ReadToken {
  const plain = openPageToken(key, KIND, text);
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
