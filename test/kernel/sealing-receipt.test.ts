import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CROCKFORD, isUuid, systemChance } from '../../src/kernel/ids.ts';
import { SealBroken } from '../../src/kernel/sealing/broken.ts';
import { formatReceiptCode, lookupId, newReceiptCode, openReply, parseReceiptCode, receiptCodeBytes, receiptCodeFrom, replyKeyPair, sealReply, type ReceiptCode } from '../../src/kernel/sealing/receipt-code.ts';

const code: fc.Arbitrary<ReceiptCode> = fc.uint8Array({ minLength: 10, maxLength: 10 }).map(receiptCodeFrom);
const separator = fc.constantFrom('', ' ', '-', ' - ', '–', '\u00a0', '\n', '.', '\u200b');
const looksLike: Readonly<Record<string, readonly string[]>> = { 0: ['0', 'o', 'O'], 1: ['1', 'i', 'I', 'l', 'L'] };

function region(): string {
  return randomUUID();
}

describe('a receipt code', () => {
  it('is read back from the way it is shown', () => {
    fc.assert(fc.property(code, (c) => {
      expect(formatReceiptCode(c)).toMatch(/^[0-9A-Z]{4}( [0-9A-Z]{4}){3}$/);
      expect(parseReceiptCode(formatReceiptCode(c))).toBe(c);
      expect(receiptCodeFrom(receiptCodeBytes(c))).toBe(c);
    }));
  });

  it('is understood however a tired person types it: small letters, spaces, dashes, o for 0, i and l for 1', () => {
    fc.assert(fc.property(code, fc.array(separator, { minLength: 17, maxLength: 17 }), fc.array(fc.nat(), { minLength: 16, maxLength: 16 }), (c, gaps, picks) => {
      const typed = [...c].map((character, i) => {
        const ways = looksLike[character] ?? [character, character.toLowerCase()];
        return `${gaps[i]}${ways[(picks[i] ?? 0) % ways.length]}`;
      });
      expect(parseReceiptCode(`${typed.join('')}${gaps[16]}`)).toBe(c);
    }));
  });

  it('is not found in what is none: too short, too long, a U, a sign, nothing, a novel', () => {
    const right = formatReceiptCode(newReceiptCode(systemChance));
    for (const wrong of ['', ' ', right.slice(1), `${right}0`, right.replace(/^./, 'U'), right.replace(/^./, '!'), right.replace(/^./, '\u0000'), 'a'.repeat(100_000)]) {
      expect(parseReceiptCode(wrong)).toBeUndefined();
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const parsed = parseReceiptCode(text);
      expect(parsed === undefined || /^[0-9A-HJKMNP-TV-Z]{16}$/.test(parsed)).toBe(true);
    }));
  });

  it('has 80 random bits and uses the whole alphabet', () => {
    const codes = Array.from({ length: 500 }, () => newReceiptCode(systemChance));
    expect(new Set(codes).size).toBe(500);
    expect(new Set(codes.join('')).size).toBe(32);
    expect([...CROCKFORD].every((character) => codes.some((c) => c.startsWith(character)))).toBe(true);
    expect(newReceiptCode({ bytes: (n) => Buffer.alloc(n, 0xff) })).toBe('ZZZZZZZZZZZZZZZZ');
  });

  it('is known in the database by an id that says nothing and differs between codes and regions', () => {
    const [here, there] = [region(), region()];
    fc.assert(fc.property(code, code, (a, b) => {
      fc.pre(a !== b);
      expect(isUuid(lookupId(a, here))).toBe(true);
      expect(lookupId(a, here)).toBe(lookupId(a, here));
      expect(new Set([lookupId(a, here), lookupId(b, here), lookupId(a, there)]).size).toBe(3);
    }));
  });

  it('finds its thread again in ten years: the same code gives the same id and the same key', async () => {
    const fixed = receiptCodeFrom(Buffer.from('00112233445566778899', 'hex'));
    const here = '0b7c1d7e-3f0c-4b1e-9a57-0d3c5f1f2a10';
    expect(fixed).toMatchInlineSnapshot(`"008J4CT4ANK7F24S"`);
    expect(lookupId(fixed, here)).toMatchInlineSnapshot(`"3d303e86-8119-8f17-a6df-189eaa0dfe76"`);
    expect((await replyKeyPair(fixed, here)).publicKey.toString('hex')).toMatchInlineSnapshot(`"5b930ff1bcfeef7c39952d104ba0c495e9325d0786e6abc003ecaf4370bec238"`);
  });
});

describe('a reply', () => {
  const facts = { region: 'r1', thread: 't1', message: 'm1' };

  it('opens for whoever holds the code and for nobody else', async () => {
    const [mine, other] = [newReceiptCode(systemChance), newReceiptCode(systemChance)];
    const sealed = await sealReply((await replyKeyPair(mine, 'r1')).publicKey, Buffer.from('Takk for meldingen'), facts);
    expect((await openReply((await replyKeyPair(mine, 'r1')).pair, sealed, facts)).toString()).toBe('Takk for meldingen');
    await expect(openReply((await replyKeyPair(other, 'r1')).pair, sealed, facts)).rejects.toThrow(SealBroken);
    await expect(openReply((await replyKeyPair(mine, 'r2')).pair, sealed, facts)).rejects.toThrow(SealBroken);
  });

  it('does not open as another message, in another thread or changed', async () => {
    const { publicKey, pair } = await replyKeyPair(newReceiptCode(systemChance), 'r1');
    const sealed = await sealReply(publicKey, Buffer.from('Takk'), facts);
    for (const other of [{ region: 'r2' }, { thread: 't2' }, { message: 'm2' }]) {
      await expect(openReply(pair, sealed, { ...facts, ...other })).rejects.toThrow(SealBroken);
    }
    await fc.assert(fc.asyncProperty(fc.nat({ max: sealed.length - 1 }), async (at) => {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(openReply(pair, changed, facts)).rejects.toThrow(SealBroken);
    }), { numRuns: 40 });
  });
});
