import type { KeyObject } from 'node:crypto';
import type { Chance } from '../ids.ts';
import { DAY_MS, fromMs, MINUTE, toMs, type Instant } from '../time.ts';
import { mintPageToken, openPageToken, uuidBytes, uuidText, type TokenKind } from './page-token.ts';

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

const FORGED: ReadWindowToken = { state: 'forged' };
const FRESH_MS = 30 * MINUTE;
const ACCEPTED_MS = 7 * DAY_MS;
// several servers' clocks are never quite the same
const AHEAD_MS = 5 * MINUTE;
const TIME = 6;
const UUID = 16;
const HALF = 32;
const KIND: TokenKind = { label: 'window token', size: TIME + 5 * UUID + 2 * HALF };
const NONE = '00000000-0000-0000-0000-000000000000';

export function mintWindowToken(key: KeyObject, token: WindowToken, chance: Pick<Chance, 'bytes'>): string {
  const time = Buffer.alloc(TIME);
  time.writeUIntBE(toMs(token.issuedAt), 0, TIME);
  const ids = [token.region, token.visit, token.message, token.open?.thread ?? NONE, token.open?.keys.lookup ?? NONE].map(uuidBytes);
  return mintPageToken(key, KIND, Buffer.concat([time, ...ids, token.open?.keys.publicKey ?? Buffer.alloc(HALF), token.open?.keys.privateKey ?? Buffer.alloc(HALF)]), chance);
}

/** Reads whatever came in as a token; never throws. Fresh for 30 minutes, expired up to 7 days after it was issued, forged otherwise. */
export function readWindowToken(key: KeyObject, text: string, now: Instant): ReadWindowToken {
  const plain = openPageToken(key, KIND, text);
  if (plain === undefined) return FORGED;
  const issued = plain.readUIntBE(0, TIME);
  const age = toMs(now) - issued;
  if (age > ACCEPTED_MS || age < -AHEAD_MS) return FORGED;
  const id = (n: number): string => uuidText(plain.subarray(TIME + n * UUID, TIME + (n + 1) * UUID));
  const half = (n: number): Buffer => Buffer.from(plain.subarray(TIME + 5 * UUID + n * HALF, TIME + 5 * UUID + (n + 1) * HALF));
  const open = id(3) === NONE ? undefined : { thread: id(3), keys: { lookup: id(4), publicKey: half(0), privateKey: half(1) } };
  return { state: age > FRESH_MS ? 'expired' : 'fresh', region: id(0), visit: id(1), message: id(2), issuedAt: fromMs(issued), open };
}
