import type { Actor } from './actor.ts';
import type { Tx } from './database/connect.ts';
import type { Chance, FileId, RegionId } from './ids.ts';
import type { FileEvent } from './journal/event.ts';
import type { RegionKeys } from './sealing/region-keys.ts';
import type { Instant } from './time.ts';

/** What a use case works with: one running transaction in one region, the time, chance and the region's keys. */
export type Context = {
  readonly tx: Tx;
  readonly regionId: RegionId;
  readonly actor: Actor;
  /** it shows something and decides nothing: a query */
  readonly shows: boolean;
  readonly now: Instant;
  readonly chance: Chance;
  readonly keys: RegionKeys;
  /** the provider's root signature over a statement for the public process; absent where the root key is not at hand */
  readonly sign: (statement: Uint8Array) => Buffer;
  /** keyed hash of whom the configured sign-in provider means by this subject, made without anybody seeing the key */
  readonly identityLookup: (subject: string) => Buffer;
  readonly followers: readonly Follower[];
  /** files whose sealed content this use case read or wrote, with the journal's newest entry: goes into the audit row */
  readonly touched: Map<FileId, Head>;
  /** rows under a MAC (recordMac) that this use case wrote, by `kind:id`, with their number and MAC: goes into the audit row, so that one set back to what it was shows */
  readonly records: Map<string, Head>;
};

export type Head = { readonly seq: number; readonly mac: string };

/** Something further down that must happen in the same transaction as an event; the one list is src/followers.ts. */
export type Follower = {
  readonly eventType: string;
  readonly run: (ctx: Context, fileId: FileId, event: FileEvent, before: unknown, after: unknown) => Promise<void>;
};
