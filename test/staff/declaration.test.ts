import { describe, expect, test } from 'vitest';
import { addDays, addMs, DAY_MS, instant, osloDay, osloInstant } from '../../src/kernel/time.ts';
import { LANGUAGES } from '../../src/kernel/texts.ts';
import { declarationTexts } from '../../src/staff/declaration-texts.ts';
import { declaredUntil, whyAsked, type DeclarationText } from '../../src/staff/declaration.ts';

const SAID = instant('2025-11-03T09:00:00.000Z');
const FIRST: DeclarationText = { version: 0, since: undefined };
const newest = { version: 0, at: SAID };

describe('the duty of confidentiality is made known (fvl § 13 c)', () => {
  test('the words name the duty and what it costs to break it (fvl § 13, hpl § 21, strl § 209), and that danger comes first, in every language', () => {
    for (const lang of LANGUAGES) {
      const { duty, punished, danger } = declarationTexts[lang];
      expect([duty, punished, danger].map((words) => words.match(/§ \d+/g)), lang).toEqual([['§ 13', '§ 5', '§ 21'], ['§ 209'], ['§ 196']]);
    }
  });

  test('whoever has never said that they know it is asked before anything else', () => {
    expect(whyAsked(undefined, FIRST, SAID)).toBe('never');
  });

  test('once a year: asked the day after a year, and not a minute before', () => {
    const last = declaredUntil(newest);
    expect(last).toBe('2026-11-03');
    expect(whyAsked(newest, FIRST, osloInstant(last, 23, 59))).toBeUndefined();
    expect(whyAsked(newest, FIRST, osloInstant(addDays(last, 1), 0, 0))).toBe('a_year');
  });

  test('new words are asked about at the next sign-in, and nobody is interrupted in what they are doing', () => {
    const written = addMs(SAID, 10 * DAY_MS);
    const words: DeclarationText = { version: 1, since: written };
    expect(whyAsked(newest, words, addMs(written, -1)), 'signed in before they were written').toBeUndefined();
    expect(whyAsked(newest, words, written)).toBe('new_words');
    expect(whyAsked({ version: 1, at: written }, words, addMs(written, DAY_MS))).toBeUndefined();
    expect(osloDay(written)).toBe('2025-11-13');
  });
});
