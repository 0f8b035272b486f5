import type { UserId } from '../kernel/ids.ts';
import { fold, nearWord } from '../kernel/likeness.ts';

/** What a file says that may point at a member of staff. */
export type Mentions = {
  /** values of name fields: the person, the suspected abuser, the reporter */
  readonly names: readonly string[];
  /** everything written freely */
  readonly text: string;
};

/** `formerNames`: a report may call somebody what they were called before. */
export type StaffName = { readonly userId: UserId; readonly name: string; readonly formerNames?: readonly string[] };

type Word = { readonly folded: string; readonly capital: boolean };

function words(text: string): Word[] {
  // A soft hyphen or a joiner inside a name would cut it in two.
  return text.replace(/\p{Cf}/gu, '').split(/[^\p{L}\p{M}]+/u)
    .map((raw) => ({ folded: fold(raw), capital: raw !== raw.toLowerCase() })).filter((word) => word.folded.length > 1);
}

/** How a word meets a name: not at all, exactly, with a slip where a name is meant, or with a slip that ordinary words make too. */
type Likeness = 'none' | 'exact' | 'slip' | 'weak';

/** In a name field every word is meant as a name. */
function inField(word: Word, own: string): Likeness {
  return word.folded === own ? 'exact' : nearWord(word.folded, own) ? 'slip' : 'none';
}

const LONG_ENOUGH = 5;

/** In running text «moren» is no slip for Moen: without a capital a slip is weak, and in a short name it is none (test: recusal, ordinary text). */
function inText(word: Word, own: string): Likeness {
  const found = inField(word, own);
  if (found !== 'slip' || word.capital) return found;
  return own.length >= LONG_ENOUGH ? 'weak' : 'none';
}

const NEARBY = 4;

/**
 * Who among the staff is named, or nearly named, and so must never see the file (fvl § 6: partiality is avoided before
 * anybody can read). Named: two of their names within four words of each other, in any order, slips forgiven.
 * Nearly named: the family name alone stands in a name field (a relative, perhaps). Errs towards leaving people out;
 * when nobody is left, the reserve in another municipality takes it.
 */
export function recused(staff: readonly StaffName[], mentions: Mentions): UserId[] {
  const fields = mentions.names.map(words);
  const text = words(mentions.text);
  return staff.filter(({ name, formerNames = [] }) => [name, ...formerNames].some((one) => isNamed(one, fields, text))).map(({ userId }) => userId);
}

/** Whether this one person is named, or nearly named, as `recused` judges it. */
export function isMentioned(name: string, { names, text }: Mentions): boolean {
  return isNamed(name, names.map(words), words(text));
}

function isNamed(name: string, fields: readonly (readonly Word[])[], text: readonly Word[]): boolean {
  const own = words(name).map((word) => word.folded);
  const family = words(name.trim().split(/\s+/).at(-1) ?? '').map((word) => word.folded);
  return fields.some((field) => (own.length > 1 && holds(field, family)) || named(field, own, inField)) || named(text, own, inText);
}

function holds(field: readonly Word[], family: readonly string[]): boolean {
  return field.some((word) => family.some((one) => nearWord(word.folded, one)));
}

/** Somebody with one name only is named by it alone. */
function named(list: readonly Word[], own: readonly string[], like: (word: Word, own: string) => Likeness): boolean {
  const [only] = own;
  if (own.length === 1 && only !== undefined) return list.some((word) => ['exact', 'slip'].includes(like(word, only)));
  const places = own.map((part) => list.flatMap((word, at) => {
    const likeness = like(word, part);
    return likeness === 'none' ? [] : [{ at, likeness }];
  }));
  return pairs(own.length).some(([a, b]) => together(places[a] ?? [], places[b] ?? [], b === own.length - 1));
}

/** Anne Grete Solli is met as «Anne Solli», «Grete Solli», and «Anne Grete» where nothing is misspelt. */
function pairs(names: number): [number, number][] {
  return Array.from({ length: names }, (_, a) => Array.from({ length: names - a - 1 }, (_unused, i): [number, number] => [a, a + 1 + i])).flat();
}

type Place = { readonly at: number; readonly likeness: Likeness };

function together(firsts: readonly Place[], seconds: readonly Place[], slipsForgiven: boolean): boolean {
  return firsts.some((first) => seconds.some((second) => {
    if (first.at === second.at || Math.abs(first.at - second.at) > NEARBY) return false;
    if (!slipsForgiven) return first.likeness === 'exact' && second.likeness === 'exact';
    // A weak slip counts where the other word leaves no doubt; otherwise they are two ordinary words.
    const doubt = first.likeness === 'weak' || second.likeness === 'weak';
    return !doubt || first.likeness === 'exact' || second.likeness === 'exact';
  }));
}
