import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemChance } from '../../src/kernel/ids.ts';
import { takeKey } from '../../src/kernel/sealing/aead.ts';
import { mintFormToken, readFormToken } from '../../src/kernel/sealing/form-token.ts';
import { newReceiptCode } from '../../src/kernel/sealing/receipt-code.ts';
import { mintWindowToken, readWindowToken, type WindowToken } from '../../src/kernel/sealing/window-token.ts';
import { addMs, DAY_MS, fromMs, instant, MINUTE } from '../../src/kernel/time.ts';

const key = takeKey(randomBytes(32));
const issuedAt = instant('2026-02-03T04:05:06.789Z');
const chance = systemChance;

function token(open: boolean): WindowToken {
  const keys = { lookup: chance.uuid(), publicKey: randomBytes(32), privateKey: randomBytes(32) };
  return { region: chance.uuid(), visit: chance.uuid(), message: chance.uuid(), issuedAt, open: open ? { thread: chance.uuid(), keys } : undefined };
}

const half = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));

describe('what one page of a window carries to the next', () => {
  it('comes back as it was, keys and all', () => {
    const keys = fc.record({ lookup: fc.uuid(), publicKey: half, privateKey: half });
    const open = fc.option(fc.record({ thread: fc.uuid(), keys }), { nil: undefined });
    fc.assert(fc.property(fc.uuid(), fc.uuid(), fc.uuid(), open, fc.integer({ min: 0, max: 4e12 }), (region, visit, message, opened, ms) => {
      const given = { region, visit, message, issuedAt: fromMs(ms), open: opened };
      expect(readWindowToken(key, mintWindowToken(key, given, chance), fromMs(ms))).toEqual({ state: 'fresh', ...given });
    }));
  });

  it('shows the window for half an hour, takes what was written for a week, and is then as good as forged', () => {
    const text = mintWindowToken(key, token(true), chance);
    const state = (ms: number) => readWindowToken(key, text, addMs(issuedAt, ms)).state;
    expect([0, 30 * MINUTE].map(state)).toEqual(['fresh', 'fresh']);
    expect([30 * MINUTE + 1, 7 * DAY_MS].map(state)).toEqual(['expired', 'expired']);
    expect([7 * DAY_MS + 1, 400 * DAY_MS].map(state)).toEqual(['forged', 'forged']);
    expect([-5 * MINUTE, -5 * MINUTE - 1].map(state)).toEqual(['fresh', 'forged']);
  });

  it('tells nobody whether the code was right: both are of one length and look like chance', () => {
    const [right, wrong] = [token(true), token(false)].map((one) => mintWindowToken(key, one, chance));
    expect(right?.length).toBe(wrong?.length);
    const keys = token(true);
    const bytes = Buffer.from(mintWindowToken(key, keys, chance), 'base64url');
    expect(bytes.includes(keys.open?.keys.privateKey ?? bytes)).toBe(false);
    expect(mintWindowToken(key, keys, chance)).not.toBe(mintWindowToken(key, keys, chance));
  });

  it('is forged when any character is another, when cut, lengthened or minted with another key', () => {
    const text = mintWindowToken(key, token(true), chance);
    for (let at = 0; at < text.length; at += 1) {
      for (const other of ['A', 'B', '_', '=', ' ']) {
        if (text[at] === other) continue;
        expect(readWindowToken(key, `${text.slice(0, at)}${other}${text.slice(at + 1)}`, issuedAt)).toEqual({ state: 'forged' });
      }
    }
    for (const other of [text.slice(0, -1), `${text}A`, '', 'x', 'æ'.repeat(text.length)]) expect(readWindowToken(key, other, issuedAt)).toEqual({ state: 'forged' });
    expect(readWindowToken(takeKey(randomBytes(32)), text, issuedAt)).toEqual({ state: 'forged' });
  });

  it('never opens as the token of the form, nor that as this', () => {
    const form = mintFormToken(key, { draftId: chance.uuid(), receiptCode: newReceiptCode(chance), issuedAt, region: chance.uuid() }, chance);
    expect(readWindowToken(key, form, issuedAt).state).toBe('forged');
    expect(readFormToken(key, mintWindowToken(key, token(true), chance), issuedAt).state).toBe('forged');
  });
});
