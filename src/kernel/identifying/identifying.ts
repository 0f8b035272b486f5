import { ALSO_WORDS, CAPITALISED, FEATURES, GIVEN_NAMES, LEADING, NO_STREETS, ONLY_ONE, STREETS, UNITS } from './word-lists.ts';

/** What tells who somebody is, whatever else stands around it: it has to be taken out. `at` and `length` are UTF-16 units. */
export type Stop = { readonly kind: 'number' | 'phone' | 'email' | 'address'; readonly at: number; readonly length: number };
/** What may tell it. Somebody says «Det er ikke et navn», and goes on. */
export type Mark = { readonly kind: 'name' | 'rare'; readonly word: string; readonly at: number };
export type Identifying = { readonly stops: readonly Stop[]; readonly marks: readonly Mark[] };

/**
 * Looks for what could tell who a text is about, where nobody may be named (fvl § 13, hpl § 21). A help and no guarantee: a story
 * can be known by its facts alone. Pure; Norwegian, both forms, and English.
 */
export function findIdentifying(text: string): Identifying {
  const stops = [...numbers(text), ...emails(text), ...phones(text), ...addresses(text)].toSorted((a, b) => a.at - b.at);
  const apart = stops.filter((stop, index) => !stops.slice(0, index).some((before) => before.at + before.length > stop.at));
  const free = (at: number): boolean => !apart.some((stop) => at >= stop.at && at < stop.at + stop.length);
  const marks = [...names(text), ...rare(text)].filter(({ at }) => free(at)).toSorted((a, b) => a.at - b.at);
  return { stops: apart, marks: marks.filter((mark, index) => marks.findIndex((one) => one.at === mark.at) === index) };
}

/** Between two digits of one number: a space of any kind, a dot, a dash, or something that cannot be seen. */
const GAP = '[\\s.\\-–/\\u00ad\\u200b-\\u200d\\u2060]?';
const ELEVEN = new RegExp(`(?<!\\d)\\d(?:${GAP}\\d){10}(?!\\d)`, 'gu');
/** konto number: 4, 2 and 5 digits */
const ACCOUNT = /(?<!\d)\d{4}[\s.]\d{2}[\s.]\d{5}(?!\d)/gu;

/** A national number or D-number however it is spaced; eleven digits together whatever they are. */
function numbers(text: string): Stop[] {
  const national = found(text, ELEVEN).filter(({ hit }) => /^\d{11}$/.test(hit) || beginsWithBirth(hit.replace(/\D/gu, '')));
  return [...national, ...found(text, ACCOUNT)].map(({ at, hit }) => ({ kind: 'number', at, length: hit.length }));
}

/** Day (40 added in a D-number) and month (40 or 80 added in synthetic numbers): «112 113 02800» is no national number. */
function beginsWithBirth(digits: string): boolean {
  const day = Number(digits.slice(0, 2)) % 40;
  const month = Number(digits.slice(2, 4)) % 40;
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\]|\(a\)|krøllalfa|alfakrøll)\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/giu;

function emails(text: string): Stop[] {
  return found(text, EMAIL).map(({ at, hit }) => ({ kind: 'email', at, length: hit.length }));
}

/** Norwegian numbers as people write them: 8 digits together, in pairs, 3-2-3 or 4-4; and any number with a country's prefix. */
const PHONE = /(?<![\d.,])(?:(?:\+|00)47[\s.-]?|\(\+?47\)\s?)?(?:[2-9]\d{7}|[2-9]\d(?:[\s.-]\d{2}){3}|[2-9]\d{2}[\s.-]\d{2}[\s.-]\d{3}|[2-9]\d{3}[\s-]\d{4})(?!\d|[.,]\d)/gu;
const FOREIGN = /(?<!\d)(?:\+|00)[1-9]\d{0,2}(?:[\s.-]?\d){6,12}(?!\d)/gu;
const AMOUNT_AFTER = /^\s?(?:kr|kroner|,-|nok|euro|€|\$)/iu;
const AMOUNT_BEFORE = /(?:kr\.?|nok|€|\$)\s?$/iu;
/** 20240312: a day, and no number in Norway begins with 20 */
const DAY_TOGETHER = /^20\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/u;

function phones(text: string): Stop[] {
  return [...found(text, PHONE), ...found(text, FOREIGN)]
    .filter(({ at, hit }) => !AMOUNT_AFTER.test(text.slice(at + hit.length)) && !AMOUNT_BEFORE.test(text.slice(0, at)) && !DAY_TOGETHER.test(hit))
    .map(({ at, hit }) => ({ kind: 'phone', at, length: hit.length }));
}

const HOUSE = '[.,]?\\s{1,3}(?:(?:nr|no)\\.?\\s?)?(?!(?:19|20)\\d{2}(?!\\d))\\d{1,4}(?:\\s?[A-Ha-h](?![\\p{L}\\p{N}]))?(?![\\p{N}:/]|[.,]\\p{N})';
/** «Bakkeveien 4», «Storgata nr. 12 B»: one word with a capital letter */
const ONE_WORD = new RegExp(`(?<![\\p{L}\\p{N}])(\\p{Lu}[\\p{L}'’-]{2,40})${HOUSE}`, 'gu');
/** «Kong Oscars gate 12» */
const TWO_WORDS = new RegExp(`(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}'’.-]{0,40}\\s(?:[Gg]at[ea]|[Vv]e[ig]|[Aa]llé|[Pp]lass|[Tt]or[gv]|[Tt]errasse|[Bb]rygge)${HOUSE}`, 'gu');
/** «storgata 12»: a street typed without its capital letter; words for any road are no address */
const SMALL = new RegExp(`(?<![\\p{L}\\p{N}])\\p{Ll}{3,40}(?:veien|vegen|gaten|gata|gate)${HOUSE}`, 'gu');
const ANY_ROAD = /^(?:hoved|skole|skule|sykkel|gang|motor|riks|fylkes|europa|bil|grus|skogs|omkjørings|under|gårds|gards|midt|side|tverr|kjøre|køyre)/u;
/** gårds- og bruksnummer */
const FARM = /\b(?:gnr|gårdsnummer|gardsnummer)\.?\s*\d+/giu;

