import type { UserId } from '../kernel/ids.ts';

/** What a file says that may point at a member of staff. */
export type Mentions = {
  /** values of name fields: the person, the suspected abuser, the reporter */
  readonly names: readonly string[];
  /** everything written freely */
  readonly text: string;
};

export type StaffName = { readonly userId: UserId; readonly name: string };

/** Folds case, accents and the Norwegian and Sámi letters, so that «Bjørg Åsen» and «bjorg aasen» meet. */
export function fold(text: string): string {
  return text.toLowerCase()
    .replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'a').replaceAll('aa', 'a').replaceAll('đ', 'd').replaceAll('ŧ', 't').replaceAll('ŋ', 'n')
    .normalize('NFD').replace(/\p{M}/gu, '');
}

function words(text: string): string[] {
  return fold(text).split(/[^\p{L}]+/u).filter((word) => word.length > 1);
}

/** One slip is forgiven in a word of four letters or more, two in one of nine or more. */
export function nearWord(a: string, b: string): boolean {
  if (a === b) return true;
  const longest = Math.max(a.length, b.length);
  if (longest < 4) return false;
  return distanceAtMost(a, b, longest >= 9 ? 2 : 1);
}

/** Optimal string alignment: a swapped pair of letters counts as one slip. */
function distanceAtMost(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
    }
    before = row;
    row = next;
  }
  return (row[b.length] ?? most + 1) <= most;
}

const NEARBY = 4;

/**
 * Who among the staff is named, or nearly named, and so must never see the file (fvl § 6: partiality is avoided before
 * anybody can read). Named: first and last name within four words of each other, in any order, slips forgiven.
 * Nearly named: the family name alone stands in a name field (a relative, perhaps). Errs towards leaving people out;
 * when nobody is left, the reserve in another municipality takes it.
 */
export function recused(staff: readonly StaffName[], mentions: Mentions): UserId[] {
  const fields = mentions.names.map(words);
  const text = words(mentions.text);
  return staff.filter(({ name }) => {
    const own = words(name);
    const first = own[0];
    const last = own.at(-1);
    if (first === undefined || last === undefined) return false;
    const family = own.length > 1 && fields.some((field) => field.some((word) => nearWord(word, last)));
    return family || [...fields, text].some((list) => together(list, first, last));
  }).map(({ userId }) => userId);
}

function together(list: readonly string[], first: string, last: string): boolean {
  const lasts = list.flatMap((word, at) => (nearWord(word, last) ? [at] : []));
  return list.some((word, at) => nearWord(word, first) && lasts.some((other) => (first === last ? true : other !== at) && Math.abs(other - at) <= NEARBY));
}
