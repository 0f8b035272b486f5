import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemChance } from '../../src/kernel/ids.ts';
import { takeKey } from '../../src/kernel/sealing/aead.ts';
import { mintFormToken, readFormToken, type FormToken } from '../../src/kernel/sealing/form-token.ts';
import { newReceiptCode } from '../../src/kernel/sealing/receipt-code.ts';
import { addMs, DAY_MS, fromMs, HOUR, instant, MINUTE } from '../../src/kernel/time.ts';

const key = takeKey(randomBytes(32));
const issuedAt = instant('2026-02-03T04:05:06.789Z');

function token(): FormToken {
  return { draftId: systemChance.uuid(), receiptCode: newReceiptCode(systemChance), issuedAt, region: systemChance.uuid() };
}

describe('a form token', () => {
  it('gives back what it was made of', () => {
    fc.assert(fc.property(fc.uuid(), fc.uuid(), fc.integer({ min: 0, max: 4e12 }), (draftId, region, ms) => {
      const given = { draftId, region, issuedAt: fromMs(ms), receiptCode: newReceiptCode(systemChance) };
      expect(readFormToken(key, mintFormToken(key, given, systemChance), fromMs(ms))).toEqual({ state: 'fresh', ...given });
    }));
  });

  it('is fresh for a day, good for sending for a week, and then as good as forged', () => {
    const text = mintFormToken(key, token(), systemChance);
    const state = (ms: number) => readFormToken(key, text, addMs(issuedAt, ms)).state;
    expect([0, 24 * HOUR].map(state)).toEqual(['fresh', 'fresh']);
    expect([24 * HOUR + 1, 7 * DAY_MS].map(state)).toEqual(['expired', 'expired']);
    expect([7 * DAY_MS + 1, 400 * DAY_MS].map(state)).toEqual(['forged', 'forged']);
    expect([-5 * MINUTE, -5 * MINUTE - 1].map(state)).toEqual(['fresh', 'forged']);
  });

  it('is forged when any character is another, when cut, lengthened or minted with another key', () => {
    const text = mintFormToken(key, token(), systemChance);
    for (let at = 0; at < text.length; at += 1) {
      for (const other of ['A', 'B', '_', '=', '+', ' ']) {
        if (text[at] === other) continue;
        expect(readFormToken(key, `${text.slice(0, at)}${other}${text.slice(at + 1)}`, issuedAt)).toEqual({ state: 'forged' });
      }
      expect(readFormToken(key, text.slice(0, at), issuedAt)).toEqual({ state: 'forged' });
    }
    // the last character has two bits to spare: four spellings of the same bytes, of which one is ours
    const spellings = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].map((end) => readFormToken(key, `${text.slice(0, -1)}${end}`, issuedAt));
    expect(spellings.filter((read) => read.state !== 'forged')).toHaveLength(1);
    expect(readFormToken(key, `${text}A`, issuedAt)).toEqual({ state: 'forged' });
    expect(readFormToken(takeKey(randomBytes(32)), text, issuedAt)).toEqual({ state: 'forged' });
  });

  it('is never a reason to fall over, whatever text comes in', () => {
    const length = mintFormToken(key, token(), systemChance).length;
    const noise = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ minLength: length, maxLength: length }), fc.base64String({ minLength: 4, maxLength: 200 }), fc.uint8Array({ minLength: 89, maxLength: 89 }).map((a) => Buffer.from(a).toString('base64url')));
    fc.assert(fc.property(noise, (text) => {
      expect(readFormToken(key, text, issuedAt)).toEqual({ state: 'forged' });
    }), { numRuns: 500 });
  });

  it('always has the same length, and shows neither code nor id', () => {
    const given = token();
    const texts = Array.from({ length: 50 }, () => mintFormToken(key, token(), systemChance));
    expect(new Set(texts.map((text) => text.length)).size).toBe(1);
    const text = mintFormToken(key, given, systemChance);
    expect(Buffer.from(text, 'base64url').toString('hex')).not.toContain(given.draftId.replaceAll('-', '').slice(0, 12));
    expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it('does not share a keystream with another even when chance stands still', () => {
    const stuck = { bytes: (n: number) => Buffer.alloc(n, 1) };
    const salts = Array.from({ length: 100 }, () => Buffer.from(mintFormToken(key, token(), stuck), 'base64url').subarray(1, 25).toString('hex'));
    expect(new Set(salts).size).toBe(100);
  });
});