function addresses(text: string): Stop[] {
  const named = found(text, ONE_WORD).filter(({ hit }) => isStreet(/^[^\s.,]+/u.exec(hit)?.[0] ?? ''));
  const typed = found(text, SMALL).filter(({ hit }) => !ANY_ROAD.test(hit));
  const streets = [...named, ...found(text, TWO_WORDS), ...typed].filter(({ at, hit }) => !countsSomething(text.slice(at + hit.length, at + hit.length + 20)));
  return [...streets, ...found(text, FARM)].map(({ at, hit }) => ({ kind: 'address', at, length: hit.length }));
}

function isStreet(word: string): boolean {
  const small = word.toLowerCase();
  return STREETS.some((ending) => small.endsWith(ending)) && !NO_STREETS.some((one) => small === one);
}

/** «I bakken 3 ganger», «Storgata 2 dager på rad»: the number counts, and is no house's. */
function countsSomething(after: string): boolean {
  const next = /^\s*(\p{L}+)/u.exec(after)?.[1]?.toLowerCase();
  return next !== undefined && UNITS.some((unit) => next === unit || (unit.length > 3 && next.startsWith(unit)));
}

const WORD = /\p{L}[\p{L}\p{M}'’]*(?:-\p{L}[\p{L}\p{M}'’]*)*/gu;
/** before a word that begins a sentence, a line, a point of a list or something that is said */
const OPENS = /(?:^|[.!?…:\n•*–—«"“”(]|[.!?…][»”"’)]|(?:^|\s)-|\d\))\s*$/u;
const SHORTENED = /(?:^|[\s(])(?:f\.?\s?eks|bl\.?\s?a|kl|ca|osv|dvs|evt|nr|tlf|m\.?\s?m|jf|pga|fr|hr|dr|mr|mrs)\.\s*$/iu;
const INITIALS = /(?<!\p{L})\p{Lu}\.\s?\p{Lu}\.(?!\p{L})/gu;

function names(text: string): Mark[] {
  const words = found(text, WORD);
  const marks = words.filter((word, index) => isName(text, word, words[index + 1]));
  return [...marks, ...found(text, INITIALS)].map(({ at, hit }) => ({ kind: 'name', word: hit, at }));
}

function isName(text: string, { at, hit }: Found, next: Found | undefined): boolean {
  const bare = hit.toLowerCase().replace(/['’]?s$/u, '');
  const known = [hit.toLowerCase(), bare];
  const everyday = known.some((one) => CAPITALISED.has(one));
  const common = known.some((one) => GIVEN_NAMES.has(one)) && !known.some((one) => ALSO_WORDS.has(one));
  if (!/^\p{Lu}/u.test(hit)) return common;
  // «NAV», «DPS-en», «TryggEst-teamet»: short for something, or a name of a service
  const first = hit.split('-')[0] ?? hit;
  if (everyday || CAPITALISED.has(first.toLowerCase()) || /^\p{Lu}{2,}s?$|^\p{Lu}$/u.test(first)) return false;
  const before = text.slice(Math.max(0, at - 12), at);
  if (!OPENS.test(before) || SHORTENED.test(before)) return true;
  // First in a sentence every word has a capital: it is a name where it is known as one, or where another name follows.
  return common || (next !== undefined && !LEADING.has(hit.toLowerCase()) && looksLikeSurname(text, at + hit.length, next));
}

function looksLikeSurname(text: string, end: number, { at, hit }: Found): boolean {
  return text.slice(end, at) === ' ' && /^\p{Lu}\p{Ll}+/u.test(hit) && !CAPITALISED.has(hit.toLowerCase());
}

/** a date of birth, an age that few reach */
const BORN = /\b(?:født|fødd|f\.|born)\s*:?\s*(?:den\s*)?\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}/giu;
const OLDEST = /(?<!\d)(?:9[5-9]|10\d|11\d)\s?(?:-?år|years)/giu;

function rare(text: string): Mark[] {
  const words = found(text, WORD).map(({ at, hit }) => ({ at, hit, small: hit.toLowerCase() }));
  const only = words.filter(({ small }) => ONLY_ONE.some((one) => small.startsWith(one)));
  const features = Object.entries(FEATURES).flatMap(([kind, beginnings]) => words.filter(({ small }) => beginnings.some((one) => small.startsWith(one))).map((word) => ({ ...word, kind })));
  const together = new Set(features.map(({ kind }) => kind)).size > 1 ? features : [];
  return [...only, ...together, ...found(text, BORN), ...found(text, OLDEST)].map(({ at, hit }) => ({ kind: 'rare', word: hit, at }));
}

type Found = { readonly at: number; readonly hit: string };

function found(text: string, pattern: RegExp): Found[] {
  return [...text.matchAll(pattern)].map((match) => ({ at: match.index, hit: match[0] }));
}
