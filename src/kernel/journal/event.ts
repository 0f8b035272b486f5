import type { UserId } from '../ids.ts';
import type { Instant } from '../time.ts';

/** Who wrote an event: a signed-in person, or the system itself (arrival of a web report, a job). */
export type Writer = UserId | 'system';

/**
 * One entry in a file's journal. `type`, `version`, `actor` and the two moments stand in clear; `content` is sealed.
 * Entries are never altered or removed; a correction is a later entry (arkivforskrifta § 11).
 */
export type FileEvent<Type extends string = string, Content = unknown> = {
  readonly type: Type;
  /** version of the content's shape; older shapes are lifted when read */
  readonly version: number;
  readonly actor: Writer;
  /** when it happened in the world, as the writer says */
  readonly happenedAt: Instant;
  /** when it was written down here */
  readonly writtenAt: Instant;
  readonly content: Content;
};

/** What a rule answers with: events still without writer and time of writing, which the door adds. */
export type NewEvent<E extends FileEvent> = E extends FileEvent<infer Type, infer Content>
  ? { readonly type: Type; readonly version: number; readonly happenedAt: Instant; readonly content: Content }
  : never;
