import type { KeyObject } from 'node:crypto';
import type { Chance } from '../ids.ts';
import { MINUTE, type Instant } from '../time.ts';
import { mintPageToken, readPageToken, type TokenKind } from './page-token.ts';

/** What opens a window (windowKeys) as bytes: neither the code nor the own words it was made of stand in the page, not even sealed. */
export type CarriedKeys = { readonly lookup: string; readonly publicKey: Buffer; readonly privateKey: Buffer };

/**
 * What one page of a window carries to the next. `visit` is spent by «Forlat siden», and then nothing of the whole visit is shown again;
 * `message` is what is written on this page: sent twice, it is one. `keys` and `thread` are there once the code was right.
 */
export type WindowToken = { readonly region: string; readonly visit: string; readonly message: string; readonly issuedAt: Instant; readonly open: OpenedWindow | undefined };
export type OpenedWindow = { readonly thread: string; readonly keys: CarriedKeys };

/** `fresh`: the window may be shown. `expired`: authentic, and what was written is still taken, but somebody else may sit there now. */
export type ReadWindowToken = ({ readonly state: 'fresh' | 'expired' } & WindowToken) | { readonly state: 'forged' };

const HALF = 32;
const KIND: TokenKind = { label: 'window token', ids: 5, rest: 2 * HALF, freshMs: 30 * MINUTE };
const NONE = '00000000-0000-0000-0000-000000000000';

export function mintWindowToken(key: KeyObject, { region, visit, message, issuedAt, open }: WindowToken, chance: Pick<Chance, 'bytes'>): string {
  const rest = open === undefined ? Buffer.alloc(2 * HALF) : Buffer.concat([open.keys.publicKey, open.keys.privateKey]);
  return mintPageToken(key, KIND, { issuedAt, ids: [region, visit, message, open?.thread ?? NONE, open?.keys.lookup ?? NONE], rest }, chance);
}

/** Reads whatever came in as a token; never throws. Fresh for 30 minutes, expired up to 7 days after it was issued, forged otherwise. */
export function readWindowToken(key: KeyObject, text: string, now: Instant): ReadWindowToken {
  const read = readPageToken(key, KIND, text, now);
  const [region, visit, message, thread, lookup] = read?.ids ?? [];
  if (read === undefined || region === undefined || visit === undefined || message === undefined || thread === undefined || lookup === undefined) return { state: 'forged' };
  const keys: CarriedKeys = { lookup, publicKey: Buffer.from(read.rest.subarray(0, HALF)), privateKey: Buffer.from(read.rest.subarray(HALF)) };
  return { state: read.state, region, visit, message, issuedAt: read.issuedAt, open: thread === NONE ? undefined : { thread, keys } };
}
