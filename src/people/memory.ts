import type { FileId } from '../kernel/ids.ts';
import type { Comparable } from './matching.ts';

/** What is kept in memory of one file. `who` is undefined where nobody is to be found by it. */
export type Remembered = { readonly version: number; readonly hidden: boolean; readonly who: Comparable | undefined };
export type Line = { readonly file_id: FileId; readonly version: number };

/**
 * One region's traces in memory, each with the version of its file. Whatever is asked of it is asked with the lines as they stand in
 * the database now: what is older than its line, or has none any more, is neither found nor kept.
 */
export class Memory {
  readonly #files = new Map<FileId, Remembered>();

  put(file: FileId, remembered: Remembered): void {
    this.#files.set(file, remembered);
  }

  /** Forgets what has no line. Answers the lines of which nothing, or something older, is known. */
  unread(lines: readonly Line[]): Line[] {
    if (this.#files.size > lines.length) this.#forgetBut(new Set(lines.map(({ file_id: file }) => file)));
    return lines.filter(({ file_id: file, version }) => this.#files.get(file)?.version !== version);
  }

  /** What is known of a file as it stands now. */
  now({ file_id: file, version }: Line): Remembered | undefined {
    const known = this.#files.get(file);
    return known?.version === version ? known : undefined;
  }

  #forgetBut(living: ReadonlySet<FileId>): void {
    for (const file of this.#files.keys()) if (!living.has(file)) this.#files.delete(file);
  }
}
