/**
 * Folds case, accents and the Norwegian and Sámi letters, so that «Bjørg Åsen» and «bjorg aasen» meet.
 * Much looser than wording.ts, where a code must never be guessed: here people write one another's names.
 */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase()
    .replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'a').replaceAll('aa', 'a').replaceAll('đ', 'd').replaceAll('ŧ', 't').replaceAll('ŋ', 'n').replaceAll('ł', 'l')
    .normalize('NFD').replace(/\p{M}/gu, '');
}

/** One slip is forgiven in a word of four letters or more, two in one of nine or more. */
export function nearWord(a: string, b: string): boolean {
  if (a === b) return true;
  const most = slipsIn(a, b);
  return most > 0 && distanceAtMost(a, b, most);
}

/** How many slips are forgiven between two words. */
export function slipsIn(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest < 4 ? 0 : longest >= 9 ? 2 : 1;
}

/** Optimal string alignment: a swapped pair of letters counts as one slip. */
function distanceAtMost(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  let least = 0;
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    const leastBefore = least;
    least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
      if (best < least) least = best;
    }
    if (least > most && leastBefore >= most) return false; // a row grows out of the two before it
    before = row;
    row = next;
  }
  return (row[b.length] ?? most + 1) <= most;
}

/** Every word of the one stands in the other, in any order, folded but without slips: «Hjemmetjenesten» in «hjemmetjenesten i Lia». */
export function standsIn(name: string, text: string): boolean {
  const own = wholeWords(name);
  const there = new Set(wholeWords(text));
  return own.length > 0 && own.every((word) => there.has(word));
}

function wholeWords(text: string): string[] {
  return text.split(/[^\p{L}\p{M}]+/u).map(fold).filter((word) => word.length > 1);
}
