import type { FileId } from '../kernel/ids.ts';
import type { Comparable, Findable } from './matching.ts';
import { NameIndex, type Hit } from './name-index.ts';
import type { Sought } from './search-term.ts';
import type { NewLines, TraceLine } from './trace.ts';

/** What is kept in memory of one file. `who`: undefined where it is compared with none; `found`: undefined where nothing finds it. */
export type Remembered = { readonly version: number; readonly hidden: boolean; readonly who: Comparable | undefined; readonly found: Findable | undefined };

/** What somebody is looked for by; of a telephone, only the keyed hash. */
export type SoughtHere = Exclude<Sought, { readonly kind: 'phone' | 'reference' | 'nothing' | 'number' }> | { readonly kind: 'phone'; readonly hash: string };

/** A year is often remembered wrong by one. */
const YEARS_APART = 1;

/**
 * One region's traces in memory, each with the version of its file. Whatever is asked of it is asked with the lines as they stand in
 * the database now: what is older than its line, or has none any more, is not found.
 */
export class Memory {
  readonly #files = new Map<FileId, Remembered>();
  readonly #names = new NameIndex();
  readonly #waiting = new Map<FileId, TraceLine>();
  /** every transaction with a lower number has been looked at */
  #until = '0';

  get until(): string {
    return this.#until;
  }

  put(file: FileId, remembered: Remembered): void {
    this.#files.set(file, remembered);
    this.#waiting.delete(file);
    this.#names.put(file, remembered.found?.called ?? [], remembered.found?.around ?? []);
  }

  /** Takes note of what was written since it was asked last. */
  note({ lines, until }: NewLines): void {
    for (const line of lines) if (this.now(line) === undefined) this.#waiting.set(line.file_id, line);
    this.#until = until;
  }

  /** Some of what is not known, or only older. */
  unread(most: number): readonly TraceLine[] {
    const some: TraceLine[] = [];
    for (const line of this.#waiting.values()) {
      if (some.length === most) break;
      some.push(line);
    }
    return some;
  }

  /** What is known of a file as it stands now. */
  now({ file_id: file, version }: TraceLine): Remembered | undefined {
    const known = this.#files.get(file);
    return known?.version === version ? known : undefined;
  }

  /** Whom the term fits, the best first. Of people whose address is secret nothing is found. */
  search(sought: SoughtHere): Hit[] {
    if (sought.kind === 'phone') return this.#where(({ phones }) => phones.includes(sought.hash));
    const { words, birthYear } = sought;
    const fits = ({ birthYears }: Findable) => birthYear === undefined || birthYears.some((year) => Math.abs(year - birthYear) <= YEARS_APART);
    if (words.length === 0) return this.#where((one) => birthYear !== undefined && one.birthYears.includes(birthYear));
    return this.#names.find(words).filter(({ file }) => {
      const found = this.#files.get(file)?.found;
      return found !== undefined && fits(found);
    });
  }

  #where(test: (one: Findable) => boolean): Hit[] {
    return [...this.#files].flatMap(([file, { found }]) => (found !== undefined && test(found) ? [{ file, rank: 0, around: false }] : []));
  }
}
