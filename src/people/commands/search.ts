import type { Context } from '../../kernel/context.ts';
import type { FileId } from '../../kernel/ids.ts';
import { lookupHash } from '../../kernel/sealing/mac.ts';
import type { SoughtHere } from '../memory.ts';
import type { Hit } from '../name-index.ts';
import type { Sought } from '../search-term.ts';
import { listTraceLines } from '../store.ts';
import { memoryOf } from './similar.ts';

/**
 * Files that a term fits, the best first, out of memory alone: no statement is made. Who may see which is for the asker to judge. `within`: the
 * only files to look among; undefined: the whole region. Memory is brought up to date before (readAllTraces).
 */
export function filesFitting(ctx: Context, sought: Sought, within: ReadonlySet<FileId> | undefined, most: number): readonly Hit[] {
  const here = soughtHere(ctx, sought);
  if (here === undefined) return [];
  const hits = memoryOf(ctx).search(here);
  return (within === undefined ? hits : hits.filter(({ file }) => within.has(file))).slice(0, most);
}

function soughtHere({ keys }: Context, sought: Sought): SoughtHere | undefined {
  if (sought.kind === 'person') return sought;
  if (sought.kind !== 'phone') return undefined;
  const hash = lookupHash(keys.lookup, 'phone', sought.phone)?.toString('hex');
  return hash === undefined ? undefined : { kind: 'phone', hash };
}

/** Of these files, those that are hidden or not known in memory as they stand now. The same statement whatever is known of them; at least one file. */
export async function hiddenAmong(ctx: Context, files: readonly FileId[]): Promise<ReadonlySet<FileId>> {
  const memory = memoryOf(ctx);
  const plain = new Set((await listTraceLines(ctx.tx, ctx.regionId, files)).filter((line) => memory.now(line)?.hidden === false).map((line) => line.file_id));
  return new Set(files.filter((file) => !plain.has(file)));
}
