import { fnr } from '@navikt/fnrvalidator';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { filesBelow, textOf } from './sources.ts';

const BINARY = /\.(png|jpe?g|webp|woff2?|ico|pdf|ttf|otf|gz|zip)$/;
/** Made by npm; what it says of packages is theirs. */
const LOCK = 'package-lock.json';
const TEXTS = filesBelow('').filter((path) => !BINARY.test(path) && path !== LOCK);

/**
 * Words that must not stand anywhere: people, numbers and addresses out of the papers that the product grew from, and
 * the names of tools that have no business in it. Kept as hashes, so that this list does not itself name them. To find
 * out what a hash stands for, hash the word that the test shows.
 */
const NEVER = new Set([
  '0ec526f4156f53d7', '1d597009524bfd3b', '48d4779e823a1893', '63ef5048454d1f3d', '74992f74f5fd2f73', '8bf51eb5c18f03ee',
  '8cd94aedddcaa773', 'a82b79f0d2774d0a', 'b06cc9a51a3bc953', 'b82ae337f1676ff6', 'ba37613e694a0d3b', 'bc1f875cc72f9e08',
  'cc07735f4b9536f7', 'd6eec55db820b022', 'dd7c5d89d8647055', 'e41cbb359b6b657c', 'ecf0ec245cba7896', 'fafdd750aa56b407',
  'fd5fb731a2553dd4',
]);

/** Synthetic numbers have 80 added to the month (Skatteetaten). */
const SYNTHETIC_MONTH = 80;

/** Lower case, without accents: «Bjørg» and «bjorg» are one word. */
function folded(text: string): string {
  return text.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'a').normalize('NFD').replace(/\p{M}/gu, '');
}

function mark(word: string): string {
  return createHash('sha256').update(`never in here: ${word}`).digest('hex').slice(0, 16);
}

/** Words, addresses, and numbers however they are spaced. */
function wordsOf(text: string): Set<string> {
  const low = folded(text);
  const addresses = low.match(/[a-z0-9-]+(\.[a-z0-9-]+)+/g) ?? [];
  const numbers = (low.match(/\d(?:[  .-]?\d){7,}/g) ?? []).map((number) => number.replace(/\D/g, ''));
  return new Set([...(low.match(/[a-z]+/g) ?? []), ...(low.match(/[a-z]+-[a-z]+/g) ?? []), ...addresses, ...numbers]);
}

function neverWords(text: string, never: ReadonlySet<string> = NEVER): string[] {
  return [...wordsOf(text)].filter((word) => never.has(mark(word)));
}

/** Lines that a pattern finds, with their place. */
function linesWith(pattern: RegExp, paths: readonly string[]): string[] {
  return paths.flatMap((path) => textOf(path).split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim().slice(0, 120)}`] : [])));
}

describe('nobody’s name, number or address came in from outside:', () => {
  test('no person, number or address out of the papers the product grew from', () => {
    expect(TEXTS.flatMap((path) => neverWords(`${path}\n${textOf(path)}`).map((word) => `${path}: ${word}`))).toEqual([]);
  });

  test('no national number that could be somebody’s: only synthetic ones', () => {
    const real = TEXTS.flatMap((path) => (textOf(path).match(/(?<![\d.])\d{6} ?\d{5}(?!\d)/g) ?? [])
      .filter((number) => fnr(number.replace(' ', '')).status === 'valid' && Number(number.slice(2, 4)) <= SYNTHETIC_MONTH).map((number) => `${path}: ${number}`));
    expect(real).toEqual([]);
  });

  test('and the search finds what it looks for', () => {
    const invented = new Set(['odegard', '55550123', 'sted.example'].map(mark));
    expect(neverWords('Fru Ødegård, 55 55 01 23, post@sted.example', invented)).toEqual(['odegard', 'sted.example', '55550123']);
  });
});

describe('nothing tells on which machine or with what it was made:', () => {
  test('no path of one machine', () => {
    expect(linesWith(/(^|[\s'"`(=:])\/(wor[k]|far[m]|roo[t]|User[s])\//, TEXTS)).toEqual([]);
  });

  test('no address of a package registry or a proxy', () => {
    expect(linesWith(/\b(registr[y]|artifactor[y]|nexu[s]|verdacci[o]|npm-prox[y])[\w.-]*[.:](org|com|net|local|internal|lan|\d)/i, TEXTS)).toEqual([]);
    expect(textOf(LOCK)).not.toMatch(/"resolved": "http/);
  });
});

test('nothing is only pretended: no note that something is to be written later', () => {
  expect(linesWith(/\b(TOD[O]|FIXM[E]|XX[X]|HAC[K]|not implemente[d]|not written ye[t]|for no[w]|stu[b](bed)?|dumm[y]|lorem ipsu[m])\b/, TEXTS.filter((path) => /^(src|db|test|bench)\/|^[^/]+\.mjs$/.test(path)))).toEqual([]);
});

test('no test is left out: none skipped, none alone, none to be written', () => {
  expect(linesWith(/\b(test|it|describe)\.(onl[y]\b|tod[o]\b|skip\(\s*['"`])|expect\(tru[e]\)/, TEXTS.filter((path) => path.startsWith('test/')))).toEqual([]);
});
