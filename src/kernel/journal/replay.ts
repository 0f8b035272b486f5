import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { FileId } from '../ids.ts';
import type { FileEvent } from './event.ts';
import { openWhole, type FileKind } from './file.ts';
import { hasFileKey, lastSeq } from './store.ts';

/** One thing that is kept in clear beside a file's journal and can be made of it again. */
export type Projection<S> = {
  /** the table, and what of it where it is not all */
  readonly name: string;
  /** whether what stands there is what the journal gives */
  readonly same: (ctx: Context, fileId: FileId, state: S, version: number) => Promise<boolean>;
  /** writes it again, whatever stands there */
  readonly write: (ctx: Context, fileId: FileId, state: S, version: number) => Promise<void>;
};

/** A kind of file with all that is projected of it, so that a journal can be folded again and compared. */
export type Replay = {
  readonly kind: string;
  /** the names of all that is compared */
  readonly projections: readonly string[];
  /** Names what differs; `JOURNAL` alone where the journal itself does not open. undefined: somebody wrote in the file meanwhile. */
  readonly differences: (ctx: Context, fileId: FileId) => Promise<readonly string[] | undefined>;
  /** Writes again what differs. undefined: somebody wrote in the file meanwhile, and nothing may be kept of this. */
  readonly projectAgain: (ctx: Context, fileId: FileId) => Promise<readonly string[] | undefined>;
};

/** What a difference is called when there is nothing to compare with. */
export const JOURNAL = 'kernel.file_event';

/** @param projections everything that this kind's `project` and its followers write */
export function replay<S, E extends FileEvent>(kind: FileKind<S, E>, projections: readonly Projection<S>[]): Replay {
  const differing = async (ctx: Context, fileId: FileId, { state, version }: { state: S; version: number }) => {
    const names: string[] = [];
    for (const one of projections) if (!(await one.same(ctx, fileId, state, version))) names.push(one.name);
    return names;
  };
  return {
    kind: kind.kind,
    projections: projections.map(({ name }) => name),
    differences: (ctx, fileId) => folded(ctx, kind, fileId, (file) => differing(ctx, fileId, file)),
    projectAgain: (ctx, fileId) => folded(ctx, kind, fileId, async (file) => {
      const wrong = await differing(ctx, fileId, file);
      for (const one of projections.filter(({ name }) => wrong.includes(name))) await one.write(ctx, fileId, file.state, file.version);
      return differing(ctx, fileId, file);
    }),
  };
}

/**
 * Entry and projection are committed together, so whatever was read between two looks that found the same newest entry
 * belongs to that entry, and whatever was written between them is not older than what another wrote.
 */
async function folded<S, E extends FileEvent>(
  ctx: Context, kind: FileKind<S, E>, fileId: FileId, work: (file: { state: S; version: number }) => Promise<readonly string[]>,
): Promise<readonly string[] | undefined> {
  await sql`select set_config('app.files', ${`{${fileId}}`}, true)`.execute(ctx.tx);
  if (!(await hasFileKey(ctx.tx, ctx.regionId, fileId))) return [JOURNAL];
  const file = await openWhole(ctx, kind, fileId);
  if (file === undefined || file.version === 0) return [JOURNAL];
  const names = await work(file);
  return (await lastSeq(ctx.tx, ctx.regionId, fileId)) === file.version ? names : undefined;
}
