import type { KeyObject } from 'node:crypto';
import type { Chance } from '../ids.ts';
import { HOUR, toMs, type Instant } from '../time.ts';
import { mintPageToken, readPageToken, type TokenKind } from './page-token.ts';
import { receiptCodeBytes, receiptCodeFrom, type ReceiptCode } from './receipt-code.ts';

export type FormToken = { readonly draftId: string; readonly receiptCode: ReceiptCode; readonly issuedAt: Instant; readonly region: string };

/** `expired` is good for sending all the same. `forged` says nothing about why. */
export type ReadToken = ({ readonly state: 'fresh' | 'expired' } & FormToken) | { readonly state: 'forged' };

const FORM: TokenKind = { label: 'token', ids: 2, rest: 10, freshMs: 24 * HOUR };
const TURN: TokenKind = { label: 'turn token', ids: 1, rest: 0, freshMs: 24 * HOUR };

/** A token for one form. */
export function mintFormToken(key: KeyObject, { draftId, receiptCode, issuedAt, region }: FormToken, chance: Pick<Chance, 'bytes'>): string {
  return mintPageToken(key, FORM, { issuedAt, ids: [draftId, region], rest: receiptCodeBytes(receiptCode) }, chance);
}

/** Reads whatever came in as a token; never throws. Fresh up to 24 hours, expired up to 7 days after it was issued, forged otherwise. */
export function readFormToken(key: KeyObject, text: string, now: Instant): ReadToken {
  const read = readPageToken(key, FORM, text, now);
  const [draftId, region] = read?.ids ?? [];
  if (read === undefined || draftId === undefined || region === undefined) return { state: 'forged' };
  return { state: read.state, draftId, receiptCode: receiptCodeFrom(read.rest), issuedAt: read.issuedAt, region };
}

/** Given with the page that asks somebody to wait: it tells since when, for this one form. */
export function mintTurn(key: KeyObject, draftId: string, now: Instant, chance: Pick<Chance, 'bytes'>): string {
  return mintPageToken(key, TURN, { issuedAt: now, ids: [draftId], rest: Buffer.alloc(0) }, chance);
}

/** How long this form has waited, in milliseconds; undefined where it was never asked to. */
export function waitedFor(key: KeyObject, text: string, draftId: string, now: Instant): number | undefined {
  const read = readPageToken(key, TURN, text, now);
  return read === undefined || read.ids[0] !== draftId ? undefined : toMs(now) - toMs(read.issuedAt);
}
