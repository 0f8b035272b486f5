import { fold as foldLetters, nearWord, slipsIn } from '../kernel/likeness.ts';
import type { Trace } from './trace.ts';

/** A folded word, with how it sounds and which letters are in it (a bit for each): ten thousand of them are compared at a time. */
export type Word = { readonly text: string; readonly sound: string; readonly letters: number };

/** A trace made ready to be compared: folded once, however often it is compared. `phones`: keyed hashes. */
export type Comparable = {
  readonly names: readonly (readonly Word[])[];
  readonly birthYears: readonly number[];
  readonly municipalities: readonly string[];
  readonly phones: readonly string[];
};

/** A trace made ready to be searched: `called` what the person is called by anybody, `around` who else is named; `phones`: keyed hashes. */
export type Findable = {
  readonly called: readonly (readonly Word[])[];
  readonly around: readonly (readonly Word[])[];
  readonly birthYears: readonly number[];
  readonly phones: readonly string[];
};

/** No name has more words; what goes beyond was not meant as one. */
const MOST_WORDS = 8;
/** What people write where they do not know a name, and titles: two who wrote «moren min» are not talking of the same person. */
const NO_NAMES = new Set([
  'min', 'mitt', 'mine', 'mi', 'mor', 'mora', 'moren', 'mamma', 'far', 'faren', 'pappa', 'bestemor', 'bestefar', 'farmor', 'farfar', 'mormor', 'morfar', 'nabo', 'naboen', 'venn', 'venninne',
  'ukjent', 'ukjend', 'unknown', 'anonym', 'vet', 'veit', 'ikke', 'ikkje', 'navn', 'namn', 'fru', 'herr', 'frk', 'froken', 'dr', 'en', 'ei', 'et', 'den', 'hun', 'han', 'ho', 'my', 'mother', 'father', 'the',
].map(fold));

/** Folds case, accents, Norwegian and Sámi letters, and what is written where a keyboard has none of them: «Bjørg Sæther», «Bjoerg Säther», «BJORG SAETHER». */
export function fold(text: string): string {
  return foldLetters(text.normalize('NFC').toLowerCase().replaceAll('ä', 'æ').replaceAll('ʒ', 'z').replaceAll('ǥ', 'g')).replaceAll('oe', 'o');
}

/** The words of a name, folded, an initial being a word of one letter. Empty where nobody is named. */
export function nameWords(name: string): string[] {
  return name.replace(/\p{Cf}/gu, '').split(/[^\p{L}\p{M}]+/u).map(fold).filter((word) => word !== '' && !NO_NAMES.has(word)).slice(0, MOST_WORDS);
}

export function comparable(trace: Trace, phones: readonly string[]): Comparable {
  const names = trace.hidden ? [] : trace.names.map((name) => nameWords(name).map(wordOf)).filter((words) => words.length > 0);
  return { names, birthYears: trace.birthYears, municipalities: trace.municipalities, phones };
}

/** undefined where nobody is to be found by it: the address is secret, or nobody is named. An alias finds, too: lists show it. */
export function findable({ hidden, names, aliases, around, birthYears }: Trace, phones: readonly string[]): Findable | undefined {
  const wordsOf = (all: readonly string[]) => all.map((name) => nameWords(name).map(wordOf)).filter((words) => words.length > 0);
  const found: Findable = { called: wordsOf([...names, ...aliases]), around: wordsOf(around), birthYears, phones };
  return hidden || found.called.length + found.around.length + birthYears.length + phones.length === 0 ? undefined : found;
}

/** How it sounds: «Christiansen» and «Kristiansen», «Olav» and «Olaf», «Hanssen» and «Hansen». */
function sound(word: string): string {
  return word.replaceAll('ch', 'k').replaceAll('c', 'k').replaceAll('q', 'k').replaceAll('w', 'v').replaceAll('ph', 'f').replaceAll('v', 'f').replaceAll('th', 't').replaceAll('z', 's').replace(/(\p{L})\1+/gu, '$1');
}

export function wordOf(text: string): Word {
  let letters = 0;
  for (const letter of text) letters |= 1 << ((letter.codePointAt(0) ?? 0) % 31);
  return { text, sound: sound(text), letters };
}

/** One slip takes away one letter and brings another at most: words that share fewer cannot be near, and need not be looked at. */
function mayBeNear(a: Word, b: Word): boolean {
  const slips = slipsIn(a.text, b.text);
  if (Math.abs(a.text.length - b.text.length) > slips) return false;
  let apart = a.letters ^ b.letters;
  let bits = 0;
  for (; apart !== 0; bits += 1) apart &= apart - 1;
  return bits <= slips * 2;
}

