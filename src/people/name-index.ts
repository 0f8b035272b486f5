import type { FileId } from '../kernel/ids.ts';
import { agreement, wordOf, type Agreement, type Word } from './matching.ts';

/** One name in one file: the person's own, or somebody's around them. */
type Entry = { readonly file: FileId; readonly around: boolean; alive: boolean };
type Known = { readonly word: Word; readonly entries: Entry[] };

/** A file that a search meets. The lower `rank`, the better; `around`: by somebody around the person alone. */
export type Hit = { readonly file: FileId; readonly rank: number; readonly around: boolean };

/** A word that is sought, or two of them written as one. */
type Piece = { readonly text: string; readonly joined: boolean };

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
    for (const variant of [plain(words), ...joinedPairs(words)]) {
      for (const hit of this.#findAll(variant)) {
        const before = best.get(hit.file);
        if (before === undefined || hit.rank < before.rank) best.set(hit.file, hit);
      }
    }
    return [...best.values()].toSorted((a, b) => a.rank - b.rank || (a.file < b.file ? -1 : 1));
  }

  #findAll(words: readonly Piece[]): Hit[] {
    let met: Map<Entry, number> | undefined;
    for (const { text, joined } of words) {
      const now = joined ? new Map((this.#words.get(text)?.entries ?? []).filter(({ alive }) => alive).map((entry) => [entry, 0])) : this.#meeting(wordOf(text));
      const before = met;
      met = before === undefined ? now : new Map([...now].flatMap(([entry, rank]) => (before.has(entry) ? [[entry, rank + (before.get(entry) ?? 0)] as const] : [])));
    }
    return [...met ?? []].map(([{ file, around }, rank]) => ({ file, around, rank: rank + (around ? AROUND : 0) }));
  }

  /** Every name in which a word is met, with how well. */
  #meeting(sought: Word): Map<Entry, number> {
    const found = new Map((this.#joined.get(sought.text) ?? []).filter(({ alive }) => alive).map((entry) => [entry, 0]));
    for (const { word, entries } of this.#words.values()) {
      const rank = rankOf(sought, word);
      if (rank === undefined) continue;
      for (const entry of entries) if (entry.alive && rank < (found.get(entry) ?? Number.MAX_SAFE_INTEGER)) found.set(entry, rank);
    }
    return found;
  }

  #add(file: FileId, words: readonly Word[], around: boolean): Entry {
    const entry: Entry = { file, around, alive: true };
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
