import { describe, expect, test } from 'vitest';
import { fullName, missingTests, namedTests, numberedRows } from './tables.ts';

/** How many rows the reference has on what the law asks (domain reference §4.2). */
const ROWS = 60;

/** The names of an act that people use beside the short form. */
const SHORT: Readonly<Record<string, string>> = {
  krisesenterlova: 'krl', barnevernsloven: 'bvl', straffeloven: 'strl', straffeprosessloven: 'strpl', vergemålsloven: 'vgml',
};

const ACT = String.raw`(\p{L}[\p{L}-]*)\.?\s`;
const PARAGRAPHS = String.raw`((?:(?:,\s|;\s)?(?:§§?|art\.|kap\.)?\s?\d+(?:-\d+)?(?:\s\p{L}(?!\p{L}))?)+)`;
const CITED = new RegExp(`${ACT}(?=§|art\\.|kap\\.)${PARAGRAPHS}`, 'gu');

/** Every paragraph that a text names, each with the short form of its act: «krl 5 a». A text without any names the act alone. */
function cited(text: string): string[] {
  const found = [...text.matchAll(CITED)].flatMap(([, act = '', paragraphs = '']) =>
    [...paragraphs.matchAll(/\d+(?:-\d+)?(?:\s\p{L}(?!\p{L}))?/gu)].map(([paragraph]) => `${SHORT[act.toLowerCase()] ?? act.toLowerCase()} ${paragraph.toLowerCase()}`));
  return found.length > 0 ? found : text.split('; ').map((act) => act.trim().toLowerCase());
}

const rows = numberedRows('docs/law-coverage.md').map(([number = '', law = '', does = '', check = '', ...more]) => ({ number, law, does, check, more }));

describe('the list of what the law asks for', () => {
  test('has every row once, in order, so that none falls out unseen', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: ROWS }, (_, n) => String(n + 1)));
  });

  test('says of each what the product does and which test holds it, or in words why there is none', () => {
    for (const { number, law, does, check, more } of rows) {
      expect(more, number).toEqual([]);
      expect([law, does].every((cell) => cell !== ''), number).toBe(true);
      for (const part of check.split('<br>')) expect(part, number).toMatch(/^(`[^`]+\.test\.tsx?`: .{8,}|(åpen|ingen): .{10,})$/);
      expect(does === '–' && namedTests(check).length > 0, `${number} is held by a test and does something`).toBe(false);
    }
  });

  test('boasts of no test that is not there', () => {
    expect(rows.flatMap(({ number, check }) => missingTests(namedTests(check)).map((one) => ({ number, ...one })))).toEqual([]);
  });

  test('names only tests that name the paragraph themselves, so that whoever changes one sees what it holds', () => {
    const silent = rows.flatMap(({ number, law, check }) => namedTests(check).filter((one) => {
      const name = fullName(one)?.toLowerCase() ?? '';
      const named = cited(name);
      return !cited(law).some((paragraph) => named.includes(paragraph) || (!/\d/.test(paragraph) && name.includes(paragraph)));
    }).map(({ file, words }) => `${number} ${law}: ${file}: ${words}`));
    expect(silent).toEqual([]);
  });
});

test('the look finds a paragraph however it is written, and does not take one for another', () => {
  expect(cited('what one is told (fvl §§ 13 a, 13 b, hpl §§ 22, 23, pbrl § 3-6)')).toEqual(['fvl 13 a', 'fvl 13 b', 'hpl 22', 'hpl 23', 'pbrl 3-6']);
  expect(cited('krisesenterlova § 9: for a time')).toEqual(['krl 9']);
  expect(cited('fvl § 13 a nr. 1: feedback')).toEqual(['fvl 13 a']);
  expect(cited('GDPR art. 12, art. 13')).toEqual(['gdpr 12', 'gdpr 13']);
  expect(cited('hol kap. 9 and pbrl kap. 4 A: no measure')).toEqual(['hol 9', 'pbrl 4 a']);
  expect(cited('språklova')).toEqual(['språklova']);
});
