/** What a template leaves behind for somebody to fill in: «[Sett inn …]», «XX», an open task, three dots alone (domain reference §12.4, I14). */
const PATTERNS: readonly RegExp[] = [
  /\[\[[^\]\n]{0,200}\]?\]?/gu,
  /\[\s*(?:sett inn|set inn|fyll (?:inn|ut)|skriv|insert|fill in|navn|namn|dato|tekst|text|name|date)[^\]\n]{0,200}\]?/giu,
  /\[\s*(?:…|\.{2,}|_+)?\s*\]/gu,
  /(?<![\p{L}\p{N}])[Xx]{2,}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?:TO[D]O|FIX[M]E|TBD)(?![\p{L}\p{N}])/giu,
  /_{3,}/gu,
  /^[ \t]*(?:[-•*][ \t]*)?(?:…|\.{3,})[ \t]*$/gmu,
  /lorem ipsu[m]/giu,
];

/** Each that stands in a text, as it stands there, in the order of the patterns and once each. */
export function placeholdersIn(text: string): string[] {
  return [...new Set(PATTERNS.flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found.trim())))];
}

/** I17: names that have one right spelling. Addresses on the web are left alone. */
const NAMES: readonly (readonly [right: string, spelled: RegExp])[] = [
  ['TryggEst', /(?<![\p{L}\p{N}./-])trygg[ -]?est(?![\p{L}\p{N}/]|\.\p{L})/giu], ['Bufdir', /(?<![\p{L}\p{N}./-])bufdir(?![\p{L}\p{N}/]|\.\p{L})/giu],
];

export type Spelling = { readonly found: string; readonly right: string };

/** Names that are spelled in another way than the one that is used everywhere; told of, and never changed by us. */
export function spellingsIn(text: string): Spelling[] {
  const found = NAMES.flatMap(([right, spelled]) => [...text.matchAll(spelled)].map(([as]) => ({ found: as, right }))).filter((one) => one.found !== one.right);
  return found.filter((one, at) => found.findIndex((other) => other.found === one.found) === at);
}
