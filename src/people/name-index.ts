import type { FileId } from '../kernel/ids.ts';
import { agreement, wordOf, type Agreement, type Word } from './matching.ts';

/** One name in one file: the person's own, or somebody's around them. */
type Entry = { readonly file: FileId; readonly around: boolean; readonly words: readonly Word[]; alive: boolean };
type Known = { readonly word: Word; readonly entries: Entry[] };

/** A file that a search meets. The lower `rank`, the better; `around`: by somebody around the person alone. */
export type Hit = { readonly file: FileId; readonly rank: number; readonly around: boolean };

/** A word that is sought, or two of them written as one. */
type Piece = { readonly text: string; readonly joined: boolean };
/** The words that a piece is met by, with how well; `size`: in so many names at the most. */
type Met = { readonly piece: Piece; readonly ranks: ReadonlyMap<string, number>; readonly size: number };

const RANK: Readonly<Record<Exclude<Agreement, 'none'>, number>> = { exact: 0, initial: 2, near: 3 };
/** The beginning of a word, as one types it. */
const BEGINNING = 1;
const SHORTEST_BEGINNING = 3;
const AROUND = 1;
/** Entries that count no more are kept until they are as many as the others. */
const MOST_DEAD = 1000;

/**
 * The words of a region's names, each once, with the names it stands in: a search compares with some ten thousand words and not with
 * every person. Every word that is sought must be met in one and the same name.
 */
export class NameIndex {
  #words = new Map<string, Known>();
  /** two words of a name written as one: met when it is written so, and never nearly */
  #joined = new Map<string, Entry[]>();
  #files = new Map<FileId, { readonly entries: readonly Entry[]; readonly names: readonly (readonly Word[])[]; readonly around: readonly (readonly Word[])[] }>();
  #dead = 0;

  put(file: FileId, names: readonly (readonly Word[])[], around: readonly (readonly Word[])[]): void {
    this.remove(file);
    if (names.length + around.length === 0) return;
    const entries = [...names.map((words) => this.#add(file, words, false)), ...around.map((words) => this.#add(file, words, true))];
    this.#files.set(file, { entries, names, around });
  }

  remove(file: FileId): void {
    const known = this.#files.get(file);
    if (known === undefined) return;
    this.#files.delete(file);
    for (const entry of known.entries) entry.alive = false;
    this.#dead += known.entries.length;
    if (this.#dead > MOST_DEAD && this.#dead > this.#files.size) this.#rebuild();
  }

  /** Files in which all of these words are met, the best first. Words that belong together may be written as one on either side. */
  find(words: readonly string[]): Hit[] {
    const best = new Map<FileId, Hit>();
    const known = new Map<string, Met>();
    for (const variant of [plain(words), ...joinedPairs(words)]) {
      for (const hit of this.#findAll(variant, known)) {
        const before = best.get(hit.file);
        if (before === undefined || hit.rank < before.rank) best.set(hit.file, hit);
      }
    }
    return [...best.values()].toSorted((a, b) => a.rank - b.rank || (a.file < b.file ? -1 : 1));
  }

  /** Looks through the names that hold the rarest of the words, and through no others. @param known what was met already, by word */
  #findAll(pieces: readonly Piece[], known: Map<string, Met>): Hit[] {
    const written = pieces.filter(({ joined }) => joined).map((piece) => this.#exactly(piece));
    if (written.some(({ size }) => size === 0)) return [];
    const met = [...written, ...pieces.filter(({ joined }) => !joined).map((piece) => known.get(piece.text) ?? this.#meeting(piece))];
    for (const one of met) if (!one.piece.joined) known.set(one.piece.text, one);
    const [rarest] = met.toSorted((a, b) => a.size - b.size);
    if (rarest === undefined) return [];
    const hits: Hit[] = [];
    for (const entry of this.#namesWith(rarest)) {
      const ranks = met.map((one) => rankIn(entry, one));
      const rank = ranks.reduce<number | undefined>((all, one) => (all === undefined || one === undefined ? undefined : all + one), 0);
      if (rank !== undefined) hits.push({ file: entry.file, around: entry.around, rank: rank + (entry.around ? AROUND : 0) });
    }
    return hits;
  }

  #exactly(piece: Piece): Met {
    const entries = this.#words.get(piece.text)?.entries ?? [];
    return { piece, ranks: new Map(entries.length === 0 ? [] : [[piece.text, 0]]), size: entries.length };
  }

  /** Every word that the sought one may be. */
  #meeting(piece: Piece): Met {
    const sought = wordOf(piece.text);
    const ranks = new Map<string, number>();
    let size = this.#joined.get(piece.text)?.length ?? 0;
    for (const { word, entries } of this.#words.values()) {
      const rank = rankOf(sought, word);
      if (rank === undefined) continue;
      ranks.set(word.text, rank);
      size += entries.length;
    }
    return { piece, ranks, size };
  }

  #namesWith({ piece, ranks }: Met): Set<Entry> {
    const found = new Set<Entry>();
    const take = (entries: readonly Entry[]): void => entries.forEach((entry) => entry.alive && found.add(entry));
    if (!piece.joined) take(this.#joined.get(piece.text) ?? []);
    for (const text of ranks.keys()) take(this.#words.get(text)?.entries ?? []);
    return found;
  }

  #add(file: FileId, words: readonly Word[], around: boolean): Entry {
    const entry: Entry = { file, around, words, alive: true };
    for (const text of joinedPairs(words.map((word) => word.text)).flatMap((pieces) => pieces.filter(({ joined }) => joined)).map((piece) => piece.text)) {
      const known = this.#joined.get(text) ?? [];
      known.push(entry);
      this.#joined.set(text, known);
    }
    for (const word of words) {
      const known = this.#words.get(word.text) ?? { word, entries: [] };
      if (known.entries.at(-1) !== entry) known.entries.push(entry);
      this.#words.set(word.text, known);
    }
    return entry;
  }

  #rebuild(): void {
    const files = [...this.#files];
    this.#words = new Map();
    this.#joined = new Map();
    this.#files = new Map();
    this.#dead = 0;
    for (const [file, { names, around }] of files) this.put(file, names, around);
  }
}

/** How well a name holds what is sought; undefined where it does not. Two of its words written as one are held exactly. */
function rankIn({ words }: Entry, { piece, ranks }: Met): number | undefined {
  let best: number | undefined;
  for (const [at, { text }] of words.entries()) {
    const rank = !piece.joined && text + (words[at + 1]?.text ?? '') === piece.text && at + 1 < words.length ? 0 : ranks.get(text);
    if (rank !== undefined && (best === undefined || rank < best)) best = rank;
  }
  return best;
}

function rankOf(sought: Word, word: Word): number | undefined {
  const how = agreement(sought, word);
  if (how !== 'none' && how !== 'near') return RANK[how];
  if (sought.text.length >= SHORTEST_BEGINNING && word.text.startsWith(sought.text)) return BEGINNING;
  return how === 'near' ? RANK.near : undefined;
}

/** «anne grete solli» as «annegrete solli» and as «anne gretesolli»: each list has one pair written as one. */
function joinedPairs(words: readonly string[]): Piece[][] {
  return words.slice(0, -1).map((word, at) => [...plain(words.slice(0, at)), { text: word + (words[at + 1] ?? ''), joined: true }, ...plain(words.slice(at + 2))]);
}

function plain(words: readonly string[]): Piece[] {
  return words.map((text) => ({ text, joined: false }));
}