export type Agreement = 'none' | 'exact' | 'near' | 'initial';

/** In a word of five letters a slip is forgiven; «Kari» is no slip for «Kåre», nor «Bo» for «Bodil». */
const SLIPS_FROM = 5;

/** How two words of names meet. */
export function agreement(one: Word, two: Word): Agreement {
  const [a, b] = [one.text, two.text];
  if (a === b) return a.length > 1 ? 'exact' : 'none';
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 'initial' : 'none';
  if (a.length > 2 && b.length > 2 && one.sound === two.sound) return 'near';
  return Math.min(a.length, b.length) >= SLIPS_FROM && mayBeNear(one, two) && nearWord(a, b) ? 'near' : 'none';
}

/** A word, or two written as one («Annegrete»), with the places it takes up in its name. */
type Piece = { readonly word: Word; readonly places: readonly number[] };

function pieces(words: readonly Word[]): Piece[] {
  const single = words.map((word, at): Piece => ({ word, places: [at] }));
  const long = single.filter(({ word }) => word.text.length > 2);
  const joined = long.flatMap((first) => long.filter((second) => second !== first).map((second): Piece => ({ word: wordOf(first.word.text + second.word.text), places: [...first.places, ...second.places] })));
  return [...single, ...joined];
}

type Meeting = { readonly how: Exclude<Agreement, 'none'>; readonly a: Piece; readonly b: Piece };

function meetings(a: readonly Word[], b: readonly Word[]): Meeting[] {
  const [as, bs] = [pieces(a), pieces(b)];
  return as.flatMap((one) => bs.flatMap((two): Meeting[] => {
    // Two words on both sides are met word by word.
    const how = one.places.length > 1 && two.places.length > 1 ? 'none' : agreement(one.word, two.word);
    return how === 'none' ? [] : [{ how, a: one, b: two }];
  }));
}

function apart(one: Meeting, two: Meeting): boolean {
  return !one.a.places.some((at) => two.a.places.includes(at)) && !one.b.places.some((at) => two.b.places.includes(at));
}

/** How two names meet: in two words without a slip, in two with one or with an initial, in one word alone, or not at all. */
type NameLikeness = 'same' | 'like' | 'one_word' | 'none';
const ORDER: readonly NameLikeness[] = ['none', 'one_word', 'like', 'same'];

function likeness(a: readonly Word[], b: readonly Word[]): NameLikeness {
  // Most people share no word with one another, and that is soon seen.
  if (!a.some((one) => b.some((two) => one.text.length > 1 && two.text.length > 1 && agreement(one, two) !== 'none'))) return 'none';
  const met = meetings(a, b);
  const pairs = met.flatMap((one) => met.filter((two) => one !== two && apart(one, two)).map((two) => [one.how, two.how] as const));
  if (pairs.some(([one, two]) => one === 'exact' && two === 'exact')) return 'same';
  return pairs.some(([one, two]) => one !== 'initial' || two !== 'initial') ? 'like' : 'one_word';
}

function best(a: Comparable, b: Comparable): NameLikeness {
  let found: NameLikeness = 'none';
  for (const one of a.names) for (const two of b.names) {
    const how = likeness(one, two);
    if (ORDER.indexOf(how) > ORDER.indexOf(found)) found = how;
  }
  return found;
}

/** Years apart: «omtrent er nok», says the form; but a father and his son of the same name are two. */
const SAME_NAME_APART = 15;
const LIKE_NAME_APART = 5;
const ONE_WORD_APART = 1;

function yearsFit(a: Comparable, b: Comparable, apartAtMost: number, unknownFits: boolean): boolean {
  if (a.birthYears.length === 0 || b.birthYears.length === 0) return unknownFits;
  return a.birthYears.some((one) => b.birthYears.some((two) => Math.abs(one - two) <= apartAtMost));
}

function share(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.includes(one));
}

/**
 * Whether two files may be about the same person. The word order never matters, and neither does which of the two is asked first.
 * One word in common is nothing by itself: then the telephone has to be the same, or both birth year and municipality.
 */
export function maybeSamePerson(a: Comparable, b: Comparable): boolean {
  switch (best(a, b)) {
    case 'same': return yearsFit(a, b, SAME_NAME_APART, true);
    case 'like': return yearsFit(a, b, LIKE_NAME_APART, true);
    case 'one_word': return share(a.phones, b.phones) || (yearsFit(a, b, ONE_WORD_APART, false) && share(a.municipalities, b.municipalities));
    case 'none': return false;
  }
}
