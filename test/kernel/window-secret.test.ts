import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUuid, systemChance } from '../../src/kernel/ids.ts';
import { formatReceiptCode, lookupId, newReceiptCode, openReply, sealReply } from '../../src/kernel/sealing/receipt-code.ts';
import { chooseOwnWords, readWindowSecret, windowKeys, type OwnWords, type WindowSecret } from '../../src/kernel/sealing/window-secret.ts';

const NORDFJELLA = randomUUID();
const SORVIKA = randomUUID();

function chosen(text: string): OwnWords {
  const judged = chooseOwnWords(text);
  if (!('words' in judged)) throw new Error(judged.fault);
  return judged.words;
}
const words = (text: string): WindowSecret => ({ kind: 'words', words: chosen(text) });

describe('words of one’s own', () => {
  it('are the same however a frightened person types them the second time', () => {
    for (const again of ['Katten min liker blå tepper', '  katten   min liker BLÅ tepper. ', 'katten-min, liker: blå tepper!', 'katten\nmin liker bla\u030a tepper']) {
      expect(chosen(again)).toBe('katten min liker blå tepper');
    }
  });

  it('are at least four words, or sixteen characters, and not the same few over and over', () => {
    expect(chooseOwnWords('to ord')).toEqual({ fault: 'few' });
    expect(chooseOwnWords('... ,,, !!! ???')).toEqual({ fault: 'few' });
    expect(chooseOwnWords('hei hei hei hei hei')).toEqual({ fault: 'same' });
    expect(chooseOwnWords('aaaaaaaaaaaaaaaaaaaaaaa')).toEqual({ fault: 'same' });
    expect(chosen('min blå katt sover')).toBe('min blå katt sover');
    expect(chosen('vinterskoenemineerblå')).toBe('vinterskoenemineerblå');
  });

  it('are never read as a receipt code, or the window would not be found again', () => {
    expect(chooseOwnWords('7qk2 m9xd 04tb hvrn')).toEqual({ fault: 'code' });
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const judged = chooseOwnWords(text);
      if ('words' in judged) expect(readWindowSecret(text)).toEqual({ kind: 'words', words: judged.words });
    }));
  });

  it('may be anything at all without harm: a novel, a null byte, half a letter', () => {
    for (const odd of ['x'.repeat(1_000_000), '\u0000'.repeat(40), '\ud800 \ud800 \ud800 \ud800 abcdefgh', '']) expect(() => chooseOwnWords(odd)).not.toThrow();
  });
});

describe('what somebody types to get in', () => {
  it('is a code where it can be one, else words, else nothing', () => {
    const code = newReceiptCode(systemChance);
    expect(readWindowSecret(formatReceiptCode(code).toLowerCase())).toEqual({ kind: 'code', code });
    expect(readWindowSecret('katten min liker blå tepper')).toEqual(words('katten min liker blå tepper'));
    expect(readWindowSecret('hei')).toBeUndefined();
  });
});

describe('the keys of a window', () => {
  it('are found again by the same words, and by no others, and in no other region', async () => {
    const first = await windowKeys(words('katten min liker blå tepper'), NORDFJELLA);
    const again = await windowKeys(words('Katten min liker blå tepper!'), NORDFJELLA);
    expect(isUuid(first.lookup)).toBe(true);
    expect([again.lookup, again.publicKey.toString('hex')]).toEqual([first.lookup, first.publicKey.toString('hex')]);
    expect((await windowKeys(words('katten min liker grå tepper'), NORDFJELLA)).lookup).not.toBe(first.lookup);
    expect((await windowKeys(words('katten min liker blå tepper'), SORVIKA)).lookup).not.toBe(first.lookup);
  });

  it('open what was sealed to them, and nothing else does', async () => {
    const mine = await windowKeys(words('katten min liker blå tepper'), NORDFJELLA);
    const facts = { region: NORDFJELLA, thread: randomUUID(), message: randomUUID() };
    const sealed = await sealReply(mine.publicKey, Buffer.from('Vi har et spørsmål'), facts);
    expect((await openReply(mine.pair, sealed, facts)).toString()).toBe('Vi har et spørsmål');
    const other = await windowKeys(words('katten min liker grå tepper'), NORDFJELLA);
    await expect(openReply(other.pair, sealed, facts)).rejects.toThrow();
  });

  it('of a code are those of the code, and the two kinds never meet', async () => {
    const code = newReceiptCode(systemChance);
    const keys = await windowKeys({ kind: 'code', code }, NORDFJELLA);
    expect(keys.lookup).toBe(lookupId(code, NORDFJELLA));
    const asWords = await windowKeys({ kind: 'words', words: code.toLowerCase() as OwnWords }, NORDFJELLA); // what chooseOwnWords refuses
    expect(asWords.lookup).not.toBe(keys.lookup);
  });

  it('take long enough that a list of sayings cannot be tried at once', async () => {
    const started = performance.now();
    await windowKeys(words('katten min liker blå tepper'), NORDFJELLA);
    expect(performance.now() - started).toBeGreaterThan(20);
  });
});
